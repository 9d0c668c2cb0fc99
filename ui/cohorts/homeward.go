package cohorts

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/graduate"
	"muster/ui/kit"
)

// whereabouts is what is known of somebody's way home.
type whereabouts uint8

const (
	leftCountry whereabouts = iota
	isHome
	unknownWhere // taken back
)

func (w whereabouts) id() string { return [...]string{"left", "home", "unknown"}[w] }

// confirmHome notes for the chosen people that they have left the country, or
// are home, and on which day.
func (t *Tab) confirmHome() tea.Cmd {
	e, people := t.env(), t.roll.Chosen()
	var options []kit.Option[whereabouts]
	for _, w := range []whereabouts{leftCountry, isHome, unknownWhere} {
		options = append(options, kit.Option[whereabouts]{Value: w, Label: e.T("cohorts.home." + w.id())})
	}
	start := isHome
	for _, id := range people {
		if s, ok := t.cohort.Seat(id); ok && s.Departed.IsZero() && s.Home.IsZero() {
			start = leftCountry
		}
	}
	what := kit.NewChoice("whereabouts", start, options)
	what.Label = model.Say("cohorts.home.what")
	on := kit.NewDate("on", t.h.Today(), t.h.Today(), false)
	on.Hidden = func() bool { return what.Value() == unknownWhere }
	form := kit.NewForm(t.h.Dialogs(), t.about("cohorts.home.title", people), what, on)
	held := t.hold(t.cohort)
	var next *model.Cohort
	form.Check = func() error {
		if on.Value() > t.h.Today() && !on.Hidden() {
			return model.Wrong("on", "cohorts.home.ahead")
		}
		v := *t.cohort
		v.Seats = slices.Clone(v.Seats)
		for i := range v.Seats {
			if s := &v.Seats[i]; slices.Contains(people, s.Person) {
				confirmed(s, what.Value(), on.Value())
			}
		}
		rec, err := model.NewCohort(v)
		next = rec
		return err
	}
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		t.roll.Unmark()
		act := model.Say("cohorts.act."+what.Value().id(), "n", len(people), "cohort", t.cohort.Code, "date", on.Value())
		done := model.Say("cohorts.home.done-"+what.Value().id(), "n", len(people), "date", on.Value())
		cmd := t.commit(model.Change{Act: act, Puts: []model.Put{held(next)}}, done)
		if graduate.Finished(next) {
			return tea.Batch(cmd, t.sayAllHome(next))
		}
		return cmd
	})
	return nil
}

// confirmed is a seat with what is known now. Who is home has left, too.
func confirmed(s *model.Seat, w whereabouts, on model.Date) {
	switch w {
	case leftCountry:
		s.Departed = on
	case isHome:
		s.Home = on
		if s.Departed > on {
			s.Departed = 0
		}
	case unknownWhere:
		s.Departed, s.Home = 0, 0
	}
}
