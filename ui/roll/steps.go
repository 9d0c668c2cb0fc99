package roll

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A step is one line of a call list: somebody to ask, or somewhere to look, for
// who is missing.
type step struct {
	kind  string // who it is: "roll.step."+kind
	whom  string // as a call to them is kept
	label string // who, in words
	reach string // the number, or where to look
	after int    // minutes missing before it is due; 0: at once
	last  model.Call
	calls int // made so far
}

// mates is the most squad mates on a call list: more would hide what follows.
const mates = 6

// stepsOf is whom to ask about somebody missing from a session, in order: the
// officer, squad mates, whoever is to be told in an emergency, where they were
// last seen, their agency, then those the unit has named, the soonest first.
func stepsOf(e *kit.Env, d *model.Desk, s *model.Session, c *model.Cohort, p *model.Person) []step {
	var out []step
	add := func(kind, whom, label, reach string, after int) {
		out = append(out, step{kind: kind, whom: fit(whom), label: label, reach: reach, after: after})
	}
	for _, w := range p.Reach() {
		add("officer", w.Handle, e.T("word.channel."+string(w.Channel)), w.Handle, 0)
	}
	if len(out) == 0 {
		add("officer", p.FullName(), p.FullName(), "", 0)
	}
	for _, m := range matesOf(d, s, c, p.ID) {
		add("mate", m.FullName(), m.FullName(), reachOf(m), 0)
	}
	if em := p.Emergency; em.Name != "" || em.Phone != "" {
		label := em.Name
		if em.Relation != "" {
			label += " (" + em.Relation + ")"
		}
		add("emergency", cmp.Or(em.Name, em.Phone), label, em.Phone, 0)
	}
	if seen := lastSeen(d, s, p.ID); seen != nil {
		where := e.T("roll.seen.nowhere")
		if at := d.Places.Get(seen.Place); at != nil {
			where = at.Label()
		}
		add("seen", where, where, e.T("roll.seen", "block", seen.Block.Title, "at", seen.Span()), 0)
	}
	if a := d.Agencies.Get(p.Agency); a != nil {
		add("agency", a.Label(), a.Label(), "", 0)
	}
	for _, v := range d.Callees() {
		add("callee", v.Name, v.Name, v.Phone, v.After)
	}
	return out
}

// Next is the call to be made next about somebody missing, and from when: to
// the first kind of people on the call list nobody of whom has been called, or
// the first of those the unit has named; false when that was everybody.
func Next(h tab.Host, session *model.Session, m model.Mark) (whom string, at model.Minute, ok bool) {
	d := h.Desk()
	c, p := d.Cohorts.Get(session.Cohort), d.People.Get(m.Person)
	if c == nil || p == nil {
		return "", 0, false
	}
	since := m.Since(session)
	called := func(v step) bool {
		return slices.ContainsFunc(m.Calls, func(k model.Call) bool { return k.Whom == v.whom })
	}
	steps, done := stepsOf(h.Env(), d, session, c, p), map[string]bool{}
	for _, v := range steps {
		done[v.kind] = done[v.kind] || called(v)
	}
	for _, v := range steps {
		switch {
		case v.kind == "callee" && !called(v):
			return v.label, since + model.Minute(v.after), true
		case v.kind != "callee" && v.reach != "" && !done[v.kind]:
			return h.Env().T("roll.step." + v.kind), since, true
		}
	}
	return "", 0, false
}

// reachOf is the first way to reach somebody.
func reachOf(p *model.Person) string {
	if w := p.Reach(); len(w) > 0 {
		return w[0].Handle
	}
	return ""
}

// matesOf is the squad mates of somebody, those who are there now first.
func matesOf(d *model.Desk, s *model.Session, c *model.Cohort, person model.ID) []*model.Person {
	own, ok := c.Seat(person)
	if !ok || own.Squad == 0 {
		return nil
	}
	roll := d.Rolls.Get(s.ID)
	var there, rest []*model.Person
	for _, v := range c.Holders() {
		p := d.People.Get(v.Person)
		if v.Squad != own.Squad || v.Person == person || p == nil {
			continue
		}
		if m, ok := roll.Of(v.Person); ok && m.State.There() {
			there = append(there, p)
		} else {
			rest = append(rest, p)
		}
	}
	there = append(there, rest...)
	return there[:min(len(there), mates)]
}

// lastSeen is the last session before this one on whose roll somebody was
// there, of any day; nil when there is none.
func lastSeen(d *model.Desk, s *model.Session, person model.ID) *model.Session {
	var best *model.Session
	for r := range d.Rolls.All {
		o := d.Sessions.Get(r.ID)
		if o == nil || !o.Placed() || o.ID == s.ID || o.Start >= s.Span().To || best != nil && o.Start <= best.Start {
			continue
		}
		if m, ok := r.Of(person); ok && m.State.There() {
			best = o
		}
	}
	return best
}

// fit cuts a name to what a call's record holds.
func fit(s string) string {
	r := []rune(model.Clean(s))
	return model.Clean(string(r[:min(len(r), model.MaxName)]))
}

// dueIn is in how many minutes a step is due when somebody has been missing
// for so long; negative when it is overdue.
func (s step) dueIn(missing int) int { return s.after - missing }
