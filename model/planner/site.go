package planner

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// enlist makes people of the staff. Absences are on the wall clock of the
// session's cohort: with cohorts of several zones, on each.
func (t *task) enlist() {
	for st := range t.desk.Staff.All {
		q := grid.Person{}
		for v := range t.planned {
			for _, a := range st.Absences {
				q.Free = t.shut(q.Free, v, a.Span)
			}
			if !st.Left.IsZero() {
				q.Free = t.shut(q.Free, v, model.Span{From: st.Left.At(0), To: v.from + model.Quarter(len(v.common))})
			}
		}
		if most, hard, off := t.value("instructor-hours"); hard && !off {
			q.Most = int32(most * model.Hour)
		}
		t.person[st.ID] = int32(len(t.people))
		t.people = append(t.people, st)
		t.p.People = append(t.p.People, q)
	}
}

// shut clears a span; nil is everything free.
func (t *task) shut(b grid.Bits, v *class, s model.Span) grid.Bits {
	if s.To <= s.From || v.at(s.To) <= t.line.from || v.at(s.From) >= t.line.from+model.Quarter(t.line.slots()) {
		return b
	}
	if b == nil {
		b = t.every()
	}
	t.paint(b, v, s, false)
	return b
}

// site makes the places and the ways between them.
func (t *task) site() {
	_, _, capacity := t.value("capacity")
	_, _, twice := t.value("place-twice")
	for p := range t.desk.Places.All {
		g := grid.Place{Site: int32(len(t.places))}
		for v := range t.planned {
			g.Open = t.hours(g.Open, v, p)
		}
		if p.Shared && p.Kind != model.ShootHouse || twice {
			g.Room = crowd
			if p.Capacity > 0 && !capacity {
				g.Room = int32(p.Capacity)
			}
		}
		t.place[p.ID] = int32(len(t.places))
		t.places = append(t.places, p)
		t.p.Places = append(t.p.Places, g)
	}
	t.travel()
}

// crowd is more officers than will ever be in one place.
const crowd = 1 << 20

// travel is the ways, when the unit forbids to be short of time for them: with
// the check of weapons after each, where that forbids too.
func (t *task) travel() {
	if _, hard, off := t.value("travel"); !hard || off {
		return
	}
	more := 0
	if check, hard, off := t.value("weapons-check"); hard && !off {
		more = check
	}
	t.p.Travel = make([][]int32, len(t.places))
	for i, p := range t.places {
		t.p.Travel[i] = make([]int32, len(t.places))
		for j, q := range t.places {
			if way := t.asks.Way(p, q); way > 0 {
				t.p.Travel[i][j] = quarters(way + more)
			}
		}
	}
}

// hours clears the slots at which the place is shut, let or closed. A session
// lies within one stretch of opening hours: where two touch or overlap, a
// quarter between them is left out.
func (t *task) hours(b grid.Bits, v *class, p *model.Place) grid.Bits {
	if _, _, off := t.value("place-closed"); !off {
		if len(p.Hours) > 0 {
			b = t.openings(b, v, p)
		}
		for _, k := range p.Bookings {
			if k.Closed {
				b = t.shut(b, v, k.Span)
			}
		}
	}
	if _, _, off := t.value("let-to-others"); !off {
		for _, k := range p.Bookings {
			if !k.Closed {
				b = t.shut(b, v, k.Span)
			}
		}
	}
	return b
}

func (t *task) openings(b grid.Bits, v *class, p *model.Place) grid.Bits {
	var open []model.Span
	first := v.from.Date()
	for d := range len(v.common)/model.Day + 1 {
		day := first.Days(d)
		for _, h := range p.Hours {
			if h.Weekday == day.Weekday() {
				open = append(open, model.Span{From: day.At(h.Open), To: day.At(h.Close)})
			}
		}
	}
	slices.SortFunc(open, func(a, b model.Span) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
	at := v.from
	for _, s := range open {
		if s.To <= at {
			continue
		}
		if s.From <= at && at > v.from {
			s.From = at + 1
		}
		b = t.shut(b, v, model.Span{From: at, To: s.From})
		at = s.To
	}
	return t.shut(b, v, model.Span{From: at, To: v.from + model.Quarter(len(v.common))})
}

// homes are the places where the session may be, the one it has first, with
// those that a rule warns of only where there is no other. None: it needs none,
// or there is none.
func (t *task) homes(s *model.Session) []int32 {
	own, has := t.place[s.Place]
	if s.Block.Place == "" {
		if has {
			return []int32{own}
		}
		return nil
	}
	var fine, poor []int32
	for i, p := range t.places {
		if p.Kind != s.Block.Place {
			continue
		}
		switch t.asks.Suits(s, p.ID) {
		case rules.Fine:
			fine = append(fine, int32(i))
		case rules.Hard:
		default:
			poor = append(poor, int32(i))
		}
	}
	if len(fine) == 0 {
		fine, poor = poor, nil
	}
	if has && t.mends {
		fine = append(fine, t.shelters(s, own)...)
	}
	if !has {
		return fine
	}
	if i := slices.Index(fine, own); i > 0 {
		fine[0], fine[i] = fine[i], fine[0]
	} else if t.opts.Keep && slices.Contains(poor, own) {
		fine = append([]int32{own}, fine...)
	}
	return fine
}

// shelters are the places indoors to which a session may go that the weather
// drives out of its place under the open sky: a gymnasium or a classroom, for
// what is done without fire.
func (t *task) shelters(s *model.Session, own int32) []int32 {
	v := t.classOf(s.Cohort)
	slot, on := t.slot(v, s.Start)
	b := &s.Block
	if b.Kind == model.KindVehicles || len(b.Vehicles) > 0 || b.Rescue != nil && b.Rescue.Heights {
		return nil // no hall has a tower, or room for a bus
	}
	if !t.places[own].Outdoor || s.Block.LiveFire() || s.Block.ForceOnForce() || !on || t.open(own, slot, s.Block.Length) {
		return nil
	}
	var out []int32
	for i, p := range t.places {
		if p.Outdoor || p.Kind != model.Gym && p.Kind != model.Classroom || p.Kind == s.Block.Place {
			continue
		}
		moved := *s
		moved.Block.Place = p.Kind
		if t.asks.Suits(&moved, p.ID) == rules.Fine {
			out = append(out, int32(i))
		}
	}
	return out
}

// open reports whether the place can be used for so long from a slot on.
func (t *task) open(place, slot int32, length int) bool {
	for i := range int32(length) {
		if int(slot+i) < t.line.slots() && !t.p.Places[place].Open.Has(slot+i) {
			return false
		}
	}
	return true
}

func (t *task) classOf(cohort model.ID) *class {
	for _, v := range t.classes {
		if v.c.ID == cohort {
			return v
		}
	}
	return nil
}
