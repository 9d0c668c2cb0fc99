package due

import (
	"slices"

	"muster/model"
	"muster/model/graduate"
)

// afterwards looks at what is to be done when the course is over.
func (r *reader) afterwards(c *course) {
	r.certificates(c)
	if c.today >= c.Last {
		r.home(c)
	}
}

// certificates not yet issued after graduation, but to those whom the
// graduation gave none.
func (r *reader) certificates(c *course) {
	s, on := r.on("certificates")
	due := c.over.Days(s.value)
	if !on || !r.soon(c, due) {
		return
	}
	has := make(map[model.ID]bool, len(c.awarded))
	for _, id := range c.awarded {
		has[id] = true
	}
	var without []model.ID
	for i := range c.Seats {
		v := &c.Seats[i]
		decided := c.State == model.Graduated && graduate.Denied(*v, c.issued)
		if v.Alternate == 0 && !v.Stage.Out() && !decided && !has[v.Person] {
			without = append(without, v.Person)
		}
	}
	if len(without) == 0 {
		return
	}
	r.people(c, "certificates", s.hard && c.today > due, due, without, model.Say("due.certificates", "who", who(without),
		"n", len(without), "date", due, "when", when(due, c.today), "cohort", c.Code))
}

// home: everybody who came is known to have left the country, and to be home.
func (r *reader) home(c *course) {
	s, on := r.on("departure")
	if !on {
		return
	}
	var here, underway []model.ID
	for i := range c.Seats {
		v := &c.Seats[i]
		switch {
		case !graduate.Came(*v) || !v.Home.IsZero():
		case v.Departed.IsZero():
			here = append(here, v.Person)
		default:
			underway = append(underway, v.Person)
		}
	}
	due := c.Last.Days(s.value)
	tell := func(id string, people []model.ID) {
		if len(people) > 0 {
			r.people(c, "departure", s.hard && c.today > due, due, people, model.Say(id, "who", who(people), "n", len(people),
				"date", due, "when", when(due, c.today), "cohort", c.Code))
		}
	}
	tell("due.departure", here)
	tell("due.departure.home", underway)
}

// follow is how many follow-ups are told one by one.
const follow = 5

// followUps that are due, or late, the oldest one by one.
func (r *reader) followUps() {
	s, on := r.on("follow-up")
	if !on {
		return
	}
	var open []*model.Contact
	for v := range r.d.Contacts.All {
		if !v.Open() || v.Due > r.here.Days(r.ahead()) {
			continue
		}
		if p := r.d.People.Get(v.Person); p != nil && !p.Standing.Closed() {
			open = append(open, v)
		}
	}
	slices.SortStableFunc(open, func(a, b *model.Contact) int { return int(a.Due - b.Due) })
	for i, v := range open {
		if i == follow && len(open) > follow+1 {
			r.moreFollowUps(s, open[i:])
			return
		}
		id, cohort := "due.follow-up", model.ID{}
		if v.Next == "" {
			id += ".nothing"
		}
		if r.course(v.Cohort) != nil {
			cohort = v.Cohort
		}
		r.add(r.here, Item{
			Rule: "follow-up", Hard: s.hard && v.Due < r.here, When: v.Due, Cohort: cohort, Ref: model.RefOf(v), People: []model.ID{v.Person},
			Text: model.Say(id, "person", v.Person, "what", v.Next, "date", v.Due, "when", when(v.Due, r.here)),
		})
	}
}

func (r *reader) moreFollowUps(s setting, list []*model.Contact) {
	first := list[0]
	i := Item{Rule: "follow-up", Hard: s.hard && first.Due < r.here, When: first.Due, Ref: model.RefOf(first)}
	for _, v := range list {
		i.People = append(i.People, v.Person)
	}
	i.Text = model.Say("due.follow-up.more", "n", len(list), "date", first.Due, "when", when(first.Due, r.here))
	r.add(r.here, i)
}
