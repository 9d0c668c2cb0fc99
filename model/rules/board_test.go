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
			if len(b.tell(func(*fault) bool { return true })) != before {
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
