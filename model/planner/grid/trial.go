package grid

// A trial is a block as it would be, if it began in a slot in a mode and place.
type trial struct {
	b, start, end, day, mode, place int32
	m                               *mode
	k                               *block
	work                            bool
}

func (g *Grid) try(b, start, m, place int32) trial {
	k := &g.blocks[b]
	return trial{
		b: b, start: start, end: min(start+k.modes[m].Len, g.n), day: g.day[start], mode: m,
		place: place, m: &k.modes[m], k: k, work: g.work[b],
	}
}

// A kinship is why two blocks must keep apart: a team, a person or a place.
type kinship struct {
	gap  [][]int32
	rest int32
	way  bool
}

func (s *State) teamKin() kinship {
	g := s.g
	k := kinship{rest: g.p.TeamRest, way: g.travels}
	if g.teamGap {
		k.gap = g.p.TeamGap
	}
	return k
}

func (s *State) crewKin() kinship { return kinship{rest: s.g.p.PersonRest, way: s.g.travels} }

func (s *State) placeKin() kinship {
	k := kinship{}
	if s.g.placeGap {
		k.gap = s.g.p.PlaceGap
	}
	return k
}

// wide says whether blocks of other days can be in the way.
func (k *kinship) wide() bool { return k.gap != nil || k.rest > 0 || k.way }

// meets says whether a trial and a placed block that share something are too
// close.
func (s *State) meets(v *trial, o int32, k *kinship) bool {
	a := &s.at[o]
	if a.start < v.end && v.start < a.end {
		return true
	}
	if !k.wide() {
		return false
	}
	g := s.g
	first, then, from, to := v.b, o, v.place, a.place
	var between int32
	if a.start < v.start {
		first, then, from, to = o, v.b, a.place, v.place
		between = g.clock[v.start] - g.end(a.end)
	} else {
		between = g.clock[a.start] - g.end(v.end)
	}
	if between >= g.span {
		return false
	}
	if k.gap != nil && between < k.gap[g.blocks[first].Class][g.blocks[then].Class] {
		return true
	}
	if k.way && from >= 0 && to >= 0 && between < g.p.Travel[g.p.Places[from].Site][g.p.Places[to].Site] {
		return true
	}
	return between < k.rest && a.day != v.day && v.work && g.work[o]
}

// daysNear are the duty days whose blocks can be too close to a trial.
func (s *State) daysNear(v *trial, k *kinship) (lo, hi int32) {
	g := s.g
	lo, hi = v.day, v.day
	if k.wide() {
		lo, hi = g.lo[v.day], g.hi[v.day]
	}
	if s.over > 0 || g.day[v.end-1] != v.day {
		lo, hi = max(0, min(lo, v.day-1)), min(g.days-1, max(hi, g.day[v.end-1]))
	}
	return lo, hi
}

// clear says whether nothing of a resource is too close to a trial.
func (s *State) clear(r int32, v *trial, k *kinship) bool {
	lo, hi := s.daysNear(v, k)
	for d := lo; d <= hi; d++ {
		for _, o := range s.on[r*s.g.days+d] {
			if o != v.b && s.meets(v, o, k) {
				return false
			}
		}
	}
	return true
}

// loadOf is the work a team or person has on the day of a trial, without it.
func (s *State) loadOf(r int32, v *trial) int32 {
	load := s.load[r*s.g.days+v.day]
	a := &s.at[v.b]
	if load == 0 || a.start < 0 || a.day != v.day || !v.work {
		return load
	}
	for _, o := range s.on[r*s.g.days+v.day] {
		if o == v.b {
			return load - (a.end - a.start)
		}
	}
	return load
}

// fits says whether a trial keeps a team or person within a day's work.
func (s *State) fits(r int32, v *trial) bool {
	most := s.g.most[r]
	return most == 0 || !v.work || s.loadOf(r, v)+v.end-v.start <= most
}

// ordered says whether a trial keeps the orders with what is placed.
func (s *State) ordered(v *trial) bool {
	for _, i := range s.g.hard[v.b] {
		if s.breaks(&s.g.p.Orders[i], v) {
			return false
		}
	}
	return true
}

// breaks says whether an order is broken by a trial and its other block.
func (s *State) breaks(o *Order, v *trial) bool {
	was := s.at[v.b]
	s.at[v.b] = spot{start: v.start, end: v.end, day: v.day}
	broken := s.disorder(o)
	s.at[v.b] = was
	return broken
}

// disorder says whether an order is broken as its blocks are placed.
func (s *State) disorder(o *Order) bool {
	a, b := &s.at[o.A], &s.at[o.B]
	if a.start < 0 || b.start < 0 {
		return false
	}
	d := b.day - a.day
	apart := max(d, -d)
	return o.Least >= 0 && (b.start < a.end || d < o.Least) || apart < o.Apart || o.Most >= 0 && apart > o.Most
}

// drawn says whether the pools have enough for a trial.
func (s *State) drawn(v *trial) bool {
	for i, u := range v.m.Uses {
		count := u.Count
		for _, w := range v.m.Uses[:i] {
			if w.Pool == u.Pool {
				count += w.Count
			}
		}
		for t := v.start; t < v.end; t++ {
			if s.left(u.Pool, t, v.b) < count {
				return false
			}
		}
	}
	return true
}

// left are the things of a pool that a block could draw in a slot.
func (s *State) left(pool, t, b int32) int32 {
	p := &s.g.p.Pools[pool]
	n := p.Count - s.drew[pool*s.g.n+t]
	if p.Out != nil {
		n -= p.Out[t]
	}
	if b < 0 {
		return n
	}
	if a := &s.at[b]; a.start >= 0 && a.start <= t && t < a.end {
		for _, u := range s.g.blocks[b].modes[a.mode].Uses {
			if u.Pool == pool {
				n += u.Count
			}
		}
	}
	return n
}

// houses says whether a trial's place, the i-th of its mode, takes it.
func (s *State) houses(i int, v *trial) bool {
	if !v.m.open[i].Has(v.start) {
		return false
	}
	g := s.g
	if room := g.p.Places[v.place].Room; room > 0 {
		for t := v.start; t < v.end; t++ {
			if s.inside(v.place, t, v.b)+v.k.Size > room {
				return false
			}
		}
		if !g.placeGap {
			return true
		}
		return s.spaced(v)
	}
	k := s.placeKin()
	return s.clear(g.places+v.place, v, &k)
}

// inside are the officers in a place in a slot, without those of a block.
func (s *State) inside(place, t, b int32) int32 {
	n := s.room[place*s.g.n+t]
	if a := &s.at[b]; a.start >= 0 && a.place == place && a.start <= t && t < a.end {
		n -= s.g.blocks[b].Size
	}
	return n
}

// spaced says whether nothing in a place that takes several is too close to a
// trial, but at the same time.
func (s *State) spaced(v *trial) bool {
	k := s.placeKin()
	lo, hi := s.daysNear(v, &k)
	for d := lo; d <= hi; d++ {
		for _, o := range s.on[(s.g.places+v.place)*s.g.days+d] {
			a := &s.at[o]
			if o != v.b && (a.start >= v.end || v.start >= a.end) && s.meets(v, o, &k) {
				return false
			}
		}
	}
	return true
}

// able says whether a person is free for a trial, by what is placed.
func (s *State) able(q int32, v *trial) bool {
	k := s.crewKin()
	r := s.g.people + q
	return s.fits(r, v) && s.clear(r, v, &k)
}

// seated says whether teams, orders and pools leave a trial its time.
func (s *State) seated(v *trial) bool {
	k := s.teamKin()
	for _, t := range v.k.Teams {
		if !s.fits(t, v) || !s.clear(t, v, &k) {
			return false
		}
	}
	return s.ordered(v) && s.drawn(v)
}
