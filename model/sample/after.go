package sample

import (
	"fmt"

	"muster/model"
)

// What remains of a course: certificates, ways to reach those who came, and
// the talks since.

// skillsTaught are those of the built-in course.
func (u *unit) skillsTaught() []model.Skill {
	var out []model.Skill
	seen := map[model.Skill]bool{"": true}
	for i := range u.course.Course.Blocks {
		if k := u.course.Course.Blocks[i].Teaches(); !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// certify yields the certificates of a cohort that is over, in the order of
// the class numbers, each with its two qualifications.
func (u *unit) certify(c *model.Cohort, people []*model.Person, yield func(model.Record) bool) bool {
	hours := 0
	for _, b := range u.course.Course.Blocks {
		if b.Taught() {
			hours += b.Length
		}
	}
	n := 0
	for i, seat := range c.Seats {
		p := people[i]
		kind := model.CompletedCourse
		switch seat.Stage {
		case model.Completed:
		case model.Attended:
			kind = model.AttendedCourse
		default:
			continue
		}
		n++
		v := model.Certificate{
			ID: u.id(c.Last), Person: p.ID, Cohort: c.ID, No: fmt.Sprintf("%s-%03d", c.Code, n), Kind: kind, On: c.Last,
			Name: p.FullName(), Rank: p.Rank, Agency: u.agencyName(p.Agency), Course: u.course.Course.Title,
			Hours: hours / model.Hour, Skills: u.skillsTaught(),
		}
		for j, f := range u.course.Fire[:2] {
			mark := model.CourseMark{Title: f.Title, Percent: 80 + u.after.IntN(21), Attempt: 1, Passed: true}
			if kind == model.AttendedCourse && j == 0 {
				mark.Percent, mark.Attempt, mark.Passed = 58+u.after.IntN(20), 2, false
			}
			v.Marks = append(v.Marks, mark)
		}
		cert, err := model.NewCertificate(v)
		if err != nil {
			panic("sample: " + err.Error()) // it is made of our own words
		}
		if !yield(cert) {
			return false
		}
	}
	return true
}

func (u *unit) agencyName(id model.ID) string {
	for _, a := range u.agencies {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}

// keepsTouch gives somebody who went home on the day the ways they are reached
// by, and how things are with them now.
func (u *unit) keepsTouch(p *model.Person, home model.Date) {
	r := u.after
	if chance(r, 72) {
		verified := home.Days(r.IntN(200))
		if verified > u.today {
			verified = u.today
		}
		p.Ways = append(p.Ways, model.Way{
			Channel: model.WhatsApp, Handle: p.Phone, Preferred: true, Verified: verified, Consent: home,
		})
	}
	if chance(r, 18) {
		p.Ways = append(p.Ways, model.Way{Channel: pick(r, []model.Channel{model.Signal, model.Telegram}), Handle: p.Phone, Consent: home})
	}
	if chance(r, 25) {
		p.Ways = append(p.Ways, model.Way{Channel: model.Facebook, Handle: firstWord(p.Given) + "." + firstWord(p.Family)})
	}
	switch at := r.IntN(200); {
	case at < 2:
		p.Standing = model.Deceased
	case at < 4:
		p.Standing = model.DoNotContact
	case at < 16:
		p.Standing = model.Moved
	case at < 24:
		p.Standing = model.LeftService
	case at < 30:
		p.Standing = model.Unreachable
	}
}

var (
	talks = []string{
		"Still with the unit; uses the vehicle search drills every week.",
		"Asked for the slides on hides in trucks.",
		"Promoted. Would like two of the unit's officers to come next year.",
		"Taught the casualty care block at the state academy.",
		"A classmate from the neighbouring state traced a stolen vehicle within the hour.",
	}
	steps = []string{
		"Ask how the lanes went", "Send the range plan", "Names for the next course", "Invite to the follow-up week",
	}
)

// talk yields the talks with somebody since they went home; one in twelve has
// something to follow.
func (u *unit) talk(p *model.Person, c *model.Cohort, yield func(model.Record) bool) bool {
	r := u.after
	if p.Standing.Closed() || !chance(r, 35) {
		return true
	}
	since := int(u.today - c.Last)
	for n := 1 + r.IntN(2); n > 0; n-- {
		on := c.Last.Days(1 + r.IntN(max(since-1, 1)))
		v := model.Contact{
			ID: u.id(on), Person: p.ID, Cohort: c.ID, At: on.Minute(9*60 + r.IntN(8*60)), Channel: model.Phone,
			Way: pick(r, model.Directions), By: u.staff[r.IntN(4)].Label(), About: pick(r, talks),
		}
		if len(p.Ways) > 0 {
			v.Channel = p.Ways[0].Channel
		}
		if chance(r, 12) {
			v.Missed, v.About = true, ""
		}
		if n == 1 && since < 400 && chance(r, 40) {
			v.Next, v.Due = pick(r, steps), u.today.Days(r.IntN(40)-12)
		}
		contact, err := model.NewContact(v)
		if err != nil {
			panic("sample: " + err.Error()) // it is made of our own words
		}
		if !yield(contact) {
			return false
		}
	}
	return true
}

// settings is whom the unit calls about somebody missing.
func settings() *model.Settings {
	return &model.Settings{Callees: []model.Callee{
		{Name: "Duty officer", Phone: fictionPhone(40), After: 15},
		{Name: "Hotel desk", Phone: fictionPhone(41), After: 15},
		{Name: "Embassy liaison", Phone: fictionPhone(42), After: 60},
		{Name: "Programme manager", Phone: fictionPhone(43), After: 60},
	}}
}
