package grid

import (
	"fmt"
	"slices"
)

// check says what is malformed in a problem.
func check(p *Problem) error {
	n := len(p.Day)
	if n == 0 || len(p.Clock) != n || p.Tick <= 0 {
		return fmt.Errorf("grid: %d days and %d clocks of %d quarters", n, len(p.Clock), p.Tick)
	}
	if !slices.IsSorted(p.Day) || p.Day[0] < 0 || int(p.Day[n-1]) > n+1000 {
		return fmt.Errorf("grid: days run from %d to %d", p.Day[0], p.Day[n-1])
	}
	for s := 1; s < n; s++ {
		if p.Clock[s] < p.Clock[s-1]+p.Tick {
			return fmt.Errorf("grid: the clock of slot %d runs back", s)
		}
	}
	sites := int32(0)
	for i, pl := range p.Places {
		sites = max(sites, pl.Site+1)
		if pl.Site < 0 || pl.Room < 0 || short(pl.Open, n) {
			return fmt.Errorf("grid: place %d", i)
		}
	}
	for i := range p.People {
		if short(p.People[i].Free, n) {
			return fmt.Errorf("grid: person %d", i)
		}
	}
	for i, q := range p.Pools {
		if q.Out != nil && len(q.Out) != n {
			return fmt.Errorf("grid: pool %d", i)
		}
	}
	if !square(p.Travel, sites) {
		return fmt.Errorf("grid: travel between %d sites", sites)
	}
	for t := range p.Teams {
		if of := p.Teams[t].Of; of != 0 && (bad(of-1, len(p.Teams)) || p.Teams[of-1].Of != 0 || int(of-1) == t) {
			return fmt.Errorf("grid: team %d is part of what is no team", t)
		}
	}
	classes := int32(0)
	for i := range p.Blocks {
		if err := p.checkBlock(i); err != nil {
			return err
		}
		classes = max(classes, p.Blocks[i].Class+1)
	}
	for _, m := range [][][]int32{p.TeamGap, p.PlaceGap, p.Soft.TeamGap, p.Soft.PlaceGap} {
		if !square(m, classes) {
			return fmt.Errorf("grid: gaps between %d classes", classes)
		}
	}
	for i, o := range p.Orders {
		if bad(o.A, len(p.Blocks)) || bad(o.B, len(p.Blocks)) || o.A == o.B {
			return fmt.Errorf("grid: order %d", i)
		}
	}
	return nil
}

func (p *Problem) checkBlock(i int) error {
	b := &p.Blocks[i]
	if len(b.Modes) == 0 || b.Class < 0 || b.Kind < 0 || int(b.Wish) >= len(p.Day) {
		return fmt.Errorf("grid: block %d", i)
	}
	if slices.ContainsFunc(b.Teams, func(t int32) bool { return bad(t, len(p.Teams)) }) {
		return fmt.Errorf("grid: block %d: team", i)
	}
	for j, t := range b.Teams {
		if slices.Contains(b.Teams[:j], t) {
			return fmt.Errorf("grid: block %d: team %d twice", i, t)
		}
	}
	for k := range b.Modes {
		m := &b.Modes[k]
		if m.Len <= 0 || int(m.Len) > len(p.Day) || short(m.Starts, len(p.Day)) {
			return fmt.Errorf("grid: block %d, mode %d: times", i, k)
		}
		if slices.ContainsFunc(m.Places, func(r int32) bool { return bad(r, len(p.Places)) }) {
			return fmt.Errorf("grid: block %d, mode %d: place", i, k)
		}
		if slices.ContainsFunc(m.Uses, func(u Use) bool { return bad(u.Pool, len(p.Pools)) || u.Count < 0 }) {
			return fmt.Errorf("grid: block %d, mode %d: pool", i, k)
		}
		for _, n := range m.Needs {
			wrong := n.Count < 0 || n.Days != nil && len(n.Days) != len(n.From) ||
				slices.ContainsFunc(n.From, func(q int32) bool { return bad(q, len(p.People)) }) ||
				slices.ContainsFunc(n.Days, func(d Bits) bool { return short(d, len(p.Day)) })
			if wrong {
				return fmt.Errorf("grid: block %d, mode %d: need", i, k)
			}
		}
	}
	return p.checkChoice(i, b.Home)
}

// checkChoice says whether a choice names things there are; not whether it may
// be so.
func (p *Problem) checkChoice(i int, c Choice) error {
	if c.Start < 0 {
		return nil
	}
	b := &p.Blocks[i]
	if int(c.Start) >= len(p.Day) || bad(c.Mode, len(b.Modes)) || int(c.Place) >= len(p.Places) ||
		slices.ContainsFunc(c.People, func(q int32) bool { return int(q) >= len(p.People) }) {
		return fmt.Errorf("grid: block %d: choice", i)
	}
	return nil
}

func bad(i int32, n int) bool { return i < 0 || int(i) >= n }

func short(b Bits, n int) bool { return b != nil && len(b) < (n+63)/64 }

func square(m [][]int32, n int32) bool {
	if m == nil {
		return true
	}
	return int32(len(m)) >= n && !slices.ContainsFunc(m, func(r []int32) bool { return int32(len(r)) < n })
}
