package sat

// A Solver holds variables, clauses and limits. It is not for use by several
// goroutines at once.
type Solver struct {
	store   []Lit // clauses: size, rank, then the literals; offset 0 is unused
	learnt  []int32
	watches [][]watch
	limits  []limit
	parts   [][]part        // by literal: limits it counts in
	wakes   map[Lit][]int32 // by literal: limits that hang on it
	hangs   []bool          // by literal: some limit does

	val    []value // by literal
	level  []int32 // by variable
	why    []reason
	pos    []int32 // on the trail
	keep   []bool  // value a variable had last, true for yes
	free   []bool  // may be decided
	trail  []Lit
	starts []int32 // of the levels on the trail
	head   int

	heap heap
	step float64

	seen   []bool
	clear  []Lit
	stack  []Lit
	learn  []Lit
	buf    []Lit
	stamp  []int32
	stamps int32

	broken bool // clauses alone cannot hold
	model  []value
	core   []Lit

	// Conflicts is how many there were in all questions.
	Conflicts int64
}

// New is a solver without variables.
func New() *Solver {
	return &Solver{store: make([]Lit, 1, 1<<12), step: 1, wakes: map[Lit][]int32{}}
}

// Var makes a variable, and is its positive literal.
func (s *Solver) Var() Lit {
	l := s.Selector()
	s.free[l.v()] = true
	s.heap.grow(l.v())
	s.heap.push(l.v())
	return l
}

// Selector makes a variable that is true only when assumed or implied; the
// search never decides it.
func (s *Solver) Selector() Lit {
	v := int32(len(s.level))
	s.val = append(s.val, open, open)
	s.watches = append(s.watches, nil, nil)
	s.parts = append(s.parts, nil, nil)
	s.hangs = append(s.hangs, false, false)
	s.level = append(s.level, 0)
	s.why = append(s.why, 0)
	s.pos = append(s.pos, 0)
	s.keep = append(s.keep, false)
	s.free = append(s.free, false)
	s.seen = append(s.seen, false)
	s.heap.grow(v)
	return Lit(v << 1)
}

// Prefer is the value to try first for the variable of l: the one that makes l
// true.
func (s *Solver) Prefer(l Lit) { s.keep[l.v()] = l&1 == 0 }

// Vars is how many variables there are.
func (s *Solver) Vars() int { return len(s.level) }

// True reports whether l is true in the values last found. A selector that was
// not assumed may be neither true nor false.
func (s *Solver) True(l Lit) bool { return s.model[l] == yes }

// Core is those of the assumptions that cannot hold together, after Unsat;
// none, when nothing can hold whatever is assumed. It is valid until the next
// question.
func (s *Solver) Core() []Lit { return s.core }

// Clause says that one of lits is true.
func (s *Solver) Clause(lits ...Lit) {
	s.undo(0)
	if s.broken {
		return
	}
	out := s.buf[:0]
	for _, l := range lits {
		switch s.val[l] {
		case yes:
			return
		case no:
			continue
		}
		for _, o := range out {
			if o == l {
				goto next
			}
			if o == l.Not() {
				return
			}
		}
		out = append(out, l)
	next:
	}
	s.buf = out
	switch len(out) {
	case 0:
		s.broken = true
	case 1:
		s.set(out[0], 0)
		if s.propagate() != 0 {
			s.broken = true
		}
	case 2:
		s.pair(out[0], out[1])
	default:
		s.put(out, 0)
	}
}

func (s *Solver) pair(a, b Lit) {
	s.watches[a] = append(s.watches[a], watch{-1, b})
	s.watches[b] = append(s.watches[b], watch{-1, a})
}

// put stores a clause of three or more; rank 0 is one that was given.
func (s *Solver) put(lits []Lit, rank int32) int32 {
	at := int32(len(s.store))
	s.store = append(s.store, Lit(len(lits)), Lit(rank))
	s.store = append(s.store, lits...)
	s.watches[lits[0]] = append(s.watches[lits[0]], watch{at, lits[1]})
	s.watches[lits[1]] = append(s.watches[lits[1]], watch{at, lits[0]})
	return at
}

func (s *Solver) clause(at int32) []Lit {
	n := int32(s.store[at])
	return s.store[at+2 : at+2+n]
}

func (s *Solver) set(l Lit, why reason) {
	v := l.v()
	s.val[l], s.val[l^1] = yes, no
	s.level[v] = int32(len(s.starts))
	s.why[v] = why
	s.pos[v] = int32(len(s.trail))
	s.trail = append(s.trail, l)
	for _, p := range s.parts[l] {
		s.limits[p.limit].sum += p.weight
	}
}

// undo goes back to a level.
func (s *Solver) undo(level int) {
	if len(s.starts) <= level {
		return
	}
	from := int(s.starts[level])
	for i := len(s.trail) - 1; i >= from; i-- {
		l := s.trail[i]
		v := l.v()
		s.val[l], s.val[l^1] = open, open
		s.keep[v] = l&1 == 0
		if s.free[v] {
			s.heap.push(v)
		}
		for _, p := range s.parts[l] {
			s.limits[p.limit].sum -= p.weight
		}
	}
	s.trail = s.trail[:from]
	s.starts = s.starts[:level]
	s.head = from
}

// conflict is what cannot hold: a clause, a limit, or a pair, as a reason; 0 is
// none. The literals of a pair are left in stack.
func (s *Solver) propagate() reason {
	for s.head < len(s.trail) {
		l := s.trail[s.head]
		s.head++
		if c := s.spread(l.Not()); c != 0 {
			return c
		}
		if s.hangs[l] {
			for _, i := range s.wakes[l] {
				if !s.weigh(i) {
					return because(byLimit, i)
				}
			}
		}
		for _, p := range s.parts[l] {
			if !s.weigh(p.limit) {
				return because(byLimit, p.limit)
			}
		}
	}
	return 0
}

// spread looks at the clauses that watch f, which has become false.
func (s *Solver) spread(f Lit) reason {
	ws := s.watches[f]
	out := 0
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		switch {
		case s.val[w.other] == yes:
			ws[out] = w
			out++
			continue
		case w.at < 0:
			ws[out] = w
			out++
			if s.val[w.other] == no {
				out += copy(ws[out:], ws[i+1:])
				s.watches[f] = ws[:out]
				s.stack = append(s.stack[:0], f, w.other)
				return because(byPair, 0)
			}
			s.set(w.other, because(byPair, int32(f)))
			continue
		}
		c := s.clause(w.at)
		if c[0] == f {
			c[0], c[1] = c[1], f
		}
		first := c[0]
		if s.val[first] == yes {
			ws[out] = watch{w.at, first}
			out++
			continue
		}
		moved := false
		for k := 2; k < len(c); k++ {
			if s.val[c[k]] != no {
				c[1], c[k] = c[k], f
				s.watches[c[1]] = append(s.watches[c[1]], watch{w.at, first})
				moved = true
				break
			}
		}
		if moved {
			continue
		}
		ws[out] = watch{w.at, first}
		out++
		if s.val[first] == no {
			out += copy(ws[out:], ws[i+1:])
			s.watches[f] = ws[:out]
			return because(byClause, w.at)
		}
		s.set(first, because(byClause, w.at))
	}
	s.watches[f] = ws[:out]
	return 0
}
