package planner

import (
	"context"

	"muster/model"
)

// New makes a job of a desk. The error names a cohort that is not on it or has
// no dates to plan in.
func New(d *model.Desk, o Options) (*Job, error) { return &Job{d, o}, nil }

// Make plans from nothing, or from what there is (Options.Keep), then makes
// the plan better until ctx is done.
func (j *Job) Make(ctx context.Context, show func(*Result)) *Result { return &Result{} }

// Repair mends what is broken on the desk, cheapest first: other people, other
// places, the fewest moves, the largest part that holds.
func (j *Job) Repair(ctx context.Context, show func(*Offer)) []Offer { return nil }

// Explain says why there is no plan, or, with a session, why it has no place in
// the plan as it is.
func (j *Job) Explain(ctx context.Context, session model.ID) Explanation { return Explanation{} }
