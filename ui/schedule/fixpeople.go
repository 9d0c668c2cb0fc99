package schedule

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// fixPeople puts the best candidates into each role that lacks somebody, by
// the block's own needs or by a rule's, and in place of each who is the reason
// for a clash.
func (t *Tab) fixPeople(s *model.Session, clashes []rules.Clash) []fix {
	var out []fix
	blamed := map[model.ID]bool{}
	asked := map[model.Role]model.Skill{}
	for _, c := range clashes {
		for _, id := range c.People {
			blamed[id] = true
		}
		if v, ok := wanting(c.Rule); ok {
			asked[v.role] = v.skill
		}
	}
	for _, w := range t.wants(s) {
		skill, ruled := asked[w.role]
		if w.skill == "" {
			w.skill = skill
		}
		lacks := w.fills < w.need || ruled
		if !lacks && !slices.ContainsFunc(w.have, func(id model.ID) bool { return blamed[id] }) {
			continue
		}
		role := model.Say("clash.role." + string(w.role))
		for i, who := range t.freeFor(s, w, 2) {
			if lacks {
				next := s.Clone()
				next.Staff = append(next.Staff, model.Part{Staff: who, Role: w.role})
				out = append(out, t.tried(model.Say("schedule.fix.person", "who", who, "role", role), i, next))
			}
			for _, old := range w.have {
				if !blamed[old] {
					continue
				}
				next := s.Clone()
				for j := range next.Staff {
					if next.Staff[j] == (model.Part{Staff: old, Role: w.role}) {
						next.Staff[j].Staff = who
					}
				}
				how := model.Say("schedule.fix.instead", "who", who, "other", old, "role", role)
				out = append(out, t.tried(how, 1+i, next))
			}
		}
	}
	return out
}

// wanting is the role, and the skill for it, whose lack breaks a rule.
func wanting(rule string) (vacancy, bool) {
	switch rule {
	case "range-safety-officer":
		return vacancy{model.RSO, model.SkillRSO}, true
	case "medic":
		return vacancy{model.Medic, model.SkillMedic}, true
	case "force-on-force-safety":
		return vacancy{model.Safety, ""}, true
	case "nobody-leads":
		return vacancy{model.Lead, ""}, true
	case "language-hazard", "language":
		return vacancy{model.Interpreter, ""}, true
	case "lead-uncounted", "live-ratio-day", "live-ratio-ceiling", "live-ratio-indoor", "live-ratio-night",
		"live-ratio-first", "live-ratio-automatic":
		return vacancy{model.Line, model.SkillFirearms}, true
	}
	return vacancy{}, false
}

// freeFor is up to n of the staff who could take a part at once: certified,
// free, held back by no rule; those with the fewest hours that day first. The
// rules are asked of no more than it takes to find them.
func (t *Tab) freeFor(s *model.Session, w want, n int) []model.ID {
	date := s.Start.Date()
	busy := t.partsOn(s, date)
	var list []candidate
	for x := range t.host.Desk().Staff.All {
		if !x.Left.IsZero() && x.Left <= date || s.Employs(x.ID) || busy.meets[x.ID] != nil ||
			w.skill != "" && !x.Qualified(w.skill, date) ||
			slices.ContainsFunc(x.Absences, func(a model.Absence) bool { return a.Overlaps(s.Span()) }) {
			continue
		}
		list = append(list, candidate{staff: x, skill: kit.Fold(x.Name()), hours: busy.hours[x.ID]})
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.hours, b.hours), cmp.Compare(a.skill, b.skill))
	})
	var out []model.ID
	for i := range list {
		if len(out) == n {
			break
		}
		if id := list[i].staff.ID; t.ruleAgainst(s, id, w.role).IsZero() {
			out = append(out, id)
		}
	}
	return out
}

// fixOther leaves the session as it is and gives the other one, which wants
// the same person at the same time, somebody else.
func (t *Tab) fixOther(s *model.Session) []fix {
	board, desk := t.host.Board(), t.host.Desk()
	var out []fix
	for _, c := range board.ClashesOf(s.ID) {
		if c.Rule != staffTwice || len(c.People) != 1 {
			continue
		}
		for _, id := range c.Sessions {
			o := desk.Sessions.Get(id)
			if o == nil || o.ID == s.ID || o.Cohort != t.cohort.ID {
				continue
			}
			for _, f := range t.fixPeople(o, board.Try(o)) {
				next := f.next[0]
				if next.Has(c.People[0]) {
					continue
				}
				ref := model.Ref{Kind: model.KindSession, ID: next.ID}
				with := board.With(desk.With(model.Change{Puts: []model.Put{{Record: &next}}}, desk.Rev), ref)
				out = append(out, fix{
					how:  model.Say("schedule.fix.there", "block", o.Block.Title, "how", f.how),
					next: f.next, left: tallyOf(with.ClashesOf(s.ID)), cost: f.cost + 2,
				})
			}
		}
	}
	return out
}

// staffTwice is the rule that nobody is in two sessions at once.
const staffTwice = "staff-twice"

// fixRelays lets live fire shoot in one relay more: longer on the clock for
// each, fewer on the line for each instructor.
func (t *Tab) fixRelays(s *model.Session, clashes []rules.Clash) []fix {
	f := s.Block.Fire
	if f == nil || !slices.ContainsFunc(clashes, func(c rules.Clash) bool {
		v, _ := wanting(c.Rule)
		return c.Rule == "lanes" || v.role == model.Line
	}) {
		return nil
	}
	var out []fix
	for more := 1; more <= 2; more++ {
		next := s.Clone()
		next.Block.Fire.Relays = max(f.Relays, 1) + more
		if next.Block.Fire.Relays > max(s.Officers(t.cohort), 1) {
			break
		}
		out = append(out, t.tried(model.Say("schedule.fix.relays", "n", next.Block.Fire.Relays), 6+more, next))
	}
	return out
}

// fixCars gives a session a vehicle that it lacks, or another for one that is
// out or taken.
func (t *Tab) fixCars(s *model.Session, clashes []rules.Clash) []fix {
	lacks := false
	for _, c := range clashes {
		switch c.Rule {
		case "vehicles-needed", "vehicle-twice", "vehicle-out", "one-ride-a-car", "ride-seats", "swat-seats":
			lacks = true
		}
	}
	if !lacks {
		return nil
	}
	var out []fix
	for v := range t.host.Desk().Vehicles.All {
		if _, taken := t.carState(s, v); taken || slices.Contains(s.Cars, v.ID) {
			continue
		}
		next := s.Clone()
		next.Cars = append(next.Cars, v.ID)
		out = append(out, t.tried(model.Say("schedule.fix.car", "vehicle", v.ID), 1, next))
		for i, id := range s.Cars {
			old := t.host.Desk().Vehicles.Get(id)
			if old == nil || old.Kind != v.Kind {
				continue
			}
			if _, taken := t.carState(s, old); taken {
				next := s.Clone()
				next.Cars[i] = v.ID
				out = append(out, t.tried(model.Say("schedule.fix.car-instead", "vehicle", v.ID, "other", id), 1, next))
			}
		}
	}
	return out
}

// fixApprovals records today what a ride still wants: the host agency's
// approval, the commander's.
func (t *Tab) fixApprovals(s *model.Session) []fix {
	today := t.host.Today()
	if s.Ride == nil || today > s.Start.Date() {
		return nil
	}
	var out []fix
	for _, c := range t.host.Board().ClashesOf(s.ID) {
		next := s.Clone()
		switch c.Rule {
		case "host-approval":
			next.Ride.Approved = today
		case "swat-approval":
			next.Ride.Command = today
		default:
			continue
		}
		out = append(out, t.tried(model.Say("schedule.fix."+c.Rule), 0, next))
	}
	return out
}
