package proof

import (
	"slices"

	"muster/model/planner/grid"
)

// A supply is something of which there is too little to go round: some people,
// some places, a team, a pool. Whatever is asked of it by blocks that must lie
// within some days has to fit into these days.
type supply struct {
	kind  Kind // TeamOnce, TeamDay, PersonOnce, PersonDay, PlaceOnce, PlaceRoom, PoolCount
	of    []int32
	items []item // without their starts
}

// supplies are those of a problem: each team and pool, and such sets of people
// and places as some blocks must draw on: those of one need, each alone, and
// several needs' together.
func (e *examined) supplies() []supply {
	var all []supply
	for t := range e.p.Teams {
		all = append(all, e.supply(TeamOnce, []int32{int32(t)}))
		if e.p.Teams[t].Most > 0 {
			all = append(all, e.supply(TeamDay, []int32{int32(t)}))
		}
	}
	var people, places [][]int32
	for _, b := range e.by.every {
		for i := range e.modes(b) {
			for _, n := range e.mode(b, i).Needs {
				people = append(people, sorted(n.From))
			}
			places = append(places, sorted(e.mode(b, i).Places))
		}
	}
	for q := range e.p.People {
		people = append(people, []int32{int32(q)})
	}
	for r := range e.p.Places {
		places = append(places, []int32{int32(r)})
	}
	for _, set := range unions(people) {
		all = append(all, e.supply(PersonOnce, set))
		if slices.ContainsFunc(set, func(q int32) bool { return e.p.People[q].Most > 0 }) {
			all = append(all, e.supply(PersonDay, set))
		}
	}
	for _, set := range unions(places) {
		if !slices.ContainsFunc(set, func(r int32) bool { return e.p.Places[r].Room > 0 }) {
			all = append(all, e.supply(PlaceOnce, set))
		} else if len(set) == 1 {
			all = append(all, e.supply(PlaceRoom, set))
		}
	}
	for q := range e.p.Pools {
		all = append(all, e.supply(PoolCount, []int32{int32(q)}))
	}
	return slices.DeleteFunc(all, func(s supply) bool { return len(s.items) == 0 })
}

func sorted(list []int32) []int32 {
	l := slices.Clone(list)
	slices.Sort(l)
	return slices.Compact(l)
}

// unions are the sets, each once, and the unions of two of them that meet.
func unions(sets [][]int32) [][]int32 {
	var all [][]int32
	add := func(s []int32) {
		if len(s) > 0 && !slices.ContainsFunc(all, func(o []int32) bool { return slices.Equal(o, s) }) {
			all = append(all, s)
		}
	}
	for _, s := range sets {
		add(s)
	}
	n := len(all)
	for i := range n {
		for j := range i {
			if len(all) < 4*n+40 && slices.ContainsFunc(all[i], func(x int32) bool { return slices.Contains(all[j], x) }) {
				add(sorted(slices.Concat(all[i], all[j])))
			}
		}
	}
	return all
}

// supply finds what is asked of something.
func (e *examined) supply(kind Kind, of []int32) supply {
	s := supply{kind: kind, of: of}
	for _, b := range e.by.every {
		if e.fixed[b] {
			continue // it takes what it takes: see taken
		}
		it := item{block: b, amount: -1, work: -1}
		for i := range e.modes(b) {
			m := e.mode(b, i)
			n := e.asks(kind, of, b, m)
			if it.amount < 0 || n < it.amount {
				it.amount = n
			}
			if it.work < 0 || n*m.Len < it.work {
				it.work = n * m.Len
			}
			if it.len == 0 || m.Len < it.len {
				it.len = m.Len
			}
		}
		idle := e.p.Blocks[b].Idle && (kind == TeamDay || kind == PersonDay)
		if it.amount > 0 && !idle {
			s.items = append(s.items, it)
		}
	}
	return s
}

// asks is how many of something a block needs in a mode, at least.
func (e *examined) asks(kind Kind, of []int32, b int32, m *grid.Mode) int32 {
	k := &e.p.Blocks[b]
	switch kind {
	case TeamOnce, TeamDay:
		return int32(b2i(slices.Contains(k.Teams, of[0])))
	case PoolCount:
		return drawn(m, of[0])
	case PlaceOnce, PlaceRoom:
		n := int32(1)
		if kind == PlaceRoom {
			n = k.Size
		}
		if len(m.Places) == 0 || slices.ContainsFunc(m.Places, func(r int32) bool { return !slices.Contains(of, r) }) {
			return 0
		}
		return n
	}
	n := int32(0)
	for _, need := range m.Needs {
		others := int32(0)
		for _, q := range need.From {
			others += int32(b2i(!slices.Contains(of, q)))
		}
		n += max(0, need.Count-others)
	}
	return n
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// units are what there is of a supply, under the atoms that use accepts.
func (e *examined) units(s supply, use func(atom) bool) []unit {
	var us []unit
	open := func(k Kind, i int32, free grid.Bits) grid.Bits {
		if free == nil {
			return nil
		}
		out := slices.Clone(free)
		for d := range e.days {
			if !use(atom{k, i, d}) {
				for t := e.from(d); t < e.from(d+1); t++ {
					out.Set(t)
				}
			}
		}
		return out
	}
	for _, i := range s.of {
		u := unit{}
		switch s.kind {
		case TeamOnce, TeamDay:
			u.any = !use(atom{kind: TeamOnce, of: i})
			if s.kind == TeamDay && use(atom{kind: TeamDay, of: i}) {
				u.most = e.p.Teams[i].Most
			}
		case PersonOnce, PersonDay:
			u.any, u.free = !use(atom{kind: PersonOnce, of: i}), open(PersonAway, i, e.p.People[i].Free)
			if s.kind == PersonDay && use(atom{kind: PersonDay, of: i}) {
				u.most = e.p.People[i].Most
			}
		case PlaceOnce:
			u.any, u.free = !use(atom{kind: PlaceOnce, of: i}), open(PlaceShut, i, e.p.Places[i].Open)
		}
		us = append(us, e.taken(s.kind, i, u))
	}
	return us
}

// taken is a unit less what locked blocks take of it.
func (e *examined) taken(kind Kind, i int32, u unit) unit {
	own := false
	for _, b := range e.by.every {
		k := &e.p.Blocks[b]
		if !e.fixed[b] {
			continue
		}
		has := false
		switch kind {
		case TeamOnce, TeamDay:
			has = slices.Contains(k.Teams, i)
		case PersonOnce, PersonDay:
			has = k.Lock == grid.Frozen && slices.Contains(k.Home.People, i)
		case PlaceOnce:
			has = k.Home.Place == i
		}
		if !has {
			continue
		}
		n := e.mode(b, 0).Len
		if u.work == nil {
			u.work = make([]int32, e.days)
		}
		if !k.Idle {
			u.work[e.p.Day[k.Home.Start]] += n
		}
		if u.any {
			continue
		}
		if !own {
			own = true
			free := grid.NewBits(int(e.n))
			for s := range e.n {
				if u.free.Has(s) {
					free.Set(s)
				}
			}
			u.free = free
		}
		for s := k.Home.Start; s < min(k.Home.Start+n, e.n); s++ {
			u.free.Clear(s)
		}
	}
	return u
}

// short reports whether a supply is asked for more than there is within some
// days, and within which it is worst.
func (e *examined) short(s supply, w []window, use func(atom) bool) (Count, bool) {
	if s.kind == PoolCount || s.kind == PlaceRoom {
		return e.shortOfMany(s, w, use)
	}
	us := e.units(s, use)
	items := e.narrowed(s.items, w, use)
	lens := map[int32]bool{}
	for _, it := range items {
		lens[it.len] = true
	}
	var best Count
	found := false
	e.spans(items, w, func(from, until int32, in []item) {
		for _, n := range sortedKeys(lens) {
			long := slices.DeleteFunc(slices.Clone(in), func(it item) bool { return it.len < n })
			asked := int32(0)
			for _, it := range long {
				asked += it.amount
			}
			if asked == 0 {
				continue
			}
			if have := e.have(long, us, from, until, false, asked); have < asked {
				c := Count{From: from, Until: until, Asked: asked, Have: have, Each: n, Blocks: blocksOf(long)}
				if !found || worse(c, best) {
					best, found = c, true
				}
			}
		}
		if len(lens) > 1 {
			asked := int32(0)
			for _, it := range in {
				asked += it.work
			}
			if have := e.have(in, us, from, until, true, asked); have < asked {
				c := Count{From: from, Until: until, Asked: asked, Have: have, Blocks: blocksOf(in)}
				if !found || worse(c, best) {
					best, found = c, true
				}
			}
		}
	})
	return best, found
}

// worse prefers what is easier said: blocks of one length to slots, then more
// missing, then fewer blocks.
func worse(a, b Count) bool {
	if (a.Each > 0) != (b.Each > 0) {
		return a.Each > 0
	}
	if x, y := a.Asked-a.Have, b.Asked-b.Have; x != y {
		return x > y
	}
	return len(a.Blocks) < len(b.Blocks)
}

func blocksOf(items []item) []int32 {
	out := make([]int32, len(items))
	for i, it := range items {
		out[i] = it.block
	}
	return out
}

// narrowed are items with their starts.
func (e *examined) narrowed(items []item, w []window, use func(atom) bool) []item {
	out := slices.Clone(items)
	for i := range out {
		it := &out[i]
		starts := e.starts(it.block, use)
		it.starts = starts[at(starts, w[it.block].first):at(starts, w[it.block].last+1)]
	}
	return out
}

// spans calls look for each run of days from the first of some block to the
// last of some block, with the items that must lie in it.
func (e *examined) spans(items []item, w []window, look func(from, until int32, in []item)) {
	var firsts, lasts []int32
	for _, it := range items {
		firsts = append(firsts, e.p.Day[w[it.block].first])
		lasts = append(lasts, e.p.Day[w[it.block].last])
	}
	in := make([]item, 0, len(items))
	for _, d := range sorted(firsts) {
		for _, u := range sorted(lasts) {
			in = in[:0]
			for i, it := range items {
				if firsts[i] >= d && lasts[i] <= u {
					in = append(in, it)
				}
			}
			if d <= u && len(in) > 0 {
				look(d, u, in)
			}
		}
	}
}

// have is how much of items fits into the units within days, but no more than is
// needed to know that it is enough.
func (e *examined) have(items []item, us []unit, from, until int32, slots bool, enough int32) int32 {
	n := int32(0)
	for d := from; d <= until && n < enough; d++ {
		for _, u := range us {
			n += e.fit(items, u, d, slots)
		}
	}
	return n
}
