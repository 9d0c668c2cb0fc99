package planner_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"muster/model"
	"muster/model/planner"
	"muster/model/planner/desktest"
	"muster/model/rules"
)

func made(t *testing.T, d *model.Desk, o planner.Options) *planner.Result {
	t.Helper()
	j, err := planner.New(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return j.Make(context.Background(), nil)
}

// The built-in course in the tray: everything gets a time, a place, people,
// vehicles and riders, and nothing is broken.
func TestMakeEverything(t *testing.T) {
	for squads := 1; squads <= 4; squads++ {
		t.Run(fmt.Sprint(squads), func(t *testing.T) {
			d, c := tray(t, squads)
			r := made(t, d, planner.Options{Cohorts: []model.ID{c.ID}, Seed: int64(squads), Steps: 200})
			if len(r.Unplaced) > 0 || r.Hard > 0 {
				t.Fatalf("%d not placed, %d broken, %v", len(r.Unplaced), r.Hard, r.Why)
			}
			next := planner.With(d, r.Sessions)
			for _, k := range broken(next, c) {
				t.Error(desktest.Told(next, k))
			}
			rode := map[model.ID]int{}
			for _, s := range next.SessionsOf(c.ID) {
				if s.Block.Taught() && len(s.Staff) == 0 {
					t.Errorf("%s has nobody", s.Block.Title.En)
				}
				if s.Ride != nil {
					if len(s.Ride.Riders) == 0 {
						t.Errorf("%s has no riders", s.Block.Title.En)
					}
					for _, v := range s.Ride.Riders {
						rode[v.Person]++
					}
				}
			}
			for id, n := range rode {
				if n > 1 && len(rode) < len(c.Seats) {
					t.Errorf("%v rides %d times, others never", id, n)
				}
			}
		})
	}
}

// The same seed and number of steps give the same plan.
func TestMakeIsTheSameAgain(t *testing.T) {
	d, c := tray(t, 3)
	o := planner.Options{Cohorts: []model.ID{c.ID}, Seed: 5, Steps: 500}
	a, b := made(t, d, o), made(t, d, o)
	if a.Cost != b.Cost || len(a.Sessions) != len(b.Sessions) {
		t.Fatalf("cost %d and %d, %d and %d sessions", a.Cost, b.Cost, len(a.Sessions), len(b.Sessions))
	}
	for i := range a.Sessions {
		if a.Sessions[i].Start != b.Sessions[i].Start || !slices.Equal(a.Sessions[i].Staff, b.Sessions[i].Staff) {
			t.Errorf("%s differs", a.Sessions[i].Block.Title.En)
		}
	}
}

// Planning again from a plan that is kept leaves it nearly as it is, and
// planning a few sessions leaves the others where they are.
func TestMakeKeeps(t *testing.T) {
	d, c := tray(t, 3)
	r := made(t, d, planner.Options{Cohorts: []model.ID{c.ID}, Steps: 2000})
	d = planner.With(d, r.Sessions)
	again := made(t, d, planner.Options{Cohorts: []model.ID{c.ID}, Keep: true, Steps: 1})
	if again.Moved > 0 || again.Hard > 0 {
		t.Errorf("%d moved, %d broken", again.Moved, again.Hard)
	}
	var only []model.ID
	for i, s := range d.SessionsOf(c.ID) {
		if i%9 == 0 {
			only = append(only, s.ID)
		}
	}
	few := made(t, d, planner.Options{Cohorts: []model.ID{c.ID}, Only: only, Steps: 500})
	for _, s := range few.Sessions {
		if s.Start != d.Sessions.Get(s.ID).Start && !slices.Contains(only, s.ID) {
			t.Errorf("%s moved", s.Block.Title.En)
		}
	}
	if few.Hard > 0 || len(few.Unplaced) > 0 {
		t.Errorf("%d broken, %d not placed", few.Hard, len(few.Unplaced))
	}
}

// A cohort in another time zone than the one the clocks are compared on.
func TestMakeAcrossZones(t *testing.T) {
	for _, off := range []int{-12, -4, 4, 20} {
		d, c := tray(t, 3)
		far := *c
		far.ID, far.Code, far.Zone = model.ID{9}, "GEN-2", "America/Los_Angeles"
		far.Seats = nil
		d = put(d, &far)
		n := byte(0)
		for _, s := range d.SessionsOf(c.ID) {
			if s.Block.Kind != model.KindClass {
				continue
			}
			n++
			next := s.Clone()
			next.ID, next.Cohort = model.ID{7, n}, far.ID
			d = put(d, &next)
		}
		offset := func(zone string, at model.Quarter) int {
			if zone != far.Zone {
				return 0
			}
			if at > far.First.Days(6).At(8) { // the clocks change on the Sunday
				return off + 4
			}
			return off
		}
		o := planner.Options{Cohorts: []model.ID{c.ID, far.ID}, Steps: 100, Rules: rules.Options{Offset: offset}}
		r := made(t, d, o)
		if len(r.Unplaced) > 0 || r.Hard > 0 {
			next := planner.With(d, r.Sessions)
			t.Errorf("%d: %d not placed, %d broken", off, len(r.Unplaced), r.Hard)
			for _, k := range rules.Ground(next, o.Rules).Clashes() {
				if k.Hard && !planner.Granted(k.Rule) {
					t.Error(desktest.Told(next, k))
				}
			}
		}
	}
}

// More relays take fewer instructors and more time.
func TestTrade(t *testing.T) {
	d, c := tray(t, 4)
	for _, s := range d.SessionsOf(c.ID) {
		ways := planner.Trade(d, s.ID, planner.Options{})
		if s.Block.Fire == nil || s.Block.House != nil {
			if ways != nil {
				t.Errorf("%s has relays", s.Block.Title.En)
			}
			continue
		}
		now := 0
		for i, w := range ways {
			if w.Now {
				now++
				if w.Length != s.Block.Length || !w.Why.IsZero() {
					t.Errorf("%s: as it is: %+v", s.Block.Title.En, w)
				}
			}
			if i > 0 && (w.Length <= ways[i-1].Length || w.Engaged > ways[i-1].Engaged || w.Crew > ways[i-1].Crew) {
				t.Errorf("%s: %+v after %+v", s.Block.Title.En, w, ways[i-1])
			}
		}
		if now != 1 {
			t.Errorf("%s: %d of %d ways are as it is", s.Block.Title.En, now, len(ways))
		}
	}
}

// Thirty officers and twelve lanes: the planner makes relays of it.
func TestRelaysAreDecided(t *testing.T) {
	d, c := tray(t, 4)
	for _, s := range d.SessionsOf(c.ID) {
		if s.Block.Title.En != "Shooting assessment" || !s.Squads.Has(1) {
			continue
		}
		next := s.Clone()
		next.Squads, next.Block.Together, next.Block.Length = c.SquadSet(), 0, 4
		d = put(d, &next)
		r := made(t, d, planner.Options{Cohorts: []model.ID{c.ID}, Only: []model.ID{s.ID}, Steps: 1})
		done := planner.With(d, r.Sessions).Sessions.Get(s.ID)
		if !done.Placed() || done.Block.Fire.Relays < 3 || done.Block.Length <= 4 {
			t.Errorf("%d relays in %d quarters, placed %v", done.Block.Fire.Relays, done.Block.Length, done.Placed())
		}
	}
}
