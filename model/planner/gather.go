package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// gather makes the items: the sessions of the cohorts planned, and what others
// do on the line.
func (t *task) gather() {
	for _, v := range t.classes {
		list := t.desk.SessionsOf(v.c.ID)
		if v.mine && v.c.State != model.Planning {
			v.holds = !slices.ContainsFunc(list, func(s *model.Session) bool { return s.Told != nil })
		}
		for _, s := range list {
			if s.Off != nil || !s.Placed() && (!v.mine || t.mends) {
				continue
			}
			it := &item{s: s, class: v, lock: t.lock(v, s)}
			if _, err := s.Valid(); err != nil { // of an older version: nothing can be made of it
				it.lock = grid.Frozen
			}
			if s.Ride != nil {
				it.gets = slices.Clone(s.Ride.Riders)
			}
			it.needs = t.vehicles(&s.Block)
			if it.lock == grid.Held && t.mends && t.turnedOut(it) {
				it.lock, it.stuck = grid.Free, true
			}
			if t.onLine(it) {
				t.items = append(t.items, it)
				v.items = append(v.items, it)
			}
		}
	}
	for _, it := range slices.Clone(t.items) {
		if it.lock != grid.Free && t.split(it) > 0 {
			it.lock = grid.Frozen
			t.items = append(t.items, &item{s: it.s, class: it.class, lock: grid.Frozen, gets: it.gets, needs: it.needs, rest: true})
		}
	}
}

// lock is how far the session is given: what has begun, and what others do,
// stays; what is pinned or published stays where it is, with perhaps other
// people.
func (t *task) lock(v *class, s *model.Session) grid.Lock {
	start, place, _ := s.Kept()
	switch {
	case !v.mine, s.Placed() && v.now > 0 && s.Start < v.now:
		return grid.Frozen
	case t.opts.Only != nil && !slices.Contains(t.opts.Only, s.ID):
		if t.alone {
			return grid.Frozen
		}
		return grid.Held
	case !s.Placed():
		return grid.Free
	case s.Pinned:
		return grid.Held
	case t.opts.Loose || v.c.State == model.Planning:
		return grid.Free
	case v.holds, s.Told != nil && start && place:
		return grid.Held
	}
	return grid.Free
}

// turnedOut reports whether the session cannot be where it is at its time, the
// place being shut, let or unfit.
func (t *task) turnedOut(it *item) bool {
	p, has := t.place[it.s.Place]
	slot, on := t.slot(it.class, it.s.Start)
	if !has || !on || it.s.Block.Place == "" {
		return false
	}
	return !t.open(p, slot, it.s.Block.Length) || t.asks.Suits(it.s, it.s.Place) == rules.Hard
}

// onLine reports whether the item is part of the problem: it is not when it is
// to stay nowhere, or beyond the line.
func (t *task) onLine(it *item) bool {
	if it.lock == grid.Free {
		return true
	}
	if !it.s.Placed() {
		return false
	}
	_, ok := t.slot(it.class, it.s.Start)
	return ok
}

// split is how many quarters of a session on the line lie past the turn of the
// day.
func (t *task) split(it *item) int {
	from := int(it.class.at(it.s.Start) - t.line.from)
	return max(0, from%model.Day+it.s.Block.Length-model.Day)
}

// vehicles is what the block needs of each kind. Observers of an operation sit
// in an armoured vehicle, whether the block says so or not.
func (t *task) vehicles(b *model.Block) []model.CarNeed {
	var out []model.CarNeed
	add := func(n model.CarNeed) {
		for i := range out {
			if out[i].Kind == n.Kind {
				out[i].Count = max(out[i].Count, n.Count)
				return
			}
		}
		out = append(out, n)
	}
	if _, _, off := t.value("vehicles-needed"); !off {
		for _, n := range b.Vehicles {
			add(n)
		}
	}
	if b.RideKind == model.SWATRide {
		add(model.CarNeed{Kind: model.Armoured, Count: 1})
	}
	return out
}
