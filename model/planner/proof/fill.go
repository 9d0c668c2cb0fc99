package proof

import (
	"math/rand/v2"
	"slices"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// fill completes a plan that leaves out a few blocks: those, and the blocks
// around them, may be anywhere again, all others stand where they are but for
// their people. Where so small a question has an answer it is found at once. more
// is how many blocks may move beside those left out.
func (e *examined) fill(plan grid.Plan, more int, rnd *rand.Rand, ends until) (grid.Plan, bool) {
	p := *e.p
	p.Blocks = slices.Clone(p.Blocks)
	moving := e.around(plan, more, rnd)
	for b := range p.Blocks {
		if k := &p.Blocks[b]; k.Lock == grid.Free && !moving[b] {
			k.Lock, k.Home = grid.Frozen, plan[b]
		}
	}
	f := examine(ends, &p, Options{Families: e.sorts.family})
	q := f.quiz([][]atom{f.all}, false)
	for _, b := range f.by.every {
		q.z.block(b)
	}
	e.tally.Questions++
	st, whole, _ := q.z.ask([]int32{0}, enough, f.stopped, f.by)
	return whole, st == sat.Sat
}

// around are the blocks a plan leaves out, and others that share a team with
// them, or with blocks that do, by chance.
func (e *examined) around(plan grid.Plan, more int, rnd *rand.Rand) []bool {
	in := make([]bool, len(plan))
	var list []int32
	for b := range plan {
		if e.p.Blocks[b].Lock == grid.Free && plan[b].Start < 0 {
			in[b] = true
			list = append(list, int32(b))
		}
	}
	for i := 0; i < len(list) && more > 0; i++ {
		var near []int32
		for _, t := range e.p.Blocks[list[i]].Teams {
			near = append(near, e.by.byTeam[t]...)
		}
		rnd.Shuffle(len(near), func(x, y int) { near[x], near[y] = near[y], near[x] })
		for _, b := range near {
			if more > 0 && !in[b] && e.p.Blocks[b].Lock == grid.Free {
				in[b] = true
				list = append(list, b)
				more--
			}
		}
	}
	return in
}

// fills tries to fill a plan, from a small part of it moving to a larger.
func (e *examined) fills(plan grid.Plan, seed int64) (grid.Plan, bool) {
	if plan == nil || e.out(plan) > few {
		return nil, false
	}
	rnd := rand.New(rand.NewPCG(uint64(seed), 0x66696c6c))
	for _, more := range []int{15, 25, 40} {
		if e.stopped() {
			break
		}
		if whole, ok := e.fill(plan, more, rnd, until{e.ctx, time.Now().Add(filling)}); ok {
			return whole, true
		}
	}
	return nil, false
}

// out is how many blocks a plan leaves out.
func (e *examined) out(plan grid.Plan) int {
	n := 0
	for b := range plan {
		if e.p.Blocks[b].Lock == grid.Free && plan[b].Start < 0 {
			n++
		}
	}
	return n
}

// few is how many blocks a plan may leave out to be filled, and the time for it.
const (
	few     = 12
	filling = 200 * time.Millisecond
)
