package today

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
	"muster/ui/roll"
)

// missing is somebody who is absent without leave and not accounted for.
type missing struct {
	progress.Missing
	cohort *model.Cohort
}

// findMissing is who is missing, the longest first; also who is out of the
// course by now, since nobody is found by that.
func (t *Tab) findMissing() []missing {
	d := t.h.Desk()
	var cohorts []*model.Cohort // on whose rolls somebody is missing
	for r := range d.Rolls.All {
		c := d.Cohorts.Get(r.Cohort)
		if c != nil && c.State != model.Closed && slices.ContainsFunc(r.Marks, model.Mark.Lost) && !slices.Contains(cohorts, c) {
			cohorts = append(cohorts, c)
		}
	}
	var out []missing
	for _, c := range cohorts {
		for _, m := range progress.AllMissing(d, c, d.SessionsOf(c.ID), t.clock.in(c.Zone)) {
			out = append(out, missing{m, c})
		}
	}
	slices.SortFunc(out, func(a, b missing) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), a.Mark.Person.Compare(b.Mark.Person))
	})
	return out
}

// sayMissing is the line about somebody missing in at most w columns: who,
// since when, and what is to be done next. Where there is little room the
// length of time goes first, then the end of the name: that they are missing
// and whom to call stay.
func (t *Tab) sayMissing(m *missing, w int) string {
	e := t.h.Env()
	who := func(name string) string { return e.T("today.missing", "no", t.numberOf(m), "name", name) }
	name := e.Lang.Name(m.Mark.Person)
	now := t.clock.in(m.cohort.Zone)
	at := m.Since.Clock()
	if m.Since.Date() != now.Date() {
		at = e.Lang.Day(m.Since.Date()) + " " + at
	}
	since := e.T("today.missing.since", "time", at, "for", lasting(e, now-m.Since))
	from := e.T("today.missing.from", "time", at)
	if seat, ok := m.cohort.Seat(m.Mark.Person); !ok || seat.Stage.Out() {
		no := t.numberOf(m)
		if no != "" {
			no += " "
		}
		who = func(name string) string { return no + name }
		since, from = e.T("today.missing.out", "time", at), e.T("today.missing.out.short", "time", at)
	}
	call := t.nextCall(m, now)
	if kit.Width(who(name))+kit.Width(since)+kit.Width(call)+6 > w {
		since = from
	}
	const least = 6 // of a name
	bare := kit.Width(who(""))
	room := w - kit.Width(since) - kit.Width(call) - 6 - bare
	if room < least { // the call goes
		room = max(w-kit.Width(since)-3-bare, least)
	}
	return fitParts([]string{who(kit.Fit(name, room)), since, call}, w)
}

// numberOf is somebody's squad and class number: A7.
func (t *Tab) numberOf(m *missing) string {
	seat, _ := m.cohort.Seat(m.Mark.Person)
	if seat.No == 0 {
		return seat.Squad.String()
	}
	return seat.Squad.String() + strconv.Itoa(seat.No)
}

// nextCall says which call is to be made next, and when.
func (t *Tab) nextCall(m *missing, now model.Minute) string {
	e := t.h.Env()
	whom, at, ok := roll.Next(t.h, m.Session, m.Mark)
	switch {
	case ok && at <= now:
		return e.T("today.missing.call-now", "whom", whom)
	case ok:
		return e.T("today.missing.call", "whom", whom, "time", at.Clock())
	}
	return e.T("today.missing.called")
}

// openCalls opens the call list of who is missing under the cursor.
func (t *Tab) openCalls() tea.Cmd {
	if t.at >= len(t.missing) {
		return nil
	}
	m := t.missing[t.at]
	return roll.Calls(t.h, m.Session.ID, m.Mark.Person)
}

// drawMissing paints who is missing over the whole width, reversed; what there
// is no room for is counted.
func (t *Tab) drawMissing(c *kit.Canvas) {
	th, r := t.h.Env().Theme, t.plan.missing
	for i, line := range t.plan.lost {
		st := th.Clash.Reverse()
		c.Fill(kit.Rect{X: r.X, Y: r.Y + i, W: r.W, H: 1}, st, " ")
		mark := " ! "
		if t.focus == onMissing && i == t.at {
			mark = "▸! "
			st = st.Bold().Underline()
		}
		c.Text(r.X, r.Y+i, st, mark)
		c.TextFit(r.X+3, r.Y+i, r.W-4, st, line)
	}
}
