package sample

import (
	"slices"

	"muster/model"
)

// The layout of a plan: each squad's turn of each block where the course
// commonly has it, in a place of the right kind that is free.

// plan is a cohort's whole plan: every session with its time, place, vehicles,
// people and riders.
func (u *unit) plan(c *model.Cohort) []*model.Session {
	return u.planIf(c, func(*model.Session) bool { return true })
}

// planIf is the cohort's plan with only those sessions placed that keep says;
// the others lie in the tray.
func (u *unit) planIf(c *model.Cohort, keep func(*model.Session) bool) []*model.Session {
	all := u.course.Course.Take(c, func() model.ID { return u.id(c.First.Days(-60)) })
	turn := map[int]int{}
	var placed []*model.Session
	for _, s := range all {
		at := u.course.Turn(s.Block.Key, turn[s.Block.Key])
		turn[s.Block.Key]++
		s.Start = c.First.Days(at.Day - 1).At(at.At)
		if !keep(s) {
			s.Start = 0
			continue
		}
		placed = append(placed, s)
	}
	slices.SortStableFunc(placed, func(a, b *model.Session) int { return int(a.Start - b.Start) })
	var taken ledger
	for _, s := range placed {
		u.lodge(s, c, &taken)
		u.equip(s, &taken)
	}
	u.seatRiders(c, placed)
	u.cast(placed)
	return all
}

// A ledger says what is in use when.
type ledger struct{ uses map[model.ID][]model.Span }

func (l *ledger) free(id model.ID, s model.Span) bool {
	return !slices.ContainsFunc(l.uses[id], s.Overlaps)
}

func (l *ledger) take(id model.ID, s model.Span) {
	if l.uses == nil {
		l.uses = map[model.ID][]model.Span{}
	}
	l.uses[id] = append(l.uses[id], s)
}

// lodge gives the session the first place of its kind that is free and large
// enough; what others have booked lies elsewhere but for the one clash of the
// coming course. Rides go by turns to the stations.
func (u *unit) lodge(s *model.Session, c *model.Cohort, taken *ledger) {
	if s.Block.Place == "" {
		return
	}
	places := slices.Clone(u.places)
	if s.Block.Kind == model.KindRide && s.Start.Date()%2 != 0 {
		slices.Reverse(places)
	}
	for _, p := range places {
		if p.Kind != s.Block.Place || p.Capacity < s.Officers(c) || !p.Shared && !taken.free(p.ID, s.Span()) {
			continue
		}
		s.Place = p.ID
		taken.take(p.ID, s.Span())
		return
	}
}

// equip gives the session its vehicles.
func (u *unit) equip(s *model.Session, taken *ledger) {
	for _, need := range s.Block.Vehicles {
		n := need.Count
		for _, v := range u.vehicles {
			out := slices.ContainsFunc(v.Out, s.Span().Overlaps)
			if n > 0 && v.Kind == need.Kind && !out && taken.free(v.ID, s.Span()) {
				s.Cars = append(s.Cars, v.ID)
				taken.take(v.ID, s.Span())
				n--
			}
		}
	}
}

const cell = 3 // riders on patrol at a time, one a car: a cell

// seatRiders shares the rides out so that everybody rides once: patrol takes a
// cell, the armoured vehicles take the rest.
func (u *unit) seatRiders(c *model.Cohort, placed []*model.Session) {
	waiting := slices.DeleteFunc(c.Holders(), unsure)
	// The cells of patrol come from one squad each, in turn.
	slices.SortStableFunc(waiting, func(a, b model.Seat) int { return int(a.Squad) - int(b.Squad) })
	take := func(n, from int) []model.Seat {
		n = min(n, len(waiting))
		from = min(from, len(waiting)-n)
		out := slices.Clone(waiting[from : from+n])
		waiting = slices.Delete(waiting, from, from+n)
		return out
	}
	var swat []*model.Session
	patrols := 0
	for _, s := range placed {
		switch s.Block.RideKind {
		case model.PatrolRide:
			r := u.ride(c, s)
			for i, seat := range take(cell, patrols%squads*(len(waiting)/squads)) {
				r.Riders = append(r.Riders, model.Rider{Person: seat.Person, Car: sectors[(patrols*cell+i)%len(sectors)]})
			}
			r.Seats = cell
			patrols++
		case model.SWATRide:
			swat = append(swat, s)
		}
	}
	for i, s := range swat {
		r := u.ride(c, s)
		r.Standby, r.Command = true, c.First.Days(-5)
		r.Seats = u.observers(s)
		left := len(swat) - i - 1
		n := min(r.Seats, len(waiting))
		if left > 0 {
			n = min(n, (len(waiting)+left)/(left+1))
		}
		for _, seat := range take(n, 0) {
			r.Riders = append(r.Riders, model.Rider{Person: seat.Person})
		}
	}
}

// unsure reports whether it is not yet certain that somebody comes.
func unsure(s model.Seat) bool {
	switch s.Stage {
	case model.Nominated, model.PapersIn, model.InVetting, model.Suspended, model.VisaSought:
		return true
	}
	return false
}

// sectors is the cars of the districts, as the dispatcher calls them.
var sectors = []string{"N-11", "N-14", "N-22", "S-07", "S-12", "S-16"}

// ride makes the ride with the host's leave.
func (u *unit) ride(c *model.Cohort, s *model.Session) *model.Ride {
	s.Ride.Host, s.Ride.Approved = u.host, min(c.First.Days(-14), u.today.Days(-2))
	return s.Ride
}

// observers is the seats of the session's vehicles.
func (u *unit) observers(s *model.Session) int {
	n := 0
	for _, v := range u.vehicles {
		if slices.Contains(s.Cars, v.ID) {
			n += v.Seats
		}
	}
	return n
}
