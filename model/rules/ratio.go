package rules

import (
	"fmt"

	"muster/model"
)

// ratios is the rows that ask for instructors on the line, with what each is
// about; of those broken only the strictest is told, hard before soft.
var ratios = [...]int{rNight, rFirst, rAuto, rIndoor, rCeiling, rDay}

// applies reports whether the ratio of the row is for this firing.
func (k *sink) applies(row int, m *item) bool {
	if k.limits[row].off {
		return false
	}
	f := m.s.Block.Fire
	indoor := m.place != nil && !m.place.Outdoor &&
		(m.place.Kind == model.Range || m.place.Kind == model.ShootHouse)
	first, night := f != nil && f.First, k.night(m)
	switch row {
	case rIndoor:
		return indoor
	case rNight:
		return night && !indoor // indoors the dark is simulated: 1:5 as by day [DOE15]
	case rFirst:
		return first
	case rAuto:
		return f != nil && f.Auto
	case rDay:
		return !indoor && !night && !first
	}
	return true // the ceiling
}

// night reports whether the block is one for the dark, or reaches into it.
func (k *sink) night(m *item) bool {
	t, day := m.own(), m.own().From.Date()
	return m.s.Block.Night || t.From < day.At(k.value(rSunrise)) || t.To > day.At(k.value(rSunset))
}

// onLine looks at the instructors of live fire. The lead calls the line and is
// not counted once two or more instructors are needed there; when one is
// enough he is himself the lead, and may be the range safety officer too
// [DOE15]. Who has another role in the session is not counted on the line.
func (k *sink) onLine(m *item) {
	if !m.s.Block.LiveFire() {
		return
	}
	firing := m.engaged
	if k.limits[rEngaged].off {
		firing = m.officers
	}
	worst, short, must := -1, 0, 0
	for _, row := range ratios {
		if !k.applies(row, m) {
			continue
		}
		need := (firing + k.value(row) - 1) / k.value(row)
		hard := k.limits[row].hard
		if hard {
			must = max(must, need)
		}
		missing := need - k.instructing(m, need)
		if missing <= 0 {
			continue
		}
		if worst < 0 || hard && !k.limits[worst].hard || hard == k.limits[worst].hard && missing > short {
			worst, short = row, missing
		}
	}
	if worst >= 0 && k.hit(worst, true, m) {
		per := k.value(worst)
		need := (firing + per - 1) / per
		k.add(worst, model.Say("clash."+rows[worst].ID, "firing", firing, "ratio", fmt.Sprintf("1:%d", per),
			"need", need, "have", need-short, "n", short), m)
	}
	if must >= 2 && m.count(model.Lead) == 0 && k.hit(rLead, true, m) {
		k.add(rLead, model.Say("clash.lead-uncounted", "need", must), m)
	}
	k.rangemaster(m)
}

// instructing counts the instructors on the line when need are needed.
func (k *sink) instructing(m *item, need int) int {
	leads := need < 2 || k.limits[rLead].off
	n := 0
	for i, p := range m.parts {
		if p.role == model.Line && k.free(m, p.st, leads) ||
			p.role == model.Lead && leads && k.leads(m, p.st) && m.once(i) {
			n++
		}
	}
	return n
}

// once reports whether the staff member is not also on the line as such, so
// that who is lead and on the line is one instructor.
func (m *item) once(i int) bool { return !m.plays(m.parts[i].st, model.Line) }

// free reports whether an instructor on the line has no other role there.
func (k *sink) free(m *item, st *model.Staff, leads bool) bool {
	for _, p := range m.parts {
		switch {
		case p.st != st, p.role == model.Line, p.role == model.Lead && leads:
		case p.role == model.Rangemaster && k.limits[rMaster].off:
		default:
			return false
		}
	}
	return true
}

// leads reports whether a lead may count as the one instructor there is.
func (k *sink) leads(m *item, st *model.Staff) bool {
	return k.limits[rMaster].off || !m.plays(st, model.Rangemaster)
}

// rangemaster: who supervises the range neither leads nor instructs [FLHIT60].
func (k *sink) rangemaster(m *item) {
	for _, p := range m.parts {
		if p.role != model.Rangemaster || !m.plays(p.st, model.Lead) && !m.plays(p.st, model.Line) {
			continue
		}
		if k.hit(rMaster, true, m) {
			f := k.add(rMaster, model.Say("clash.rangemaster-apart", "staff", p.st.ID), m)
			f.People = []model.ID{p.st.ID}
		}
	}
}
