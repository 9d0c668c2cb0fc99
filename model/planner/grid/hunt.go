package grid

import "slices"

// A hunt finds who must go for a trial: the blocks of its teams, of its orders
// and of its place that stand against it, then the lightest of those that
// together draw too much of a pool, fill a place or a day's work, and last those
// who have the people it needs, when no colleague can be found for it nor for
// them.

// Prey is what a hunt found.
type prey struct {
	out   []int32 // blocks that must go
	sum   int32   // their weight
	swaps []swap
}

// A swap gives another block somebody else, so that one of its people is free.
type swap struct{ block, at, who int32 }

// oust notes that a block must go; false when it cannot.
func (s *State) oust(o int32, weights []int32) bool {
	if s.mark[o] == s.look {
		return true
	}
	if s.g.blocks[o].Lock != Free {
		return false
	}
	s.mark[o] = s.look
	p := &s.pen
	p.out = append(p.out, o)
	if weights == nil {
		p.sum++
	} else {
		p.sum += weights[o]
	}
	return true
}

// gone says whether a block is the trial's or will have to go.
func (s *State) gone(o int32, v *trial) bool { return o == v.b || s.mark[o] == s.look }

// hunt finds who must go for a trial, into pen.out, and who would then be in it,
// into pen.crew. False when it is barred by itself or by locked blocks, or when
// more than bound must go. With weights, blocks may be asked to take somebody
// else, into pen.swaps.
func (s *State) hunt(v *trial, weights []int32, bound int32) bool {
	p := &s.pen
	s.look++
	p.out, p.sum, p.swaps = p.out[:0], 0, p.swaps[:0]
	k := s.teamKin()
	for _, t := range v.k.Teams {
		if !s.expel(t, v, &k, weights) {
			return false
		}
	}
	for _, i := range s.g.hard[v.b] {
		o := &s.g.p.Orders[i]
		if other := o.A + o.B - v.b; s.breaks(o, v) && !s.oust(other, weights) {
			return false
		}
	}
	if p.sum > bound {
		return false
	}
	for _, t := range v.k.Teams {
		if !s.ease(t, v, weights) {
			return false
		}
	}
	if v.place >= 0 && !s.vacate(v, weights) {
		return false
	}
	for _, u := range v.m.Uses {
		if !s.spare(u.Pool, v, weights) {
			return false
		}
	}
	return p.sum <= bound && s.recruit(v, weights, bound) && p.sum <= bound
}

// expel adds those of a resource that are too close.
func (s *State) expel(r int32, v *trial, k *kinship, weights []int32) bool {
	lo, hi := s.daysNear(v, k)
	for d := lo; d <= hi; d++ {
		for _, o := range s.on[r*s.g.days+d] {
			if o != v.b && s.meets(v, o, k) && !s.oust(o, weights) {
				return false
			}
		}
	}
	return true
}

// ease adds the lightest of a day's work until a team's or person's day takes
// the trial.
func (s *State) ease(r int32, v *trial, weights []int32) bool {
	most := s.g.most[r]
	if most == 0 || !v.work {
		return true
	}
	length := v.end - v.start
	if s.load[r*s.g.days+v.day]+length <= most {
		return true
	}
	load := length
	for _, o := range s.on[r*s.g.days+v.day] {
		if !s.gone(o, v) && s.g.work[o] {
			load += s.at[o].end - s.at[o].start
		}
	}
	for load > most {
		o := s.lightest(s.on[r*s.g.days+v.day], v, weights, func(o int32) bool { return s.g.work[o] })
		if o < 0 || !s.oust(o, weights) {
			return false
		}
		load -= s.at[o].end - s.at[o].start
	}
	return true
}

// vacate adds those whom the trial's place cannot take with it.
func (s *State) vacate(v *trial, weights []int32) bool {
	g := s.g
	i := slices.Index(v.m.Places, v.place)
	if i < 0 || !v.m.open[i].Has(v.start) {
		return false
	}
	k := s.placeKin()
	r := g.places + v.place
	room := g.p.Places[v.place].Room
	if room == 0 {
		return s.expel(r, v, &k, weights)
	}
	if v.k.Size > room {
		return false
	}
	if g.placeGap {
		lo, hi := s.daysNear(v, &k)
		for d := lo; d <= hi; d++ {
			for _, o := range s.on[r*g.days+d] {
				a := &s.at[o]
				apart := a.start >= v.end || v.start >= a.end
				if o != v.b && apart && s.meets(v, o, &k) && !s.oust(o, weights) {
					return false
				}
			}
		}
	}
	for t := v.start; t < v.end; t++ {
		if s.room[v.place*g.n+t]+v.k.Size <= room {
			continue
		}
		there := func(o int32) bool { return s.at[o].start <= t && t < s.at[o].end }
		lo, hi := s.daysNear(v, &kinship{})
		for {
			inside := v.k.Size
			least := int32(-1)
			for d := lo; d <= hi; d++ {
				l := s.on[r*g.days+d]
				for _, o := range l {
					if there(o) && !s.gone(o, v) {
						inside += g.blocks[o].Size
					}
				}
				if o := s.lightest(l, v, weights, there); o >= 0 && (least < 0 || s.lighter(o, least, weights)) {
					least = o
				}
			}
			if inside <= room {
				break
			}
			if least < 0 || !s.oust(least, weights) {
				return false
			}
		}
	}
	return true
}

// spare adds those who draw what a pool has not left for the trial.
func (s *State) spare(pool int32, v *trial, weights []int32) bool {
	g := s.g
	draws := func(m *mode) int32 {
		n := int32(0)
		for _, u := range m.Uses {
			if u.Pool == pool {
				n += u.Count
			}
		}
		return n
	}
	count := draws(v.m)
	for t := v.start; t < v.end; t++ {
		left := s.left(pool, t, v.b)
		if left >= count {
			continue
		}
		on := func(o int32) bool {
			a := &s.at[o]
			return a.start >= 0 && a.start <= t && t < a.end && draws(&g.blocks[o].modes[a.mode]) > 0
		}
		for _, o := range g.users[pool] {
			if o != v.b && s.mark[o] == s.look && on(o) {
				left += draws(&g.blocks[o].modes[s.at[o].mode])
			}
		}
		for left < count {
			o := s.lightest(g.users[pool], v, weights, on)
			if o < 0 || !s.oust(o, weights) {
				return false
			}
			left += draws(&g.blocks[o].modes[s.at[o].mode])
		}
	}
	return true
}

// lightest is the lightest free block of a list that has not to go yet; -1.
func (s *State) lightest(l []int32, v *trial, weights []int32, of func(int32) bool) int32 {
	best := int32(-1)
	for _, o := range l {
		if s.gone(o, v) || s.g.blocks[o].Lock != Free || !of(o) {
			continue
		}
		if best < 0 || s.lighter(o, best, weights) {
			best = o
		}
	}
	return best
}

func (s *State) lighter(a, b int32, weights []int32) bool {
	return weights != nil && weights[a] < weights[b]
}

// Blockers are the blocks that must go for a block to begin in a slot in a mode
// and place (-1 for none), the fewest where there is a choice, found greedily.
// False when it is barred there by itself or by locked blocks.
func (s *State) Blockers(b, start, m, place int32, buf []int32) (blocks []int32, ok bool) {
	v := s.g.try(b, start, m, place)
	if !v.m.starts.Has(start) || place < 0 && len(v.m.Places) > 0 || place >= 0 && len(v.m.Places) == 0 {
		return buf, false
	}
	if !s.hunt(&v, nil, 1<<30) {
		return buf, false
	}
	return append(buf, s.pen.out...), true
}
