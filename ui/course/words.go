package course

import (
	"slices"
	"strconv"
	"strings"

	"muster/model"
)

// usual is where the block commonly lies: "day 2 10:00", or a dash.
func (p *page) usual(b *model.Block) string {
	if b.Usual.Day == 0 {
		return "–"
	}
	return p.env.T("course.usual", "day", b.Usual.Day, "at", model.Clock(b.Usual.At))
}

// few is how many squads take it at a time, in a cell.
func (p *page) few(b *model.Block) string {
	if b.Together == 0 {
		return p.env.T("word.squads.all")
	}
	return strconv.Itoa(b.Together)
}

// together is how many squads take it at a time, in words.
func (p *page) together(b *model.Block) string {
	if b.Together == 0 {
		return p.env.T("word.squads.all")
	}
	return p.env.T("course.together", "n", b.Together)
}

func (p *page) placeKind(b *model.Block) string {
	if b.Place == "" {
		return "–"
	}
	return p.env.T("word.place." + string(b.Place))
}

// numbersOf is the places, in the course, of the blocks a block comes after:
// "3, 7".
func numbersOf(c *model.Course, b *model.Block) string {
	var out []string
	for _, a := range b.After {
		if i := slices.IndexFunc(c.Blocks, func(o model.Block) bool { return o.Key == a.Block }); i >= 0 {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	return strings.Join(out, ", ")
}

// needs is the people a block cannot do without: "lead 1", "line 1/5".
func (p *page) needs(b *model.Block) []string {
	var out []string
	for _, n := range b.Needs {
		text := p.env.T("word.short." + string(n.Role))
		if n.Count > 0 {
			text += " " + strconv.Itoa(n.Count)
		}
		if n.Per > 0 {
			text += " 1/" + strconv.Itoa(n.Per)
		}
		out = append(out, text)
	}
	return out
}

// about is the block in hand in full, a line each.
func (p *page) about(c *model.Course, b *model.Block) []string {
	e, d := p.env, p.h.Desk()
	first := []string{string(b.Kind) + " " + b.Title.In(e.Lang.Tag()), e.Lang.Length(b.Length), e.T("course.for", "who", p.together(b)), p.placeKind(b)}
	if b.Usual.Day > 0 {
		first = append(first, e.T("course.usually", "when", p.usual(b)))
	}
	if b.Ammo != model.NoAmmo {
		first = append(first, e.T("word.ammo."+string(b.Ammo)))
	}
	out := []string{strings.Join(first, " · ")}
	people := p.needs(b)
	for _, k := range b.Kit {
		name := ""
		if pool := d.Kits.Get(k.Kit); pool != nil {
			name = pool.Name.In(e.Lang.Tag())
		}
		for _, r := range p.built.Missing(d) {
			if pool, ok := r.(*model.Kit); ok && pool.ID == k.Kit {
				name = pool.Name.In(e.Lang.Tag())
			}
		}
		switch {
		case name == "":
			continue
		case k.Each > 0 && k.Count > 0:
			name += " " + strconv.Itoa(k.Count) + "+" + strconv.Itoa(k.Each)
		case k.Each > 0:
			name += " +" + strconv.Itoa(k.Each)
		default:
			name += " " + strconv.Itoa(k.Count)
		}
		people = append(people, name)
	}
	if len(people) > 0 {
		out = append(out, e.T("course.needs", "list", strings.Join(people, ", ")))
	}
	if len(b.After) > 0 {
		var names []string
		for _, a := range b.After {
			i := slices.IndexFunc(c.Blocks, func(o model.Block) bool { return o.Key == a.Block })
			if i < 0 {
				continue
			}
			name := c.Blocks[i].Title.In(e.Lang.Tag())
			if a.Days > 0 {
				name += " " + e.T("course.days-after", "n", a.Days)
			}
			names = append(names, name)
		}
		out = append(out, e.T("course.after", "list", strings.Join(names, ", ")))
	}
	if b.Note != "" {
		out = append(out, strings.ReplaceAll(b.Note, "\n", " "))
	}
	return out
}
