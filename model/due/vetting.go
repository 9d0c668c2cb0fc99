package due

import (
	"slices"

	"muster/model"
)

// vetting looks at who is to be submitted for it, and at approvals that end
// during the course or were given too long ago. What stands in the way of the
// course as such, the board tells.
func (r *reader) vetting(c *course, f *file) {
	if s, on := r.on("vetting-lead"); on {
		due := c.First.Days(-s.value)
		units := r.unsent(f.units)
		if r.soon(c, due) && len(f.unsent)+len(units) > 0 {
			r.submit(c, s, due, f.unsent, units)
		}
	}
	if s, on := r.on("re-vet"); on && len(f.stale) > 0 {
		r.people(c, "re-vet", s.hard, max(c.First, c.today), f.stale, model.Say("due.re-vet", "who", who(f.stale),
			"n", len(f.stale), "days", s.value, "cohort", c.Code, "first", c.First))
	}
	if s, on := r.on("vetting-lapses"); on {
		r.ending(c, s, f)
	}
}

// unsent is the units among these that have not been submitted.
func (r *reader) unsent(units []model.ID) []model.ID {
	return slices.DeleteFunc(slices.Clone(units), func(id model.ID) bool {
		u := r.d.Units.Get(id)
		return u == nil || u.Vetting.State != model.NotVetted
	})
}

func (r *reader) submit(c *course, s setting, due model.Date, people, units []model.ID) {
	hard := s.hard && c.today > due
	late := ""
	if c.today > c.First.Days(-r.settings["vetting-late"].value) {
		late = ".late"
	}
	args := []any{"date", due, "when", when(due, c.today), "cohort", c.Code}
	if len(people) > 0 {
		r.people(c, "vetting-lead", hard, due, people,
			model.Say("due.vetting-lead"+late, append(args, "who", who(people), "n", len(people))...))
	}
	if len(units) > 0 {
		r.people(c, "vetting-lead", hard, due, nil,
			model.Say("due.vetting-lead.unit", append(args, "who", who(units), "n", len(units))...))
	}
}

// ending: vettings that hold on the first day and not on the last.
func (r *reader) ending(c *course, s setting, f *file) {
	if len(f.ending) > 0 {
		slices.SortStableFunc(f.ending, func(a, b ending) int { return int(a.until - b.until) })
		people := make([]model.ID, len(f.ending))
		for i, e := range f.ending {
			people[i] = e.person
		}
		until := f.ending[0].until
		r.people(c, "vetting-lapses", s.hard, max(until+1, c.today), people, model.Say("due.vetting-lapses", "who", who(people),
			"n", len(people), "date", until, "when", from(until, c.today), "cohort", c.Code))
	}
	for _, id := range f.units {
		u := r.d.Units.Get(id)
		if u == nil || u.Vetting.State != model.VettingApproved || u.Vetting.Until < c.First || u.Vetting.Until >= c.Last {
			continue
		}
		var people []model.ID
		for _, seat := range c.Holders() {
			if p := r.d.People.Get(seat.Person); p != nil && p.Unit == id {
				people = append(people, p.ID)
			}
		}
		until := u.Vetting.Until
		r.people(c, "vetting-lapses", s.hard, max(until+1, c.today), people, model.Say("due.vetting-lapses.unit", "unit", u.Name,
			"who", who(people), "n", len(people), "date", until, "when", from(until, c.today), "cohort", c.Code))
	}
}
