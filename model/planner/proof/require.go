package proof

import (
	"slices"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// Users of people and places are found as blocks come into a puzzle, so a
// requirement about somebody or some place must have its blocks in first.

// concern brings the blocks an atom speaks of into the puzzle.
func (z *puzzle) concern(a atom, by *index) {
	for _, b := range by.blocks(a) {
		z.block(b)
	}
}

// require adds atoms, with the blocks they speak of.
func (z *puzzle) require(list []atom, by *index) {
	var add []atom
	for _, a := range list {
		if z.late() {
			return
		}
		if !z.in[a] {
			z.in[a] = true
			z.concern(a, by)
			add = append(add, a)
		}
	}
	for _, a := range add {
		if z.late() {
			return
		}
		z.add(a, by)
	}
}

// late reports whether there is no more time to make the puzzle.
func (z *puzzle) late() bool {
	z.cut = z.cut || z.stop != nil && z.stop()
	return z.cut
}

func (z *puzzle) add(a atom, by *index) {
	switch on := z.sel(a); a.kind {
	case Starts:
		z.starts(a.of, on)
	case TeamOnce:
		z.once(on, always(by.byTeam[a.of], z.one))
	case PersonOnce:
		z.onceOrLazily(a, on, z.users[a.of])
	case PlaceOnce:
		z.onceOrLazily(a, on, z.byRoom[a.of])
	case PlaceRoom:
		z.room(on, a.of)
	case PoolCount:
		z.pool(on, a.of, by)
	case PersonAway:
		z.shut(on, a.day, z.p.People[a.of].Free, z.users[a.of])
	case PlaceShut:
		z.shut(on, a.day, z.p.Places[a.of].Open, z.byRoom[a.of])
	case Before, Later, Apart, Within:
		z.order(a, on)
	case TeamDay:
		z.daily(on, z.p.Teams[a.of].Most, always(by.byTeam[a.of], z.one))
	case PersonDay:
		z.daily(on, z.p.People[a.of].Most, z.users[a.of])
	case TeamRest:
		z.rest(on, z.p.TeamRest, always(by.byTeam[a.of], z.one))
	case PersonRest:
		z.rest(on, z.p.PersonRest, z.users[a.of])
	case TeamGap, PlaceGap, TeamTravel, PersonTravel:
		z.lazy = append(z.lazy, gap{a, on})
	}
}

func always(blocks []int32, one sat.Lit) []user {
	us := make([]user, len(blocks))
	for i, b := range blocks {
		us[i] = user{b, one}
	}
	return us
}

// starts forbids a block the starts it may not have.
func (z *puzzle) starts(b int32, on sat.Lit) {
	if !z.wide || z.fixed[b] {
		return
	}
	for i := range z.modes(b) {
		m, mode := z.mode(b, i), z.block(b).modes[i]
		z.bar(b, func(s int32) bool { return !m.Starts.Has(s) || !z.fits(s, m.Len) }, on.Not(), mode.Not())
	}
}

// onceOrLazily is once; for who and what is chosen from many it waits for pairs
// that break it.
func (z *puzzle) onceOrLazily(a atom, on sat.Lit, us []user) {
	sure := slices.DeleteFunc(slices.Clone(us), func(u user) bool { return u.lit != z.one })
	if z.n*int32(len(us)-len(sure)) <= roomy {
		z.once(on, us)
		return
	}
	z.once(on, sure)
	z.lazy = append(z.lazy, gap{a, on})
}

// roomy is how many variables one person or place may have to itself.
const roomy = 2500

// once lets no two users take a slot together. Of locked ones that do, only the
// first counts.
func (z *puzzle) once(on sat.Lit, us []user) {
	for s := range z.n {
		var lits []sat.Lit
		stands := false
		for _, u := range us {
			l := z.both(u.lit, z.take(u.block, s))
			if l == z.one.Not() || z.fixed[u.block] && u.lit == z.one && stands {
				continue
			}
			stands = stands || z.fixed[u.block] && u.lit == z.one
			lits = append(lits, l)
		}
		if len(lits) > 1 {
			z.s.Limit(on, lits, nil, 1)
		}
	}
}

// take is run, and for a locked block what is known.
func (z *puzzle) take(b, slot int32) sat.Lit {
	if !z.fixed[b] {
		return z.run(b, slot)
	}
	if h := &z.p.Blocks[b].Home; slot >= h.Start && slot < h.Start+z.mode(b, 0).Len {
		return z.one
	}
	return z.one.Not()
}

// atMost is a limit on the free ones, less what the locked ones take whatever
// becomes of it: they stand even where that is too much.
func (z *puzzle) atMost(on sat.Lit, lits []sat.Lit, weights []int32, most int32) {
	var ls []sat.Lit
	var ws []int32
	sum := int32(0)
	for i, l := range lits {
		switch {
		case l == z.one:
			most -= weights[i]
		case l != z.one.Not() && weights[i] > 0:
			ls, ws = append(ls, l), append(ws, weights[i])
			sum += weights[i]
		}
	}
	if most = max(most, 0); sum > most {
		z.s.Limit(on, ls, ws, most)
	}
}

// room keeps what is in a place at a time within its room.
func (z *puzzle) room(on sat.Lit, r int32) {
	for s := range z.n {
		var lits []sat.Lit
		var weights []int32
		for _, u := range z.byRoom[r] {
			lits = append(lits, z.both(u.lit, z.take(u.block, s)))
			weights = append(weights, z.p.Blocks[u.block].Size)
		}
		z.atMost(on, lits, weights, z.p.Places[r].Room)
	}
}

// pool keeps what is drawn at a time within what there is.
func (z *puzzle) pool(on sat.Lit, q int32, by *index) {
	pool := &z.p.Pools[q]
	for s := range z.n {
		var lits []sat.Lit
		var weights []int32
		for _, b := range by.byPool[q] {
			k := z.block(b)
			for i := range z.modes(b) {
				if n := drawn(z.mode(b, i), q); n > 0 {
					lits = append(lits, z.both(k.modes[i], z.take(b, s)))
					weights = append(weights, n)
				}
			}
		}
		most := pool.Count
		if pool.Out != nil {
			most -= pool.Out[s]
		}
		z.atMost(on, lits, weights, most)
	}
}

// drawn is how much of a pool a mode draws.
func drawn(m *grid.Mode, pool int32) int32 {
	n := int32(0)
	for _, u := range m.Uses {
		if u.Pool == pool {
			n += u.Count
		}
	}
	return n
}

// shut keeps users off the slots of a day that are not in free.
func (z *puzzle) shut(on sat.Lit, day int32, free grid.Bits, us []user) {
	z.runs(day, free, func(from, until int32) {
		for _, u := range us {
			if z.fixed[u.block] && u.lit == z.one {
				continue // stands
			}
			for i := range z.modes(u.block) {
				z.never(u.block, from-z.mode(u.block, i).Len+1, until, on.Not(), u.lit.Not(), z.block(u.block).modes[i].Not())
			}
		}
	})
}

// daily keeps the work of a duty day within most slots.
func (z *puzzle) daily(on sat.Lit, most int32, us []user) {
	for d := range z.days {
		var lits []sat.Lit
		var weights []int32
		for _, u := range us {
			if z.p.Blocks[u.block].Idle {
				continue
			}
			for i := range z.modes(u.block) {
				l := z.on(u.block, d, i)
				if z.fixed[u.block] && l != z.one.Not() {
					l = z.one
				}
				lits = append(lits, z.both(u.lit, l))
				weights = append(weights, z.mode(u.block, i).Len)
			}
		}
		z.atMost(on, lits, weights, most)
	}
}

// order asks what an order asks.
func (z *puzzle) order(a atom, on sat.Lit) {
	o := &z.p.Orders[a.of]
	if z.fixed[o.A] && z.fixed[o.B] || z.gone[o.A] || z.gone[o.B] {
		return
	}
	x, y := z.block(o.A), z.block(o.B)
	first := z.calendar.from
	switch a.kind {
	case Before, Later:
		for i := range z.modes(o.A) {
			last := sat.Lit(-1)
			for j, s := range x.starts {
				then := y.from(z, max(s+z.mode(o.A, i).Len, first(z.p.Day[s]+max(o.Least, 0))))
				if then != last {
					z.s.Clause(on.Not(), x.modes[i].Not(), x.rungs[j].Not(), then)
					last = then
				}
			}
		}
	case Apart:
		for d := range z.days {
			z.never(o.B, first(d-o.Apart+1), first(d+o.Apart), on.Not(), x.from(z, first(d)).Not(), x.from(z, first(d+1)))
			if o.Least >= 0 {
				seq := z.sel(atom{kind: beforeOf(o), of: a.of})
				z.s.Clause(on.Not(), seq.Not(), x.from(z, first(d)).Not(), y.from(z, first(d+o.Apart)))
			}
		}
	case Within:
		for d := range z.days {
			z.s.Clause(on.Not(), x.from(z, first(d)).Not(), y.from(z, first(d-o.Most)))
			z.s.Clause(on.Not(), y.from(z, first(d)).Not(), x.from(z, first(d-o.Most)))
		}
	}
}

func beforeOf(o *grid.Order) Kind {
	if o.Least > 0 {
		return Later
	}
	return Before
}

// rest keeps apart the last work of a duty day and the first of a later one.
func (z *puzzle) rest(on sat.Lit, time int32, us []user) {
	late := map[[2]int32]sat.Lit{}  // works on the day until slot, or longer
	early := map[[2]int32]sat.Lit{} // works on the day from slot on, or from before
	for d := range z.days {
		for e := z.calendar.from(d) + 1; e <= z.calendar.from(d+1); e++ {
			for n := d + 1; n < z.days; n++ {
				from := z.calendar.from(n)
				last := int32(-1)
				for s := from; s < z.calendar.from(n+1) && z.p.Clock[s] < z.ends(e)+time; s++ {
					last = s
				}
				if last < 0 {
					if from < z.calendar.from(n+1) {
						break
					}
					continue
				}
				a := z.edge(late, d, e, us, func(u user, l sat.Lit) {
					for i := range z.modes(u.block) {
						z.never(u.block, max(e-z.mode(u.block, i).Len, z.calendar.from(d)), z.calendar.from(d+1), l, u.lit.Not(), z.block(u.block).modes[i].Not())
					}
				})
				b := z.edge(early, n, last, us, func(u user, l sat.Lit) {
					z.never(u.block, from, last+1, l, u.lit.Not())
				})
				z.s.Clause(on.Not(), a.Not(), b.Not())
			}
		}
	}
	z.restFromLocked(on, time, us)
}

// edge is a variable that say makes true for each free user.
func (z *puzzle) edge(all map[[2]int32]sat.Lit, day, slot int32, us []user, say func(user, sat.Lit)) sat.Lit {
	key := [2]int32{day, slot}
	l, ok := all[key]
	if !ok {
		l = z.s.Var()
		all[key] = l
		for _, u := range us {
			if !z.p.Blocks[u.block].Idle && !z.fixed[u.block] {
				say(u, l)
			}
		}
	}
	return l
}

// restFromLocked keeps free work away from each locked block.
func (z *puzzle) restFromLocked(on sat.Lit, time int32, us []user) {
	for _, v := range us {
		if z.p.Blocks[v.block].Idle || !z.fixed[v.block] {
			continue
		}
		h := z.p.Blocks[v.block].Home.Start
		end := min(h+z.mode(v.block, 0).Len, z.n)
		d := z.p.Day[h]
		for _, u := range us {
			if z.p.Blocks[u.block].Idle || z.fixed[u.block] && z.fixed[v.block] {
				continue
			}
			for i := range z.modes(u.block) {
				n := z.mode(u.block, i).Len
				z.bar(u.block, func(s int32) bool {
					switch e := z.p.Day[s]; {
					case e > d:
						return z.p.Clock[s] < z.ends(end)+time
					case e < d:
						return z.p.Clock[h] < z.ends(min(s+n, z.n))+time
					}
					return false
				}, on.Not(), u.lit.Not(), v.lit.Not(), z.block(u.block).modes[i].Not())
			}
		}
	}
}
