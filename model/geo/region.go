package geo

import (
	"slices"
	"strings"
	"sync"

	"muster/model/names"
)

// A Division is a region of a country: a state, department or governorate.
type Division struct {
	Code    string // ISO 3166-2: "MX-SON"
	Country string // ISO 3166-1 alpha-2
	Name    string // as shown: "Veracruz"
	Formal  string // "Veracruz de Ignacio de la Llave"; the same as Name for most
}

type regionIndex struct {
	all       []Division
	byCode    map[string]int
	byForm    map[string][]int // folded forms; several for "la paz"
	byCountry map[string][]int
}

var regions = sync.OnceValue(func() *regionIndex {
	x := &regionIndex{byCode: map[string]int{}, byForm: map[string][]int{}, byCountry: map[string][]int{}}
	country := ""
	for _, line := range strings.Split(strings.TrimSpace(regionTable), "\n") {
		if line[0] == '=' {
			country = line[1:]
			continue
		}
		f := strings.Split(line, "|")
		d := Division{Code: country + "-" + f[0], Country: country, Name: f[1], Formal: f[2]}
		if d.Formal == "" {
			d.Formal = d.Name
		}
		i := len(x.all)
		x.all = append(x.all, d)
		x.byCode[d.Code] = i
		x.byCountry[country] = append(x.byCountry[country], i)
		for _, form := range append([]string{d.Name, d.Formal}, strings.Split(f[3], ",")...) {
			x.add(names.Fold(form), i)
		}
	}
	return x
})

func (x *regionIndex) add(form string, i int) {
	if form != "" && !slices.Contains(x.byForm[form], i) {
		x.byForm[form] = append(x.byForm[form], i)
	}
}

// Region is the region with the code.
func Region(code string) (Division, bool) {
	x := regions()
	i, ok := x.byCode[code]
	if !ok {
		return Division{}, false
	}
	return x.all[i], true
}

// Regions are those of a country, in the order of their names; nil for a
// country whose regions are not known here.
func Regions(country string) []Division {
	x := regions()
	var out []Division
	for _, i := range x.byCountry[country] {
		out = append(out, x.all[i])
	}
	slices.SortFunc(out, func(a, b Division) int { return strings.Compare(names.Fold(a.Name), names.Fold(b.Name)) })
	return out
}

// FindRegion finds a region in what somebody typed. With a country only its
// regions count; without one ("") a name that two countries share, as La Paz,
// is Ambiguous, and code is "". A code of the standard ("MX-SON", and within a
// known country "SON") is found too.
func FindRegion(country, text string) (code string, c Certainty) {
	found, c := regions().find(country, text)
	if len(found) == 1 {
		return regions().all[found[0]].Code, c
	}
	if len(found) > 1 {
		return "", Ambiguous
	}
	return "", None
}

// RegionCandidates are the codes of all regions that fit, to ask about an
// ambiguous one.
func RegionCandidates(country, text string) []string {
	x := regions()
	found, _ := x.find(country, text)
	var out []string
	for _, i := range found {
		out = append(out, x.all[i].Code)
	}
	return out
}

func (x *regionIndex) find(country, text string) ([]int, Certainty) {
	if code := strings.ToUpper(strings.TrimSpace(text)); len(code) <= 6 {
		if i, ok := x.byCode[code]; ok && (country == "" || x.all[i].Country == country) {
			return []int{i}, Certain
		}
		if i, ok := x.byCode[country+"-"+code]; ok {
			return []int{i}, Certain
		}
	}
	k := names.Fold(text)
	if k == "" || len(k) > 200 {
		return nil, None
	}
	for _, form := range []string{k, bare(k)} {
		if found := x.exact(country, form); len(found) > 0 {
			return found, Certain
		}
	}
	if found := x.parts(country, text); len(found) > 0 {
		return found, Likely
	}
	return x.typo(country, bare(k)), Likely
}

// exact finds a folded form as it stands, or with its spaces left out, since
// "D.F." folds to "d f".
func (x *regionIndex) exact(country, form string) []int {
	found := x.in(country, x.byForm[form])
	if joined := strings.ReplaceAll(form, " ", ""); len(found) == 0 && joined != form {
		found = x.in(country, x.byForm[joined])
	}
	return found
}

func (x *regionIndex) in(country string, found []int) []int {
	if country == "" {
		return found
	}
	var out []int
	for _, i := range found {
		if x.all[i].Country == country {
			out = append(out, i)
		}
	}
	return out
}

// bare takes the words away that only say what kind of region it is, and the
// name of the country after it.
func bare(k string) string {
	for _, lead := range []string{
		"estado libre y soberano de ", "estado de ", "estado do ", "estado da ", "edo de ", "edo ", "est de ", "state of ",
		"departamento de ", "departamento del ", "departamento ", "depto de ", "depto ", "dpto de ", "dpto ", "depto del ",
		"departement de l ", "departement de la ", "departement des ", "departement du ", "departement de ", "departement d ", "departement ",
		"department of ", "dept of ", "dept ", "depatman ", "dep ", "dpt ",
		"governorate of ", "gouvernorat de ", "gobernacion de ", "gobernacion del ", "muhafazat ", "muhafazah ", "محافظه ",
		"provincia de ", "province of ", "province de ", "entidad ",
	} {
		if rest, ok := strings.CutPrefix(k, lead); ok && rest != "" {
			k = rest
			break
		}
	}
	for _, tail := range []string{" governorate", " department", " departement", " state", " province", " gov"} {
		if rest, ok := strings.CutSuffix(k, tail); ok && rest != "" {
			k = rest
		}
	}
	return k
}

// parts looks at the pieces of "Hermosillo, Sonora, México" or "Nogales
// (Son.)" from the end: the last that is a region is it.
func (x *regionIndex) parts(country, text string) []int {
	if both := x.either(country, text); len(both) > 1 {
		return both
	}
	pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/()|–—", r) })
	if dash := strings.Split(text, " - "); len(dash) > 1 {
		pieces = dash
	}
	if len(pieces) < 2 || len(pieces) > 8 {
		return nil
	}
	// A last piece that is a country bounds the search, unless it may as well
	// be a region: "Toluca, México".
	if code, c := FindCountry(pieces[len(pieces)-1]); c == Certain && len(pieces) > 1 && country == "" && len(names.Fold(pieces[len(pieces)-1])) > 3 {
		if found := x.last(code, pieces[:len(pieces)-1]); len(found) > 0 {
			return found
		}
		country = code
	}
	return x.last(country, pieces)
}

// either finds the two regions of "Sonora / Chihuahua", of which neither is
// meant more than the other.
func (x *regionIndex) either(country, text string) []int {
	var both []int
	for _, piece := range strings.Split(text, "/") {
		for _, i := range x.exact(country, bare(names.Fold(piece))) {
			if !slices.Contains(both, i) {
				both = append(both, i)
			}
		}
	}
	return both
}

func (x *regionIndex) last(country string, pieces []string) []int {
	for i := len(pieces) - 1; i >= 0; i-- {
		k := names.Fold(pieces[i])
		for _, form := range []string{k, bare(k)} {
			if found := x.exact(country, form); form != "" && len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// typo finds a name of some length that differs by one letter, or by the way
// Arabic is written in Latin letters.
func (x *regionIndex) typo(country, k string) []int {
	if len(k) < 6 {
		return nil
	}
	var found []int
	for form, is := range x.byForm {
		if len(form) < 6 || form[0] != k[0] || !names.Near(form, k) {
			continue
		}
		for _, i := range x.in(country, is) {
			if !slices.Contains(found, i) {
				found = append(found, i)
			}
		}
	}
	slices.Sort(found)
	return found
}
