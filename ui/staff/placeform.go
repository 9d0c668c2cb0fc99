package staff

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// edit opens the form of a place, or of a new one.
func (p *places) edit(was *model.Place) tea.Cmd {
	if was != nil {
		return p.form(*was, "staff.place-edit.title", "staff.act.place-edit")
	}
	return p.form(model.Place{ID: p.h.NewID(), Kind: model.Classroom, Capacity: 30}, "staff.place-new.title", "staff.act.place-new")
}

// copied opens the form of a new place like the one under the cursor; its
// bookings are its own.
func (p *places) copied() tea.Cmd {
	v := *p.current()
	v.ID, v.Bookings, v.Short = p.h.NewID(), nil, ""
	v.Name = nextName(v.Name, func(name string) bool {
		return slices.ContainsFunc(p.rows, func(r *model.Place) bool { return kit.Fold(r.Name) == kit.Fold(name) })
	})
	return p.form(v, "staff.place-new.title", "staff.act.place-new")
}

func (p *places) form(v model.Place, title, act string) tea.Cmd {
	e := p.h.Env()
	held := take(p.h, model.RefOf(&v), act)
	var kinds []kit.Option[model.PlaceKind]
	for _, k := range model.PlaceKinds {
		kinds = append(kinds, kit.Option[model.PlaceKind]{Value: k, Label: e.T("word.place." + string(k))})
	}
	people := model.Say("staff.unit.people")
	name, short := kit.NewText("name", v.Name), kit.NewText("short", v.Short)
	kind, site := kit.NewChoice("kind", v.Kind, kinds), kit.NewText("site", v.Site)
	site.Hint = model.Say("staff.hint.site")
	capacity := kit.NewNumber("capacity", v.Capacity, 0, 2000, people)
	lanes := kit.NewNumber("lanes", v.Lanes, 0, 200, model.Message{})
	lanes.Hidden = func() bool { return kind.Value() != model.Range }
	shared, outdoor := kit.NewToggle("shared", v.Shared), kit.NewToggle("outdoor", v.Outdoor)
	shared.Hint = model.Say("staff.hint.shared")
	first := kit.NewNumber("firstAid", v.Kits.FirstAid, 0, 100, model.Message{})
	trauma := kit.NewNumber("trauma", v.Kits.Trauma, 0, 100, model.Message{})
	aed := kit.NewNumber("aed", v.Kits.AED, 0, 100, model.Message{})
	means := kit.NewNumber("means", v.Means, 0, 20, model.Message{})
	means.Hint = model.Say("staff.hint.means")
	plan := kit.NewDate("plan", v.Plan, p.h.Today(), true)
	note := kit.NewNote("note", v.Note)
	read := func() model.Place {
		n := v
		n.Name, n.Short, n.Kind, n.Site = name.Value(), short.Value(), kind.Value(), site.Value()
		n.Capacity, n.Lanes, n.Shared, n.Outdoor = capacity.Value(), lanes.Value(), shared.Value(), outdoor.Value()
		n.Kits = model.MedKit{FirstAid: first.Value(), Trauma: trauma.Value(), AED: aed.Value()}
		n.Means, n.Plan, n.Note = means.Value(), plan.Value(), note.Value()
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say(title),
		name, short, kind, site, capacity, lanes, shared, outdoor,
		kit.NewHeading(model.Say("staff.heading.safety")), first, trauma, aed, means, plan, note)
	form.Check = func() error {
		_, err := model.NewPlace(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewPlace(read())
		cmd := held.keep(rec, err, false)
		p.g.Select(v.ID)
		return cmd
	})
	return nil
}

// book asks when a place is let to somebody else, or closed; weekly bookings
// are entered once.
func (p *places) book() tea.Cmd {
	v := *p.current()
	held := take(p.h, model.RefOf(&v), "staff.act.booking")
	span := newSpanForm(model.Span{}, nearDay(p.h))
	by := kit.NewText("by", "")
	closed := kit.NewToggle("closed", false)
	weeks := kit.NewNumber("weeks", 1, 1, 52, model.Message{})
	weeks.Hint = model.Say("staff.hint.weeks")
	read := func() model.Place {
		n := v
		n.Bookings = slices.Clone(v.Bookings)
		for w := range weeks.Value() {
			s, shift := span.span(), model.Quarter(w*7*model.Day)
			n.Bookings = append(n.Bookings, model.Booking{
				Span: model.Span{From: s.From + shift, To: s.To + shift}, By: by.Value(), Closed: closed.Value(),
			})
		}
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say("staff.booking.title", "what", v.ID), append(span.fields(), by, closed, weeks)...)
	form.Check = func() error {
		_, err := model.NewPlace(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewPlace(read())
		return held.keep(rec, err, true)
	})
	return nil
}

// bookings chooses bookings to take out.
func (p *places) bookings() tea.Cmd {
	v, e := *p.current(), p.h.Env()
	held := take(p.h, model.RefOf(&v), "staff.act.booking-over")
	var options []kit.Option[int]
	for i, b := range v.Bookings {
		note := b.By
		if b.Closed {
			note = e.T("staff.closed")
		}
		options = append(options, kit.Option[int]{Value: i, Label: when(e, b.Span), Note: note})
	}
	if len(options) == 0 {
		return p.h.Tell(kit.Info, model.Say("staff.booking.none"))
	}
	kit.Open(p.h.Dialogs(), kit.NewChooseMany(e, model.Say("staff.booking.drop"), options), func(gone []int) tea.Cmd {
		if len(gone) == 0 {
			return nil
		}
		n := v
		n.Bookings = nil
		for i, b := range v.Bookings {
			if !slices.Contains(gone, i) {
				n.Bookings = append(n.Bookings, b)
			}
		}
		rec, err := model.NewPlace(n)
		return held.keep(rec, err, true)
	})
	return nil
}

// travel asks how long it takes to another place, and then how long.
func (p *places) travel() tea.Cmd {
	v, e := *p.current(), p.h.Env()
	held := take(p.h, model.RefOf(&v), "staff.act.travel")
	var options []kit.Option[model.ID]
	for _, o := range p.rows {
		if o.ID == v.ID {
			continue
		}
		note := o.Site
		for _, l := range v.Travel {
			if l.To == o.ID {
				note = e.T("staff.minutes", "n", l.Minutes)
			}
		}
		options = append(options, kit.Option[model.ID]{Value: o.ID, Label: o.Name, Note: note})
	}
	if len(options) == 0 {
		return p.h.Tell(kit.Info, model.Say("staff.travel.alone"))
	}
	kit.Open(p.h.Dialogs(), kit.NewChoose(e, model.Say("staff.travel.title", "what", v.ID), options, 0), func(to model.ID) tea.Cmd {
		known := 20
		for _, l := range v.Travel {
			if l.To == to {
				known = l.Minutes
			}
		}
		minutes := kit.NewNumber("minutes", known, 0, 24*60, model.Say("staff.unit.minutes"))
		form := kit.NewForm(p.h.Dialogs(), model.Say("staff.travel.to", "what", v.ID, "to", to), minutes)
		kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
			n := v
			n.Travel = slices.DeleteFunc(slices.Clone(v.Travel), func(l model.Leg) bool { return l.To == to })
			n.Travel = append(n.Travel, model.Leg{To: to, Minutes: minutes.Value()})
			rec, err := model.NewPlace(n)
			return held.keep(rec, err, false)
		})
		return nil
	})
	return nil
}
