package finder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/model/names"
)

// spans are the parts of a name that the words of the question found, as far
// as they show: the beginning of a word, a part of it, or the whole of one
// that only sounds alike or differs by a slip.
func spans(name string, words []wanted, errors int) [][2]int {
	if len(words) == 0 {
		return nil
	}
	var out [][2]int
	for from := 0; from < len(name); {
		r, n := utf8.DecodeRuneInString(name[from:])
		if !wordly(r) {
			from += n
			continue
		}
		to := from
		for to < len(name) {
			r, n := utf8.DecodeRuneInString(name[to:])
			if !wordly(r) {
				break
			}
			to += n
		}
		if a, b := shown(name[from:to], words, errors); b > a {
			out = append(out, [2]int{from + a, from + b})
		}
		from = to
	}
	return out
}

// wordly reports whether the sign stands within a word of a name: an
// apostrophe does.
func wordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '`'
}

// shown is the longest part of a word of a name that a wanted word shows in,
// in bytes; the whole when it only nearly does.
func shown(text string, words []wanted, errors int) (from, to int) {
	folded := names.Fold(text)
	near := false
	for i := range words {
		list := words[i].parts
		if len(list) == 0 {
			list = words[i : i+1]
		}
		for j := range list {
			w := list[j].text
			at := strings.Index(folded, w)
			if at > 0 && len(w) < leastWithin {
				at = -1
			}
			switch {
			case at >= 0:
				if a, b := unfolded(text, at, at+len(w)); b-a > to-from {
					from, to = a, b
				}
			case len(sound(w)) >= leastSound && strings.HasPrefix(sound(folded), sound(w)):
				near = true
			case min(errors, slips(w)) > 0:
				_, begin := newSlipped(w).distance(folded, errors)
				near = near || begin <= min(errors, slips(w))
			}
		}
	}
	if near && to == 0 {
		return 0, len(text)
	}
	return from, to
}

// unfolded is the part of the text, in bytes, whose folded form is the part
// from a to b of the folded text.
func unfolded(text string, a, b int) (from, to int) {
	from = -1
	cuts := []int{}
	for i := range text {
		cuts = append(cuts, i)
	}
	cuts = append(cuts, len(text))
	for _, cut := range cuts {
		n := len(names.Fold(text[:cut]))
		if n <= a {
			from = cut
		}
		if n >= b {
			return max(from, 0), cut
		}
	}
	return max(from, 0), len(text)
}
