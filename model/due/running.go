package due

import (
	"cmp"
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

// rolls that nobody called. The oldest is jumped to as a roll, though there is
// none yet: that is where it can be called.
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
		Rule: "roll-call", Hard: s.hard, When: oldest.Start.Date(), Cohort: c.ID, Ref: model.Ref{Kind: model.KindRoll, ID: oldest.ID}, Sessions: open,
		Text: model.Say("due.roll-call", "n", len(open), "session", oldest.ID, "at", oldest.Start),
	})
}

// missingPeople tells of everybody who is missing, each by themselves. Past the
// time that is wrong even where the rule is a soft one, whoever was called.
func (r *reader) missingPeople(c *course) {
	s, on := r.on("absence")
	if !on {
		return
	}
	for _, a := range progress.AllMissing(r.d, c.Cohort, c.sessions, c.now) {
		by := a.Since + model.Minute(s.value)
		calls := len(a.Mark.Calls)
		args := []any{"person", a.Mark.Person, "since", moment(a.Since), "session", a.Session.ID, "by", moment(by), "n", calls}
		id := "due.absence"
		switch {
		case calls > 0:
			id += ".called"
			last := slices.MaxFunc(a.Mark.Calls, func(a, b model.Call) int { return cmp.Compare(a.At, b.At) })
			args = append(args, "last", moment(last.At))
		case c.now > by:
			id += ".late"
		}
		if seat, ok := c.Seat(a.Mark.Person); !ok || seat.Stage.Out() {
			id = "due.absence.out"
		}
		r.add(c.today, Item{
			Rule: "absence", Hard: c.now > by, When: a.Since.Date(), Cohort: c.ID, Rank: RankMissing,
			Ref: model.RefOf(a.Session), People: []model.ID{a.Mark.Person}, Sessions: []model.ID{a.Session.ID},
			Text: model.Say(id, args...),
		})
	}
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
