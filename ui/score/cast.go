package score

import (
	"slices"

	"muster/model"
)

// A crew is everybody who could have a part, and when each is taken up.
type crew struct {
	desk *model.Desk
	busy map[model.ID][]model.Span
}

// newCrew looks up who is taken up when in a stretch of time, but for the
// session itself.
func newCrew(d *model.Desk, self model.ID, within model.Span) *crew {
	k := &crew{d, map[model.ID][]model.Span{}}
	for x := range d.Sessions.All {
		if x.ID == self || !x.Placed() || x.Off != nil || !x.Span().Overlaps(within) {
			continue
		}
		for _, id := range x.Crew() {
			k.busy[id] = append(k.busy[id], x.Span())
		}
	}
	for st := range d.Staff.All {
		for _, a := range st.Absences {
			k.busy[st.ID] = append(k.busy[st.ID], a.Span)
		}
	}
	return k
}

// cast finds people for the session where it now is: those who had a part in
// the first attempt keep it when they are free, and others with the same
// certificate take the parts of those who are not.
func (k *crew) cast(s *model.Session, was []model.Part) []model.Part {
	var out []model.Part
	for _, want := range wanted(s, was) {
		id := want.was
		if id.IsZero() || !k.able(s, id, want.skill) || slices.ContainsFunc(out, func(p model.Part) bool { return p.Staff == id && !want.twice }) {
			id = k.other(s, want, out)
		}
		if !id.IsZero() {
			out = append(out, model.Part{Staff: id, Role: want.role})
		}
	}
	return out
}

// A part to be played: by whom it was, and the certificate it asks for.
type vacancy struct {
	role  model.Role
	skill model.Skill
	was   model.ID
	twice bool // who had it had another part too
}

// wanted are the parts of the first attempt, as many line instructors as the
// block still asks for, and whatever else it needs.
func wanted(s *model.Session, was []model.Part) []vacancy {
	var out []vacancy
	count := map[model.Role]int{}
	need := map[model.Role]int{}
	skill := map[model.Role]model.Skill{}
	for _, n := range s.Block.Needs {
		need[n.Role] += n.For(s.Block.Engaged(len(s.Only)))
		if skill[n.Role] == "" {
			skill[n.Role] = n.Skill
		}
	}
	for _, role := range model.Roles {
		if skill[role] == "" {
			skill[role] = usual(&s.Block, role)
		}
	}
	for _, p := range was {
		if p.Role == model.Line && need[model.Line] > 0 && count[model.Line] >= need[model.Line] {
			continue
		}
		count[p.Role]++
		twice := slices.ContainsFunc(was, func(o model.Part) bool { return o.Staff == p.Staff && o.Role != p.Role })
		out = append(out, vacancy{p.Role, skill[p.Role], p.Staff, twice})
	}
	for _, role := range model.Roles {
		for ; count[role] < need[role]; count[role]++ {
			out = append(out, vacancy{role: role, skill: skill[role]})
		}
	}
	return out
}

// usual is the certificate that a part asks for where the block says nothing.
func usual(b *model.Block, r model.Role) model.Skill {
	switch r {
	case model.RSO:
		return model.SkillRSO
	case model.Rangemaster:
		return model.SkillMaster
	case model.Medic:
		return model.SkillMedic
	case model.Safety:
		return model.SkillSafety
	case model.Interpreter:
		return model.SkillInterpret
	case model.Host:
		return model.SkillRideHost
	case model.Lead, model.Line:
		if b.Exam {
			return ""
		}
		return b.Teaches()
	case model.Assistant:
	}
	return ""
}

// able reports whether somebody could take a part in the session: there that
// day, certified, and in nothing else at the time.
func (k *crew) able(s *model.Session, id model.ID, skill model.Skill) bool {
	st := k.desk.Staff.Get(id)
	day := s.Start.Date()
	if st == nil || !st.Left.IsZero() && st.Left <= day || skill != "" && !st.Qualified(skill, day) {
		return false
	}
	return !slices.ContainsFunc(k.busy[id], s.Span().Overlaps)
}

// other is somebody else for the part: who is free, has no part here yet and
// the least to do that day.
func (k *crew) other(s *model.Session, want vacancy, have []model.Part) model.ID {
	var best model.ID
	least := 0
	for st := range k.desk.Staff.All {
		if slices.ContainsFunc(have, func(p model.Part) bool { return p.Staff == st.ID }) || !k.able(s, st.ID, want.skill) {
			continue
		}
		if n := k.hours(st.ID, s.Start.Date()); best.IsZero() || n < least {
			best, least = st.ID, n
		}
	}
	return best
}

// hours is the quarters somebody is already taken up that day.
func (k *crew) hours(id model.ID, day model.Date) int {
	n := 0
	for _, b := range k.busy[id] {
		if b.From.Date() == day {
			n += b.Len()
		}
	}
	return n
}
