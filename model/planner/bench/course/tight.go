//go:build bench

package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
	"muster/model/planner/proof"
)

// tight makes first plans of three cohorts that leave next to nothing free, by
// the search alone and with a proof beside it, and counts those complete after
// two seconds and after five.
func (b *bench) tight(name string) error {
	limits := []time.Duration{2 * time.Second, 5 * time.Second}
	alone, beside := make([]int, len(limits)), make([]int, len(limits))
	n := max(b.seeds/5, 1)
	for seed := range n {
		rnd := rand.New(rand.NewPCG(uint64(seed), 5))
		p, _ := gridtest.Random(rnd, gridtest.Shape{Cohorts: 3, Full: 0.90 + 0.08*rnd.Float64()})
		g, err := grid.New(p)
		if err != nil {
			return err
		}
		from := spent()
		_, stats := g.Make(within(limits[len(limits)-1]), int64(seed), nil, nil)
		took := spent() - from
		from = spent()
		plan, stats2, a := proof.Make(within(limits[len(limits)-1]), g, nil, proof.Options{Seed: int64(seed)}, nil)
		both := spent() - from
		done := stats2.Complete || a.Verdict == proof.Possible
		if a.Verdict == proof.Possible {
			plan = a.Plan
		}
		fmt.Printf("   %d: %d blocks; alone %v %v; beside %v %v\n", seed, len(p.Blocks), stats.Complete, short(took), done, short(both))
		if err := proved(p, plan, done); err != nil {
			return err
		}
		for i, l := range limits {
			if stats.Complete && took <= l {
				alone[i]++
			}
			if done && both <= l {
				beside[i]++
			}
		}
	}
	line(name, "of %d complete after 2 s: %d alone, %d with proof; after 5 s: %d, %d", n, alone[0], beside[0], alone[1], beside[1])
	return nil
}
