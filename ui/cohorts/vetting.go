package cohorts

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// vettingYear is how long an approval commonly holds, in days.
const vettingYear = 365

// vettingFields are the fields of a vetting on a form.
type vettingFields struct {
	state                     *kit.ChoiceField[model.VettingState]
	submitted, decided, until *kit.ValueField[model.Date]
	caseNo                    *kit.ValueField[string]
}

func newVettingFields(e *kit.Env, v model.Vetting, today model.Date) *vettingFields {
	var states []kit.Option[model.VettingState]
	for _, s := range model.VettingStates {
		states = append(states, kit.Option[model.VettingState]{Value: s, Label: e.Say(vettingWord(s))})
	}
	f := &vettingFields{
		state:     kit.NewChoice("vetting", v.State, states),
		submitted: kit.NewDate("vettingSubmitted", v.Submitted, today, true),
		decided:   kit.NewDate("vettingDecided", v.Decided, today, true),
		until:     kit.NewDate("vettingUntil", v.Until, today.Days(vettingYear), true),
		caseNo:    kit.NewText("vettingCase", v.Case).Limit(model.MaxName),
	}
	f.until.Hint = model.Say("cohorts.form.until")
	// The dates that commonly go with a state are proposed, once, where there
	// are none.
	f.state.Changed = func(s model.VettingState) {
		if s == model.VettingSent && f.submitted.Value().IsZero() {
			f.submitted.Set(e, today)
		}
		if s != model.VettingSent && s != model.NotVetted && f.decided.Value().IsZero() {
			f.decided.Set(e, today)
		}
		if s == model.VettingApproved && f.until.Value().IsZero() {
			f.until.Set(e, today.Days(vettingYear))
		}
	}
	undecided := func() bool {
		return f.state.Value() == model.NotVetted || f.state.Value() == model.VettingSent
	}
	f.submitted.Hidden = func() bool { return f.state.Value() == model.NotVetted }
	f.decided.Hidden = undecided
	f.until.Hidden = func() bool { return f.state.Value() != model.VettingApproved }
	f.caseNo.Hidden = f.submitted.Hidden
	return f
}

func (f *vettingFields) fields() []kit.Field {
	return []kit.Field{f.state, f.submitted, f.decided, f.until, f.caseNo}
}

// value is the vetting as filled in; what its state has no use for is dropped.
func (f *vettingFields) value() model.Vetting {
	v := model.Vetting{State: f.state.Value()}
	if !f.submitted.Hidden() {
		v.Submitted, v.Case = f.submitted.Value(), f.caseNo.Value()
	}
	if !f.decided.Hidden() {
		v.Decided = f.decided.Value()
	}
	if !f.until.Hidden() {
		v.Until = f.until.Value()
	}
	return v
}

// changeVetting enters the vetting office's answer for the chosen people: the
// same for all of them, but each keeps a case number of their own.
func (t *Tab) changeVetting() tea.Cmd {
	people := t.roll.Chosen()
	held := t.holdAll(people)
	start := t.desk().People.Get(people[0]).Vetting
	many := len(people) > 1
	if many {
		start.Case = ""
	}
	f := newVettingFields(t.env(), start, t.h.Today())
	fields := f.fields()
	if many {
		fields = fields[:len(fields)-1]
	}
	form := kit.NewForm(t.h.Dialogs(), t.about("cohorts.vetting.title", people), fields...)
	edit := func(p *model.Person) {
		v := f.value()
		if many {
			v.Case = p.Vetting.Case
		}
		p.Vetting = v
	}
	form.Check = func() error {
		for _, id := range people {
			p := *t.desk().People.Get(id)
			edit(&p)
			if _, err := model.NewPerson(p); err != nil {
				return err
			}
		}
		return nil
	}
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		t.roll.Unmark()
		word := vettingWord(f.state.Value())
		return t.eachPerson(people, held,
			model.Say("cohorts.act.vetting", "n", len(people), "state", word, "cohort", t.cohort.Code),
			model.Say("cohorts.vetting.done", "n", len(people), "state", word), edit)
	})
	return nil
}

// editUnit edits the unit of the person under the cursor and its vetting,
// which counts for everybody in it.
func (t *Tab) editUnit() tea.Cmd {
	r := t.current()
	u := t.desk().Units.Get(r.person.Unit)
	name := kit.NewText("name", u.Name).Limit(model.MaxLine)
	vet := newVettingFields(t.env(), u.Vetting, t.h.Today())
	note := kit.NewNote("note", u.Note)
	note.Lines = 2
	fields := append([]kit.Field{name}, vet.fields()...)
	form := kit.NewForm(t.h.Dialogs(), model.Say("cohorts.unit.title", "unit", u.Name), append(fields, note)...)
	held := t.hold(u)
	var made *model.Unit
	form.Check = func() error {
		next := *u
		next.Name, next.Vetting, next.Note = name.Value(), vet.value(), note.Value()
		rec, err := model.NewUnit(next)
		made = rec
		return err
	}
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		return t.commit(
			model.Change{Act: model.Say("cohorts.act.unit", "unit", made.ID), Puts: []model.Put{held(made)}},
			model.Say("cohorts.unit.done", "unit", made.Name))
	})
	return nil
}
