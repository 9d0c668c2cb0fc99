package proof

import (
	"slices"

	"muster/model/planner/proof/sat"
)

// Clauses cannot count: that twenty-eight blocks do not go into twenty-five gaps
// takes them more steps than there is time for. So what counting knows is told
// to a puzzle beside the rest: how much of a supply there is on the first days,
// on the last, and on each day, is the most that can be drawn then. Nothing new
// is asked by that; it hangs on the selectors of the requirements it follows
// from.

// count adds these limits for the supplies whose requirements are in the puzzle.
func (z *puzzle) count(e *examined, supplies []supply) {
	use := func(a atom) bool { return z.in[a] || a.kind == Starts && !z.wide }
	w := make([]window, len(z.p.Blocks))
	for b := range w {
		w[b] = window{last: z.n}
	}
	for _, s := range supplies {
		if e.stopped() {
			return // what is not told is found without
		}
		if s.kind == PoolCount || s.kind == PlaceRoom || !z.has(s) {
			continue
		}
		us := e.units(s, use)
		items := e.narrowed(s.items, w, use)
		lens := map[int32]bool{}
		for _, it := range items {
			lens[it.len] = true
		}
		on := sat.Lit(-1)
		for i, n := range append(sortedKeys(lens), 0) {
			slots := n == 0 // last of all: whatever their length
			if slots && i < 2 {
				break
			}
			long := slices.DeleteFunc(slices.Clone(items), func(it item) bool { return it.len < n })
			caps := make([]int32, z.days)
			for d := range z.days {
				for _, u := range us {
					caps[d] += e.fit(long, u, d, slots)
				}
			}
			z.spend(long, caps, slots, func() sat.Lit {
				if on < 0 {
					on = z.all(z.behind(e, s, items))
				}
				return on
			})
		}
	}
}

// has reports whether what says that a supply is limited is in the puzzle.
func (z *puzzle) has(s supply) bool {
	for _, i := range s.of {
		if !z.in[atom{kind: onceOf(s.kind), of: i}] {
			return false
		}
	}
	return true
}

// onceOf is the requirement that a supply is used by one block at a time.
func onceOf(k Kind) Kind {
	switch k {
	case TeamDay:
		return TeamOnce
	case PersonDay:
		return PersonOnce
	}
	return k
}

// behind are the selectors of what limits a supply.
func (z *puzzle) behind(e *examined, s supply, items []item) []sat.Lit {
	var lits []sat.Lit
	add := func(a atom) {
		if l := z.sel(a); !slices.Contains(lits, l) {
			lits = append(lits, l)
		}
	}
	for _, a := range e.all {
		if z.in[a] && a.kind != Starts && e.of(a, s) {
			add(a)
		}
	}
	for _, it := range items {
		if a := (atom{kind: Starts, of: it.block}); z.wide && z.in[a] {
			add(a)
		}
	}
	return lits
}

// all is a selector that is true when all of lits are.
func (z *puzzle) all(lits []sat.Lit) sat.Lit {
	if len(lits) == 1 {
		return lits[0]
	}
	on := z.s.Selector()
	c := []sat.Lit{on}
	for _, l := range lits {
		c = append(c, l.Not())
	}
	z.s.Clause(c...)
	return on
}

// spend limits what items draw on the first days, the last, and each.
func (z *puzzle) spend(items []item, caps []int32, slots bool, on func() sat.Lit) {
	weight := func(it item) int32 {
		if slots {
			return it.work
		}
		return it.amount
	}
	limit := func(from, until int32, in func(b int32) sat.Lit) {
		most := int32(0)
		for d := from; d <= until; d++ {
			most += caps[d]
		}
		var lits []sat.Lit
		var weights []int32
		sum := int32(0)
		for _, it := range items {
			if i := at(it.starts, z.calendar.from(from)); i == len(it.starts) || it.starts[i] >= z.calendar.from(until+1) {
				continue
			}
			lits, weights = append(lits, in(it.block)), append(weights, weight(it))
			sum += weight(it)
		}
		if sum > most {
			z.atMost(on(), lits, weights, most)
		}
	}
	for d := range z.days {
		limit(0, d, func(b int32) sat.Lit { return z.block(b).from(z, z.calendar.from(d+1)).Not() })
		if d > 0 {
			limit(d, z.days-1, func(b int32) sat.Lit { return z.block(b).from(z, z.calendar.from(d)) })
		}
		if d > 0 && d < z.days-1 {
			limit(d, d, func(b int32) sat.Lit { return z.today(b, d) })
		}
	}
}

// today is true when the block is on a duty day.
func (z *puzzle) today(b, day int32) sat.Lit {
	k := z.block(b)
	if len(k.modes) == 1 {
		return z.on(b, day, 0)
	}
	key := dayOf{b, day, -1}
	l, ok := z.loads[key]
	if !ok {
		l = z.s.Var()
		z.s.Clause(l, k.from(z, z.calendar.from(day)).Not(), k.from(z, z.calendar.from(day+1)))
		z.loads[key] = l
	}
	return l
}
