package course

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// with is the course with other blocks.
func with(c *model.Course, blocks []model.Block) model.Course {
	next := *c
	next.Blocks = blocks
	return next
}

// nextKey is a number no block of the course has.
func nextKey(blocks []model.Block) int {
	n := 0
	for _, b := range blocks {
		n = max(n, b.Key)
	}
	return n + 1
}

// openBlock opens the form of a block of the course in hand; put makes the list
// of blocks with it.
func (p *page) openBlock(title model.Message, b model.Block, act string, put func(list []model.Block, b model.Block) []model.Block) tea.Cmd {
	id := p.course().ID
	others := slices.DeleteFunc(slices.Clone(p.course().Blocks), func(o model.Block) bool { return o.Key == b.Key })
	next := func(v model.Block) (model.Course, bool) {
		c := p.h.Desk().Courses.Get(id)
		if c == nil {
			return model.Course{}, false
		}
		v.Key = b.Key
		return with(c, put(slices.Clone(c.Blocks), v)), true
	}
	p.form(title, b, others, func(v model.Block) error {
		c, ok := next(v)
		if !ok {
			return nil
		}
		_, err := model.NewCourse(c)
		return err
	}, func(v model.Block) tea.Cmd {
		if was, _ := p.block(); was != nil && act == "course.act.block" && reflect.DeepEqual(v, *was) {
			p.say(kit.Info, model.Say("schedule.block.same"))
			return nil
		}
		c, ok := next(v)
		if !ok {
			return p.h.Fail(model.Wrong("", "course.gone"))
		}
		cmd := p.keep(model.Say(act, "block", v.Title, "course", c.Title), c)
		p.blocks.Select(b.Key)
		return cmd
	})
	return nil
}

// put replaces the block of the same key, or adds it behind the one with the
// key after.
func put(after int) func(list []model.Block, b model.Block) []model.Block {
	return func(list []model.Block, b model.Block) []model.Block {
		if i := slices.IndexFunc(list, func(o model.Block) bool { return o.Key == b.Key }); i >= 0 {
			list[i] = b
			return list
		}
		i := slices.IndexFunc(list, func(o model.Block) bool { return o.Key == after })
		if i < 0 {
			i = len(list) - 1
		}
		return slices.Insert(list, i+1, b)
	}
}

func (p *page) editBlock() tea.Cmd {
	b, _ := p.block()
	return p.openBlock(model.Say("schedule.block.edit", "block", b.Title), *b, "course.act.block", put(0))
}

func (p *page) addBlock() tea.Cmd {
	after := 0
	if b, _ := p.block(); b != nil {
		after = b.Key
	}
	b := model.Block{Key: nextKey(p.course().Blocks), Kind: model.KindClass, Length: model.Hour, Place: model.Classroom}
	return p.openBlock(model.Say("schedule.block.new"), b, "course.act.block-add", put(after))
}

// copyBlock puts a block like the one in hand behind it.
func (p *page) copyBlock() tea.Cmd {
	b, at := p.block()
	c := p.course()
	next := *b
	next.Key = nextKey(c.Blocks)
	cmd := p.keep(model.Say("course.act.block-copy", "block", b.Title, "course", c.Title), with(c, slices.Insert(slices.Clone(c.Blocks), at+1, next)))
	p.blocks.Select(next.Key)
	return cmd
}

// removeBlock takes a block out; those that came after it no longer do.
func (p *page) removeBlock() tea.Cmd {
	b, at := p.block()
	c, key, title := p.course(), b.Key, b.Title
	list := slices.Delete(slices.Clone(c.Blocks), at, at+1)
	for i := range list {
		list[i].After = slices.DeleteFunc(slices.Clone(list[i].After), func(a model.After) bool { return a.Block == key })
	}
	return p.keep(model.Say("course.act.block-remove", "block", title, "course", c.Title), with(c, list))
}

// moveBlock changes places with the block before (-1) or after (+1).
func (p *page) moveBlock(by int) tea.Cmd {
	b, at := p.block()
	c := p.course()
	to := at + by
	if to < 0 || to >= len(c.Blocks) {
		return nil
	}
	key := b.Key
	list := slices.Clone(c.Blocks)
	list[at], list[to] = list[to], list[at]
	cmd := p.keep(model.Say("course.act.block-move", "block", b.Title, "course", c.Title), with(c, list))
	p.blocks.Select(key)
	return cmd
}

// Blocks are the blocks of a course like the cohort's plan: one for what
// several squads take in turn, in the order of the plan, each usually where it
// lies first. What somebody takes a second time is no part of it.
func Blocks(c *model.Cohort, sessions []*model.Session) []model.Block {
	var out []model.Block
	at := map[string]int{} // by what makes two sessions one block
	keys := map[int]bool{}
	for _, s := range sessions {
		if !s.Again.IsZero() || len(s.Only) > 0 || s.Off != nil {
			continue
		}
		key := s.Block.Title.En + "\x00" + s.Block.Title.Es + "\x00" + string(s.Block.Kind)
		if i, ok := at[key]; ok && out[i].Together > 0 && s.Block.Key == out[i].Key {
			continue // another squad's turn
		}
		b := s.Clone().Block
		if b.Key == 0 || keys[b.Key] {
			b.Key = 0
		}
		keys[b.Key] = true
		if n := s.Squads.Len(); s.Ride == nil && n > 0 && s.Squads != c.SquadSet() {
			b.Together = n
		}
		if s.Placed() && s.Start.Date() >= c.First {
			b.Usual = model.Usual{Day: int(s.Start.Date()-c.First) + 1, At: s.Start.OfDay()}
		}
		at[key] = len(out)
		out = append(out, b)
	}
	for i := range out {
		if out[i].Key == 0 {
			out[i].Key = nextKey(out)
		}
	}
	for i := range out {
		out[i].After = slices.DeleteFunc(out[i].After, func(a model.After) bool {
			return a.Block == out[i].Key || !slices.ContainsFunc(out, func(o model.Block) bool { return o.Key == a.Block })
		})
	}
	return out
}
