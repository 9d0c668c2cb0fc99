package schedule

import (
	"muster/model"
	"muster/ui/ride"
)

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
		t.env.T("schedule.detail.riders", "n", len(r.Riders), "seats", ride.Seats(t.host.Desk(), s)),
		t.rideTerms(s),
	}
	if r.Standby {
		out = append(out, t.env.T("field.standby"))
	}
	return out
}
