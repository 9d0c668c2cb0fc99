package proof

import (
	"slices"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// Gaps between classes and ways between sites are asked of every two blocks of a
// team, a person or a place, and would be more clauses than all else together;
// so would it be that somebody is chosen only once at a time, of many to choose
// from. Most are never near being broken. So they are left out until an answer
// breaks one; then that pair's are added and the question is asked again.

// A gap is such a requirement.
type gap struct {
	atom
	on sat.Lit
}

// gapped is a pair for which a gap was added.
type gapped struct {
	atom
	a, b int32
}

// mend adds what the plan breaks of the gaps that are assumed. It reports
// whether there was anything.
func (z *puzzle) mend(plan grid.Plan, assumed map[sat.Lit]bool, by *index) bool {
	found := false
	for _, g := range z.lazy {
		if !assumed[g.on] {
			continue
		}
		var us []user
		switch g.kind {
		case TeamGap, TeamTravel:
			us = always(by.byTeam[g.of], z.one)
		case PlaceGap, PlaceOnce:
			us = z.byRoom[g.of]
		case PersonTravel, PersonOnce:
			us = z.users[g.of]
		}
		us = slices.DeleteFunc(slices.Clone(us), func(u user) bool { return !z.is(u.lit) })
		slices.SortFunc(us, func(a, b user) int { return int(plan[a.block].Start - plan[b.block].Start) })
		for i, u := range us {
			for _, v := range us[i+1:] {
				if !z.tooClose(g.kind, plan, u.block, v.block) || z.fixed[u.block] && z.fixed[v.block] && (u.lit == z.one && v.lit == z.one || g.kind != PersonOnce) {
					continue
				}
				key := gapped{g.atom, u.block, v.block}
				if z.done[key] {
					continue
				}
				z.done[key] = true
				if g.kind == PersonOnce || g.kind == PlaceOnce {
					z.s.Clause(g.on.Not(), u.lit.Not(), v.lit.Not(), z.meet(u.block, v.block).Not())
				} else {
					z.separate(g, u, v)
				}
				found = true
			}
		}
	}
	return found
}

func (z *puzzle) is(l sat.Lit) bool { return l == z.one || z.s.True(l) }

// asks is the least time between two blocks, the earlier first, where they are.
func (z *puzzle) asks(k Kind, a, b, placeA, placeB int32) int32 {
	p := z.p
	switch k {
	case TeamGap:
		return p.TeamGap[p.Blocks[a].Class][p.Blocks[b].Class]
	case PlaceGap:
		return p.PlaceGap[p.Blocks[a].Class][p.Blocks[b].Class]
	}
	if placeA < 0 || placeB < 0 {
		return 0
	}
	return p.Travel[p.Places[placeA].Site][p.Places[placeB].Site]
}

// meet is true when two blocks take a slot together.
func (z *puzzle) meet(a, b int32) sat.Lit {
	key := [2]int32{min(a, b), max(a, b)}
	l, ok := z.meets[key]
	if ok {
		return l
	}
	l = z.s.Var()
	z.meets[key] = l
	no := z.one.Not()
	for s := range z.n {
		if x, y := z.take(a, s), z.take(b, s); x != no && y != no {
			z.s.Clause(l, x.Not(), y.Not())
		}
	}
	return l
}

// tooClose reports whether a, which begins first, has too little time after it,
// or where that is asked, overlaps b.
func (z *puzzle) tooClose(k Kind, plan grid.Plan, a, b int32) bool {
	x, y := plan[a], plan[b]
	end := x.Start + z.p.Blocks[a].Modes[x.Mode].Len
	if k == PersonOnce || k == PlaceOnce {
		return y.Start < end
	}
	return end <= y.Start && z.p.Clock[y.Start] < z.ends(end)+z.asks(k, a, b, x.Place, y.Place)
}

// separate keeps v so long after u, when u comes first.
func (z *puzzle) separate(g gap, u, v user) {
	x := z.block(u.block)
	for _, way := range z.distances(g, u, v) {
		for i := range z.modes(u.block) {
			n := z.mode(u.block, i).Len
			for j, s := range x.starts {
				if s+n > z.n {
					continue
				}
				hi := s + n
				for hi < z.n && z.p.Clock[hi] < z.ends(s+n)+way.time {
					hi++
				}
				after := z.one.Not()
				if j+1 < len(x.starts) {
					after = x.rungs[j+1]
				}
				unless := append(slices.Clip(way.unless), g.on.Not(), u.lit.Not(), v.lit.Not(), x.modes[i].Not(), x.rungs[j].Not(), after)
				z.never(v.block, s+n, hi, unless...)
			}
		}
	}
}

// A distance is a time two blocks must keep, unless one of unless is true.
type distance struct {
	time   int32
	unless []sat.Lit
}

func (z *puzzle) distances(g gap, u, v user) []distance {
	if g.kind == TeamGap || g.kind == PlaceGap {
		return []distance{{z.asks(g.kind, u.block, v.block, -1, -1), nil}}
	}
	var all []distance
	x, y := z.block(u.block), z.block(v.block)
	for _, r := range sortedKeys(x.places) {
		for _, q := range sortedKeys(y.places) {
			if t := z.asks(g.kind, u.block, v.block, r, q); t > 0 {
				all = append(all, distance{t, []sat.Lit{x.places[r].Not(), y.places[q].Not()}})
			}
		}
	}
	return all
}
