package proof

import (
	"slices"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// A puzzle is some of a problem's requirements as clauses and limits, each under
// a selector. Blocks come into it with the first requirement that speaks of
// them; the others can be anywhere.
//
// When a block begins is told by a ladder: one variable for each of its starts
// but the first, true when it begins then or later. That it runs in a slot
// follows from two rungs, so that whatever narrows a start narrows what it
// takes at once, long before it is settled.
type puzzle struct {
	*calendar
	s      *sat.Solver
	one    sat.Lit // always true
	wide   bool    // when blocks may begin is a requirement too
	group  func(atom) int32
	sels   map[int32]sat.Lit
	in     map[atom]bool
	blocks []*ladder
	users  [][]user // by person
	byRoom [][]user // by place
	loads  map[dayOf]sat.Lit
	lazy   []gap // what is only asked of pairs that break it
	done   map[gapped]bool
	meets  map[[2]int32]sat.Lit // by pair of blocks: they take a slot together
	// near, when not nil, makes a whole plan of one that breaks a few gaps, where it
	// can. That is tried now and then before the gaps are added.
	near func(grid.Plan) (grid.Plan, bool)
	// stop ends the making of it: it is cut short then, and no question is asked.
	stop func() bool
	cut  bool
}

// A ladder is a block in a puzzle.
type ladder struct {
	starts []int32
	rungs  []sat.Lit // rungs[i]: begins at starts[i] or later; rungs[0] is true
	modes  []sat.Lit
	runs   []sat.Lit         // by slot, from the first start on; unmade until asked for
	places map[int32]sat.Lit // by place: it is there
	people map[int32]sat.Lit // by person: they are in it
	needs  [][][]sat.Lit     // by mode, need and candidate
}

// A user is a block that takes something when lit is true.
type user struct {
	block int32
	lit   sat.Lit
}

type dayOf struct {
	block, day int32
	mode       int
}

// newPuzzle is a puzzle without requirements. group tells which of them share a
// selector. wide: starts that are not allowed are there too, forbidden by the
// atoms of kind Starts.
func newPuzzle(c *calendar, wide bool, group func(atom) int32) *puzzle {
	z := &puzzle{
		calendar: c, s: sat.New(), wide: wide, group: group,
		sels: map[int32]sat.Lit{}, in: map[atom]bool{}, loads: map[dayOf]sat.Lit{}, done: map[gapped]bool{}, meets: map[[2]int32]sat.Lit{},
		blocks: make([]*ladder, len(c.p.Blocks)),
		users:  make([][]user, len(c.p.People)), byRoom: make([][]user, len(c.p.Places)),
	}
	z.one = z.s.Var()
	z.s.Clause(z.one)
	return z
}

// sel is the selector of an atom's group.
func (z *puzzle) sel(a atom) sat.Lit {
	g := z.group(a)
	l, ok := z.sels[g]
	if !ok {
		l = z.s.Selector()
		z.sels[g] = l
	}
	return l
}

// block is the ladder of a block.
func (z *puzzle) block(b int32) *ladder {
	if k := z.blocks[b]; k != nil {
		return k
	}
	k := &ladder{starts: z.may[b], places: map[int32]sat.Lit{}, people: map[int32]sat.Lit{}}
	z.blocks[b] = k
	if z.wide {
		k.starts = z.calendar.wide[b]
	}
	if len(k.starts) == 0 {
		z.s.Clause() // nowhere to begin
		return k
	}
	k.rungs = make([]sat.Lit, len(k.starts))
	k.rungs[0] = z.one
	for i := 1; i < len(k.starts); i++ {
		k.rungs[i] = z.s.Var()
		if i > 1 {
			z.s.Clause(k.rungs[i].Not(), k.rungs[i-1])
		}
	}
	z.ways(b, k)
	z.places(b, k)
	z.people(b, k)
	return k
}

// ways makes the variables of a block's modes.
func (z *puzzle) ways(b int32, k *ladder) {
	modes := z.modes(b)
	if len(modes) == 1 {
		k.modes = []sat.Lit{z.one}
		return
	}
	for i := range modes {
		l := z.s.Var()
		k.modes = append(k.modes, l)
		for _, o := range k.modes[:i] {
			z.s.Clause(l.Not(), o.Not())
		}
		z.bar(b, func(s int32) bool {
			return !z.fits(s, modes[i].Len) || !z.wide && !modes[i].Starts.Has(s)
		}, l.Not())
	}
	z.s.Clause(k.modes...)
}

// from is the rung of beginning in slot s or later.
func (k *ladder) from(z *puzzle, s int32) sat.Lit {
	i := at(k.starts, s)
	if i == len(k.starts) {
		return z.one.Not()
	}
	return k.rungs[i]
}

// never says that one of unless is true or the block begins in no slot from lo
// up to hi, hi not counted.
func (z *puzzle) never(b, lo, hi int32, unless ...sat.Lit) {
	k := z.block(b)
	if i, j := at(k.starts, lo), at(k.starts, hi); i < j {
		z.s.Clause(append(slices.Clip(unless), k.rungs[i].Not(), k.from(z, hi))...)
	}
}

// bar says that one of unless is true or the block begins in no slot of which
// out is true.
func (z *puzzle) bar(b int32, out func(s int32) bool, unless ...sat.Lit) {
	k := z.block(b)
	for i := 0; i < len(k.starts); i++ {
		if !out(k.starts[i]) {
			continue
		}
		lo := k.starts[i]
		for i < len(k.starts) && out(k.starts[i]) {
			i++
		}
		hi := z.n
		if i < len(k.starts) {
			hi = k.starts[i]
		}
		z.never(b, lo, hi, unless...)
	}
}

// run is true when the block takes a slot.
func (z *puzzle) run(b, slot int32) sat.Lit {
	k := z.block(b)
	no := z.one.Not()
	if len(k.starts) == 0 {
		return no
	}
	first := k.starts[0]
	if k.runs == nil {
		most := int32(0)
		for i := range z.modes(b) {
			most = max(most, z.mode(b, i).Len)
		}
		k.runs = make([]sat.Lit, k.starts[len(k.starts)-1]+most-first)
		for i := range k.runs {
			k.runs[i] = unmade
		}
	}
	if slot < first || int(slot-first) >= len(k.runs) {
		return no
	}
	l := &k.runs[slot-first]
	if *l != unmade {
		return *l
	}
	*l = no
	for i := range z.modes(b) {
		lo, hi := at(k.starts, slot-z.mode(b, i).Len+1), at(k.starts, slot+1)
		if lo == hi {
			continue
		}
		if *l == no {
			*l = z.s.Var()
		}
		z.s.Clause(*l, k.modes[i].Not(), k.rungs[lo].Not(), k.from(z, slot+1))
	}
	return *l
}

const unmade sat.Lit = -1

// on is true when the block is on a duty day, in a mode.
func (z *puzzle) on(b, day int32, mode int) sat.Lit {
	k := z.block(b)
	if len(k.modes) == 1 {
		mode = 0
	}
	key := dayOf{b, day, mode}
	if l, ok := z.loads[key]; ok {
		return l
	}
	l := z.one.Not()
	lo, hi := at(k.starts, z.calendar.from(day)), at(k.starts, z.calendar.from(day+1))
	if lo < hi {
		l = z.s.Var()
		z.s.Clause(l, k.modes[mode].Not(), k.rungs[lo].Not(), k.from(z, z.calendar.from(day+1)))
	}
	z.loads[key] = l
	return l
}

// both is true when a and b are.
func (z *puzzle) both(a, b sat.Lit) sat.Lit {
	switch no := z.one.Not(); {
	case a == z.one || b == no:
		return b
	case b == z.one || a == no:
		return a
	}
	l := z.s.Var()
	z.s.Clause(l, a.Not(), b.Not())
	return l
}

// places makes the variables of where a block is.
func (z *puzzle) places(b int32, k *ladder) {
	if z.fixed[b] {
		if r := z.p.Blocks[b].Home.Place; r >= 0 {
			z.place(b, k, r, z.one)
		}
		return
	}
	modes := z.modes(b)
	for i := range modes {
		if len(modes) == 1 && len(modes[i].Places) == 1 {
			z.place(b, k, modes[i].Places[0], z.one)
			continue
		}
		any := []sat.Lit{k.modes[i].Not()}
		for _, r := range modes[i].Places {
			l, ok := k.places[r]
			if !ok {
				l = z.s.Var()
				z.place(b, k, r, l)
			}
			any = append(any, l)
		}
		if len(any) > 1 {
			z.s.Clause(any...)
		}
	}
}

func (z *puzzle) place(b int32, k *ladder, r int32, l sat.Lit) {
	k.places[r] = l
	z.byRoom[r] = append(z.byRoom[r], user{b, l})
}

// people makes the variables of who is in a block.
func (z *puzzle) people(b int32, k *ladder) {
	if z.fixed[b] && z.p.Blocks[b].Lock == grid.Frozen {
		for _, q := range z.p.Blocks[b].Home.People {
			if q >= 0 {
				z.person(b, k, q, z.one)
			}
		}
		return
	}
	if z.bare[b] {
		return
	}
	modes := z.modes(b)
	k.needs = make([][][]sat.Lit, len(modes))
	for i := range modes {
		roles := map[int32][]sat.Lit{}
		for j := range modes[i].Needs {
			n := &modes[i].Needs[j]
			lits := make([]sat.Lit, len(n.From))
			nots := make([]sat.Lit, len(n.From))
			for c, q := range n.From {
				l := z.one
				if int(n.Count) < len(n.From) || len(modes) > 1 {
					l = z.s.Var()
				}
				lits[c], nots[c] = l, l.Not()
				roles[q] = append(roles[q], l)
				z.able(b, n, c, l)
			}
			k.needs[i] = append(k.needs[i], lits)
			if least := int(n.Count); least > 0 {
				z.s.Limit(k.modes[i], nots, nil, int32(len(nots)-least))
			}
		}
		for _, q := range sortedKeys(roles) {
			ls := roles[q]
			if len(ls) > 1 {
				z.s.Limit(z.one, ls, nil, 1)
			}
			for _, l := range ls {
				if len(modes) == 1 && len(ls) == 1 {
					z.person(b, k, q, l)
					continue
				}
				if _, ok := k.people[q]; !ok {
					z.person(b, k, q, z.s.Var())
				}
				z.s.Clause(l.Not(), k.people[q])
			}
		}
	}
}

func (z *puzzle) person(b int32, k *ladder, q int32, l sat.Lit) {
	k.people[q] = l
	z.users[q] = append(z.users[q], user{b, l})
}

// able says that candidate c of a need has the role all the while, when l.
func (z *puzzle) able(b int32, n *grid.Need, c int, l sat.Lit) {
	if n.Days == nil || n.Days[c] == nil {
		return
	}
	for i := range z.modes(b) {
		len, mode := z.mode(b, i).Len, z.block(b).modes[i]
		z.bar(b, func(s int32) bool {
			for t := s; t < s+len && t < z.n; t++ {
				if !n.Days[c].Has(t) {
					return true
				}
			}
			return false
		}, l.Not(), mode.Not())
	}
}

func sortedKeys[V any](m map[int32]V) []int32 {
	keys := make([]int32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
