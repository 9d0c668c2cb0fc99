package roll

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Who is missing stays so from one roll to the next, until somebody says that
// they are found: no roll call ends it in passing.

// carry takes from the desk who was missed before this session and is missing
// still. They are drafted as missing since then; that draft alone is no reason
// to keep the roll.
func (d *rollCall) carry() {
	was := d.carried
	d.desk, d.carried = d.h.Desk(), map[model.ID]progress.Missing{}
	for _, a := range progress.AllMissing(d.desk, d.cohort, d.desk.SessionsOf(d.cohort.ID), d.watch.now) {
		before := a.Session.Start < d.session.Start
		if !a.Session.Placed() {
			before = a.Since <= d.begin()
		}
		if a.Session.ID != d.session.ID && before {
			d.carried[a.Mark.Person] = a
		}
	}
	for id, a := range was {
		if _, still := d.carried[id]; !still && d.onlyCarried(id) && d.marks[id].At == a.Since {
			delete(d.marks, id)
		}
	}
	for _, n := range d.names {
		a, lost := d.carried[n.id]
		if _, marked := d.marks[n.id]; lost && !marked {
			d.marks[n.id] = model.Mark{Person: n.id, State: model.Missing, At: a.Since}
		}
	}
}

// onlyCarried reports whether somebody is marked missing here only because they
// were before.
func (d *rollCall) onlyCarried(id model.ID) bool {
	_, kept := d.kept.Of(id)
	return !kept && d.marks[id].Lost()
}

// asksFound reports whether a mark would say in passing that somebody who was
// missed before this session is found.
func (d *rollCall) asksFound(n name, state model.Presence) bool {
	_, carried := d.carried[n.id]
	return carried && state != model.Missing && d.marks[n.id].Lost()
}

// askFound asks whether somebody missing is found, and keeps it in one act: on
// every roll they are missing from, and the mark on this one.
func (d *rollCall) askFound(n name, state model.Presence, at model.Minute) {
	since := d.carried[n.id].Since
	at = max(min(at, d.watch.now), since)
	ask := kit.NewConfirm(d.env, model.Say("roll.here.title"),
		model.Say("roll.here", "who", n.id, "since", d.moment(since)),
		model.Say("roll.here.detail", "at", at.Clock(), "state", model.Say("roll.state."+string(state))),
		"roll.here.act", "roll.here.keep", "y", "")
	kit.Open(d.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		m := d.marks[n.id]
		m.State, m.At, m.Found = state, 0, 0
		if state == model.Late {
			m.At = at
		}
		if len(m.Calls) > 0 {
			m.Found = at
		}
		also, err := accounted(d.h.Desk(), d.cohort.ID, n.id, d.session.ID, at)
		if err != nil {
			return d.h.Fail(err)
		}
		d.set(n, m)
		cmd := d.keepWith(model.Say("roll.act.called-found", "block", d.session.Block.Title, "cohort", d.cohort.Code,
			"n", len(d.roll().Marks), "person", n.id), also...)
		d.next()
		return tea.Batch(cmd, d.h.Tell(kit.OK, model.Say("roll.found.done", "who", n.id, "at", at.Clock())))
	})
}

// moment is a moment as one says it during the session: the time, and of
// another day the day, too.
func (d *rollCall) moment(m model.Minute) string {
	if m.Date() == d.session.Start.Date() {
		return m.Clock()
	}
	return d.env.Lang.Day(m.Date()) + " " + m.Clock()
}

// accounted is the rolls of a cohort, but for one, on which somebody was missed
// until then, now that they are found.
func accounted(d *model.Desk, cohort, person, but model.ID, at model.Minute) ([]model.Put, error) {
	var out []model.Put
	for _, s := range d.SessionsOf(cohort) {
		r := d.Rolls.Get(s.ID)
		m, ok := r.Of(person)
		if !ok || s.ID == but || !m.Lost() || m.Since(s) > at {
			continue
		}
		m.Found = at
		rec, err := model.NewRoll(r.With(m))
		if err != nil {
			return nil, err
		}
		out = append(out, d.Put(rec))
	}
	return out, nil
}

// firstMissed is the session at which somebody was missed first who is missing
// still; of anybody else, the one given.
func firstMissed(h tab.Host, session, person model.ID) model.ID {
	d := h.Desk()
	s := d.Sessions.Get(session)
	if s == nil {
		return session
	}
	c := d.Cohorts.Get(s.Cohort)
	if m, marked := d.Rolls.Get(session).Of(person); c == nil || marked && !m.Lost() {
		return session
	}
	for _, a := range progress.AllMissing(d, c, d.SessionsOf(c.ID), tab.Clock(h, c.Zone)) {
		if a.Mark.Person == person {
			return a.Session.ID
		}
	}
	return session
}
