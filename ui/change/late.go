package change

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Late asks when an officer of the cohort in hand arrives; the zero id leaves
// open who. Somebody who is here after all is told so in the same form.
func Late(h tab.Host, person model.ID) tea.Cmd {
	c := h.Cohort()
	if c == nil {
		return h.Tell(kit.Warn, model.Say("change.why.no-officer"))
	}
	e, now, was := h.Env(), here(h), h.Desk().RevOf(model.RefOf(c))
	who := kit.NewChoice("person", person, officers(h, c))
	who.Check = chosen("person")
	day := kit.NewDate("arrives", now.Date(), now.Date(), false)
	at := kit.NewTime("at", kit.NoTime, true)
	at.Label = model.Say("change.late.time")
	at.Hint = model.Say("change.hint.morning")
	in := kit.NewToggle("here", false)
	in.Label = model.Say("change.late.here")
	seat := func() model.Seat { v, _ := c.Seat(who.Value()); return v }
	in.Hidden = func() bool { return seat().Arrives.IsZero() }
	known := func(model.ID) {
		if a := seat().Arrives; !a.IsZero() {
			day.Set(e, a.Date())
			at.Set(e, a.OfDay())
		}
	}
	who.Changed = known
	known(person)
	read := func() (*model.Cohort, error) {
		v := seat()
		v.Arrives = day.Value().At(max(at.Value(), 0))
		if in.Value() && !in.Hidden() {
			v.Arrives = 0
		}
		return model.NewCohort(c.WithSeat(v))
	}
	form := kit.NewForm(h.Dialogs(), model.Say("change.late.title", "cohort", c.Code), who, day, at, in)
	form.Check = func() error {
		_, err := read()
		return err
	}
	if !person.IsZero() {
		form.Focus("arrives")
	}
	kit.Open(h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := read()
		if err != nil {
			return h.Fail(err)
		}
		v, _ := rec.Seat(who.Value())
		act := model.Say("change.act.late-of", "cohort", rec.Code, "person", v.Person, "at", v.Arrives)
		if v.Arrives.IsZero() {
			act = model.Say("change.act.here-of", "cohort", rec.Code, "person", v.Person)
		}
		ev := &event{h: h, kind: late, id: v.Person, cohort: rec.ID, span: model.Span{To: v.Arrives}, before: h.Board()}
		cmd := h.Commit(model.Change{Act: act, Puts: []model.Put{{Record: rec, Was: was}}})
		return tea.Batch(cmd, ev.show())
	})
	return nil
}

// officers is who holds a seat, those who are known to come late first.
func officers(h tab.Host, c *model.Cohort) []kit.Option[model.ID] {
	e, d := h.Env(), h.Desk()
	arrives := map[model.ID]model.Quarter{}
	var out []kit.Option[model.ID]
	for _, v := range c.Holders() {
		p := d.People.Get(v.Person)
		if p == nil {
			continue
		}
		o := kit.Option[model.ID]{Value: p.ID, Label: p.Name()}
		if !v.Arrives.IsZero() {
			arrives[p.ID] = v.Arrives
			o.Note = e.T("change.late.arrives", "at", v.Arrives)
		}
		out = append(out, o)
	}
	knownFirst(out, arrives)
	return out
}
