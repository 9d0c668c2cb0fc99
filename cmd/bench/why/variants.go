//go:build bench

package main

import (
	"fmt"
	"slices"

	"muster/model/planner/grid"
)

// variants are courses made of the reference course, most of them impossible: the
// shoot house shut from the fourth day on, its kits short, one instructor away
// for a week, the hours of a day cut, relays further apart, classrooms closed, a
// longer rest.
func variants(c trial) []trial {
	return []trial{
		c.variant("-house", func(p *grid.Problem, n names) {
			shut(p, n.place("HOUSE"), 3, 9)
		}),
		c.variant("-week-T9", func(p *grid.Problem, n names) {
			away(p, n.person("T9"), 5, 9)
		}),
		c.variant("-week-T10", func(p *grid.Problem, n names) {
			away(p, n.person("T10"), 0, 4)
		}),
		c.variant("-kits", func(p *grid.Problem, n names) {
			p.Pools[n.pool("sim")].Count = 7
		}),
		c.variant("-six-hours", func(p *grid.Problem, _ names) {
			for t := range p.Teams {
				p.Teams[t].Most = 6
			}
		}),
		c.variant("-relays-apart", func(p *grid.Problem, _ names) {
			for i := range p.Orders {
				if o := &p.Orders[i]; o.Apart > 0 {
					o.Apart++
				}
			}
		}),
		c.variant("-one-classroom", func(p *grid.Problem, n names) {
			shut(p, n.place("CLASS2"), 0, 9)
			shut(p, n.place("CLASS3"), 0, 9)
			shut(p, n.place("CLASS1"), 2, 4)
		}),
		c.variant("-late-rest", func(p *grid.Problem, _ names) {
			p.TeamRest = 17 * 4
		}),
	}
}

// sweep is the course with each person away, and each place shut, for every two
// and every five days that begin on an even day.
func sweep(c trial) []trial {
	var all []trial
	for _, n := range []int32{2, 5} {
		for from := int32(0); from+n <= 10; from += 2 {
			until := from + n - 1
			for i, who := range c.names.People {
				all = append(all, c.variant(fmt.Sprintf(" %s %d–%d", who, from, until), func(p *grid.Problem, _ names) {
					away(p, i, from, until)
				}))
			}
			for i, where := range c.names.Places {
				all = append(all, c.variant(fmt.Sprintf(" %s %d–%d", where, from, until), func(p *grid.Problem, _ names) {
					shut(p, i, from, until)
				}))
			}
		}
	}
	return all
}

type names struct{ trial }

func (n names) person(s string) int { return slices.Index(n.names.People, s) }
func (n names) place(s string) int  { return slices.Index(n.names.Places, s) }
func (n names) pool(s string) int   { return slices.Index(n.names.Pools, s) }

// variant is a deep enough copy of a course, changed.
func (c trial) variant(name string, change func(*grid.Problem, names)) trial {
	p := *c.p
	p.People, p.Places, p.Pools = slices.Clone(p.People), slices.Clone(p.Places), slices.Clone(p.Pools)
	p.Teams, p.Orders = slices.Clone(p.Teams), slices.Clone(p.Orders)
	change(&p, names{c})
	return trial{c.name + name, &p, c.names}
}

func away(p *grid.Problem, q int, from, until int32) {
	p.People[q].Free = closed(p, p.People[q].Free, from, until)
}

func shut(p *grid.Problem, r int, from, until int32) {
	p.Places[r].Open = closed(p, p.Places[r].Open, from, until)
}

// closed is open without the slots of some duty days.
func closed(p *grid.Problem, open grid.Bits, from, until int32) grid.Bits {
	out := grid.NewBits(len(p.Day))
	for s, d := range p.Day {
		if open.Has(int32(s)) && (d < from || d > until) {
			out.Set(int32(s))
		}
	}
	return out
}
