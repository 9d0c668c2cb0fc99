package rules

import (
	"slices"

	"muster/model"
)

// activity is the certificate it takes to lead the block: the one it asks of
// its lead, else that of its kind; "" for a classroom, where guests may speak,
// and for rides.
func activity(b *model.Block) model.Skill {
	kind := kindSkill(b)
	if kind != "" {
		for _, n := range b.Needs {
			if n.Role == model.Lead && n.Skill != "" {
				return n.Skill
			}
		}
	}
	return kind
}

// instructs is the certificate it takes to instruct in the block beside its
// lead. Where no shot is fired a block may ask for helpers without one.
func instructs(b *model.Block) model.Skill {
	skill := activity(b)
	if skill == "" {
		return ""
	}
	for _, n := range b.Needs {
		switch {
		case n.Role != model.Line:
		case n.Skill != "":
			return n.Skill
		case !b.LiveFire() && !b.ForceOnForce():
			skill = ""
		}
	}
	return skill
}

// kindSkill is the certificate for blocks of the kind.
func kindSkill(b *model.Block) model.Skill {
	switch b.Kind {
	case model.KindFirearms:
		if b.Fire != nil && b.Fire.Long {
			return model.SkillRifle
		}
		return model.SkillFirearms
	case model.KindVehicles:
		return model.SkillVehicle
	case model.KindBuildings:
		return model.SkillBuilding
	case model.KindRescue:
		return model.SkillRescue
	case model.KindExercise:
		return model.SkillTactics
	}
	return ""
}

// skillOf is the certificate the role asks for in the block.
func skillOf(role model.Role, b *model.Block) model.Skill {
	switch role {
	case model.Lead:
		return activity(b)
	case model.Line:
		return instructs(b)
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
	}
	return ""
}

// may reports whether st holds the skill that day. A full skills instructor may
// teach any skill but firearms.
func may(st *model.Staff, skill model.Skill, role model.Role, on model.Date) bool {
	if skill == "" || st.Qualified(skill, on) {
		return true
	}
	return (role == model.Lead || role == model.Line) && general(skill) &&
		st.Qualified(model.SkillInstructor, on)
}

func general(skill model.Skill) bool {
	return skill != model.SkillFirearms && skill != model.SkillRifle
}

// lanesOfRescue reports whether the block puts officers where they can fall or
// handle casualties.
func lanesOfRescue(b *model.Block) bool {
	return b.Rescue != nil && (b.Rescue.Heights || b.Rescue.Casualties > 0)
}

// people looks at who must be in the session.
func (k *sink) people(m *item) {
	b := &m.s.Block
	if b.LiveFire() {
		k.means(m)
	}
	if b.LiveFire() && m.count(model.RSO) == 0 && k.hit(rRSO, true, m) {
		k.add(rRSO, model.Say("clash.range-safety-officer"), m)
	}
	if b.ForceOnForce() {
		k.safety(m)
		k.stations(m)
	}
	if b.LiveFire() || lanesOfRescue(b) {
		k.medical(m)
	}
	k.skills(m)
	k.certified(m)
	k.needs(m)
	k.somebody(m)
}

// safety: officers for force on force who do nothing else there [P1FOF4].
func (k *sink) safety(m *item) {
	have := 0
	for _, p := range m.parts {
		if p.role == model.Safety && m.roles(p.st) == 1 {
			have++
		}
	}
	if need := k.value(rSafety); have < need && k.hit(rSafety, true, m) {
		k.add(rSafety, model.Say("clash.force-on-force-safety", "need", need, "have", have, "n", need-have), m)
	}
}

// stations: each station of a round of force on force has its safety officer.
func (k *sink) stations(m *item) {
	if m.s.Circuit == nil || !k.cares(rStations) {
		return
	}
	var without []string
	for _, p := range m.s.Circuit.Stations {
		if k.desk.Staff.Get(p.Safety) == nil {
			without = append(without, p.Name)
		}
	}
	if len(without) > 0 && k.hit(rStations, true, m) {
		k.add(rStations, model.Say("clash.station-safety", "stations", without, "n", len(without)), m)
	}
}

func (m *item) roles(st *model.Staff) int {
	n := 0
	for _, p := range m.parts {
		if p.st == st {
			n++
		}
	}
	return n
}

func (k *sink) medical(m *item) {
	have := m.count(model.Medic)
	if need := k.value(rMedic); have < need && k.hit(rMedic, true, m) {
		k.add(rMedic, model.Say("clash.medic", "need", need, "have", have, "n", need-have), m)
	}
	if m.place == nil {
		return
	}
	kit := m.place.Kits
	id := ""
	switch {
	case kit.Trauma == 0 && kit.AED == 0:
		id = "clash.trauma-kit.both"
	case kit.Trauma == 0:
		id = "clash.trauma-kit"
	case kit.AED == 0:
		id = "clash.trauma-kit.aed"
	}
	if id != "" && k.hit(rTrauma, true, m) {
		k.add(rTrauma, model.Say(id, "place", m.s.Place), m).Place = m.s.Place
	}
}

// means: where live rounds are fired there is more than one way to call for
// help: radios the session draws, and what stays at the place [DOE22].
func (k *sink) means(m *item) {
	if m.place == nil || !k.cares(rMeans) {
		return
	}
	have := m.place.Means
	for _, d := range m.s.Block.Kit {
		if p := k.desk.Kits.Get(d.Kit); p != nil && p.Radio {
			have += d.For(m.engaged)
		}
	}
	if need := k.value(rMeans); have < need && k.hit(rMeans, true, m) {
		k.add(rMeans, model.Say("clash.means-to-call", "place", m.s.Place, "need", need, "have", have, "n", need-have), m).Place = m.s.Place
	}
}

// skills: somebody certified leads or instructs every block of skills [CO24].
func (k *sink) skills(m *item) {
	skill := activity(&m.s.Block)
	if skill == "" {
		return
	}
	on := m.own().From.Date()
	for _, p := range m.parts {
		if (p.role == model.Lead || p.role == model.Line) && may(p.st, skill, p.role, on) {
			return
		}
	}
	if k.hit(rSkills, true, m) {
		k.add(rSkills, model.Say("clash.skills-instructor", "skill", model.Say("clash.skill."+string(skill))), m)
	}
}

// certified: everybody holds the certificate of their role on the day.
func (k *sink) certified(m *item) {
	on := m.own().From.Date()
	for _, p := range m.parts {
		skill := skillOf(p.role, &m.s.Block)
		if may(p.st, skill, p.role, on) || !k.hit(rCertified, true, m) {
			continue
		}
		id, until := "clash.certified.never", model.Date(0)
		if last, ok := p.st.Has(skill); ok && !last.IsZero() && last < on {
			id, until = "clash.certified.lapsed", last
		} else if ok {
			id = "clash.certified.not-yet"
		}
		f := k.add(rCertified, model.Say(id, "staff", p.st.ID,
			"skill", model.Say("clash.skill."+string(skill)), "until", until, "date", on), m)
		f.People = []model.ID{p.st.ID}
	}
}

// needs: the people the block asks for by role and skill.
func (k *sink) needs(m *item) {
	on := m.own().From.Date()
	for _, n := range m.s.Block.Needs {
		have := 0
		for _, p := range m.parts {
			if p.role == n.Role && (n.Skill == "" || p.st.Qualified(n.Skill, on)) {
				have++
			}
		}
		need := n.For(m.engaged)
		if have >= need || !k.hit(rNeeds, true, m) {
			continue
		}
		id, pairs := "clash.people-needed", []any{
			"role", model.Say("clash.role." + string(n.Role)), "need", need, "have", have, "n", need - have,
		}
		if n.Skill != "" && n.Skill != skillOf(n.Role, &model.Block{}) { // a medic is a medic
			id, pairs = id+".skill", append(pairs, "skill", model.Say("clash.skill."+string(n.Skill)))
		}
		k.add(rNeeds, model.Say(id, pairs...), m)
	}
}

// somebody: a block is led, and somebody takes it. Who fires live or learns a
// skill has its own rules for who leads.
func (k *sink) somebody(m *item) {
	b := &m.s.Block
	if b.Rest {
		return
	}
	ride := m.s.Ride != nil
	if !ride && activity(b) == "" && m.count(model.Lead) == 0 && m.count(model.Line) == 0 && k.hit(rLeads, true, m) {
		k.add(rLeads, model.Say("clash.nobody-leads"), m)
	}
	if m.officers > 0 || !k.hit(rTakes, true, m) {
		return
	}
	if ride {
		k.add(rTakes, model.Say("clash.nobody-takes.ride"), m)
	} else {
		k.add(rTakes, model.Say("clash.nobody-takes"), m)
	}
}

// ending: a certificate that somebody teaches by ends during the course or
// soon after. Told once a course and certificate, at the first session.
func (k *sink) ending(st *model.Staff, list []*item) {
	if !k.cares(rEnding) {
		return
	}
	for i, m := range list {
		for _, p := range m.parts {
			if p.st != st {
				continue
			}
			skill := skillOf(p.role, &m.s.Block)
			until, soon := k.endsSoon(st, skill, m)
			if !soon || slices.ContainsFunc(list[:i], func(e *item) bool { return k.same(e, m, st, skill) }) ||
				!k.hit(rEnding, true, m) {
				continue
			}
			k.add(rEnding, model.Say("clash.certificate-ending", "staff", st.ID,
				"skill", model.Say("clash.skill."+string(skill)), "until", until, "cohort", m.c.Code), m).People = []model.ID{st.ID}
		}
	}
}

// endsSoon is the last day of the certificate, and whether it is near.
func (k *sink) endsSoon(st *model.Staff, skill model.Skill, m *item) (model.Date, bool) {
	if skill == "" || !st.Qualified(skill, m.own().From.Date()) {
		return 0, false
	}
	until, _ := st.Has(skill)
	return until, !until.IsZero() && until <= m.c.Last.Days(k.value(rEnding))
}

// same reports whether the earlier session tells of the same certificate.
func (k *sink) same(e, m *item, st *model.Staff, skill model.Skill) bool {
	if e.c != m.c {
		return false
	}
	for _, p := range e.parts {
		if p.st == st && skillOf(p.role, &e.s.Block) == skill {
			_, soon := k.endsSoon(st, skill, e)
			return soon
		}
	}
	return false
}
