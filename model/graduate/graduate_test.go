package graduate

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
)

var first = func() model.Date {
	d, _ := model.NewDate(2026, 1, 12)
	return d
}()

func id(kind, n int) model.ID { return model.ID{0: byte(kind), 1: byte(n >> 8), 2: byte(n), 15: 7} }

// world is a class of n that was taught three blocks on two days: a talk,
// practice with the handgun, and its qualification.
type world struct {
	t    testing.TB
	desk *model.Desk
	ids  int
}

func newWorld(t testing.TB, n int) *world {
	t.Helper()
	w := &world{t: t, desk: &model.Desk{}}
	c := model.Cohort{ID: id(1, 1), Code: "MEX-26-1", Title: "Sonora", Zone: "UTC", First: first, Last: first.Days(4), Squads: 1}
	agency, err := model.NewAgency(model.Agency{ID: id(2, 1), Name: "Policía Estatal", Short: "PESP"})
	w.put(agency, err)
	for i := range n {
		p, err := model.NewPerson(model.Person{ID: id(3, i), Given: fmt.Sprint("Ana ", i), Family: "Peña", Family2: "Ruiz", Rank: "Oficial", Agency: agency.ID})
		w.put(p, err)
		// The roster is in another order than the class numbers.
		c.Seats = append(c.Seats, model.Seat{Person: p.ID, No: n - i, Squad: 1, Stage: model.InCourse})
	}
	cohort, err := model.NewCohort(c)
	w.put(cohort, err)
	fire := model.FireCourse{ID: id(9, 1), Title: model.Text{En: "Handgun"}, Pass: 80, Stages: []model.FireStage{{Rounds: 10, Points: 10}}}
	w.session(1, 0, model.Block{Key: 1, Kind: model.KindClass, Title: model.Text{En: "Law"}, Length: 8})
	w.session(2, 12, model.Block{Key: 2, Kind: model.KindFirearms, Title: model.Text{En: "Drills"}, Length: 8, Ammo: model.Live, Fire: &model.Firing{}})
	w.session(3, model.Day, model.Block{Key: 3, Kind: model.KindFirearms, Title: model.Text{En: "Qualification"}, Length: 8, Ammo: model.Live, Fire: &model.Firing{Qualifies: true, Course: fire.ID}})
	sheet := model.Sheet{ID: id(4, 3), Cohort: c.ID, Fire: &fire}
	for i := range n {
		sheet.Rows = append(sheet.Rows, model.Score{Person: id(3, i), Attempt: 1, Hits: []int{9}})
	}
	s, err := model.NewSheet(sheet)
	w.put(s, err)
	return w
}

func (w *world) put(r model.Record, err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	w.desk = w.desk.With(model.Change{Puts: []model.Put{{Record: r}}}, w.desk.Rev+1)
}

func (w *world) session(n, after int, b model.Block) {
	w.t.Helper()
	s, err := model.NewSession(model.Session{ID: id(4, n), Cohort: id(1, 1), Block: b, Squads: 1, Start: first.At(32) + model.Quarter(after)})
	w.put(s, err)
}

func (w *world) cohort() *model.Cohort { return w.desk.Cohorts.Get(id(1, 1)) }

// mark calls somebody away from a session.
func (w *world) mark(session int, who model.ID, as model.Presence) {
	w.t.Helper()
	r := model.Roll{ID: id(4, session), Cohort: id(1, 1)}
	if was := w.desk.Rolls.Get(r.ID); was != nil {
		r = *was
	}
	v, err := model.NewRoll(r.With(model.Mark{Person: who, State: as}))
	w.put(v, err)
}

// shoots scores the first attempt at the qualification.
func (w *world) shoots(who model.ID, hits int) {
	w.t.Helper()
	s := *w.desk.Sheets.Get(id(4, 3))
	s.Rows = slices.Clone(s.Rows)
	for i := range s.Rows {
		if s.Rows[i].Person == who {
			s.Rows[i].Hits = []int{hits}
		}
	}
	v, err := model.NewSheet(s)
	w.put(v, err)
}

func (w *world) stage(who model.ID, s model.Stage) {
	w.t.Helper()
	seat, _ := w.cohort().Seat(who)
	seat.Stage = s
	v, err := model.NewCohort(w.cohort().WithSeat(seat))
	w.put(v, err)
}

func (w *world) newID() model.ID {
	w.ids++
	return id(8, w.ids)
}

func (w *world) awards() []Award { return Propose(w.desk, w.cohort(), first.Days(4).Minute(15*60)) }

// graduate keeps what the awards come to.
func (w *world) graduate(awards []Award) {
	w.t.Helper()
	recs, err := Records(w.desk, w.cohort(), awards, first.Days(4), w.newID)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range recs {
		v, err := r.Valid()
		w.put(v, err)
	}
}

// numbers is the certificates' numbers by class number.
func (w *world) numbers() map[int]string {
	out := map[int]string{}
	for v := range w.desk.Certificates.All {
		s, _ := w.cohort().Seat(v.Person)
		if v.Void.IsZero() {
			out[s.No] = v.No
		}
	}
	return out
}

func TestThirtyOfWhomOneIsMissingAndTwoFellShort(t *testing.T) {
	w := newWorld(t, 30)
	missed, failed, gone := id(3, 3), id(3, 10), id(3, 20)
	w.mark(2, missed, model.Excused)
	w.shoots(failed, 5)
	w.mark(2, gone, model.Missing)
	w.stage(gone, model.Absent)
	awards := w.awards()
	if len(awards) != 30 || awards[0].Seat.No != 1 {
		t.Fatalf("%d awards, the first to number %d", len(awards), awards[0].Seat.No)
	}
	count := map[model.CertificateKind]int{}
	for _, a := range awards {
		count[a.Kind]++
		why := ""
		if len(a.Reasons) > 0 {
			why = a.Reasons[0].ID
		}
		want := map[model.ID]string{missed: "progress.missed", failed: "progress.failed", gone: "progress.out"}[a.Seat.Person]
		if why != want {
			t.Errorf("number %d: %q, not %q", a.Seat.No, why, want)
		}
	}
	if count[model.CompletedCourse] != 27 || count[model.AttendedCourse] != 2 || count[""] != 1 {
		t.Errorf("%v", count)
	}
	w.graduate(awards)
	c := w.cohort()
	if c.State != model.Graduated || w.desk.Certificates.Len() != 29 || len(Away(c)) != 30 {
		t.Errorf("%s, %d certificates, %d away", c.State, w.desk.Certificates.Len(), len(Away(c)))
	}
	n := 0
	for no := 1; no <= 30; no++ {
		s := c.Seats[30-no]
		if s.Person == gone {
			if s.Stage != model.Absent || w.numbers()[no] != "" {
				t.Errorf("who left is %s with %q", s.Stage, w.numbers()[no])
			}
			continue
		}
		n++
		if got := w.numbers()[no]; got != fmt.Sprintf("MEX-26-1-%03d", n) {
			t.Errorf("number %d has %s", no, got)
		}
	}
	for v := range w.desk.Certificates.All {
		if v.Person == failed && (v.Kind != model.AttendedCourse || slices.Contains(v.Skills, model.SkillFirearms) || v.Marks[0].Passed) {
			t.Errorf("who failed: %+v", v)
		}
		if v.Person == id(3, 0) && (v.Name != "Ana 0 Peña Ruiz" || v.Agency != "PESP" || v.Rank != "Oficial" || v.Hours != 6 ||
			v.Course.En != "Sonora" || len(v.Marks) != 1 || v.Marks[0].Percent != 90 || !slices.Contains(v.Skills, model.SkillFirearms)) {
			t.Errorf("%+v", v)
		}
	}
	// Nobody is left: it cannot be done again.
	var problem *model.Problem
	if _, err := Records(w.desk, c, w.awards(), first.Days(4), w.newID); !errors.As(err, &problem) {
		t.Errorf("graduates twice: %v", err)
	}
}

func TestVoidNumbersAreNotGivenAgain(t *testing.T) {
	w := newWorld(t, 3)
	w.graduate(w.awards())
	var last *model.Certificate
	for v := range w.desk.Certificates.All {
		if v.No == "MEX-26-1-003" {
			last = v
		}
	}
	recs, err := Void(w.cohort(), last, first.Days(6), "misspelt")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recs {
		w.put(r, nil)
	}
	if s, _ := w.cohort().Seat(last.Person); s.Stage != model.Attended {
		t.Errorf("the holder is %s", s.Stage)
	}
	w.graduate(w.awards())
	if got := w.numbers()[3]; got != "MEX-26-1-004" {
		t.Errorf("the new one is %s", got)
	}
	if s, _ := w.cohort().Seat(last.Person); s.Stage != model.Completed {
		t.Errorf("the holder is %s", s.Stage)
	}
}

func TestWhoIsNotProposedOne(t *testing.T) {
	w := newWorld(t, 4)
	w.stage(id(3, 0), model.Rejected)
	for s := 1; s <= 3; s++ {
		w.mark(s, id(3, 1), model.Missing)
	}
	awards := w.awards()
	if len(awards) != 3 {
		t.Errorf("%d awards: somebody rejected is among them", len(awards))
	}
	for _, a := range awards {
		if a.Seat.Person == id(3, 1) && (a.Kind != "" || a.Reasons[0].ID != "graduate.never-there") {
			t.Errorf("who was never there gets %q: %v", a.Kind, a.Reasons)
		}
	}
	for _, a := range Propose(w.desk, w.cohort(), first.Minute(-60)) {
		if a.Kind != "" {
			t.Errorf("%q before the first day", a.Kind)
		}
	}
	// In the midst of it a test is still to come.
	empty := *w.desk.Sheets.Get(id(4, 3))
	empty.Rows = nil
	v, err := model.NewSheet(empty)
	w.put(v, err)
	for _, a := range Propose(w.desk, w.cohort(), first.Minute(20*60)) {
		if a.Seat.Person != id(3, 1) && (a.Kind != "" || !a.Open || len(a.Reasons) != 1) {
			t.Errorf("before the qualification %q: %v", a.Kind, a.Reasons)
		}
	}
}

// Over, but not scored yet: it is left for later, and not "attended only".
func TestAMissingResultIsLeftForLater(t *testing.T) {
	w := newWorld(t, 2)
	empty := *w.desk.Sheets.Get(id(4, 3))
	empty.Rows = empty.Rows[:1]
	v, err := model.NewSheet(empty)
	w.put(v, err)
	for _, a := range w.awards() {
		if scored := a.Seat.Person == id(3, 0); scored != (a.Kind == model.CompletedCourse) || scored == a.Open {
			t.Errorf("number %d: %q, %v", a.Seat.No, a.Kind, a.Reasons)
		}
	}
}

func TestHomeAndClosed(t *testing.T) {
	w := newWorld(t, 2)
	w.graduate(w.awards())
	for _, s := range w.cohort().Seats {
		if Finished(w.cohort()) {
			t.Error("finished while somebody is away")
		}
		s.Home = first.Days(6)
		v, err := model.NewCohort(w.cohort().WithSeat(s))
		w.put(v, err)
	}
	if !Finished(w.cohort()) {
		t.Error("not finished with everybody home")
	}
	shut := *w.cohort()
	shut.State = model.Closed
	var problem *model.Problem
	if _, err := Records(w.desk, &shut, w.awards(), first, w.newID); !errors.As(err, &problem) || problem.Message.ID != "graduate.closed" {
		t.Errorf("a closed cohort graduates: %v", err)
	}
}

// Whatever is graduated and made void in whatever order, no number comes
// twice, and nobody has two certificates that are good.
func TestNumbersAreUnique(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newWorld(t, 5)
		for range rapid.IntRange(1, 6).Draw(r, "acts") {
			if rapid.Bool().Draw(r, "void") {
				for v := range w.desk.Certificates.All {
					if v.Void.IsZero() && rapid.Bool().Draw(r, "this") {
						recs, err := Void(w.cohort(), v, first.Days(5), "x")
						if err != nil {
							r.Fatal(err)
						}
						for _, rec := range recs {
							w.put(rec, nil)
						}
					}
				}
				continue
			}
			awards := w.awards()
			some := false
			for i := range awards {
				if awards[i].Kind = rapid.SampledFrom([]model.CertificateKind{"", model.CompletedCourse, model.AttendedCourse}).Draw(r, "kind"); awards[i].Kind != "" && awards[i].Held == nil {
					some = true
				}
			}
			recs, err := Records(w.desk, w.cohort(), awards, first.Days(4), w.newID)
			if (err == nil) != some {
				r.Fatalf("some %v, %v", some, err)
			}
			for _, rec := range recs {
				w.put(rec, nil)
			}
		}
		seen, good := map[string]bool{}, map[model.ID]bool{}
		for v := range w.desk.Certificates.All {
			if seen[v.No] {
				r.Fatalf("%s twice", v.No)
			}
			seen[v.No] = true
			if v.Void.IsZero() {
				if good[v.Person] {
					r.Fatalf("two good certificates for one")
				}
				good[v.Person] = true
			}
		}
	})
}

func BenchmarkPropose(b *testing.B) {
	w := newWorld(b, 200)
	for b.Loop() {
		w.awards()
	}
}

// Where each squad has its own graduation, the course ends with the last of
// them, in whichever order they were entered.
func TestDay(t *testing.T) {
	c := &model.Cohort{ID: id(1, 1), First: first, Last: first.Days(4)}
	ends := func(day int) *model.Session {
		return &model.Session{Cohort: c.ID, Block: model.Block{Ends: true, Length: 4}, Start: first.Days(day).At(40)}
	}
	off, tray, other := ends(4), ends(0), ends(4)
	off.Off, tray.Start, other.Cohort = &model.Off{}, 0, id(1, 2)
	for _, v := range []struct {
		list []*model.Session
		want int
	}{
		{nil, 4},
		{[]*model.Session{off, tray, other}, 4},
		{[]*model.Session{ends(2), off}, 2},
		{[]*model.Session{ends(3), ends(2)}, 3},
		{[]*model.Session{ends(2), ends(3)}, 3},
	} {
		if got := Day(c, slices.Values(v.list)); got != first.Days(v.want) {
			t.Errorf("%d sessions: the course ends on %v", len(v.list), got)
		}
	}
}

func TestDenied(t *testing.T) {
	const on = model.Date(20500)
	for name, c := range map[string]struct {
		seat  model.Seat
		first model.Date
		want  bool
	}{
		"as a graduation leaves it":    {model.Seat{Stage: model.InCourse, Since: on, Note: "left early"}, on, true},
		"at a later one":               {model.Seat{Stage: model.InCourse, Since: on + 3, Note: "left early"}, on, true},
		"a remark made before":         {model.Seat{Stage: model.InCourse, Since: on - 12, Note: "vegetarian"}, on, false},
		"no reason":                    {model.Seat{Stage: model.InCourse, Since: on}, on, false},
		"attended, certificate void":   {model.Seat{Stage: model.Attended, Since: on, Note: "misspelt"}, on, false},
		"sent home":                    {model.Seat{Stage: model.Dismissed, Since: on, Note: "sent home"}, on, false},
		"nobody has a certificate yet": {model.Seat{Stage: model.InCourse, Since: on, Note: "left early"}, 0, false},
	} {
		if got := Denied(c.seat, c.first); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAGraduationDeniesOne(t *testing.T) {
	w := newWorld(t, 3)
	awards := w.awards()
	awards[1].Kind, awards[1].Note = "", "Left before the last day"
	w.graduate(awards)
	for v := range w.desk.Certificates.All {
		for _, s := range w.cohort().Seats {
			if got, want := Denied(s, v.On), s.Person == awards[1].Seat.Person; got != want {
				t.Errorf("%s: denied is %v", s.Person, got)
			}
		}
	}
}

// A closed cohort has no plan and no certificates on the desk: its seats tell.
func TestKeptIsAsTheSeatsEnded(t *testing.T) {
	who := func(n byte) model.ID { return model.ID{0: n} }
	c := &model.Cohort{State: model.Closed, Seats: []model.Seat{
		{Person: who(1), No: 3, Stage: model.Completed},
		{Person: who(2), No: 1, Stage: model.Attended},
		{Person: who(3), No: 2, Stage: model.Withdrew},
		{Person: who(4), Alternate: 1, Stage: model.Cleared},
		{Person: who(5), No: 4, Stage: model.Rejected},
	}}
	var got []string
	for _, a := range Kept(c) {
		if !a.Past || a.Open || len(a.Reasons) > 0 {
			t.Errorf("proposes something: %+v", a)
		}
		got = append(got, string(a.Kind))
	}
	want := []string{string(model.AttendedCourse), "", string(model.CompletedCourse)}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
