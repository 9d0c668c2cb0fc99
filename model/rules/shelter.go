package rules

import "muster/model"

// What is strenuous and out of doors stops for lightning and for the black
// flag; it can go on if a gymnasium, a classroom or an indoor place of its own
// kind is free at the time.

// exposed reports whether the session is strenuous and out of doors.
func (m *item) exposed() bool {
	return m.s.Block.Strenuous && m.place != nil && m.place.Outdoor
}

// shelters reports whether the session takes a place that others might go to.
func (m *item) shelters() bool { return m.place != nil && !m.place.Outdoor }

// fallback: a place indoors that is open, not let, large enough and free.
// Other sessions that might want it too are not asked. was, if not nil, is not
// there any more.
func (k *sink) fallback(b *Board, m, was *item) {
	if !m.exposed() || !k.cares(rFallback) {
		return
	}
	large := false
	for p := range k.desk.Places.All {
		if p.Outdoor || p.Kind != model.Classroom && p.Kind != model.Gym && p.Kind != m.place.Kind ||
			p.Capacity > 0 && p.Capacity < m.officers {
			continue
		}
		large = true
		if k.roomFor(b, p, m, was) {
			return
		}
	}
	if !k.hit(rFallback, !large, m) {
		return
	}
	id := "clash.indoor-fallback"
	if !large {
		id += ".none"
	}
	k.add(rFallback, model.Say(id, "officers", m.officers), m)
}

// roomFor reports whether the place would have room for the session then.
func (k *sink) roomFor(b *Board, p *model.Place, m, was *item) bool {
	t := m.own()
	if !p.OpenAt(t) {
		return false
	}
	for _, o := range p.Bookings {
		if o.Overlaps(t) {
			return false
		}
	}
	room := p.Capacity - m.officers
	for _, o := range near(b.members(key{about: aPlace, id: p.ID}), m.from-model.Day, m.to) {
		if o == m || o == was || o.to <= m.from {
			continue
		}
		if room -= o.officers; !p.Shared || p.Capacity > 0 && room < 0 {
			return false
		}
	}
	return true
}

// shelters notes the exposed sessions whose fallback the change may have taken
// or given back.
func (e *edit) shelters() {
	if e.limits[rFallback].off {
		return
	}
	var buf [16]*item
	moved := buf[:0]
	for _, id := range e.sessions {
		for _, m := range [...]*item{e.old.item(id), e.item(id)} {
			if m != nil && m.shelters() {
				moved = append(moved, m)
			}
		}
	}
	if len(moved) == 0 && !e.places {
		return
	}
	for _, m := range e.items {
		if !m.exposed() {
			continue
		}
		for _, o := range moved {
			if o.from < m.to && m.from < o.to {
				e.touch(key{about: aSession, id: m.s.ID})
				break
			}
		}
		if e.places {
			e.touch(key{about: aSession, id: m.s.ID})
		}
	}
}
