package proof

import (
	"context"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// Hold says whether lines of an answer about the problem of g can hold together,
// with nothing else asked but that each block has its length, teams, place and
// people. When they can, plan keeps them; it has the blocks they speak of.
func Hold(ctx context.Context, g *grid.Grid, lines []Line) (v Verdict, plan grid.Plan) {
	e := examine(ctx, g.Problem(), Options{})
	if e.scarce(lines) {
		return Impossible, nil
	}
	switch st, plan := e.hold(lines, 0); st {
	case sat.Sat:
		return Possible, plan
	case sat.Unsat:
		return Impossible, nil
	}
	return NotProved, nil
}

// scarce reports whether counting alone shows that lines cannot hold together.
func (e *examined) scarce(lines []Line) bool {
	kept := map[atom]bool{}
	for _, l := range lines {
		for _, a := range l.atoms {
			kept[a] = true
		}
	}
	use := func(a atom) bool { return kept[a] }
	w, bad := e.windows(use)
	if bad >= 0 {
		return true
	}
	for _, l := range lines {
		if l.Count == nil {
			continue
		}
		if _, short := e.short(*l.supply, w, use); short {
			return true
		}
	}
	return false
}

// hold asks whether lines can hold together.
func (e *examined) hold(lines []Line, conflicts int64) (sat.Status, grid.Plan) {
	sets := make([][]atom, len(lines))
	all := make([]int32, len(lines))
	for i, l := range lines {
		sets[i], all[i] = l.atoms, int32(i)
	}
	q := e.quiz(sets, true)
	st, plan, _ := q.z.ask(all, conflicts, e.stopped, e.by)
	e.tally.Questions++
	e.tally.Conflicts += q.z.s.Conflicts
	return st, plan
}
