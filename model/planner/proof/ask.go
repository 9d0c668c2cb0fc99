package proof

import (
	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// ask looks for a plan that keeps the requirements of groups. conflicts bounds
// the work (0: not at all). The plan holds only the blocks in the puzzle; the
// core is the groups to blame.
func (z *puzzle) ask(groups []int32, conflicts int64, stop func() bool, by *index) (st sat.Status, plan grid.Plan, core []int32) {
	if z.cut {
		return sat.Unknown, nil, nil
	}
	var assume []sat.Lit
	assumed := map[sat.Lit]bool{}
	back := map[sat.Lit]int32{}
	for _, g := range groups {
		if l, ok := z.sels[g]; ok {
			assume = append(assume, l)
			assumed[l] = true
			back[l] = g
		}
	}
	until, rounds := z.s.Conflicts+conflicts, 0
	for {
		st = z.s.Solve(assume, conflicts, stop)
		switch st {
		case sat.Unsat:
			for _, l := range z.s.Core() {
				core = append(core, back[l])
			}
			return st, nil, core
		case sat.Unknown:
			return st, nil, nil
		}
		plan = z.plan()
		if !z.mend(plan, assumed, by) {
			return st, plan, nil
		}
		if rounds++; z.near != nil && rounds&(rounds-1) == 0 {
			if whole, ok := z.near(plan); ok {
				return sat.Sat, whole, nil
			}
		}
		if stop != nil && stop() {
			return sat.Unknown, nil, nil
		}
		if conflicts > 0 {
			if conflicts = until - z.s.Conflicts; conflicts <= 0 {
				return sat.Unknown, nil, nil
			}
		}
	}
}

// plan reads the values found.
func (z *puzzle) plan() grid.Plan {
	plan := make(grid.Plan, len(z.p.Blocks))
	for b, k := range z.blocks {
		if h := z.p.Blocks[b].Home; z.fixed[b] && (k == nil || k.needs == nil) {
			plan[b] = h
			continue
		}
		if k == nil || len(k.starts) == 0 {
			plan[b].Start = -1
			continue
		}
		c := grid.Choice{Place: -1}
		for i := len(k.rungs) - 1; i >= 0; i-- {
			if z.is(k.rungs[i]) {
				c.Start = k.starts[i]
				break
			}
		}
		for i, l := range k.modes {
			if z.is(l) {
				c.Mode = int32(i)
				break
			}
		}
		mode := z.mode(int32(b), int(c.Mode))
		for _, r := range mode.Places {
			if z.is(k.places[r]) {
				c.Place = r
				break
			}
		}
		for j, n := range mode.Needs {
			left := n.Count
			for i, l := range k.needs[c.Mode][j] {
				if left > 0 && z.is(l) {
					c.People = append(c.People, n.From[i])
					left--
				}
			}
		}
		if z.fixed[b] {
			c.Start, c.Mode, c.Place = z.p.Blocks[b].Home.Start, z.p.Blocks[b].Home.Mode, z.p.Blocks[b].Home.Place
		}
		plan[b] = c
	}
	return plan
}

// prefer tries first what a plan has, where it has something.
func (z *puzzle) prefer(plan grid.Plan) {
	for b, k := range z.blocks {
		if k == nil || plan[b].Start < 0 {
			continue
		}
		for i := 1; i < len(k.rungs); i++ {
			if k.starts[i] <= plan[b].Start {
				z.s.Prefer(k.rungs[i])
			} else {
				z.s.Prefer(k.rungs[i].Not())
			}
		}
	}
}
