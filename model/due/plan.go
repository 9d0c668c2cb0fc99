package due

import (
	"cmp"
	"slices"

	"muster/model"
)

// plan looks at what of the plan is still to be made: seats, blocks in the
// tray, the papers of rides, marks of courses of fire, what was called off.
func (r *reader) plan(c *course) {
	r.seats(c)
	r.tray(c)
	r.marks(c)
	for _, s := range c.sessions {
		if s.Ride != nil && s.Placed() && s.Off == nil && s.Span().From.Minute() > c.now {
			r.ridePapers(c, s)
		}
		if s.Off != nil {
			r.calledOff(c, s)
		}
	}
}

// seats that nobody holds, and who in line could.
func (r *reader) seats(c *course) {
	s, on := r.on("seats-unfilled")
	free := c.Places - c.Strength(c.SquadSet())
	if !on || free <= 0 || c.today > c.First || c.today < c.First.Days(-s.value) {
		return
	}
	var line []model.ID
	for _, a := range c.Alternates() {
		line = append(line, a.Person)
	}
	id := "due.seats-unfilled"
	if len(line) == 0 {
		id += ".nobody"
	}
	r.add(c.today, Item{
		Rule: "seats-unfilled", Hard: s.hard, When: c.First, Cohort: c.ID, Ref: model.Ref{Kind: model.KindCohort, ID: c.ID}, People: line,
		Text: model.Say(id, "n", free, "places", c.Places, "who", who(line), "cohort", c.Code, "when", when(c.First, c.today)),
	})
}

// tray: blocks without a time shortly before the course, the first of them by
// the order of the course to begin with; or no plan at all.
func (r *reader) tray(c *course) {
	s, on := r.on("tray")
	due := c.First.Days(-s.value)
	if !on || !r.soon(c, due) {
		return
	}
	var left []model.ID
	var one *model.Session
	for _, x := range c.sessions {
		if !x.Placed() && x.Off == nil {
			left = append(left, x.ID)
			if one == nil || cmp.Or(cmp.Compare(x.Block.Key, one.Block.Key), x.ID.Compare(one.ID)) < 0 {
				one = x
			}
		}
	}
	args := []any{"n", len(left), "date", due, "when", when(due, c.today), "cohort", c.Code}
	id, ref := "due.tray", model.Ref{Kind: model.KindCohort, ID: c.ID}
	switch {
	case len(c.sessions) == 0:
		id = "due.tray.no-plan"
	case one == nil:
		return
	default:
		ref = model.RefOf(one) // its tab has the tray
		args = append(args, "session", one.Block.Title)
	}
	r.add(c.today, Item{
		Rule: "tray", Hard: s.hard && c.today > due, When: due, Cohort: c.ID, Ref: ref, Sessions: left,
		Text: model.Say(id, args...),
	})
}

// marks: courses of fire that ask for less than the unit does.
func (r *reader) marks(c *course) {
	s, on := r.on("pass-mark")
	if !on {
		return
	}
	var seen []model.ID
	for _, x := range c.sessions {
		if x.Block.Fire == nil || !x.Block.Fire.Qualifies || x.Off != nil || slices.Contains(seen, x.Block.Fire.Course) {
			continue
		}
		seen = append(seen, x.Block.Fire.Course)
		f := r.d.FireCourses.Get(x.Block.Fire.Course)
		if f == nil || f.Pass >= s.value {
			continue
		}
		day := max(c.First, c.today)
		if x.Placed() {
			day = max(x.Start.Date(), c.today)
		}
		r.add(c.today, Item{
			Rule: "pass-mark", Hard: s.hard, When: day, Cohort: c.ID, Ref: model.RefOf(x), Sessions: []model.ID{x.ID},
			Text: model.Say("due.pass-mark", "course", f.Title, "pass", f.Pass, "need", s.value, "session", x.ID),
		})
	}
}

// ridePapers: waivers and approvals, some working days before a ride.
func (r *reader) ridePapers(c *course, x *model.Session) {
	s, on := r.on("ride-papers")
	day := x.Start.Date()
	due := workingDays(day, s.value)
	if !on || len(x.Ride.Riders) == 0 || !r.soon(c, due) {
		return
	}
	var without []model.ID
	for _, v := range x.Ride.Riders {
		if p := r.d.People.Get(v.Person); p != nil && !p.Papers.Waived(day) {
			without = append(without, v.Person)
		}
	}
	var what []model.Message
	if n := len(without); n > 0 {
		what = append(what, model.Say("due.ride-papers.waivers", "n", n, "who", who(without)))
	}
	if x.Ride.Approved.IsZero() {
		what = append(what, model.Say("clash.missing.agency"))
	}
	if x.Block.RideKind == model.SWATRide && x.Ride.Command.IsZero() {
		what = append(what, model.Say("clash.missing.commander"))
	}
	if len(what) == 0 {
		return
	}
	r.add(c.today, Item{
		Rule: "ride-papers", Hard: s.hard && c.today > due, When: due, Cohort: c.ID, Ref: model.RefOf(x), People: without, Sessions: []model.ID{x.ID},
		Text: model.Say("due.ride-papers", "session", x.ID, "at", x.Start, "what", what, "date", due, "when", when(due, c.today)),
	})
}

// workingDays is the day so many working days before: Monday to Friday.
func workingDays(day model.Date, n int) model.Date {
	for n > 0 {
		day--
		if w := day.Weekday(); w != 0 && w != 6 {
			n--
		}
	}
	return day
}

// calledOff: what was called off and has no other place on the board; of a
// ride, whoever of its riders is on no other that is still to come.
func (r *reader) calledOff(c *course, x *model.Session) {
	s, on := r.on("called-off")
	if !on || !x.Block.Taught() {
		return
	}
	var waiting []model.ID
	if x.Ride != nil {
		for _, v := range x.Ride.Riders {
			if !slices.ContainsFunc(c.sessions, func(o *model.Session) bool { return replaces(o, x) && o.Ride != nil && o.Ride.Rides(v.Person) }) {
				waiting = append(waiting, v.Person)
			}
		}
		if len(waiting) == 0 {
			return
		}
	} else if x.Officers(c.Cohort) == 0 || c.replaced(x) {
		return
	}
	id := "due.called-off"
	if x.Ride != nil {
		id += ".ride"
	}
	at := []any{"session", x.ID, "who", who(waiting), "n", len(waiting), "cohort", c.Code}
	if !x.Placed() {
		id += ".tray"
	} else {
		at = append(at, "at", x.Start)
	}
	r.add(c.today, Item{
		Rule: "called-off", Hard: s.hard, When: c.today, Cohort: c.ID, Ref: model.RefOf(x), People: waiting, Sessions: []model.ID{x.ID},
		Text: model.Say(id, at...),
	})
}

// replaced reports whether everybody who was to take x takes it elsewhere.
func (c *course) replaced(x *model.Session) bool {
	left := x.Squads
	for _, o := range c.sessions {
		if !replaces(o, x) {
			continue
		}
		if o.Again == x.ID {
			return true
		}
		left &^= o.Squads
	}
	return left == 0 && x.Squads != 0
}

// replaces reports whether o is on the board in place of x, which was called
// off: named as another chance of it, the same block, or a later ride.
func replaces(o, x *model.Session) bool {
	if o == x || o.Off != nil || !o.Placed() {
		return false
	}
	return o.Again == x.ID || x.Block.Key > 0 && o.Block.Key == x.Block.Key || x.Ride != nil && o.Ride != nil && o.Start >= x.Start
}
