package schedule

import (
	"slices"
	"strconv"

	"muster/model"
)

// named is the class numbers of the officers a session is for by name: "nos 7,
// 19". "" when it is for squads.
func (t *Tab) named(s *model.Session, c *model.Cohort) string {
	if len(s.Only) == 0 {
		return ""
	}
	return t.numbers(s.Takers(c))
}

// numbers is the class numbers of seats: "nos 7, 19"; "" for none.
func (t *Tab) numbers(seats []model.Seat) string {
	if len(seats) == 0 {
		return ""
	}
	nos := make([]int, 0, len(seats))
	for _, seat := range seats {
		nos = append(nos, seat.No)
	}
	slices.Sort(nos)
	list := ""
	for i, n := range nos {
		if i > 0 {
			list += ", "
		}
		list += strconv.Itoa(n)
	}
	return t.env.T("schedule.card.only", "n", len(nos), "list", list)
}

// chance says that the session is another chance of one before it: which
// attempt at what can be failed, or that practice is made up. "" when it is
// none.
func (t *Tab) chance(s *model.Session) string {
	if s.Again.IsZero() {
		return ""
	}
	if s.Ride != nil {
		return t.env.T("schedule.card.instead")
	}
	d, n := t.host.Desk(), 1
	for at := s; at != nil && !at.Again.IsZero() && n < 9; n++ {
		at = d.Sessions.Get(at.Again)
	}
	if s.Block.Judged() {
		return t.env.T("schedule.card.attempt", "n", n)
	}
	return t.env.T("schedule.card.make-up")
}

// state is how a session went, or what it has been given beyond the plan, each
// in a few letters: the roll, the results, the stations, who comes late.
func (t *Tab) state(s *model.Session, c *model.Cohort) []string {
	var out []string
	say := func(id string, pairs ...any) { out = append(out, t.env.T(id, pairs...)) }
	d := t.host.Desk()
	if r := d.Rolls.Get(s.ID); r != nil && len(r.Marks) > 0 {
		n := t.countRoll(r, s, c)
		if n.missing > 0 {
			say("schedule.card.missing", "n", n.missing)
		}
		say("schedule.card.roll", "n", n.there, "of", n.of)
	}
	if sheet := d.Sheets.Get(s.ID); sheet != nil {
		if passed, of := results(sheet); of > 0 {
			say("schedule.card.passed", "n", passed, "of", of)
		}
	}
	if s.Circuit != nil {
		say("schedule.card.stations", "n", len(s.Circuit.Stations))
	}
	if n := late(s, c); n > 0 {
		say("schedule.card.late", "n", n)
	}
	return out
}

// A counted is a roll in numbers, and what they were counted from.
type counted struct {
	r  *model.Roll
	s  *model.Session
	c  *model.Cohort
	of int // who should be there

	there, missing int
}

// countRoll counts a roll; again only when it is another, for every card of the
// past has one.
func (t *Tab) countRoll(r *model.Roll, s *model.Session, c *model.Cohort) counted {
	if n := t.rolls[s.ID]; n.r == r && n.s == s && n.c == c {
		return n
	}
	n := counted{r: r, s: s, c: c}
	for _, seat := range s.Takers(c) {
		n.of++
		switch m, _ := r.Of(seat.Person); {
		case m.State.There():
			n.there++
		case m.State == model.Missing && m.Found.IsZero():
			n.missing++
		}
	}
	t.rolls[s.ID] = n
	return n
}

// results is how many passed by the sheet, of those who have been judged.
func results(sheet *model.Sheet) (passed, of int) {
	best := map[model.ID]bool{}
	for _, r := range sheet.Rows {
		if ok, known, _ := sheet.Judge(r); known {
			best[r.Person] = best[r.Person] || ok
		}
	}
	for _, ok := range best {
		if ok {
			passed++
		}
	}
	return passed, len(best)
}

// late is how many of those who take the session come to the course only after
// it has begun.
func late(s *model.Session, c *model.Cohort) int {
	if !s.Placed() || !slices.ContainsFunc(c.Seats, func(v model.Seat) bool { return v.Arrives > s.Start }) {
		return 0
	}
	n := 0
	for _, seat := range s.Takers(c) {
		if seat.Arrives > s.Start {
			n++
		}
	}
	return n
}

// on is the sessions that are not called off.
func on(list []*model.Session) int {
	n := 0
	for _, s := range list {
		if s.Off == nil {
			n++
		}
	}
	return n
}
