package store

import (
	"errors"
	"testing"

	"muster/model"
)

// refused is the problem that err is, whose sentence has that id.
func refused(t *testing.T, err error, id string) *model.Problem {
	t.Helper()
	var p *model.Problem
	if !errors.As(err, &p) || p.ID != id {
		t.Fatalf("err = %v, want %s", err, id)
	}
	return p
}

// class is a cohort with one officer and a session.
func class(t *testing.T, s *Store, no string) (*model.Cohort, *model.Person, *model.Session) {
	t.Helper()
	p := &model.Person{ID: s.NewID(), Given: "Itzel"}
	c := &model.Cohort{
		ID: s.NewID(), Code: "MEX-26-" + no, Zone: "UTC", First: 20000, Last: 20011, Seats: []model.Seat{{Person: p.ID}}, State: model.Running,
	}
	v := &model.Session{
		ID: s.NewID(), Cohort: c.ID, Squads: 1, Start: model.Date(20000).At(30),
		Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Use of force"}, Length: 4},
	}
	fill(t, s, []model.Record{p, c, v})
	return c, p, v
}

// A session that was held stays; with its roll and sheet it can go.
func TestSessionHeld(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	c, p, v := class(t, s, "1")
	roll := &model.Roll{ID: v.ID, Cohort: c.ID, Marks: []model.Mark{{Person: p.ID, State: model.Here}}}
	sheet := &model.Sheet{ID: v.ID, Cohort: c.ID, Pass: 70, Rows: []model.Score{{Person: p.ID, Attempt: 1, Of: 10, Points: 8}}}
	why := func(want string) {
		t.Helper()
		_, err := remove(s, 1, v)
		for _, a := range refused(t, err, "store.session-held").Args {
			if m, ok := a.Value.(model.Message); a.Name == "why" && (!ok || m.ID != want) {
				t.Errorf("because %v, want %s", a.Value, want)
			}
		}
	}
	rev := put(t, s, 0, roll)
	why("store.held.roll")
	put(t, s, 0, sheet)
	why("store.held.both")
	_, err := remove(s, rev, roll)
	check(t, err)
	why("store.held.sheet")
	again := &model.Session{ID: s.NewID(), Cohort: c.ID, Only: []model.ID{p.ID}, Again: v.ID, Block: v.Block}
	put(t, s, 0, again)
	_, err = remove(s, 1, v)
	refused(t, err, "store.in-use")
	_, err = s.Undo(t.Context())
	check(t, err)
	_, err = s.Commit(t.Context(), model.Change{Removes: []model.Remove{
		{Ref: model.RefOf(v), Was: 1}, {Ref: model.RefOf(sheet), Was: rev + 1},
	}})
	check(t, err)
	if _, err := s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: roll}}}); err == nil {
		t.Error("a roll of no session")
	}
	_, err = s.Undo(t.Context())
	check(t, err)
	sound(t, s)
}

// What a person was marked, scored or given keeps the person.
func TestPeopleStayWithWhatTheyDid(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	c, _, v := class(t, s, "1")
	guest := &model.Person{ID: s.NewID(), Given: "Rosa"}
	staff := &model.Staff{ID: s.NewID(), Family: "Reyes", Speaks: []string{"es"}}
	first := put(t, s, 0, guest, staff)
	for _, rec := range []model.Record{
		&model.Roll{ID: v.ID, Cohort: c.ID, Marks: []model.Mark{{Person: guest.ID, State: model.Here}}},
		&model.Sheet{ID: v.ID, Cohort: c.ID, Rows: []model.Score{{Person: guest.ID, Attempt: 1, Verdict: model.Passed}}},
		&model.Certificate{
			ID: s.NewID(), Person: guest.ID, Cohort: c.ID, No: "A-1", Kind: model.CompletedCourse, On: 20011, Name: "Rosa",
			Course: model.Text{En: "Advanced"},
		},
		&model.Contact{ID: s.NewID(), Person: guest.ID, At: 28_800_000, Channel: model.Phone},
		&model.Session{ID: s.NewID(), Cohort: c.ID, Block: v.Block, Only: []model.ID{guest.ID}},
	} {
		put(t, s, 0, rec)
		_, err := remove(s, first, guest)
		refused(t, err, "store.in-use")
		_, err = s.Undo(t.Context())
		check(t, err)
	}
	put(t, s, 0, &model.Sheet{ID: v.ID, Cohort: c.ID, Rows: []model.Score{{Person: guest.ID, Attempt: 1, By: staff.ID}}})
	_, err := remove(s, first, staff)
	refused(t, err, "store.in-use")
	sound(t, s)
}

func TestCertificateNumbersAreUsedOnce(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	c, p, _ := class(t, s, "1")
	paper := func(no string) *model.Certificate {
		return &model.Certificate{
			ID: s.NewID(), Person: p.ID, Cohort: c.ID, No: no, Kind: model.CompletedCourse, On: 20011, Name: "Itzel",
			Course: model.Text{En: "Advanced"},
		}
	}
	one, two := paper("MEX-26-1-07"), paper("mex-26-1-07")
	_, err := s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: one}, {Record: two}}})
	refused(t, err, "store.number-taken")
	rev := put(t, s, 0, one)
	_, err = s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: two}}})
	refused(t, err, "store.number-taken")
	void := *one
	void.Void, void.No = 20020, "MEX-26-1-07-VOID"
	_, err = s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: &void, Was: rev}, {Record: two}}})
	check(t, err)
	if rows, err := s.CertificatesOf(t.Context(), p.ID); err != nil || len(rows) != 2 || rows[0].Rec.ID != one.ID {
		t.Errorf("%d certificates, %v", len(rows), err)
	}
	sound(t, s)
}
