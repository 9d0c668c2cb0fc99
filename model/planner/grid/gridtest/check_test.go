package gridtest

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
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

func TestCohortsHaveThePlansOfOne(t *testing.T) {
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

// open reads a file of testdata.
func open[T any](t *testing.T, name string, read func(*os.File) (T, error)) T {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	it, err := read(f)
	if err != nil {
		t.Fatal(err)
	}
	return it
}

// small is the course of testdata and a plan of it.
func small(t *testing.T, free bool) (*grid.Problem, Names, grid.Plan) {
	t.Helper()
	var names Names
	p := open(t, "small.json", func(f *os.File) (p *grid.Problem, err error) {
		p, names, err = Course(f, free)
		return p, err
	})
	fixed := open(t, "small.json", func(f *os.File) (*grid.Problem, error) {
		p, _, err := Course(f, false)
		return p, err
	})
	plan := open(t, "small-plan.txt", func(f *os.File) (grid.Plan, error) { return Solution(f, fixed, names) })
	return p, names, plan
}

func TestCourse(t *testing.T) {
	for _, free := range []bool{false, true} {
		p, names, plan := small(t, free)
		if faults := Check(p, plan); len(faults) > 0 {
			t.Errorf("free %t: %+v", free, faults)
		}
		if len(names.Blocks) != len(p.Blocks) || len(names.Pools) != 1 || p.TeamRest != 12*hour {
			t.Errorf("%d blocks, %d names, %d pools, rest %d", len(p.Blocks), len(names.Blocks), len(names.Pools), p.TeamRest)
		}
		q := open(t, "small.json", func(f *os.File) (*grid.Problem, error) {
			q, _, err := CourseQuarters(f, free)
			return q, err
		})
		later := slices.Clone(plan)
		for b := range later {
			later[b].Start = quarter(&file{PerDay: 10}, plan[b].Start)
		}
		if faults := Check(q, later); len(faults) > 0 {
			t.Errorf("quarters, free %t: %+v", free, faults)
		}
	}
}

func TestCourseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":           ``,
		"not a course":      `[]`,
		"an unknown field":  `{"days":1,"slots_per_day":10,"weather":1}`,
		"no days":           `{"days":0,"slots_per_day":10}`,
		"two values":        `{"days":1,"slots_per_day":10}{}`,
		"an unknown squad":  `{"days":1,"slots_per_day":10,"rooms":{"R":9},"acts":[{"id":0,"squads":["Z"],"dur":1,"rooms":["R"],"kind":"J","starts":[0]}]}`,
		"a start too late":  `{"days":1,"slots_per_day":10,"squads":["A"],"rooms":{"R":9},"acts":[{"id":0,"squads":["A"],"dur":1,"rooms":["R"],"kind":"J","starts":[10]}]}`,
		"no room":           `{"days":1,"slots_per_day":10,"squads":["A"],"size":{"A":9},"rooms":{"R":8},"acts":[{"id":0,"squads":["A"],"dur":1,"rooms":["R"],"kind":"J","starts":[0]}]}`,
		"an order of none":  `{"days":1,"slots_per_day":10,"prec":[[0,1]]}`,
		"somebody unknown":  `{"days":1,"slots_per_day":10,"instructor_unavailable":{"T":[1]}}`,
		"an early evening":  `{"days":1,"slots_per_day":10,"squads":["A"],"rooms":{"R":9},"acts":[{"id":0,"squads":["A"],"dur":1,"rooms":["R"],"kind":"J","starts":[8]}]}`,
		"a wrong number":    `{"days":1,"slots_per_day":10,"acts":[{"id":3}]}`,
		"too few are fixed": `{"days":1,"slots_per_day":10,"squads":["A"],"rooms":{"R":9},"acts":[{"id":0,"squads":["A"],"dur":1,"need":1,"rooms":["R"],"kind":"J","starts":[0]}]}`,
	} {
		if _, _, err := Course(strings.NewReader(text), true); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func is(breach grid.Breach, a, b, of, slot int32) grid.Fault {
	return grid.Fault{Breach: breach, A: a, B: b, Of: of, Slot: slot}
}

// pair is two blocks of a squad, of two slots each, with two people and two
// places, on two days of five hours; nothing forbids anything.
func pair() (*grid.Problem, grid.Plan) {
	p := &grid.Problem{Tick: 4, Teams: []grid.Team{{}, {}}, People: []grid.Person{{}, {}}, Places: []grid.Place{{}, {Site: 1}}, Pools: []grid.Pool{{Count: 2}}}
	for d := range int32(2) {
		for s := range int32(5) {
			p.Day = append(p.Day, d)
			p.Clock = append(p.Clock, d*aDay+dayBegins+s*hour)
		}
	}
	for range 2 {
		p.Blocks = append(p.Blocks, grid.Block{
			Teams: []int32{0}, Size: 5, Home: grid.Choice{Start: -1, Place: -1}, Wish: -1,
			Modes: []grid.Mode{{Len: 2, Places: []int32{0, 1}, Needs: []grid.Need{{Count: 1, From: []int32{0, 1}, Teaches: true}}, Uses: []grid.Use{{Pool: 0, Count: 1}}}},
		})
	}
	return p, grid.Plan{{Start: 0, Place: 0, People: []int32{0}}, {Start: 2, Place: 0, People: []int32{0}}}
}

func TestCheckNamesWhatIsBroken(t *testing.T) {
	var none grid.Bits = make([]uint64, 1)
	cases := []struct {
		name string
		do   func(p *grid.Problem, plan grid.Plan)
		want []grid.Fault
	}{
		{"nothing", func(*grid.Problem, grid.Plan) {}, nil},
		{"not placed", func(_ *grid.Problem, plan grid.Plan) { plan[1].Start = -1 }, []grid.Fault{is(grid.Unplaced, 1, -1, -1, -1)}},
		{"locked nowhere", func(p *grid.Problem, plan grid.Plan) { plan[1].Start, p.Blocks[1].Lock = -1, grid.Held }, nil},
		{"barred", func(p *grid.Problem, _ grid.Plan) { p.Blocks[0].Modes[0].Starts = none }, []grid.Fault{is(grid.Barred, 0, -1, -1, 0)}},
		{"over the end of a day", func(_ *grid.Problem, plan grid.Plan) { plan[1].Start = 4 }, []grid.Fault{is(grid.Barred, 1, -1, -1, 4)}},
		{"all at once", func(_ *grid.Problem, plan grid.Plan) { plan[1].Start = 1 }, []grid.Fault{
			is(grid.TeamTwice, 0, 1, 0, 1), is(grid.PersonTwice, 0, 1, 0, 1), is(grid.PlaceTwice, 0, 1, 0, 1),
		}},
		{"a full place", func(p *grid.Problem, plan grid.Plan) {
			plan[1], p.Blocks[1].Teams, p.Places[0].Room = grid.Choice{Start: 1, Place: 0, People: []int32{1}}, []int32{1}, 9
		}, []grid.Fault{is(grid.PlaceFull, 0, -1, 0, 1)}},
		{"shut", func(p *grid.Problem, _ grid.Plan) { p.Places[0].Open = grid.Bits{0b1111111011} }, []grid.Fault{is(grid.Shut, 1, -1, 0, 2)}},
		{"another place", func(p *grid.Problem, _ grid.Plan) { p.Blocks[1].Modes[0].Places = []int32{1} }, []grid.Fault{is(grid.WrongPlace, 1, -1, 0, 2)}},
		{"away", func(p *grid.Problem, _ grid.Plan) { p.People[0].Free = grid.Bits{0b1111110111} }, []grid.Fault{is(grid.Away, 1, -1, 0, 2)}},
		{"not qualified then", func(p *grid.Problem, _ grid.Plan) {
			p.Blocks[1].Modes[0].Needs[0].Days = []grid.Bits{{0b0111}, {0b1111}}
		}, []grid.Fault{is(grid.WrongPerson, 1, -1, 0, 2)}},
		{"nobody", func(_ *grid.Problem, plan grid.Plan) { plan[0].People = nil }, []grid.Fault{is(grid.Nobody, 0, -1, 0, 0)}},
		{"a pool", func(p *grid.Problem, _ grid.Plan) {
			p.Pools[0].Out = []int32{0, 2, 0, 2, 0, 0, 0, 0, 0, 0}
		}, []grid.Fault{is(grid.PoolShort, 0, -1, 0, 1), is(grid.PoolShort, 1, -1, 0, 3)}},
		{"order", func(p *grid.Problem, _ grid.Plan) {
			p.Orders = []grid.Order{{A: 1, B: 0, Least: 0, Most: -1}, {A: 0, B: 1, Least: -1, Apart: 1, Most: -1}, {A: 0, B: 1, Least: 1, Most: -1, Soft: true}}
		}, []grid.Fault{is(grid.Disorder, 0, 1, 1, 2), is(grid.Disorder, 1, 0, 0, 2)}},
		{"too far apart", func(p *grid.Problem, plan grid.Plan) {
			plan[1].Start, p.Orders = 5, []grid.Order{{A: 1, B: 0, Least: -1, Most: 0}}
		}, []grid.Fault{is(grid.Disorder, 1, 0, 0, 5)}},
		{"rest", func(p *grid.Problem, plan grid.Plan) {
			plan[0].Start, plan[1].Start, p.TeamRest, p.PersonRest = 3, 5, 77, 76
		}, []grid.Fault{is(grid.NoRest, 0, 1, 0, 5)}},
		{"rest around free time", func(p *grid.Problem, plan grid.Plan) {
			plan[0].Start, plan[1].Start, p.TeamRest, p.Blocks[0].Idle = 3, 5, 90, true
		}, nil},
		{"long days", func(p *grid.Problem, _ grid.Plan) { p.Teams[0].Most, p.People[0].Most = 3, 3 }, []grid.Fault{
			is(grid.TooLong, 0, -1, 0, 0), is(grid.PersonTooLong, 0, -1, 0, 0),
		}},
		{"gaps", func(p *grid.Problem, _ grid.Plan) {
			p.Blocks[1].Class, p.TeamGap, p.PlaceGap = 1, [][]int32{{0, 1}, {0, 0}}, [][]int32{{0, 2}, {0, 0}}
		}, []grid.Fault{is(grid.TooClose, 0, 1, 0, 2), is(grid.PlaceTooClose, 0, 1, 0, 2)}},
		{"travel", func(p *grid.Problem, plan grid.Plan) { plan[1].Place, p.Travel = 1, [][]int32{{0, 1}, {0, 0}} }, []grid.Fault{
			is(grid.NoTravel, 0, 1, 0, 2), is(grid.PersonNoTravel, 0, 1, 0, 2),
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, plan := pair()
			p.Blocks[1].Modes = slices.Clone(p.Blocks[1].Modes)
			p.Blocks[1].Modes[0].Needs = slices.Clone(p.Blocks[1].Modes[0].Needs)
			for b := range p.Blocks {
				if all := grid.NewBits(len(p.Day)); p.Blocks[b].Modes[0].Starts == nil {
					for s := range p.Day {
						all.Set(int32(s))
					}
					p.Blocks[b].Modes[0].Starts = all
				}
			}
			c.do(p, plan)
			if got := Check(p, plan); !slices.Equal(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
