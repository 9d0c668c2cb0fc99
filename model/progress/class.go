package progress

import (
	"slices"

	"muster/model"
	"muster/model/rules"
)

// A Class is how everybody in a cohort stands at a moment.
type Class struct {
	Cohort   *model.Cohort
	Now      model.Minute
	Officers []Officer        // who holds a seat, in the order of the roster; those who are out too
	Unrolled []*model.Session // over, with nobody marked

	at map[model.ID]int
}

// An Officer is how one of them stands.
type Officer struct {
	Seat    model.Seat
	Held    int // sessions of theirs that are over and were not called off
	There   int // of which they are marked as there
	Lates   int
	Skilled int      // of those held, practice that counts for a certificate
	Missed  []Miss   // practice they were not at, and have not made up
	Absent  []Miss   // everything else they were not at
	Tests   []Test   // in the order of the plan
	Rides   []Ridden // in the order of the plan
	Hours   int      // taught, of what they attended, in quarters
	Skills  []model.Skill

	asked int // of their practice, in percent, for a certificate
}

// A Miss is a session somebody was not at.
type Miss struct {
	Session *model.Session
	Mark    model.Mark     // zero: they came to the course only later
	MakeUp  *model.Session // where they are to make it up, or nil
}

// Find is the officer; nil when they hold no seat.
func (c *Class) Find(person model.ID) *Officer {
	if i, ok := c.at[person]; ok {
		return &c.Officers[i]
	}
	return nil
}

// Of counts the cohort's plan, rolls and sheets as they stand at the moment on
// its wall clock. The desk must hold the cohort's sessions.
func Of(d *model.Desk, cohort *model.Cohort, now model.Minute) *Class {
	c := &Class{Cohort: cohort, Now: now, at: make(map[model.ID]int, len(cohort.Seats))}
	for _, s := range cohort.Seats {
		if s.Alternate == 0 {
			c.at[s.Person] = len(c.Officers)
			c.Officers = append(c.Officers, Officer{Seat: s})
		}
	}
	p := newPlan(d, cohort)
	for _, s := range p.sessions {
		if s.Off != nil || !s.Placed() {
			continue
		}
		switch {
		case s.Block.Kind == model.KindRide:
			c.rode(p, s)
		case s.Block.Taught():
			c.attended(p, s)
		}
	}
	asked := rules.AttendancePercent(d.Settings.Rec)
	for i := range c.Officers {
		o := &c.Officers[i]
		o.asked = asked
		o.Tests = p.tests(o.Seat, now)
		slices.Sort(o.Skills)
	}
	return c
}

// Over reports whether the session has ended by the moment.
func Over(s *model.Session, now model.Minute) bool {
	return s.Placed() && s.Off == nil && s.Span().To.Minute() <= now
}

func (c *Class) attended(p *plan, s *model.Session) {
	if !Over(s, c.Now) {
		return
	}
	roll := p.desk.Rolls.Get(s.ID)
	marks := map[model.ID]model.Mark{}
	if roll == nil || len(roll.Marks) == 0 {
		c.Unrolled = append(c.Unrolled, s)
	} else {
		for _, m := range roll.Marks {
			marks[m.Person] = m
		}
	}
	for _, seat := range p.takers(s) {
		o := c.Find(seat.Person)
		if o == nil {
			continue
		}
		mark, marked := marks[seat.Person]
		delete(marks, seat.Person)
		late := !marked && !seat.Arrives.IsZero() && seat.Arrives > s.Start
		o.Held++
		practice := s.Block.Skilled() && !p.second(s)
		if practice {
			o.Skilled++
		}
		switch {
		case marked && mark.State.There():
			o.There++
			if mark.State == model.Late {
				o.Lates++
			}
			o.took(&s.Block)
		case marked || late:
			miss := Miss{Session: s, Mark: mark}
			if !practice {
				o.Absent = append(o.Absent, miss)
				break
			}
			made := false
			miss.MakeUp, made = p.madeUp(s, seat.Person, c.Now)
			if !made {
				o.Missed = append(o.Missed, miss)
			}
		default:
			o.took(&s.Block) // nobody called the roll: they are taken to have been there
		}
	}
	// Guests of another squad's turn, whom nobody has met above, learn too.
	for person, m := range marks {
		if o := c.Find(person); o != nil && m.State.There() {
			o.took(&s.Block)
		}
	}
}

func (o *Officer) took(b *model.Block) {
	o.Hours += b.Length
	skill := b.Teaches()
	if skill == "" {
		return
	}
	for _, k := range o.Skills {
		if k == skill {
			return
		}
	}
	o.Skills = append(o.Skills, skill)
}

// Enough reports whether they were at as much of the practice as the unit's
// rules ask for a certificate.
func (o *Officer) Enough() bool { return (o.Skilled-len(o.Missed))*100 >= o.asked*o.Skilled }

// Failed are the tests that were failed and not passed since.
func (o *Officer) Failed() []Test {
	var out []Test
	for _, t := range o.Tests {
		if t.State == TestFailed {
			out = append(out, t)
		}
	}
	return out
}

// Wants is why the officer does not meet what a certificate of completion
// asks, a sentence for each reason; nothing when they meet it.
func (o *Officer) Wants() []model.Message {
	var out []model.Message
	switch o.Seat.Stage {
	case model.Withdrew, model.Dismissed, model.Absent:
		out = append(out, model.Say("progress.out", "stage", model.Say("word.stage."+string(o.Seat.Stage))))
	}
	for _, m := range o.Missed {
		if o.Enough() {
			break
		}
		out = append(out, model.Say("progress.missed", "session", m.Session.Block.Title, "date", m.Session.Start.Date()))
	}
	for _, t := range o.Tests {
		switch t.State {
		case TestFailed:
			out = append(out, model.Say("progress.failed", "session", t.First.Block.Title, "n", len(t.Tries)))
		case TestUnscored:
			out = append(out, model.Say("progress.unscored", "session", t.First.Block.Title))
		case TestPassed, TestToCome:
		}
	}
	return out
}
