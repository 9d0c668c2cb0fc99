package rules

import (
	"slices"

	"muster/model"
)

// vetting looks at everybody who holds a seat: the vetting office has approved
// the person, and the person's unit, for every day of the course. Those still
// waiting are told of together.
func (k *sink) vetting(r *roster) {
	c := r.c
	if c.State == model.Closed {
		return
	}
	var unsent, sent, unitless []model.ID
	var units []model.ID
	for i := range c.Seats {
		s := &c.Seats[i]
		if s.Alternate > 0 || s.Stage.Out() {
			continue
		}
		p := k.desk.People.Get(s.Person)
		if p == nil {
			continue
		}
		switch v := p.Vetting; {
		case v.Covers(c.First, c.Last):
		case v.State == model.NotVetted:
			unsent = append(unsent, p.ID)
		case v.State == model.VettingSent:
			sent = append(sent, p.ID)
		default:
			id, date := refused(v, c)
			k.cohort(rPerson, c, []model.ID{p.ID}, "clash.vetting-person."+id, "person", p.ID, "date", date)
		}
		if p.Unit.IsZero() {
			unitless = append(unitless, p.ID)
		} else if !slices.Contains(units, p.Unit) {
			units = append(units, p.Unit)
		}
	}
	k.together(rPerson, c, unsent, "clash.vetting-person.unsent")
	k.together(rPerson, c, sent, "clash.vetting-person.sent")
	k.together(rUnit, c, unitless, "clash.vetting-unit.none")
	for _, id := range units {
		k.unit(r, id)
	}
}

// refused is why a vetting that was decided does not cover the course: the
// last part of the message's id, and the date it names.
func refused(v model.Vetting, c *model.Cohort) (string, model.Date) {
	switch v.State {
	case model.VettingApproved:
		if v.Until < c.Last {
			return "ends", v.Until
		}
		return "begins", v.Decided
	case model.VettingSuspend, model.VettingRejected, model.VettingCancel:
		if v.Decided.IsZero() {
			return string(v.State) + ".undated", 0
		}
		return string(v.State), v.Decided
	case model.VettingSent:
		return "sent", v.Submitted
	}
	return "unsent", 0
}

// unit: the vetting of one unit, told once for all who come from it.
func (k *sink) unit(r *roster, id model.ID) {
	u := k.desk.Units.Get(id)
	if u == nil || u.Vetting.Covers(r.c.First, r.c.Last) {
		return
	}
	var people []model.ID
	for _, s := range r.c.Seats {
		if p := k.desk.People.Get(s.Person); p != nil && p.Unit == id && s.Alternate == 0 && !s.Stage.Out() {
			people = append(people, p.ID)
		}
	}
	why, date := refused(u.Vetting, r.c)
	k.cohort(rUnit, r.c, people, "clash.vetting-unit."+why, "unit", u.Name, "date", date, "people", people, "n", len(people))
}

func (k *sink) together(row int, c *model.Cohort, people []model.ID, id string) {
	if len(people) > 0 {
		k.cohort(row, c, people, id, "people", people, "n", len(people))
	}
}

// cohort keeps a fault that concerns a cohort as a whole.
func (k *sink) cohort(row int, c *model.Cohort, people []model.ID, id string, pairs ...any) {
	if k.focus != nil || !k.cares(row) {
		return
	}
	k.faults = append(k.faults, &fault{row: row, Clash: Clash{
		Rule: rows[row].ID, Hard: k.limits[row].hard, Cohort: c.ID,
		AnyTime: true, People: sortedIDs(slices.Clone(people)), Text: model.Say(id, append(pairs, "cohort", c.Code)...),
	}})
}
