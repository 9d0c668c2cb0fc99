package proof_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
	"muster/model/planner/proof"
)

// weakened is a course of which somebody is away for all but a day.
func weakened(seed uint64) *grid.Problem {
	rnd := rand.New(rand.NewPCG(seed, 2))
	p, _ := gridtest.Random(rnd, gridtest.Shape{Squads: 2, Days: 3, Full: 0.8})
	free := grid.NewBits(len(p.Day))
	for s, d := range p.Day {
		if d == int32(seed%3) {
			free.Set(int32(s))
		}
	}
	p.People[rnd.IntN(len(p.People))].Free = free
	return p
}

// An impossible course is told in few lines, each needed, and what helps has a
// plan that breaks nothing.
func TestCourses(t *testing.T) {
	var none, works, some int
	for seed := range uint64(8) {
		p := weakened(seed)
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		a := proof.Explain(ctx, g, proof.Options{Seed: 1})
		switch a.Verdict {
		case proof.Possible:
			some++
			if f := gridtest.Check(p, a.Plan); len(f) > 0 {
				t.Errorf("seed %d: the plan breaks %v", seed, f[0])
			}
		case proof.Impossible:
			none++
			if len(a.Lines) == 0 || a.Minimal && len(a.Lines) > 7 {
				t.Errorf("seed %d: %d lines", seed, len(a.Lines))
			}
			if v, _ := proof.Hold(ctx, g, a.Lines); v == proof.Possible {
				t.Errorf("seed %d: the lines can hold together", seed)
			}
			for i := range a.Lines {
				if v, _ := proof.Hold(ctx, g, slices.Delete(slices.Clone(a.Lines), i, i+1)); a.Minimal && v == proof.Impossible {
					t.Errorf("seed %d: line %d is not needed", seed, i)
				}
			}
			for _, l := range a.Loosen {
				if l.Works {
					works++
					if f := gridtest.Check(l.Problem, l.Plan); len(f) > 0 {
						t.Errorf("seed %d: with %d of line %d the plan breaks %v", seed, l.Ease, l.Line, f[0])
					}
				}
			}
		}
		cancel()
	}
	t.Logf("%d possible, %d not, %d loosenings work", some, none, works)
	if none < 3 || works < none {
		t.Errorf("%d possible, %d not, %d loosenings work: the test shows too little", some, none, works)
	}
}

// Somebody is asked for five hours in the three that are left: it is counted,
// and told with the numbers.
func TestCount(t *testing.T) {
	p := &grid.Problem{Tick: 4, Teams: []grid.Team{{}, {}}, People: make([]grid.Person, 2)}
	for d := range int32(2) {
		for h := range int32(4) {
			p.Day = append(p.Day, d)
			p.Clock = append(p.Clock, d*96+32+4*h)
		}
	}
	all, free := grid.NewBits(8), grid.NewBits(8)
	for s := range int32(8) {
		all.Set(s)
		if s != 1 && s < 5 {
			free.Set(s)
		}
	}
	p.People[0].Free = free // hours 0, 2, 3 of the first day and 0 of the second
	for i := range int32(5) {
		need := grid.Need{Count: 1, From: []int32{0}}
		p.Blocks = append(p.Blocks, grid.Block{Teams: []int32{i % 2}, Wish: -1, Home: grid.Choice{Start: -1, Place: -1}, Modes: []grid.Mode{{Len: 1, Starts: all, Needs: []grid.Need{need}}}})
	}
	p.Orders = []grid.Order{{A: 0, B: 1, Least: 0, Most: -1}}
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	a := proof.Explain(context.Background(), g, proof.Options{})
	if a.Verdict != proof.Impossible || !a.Minimal || !a.Tally.Counted || len(a.Lines) != 2 {
		t.Fatalf("%+v", a)
	}
	once, away := a.Lines[0], a.Lines[1]
	if once.Kind != proof.PersonOnce || once.Count == nil || once.Count.Asked != 5 || once.Count.Have != 4 || once.Count.Each != 1 {
		t.Errorf("%+v, %+v", once, once.Count)
	}
	if away.Kind != proof.PersonAway || !slices.Equal(away.People, []int32{0}) || !slices.Equal(away.Days, []int32{0, 1}) {
		t.Errorf("%+v", away)
	}
	want := map[proof.Ease]bool{proof.OneMore: true, proof.Present: true}
	for _, l := range a.Loosen {
		if l.Works && want[l.Ease] {
			delete(want, l.Ease)
		}
	}
	if len(want) > 0 {
		t.Errorf("not shown to work: %v; %+v", want, a.Loosen)
	}
}

// With no time at all nothing is claimed.
func TestNoTime(t *testing.T) {
	p, _ := gridtest.Random(rand.New(rand.NewPCG(1, 1)), gridtest.Shape{Squads: 4, Days: 6})
	g, err := grid.New(p)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if a := proof.Explain(ctx, g, proof.Options{}); a.Verdict == proof.Impossible {
		t.Errorf("%+v", a)
	}
}
