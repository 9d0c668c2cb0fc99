package proof

import (
	"context"
	"slices"

	"muster/model/planner/proof/sat"
)

// An examined is a problem under examination.
type examined struct {
	ctx context.Context
	*calendar
	by    *index
	sorts *sorts
	all   []atom
	tally Tally
	sups  []supply

	room   []int32 // kept between counts
	begins [][]int32
}

func (e *examined) stopped() bool { return e.ctx.Err() != nil }

// A quiz is requirements in a puzzle, in sets each of which is kept or given up.
type quiz struct {
	*examined
	z      *puzzle
	groups map[atom]int32
	sets   [][]atom
}

// quiz makes a puzzle of sets of atoms; wide: with when blocks may begin.
func (e *examined) quiz(sets [][]atom, wide bool) *quiz {
	q := &quiz{examined: e, groups: map[atom]int32{}, sets: sets}
	var all []atom
	for i, set := range sets {
		for _, a := range set {
			if _, ok := q.groups[a]; !ok {
				q.groups[a] = int32(i)
				all = append(all, a)
			}
		}
	}
	q.z = newPuzzle(e.calendar, wide, func(a atom) int32 {
		if g, ok := q.groups[a]; ok {
			return g
		}
		return -1
	})
	q.z.stop = e.stopped
	q.z.require(all, e.by)
	return q
}

// count tells the puzzle what counting knows.
func (q *quiz) count() {
	if q.sups == nil {
		q.sups = q.supplies()
	}
	q.z.count(q.examined, q.sups)
}

// ask is the puzzle's, for sets.
func (q *quiz) ask(sets []int32, conflicts int64) (sat.Status, []int32) {
	st, _, core := q.z.ask(sets, conflicts, q.stopped, q.by)
	q.tally.Questions++
	slices.Sort(core)
	return st, core
}

// reduce takes sets away from some that cannot hold together, the first by order
// first, until each that is left is needed. sure: for each it was shown that the
// others can hold together without it. It asks no question for longer than a few
// times what the first took, and gives up when all took too long.
func (q *quiz) reduce(core []int32, order func(set int32) int) (left []int32, sure bool) {
	began := q.z.s.Conflicts
	for range 3 {
		st, less := q.ask(core, 0)
		if st != sat.Unsat || len(less) == len(core) {
			break
		}
		core = less
	}
	each := min(enough, 2000+3*(q.z.s.Conflicts-began))
	todo := slices.Clone(core)
	slices.SortStableFunc(todo, func(a, b int32) int { return order(a) - order(b) })
	sure = true
	for _, g := range todo {
		if !slices.Contains(core, g) {
			continue
		}
		if q.stopped() || q.z.s.Conflicts-began > tooMuch {
			return core, false
		}
		rest := slices.DeleteFunc(slices.Clone(core), func(o int32) bool { return o == g })
		switch st, less := q.ask(rest, each); st {
		case sat.Unsat:
			core = less
		case sat.Unknown:
			sure = false
		}
	}
	return core, sure
}
