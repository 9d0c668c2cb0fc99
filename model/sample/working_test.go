package sample_test

import (
	"testing"

	"muster/model"
	"muster/model/progress"
	"muster/model/sample"
)

// The running course has its rolls and sheets up to yesterday, and what went
// wrong in it: somebody late, somebody ill who has to make up practice, a ride
// called off.
func TestTheRunningCourseHasBeenKept(t *testing.T) {
	for _, day := range []string{"2026-01-20", "2026-06-26", "2026-11-22", "2027-09-06"} {
		today := date(t, day)
		all := sample.Make(today, seed, 0)
		d := desk(all)
		c := sort(all).in(model.Running)
		class := progress.Of(d, c, today.At(0).Minute())
		if n := len(class.Unrolled); n != 0 {
			t.Errorf("%s: %d sessions over without a roll", day, n)
		}
		off, missed, late := 0, 0, 0
		for _, s := range d.SessionsOf(c.ID) {
			if s.Off != nil {
				off++
				if d.Rolls.Get(s.ID) != nil {
					t.Errorf("%s: a roll of a ride that was called off", day)
				}
			}
			if r := d.Rolls.Get(s.ID); r != nil && s.Start.Date() >= today {
				t.Errorf("%s: a roll of a day to come", day)
			}
		}
		for _, o := range class.Officers {
			missed += min(len(o.Missed), 1)
			late += min(o.Lates, 1)
			for _, x := range o.Tests {
				if x.State == progress.TestUnscored {
					t.Errorf("%s: %s has no result for number %d", day, x.First.Block.Title.En, o.Seat.No)
				}
			}
		}
		if off != 1 || missed != 1 || late != 2 {
			t.Errorf("%s: %d called off, %d missed practice, %d late; want 1, 1, 2", day, off, missed, late)
		}
	}
}

// Everybody who was taught to the end has one certificate, no two of a number;
// what is to follow is due about now.
func TestWhatRemainsOfPastCourses(t *testing.T) {
	today := date(t, "2026-01-20")
	all := sample.Make(today, seed, sample.Alumni)
	trained, numbers, open := map[[2]model.ID]bool{}, map[string]bool{}, 0
	for _, c := range sort(all).cohorts {
		for _, s := range c.Seats {
			if s.Stage.Trained() {
				trained[[2]model.ID{c.ID, s.Person}] = true
			}
		}
	}
	for _, r := range all {
		switch r := r.(type) {
		case *model.Certificate:
			k := [2]model.ID{r.Cohort, r.Person}
			if !trained[k] || numbers[r.No] {
				t.Errorf("certificate %s is one too many", r.No)
			}
			delete(trained, k)
			numbers[r.No] = true
		case *model.Contact:
			if r.At.Date() > today {
				t.Error("a talk that has not been yet")
			}
			if r.Open() {
				open++
			}
		}
	}
	if len(trained) > 0 || open < 3 || open > 60 {
		t.Errorf("%d trained without a certificate, %d follow-ups open", len(trained), open)
	}
}
