package grid

import "slices"

// Before people and places are settled one after another, a look at each moment
// of a new block: those who are on together need different people, whoever they
// are. When there is no way to seat them all at once (by augmenting paths, from
// the seats as they are), the blocks that compete for the same too few people are
// the reason; no order of trying would find a way. The same for places.

// A clique is the blocks that are on in one slot, with who is taken.
type clique struct {
	day    []int32 // blocks of the day
	seen   []int32 // by block, the look in which it was last listed
	look   int32
	owner  []int32 // by person or place: the unit that has it, as an index in units; -1
	asked  []bool
	taken  []int32 // people or places with an owner
	units  []unit
	chain  []int32 // people or places asked in the last try
	moment []int32
}

func newClique(g *Grid) clique {
	c := clique{seen: make([]int32, len(g.blocks))}
	most := max(len(g.p.People), len(g.p.Places))
	c.owner, c.asked = make([]int32, most), make([]bool, most)
	for i := range c.owner {
		c.owner[i] = -1
	}
	return c
}

// crowd is the blocks of which one must go, because not all that are on at a
// moment of a block can have people, or a place; nil: none that this can tell.
func (m *mender) crowd(b int32) []int32 {
	c, s, g := &m.clique, m.s, m.s.g
	a := &s.at[b]
	mode := &g.blocks[b].modes[a.mode]
	c.look++
	c.day = c.day[:0]
	for t := range g.teams {
		for _, x := range s.on[t*g.days+a.day] {
			if z := &s.at[x]; c.seen[x] != c.look && z.start < a.end && a.start < z.end {
				c.seen[x] = c.look
				c.day = append(c.day, x)
			}
		}
	}
	for _, x := range c.day {
		t := s.at[x].start
		if x != b && (t <= a.start || t >= a.end) {
			continue
		}
		c.moment = c.moment[:0]
		for _, y := range c.day {
			if z := &s.at[y]; z.start <= t && t < z.end {
				c.moment = append(c.moment, y)
			}
		}
		if mode.crew > 0 {
			if core := m.seatAll(b, false); core != nil {
				return core
			}
		}
		if len(mode.Places) > 0 {
			if core := m.seatAll(b, true); core != nil {
				return core
			}
		}
	}
	return nil
}

// seatAll seats a block among those of the moment, or gives it a place; else it
// returns those that are too many.
func (m *mender) seatAll(b int32, places bool) []int32 {
	c, s, g := &m.clique, m.s, m.s.g
	c.units, c.taken = c.units[:0], c.taken[:0]
	var mine []int32
	for _, x := range c.moment {
		a := &s.at[x]
		mode := &g.blocks[x].modes[a.mode]
		first, last := int32(0), mode.crew
		if places {
			first, last = -1, 0
			if len(mode.Places) == 0 {
				continue
			}
		}
		for at := first; at < last; at++ {
			i := int32(len(c.units))
			c.units = append(c.units, unit{x, at})
			has := a.place
			if !places {
				has = -1
				if at < a.crew {
					has = s.crew(x)[at]
				}
			}
			switch {
			case x == b:
				mine = append(mine, i)
			case has < 0:
			case places && g.p.Places[has].Room > 0:
			case c.owner[has] < 0:
				c.owner[has] = i
				c.taken = append(c.taken, has)
			}
		}
	}
	var core []int32
	for _, i := range mine {
		c.chain = c.chain[:0]
		ok := m.augment(i, places)
		for _, q := range c.chain {
			c.asked[q] = false
		}
		if !ok {
			core = append(core, b)
			for _, q := range c.chain {
				if x := c.units[c.owner[q]].b; !slices.Contains(core, x) {
					core = append(core, x)
				}
			}
			break
		}
	}
	for _, q := range c.taken {
		c.owner[q] = -1
	}
	return core
}

// augment finds somebody for a unit, asking those who have them to take another.
func (m *mender) augment(i int32, places bool) bool {
	c, g := &m.clique, m.s.g
	x := c.units[i]
	a := &m.s.at[x.b]
	mode := &g.blocks[x.b].modes[a.mode]
	if places {
		for j, r := range mode.Places {
			if g.p.Places[r].Room > 0 {
				return true // it may be shared: nothing can be said
			}
			if mode.open[j].Has(a.start) && m.ask(i, r, places) {
				return true
			}
		}
		return false
	}
	n := &mode.needs[mode.needAt(x.at)]
	for j, q := range n.From {
		if n.can[j].Has(a.start) && m.ask(i, q, places) {
			return true
		}
	}
	return false
}

// ask takes somebody for a unit, if they are free or can be spared.
func (m *mender) ask(i, q int32, places bool) bool {
	c := &m.clique
	if c.asked[q] {
		return false
	}
	c.asked[q] = true
	c.chain = append(c.chain, q)
	if c.owner[q] < 0 {
		c.taken = append(c.taken, q)
	} else if !m.augment(c.owner[q], places) {
		return false
	}
	c.owner[q] = i
	return true
}
