package sample

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/names"
)

const class = 30 // officers in the cohorts of today

// present yields the cohort that is in its middle and the one that follows.
func (u *unit) present(yield func(model.Record) bool) {
	first := u.running()
	c, people := u.middle(first)
	if !each(people, yield) || !yield(c) || !u.work(c, u.plan(c), yield) {
		return
	}
	c, people = u.coming(u.starting())
	if each(people, yield) && yield(c) {
		each(u.halfPlan(c), yield)
	}
}

// running is the first day of the course that is in its middle: today is a
// Monday to Wednesday of its second week, or a Thursday to Sunday of its first.
func (u *unit) running() model.Date {
	if w := u.today.Weekday(); w >= 1 && w <= 3 {
		return monday(u.today).Days(-7)
	}
	return monday(u.today)
}

// starting is the first day of the course that comes about two weeks from now,
// after the one that is running.
func (u *unit) starting() model.Date { return u.running().Days(21) }

// middle is thirty officers from Sonora and Chihuahua and two alternates who
// stayed at home.
func (u *unit) middle(first model.Date) (*model.Cohort, []*model.Person) {
	c := &model.Cohort{
		ID: u.id(first.Days(-90)), Code: u.code("MX", first), Title: "Sonora & Chihuahua", Country: "MX", Zone: zone,
		First: first, Last: first.Days(lastDay), Course: u.course.Course.ID, Places: class, Squads: squads,
		State: model.Running,
	}
	people := u.roster(class+2, first, "MX")
	for i, p := range people {
		cleared(p, first)
		papersIn(p, first, i < class)
		seat := model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(i%squads + 1), Stage: model.InCourse, Since: first}
		if i >= class {
			seat = model.Seat{Person: p.ID, Alternate: i - class + 1, Stage: model.Cleared, Since: p.Vetting.Decided}
		}
		c.Seats = append(c.Seats, seat)
	}
	return c, people
}

// roster invents n officers of the countries in turn, nominated in time for a
// course that begins on the day; the first thirty in the order of their names.
func (u *unit) roster(n int, first model.Date, countries ...string) []*model.Person {
	people := make([]*model.Person, n)
	for i := range people {
		people[i] = u.officer(countries[i%len(countries)], first.Days(-85))
	}
	key := func(p *model.Person) string {
		return names.SortKey(names.Name{Given: p.Given, Family: p.Family, Family2: p.Family2})
	}
	slices.SortStableFunc(people[:min(n, class)], func(a, b *model.Person) int { return cmp.Compare(key(a), key(b)) })
	return people
}

// A standing is how far somebody of the coming course has got.
type standing struct {
	stage model.Stage
	// missing papers, by what the embassy still owes
	passport, waiver bool
}

// standings is the exceptions among the thirty who are to come, by their place
// on the roster; the others are cleared.
var standings = map[int]standing{
	2:  {stage: model.VisaHeld},
	3:  {stage: model.VisaHeld},
	8:  {stage: model.VisaSought},
	11: {stage: model.Suspended},
	14: {stage: model.VisaSought},
	17: {stage: model.InVetting},
	19: {stage: model.VisaSought, waiver: true},
	22: {stage: model.InVetting, passport: true, waiver: true},
	25: {stage: model.VisaSought, waiver: true},
	26: {stage: model.InVetting},
	27: {stage: model.Ticketed},
	31: {stage: model.InVetting},
	32: {stage: model.Nominated, passport: true, waiver: true},
}

// coming is thirty officers from Honduras and Guatemala and three alternates,
// with about two weeks to go: most are cleared, one is suspended, some wait.
func (u *unit) coming(first model.Date) (*model.Cohort, []*model.Person) {
	c := &model.Cohort{
		ID: u.id(first.Days(-90)), Code: u.code("HN", first), Title: "Honduras & Guatemala", Country: "HN", Zone: zone,
		First: first, Last: first.Days(lastDay), Course: u.course.Course.ID, Places: class, Squads: squads,
		State: model.Planning,
	}
	people := u.roster(class+3, first, "HN", "GT")
	for i, p := range people {
		at, ok := standings[i]
		if !ok {
			at.stage = model.Cleared
		}
		since := u.stand(p, at, first)
		seat := model.Seat{Person: p.ID, Stage: at.stage, Since: since}
		if i < class {
			seat.No, seat.Squad = i+1, model.Squad(i%squads+1)
		} else {
			seat.Alternate = i - class + 1
		}
		c.Seats = append(c.Seats, seat)
	}
	return c, people
}

// stand gives somebody the papers and the vetting of their stage, and answers
// the day they reached it.
func (u *unit) stand(p *model.Person, at standing, first model.Date) model.Date {
	cleared(p, first)
	papersIn(p, first, false)
	since := p.Vetting.Decided
	switch at.stage {
	case model.VisaSought:
		since = u.today.Days(-8)
	case model.VisaHeld:
		p.Papers.Visa = u.today.Days(-4)
		since = p.Papers.Visa
	case model.Ticketed:
		p.Papers.Visa, p.Papers.Ticket = u.today.Days(-6), u.today.Days(-2)
		since = p.Papers.Ticket
	case model.InVetting:
		p.Vetting = model.Vetting{State: model.VettingSent, Submitted: first.Days(-61)}
		since = p.Vetting.Submitted
	case model.Suspended:
		p.Vetting = model.Vetting{State: model.VettingSuspend, Submitted: first.Days(-74), Decided: first.Days(-33)}
		since = p.Vetting.Decided
	case model.Nominated:
		p.Vetting = model.Vetting{}
		since = p.Papers.Form
	}
	if at.passport {
		p.Papers.Passport, p.Papers.Insurance = 0, 0
	}
	if at.waiver {
		p.Papers.Waiver, p.Papers.Witness = 0, ""
	}
	return since
}
