package geo

import (
	"slices"
	"strings"
	"sync"

	"muster/model/names"
)

// A Nation is a country. It is named Nation because Country is the question.
type Nation struct {
	Code  string // ISO 3166-1 alpha-2: "MX"
	Code3 string // alpha-3: "MEX"
	names [4]string
}

// languages are those a country has a name in.
var languages = [4]string{"en", "es", "fr", "pt"}

// Name is the country's name in the language ("en", "es", "fr", "pt", also
// with a region: "es-MX"), English for any other.
func (n Nation) Name(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	if i := slices.Index(languages[:], lang); i > 0 {
		return n.names[i]
	}
	return n.names[0]
}

type countryIndex struct {
	all    []Nation
	byCode map[string]int // alpha-2 and alpha-3
	byName map[string]int // folded names and demonyms
}

var countries = sync.OnceValue(func() *countryIndex {
	x := &countryIndex{byCode: map[string]int{}, byName: map[string]int{}}
	for _, line := range strings.Split(strings.TrimSpace(countryTable), "\n") {
		f := strings.Split(line, "|")
		n := Nation{Code: f[0][:2], Code3: f[0][3:]}
		copy(n.names[:], f[1:5])
		i := len(x.all)
		x.all = append(x.all, n)
		x.byCode[n.Code], x.byCode[n.Code3] = i, i
		for _, name := range append(f[1:5:5], strings.Split(f[5], ",")...) {
			k := names.Fold(name)
			if _, taken := x.byName[k]; k != "" && !taken {
				x.byName[k] = i
			}
		}
	}
	return x
})

// Country is the country with a code of two or three letters.
func Country(code string) (Nation, bool) {
	x := countries()
	i, ok := x.byCode[code]
	if !ok {
		return Nation{}, false
	}
	return x.all[i], true
}

// Countries are all that are known: the Americas first, then the rest, each
// part in the order of the codes.
func Countries() []Nation { return slices.Clone(countries().all) }

// FindCountry finds a country by its name in any of the languages, what its
// people are called ("hondureña"), or its code.
func FindCountry(text string) (code string, c Certainty) {
	x := countries()
	k := names.Fold(text)
	if k == "" {
		return "", None
	}
	if i, ok := x.byName[k]; ok {
		return x.all[i].Code, Certain
	}
	if joined := strings.ReplaceAll(k, " ", ""); len(joined) == 2 || len(joined) == 3 {
		if i, ok := x.byCode[strings.ToUpper(joined)]; ok {
			return x.all[i].Code, Certain
		}
	}
	if i, ok := x.demonym(k); ok {
		return x.all[i].Code, Certain
	}
	return x.within(k)
}

// demonym finds the feminine and plural of a name of a people that is listed
// in one form: "mexicanos", "brésiliennes".
func (x *countryIndex) demonym(k string) (int, bool) {
	for _, ending := range []string{"s", "e", "ne", "es", "nes", "as", "os", "a"} {
		stem, ok := strings.CutSuffix(k, ending)
		if !ok || len(stem) < 5 {
			continue
		}
		if i, ok := x.byName[stem]; ok {
			return i, true
		}
		if i, ok := x.byName[stem+"o"]; ok && (ending == "a" || ending == "as" || ending == "os") {
			return i, true
		}
	}
	return 0, false
}

// within finds the one country whose name stands in a longer text: "Policía
// Nacional de Honduras", "Tegucigalpa, Honduras". Codes do not count there.
func (x *countryIndex) within(k string) (string, Certainty) {
	words := strings.Fields(k)
	if len(words) > 24 {
		words = words[:24]
	}
	found := -1
	for i := 0; i < len(words); {
		step := 1
		for n := min(4, len(words)-i); n > 0; n-- {
			name := strings.Join(words[i:i+n], " ")
			j, ok := x.byName[name]
			if !ok || len(name) < 4 {
				continue
			}
			if found >= 0 && found != j {
				return "", Ambiguous
			}
			found, step = j, n
			break
		}
		i += step
	}
	if found < 0 {
		return "", None
	}
	return x.all[found].Code, Likely
}
