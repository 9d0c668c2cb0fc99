package grid

import "slices"

// Legal says whether a block could have a choice without breaking anything, with
// all else as it is.
func (s *State) Legal(b int32, c Choice) bool {
	g := s.g
	if c.Start < 0 {
		return false
	}
	m := &g.blocks[b].modes[c.Mode]
	if !m.starts.Has(c.Start) {
		return false
	}
	v := g.try(b, c.Start, c.Mode, max(c.Place, -1))
	if len(m.Places) == 0 {
		if c.Place >= 0 {
			return false
		}
	} else if i := slices.Index(m.Places, c.Place); i < 0 || !s.houses(i, &v) {
		return false
	}
	if len(c.People) != int(m.crew) {
		return false
	}
	at := 0
	for i := range m.needs {
		n := &m.needs[i]
		for range n.Count {
			q := c.People[at]
			j := slices.Index(n.From, q)
			if j < 0 || !n.can[j].Has(c.Start) || slices.Contains(c.People[:at], q) || !s.able(q, &v) {
				return false
			}
			at++
		}
	}
	return s.seated(&v)
}

// Starts are the slots a block could begin in, in some mode and place and with
// some people, without breaking anything, with all else as it is.
func (s *State) Starts(b int32) Bits {
	return s.StartsInto(b, NewBits(int(s.g.n)))
}

// StartsInto is Starts, written into a set.
func (s *State) StartsInto(b int32, to Bits) Bits {
	clear(to)
	k := &s.g.blocks[b]
	weights := s.pen.weights(s.g.n)
	length := int32(-1)
	for i := range k.modes {
		m := &k.modes[i]
		if m.Len != length {
			length = m.Len
			s.weigh(b, m.Len, nil, weights)
		}
		for t := range m.free.All {
			if weights[t] == 0 && !to.has(t) && s.possible(b, t, int32(i)) {
				to.Set(t)
			}
		}
	}
	return to
}

// possible says whether a block could begin in a slot in a mode.
func (s *State) possible(b, start, m int32) bool {
	v := s.g.try(b, start, m, -1)
	if !s.seated(&v) {
		return false
	}
	for i, r := range v.m.Places {
		v.place = r
		if s.houses(i, &v) && (!s.g.travels || s.reached(&v)) && s.manned(&v) {
			return true
		}
	}
	return len(v.m.Places) == 0 && s.manned(&v)
}

// reached says whether the teams of a trial get to its place and from it.
func (s *State) reached(v *trial) bool {
	k := kinship{way: true}
	for _, t := range v.k.Teams {
		if !s.clear(t, v, &k) {
			return false
		}
	}
	return true
}

// Crew finds free people for a block's needs: those who have taught least of
// their share first. False when there are not enough; what is appended then has
// -1 where somebody is missing.
func (s *State) Crew(b, start, m, place int32, buf []int32) ([]int32, bool) {
	v := s.g.try(b, start, m, place)
	ok := s.match(&v)
	return append(buf, s.pen.crew...), ok
}

// manned says whether there are people for a trial.
func (s *State) manned(v *trial) bool {
	need := v.m.needs
	if len(need) == 0 {
		return true
	}
	if len(need) > 1 {
		return s.match(v)
	}
	short := need[0].Count
	for i, q := range need[0].From {
		if short == 0 {
			break
		}
		if need[0].can[i].Has(v.start) && s.able(q, v) {
			short--
		}
	}
	return short == 0
}
