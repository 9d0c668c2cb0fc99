package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"muster/model"
	"muster/model/names"
	"muster/model/planner"
	"muster/store"
)

// offerKinds are the kinds of offers: as JSON names them, and the line that
// says what each does.
var offerKinds = [...]struct{ name, says string }{
	planner.Substitutes: {"substitutes", "cmd.plan.offer.substitutes"},
	planner.OtherPlaces: {"places", "cmd.plan.offer.places"},
	planner.FewestMoves: {"fewest", "cmd.plan.offer.fewest"},
	planner.FairPrice:   {"cheaper", "cmd.plan.offer.cheaper"},
	planner.LargestPart: {"part", "cmd.plan.offer.part"},
}

// repairPlan puts an absence on record and mends the plan for it, as one act.
func (f *front) repairPlan(ctx context.Context, st *store.Store, d *model.Desk, cohorts []model.ID, o planFlags) error {
	away, err := f.absence(d, o)
	if err != nil {
		return err
	}
	without := d.With(model.Change{Puts: []model.Put{d.Put(away)}}, d.Rev)
	j, err := f.job(without, cohorts, o)
	if err != nil {
		return err
	}
	began := time.Now()
	within, cancel := context.WithTimeout(ctx, o.time)
	defer cancel()
	offers := j.Repair(within, nil)
	took := time.Since(began)
	if err := ctx.Err(); err != nil {
		return err
	}
	best := bestOffer(offers)
	said := make([]offerJSON, len(offers))
	for i := range offers {
		v := &offers[i]
		said[i] = offerJSON{
			Kind: offerKinds[v.Kind].name, Moved: v.Moved, Swapped: v.Swapped, Unplaced: len(v.Unplaced), Cost: v.Cost,
			Proved: v.Proved, AtLeast: v.Atleast, Taken: v == best, says: offerKinds[v.Kind].says,
		}
	}
	if best == nil && within.Err() != nil {
		return answerNo(model.Say("cmd.plan.no-offer"))
	}
	if best == nil {
		return f.untouched(ctx, st, d, away, j.Price(), took, o.dry)
	}
	if !o.dry {
		c := best.Change(d, model.Say("cmd.act.repaired", "staff", away.ID, "n", len(best.Sessions)))
		c.Puts = append([]model.Put{d.Put(away)}, c.Puts...)
		if _, err := st.Commit(ctx, c); err != nil {
			return err
		}
	}
	return f.printPlan(d, &best.Result, said, took, planned(false, o.dry, 1))
}

// untouched puts an absence on record that breaks nothing.
func (f *front) untouched(ctx context.Context, st *store.Store, d *model.Desk, away *model.Staff, r *planner.Result, took time.Duration, dry bool) error {
	if dry {
		return f.printPlan(d, r, nil, took, "cmd.plan.untouched-dry")
	}
	c := model.Change{Act: model.Say("cmd.act.repaired", "staff", away.ID, "n", 0), Puts: []model.Put{d.Put(away)}}
	if _, err := st.Commit(ctx, c); err != nil {
		return err
	}
	return f.printPlan(d, r, nil, took, "cmd.plan.untouched")
}

// bestOffer is the first that keeps every block and every rule, in the order of
// their price; else the one that leaves out the fewest, and breaks the fewest.
func bestOffer(offers []planner.Offer) *planner.Offer {
	var best *planner.Offer
	for i := range offers {
		v := &offers[i]
		if best == nil || len(v.Unplaced) < len(best.Unplaced) || len(v.Unplaced) == len(best.Unplaced) && v.Hard < best.Hard {
			best = v
		}
	}
	return best
}

// absence is the member of the staff with the absence of the flags.
func (f *front) absence(d *model.Desk, o planFlags) (*model.Staff, error) {
	who, err := staffNamed(d, o.absent)
	if err != nil {
		return nil, err
	}
	from, ok := moment(o.from, false)
	if !ok {
		return nil, wrongUse("cmd.plan.bad-time", "flag", "--from", "value", model.Clean(o.from))
	}
	to, ok := moment(o.from, true)
	if o.to != "" {
		to, ok = moment(o.to, true)
	} else if strings.Contains(o.from, "T") {
		to = from.Date().Days(1).At(0)
	}
	if !ok || to <= from {
		return nil, wrongUse("cmd.plan.bad-time", "flag", "--to", "value", model.Clean(o.to))
	}
	v := *who
	v.Absences = append(slices.Clone(who.Absences), model.Absence{Span: model.Span{From: from, To: to}})
	return model.NewStaff(v)
}

// moment reads a day or a moment; of a day, its end if asked for.
func moment(s string, end bool) (model.Quarter, bool) {
	if day, err := model.ParseDate(s); err == nil {
		if end {
			day = day.Days(1)
		}
		return day.At(0), true
	}
	q, err := model.ParseQuarter(s)
	return q, err == nil && q != 0
}

// staffNamed finds a member of the staff by what they are called, their name or
// id, as long as only one answers to it.
func staffNamed(d *model.Desk, name string) (*model.Staff, error) {
	var found []*model.Staff
	want := names.Fold(name)
	for s := range d.Staff.All {
		given := names.Fold(s.Given + " " + s.Family)
		if strings.EqualFold(s.ID.String(), name) || names.Fold(s.Label()) == want || names.Fold(s.Family) == want ||
			names.Fold(s.Name()) == want || given == want {
			found = append(found, s)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, wrongUse("cmd.plan.no-staff", "value", model.Clean(name))
	}
	return nil, wrongUse("cmd.plan.which-staff", "value", model.Clean(name), "n", len(found))
}
