package gridtest

import (
	"math/rand/v2"
	"os"
	"testing"

	"muster/model/planner/grid"
)

func TestHiddenPlanIsSound(t *testing.T) {
	shapes := map[string]Shape{
		"hours":    {},
		"plain":    {Plain: true},
		"quarters": {Quarter: true, Squads: 3, Days: 5},
		"cohorts":  {Cohorts: 3, Squads: 2, Days: 5},
		"costs":    {Costs: true, Squads: 2, Days: 4},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(12) {
				p, plan := Random(rand.New(rand.NewPCG(seed, 7)), shape)
				if faults := Check(p, plan); len(faults) > 0 {
					t.Fatalf("seed %d, %d blocks: %d faults, first %+v", seed, len(p.Blocks), len(faults), faults[0])
				}
			}
		})
	}
}

func TestJoinedHiddenPlans(t *testing.T) {
	p, plan := Random(rand.New(rand.NewPCG(3, 1)), Shape{Squads: 2, Days: 4})
	all := Cohorts(p)
	people, places := int32(len(p.People)), int32(len(p.Places))
	perDay := int32(len(p.Day)) / 4
	var joined grid.Plan
	for k, shift := range []int32{0, 1, 2} {
		for _, choice := range plan {
			choice.Start += shift * perDay
			if choice.Place >= 0 {
				choice.Place += int32(k) * places
			}
			crew := make([]int32, len(choice.People))
			for i, who := range choice.People {
				crew[i] = who + int32(k)*people
			}
			choice.People = crew
			joined = append(joined, choice)
		}
	}
	if faults := Check(all, joined); len(faults) > 0 {
		t.Fatalf("%d faults, first %+v", len(faults), faults[0])
	}
}

// small opens the course of testdata.
func small(t *testing.T, free bool) (*grid.Problem, Names) {
	t.Helper()
	f, err := os.Open("testdata/small.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, names, err := Course(f, free)
	if err != nil {
		t.Fatal(err)
	}
	return p, names
}
