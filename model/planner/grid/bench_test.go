package grid_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// course is what the benchmarks run on: four squads, ten days, 90 % full.
func course(b *testing.B, shape gridtest.Shape) (*grid.Problem, grid.Plan, *grid.Grid) {
	b.Helper()
	shape.Squads, shape.Days, shape.Full = 4, 10, 0.9
	p, plan := gridtest.Random(rand.New(rand.NewPCG(3, 5)), shape)
	g, err := grid.New(p)
	if err != nil {
		b.Fatal(err)
	}
	return p, plan, g
}

func BenchmarkNew(b *testing.B) {
	p, _, _ := course(b, gridtest.Shape{})
	for b.Loop() {
		if _, err := grid.New(p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMake(b *testing.B) {
	for _, of := range []struct {
		name  string
		shape gridtest.Shape
	}{{"hours", gridtest.Shape{}}, {"quarters", gridtest.Shape{Quarter: true}}, {"cohorts", gridtest.Shape{Cohorts: 3}}} {
		b.Run(of.name, func(b *testing.B) {
			_, _, g := course(b, of.shape)
			seed := int64(0)
			for b.Loop() {
				seed++
				g.Make(context.Background(), seed, nil, nil)
			}
		})
	}
}

func BenchmarkImprove(b *testing.B) {
	_, plan, g := course(b, gridtest.Shape{})
	for b.Loop() {
		g.Improve(context.Background(), 1, plan, 100_000, nil)
	}
}

// BenchmarkStarts is the starts of every block after an edit.
func BenchmarkStarts(b *testing.B) {
	p, plan, g := course(b, gridtest.Shape{})
	s := g.State(plan)
	set := grid.NewBits(len(p.Day))
	at := int32(0)
	for b.Loop() {
		at = (at + 1) % int32(len(p.Blocks))
		s.Lift(at)
		for o := range p.Blocks {
			s.StartsInto(int32(o), set)
		}
		s.Place(at, plan[at])
	}
}

func BenchmarkPlaceLift(b *testing.B) {
	_, plan, g := course(b, gridtest.Shape{})
	s := g.State(plan)
	at := 0
	for b.Loop() {
		at = (at + 1) % len(plan)
		s.Lift(int32(at))
		s.Place(int32(at), plan[at])
	}
}
