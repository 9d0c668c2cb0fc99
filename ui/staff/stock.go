package staff

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// stock is the page of kit: pools of like things.
type stock struct {
	h    tab.Host
	g    *kit.Grid[model.ID]
	rows []*model.Kit
	most map[model.ID]need
}

// A need is how many pieces of a pool the cohort in hand needs at once, at the
// worst moment of its plan.
type need struct {
	count int
	at    model.Quarter // 0: one block alone, still in the tray
}

func newStock(h tab.Host) *stock {
	p := &stock{h: h, g: kit.NewGrid[model.ID](h.Env())}
	p.g.Empty = model.Say("staff.kit.empty")
	return p
}

func (p *stock) id() string                { return "kit" }
func (p *stock) kind() model.Kind          { return model.KindKit }
func (p *stock) grid() *kit.Grid[model.ID] { return p.g }
func (p *stock) legend() line              { return line{} }

func (p *stock) changed(int) {
	e, d := p.h.Env(), p.h.Desk()
	th := e.Theme
	rows := byName(d.Kits.All, func(k *model.Kit) string { return k.Name.In(e.Lang.Tag()) })
	p.rows = rows
	p.most = map[model.ID]need{}
	if c := p.h.Cohort(); c != nil {
		p.most = peaks(c, d.SessionsOf(c.ID))
	}
	p.g.SetRows(kit.Rows[model.ID]{
		Len: len(rows),
		Key: func(i int) model.ID { return rows[i].ID },
		Cell: func(i, col int) kit.Cell {
			k := rows[i]
			most := p.most[k.ID]
			st := th.Text
			if most.count > k.Count {
				st = th.Clash
			}
			switch col {
			case 0:
				return kit.Cell{Text: k.Name.In(e.Lang.Tag()), Style: th.Text}
			case 1:
				return kit.Cell{Text: strconv.Itoa(k.Count), Style: th.Text}
			case 2:
				if most.count == 0 {
					return kit.Cell{Text: "–", Style: th.Muted}
				}
				text := strconv.Itoa(most.count)
				if most.count > k.Count {
					text = "! " + text
				}
				return kit.Cell{Text: text, Style: st}
			}
			if most.at == 0 {
				return kit.Cell{}
			}
			return kit.Cell{Text: e.Lang.DayDate(most.at.Date()) + " " + e.Lang.Time(most.at), Style: th.Muted}
		},
	})
	p.g.SetColumns(
		kit.Column{ID: "name", Title: e.T("field.name"), Min: widest(rows, 20, 36, func(k *model.Kit) string { return k.Name.In(e.Lang.Tag()) }), Max: 44, Grow: 1},
		number("count", e.T("staff.fit"), func(i int) int { return rows[i].Count }),
		number("most", e.T("staff.most"), func(i int) int { return p.most[rows[i].ID].count }),
		kit.Column{ID: "when", Title: e.T("staff.most-at"), Min: 16, Max: 30, Grow: 1, Drop: 1},
	)
}

// peaks is how many pieces of each pool are needed at once: over the sessions
// with a time, those that run together are added up; a block in the tray
// counts alone.
func peaks(c *model.Cohort, sessions []*model.Session) map[model.ID]need {
	type step struct {
		kit model.ID
		at  model.Quarter
		by  int
	}
	out := map[model.ID]need{}
	var steps []step
	for _, s := range sessions {
		for _, n := range s.Block.Kit {
			pieces := n.For(s.Engaged(c))
			if !s.Placed() {
				if pieces > out[n.Kit].count {
					out[n.Kit] = need{count: pieces}
				}
				continue
			}
			steps = append(steps, step{n.Kit, s.Span().From, pieces}, step{n.Kit, s.Span().To, -pieces})
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.by, b.by)) })
	running := map[model.ID]int{}
	for _, x := range steps {
		running[x.kit] += x.by
		if running[x.kit] > out[x.kit].count {
			out[x.kit] = need{running[x.kit], x.at}
		}
	}
	return out
}

func (p *stock) current() *model.Kit {
	id, ok := p.g.CurrentKey()
	if !ok {
		return nil
	}
	return p.h.Desk().Kits.Get(id)
}

// detail is what is short, and which sessions draw from the pool.
func (p *stock) detail(int) []line {
	k := p.current()
	if k == nil {
		return nil
	}
	e, th := p.h.Env(), p.h.Env().Theme
	head := []part{{th.Title, k.Name.In(e.Lang.Tag())}, {th.Muted, e.T("staff.fit-for-use", "n", k.Count)}}
	if k.Radio {
		head = append(head, part{th.Muted, e.T("field.radio")})
	}
	out := []line{list(head...)}
	if short := p.most[k.ID].count - k.Count; short > 0 {
		out = append(out, said(th.Clash, "! "+e.T("staff.kit.short", "n", short)))
	}
	if k.Note != "" {
		out = append(out, said(th.Muted, k.Note))
	}
	coming := comingLines(p.h, model.KindKit, k.ID)
	if len(coming) == 0 {
		coming = []line{said(th.Muted, e.T("staff.not-planned"))}
	}
	return append(out, coming...)
}

func (p *stock) actions() []kit.Action {
	one := func() model.Message {
		if p.current() == nil {
			return model.Say("staff.nothing")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "staff.kit-new", Keys: []string{"n"}, Group: "staff", Rank: 1, Run: func() tea.Cmd { return p.edit(nil) }},
		{ID: "staff.kit-edit", Keys: []string{"e", "enter"}, Group: "staff", Rank: 2, Why: one, Run: func() tea.Cmd { return p.edit(p.current()) }},
		{ID: "staff.kit-remove", Keys: []string{"x", "delete"}, Group: "staff", Rank: 5, Why: one, Run: p.remove},
	}
}

// edit opens the form of a pool, or of a new one. The name is typed in the
// language of the screen; the other one stays as it is.
func (p *stock) edit(was *model.Kit) tea.Cmd {
	tag := p.h.Env().Lang.Tag()
	v := model.Kit{ID: p.h.NewID(), Count: 1}
	title, act := "staff.kit-new.title", "staff.act.kit-new"
	if was != nil {
		v, title, act = *was, "staff.kit-edit.title", "staff.act.kit-edit"
	}
	held := take(p.h, model.RefOf(&v), act)
	name := kit.NewText("name", v.Name.In(tag))
	count := kit.NewNumber("count", v.Count, 0, 10000, model.Message{})
	count.Label = model.Say("staff.fit")
	radio := kit.NewToggle("radio", v.Radio)
	note := kit.NewNote("note", v.Note)
	read := func() model.Kit {
		n := v
		if name.Value() != v.Name.In(tag) {
			n.Name = v.Name.With(tag, name.Value())
		}
		n.Count, n.Radio, n.Note = count.Value(), radio.Value(), note.Value()
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say(title), name, count, radio, note)
	form.Check = func() error {
		_, err := model.NewKit(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewKit(read())
		cmd := held.keep(rec, err, false)
		p.g.Select(v.ID)
		return cmd
	})
	return nil
}

// remove takes the pool out; a course may still ask for it.
func (p *stock) remove() tea.Cmd {
	k := p.current()
	for c := range p.h.Desk().Courses.All {
		for _, b := range c.Blocks {
			if slices.ContainsFunc(b.Kit, func(n model.KitNeed) bool { return n.Kit == k.ID }) {
				return p.h.Tell(kit.Warn, model.Say("staff.in-course", "what", k.ID, "course", c.ID))
			}
		}
	}
	return drop(p.h, k, k.Name.In(p.h.Env().Lang.Tag()))
}
