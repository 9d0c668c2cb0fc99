package finder

import (
	"iter"
	"slices"
	"sort"
	"strings"
)

// A lexicon is a sorted dictionary of terms, each with the people who have it.
type lexicon struct {
	text  string   // all terms, each with a line end behind
	at    []uint32 // where each term begins in text; one more for the end
	mask  []uint32 // which letters are in each term
	ear   []uint32 // terms in the order of how they sound
	sound string   // their sounds, laid end to end in that order
	heard []uint32 // where each sound begins; one more for the end
	from  []uint32 // where the people of each term begin in who; one more
	who   []uint32 // people, rising within each term
}

func (x *lexicon) len() int { return len(x.at) - 1 }

func (x *lexicon) term(i int) string { return x.text[x.at[i] : x.at[i+1]-1] }

func (x *lexicon) people(i int) []uint32 { return x.who[x.from[i]:x.from[i+1]] }

// begin is the first term that is not less than s.
func (x *lexicon) begin(s string) int {
	return sort.Search(x.len(), func(i int) bool { return x.term(i) >= s })
}

// find is the term that is s; false when there is none.
func (x *lexicon) find(s string) (int, bool) {
	i := x.begin(s)
	return i, i < x.len() && x.term(i) == s
}

// within yields the terms in which s stands, in order.
func (x *lexicon) within(s string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for pos := 0; ; {
			i := strings.Index(x.text[pos:], s)
			if i < 0 {
				return
			}
			// The last term that begins at or before the place.
			t := sort.Search(x.len(), func(k int) bool { return int(x.at[k]) > pos+i }) - 1
			if !yield(t) {
				return
			}
			pos = int(x.at[t+1])
		}
	}
}

// sounding yields the terms whose sound begins with s, and whether it is s.
func (x *lexicon) sounding(s string) iter.Seq2[int, bool] {
	return func(yield func(int, bool) bool) {
		of := func(i int) string { return x.sound[x.heard[i]:x.heard[i+1]] }
		for i := sort.Search(len(x.ear), func(i int) bool { return of(i) >= s }); i < len(x.ear) && strings.HasPrefix(of(i), s); i++ {
			if !yield(int(x.ear[i]), len(of(i)) == len(s)) {
				return
			}
		}
	}
}

// gather collects terms and their people before they are sorted.
type gather struct {
	no   map[string]uint32
	text []string
	n    []uint32 // people of each
}

func newGather() *gather { return &gather{no: map[string]uint32{}} }

// add numbers a term, and counts one more who has it.
func (g *gather) add(s string) uint32 {
	i, ok := g.no[s]
	if !ok {
		i = uint32(len(g.text))
		s = strings.Clone(s)
		g.no[s] = i
		g.text, g.n = append(g.text, s), append(g.n, 0)
	}
	g.n[i]++
	return i
}

// lexicon sorts what was gathered. terms gives the terms of each of n people
// in order, each once. With sounds the terms can be found by them.
func (g *gather) lexicon(n int, terms func(i int) []uint32, sounds bool) *lexicon {
	order := make([]uint32, len(g.text))
	size := 0
	for i, s := range g.text {
		order[i] = uint32(i)
		size += len(s) + 1
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(g.text[a], g.text[b]) })
	x := &lexicon{at: make([]uint32, 0, len(order)+1), from: make([]uint32, len(order)+1), mask: make([]uint32, len(order))}
	var b strings.Builder
	b.Grow(size)
	place := make([]uint32, len(order)) // of each gathered term in the order
	for i, t := range order {
		x.at = append(x.at, uint32(b.Len()))
		b.WriteString(g.text[t])
		b.WriteByte('\n')
		x.mask[i] = letters(g.text[t])
		x.from[i+1] = x.from[i] + g.n[t]
		place[t] = uint32(i)
	}
	x.at = append(x.at, uint32(b.Len()))
	x.text = b.String()
	x.who = make([]uint32, x.from[len(order)])
	next := slices.Clone(x.from)
	for i := range n {
		for _, t := range terms(i) {
			p := place[t]
			x.who[next[p]] = uint32(i)
			next[p]++
		}
	}
	if sounds {
		x.listen()
	}
	return x
}

// listen sorts the terms by how they sound.
func (x *lexicon) listen() {
	sounds := make([]string, x.len())
	x.ear = make([]uint32, x.len())
	for i := range sounds {
		sounds[i] = sound(x.term(i))
		x.ear[i] = uint32(i)
	}
	slices.SortStableFunc(x.ear, func(a, b uint32) int { return strings.Compare(sounds[a], sounds[b]) })
	var b strings.Builder
	x.heard = make([]uint32, 0, x.len()+1)
	for _, t := range x.ear {
		x.heard = append(x.heard, uint32(b.Len()))
		b.WriteString(sounds[t])
	}
	x.heard = append(x.heard, uint32(b.Len()))
	x.sound = b.String()
}

// letters is the set of a term's letters: a to z, and one more for all others.
func letters(s string) uint32 {
	var m uint32
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'a' && c <= 'z' {
			m |= 1 << (c - 'a')
		} else {
			m |= 1 << 26
		}
	}
	return m
}
