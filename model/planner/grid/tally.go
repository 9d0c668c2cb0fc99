package grid

import (
	"math"
	"slices"
)

// What a plan costs is kept in two ways. What one block costs by itself, or with
// the orders that are wishes, is added and taken away as it is placed and
// lifted. The rest is a sum over days of teams, of people and of places: a day
// that is touched is counted anew when the cost is asked for, and the difference
// added. So a move costs a look at the few days it changes.

// soften is what the wishes come to for a problem.
type soften struct {
	share  []int32 // slots each person would teach if all taught equally
	fair   []int32 // slots of work of a team's fair day
	asked  [3]bool // whether days of teams, people, places cost anything
	onward []int32 // last day whose cost may change with a day
	back   []int32 // first day whose blocks a day's cost may depend on
	gapped [2]bool // whether there are wished gaps, for teams and for places
}

// A dayCost counts the criteria that belong to a day of a resource.
type dayCost [Criteria]int32

// A tally is the cost of a State.
type tally struct {
	costs  Costs
	sum    int64
	taught []int32 // slots taught by each person
	days   []dayCost
	stale  []int32 // days of resources to count anew
	isOld  []bool
}

func (g *Grid) newSoften() soften {
	p, w := g.p, &g.p.Soft.Weight
	f := soften{share: g.Shares(), fair: make([]int32, g.teams)}
	for t := range f.fair {
		f.fair[t] = g.fairDay(int32(t))
	}
	some := func(m [][]int32) bool {
		return w[Between] != 0 && slices.ContainsFunc(m, func(r []int32) bool { return slices.ContainsFunc(r, func(v int32) bool { return v > 0 }) })
	}
	f.gapped = [2]bool{some(p.Soft.TeamGap), some(p.Soft.PlaceGap)}
	f.asked[0] = w[Gaps]|w[Moves]|w[Balance]|w[Spread] != 0 || w[Lunch] != 0 && p.Soft.LunchNeed > 0 ||
		w[Rest] != 0 && p.Soft.TeamRest > 0 || w[Long] != 0 && p.Soft.TeamMost > 0 || w[Late] != 0 || f.gapped[0]
	f.asked[1] = w[Rest] != 0 && p.Soft.PersonRest > 0 || w[Long] != 0 && p.Soft.PersonMost > 0
	f.asked[2] = f.gapped[1]
	f.onward, f.back = make([]int32, g.days), make([]int32, g.days)
	for d := range f.onward {
		f.onward[d], f.back[d] = int32(d), int32(d)
		if w[Rest] != 0 || w[Late] != 0 {
			f.onward[d] = min(int32(d)+1, g.days-1)
		}
		if f.gapped[0] || f.gapped[1] {
			lo, hi := g.near(int32(d), 96)
			f.back[d], f.onward[d] = lo, max(hi, f.onward[d])
		}
	}
	return f
}

// Shares are the slots each person would teach if all taught equally: of each
// block's first mode, the slots of each need that teaches, shared by all it can
// be; rounded up.
func (g *Grid) Shares() []int32 {
	sum := make([]float64, len(g.p.People))
	for b := range g.p.Blocks {
		m := &g.p.Blocks[b].Modes[0]
		for _, n := range m.Needs {
			if !n.Teaches || len(n.From) == 0 {
				continue
			}
			for _, q := range n.From {
				sum[q] += float64(m.Len*n.Count) / float64(len(n.From))
			}
		}
	}
	share := make([]int32, len(sum))
	for q, v := range sum {
		share[q] = int32(math.Ceil(v - 1e-6))
	}
	return share
}

// fairDay is the work of a team over the days on which any of it may begin, or
// is.
func (g *Grid) fairDay(t int32) int32 {
	days := make([]bool, g.days)
	work := int32(0)
	for b := range g.p.Blocks {
		k := &g.p.Blocks[b]
		if k.Idle || !slices.Contains(k.Teams, t) {
			continue
		}
		least := k.Modes[0].Len
		if k.Home.Start >= 0 {
			days[g.day[k.Home.Start]] = true
		}
		for i := range k.Modes {
			least = min(least, k.Modes[i].Len)
			for s := range g.blocks[b].modes[i].starts.All {
				days[g.day[s]] = true
			}
		}
		work += least
	}
	n := int32(0)
	for _, d := range days {
		if d {
			n++
		}
	}
	return (work + n - 1) / max(n, 1)
}

func (s *State) newTally() {
	n := int(s.g.rsrc) * int(s.g.days)
	s.tally = tally{taught: make([]int32, len(s.g.p.People)), days: make([]dayCost, n), isOld: make([]bool, n)}
}

func (t tally) clone() tally {
	t.taught, t.days = slices.Clone(t.taught), slices.Clone(t.days)
	t.stale, t.isOld = slices.Clone(t.stale), slices.Clone(t.isOld)
	return t
}

// Cost is what the plan costs as it stands, by criterion, weights applied. What
// a block that runs over the end of its duty day does to the next day's gaps and
// moves is not counted: it is barred anyhow.
func (s *State) Cost() Costs {
	s.settle()
	return s.costs
}

// cost is the sum of Cost.
func (s *State) cost() int64 {
	s.settle()
	return s.sum
}

// touch notes that a day of a resource has changed.
func (s *State) touch(r, day int32) {
	g := s.g
	kind := 0
	if r >= g.places {
		kind = 2
	} else if r >= g.people {
		kind = 1
	}
	if !g.asked[kind] {
		return
	}
	for d := day; d <= g.onward[day]; d++ {
		if i := r*g.days + d; !s.isOld[i] {
			s.isOld[i] = true
			s.stale = append(s.stale, i)
		}
	}
}

// settle counts the days anew that have changed.
func (s *State) settle() {
	for _, i := range s.stale {
		s.isOld[i] = false
		r, d := i/s.g.days, i%s.g.days
		var now dayCost
		switch {
		case r < s.g.people:
			s.teamDay(r, d, &now)
		case r < s.g.places:
			s.personDay(r, d, &now)
		default:
			now[Between] = s.between(r, d, s.g.p.Soft.PlaceGap)
		}
		was := &s.days[i]
		for c, v := range now {
			if v != was[c] {
				s.add(Criterion(c), v-was[c])
			}
		}
		*was = now
	}
	s.stale = s.stale[:0]
}

func (s *State) add(c Criterion, n int32) {
	v := int64(n) * int64(s.g.p.Soft.Weight[c])
	s.costs[c] += v
	s.sum += v
}

// count adds what a placed block costs by itself, n times (1 or -1).
func (s *State) count(b, n int32) {
	g, a, k := s.g, &s.at[b], &s.g.blocks[b]
	w := &g.p.Soft.Weight
	if w[Close] != 0 && k.Home.Start >= 0 {
		s.add(Close, n*s.strays(b))
	}
	if w[Usual] != 0 && k.Wish >= 0 {
		d := a.day - g.day[k.Wish]
		s.add(Usual, n*max(d, -d))
	}
	if m := &k.modes[a.mode]; m.Cost != 0 {
		s.add(Modes, n*m.Cost)
	}
	if w[Ordering] != 0 {
		for _, i := range g.soft[b] {
			if s.disorder(&g.p.Orders[i]) {
				s.add(Ordering, n)
			}
		}
	}
	s.teach(b, n)
}

// teach adds the hours a block's people teach, n times.
func (s *State) teach(b, n int32) {
	a := &s.at[b]
	crew := s.crew(b)
	seat := 0
	for _, need := range s.g.blocks[b].modes[a.mode].needs {
		for range need.Count {
			if need.Teaches && seat < len(crew) && crew[seat] >= 0 && s.teachesFirst(b, seat) {
				q := crew[seat]
				was := max(0, s.taught[q]-s.g.share[q])
				s.taught[q] += n * (a.end - a.start)
				s.add(Fair, max(0, s.taught[q]-s.g.share[q])-was)
			}
			seat++
		}
	}
}

// teachesFirst says whether whoever has a seat that teaches has not an earlier
// one, as only a broken plan gives them.
func (s *State) teachesFirst(b int32, seat int) bool {
	crew := s.crew(b)
	if !slices.Contains(crew[:seat], crew[seat]) {
		return true
	}
	at := 0
	for _, need := range s.g.blocks[b].modes[s.at[b].mode].needs {
		for range need.Count {
			if need.Teaches && crew[at] == crew[seat] {
				return at == seat
			}
			at++
		}
	}
	return false
}

// strays is how far a placed block is from where the plan of record has it.
func (s *State) strays(b int32) int32 {
	a, h := &s.at[b], &s.g.blocks[b].Home
	if a.start != h.Start {
		return 2
	}
	if a.mode != h.Mode || a.place != max(h.Place, -1) {
		return 1
	}
	for _, q := range s.crew(b) {
		if q >= 0 && !slices.Contains(h.People, q) {
			return 1
		}
	}
	return 0
}
