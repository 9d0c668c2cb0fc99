package planner

import (
	"cmp"
	"context"
	"slices"
	"time"

	"muster/model/planner/grid"
)

// How long a search for a complete plan goes on at a time, and how often it is
// taken up from where it came to, before what there is is made better: a plan
// that is not found in that time is rarely found at all.
const (
	spell  = 700 * time.Millisecond
	spells = 3
)

// Make plans from nothing, or from what there is (Options.Keep), then makes
// the plan better until ctx is done. It ends sooner when there is nothing to
// make better, or after Options.Steps.
func (j *Job) Make(ctx context.Context, show func(*Result)) *Result {
	var steps int64
	tell := func(p grid.Plan, _ grid.Costs) {
		if show != nil {
			show(j.result(p, steps))
		}
	}
	plan, least := j.first(), -1
	for i := range int64(spells) {
		brief, cancel := context.WithTimeout(ctx, spell)
		next, stats := j.grid.Make(brief, j.opts.Seed+i, plan, nil)
		cancel()
		steps += stats.Steps
		if least >= 0 && stats.Unplaced > least {
			continue
		}
		if plan, least = next, stats.Unplaced; least == 0 || ctx.Err() != nil {
			break
		}
		tell(plan, grid.Costs{})
	}
	tell(plan, grid.Costs{})
	if ctx.Err() == nil {
		better, stats := j.grid.Improve(ctx, j.opts.Seed, plan, int64(j.opts.Steps), tell)
		plan, steps = better, steps+stats.Steps
	}
	r := j.result(plan, steps)
	r.Why = j.why(plan, r)
	return r
}

// first is a plan to begin with: what there is, when it is to be kept, and the
// rest where courses usually have it, as far as that can be.
func (j *Job) first() grid.Plan {
	t := j.task
	s := j.grid.State(nil)
	var order []int32
	for i, it := range t.items {
		if it.lock == grid.Free {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(spare(&t.p.Blocks[a]), spare(&t.p.Blocks[b])), cmp.Compare(t.p.Blocks[a].Wish, t.p.Blocks[b].Wish))
	})
	var left []int32
	for _, b := range order {
		home := t.p.Blocks[b].Home
		if !t.opts.Keep || home.Start < 0 || !j.put(s, b, home) {
			left = append(left, b)
		}
	}
	for _, b := range left {
		j.usual(s, b)
	}
	return s.Plan()
}

// spare is how many more people could do the block than it takes: those first
// that few can do.
func spare(b *grid.Block) int {
	least := 1 << 20
	for i := range b.Modes {
		for _, n := range b.Modes[i].Needs {
			least = min(least, len(n.From)-int(n.Count))
		}
	}
	return least
}

// put places a block so if that is legal, with other people where some of its
// own cannot.
func (j *Job) put(s *grid.State, b int32, c grid.Choice) bool {
	if !slices.Contains(c.People, -1) && s.Legal(b, c) {
		s.Place(b, c)
		return true
	}
	crew, ok := s.Crew(b, c.Start, c.Mode, c.Place, nil)
	if !ok {
		return false
	}
	c.People = crew
	if !s.Legal(b, c) {
		return false
	}
	s.Place(b, c)
	return true
}

// usual places a block where courses usually have it, if that can be, in the
// way that costs least.
func (j *Job) usual(s *grid.State, b int32) {
	block := &j.task.p.Blocks[b]
	if block.Wish < 0 {
		return
	}
	order := make([]int, len(block.Modes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(block.Modes[x].Cost, block.Modes[y].Cost) })
	for _, m := range order {
		places := block.Modes[m].Places
		if len(places) == 0 {
			places = []int32{-1}
		}
		for _, p := range places {
			if j.put(s, b, grid.Choice{Start: block.Wish, Mode: int32(m), Place: p}) {
				return
			}
		}
	}
}
