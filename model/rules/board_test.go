package rules

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

// A board made by edits says what a board made anew says.
func TestEditsAreAsGood(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		t := draw{rt}
		d := desk(t)
		b := Ground(d, zones)
		for range t.n(1, 6) {
			c := t.change(d)
			d = d.With(c, d.Rev+1)
			before := len(b.Clashes())
			next := b.With(d, refs(c)...)
			if anew := (&Board{ground: b.ground, items: b.items, groups: b.groups}); len(anew.Clashes()) != before {
				t.Fatalf("%v changed the board it began from", refs(c))
			}
			b = next
			if diff := cmp.Diff(Ground(d, zones).Clashes(), b.Clashes()); diff != "" {
				t.Fatalf("after %v (-anew +edited):\n%s", refs(c), diff)
			}
		}
	})
}

// Try says what the board would say.
func TestTryIsTheBoardToBe(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		t := draw{rt}
		d := desk(t)
		b := Ground(d, zones)
		s := t.session(t.n(0, 26))
		if old := d.Sessions.Get(s.ID); old != nil && t.chance(2) {
			s = old
		}
		next := d.With(model.Change{Puts: []model.Put{{Record: s}}}, 2)
		want := b.With(next, model.RefOf(s)).ClashesOf(s.ID)
		if diff := cmp.Diff(want, b.Try(s)); diff != "" {
			t.Fatalf("(-board +try):\n%s", diff)
		}
	})
}

// Starts is true where Try has no hard clash that a start decides.
func TestStartsIsTry(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		t := draw{rt}
		b := Ground(desk(t), zones)
		s := t.session(t.n(0, 26))
		from, n := monday.At(t.n(-10, 200)), t.n(0, 150)
		for i, legal := range b.Starts(s, from, from+model.Quarter(n)) {
			at := *s
			at.Start = from + model.Quarter(i)
			if want := b.cures(&at); legal != want {
				t.Fatalf("%v: Starts %v, Try %v: %v", at.Start, legal, want, b.Try(&at))
			}
		}
	})
}

// cures reports whether every hard fault Try finds is one no start cures.
func (b *Board) cures(s *model.Session) bool {
	t := b.trial(s, true)
	if t == nil {
		return false
	}
	t.fixed(t.focus)
	t.timed(t.focus)
	t.fallback(b, t.focus, t.was)
	for i := range t.stages {
		t.meets(&t.stages[i])
	}
	for _, f := range t.faults {
		if f.Hard && !f.AnyTime {
			return false
		}
	}
	return true
}

// What lies in the tray, or belongs to a closed cohort, is in nobody's way.
func TestTrayAndClosedCohortsAreSilent(t *testing.T) {
	w := newWorld()
	s := w.fire(0, 2, squadAB)
	s.Staff = nil
	if c := Ground(w.desk(), Options{}).Clashes(); len(c) > 0 {
		t.Errorf("in the tray: %v", c)
	}
	s.Start = at(1, 8, 0)
	b := Ground(w.desk(), Options{})
	if hard, _ := b.Count(); hard == 0 || len(b.ClashesOf(s.ID)) == 0 {
		t.Error("placed without people: no hard clash")
	}
	w.cohort.State = model.Closed
	w.people[0].Vetting = model.Vetting{}
	if c := Ground(w.desk(), Options{}).Clashes(); len(c) > 0 {
		t.Errorf("closed: %v", c)
	}
}

// A clash of two cohorts is both cohorts', on a common clock: two hours in one
// zone are the same two in another.
func TestCohortsShareInstructors(t *testing.T) {
	w := newWorld()
	other := *w.cohort
	other.ID, other.Code, other.Zone, other.Seats = id(5, 1), "COL-26-1", "B", nil
	w.more = append(w.more, &other)
	w.class(at(1, 8, 0), 2, squadA)
	theirs := w.class(at(1, 8, 0), 1, squadA)
	theirs.Cohort, theirs.Place = other.ID, model.ID{}
	for _, c := range []struct {
		start model.Quarter
		twice bool
	}{{at(1, 8, 0), true}, {at(1, 9, 0), false}, {at(1, 6, 0), false}, {at(1, 6, 15), true}, {at(1, 7, 15), true}} {
		theirs.Start = c.start
		b := Ground(w.desk(), zones)
		twice := 0
		for _, cohort := range []model.ID{w.cohort.ID, other.ID} {
			hard, soft := b.CohortCount(cohort)
			list := b.CohortClashes(cohort)
			if len(list) != hard+soft {
				t.Errorf("%v: %d clashes, counted %d and %d", c.start, len(list), hard, soft)
			}
			for _, x := range list {
				if x.Rule == "staff-twice" {
					twice++
				}
			}
		}
		// Zone B is an hour behind: 08:00 there is 09:00 here.
		if want := map[bool]int{true: 2}[c.twice]; twice != want {
			t.Errorf("their class at %v: told to %d cohorts, want %d", c.start, twice, want)
		}
	}
}

// With many faults they are sorted out once; what is told is the same.
func TestManyFaultsTellTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		t := draw{rt}
		d := desk(t)
		plain := Ground(d, zones)
		index := &Board{ground: plain.ground, items: plain.items, groups: plain.groups}
		index.sortOnce.Do(index.sortOut)
		for s := range d.Sessions.All {
			if diff := cmp.Diff(plain.ClashesOf(s.ID), index.ClashesOf(s.ID)); diff != "" {
				t.Fatalf("of a session (-plain +sorted):\n%s", diff)
			}
		}
		for c := range d.Cohorts.All {
			if diff := cmp.Diff(plain.CohortClashes(c.ID), index.CohortClashes(c.ID)); diff != "" {
				t.Fatalf("of a cohort (-plain +sorted):\n%s", diff)
			}
		}
	})
}
