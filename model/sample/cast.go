package sample

import (
	"cmp"
	"slices"

	"muster/model"
)

const (
	dayHours = 8 * model.Hour  // an instructor teaches at most so long a day
	rest     = 10 * model.Hour // and rests so long before the next
)

// A job is one part in one session still to be given to somebody.
type job struct {
	session *model.Session
	role    model.Role
	skill   model.Skill
}

// A cast gives people their parts, day by day. Within a day it begins with
// what few can do and what falls late (rides, then nights), so that those who
// work the evening are spared in the morning.
type cast struct {
	today model.Date // who teaches now taught then: a past plan can be copied
	staff []*model.Staff
	taken ledger
	hours map[model.ID]map[model.Date]int
	total map[model.ID]int
}

// cast staffs the placed sessions of a plan. A part for which nobody is left
// stays open, as it would on the board.
func (u *unit) cast(placed []*model.Session) {
	c := &cast{today: u.today, staff: u.staff, hours: map[model.ID]map[model.Date]int{}, total: map[model.ID]int{}}
	for _, s := range u.staff {
		c.hours[s.ID] = map[model.Date]int{}
	}
	order := slices.Clone(placed)
	late := func(s *model.Session) int {
		switch {
		case s.Block.Kind == model.KindRide:
			return 0
		case s.Block.Night:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(order, func(a, b *model.Session) int {
		return cmp.Or(cmp.Compare(a.Start.Date(), b.Start.Date()), late(a)-late(b), cmp.Compare(a.Start, b.Start))
	})
	for len(order) > 0 {
		n := 1
		for n < len(order) && order[n].Start == order[0].Start && late(order[n]) == late(order[0]) {
			n++
		}
		c.fill(jobs(order[:n]))
		order = order[n:]
	}
}

// jobs is every part the sessions need.
func jobs(sessions []*model.Session) []job {
	var out []job
	for _, s := range sessions {
		officers := s.Squads.Len() * class / squads
		for _, n := range s.Block.Needs {
			for range n.For(s.Block.Engaged(officers)) {
				out = append(out, job{s, n.Role, n.Skill})
			}
		}
	}
	return out
}

// fill gives jobs that run at the same time to different people: a matching
// found by augmenting paths, the least worked tried first.
func (c *cast) fill(list []job) {
	// The hardest to fill first.
	slices.SortStableFunc(list, func(a, b job) int { return len(c.able(a)) - len(c.able(b)) })
	holds := map[model.ID]int{} // staff: the job they have
	var give func(i int, asked map[model.ID]bool) bool
	give = func(i int, asked map[model.ID]bool) bool {
		for _, s := range c.able(list[i]) {
			if asked[s.ID] {
				continue
			}
			asked[s.ID] = true
			if other, busy := holds[s.ID]; !busy || give(other, asked) {
				holds[s.ID] = i
				return true
			}
		}
		return false
	}
	for i := range list {
		give(i, map[model.ID]bool{})
	}
	for _, s := range c.staff {
		if i, ok := holds[s.ID]; ok {
			c.give(s, list[i])
		}
	}
	for _, j := range list {
		slices.SortStableFunc(j.session.Staff, func(a, b model.Part) int {
			return slices.Index(model.Roles, a.Role) - slices.Index(model.Roles, b.Role)
		})
	}
}

// able is who can take the job: skilled, there, rested; whoever leads or takes
// officers along speaks Spanish, as all of them do. Least worked first.
func (c *cast) able(j job) []*model.Staff {
	span, day := j.session.Span(), j.session.Start.Date()
	out := make([]*model.Staff, 0, len(c.staff))
	for _, s := range c.staff {
		if j.skill != "" && (!s.Qualified(j.skill, day) || !s.Qualified(j.skill, c.today)) ||
			(j.role == model.Lead || j.role == model.Host) && !slices.Contains(s.Speaks, "es") ||
			slices.ContainsFunc(s.Absences, func(a model.Absence) bool { return a.Overlaps(span) }) ||
			!c.taken.free(s.ID, span) || c.hours[s.ID][day]+span.Len() > dayHours || !c.rested(s.ID, span) {
			continue
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b *model.Staff) int {
		return cmp.Or(c.hours[a.ID][day]-c.hours[b.ID][day], c.total[a.ID]-c.total[b.ID])
	})
	return out
}

// rested reports whether somebody has the night free before and after.
func (c *cast) rested(id model.ID, s model.Span) bool {
	for _, o := range c.taken.uses[id] {
		if o.From.Date() != s.From.Date() && o.Overlaps(s.Grow(rest, rest)) {
			return false
		}
	}
	return true
}

func (c *cast) give(s *model.Staff, j job) {
	span := j.session.Span()
	j.session.Staff = append(j.session.Staff, model.Part{Staff: s.ID, Role: j.role})
	c.taken.take(s.ID, span)
	c.hours[s.ID][span.From.Date()] += span.Len()
	c.total[s.ID] += span.Len()
}
