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

// patient ends a search after so many looks at it, whatever the clock says.
type patient struct {
	context.Context
	looks *int
}

func within(looks int) patient { return patient{context.Background(), &looks} }

func (p patient) Err() error {
	if *p.looks--; *p.looks < 0 {
		return context.Canceled
	}
	return nil
}

// locked holds or freezes some blocks where a plan has them.
func locked(rnd *rand.Rand, p *grid.Problem, plan grid.Plan) {
	for b := range p.Blocks {
		p.Blocks[b].Home = plan[b]
		if rnd.IntN(6) == 0 {
			p.Blocks[b].Lock = grid.Lock(1 + rnd.IntN(2))
		}
	}
}

// stands says whether locked blocks are where they were.
func stands(t *testing.T, p *grid.Problem, plan grid.Plan) {
	t.Helper()
	for b := range p.Blocks {
		k := &p.Blocks[b]
		moved := plan[b].Start != k.Home.Start || plan[b].Mode != k.Home.Mode || plan[b].Place != k.Home.Place
		if k.Lock != grid.Free && moved || k.Lock == grid.Frozen && !slices.Equal(plan[b].People, k.Home.People) {
			t.Errorf("block %d is locked at %+v and went to %+v", b, k.Home, plan[b])
		}
	}
}

// TestPlansAreSound: what Make and Improve return breaks nothing, and what is
// unplaced is told.
func TestPlansAreSound(t *testing.T) {
	complete := 0
	for seed := range uint64(30) {
		rnd, p, hidden := shapes(seed)
		if seed%2 == 1 {
			locked(rnd, p, hidden)
		}
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		plan, stats := g.Make(within(400), int64(seed), nil, nil)
		if f := gridtest.Check(p, plan); len(f) != stats.Unplaced || stats.Complete != (stats.Unplaced == 0) {
			t.Fatalf("problem %d: %+v, but the checker finds %v", seed, stats, f)
		}
		if stats.Complete {
			complete++
		}
		stands(t, p, plan)
		was := gridtest.Cost(p, plan)
		better, after := g.Improve(context.Background(), int64(seed), plan, 3000, nil)
		if f := gridtest.Check(p, better); len(f) != after.Unplaced || after.Unplaced != stats.Unplaced {
			t.Fatalf("problem %d: bettered, the checker finds %v", seed, f)
		}
		stands(t, p, better)
		if now := gridtest.Cost(p, better); now.Sum() > was.Sum() {
			t.Errorf("problem %d: cost %d after %d", seed, now.Sum(), was.Sum())
		}
	}
	if complete < 25 {
		t.Errorf("only %d of 30 courses were planned", complete)
	}
}

func TestTheSameSeedFindsTheSamePlan(t *testing.T) {
	_, p, _ := shapes(2)
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	made := func() grid.Plan {
		plan, _ := g.Make(context.Background(), 5, nil, nil)
		plan, _ = g.Improve(context.Background(), 6, plan, 5000, nil)
		return plan
	}
	if a, b := made(), made(); !reflect.DeepEqual(a, b) {
		t.Error("two plans of one seed differ")
	}
}

// TestEachShownIsBetter: what is shown leaves fewer unplaced, or costs less, and
// is sound.
func TestEachShownIsBetter(t *testing.T) {
	_, p, _ := shapes(6)
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	least := len(p.Blocks) + 1
	plan, _ := g.Make(context.Background(), 1, nil, func(plan grid.Plan, costs grid.Costs) {
		f := gridtest.Check(p, plan)
		if len(f) >= least || costs != gridtest.Cost(p, plan) {
			t.Errorf("shown with %d faults after %d", len(f), least)
		}
		least = len(f)
	})
	cost := int64(1 << 60)
	best, _ := g.Improve(context.Background(), 1, plan, 20_000, func(plan grid.Plan, costs grid.Costs) {
		if costs.Sum() >= cost || costs != gridtest.Cost(p, plan) || len(gridtest.Check(p, plan)) > 0 {
			t.Errorf("shown with cost %d after %d", costs.Sum(), cost)
		}
		cost = costs.Sum()
	})
	if last := gridtest.Cost(p, best); cost != 1<<60 && last.Sum() != cost {
		t.Errorf("returned with cost %d, last shown with %d", last.Sum(), cost)
	}
}

// TestMakeKeepsWhatStands: from a plan with some blocks lifted, those that stand
// and are in nobody's way stay.
func TestMakeKeepsWhatStands(t *testing.T) {
	_, p, hidden := shapes(1)
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	start := slices.Clone(hidden)
	start[0].Start = -1
	plan, stats := g.Make(context.Background(), 1, start, nil)
	if !stats.Complete {
		t.Fatal("no plan")
	}
	moved := 0
	for b := range plan {
		if plan[b].Start != hidden[b].Start {
			moved++
		}
	}
	if moved > len(plan)/4 {
		t.Errorf("%d of %d blocks moved", moved, len(plan))
	}
}

// TestAsMuchAsCanBe: two blocks for one slot leave one unplaced, and the search
// ends with its context.
func TestAsMuchAsCanBe(t *testing.T) {
	p := &grid.Problem{
		Day: []int32{0}, Clock: []int32{32}, Tick: 4, Teams: []grid.Team{{}},
		Blocks: []grid.Block{
			{Teams: []int32{0}, Wish: -1, Home: grid.Choice{Start: -1}, Modes: []grid.Mode{{Len: 1}}},
			{Teams: []int32{0}, Wish: -1, Home: grid.Choice{Start: -1}, Modes: []grid.Mode{{Len: 1}}},
		},
	}
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, stats := g.Make(within(5), 1, nil, nil); stats.Unplaced != 1 || stats.Complete {
		t.Errorf("%+v", stats)
	}
}

// TestNoStartAtAll: a block that can begin nowhere does not keep the search from
// ending when the others are placed.
func TestNoStartAtAll(t *testing.T) {
	_, p, _ := shapes(2)
	for i := range p.Blocks[0].Modes {
		p.Blocks[0].Modes[i].Starts = grid.NewBits(len(p.Day))
	}
	p.Orders = nil
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, stats := g.Make(context.Background(), 1, nil, nil); stats.Unplaced != 1 || stats.Complete {
		t.Errorf("%+v", stats)
	}
}
