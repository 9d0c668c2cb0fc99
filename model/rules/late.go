package rules

import (
	"slices"

	"muster/model"
)

// latecomers looks at those of a cohort who come late: at the practice they miss, and
// at what they take without a briefing, since the squad had it without them.
// list is all sessions of the cohort.
func (k *sink) latecomers(r *roster, list []*item) {
	for i := range r.late {
		seat := &r.late[i]
		w := who{rider: seat.Person}
		for _, m := range list {
			if k.focus != nil && m != k.focus || !m.taken(seat) {
				continue
			}
			if m.own().From < seat.Arrives {
				k.missed(&w, seat, list, m)
			} else {
				k.unbriefed(&w, seat, list, m)
			}
		}
	}
}

// taken reports whether the holder of the seat takes the session.
func (m *item) taken(seat *model.Seat) bool {
	switch {
	case m.s.Ride != nil:
		return m.s.Ride.Rides(seat.Person)
	case len(m.s.Only) > 0:
		return slices.Contains(m.s.Only, seat.Person)
	}
	return m.r.takes(m.s.Squads, seat.Squad)
}

// attended reports whether they take the session and have arrived by then.
func (m *item) attended(seat *model.Seat) bool {
	return m.own().From >= seat.Arrives && m.taken(seat)
}

// missed: practice, or anything with a hazard, that they are not there for and
// do not make up.
func (k *sink) missed(w *who, seat *model.Seat, list []*item, m *item) {
	if m.hazard == "" && !m.s.Block.Skilled() || !m.works() || !k.cares(rLateArrival) {
		return
	}
	for _, e := range list {
		if e != m && e.repeats(m) && e.attended(seat) {
			return
		}
	}
	if k.hit(rLateArrival, false, m) {
		w.told(k.add(rLateArrival, model.Say("clash.late-arrival", "b", m.s.Block.Title), m))
	}
}

// repeats reports whether m can be made up in e.
func (m *item) repeats(o *item) bool {
	return m.s.Again == o.s.ID || m.s.Block.Key != 0 && m.s.Block.Key == o.s.Block.Key
}

// unbriefed: a session with a hazard before which they were at no briefing on
// it, that day or earlier.
func (k *sink) unbriefed(w *who, seat *model.Seat, list []*item, m *item) {
	if m.hazard == "" || m.s.Block.Briefing || !k.cares(rNoBriefing) {
		return
	}
	for _, e := range list {
		if e != m && e.s.Block.Briefing && (e.hazard == "" || e.hazard == m.hazard) && e.to <= m.from && e.attended(seat) {
			return
		}
	}
	if k.hit(rNoBriefing, true, m) {
		w.told(k.add(rNoBriefing, model.Say("clash.no-briefing", "hazard", model.Say("clash.hazard."+string(m.hazard))), m))
	}
}
