package today

import (
	"strconv"
	"testing"

	"muster/model"
	"muster/model/due"
	"muster/model/sample"
	"muster/ui/kit"
)

// crowd gives the host a desk as the store would: the people and sessions of
// the cohorts that are not closed. people is how many there are in all; copies
// is how many more cohorts run beside the sample's.
func crowd(b *testing.B, people, copies int) *host {
	h := newHost(b, "en", false)
	var all model.Change
	for _, r := range sample.Make(h.Today(), 2013, people) {
		all.Puts = append(all.Puts, model.Put{Record: r})
	}
	full := (&model.Desk{}).With(all, 1)
	open := map[model.ID]bool{}
	var running *model.Cohort
	for c := range full.Cohorts.All {
		if c.State != model.Closed {
			open[c.ID] = true
			for _, s := range c.Seats {
				open[s.Person] = true
			}
			if c.State == model.Running {
				running = c
			}
		}
	}
	var kept model.Change
	for _, p := range all.Puts {
		switch r := p.Record.(type) {
		case *model.Person:
			if !open[r.ID] {
				continue
			}
		case *model.Session:
			if !open[r.Cohort] {
				continue
			}
		case *model.Contact:
			continue
		}
		kept.Puts = append(kept.Puts, p)
	}
	for i := range copies {
		id := func(was model.ID) model.ID { was[0], was[1], was[2] = 0xee, byte(i), was[15]; return was }
		c := *running
		c.ID, c.Code = id(c.ID), "BIG-26-"+strconv.Itoa(i)
		kept.Puts = append(kept.Puts, model.Put{Record: &c})
		for _, s := range full.SessionsOf(running.ID) {
			n := *s
			n.ID, n.Cohort, n.Staff, n.Place = id(s.ID), c.ID, nil, model.ID{}
			kept.Puts = append(kept.Puts, model.Put{Record: &n})
			if r := full.Rolls.Get(s.ID); r != nil {
				roll := *r
				roll.ID, roll.Cohort = n.ID, c.ID
				kept.Puts = append(kept.Puts, model.Put{Record: &roll})
			}
		}
	}
	h.Set((&model.Desk{}).With(kept, 1))
	return h
}

// BenchmarkChanged is what another desk or another minute costs. Budget: a
// frame of the screen, 16 ms.
func BenchmarkChanged(b *testing.B) {
	for _, v := range []struct {
		name           string
		people, copies int
	}{{"sample", 0, 0}, {"20000", 20_000, 0}, {"20-running", 20_000, 20}, {"100-running", 20_000, 100}} {
		h := crowd(b, v.people, v.copies)
		b.Run(v.name, func(b *testing.B) {
			for b.Loop() {
				h.tab.Changed()
			}
		})
		b.Run(v.name+"/due", func(b *testing.B) {
			for b.Loop() {
				due.List(h.Desk(), h.Board(), h.tab.clock.in)
			}
		})
		b.Run(v.name+"/rest", func(b *testing.B) {
			for b.Loop() {
				h.tab.clock = newClock(h)
				h.tab.classes, h.tab.coming = h.tab.courses()
				h.tab.missing = h.tab.findMissing()
				h.tab.listBlocks()
				h.tab.listDue()
				h.tab.arrange()
			}
		})
		b.Run(v.name+"/key", func(b *testing.B) {
			keys := []string{"down", "down", "down", "up", "right", "left"}
			c := kit.NewCanvas(120, 40)
			for i := 0; b.Loop(); i++ {
				h.Press(keys[i%len(keys)])
				h.tab.Draw(c)
			}
		})
	}
}
