package grid_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// shapes are the courses the properties are tried on: small ones, so that brute
// force keeps up, of every kind.
func shapes(seed uint64) (*rand.Rand, *grid.Problem, grid.Plan) {
	rnd := rand.New(rand.NewPCG(seed, 7))
	shape := gridtest.Shape{Squads: 2, Days: 3, Costs: true, Quarter: seed%4 == 3}
	if seed%5 == 4 {
		shape.Cohorts = 2
	}
	p, plan := gridtest.Random(rnd, shape)
	return rnd, p, plan
}

// anything is a choice for a block that names things there are, and may break
// what it likes.
func anything(rnd *rand.Rand, p *grid.Problem, b int32) grid.Choice {
	if rnd.IntN(8) == 0 {
		return grid.Choice{Start: -1, Place: -1}
	}
	k := &p.Blocks[b]
	mode := rnd.IntN(len(k.Modes))
	m := &k.Modes[mode]
	starts := slices.Collect(m.Starts.All)
	c := grid.Choice{Start: rnd.Int32N(int32(len(p.Day)) - m.Len + 1), Mode: int32(mode), Place: -1}
	if len(starts) > 0 && rnd.IntN(100) > 0 {
		c.Start = starts[rnd.IntN(len(starts))]
	}
	if n := len(m.Places); n > 0 {
		c.Place = m.Places[rnd.IntN(n)]
		if rnd.IntN(12) == 0 {
			c.Place = rnd.Int32N(int32(len(p.Places)))
		}
	}
	for _, n := range m.Needs {
		for range n.Count {
			q := n.From[rnd.IntN(len(n.From))]
			switch rnd.IntN(12) {
			case 0:
				q = -1
			case 1:
				q = rnd.Int32N(int32(len(p.People)))
			}
			c.People = append(c.People, q)
		}
	}
	return c
}

// TestEditsAgainstBruteForce: after random edits, what a State knows from its
// tables is what the checker finds by looking at everything.
func TestEditsAgainstBruteForce(t *testing.T) {
	edits := 0
	for seed := range uint64(20) {
		rnd, p, plan := shapes(seed)
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		s := g.State(plan)
		for range 60 {
			edits++
			b := rnd.Int32N(int32(len(p.Blocks)))
			switch rnd.IntN(20) {
			case 0:
				s = s.Clone()
			case 1, 2:
				s.Lift(b)
			default:
				s.Place(b, anything(rnd, p, b))
			}
			compare(t, p, s)
			if t.Failed() {
				t.Fatalf("problem %d, edit %d", seed, edits)
			}
		}
	}
}

// overruns says whether some block runs over the end of its duty day, which is
// barred, and for which costs are not exact.
func overruns(p *grid.Problem, plan grid.Plan) bool {
	for b, c := range plan {
		if c.Start >= 0 && p.Day[c.Start] != p.Day[c.Start+p.Blocks[b].Modes[c.Mode].Len-1] {
			return true
		}
	}
	return false
}

func compare(t *testing.T, p *grid.Problem, s *grid.State) {
	t.Helper()
	plan := s.Plan()
	if got, want := s.Cost(), gridtest.Cost(p, plan); got != want && !overruns(p, plan) {
		t.Errorf("cost %v, want %v", got, want)
	}
	got, want := s.Faults(), gridtest.Check(p, plan)
	if !slices.Equal(got, want) {
		for _, f := range got {
			if !slices.Contains(want, f) {
				t.Errorf("said, but not so: %+v", f)
			}
		}
		for _, f := range want {
			if !slices.Contains(got, f) {
				t.Errorf("so, but not said: %+v; %+v; %+v rest %d", f, plan[f.A], plan[max(f.B, 0)], p.TeamRest)
			}
		}
	}
}
