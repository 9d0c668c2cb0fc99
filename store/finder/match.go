package finder

import (
	"strings"

	"muster/model/geo"
	"muster/model/names"
)

// Marks are how well a word fits a term. Of all terms of a person the best
// counts; the marks of all words together order those found.
const (
	markNameWhole   = 14
	markNameBegins  = 12
	markWhole       = 11 // of anything but the name
	markBegins      = 10
	markSounds      = 9
	markSoundBegins = 8
	markNameWithin  = 7
	markWithin      = 6
	markPlace       = 6 // a place by another of its names: cdmx, hondureña
	markSlip        = 4 // one slip
	markSlipBegins  = 3
	markSlips       = 2 // two
	markSlipsBegin  = 1
)

const (
	mostWords   = 12 // of a question; further ones are not asked
	leastWithin = 3  // letters of a word that is looked for within others
	leastSound  = 3  // sounds of a word that is listened to
	leastPlace  = 4  // letters of another name of a place
)

// A wanted word is one word of the question.
type wanted struct {
	text  string   // folded; "" when it is only a code or more words than one
	code  string   // as a code: "mex-26"; "" when it has no hyphen
	parts []wanted // "muñoz-ávila" is two words, which both must fit
	place string   // term of the country or region that it names otherwise
}

// wantedIn are the words of a question.
func wantedIn(words string) []wanted {
	var out []wanted
	for _, field := range strings.Fields(words) {
		tokens := names.Tokens(field)
		switch {
		case len(out) == mostWords:
			return out
		case len(tokens) == 1:
			out = append(out, oneWord(tokens[0]))
		case len(tokens) > 1:
			w := wanted{code: code(field)}
			for _, t := range tokens[:min(len(tokens), mostWords)] {
				w.parts = append(w.parts, oneWord(t))
			}
			out = append(out, w)
		}
	}
	return out
}

func oneWord(text string) wanted {
	w := wanted{text: text}
	if len(text) >= leastPlace {
		if c, sure := geo.FindCountry(text); sure == geo.Certain {
			w.place = ofCountry + c
		} else if r, sure := geo.FindRegion("", text); sure == geo.Certain {
			w.place = ofRegion + r
		}
	}
	return w
}

// slips is how many slips the longest of the words may have.
func (w *wanted) slips() int {
	n := slips(w.text)
	for i := range w.parts {
		n = max(n, w.parts[i].slips())
	}
	return n
}

// mark gives everybody of the segment whom the word fits a mark; marks has one
// for each, and room has as many.
func (s *segment) mark(w *wanted, errors int, marks, room []uint8) {
	clear(marks)
	if len(w.parts) == 0 {
		s.markWord(w, errors, marks)
		return
	}
	for i := range w.parts {
		into := marks
		if i > 0 {
			into = room
			clear(room)
		}
		s.markWord(&w.parts[i], errors, into)
		if i > 0 {
			for j, m := range room {
				marks[j] = min(marks[j], m)
			}
		}
	}
	if w.code != "" {
		s.words.markRange(w.code, markWhole, markBegins, marks)
		s.words.markWithin(w.code, markWithin, marks)
	}
}

// markWord marks by one word. It goes from the least mark to the best.
func (s *segment) markWord(w *wanted, errors int, marks []uint8) {
	if errors = min(errors, slips(w.text)); errors > 0 {
		slip := newSlipped(w.text)
		s.names.markSlips(slip, errors, marks)
		s.words.markSlips(slip, errors, marks)
	}
	if len(w.text) >= leastWithin {
		s.words.markWithin(w.text, markWithin, marks)
		s.names.markWithin(w.text, markNameWithin, marks)
	}
	if w.place != "" {
		if t, ok := s.facets.find(w.place); ok {
			s.facets.give(t, markPlace, marks)
		}
	}
	if heard := sound(w.text); len(heard) >= leastSound {
		for t, whole := range s.names.sounding(heard) {
			m := uint8(markSoundBegins)
			if whole {
				m = markSounds
			}
			s.names.give(t, m, marks)
		}
	}
	s.words.markRange(w.text, markWhole, markBegins, marks)
	s.names.markRange(w.text, markNameWhole, markNameBegins, marks)
}

// give marks all who have the term, unless they have a better mark.
func (x *lexicon) give(term int, m uint8, marks []uint8) {
	for _, p := range x.people(term) {
		if marks[p] < m {
			marks[p] = m
		}
	}
}

// markRange marks by the terms that begin with s, and by s itself.
func (x *lexicon) markRange(s string, whole, begins uint8, marks []uint8) {
	for t := x.begin(s); t < x.len(); t++ {
		term := x.term(t)
		if !strings.HasPrefix(term, s) {
			return
		}
		m := begins
		if len(term) == len(s) {
			m = whole
		}
		x.give(t, m, marks)
	}
}

func (x *lexicon) markWithin(s string, m uint8, marks []uint8) {
	for t := range x.within(s) {
		x.give(t, m, marks)
	}
}

// markSlips marks by the terms that are the word, or begin with it, but for
// at most so many slips.
func (x *lexicon) markSlips(s *slipped, errors int, marks []uint8) {
	for t := range x.len() {
		if s.far(x.mask[t], errors) {
			continue
		}
		whole, begin := s.distance(x.term(t), errors)
		var m uint8
		switch {
		case whole == 1:
			m = markSlip
		case begin == 1:
			m = markSlipBegins
		case whole == 2 && errors > 1:
			m = markSlips
		case begin == 2 && errors > 1:
			m = markSlipsBegin
		default: // 0: it fits without slips, or it is too far
			continue
		}
		x.give(t, m, marks)
	}
}
