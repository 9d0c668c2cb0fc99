package planner

import (
	"cmp"
	"context"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
)

// Repair mends what is broken on the desk, cheapest first: other people, other
// places, the fewest moves, more moves for a plan that costs less; or the
// largest part that holds. What lies in the tray stays there. None when nothing
// is broken.
//
// An instructor called away, a range that is shut, somebody who comes late: the
// desk is as it then is, with the absence or the booking on it.
func (j *Job) Repair(ctx context.Context, show func(*Offer)) []Offer {
	o := j.opts
	o.Keep = true
	m, err := newJob(j.desk, o, use{mends: true})
	if err != nil {
		return nil // the desk of j, which was made of it
	}
	tell := func(v grid.Mended) {
		if o := m.offer(v); show != nil && o != nil {
			show(o)
		}
	}
	var out []Offer
	for _, v := range m.grid.Repair(ctx, m.home(), o.Seed, tell) {
		if o := m.offer(v); o != nil {
			out = append(out, *o)
		}
	}
	// What leaves a post empty or a rule broken comes after what mends all.
	slices.SortStableFunc(out, func(a, b Offer) int {
		return cmp.Or(cmp.Compare(len(a.Unplaced), len(b.Unplaced)), cmp.Compare(a.Hard, b.Hard))
	})
	return out
}

// home is the plan of record.
func (j *Job) home() grid.Plan {
	plan := make(grid.Plan, len(j.task.items))
	for i := range plan {
		plan[i] = j.task.p.Blocks[i].Home
	}
	return plan
}

// offer is a mended plan in the words of records; nil when nothing was broken.
func (j *Job) offer(v grid.Mended) *Offer {
	kind := Substitutes
	switch v.Kind {
	case grid.Sound:
		return nil
	case grid.Elsewhere:
		kind = OtherPlaces
	case grid.Fewest:
		kind = FewestMoves
	case grid.Cheaper:
		kind = FairPrice
	case grid.Part:
		kind = LargestPart
	}
	o := &Offer{Result: *j.result(v.Plan, 0), Kind: kind, Proved: v.Proved, Atleast: v.AtLeast}
	o.Unplaced = slices.DeleteFunc(o.Unplaced, func(id model.ID) bool { return !j.desk.Sessions.Get(id).Placed() })
	if o.Kind == FewestMoves && o.Moved == 0 {
		o.Kind = j.still(o.Sessions)
	}
	o.Why = j.why(v.Plan, &o.Result)
	return o
}

// still is what an offer does that moves nothing.
func (j *Job) still(sessions []*model.Session) OfferKind {
	for _, s := range sessions {
		if was := j.desk.Sessions.Get(s.ID); was.Place != s.Place || was.Block.Length != s.Block.Length {
			return OtherPlaces
		}
	}
	return Substitutes
}
