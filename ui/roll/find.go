package roll

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A cardSearch asks whose card is wanted: any part of a name, in any order and
// without accents, or a class number. It ends in the person.
type cardSearch struct {
	env     *kit.Env
	list    []found
	grid    *kit.Grid[model.ID]
	w, tall int
}

// A found is one officer of a cohort that is not closed.
type found struct {
	id             model.ID
	no             int
	name, squad    string
	cohort, agency string
	running        bool
}

// FindCard asks for an officer of the cohorts on the desk, then opens the
// emergency card.
func FindCard(h tab.Host) tea.Cmd {
	d := newCardSearch(h)
	kit.Open(h.Dialogs(), d, func(id model.ID) tea.Cmd { return Card(h, id) })
	return nil
}

func newCardSearch(h tab.Host) *cardSearch {
	d := &cardSearch{env: h.Env(), list: everybody(h)}
	e := d.env
	col := func(id string, c kit.Column) kit.Column {
		c.ID, c.Title = id, e.T("roll.col."+id)
		c.Min = max(c.Min, kit.Width(c.Title))
		return c
	}
	d.grid = kit.NewGrid[model.ID](e,
		col("no", kit.Column{Min: 3, Right: true}),
		col("name", kit.Column{Min: 16, Max: 44, Grow: 3}),
		col("squad", kit.Column{Min: 2, Drop: 3}),
		col("cohort", kit.Column{Min: 10, Max: 24, Drop: 1}),
		col("agency", kit.Column{Min: 12, Max: 30, Grow: 1, Drop: 2}))
	d.grid.Empty = model.Say("roll.find.nobody")
	list := d.list
	d.grid.SetRows(kit.Rows[model.ID]{
		Len: len(list), Key: func(i int) model.ID { return list[i].id },
		Find: func(i int) string {
			return list[i].name + " " + itoa(list[i].no) + " " + list[i].cohort + " " + list[i].agency
		},
		Cell: func(i, col int) kit.Cell {
			th, p := e.Theme, list[i]
			switch col {
			case 0:
				if p.no > 0 {
					return kit.Cell{Text: itoa(p.no), Style: th.Muted}
				}
			case 1:
				return kit.Cell{Text: p.name}
			case 2:
				return kit.Cell{Text: p.squad}
			case 3:
				return kit.Cell{Text: p.cohort, Style: th.Muted}
			case 4:
				return kit.Cell{Text: p.agency, Style: th.Muted}
			}
			return kit.Cell{}
		},
	})
	d.grid.Update(kit.KeyMsg("/"))
	return d
}

// around is how many days before and after a course its officers are looked
// for: they travel.
const around = 14

// everybody is who has a seat in a course of these days, each once: those of
// the courses that run first, then by name. When there is no such course it is
// whoever has a seat at all.
func everybody(h tab.Host) []found {
	today := h.Today()
	out := seated(h, func(c *model.Cohort) bool { return c.First.Days(-around) <= today && today <= c.Last.Days(around) })
	if len(out) == 0 {
		out = seated(h, func(*model.Cohort) bool { return true })
	}
	return out
}

func seated(h tab.Host, in func(*model.Cohort) bool) []found {
	d, today := h.Desk(), h.Today()
	at := map[model.ID]int{}
	var out []found
	for c := range d.Cohorts.All {
		if !in(c) {
			continue
		}
		running := c.First <= today && today <= c.Last
		for _, v := range c.Seats {
			p := d.People.Get(v.Person)
			if p == nil {
				continue
			}
			f := found{id: p.ID, no: v.No, name: p.Name(), squad: v.Squad.String(), cohort: c.Code, running: running}
			if a := d.Agencies.Get(p.Agency); a != nil {
				f.agency = a.Label()
			}
			if i, twice := at[p.ID]; twice {
				if running && !out[i].running {
					out[i] = f
				}
				continue
			}
			at[p.ID] = len(out)
			out = append(out, f)
		}
	}
	keys := make(map[model.ID]string, len(out))
	for _, f := range out {
		keys[f.id] = kit.Fold(f.name)
	}
	slices.SortFunc(out, func(a, b found) int {
		if a.running != b.running {
			if a.running {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(keys[a.id], keys[b.id]), a.id.Compare(b.id))
	})
	return out
}

// Title asks whose.
func (d *cardSearch) Title() string { return d.env.T("roll.find.title") }

// Result is the person under the cursor.
func (d *cardSearch) Result() model.ID {
	id, _ := d.grid.CurrentKey()
	return id
}

// Size is tall: a list is read faster than scrolled.
func (d *cardSearch) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 84), min(maxH, max(len(d.list), 3)+2, 24)
}

// Resize takes the size.
func (d *cardSearch) Resize(w, h int) {
	d.w, d.tall = w, h
	d.grid.Resize(w, h)
}

// Update types, moves and ends.
func (d *cardSearch) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		text, _ := d.grid.Filter()
		_, some := d.grid.CurrentKey()
		switch {
		case kit.IsKey(k, "esc") && text == "":
			return kit.Cancelled, nil
		case kit.IsKey(k, "esc"):
			d.grid.SetFilter("")
			return kit.Stay, nil
		case kit.IsKey(k, "enter", "ctrl+s") && some:
			return kit.Done, nil
		case kit.IsKey(k, "enter", "ctrl+s", "tab"):
			return kit.Stay, nil
		}
		d.grid.Update(msg)
		return kit.Stay, nil
	}
	_, y, click := kit.Click(msg)
	if !click {
		d.grid.Update(msg)
		return kit.Stay, nil
	}
	if head := d.grid.Layout().Head; !head.Empty() && y == head.Y {
		return kit.Stay, nil
	}
	if body := d.grid.Layout().Body; body.Contains(0, y) && y-body.Y < d.grid.Shown() {
		d.grid.Update(msg)
		return kit.Done, nil
	}
	return kit.Stay, nil
}

// Draw paints the line one types in and who matches.
func (d *cardSearch) Draw(c *kit.Canvas) { d.grid.Draw(c, true) }

// Cursor is where one types.
func (d *cardSearch) Cursor() (x, y int, ok bool) { return d.grid.Cursor() }

// Actions are the keys.
func (d *cardSearch) Actions() []kit.Action {
	return []kit.Action{
		{ID: "roll.key.card", Keys: []string{"enter"}, Rank: 1},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2},
	}
}
