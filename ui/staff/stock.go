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

// stock is the page of kit: pools of like things, and what is used up.
type stock struct {
	h    tab.Host
	g    *kit.Grid[model.ID]
	rows []*model.Kit
	most map[model.ID]need
	used map[model.ID]use
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
	rows := byName(d.Kits.All, func(k *model.Kit) string { return k.Name.In(e.Lang.Tag()) })
	p.rows = rows
	p.most = map[model.ID]need{}
	if c := p.h.Cohort(); c != nil {
		p.most = peaks(c, d.SessionsOf(c.ID))
	}
	p.used = map[model.ID]use{}
	for _, k := range rows {
		if k.Spent {
			p.used[k.ID] = useOf(p.h, k)
		}
	}
	p.g.SetRows(kit.Rows[model.ID]{
		Len:  len(rows),
		Key:  func(i int) model.ID { return rows[i].ID },
		Cell: func(i, col int) kit.Cell { return p.cell(rows[i], col) },
	})
	count := number("count", e.T("staff.in-stock"), func(i int) int {
		if rows[i].Spent {
			return p.used[rows[i].ID].left
		}
		return rows[i].Count
	})
	most := number("most", e.T("staff.most"), func(i int) int {
		if rows[i].Spent {
			return p.used[rows[i].ID].coming
		}
		return p.most[rows[i].ID].count
	})
	count.Min = widest(rows, count.Min, 14, func(k *model.Kit) string { return p.cell(k, 1).Text })
	most.Min = widest(rows, most.Min, 14, func(k *model.Kit) string { return p.cell(k, 2).Text })
	p.g.SetColumns(
		kit.Column{ID: "name", Title: e.T("field.name"), Min: widest(rows, 20, 36, func(k *model.Kit) string { return k.Name.In(e.Lang.Tag()) }), Max: 44, Grow: 1},
		count, most,
		kit.Column{ID: "when", Title: e.T("staff.most-at"), Min: 16, Max: 30, Grow: 1, Drop: 1},
	)
}

// cell is what stands in a column of the list: the name, what there is, what is
// needed at the worst moment, and when that is.
func (p *stock) cell(k *model.Kit, col int) kit.Cell {
	e := p.h.Env()
	th := e.Theme
	most := p.most[k.ID]
	switch {
	case col == 0:
		return kit.Cell{Text: k.Name.In(e.Lang.Tag()), Style: th.Text}
	case k.Spent:
		return p.usedCell(k, col)
	case col == 1:
		return kit.Cell{Text: strconv.Itoa(k.Count), Style: th.Text}
	case col == 2 && most.count == 0:
		return kit.Cell{Text: "–", Style: th.Muted}
	case col == 2 && most.count > k.Count:
		return kit.Cell{Text: "! " + strconv.Itoa(most.count), Style: th.Clash}
	case col == 2:
		return kit.Cell{Text: strconv.Itoa(most.count), Style: th.Text}
	case most.at == 0:
		return kit.Cell{}
	}
	return kit.Cell{Text: e.Lang.DayDate(most.at.Date()) + " " + e.Lang.Time(most.at), Style: th.Muted}
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
	if k.Spent {
		return p.usedDetail(k)
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
		{ID: "staff.delivery", Keys: []string{"d"}, Group: "staff", Rank: 3, Why: p.whyDeliver, Run: p.deliver},
		{ID: "staff.deliveries", Keys: []string{"D"}, Group: "staff", Why: p.whyDeliver, Run: p.deliveries},
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
	spent := kit.NewToggle("spent", v.Spent)
	spent.Hint = model.Say("staff.hint.spent")
	lasts, used := func() bool { return !spent.Value() }, func() bool { return spent.Value() }
	count := kit.NewNumber("count", min(v.Count, model.MaxPieces), 0, model.MaxPieces, model.Message{})
	count.Label, count.Hidden = model.Say("staff.fit"), used
	radio := kit.NewToggle("radio", v.Radio)
	radio.Hidden = used
	counted := kit.NewDate("counted", v.Counted, p.h.Today(), true)
	counted.Hint, counted.Hidden = model.Say("staff.hint.counted"), lasts
	there := kit.NewNumber("count", v.Count, 0, model.MaxStock, model.Message{})
	there.Label, there.Hidden = model.Say("staff.there-were"), lasts
	note := kit.NewNote("note", v.Note)
	read := func() model.Kit {
		n := v
		if name.Value() != v.Name.In(tag) {
			n.Name = v.Name.With(tag, name.Value())
		}
		n.Note, n.Spent = note.Value(), spent.Value()
		if n.Spent {
			n.Count, n.Counted, n.Radio = there.Value(), counted.Value(), false
		} else {
			n.Count, n.Radio, n.Counted, n.Deliveries = count.Value(), radio.Value(), 0, nil
		}
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say(title), name, spent, count, radio, counted, there, note)
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
			if draws(&b, k.ID) {
				return p.h.Tell(kit.Warn, model.Say("staff.in-course", "what", k.ID, "course", c.ID))
			}
		}
	}
	return drop(p.h, k, k.Name.In(p.h.Env().Lang.Tag()))
}
