package sat_test

import (
	"testing"

	"github.com/crillab/gophersat/solver"
	"pgregory.net/rapid"

	"muster/model/planner/proof/sat"
)

// problem is clauses and limits, each under one of a few selectors.
type problem struct {
	vars    int
	clauses [][]int // v+1, or -(v+1); the first is the selector
	limits  []limited
	sels    int
}

type limited struct {
	on, most int
	lits     []int
	weights  []int32
}

func draw(t *rapid.T) problem {
	p := problem{vars: rapid.IntRange(1, 9).Draw(t, "vars"), sels: rapid.IntRange(1, 5).Draw(t, "sels")}
	lits := func(n int) []int {
		vs := rapid.Permutation(seq(p.vars)).Draw(t, "vs")[:min(n, p.vars)]
		for i := range vs {
			if rapid.Bool().Draw(t, "neg") {
				vs[i] = -vs[i]
			}
		}
		return vs
	}
	for range rapid.IntRange(0, 30).Draw(t, "clauses") {
		p.clauses = append(p.clauses, append([]int{rapid.IntRange(0, p.sels-1).Draw(t, "on")}, lits(rapid.IntRange(1, 4).Draw(t, "n"))...))
	}
	for range rapid.IntRange(0, 6).Draw(t, "limits") {
		l := limited{on: rapid.IntRange(0, p.sels-1).Draw(t, "on"), lits: lits(rapid.IntRange(1, 7).Draw(t, "n"))}
		for range l.lits {
			l.weights = append(l.weights, rapid.Int32Range(1, 3).Draw(t, "w"))
		}
		l.most = rapid.IntRange(0, 6).Draw(t, "most")
		if rapid.Bool().Draw(t, "plain") {
			l.weights = nil
		}
		p.limits = append(p.limits, l)
	}
	return p
}

func seq(n int) []int {
	var out []int
	for i := range n {
		out = append(out, i+1)
	}
	return out
}

// holds reports whether what hangs on the selectors of set holds under values.
func (p problem) holds(set map[int]bool, values int) bool {
	is := func(l int) bool {
		if l < 0 {
			return values>>(-l-1)&1 == 0
		}
		return values>>(l-1)&1 == 1
	}
	for _, c := range p.clauses {
		ok := !set[c[0]]
		for _, l := range c[1:] {
			ok = ok || is(l)
		}
		if !ok {
			return false
		}
	}
	for _, m := range p.limits {
		sum := 0
		for i, l := range m.lits {
			if is(l) && m.weights == nil {
				sum++
			} else if is(l) {
				sum += int(m.weights[i])
			}
		}
		if set[m.on] && sum > m.most {
			return false
		}
	}
	return true
}

func (p problem) possible(set map[int]bool) bool {
	for v := range 1 << p.vars {
		if p.holds(set, v) {
			return true
		}
	}
	return false
}

func TestAnswersAreThoseOfCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := draw(t)
		s := sat.New()
		var vs, sels []sat.Lit
		for range p.sels {
			sels = append(sels, s.Selector())
		}
		for range p.vars {
			vs = append(vs, s.Var())
		}
		lit := func(l int) sat.Lit {
			if l < 0 {
				return vs[-l-1].Not()
			}
			return vs[l-1]
		}
		add := func(c []int) {
			out := []sat.Lit{sels[c[0]].Not()}
			for _, l := range c[1:] {
				out = append(out, lit(l))
			}
			s.Clause(out...)
		}
		half := len(p.clauses) / 2
		for _, c := range p.clauses[:half] {
			add(c)
		}
		for _, m := range p.limits {
			var lits []sat.Lit
			for _, l := range m.lits {
				lits = append(lits, lit(l))
			}
			s.Limit(sels[m.on], lits, m.weights, int32(m.most))
		}
		now := p
		now.clauses = p.clauses[:half]
		for round := range 6 {
			if round == 2 { // the rest only later
				for _, c := range p.clauses[half:] {
					add(c)
				}
				now = p
			}
			set := map[int]bool{}
			var assume []sat.Lit
			for i := range sels {
				if rapid.IntRange(0, 3).Draw(t, "with") > 0 {
					set[i] = true
					assume = append(assume, sels[i])
				}
			}
			want := now.possible(set)
			switch got := s.Solve(assume, 0, nil); {
			case got == sat.Sat && want:
				values := 0
				for i, v := range vs {
					if s.True(v) {
						values |= 1 << i
					}
				}
				if !now.holds(set, values) {
					t.Fatalf("values %b do not hold", values)
				}
			case got == sat.Unsat && !want:
				core := map[int]bool{}
				for _, l := range s.Core() {
					for i, o := range sels {
						if o == l {
							core[i] = true
						}
					}
				}
				for i := range core {
					if !set[i] {
						t.Fatalf("core names what was not assumed: %v", core)
					}
				}
				if now.possible(core) {
					t.Fatalf("core %v can hold", core)
				}
			default:
				t.Fatalf("%v, want %v", got, want)
			}
		}
	})
}

// Random clauses of three near the threshold, against another solver.
func TestAnswersAreThoseOfAnother(t *testing.T) {
	x := uint32(7)
	next := func(n int) int {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		return int(x % uint32(n))
	}
	var yes, no int
	for range 40 {
		const vars = 90
		var cnf [][]int
		s := sat.New()
		for range vars {
			s.Var()
		}
		for range vars * 425 / 100 {
			var c []int
			var d []sat.Lit
			for range 3 {
				v, neg := next(vars), next(2)
				d = append(d, sat.Lit(2*v+neg))
				c = append(c, (v+1)*(1-2*neg))
			}
			cnf = append(cnf, c)
			s.Clause(d...)
		}
		want := solver.New(solver.ParseSlice(cnf)).Solve() == solver.Sat
		got := s.Solve(nil, 0, nil)
		if got == sat.Unknown || (got == sat.Sat) != want {
			t.Fatalf("%v, want sat %v", got, want)
		}
		if want {
			yes++
		} else {
			no++
		}
	}
	if yes < 5 || no < 5 {
		t.Errorf("%d possible and %d impossible: the test shows too little", yes, no)
	}
}

// More blocks than holes: what is learnt and forgotten stays sound.
func TestPigeons(t *testing.T) {
	for _, holes := range []int{4, 7} {
		s := sat.New()
		on := s.Selector()
		lits := make([][]sat.Lit, holes)
		for range holes + 1 {
			var c []sat.Lit
			for h := range holes {
				v := s.Var()
				lits[h] = append(lits[h], v)
				c = append(c, v)
			}
			s.Clause(c...)
		}
		for _, l := range lits {
			s.Limit(on, l, nil, 1)
		}
		if got := s.Solve([]sat.Lit{on}, 0, nil); got != sat.Unsat || len(s.Core()) != 1 {
			t.Errorf("%d holes: %v, core %v", holes, got, s.Core())
		}
		if got := s.Solve(nil, 0, nil); got != sat.Sat {
			t.Errorf("%d holes without the limit: %v", holes, got)
		}
	}
}

func TestStops(t *testing.T) {
	s := sat.New()
	lits := make([][]sat.Lit, 12)
	for range 13 {
		var c []sat.Lit
		for h := range lits {
			v := s.Var()
			lits[h] = append(lits[h], v)
			c = append(c, v)
		}
		s.Clause(c...)
	}
	on := s.Selector()
	for _, l := range lits {
		s.Limit(on, l, nil, 1)
	}
	if got := s.Solve([]sat.Lit{on}, 50, nil); got != sat.Unknown {
		t.Errorf("after 50 conflicts: %v", got)
	}
	n := 0
	if got := s.Solve([]sat.Lit{on}, 0, func() bool { n++; return n == 3 }); got != sat.Unknown {
		t.Errorf("stopped: %v", got)
	}
}
