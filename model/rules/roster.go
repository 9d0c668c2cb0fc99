package rules

import (
	"slices"

	"muster/model"
)

// A roster is a cohort as the rules need it: how many officers each squad has
// and what they speak.
type roster struct {
	c        *model.Cohort
	strength [model.MaxSquads + 1]int // by squad; 0 is those not yet dealt into one
	tongues  [model.MaxSquads + 1][]tongue
	late     []model.Seat // of those who come late
}

// A tongue is how many officers speak just these languages.
type tongue struct {
	speaks []string
	people []model.ID
}

func newRoster(c *model.Cohort, d *model.Desk) *roster {
	r := &roster{c: c}
	for i := range c.Seats {
		s := &c.Seats[i]
		if s.Alternate > 0 || s.Stage.Out() {
			continue
		}
		r.strength[s.Squad]++
		if !s.Arrives.IsZero() {
			r.late = append(r.late, *s)
		}
		if p := d.People.Get(s.Person); p != nil && len(p.Speaks) > 0 {
			r.tongues[s.Squad] = speaking(r.tongues[s.Squad], p)
		}
	}
	return r
}

func speaking(list []tongue, p *model.Person) []tongue {
	for i := range list {
		if slices.Equal(list[i].speaks, p.Speaks) {
			list[i].people = append(list[i].people, p.ID)
			return list
		}
	}
	return append(list, tongue{p.Speaks, []model.ID{p.ID}})
}

// officers is how many take part in the session.
func (r *roster) officers(s *model.Session) int {
	switch {
	case s.Ride != nil:
		return len(s.Ride.Riders)
	case len(s.Only) > 0:
		return len(s.Only)
	}
	n := 0
	for q, k := range r.strength {
		if k > 0 && r.takes(s.Squads, model.Squad(q)) {
			n += k
		}
	}
	return n
}

// takes reports whether the officers of the squad are among those of the set;
// the ones not yet dealt are when it is every squad, as Cohort.Strength counts.
func (r *roster) takes(set model.Squads, q model.Squad) bool {
	return set.Has(q) || q == 0 && set == r.c.SquadSet()
}

// squadOf is the squad of a person; 0 when they have none or no seat.
func (r *roster) squadOf(person model.ID) model.Squad {
	for i := range r.c.Seats {
		if r.c.Seats[i].Person == person {
			return r.c.Seats[i].Squad
		}
	}
	return 0
}
