package planner

import (
	"muster/model"
	"muster/model/planner/grid"
)

// A turn is one way to have the relays of a session.
type turn struct {
	block model.Block
	cost  int32
}

// relays are the ways in which the item's block may be taught: as it is, and,
// where it takes turns at a line, in more or fewer relays with the time that
// goes with them.
func (t *task) relays(it *item) []turn {
	b := it.s.Block
	if it.lock != grid.Free || it.stuck || !divides(&b) {
		return []turn{{block: b}}
	}
	base := t.taught(it)
	all, _ := it.officers(&b)
	have := max(base.Fire.Relays, 1)
	least := 0
	var out []turn
	for r := 1; r <= min(have+2, 30, max(all, 1)) || least == 0 && r <= min(30, all); r++ {
		v := inRelays(base, r)
		s := *it.s
		s.Block = v
		if v.Length > longest(&v) || len(t.homes(&s)) == 0 {
			continue
		}
		if least == 0 {
			least = r
		}
		if r != have && r != least && r != have+1 && r != have-1 {
			continue
		}
		out = append(out, turn{block: v, cost: t.price(it, &s)})
	}
	if len(out) == 0 {
		return []turn{{block: b}}
	}
	low := out[0].cost
	for _, v := range out {
		low = min(low, v.cost)
	}
	step := int32(step(t.set, "relays"))
	for i := range out {
		out[i].cost = (out[i].cost - low) * step / 4
	}
	return out
}

// divides reports whether the block takes turns at a firing line.
func divides(b *model.Block) bool { return b.LiveFire() && b.Fire != nil && b.House == nil }

// taught is the item's block with the relays and the length its course gives
// it, so that what was planned once is not the measure of what is planned next.
func (t *task) taught(it *item) model.Block {
	b := it.s.Block
	if c := t.desk.Courses.Get(it.class.c.Course); c != nil && b.Key != 0 {
		for i := range c.Blocks {
			o := &c.Blocks[i]
			if o.Key == b.Key && o.Kind == b.Kind && divides(o) && inRelays(*o, max(b.Fire.Relays, 1)).Length == b.Length {
				return inRelaysOf(b, max(o.Fire.Relays, 1), o.Length)
			}
		}
	}
	return b
}

// inRelays is the block in so many relays, each as long as now.
func inRelays(b model.Block, r int) model.Block {
	have := max(b.Fire.Relays, 1)
	if r == have {
		return b
	}
	return inRelaysOf(b, r, (b.Length*r+have-1)/have)
}

func inRelaysOf(b model.Block, r, length int) model.Block {
	f := *b.Fire
	if r != max(f.Relays, 1) {
		f.Relays = r
	}
	b.Fire = &f
	b.Length = length
	return b
}

// longest is how long the block can be at most on any day.
func longest(b *model.Block) int {
	if b.Latest > 0 {
		return b.Latest - b.Earliest
	}
	return 12 * model.Hour
}

// price is what a way of having the relays takes: hours of instructors, and of
// the class by the clock, which count for as much as clockWorth instructors.
func (t *task) price(it *item, s *model.Session) int32 {
	crew := 0
	for _, w := range t.asks.Crew(s, model.ID{}, it.class.c.First.At(12*model.Hour)) {
		crew += w.Best
	}
	return int32((crew + clockWorth) * s.Block.Length / model.Hour)
}

const clockWorth = 4
