package gridtest

import (
	"testing"

	"muster/model/planner/grid"
)

func TestCostCounts(t *testing.T) {
	cases := []struct {
		of   grid.Criterion
		do   func(p *grid.Problem, plan grid.Plan)
		want int64
	}{
		{grid.Gaps, func(_ *grid.Problem, plan grid.Plan) { plan[1].Start = 3 }, 1},
		{grid.Gaps, func(p *grid.Problem, plan grid.Plan) {
			plan[1].Start = 3
			for s := 3; s < 5; s++ {
				p.Clock[s]++ // the day is broken there
			}
		}, 0},
		{grid.Moves, func(_ *grid.Problem, plan grid.Plan) { plan[1].Place = 1 }, 1},
		{grid.Moves, func(_ *grid.Problem, plan grid.Plan) { plan[1].Start, plan[1].Place = 3, 1 }, 0},
		{grid.Balance, func(*grid.Problem, grid.Plan) {}, 2},
		{grid.Spread, func(p *grid.Problem, _ grid.Plan) { p.Blocks[0].Kind, p.Blocks[1].Kind = 3, 3 }, 1},
		{grid.Fair, func(*grid.Problem, grid.Plan) {}, 2},
		{grid.Close, func(p *grid.Problem, plan grid.Plan) {
			p.Blocks[0].Home, p.Blocks[1].Home = grid.Choice{Start: 1}, grid.Choice{Start: 2, People: []int32{1}}
		}, 3},
		{grid.Usual, func(p *grid.Problem, _ grid.Plan) { p.Blocks[0].Wish = 7 }, 1},
		{grid.Lunch, func(p *grid.Problem, _ grid.Plan) {
			p.Soft.LunchNeed, p.Soft.LunchFrom, p.Soft.LunchUntil = 4, 9*hour, 12*hour+3
		}, 1},
		{grid.Rest, func(p *grid.Problem, plan grid.Plan) { plan[1].Start, p.Soft.TeamRest, p.Soft.PersonRest = 5, 100, 50 }, 1},
		{grid.Long, func(p *grid.Problem, _ grid.Plan) { p.Soft.TeamMost, p.Soft.PersonMost = 3, 2 }, 3},
		{grid.Late, func(p *grid.Problem, plan grid.Plan) {
			plan[1].Start, p.Blocks[1].Live, p.Soft.LateFrom, p.Soft.LateUntil = 5, true, 9*hour, 9*hour
		}, 1},
		{grid.Ordering, func(p *grid.Problem, _ grid.Plan) {
			p.Orders = []grid.Order{{A: 1, B: 0, Least: 0, Most: -1, Soft: true}, {A: 1, B: 0, Least: 0, Most: -1}}
		}, 1},
		{grid.Between, func(p *grid.Problem, _ grid.Plan) {
			p.Soft.TeamGap, p.Soft.PlaceGap = [][]int32{{2}}, [][]int32{{1}}
		}, 2},
		{grid.Modes, func(p *grid.Problem, _ grid.Plan) { p.Blocks[0].Modes[0].Cost = 5 }, 10},
	}
	for _, c := range cases {
		p, plan := pair()
		p.Soft.Weight[c.of] = 3
		p.Blocks[1].Modes = p.Blocks[0].Modes
		all := grid.NewBits(len(p.Day))
		for s := range p.Day {
			all.Set(int32(s))
		}
		p.Blocks[0].Modes[0].Starts = all
		c.do(p, plan)
		got := Cost(p, plan)
		if got[c.of] != 3*c.want || got.Sum() != 3*c.want {
			t.Errorf("criterion %d: %v, want %d", c.of, got, 3*c.want)
		}
	}
}
