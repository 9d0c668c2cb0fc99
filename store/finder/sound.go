package finder

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// sound is how a folded word is spoken in the Spanish of most rosters, so that
// the ways it is commonly written meet: Hernandes and Hernández, Vásques and
// Vázquez, Iesenia and Yesenia, Giménez and Jiménez, Mohamed and Mohammed.
// Vowels stay, so that Mara and Mora are two.
func sound(w string) string {
	var b strings.Builder
	b.Grow(len(w))
	last := byte(0)
	for i := 0; i < len(w); i++ {
		c, width := spoken(w[i:])
		i += width - 1
		if c != 0 && c != last {
			b.WriteByte(c)
			last = c
		}
	}
	return b.String()
}

// spoken is the sound with which w begins, 0 for a silent letter, and how many
// letters it takes.
func spoken(w string) (sound byte, width int) {
	c := w[0]
	has := func(s string) bool { return strings.HasPrefix(w[1:], s) }
	soft := has("e") || has("i")
	switch {
	case (c == 'c' || c == 's') && has("h"):
		return 'C', 2
	case c == 'p' && has("h"):
		return 'f', 2
	case c == 'l' && has("l"):
		return 'y', 2
	case (c == 'q' || c == 'g') && (has("ue") || has("ui")): // the u is silent
		if c == 'q' {
			c = 'k'
		}
		return c, 2
	case c == 'h':
		return 0, 1
	case c == 'z', c == 'c' && soft:
		return 's', 1
	case c == 'c', c == 'q':
		return 'k', 1
	case c == 'g' && soft:
		return 'j', 1
	case c == 'v':
		return 'b', 1
	case c == 'i':
		return 'y', 1
	case c == 'w':
		return 'u', 1
	}
	return c, 1
}

// slips is how many typing errors a word may have: one from four letters, two
// from eight.
func slips(w string) int {
	switch n := utf8.RuneCountInString(w); {
	case n > maxSlipped:
		return 0
	case n >= 8:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// maxSlipped is the longest word that slips are looked for in.
const maxSlipped = 40

// slipped is a word and the room to measure it against many terms.
type slipped struct {
	word []rune
	mask uint32
	rows [3][maxSlipped + 1]uint8
}

func newSlipped(word string) *slipped { return &slipped{word: []rune(word), mask: letters(word)} }

// far reports whether a term with those letters is surely further than limit:
// each letter of the word that it lacks costs one.
func (s *slipped) far(mask uint32, limit int) bool {
	return bits.OnesCount32(s.mask&^mask) > limit
}

// distance is the number of letters changed, added, dropped or exchanged with
// their neighbour between the word and the term, and between the word and the
// nearest beginning of the term; more than limit when it is beyond.
func (s *slipped) distance(term string, limit int) (whole, begin int) {
	w := s.word
	before2, before, row := &s.rows[0], &s.rows[1], &s.rows[2]
	for j := range len(w) + 1 {
		before[j] = uint8(j)
	}
	begin = len(w)
	whole = begin
	i, prev := 0, rune(0)
	for _, c := range term {
		i++
		if i > len(w)+limit {
			return limit + 1, begin
		}
		row[0] = uint8(i)
		least := row[0]
		for j := 1; j <= len(w); j++ {
			cost := uint8(1)
			if w[j-1] == c {
				cost = 0
			}
			v := min(before[j]+1, row[j-1]+1, before[j-1]+cost)
			if i > 1 && j > 1 && w[j-2] == c && w[j-1] == prev {
				v = min(v, before2[j-2]+1)
			}
			row[j] = v
			least = min(least, v)
		}
		whole = int(row[len(w)])
		begin = min(begin, whole)
		if int(least) > limit && i > 1 && int(leastOf(before[:len(w)+1])) > limit {
			return limit + 1, begin
		}
		prev = c
		before2, before, row = before, row, before2
	}
	if i == 0 {
		whole = len(w)
	}
	return whole, begin
}

func leastOf(row []uint8) uint8 {
	least := row[0]
	for _, v := range row[1:] {
		least = min(least, v)
	}
	return least
}
