package plan

import (
	"context"

	"muster/model"
	"muster/model/planner"
	"muster/ui/tab"
)

// An engine is what does the planning; tests have one of their own.
type engine struct {
	make    func(context.Context, *model.Desk, planner.Options, func(*planner.Result)) (*planner.Result, error)
	repair  func(context.Context, *model.Desk, planner.Options, func(*planner.Offer)) ([]planner.Offer, error)
	explain func(context.Context, *model.Desk, planner.Options, model.ID) (planner.Explanation, error)
	trade   func(*model.Desk, model.ID, planner.Options) []planner.Way
}

// planners is the engine of package planner.
func planners() engine {
	return engine{
		make: func(ctx context.Context, d *model.Desk, o planner.Options, show func(*planner.Result)) (*planner.Result, error) {
			j, err := planner.New(d, o)
			if err != nil {
				return nil, err
			}
			return j.Make(ctx, show), nil
		},
		repair: func(ctx context.Context, d *model.Desk, o planner.Options, show func(*planner.Offer)) ([]planner.Offer, error) {
			j, err := planner.New(d, o)
			if err != nil {
				return nil, err
			}
			return j.Repair(ctx, show), nil
		},
		explain: func(ctx context.Context, d *model.Desk, o planner.Options, session model.ID) (planner.Explanation, error) {
			j, err := planner.New(d, o)
			if err != nil {
				return planner.Explanation{}, err
			}
			return j.Explain(ctx, session), nil
		},
		trade: planner.Trade,
	}
}

// price is what the plan of the cohorts on the desk costs as it is: nothing may
// be moved, so that there is nothing to search.
func (e engine) price(ctx context.Context, d *model.Desk, o planner.Options) (*planner.Result, error) {
	o.Keep, o.Only, o.Steps = true, []model.ID{}, 1
	return e.make(ctx, d, o, nil)
}

// options is what every planning on the host's desk has in common.
func options(h tab.Host, cohorts []model.ID) planner.Options {
	now := h.Env().Now()
	return planner.Options{
		Cohorts: cohorts,
		Rules:   h.Board().Options(),
		Now:     func(zone string) model.Quarter { return tab.MinuteIn(now, zone).Quarter() },
	}
}
