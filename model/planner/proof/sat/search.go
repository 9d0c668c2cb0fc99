package sat

import "slices"

const (
	restart = 64       // conflicts, times the Luby sequence
	fade    = 1 / 0.95 // of old conflicts, in the choice of what to decide
	asked   = 1024     // decisions and conflicts between two calls of stop
)

// Solve looks for values under which everything holds and each of assume is
// true. It ends with Unknown when stop, asked now and then, says so, or after
// so many conflicts (0: no end).
func (s *Solver) Solve(assume []Lit, conflicts int64, stop func() bool) Status {
	s.undo(0)
	s.core = s.core[:0]
	for len(s.stamp) < s.Vars()+len(assume)+1 {
		s.stamp = append(s.stamp, 0)
	}
	if s.broken {
		return Unsat
	}
	var n, run int64
	turn := int64(1)
	until := luby(turn) * restart
	for ticks := 0; ; ticks++ {
		if ticks%asked == asked-1 && stop != nil && stop() {
			s.undo(0)
			return Unknown
		}
		if c := s.propagate(); c != 0 {
			n++
			run++
			s.Conflicts++
			if len(s.starts) == 0 {
				s.broken = true
				return Unsat
			}
			if len(s.starts) <= len(assume) { // no decision of our own
				s.blameAssumed(c, -1)
				s.undo(0)
				return Unsat
			}
			back := s.analyse(c)
			s.undo(back)
			s.assert()
			continue
		}
		if conflicts > 0 && n >= conflicts {
			s.undo(0)
			return Unknown
		}
		if run >= until {
			turn++
			run, until = 0, luby(turn)*restart
			s.undo(len(assume))
			s.forget()
			continue
		}
		l, ok := s.decide(assume)
		if !ok {
			s.blameAssumed(0, l)
			s.undo(0)
			return Unsat
		}
		if l < 0 {
			s.model = append(s.model[:0], s.val...)
			s.undo(0)
			return Sat
		}
		s.starts = append(s.starts, int32(len(s.trail)))
		s.set(l, 0)
	}
}

// decide is the next literal to set: an assumption, then the most active
// variable. -1: all are set. !ok: the assumption l is already false.
func (s *Solver) decide(assume []Lit) (l Lit, ok bool) {
	for len(s.starts) < len(assume) {
		a := assume[len(s.starts)]
		switch s.val[a] {
		case no:
			return a, false
		case yes:
			s.starts = append(s.starts, int32(len(s.trail)))
		default:
			return a, true
		}
	}
	for {
		v, any := s.heap.pop()
		if !any {
			return -1, true
		}
		if l := Lit(v << 1); s.val[l] == open {
			if !s.keep[v] {
				l++
			}
			return l, true
		}
	}
}

// assert adds the clause just learnt, and sets its first literal.
func (s *Solver) assert() {
	switch len(s.learn) {
	case 1:
		s.set(s.learn[0], 0)
	case 2:
		s.pair(s.learn[0], s.learn[1])
		s.set(s.learn[0], because(byPair, int32(s.learn[1])))
	default:
		at := s.put(s.learn, s.rank(s.learn))
		s.learnt = append(s.learnt, at)
		s.set(s.learn[0], because(byClause, at))
	}
}

// rank is on how many levels the literals were set: the fewer, the better the
// clause. Used again by touch, it falls.
func (s *Solver) rank(lits []Lit) int32 {
	s.stamps++
	var n int32
	for _, l := range lits {
		if k := s.level[l.v()]; s.stamp[k] != s.stamps {
			s.stamp[k] = s.stamps
			n++
		}
	}
	return max(n, 1)
}

// touch notes that a learnt clause was of use.
func (s *Solver) touch(at int32) {
	if r := int32(s.store[at+1]); r > 2 {
		if n := s.rank(s.clause(at)); n < r {
			s.store[at+1] = Lit(n)
		}
	}
}

// forget drops the worse half of the learnt clauses when they are many.
func (s *Solver) forget() {
	if len(s.learnt) < 4000+int(s.Conflicts/8) {
		return
	}
	s.undo(0)
	slices.SortStableFunc(s.learnt, func(a, b int32) int { return int(s.store[a+1] - s.store[b+1]) })
	half := len(s.learnt) / 2
	for half < len(s.learnt) && s.store[s.learnt[half]+1] <= 2 {
		half++
	}
	for _, at := range s.learnt[half:] {
		s.store[at+1] = -1
	}
	s.learnt = s.learnt[:half]
	s.pack()
}

// pack moves the clauses that are left together and watches them anew.
func (s *Solver) pack() {
	for i, ws := range s.watches {
		s.watches[i] = slices.DeleteFunc(ws, func(w watch) bool { return w.at >= 0 })
	}
	for _, l := range s.trail {
		s.why[l.v()] = 0 // level 0: nobody asks
	}
	s.learnt = s.learnt[:0]
	out := int32(1)
	for at := int32(1); at < int32(len(s.store)); {
		n := int32(s.store[at]) + 2
		if s.store[at+1] >= 0 {
			copy(s.store[out:out+n], s.store[at:at+n])
			c := s.clause(out)
			s.watches[c[0]] = append(s.watches[c[0]], watch{out, c[1]})
			s.watches[c[1]] = append(s.watches[c[1]], watch{out, c[0]})
			if s.store[out+1] > 0 {
				s.learnt = append(s.learnt, out)
			}
			out += n
		}
		at += n
	}
	s.store = s.store[:out]
}

// luby is the i-th term, from 1, of 1 1 2 1 1 2 4 1 1 2 …
func luby(i int64) int64 {
	for k := uint(1); ; k++ {
		if n := int64(1)<<k - 1; i == n {
			return 1 << (k - 1)
		} else if i < n {
			return luby(i - (int64(1)<<(k-1) - 1))
		}
	}
}
