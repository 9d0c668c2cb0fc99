package planner

import (
	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// What a day of a course is like where neither a block nor a rule says it: a
// person would not teach at three in the morning.
const (
	dayFrom   = 7 * model.Hour
	dayUntil  = 19 * model.Hour
	freeUntil = 22 * model.Hour // of meals and visits
	freely    = 4 * model.Hour  // that these may be before or after their usual hour
	rideFrom  = 12 * model.Hour
	lateUntil = 26 * model.Hour // of rides and nights
)

// hours is all on which the starts of a session depend: sessions alike in it
// share one set.
type hours struct {
	class             *class
	length            int
	earliest, latest  int
	night, ride, free bool
	live              bool
	usual             model.Usual
	approved, command model.Date
	swat, standby     bool
	ready             model.Quarter
}

// starts is the slots at which the item may begin with a block of that length.
func (t *task) starts(it *item, b *model.Block) grid.Bits {
	h := hours{
		class: it.class, length: b.Length, earliest: b.Earliest, latest: b.Latest, night: b.Night,
		ride: it.s.Ride != nil, free: b.Rest, live: b.LiveFire(), ready: max(t.ready(it), t.stocked[it]),
	}
	if it.s.Ride != nil {
		h.approved, h.command = it.s.Ride.Approved, it.s.Ride.Command
		h.swat, h.standby = b.RideKind == model.SWATRide, it.s.Ride.Standby
	}
	if d := b.Usual.Day; d > 0 && !it.class.worksOn(it.class.c.First.Days(d-1)) {
		h.usual.Day = d
	}
	if h.earliest == 0 && h.latest == 0 {
		h.usual.At = b.Usual.At
	}
	if m, ok := t.begins[h]; ok {
		return m
	}
	m := t.mask(it, b, h)
	t.begins[h] = m
	return m
}

func (t *task) mask(it *item, b *model.Block, h hours) grid.Bits {
	v := it.class
	s := *it.s
	s.Block = *b
	from := v.c.First.At(0)
	ok := t.asks.Begins(&s, from, v.c.Last.At(model.Day))
	out := grid.NewBits(t.line.slots())
	night := grid.NewBits(t.line.slots())
	var bright, dark int
	low, high := t.usually(h)
	if end, hard := t.early(); hard && !h.standby && high > end && low+h.length <= end {
		high = end
	}
	for i, may := range ok {
		start := from + model.Quarter(i)
		day := rules.DutyDay(start)
		at := int(start - day.At(0))
		slot, on := t.slot(v, start)
		if !may || !on || start < max(v.now, h.ready) || at >= model.Day || at < low || at+h.length > high ||
			int(slot)%model.Day+h.length > model.Day || !v.opens(h, day) || v.meal(day).meets(at, h) {
			continue
		}
		if h.live && !h.night && t.asks.Dark(&s, start) {
			night.Set(slot)
			dark++
			continue
		}
		out.Set(slot)
		bright++
	}
	if bright == 0 && dark > 0 {
		return night
	}
	return out
}

// early is when the day is over where a rule forbids live fire in the morning
// after a late evening: then there are no late evenings.
func (t *task) early() (end int, hard bool) {
	_, hard, off := t.value("late-then-live")
	end, _, _ = t.value("late-from")
	return end, hard && !off
}

// opens reports whether such a session may be on that duty day: what is taught
// on the days that the class works, or where its course has it; rides and free
// time on others too, but a Sunday is a day of rest.
func (v *class) opens(h hours, d model.Date) bool {
	if v.worksOn(d) || h.usual.Day > 0 && !v.strict && d == v.c.First.Days(h.usual.Day-1) {
		return true
	}
	return h.free || h.ride && d.Weekday() != 0
}

// usually is the quarters of the day within which such a session lies where its
// block does not say.
func (t *task) usually(h hours) (from, until int) {
	switch {
	case h.ride:
		from, until = rideFrom, lateUntil
	case h.night:
		from, until = rideFrom, lateUntil
	case h.free:
		from, until = dayFrom, freeUntil
		if at := h.usual.At; at > 0 { // nobody waits for the bus until the evening
			from, until = max(from, at-freely), min(until, at+h.length+freely)
		}
	default:
		from, until = dayFrom, dayUntil
	}
	if h.latest > 0 {
		from, until = min(from, max(h.latest-h.length, 0)), h.latest
	}
	if h.earliest > 0 {
		from = h.earliest
		if h.latest == 0 && from+h.length > until {
			until = max(lateUntil, from+h.length)
		}
	}
	if h.usual.At > 0 {
		from, until = min(from, h.usual.At), max(until, h.usual.At+h.length)
	}
	return from, max(until, from+h.length)
}
