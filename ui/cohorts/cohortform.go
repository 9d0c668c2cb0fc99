package cohorts

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/geo"
	"muster/ui/kit"
)

// Where a new cohort begins: far enough ahead for papers and vetting, on a
// Monday, for two weeks that end on a Friday.
const (
	leadDays    = 28
	courseDays  = 12
	usualPlaces = 30
	usualSquads = 3
	usualZone   = "America/New_York"
)

func (t *Tab) newCohort() tea.Cmd {
	return t.askCohort(func(c *model.Cohort) tea.Cmd {
		cmd := t.commit(
			model.Change{Act: model.Say("cohorts.act.new", "cohort", c.Code), Puts: []model.Put{t.desk().Put(c)}},
			model.Say("cohorts.made", "cohort", c.Code))
		return tea.Batch(cmd, t.settleIn(c.ID))
	})
}

// settleIn takes a cohort that was just made in hand, with the keys in its
// roll.
func (t *Tab) settleIn(id model.ID) tea.Cmd {
	cmd := t.take(id)
	t.inList = t.cohort == nil
	t.resize()
	return cmd
}

// askForRoster opens the form of a new cohort that an import is for; then gets
// it, not yet kept, and a way back to the form with what was filled in.
func (t *Tab) askForRoster(then func(c *model.Cohort, back func() tea.Cmd) tea.Cmd) tea.Cmd {
	draft := proposal(t.desk(), t.h.Today())
	draft.ID = t.h.NewID()
	var form *kit.Form
	var made func() *model.Cohort
	var open func() tea.Cmd
	open = func() tea.Cmd {
		kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd { return then(made(), open) })
		return nil
	}
	form, made = t.cohortFields(draft, true, model.Say("cohorts.form.for-roster"))
	form.SaveLabel = "cohorts.form.to-file"
	return open()
}

// askCohort opens the form of a new cohort; then gets it, not yet kept.
func (t *Tab) askCohort(then func(*model.Cohort) tea.Cmd) tea.Cmd {
	draft := proposal(t.desk(), t.h.Today())
	draft.ID = t.h.NewID()
	t.cohortForm(draft, true, model.Say("cohorts.form.new"), then)
	return nil
}

func (t *Tab) editCohort() tea.Cmd {
	c := t.inFocus()
	if c == nil {
		return nil
	}
	held := t.hold(c)
	t.cohortForm(*c, false, model.Say("cohorts.form.edit", "cohort", c.Code), func(next *model.Cohort) tea.Cmd {
		return t.commit(
			model.Change{Act: model.Say("cohorts.act.edit", "cohort", next.Code), Puts: []model.Put{held(next)}},
			model.Say("cohorts.saved", "cohort", next.Code))
	})
	return nil
}

// proposal is a new cohort as the last one was.
func proposal(d *model.Desk, today model.Date) model.Cohort {
	first := today.Days(leadDays)
	first = first.Days((8 - first.Weekday()) % 7)
	c := model.Cohort{
		Zone: usualZone, First: first, Last: first.Days(courseDays - 1),
		Places: usualPlaces, Squads: usualSquads, State: model.Planning,
	}
	if all := d.CohortsByDate(); len(all) > 0 {
		last := all[len(all)-1]
		c.Zone, c.Country = last.Zone, last.Country
		c.Places, c.Squads = cmp.Or(last.Places, usualPlaces), cmp.Or(last.Squads, usualSquads)
	}
	c.Code = freeCode(d, c.Country, first)
	return c
}

// freeCode is the next code of a country and a year: MEX-26-1, MEX-26-2. A
// cohort of no country gets the year and the number.
func freeCode(d *model.Desk, country string, first model.Date) string {
	year, _, _ := first.Civil()
	prefix := fmt.Sprintf("%02d-", year%100)
	if n, ok := geo.Country(country); ok {
		prefix = n.Code3 + "-" + prefix
	}
	for n := 1; ; n++ {
		if code := prefix + itoa(n); d.CohortByCode(code) == nil {
			return code
		}
	}
}

// cohortForm asks for everything about a cohort but its seats.
func (t *Tab) cohortForm(c model.Cohort, isNew bool, title model.Message, then func(*model.Cohort) tea.Cmd) {
	f, made := t.cohortFields(c, isNew, title)
	kit.Open(t.h.Dialogs(), f, func(*kit.Form) tea.Cmd { return then(made()) })
}

// cohortFields is the form, and the cohort it has made once it is done.
func (t *Tab) cohortFields(c model.Cohort, isNew bool, label model.Message) (form *kit.Form, result func() *model.Cohort) {
	e, today := t.env(), t.h.Today()
	code := kit.NewText("code", c.Code).Limit(24)
	code.Width = 24
	code.Hint = model.Say("cohorts.form.code")
	title := kit.NewText("title", c.Title).Limit(model.MaxName)
	country := kit.NewChoice("country", c.Country, keeping(countries(e), c.Country))
	country.Hint = model.Say("cohorts.form.country")
	zone := kit.NewChoice("zone", c.Zone, zones(e, c.Zone))
	zone.Free = otherZone
	zone.Hint = model.Say("cohorts.form.zone")
	zone.Check = knownZone
	first := kit.NewDate("first", c.First, today, false)
	last := kit.NewDateBy("last", c.Last, func() model.Date { return first.Value() }, false)
	// A cohort that begins another day is as long as it was, until its last
	// day was chosen too.
	length, followed := int(c.Last-c.First), c.Last
	proposed := c.Code
	propose := func() { // as long as nobody has given a code of their own
		if isNew && code.Value() == proposed {
			proposed = freeCode(t.desk(), country.Value(), first.Value())
			code.Set(e, proposed)
		}
	}
	country.Changed = func(string) { propose() }
	first.Changed = func(d model.Date) {
		propose()
		if last.Value() == followed {
			followed = d.Days(length)
			last.Set(e, followed)
		}
	}
	places := kit.NewNumber("places", c.Places, 0, 500, model.Message{})
	squads := kit.NewNumber("squads", c.Squads, 0, model.MaxSquads, model.Message{})
	note := kit.NewNote("note", c.Note)
	note.Lines = 3
	f := kit.NewForm(t.h.Dialogs(), label, code, title, country, zone, first, last, places, squads, note)
	var made *model.Cohort
	f.Check = func() error {
		next := c
		next.Code, next.Title, next.Country, next.Zone = code.Value(), title.Value(), country.Value(), zone.Value()
		next.First, next.Last = first.Value(), last.Value()
		next.Places, next.Squads, next.Note = places.Value(), squads.Value(), note.Value()
		rec, err := model.NewCohort(next)
		if err != nil {
			return err
		}
		if other := t.desk().CohortByCode(rec.Code); other != nil && other.ID != rec.ID {
			return model.Wrong("code", "cohorts.code-taken", "code", rec.Code)
		}
		made = rec
		return nil
	}
	return f, func() *model.Cohort { return made }
}

// knownZone refuses a time zone this machine cannot tell the time in.
func knownZone(name string) *model.Problem {
	if !isZone(name) {
		return model.Wrong("zone", "cohorts.zone-unknown", "value", name)
	}
	return nil
}

// countries are all countries by name, and none.
func countries(e *kit.Env) []kit.Option[string] {
	out := []kit.Option[string]{{Value: "", Label: e.T("cohorts.form.no-country")}}
	for _, n := range geo.Countries() {
		out = append(out, kit.Option[string]{Value: n.Code, Label: n.Name(e.Lang.Tag()), Note: n.Code})
	}
	sortOptions(out[1:])
	return out
}

func sortOptions[T any](list []kit.Option[T]) {
	slices.SortFunc(list, func(a, b kit.Option[T]) int { return cmp.Compare(kit.Fold(a.Label), kit.Fold(b.Label)) })
}
