package proof

import (
	"context"
	"time"

	"muster/model/planner/grid"
)

// Find looks for a plan of the problem of g, beginning with one that leaves
// something out: it counts, then asks and makes in turn, until ctx ends. Where
// the verdict is not Possible, the answer's plan is the one that leaves out the
// least. It looks for no loosenings.
func Find(ctx context.Context, g *grid.Grid, start grid.Plan, o Options) Answer {
	e := examine(ctx, g.Problem(), o)
	a := Answer{Plan: start}
	if a.Lines = e.hopeless(); a.Lines == nil {
		a.Lines = e.lack()
		e.tally.Counted = a.Lines != nil
	}
	if a.Lines != nil {
		a.Verdict = Impossible
		a.Minimal = e.needed(&a)
	} else if whole, ok := e.fills(start, ^o.Seed); ok {
		a.Verdict, a.Plan = Possible, whole
	} else {
		e.search(g, o, &a, true)
	}
	a.Tally = e.tally
	return a
}

// until is a context that ends at a time, at the latest.
type until struct {
	context.Context
	at time.Time
}

func (u until) Err() error {
	if !time.Now().Before(u.at) {
		return context.DeadlineExceeded
	}
	return u.Context.Err()
}
