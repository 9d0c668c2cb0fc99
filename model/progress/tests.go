package progress

import "muster/model"

// A Test is one thing an officer has to pass: a qualification or an exam, with
// every attempt at it.
type Test struct {
	First *model.Session // where it was first to be taken
	Tries []Try          // in order
	State TestState
	// Next is where another attempt is planned, or nil.
	Next *model.Session
}

// A Try is one attempt.
type Try struct {
	Session *model.Session
	Score   model.Score
	Percent int // of the points; -1 where there are none
	Passed  bool
}

// TestState is how a test stands.
type TestState uint8

const (
	TestToCome   TestState = iota
	TestUnscored           // it is over, and there is no result
	TestFailed
	TestPassed
)

// Best is the best attempt; false when there is none.
func (t Test) Best() (best Try, ok bool) {
	for _, v := range t.Tries {
		if !ok || v.Passed && !best.Passed || v.Passed == best.Passed && v.Percent > best.Percent {
			best, ok = v, true
		}
	}
	return best, ok
}

// plan is the cohort's sessions and how they hang together.
type plan struct {
	desk     *model.Desk
	cohort   *model.Cohort
	sessions []*model.Session // in the order of the plan
	byID     map[model.ID]*model.Session
	exams    map[int]*model.Session        // by the key of their block
	subject  map[model.ID]model.ID         // of a judged session: what it is an attempt at
	attempts map[model.ID][]*model.Session // of a subject, in the order of the plan
	// Those who take a session, once they were asked for.
	seats  map[model.ID][]model.Seat
	taking map[model.ID]map[model.ID]bool
}

func newPlan(d *model.Desk, c *model.Cohort) *plan {
	p := &plan{
		desk: d, cohort: c, sessions: d.SessionsOf(c.ID), byID: map[model.ID]*model.Session{},
		exams: map[int]*model.Session{}, subject: map[model.ID]model.ID{}, attempts: map[model.ID][]*model.Session{},
		seats: map[model.ID][]model.Seat{}, taking: map[model.ID]map[model.ID]bool{},
	}
	for _, s := range p.sessions {
		p.byID[s.ID] = s
		if _, there := p.exams[s.Block.Key]; s.Block.Exam && s.Block.Key > 0 && !there {
			p.exams[s.Block.Key] = s
		}
	}
	for _, s := range p.sessions {
		if id := p.subjectOf(s, 0); !id.IsZero() {
			p.subject[s.ID] = id
			p.attempts[id] = append(p.attempts[id], s)
		}
	}
	return p
}

// subjectOf is what the session is an attempt at: the course of fire, or the
// session, which it, as another chance or by the order of the course, repeats.
// None for what nobody can fail.
func (p *plan) subjectOf(s *model.Session, depth int) model.ID {
	if depth > len(p.sessions) {
		return s.ID // another chance of itself, by way of others
	}
	if first := p.byID[s.Again]; first != nil && s.Block.Judged() {
		if id := p.subjectOf(first, depth+1); !id.IsZero() {
			return id
		}
	}
	if !s.Block.Judged() {
		return model.ID{}
	}
	if s.Block.Fire != nil && !s.Block.Fire.Course.IsZero() {
		return s.Block.Fire.Course
	}
	if s.Block.Exam {
		for _, a := range s.Block.After {
			if e := p.exams[a.Block]; e != nil && e != s {
				return p.subjectOf(e, depth+1)
			}
		}
	}
	return s.ID
}

// Subject is what a judged session of the cohort is an attempt at: equal for
// the first attempt and every other chance. The zero ID for what nobody can
// fail.
func Subject(d *model.Desk, c *model.Cohort, s *model.Session) model.ID {
	return newPlan(d, c).subject[s.ID]
}

// tests are the tests the officer has to pass.
func (p *plan) tests(seat model.Seat, now model.Minute) []Test {
	var out []Test
	done := map[model.ID]bool{}
	for _, s := range p.sessions {
		id, judged := p.subject[s.ID]
		if !judged || done[id] || s.Off != nil || !p.takes(s, seat.Person) {
			continue
		}
		done[id] = true
		out = append(out, p.test(s, id, seat.Person, now))
	}
	return out
}

func (p *plan) test(first *model.Session, subject, person model.ID, now model.Minute) Test {
	t := Test{First: first}
	for _, s := range p.attempts[subject] {
		if s.Off != nil {
			continue
		}
		sheet := p.desk.Sheets.Get(s.ID)
		tried := false
		for _, r := range sheet.Of(person) {
			passed, known, percent := sheet.Judge(r)
			if known {
				t.Tries = append(t.Tries, Try{s, r, percent, passed})
				tried = true
				if passed {
					t.State = TestPassed
				}
			}
		}
		if !tried && s != first && t.Next == nil && !Over(s, now) && p.takes(s, person) {
			t.Next = s
		}
	}
	switch {
	case t.State == TestPassed:
		t.Next = nil
	case len(t.Tries) > 0:
		t.State = TestFailed
	case Over(first, now):
		t.State = TestUnscored
	}
	return t
}

// second reports whether the session is only another chance at something, so
// that nobody misses anything who is not there.
func (p *plan) second(s *model.Session) bool {
	if !s.Again.IsZero() {
		return true
	}
	id, judged := p.subject[s.ID]
	return judged && p.attempts[id][0] != s && !shared(p.attempts[id][0], s)
}

// shared reports whether the two are the same block for other squads.
func shared(a, b *model.Session) bool {
	return a.Block.Key == b.Block.Key && a.Squads&b.Squads == 0
}

// madeUp is where somebody makes up a session they missed, and whether they
// have.
func (p *plan) madeUp(missed *model.Session, person model.ID, now model.Minute) (at *model.Session, done bool) {
	for _, s := range p.sessions {
		same := s.Again == missed.ID || missed.Block.Key > 0 && s.Block.Key == missed.Block.Key && s != missed
		if !same || s.Off != nil || !s.Placed() {
			continue
		}
		if m, ok := p.desk.Rolls.Get(s.ID).Of(person); ok && m.State.There() {
			return s, true
		}
		if !Over(s, now) && p.takes(s, person) {
			at = s
		}
	}
	return at, false
}

// takers are the seats of those who take the session.
func (p *plan) takers(s *model.Session) []model.Seat {
	list, known := p.seats[s.ID]
	if !known {
		list = s.Takers(p.cohort)
		p.seats[s.ID] = list
	}
	return list
}

// takes reports whether the person takes the session.
func (p *plan) takes(s *model.Session, person model.ID) bool {
	set, known := p.taking[s.ID]
	if !known {
		list := p.takers(s)
		set = make(map[model.ID]bool, len(list))
		for _, seat := range list {
			set[seat.Person] = true
		}
		p.taking[s.ID] = set
	}
	return set[person]
}
