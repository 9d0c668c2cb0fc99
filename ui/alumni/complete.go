package alumni

import (
	"strings"

	"muster/store/finder"
	"muster/ui/kit"
)

// A completion is what → would make of the word being typed.
type completion struct {
	whole string // the whole line as it would be
	ghost string // what is shown behind the cursor
}

// kinds is the filters that can be typed, by the names finder.Parse knows; the
// user's language has names of its own ("alumni.typed.…"), which it knows too.
var kinds = [...]string{"country", "state", "cohort", "since", "until", "skill", "trained", "year", "due"}

// leastTyped is how many letters of a filter's name are typed before it is
// offered: names of people begin with the same letters.
const leastTyped = 3

// complete looks at the last word of the line.
func (s *search) complete(ix *finder.Index) completion {
	e, text := s.t.env(), s.line.Value()
	at := strings.LastIndexByte(text, ' ') + 1
	word := kit.Fold(text[at:])
	typed, value, isFilter := strings.Cut(word, ":")
	if !isFilter && len(word) < leastTyped || isFilter && value == "" {
		return completion{}
	}
	for _, kind := range kinds {
		name := e.T("alumni.typed." + kind)
		switch {
		case !isFilter && strings.HasPrefix(kit.Fold(name), word):
			return completion{text[:at] + name + ":", rest(name, word) + ":"}
		case isFilter && (typed == kit.Fold(name) || typed == kind):
			return s.completeValue(ix, kind, value, text[:at], text[at:])
		}
	}
	return completion{}
}

// completeValue completes what stands behind the colon.
func (s *search) completeValue(ix *finder.Index, kind, value, before, word string) completion {
	name, _, _ := strings.Cut(word, ":")
	for _, f := range s.values(ix, kind, before) {
		whole := before + name + ":" + f.word + " "
		switch {
		case f.word == value:
			return completion{}
		case strings.HasPrefix(kit.Fold(f.word), value):
			return completion{whole, rest(f.word, value)}
		case strings.HasPrefix(kit.Fold(f.label), value):
			return completion{whole, " → " + f.word}
		}
	}
	return completion{}
}

// rest is what of a name is not typed yet.
func rest(name, typed string) string {
	r := []rune(name)
	return string(r[min(len([]rune(typed)), len(r)):])
}

// values is what a filter being typed may be completed to, the most likely
// first.
func (s *search) values(ix *finder.Index, kind, before string) []facet {
	e := s.t.env()
	switch kind {
	case "since", "until":
		kind = "year"
	case "trained":
		return []facet{{word: e.T("alumni.typed.yes")}, {word: e.T("alumni.typed.no")}}
	case "due":
		return []facet{{word: e.T("alumni.typed.yes")}}
	case "cohort":
		return s.cohortCodes()
	}
	// What would leave somebody first, then everything there is.
	var out []facet
	for _, q := range []finder.Query{finder.Parse(before), {}} {
		for _, f := range s.t.facets(ix, q) {
			if f.kind == kind && f.word != "" {
				out = append(out, f)
			}
		}
	}
	return out
}

// cohortCodes is every cohort's code, the newest first.
func (s *search) cohortCodes() []facet {
	list := s.t.desk().CohortsByDate()
	out := make([]facet, len(list))
	for i, c := range list {
		out[len(list)-1-i] = facet{word: strings.ToLower(c.Code), label: c.Title, query: finder.Query{Cohort: c.Code}, kind: "cohort"}
	}
	return out
}
