package proof

import "muster/model/planner/grid"

// shortOfMany is short for what is drawn in numbers: a pool, a place for many.
func (e *examined) shortOfMany(s supply, w []window, use func(atom) bool) (Count, bool) {
	items := e.narrowed(s.items, w, use)
	least := items[0].amount
	for _, it := range items {
		least = min(least, it.amount)
	}
	room := e.rooms(s, use)
	there := func(t int32) int32 { return room[t] }
	var best Count
	found := false
	e.spans(items, w, func(from, until int32, in []item) {
		asked, have := int32(0), int32(0)
		for _, it := range in {
			asked += it.work
		}
		for t := e.from(from); t < e.from(until+1); t++ {
			have += there(t)
		}
		c := Count{From: from, Until: until, Asked: asked, Have: have, Blocks: blocksOf(in)}
		if have >= asked && least > 0 {
			// So many at once, each taking at least that much.
			most := int32(0)
			for t := e.from(from); t < e.from(until+1); t++ {
				most = max(most, there(t))
			}
			c.Asked, c.Each, c.Have = int32(len(in)), in[0].len, 0
			for _, it := range in {
				c.Each = min(c.Each, it.len)
			}
			open := grid.NewBits(int(e.n))
			for t := range e.n {
				if there(t) >= least {
					open.Set(t)
				}
			}
			us := make([]unit, min(most/least, int32(len(in))))
			for i := range us {
				us[i].free = open
			}
			c.Have = e.have(in, us, from, until, false, c.Asked)
		}
		if c.Have < c.Asked && (!found || worse(c, best)) {
			best, found = c, true
		}
	})
	return best, found
}

// rooms is how much there is of a pool, or of a place's room, in each slot, less
// what locked blocks take.
func (e *examined) rooms(s supply, use func(atom) bool) []int32 {
	out := make([]int32, e.n)
	of := s.of[0]
	any := !use(atom{kind: s.kind, of: of})
	for t := range out {
		switch {
		case s.kind == PlaceRoom:
			pl := &e.p.Places[of]
			shut := !pl.Open.Has(int32(t)) && use(atom{PlaceShut, of, e.p.Day[t]})
			if out[t] = pl.Room; any {
				out[t] = plenty
			}
			if shut {
				out[t] = 0
			}
			continue
		case any:
			out[t] = plenty
			continue
		}
		out[t] = e.p.Pools[of].Count
		if o := e.p.Pools[of].Out; o != nil {
			out[t] -= o[t]
		}
	}
	for _, b := range e.by.every {
		k := &e.p.Blocks[b]
		if !e.fixed[b] {
			continue
		}
		n := drawn(e.mode(b, 0), of)
		if s.kind == PlaceRoom {
			n = k.Size * int32(b2i(k.Home.Place == of))
		}
		for t := k.Home.Start; t < min(k.Home.Start+e.mode(b, 0).Len, e.n); t++ {
			out[t] -= n
		}
	}
	for t := range out {
		out[t] = max(0, out[t])
	}
	return out
}
