package grid_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// thinned is a state of a sound plan with some blocks lifted out of it, and
// those.
func thinned(t *testing.T, rnd *rand.Rand, p *grid.Problem, plan grid.Plan) (*grid.State, []int32) {
	t.Helper()
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	s := g.State(plan)
	var out []int32
	for _, b := range rnd.Perm(len(p.Blocks))[:1+rnd.IntN(5)] {
		s.Lift(int32(b))
		out = append(out, int32(b))
	}
	return s, out
}

// TestLegalAgainstBruteForce: a choice is legal when the checker finds nothing
// new after it is made, also for a block that is placed already.
func TestLegalAgainstBruteForce(t *testing.T) {
	legal := 0
	for seed := range uint64(40) {
		rnd, p, plan := shapes(seed)
		s, out := thinned(t, rnd, p, plan)
		for range 40 {
			b := out[rnd.IntN(len(out))]
			if rnd.IntN(4) == 0 {
				b = rnd.Int32N(int32(len(p.Blocks)))
			}
			c := anything(rnd, p, b)
			if c.Start < 0 {
				continue
			}
			was := s.Plan()
			after := slices.Clone(was)
			after[b] = c
			unplaced := 0
			for _, a := range after {
				if a.Start < 0 {
					unplaced++
				}
			}
			want := len(gridtest.Check(p, after)) == unplaced
			if got := s.Legal(b, c); got != want {
				t.Fatalf("problem %d: block %d at %+v is legal: %v; checker: %v", seed, b, c, got, gridtest.Check(p, after))
			}
			if want {
				legal++
			}
		}
	}
	if legal < 10 {
		t.Errorf("only %d choices were legal", legal)
	}
}

// eachCrew yields all ways to fill a mode's needs.
func eachCrew(m *grid.Mode, yield func([]int32) bool) {
	var seats []*grid.Need
	for i := range m.Needs {
		for range m.Needs[i].Count {
			seats = append(seats, &m.Needs[i])
		}
	}
	crew := make([]int32, len(seats))
	var fill func(int) bool
	fill = func(i int) bool {
		if i == len(seats) {
			return yield(crew)
		}
		for _, q := range seats[i].From {
			if crew[i] = q; slices.Contains(crew[:i], q) {
				continue
			}
			if !fill(i + 1) {
				return false
			}
		}
		return true
	}
	fill(0)
}

// can says by trying everything whether a block can begin in a slot.
func can(s *grid.State, p *grid.Problem, b, start int32) bool {
	for i := range p.Blocks[b].Modes {
		m := &p.Blocks[b].Modes[i]
		places := m.Places
		if len(places) == 0 {
			places = []int32{-1}
		}
		for _, r := range places {
			for crew := range func(yield func([]int32) bool) { eachCrew(m, yield) } {
				if s.Legal(b, grid.Choice{Start: start, Mode: int32(i), Place: r, People: crew}) {
					return true
				}
			}
		}
	}
	return false
}

func TestStartsAreThoseWithALegalChoice(t *testing.T) {
	for seed := range uint64(15) {
		rnd, p, plan := shapes(seed)
		s, out := thinned(t, rnd, p, plan)
		for _, b := range out {
			starts := s.Starts(b)
			for start := range int32(len(p.Day)) {
				if got, want := starts.Has(start), can(s, p, b, start); got != want {
					t.Fatalf("problem %d: block %d can begin in %d: %v, want %v", seed, b, start, got, want)
				}
			}
		}
	}
}

// TestBlockersMakeRoom: with those lifted who must go there are people, and the
// choice is legal.
func TestBlockersMakeRoom(t *testing.T) {
	rooms := 0
	for seed := range uint64(40) {
		rnd, p, plan := shapes(seed)
		for range 20 {
			s, out := thinned(t, rnd, p, plan)
			b := out[0]
			c := anything(rnd, p, b)
			if c.Start < 0 {
				continue
			}
			blocks, ok := s.Blockers(b, c.Start, c.Mode, c.Place, nil)
			if !ok {
				continue
			}
			for _, o := range blocks {
				s.Lift(o)
			}
			crew, ok := s.Crew(b, c.Start, c.Mode, c.Place, nil)
			if c.People = crew; !ok || !s.Legal(b, c) {
				t.Fatalf("problem %d: block %d at %+v (people found: %v) is not legal without %v", seed, b, c, ok, blocks)
			}
			rooms++
		}
	}
	if rooms < 20 {
		t.Errorf("only %d trials had an answer", rooms)
	}
}
