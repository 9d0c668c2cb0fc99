package grid

import "slices"

// recruit finds the people of a trial, into pen.crew: free ones first, counting
// those as free whose blocks have to go anyhow; then those whose other blocks can
// take a colleague instead (pen.swaps); then the lightest blocks must go.
func (s *State) recruit(v *trial, weights []int32, bound int32) bool {
	p := &s.pen
	p.crew = p.crew[:0]
	if len(v.m.needs) == 0 {
		return true
	}
	if s.matchWith(v, s.spared) {
		return true
	}
	for i := range p.seats {
		if p.crew[i] >= 0 {
			continue
		}
		n := &v.m.needs[p.seats[i].need]
		best, price := int32(-1), int32(0)
		for j, q := range n.From {
			if !n.can[j].Has(v.start) || slices.Contains(p.crew, q) || s.promised(q) {
				continue
			}
			c, ok := s.price(q, v, weights)
			if !ok {
				continue
			}
			if weights != nil && s.relieve(q, v) {
				best = q
				break
			}
			if best < 0 || c < price {
				best, price = q, c
			}
		}
		if best < 0 {
			return false
		}
		p.crew[i] = best
		if len(p.swaps) > 0 && s.relieved(best) {
			continue
		}
		if p.sum+price > bound {
			return false
		}
		k := s.crewKin()
		if !s.expel(s.g.people+best, v, &k, weights) || !s.ease(s.g.people+best, v, weights) {
			return false
		}
	}
	return true
}

// spared says whether a person is free for a trial once those are gone that
// must go.
func (s *State) spared(q int32, v *trial) bool {
	if len(s.pen.out) == 0 {
		return s.able(q, v)
	}
	c, ok := s.price(q, v, nil)
	return ok && c == 0
}

// price is the weight of those who must go for a person to be free for a trial;
// false when locked ones must.
func (s *State) price(q int32, v *trial, weights []int32) (sum int32, ok bool) {
	g := s.g
	r := g.people + q
	k := s.crewKin()
	load := v.end - v.start
	lo, hi := s.daysNear(v, &k)
	for d := lo; d <= hi; d++ {
		for _, o := range s.on[r*g.days+d] {
			if s.gone(o, v) {
				continue
			}
			if !s.meets(v, o, &k) {
				if d == v.day && g.work[o] {
					load += s.at[o].end - s.at[o].start
				}
				continue
			}
			if g.blocks[o].Lock != Free {
				return 0, false
			}
			sum += heft(o, weights)
		}
	}
	if most := g.most[r]; most > 0 && v.work && load > most {
		sum += 2 // about; ease says who
	}
	return sum, true
}

func heft(o int32, weights []int32) int32 {
	if weights == nil {
		return 1
	}
	return weights[o]
}

// relieve looks for colleagues who take over all that keeps a person from a
// trial, and notes the swaps.
func (s *State) relieve(q int32, v *trial) bool {
	g, p := s.g, &s.pen
	r := g.people + q
	if !s.fits(r, v) {
		return false
	}
	k := s.crewKin()
	was := len(p.swaps)
	lo, hi := s.daysNear(v, &k)
	for d := lo; d <= hi; d++ {
		for _, o := range s.on[r*g.days+d] {
			if s.gone(o, v) || !s.meets(v, o, &k) {
				continue
			}
			if !s.replace(o, q, v) {
				p.swaps = p.swaps[:was]
				return false
			}
		}
	}
	return len(p.swaps) > was
}

// replace finds a free colleague for a person in a placed block.
func (s *State) replace(o, q int32, v *trial) bool {
	g, p := s.g, &s.pen
	k, a := &g.blocks[o], &s.at[o]
	if k.Lock == Frozen {
		return false
	}
	crew := s.crew(o)
	at := slices.Index(crew, q)
	n, seats := (*need)(nil), 0
	for i := range k.modes[a.mode].needs {
		n = &k.modes[a.mode].needs[i]
		if seats += int(n.Count); at < seats {
			break
		}
	}
	if n == nil || at >= seats {
		return false
	}
	w := g.try(o, a.start, a.mode, a.place)
	for j, c := range n.From {
		if !n.can[j].Has(a.start) || slices.Contains(crew, c) || slices.Contains(p.crew, c) || s.promised(c) {
			continue
		}
		if s.able(c, &w) {
			p.swaps = append(p.swaps, swap{o, int32(at), c})
			return true
		}
	}
	return false
}

// promised says whether somebody takes over another block already.
func (s *State) promised(q int32) bool {
	return slices.ContainsFunc(s.pen.swaps, func(w swap) bool { return w.who == q })
}

// relieved says whether somebody's other blocks take a colleague instead.
func (s *State) relieved(q int32) bool {
	return slices.ContainsFunc(s.pen.swaps, func(w swap) bool { return s.crew(w.block)[w.at] == q })
}
