package ride

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Open opens the page of a ride; without a session, the programme of the
// cohort in hand: who has ridden, and for how long.
func Open(h tab.Host, session model.ID) tea.Cmd {
	if session.IsZero() {
		return Programme(h, h.Cohort())
	}
	s := h.Desk().Sessions.Get(session)
	if s == nil || s.Ride == nil || h.Desk().Cohorts.Get(s.Cohort) == nil {
		return h.Tell(kit.Warn, model.Say("ride.why.no-ride"))
	}
	kit.Open(h.Dialogs(), newPage(h, session), func(left) tea.Cmd { return nil })
	return nil
}

// Programme opens the list of everybody in the cohort with the rides they had
// and are to have.
func Programme(h tab.Host, c *model.Cohort) tea.Cmd {
	if c == nil {
		return h.Tell(kit.Warn, model.Say("ride.why.no-cohort"))
	}
	kit.Open(h.Dialogs(), newProgramme(h, c.ID), func(to model.ID) tea.Cmd { return Open(h, to) })
	return nil
}

// left is the result of a page: there is nothing to hand over, every act has
// been kept.
type left struct{}

// Seats is how many riders a ride takes: as offered, or the seats of its
// vehicles; 0 when neither is known.
func Seats(d *model.Desk, s *model.Session) int {
	if s.Ride == nil {
		return 0
	}
	if s.Ride.Seats > 0 {
		return s.Ride.Seats
	}
	n := 0
	for _, id := range s.Cars {
		if v := d.Vehicles.Get(id); v != nil {
			n += seatsIn(s, v)
		}
	}
	return n
}

// seatsIn is how many riders the vehicle takes: on patrol one, however many
// seats it has.
func seatsIn(s *model.Session, v *model.Vehicle) int {
	if s.Block.RideKind == model.PatrolRide {
		return min(v.Seats, 1)
	}
	return v.Seats
}
