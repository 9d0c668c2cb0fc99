package names

import (
	"slices"
	"strings"
)

// Likeness says whether two names may be one person's.
type Likeness uint8

// From unlike to alike.
const (
	Different Likeness = iota // two people, as far as names tell
	Doubtful                  // may be one person: ask
	Same                      // the same name, however it was typed
)

// Why is the reason of a comparison: the id of a catalogue entry.
type Why string

// The reasons, from alike to unlike.
const (
	WhySame      Why = "names.why.same"       // equal but for accents, case, particles
	WhyDivided   Why = "names.why.divided"    // the same words, parted elsewhere into given and family
	WhySpacing   Why = "names.why.spacing"    // the same letters, spaced or hyphened otherwise
	WhyNative    Why = "names.why.native"     // equal in the person's own script
	WhyOrder     Why = "names.why.order"      // the same words in another order
	WhyMissing   Why = "names.why.missing"    // a given name or a surname is lacking on one side
	WhyInitial   Why = "names.why.initial"    // an initial on one side
	WhySpelling  Why = "names.why.spelling"   // a letter or two differ, or the transliteration
	WhyDifferent Why = "names.why.different"  // nothing of the above
	WhyNoName    Why = "names.why.incomplete" // one side has no surname to compare
)

// Compare says how alike two names are. It is the same both ways round, and
// depends on the two names only.
func Compare(a, b Name) Likeness {
	l, _ := Explain(a, b)
	return l
}

// Explain is Compare with the reason.
func Explain(a, b Name) (Likeness, Why) {
	if a.Native != "" && b.Native != "" && len(Tokens(a.Native)) > 1 && Fold(a.Native) == Fold(b.Native) {
		return Same, WhyNative
	}
	x, y := partsOf(a), partsOf(b)
	switch {
	case len(x.all) == 0 || len(y.all) == 0:
		return Different, WhyNoName
	case slices.Equal(x.given, y.given) && slices.Equal(x.family, y.family):
		return sameIfWhole(x, y, WhySame)
	case slices.Equal(x.all, y.all):
		return sameIfWhole(x, y, WhyDivided)
	case x.letters == y.letters:
		return sameIfWhole(x, y, WhySpacing)
	case slices.Equal(slices.Sorted(slices.Values(x.all)), slices.Sorted(slices.Values(y.all))):
		return Doubtful, WhyOrder
	}
	x, y = x.glued(), y.glued()
	if slices.Equal(x.given, y.given) && slices.Equal(x.family, y.family) {
		return Doubtful, WhySpelling
	}
	like, why := near(x, y)
	if like == Different && reordered(x.all, y.all) {
		return Doubtful, WhyOrder
	}
	return like, why
}

// reordered reports whether two names of three words or more have the same
// words, a few of them spelled otherwise, in whatever order: the own, the
// father's and the grandfather's name, as each paper sets them. Of two words
// both must be equal, which the caller has looked at.
func reordered(a, b []string) bool {
	if len(a) != len(b) || len(a) < 3 || len(a) > 8 {
		return false
	}
	used := make([]bool, len(b))
	equals := 0
	a = slices.Clone(a)
	for _, kind := range []likeness{equal, spelled} {
		if kind == spelled && equals*2 < len(a) {
			return false
		}
		for i, w := range a {
			if w == "" {
				continue
			}
			for k, v := range b {
				if !used[k] && alike(w, v) == kind {
					used[k], a[i] = true, ""
					if kind == equal {
						equals++
					}
					break
				}
			}
		}
	}
	return !slices.Contains(used, false)
}

// sameIfWhole keeps one word alone ("Juan") from proving anything.
func sameIfWhole(x, y parts, why Why) (Likeness, Why) {
	if len(x.all) < 2 && len(y.all) < 2 && !strings.Contains(x.raw, " ") {
		return Doubtful, WhyNoName
	}
	return Same, why
}

// parts is a name taken apart for comparison.
type parts struct {
	given, family, all []string // words without empty particles
	letters            string   // every letter, particles and all, unspaced
	raw                string
}

func partsOf(n Name) parts {
	p := parts{given: content(n.Given), family: content(join(n.Family, n.Family2))}
	p.all = append(slices.Clone(p.given), p.family...)
	p.raw = Fold(join(n.Given, n.Family, n.Family2))
	p.letters = strings.ReplaceAll(p.raw, " ", "")
	return p
}

// glued is the name with "Abd El Rahman", "Abdel-Rahman" and "Abdulrahman" as
// one word each, the same one: so its spellings can be compared.
func (p parts) glued() parts {
	p.given, p.family = glue(p.given), glue(p.family)
	p.all = append(slices.Clone(p.given), p.family...)
	return p
}

func glue(words []string) []string {
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		for _, lead := range [...]string{"abdel", "abdul", "abdal", "abd", "abu", "abou", "abo"} {
			rest, ok := strings.CutPrefix(w, lead)
			if !ok {
				continue
			}
			head := lead[:3]
			if head == "abo" {
				head = "abu"
			}
			switch {
			case rest == "" && i+1 < len(words):
				i++
				w = head + strings.TrimPrefix(strings.TrimPrefix(words[i], "el"), "al")
			case len(rest) > 3:
				w = head + rest
			}
			break
		}
		out = append(out, w)
	}
	return out
}

// near looks for one person behind two different names: the shorter one's
// words must all be found in the longer, in order, and given and family must
// each have a word in common.
func near(x, y parts) (Likeness, Why) {
	if len(x.all) > len(y.all) || len(x.all) == len(y.all) && x.raw > y.raw {
		x, y = y, x
	}
	m := align(x.all, y.all)
	if !m.ok {
		return Different, WhyDifferent
	}
	exact := len(x.all) - m.spelled - m.initials
	switch {
	case len(x.all) < 2:
		return Different, WhyDifferent
	case m.spelled+m.initials > 2 || exact == 0 && len(x.all) < 3:
		return Different, WhyDifferent
	case !m.first || !m.family(len(y.given), y, x):
		return Different, WhyDifferent
	}
	missing := len(y.all) - len(x.all)
	switch {
	case m.spelled > 0 && missing > 1:
		return Different, WhyDifferent
	case m.spelled > 0:
		return Doubtful, WhySpelling
	case m.initials > 0:
		return Doubtful, WhyInitial
	}
	return Doubtful, WhyMissing
}

// matching is how the words of a shorter name lie in a longer one.
type matching struct {
	ok                bool
	first             bool  // the first words of both meet
	at                []int // for each word of the shorter its place in the longer
	spelled, initials int
}

// family reports whether a surname of one meets a surname of the other: the
// first surname, or, where names have many parts, the last word.
func (m matching) family(given int, long, short parts) bool {
	if len(long.family) == 0 || len(short.family) == 0 {
		return len(short.all) > 1
	}
	for i := len(short.given); i < len(short.all); i++ {
		if m.at[i] >= given {
			return true
		}
	}
	return false
}

// align finds the words of short in long in their order, nearest first.
func align(short, long []string) matching {
	m := matching{at: make([]int, len(short))}
	j := 0
	for i, w := range short {
		found := false
		for _, kind := range []likeness{equal, initial, spelled} {
			for k := j; k < len(long) && len(long)-k >= len(short)-i; k++ {
				if alike(w, long[k]) == kind {
					m.at[i], j, found = k, k+1, true
					switch kind {
					case initial:
						m.initials++
					case spelled:
						m.spelled++
					}
					break
				}
			}
			if found {
				break
			}
		}
		if !found {
			return matching{}
		}
	}
	m.ok, m.first = true, m.at[0] == 0
	return m
}
