package rules

import (
	"slices"
	"sync"

	"muster/model"
)

// A Board is what the rules say of a desk: every clash, and what would clash.
// It is never changed once made, and may be read from several goroutines.
type Board struct {
	ground
	items  []*item  // in order of the sessions' ids
	groups []*group // in order of their keys

	tellOnce sync.Once
	told     []Clash
	sortOnce sync.Once
	// See sorted.
	bySession, byCohort map[model.ID][]Clash
}

// Desk is the desk the board was made from.
func (b *Board) Desk() *model.Desk { return b.desk }

func (b *Board) find(k key) (int, bool) {
	return slices.BinarySearchFunc(b.groups, k, func(g *group, k key) int { return g.key.order(k) })
}

func (b *Board) group(k key) *group {
	if i, ok := b.find(k); ok {
		return b.groups[i]
	}
	return nil
}

// members is a group's members in order of time; they must not be changed.
func (b *Board) members(k key) []*item {
	if g := b.group(k); g != nil {
		return g.members
	}
	return nil
}

// item is the session's item; nil when it has none.
func (b *Board) item(session model.ID) *item {
	i, ok := slices.BinarySearchFunc(b.items, session, func(m *item, id model.ID) int { return m.s.ID.Compare(id) })
	if !ok {
		return nil
	}
	return b.items[i]
}

// Clashes is every clash, in order of time, then of the table; those of whole
// cohorts come first. It is made once; the caller must not change it.
func (b *Board) Clashes() []Clash {
	b.tellOnce.Do(func() {
		var buf [64]*fault
		faults := buf[:0]
		for _, g := range b.groups {
			faults = append(faults, g.faults...)
		}
		b.told = tell(faults)
	})
	return b.told
}

// sorted is every clash by the sessions that are part of it, and by the
// cohorts it concerns: sorted out once, when first asked for.
func (b *Board) sorted() {
	b.sortOnce.Do(func() {
		b.bySession, b.byCohort = map[model.ID][]Clash{}, map[model.ID][]Clash{}
		for _, c := range b.Clashes() {
			var seen [4]model.ID
			cohorts := append(seen[:0], c.Cohort)
			for _, id := range c.Sessions {
				b.bySession[id] = append(b.bySession[id], c)
				if m := b.item(id); m != nil && !slices.Contains(cohorts, m.s.Cohort) {
					cohorts = append(cohorts, m.s.Cohort)
				}
			}
			for _, id := range cohorts {
				b.byCohort[id] = append(b.byCohort[id], c)
			}
		}
	})
}

// ClashesOf is the clashes the session is part of; the caller must not change
// them.
func (b *Board) ClashesOf(session model.ID) []Clash {
	b.sorted()
	return b.bySession[session]
}

// CohortClashes is the clashes that concern the cohort: all in which one of
// its sessions has a part, and those of the cohort as a whole. The caller must
// not change them.
func (b *Board) CohortClashes(cohort model.ID) []Clash {
	b.sorted()
	return b.byCohort[cohort]
}

// Count is how many clashes there are, hard and soft.
func (b *Board) Count() (hard, soft int) {
	for _, c := range b.Clashes() {
		if c.Hard {
			hard++
		} else {
			soft++
		}
	}
	return hard, soft
}

// CohortCount is how many clashes concern the cohort, hard and soft.
func (b *Board) CohortCount(cohort model.ID) (hard, soft int) {
	for _, c := range b.CohortClashes(cohort) {
		if c.Hard {
			hard++
		} else {
			soft++
		}
	}
	return hard, soft
}
