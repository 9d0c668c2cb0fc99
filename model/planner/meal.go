package planner

import (
	"muster/model"
	"muster/model/planner/grid"
)

// A pause is a time of the day kept free of work, in quarters of the day.
type pause struct{ from, until int }

// tables lays the time for a meal on each day of the class, where a rule forbids
// to do without: the same for all squads, so that no plan can leave one hungry,
// and where least of what stays is in the way.
func (t *task) tables(v *class) {
	need, hard, off := t.value("lunch")
	if !hard || off {
		return
	}
	from, _, _ := t.value("lunch-from")
	until, _, _ := t.value("lunch-until")
	n := int(quarters(need))
	v.meals = make([]pause, v.c.Days())
	for i := range v.meals {
		day, best, least := v.c.First.Days(i), 0, -1
		noon := max(from, min(12*model.Hour, until-n))
		for k := range max(until-n-from, 0) + 1 {
			at := from + (noon-from+k)%(max(until-n-from, 0)+1) // from noon on, then before
			if m := v.staying(model.Span{From: day.At(at), To: day.At(at + n)}); least < 0 || m < least {
				best, least = at, m
			}
		}
		v.meals[i] = pause{best, best + n}
	}
}

// staying is how many squads are kept from a meal then by what stays.
func (v *class) staying(s model.Span) int {
	n := 0
	for _, it := range v.items {
		if it.lock != grid.Free && it.s.Block.Taught() && !it.rest && it.s.Span().Overlaps(s) {
			n += len(it.squads())
		}
	}
	return n
}

// meal is the time for a meal on a duty day; none where no rule insists.
func (v *class) meal(d model.Date) pause {
	if i := int(d - v.c.First); i >= 0 && i < len(v.meals) {
		return v.meals[i]
	}
	return pause{}
}

// meets reports whether work that begins at the quarter of the day runs into it,
// unless it is too long not to.
func (p pause) meets(at int, h hours) bool {
	return !h.free && !h.ride && h.length <= 6*model.Hour && at < p.until && at+h.length > p.from
}
