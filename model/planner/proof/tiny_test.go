package proof

import (
	"math/rand/v2"
	"slices"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// tiny is a problem so small that all its plans can be tried, and tight enough
// that about half of them have none.
func tiny(rnd *rand.Rand) *grid.Problem {
	some := func(n int) bool { return rnd.IntN(n) == 0 }
	days, perDay := int32(1+rnd.IntN(3)), int32(2+rnd.IntN(3))
	p := &grid.Problem{Tick: 4}
	for d := range days {
		for s := range perDay {
			p.Day = append(p.Day, d)
			p.Clock = append(p.Clock, d*96+32+s*4)
		}
	}
	n := len(p.Day)
	holes := func(chance int) grid.Bits {
		b := grid.NewBits(n)
		for s := range int32(n) {
			if !some(chance) {
				b.Set(s)
			}
		}
		return b
	}
	for range 1 + rnd.IntN(2) {
		t := grid.Team{}
		if some(3) {
			t.Most = 2 + rnd.Int32N(2)
		}
		p.Teams = append(p.Teams, t)
	}
	for range 2 {
		q := grid.Person{}
		if some(4) {
			q.Free = holes(4)
		}
		if some(4) {
			q.Most = 2 + rnd.Int32N(2)
		}
		p.People = append(p.People, q)
		r := grid.Place{Site: rnd.Int32N(2)}
		if some(4) {
			r.Open = holes(4)
		}
		if some(3) {
			r.Room = 12
		}
		p.Places = append(p.Places, r)
	}
	p.Pools = []grid.Pool{{Count: 1 + rnd.Int32N(3)}}
	if some(3) {
		p.Travel = [][]int32{{0, 4}, {4, 0}}
	}
	if some(4) {
		p.TeamGap = [][]int32{{0, 4}, {4, 0}}
	}
	if some(4) {
		p.PlaceGap = [][]int32{{0, 4}, {0, 0}}
	}
	if some(3) {
		p.TeamRest = 96 - 4*rnd.Int32N(perDay+1)
	}
	if some(4) {
		p.PersonRest = 96 - 4*rnd.Int32N(perDay+1)
	}
	for range 3 + rnd.IntN(2) {
		b := grid.Block{Teams: []int32{rnd.Int32N(int32(len(p.Teams)))}, Size: 6, Class: rnd.Int32N(2), Kind: rnd.Int32N(3), Idle: some(8), Wish: -1, Home: grid.Choice{Start: -1, Place: -1}}
		for range 1 + b2i(some(4)) {
			m := grid.Mode{Len: 1 + rnd.Int32N(2), Starts: holes(5)}
			for r := range int32(2) {
				if some(2) {
					m.Places = append(m.Places, r)
				}
			}
			if !some(3) {
				need := grid.Need{Count: 1, From: [][]int32{{0}, {1}, {0, 1}}[rnd.IntN(3)]}
				if len(need.From) == 2 && some(4) {
					need.Count = 2
				}
				if some(6) {
					need.Days = make([]grid.Bits, len(need.From))
					need.Days[0] = holes(5)
				}
				m.Needs = []grid.Need{need}
			}
			if some(4) {
				m.Uses = []grid.Use{{Pool: 0, Count: 1 + rnd.Int32N(2)}}
			}
			b.Modes = append(b.Modes, m)
		}
		if some(8) {
			m := &b.Modes[0]
			b.Lock = grid.Frozen
			b.Home = grid.Choice{Start: rnd.Int32N(days) * perDay, Place: -1}
			if len(m.Places) > 0 {
				b.Home.Place = m.Places[0]
			}
			for _, need := range m.Needs {
				b.Home.People = append(b.Home.People, need.From[:need.Count]...)
			}
		}
		p.Blocks = append(p.Blocks, b)
	}
	defer sound(p)
	for range rnd.IntN(4) {
		o := grid.Order{A: rnd.Int32N(int32(len(p.Blocks))), B: rnd.Int32N(int32(len(p.Blocks))), Least: rnd.Int32N(3) - 1, Apart: rnd.Int32N(2), Most: rnd.Int32N(3) - 1}
		if o.A != o.B {
			p.Orders = append(p.Orders, o)
		}
	}
	return p
}

// sound unlocks blocks until those that are locked break nothing.
func sound(p *grid.Problem) {
	plan := make(grid.Plan, len(p.Blocks))
	for b := range p.Blocks {
		k := &p.Blocks[b]
		plan[b] = grid.Choice{Start: -1, Place: -1}
		if k.Lock == grid.Free {
			continue
		}
		plan[b] = k.Home
		if slices.ContainsFunc(gridtest.Check(p, plan), func(f grid.Fault) bool { return f.Breach != grid.Unplaced }) {
			k.Lock, k.Home = grid.Free, grid.Choice{Start: -1, Place: -1}
			plan[b] = k.Home
		}
	}
}

// possible tries all plans for one that breaks none of kept.
func possible(p *grid.Problem, kept map[atom]bool) bool {
	plan := make(grid.Plan, len(p.Blocks))
	for b := range plan {
		plan[b] = grid.Choice{Start: -1, Place: -1}
		if p.Blocks[b].Lock != grid.Free {
			plan[b] = p.Blocks[b].Home
		}
	}
	before := len(faultsOf(p, plan, kept)) // of locked ones, which stand
	return place(p, plan, kept, 0, before)
}

func place(p *grid.Problem, plan grid.Plan, kept map[atom]bool, b, before int) bool {
	if b == len(plan) {
		return true
	}
	k := &p.Blocks[b]
	if k.Lock != grid.Free {
		return place(p, plan, kept, b+1, before)
	}
	for i := range k.Modes {
		m := &k.Modes[i]
		for s := int32(0); s+m.Len <= int32(len(p.Day)); s++ {
			if p.Day[s] != p.Day[s+m.Len-1] {
				continue
			}
			places := m.Places
			if len(places) == 0 {
				places = []int32{-1}
			}
			for _, r := range places {
				for _, crew := range crews(m) {
					plan[b] = grid.Choice{Start: s, Mode: int32(i), Place: r, People: crew}
					if len(faultsOf(p, plan, kept)) == before && place(p, plan, kept, b+1, before) {
						return true
					}
				}
			}
		}
	}
	plan[b] = grid.Choice{Start: -1, Place: -1}
	return false
}

func crews(m *grid.Mode) [][]int32 {
	all := [][]int32{nil}
	for _, n := range m.Needs {
		if n.Count == int32(len(n.From)) {
			return [][]int32{n.From}
		}
		all = nil
		for _, q := range n.From {
			all = append(all, []int32{q})
		}
	}
	return all
}

// faultsOf are the faults of a plan that break something kept, or that nothing
// but the blocks themselves forbids.
func faultsOf(p *grid.Problem, plan grid.Plan, kept map[atom]bool) []grid.Fault {
	var out []grid.Fault
	for _, f := range gridtest.Check(p, plan) {
		if f.Breach != grid.Unplaced && breaches(p, plan, f, kept) {
			out = append(out, f)
		}
	}
	return out
}

func breaches(p *grid.Problem, plan grid.Plan, f grid.Fault, kept map[atom]bool) bool {
	is := func(k Kind, of int32) bool { return kept[atom{kind: k, of: of}] }
	switch f.Breach {
	case grid.Barred:
		return is(Starts, f.A)
	case grid.TeamTwice:
		return is(TeamOnce, f.Of)
	case grid.PersonTwice:
		return is(PersonOnce, f.Of)
	case grid.PlaceTwice:
		return is(PlaceOnce, f.Of)
	case grid.PlaceFull:
		return is(PlaceRoom, f.Of)
	case grid.Shut:
		return kept[atom{PlaceShut, f.Of, p.Day[plan[f.A].Start]}]
	case grid.Away:
		return kept[atom{PersonAway, f.Of, p.Day[plan[f.A].Start]}]
	case grid.PoolShort:
		return is(PoolCount, f.Of)
	case grid.NoRest:
		return is(TeamRest, f.Of)
	case grid.PersonNoRest:
		return is(PersonRest, f.Of)
	case grid.TooLong:
		return is(TeamDay, f.Of)
	case grid.PersonTooLong:
		return is(PersonDay, f.Of)
	case grid.TooClose:
		return is(TeamGap, f.Of)
	case grid.PlaceTooClose:
		return is(PlaceGap, f.Of)
	case grid.NoTravel:
		return is(TeamTravel, f.Of)
	case grid.PersonNoTravel:
		return is(PersonTravel, f.Of)
	case grid.Disorder:
		o := &p.Orders[f.Of]
		a, b := plan[o.A], plan[o.B]
		apart := p.Day[b.Start] - p.Day[a.Start]
		end := a.Start + p.Blocks[o.A].Modes[a.Mode].Len
		return o.Least == 0 && b.Start < end && is(Before, f.Of) ||
			o.Least > 0 && (b.Start < end || apart < o.Least) && is(Later, f.Of) ||
			max(apart, -apart) < o.Apart && is(Apart, f.Of) ||
			o.Most >= 0 && max(apart, -apart) > o.Most && is(Within, f.Of)
	}
	return true
}
