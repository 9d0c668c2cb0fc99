package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// queue is everything that is to follow, by day, what is overdue first.
type queue struct {
	t      *Tab
	w, h   int
	grid   *kit.Grid[model.ID] // of contacts
	detail detail
}

func newQueue(t *Tab) *queue {
	q := &queue{t: t, grid: kit.NewGrid[model.ID](t.env())}
	q.grid.Empty = model.Say("alumni.queue.empty")
	q.detail.t = t
	return q
}

func (q *queue) changed() {
	t, e, th, today := q.t, q.t.env(), q.t.env().Theme, q.t.h.Today()
	col := func(id string, least, most, grow, drop int) kit.Column {
		return kit.Column{ID: id, Title: e.T("alumni.col." + id), Min: least, Max: most, Grow: grow, Drop: drop}
	}
	q.grid.SetColumns(col("due", 12, 12, 0, 0), col("late", 16, 16, 0, 1), col("name", 20, 38, 3, 0), col("next", 16, 0, 4, 2), col("region", 12, 20, 1, 3), col("agency", 14, 30, 2, 5), col("by", 10, 20, 1, 4))
	open := t.due.open
	who := func(c *model.Contact) (name, country, region, agency string) {
		if x := t.entry(c.Person); x != nil {
			return x.Name, x.Country, x.Region, x.Agency
		}
		if p := t.desk().People.Get(c.Person); p != nil {
			return p.Name(), p.Country, p.Region, t.agencyOf(p)
		}
		return "…", "", "", ""
	}
	q.grid.SetRows(kit.Rows[model.ID]{
		Len: len(open),
		Key: func(i int) model.ID { return open[i].ID },
		Cell: func(i, col int) kit.Cell {
			c := open[i]
			name, country, region, agency := who(c)
			switch col {
			case 0:
				st := th.Text
				if c.Due <= today {
					st = th.Due
				}
				return kit.Cell{Text: e.Lang.Date(c.Due), Style: st}
			case 1:
				return lateCell(e, today, c.Due)
			case 2:
				return kit.Cell{Text: name, Style: th.Text}
			case 3:
				return kit.Cell{Text: c.Next, Style: th.Text}
			case 4:
				return kit.Cell{Text: placeName(e, country, region), Style: th.Text}
			case 5:
				return kit.Cell{Text: agency, Style: th.Muted}
			}
			return kit.Cell{Text: c.By, Style: th.Muted}
		},
	})
	q.place()
	q.detail.make(q.person())
}

// lateCell is how far a day is off: "3 d late", "today", "in 5 d".
func lateCell(e *kit.Env, today, day model.Date) kit.Cell {
	switch n := int(day - today); {
	case n < 0:
		return kit.Cell{Text: "! " + e.T("alumni.late", "n", -n), Style: e.Theme.Due}
	case n == 0:
		return kit.Cell{Text: e.T("alumni.late.today"), Style: e.Theme.Due}
	default:
		return kit.Cell{Text: e.T("alumni.late.in", "n", n), Style: e.Theme.Muted}
	}
}

func (q *queue) resize(w, h int) {
	q.w, q.h = w, h
	q.place()
}

func (q *queue) place() {
	p := q.layout()
	q.grid.Resize(p.list.W, p.list.H)
	q.detail.resize(p.detail.W, p.detail.H)
	q.detail.show(q.person())
}

func (q *queue) layout() parts { return lay(q.w, q.h, 0) }

// contact is the follow-up under the cursor, or nil.
func (q *queue) contact() *model.Contact {
	if id, ok := q.grid.CurrentKey(); ok {
		return q.t.desk().Contacts.Get(id)
	}
	return nil
}

func (q *queue) person() model.ID {
	if c := q.contact(); c != nil {
		return c.Person
	}
	return model.ID{}
}

func (q *queue) shows() (model.ID, bool) { id := q.person(); return id, !id.IsZero() }
func (q *queue) read()                   { q.detail.make(q.person()) }

func (q *queue) update(msg tea.Msg) tea.Cmd {
	defer q.place()
	p := q.layout()
	if x, y, ok := kit.Click(msg); ok {
		if i, on := q.t.labelAt(p.labels, x, y); on {
			if i == 0 {
				return q.t.turn()
			}
			return nil
		}
	}
	if rows, x, y, ok := wheel(msg); ok && p.detail.Contains(x, y) {
		q.detail.turn(rows / wheelRows)
		return nil
	}
	if moved, x, y, ok := kit.MouseAt(msg, p.list.X, p.list.Y); ok {
		if !(kit.Rect{W: p.list.W, H: p.list.H}).Contains(x, y) {
			return nil
		}
		was := q.contact()
		q.grid.Update(moved)
		if _, _, click := kit.Click(moved); click && was != nil && was == q.contact() && q.grid.Layout().Body.Contains(x, y) {
			return q.t.open(was.Person)
		}
		return nil
	}
	q.grid.Update(msg)
	return nil
}

func (q *queue) actions() []kit.Action {
	t := q.t
	none := func() model.Message {
		if q.contact() == nil {
			return model.Say("alumni.queue.none")
		}
		return model.Message{}
	}
	out := []kit.Action{
		{ID: "alumni.card", Keys: []string{"enter"}, Group: "alumni", Rank: 1, Why: none, Run: func() tea.Cmd { return t.open(q.person()) }},
		{ID: "alumni.log", Keys: []string{"l"}, Group: "alumni", Rank: 2, Why: none, Run: func() tea.Cmd { return t.log(q.person()) }},
		{ID: "alumni.done", Keys: []string{"D"}, Group: "alumni", Rank: 3, Why: none, Run: func() tea.Cmd {
			row, _ := t.desk().Contacts.Row(q.contact().ID)
			return t.settle(row)
		}},
		{ID: "alumni.follow", Keys: []string{"F"}, Group: "alumni", Rank: 5, Why: none, Run: func() tea.Cmd { return t.follow(q.person()) }},
		{ID: "alumni.postpone", Keys: []string{"e"}, Group: "alumni", Rank: 4, Why: none, Run: func() tea.Cmd {
			row, _ := t.desk().Contacts.Row(q.contact().ID)
			return t.postpone(row)
		}},
		{ID: "alumni.mates", Keys: []string{"c"}, Group: "alumni", Rank: 6, Why: none, Run: func() tea.Cmd { return t.classmates(q.person()) }},
		{ID: "alumni.everybody", Keys: []string{"Q", "left", "right"}, Group: "alumni", Rank: 7, Run: t.turn},
		{ID: "alumni.narrow", Keys: []string{"/"}, Group: "alumni", Rank: 8, Run: func() tea.Cmd {
			q.grid.Update(kit.KeyMsg("/"))
			return nil
		}},
	}
	out = append(out, q.detail.actions()...)
	if text, _ := q.grid.Filter(); text != "" {
		out = append(out, kit.Action{ID: "alumni.unnarrow", Keys: []string{"esc"}, Group: "alumni", Run: func() tea.Cmd {
			q.grid.SetFilter("")
			return nil
		}})
	}
	return out
}

func (q *queue) draw(c *kit.Canvas) {
	p := q.layout()
	q.t.frame(c, p, &q.detail)
	q.grid.Draw(c.Sub(p.list), true)
}

func (q *queue) cursor() (x, y int, ok bool) {
	p := q.layout()
	x, y, ok = q.grid.Cursor()
	return x + p.list.X, y + p.list.Y, ok
}

func (q *queue) typing() bool {
	_, typing := q.grid.Filter()
	return typing
}
