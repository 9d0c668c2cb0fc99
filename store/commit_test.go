package store

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"muster/model"
	"muster/store/kv"
	"muster/store/kv/mem"
)

func TestConflictShowsAllVersions(t *testing.T) {
	eng, dir := roomy(), t.TempDir()
	ruiz, soto := inMemory(t, eng, dir, "Ruiz"), inMemory(t, eng.Again(), dir, "Soto")
	base := &model.Agency{ID: ruiz.NewID(), Name: "PESP"}
	other := &model.Agency{ID: ruiz.NewID(), Name: "FGE"}
	was := put(t, ruiz, 0, base, other)
	theirs, mine := *base, *base
	theirs.Short, mine.Note = "PESP Sonora", "mine"
	now := put(t, soto, was, &theirs)

	c := model.Change{Puts: []model.Put{{Record: &mine, Was: was}, {Record: other, Was: was}}}
	_, err := ruiz.Commit(t.Context(), c)
	var clash *ConflictError
	if !errors.As(err, &clash) || !errors.Is(err, ErrConflict) || len(clash.Conflicts) != 1 {
		t.Fatalf("Commit = %v", err)
	}
	got := clash.Conflicts[0]
	if got.By.Actor != "Soto" || got.By.Rev != now {
		t.Errorf("by %+v", got.By)
	}
	got.By = Entry{}
	want := Conflict{Ref: model.RefOf(base), Was: was, Now: now, Base: base, Mine: &mine, Theirs: &theirs}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	what, do := Explain(err)
	if what.ID != "store.conflict" || do.ID != "store.conflict.do" {
		t.Errorf("%v, %v", what, do)
	}

	// One that is new twice, and one that is gone.
	if _, err := ruiz.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: base}}}); !errors.Is(err, ErrConflict) {
		t.Errorf("new, but there: %v", err)
	}
	if _, err := remove(soto, now, base); err != nil {
		t.Fatal(err)
	}
	_, err = ruiz.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: &mine, Was: now}}})
	if !errors.As(err, &clash) || clash.Conflicts[0].Theirs != nil || clash.Conflicts[0].Now != 0 || clash.Conflicts[0].Base == nil {
		t.Errorf("removed meanwhile: %v", err)
	}
	sound(t, ruiz)
}

func TestNothingPointsNowhere(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	agency := &model.Agency{ID: s.NewID(), Name: "PESP"}
	person := &model.Person{ID: s.NewID(), Given: "Itzel", Family: "Ávila", Agency: agency.ID}
	cohort := &model.Cohort{ID: s.NewID(), Code: "MEX-26-1", Zone: "UTC", First: 20000, Seats: []model.Seat{{Person: person.ID}}}
	place := &model.Place{ID: s.NewID(), Name: "Room", Kind: model.Classroom}
	session := &model.Session{ID: s.NewID(), Cohort: cohort.ID, Place: place.ID, Block: model.Block{
		Kind: model.KindClass, Title: model.Text{En: "Law"}, Length: 4,
	}}
	refused := func(id, field string, err error) *model.Problem {
		t.Helper()
		var p *model.Problem
		if !errors.As(err, &p) || p.ID != id || p.Field != field {
			t.Fatalf("%v, want %s of %s", err, id, field)
		}
		return p
	}
	commit := func(recs ...model.Record) error {
		var c model.Change
		for _, r := range recs {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
		_, err := s.Commit(t.Context(), c)
		return err
	}
	refused("store.points-nowhere", "agency", commit(person))
	refused("store.points-nowhere", "cohort", commit(session, place))
	// What is pointed at may come in the same change, in any order.
	rev := put(t, s, 0, session, cohort, person, agency, place)

	refused("store.code-taken", "code", commit(&model.Cohort{ID: s.NewID(), Code: "mex-26-1", Zone: "UTC", First: 20000}))
	_, err := remove(s, rev, place)
	p := refused("store.in-use", "place", err)
	where := p.Args[slices.IndexFunc(p.Args, func(a model.Arg) bool { return a.Name == "where" })].Value.([]model.Message)
	if len(where) != 1 || where[0].ID != "store.use.session" {
		t.Errorf("used %v", where)
	}
	_, err = remove(s, rev, person)
	refused("store.in-use", "person", err)
	_, err = remove(s, rev, cohort)
	refused("store.in-use", "cohort", err)
	// Together with those that use it, or once they do not any more, it goes.
	moved := *session
	moved.Place = model.ID{}
	c := model.Change{Removes: []model.Remove{{Ref: model.RefOf(place), Was: rev}}, Puts: []model.Put{{Record: &moved, Was: rev}}}
	next, err := s.Commit(t.Context(), c)
	check(t, err)
	c = model.Change{Removes: []model.Remove{{Ref: model.RefOf(session), Was: next}, {Ref: model.RefOf(cohort), Was: rev}}}
	_, err = s.Commit(t.Context(), c)
	check(t, err)
	check(t, commit(&model.Cohort{ID: s.NewID(), Code: "MEX-26-1", Zone: "UTC", First: 20000})) // the code is free again
	sound(t, s)
}

func TestMalformedChanges(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	a := &model.Agency{ID: s.NewID(), Name: "PESP"}
	for name, c := range map[string]model.Change{
		"twice":       {Puts: []model.Put{{Record: a}, {Record: a}}},
		"put, remove": {Puts: []model.Put{{Record: a}}, Removes: []model.Remove{{Ref: model.RefOf(a)}}},
		"no kind":     {Removes: []model.Remove{{}}},
		"argument":    {Act: model.Say("act.x", "f", 1.5), Puts: []model.Put{{Record: a}}},
	} {
		if _, err := s.Commit(t.Context(), c); !errors.Is(err, ErrChange) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var problems model.Problems
	if _, err := s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: &model.Agency{}}}}); !errors.As(err, &problems) || len(problems) != 2 {
		t.Errorf("invalid: %v", err)
	}
	if rev, err := s.Commit(t.Context(), model.Change{}); rev != 0 || err != nil {
		t.Errorf("nothing: %d, %v", rev, err)
	}
	if _, err := inMemory(t, roomy(), t.TempDir(), "").Commit(t.Context(), model.Change{Puts: []model.Put{{Record: a}}}); !errors.Is(err, ErrNoActor) {
		t.Errorf("nobody: %v", err)
	}
}

// When the engine does not know whether it saved, the store looks.
func TestUnknownOutcome(t *testing.T) {
	for _, twice := range []bool{false, true} {
		eng := mem.New(mem.Options{Limits: roomy().Limits(), Twice: twice})
		s := inMemory(t, eng, t.TempDir(), "Ruiz")
		a := &model.Agency{ID: s.NewID(), Name: "PESP"}
		eng.FailNext(mem.After, nil)
		rev := put(t, s, 0, a)
		if _, at, err := s.Get(t.Context(), model.RefOf(a)); err != nil || at != rev {
			t.Errorf("saved at %d: %d, %v", rev, at, err)
		}
		eng.FailNext(mem.Before, kv.ErrUnknown)
		_, err := s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: &model.Agency{ID: s.NewID(), Name: "FGE"}}}})
		if !errors.Is(err, kv.ErrDisk) || errors.Is(err, kv.ErrUnknown) {
			t.Errorf("not saved: %v", err)
		}
		sound(t, s)
	}
}

func TestIDsRise(t *testing.T) {
	o := options(t.TempDir(), "Ruiz")
	clock := day
	o.Now = func() time.Time { return clock }
	s, err := attach(t.Context(), roomy(), o)
	check(t, err)
	last := model.ID{}
	for i := range 3000 {
		switch {
		case i == 1000:
			clock = clock.Add(-time.Hour)
		case i > 2000:
			clock = clock.Add(time.Hour)
		}
		id := s.NewID()
		if id.Compare(last) <= 0 {
			t.Fatalf("%d: %v after %v", i, id, last)
		}
		last = id
	}
}
