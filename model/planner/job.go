package planner

import (
	"muster/model"
	"muster/model/planner/grid"
)

// New makes a job of a desk. The error names a cohort that is not on it, or is
// closed.
func New(d *model.Desk, o Options) (*Job, error) { return newJob(d, o, use{}) }

func newJob(d *model.Desk, o Options, u use) (*Job, error) {
	t, err := newTask(d, o, u)
	if err != nil {
		return nil, err
	}
	g, err := grid.New(&t.p)
	if err != nil {
		return nil, err
	}
	return &Job{desk: d, opts: o, task: t, grid: g}, nil
}
