package today

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/roll"
)

// missing is somebody who is absent without leave and not accounted for.
type missing struct {
	session *model.Session // the first they were missed at
	cohort  *model.Cohort
	mark    model.Mark
}

// findMissing is who is missing, the longest first. Who is known to be
// somewhere by a later roll, has left the country, or is out of the course by
// now, is not.
func (t *Tab) findMissing() []missing {
	d := t.h.Desk()
	type seen struct {
		s *model.Session
		m model.Mark
	}
	marks := map[model.ID][]seen{}
	for r := range d.Rolls.All {
		for _, m := range r.Marks {
			if m.State == model.Missing && m.Found.IsZero() && !m.Person.IsZero() {
				marks[m.Person] = nil
			}
		}
	}
	if len(marks) == 0 {
		return nil
	}
	for r := range d.Rolls.All {
		s := d.Sessions.Get(r.ID)
		if s == nil || !s.Placed() || s.Off != nil {
			continue
		}
		c := d.Cohorts.Get(s.Cohort)
		for _, m := range r.Marks {
			lost := m.State == model.Missing && m.Found.IsZero()
			if c == nil || !lost && s.Start.Minute() > t.clock.in(c.Zone) {
				continue // a roll that was called ahead clears nobody
			}
			if _, ok := marks[m.Person]; ok {
				marks[m.Person] = append(marks[m.Person], seen{s, m})
			}
		}
	}
	var out []missing
	for person, list := range marks {
		slices.SortFunc(list, func(a, b seen) int { return cmp.Compare(a.s.Start, b.s.Start) })
		var lost *missing
		for _, v := range list {
			switch {
			case v.m.State != model.Missing || !v.m.Found.IsZero():
				lost = nil
			case lost == nil:
				lost = &missing{session: v.s, cohort: d.Cohorts.Get(v.s.Cohort), mark: v.m}
			}
		}
		if lost == nil || lost.cohort == nil {
			continue
		}
		if seat, ok := lost.cohort.Seat(person); ok && !seat.Stage.Out() && seat.Departed.IsZero() && seat.Home.IsZero() {
			out = append(out, *lost)
		}
	}
	slices.SortFunc(out, func(a, b missing) int {
		return cmp.Or(cmp.Compare(a.since(), b.since()), a.mark.Person.Compare(b.mark.Person))
	})
	return out
}

// since is when they were missed.
func (m *missing) since() model.Minute {
	if !m.mark.At.IsZero() {
		return m.mark.At
	}
	return m.session.Start.Minute()
}

// sayMissing is the line about somebody missing in at most w columns: who,
// since when, and what is to be done next. Where there is little room the
// length of time goes first, then the end of the name: the call stays.
func (t *Tab) sayMissing(m *missing, w int) string {
	e := t.h.Env()
	who := e.T("today.missing", "no", t.numberOf(m), "name", e.Lang.Name(m.mark.Person))
	now := t.clock.in(m.cohort.Zone)
	at := m.since().Clock()
	if m.since().Date() != now.Date() {
		at = e.Lang.Day(m.since().Date()) + " " + at
	}
	since := e.T("today.missing.since", "time", at, "for", lasting(now-m.since()))
	call := t.nextCall(m, now)
	if kit.Width(who)+kit.Width(since)+kit.Width(call)+6 > w {
		since = e.T("today.missing.from", "time", at)
	}
	if room := w - kit.Width(since) - kit.Width(call) - 6; room >= 10 {
		who = kit.Fit(who, room)
	}
	return fitParts([]string{who, since, call}, w)
}

// numberOf is somebody's squad and class number: A7.
func (t *Tab) numberOf(m *missing) string {
	seat, _ := m.cohort.Seat(m.mark.Person)
	if seat.No == 0 {
		return seat.Squad.String()
	}
	return seat.Squad.String() + strconv.Itoa(seat.No)
}

// nextCall says which call is to be made next, and when.
func (t *Tab) nextCall(m *missing, now model.Minute) string {
	e := t.h.Env()
	whom, at, ok := roll.Next(t.h, m.session, m.mark)
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
	return roll.Calls(t.h, m.session.ID, m.mark.Person)
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
