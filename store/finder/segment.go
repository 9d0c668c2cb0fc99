package finder

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"muster/model"
	"muster/model/names"
)

// A doc is somebody on the way into a segment.
type doc struct {
	entry  Entry
	key    string   // the order of names
	names  []string // terms of the name
	words  []string // all other terms
	facets []string
}

// A segment is people in the order of their names, and the terms they are
// found by. It never changes.
type segment struct {
	people []Entry
	byID   []uint32 // in the order of ids
	names  *lexicon
	words  *lexicon
	facets *lexicon
}

// compare is the order of a list.
func (d *doc) compare(o *doc) int {
	return cmp.Or(strings.Compare(d.key, o.key), d.entry.ID.Compare(o.entry.ID))
}

// gathering takes docs in one by one, so that their words need not be kept.
type gathering struct {
	people []gathered
	spaces [3]*gather
	shared sharing
}

type gathered struct {
	entry Entry
	key   string
	terms [3][]uint32
}

func newGathering() *gathering {
	return &gathering{spaces: [3]*gather{newGather(), newGather(), newGather()}, shared: newSharing()}
}

func (g *gathering) add(d doc) {
	p := gathered{key: d.key, entry: g.shared.entry(d.entry)}
	for i, list := range [3][]string{d.names, d.words, d.facets} {
		slices.Sort(list)
		list = slices.Compact(list)
		p.terms[i] = make([]uint32, len(list))
		for j, s := range list {
			p.terms[i][j] = g.spaces[i].add(s)
		}
	}
	g.people = append(g.people, p)
}

func (g *gathering) segment() *segment {
	slices.SortFunc(g.people, func(a, b gathered) int {
		return cmp.Or(strings.Compare(a.key, b.key), a.entry.ID.Compare(b.entry.ID))
	})
	n := len(g.people)
	s := &segment{people: make([]Entry, n), byID: make([]uint32, n)}
	for i := range g.people {
		s.people[i], s.byID[i] = g.people[i].entry, uint32(i)
	}
	slices.SortFunc(s.byID, func(a, b uint32) int { return s.people[a].ID.Compare(s.people[b].ID) })
	make := func(space int, sounds bool) *lexicon {
		return g.spaces[space].lexicon(n, func(i int) []uint32 { return g.people[i].terms[space] }, sounds)
	}
	s.names, s.words, s.facets = make(0, true), make(1, false), make(2, false)
	return s
}

func segmentOf(docs []doc) *segment {
	g := newGathering()
	for _, d := range docs {
		g.add(d)
	}
	return g.segment()
}

// get is the place of the person with that id.
func (s *segment) get(id model.ID) (int, bool) {
	i, ok := slices.BinarySearchFunc(s.byID, id, func(p uint32, id model.ID) int { return s.people[p].ID.Compare(id) })
	if !ok {
		return 0, false
	}
	return int(s.byID[i]), true
}

// sharing keeps one of each text and list that many entries have.
type sharing struct {
	texts map[string]string
	codes map[string][]string
	years map[string][]int
	ids   map[string][]model.ID
	skill map[string][]model.Skill
}

func newSharing() sharing {
	return sharing{map[string]string{}, map[string][]string{}, map[string][]int{}, map[string][]model.ID{}, map[string][]model.Skill{}}
}

func (s *sharing) entry(e Entry) Entry {
	for _, t := range []*string{&e.Rank, &e.Agency, &e.Country, &e.Region} {
		*t = s.text(*t)
	}
	codes := strings.Join(e.Cohorts, " ")
	share(s.codes, codes, &e.Cohorts)
	share(s.years, codes, &e.Years)
	var b strings.Builder
	for _, id := range e.Courses {
		b.Write(id[:])
	}
	share(s.ids, b.String(), &e.Courses)
	b.Reset()
	for _, k := range e.Skills {
		b.WriteString(string(k))
		b.WriteByte(' ')
	}
	share(s.skill, b.String(), &e.Skills)
	return e
}

func (s *sharing) text(t string) string {
	if one, ok := s.texts[t]; ok {
		return one
	}
	s.texts[t] = t
	return t
}

func share[T any](kept map[string][]T, key string, list *[]T) {
	if one, ok := kept[key]; ok {
		*list = one
		return
	}
	kept[key] = *list
}

// bitset is a set of people of a segment.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) has(i int) bool { return b != nil && b[i>>6]&(1<<(i&63)) != 0 }
func (b bitset) set(i int)      { b[i>>6] |= 1 << (i & 63) }

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// place is how many of the people stand before the doc.
func (s *segment) place(d *doc) int {
	i, _ := slices.BinarySearchFunc(s.people, d, func(e Entry, d *doc) int {
		return cmp.Or(strings.Compare(sortKey(e.Name), d.key), e.ID.Compare(d.entry.ID))
	})
	return i
}

// sortKey orders names as lists have them.
func sortKey(name string) string {
	family, given, _ := strings.Cut(name, ", ")
	return names.SortKey(names.Name{Family: family, Given: given})
}
