//go:build bench

package main

import (
	"math/rand/v2"
	"time"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
	"muster/model/planner/proof"
)

// tight makes first plans of three cohorts that leave next to nothing free, by
// the search alone and, as the planner does, with a proof after a first spell;
// it counts those complete after two seconds and after five.
func (b *bench) tight(name string) error {
	const spell, short, long = 700 * time.Millisecond, 2 * time.Second, 5 * time.Second
	var alone, beside [2]int
	count := func(to *[2]int, took time.Duration) {
		for i, l := range []time.Duration{short, long} {
			if took <= l {
				to[i]++
			}
		}
	}
	n := max(b.seeds/5, 1)
	for seed := range n {
		rnd := rand.New(rand.NewPCG(uint64(seed), 5))
		p, _ := gridtest.Random(rnd, gridtest.Shape{Cohorts: 3, Full: 0.90 + 0.08*rnd.Float64()})
		g, err := grid.New(p)
		if err != nil {
			return err
		}
		from := meter.Spent()
		plan, stats := g.Make(meter.Within(long), int64(seed), nil, nil)
		took := meter.Spent() - from
		if err := proved(p, plan, stats.Complete); err != nil {
			return err
		}
		if stats.Complete {
			count(&alone, took)
		}
		if stats.Complete && took < spell {
			count(&beside, took)
			continue
		}
		from = meter.Spent()
		limit := meter.Within(long)
		plan, _ = g.Make(meter.Within(spell), int64(seed), nil, nil)
		a := proof.Find(limit, g, plan, proof.Options{Seed: int64(seed)})
		if err := proved(p, a.Plan, a.Verdict == proof.Possible); err != nil {
			return err
		}
		if a.Verdict == proof.Possible {
			count(&beside, meter.Spent()-from)
		}
	}
	line(name, "of %d complete after 2 s: %d alone, %d so; after 5 s: %d alone, %d so", n, alone[0], beside[0], alone[1], beside[1])
	return nil
}
