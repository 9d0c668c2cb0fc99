package grid

import (
	"math"
	"slices"
)

// The moves of Improve. Each changes the state so that nothing is broken, or not
// at all; judge then keeps or reverts it by its cost.
const (
	relocate = iota // a block to another start
	eject           // a block to another start, and who is in its way elsewhere
	shift           // a run of a team's blocks, some slots along its day
	rehouse         // a block to another place
	recast          // another person in a seat
)

// step tries one move.
func (a *annealer) step() {
	kind := a.pick()
	a.log.clear()
	ok := false
	switch kind {
	case relocate:
		ok = a.relocate()
	case eject:
		ok = a.eject()
	case shift:
		ok = a.shift()
	case rehouse:
		ok = a.rehouse()
	case recast:
		ok = a.recast()
	}
	if ok {
		a.judge()
	}
}

// pick draws a kind of move.
func (a *annealer) pick() int {
	if len(a.free) == 0 {
		return recast
	}
	n := 16
	if len(a.crew) > 0 {
		n += 4
	}
	switch r := a.rnd.IntN(n); {
	case r < 6:
		return relocate
	case r < 13:
		return eject
	case r < 14:
		return shift
	case r < 16:
		return rehouse
	}
	return recast
}

// judge keeps what was done, by its cost, or reverts it.
func (a *annealer) judge() {
	cost := a.s.cost()
	if !a.accept(cost - a.now) {
		a.log.revert(a.s)
		return
	}
	a.now = cost
}

// any is a random block of a list.
func (a *annealer) any(l []int32) int32 { return l[a.rnd.IntN(len(l))] }

// target is a random start and mode of a block, other than where it is.
func (a *annealer) target(b int32) (trial, bool) {
	k := &a.g.blocks[b]
	i := a.s.at[b].mode
	if len(k.modes) > 1 && a.rnd.IntN(4) == 0 {
		i = a.rnd.Int32N(int32(len(k.modes)))
	}
	l := k.modes[i].list
	if len(l) == 0 {
		return trial{}, false
	}
	t := l[a.rnd.IntN(len(l))]
	if t == a.s.at[b].start && i == a.s.at[b].mode {
		return trial{}, false
	}
	v := a.g.try(b, t, i, -1)
	if p := v.m.Places; len(p) > 0 {
		v.place = p[0]
		if at := a.s.at[b].place; len(p) > 1 {
			if v.place = p[a.rnd.IntN(len(p))]; a.rnd.IntN(2) == 0 && slices.Contains(p, at) {
				v.place = at
			}
		}
	}
	return v, true
}

// relocate puts a block to another start where it is in nobody's way.
func (a *annealer) relocate() bool {
	v, ok := a.target(a.any(a.free))
	if !ok || !a.s.seated(&v) || v.place >= 0 && !a.s.houses(slices.Index(v.m.Places, v.place), &v) {
		return false
	}
	if !a.cast(&v, a.s.crew(v.b)) {
		return false
	}
	a.log.note(a.s, v.b)
	a.place(&v)
	return true
}

// place puts a block where a trial has it, with the people of the pencil.
func (a *annealer) place(v *trial) {
	s := a.s
	s.Lift(v.b)
	copy(s.people[v.k.crew:], s.pen.crew)
	s.put(v.b, v.start, v.mode, v.place, int32(len(s.pen.crew)))
}

// cast finds the people of a trial: those it had, when they can, else others.
func (a *annealer) cast(v *trial, had []int32) bool {
	s := a.s
	if len(had) != int(v.m.crew) {
		return s.match(v)
	}
	at := 0
	for i := range v.m.needs {
		n := &v.m.needs[i]
		for range n.Count {
			j := slices.Index(n.From, had[at])
			if j < 0 || !n.can[j].Has(v.start) || !s.able(had[at], v) {
				return s.match(v)
			}
			at++
		}
	}
	s.pen.crew = append(s.pen.crew[:0], had...)
	return true
}

// eject puts a block to another start, and one or two that are in its way where
// they can be and cost least.
func (a *annealer) eject() bool {
	s := a.s
	v, ok := a.target(a.any(a.free))
	if !ok {
		return false
	}
	a.log.note(s, v.b)
	s.Lift(v.b)
	if !s.hunt(&v, nil, 2) {
		a.log.revert(s)
		return false
	}
	a.out = append(a.out[:0], s.pen.out...)
	for _, o := range a.out {
		a.log.note(s, o)
		s.Lift(o)
	}
	if !a.cast(&v, a.log.crew(0)) {
		a.log.revert(s)
		return false
	}
	a.place(&v)
	if len(a.out) == 2 && a.rnd.IntN(2) == 0 {
		a.out[0], a.out[1] = a.out[1], a.out[0]
	}
	for _, o := range a.out {
		if !a.insert(o) {
			a.log.revert(s)
			return false
		}
	}
	return true
}

// insert puts a block that is nowhere where it costs least.
func (a *annealer) insert(b int32) bool {
	s := a.s
	i := slices.IndexFunc(a.log.recs, func(r record) bool { return r.block == b })
	had := a.log.crew(i)
	k := &a.g.blocks[b]
	m := a.log.recs[i].was.mode
	w := s.pen.weights(a.g.n)
	s.weigh(b, k.modes[m].Len, nil, w)
	var best trial
	least, ties := int64(math.MaxInt64), 0
	for t := range k.modes[m].dom.All {
		if w[t] != 0 {
			continue
		}
		v := a.g.try(b, t, m, -1)
		if !s.seated(&v) {
			continue
		}
		for j := 0; j == 0 || j < len(v.m.Places); j++ {
			if len(v.m.Places) > 0 {
				v.place = v.m.Places[j]
				if !s.houses(j, &v) || a.g.travels && !s.reached(&v) {
					continue
				}
			}
			if !a.cast(&v, had) {
				continue
			}
			a.place(&v)
			c := s.cost()
			s.Lift(b)
			if c < least {
				least, ties, best = c, 1, v
			} else if c == least {
				if ties++; a.rnd.IntN(ties) == 0 {
					best = v
				}
			}
		}
	}
	if ties == 0 || !a.cast(&best, had) {
		return false
	}
	a.place(&best)
	return true
}

// shift moves a run of a team's blocks that touch along the day.
func (a *annealer) shift() bool {
	s, g := a.s, a.g
	b := a.any(a.free)
	teams := g.blocks[b].Teams
	if len(teams) == 0 {
		return false
	}
	t := teams[a.rnd.IntN(len(teams))]
	l := s.on[t*g.days+s.at[b].day]
	from := slices.Index(l, b)
	to := from + 1
	for n := 1 + a.rnd.IntN(4); to < len(l) && to-from < n; to++ {
	}
	by := int32(1)
	if longest := g.blocks[b].modes[s.at[b].mode].Len; longest > 1 {
		by += a.rnd.Int32N(longest)
	}
	if a.rnd.IntN(2) == 0 {
		by = -by
	}
	a.out = append(a.out[:0], l[from:to]...)
	for _, o := range a.out {
		if g.blocks[o].Lock != Free {
			a.log.revert(s)
			return false
		}
		a.log.note(s, o)
		s.Lift(o)
	}
	for i, o := range a.out {
		was := a.log.recs[i].was
		start := was.start + by
		if start < 0 || start >= g.n || !g.blocks[o].modes[was.mode].dom.Has(start) {
			a.log.revert(s)
			return false
		}
		v := g.try(o, start, was.mode, was.place)
		if !s.seated(&v) || v.place >= 0 && !s.houses(slices.Index(v.m.Places, v.place), &v) || !a.cast(&v, a.log.crew(i)) {
			a.log.revert(s)
			return false
		}
		a.place(&v)
	}
	return true
}

// rehouse gives a block another place at its time.
func (a *annealer) rehouse() bool {
	s := a.s
	b := a.any(a.free)
	at := s.at[b]
	v := a.g.try(b, at.start, at.mode, -1)
	if len(v.m.Places) < 2 {
		return false
	}
	i := a.rnd.IntN(len(v.m.Places))
	v.place = v.m.Places[i]
	if v.place == at.place || !s.houses(i, &v) || a.g.travels && !s.seated(&v) || !a.cast(&v, s.crew(b)) {
		return false
	}
	a.log.note(s, b)
	a.place(&v)
	return true
}

// recast gives a seat of a block to somebody else who is free.
func (a *annealer) recast() bool {
	if len(a.crew) == 0 {
		return false
	}
	s := a.s
	b := a.any(a.crew)
	at := s.at[b]
	m := &a.g.blocks[b].modes[at.mode]
	if len(m.needs) == 0 || at.crew != m.crew {
		return false
	}
	seat := a.rnd.IntN(int(m.crew))
	i, n := seat, 0
	for i >= int(m.needs[n].Count) {
		i -= int(m.needs[n].Count)
		n++
	}
	need := &m.needs[n]
	j := a.rnd.IntN(len(need.From))
	q := need.From[j]
	v := a.g.try(b, at.start, at.mode, at.place)
	if slices.Contains(s.crew(b), q) || !need.can[j].Has(at.start) || !s.able(q, &v) {
		return false
	}
	a.log.note(s, b)
	s.pen.crew = append(s.pen.crew[:0], s.crew(b)...)
	s.pen.crew[seat] = q
	a.place(&v)
	return true
}
