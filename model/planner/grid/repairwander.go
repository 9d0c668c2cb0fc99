package grid

import "slices"

// A wander is the ejection search of Make kept near home: a block that stands
// where the plan of record has it weighs more than one that has moved already,
// so that it is put out only where others would be too; and one that finds its
// old place free goes back to it.
type wander struct {
	*maker
	old   Plan
	home  []bool
	heavy int32
	hard  []int32 // failures of each block in wanders before
}

// wander looks for a complete plan from what of a plan holds, where those of
// back are at home first, and finds it or gives up after so many steps.
func (r *repair) wander(from Plan, back []int32, heavy int32, steps int) (Plan, bool) {
	n := len(r.g.blocks)
	w := &wander{old: r.old, home: make([]bool, n), heavy: heavy, hard: r.hard, maker: newMaker(r.quiet, r.rnd)}
	w.settleIn(from, back)
	defer w.remember()
	for range steps {
		w.homeward()
		if len(w.waiting) == 0 {
			return w.s.Plan(), true
		}
		w.advance()
		for _, b := range w.waiting {
			if w.home[b] {
				w.home[b] = false
				w.weights[b] -= heavy
			}
		}
	}
	return nil, false
}

// remember keeps most of what was learned about which blocks are hard.
func (w *wander) remember() {
	for b := range w.hard {
		h := w.weights[b] - 1
		if w.home[b] {
			h -= w.heavy
		}
		w.hard[b] = h * 7 / 8
	}
}

// settleIn places what can stand: first those at home, then the others.
func (w *wander) settleIn(from Plan, back []int32) {
	locked := slices.Clone(from)
	for b := range locked {
		if w.g.blocks[b].Lock == Free {
			locked[b] = Choice{Start: -1, Place: -1}
		}
	}
	w.s = w.g.State(locked)
	var away []int32
	for b := range w.weights {
		w.weights[b] = 1 + w.hard[b]
		switch {
		case w.g.blocks[b].Lock != Free:
		case from[b].Start != w.old[b].Start || from[b].Start < 0:
			away = append(away, int32(b))
		default:
			w.admit(int32(b), from[b])
		}
	}
	for _, b := range back {
		w.admit(b, w.old[b])
	}
	for _, b := range away {
		if !slices.Contains(back, b) {
			w.admit(b, from[b])
		}
	}
}

// admit places a block, or lets it wait.
func (w *wander) admit(b int32, c Choice) {
	if !w.keep(b, c) {
		w.waiting = append(w.waiting, b)
		return
	}
	if c.Start == w.old[b].Start {
		w.home[b] = true
		w.weights[b] += w.heavy
	}
}

// homeward takes those who wait back to where they were, where that is free.
func (w *wander) homeward() {
	waiting := slices.Clone(w.waiting)
	w.waiting = w.waiting[:0]
	for _, b := range waiting {
		w.admit(b, w.old[b])
	}
}

// roughly is a complete plan with few moves, not proved to be the fewest; nil
// when none is found. Of several beginnings the best is taken further.
func (r *repair) roughly() Plan {
	var best Plan
	some := r.piecemeal()
	plan := some.Plan()
	if r.missing(some) == 0 {
		best = r.fewer(plan, r.effort(lessTries))
	}
	from := slices.Clone(r.old)
	for b := range from {
		if r.g.blocks[b].Lock == Held {
			from[b] = plan[b]
		}
	}
	for _, heavy := range []int32{32, 16, 8, 4, 2} {
		if best != nil && heavy < 16 || r.ctx.Err() != nil {
			break
		}
		if plan, ok := r.wander(from, nil, heavy, wanderSteps*(1+8/int(heavy))); ok {
			if plan = r.fewer(plan, r.effort(lessTries)); best == nil || r.moved(plan) < r.moved(best) {
				best = plan
			}
		}
	}
	if best == nil {
		return nil
	}
	return r.fewer(best, r.effort(2*lessTries))
}

// fewer takes some of the blocks that moved back home, time after time, and lets
// those who are in their way wander.
func (r *repair) fewer(best Plan, tries int) Plan {
	for range tries {
		n := r.moved(best)
		if n <= r.atLeast || r.ctx.Err() != nil {
			break
		}
		back := r.related(best, 1+r.rnd.IntN(min(n, 10)))
		if plan, ok := r.wander(best, back, 16<<r.rnd.IntN(3), lessSteps); ok && r.moved(plan) <= n {
			best = plan
		}
	}
	return best
}

// related is some of the blocks that moved, near one of them in time or with a
// team of its.
func (r *repair) related(plan Plan, n int) []int32 {
	var all []int32
	for b := range plan {
		if was := r.old[b].Start; was >= 0 && plan[b].Start != was {
			all = append(all, int32(b))
		}
	}
	r.rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	seed := all[0]
	slices.SortStableFunc(all[1:], func(a, b int32) int { return int(r.far(plan, seed, a) - r.far(plan, seed, b)) })
	return all[:min(n, len(all))]
}

// far is how little two blocks have to do with each other.
func (r *repair) far(plan Plan, a, b int32) int32 {
	g := r.g
	d := g.day[plan[a].Start] - g.day[plan[b].Start]
	d = max(d, -d)
	if share(g.blocks[a].Teams, g.blocks[b].Teams) {
		return d
	}
	return 2*d + 1
}
