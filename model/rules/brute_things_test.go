package rules

import (
	"fmt"
	"slices"
	"strings"

	"muster/model"
)

// things are places, vehicles, pools and shifts.
func (b *brute) things() {
	for i, l := range b.all {
		for _, m := range b.all[i+1:] {
			b.pair(l, m)
		}
	}
	for p := range b.d.Places.All {
		if !p.Shared || p.Kind == model.ShootHouse {
			continue
		}
		at := func(l *lesson) bool { return l.p == p }
		if p.Capacity > 0 {
			b.crowd("capacity", p.Capacity, 2, at, func(l *lesson) int { return l.Officers(l.c) }, nil)
		}
		if p.Lanes > 0 {
			b.crowd("lanes", p.Lanes, 2, func(l *lesson) bool { return at(l) && l.Block.Ammo != "" }, func(l *lesson) int { return l.engaged }, nil)
		}
	}
	for k := range b.d.Kits.All {
		if k.Spent {
			b.consumed(k)
			continue
		}
		b.crowd("kit", k.Count, 1, func(*lesson) bool { return true }, func(l *lesson) (n int) {
			for _, d := range l.Block.Kit {
				if d.Kit == k.ID {
					n += d.For(l.engaged)
				}
			}
			return n
		}, nil)
	}
	hosts := map[model.ID]bool{}
	for _, l := range b.all {
		if l.Ride != nil && l.Block.RideKind == model.PatrolRide {
			hosts[hostOf(l)] = true
		}
	}
	late := func(l *lesson) bool { h := l.own.From.OfDay(); return h >= b.v("late-shift-from") || h < 20 }
	for h := range hosts {
		at := func(l *lesson) bool {
			return l.Ride != nil && l.Block.RideKind == model.PatrolRide && hostOf(l) == h
		}
		n := func(l *lesson) int { return len(l.Ride.Riders) }
		b.crowd("rides-a-shift", b.v("rides-a-shift"), 1, at, n, func(l *lesson) bool { return !late(l) })
		b.crowd("rides-a-late-shift", b.v("rides-a-late-shift"), 1, at, n, late)
	}
}

func hostOf(l *lesson) model.ID {
	for _, h := range []model.ID{l.Ride.Host, l.Place} {
		if !h.IsZero() {
			return h
		}
	}
	return l.ID
}

// crowd looks at each moment one begins at who is there together.
func (b *brute) crowd(rule string, limit, least int, at func(*lesson) bool, n func(*lesson) int, when func(*lesson) bool) {
	for i, l := range b.all {
		// Of those that begin together the last decides on which shift they are.
		lastOf := true
		for _, m := range b.all[i+1:] {
			lastOf = lastOf && !(m.from == l.from && at(m) && inPool(rule, m, n))
		}
		if !at(l) || !inPool(rule, l, n) || !lastOf || when != nil && !when(l) {
			continue
		}
		sum, begins := 0, false
		var there []*lesson
		for _, m := range b.all {
			if at(m) && n(m) > 0 && m.from <= l.from && l.from < m.to {
				sum, there = sum+n(m), append(there, m)
				begins = begins || m.from == l.from
			}
		}
		if begins && sum > limit && len(there) >= least {
			b.tell(rule, nil, there...)
		}
	}
}

// inPool reports whether the session counts as beginning there at all.
func inPool(rule string, l *lesson, n func(*lesson) int) bool { return rule != "kit" || n(l) > 0 }

func (b *brute) pair(l, m *lesson) {
	overlap := l.from < m.to && m.from < l.to
	gap := (m.from - l.to) * 15
	if l.p != nil && l.p == m.p {
		switch {
		case overlap && !l.p.Shared:
			b.tell("place-twice", nil, l, m)
		case overlap && l.p.Kind == model.ShootHouse:
			b.tell("one-team", nil, l, m)
		}
		a, z := l.Block.Ammo, m.Block.Ammo
		if (a == model.Live && z == model.Marking || a == model.Marking && z == model.Live) && gap < b.v("fire-and-marking") {
			b.tell("fire-and-marking", nil, l, m)
		}
		if need := 0; l.p.Kind == model.ShootHouse && !overlap {
			for _, ammo := range []model.Ammo{a, z} {
				if ammo == model.Live || ammo == model.Marking {
					need += b.v("house-turnround")
				}
			}
			if gap < need {
				b.tell("house-turnround", nil, l, m)
			}
		}
	}
	for _, v := range l.cars {
		if overlap && slices.Contains(m.cars, v) && b.d.Vehicles.Get(v) != nil {
			b.tell("vehicle-twice", nil, l, m)
		}
	}
}

// cohorts are the turns to ride, one rider a car, and vetting.
func (b *brute) cohorts() {
	patrol := func(l *lesson) bool { return l.Ride != nil && l.Block.RideKind == model.PatrolRide }
	for _, l := range b.all {
		for _, m := range b.all {
			if !patrol(l) || !patrol(m) || hostOf(l) != hostOf(m) || l.from >= m.to || m.from >= l.to {
				continue
			}
			for _, r := range l.Ride.Riders {
				for _, s := range m.Ride.Riders {
					if r.Person != s.Person && r.Car != "" && strings.EqualFold(r.Car, s.Car) {
						b.tell("one-ride-a-car", []string{r.Person.String(), s.Person.String()}, l, m)
					}
				}
			}
		}
		b.attempt(l)
		if !patrol(l) {
			continue
		}
		rides := func(person model.ID, before bool) (n int) {
			for _, m := range b.all {
				if patrol(m) && m.c == l.c && (m.before(l) || m == l && !before) && m.Ride.Rides(person) {
					n++
				}
			}
			return n
		}
		for _, r := range l.Ride.Riders {
			for _, s := range l.c.Holders() {
				if had := rides(r.Person, true); had > 0 && rides(s.Person, false) < had {
					b.tell("ride-turns", []string{r.Person.String(), s.Person.String()}, l)
				}
			}
		}
		b.again(l, rides)
	}
	for c := range b.d.Cohorts.All {
		for _, s := range c.Holders() {
			p := b.d.People.Get(s.Person)
			if p == nil || c.State == model.Closed {
				continue
			}
			if s.Arrives != 0 {
				b.late(c, s)
			}
			if !p.Vetting.Covers(c.First, c.Last) {
				b.tell("vetting-person", one(p.ID))
			}
			if u := b.d.Units.Get(p.Unit); p.Unit.IsZero() || u != nil && !u.Vetting.Covers(c.First, c.Last) {
				b.tell("vetting-unit", one(p.ID))
			}
		}
	}
}

// late is what somebody misses who comes late, and what they take unbriefed.
func (b *brute) late(c *model.Cohort, seat model.Seat) {
	takes := func(l *lesson) bool {
		if l.Ride != nil {
			return l.Ride.Rides(seat.Person)
		}
		return l.c == c && slices.ContainsFunc(l.who, func(s model.Seat) bool { return s.Person == seat.Person })
	}
	is := func(fits func(e *lesson) bool) bool {
		return slices.ContainsFunc(b.all, func(e *lesson) bool {
			return e.c == c && e.Start >= seat.Arrives && takes(e) && fits(e)
		})
	}
	for _, l := range b.all {
		danger := dangerous(&l.Block)
		if l.c != c || !takes(l) {
			continue
		}
		if l.Start < seat.Arrives {
			skilled := slices.Contains([]model.BlockKind{"F", "V", "B", "R", "X"}, l.Block.Kind)
			if (danger != "" || skilled) && !l.Block.Rest &&
				!is(func(e *lesson) bool {
					return e != l && (e.Again == l.ID || e.Block.Key > 0 && e.Block.Key == l.Block.Key)
				}) {
				b.tell("late-arrival", one(seat.Person), l)
			}
		} else if danger != "" && !l.Block.Briefing && !is(func(e *lesson) bool {
			about := dangerous(&e.Block)
			return e != l && e.Block.Briefing && (about == "" || about == danger) && e.to <= l.from
		}) {
			b.tell("no-briefing", one(seat.Person), l)
		}
	}
}

// again adds everybody who rides again on a ride where somebody does before
// their turn.
func (b *brute) again(l *lesson, rides func(model.ID, bool) int) {
	_, hard, _ := b.rule("ride-turns")
	if _, ok := b.told[fmt.Sprintf("ride-turns %v %s", hard, l.ID)]; !ok {
		return
	}
	for _, r := range l.Ride.Riders {
		if rides(r.Person, true) > 0 {
			b.tell("ride-turns", one(r.Person), l)
		}
	}
}
