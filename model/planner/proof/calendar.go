package proof

import (
	"slices"

	"muster/model/planner/grid"
)

// A calendar is the slots of a problem, and when each block could begin.
type calendar struct {
	p     *grid.Problem
	n     int32
	days  int32
	first []int32   // first slot of each duty day or of a later one; days+1 entries
	may   [][]int32 // by block: starts some mode allows
	wide  [][]int32 // by block: starts it could have if any were allowed
	fixed []bool    // locked, and somewhere
	gone  []bool    // locked, and nowhere
	bare  []bool    // fixed, and its people cannot be found whatever else goes on: it stands without
}

func newCalendar(p *grid.Problem) *calendar {
	c := &calendar{p: p, n: int32(len(p.Day))}
	c.days = p.Day[c.n-1] + 1
	c.first = make([]int32, c.days+1)
	for d, s := int32(0), int32(0); d <= c.days; d++ {
		for s < c.n && p.Day[s] < d {
			s++
		}
		c.first[d] = s
	}
	c.may, c.wide = make([][]int32, len(p.Blocks)), make([][]int32, len(p.Blocks))
	c.fixed, c.gone, c.bare = make([]bool, len(p.Blocks)), make([]bool, len(p.Blocks)), make([]bool, len(p.Blocks))
	for b := range p.Blocks {
		k := &p.Blocks[b]
		if k.Lock != grid.Free {
			c.fixed[b], c.gone[b] = k.Home.Start >= 0, k.Home.Start < 0
			if c.fixed[b] {
				c.may[b] = []int32{k.Home.Start}
				c.wide[b] = c.may[b]
			}
			continue
		}
		for s := range c.n {
			fits, may := false, false
			for i := range k.Modes {
				if m := &k.Modes[i]; c.fits(s, m.Len) {
					fits = true
					may = may || m.Starts.Has(s)
				}
			}
			if fits {
				c.wide[b] = append(c.wide[b], s)
			}
			if may {
				c.may[b] = append(c.may[b], s)
			}
		}
	}
	return c
}

// fits reports whether n slots from s on are of one duty day.
func (c *calendar) fits(s, n int32) bool {
	return s+n <= c.n && c.p.Day[s] == c.p.Day[s+n-1]
}

// from is the first slot of a day or of a later one, wherever the day lies.
func (c *calendar) from(day int32) int32 { return c.first[min(max(day, 0), c.days)] }

// ends is when something ends on the clock that takes the slots before e.
func (c *calendar) ends(e int32) int32 { return c.p.Clock[e-1] + c.p.Tick }

// least and most are the lengths of a block's shortest and longest mode.
func (c *calendar) least(b int32) int32 {
	n := c.mode(b, 0).Len
	for i := range c.modes(b) {
		n = min(n, c.mode(b, i).Len)
	}
	return n
}

// modes are those a block can be done in: of a locked one, the one it has.
func (c *calendar) modes(b int32) []grid.Mode {
	k := &c.p.Blocks[b]
	if c.fixed[b] {
		return k.Modes[k.Home.Mode : k.Home.Mode+1]
	}
	return k.Modes
}

func (c *calendar) mode(b int32, i int) *grid.Mode { return &c.modes(b)[i] }

// runs yields the runs of slots of a day that are not in free.
func (c *calendar) runs(day int32, free grid.Bits, yield func(from, until int32)) {
	if free == nil {
		return
	}
	end := c.from(day + 1)
	for s := c.from(day); s < end; s++ {
		if free.Has(s) {
			continue
		}
		from := s
		for s < end && !free.Has(s) {
			s++
		}
		yield(from, s)
	}
}

// at is the place in a sorted list of the first that is not below s.
func at(list []int32, s int32) int {
	i, _ := slices.BinarySearch(list, s)
	return i
}
