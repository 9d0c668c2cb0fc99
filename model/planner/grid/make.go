package grid

import (
	"context"
	"math/rand/v2"
	"slices"
)

// Make finds a first complete plan by a guided ejection search, the scheme of
// Nagata and Bräysy for vehicle routes. Blocks wait in a list until they are
// placed. One of them after another, drawn at random, is put where the least
// stands against it, and what stands against it goes back to the list. How much
// that is, is learned: each block weighs as often as it has failed to find a free
// start, so that the hard ones push the easy ones about and not the other way
// round. A block that was put out may not go back to the same start for a few
// steps (tabu), or two would take turns for ever. When that leads nowhere for
// long the search begins anew, after times of Luby's sequence: many short tries
// and now and then a long one.
//
// On a fine grid most starts are as good as their neighbours, and a plan that
// uses them all wastes time in crumbs that nothing fits into. Only starts at
// which something begins or ceases to stand against the block are tried, mostly:
// those put blocks against blocks.

// Stats is what a search did.
type Stats struct {
	Steps    int64 // blocks placed, or moves tried
	Restarts int
	Unplaced int  // blocks that are free and have no start
	Complete bool // nothing is unplaced
}

const (
	tabuLeast, tabuMore = 6, 8 // steps a start is barred to a block put out of it
	// Steps of the shortest try: so many, and so many for each block.
	patience, patienceEach = 3000, 200
)

// A maker is one search for a complete plan.
type maker struct {
	g       *Grid
	s       *State
	rnd     *rand.Rand
	weights []int32 // failures of each block, from 1
	tabu    []ban   // by block
	waiting []int32
	lost    int // blocks that have no start at all, whatever goes
	step    int32
	cands   []cand
	w       []int32
}

// A ban keeps a block from going back at once to the starts it was put out of
// last. A block that is pushed about is put out of several within a few steps.
type ban [4]struct{ start, until int32 }

// bars says whether a start is barred in a step.
func (t *ban) bars(start, step int32) bool {
	for i := range t {
		if t[i].start == start && step < t[i].until {
			return true
		}
	}
	return false
}

// A cand is a start that a block might take, and the weight of the pairs against
// it, which is the least that must go.
type cand struct{ start, mode, least int32 }

// Make looks for a complete plan, beginning with what of start can stand, and
// ends with the first one, or when ctx does, with the plan that leaves the fewest
// blocks unplaced. Blocks without any start to try are left out from the first,
// and it ends when all others are placed. The same seed finds the same plan. show, when not nil, is
// called with each plan that leaves fewer than those before.
func (g *Grid) Make(ctx context.Context, seed int64, start Plan, show func(Plan, Costs)) (Plan, Stats) {
	m := newMaker(g, rand.New(rand.NewPCG(uint64(seed), 0x6d7573746572)))
	var best Plan
	stats := Stats{Unplaced: -1}
	better := func() {
		if n := len(m.waiting) + m.lost; stats.Unplaced < 0 || n < stats.Unplaced {
			stats.Unplaced = n
			best = m.s.Plan()
			if show != nil {
				show(best, m.s.Cost())
			}
		}
	}
	for try := 1; ; try++ {
		m.begin(start)
		for left := luby(try) * (patience + patienceEach*len(g.blocks)); left > 0 && len(m.waiting) > 0; left-- {
			if stats.Steps++; stats.Steps%32 == 0 && ctx.Err() != nil {
				break
			}
			m.advance()
			if int(m.step) > len(g.blocks) {
				better()
			}
		}
		better()
		if stats.Unplaced == m.lost || ctx.Err() != nil {
			stats.Complete = stats.Unplaced == 0
			return best, stats
		}
		stats.Restarts++
		start = nil
	}
}

// newMaker is a search that has no plan to begin with yet.
func newMaker(g *Grid, rnd *rand.Rand) *maker {
	n := len(g.blocks)
	return &maker{g: g, rnd: rnd, weights: make([]int32, n), tabu: make([]ban, n), w: make([]int32, g.n+1)}
}

// luby is the n-th of 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 …
func luby(n int) int {
	for k := 1; ; k++ {
		if n == 1<<k-1 {
			return 1 << (k - 1)
		}
		if n < 1<<k-1 {
			return luby(n - (1<<(k-1) - 1))
		}
	}
}

// begin sets the plan back to what stands, and of start what can.
func (m *maker) begin(start Plan) {
	m.s = m.g.State(nil)
	clear(m.tabu)
	m.step = 0
	m.waiting, m.lost = m.waiting[:0], 0
	for b := range m.weights {
		m.weights[b] = 1
		if m.g.blocks[b].Lock != Free {
			m.s.complete(int32(b))
			continue
		}
		if !m.g.blocks[b].startable() {
			m.lost++
		} else if start == nil || !m.keep(int32(b), start[b]) {
			m.waiting = append(m.waiting, int32(b))
		}
	}
	m.rnd.Shuffle(len(m.waiting), func(i, j int) { m.waiting[i], m.waiting[j] = m.waiting[j], m.waiting[i] })
}

// startable says whether a block has any start to try.
func (k *block) startable() bool {
	return slices.ContainsFunc(k.modes, func(m mode) bool { return len(m.list) > 0 })
}

// keep places a block as a plan has it, if that breaks nothing; with other people
// if need be.
func (m *maker) keep(b int32, c Choice) bool {
	if c.Start < 0 {
		return false
	}
	if !m.s.Legal(b, c) {
		crew, ok := m.s.Crew(b, c.Start, c.Mode, c.Place, nil)
		if c.People = crew; !ok || !m.s.Legal(b, c) {
			return false
		}
	}
	m.s.Place(b, c)
	return true
}

// complete gives the empty seats of a held block to people who are free.
func (s *State) complete(b int32) {
	a := s.at[b]
	if a.start < 0 || s.g.blocks[b].Lock != Held {
		return
	}
	v := s.g.try(b, a.start, a.mode, a.place)
	seat := int32(0)
	for _, n := range v.m.needs {
		for range n.Count {
			for j, q := range n.From {
				if s.crew(b)[seat] >= 0 {
					break
				}
				if n.can[j].Has(a.start) && !slices.Contains(s.crew(b), q) && s.able(q, &v) {
					s.reassign(swap{b, seat, q})
				}
			}
			seat++
		}
	}
}

// advance places one of those who wait.
func (m *maker) advance() {
	m.step++
	i := m.rnd.IntN(len(m.waiting))
	b := m.waiting[i]
	start, mode, place, sum := m.choose(b)
	if start < 0 {
		m.weights[b]++
		return
	}
	m.waiting[i] = m.waiting[len(m.waiting)-1]
	m.waiting = m.waiting[:len(m.waiting)-1]
	if sum > 0 {
		m.weights[b]++
	}
	m.settle(b, start, mode, place)
}

// choose finds the start, mode and place of a block where the least must go.
func (m *maker) choose(b int32) (start, mode, place, sum int32) {
	k := &m.g.blocks[b]
	m.cands = m.cands[:0]
	length := int32(-1)
	tabu := &m.tabu[b]
	level := int32(1 << 30)
	loose := m.rnd.IntN(16) == 0
	for i := range k.modes {
		md := &k.modes[i]
		if md.Len != length {
			length = md.Len
			m.s.weigh(b, length, m.weights, m.w)
		}
		for _, t := range md.list {
			w := m.w[t]
			// Between others that are as good: not against anything.
			if !loose && t > 0 && t+1 < m.g.n && m.w[t-1] == w && m.w[t+1] == w && md.dom.has(t-1) && md.dom.has(t+1) {
				continue
			}
			if w == 0 || !tabu.bars(t, m.step) {
				m.cands = append(m.cands, cand{t, int32(i), w})
				level = min(level, w)
			}
		}
	}
	start, sum = -1, 1<<30
	if len(m.cands) == 0 {
		return start, 0, -1, 0
	}
	from := m.rnd.IntN(len(m.cands))
	for level < sum {
		next := int32(1 << 30)
		for i := range m.cands {
			if i += from; i >= len(m.cands) {
				i -= len(m.cands)
			}
			c := &m.cands[i]
			if c.least != level {
				if c.least > level && c.least < next {
					next = c.least
				}
				continue
			}
			if at, n, ok := m.weigh(b, c, sum-1, tabu.bars(c.start, m.step)); ok {
				start, mode, place, sum = c.start, c.mode, at, n
				if sum == level {
					return start, mode, place, sum
				}
			}
		}
		level = next
	}
	return start, mode, place, sum
}

// weigh finds the place of a candidate for which the least must go, no more than
// bound; nothing where it is tabu.
func (m *maker) weigh(b int32, c *cand, bound int32, tabu bool) (place, sum int32, ok bool) {
	if tabu {
		bound = 0
	}
	v := m.g.try(b, c.start, c.mode, -1)
	places := v.m.Places
	if len(places) == 0 {
		if m.s.hunt(&v, m.weights, bound) {
			return -1, m.s.pen.sum, true
		}
		return -1, 0, false
	}
	from := 0
	if len(places) > 1 {
		from = m.rnd.IntN(len(places))
	}
	for i := range places {
		v.place = places[(i+from)%len(places)]
		if m.s.hunt(&v, m.weights, bound) {
			place, sum, ok = v.place, m.s.pen.sum, true
			if sum <= c.least {
				break
			}
			bound = sum - 1
		}
	}
	return place, sum, ok
}

// settle places a block and puts those out that stand against it.
func (m *maker) settle(b, start, mode, place int32) {
	s := m.s
	v := m.g.try(b, start, mode, place)
	s.hunt(&v, m.weights, 1<<30)
	for _, o := range s.pen.out {
		t := &m.tabu[o]
		copy(t[1:], t[:])
		t[0].start, t[0].until = s.at[o].start, m.step+tabuLeast+m.rnd.Int32N(tabuMore)
		s.Lift(o)
		m.waiting = append(m.waiting, o)
	}
	for _, w := range s.pen.swaps {
		if s.at[w.block].start >= 0 { // it may have to go for another reason
			s.reassign(w)
		}
	}
	copy(s.people[m.g.blocks[b].crew:], s.pen.crew)
	s.put(b, start, mode, place, int32(len(s.pen.crew)))
}

// reassign gives a placed block somebody else in a seat.
func (s *State) reassign(w swap) {
	a := s.at[w.block]
	s.Lift(w.block)
	s.people[s.g.blocks[w.block].crew+w.at] = w.who
	s.put(w.block, a.start, a.mode, a.place, a.crew)
}
