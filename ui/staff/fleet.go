package staff

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// fleet is the page of vehicles.
type fleet struct {
	h    tab.Host
	g    *kit.Grid[model.ID]
	rows []*model.Vehicle
}

func newFleet(h tab.Host) *fleet {
	p := &fleet{h: h, g: kit.NewGrid[model.ID](h.Env())}
	p.g.Empty = model.Say("staff.vehicles.empty")
	return p
}

func (p *fleet) id() string                { return "vehicles" }
func (p *fleet) kind() model.Kind          { return model.KindVehicle }
func (p *fleet) grid() *kit.Grid[model.ID] { return p.g }
func (p *fleet) legend() line              { return line{} }

func (p *fleet) changed(int) {
	e, d := p.h.Env(), p.h.Desk()
	th := e.Theme
	rows := byName(d.Vehicles.All, func(v *model.Vehicle) string { return v.Name })
	p.rows = rows
	used := map[model.ID]int{}
	if c := p.h.Cohort(); c != nil {
		for _, s := range d.SessionsOf(c.ID) {
			if s.Placed() {
				for _, id := range s.Cars {
					used[id] += s.Block.Length
				}
			}
		}
	}
	kindOf := func(v *model.Vehicle) string { return e.T("word.vehicle." + string(v.Kind)) }
	p.g.SetRows(kit.Rows[model.ID]{
		Len: len(rows),
		Key: func(i int) model.ID { return rows[i].ID },
		Cell: func(i, col int) kit.Cell {
			v := rows[i]
			switch col {
			case 0:
				return kit.Cell{Text: v.Name, Style: th.Text}
			case 1:
				return kit.Cell{Text: kindOf(v), Style: th.Muted}
			case 2:
				return kit.Cell{Text: some(v.Seats), Style: th.Text}
			case 3:
				if used[v.ID] == 0 {
					return kit.Cell{Text: "–", Style: th.Muted}
				}
				return kit.Cell{Text: e.Lang.Length(used[v.ID]), Style: th.Text}
			}
			return kit.Cell{Text: p.out(v), Style: th.Warn}
		},
	})
	p.g.SetColumns(
		kit.Column{ID: "name", Title: e.T("field.name"), Min: 16, Max: 30, Grow: 1},
		kit.Column{ID: "kind", Title: e.T("field.kind"), Min: widest(rows, 10, 24, kindOf), Max: 24, Grow: 1},
		number("seats", e.T("staff.visitor-seats"), func(i int) int { return rows[i].Seats }),
		kit.Column{ID: "hours", Title: e.T("staff.hours"), Min: 9, Right: true, Drop: 2, Less: func(a, b int) bool { return used[rows[a].ID] < used[rows[b].ID] }},
		kit.Column{ID: "out", Title: e.T("field.out"), Min: widest(rows, 18, 30, p.out), Max: 36, Grow: 1, Drop: 1},
	)
}

// out is the next time the vehicle cannot be used.
func (p *fleet) out(v *model.Vehicle) string {
	s, ok := soonestOf(v.Out, p.h.Today(), func(s model.Span) model.Span { return s })
	if !ok {
		return ""
	}
	return brief(p.h.Env(), s)
}

func (p *fleet) current() *model.Vehicle {
	id, ok := p.g.CurrentKey()
	if !ok {
		return nil
	}
	return p.h.Desk().Vehicles.Get(id)
}

// detail is when the vehicle cannot be had, and where it is planned in.
func (p *fleet) detail(w int) []line {
	v := p.current()
	if v == nil {
		return nil
	}
	e, th := p.h.Env(), p.h.Env().Theme
	head := []part{{th.Title, v.Name}, {th.Muted, e.T("word.vehicle." + string(v.Kind))}}
	if v.Seats > 0 {
		head = append(head, part{th.Muted, e.T("staff.seats", "n", v.Seats)})
	}
	out := []line{list(head...)}
	for _, s := range v.Out {
		if s.To > p.h.Today().At(0) {
			out = append(out, said(th.Warn, e.T("staff.out.line", "span", when(e, s))))
		}
	}
	if v.Note != "" {
		out = append(out, said(th.Muted, v.Note))
	}
	coming := comingLines(p.h, model.KindVehicle, v.ID)
	if len(coming) == 0 {
		coming = []line{said(th.Muted, e.T("staff.not-planned"))}
	}
	return append(append(out, weekLines(p.h, model.KindVehicle, v.ID, w)...), coming...)
}

func (p *fleet) actions() []kit.Action {
	one := func() model.Message {
		if p.current() == nil {
			return model.Say("staff.nothing")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "staff.vehicle-new", Keys: []string{"n"}, Group: "staff", Rank: 1, Run: func() tea.Cmd { return p.edit(nil) }},
		{ID: "staff.vehicle-edit", Keys: []string{"e", "enter"}, Group: "staff", Rank: 2, Why: one, Run: func() tea.Cmd { return p.edit(p.current()) }},
		{ID: "staff.out", Keys: []string{"o"}, Group: "staff", Rank: 3, Why: one, Run: p.takeOut},
		{ID: "staff.outs", Keys: []string{"O"}, Group: "staff", Why: one, Run: p.back},
		{ID: "staff.vehicle-copy", Keys: []string{"d"}, Group: "staff", Rank: 4, Why: one, Run: p.copied},
		{ID: "staff.vehicle-remove", Keys: []string{"x", "delete"}, Group: "staff", Rank: 5, Why: one, Run: func() tea.Cmd {
			v := p.current()
			return drop(p.h, v, v.Name)
		}},
	}
}

// edit opens the form of a vehicle, or of a new one.
func (p *fleet) edit(was *model.Vehicle) tea.Cmd {
	if was != nil {
		return p.form(*was, "staff.vehicle-edit.title", "staff.act.vehicle-edit")
	}
	return p.form(model.Vehicle{ID: p.h.NewID(), Kind: model.Patrol}, "staff.vehicle-new.title", "staff.act.vehicle-new")
}

// copied opens the form of a new vehicle like the one under the cursor.
func (p *fleet) copied() tea.Cmd {
	v := *p.current()
	v.ID, v.Out = p.h.NewID(), nil
	v.Name = nextName(v.Name, func(name string) bool {
		return slices.ContainsFunc(p.rows, func(r *model.Vehicle) bool { return kit.Fold(r.Name) == kit.Fold(name) })
	})
	return p.form(v, "staff.vehicle-new.title", "staff.act.vehicle-new")
}

func (p *fleet) form(v model.Vehicle, title, act string) tea.Cmd {
	e, held := p.h.Env(), take(p.h, model.RefOf(&v), act)
	var kinds []kit.Option[model.VehicleKind]
	for _, k := range model.VehicleKinds {
		kinds = append(kinds, kit.Option[model.VehicleKind]{Value: k, Label: e.T("word.vehicle." + string(k))})
	}
	name, kind := kit.NewText("name", v.Name), kit.NewChoice("kind", v.Kind, kinds)
	seats := kit.NewNumber("seats", v.Seats, 0, 100, model.Say("staff.unit.visitors"))
	note := kit.NewNote("note", v.Note)
	read := func() model.Vehicle {
		n := v
		n.Name, n.Kind, n.Seats, n.Note = name.Value(), kind.Value(), seats.Value(), note.Value()
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say(title), name, kind, seats, note)
	form.Check = func() error {
		_, err := model.NewVehicle(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewVehicle(read())
		cmd := held.keep(rec, err, false)
		p.g.Select(v.ID)
		return cmd
	})
	return nil
}

// takeOut asks when the vehicle cannot be used.
func (p *fleet) takeOut() tea.Cmd {
	v := *p.current()
	held := take(p.h, model.RefOf(&v), "staff.act.out")
	span := newSpanForm(model.Span{}, nearDay(p.h))
	read := func() model.Vehicle {
		n := v
		n.Out = append(slices.Clone(v.Out), span.span())
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say("staff.out.title", "what", v.ID), span.fields()...)
	form.Check = func() error {
		_, err := model.NewVehicle(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewVehicle(read())
		return held.keep(rec, err, true)
	})
	return nil
}

// back chooses a time out of service to take back.
func (p *fleet) back() tea.Cmd {
	v, e := *p.current(), p.h.Env()
	held := take(p.h, model.RefOf(&v), "staff.act.out-over")
	var options []kit.Option[int]
	for i, s := range v.Out {
		options = append(options, kit.Option[int]{Value: i, Label: when(e, s)})
	}
	if len(options) == 0 {
		return p.h.Tell(kit.Info, model.Say("staff.out.none"))
	}
	kit.Open(p.h.Dialogs(), kit.NewChoose(e, model.Say("staff.out.drop"), options, 0), func(i int) tea.Cmd {
		n := v
		n.Out = slices.Delete(slices.Clone(v.Out), i, i+1)
		rec, err := model.NewVehicle(n)
		return held.keep(rec, err, true)
	})
	return nil
}
