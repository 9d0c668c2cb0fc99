package planner_test

import (
	"context"
	"testing"
	"time"

	"muster/model/planner"
	"muster/model/planner/desktest"
)

// Whatever desk it is, a plan breaks no rule that a plan could keep, and moves
// nothing that is to stay.
func TestPlansHold(t *testing.T) {
	placed, unplaced := 0, 0
	for seed := range 20 {
		w := desktest.New(uint64(seed))
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		j, err := planner.New(w.Desk, w.Options)
		if err != nil {
			t.Fatal(seed, err)
		}
		r := j.Make(ctx, nil)
		cancel()
		placed, unplaced = placed+r.Placed, unplaced+len(r.Unplaced)
		for _, s := range w.Judge(r) {
			t.Errorf("seed %d: %s", seed, s)
		}
	}
	t.Logf("%d sessions placed, %d not", placed, unplaced)
}
