package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes letters equal that a person typing in a hurry means to be equal:
// no accents, no capitals. It is for filtering and sorting what is on the
// screen; people are found by the names package.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || 'A' <= s[i] && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// FilterWords are the words of a filter; a row is kept when all are in it.
type FilterWords []string

// Words takes what was typed apart into folded words.
func Words(typed string) FilterWords { return strings.Fields(Fold(typed)) }

// In reports whether each word stands somewhere in s, in any order.
func (w FilterWords) In(s string) bool {
	return len(w) == 0 || w.inFolded(Fold(s))
}

func (w FilterWords) inFolded(s string) bool {
	for _, word := range w {
		if !strings.Contains(s, word) {
			return false
		}
	}
	return true
}

// fuzzy scores how well typed is found, in order, in s; both are folded.
// Higher is better: whole pieces and beginnings of words count. ok is false
// when a letter is missing.
func fuzzy(typed, s string) (score int, ok bool) {
	if typed == "" {
		return 0, true
	}
	if i := strings.Index(s, typed); i >= 0 {
		score = 1000 - i
		if i == 0 || s[i-1] == ' ' {
			score += 500
		}
		return score - len(s)/8, true
	}
	run, at := 0, 0
	rest := []rune(typed)
	prev := ' '
	for _, r := range s {
		if at < len(rest) && r == rest[at] {
			at++
			run++
			score += run * 2
			if prev == ' ' {
				score += 8
			}
		} else {
			run = 0
		}
		prev = r
	}
	return score - len(s)/8, at == len(rest)
}

// natural orders folded texts with the numbers in them as numbers: "squad 9"
// comes before "squad 10".
func natural(a, b string) bool {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			na, nb := strings.TrimLeft(a[:da], "0"), strings.TrimLeft(b[:db], "0")
			if len(na) != len(nb) {
				return len(na) < len(nb)
			}
			if na != nb {
				return na < nb
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		a, b = a[1:], b[1:]
	}
	return len(a) < len(b)
}

// digits is how many digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
