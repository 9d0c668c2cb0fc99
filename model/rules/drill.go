package rules

import (
	"fmt"

	"muster/model"
)

// drill looks at the instructors of practice in which no shot is fired: one
// leads, and there is one more for so many officers at it [FLHIT60]; where they
// learn to treat the injured, one for so many, who leads among them [EMTRULE].
// That nobody instructs at all is told elsewhere.
func (k *sink) drill(m *item) {
	row, busy, need := k.instruction(m)
	have := m.instructors()
	if need == 0 || have == 0 || !k.cares(row) {
		return
	}
	if have < need && k.hit(row, true, m) {
		k.add(row, model.Say("clash."+rows[row].ID, "engaged", busy, "ratio", fmt.Sprintf("1:%d", k.value(row)),
			"need", need, "have", have, "n", need-have), m)
	}
}

// instruction is how many instructors practice without fire needs for those busy
// at it at a time, and by which rule; 0 where none of these rules speaks of it.
func (k *sink) instruction(m *item) (row, busy, need int) {
	b := &m.s.Block
	row, lead := rPractice, 1
	switch {
	case treats(b):
		row, lead = rMedical, 0
	case !practises(b):
		return row, 0, 0
	}
	if busy = m.engaged; k.limits[rEngaged].off {
		busy = m.officers
	}
	if busy == 0 {
		return row, 0, 0
	}
	per := k.value(row)
	return row, busy, (busy+per-1)/per + lead
}

// treats reports whether the block is practice in treating the injured.
func treats(b *model.Block) bool { return b.Rescue != nil && b.Rescue.Casualties > 0 }

// practises reports whether the block is hands-on practice without fire: holds,
// stops, searches, rescue.
func practises(b *model.Block) bool {
	if b.LiveFire() || b.ForceOnForce() {
		return false
	}
	switch activity(b) {
	case model.SkillVehicle, model.SkillBuilding, model.SkillRescue, model.SkillTactics:
		return true
	}
	return false
}

// instructors is how many lead or instruct and do nothing else there.
func (m *item) instructors() int {
	n := 0
	for i, p := range m.parts {
		if m.first(i) && m.onlyTeaches(p.st) {
			n++
		}
	}
	return n
}

func (m *item) onlyTeaches(st *model.Staff) bool {
	for _, p := range m.parts {
		if p.st == st && p.role != model.Lead && p.role != model.Line {
			return false
		}
	}
	return true
}
