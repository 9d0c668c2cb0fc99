package schedule

import (
	"strconv"

	"muster/model"
	"muster/ui/ride"
)

// seats is how many can ride in the cars of a ride; "–" while none is booked.
func (t *Tab) seats(s *model.Session) string {
	if n := ride.Seats(t.host.Desk(), s); n > 0 {
		return strconv.Itoa(n)
	}
	return none
}

// rideTerms says which approvals are there.
func (t *Tab) rideTerms(s *model.Session) string {
	mark := func(d model.Date) string {
		if d.IsZero() {
			return "–"
		}
		return "✓"
	}
	text := t.env.T("schedule.ride.agency", "mark", mark(s.Ride.Approved))
	if s.Block.RideKind == model.SWATRide {
		text += "  " + t.env.T("schedule.ride.command", "mark", mark(s.Ride.Command))
	}
	return text
}

// aboutRide is a ride in short: how it runs, its riders, its approvals.
func (t *Tab) aboutRide(s *model.Session) []string {
	r := s.Ride
	out := []string{
		t.env.T("word.ride." + string(s.Block.RideKind)),
		t.env.T("schedule.detail.ride", "brief", t.env.Lang.Length(r.Brief),
			"observe", t.env.Lang.Length(s.Block.Length-r.Brief-r.Debrief), "debrief", t.env.Lang.Length(r.Debrief)),
		t.env.T("schedule.detail.riders", "n", len(r.Riders), "seats", t.seats(s)),
		t.rideTerms(s),
	}
	if r.Standby {
		out = append(out, t.env.T("field.standby"))
	}
	return out
}
