package grid

import "slices"

// broken is the blocks of which one must go for the times to hold, whoever and
// whatever place each has: those that a placed block overlaps or breaks an order
// with, and those that together overdraw a pool or fill a team's day. Nil: the
// times hold.
func (m *mender) broken(b int32) []int32 {
	s, g := m.s, m.s.g
	a := &s.at[b]
	k := &g.blocks[b]
	if k.Lock == Free && !k.modes[a.mode].dom.Has(a.start) {
		return []int32{b}
	}
	for i := range k.pairs {
		q := &k.pairs[i]
		if k.Lock == Free && s.at[q.other].start >= 0 && m.bars(q, a.end-a.start, a.start) {
			return []int32{b, q.other}
		}
	}
	for _, t := range k.Teams {
		if g.most[t] > 0 && g.work[b] && s.load[t*g.days+a.day] > g.most[t] {
			return slices.DeleteFunc(slices.Clone(s.on[t*g.days+a.day]), func(o int32) bool { return !g.work[o] })
		}
	}
	for _, u := range k.modes[a.mode].Uses {
		for t := a.start; t < a.end; t++ {
			if s.left(u.Pool, t, -1) < 0 {
				return s.drawing(u.Pool, t)
			}
		}
	}
	return nil
}

// drawing is the blocks that draw from a pool in a slot.
func (s *State) drawing(pool, t int32) []int32 {
	var on []int32
	for _, o := range s.g.users[pool] {
		a := &s.at[o]
		if a.start < 0 || a.start > t || t >= a.end {
			continue
		}
		if slices.ContainsFunc(s.g.blocks[o].modes[a.mode].Uses, func(u Use) bool { return u.Pool == pool && u.Count > 0 }) {
			on = append(on, o)
		}
	}
	return on
}

// vacant is what is to be decided of a placed block: its place when it has none
// it may have, and the seats of those it may not have.
func (m *mender) vacant(b int32) []unit {
	s, g := m.s, m.s.g
	a := s.at[b]
	k := &g.blocks[b]
	if k.Lock == Frozen {
		return nil
	}
	var units []unit
	v := g.try(b, a.start, a.mode, a.place)
	if i := slices.Index(v.m.Places, a.place); k.Lock == Free && len(v.m.Places) > 0 &&
		(i < 0 || !s.houses(i, &v) || g.travels && !s.reached(&v)) {
		units = append(units, unit{b, -1})
	}
	crew := s.crew(b)
	for at := range v.m.crew {
		n := &v.m.needs[v.m.needAt(at)]
		q := int32(-1)
		if int(at) < len(crew) {
			q = crew[at]
		}
		j := slices.Index(n.From, q)
		if q < 0 || j < 0 || !n.can[j].Has(a.start) || slices.Contains(crew[:at], q) || !s.able(q, &v) {
			units = append(units, unit{b, at})
		}
	}
	return units
}
