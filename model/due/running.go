package due

import (
	"slices"

	"muster/model"
	"muster/model/progress"
)

// running looks at what must be kept while the course runs.
func (r *reader) running(c *course) {
	r.missingPeople(c)
	r.rounds(c)
	if c.State == model.Graduated {
		return // what is not on record by then is not on the certificate
	}
	r.rolls(c)
	if r.judging(c) {
		class := progress.Of(r.d, c.Cohort, c.now)
		r.tests(c, class)
		r.attendance(c, class)
	}
}

// judging reports whether there is anything to have passed or missed yet.
func (r *reader) judging(c *course) bool {
	return slices.ContainsFunc(c.sessions, func(s *model.Session) bool {
		return progress.Over(s, c.now) && (s.Block.Judged() || s.Block.Skilled())
	})
}

// rolls that nobody called.
func (r *reader) rolls(c *course) {
	s, on := r.on("roll-call")
	if !on {
		return
	}
	var open []model.ID
	var oldest *model.Session
	for _, x := range c.sessions {
		if !x.Block.Taught() || !progress.Over(x, c.now-model.Minute(s.value)) || x.Ride != nil && x.Ride.Standby ||
			x.Officers(c.Cohort) == 0 {
			continue
		}
		if roll := r.d.Rolls.Get(x.ID); roll != nil && (len(roll.Marks) > 0 || roll.Done) {
			continue
		}
		open = append(open, x.ID)
		if oldest == nil || x.Start < oldest.Start || x.Start == oldest.Start && x.ID.Compare(oldest.ID) < 0 {
			oldest = x
		}
	}
	if oldest == nil {
		return
	}
	r.add(c.today, Item{
		Rule: "roll-call", Hard: s.hard, When: oldest.Start.Date(), Cohort: c.ID, Ref: model.RefOf(oldest), Sessions: open,
		Text: model.Say("due.roll-call", "n", len(open), "session", oldest.ID, "at", oldest.Start),
	})
}

// An absent is somebody who was marked as missing and not seen since.
type absent struct {
	person  model.ID
	session *model.Session
	since   model.Minute
	calls   int
	last    model.Minute // the last call
}

// missingPeople tells of everybody who is missing, each by themselves.
func (r *reader) missingPeople(c *course) {
	s, on := r.on("absence")
	if !on {
		return
	}
	for _, a := range r.absent(c) {
		by := a.since + model.Minute(s.value)
		args := []any{"person", a.person, "since", moment(a.since), "session", a.session.ID, "by", moment(by), "n", a.calls}
		id := "due.absence"
		switch {
		case a.calls > 0:
			id += ".called"
			args = append(args, "last", moment(a.last))
		case c.now > by:
			id += ".late"
		}
		r.add(c.today, Item{
			Rule: "absence", Hard: s.hard && a.calls == 0 && c.now > by, When: a.since.Date(), Cohort: c.ID, Rank: RankMissing,
			Ref: model.RefOf(a.session), People: []model.ID{a.person}, Sessions: []model.ID{a.session.ID},
			Text: model.Say(id, args...),
		})
	}
}

// absent is everybody whose last mark is that they are missing: neither
// accounted for, nor known to have left the country.
func (r *reader) absent(c *course) []absent {
	var held []*model.Session // those on whose roll somebody is missing
	for _, x := range c.sessions {
		if someoneLost(r.d.Rolls.Get(x.ID)) {
			held = append(held, x)
		}
	}
	if held == nil {
		return nil
	}
	model.SortSessions(held)
	var out []absent
	for _, x := range held {
		roll := r.d.Rolls.Get(x.ID)
		for j := range roll.Marks {
			m := &roll.Marks[j]
			if !lost(m) || r.seen(c, m.Person, x) {
				continue
			}
			i := slices.IndexFunc(out, func(a absent) bool { return a.person == m.Person })
			if i < 0 {
				out = append(out, absent{person: m.Person, session: x, since: since(c, x, m)})
				i = len(out) - 1
			}
			out[i].calls += len(m.Calls)
			for _, k := range m.Calls {
				out[i].last = max(out[i].last, k.At)
			}
		}
	}
	return out
}

// since is when somebody was found missing: as marked, else by the plan; from
// a session taken back to the tray, by the first call.
func since(c *course, x *model.Session, m *model.Mark) model.Minute {
	switch {
	case !m.At.IsZero():
		return m.At
	case x.Placed():
		return x.Start.Minute()
	case len(m.Calls) > 0:
		return m.Calls[0].At
	}
	return c.now
}

func someoneLost(roll *model.Roll) bool {
	if roll != nil {
		for i := range roll.Marks {
			if lost(&roll.Marks[i]) {
				return true
			}
		}
	}
	return false
}

// lost reports whether the mark is of an officer missing until now.
func lost(m *model.Mark) bool {
	return m.State == model.Missing && m.Found.IsZero() && !m.Person.IsZero()
}

// seen reports whether somebody missing from a session is known to be
// somewhere since: on a later roll, accounted for later, out of the country,
// at home.
func (r *reader) seen(c *course, person model.ID, from *model.Session) bool {
	if seat, ok := c.Seat(person); ok && (!seat.Departed.IsZero() || !seat.Home.IsZero()) {
		return true
	}
	return slices.ContainsFunc(c.sessions, func(x *model.Session) bool {
		if x.Start <= from.Start || x.Start.Minute() > c.now || x.Off != nil {
			return false
		}
		m, ok := r.d.Rolls.Get(x.ID).Of(person)
		return ok && !lost(&m)
	})
}

// rounds issued that nobody accounts for, or more accounted for than issued.
func (r *reader) rounds(c *course) {
	s, on := r.on("rounds")
	if !on {
		return
	}
	for _, x := range c.sessions {
		sheet := r.d.Sheets.Get(x.ID)
		if sheet == nil {
			continue
		}
		var what []model.Message
		for _, lot := range sheet.Rounds {
			switch n := lot.Short(); {
			case n > 0:
				what = append(what, lots("due.rounds.short", lot.Lot, n))
			case n < 0:
				what = append(what, lots("due.rounds.over", lot.Lot, -n))
			}
		}
		if what == nil {
			continue
		}
		day := c.today
		if x.Placed() {
			day = x.Start.Date()
		}
		r.add(c.today, Item{
			Rule: "rounds", Hard: s.hard, When: day, Cohort: c.ID, Ref: model.RefOf(x), Sessions: []model.ID{x.ID},
			Text: model.Say("due.rounds", "session", x.ID, "date", day, "what", what),
		})
	}
}

func lots(id, lot string, n int) model.Message {
	if lot == "" {
		return model.Say(id, "n", n)
	}
	return model.Say("due.rounds.lot", "lot", lot, "what", model.Say(id, "n", n))
}
