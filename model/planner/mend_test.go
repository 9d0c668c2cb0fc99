package planner_test

import (
	"context"
	"testing"
	"time"

	"muster/model"
	"muster/model/planner"
	"muster/model/planner/desktest"
	"muster/model/rules"
	"muster/model/sample"
)

// demo is the demonstration's desk and its cohort in that state.
func demo(t *testing.T, state model.CohortState) (*model.Desk, *model.Cohort) {
	t.Helper()
	d := laid(sample.Make(date(t, "2026-11-22"), 1, 0))
	for c := range d.Cohorts.All {
		if c.State == state {
			return d, c
		}
	}
	t.Fatal("no such cohort")
	return nil, nil
}

// put is the desk with one record more, or another in its stead.
func put(d *model.Desk, r model.Record) *model.Desk {
	return d.With(model.Change{Puts: []model.Put{d.Put(r)}}, d.Rev+1)
}

func away(d *model.Desk, st *model.Staff, on model.Date) *model.Desk {
	next := *st
	span := model.Span{From: on.At(0), To: on.At(model.Day)}
	next.Absences = append(next.Absences[:len(next.Absences):len(next.Absences)], model.Absence{Span: span})
	return put(d, &next)
}

func shut(d *model.Desk, p *model.Place, s model.Span) *model.Desk {
	next := *p
	next.Bookings = append(next.Bookings[:len(next.Bookings):len(next.Bookings)], model.Booking{Span: s, Closed: true})
	return put(d, &next)
}

func repair(t *testing.T, d *model.Desk, o planner.Options) []planner.Offer {
	t.Helper()
	j, err := planner.New(d, o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return j.Repair(ctx, nil)
}

// broken are the hard rules broken that a plan could keep.
func broken(d *model.Desk, c *model.Cohort) []rules.Clash {
	var out []rules.Clash
	for _, k := range rules.Ground(d, rules.Options{}).CohortClashes(c.ID) {
		if k.Hard && !planner.Granted(k.Rule) {
			out = append(out, k)
		}
	}
	return out
}

func TestNothingToRepair(t *testing.T) {
	d, c := demo(t, model.Running)
	if offers := repair(t, d, planner.Options{Cohorts: []model.ID{c.ID}}); len(offers) > 0 {
		t.Fatalf("%d offers for a plan that holds", len(offers))
	}
	for _, state := range []model.CohortState{model.Running, model.Planning} {
		d, c := demo(t, state)
		j, err := planner.New(d, planner.Options{Cohorts: []model.ID{c.ID}})
		if err != nil {
			t.Fatal(err)
		}
		if r := j.Price(); len(r.Sessions) > 0 || r.Moved+r.Swapped > 0 || r.Cost == 0 || r.Hard != len(broken(d, c)) {
			t.Errorf("%s: %d sessions, cost %d, %d broken", state, len(r.Sessions), r.Cost, r.Hard)
		}
	}
}

// Somebody of the running course is away for a day: others take over, nothing
// moves; only where nobody can is something left short.
func TestRepairAfterAnAbsence(t *testing.T) {
	d, c := demo(t, model.Running)
	i, kinds := 0, map[planner.OfferKind]int{}
	for st := range d.Staff.All {
		if i++; i%3 != 0 && !testing.Verbose() {
			continue
		}
		desk := away(d, st, c.First.Days(i%5))
		if len(broken(desk, c)) == 0 {
			continue
		}
		offers := repair(t, desk, planner.Options{Cohorts: []model.ID{c.ID}})
		if len(offers) == 0 {
			t.Errorf("%s: nothing is offered", st.Label())
			continue
		}
		o := offers[0]
		kinds[o.Kind]++
		next := planner.With(desk, o.Sessions)
		if left := broken(next, c); o.Kind == planner.Substitutes && (len(left) > 0 || o.Hard > 0 || o.Moved > 0) {
			t.Errorf("%s: %d moved, still %s", st.Label(), o.Moved, desktest.Told(next, left[0]))
		}
		for _, s := range o.Sessions {
			if s.Start != desk.Sessions.Get(s.ID).Start || s.Place != desk.Sessions.Get(s.ID).Place {
				t.Errorf("%s: what was published moved: %s", st.Label(), s.Block.Title.En)
			}
		}
	}
	if kinds[planner.Substitutes] == 0 {
		t.Error("nobody was ever replaced")
	}
	t.Log(kinds)
}

// A storm over the yard and the field: what is done there without fire goes
// indoors, at the same time.
func TestRepairAfterAStorm(t *testing.T) {
	d, c := demo(t, model.Running)
	inside := 0
	for p := range d.Places.All {
		if p.Kind != model.SearchYard && p.Kind != model.Tower {
			continue
		}
		desk := shut(d, p, model.Span{From: c.First.At(0), To: c.Last.At(model.Day)})
		hit := map[model.ID]bool{}
		for s := range desk.Sessions.All {
			hit[s.ID] = s.Place == p.ID && s.Cohort == c.ID
		}
		offers := repair(t, desk, planner.Options{Cohorts: []model.ID{c.ID}})
		if len(offers) == 0 {
			t.Fatalf("%s: nothing is offered", p.Label())
		}
		for _, s := range offers[0].Sessions {
			was := desk.Sessions.Get(s.ID)
			if s.Start != was.Start {
				t.Errorf("%s: %s moved", p.Label(), s.Block.Title.En)
			}
			if hit[s.ID] && s.Place != was.Place {
				inside++
				if q := desk.Places.Get(s.Place); q.Outdoor || s.Block.Place != q.Kind {
					t.Errorf("%s: %s goes to %s", p.Label(), s.Block.Title.En, q.Label())
				}
			}
		}
		t.Log(p.Label(), offers[0].Kind, offers[0].Swapped, offers[0].Hard, inside)
	}
	if inside == 0 {
		t.Error("nothing went inside")
	}
}

// In a plan nobody has been told of, what cannot stay moves, and no more than
// must.
func TestRepairMoves(t *testing.T) {
	d, c := demo(t, model.Planning)
	offers := repair(t, d, planner.Options{Cohorts: []model.ID{c.ID}})
	if len(offers) == 0 {
		t.Fatal("the demonstration's faults are not mended")
	}
	for _, o := range offers {
		next := planner.With(d, o.Sessions)
		if left := broken(next, c); o.Kind != planner.LargestPart && len(left) > 0 {
			t.Errorf("offer %d: %s", o.Kind, desktest.Told(next, left[0]))
		}
		t.Log(o.Kind, o.Moved, o.Swapped, len(o.Unplaced), o.Proved, o.Atleast, o.Cost)
	}
	for _, s := range offers[0].Sessions {
		if !d.Sessions.Get(s.ID).Placed() {
			t.Errorf("%s was in the tray", s.Block.Title.En)
		}
	}
}

// Somebody comes late on the first day: the practice of their squad waits for
// them.
func TestRepairAfterALateArrival(t *testing.T) {
	d, c := tray(t, 3)
	d = planner.With(d, made(t, d, planner.Options{Cohorts: []model.ID{c.ID}, Steps: 300}).Sessions)
	late := *c
	late.Seats = append([]model.Seat(nil), c.Seats...)
	late.Seats[0].Arrives = c.First.At(14 * model.Hour)
	d = put(d, &late)
	missed := func(d *model.Desk) int {
		n := 0
		for _, k := range rules.Ground(d, rules.Options{}).CohortClashes(c.ID) {
			if k.Rule == "late-arrival" {
				n++
			}
		}
		return n
	}
	before := missed(d)
	offers := repair(t, d, planner.Options{Cohorts: []model.ID{c.ID}})
	if before == 0 || len(offers) == 0 {
		t.Fatalf("%d missed, %d offers", before, len(offers))
	}
	o := offers[0]
	next := planner.With(d, o.Sessions)
	if after := missed(next); after > 0 || o.Moved == 0 || o.Hard > 0 {
		t.Errorf("missed %d, then %d; kind %d, %d moved, %d broken", before, after, o.Kind, o.Moved, o.Hard)
	}
	t.Log(before, o.Kind, o.Moved, o.Proved, o.Atleast)
}
