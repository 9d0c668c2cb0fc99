package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// mates is the page of somebody's classmates: those in other states first,
// for they know whom one does not know oneself.
type mates struct {
	t    *Tab
	of   model.ID
	w, h int
	name string
	list []mate
	grid *kit.Grid[model.ID]
}

// classmates opens the page.
func (t *Tab) classmates(of model.ID) tea.Cmd {
	m := &mates{t: t, of: of, grid: kit.NewGrid[model.ID](t.env())}
	m.grid.Empty = model.Say("alumni.mates.none")
	t.push(m)
	return nil
}

func (m *mates) changed() {
	t, e, th := m.t, m.t.env(), m.t.env().Theme
	a := t.about(m.of)
	m.name, m.list = a.name(), t.mates(a)
	byName(m.list)
	col := func(id string, least, most, grow, drop int) kit.Column {
		return kit.Column{ID: id, Title: e.T("alumni.col." + id), Min: least, Max: most, Grow: grow, Drop: drop}
	}
	m.grid.SetColumns(col("where", 18, 32, 2, 0), col("name", 20, 38, 3, 0), col("rank", 12, 20, 1, 3), col("agency", 14, 30, 2, 1), col("cohort", 8, 18, 1, 2))
	groups := make([]string, len(m.list))
	for i, x := range m.list {
		if i == 0 || m.list[i-1].group() != x.group() {
			groups[i] = m.heading(i)
		}
	}
	m.grid.SetRows(kit.Rows[model.ID]{
		Len: len(m.list),
		Key: func(i int) model.ID { return m.list[i].ID },
		Cell: func(i, col int) kit.Cell {
			x := m.list[i]
			switch col {
			case 0:
				return kit.Cell{Text: groups[i], Style: th.Title}
			case 1:
				if x.Standing.Closed() {
					return kit.Cell{Text: x.Name + " " + e.T("alumni.mark."+string(x.Standing)), Style: th.Muted}
				}
				return kit.Cell{Text: x.Name, Style: th.Text}
			case 2:
				return kit.Cell{Text: x.Rank, Style: th.Muted}
			case 3:
				return kit.Cell{Text: x.Agency, Style: th.Text}
			}
			return kit.Cell{Text: joined(", ", x.codes...), Style: th.Muted}
		},
		Find: func(i int) string {
			x := m.list[i]
			return joined(" ", x.Name, x.Rank, x.Agency, placeName(e, x.Country, x.Region), joined(" ", x.codes...))
		},
	})
	m.resize(m.w, m.h)
}

// heading is the region of the group that begins at row i, and how many are in
// it.
func (m *mates) heading(i int) string {
	e, x := m.t.env(), m.list[i]
	n := 0
	for _, o := range m.list[i:] {
		if o.group() != x.group() {
			break
		}
		n++
	}
	name := placeName(e, x.Country, x.Region)
	if name == "" {
		name = e.T("alumni.somewhere")
	}
	id := [...]string{otherRegion: "alumni.group.region", otherAgency: "alumni.group.agency", sameAgency: "alumni.group.same"}[x.far]
	return e.T(id, "region", name, "n", n)
}

func (m *mates) resize(w, h int) {
	m.w, m.h = w, h
	r := m.body()
	m.grid.Resize(r.W, r.H)
}

func (m *mates) body() kit.Rect {
	_, rest := kit.Rect{W: m.w, H: m.h}.Inset(min(1, m.w/2), 0).Top(2)
	return rest
}

func (m *mates) update(msg tea.Msg) tea.Cmd {
	r := m.body()
	if moved, x, y, ok := kit.MouseAt(msg, r.X, r.Y); ok {
		if !(kit.Rect{W: r.W, H: r.H}).Contains(x, y) {
			return nil
		}
		was, _ := m.grid.CurrentKey()
		m.grid.Update(moved)
		if now, ok := m.grid.CurrentKey(); ok && now == was && m.grid.Layout().Body.Contains(x, y) {
			if _, _, click := kit.Click(moved); click {
				return m.t.open(now)
			}
		}
		return nil
	}
	m.grid.Update(msg)
	return nil
}

func (m *mates) actions() []kit.Action {
	nobody := func() model.Message {
		if _, ok := m.grid.CurrentKey(); !ok {
			return model.Say("alumni.nobody")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "alumni.back", Keys: []string{"esc"}, Group: "alumni", Rank: 3, Run: func() tea.Cmd {
			if text, _ := m.grid.Filter(); text != "" {
				m.grid.SetFilter("")
				return nil
			}
			return m.t.pop()
		}},
		{ID: "alumni.card", Keys: []string{"enter"}, Group: "alumni", Rank: 1, Why: nobody, Run: func() tea.Cmd {
			id, _ := m.grid.CurrentKey()
			return m.t.open(id)
		}},
		{ID: "alumni.narrow", Keys: []string{"/"}, Group: "alumni", Rank: 2, Run: func() tea.Cmd {
			m.grid.Update(kit.KeyMsg("/"))
			return nil
		}},
	}
}

func (m *mates) draw(c *kit.Canvas) {
	e, th := m.t.env(), m.t.env().Theme
	in := c.Sub(c.Bounds().Inset(min(2, c.W()/4), 0))
	right := in.TextRight(in.W()/2, in.W(), 0, th.Muted, m.grid.Count())
	in.TextFit(0, 0, right-2, th.Title, e.T("alumni.mates.title", "name", m.name))
	c.HLine(min(1, c.W()/2), 1, c.W()-2*min(1, c.W()/2), th.Rule)
	m.grid.Draw(c.Sub(m.body()), true)
}

func (m *mates) cursor() (x, y int, ok bool) {
	x, y, ok = m.grid.Cursor()
	r := m.body()
	return x + r.X, y + r.Y, ok
}

func (m *mates) typing() bool {
	_, typing := m.grid.Filter()
	return typing
}

func (m *mates) shows() (model.ID, bool) { return model.ID{}, false }
func (m *mates) read()                   {}
