package grid

import "slices"

// start lists what the plan as it stands leaves to be settled: the blocks that
// are nowhere, and those that something breaks.
func (m *mender) start() {
	for b := range m.s.at {
		switch {
		case m.s.at[b].start >= 0:
			if m.broken(int32(b)) != nil || len(m.vacant(int32(b))) > 0 {
				m.seats = append(m.seats, int32(b))
			}
		case m.s.g.blocks[b].Lock == Free:
			m.out = append(m.out, int32(b))
			m.role[b] = isOut
		}
	}
}

// piecemeal mends one block after another, each with as few moves as can be
// while the others stand, and leaves out those for which nothing is found.
func (r *repair) piecemeal() *State {
	s := r.quiet.State(r.old)
	m := newMender(r.ctx, s, r.old)
	m.start()
	hit := append(slices.Clone(m.seats), m.out...)
	var later []int32
	for _, b := range hit {
		k := &r.g.blocks[b]
		if s.at[b].start >= 0 && m.broken(b) == nil && m.settle(m.vacant(b), tries) {
			continue
		}
		if k.Lock == Free {
			s.Lift(b)
			later = append(later, b)
		}
	}
	for _, b := range hit {
		if r.g.blocks[b].Lock == Held {
			r.dismiss(s, m.vacant(b))
		}
	}
	// Those that take most are placed first.
	slices.SortStableFunc(later, func(a, b int32) int { return int(r.bulk(b) - r.bulk(a)) })
	for range 2 {
		var left []int32
		for _, b := range later {
			if !r.insert(s, []int32{b}, -1, r.effort(hitNodes)) {
				left = append(left, b)
			}
		}
		later = left
	}
	return s
}

// dismiss empties seats.
func (r *repair) dismiss(s *State, seats []unit) {
	l := &ledger{s: s}
	for _, x := range seats {
		if x.at >= 0 {
			l.set(x, -1)
		}
	}
}

// bulk is the slots of a block times its teams and people.
func (r *repair) bulk(b int32) int32 {
	m := &r.g.blocks[b].modes[0]
	return m.Len * (int32(len(r.g.blocks[b].Teams)) + m.crew)
}

// insert places blocks that are nowhere, moving others where need be: with slack
// below 0 as few as can be, else as many as that. False, and nothing is changed,
// when it finds no way.
func (r *repair) insert(s *State, blocks []int32, slack int32, nodes int) bool {
	m := newMender(r.ctx, s, r.old)
	for _, b := range blocks {
		m.role[b] = isOut
		m.out = append(m.out, b)
	}
	m.nodes = nodes
	least, most := slack, slack
	if slack < 0 {
		least, most = 0, 12
	}
	for k := least; k <= most; k++ {
		clear(m.failed)
		m.slack, m.short = k, false
		if m.node() {
			return true
		}
		if m.cut || !m.short {
			return false
		}
	}
	return false
}
