package planner

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// orders says what comes before what.
func (t *task) orders() {
	for v := range t.planned {
		for _, it := range v.items {
			if it.rest || it.s.Ride != nil {
				continue
			}
			if len(it.s.Only) == 0 {
				t.courseOrder(it)
			}
			t.houseOrder(it)
			t.nightAfterDay(it)
			t.briefed(it)
			t.again(it)
			if it.s.Block.Ends {
				t.last(it)
			}
		}
	}
}

func (t *task) order(a, b *item, least, most int32, soft bool) {
	if a == b || a.lock != grid.Free && b.lock != grid.Free {
		return
	}
	o := grid.Order{A: a.block, B: b.block, Least: least, Most: most, Soft: soft}
	if !slices.Contains(t.p.Orders, o) {
		t.p.Orders = append(t.p.Orders, o)
	}
}

// attends is who takes the item, by squad.
func (it *item) attends() []model.Squad {
	if len(it.s.Only) == 0 {
		return it.squads()
	}
	var out []model.Squad
	for _, id := range it.s.Only {
		if s, ok := it.class.c.Seat(id); ok && !slices.Contains(out, s.Squad) {
			out = append(out, s.Squad)
		}
	}
	return out
}

// before is the sessions of the squad, as a whole squad, that please.
func (v *class) before(q model.Squad, it *item, pleases func(*item) bool) []*item {
	var out []*item
	for _, e := range v.items {
		if e != it && !e.rest && slices.Contains(e.squads(), q) && pleases(e) {
			out = append(out, e)
		}
	}
	return out
}

// earliest is the one of the list that comes before the item: of several that
// would do, one is enough. It is one that does already, one that stays, or the
// one that courses have first.
func earliest(list []*item, it *item) *item {
	done := func(e *item) bool {
		return it.s.Placed() && e.s.Placed() && e.class.at(e.s.Start)+model.Quarter(e.s.Block.Length) <= it.class.at(it.s.Start)
	}
	return slices.MinFunc(list, func(a, b *item) int {
		return cmp.Or(
			first(done(a), done(b)), -cmp.Compare(a.lock, b.lock), cmp.Compare(a.s.Block.Usual.Day, b.s.Block.Usual.Day),
			cmp.Compare(a.s.Block.Usual.At, b.s.Block.Usual.At), cmp.Compare(a.s.Block.Key, b.s.Block.Key), a.s.ID.Compare(b.s.ID),
		)
	})
}

func (t *task) courseOrder(it *item) {
	_, hard, off := t.value("course-order")
	if off {
		return
	}
	for _, a := range it.s.Block.After {
		for _, q := range it.squads() {
			list := it.class.before(q, it, func(e *item) bool { return e.s.Block.Key == a.Block })
			if len(list) > 0 {
				t.order(earliest(list, it), it, int32(a.Days), -1, !hard)
			}
		}
	}
}

// houseOrder: live fire in a building after a dry run and one with marking
// cartridges.
func (t *task) houseOrder(it *item) {
	_, hard, off := t.value("house-order")
	if off || it.s.Block.Kind != model.KindBuildings || !it.s.Block.LiveFire() {
		return
	}
	for _, q := range it.attends() {
		for _, ammo := range []model.Ammo{model.Dry, model.Marking} {
			list := it.class.before(q, it, func(e *item) bool {
				return e.s.Block.Kind == model.KindBuildings && e.s.Block.Ammo == ammo
			})
			if len(list) == 0 {
				continue
			}
			t.onlyAfter(earliest(list, it), it, hard)
		}
	}
}

// onlyAfter orders two blocks of which the second cannot be without the first.
func (t *task) onlyAfter(e, it *item, hard bool) {
	t.order(e, it, 0, -1, !hard)
	if hard && e.lock == grid.Free && it.lock == grid.Free {
		t.bound = append(t.bound, [2]int32{it.block, e.block})
	}
}

// whole is the plan without what cannot stand when what must come before it was
// left out: live fire in a building without the runs before, or in the dark
// without any by day.
func (t *task) whole(plan grid.Plan) grid.Plan {
	out := plan
	for again := true; again; {
		again = false
		for _, b := range t.bound {
			if out[b[0]].Start < 0 || out[b[1]].Start >= 0 {
				continue
			}
			if !again {
				out = slices.Clone(out)
			}
			out[b[0]] = grid.Choice{Start: -1, Place: -1}
			again = true
		}
	}
	return out
}

// nightAfterDay: live fire in the dark after live fire by day.
func (t *task) nightAfterDay(it *item) {
	_, hard, off := t.value("night-after-day")
	if off || !it.s.Block.LiveFire() || !t.byNight(it) {
		return
	}
	for _, q := range it.attends() {
		list := it.class.before(q, it, func(e *item) bool { return e.s.Block.LiveFire() && !t.byNight(e) })
		if len(list) > 0 {
			t.onlyAfter(earliest(list, it), it, hard)
		}
	}
}

// byNight reports whether the item is, or can only be, in the dark.
func (t *task) byNight(it *item) bool {
	if it.s.Block.Night {
		return true
	}
	if it.lock != grid.Free {
		return t.asks.Dark(it.s, it.s.Start)
	}
	for i := range t.starts(it, &it.s.Block).All {
		return t.asks.Dark(it.s, t.wall(it.class, i))
	}
	return false
}

// briefed: a safety briefing the same day before what is dangerous, where the
// block does not open with one. One that the squad has for nothing else is
// bound to it; of several, the one courses have next to it, as a wish.
func (t *task) briefed(it *item) {
	b := &it.s.Block
	hazard := rules.Hazard(b)
	least, hard, off := t.value("briefing")
	if off || hazard == "" || b.Briefing {
		return
	}
	for _, q := range it.attends() {
		list := it.class.before(q, it, func(e *item) bool {
			h := rules.Hazard(&e.s.Block)
			return e.s.Block.Briefing && (h == hazard || h == "" && e.s.Block.Length*15 >= least)
		})
		if len(list) == 0 {
			continue
		}
		near := slices.MinFunc(list, func(x, y *item) int {
			return cmp.Or(cmp.Compare(away(x, it), away(y, it)), x.s.ID.Compare(y.s.ID))
		})
		t.order(near, it, 0, 0, !hard || len(list) > 1)
	}
}

// away is how many days courses have between two blocks, those after the block
// briefed last.
func away(e, it *item) int {
	d := it.s.Block.Usual.Day - e.s.Block.Usual.Day
	if d < 0 {
		return 400 - d
	}
	return d
}

// again: another chance comes after the attempt before it, and before
// certificates are handed out.
func (t *task) again(it *item) {
	_, hard, off := t.value("another-chance")
	if off || it.s.Again.IsZero() {
		return
	}
	for _, e := range it.class.items {
		switch {
		case e.rest:
		case e.s.ID == it.s.Again && e.s.Block.Judged():
			t.order(e, it, 0, -1, !hard)
		case e.s.Block.Ends:
			t.order(it, e, 0, -1, !hard)
		}
	}
}

// last: certificates are handed out when all is done. It is what the block says
// of itself, as strict as the order of the course.
func (t *task) last(it *item) {
	_, hard, off := t.value("course-order")
	if off {
		return
	}
	for _, q := range it.squads() {
		for _, e := range it.class.before(q, it, func(e *item) bool { return e.s.Block.Taught() }) {
			if !slices.ContainsFunc(e.s.Block.After, func(a model.After) bool { return a.Block == it.s.Block.Key }) {
				t.order(e, it, 0, -1, !hard)
			}
		}
	}
}
