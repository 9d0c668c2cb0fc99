package due

import (
	"slices"

	"muster/model"
	"muster/model/progress"
	"muster/model/rules"
)

// tests looks at what everybody has to pass: results that are missing, fails
// without another chance, chances that are used up. What several share of one
// session is told once.
func (r *reader) tests(c *course, class *progress.Class) {
	var g gathering
	for i := range class.Officers {
		o := &class.Officers[i]
		if o.Seat.Stage.Out() || o.Seat.Stage.Trained() {
			continue
		}
		for j := range o.Tests {
			t := &o.Tests[j]
			switch t.State {
			case progress.TestUnscored:
				r.unscored(c, &g, t, o.Seat.Person)
			case progress.TestFailed:
				r.failed(c, &g, t, o.Seat.Person)
			case progress.TestToCome, progress.TestPassed:
			}
		}
	}
	r.tell(c, g)
}

// tell makes an item of each group.
func (r *reader) tell(c *course, g gathering) {
	for _, x := range g {
		r.add(c.today, Item{
			Rule: x.rule, Hard: x.hard, When: x.due, Cohort: c.ID, Ref: model.RefOf(x.session), People: x.people, Sessions: []model.ID{x.session.ID},
			Text: model.Say(x.id, "session", x.session.ID, "at", x.session.Start, "who", who(x.people), "n", len(x.people),
				"tries", x.tries, "date", x.due, "when", when(x.due, c.today), "ago", from(x.session.Start.Date(), c.today)),
		})
	}
}

// A group is those who share one thing about a session.
type group struct {
	rule, id string
	hard     bool
	session  *model.Session
	due      model.Date
	tries    int
	people   []model.ID
}

// A gathering is groups in the order they were found.
type gathering []*group

func (g *gathering) put(x group, person model.ID) {
	for _, o := range *g {
		if o.id == x.id && o.session == x.session && o.due == x.due && o.tries == x.tries {
			o.people = append(o.people, person)
			return
		}
	}
	x.people = []model.ID{person}
	*g = append(*g, &x)
}

// unscored: a test that is over and has no result, so many hours after; who
// was not there needs another chance, not a result.
func (r *reader) unscored(c *course, g *gathering, t *progress.Test, person model.ID) {
	x := t.First
	if m, marked := r.d.Rolls.Get(x.ID).Of(person); marked && !m.State.There() {
		if s, on := r.on("remediation"); on && t.Next == nil {
			g.put(group{rule: "remediation", id: "due.remediation.absent", hard: s.hard, session: x, due: r.chance(c, s, x)}, person)
		}
		return
	}
	r.wanting(c, g, x, person)
}

// wanting: the result of somebody in a session is missing, so many hours after.
func (r *reader) wanting(c *course, g *gathering, x *model.Session, person model.ID) {
	if s, on := r.on("results"); on && progress.Over(x, c.now-model.Minute(60*s.value)) {
		g.put(group{rule: "results", id: "due.results", hard: s.hard, session: x, due: x.Span().To.Date()}, person)
	}
}

// unread is another attempt that somebody who failed was at and of which there
// is no result, or nil.
func (r *reader) unread(c *course, t *progress.Test, person model.ID) *model.Session {
	for _, x := range c.sessions {
		if !x.Block.Judged() || !progress.Over(x, c.now) || x.Start <= t.Tries[len(t.Tries)-1].Session.Start || !again(t, x) ||
			!slices.ContainsFunc(x.Takers(c.Cohort), func(s model.Seat) bool { return s.Person == person }) {
			continue
		}
		if m, marked := r.d.Rolls.Get(x.ID).Of(person); !marked || m.State.There() {
			return x
		}
	}
	return nil
}

// again reports whether the session is another chance at the test.
func again(t *progress.Test, x *model.Session) bool {
	if a, b := t.First.Block.Fire, x.Block.Fire; a != nil && b != nil && !a.Course.IsZero() && a.Course == b.Course {
		return true
	}
	return x.Again == t.First.ID ||
		slices.ContainsFunc(t.Tries, func(y progress.Try) bool { return y.Session.ID == x.Again })
}

// failed: another chance within so many days and before graduation, unless all
// are used; and none beyond what is allowed.
func (r *reader) failed(c *course, g *gathering, t *progress.Test, person model.ID) {
	last := t.Tries[len(t.Tries)-1].Session
	tries := len(t.Tries)
	allowed := rules.AttemptsAt(r.d.Settings.Rec, r.d.FireOf(t.First))
	if s, on := r.on("retests"); on && allowed > 0 {
		switch {
		case tries > allowed:
			g.put(group{rule: "retests", id: "due.retests.over", hard: s.hard, session: last, due: last.Start.Date(), tries: tries}, person)
			return
		case tries == allowed && t.Next != nil:
			g.put(group{rule: "retests", id: "due.retests.next", hard: s.hard, session: t.Next, due: max(t.Next.Start.Date(), c.today), tries: tries}, person)
			return
		case tries == allowed:
			g.put(group{rule: "retests", id: "due.retests.used", session: last, due: max(c.over, c.today), tries: tries}, person)
			return
		}
	}
	if x := r.unread(c, t, person); x != nil {
		r.wanting(c, g, x, person)
		return
	}
	s, on := r.on("remediation")
	if !on {
		return
	}
	due := r.chance(c, s, last)
	switch {
	case t.Next == nil || !t.Next.Placed():
		g.put(group{rule: "remediation", id: "due.remediation", hard: s.hard, session: last, due: due}, person)
	case t.Next.Start.Date() > due:
		g.put(group{rule: "remediation", id: "due.remediation.after", hard: s.hard, session: t.Next, due: due}, person)
	}
}

// chance is the day by which there must be another attempt.
func (r *reader) chance(c *course, s setting, x *model.Session) model.Date {
	return max(min(x.Start.Date().Days(s.value), c.over), x.Start.Date())
}

// attendance: practice that was missed and is not to be made up, of those who
// have thereby attended less than a certificate asks for. Those who missed the
// same are told together.
func (r *reader) attendance(c *course, class *progress.Class) {
	s, on := r.on("attendance")
	if !on {
		return
	}
	var all []*lack
	for i := range class.Officers {
		o := &class.Officers[i]
		if o.Seat.Stage.Out() || o.Seat.Stage.Trained() || o.Enough() {
			continue
		}
		var missed []model.ID
		for _, m := range o.Missed {
			if m.MakeUp == nil {
				missed = append(missed, m.Session.ID)
			}
		}
		if len(missed) == 0 {
			continue
		}
		k := slices.IndexFunc(all, func(l *lack) bool { return slices.Equal(l.sessions, missed) })
		if k < 0 {
			k = len(all)
			all = append(all, &lack{sessions: missed})
		}
		all[k].people = append(all[k].people, o.Seat.Person)
	}
	for _, l := range all {
		first := r.d.Sessions.Get(l.sessions[0])
		id := "due.attendance"
		if len(l.sessions) > 1 {
			id += ".several"
		}
		r.add(c.today, Item{
			Rule: "attendance", Hard: s.hard, When: max(c.over, c.today), Cohort: c.ID, Ref: model.RefOf(first), People: l.people, Sessions: l.sessions,
			Text: model.Say(id, "session", first.ID, "at", first.Start, "what", who(l.sessions), "who", who(l.people), "n", len(l.people),
				"date", c.over, "when", from(c.over, c.today)),
		})
	}
}

// A lack is sessions that people missed.
type lack struct {
	sessions, people []model.ID
}
