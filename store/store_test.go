package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"muster/model"
	"muster/store/kv"
)

// day is when all tests take place.
var day = time.Date(2026, 3, 9, 7, 30, 15, 340_000_000, time.UTC)

// options are those of a database in dir, at a clock that moves by a second
// each time somebody looks at it.
func options(dir, actor string) Options {
	now := day
	return Options{
		Path: filepath.Join(dir, "muster.db"), KeyDir: filepath.Join(dir, "keys"),
		Create: true, Actor: actor, Poll: 20 * time.Millisecond,
		Now: func() time.Time { now = now.Add(time.Second); return now },
	}
}

func openIn(t testing.TB, dir, actor string) *Store {
	t.Helper()
	s, err := Open(t.Context(), options(dir, actor))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, s.Close()) })
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sound fails the test if anything in the database disagrees.
func sound(t testing.TB, s *Store) Report {
	t.Helper()
	r, err := s.Verify(t.Context())
	check(t, err)
	for _, f := range r.Faults {
		t.Errorf("verify: %s %v", f.ID, f.Args)
	}
	return r
}

func put(t testing.TB, s *Store, was model.Rev, recs ...model.Record) model.Rev {
	t.Helper()
	c := model.Change{Act: model.Say("act.test", "n", len(recs))}
	for _, r := range recs {
		c.Puts = append(c.Puts, model.Put{Record: r, Was: was})
	}
	rev, err := s.Commit(t.Context(), c)
	check(t, err)
	return rev
}

func remove(s *Store, was model.Rev, recs ...model.Record) (model.Rev, error) {
	c := model.Change{Act: model.Say("act.remove")}
	for _, r := range recs {
		c.Removes = append(c.Removes, model.Remove{Ref: model.RefOf(r), Was: was})
	}
	return s.Commit(context.Background(), c)
}

func TestKeptAcrossOpenings(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir, "Ruiz")
	if !s.Made() {
		t.Error("a new database was not made")
	}
	rec := &model.Place{ID: s.NewID(), Name: "Range  3", Kind: model.Range, Lanes: 12}
	rev := put(t, s, 0, rec)
	check(t, s.Close())

	s = openIn(t, dir, "Ruiz")
	got, at, err := s.Get(t.Context(), model.RefOf(rec))
	check(t, err)
	want := *rec
	want.Name = "Range 3"
	if d := cmp.Diff(&want, got); d != "" || at != rev || s.Made() {
		t.Errorf("at %d, want %d; %s", at, rev, d)
	}
	if _, _, err := s.Get(t.Context(), model.Ref{Kind: model.KindPlace, ID: s.NewID()}); !errors.Is(err, ErrGone) {
		t.Errorf("a record that is not there: %v", err)
	}
	sound(t, s)
}

func TestNoDatabase(t *testing.T) {
	o := options(t.TempDir(), "Ruiz")
	o.Create = false
	if _, err := Open(t.Context(), o); !errors.Is(err, kv.ErrNotFound) {
		t.Errorf("Open = %v", err)
	}
}
