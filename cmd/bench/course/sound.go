//go:build bench

package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// sound plans a hundred generated courses for each seed, of all shapes, with
// locked blocks in every other one, and has each plan judged by the checker.
func (b *bench) sound(name string) error {
	tried, complete := 0, 0
	for seed := range uint64(100 * b.seeds) {
		rnd := rand.New(rand.NewPCG(seed, 11))
		p, hidden := gridtest.Random(rnd, gridtest.Shape{
			Squads: 2 + rnd.IntN(2), Days: 3 + rnd.IntN(2),
			Costs: seed%3 == 0, Quarter: seed%8 == 7, Cohorts: 1 + int(seed%10/9),
		})
		for i := range p.Blocks {
			p.Blocks[i].Home = hidden[i]
			if seed%2 == 1 && rnd.IntN(6) == 0 {
				p.Blocks[i].Lock = grid.Lock(1 + rnd.IntN(2))
			}
		}
		g, err := grid.New(p)
		if err != nil {
			return err
		}
		plan, stats := g.Make(meter.Within(200*time.Millisecond), int64(seed), nil, nil)
		if stats.Complete {
			complete++
			plan, _ = g.Improve(meter.Within(time.Minute), int64(seed), plan, 2000, nil)
		}
		if f := gridtest.Check(p, plan); len(f) != stats.Unplaced {
			return fmt.Errorf("course %d: %+v, and the checker finds %+v", seed, stats, f)
		}
		s := g.State(plan)
		if got, want := s.Cost(), gridtest.Cost(p, plan); got != want {
			return fmt.Errorf("course %d: cost %v, want %v", seed, got, want)
		}
		tried++
	}
	line(name, "%d, the checker accepts each; %d complete within 0.2 s (10,000)", tried, complete)
	return nil
}
