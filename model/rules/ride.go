package rules

import (
	"slices"
	"strings"

	"muster/model"
)

// ride looks at one ride-along by itself, whenever it is: seats, debriefing,
// length, waivers.
func (k *sink) ride(m *item) {
	r := m.s.Ride
	if r == nil {
		return
	}
	on := m.own().From.Date()
	if m.s.Block.RideKind == model.SWATRide {
		if r.Debrief == 0 && k.hit(rDebrief, true, m) {
			k.add(rDebrief, model.Say("clash.swat-debrief"), m)
		}
		k.armoured(m)
	} else {
		k.seats(m)
		out := m.s.Block.Length - r.Brief - r.Debrief
		if most := k.value(rRideLength); out > most*model.Hour && k.hit(rRideLength, true, m) {
			k.add(rRideLength, model.Say("clash.ride-length", "out", hoursText(out), "most", most), m)
		}
	}
	k.waivers(m, on)
}

// approvals: the host agency's for visiting officers, and the commander's for
// observers on an operation.
func (k *sink) approvals(m *item, on model.Date) {
	if m.s.Ride == nil {
		return
	}
	k.granted(rHostApproval, m, m.s.Ride.Approved, on)
	if m.s.Block.RideKind == model.SWATRide {
		k.granted(rCommand, m, m.s.Ride.Command, on)
	}
}

// granted: an approval on record, given by the day.
func (k *sink) granted(row int, m *item, given, on model.Date) {
	if !given.IsZero() && given <= on || !k.hit(row, given.IsZero(), m) {
		return
	}
	id := "clash." + rows[row].ID
	if !given.IsZero() {
		id += ".later"
	}
	k.add(row, model.Say(id, "date", given), m)
}

// armoured: observers sit in the armoured vehicle. On standby the list may be
// longer than the seats: it is ranked.
func (k *sink) armoured(m *item) {
	if !k.cares(rSWATSeats) {
		return
	}
	cars, seats := 0, 0
	for _, v := range m.cars {
		if v.Kind == model.Armoured {
			cars, seats = cars+1, seats+v.Seats
		}
	}
	if cars == 0 {
		if k.hit(rSWATSeats, true, m) {
			k.add(rSWATSeats, model.Say("clash.swat-seats.none"), m)
		}
		return
	}
	if r := m.s.Ride; r.Seats > 0 {
		seats = min(seats, r.Seats)
	}
	if over := m.officers - seats; over > 0 && !m.s.Ride.Standby && k.hit(rSWATSeats, true, m) {
		k.add(rSWATSeats, model.Say("clash.swat-seats", "seats", seats, "officers", m.officers, "n", over), m)
	}
}

// seats: no more riders than seats offered, or than the cars named have.
func (k *sink) seats(m *item) {
	seats := m.s.Ride.Seats
	if seats == 0 {
		for _, v := range m.cars {
			seats += v.Seats
		}
	}
	if over := m.officers - seats; seats > 0 && over > 0 && k.hit(rRideSeats, true, m) {
		k.add(rRideSeats, model.Say("clash.ride-seats", "seats", seats, "officers", m.officers, "n", over), m)
	}
}

// waivers: each rider's waiver is signed and witnessed before the ride.
func (k *sink) waivers(m *item, on model.Date) {
	if !k.cares(rWaiver) {
		return
	}
	var unsigned, unseen []model.ID
	for _, v := range m.s.Ride.Riders {
		p := k.desk.People.Get(v.Person)
		switch {
		case p == nil || p.Papers.Waived(on):
		case p.Papers.Waiver.IsZero() || p.Papers.Waiver > on:
			unsigned = append(unsigned, v.Person)
		default:
			unseen = append(unseen, v.Person)
		}
	}
	k.waiver(m, "clash.waiver", unsigned)
	k.waiver(m, "clash.waiver.unwitnessed", unseen)
}

func (k *sink) waiver(m *item, id string, people []model.ID) {
	if len(people) > 0 && k.hit(rWaiver, true, m) {
		k.add(rWaiver, model.Say(id, "people", people, "n", len(people)), m).People = sortedIDs(slices.Clone(people))
	}
}

// patrol reports whether the session is a patrol ride.
func (m *item) patrol() bool {
	return m.s.Ride != nil && m.s.Block.RideKind == model.PatrolRide
}

// out reports whether the riders are away with their hosts: on standby they
// are only called.
func (m *item) out() bool { return m.s.Ride != nil && !m.s.Ride.Standby }

// station looks at the patrol rides with one host, of all cohorts, in order of
// time: so many riders a shift, and one a car. Rides that run at the same time
// are on one shift; one that begins after the late shift does is on that.
func (k *sink) station(list []*item) {
	k.shift(list)
	if !k.cares(rOneCar) {
		return
	}
	for i, a := range list {
		for _, b := range list[i:] {
			if b.from >= a.to {
				break
			}
			k.oneCar(a, b)
		}
	}
}

func (k *sink) shift(list []*item) {
	for _, row := range [...]int{rShift, rNightShift} {
		limit := k.value(row)
		k.mostWhen(row, list, limit, 1, func(m *item) int { return m.officers }, func(sum int) model.Message {
			return model.Say("clash."+rows[row].ID, "riders", sum, "most", limit, "n", sum-limit)
		}, model.ID{}, func(m *item) bool { return k.late(m.own().From) == (row == rNightShift) })
	}
}

// late reports whether a ride that begins then is on the late shift.
func (k *sink) late(q model.Quarter) bool {
	return q.OfDay() >= k.value(rNightShiftFrom) || q.OfDay() < 5*model.Hour
}

// oneCar: no two visitors in one car, of one ride or of two at one time.
func (k *sink) oneCar(a, b *item) {
	for i, v := range a.s.Ride.Riders {
		others := b.s.Ride.Riders
		if a == b {
			others = others[i+1:]
		}
		for _, o := range others {
			if v.Car == "" || !strings.EqualFold(v.Car, o.Car) || v.Person == o.Person || !k.hit(rOneCar, a == b, a, b) {
				continue
			}
			items := []*item{a, b}
			if a == b {
				items = items[:1]
			}
			people := sortedIDs([]model.ID{v.Person, o.Person})
			k.add(rOneCar, model.Say("clash.one-ride-a-car", "car", v.Car, "people", people), items...).People = people
		}
	}
}

// turns looks at the patrol rides of a cohort in order of time: nobody rides
// again while somebody who holds a seat has ridden less often.
func (k *sink) turns(r *roster, list []*item) {
	if !k.cares(rTurns) {
		return
	}
	for i, m := range list {
		var again, waiting []model.ID
		for _, v := range m.s.Ride.Riders {
			had := rode(list[:i], v.Person)
			if had == 0 {
				continue
			}
			again = append(again, v.Person)
			for _, s := range r.c.Seats {
				if s.Alternate == 0 && !s.Stage.Out() && rode(list[:i+1], s.Person) < had {
					waiting = append(waiting, s.Person)
				}
			}
		}
		if len(waiting) == 0 || !k.hit(rTurns, false, m) {
			continue
		}
		waiting = sortedIDs(waiting)
		f := k.add(rTurns, model.Say("clash.ride-turns", "people", again, "waiting", waiting[:min(3, len(waiting))],
			"n", len(waiting)), m)
		f.People = sortedIDs(append(slices.Clone(again), waiting...))
	}
}

// rode counts the rides the person is on.
func rode(list []*item, person model.ID) int {
	n := 0
	for _, m := range list {
		if m.s.Ride.Rides(person) {
			n++
		}
	}
	return n
}
