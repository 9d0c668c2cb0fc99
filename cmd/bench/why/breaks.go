//go:build bench

package main

import (
	"slices"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
	"muster/model/planner/proof"
)

// breaks reports whether a plan breaks what lines ask, by the checker's word.
func breaks(p *grid.Problem, lines []proof.Line, plan grid.Plan) bool {
	in := map[int32]bool{}
	for _, l := range lines {
		for _, b := range l.Blocks {
			in[b] = true
		}
	}
	for _, f := range gridtest.Check(p, plan) {
		for _, l := range lines {
			if concerns(p, l, f) {
				return true
			}
		}
	}
	return false
}

// concerns reports whether a fault is a breach of a line.
func concerns(p *grid.Problem, l proof.Line, f grid.Fault) bool {
	day := func() bool { return l.Days == nil || slices.Contains(l.Days, p.Day[max(f.Slot, 0)]) }
	switch f.Breach {
	case grid.Barred:
		return l.Kind == proof.Starts && slices.Contains(l.Blocks, f.A)
	case grid.TeamTwice:
		return l.Kind == proof.TeamOnce && slices.Contains(l.Teams, f.Of)
	case grid.PersonTwice:
		return l.Kind == proof.PersonOnce && slices.Contains(l.People, f.Of)
	case grid.PlaceTwice:
		return l.Kind == proof.PlaceOnce && slices.Contains(l.Places, f.Of)
	case grid.PlaceFull:
		return l.Kind == proof.PlaceRoom && slices.Contains(l.Places, f.Of)
	case grid.PoolShort:
		return l.Kind == proof.PoolCount && slices.Contains(l.Pools, f.Of)
	case grid.Away:
		return l.Kind == proof.PersonAway && slices.Contains(l.People, f.Of) && day()
	case grid.Shut:
		return l.Kind == proof.PlaceShut && slices.Contains(l.Places, f.Of) && day()
	case grid.NoRest:
		return l.Kind == proof.TeamRest && slices.Contains(l.Teams, f.Of)
	case grid.TooLong:
		return l.Kind == proof.TeamDay && slices.Contains(l.Teams, f.Of)
	case grid.Disorder:
		// What an order asks may be in several lines, of which some are gone.
		before := l.Kind == proof.Before || l.Kind == proof.Earliest || l.Kind == proof.Latest
		o := p.Orders[f.Of]
		return slices.Contains(l.Orders, f.Of) && (!before || o.Apart == 0 && o.Most < 0)
	}
	return false
}
