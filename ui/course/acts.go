package course

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// Actions are the page's keys.
func (p *page) Actions() []kit.Action {
	out := p.acts()
	for i := range out {
		out[i].Run = nil // Update does it
	}
	way := "kit.close"
	if p.inside {
		way = "course.back"
	}
	return append(out, kit.Action{ID: way, Keys: []string{"esc"}, Rank: 5}, kit.KeysAction(6))
}

// acts is what can be done to the course, or the block, in hand.
func (p *page) acts() []kit.Action {
	act := func(id string, rank int, why func() model.Message, run func() tea.Cmd, keys ...string) kit.Action {
		return kit.Action{ID: "course." + id, Keys: keys, Rank: rank, Why: why, Run: run}
	}
	if p.inside {
		return []kit.Action{
			act("block.edit", 1, p.whyNoBlock, p.editBlock, "enter", "e"),
			act("block.add", 2, p.whyFixed, p.addBlock, "a"),
			act("block.up", 3, p.whyNoBlock, func() tea.Cmd { return p.moveBlock(-1) }, "K", "shift+up", "alt+up"),
			act("block.down", 4, p.whyNoBlock, func() tea.Cmd { return p.moveBlock(1) }, "J", "shift+down", "alt+down"),
			act("block.copy", 0, p.whyNoBlock, p.copyBlock, "y"),
			act("block.remove", 0, p.whyNoBlock, p.removeBlock, "x", "delete"),
			act("other", 0, nil, p.cross, "tab", "left"),
		}
	}
	return []kit.Action{
		act("blocks", 1, p.whyNone, p.cross, "enter", "tab", "right"),
		act("copy", 2, p.whyNone, p.copyCourse, "y"),
		act("new", 3, nil, p.newCourse, "a"),
		act("of-plan", 4, p.whyNoPlan, p.ofPlan, "m"),
		act("edit", 0, p.whyFixed, p.editCourse, "e"),
		act("remove", 0, p.whyStays, p.removeCourse, "x", "delete"),
	}
}

// cross goes from one list to the other.
func (p *page) cross() tea.Cmd {
	p.inside = !p.inside
	p.Resize(p.w, p.t)
	return nil
}

func (p *page) builtIn(c *model.Course) bool { return c.ID == p.built.Course.ID }

// The reasons why something can do nothing now.

func (p *page) whyNone() model.Message {
	if p.course() == nil {
		return model.Say("course.why.none")
	}
	return model.Message{}
}

func (p *page) whyFixed() model.Message {
	if why := p.whyNone(); !why.IsZero() {
		return why
	}
	if p.builtIn(p.course()) {
		return model.Say("course.why.built-in")
	}
	return model.Message{}
}

func (p *page) whyNoBlock() model.Message {
	if why := p.whyFixed(); !why.IsZero() {
		return why
	}
	if b, _ := p.block(); b == nil {
		return model.Say("course.why.no-block")
	}
	return model.Message{}
}

func (p *page) whyStays() model.Message {
	if why := p.whyFixed(); !why.IsZero() {
		return why
	}
	if codes := p.users[p.course().ID]; len(codes) > 0 {
		return model.Say("course.why.taken", "cohorts", codes, "n", len(codes))
	}
	return model.Message{}
}

func (p *page) whyNoPlan() model.Message {
	c := p.h.Cohort()
	switch {
	case c == nil:
		return model.Say("schedule.why.no-cohort")
	case len(Blocks(c, p.h.Desk().SessionsOf(c.ID))) == 0:
		return model.Say("course.why.no-plan", "cohort", c.Code)
	}
	return model.Message{}
}

// keep commits a course as it is to be, and shows it.
func (p *page) keep(act model.Message, next model.Course, more ...model.Record) tea.Cmd {
	c, err := model.NewCourse(next)
	if err != nil {
		return p.h.Fail(err)
	}
	d := p.h.Desk()
	change := model.Change{Act: act, Puts: []model.Put{d.Put(c)}}
	for _, r := range more {
		change.Puts = append(change.Puts, d.Put(r))
	}
	cmd := p.h.Commit(change)
	p.read()
	p.courses.Select(c.ID)
	p.look()
	p.say(kit.OK, act)
	return cmd
}

// ask opens the form of a course's own lines, and keeps what comes of it.
func (p *page) ask(title model.Message, c model.Course, keep func(model.Course) tea.Cmd) tea.Cmd {
	tag := p.env.Lang.Tag()
	name := kit.NewText("title", c.Title.In(tag)).Limit(model.MaxName)
	days := kit.NewNumber("days", max(c.Days, 1), 1, 366, model.Message{})
	days.Label = model.Say("course.field.days")
	note := kit.NewNote("note", c.Note)
	f := kit.NewForm(p.h.Dialogs(), title, name, days, note)
	read := func() model.Course {
		next := c
		in := tag
		if !c.Title.IsZero() && c.Title.In(tag) == c.Title.In("en") && c.Title.Es == "" {
			in = "en" // written in one language, it stays in it
		}
		next.Title, next.Days, next.Note = c.Title.With(in, name.Value()), days.Value(), note.Value()
		return next
	}
	f.Check = func() error {
		_, err := model.NewCourse(read())
		return err
	}
	kit.Open(p.h.Dialogs(), f, func(*kit.Form) tea.Cmd { return keep(read()) })
	return nil
}

func (p *page) newCourse() tea.Cmd {
	return p.ask(model.Say("course.ask.new"), model.Course{ID: p.h.NewID(), Days: 12}, func(c model.Course) tea.Cmd {
		return p.keep(model.Say("course.act.new", "course", c.Title), c)
	})
}

func (p *page) editCourse() tea.Cmd {
	return p.ask(model.Say("course.ask.edit", "course", p.course().Title), *p.course(), func(c model.Course) tea.Cmd {
		return p.keep(model.Say("course.act.edit", "course", c.Title), c)
	})
}

// copyCourse makes one's own of a course, the program's too: with the kit its
// blocks draw on, where the desk lacks it.
func (p *page) copyCourse() tea.Cmd {
	from := p.course()
	next := *from
	next.ID, next.Blocks = p.h.NewID(), slices.Clone(from.Blocks)
	next.Title = model.OneText(p.env.Lang.Tag(), p.env.T("course.copy-of", "course", from.Title))
	return p.ask(model.Say("course.copying", "course", from.Title), next, func(c model.Course) tea.Cmd {
		var more []model.Record
		if p.builtIn(from) {
			for _, r := range p.built.Missing(p.h.Desk()) {
				if r.RecordKind() != model.KindCourse {
					more = append(more, r)
				}
			}
		}
		return p.keep(model.Say("course.act.copy", "course", c.Title), c, more...)
	})
}

func (p *page) removeCourse() tea.Cmd {
	c := p.course()
	act := model.Say("course.act.remove", "course", c.Title)
	cmd := p.h.Commit(model.Change{Act: act, Removes: []model.Remove{p.h.Desk().Remove(c)}})
	p.read()
	p.say(kit.OK, act)
	return cmd
}

// ofPlan makes a course of the plan of the cohort in hand.
func (p *page) ofPlan() tea.Cmd {
	c := p.h.Cohort()
	blocks := Blocks(c, p.h.Desk().SessionsOf(c.ID))
	next := model.Course{
		ID: p.h.NewID(), Days: c.Days(), Blocks: blocks,
		Title: model.OneText(p.env.Lang.Tag(), p.env.T("course.as-taught", "cohort", c.Code)),
	}
	return p.ask(model.Say("course.ask.of-plan", "cohort", c.Code), next, func(v model.Course) tea.Cmd {
		return p.keep(model.Say("course.act.of-plan", "course", v.Title, "cohort", c.Code), v)
	})
}
