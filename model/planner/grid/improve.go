package grid

import (
	"context"
	"math"
	"math/rand/v2"
	"time"
)

// Improve is simulated annealing over plans that break nothing: a move that would
// break something is not made, so that every plan on the way can be shown. A move
// that costs more is made with a chance that shrinks as the search cools; how
// fast, is told by the time the context leaves, or by the number of steps. The
// best plan seen is kept.

// An annealer is one search for a better plan.
type annealer struct {
	g    *Grid
	s    *State
	rnd  *rand.Rand
	free []int32 // blocks that may move
	crew []int32 // blocks that have seats with a choice
	temp float64
	now  int64 // cost of the plan as it is
	log  journal
	out  []int32
}

const (
	hot, cold = 1.2, 0.12 // of a usual step of the cost
	glance    = 128       // steps between looks at the context
	reheat    = 1 << 21   // steps of a cooling when nothing says how long there is
)

// Improve makes a plan better until ctx ends or so many steps are done (0: until
// ctx ends), and returns the best. Blocks that are not placed stay so; what is
// broken is not mended. With steps the same seed finds the same plan. show, when
// not nil, is called with better plans, not each of them.
func (g *Grid) Improve(ctx context.Context, seed int64, plan Plan, steps int64, show func(Plan, Costs)) (Plan, Stats) {
	a := &annealer{g: g, s: g.State(plan), rnd: rand.New(rand.NewPCG(uint64(seed), 0x67726964))}
	a.gather()
	best, stats := a.s.Plan(), Stats{Unplaced: a.missing()}
	stats.Complete = stats.Unplaced == 0
	a.now = a.s.cost()
	least, costs, shown := a.now, a.s.Cost(), int64(0)
	if len(a.free)+len(a.crew) == 0 || least == 0 {
		return best, stats
	}
	unit := a.unit()
	clock := newCooling(ctx, steps)
	fresh := false
	for {
		if stats.Steps%glance == 0 {
			if ctx.Err() != nil {
				break
			}
			part := clock.part(ctx, stats.Steps)
			if part >= 1 {
				break
			}
			a.temp = unit * hot * math.Pow(cold/hot, part)
			if fresh && show != nil && stats.Steps-shown > 32*glance {
				show(best, costs)
				fresh, shown = false, stats.Steps
			}
		}
		stats.Steps++
		a.step()
		if a.now < least {
			least = a.now
			best, costs = a.s.Plan(), a.s.Cost()
			fresh = true
			if least == 0 {
				break
			}
		}
	}
	if fresh && show != nil {
		show(best, costs)
	}
	return best, stats
}

// gather lists what may be changed.
func (a *annealer) gather() {
	for b := range a.g.blocks {
		k := &a.g.blocks[b]
		if a.s.at[b].start < 0 {
			continue
		}
		if k.Lock == Free {
			a.free = append(a.free, int32(b))
		}
		if k.Lock != Frozen && k.choosy() {
			a.crew = append(a.crew, int32(b))
		}
	}
}

// choosy says whether some need of a block leaves a choice.
func (k *block) choosy() bool {
	for i := range k.modes {
		for _, n := range k.modes[i].Needs {
			if int(n.Count) < len(n.From) {
				return true
			}
		}
	}
	return false
}

// missing counts the free blocks that are nowhere.
func (a *annealer) missing() int {
	n := 0
	for b := range a.g.blocks {
		if a.g.blocks[b].Lock == Free && a.s.at[b].start < 0 {
			n++
		}
	}
	return n
}

// unit is a usual step of the cost: the mean weight of what there is to pay,
// which the weights alone do not tell when some never apply.
func (a *annealer) unit() float64 {
	costs := a.s.Cost()
	var sum, n float64
	for c, v := range costs {
		if w := a.g.p.Soft.Weight[c]; w > 0 && v > 0 {
			sum += float64(v)
			n += float64(v) / float64(w)
		}
	}
	return max(sum/max(n, 1), 1)
}

// A cooling tells how much of a search is over.
type cooling struct {
	whole time.Duration
	steps int64
}

func newCooling(ctx context.Context, steps int64) cooling {
	c := cooling{steps: steps}
	if end, ok := ctx.Deadline(); ok && steps == 0 {
		c.whole = max(time.Until(end), 1)
	}
	return c
}

// part is how much of the search is over; without an end it cools again and
// again.
func (c *cooling) part(ctx context.Context, step int64) float64 {
	switch {
	case c.steps > 0:
		return float64(step) / float64(c.steps)
	case c.whole > 0:
		end, _ := ctx.Deadline()
		return 1 - float64(time.Until(end))/float64(c.whole)
	}
	return float64(step%reheat) / reheat
}

// accept says whether a plan may become one that costs so much more.
func (a *annealer) accept(more int64) bool {
	return more <= 0 || a.rnd.Float64() < math.Exp(-float64(more)/a.temp)
}
