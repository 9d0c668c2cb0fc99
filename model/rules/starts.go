package rules

import "muster/model"

// Starts reports, for each quarter from from up to to, whether the session
// could begin then without breaking a hard rule that its start decides: whose
// time is taken, hours and dates, travel and rest, order, what is shared. What
// no start cures is left out, so that a session still short of people or of a
// briefing can be given a time: who is needed, certificates and ratios, the
// kind of place, seats, approvals not yet given, vetting. So Starts is false
// exactly where Try of the session there has such a clash.
func (b *Board) Starts(s *model.Session, from, to model.Quarter) []bool {
	legal := make([]bool, max(0, int(to-from)))
	at := *s
	at.Start = max(from, 1)
	t := b.trial(&at, false)
	if t == nil || len(legal) == 0 {
		return legal
	}
	t.quick = true
	taken := newSlots(from, len(legal))
	if b.sameClock(t.focus, to-1) {
		for i := range t.stages {
			t.paint(&t.stages[i], taken)
		}
	}
	for i := range legal {
		if taken.has(i) || from+model.Quarter(i) == 0 {
			continue
		}
		at.Start = from + model.Quarter(i)
		b.set(t.focus, at.Start)
		legal[i] = t.legal()
	}
	return legal
}

// sameClock reports whether the clock has not been put forward or back by then.
func (b *Board) sameClock(m *item, end model.Quarter) bool {
	return b.opts.Offset == nil || model.Quarter(b.opts.Offset(m.c.Zone, end)) == m.off
}

// legal asks the families about the focus where it now is.
func (t *trial) legal() bool {
	t.bad = false
	t.timed(t.focus)
	t.fallback(t.board, t.focus, t.was)
	for i := range t.stages {
		if t.bad {
			return false
		}
		t.meets(&t.stages[i])
	}
	return !t.bad
}

// paint marks the starts at which the focus would be at the same time as
// another session of the group, where that breaks a hard rule: most of what is
// not legal, at the price of a few words.
func (t *trial) paint(g *stage, taken *slots) {
	switch g.about {
	case aStaff:
		t.block(rStaffTwice, g.members, taken)
	case aSquad:
		t.block(rSquadTwice, g.members, taken)
	case aVehicle:
		t.block(rVehicleTwice, g.members, taken)
	case aPlace:
		if p := t.desk.Places.Get(g.id); p != nil && !p.Shared {
			t.block(rPlaceTwice, g.members, taken)
		}
	case aRider:
		t.block(rRiderTwice, g.members, taken)
		if t.focus.single() {
			for _, list := range g.squads {
				t.block(rRiderTwice, list, taken)
			}
		}
	}
}

// block takes the starts at which the focus would overlap one of the others:
// it begins before that ends, and ends after it begins.
func (t *trial) block(row int, others []*item, taken *slots) {
	if !t.cares(row) {
		return
	}
	for _, o := range others {
		if o == t.was {
			continue
		}
		taken.fill(o.from-t.focus.off-model.Quarter(t.focus.s.Block.Length)+1, o.to-t.focus.off)
	}
}

// slots is a set of quarters from a first one on, a bit each.
type slots struct {
	first model.Quarter
	n     int
	bits  []uint64
}

func newSlots(first model.Quarter, n int) *slots {
	return &slots{first, n, make([]uint64, (n+63)/64)}
}

func (s *slots) has(i int) bool { return s.bits[i/64]>>(i%64)&1 != 0 }

// fill adds the quarters from from up to, not including, to.
func (s *slots) fill(from, to model.Quarter) {
	lo, hi := max(0, int(from-s.first)), min(s.n, int(to-s.first))
	for lo < hi {
		w, b := lo/64, lo%64
		n := min(64-b, hi-lo)
		s.bits[w] |= (^uint64(0) >> (64 - n)) << b
		lo += n
	}
}
