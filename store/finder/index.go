package finder

import (
	"slices"
	"sync/atomic"

	"muster/model"
)

// An Index is everybody in the database at one revision.
type Index struct {
	rev atomic.Uint64 // up to here nothing of it has moved

	base   *segment
	gone   bitset   // of base: moved or removed since; nil: nobody
	late   *segment // who moved; nil: nobody
	before []uint32 // for each of late, how many of base stand before it
	docs   []doc    // that late is made of
	skills vocabulary
}

// Rev is the revision that the index is of. It grows while acts are told to
// Renew that move nothing in it.
func (ix *Index) Rev() model.Rev { return model.Rev(ix.rev.Load()) }

// Len is how many people there are.
func (ix *Index) Len() int { return len(ix.base.people) - ix.gone.count() + ix.late.size() }

// Get is the person with that id; false when there is none.
func (ix *Index) Get(id model.ID) (*Entry, bool) {
	if ix.late != nil {
		if i, ok := ix.late.get(id); ok {
			return &ix.late.people[i], true
		}
	}
	if i, ok := ix.base.get(id); ok && !ix.gone.has(i) {
		return &ix.base.people[i], true
	}
	return nil, false
}

// entry is the person of that number in a Result.
func (ix *Index) entry(p int) *Entry {
	if n := len(ix.base.people); p >= n {
		return &ix.late.people[p-n]
	}
	return &ix.base.people[p]
}

func (ix *Index) segments() []*segment {
	if ix.late == nil {
		return []*segment{ix.base}
	}
	return []*segment{ix.base, ix.late}
}

// with is the index with those people described anew; a person of moved who is
// not among docs is no more.
func (ix *Index) with(moved map[model.ID]bool, docs []doc, rev model.Rev) *Index {
	next := &Index{base: ix.base, skills: ix.skills, gone: newBitset(len(ix.base.people))}
	next.rev.Store(uint64(rev))
	copy(next.gone, ix.gone)
	for id := range moved {
		if i, ok := ix.base.get(id); ok {
			next.gone.set(i)
		}
	}
	next.docs = slices.DeleteFunc(slices.Clone(ix.docs), func(d doc) bool { return moved[d.entry.ID] })
	next.docs = append(next.docs, docs...)
	if len(next.docs) == 0 {
		return next
	}
	slices.SortFunc(next.docs, func(a, b doc) int { return a.compare(&b) })
	next.late = segmentOf(next.docs)
	next.before = make([]uint32, len(next.docs))
	for i := range next.docs {
		next.before[i] = uint32(ix.base.place(&next.docs[i]))
	}
	return next
}

func (s *segment) size() int {
	if s == nil {
		return 0
	}
	return len(s.people)
}
