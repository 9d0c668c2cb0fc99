package grid_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// tiny is a problem small enough to look at all its plans, with everything in it
// that a repair has to heed.
func tiny(rnd *rand.Rand) *grid.Problem {
	days, perDay := int32(2+rnd.IntN(2)), int32(3+rnd.IntN(2))
	p := &grid.Problem{Tick: 4}
	for d := range days {
		for s := range perDay {
			p.Day = append(p.Day, d)
			p.Clock = append(p.Clock, d*96+32+s*4)
		}
	}
	n := len(p.Day)
	for range 1 + rnd.IntN(2) {
		p.Teams = append(p.Teams, grid.Team{Most: int32(rnd.IntN(2)) * (perDay - 1)})
	}
	for range 2 + rnd.IntN(2) {
		p.People = append(p.People, grid.Person{Most: int32(rnd.IntN(2)) * (perDay - 1)})
	}
	for range 2 {
		p.Places = append(p.Places, grid.Place{Site: int32(rnd.IntN(2)), Room: int32(rnd.IntN(2) * 10)})
	}
	p.Pools = []grid.Pool{{Count: 3}}
	switch rnd.IntN(4) {
	case 0:
		p.Travel = [][]int32{{0, 2}, {3, 0}}
	case 1:
		p.PersonRest = 96 - perDay*4 + 4
	case 2:
		p.TeamGap = [][]int32{{0, 4}, {0, 0}}
		p.PlaceGap = [][]int32{{0, 0}, {4, 0}}
	}
	for range 4 + rnd.IntN(2) {
		b := grid.Block{Size: 6, Class: int32(rnd.IntN(2)), Home: grid.Choice{Start: -1, Place: -1}, Wish: -1}
		b.Teams = []int32{int32(rnd.IntN(len(p.Teams)))}
		for range 1 + rnd.IntN(5)/4 {
			m := grid.Mode{Len: int32(1 + rnd.IntN(2)), Starts: grid.NewBits(n)}
			for s := range n {
				if rnd.IntN(5) > 0 {
					m.Starts.Set(int32(s))
				}
			}
			m.Places = some(rnd, len(p.Places), 0)
			if from := some(rnd, len(p.People), 1); rnd.IntN(4) > 0 {
				m.Needs = []grid.Need{{Count: int32(1 + rnd.IntN(len(from))), From: from, Teaches: true}}
			}
			if rnd.IntN(3) == 0 {
				m.Uses = []grid.Use{{Pool: 0, Count: int32(1 + rnd.IntN(3))}}
			}
			b.Modes = append(b.Modes, m)
		}
		p.Blocks = append(p.Blocks, b)
	}
	for range rnd.IntN(4) {
		a, b := int32(rnd.IntN(len(p.Blocks))), int32(rnd.IntN(len(p.Blocks)))
		if a != b {
			p.Orders = append(p.Orders, grid.Order{A: a, B: b, Least: int32(rnd.IntN(3)) - 1, Apart: int32(rnd.IntN(2)), Most: int32(rnd.IntN(4)) - 1})
		}
	}
	return p
}

// some is a set of those below n, at least so many.
func some(rnd *rand.Rand, n, least int) []int32 {
	all := rnd.Perm(n)[:least+rnd.IntN(n-least+1)]
	var set []int32
	for _, i := range all {
		set = append(set, int32(i))
	}
	slices.Sort(set)
	return set
}

// An exhaust looks at all plans of a problem in which no more than so many
// blocks begin at another time than in old.
type exhaust struct {
	p    *grid.Problem
	old  grid.Plan
	plan grid.Plan
}

func (e *exhaust) complete(b int, moves int) bool {
	if b == len(e.p.Blocks) {
		return true
	}
	block := &e.p.Blocks[b]
	for i := range block.Modes {
		for s := range int32(len(e.p.Day)) {
			left := moves
			if e.old != nil && e.old[b].Start != s {
				left--
			}
			if left < 0 || block.Lock != grid.Free && s != block.Home.Start || !block.Modes[i].Starts.Has(s) {
				continue
			}
			places := block.Modes[i].Places
			if len(places) == 0 {
				places = []int32{-1}
			}
			for _, place := range places {
				for crew := range crews(&block.Modes[i]) {
					choice := grid.Choice{Start: s, Mode: int32(i), Place: place, People: crew}
					if block.Lock != grid.Free && (choice.Mode != block.Home.Mode || place != block.Home.Place) ||
						block.Lock == grid.Frozen && !slices.Equal(crew, block.Home.People) {
						continue
					}
					e.plan[b] = choice
					if e.sound(b) && e.complete(b+1, left) {
						return true
					}
				}
			}
		}
	}
	e.plan[b] = grid.Choice{Start: -1, Place: -1}
	return false
}

// sound judges the blocks up to b.
func (e *exhaust) sound(b int) bool {
	part := slices.Clone(e.plan)
	for i := b + 1; i < len(part); i++ {
		part[i] = grid.Choice{Start: -1, Place: -1}
	}
	return !slices.ContainsFunc(gridtest.Check(e.p, part), func(f grid.Fault) bool { return f.Breach != grid.Unplaced })
}

// crews yields all crews of a mode with one need.
func crews(m *grid.Mode) func(func([]int32) bool) {
	return func(yield func([]int32) bool) {
		if len(m.Needs) == 0 {
			yield(nil)
			return
		}
		n := m.Needs[0]
		for set := range 1 << len(n.From) {
			var crew []int32
			for i, q := range n.From {
				if set>>i&1 != 0 {
					crew = append(crew, q)
				}
			}
			if int32(len(crew)) == n.Count && !yield(crew) {
				return
			}
		}
	}
}

// disturb makes something of a problem impossible that the plan has.
func disturb(rnd *rand.Rand, p *grid.Problem, plan grid.Plan) *grid.Problem {
	q := *p
	q.People, q.Places, q.Blocks = slices.Clone(p.People), slices.Clone(p.Places), slices.Clone(p.Blocks)
	b := rnd.IntN(len(plan))
	without := func() grid.Bits {
		bits := grid.NewBits(len(p.Day))
		for s := range p.Day {
			if p.Day[s] != p.Day[plan[b].Start] {
				bits.Set(int32(s))
			}
		}
		return bits
	}
	if rnd.IntN(3) == 0 {
		c := rnd.IntN(len(plan))
		q.Blocks[c].Lock, q.Blocks[c].Home = grid.Lock(1+rnd.IntN(2)), plan[c]
	}
	switch kind := rnd.IntN(4); {
	case kind <= 1 && len(plan[b].People) > 0:
		q.People[plan[b].People[0]].Free = without()
	case kind == 2 && plan[b].Place >= 0:
		q.Places[plan[b].Place].Open = without()
	case q.Blocks[b].Lock == grid.Free:
		modes := slices.Clone(p.Blocks[b].Modes)
		for i := range modes {
			modes[i].Starts = slices.Clone(modes[i].Starts)
			modes[i].Starts.Clear(plan[b].Start)
		}
		q.Blocks[b].Modes = modes
	}
	return &q
}

func TestRepairMovesTheFewest(t *testing.T) {
	problems := 130
	if testing.Short() {
		problems = 30
	}
	var complete, none, unproved int
	for seed := range uint64(problems) {
		rnd := rand.New(rand.NewPCG(seed, 11))
		p := tiny(rnd)
		e := exhaust{p: p, plan: make(grid.Plan, len(p.Blocks))}
		if !e.complete(0, 0) {
			continue
		}
		old := slices.Clone(e.plan)
		q := disturb(rnd, p, old)
		if slices.ContainsFunc(gridtest.Check(q, old), func(f grid.Fault) bool {
			lock := q.Blocks[f.A].Lock
			return f.B < 0 && (lock == grid.Frozen || lock == grid.Held && f.Breach != grid.Away)
		}) {
			continue // a block that is locked is hit, and stands
		}
		g, err := grid.New(q)
		if err != nil {
			t.Fatal(err)
		}
		got := g.Repair(context.Background(), old, 1, nil)[0]
		least := -1
		for k := 0; k <= len(old) && least < 0; k++ {
			if e := (exhaust{p: q, old: old, plan: make(grid.Plan, len(old))}); e.complete(0, k) {
				least = k
			}
		}
		switch {
		case least < 0:
			none++
			if got.Kind != grid.Part {
				t.Fatalf("seed %d: %+v, and there is no complete plan", seed, got)
			}
		case got.Kind == grid.Part:
			t.Fatalf("seed %d: only a part, and %d moves would do: %+v", seed, least, got)
		case got.Moved < least || got.Proved && got.Moved > least || got.Moved > least+1 || got.AtLeast > least:
			t.Fatalf("seed %d: %d moved, at least %d, proved %t; in truth %d", seed, got.Moved, got.AtLeast, got.Proved, least)
		default:
			complete++
			if faults := gridtest.Check(q, got.Plan); len(faults) > 0 {
				t.Fatalf("seed %d: faults %+v", seed, faults)
			}
		}
		if !got.Proved {
			unproved++
		}
	}
	t.Logf("%d mended, %d impossible, %d not proved", complete, none, unproved)
	if unproved > 0 || complete < problems/3 || none == 0 {
		t.Errorf("%d mended, %d impossible, %d not proved", complete, none, unproved)
	}
}

// absent is a course with a plan, and the same course with somebody away for a
// day, or a place shut.
func absent(seed uint64) (p *grid.Problem, plan grid.Plan) {
	rnd := rand.New(rand.NewPCG(seed, 5))
	p, plan = gridtest.Random(rnd, gridtest.Shape{Squads: 2 + int(seed)%3, Days: 3 + int(seed)%4, Quarter: seed%4 == 3})
	for b := range p.Blocks {
		if rnd.IntN(8) == 0 {
			p.Blocks[b].Lock, p.Blocks[b].Home = grid.Lock(1+rnd.IntN(2)), plan[b]
		}
	}
	bits := grid.NewBits(len(p.Day))
	day := p.Day[rnd.IntN(len(p.Day))]
	for s := range p.Day {
		if p.Day[s] != day {
			bits.Set(int32(s))
		}
	}
	if seed%3 == 0 {
		p.Places[rnd.IntN(len(p.Places))].Open = bits
	} else {
		p.People[rnd.IntN(len(p.People))].Free = bits
	}
	return p, plan
}

func TestRepairOfCourses(t *testing.T) {
	kinds := map[grid.Mend]int{}
	for seed := range uint64(18) {
		p, plan := absent(seed)
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		ways := g.Repair(context.Background(), plan, 3, nil)
		kinds[ways[0].Kind]++
		for i, m := range ways {
			judge(t, p, plan, m)
			if i > 0 && (m.Moved <= ways[i-1].Moved || m.Costs.Sum() >= ways[i-1].Costs.Sum()) {
				t.Errorf("seed %d: offer %d moves %d for %d, the one before %d for %d", seed, i,
					m.Moved, m.Costs.Sum(), ways[i-1].Moved, ways[i-1].Costs.Sum())
			}
		}
		if seed < 3 && !reflect.DeepEqual(ways, g.Repair(context.Background(), plan, 3, nil)) {
			t.Errorf("seed %d: another answer to the same question", seed)
		}
	}
	t.Log(kinds)
	for _, kind := range []grid.Mend{grid.Sound, grid.Substitutes, grid.Elsewhere, grid.Fewest} {
		if kinds[kind] == 0 {
			t.Errorf("no repair of kind %d", kind)
		}
	}
}

// judge holds what a repair says of its plan against the plan.
func judge(t *testing.T, p *grid.Problem, old grid.Plan, m grid.Mended) {
	t.Helper()
	stuck := map[grid.Fault]bool{} // what locked blocks break stands
	var moved, unplaced int
	for _, f := range gridtest.Check(p, old) {
		if p.Blocks[f.A].Lock != grid.Free && (f.B < 0 || p.Blocks[f.B].Lock != grid.Free) {
			stuck[f] = true
		}
	}
	for _, f := range gridtest.Check(p, m.Plan) {
		switch {
		case f.Breach == grid.Unplaced, f.Breach == grid.Nobody && p.Blocks[f.A].Lock == grid.Held:
			unplaced++
		case !stuck[f]:
			t.Errorf("a mended plan breaks %+v", f)
		}
	}
	for b := range old {
		if old[b].Start != m.Plan[b].Start && m.Plan[b].Start >= 0 {
			moved++
		}
		lock, was, now := p.Blocks[b].Lock, old[b], m.Plan[b]
		if lock != grid.Free && (was.Start != now.Start || was.Place != now.Place || was.Mode != now.Mode) ||
			lock == grid.Frozen && !slices.Equal(was.People, now.People) {
			t.Errorf("block %d is locked and was %+v, and is %+v", b, was, now)
		}
	}
	if moved != m.Moved || unplaced != m.Unplaced || (unplaced > 0) != (m.Kind == grid.Part) {
		t.Errorf("kind %d says %d moved and %d unplaced; %d and %d are", m.Kind, m.Moved, m.Unplaced, moved, unplaced)
	}
	if m.Kind <= grid.Elsewhere && m.Moved > 0 || m.Proved && m.Kind != grid.Part && m.AtLeast != m.Moved {
		t.Errorf("kind %d, %d moved, at least %d, proved %t", m.Kind, m.Moved, m.AtLeast, m.Proved)
	}
	if got, want := m.Costs, gridtest.Cost(p, m.Plan); got != want {
		t.Errorf("costs %v, want %v", got, want)
	}
}

func TestRepairHasAnAnswerWhenThereIsNoTime(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for seed := range uint64(12) {
		p, plan := absent(seed)
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		var shown []grid.Mended
		ways := g.Repair(ctx, plan, 1, func(m grid.Mended) { shown = append(shown, m) })
		if len(ways) == 0 || len(shown) == 0 {
			t.Fatalf("seed %d: %d ways, %d shown", seed, len(ways), len(shown))
		}
		judge(t, p, plan, ways[0])
	}
}

func BenchmarkRepair(b *testing.B) {
	p, plan := absent(1)
	g, err := grid.New(p)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		g.Repair(context.Background(), plan, 1, nil)
	}
}
