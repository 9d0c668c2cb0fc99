package grid_test

import (
	"math/rand/v2"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// minute is a problem of a few blocks on a short line of uneven days, with
// everything that two blocks can ask of each other, so small that all plans can
// be looked at.
func minute(rnd *rand.Rand, blocks int) *grid.Problem {
	p := &grid.Problem{Tick: 4, Teams: make([]grid.Team, 2), People: make([]grid.Person, 2), Places: make([]grid.Place, 2)}
	day, clock := int32(0), int32(32)
	for range 6 + rnd.IntN(8) {
		p.Day = append(p.Day, day)
		p.Clock = append(p.Clock, clock)
		clock += 4
		switch rnd.IntN(5) {
		case 0:
			day += 1 + int32(rnd.IntN(8)/7)
			clock += 4 * rnd.Int32N(12)
		case 1:
			clock += 4 * rnd.Int32N(3)
		}
	}
	small := func() int32 { return max(0, 4*rnd.Int32N(6)-8) }
	square := func() [][]int32 { return [][]int32{{small(), small()}, {small(), small()}} }
	if rnd.IntN(2) == 0 {
		p.TeamGap, p.PlaceGap = square(), square()
	}
	if rnd.IntN(2) == 0 {
		p.Travel, p.Places[1].Site = square(), 1
	}
	p.TeamRest, p.PersonRest = 8*rnd.Int32N(6), 8*rnd.Int32N(6)
	p.Teams[0].Most, p.People[0].Most = rnd.Int32N(5), rnd.Int32N(5)
	p.Places[0].Room = rnd.Int32N(3)
	for range blocks {
		k := grid.Block{Class: rnd.Int32N(2), Size: 1, Idle: rnd.IntN(4) == 0, Wish: -1, Home: grid.Choice{Start: -1, Place: -1}}
		for t := range int32(2) {
			if rnd.IntN(2) == 0 {
				k.Teams = append(k.Teams, t)
			}
		}
		for range 1 + rnd.IntN(2) {
			m := grid.Mode{Len: 1 + rnd.Int32N(2)}
			if rnd.IntN(3) > 0 {
				m.Places = []int32{0, 1}[rnd.IntN(2):]
			}
			if rnd.IntN(3) > 0 {
				m.Needs = []grid.Need{{Count: 1, From: []int32{0, 1}[rnd.IntN(2):]}}
			}
			k.Modes = append(k.Modes, m)
		}
		p.Blocks = append(p.Blocks, k)
	}
	for range rnd.IntN(3) {
		o := grid.Order{A: rnd.Int32N(int32(blocks)), Least: rnd.Int32N(3) - 1, Apart: rnd.Int32N(3), Most: rnd.Int32N(5) - 1}
		if o.B = rnd.Int32N(int32(blocks)); o.A != o.B {
			p.Orders = append(p.Orders, o)
		}
	}
	return p
}

// options are all choices of a block.
func options(p *grid.Problem, b int) []grid.Choice {
	var all []grid.Choice
	for i := range p.Blocks[b].Modes {
		m := &p.Blocks[b].Modes[i]
		places := m.Places
		if len(places) == 0 {
			places = []int32{-1}
		}
		for s := range int32(len(p.Day)) - m.Len + 1 {
			for _, r := range places {
				for crew := range func(yield func([]int32) bool) { eachCrew(m, yield) } {
					all = append(all, grid.Choice{Start: s, Mode: int32(i), Place: r, People: append([]int32(nil), crew...)})
				}
			}
		}
	}
	return all
}

// TestTwoBlocks: what one block leaves another is what the checker lets it have.
func TestTwoBlocks(t *testing.T) {
	for seed := range uint64(1500) {
		rnd := rand.New(rand.NewPCG(seed, 21))
		p := minute(rnd, 2)
		plan := grid.Plan{{Start: -1}, {Start: -1}}
		first := options(p, 1)
		plan[1] = first[rnd.IntN(len(first))]
		if len(gridtest.Check(p, plan)) > 1 {
			continue // it cannot be there by itself
		}
		if seed%3 == 0 { // then its tables have it already
			p.Blocks[1].Home, p.Blocks[1].Lock = plan[1], grid.Lock(1+seed%2)
		}
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		want := grid.NewBits(len(p.Day))
		for _, c := range options(p, 0) {
			if plan[0] = c; len(gridtest.Check(p, plan)) == 0 {
				want.Set(c.Start)
			}
		}
		plan[0] = grid.Choice{Start: -1}
		got := g.State(plan).Starts(0)
		for s := range int32(len(p.Day)) {
			if got.Has(s) != want.Has(s) {
				t.Fatalf("problem %d: block 0 may begin in %d: %v, with %+v; %+v", seed, s, got.Has(s), plan[1], p)
			}
		}
	}
}

// TestMakeFindsWhatThereIs: on problems small enough to try all plans, Make finds
// one exactly when there is one.
func TestMakeFindsWhatThereIs(t *testing.T) {
	there, none := 0, 0
	for seed := range uint64(250) {
		rnd := rand.New(rand.NewPCG(seed, 22))
		p := minute(rnd, 3)
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		want := exists(g.State(nil), p, 0)
		plan, stats := g.Make(within(20), int64(seed), nil, nil)
		if stats.Complete != want {
			t.Fatalf("problem %d: found %v, there is %v: %+v", seed, stats.Complete, want, p)
		}
		if f := gridtest.Check(p, plan); len(f) != stats.Unplaced {
			t.Fatalf("problem %d: %v", seed, f)
		}
		if want {
			there++
		} else {
			none++
		}
	}
	if there < 20 || none < 5 {
		t.Errorf("%d with a plan, %d without: a poor sample", there, none)
	}
}

// exists says whether the blocks from b on can all be placed.
func exists(s *grid.State, p *grid.Problem, b int) bool {
	if b == len(p.Blocks) {
		return true
	}
	for _, c := range options(p, b) {
		if s.Legal(int32(b), c) {
			s.Place(int32(b), c)
			if exists(s, p, b+1) {
				return true
			}
			s.Lift(int32(b))
		}
	}
	return false
}
