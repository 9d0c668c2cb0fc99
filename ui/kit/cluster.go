package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// next takes the first cluster off s: what is to be painted, the cells it
// takes (0 for nothing to paint), and the bytes it was.
//
// Terminals disagree on how wide some clusters are (families of emoji, Indic
// conjuncts). Those are painted as their first rune when both ways of
// counting agree on it, and as "?" when they do not: a wrong sign is better
// than a board whose columns have shifted. Control and direction characters
// are not painted at all; a tab or a line break is a space.
func next(s string) (cluster string, width, size int) {
	if c := s[0]; c < utf8.RuneSelf {
		switch {
		case c == '\t' || c == '\n':
			return " ", 1, 1
		case c < ' ' || c == 0x7f:
			return "", 0, 1
		case len(s) == 1 || s[1] < utf8.RuneSelf:
			return s[:1], 1, 1
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return "?", 1, 1
	}
	if hidden(r) {
		return "", 0, n
	}
	if n < len(s) {
		// A letter or a rule before another is a cluster: é, ñ, ─ need no
		// segmentation.
		if after, _ := utf8.DecodeRuneInString(s[n:]); s[n] < utf8.RuneSelf || known(after) == 1 {
			return simple(s[:n], r, n)
		}
	}
	whole, wide := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if len(whole) == n {
		return simple(whole, r, n)
	}
	if strings.ContainsFunc(whole, hidden) || ansi.StringWidthWc(whole) != wide || wide < 1 || wide > 2 || len(whole) > 32 || joins(whole) {
		cluster, width, _ = simple(s[:n], r, n)
		return cluster, width, len(whole)
	}
	return whole, wide, len(whole)
}

// known is the width of the characters that screens are mostly made of: those
// that never join what stands beside them. 0 is for all others.
func known(r rune) int {
	switch {
	case r >= ' ' && r < 0x7f, r >= 0xa0 && r < 0x300 && r != 0xad,
		r >= 0x370 && r <= 0x482, r >= 0x48a && r <= 0x52f, // Latin, Greek, Cyrillic
		r >= 0x620 && r <= 0x64a,                                                           // Arabic letters
		r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x21ff, r >= 0x2500 && r <= 0x25fc, // dashes, arrows, rules, blocks, shapes
		r == '✓', r == '✗':
		return 1
	case r >= 0x4e00 && r <= 0x9fff:
		return 2
	}
	return 0
}

// simple is the cluster of one rune.
func simple(s string, r rune, n int) (cluster string, width, size int) {
	if w := known(r); w > 0 {
		return s, w, n
	}
	wide := ansi.StringWidth(s)
	switch {
	case unicode.Is(unicode.M, r) || wide < 1:
		return "", 0, n // a mark without its letter
	case ansi.StringWidthWc(s) != wide || wide > 2 || r >= 0x1f1e6 && r <= 0x1f1ff || joins(s):
		return "?", 1, n
	}
	return s, wide, n
}

// joins reports whether a cluster would run together with what stands in the
// cell before or after it, although each was painted for itself: parts of
// Korean syllables, a halant that waits for its consonant, a joiner.
func joins(cluster string) bool {
	for _, before := range [...]string{"a", "\u1100", "\uac00"} {
		if first, _ := ansi.FirstGraphemeCluster(before+cluster, ansi.GraphemeWidth); first != before {
			return true
		}
	}
	for _, after := range [...]string{"a", "\u0915", "\U0001f469"} {
		first, _ := ansi.FirstGraphemeCluster(cluster+after, ansi.GraphemeWidth)
		if first != cluster {
			return true
		}
	}
	return false
}

// hidden are the characters that act on the terminal or on the order of what
// follows instead of being seen.
func hidden(r rune) bool {
	switch {
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return r != '\n' && r != '\t'
	case r < 0x300:
		return r == 0xad
	}
	return unicode.Is(unicode.Cf, r) && r != 0x200d || r == 0x2028 || r == 0x2029 || unicode.Is(unicode.Co, r)
}

// Width is the cells that painting s takes. Unlike other measures it is never
// at odds with what the canvas paints.
func Width(s string) int {
	w := 0
	for len(s) > 0 {
		_, cw, n := next(s)
		w += cw
		s = s[n:]
	}
	return w
}

// Fit cuts s to at most w cells, with … where something was cut off.
func Fit(s string, w int) string {
	_, whole := cut(s, w)
	if whole {
		return s
	}
	if w <= 0 {
		return ""
	}
	head, _ := cut(s, w-1)
	return s[:head] + "…"
}

// cut is the number of bytes of s that fit in w cells, and whether that is all.
func cut(s string, w int) (bytes int, whole bool) {
	used := 0
	for i := 0; i < len(s); {
		_, cw, n := next(s[i:])
		if used+cw > w {
			return i, false
		}
		used += cw
		i += n
	}
	return len(s), true
}
