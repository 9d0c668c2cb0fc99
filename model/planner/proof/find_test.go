package proof

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// looked ends a search after so many looks at it.
type looked struct {
	context.Context
	left *int
}

func (l looked) Err() error {
	if *l.left--; *l.left < 0 {
		return context.Canceled
	}
	return nil
}

// Of courses so full that a short search leaves something out, a proof beside
// completes some, and never leaves out more nor breaks anything.
func TestFindFills(t *testing.T) {
	missed, found := 0, 0
	for seed := uint64(0); missed < 4; seed++ {
		rnd := rand.New(rand.NewPCG(seed, 5))
		p, _ := gridtest.Random(rnd, gridtest.Shape{Cohorts: 3, Squads: 2, Days: 5, Full: 0.93})
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		looks := 60
		plan, stats := g.Make(looked{context.Background(), &looks}, 1, nil, nil)
		if stats.Complete {
			continue
		}
		missed++
		ctx, cancel := context.WithTimeout(context.Background(), 700*time.Millisecond)
		a := Find(ctx, g, plan, Options{Seed: 1})
		cancel()
		if f := gridtest.Check(p, a.Plan); a.Verdict == Possible && len(f) > 0 || len(f) > stats.Unplaced {
			t.Errorf("seed %d: %d broken, %d were left out, verdict %d", seed, len(f), stats.Unplaced, a.Verdict)
		}
		if a.Verdict == Possible {
			found++
		}
	}
	if found == 0 {
		t.Errorf("none of %d completed", missed)
	}
	t.Logf("%d of %d completed", found, missed)
}
