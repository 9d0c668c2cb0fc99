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
	bySession, byCohort map[model.ID][]*fault
}

// Desk is the desk the board was made from.
func (b *Board) Desk() *model.Desk { return b.desk }

// Options is what the board was told that the desk does not say.
func (b *Board) Options() Options { return b.opts }

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
		b.told = b.where(func(*fault) bool { return true })
	})
	return b.told
}

// few is up to how many faults looking through all of them for each question
// is cheaper than sorting them out once for an edit.
const few = 1000

// sorted finds faults by the sessions that are part of them, and by the cohorts
// they concern: sorted out once, when there are more than a few; else false.
func (b *Board) sorted() bool {
	b.sortOnce.Do(func() {
		n := 0
		for _, g := range b.groups {
			n += len(g.faults)
		}
		if n <= few {
			return
		}
		b.sortOut()
	})
	return b.bySession != nil
}

func (b *Board) sortOut() {
	b.bySession, b.byCohort = map[model.ID][]*fault{}, map[model.ID][]*fault{}
	for _, g := range b.groups {
		for _, f := range g.faults {
			var seen [4]model.ID
			cohorts := append(seen[:0], f.Cohort)
			for _, id := range f.Sessions {
				b.bySession[id] = append(b.bySession[id], f)
				if m := b.item(id); m != nil && !slices.Contains(cohorts, m.s.Cohort) {
					cohorts = append(cohorts, m.s.Cohort)
				}
			}
			for _, id := range cohorts {
				b.byCohort[id] = append(b.byCohort[id], f)
			}
		}
	}
}

// where is the clashes whose faults are wanted.
func (b *Board) where(want func(*fault) bool) []Clash {
	var buf [64]*fault
	faults := buf[:0]
	for _, g := range b.groups {
		for _, f := range g.faults {
			if want(f) {
				faults = append(faults, f)
			}
		}
	}
	return tell(faults)
}

// ClashesOf is the clashes the session is part of, in the order of Clashes.
func (b *Board) ClashesOf(session model.ID) []Clash {
	if b.sorted() {
		return tell(slices.Clone(b.bySession[session]))
	}
	return b.where(func(f *fault) bool { return slices.Contains(f.Sessions, session) })
}

// CohortClashes is the clashes that concern the cohort, in the order of
// Clashes: all in which one of its sessions has a part, and those of the cohort
// as a whole.
func (b *Board) CohortClashes(cohort model.ID) []Clash {
	if b.sorted() {
		return tell(slices.Clone(b.byCohort[cohort]))
	}
	return b.where(func(f *fault) bool {
		return f.Cohort == cohort || slices.ContainsFunc(f.Sessions, func(id model.ID) bool {
			m := b.item(id)
			return m != nil && m.s.Cohort == cohort
		})
	})
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
