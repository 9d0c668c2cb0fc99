package names

import "strings"

// likeness of two single words, folded.
type likeness uint8

const (
	unlike likeness = iota
	equal
	initial
	spelled
)

func alike(a, b string) likeness {
	switch {
	case a == b, article(a, b), article(b, a):
		return equal
	case len(a) == 1 && a[0] == b[0], len(b) == 1 && a[0] == b[0]:
		return initial
	case abbreviated(a, b) || abbreviated(b, a):
		return spelled
	case paired(a, b):
		return unlike
	case sound(a) == sound(b) && len(sound(a)) > 1 && within(len(a), len(b), 3):
		return spelled
	}
	limit := 0
	if n := min(len(a), len(b)); n >= 8 {
		limit = 2
	} else if n >= 4 {
		limit = 1
	}
	if limit > 0 && distance(a, b, limit) <= limit {
		return spelled
	}
	return unlike
}

func within(a, b, by int) bool { return a-b <= by && b-a <= by }

// article reports whether the longer word is the shorter one with the Arabic
// article written to it: Elsayed and (El) Sayed.
func article(long, short string) bool {
	return len(short) >= 4 && len(long) == len(short)+2 && (long[:2] == "el" || long[:2] == "al") && long[2:] == short
}

// abbreviated knows the few written short forms of given names.
func abbreviated(short, long string) bool {
	switch short {
	case "ma":
		return long == "maria"
	case "fco":
		return long == "francisco"
	case "gpe":
		return long == "guadalupe"
	case "hdez":
		return long == "hernandez"
	case "fdez":
		return long == "fernandez"
	case "glez":
		return long == "gonzalez"
	case "mtz", "mtnez":
		return long == "martinez"
	case "rdz", "rdguez":
		return long == "rodriguez"
	case "md", "mohd":
		return strings.HasPrefix(long, "moham") || strings.HasPrefix(long, "muham")
	}
	return false
}

// paired are two given names that differ in the last letter by sex: Mario and
// María, Roberto and Roberta are brother and sister, no slip of the pen.
func paired(a, b string) bool {
	n := len(a)
	return n == len(b) && n > 2 && a[:n-1] == b[:n-1] &&
		(a[n-1] == 'o' && b[n-1] == 'a' || a[n-1] == 'a' && b[n-1] == 'o')
}

// sound is a word reduced to what transliterations and common Spanish, French
// and Arabic misspellings have in common: vowels after the first are dropped,
// letters that sound alike are one, doubled ones single. Mohammed, Muhammad
// and Mohamed meet; so do Gonzalez and Gonsales, Yesenia and Jessenia.
func sound(w string) string {
	var b strings.Builder
	var last byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		next := byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch {
		case c == 'h':
			continue
		case (c == 's' || c == 'c') && next == 'h':
			c = 'x'
		case c == 'c' && (next == 'e' || next == 'i'), c == 'z':
			c = 's'
		case c == 'c', c == 'q':
			c = 'k'
		case c == 'p' && next == 'h':
			c = 'f'
		case c == 'v':
			c = 'b'
		case c == 'j':
			c = 'g'
		case c == 'w', c == 'o':
			c = 'u'
		case c == 'y':
			c = 'i'
		}
		vowel := strings.IndexByte("aeiou", c) >= 0
		if vowel && i > 0 {
			last = 0
			continue
		}
		if vowel {
			c = 'a'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}

// distance is the number of letters changed, added, dropped or exchanged with
// their neighbour between two words, or more than limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if !within(len(x), len(y), limit) {
		return limit + 1
	}
	prev2 := make([]int, len(y)+1)
	prev := make([]int, len(y)+1)
	cur := make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		cur[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(y)]
}

// Near reports whether two folded texts differ by one slip at most: a letter
// changed, added, dropped, or exchanged with its neighbour.
func Near(a, b string) bool { return a == b || distance(a, b, 1) <= 1 }
