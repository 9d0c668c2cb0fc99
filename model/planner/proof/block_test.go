package proof

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// Whether a block has a place is what the state says of its starts; the lines
// are needed and enough; with the blocks of a way gone it has a place there.
func TestBlockAgainstState(t *testing.T) {
	var none, some, minimal int
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		p, hidden := gridtest.Random(rnd, gridtest.Shape{Squads: 2 + int(seed%2), Days: 3, Full: 0.9})
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			b := rnd.Int32N(int32(len(p.Blocks)))
			plan := slices.Clone(hidden)
			plan[b].Start = -1
			// Others spread over the day it was on.
			for range 30 {
				c := rnd.Int32N(int32(len(p.Blocks)))
				if c == b {
					continue
				}
				s := g.State(plan)
				s.Lift(c)
				for start := range s.Starts(c).All {
					ch := grid.Choice{Start: start, Place: firstPlace(p, c)}
					ch.People, _ = s.Crew(c, start, 0, ch.Place, nil)
					if p.Day[start] == p.Day[hidden[b].Start] && s.Legal(c, ch) {
						plan[c] = ch
						break
					}
				}
			}
			state := g.State(plan)
			want := state.Starts(b).Count() > 0
			a := Block(context.Background(), g, plan, b, Options{})
			if (a.Verdict == Possible) != want || a.Verdict == NotProved {
				t.Errorf("seed %d, block %d: verdict %d, starts %v", seed, b, a.Verdict, want)
				continue
			}
			if want {
				some++
				if !state.Legal(b, a.Plan[b]) {
					t.Errorf("seed %d, block %d: %+v is not legal", seed, b, a.Plan[b])
				}
				continue
			}
			none++
			if a.Minimal {
				minimal++
			}
			if len(a.Lines) == 0 || len(a.Lines) > maxLines || len(a.Ways) == 0 {
				t.Errorf("seed %d, block %d: %d lines, %d ways", seed, b, len(a.Lines), len(a.Ways))
			}
			for _, w := range a.Ways {
				s := g.State(plan)
				for _, o := range w.Blocks {
					s.Lift(o)
				}
				if !s.Starts(b).Has(w.Start) {
					t.Errorf("seed %d, block %d: no place at %d without %v", seed, b, w.Start, w.Blocks)
				}
			}
		}
	}
	t.Logf("%d with a place, %d without, %d minimal", some, none, minimal)
	if some < 20 || none < 20 || minimal < none {
		t.Errorf("%d with a place, %d without, %d minimal", some, none, minimal)
	}
}

func firstPlace(p *grid.Problem, b int32) int32 {
	if r := p.Blocks[b].Modes[0].Places; len(r) > 0 {
		return r[0]
	}
	return -1
}
