package sample

import (
	"fmt"

	"muster/model"
)

const (
	zone      = "America/New_York"
	classSize = 28 // officers in a past cohort, one more or less
	squads    = 3
	lastDay   = 11 // days from a course's first to its last
	planned   = 2  // past cohorts whose plans were kept
)

// turns is the countries in the order they came, over and over.
var turns = []string{"HT", "CO", "HN", "GT", "EG", "HN", "HT", "CO", "GT", "HN", "EG", "CO"}

var (
	iso3   = map[string]string{"MX": "MEX", "HT": "HTI", "CO": "COL", "HN": "HND", "GT": "GTM", "EG": "EGY"}
	titles = map[string]string{
		"HT": "Haiti", "CO": "Colombia", "HN": "Honduras", "GT": "Guatemala", "EG": "Egypt",
	}
)

// code is what everybody will call the next cohort of that country and year:
// MEX-26-1.
func (u *unit) code(country string, first model.Date) string {
	y, _, _ := first.Civil()
	key := fmt.Sprintf("%s-%02d", iso3[country], y%100)
	u.codes[key]++
	return fmt.Sprintf("%s-%d", key, u.codes[key])
}

// past yields the cohorts that are over and the people in them, spread evenly
// from the unit's beginning to a season ago.
func (u *unit) past(people, class int, yield func(model.Record) bool) bool {
	n := (people + class/2) / class
	if people > 0 {
		n = max(n, 1)
	}
	start, end := monday(opened.Days(35)), monday(u.today.Days(-98))
	span := max(int(end-start)/7, 0)
	for i := range n {
		week := span
		if n > 1 {
			week = span * i / (n - 1)
		}
		size := people*(i+1)/n - people*i/n
		c, seated := u.closed(turns[i%len(turns)], start.Days(7*week), size)
		for _, p := range seated {
			u.keepsTouch(p, c.Last)
		}
		if !each(seated, yield) || !yield(c) {
			return false
		}
		if keepsPlan(i, n) && !each(u.plan(c), yield) {
			return false
		}
		if !u.certify(c, seated, yield) {
			return false
		}
		for _, p := range seated {
			if !u.talk(p, c, yield) {
				return false
			}
		}
	}
	return true
}

// keepsPlan reports whether the i-th of n past cohorts has its sessions still:
// the last ones that were taught in Spanish, as those to come will be.
func keepsPlan(i, n int) bool {
	left := planned
	for j := n - 1; j >= i; j-- {
		if c := turns[j%len(turns)]; c == "HT" || c == "EG" {
			continue
		}
		if left--; left >= 0 && j == i {
			return true
		}
	}
	return false
}

// closed is a cohort that is over.
func (u *unit) closed(country string, first model.Date, size int) (*model.Cohort, []*model.Person) {
	c := &model.Cohort{
		ID: u.id(first.Days(-90)), Code: u.code(country, first), Title: titles[country], Country: country,
		Zone: zone, First: first, Last: first.Days(lastDay), Course: u.course.Course.ID, Places: size,
		Squads: squads, State: model.Closed,
	}
	seated := make([]*model.Person, size)
	for i := range seated {
		p := u.officer(country, first.Days(-80))
		cleared(p, first)
		papersIn(p, first, true)
		seated[i] = p
		c.Seats = append(c.Seats, model.Seat{
			No: i + 1, Person: p.ID, Squad: model.Squad(i%squads + 1), Stage: u.outcome(), Since: c.Last,
			Departed: c.Last.Days(1), Home: c.Last.Days(2),
		})
	}
	return c, seated
}

// outcome is how it ended for somebody.
func (u *unit) outcome() model.Stage {
	switch at := u.people.IntN(200); {
	case at < 185:
		return model.Completed
	case at < 196:
		return model.Attended
	case at < 199:
		return model.Withdrew
	}
	return model.Dismissed
}

// cleared enters an approval good for a course that begins on the day.
func cleared(p *model.Person, first model.Date) {
	spread := int(p.Born) % 9
	decided := first.Days(-42 + spread)
	p.Vetting = model.Vetting{
		State: model.VettingApproved, Submitted: first.Days(-78 + spread), Decided: decided, Until: decided.Days(365),
	}
}

// papersIn enters the papers of somebody who comes on the day; with travel
// also visa and ticket.
func papersIn(p *model.Person, first model.Date, travel bool) {
	spread := int(p.Born) % 7
	p.Papers = model.Papers{
		Form: first.Days(-84 + spread), Passport: first.Days(-84 + spread), Photo: first.Days(-83 + spread),
		Waiver: first.Days(-30 + spread), Insurance: first.Days(-26 + spread), Witness: "Legal office",
	}
	if travel {
		p.Papers.Visa, p.Papers.Ticket = first.Days(-20+spread), first.Days(-12+spread)
	}
	// A passport must be good for half a year beyond the stay.
	if least := first.Days(230); p.Passport.Expires < least {
		p.Passport.Expires = least.Days(spread * 40)
	}
}
