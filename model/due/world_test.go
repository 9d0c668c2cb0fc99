package due

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/model/rules"
)

func id(kind, n int) model.ID {
	return model.ID{0: byte(kind), 13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)}
}

var monday = func() model.Date { d, _ := model.NewDate(2026, 1, 12); return d }()

// at is a moment: day of the course from 1, hours and minutes.
func at(day, hour, minute int) model.Quarter { return monday.Days(day - 1).At(hour*4 + minute/15) }

// A world is a course for six, with two in line, in which nothing is wrong or
// due at any time, to spoil in one way.
type world struct {
	now      model.Minute
	cohort   *model.Cohort
	unit     *model.Unit
	people   []*model.Person // 0–5 hold seats; 6 and 7 are in line
	staff    []*model.Staff
	place    *model.Place
	opening  *model.Session
	sessions []*model.Session
	more     []model.Record
	settings model.Settings
}

func newWorld() *world {
	approved := model.Vetting{State: model.VettingApproved, Decided: monday.Days(-40), Until: monday.Days(60)}
	w := &world{
		now:    at(-2, 10, 0).Minute(),
		cohort: &model.Cohort{ID: id(5, 0), Code: "MEX-26-1", Zone: "A", First: monday, Last: monday.Days(11), Squads: 2, Places: 6, State: model.Planning},
		unit:   &model.Unit{ID: id(3, 0), Agency: id(2, 0), Name: "Unidad", Vetting: approved},
		place:  &model.Place{ID: id(8, 0), Name: "Range", Kind: model.Range, Lanes: 12, Outdoor: true, Plan: monday.Days(-90), Kits: model.MedKit{Trauma: 1, AED: 1}, Means: 2},
	}
	for i := range 8 {
		w.people = append(w.people, &model.Person{
			ID: id(1, i), Family: fmt.Sprint("P", i), Speaks: []string{"es"}, Unit: w.unit.ID, Vetting: approved,
			Passport:  model.Passport{No: "X", Expires: monday.Days(800)},
			Emergency: model.Emergency{Name: "M", Phone: "1", Blood: "O+"},
			Papers: model.Papers{
				Form: monday.Days(-90), Passport: monday.Days(-90), Photo: monday.Days(-90), Insurance: monday.Days(-90),
				Waiver: monday.Days(-20), Witness: "W",
			},
		})
		seat := model.Seat{No: i + 1, Person: id(1, i), Squad: model.Squad(i/3 + 1), Stage: model.Cleared}
		if i > 5 {
			seat.Alternate, seat.Squad, seat.No = i-5, 0, 0
		}
		w.cohort.Seats = append(w.cohort.Seats, seat)
	}
	for i := range 4 {
		s := &model.Staff{ID: id(7, i), Family: fmt.Sprint("S", i), Speaks: []string{"es"}}
		for _, k := range model.Skills {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		w.staff = append(w.staff, s)
	}
	w.opening = w.class(at(1, 8, 0))
	w.opening.Block.Briefing = true
	last := w.class(at(12, 14, 0))
	last.Block.Ends = true
	return w
}

// put adds an hour of something for everybody, with its roll called.
func (w *world) put(kind model.BlockKind, start model.Quarter) *model.Session {
	n := len(w.sessions)
	s := &model.Session{ID: id(6, n), Cohort: w.cohort.ID, Squads: 3, Start: start, Staff: []model.Part{{Staff: id(7, n%4), Role: model.Lead}}}
	s.Block = model.Block{Kind: kind, Key: n + 1, Title: model.Text{En: fmt.Sprintf("%s %d", kind, n)}, Length: 4}
	w.sessions = append(w.sessions, s)
	w.roll(s)
	return s
}

func (w *world) class(start model.Quarter) *model.Session { return w.put(model.KindClass, start) }

// exam is a written test.
func (w *world) exam(start model.Quarter) *model.Session {
	s := w.class(start)
	s.Block.Exam = true
	return s
}

// fire is a qualification at the range.
func (w *world) fire(start model.Quarter) *model.Session {
	s := w.put(model.KindFirearms, start)
	s.Place, s.Squads = w.place.ID, 1
	s.Block.Ammo, s.Block.Briefing, s.Block.Fire = model.Live, true, &model.Firing{Qualifies: true}
	s.Staff = []model.Part{{Staff: id(7, 0), Role: model.Lead}, {Staff: id(7, 1), Role: model.RSO}, {Staff: id(7, 2), Role: model.Medic}}
	return s
}

func (w *world) ride(start model.Quarter, riders ...int) *model.Session {
	s := w.put(model.KindRide, start)
	s.Squads, s.Staff = 0, nil
	s.Block.RideKind, s.Block.Length = model.PatrolRide, 8
	s.Ride = &model.Ride{Brief: 1, Debrief: 1, Approved: monday.Days(-30), Command: monday.Days(-30), Host: id(2, 0)}
	for _, r := range riders {
		s.Ride.Riders = append(s.Ride.Riders, model.Rider{Person: id(1, r), Car: fmt.Sprint("D", r)})
	}
	return s
}

// roll is a roll on which all are there, but for those marked otherwise.
func (w *world) roll(s *model.Session, marks ...model.Mark) {
	r := &model.Roll{ID: s.ID, Cohort: w.cohort.ID, Done: true, Marks: marks}
	for _, seat := range w.cohort.Seats[:6] {
		if _, marked := r.Of(seat.Person); !marked {
			r.Marks = append(r.Marks, model.Mark{Person: seat.Person, State: model.Here})
		}
	}
	w.drop(model.KindRoll, s.ID)
	w.more = append(w.more, r)
}

func (w *world) drop(k model.Kind, id model.ID) {
	w.more = slices.DeleteFunc(w.more, func(r model.Record) bool { return r.RecordKind() == k && r.RecordID() == id })
}

// sheet is points of 100 for the officers of squad A, in order; below zero is
// none. Attempts are numbered as given.
func (w *world) sheet(s *model.Session, attempt int, points ...int) *model.Sheet {
	v := &model.Sheet{ID: s.ID, Cohort: w.cohort.ID, Pass: 80}
	for i, p := range points {
		if p >= 0 {
			v.Rows = append(v.Rows, model.Score{Person: id(1, i), Attempt: attempt, Points: p, Of: 100})
		}
	}
	w.drop(model.KindSheet, s.ID)
	w.more = append(w.more, v)
	return v
}

func (w *world) off(rule string) {
	w.settings.Rules = slices.DeleteFunc(w.settings.Rules, func(s model.RuleSetting) bool { return s.Rule == rule })
	w.settings.Rules = append(w.settings.Rules, model.RuleSetting{Rule: rule, Off: true})
}

func (w *world) set(rule string, value int) {
	w.settings.Rules = append(w.settings.Rules, model.RuleSetting{Rule: rule, Value: &value})
}

// awarded gives everybody a certificate and sees them home.
func (w *world) awarded() {
	w.cohort.State = model.Graduated
	for i := range 6 {
		s := &w.cohort.Seats[i]
		s.Stage, s.Departed, s.Home = model.Completed, w.cohort.Last, w.cohort.Last.Days(1)
		w.more = append(w.more, &model.Certificate{ID: id(15, i), Person: s.Person, Cohort: w.cohort.ID, No: fmt.Sprint("MEX-26-1-00", i), On: w.cohort.Last})
	}
}

func (w *world) desk() *model.Desk {
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	put(&w.settings)
	put(w.cohort)
	put(w.unit)
	put(w.place)
	for _, r := range w.people {
		put(r)
	}
	for _, r := range w.staff {
		put(r)
	}
	for _, r := range w.sessions {
		put(r)
	}
	for _, r := range w.more {
		put(r)
	}
	return new(model.Desk).With(c, 1)
}

func (w *world) list() []Item {
	d := w.desk()
	return List(d, rules.Ground(d, rules.Options{}), func(string) model.Minute { return w.now })
}

// The world the cases spoil is one in which nothing is wrong or due, whatever
// the day.
func TestNothingIsDue(t *testing.T) {
	for day := -400; day < 40; day++ {
		w := newWorld()
		w.fire(at(3, 10, 0))
		w.sheet(w.sessions[2], 1, 80, 90, 100)
		w.ride(at(4, 18, 0), 0, 1)
		if day >= 12 {
			w.awarded()
		}
		w.now = at(day, 10, 0).Minute()
		for _, x := range w.list() {
			t.Errorf("day %d: %s", day, say(t, x.Text))
		}
	}
}

// Rows the board reads and rows read here are all there is, and each has cases.
func TestEveryRule(t *testing.T) {
	said, tested := map[string]bool{}, map[string]bool{}
	for _, spoil := range clashes {
		w := newWorld()
		spoil(w)
		for _, x := range w.list() {
			hear(said, x.Text)
			say(t, x.Text)
		}
	}
	for _, c := range cases {
		tested[c.rule] = true
		want := c.says
		if want == "" {
			want = "due." + c.rule
		}
		t.Run(c.rule+"/"+want, func(t *testing.T) {
			rule, ok := rules.Find(c.rule)
			if !ok {
				t.Fatal("no such rule")
			}
			told := c.rule
			switch {
			case rule.Of != "":
				told = rule.Of
			case rule.ID == "due-ahead":
				told = "documents"
			}
			w := newWorld()
			c.due(w)
			list := w.list()
			found := slices.IndexFunc(list, func(x Item) bool { return x.Rule == told && x.Text.ID == want })
			if found < 0 {
				t.Fatalf("due, but nobody says %s: %v", want, list)
			}
			x := list[found]
			if x.Hard != c.hard {
				t.Errorf("hard is %v: %v", x.Hard, x)
			}
			if c.ref != 0 && x.Ref.Kind != c.ref {
				t.Errorf("leads to a %s, not a %s", x.Ref.Kind, c.ref)
			}
			if x.Ref.ID.IsZero() || x.When.IsZero() {
				t.Errorf("no day, or nowhere to go: %v", x)
			}
			for _, x := range list {
				hear(said, x.Text)
				say(t, x.Text)
			}
			w = newWorld()
			c.near(w)
			for _, x := range w.list() {
				if x.Rule == told && x.Text.ID == want {
					t.Errorf("nearly due, and yet: %s", say(t, x.Text))
				}
			}
			if told != c.rule {
				return
			}
			w = newWorld()
			c.due(w)
			w.off(told)
			for _, x := range w.list() {
				if x.Rule == told {
					t.Errorf("it is off, and yet: %s", say(t, x.Text))
				}
			}
		})
	}
	for id := range en {
		if strings.HasPrefix(id, "due.") && !said[id] {
			t.Errorf("no case says %s", id)
		}
	}
	for _, r := range rules.All() {
		if !r.Board() && !tested[r.ID] && r.ID != "contact-cadence" {
			t.Errorf("no case is due by %s", r.ID)
		}
	}
}

// hear notes the message and those in it.
func hear(said map[string]bool, m model.Message) {
	said[m.ID] = true
	for _, a := range m.Args {
		switch v := a.Value.(type) {
		case model.Message:
			hear(said, v)
		case []model.Message:
			for _, v := range v {
				hear(said, v)
			}
		}
	}
}
