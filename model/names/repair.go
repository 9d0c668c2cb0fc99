package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Repair sets a name typed in capitals throughout as a name is written:
// "DE LA PEÑA" → "de la Peña", "JEAN-BAPTISTE" → "Jean-Baptiste",
// "O'NEILL" → "O'Neill", "MCALLEN" → "McAllen". A name with any small letter
// in it, but in its particles ("de la CRUZ"), was typed with care and comes back
// as it is; so do initials and
// scripts without capitals.
func Repair(s string) string {
	if !shouted(s) {
		return s
	}
	words := strings.Split(s, " ")
	for i, w := range words {
		if _, rest, ok := elided(w); ok {
			words[i] = w[:len(w)-len(rest)] + repairWord(rest, false)
			continue
		}
		words[i] = repairWord(w, len(words) > 1)
	}
	return strings.Join(words, " ")
}

// shouted reports whether every letter is a capital and there are at least two
// in one word. Particles may be small, as long as some word is not.
func shouted(s string) bool {
	run, most := 0, 0
	for w := range strings.SplitSeq(s, " ") {
		if w == strings.ToLower(w) && (joins(w) || lowered(w)) {
			continue
		}
		if _, rest, ok := elided(w); ok {
			w = rest
		}
		run = 0
		for _, r := range w {
			switch {
			case unicode.IsLower(r):
				return false
			case unicode.IsUpper(r):
				run++
				most = max(most, run)
			default:
				run = 0
			}
		}
	}
	return most >= 2
}

// elided parts a small d' or l' from the capitals after it.
func elided(w string) (particle, rest string, ok bool) {
	for _, p := range [...]string{"d'", "d’", "l'", "l’"} {
		if rest, ok := strings.CutPrefix(w, p); ok && rest != "" && rest == strings.ToUpper(rest) {
			return p, rest, true
		}
	}
	return "", w, false
}

func repairWord(w string, among bool) string {
	f := Fold(w)
	switch f {
	case "ii", "iii", "iv":
		return w
	}
	if among && lowered(f) && !strings.HasSuffix(w, ".") {
		return strings.ToLower(w)
	}
	var b strings.Builder
	b.Grow(len(w))
	start := true
	for i, r := range w {
		switch {
		case start && unicode.IsLetter(r):
			b.WriteRune(r)
			start = false
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			if scottish(w[:i]) && utf8.RuneCountInString(w[i:]) >= 3 {
				b.WriteRune(r)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
		default:
			b.WriteRune(r)
			// "O'NEILL" and "D'AUBUISSON" start anew; "MA'MOUN" does not.
			start = !apostrophe(r) || utf8.RuneCountInString(w[:i]) == 1
		}
	}
	return b.String()
}

func scottish(before string) bool {
	return before == "MC" || strings.HasSuffix(before, "-MC")
}

func apostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == 'ʿ' || r == 'ʾ' || r == '‘' || r == '`'
}

// Repaired is the name with each of its parts repaired. When one part was
// typed with care ("ÁVILA YÁÑEZ, Itzel") only the shouted parts change.
func (n Name) Repaired() Name {
	return Name{Given: Repair(n.Given), Family: Repair(n.Family), Family2: Repair(n.Family2), Native: n.Native}
}
