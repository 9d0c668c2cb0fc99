package sample

import (
	"slices"

	"muster/model"
)

// The coming course is half planned, and three things are wrong with it for
// the planner to find: an instructor is in two places on the third day, the
// range is let on the morning of the fourth, and somebody who was called away
// for the fourth and fifth is still on the plan.
const (
	planDays  = 5 // days of the course that are on the board
	twiceDay  = 3
	letDay    = 4
	absentDay = 4
	absentee  = "Acosta"
)

// letMorning is when the range is let: the middle of the three rifle sessions
// falls into it, and the first is still in the tray.
func (u *unit) letMorning() model.Span {
	d := u.starting().Days(letDay - 1)
	return model.Span{From: d.At(hm(6, 0)), To: d.At(hm(11, 0))}
}

// halfPlan is the first week on the board, the rest in the tray.
func (u *unit) halfPlan(c *model.Cohort) []*model.Session {
	let := u.letMorning()
	out := u.planIf(c, func(s *model.Session) bool {
		early := s.Block.Place == model.Range && let.Contains(s.Span())
		return s.Start < c.First.Days(planDays).At(0) && !early
	})
	u.double(on(out, c.First.Days(twiceDay-1)))
	u.forget(on(out, c.First.Days(absentDay)))
	return out
}

// on is the sessions placed on that day.
func on(all []*model.Session, d model.Date) []*model.Session {
	return slices.DeleteFunc(slices.Clone(all), func(s *model.Session) bool { return s.Start.Date() != d })
}

// double puts the leader of one session into another at the same hour, in the
// part of somebody who could do no more than they can.
func (u *unit) double(day []*model.Session) {
	for _, a := range day {
		for _, b := range day {
			if a == b || !a.Span().Overlaps(b.Span()) || len(a.In(model.Lead)) == 0 {
				continue
			}
			if who := u.of(a.In(model.Lead)[0]); replace(b, who, model.Medic, model.SkillMedic) {
				return
			}
		}
	}
}

// forget leaves the absent instructor on the plan of the day.
func (u *unit) forget(day []*model.Session) {
	who := u.named(absentee)
	for _, s := range day {
		if replace(s, who, model.Safety, model.SkillSafety) {
			return
		}
	}
}

// replace gives the first part in the role to somebody else who has the skill.
func replace(s *model.Session, who *model.Staff, r model.Role, k model.Skill) bool {
	if !who.Qualified(k, s.Start.Date()) || s.Has(who.ID) {
		return false
	}
	for i, p := range s.Staff {
		if p.Role == r {
			s.Staff[i].Staff = who.ID
			return true
		}
	}
	return false
}

func (u *unit) of(id model.ID) *model.Staff {
	for _, s := range u.staff {
		if s.ID == id {
			return s
		}
	}
	return nil
}
