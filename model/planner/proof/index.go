package proof

import (
	"slices"

	"muster/model/planner/grid"
)

// An index tells what blocks a requirement speaks of.
type index struct {
	c                                *calendar
	byTeam, byPerson, byRoom, byPool [][]int32
	every                            []int32
}

func newIndex(c *calendar) *index {
	p := c.p
	x := &index{
		c:      c,
		byTeam: make([][]int32, len(p.Teams)), byPerson: make([][]int32, len(p.People)),
		byRoom: make([][]int32, len(p.Places)), byPool: make([][]int32, len(p.Pools)),
	}
	put := func(list [][]int32, i, b int32) {
		if i >= 0 && !slices.Contains(list[i], b) {
			list[i] = append(list[i], b)
		}
	}
	for i := range p.Blocks {
		b, k := int32(i), &p.Blocks[i]
		if c.gone[b] {
			continue
		}
		x.every = append(x.every, b)
		for _, t := range k.Teams {
			put(x.byTeam, t, b)
		}
		if c.fixed[b] {
			put(x.byRoom, k.Home.Place, b)
		}
		if c.fixed[b] && k.Lock == grid.Frozen {
			for _, q := range k.Home.People {
				put(x.byPerson, q, b)
			}
		}
		for j := range c.modes(b) {
			m := c.mode(b, j)
			for _, u := range m.Uses {
				if u.Count > 0 {
					put(x.byPool, u.Pool, b)
				}
			}
			if !c.fixed[b] {
				for _, r := range m.Places {
					put(x.byRoom, r, b)
				}
			}
			if !c.fixed[b] || k.Lock != grid.Frozen {
				for _, n := range m.Needs {
					for _, q := range n.From {
						put(x.byPerson, q, b)
					}
				}
			}
		}
	}
	return x
}

// blocks are those an atom speaks of.
func (x *index) blocks(a atom) []int32 {
	switch a.kind {
	case TeamOnce, TeamDay, TeamRest, TeamGap, TeamTravel:
		return x.byTeam[a.of]
	case PersonOnce, PersonAway, PersonDay, PersonRest, PersonTravel:
		return x.byPerson[a.of]
	case PlaceOnce, PlaceRoom, PlaceShut, PlaceGap:
		return x.byRoom[a.of]
	case PoolCount:
		return x.byPool[a.of]
	case Before, Later, Apart, Within:
		if o := &x.c.p.Orders[a.of]; !x.c.gone[o.A] && !x.c.gone[o.B] {
			return []int32{o.A, o.B}
		}
	case Starts:
		return []int32{a.of}
	}
	return nil
}
