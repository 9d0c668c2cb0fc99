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
	} else {
		e.search(g, o, &a)
	}
	a.Tally = e.tally
	return a
}

// Make is the search of g for a complete plan, with a proof beside it: what a
// plan is not found for in the first spell is mostly a problem that is found out
// by asking, or has none. It takes no longer than until ctx ends, and no longer
// than patience where that has no end. show is as for Grid.Make.
func Make(ctx context.Context, g *grid.Grid, start grid.Plan, o Options, show func(grid.Plan, grid.Costs)) (grid.Plan, grid.Stats, Answer) {
	began := time.Now()
	plan, stats := g.Make(until{ctx, began.Add(spell)}, o.Seed, start, show)
	if stats.Complete || ctx.Err() != nil {
		return plan, stats, Answer{}
	}
	a := Find(ctx, g, plan, o)
	return plan, stats, a
}

const spell = 500 * time.Millisecond

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
