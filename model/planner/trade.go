package planner

import (
	"muster/model"
	"muster/model/planner/grid"
)

// A Way is one way to have the relays of a live-fire session, and what it takes.
type Way struct {
	Relays  int
	Length  int // quarters
	Engaged int // officers on the line at a time
	Lanes   int // of the place it would be in; 0 where that has none
	Line    int // instructors on the line
	Crew    int // everybody: who leads, the safety officer, the medic too
	Now     bool
	Why     model.Message // why it cannot be; the zero Message when it can
}

// Quarters is the time everybody it takes gives to it.
func (w Way) Quarters() int { return w.Crew * w.Length }

// Trade is what more or fewer relays of a session take in instructors and in
// time by the clock, fewest relays first. Nothing where no relays are fired.
func Trade(d *model.Desk, session model.ID, o Options) []Way {
	s := d.Sessions.Get(session)
	if s == nil || !divides(&s.Block) {
		return nil
	}
	o.Cohorts, o.Only = []model.ID{s.Cohort}, []model.ID{session}
	t, err := newTask(d, o, use{alone: true})
	if err != nil {
		return nil
	}
	for _, it := range t.items {
		if it.s.ID == session && !it.rest {
			return t.trade(it)
		}
	}
	return nil
}

func (t *task) trade(it *item) []Way {
	base := t.taught(it)
	all, _ := it.officers(&it.s.Block)
	now := max(it.s.Block.Fire.Relays, 1)
	var out []Way
	alone := 0 // since there was one officer a relay
	for r := 1; r <= min(max(all, now), mostWays) && alone < 1; r++ {
		s := *it.s
		s.Block = inRelays(base, r)
		w := Way{Relays: r, Length: s.Block.Length, Now: r == now}
		_, w.Engaged = it.officers(&s.Block)
		if w.Engaged <= 1 {
			alone++
		}
		t.weigh(it, &s, &w)
		out = append(out, w)
	}
	return out
}

// mostWays is how many relays are looked at.
const mostWays = 12

// weigh fills in where a way could be and whom it takes.
func (t *task) weigh(it *item, s *model.Session, w *Way) {
	homes := t.homes(s)
	start := it.class.c.First.At(12 * model.Hour)
	if it.s.Placed() {
		start = it.s.Start
	}
	id := model.ID{}
	if len(homes) > 0 {
		id = t.places[homes[0]].ID
		w.Lanes = t.places[homes[0]].Lanes
	}
	list := t.asks.Crew(s, id, start)
	for _, v := range list {
		w.Crew += v.Best
		if v.Role == model.Line {
			w.Line += v.Best
		}
	}
	free := *it
	free.lock = grid.Free
	switch {
	case len(homes) == 0 && s.Block.Place != "":
		w.Why = model.Say("planner.way.lanes", "officers", w.Engaged)
	case t.starts(&free, &s.Block).Count() == 0:
		w.Why = model.Say("planner.way.long")
	case len(unfilled(t.wanted(&free, &s.Block, list))) > 0:
		w.Why = model.Say("planner.way.people", "n", len(unfilled(t.wanted(&free, &s.Block, list))))
	}
}
