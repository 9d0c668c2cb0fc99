package store

import (
	"context"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

// The desk holds what it says, and is the same however it was come by: read,
// renewed, or made by desk.With.
func TestDesk(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		s, ctx := inMemory(t, roomy(), dir, "Ruiz"), context.Background()
		recs := world(rt, s.NewID)
		fill(t, s, recs)
		d, err := s.Desk(ctx)
		if err != nil {
			rt.Fatal(err)
		}
		closed, seated, held := map[model.ID]bool{}, map[model.ID]bool{}, map[model.ID]int{}
		for c := range d.Cohorts.All {
			closed[c.ID] = c.State == model.Closed
			for _, seat := range c.Seats {
				seated[seat.Person] = seated[seat.Person] || c.State != model.Closed
			}
		}
		for _, r := range recs {
			switch r := r.(type) {
			case *model.Contact:
				seated[r.Person] = seated[r.Person] || r.Open()
				held[r.Person]++
			case *model.Certificate:
				held[r.Person]++
			}
		}
		for _, r := range recs {
			want := true
			switch r := r.(type) {
			case *model.Person:
				want = seated[r.ID]
			case *model.Session:
				want = !closed[r.Cohort]
			case *model.Roll:
				want = !closed[r.Cohort]
			case *model.Sheet:
				want = !closed[r.Cohort]
			case *model.Draft:
				want = !closed[r.Cohort]
			case *model.Certificate:
				want = !closed[r.Cohort]
			case *model.Contact:
				want = r.Open()
			}
			if have := d.RevOf(model.RefOf(r)) == 1; have != want {
				rt.Fatalf("%s on the desk: %v", r.RecordKind(), have)
			}
		}
		for c := range d.Cohorts.All {
			rows, err := s.SessionsOf(ctx, c.ID)
			if err != nil {
				rt.Fatal(err)
			}
			n := 0
			for _, r := range recs {
				if v, ok := r.(*model.Session); ok && v.Cohort == c.ID {
					n++
				}
			}
			if len(rows) != n {
				rt.Fatalf("%d of %d sessions", len(rows), n)
			}
		}
		for person, n := range held {
			papers, err := s.CertificatesOf(ctx, person)
			if err != nil {
				rt.Fatal(err)
			}
			talks, err := s.ContactsOf(ctx, person)
			if err != nil || len(papers)+len(talks) != n {
				rt.Fatalf("%d certificates, %d contacts, %v; want %d in all", len(papers), len(talks), err, n)
			}
		}
		// Close or open a cohort: people and sessions come or go.
		c := *d.Cohorts.Rows()[0].Rec
		if c.State = model.Closed; closed[c.ID] {
			c.State = model.Running
		}
		put(t, s, 1, &c)
		d = renewed(rt, s, d)
		// Settle a follow-up: it leaves the desk, and so may its person.
		if d.Contacts.Len() > 0 {
			v := *d.Contacts.Rows()[0].Rec
			v.Done = v.Due
			put(t, s, 1, &v)
			d = renewed(rt, s, d)
		}
		a := *d.Agencies.Rows()[0].Rec
		a.Note = "new"
		change := model.Change{Puts: []model.Put{d.Put(&a)}}
		rev, err := s.Commit(ctx, change)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := sameDesk(d.With(change, rev), renewed(rt, s, d)); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// Whatever moves, a desk that is renewed is as one that is read.
func TestDeskRenewed(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		s, ctx := inMemory(t, roomy(), dir, "Ruiz"), context.Background()
		recs := world(rt, s.NewID)
		fill(t, s, recs)
		d, err := s.Desk(ctx)
		if err != nil {
			rt.Fatal(err)
		}
		for range rapid.IntRange(1, 8).Draw(rt, "acts") {
			for range rapid.IntRange(1, 3).Draw(rt, "between") {
				var c model.Change
				seen := map[model.Ref]bool{}
				for range rapid.IntRange(1, 2).Draw(rt, "records") {
					r := rapid.SampledFrom(recs).Draw(rt, "record")
					ref := model.RefOf(r)
					if seen[ref] {
						continue
					}
					seen[ref] = true
					_, was, err := s.Get(ctx, ref)
					there := err == nil
					switch {
					case there && rapid.Bool().Draw(rt, "remove"):
						c.Removes = append(c.Removes, model.Remove{Ref: ref, Was: was})
					default:
						c.Puts = append(c.Puts, model.Put{Record: turned(rt, r), Was: was})
					}
				}
				_, err := s.Commit(ctx, c)
				var refused *model.Problem
				if err != nil && !errors.As(err, &refused) {
					rt.Fatal(err)
				}
				if rapid.IntRange(0, 4).Draw(rt, "undo") == 0 {
					_, err = s.Undo(ctx)
					if err != nil && !errors.As(err, &refused) && !errors.Is(err, ErrNothing) {
						rt.Fatal(err)
					}
				}
			}
			d = renewed(rt, s, d)
		}
	})
}

// turned is the record with what decides whether it is on the desk drawn anew.
func turned(t *rapid.T, r model.Record) model.Record {
	switch r := r.(type) {
	case *model.Cohort:
		c := *r
		c.State = rapid.SampledFrom(model.CohortStates).Draw(t, "state")
		if rapid.Bool().Draw(t, "seats") {
			c.Seats = nil
		}
		return &c
	case *model.Contact:
		c := *r
		c.Done = model.Date(rapid.IntRange(0, 1).Draw(t, "done"))
		return &c
	}
	return r
}

func TestPeopleInWindows(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	var recs []model.Record
	for range 25 {
		recs = append(recs, &model.Person{ID: s.NewID(), Given: "Itzel"})
	}
	fill(t, s, recs)
	var got []model.Record
	for after := (model.ID{}); ; {
		rows, err := s.People(t.Context(), after, 10)
		check(t, err)
		if len(rows) == 0 {
			break
		}
		for _, r := range rows {
			got = append(got, r.Rec)
		}
		after = rows[len(rows)-1].Rec.ID
	}
	if d := cmp.Diff(recs, got); d != "" {
		t.Error(d)
	}
}

func TestFindPerson(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	born, _ := model.NewDate(1990, 4, 12)
	known := &model.Person{
		ID: s.NewID(), Given: "Itzel", Family: "Ávila", Family2: "Yáñez", Born: born,
		Passport: model.Passport{No: "G-123 456", Country: "MX"}, NationalID: "AIYI900412MSRVXT05",
	}
	fill(t, s, []model.Record{
		known,
		&model.Person{ID: s.NewID(), Given: "José", Family: "Mora", Born: born, Passport: model.Passport{No: "G123456", Country: "GT"}},
	})
	for _, c := range []struct {
		name  string
		probe model.Person
		by    []By
		diff  []string
	}{
		{"passport, written otherwise", model.Person{Given: "X", Passport: model.Passport{No: "g123456", Country: "MX"}}, []By{ByPassport}, nil},
		{"passport of another country", model.Person{Given: "X", Passport: model.Passport{No: "G123456", Country: "CO"}}, nil, nil},
		{"national number", model.Person{Given: "X", NationalID: "aiyi900412msrvxt05"}, []By{ByNational}, nil},
		{"name without accents", model.Person{Given: "ITZEL", Family: "AVILA YANEZ"}, []By{ByName}, nil},
		{"name in another order", model.Person{Given: "Avila Yanez", Family: "Itzel"}, []By{ByName}, nil},
		{"same name, another birthday", model.Person{Given: "Itzel", Family: "Ávila", Family2: "Yáñez", Born: born.Days(1)}, []By{ByName}, []string{"born"}},
		{"part of the name, and the birthday", model.Person{Given: "Itzel", Family: "Ávila", Born: born}, []By{ByBorn}, nil},
		{"the birthday only", model.Person{Given: "Rosa", Family: "Quispe", Born: born}, nil, nil},
		{"nobody", model.Person{Given: "Rosa", Family: "Quispe"}, nil, nil},
		{"all", model.Person{Given: "Itzel", Family: "Ávila", Family2: "Yáñez", Born: born, Passport: known.Passport, NationalID: "OTHER"}, []By{ByPassport, ByName, ByBorn}, []string{"nationalId"}},
	} {
		found, err := s.FindPerson(t.Context(), &c.probe)
		check(t, err)
		if c.by == nil {
			if len(found) > 0 {
				t.Errorf("%s: found by %v", c.name, found[0].By)
			}
			continue
		}
		if len(found) != 1 || found[0].Person.ID != known.ID || !slices.Equal(found[0].By, c.by) || !slices.Equal(found[0].Differ, c.diff) {
			t.Errorf("%s: %+v", c.name, found)
		}
	}
	if found, err := s.FindPerson(t.Context(), known); err != nil || len(found) != 0 {
		t.Errorf("found oneself: %v %v", found, err)
	}
}

func TestJournal(t *testing.T) {
	eng, dir := roomy(), t.TempDir()
	ruiz, soto := inMemory(t, eng, dir, "Ruiz"), inMemory(t, eng.Again(), dir, "Soto")
	a := &model.Agency{ID: ruiz.NewID(), Name: "PESP"}
	rev := put(t, ruiz, 0, a)
	for i := range 2*journalPage + 3 {
		s := ruiz
		if i%2 == 1 {
			s = soto
		}
		put(t, s, 0, &model.Agency{ID: s.NewID(), Name: "X"})
	}
	b := *a
	b.Name, b.Short, b.Region = "Policía Estatal", "PESP", "MX-SON"
	act := model.Say("act.agency", "id", a.ID, "n", 3, "on", model.Date(20000), "at", model.Quarter(96), "span", model.Span{From: 1, To: 2},
		"title", model.Text{En: "x"}, "list", []model.ID{a.ID}, "words", []string{"a", "b"}, "yes", true, "in", model.Say("act.x", "s", "t"),
		"squads", model.SquadsOf(1, 3), "stage", model.Cleared, "none", []model.Date{})
	_, err := soto.Commit(t.Context(), model.Change{Act: act, Puts: []model.Put{{Record: &b, Was: rev}}})
	check(t, err)
	if ref, err := ruiz.RefOf(t.Context(), a.ID); err != nil || ref != model.RefOf(a) {
		t.Errorf("RefOf = %v, %v", ref, err)
	}
	if _, err := ruiz.RefOf(t.Context(), ruiz.NewID()); !errors.Is(err, ErrGone) {
		t.Errorf("RefOf nothing: %v", err)
	}
	all := func(f Filter) (out []Entry) {
		check(t, ruiz.Journal(t.Context(), f, func(e Entry) bool { out = append(out, e); return true }))
		return out
	}
	every := all(Filter{})
	if len(every) != 2*journalPage+5 || every[0].Rev != model.Rev(len(every)) || every[len(every)-1].Rev != 1 {
		t.Fatalf("%d entries", len(every))
	}
	for i, e := range every {
		if e.Rev != model.Rev(len(every)-i) || e.At.Location() != time.UTC || e.At.Nanosecond()%10_000_000 != 0 {
			t.Fatalf("entry %d: %+v", i, e)
		}
	}
	of := all(Filter{Of: model.RefOf(a)})
	if len(of) != 2 || of[0].Rev != every[0].Rev || of[1].Rev != 1 {
		t.Errorf("of one record: %v", of)
	}
	if got := all(Filter{Actor: "Soto", Limit: 3}); len(got) != 3 || got[2].Actor != "Soto" {
		t.Errorf("Soto's: %v", got)
	}
	if got := all(Filter{Before: 3}); len(got) != 2 || got[0].Rev != 2 {
		t.Errorf("before 3: %v", got)
	}
	since, n := every[4].At, 0
	for _, e := range every { // each actor has a clock
		if !e.At.Before(since) {
			n++
		}
	}
	if got := all(Filter{Since: since}); len(got) != n || n == len(every) {
		t.Errorf("since: %d of %d", len(got), n)
	}
	if got := all(Filter{Since: since.Add(48 * time.Hour)}); len(got) != 0 {
		t.Errorf("since after all: %d", len(got))
	}
	// What a message may hold comes back; words and sets of squads as text.
	for i, arg := range act.Args {
		want := arg.Value
		switch arg.Name {
		case "squads":
			want = "A C"
		case "stage":
			want = "cleared"
		case "none":
			want = []string{}
		}
		if d := cmp.Diff(want, of[0].Act.Args[i].Value); d != "" {
			t.Errorf("%s: %s", arg.Name, d)
		}
	}
	diffs, err := ruiz.Differences(t.Context(), of[0])
	check(t, err)
	want := []Difference{{Ref: model.RefOf(a), Before: a, After: &b, Fields: []model.FieldChange{
		{Field: "name", Before: "PESP", After: "Policía Estatal"}, {Field: "region", Before: nil, After: "MX-SON"}, {Field: "short", Before: nil, After: "PESP"},
	}}}
	if d := cmp.Diff(want, diffs); d != "" {
		t.Error(d)
	}
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	ruiz, soto := openIn(t, dir, "Ruiz"), openIn(t, dir, "Soto")
	ctx, stop := context.WithCancel(t.Context())
	rev, err := ruiz.Rev(ctx)
	check(t, err)
	events := ruiz.Watch(ctx, rev)
	next := func() Event {
		select {
		case e := <-events:
			return e
		case <-time.After(5 * time.Second):
			t.Fatal("nothing told")
			return Event{}
		}
	}
	for i, s := range []*Store{soto, ruiz, soto} {
		a := &model.Agency{ID: s.NewID(), Name: "PESP"}
		rev = put(t, s, 0, a)
		if e := next(); e.Rev != rev || !slices.Equal(e.Refs, []model.Ref{model.RefOf(a)}) || e.All || e.Err != nil {
			t.Errorf("%d: %+v", i, e)
		}
	}
	select {
	case e := <-events:
		t.Errorf("told of nothing: %+v", e)
	case <-time.After(60 * time.Millisecond):
	}
	stop()
	for range events {
	}
}

// Every message this package can say is in the catalogues, and errors also
// with what to do.
func TestCatalogues(t *testing.T) {
	texts := map[string]bool{}
	for _, file := range []string{"store", "journal"} {
		raw, err := os.ReadFile("../ui/lang/en/" + file + ".po")
		check(t, err)
		for _, m := range regexp.MustCompile(`(?m)^msgid "([^"]+)"$`).FindAllStringSubmatch(string(raw), -1) {
			texts[m[1]] = true
		}
	}
	files, err := os.ReadDir(".")
	check(t, err)
	said := regexp.MustCompile(`"((?:store|journal)\.[a-z.-]+)"`)
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		raw, err := os.ReadFile(f.Name())
		check(t, err)
		for _, m := range said.FindAllStringSubmatch(string(raw), -1) {
			id := m[1]
			if strings.HasSuffix(id, ".") { // followed by a kind
				id += "person"
			}
			if !texts[id] {
				t.Errorf("%s: %s is in no catalogue", f.Name(), id)
			}
		}
	}
	for _, err := range []error{
		ErrGone, ErrNothing, ErrNothingToRedo, ErrLargeAct, ErrNoActor, ErrNoFolder, ErrNotEmpty, ErrFilling, ErrDamaged, ErrChange,
		context.Canceled, context.DeadlineExceeded, &NewerError{}, &TouchedError{}, &TouchedError{Again: true},
		&ConflictError{[]Conflict{{}}}, &ImportError{}, &ImportError{Kind: "agency"}, &VerifyError{Report{Faults: []model.Message{{}}}},
		model.Wrong("code", "store.code-taken"), model.Wrong("place", "store.in-use"), model.Wrong("place", "store.points-nowhere"),
	} {
		what, do := Explain(err)
		if !texts[what.ID] || !texts[do.ID] {
			t.Errorf("%v: %s, %s", err, what.ID, do.ID)
		}
	}
}
