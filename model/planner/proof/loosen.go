package proof

import (
	"slices"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// working is how many loosenings that work are enough.
const working = 3

// An effort is what a loosening is worth: conflicts, and time to look for a plan.
type effort struct {
	conflicts int64
	plan      time.Duration
}

// efforts are those of a first round over all loosenings, and of a second when
// none of the first worked.
var efforts = [...]effort{{2500, 150 * time.Millisecond}, {12000, 600 * time.Millisecond}}

// loosen tries what could be given up, eased or added, one thing at a time, on
// the whole problem.
func (e *examined) loosen(a *Answer, o Options) {
	list := e.remedies(a.Lines)
	done := 0
	for _, how := range efforts {
		for i := 0; i < len(list) && done < working && !e.stopped(); i++ {
			r := &list[i]
			if r.Fails {
				continue
			}
			switch plan, st := e.attempt(r.Problem, o, how); st {
			case sat.Sat:
				r.Works, r.Plan = true, plan
				done++
			case sat.Unsat:
				r.Fails = true
			}
		}
		if done > 0 {
			break
		}
	}
	slices.SortStableFunc(list, func(x, y Loosening) int { return rank(x) - rank(y) })
	a.Loosen = list
}

func rank(l Loosening) int {
	switch {
	case l.Works:
		return 0
	case l.Fails:
		return 2
	}
	return 1
}

// attempt looks for a plan of a loosened problem: it counts, asks, and makes.
func (e *examined) attempt(p *grid.Problem, o Options, how effort) (grid.Plan, sat.Status) {
	g, err := grid.New(p)
	if err != nil {
		return nil, sat.Unknown
	}
	f := examine(e.ctx, p, Options{Families: e.sorts.family})
	if f.hopeless() != nil || f.lack() != nil {
		return nil, sat.Unsat
	}
	q := f.quiz([][]atom{f.all}, false)
	for _, b := range f.by.every {
		q.z.block(b)
	}
	e.tally.Questions++
	st, plan, _ := q.z.ask([]int32{0}, how.conflicts, e.stopped, f.by)
	e.tally.Conflicts += q.z.s.Conflicts
	if st != sat.Unknown {
		return plan, st
	}
	e.tally.Plans++
	plan, stats := g.Make(until{e.ctx, time.Now().Add(how.plan)}, o.Seed, nil, nil)
	if !stats.Complete {
		return nil, sat.Unknown
	}
	return plan, sat.Sat
}
