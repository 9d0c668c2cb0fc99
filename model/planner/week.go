package planner

import (
	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// worksOn reports whether the class is taught on that duty day.
func (v *class) worksOn(d model.Date) bool {
	i := int(d - v.c.First)
	return i >= 0 && i < len(v.works) && v.works[i]
}

// week decides on which days a class is taught: from Monday to Friday, on the
// days that its course has blocks on, and on Saturdays and Sundays as far as
// the rest does not hold them; with a day off in so many, where a rule says so.
func (t *task) week(v *class) {
	v.works = make([]bool, v.c.Days())
	load, room := t.load(v), 0
	day, _, _ := t.value("taught-hours")
	for _, w := range []int{1, 2, 3, 4, 5, 6, 0} {
		for i := range v.works {
			if v.c.First.Days(i).Weekday() != w || (w == 6 || w == 0) && 10*load <= 9*room {
				continue
			}
			v.works[i] = true
			room += day * model.Hour
		}
	}
	if run, hard, off := t.value("rest-day"); !off {
		v.strict = hard
		v.restDays(run)
	}
}

// load is the most quarters any squad of the class is taught.
func (t *task) load(v *class) int {
	var sum [model.MaxSquads + 1]int
	most := 0
	for _, it := range v.items {
		for _, q := range it.squads() {
			if it.s.Block.Taught() && !it.rest {
				sum[q] += it.s.Block.Length
				most = max(most, sum[q])
			}
		}
	}
	return most
}

// restDays takes a day out of each run of days at work that would be too long:
// where the rule only warns, none but a Sunday. Days on which something stays
// are at work whatever is done.
func (v *class) restDays(most int) {
	stays := make([]bool, len(v.works))
	for _, it := range v.items {
		if i := int(rules.DutyDay(it.s.Start) - v.c.First); it.lock != grid.Free && it.s.Block.Taught() && i >= 0 && i < len(stays) {
			stays[i] = true
		}
	}
	sunday := func(i int) bool { return v.c.First.Days(i).Weekday() == 0 }
	run := 0
	for i := range v.works {
		if !v.works[i] && !stays[i] {
			run = 0
			continue
		}
		if run++; run < most {
			continue
		}
		off := -1
		for j := i; j > i-most; j-- {
			if !stays[j] && (off < 0 || sunday(j)) {
				off = j
			}
		}
		if off >= 0 && (v.strict || sunday(off)) {
			v.works[off] = false
			run = i - off
		}
	}
}
