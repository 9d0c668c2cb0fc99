package progress_test

import (
	"slices"
	"testing"

	"muster/model"
	"muster/model/progress"
)

// A world of six officers in two squads and what they do.
type world struct {
	cohort   *model.Cohort
	people   []*model.Person
	sessions []*model.Session
	rolls    []*model.Roll
	sheets   []*model.Sheet
	settings *model.Settings
	next     byte
}

const first = model.Date(20000)

func (w *world) id() model.ID {
	w.next++
	return model.ID{0: 1, 15: w.next}
}

func newWorld() *world {
	w := &world{}
	w.cohort = &model.Cohort{ID: w.id(), Code: "TST-1", Zone: "UTC", First: first, Last: first.Days(11), Squads: 2}
	for i := range 6 {
		p := &model.Person{ID: w.id(), Family: "Officer", Speaks: []string{"es"}, Papers: model.Papers{Waiver: first, Witness: "X"}}
		w.people = append(w.people, p)
		w.cohort.Seats = append(w.cohort.Seats, model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(i%2 + 1), Stage: model.InCourse})
	}
	return w
}

// add puts a session on the board of a day from eight to ten.
func (w *world) add(day int, b model.Block, squads model.Squads) *model.Session {
	b.Length, b.Title = 8, model.Text{En: string(b.Kind)}
	s := &model.Session{ID: w.id(), Cohort: w.cohort.ID, Block: b, Squads: squads, Start: first.Days(day - 1).At(32)}
	if b.Kind == model.KindRide {
		s.Squads, s.Ride = 0, &model.Ride{Brief: 2, Debrief: 2}
	}
	w.sessions = append(w.sessions, s)
	return s
}

// mark calls the roll: everybody there but those named.
func (w *world) mark(s *model.Session, away ...int) *model.Roll {
	r := &model.Roll{ID: s.ID, Cohort: w.cohort.ID}
	for _, seat := range s.Takers(w.cohort) {
		m := model.Mark{Person: seat.Person, State: model.Here}
		if slices.Contains(away, seat.No) {
			m.State = model.Excused
		}
		r.Marks = append(r.Marks, m)
	}
	w.rolls = append(w.rolls, r)
	return r
}

func (w *world) score(s *model.Session, points map[int]int) {
	sheet := &model.Sheet{ID: s.ID, Cohort: w.cohort.ID, Pass: 80}
	for no := 1; no <= 6; no++ {
		if n, ok := points[no]; ok {
			sheet.Rows = append(sheet.Rows, model.Score{Person: w.people[no-1].ID, Attempt: 1, Points: n, Of: 100})
		}
	}
	w.sheets = append(w.sheets, sheet)
}

func (w *world) desk() *model.Desk {
	c := model.Change{Puts: []model.Put{{Record: w.cohort}}}
	if w.settings != nil {
		c.Puts = append(c.Puts, model.Put{Record: w.settings})
	}
	for _, p := range w.people {
		c.Puts = append(c.Puts, model.Put{Record: p})
	}
	for _, s := range w.sessions {
		c.Puts = append(c.Puts, model.Put{Record: s})
	}
	for _, r := range w.rolls {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	for _, s := range w.sheets {
		c.Puts = append(c.Puts, model.Put{Record: s})
	}
	return (&model.Desk{}).With(c, 1)
}

func (w *world) on(day int) *progress.Class {
	return progress.Of(w.desk(), w.cohort, first.Days(day-1).Minute(23*60))
}

func (w *world) officer(c *progress.Class, no int) *progress.Officer {
	return c.Find(w.people[no-1].ID)
}

var (
	pistol = model.Block{Key: 1, Kind: model.KindFirearms, Fire: &model.Firing{Rounds: 50}}
	talk   = model.Block{Key: 2, Kind: model.KindClass}
	exam   = model.Block{Key: 3, Kind: model.KindClass, Exam: true}
	resit  = model.Block{Key: 4, Kind: model.KindClass, Exam: true, After: []model.After{{Block: 3}}}
	swat   = model.Block{Key: 5, Kind: model.KindRide, RideKind: model.SWATRide}
)

func TestMissedPracticeCountsUntilItIsMadeUp(t *testing.T) {
	w := newWorld()
	a := w.add(1, pistol, model.SquadsOf(1))
	b := w.add(3, pistol, model.SquadsOf(2))
	w.mark(a, 3) // number 3 is of squad A
	w.mark(w.add(1, talk, model.AllSquads(2)), 1)

	o := w.officer(w.on(2), 3)
	if len(o.Missed) != 1 || o.Missed[0].Session.ID != a.ID || o.There != 1 || o.Held != 2 || len(o.Wants()) != 1 {
		t.Errorf("missed %d, there at %d of %d, wants %v", len(o.Missed), o.There, o.Held, o.Wants())
	}
	// A unit that asks for less of it is content.
	half := 0
	w.settings = &model.Settings{Rules: []model.RuleSetting{{Rule: "attendance", Value: &half}}}
	if o := w.officer(w.on(2), 3); !o.Enough() || len(o.Wants()) != 0 {
		t.Errorf("nothing is asked, and wants %v", o.Wants())
	}
	w.settings = nil
	if slices.Contains(o.Skills, model.SkillFirearms) {
		t.Error("learnt what they were not at")
	}
	if o := w.officer(w.on(2), 1); len(o.Missed) != 0 || len(o.Absent) != 1 || len(o.Wants()) != 0 {
		t.Errorf("a talk that was missed is no practice: %v", o.Wants())
	}

	// The other squad's turn, as a guest.
	r := w.mark(b)
	r.Marks = append(r.Marks, model.Mark{Person: w.people[2].ID, State: model.Here})
	if o := w.officer(w.on(4), 3); len(o.Missed) != 0 || !slices.Contains(o.Skills, model.SkillFirearms) {
		t.Errorf("made up with the other squad, and still missed %d; skills %v", len(o.Missed), o.Skills)
	}
}

func TestAMakeUpThatIsPlannedIsNamed(t *testing.T) {
	w := newWorld()
	a := w.add(1, pistol, model.AllSquads(2))
	w.mark(a, 3)
	again := w.add(5, pistol, 0)
	again.Only, again.Again, again.Block.Key = []model.ID{w.people[2].ID}, a.ID, 0
	o := w.officer(w.on(2), 3)
	if len(o.Missed) != 1 || o.Missed[0].MakeUp == nil || o.Missed[0].MakeUp.ID != again.ID {
		t.Fatalf("missed %+v", o.Missed)
	}
	w.mark(again)
	if o := w.officer(w.on(6), 3); len(o.Missed) != 0 {
		t.Error("made up, and still missed")
	}
}

func TestWhoComesLateToTheCourseMissesWhatWasBefore(t *testing.T) {
	w := newWorld()
	w.mark(w.add(1, pistol, model.AllSquads(2)))
	w.cohort.Seats[3].Arrives = first.Days(1).At(40)
	w.rolls[0].Marks = slices.DeleteFunc(w.rolls[0].Marks, func(m model.Mark) bool { return m.Person == w.people[3].ID })
	if o := w.officer(w.on(2), 4); len(o.Missed) != 1 {
		t.Errorf("missed %d", len(o.Missed))
	}
}

func TestAnExamAndItsSecondChance(t *testing.T) {
	w := newWorld()
	e := w.add(2, exam, model.AllSquads(2))
	r := w.add(4, resit, model.AllSquads(2))
	if progress.Subject(w.desk(), w.cohort, r) != progress.Subject(w.desk(), w.cohort, e) {
		t.Fatal("the re-sit is another test")
	}
	state := func(day, no int) progress.Test { return w.officer(w.on(day), no).Tests[0] }
	if s := state(1, 1); s.State != progress.TestToCome {
		t.Errorf("before it: %v", s.State)
	}
	if s := state(2, 1); s.State != progress.TestUnscored {
		t.Errorf("after it, without a sheet: %v", s.State)
	}
	w.score(e, map[int]int{1: 90, 2: 70, 3: 80})
	if s := state(2, 1); s.State != progress.TestPassed || s.Next != nil {
		t.Errorf("passed: %+v", s)
	}
	if s := state(2, 2); s.State != progress.TestFailed || s.Next == nil || s.Next.ID != r.ID {
		t.Errorf("failed: %+v", s)
	}
	if n := len(w.officer(w.on(2), 2).Tests); n != 1 {
		t.Errorf("%d tests, one wanted: the re-sit is the same one", n)
	}
	w.score(r, map[int]int{2: 85})
	s := state(5, 2)
	if best, ok := s.Best(); s.State != progress.TestPassed || !ok || best.Percent != 85 || len(s.Tries) != 2 {
		t.Errorf("passed the second time: %+v", s)
	}
	if o := w.officer(w.on(5), 1); len(o.Missed)+len(o.Absent) != 0 {
		t.Error("who passed need not come to the re-sit")
	}
}

func TestASecondAttemptForNamedOfficers(t *testing.T) {
	w := newWorld()
	q := pistol
	q.Fire = &model.Firing{Rounds: 50, Qualifies: true}
	s := w.add(2, q, model.AllSquads(2))
	w.score(s, map[int]int{1: 90, 2: 90, 3: 90, 4: 90, 5: 90, 6: 40})
	again := w.add(3, q, 0)
	again.Only, again.Again, again.Block.Key = []model.ID{w.people[5].ID}, s.ID, 0
	o := w.officer(w.on(2), 6)
	if f := o.Failed(); len(f) != 1 || f[0].Next == nil || f[0].Next.ID != again.ID {
		t.Fatalf("%+v", f)
	}
	if len(w.officer(w.on(2), 1).Tests) != 1 {
		t.Error("somebody else's second attempt is not theirs")
	}
	again.Off = &model.Off{}
	if f := w.officer(w.on(2), 6).Failed(); f[0].Next != nil {
		t.Error("a second attempt that was called off still counts")
	}
	again.Off = nil
	w.score(again, map[int]int{6: 95})
	if f := w.officer(w.on(4), 6).Failed(); len(f) != 0 {
		t.Error("passed at the second attempt, and still failed")
	}
}

func TestRides(t *testing.T) {
	w := newWorld()
	s := w.add(2, swat, 0)
	s.Ride.Riders = []model.Rider{{Person: w.people[0].ID}, {Person: w.people[1].ID}}
	minutes := func(no int) (int, bool) {
		for _, r := range w.officer(w.on(3), no).Rides {
			if r.Session.ID == s.ID {
				return r.Minutes, r.Over
			}
		}
		return -1, false
	}
	if n, over := minutes(1); n != 60 || !over {
		t.Errorf("by the plan %d minutes, over %v; an hour between brief and debrief", n, over)
	}
	begin := s.Start.Minute()
	w.rolls = []*model.Roll{{ID: s.ID, Cohort: w.cohort.ID, Begun: begin + 10, Ended: begin + 105, Marks: []model.Mark{
		{Person: w.people[0].ID, State: model.Late, At: begin + 50}, {Person: w.people[1].ID, State: model.Missing},
	}}}
	if from, to := progress.Road(s, w.rolls[0]); from != begin+10+model.Minute(15*s.Ride.Brief) || to != begin+105-model.Minute(15*s.Ride.Debrief) {
		t.Errorf("on the road %v to %v: the roll tells of the whole session", from, to)
	}
	if n, _ := minutes(1); n != 105-15*s.Ride.Debrief-50 {
		t.Errorf("%d minutes, came late", n)
	}
	if n, _ := minutes(2); n != -1 {
		t.Error("who was missing rode")
	}
	s.Ride.Standby = true
	if n, _ := minutes(1); n != -1 {
		t.Error("no operation was called, and somebody rode")
	}
	w.rolls[0].Called = begin + 30
	if from, _ := progress.Road(s, w.rolls[0]); from != begin+30 {
		t.Errorf("called at %v, out at %v", begin+30, from)
	}
	if n, _ := minutes(1); n != 105-15*s.Ride.Debrief-50 {
		t.Errorf("%d minutes on the operation", n)
	}
	s.Off = &model.Off{At: begin}
	if n, _ := minutes(1); n != -1 {
		t.Error("a ride called off was ridden")
	}
}

func TestTheFairNext(t *testing.T) {
	w := newWorld()
	past := w.add(1, swat, 0)
	past.Ride.Riders = []model.Rider{{Person: w.people[0].ID}, {Person: w.people[1].ID}}
	w.people[2].Papers.Witness = ""
	w.people[4].Speaks = []string{"fr"}
	ride := w.add(3, swat, 0)
	host := &model.Staff{ID: w.id(), Family: "Host", Speaks: []string{"es"}}
	ride.Staff = []model.Part{{Staff: host.ID, Role: model.Host}}
	w.add(3, talk, model.SquadsOf(2)) // even numbers are busy
	d := w.desk().With(model.Change{Puts: []model.Put{{Record: host}}}, 2)
	var got []int
	for _, k := range progress.Fair(d, w.cohort, ride, first.Days(1).Minute(0)) {
		got = append(got, k.Seat.No)
	}
	// 5 never rode but does not speak the language; 1 rode; then who cannot:
	// 3 without a witness, 4 and 6 busy, 2 busy and rode.
	if want := []int{5, 1, 3, 4, 6, 2}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWhoIsOutIsCountedAndSaid(t *testing.T) {
	w := newWorld()
	w.cohort.Seats[0].Stage = model.Absent
	o := w.officer(w.on(1), 1)
	if len(o.Wants()) != 1 {
		t.Errorf("%v", o.Wants())
	}
	if w.on(1).Find(model.ID{}) != nil {
		t.Error("found nobody")
	}
}
