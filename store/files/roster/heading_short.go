package roster

import (
	"strings"
)

// numbered reads a heading that only adds "number" to one that is known:
// "C.I. N°", "Nro. Legajo".
func (h *headings) numbered(k string) (Field, string) {
	words := strings.Fields(k)
	for len(words) > 1 {
		switch {
		case numberWord(words[len(words)-1]):
			words = words[:len(words)-1]
		case numberWord(words[0]):
			words = words[1:]
		default:
			return Ignored, ""
		}
		rest := strings.Join(words, " ")
		f, ok := h.exact[rest]
		if !ok {
			f = h.bare[bareHeading(rest)]
		}
		switch f {
		case Passport, NationalID, ServiceNo, Phone, EmergencyPhone:
			return f, rest
		}
	}
	return Ignored, ""
}

func numberWord(w string) bool {
	switch w {
	case "n", "no", "nr", "nro", "num", "numero", "number", "nimewo", "رقم":
		return true
	}
	return false
}

// shortened finds the heading whose words begin as those of an abbreviated one:
// "F. Nacim.", "Corp. Policial", "Vcto. Pasap.". A full stop says that it is
// abbreviated; what may be short for two fields is none.
func (h *headings) shortened(text, k string) guess {
	words := strings.Fields(k)
	if !strings.Contains(text, ".") || len(text) > 40 || len(words) == 0 || len(words) > 4 || digits(text) > 0 {
		return guess{}
	}
	longest := 0
	for _, w := range words {
		longest = max(longest, len(w))
	}
	if longest < 3 {
		return guess{}
	}
	found := guess{}
	for known, f := range h.bare {
		if known[0] != k[0] || !begins(strings.Fields(known), words) {
			continue
		}
		switch {
		case found.score == 0:
			found = guess{f, 60, known}
		case found.field != f:
			return guess{}
		case known < found.marker:
			found.marker = known // the same whatever the order of the map
		}
	}
	return found
}

// begins reports whether each word is the beginning of the known one in its
// place, and at least one is cut short.
func begins(known, words []string) bool {
	if len(known) != len(words) {
		return false
	}
	cut := false
	for i, w := range words {
		if !strings.HasPrefix(known[i], w) {
			return false
		}
		cut = cut || w != known[i]
	}
	return cut
}
