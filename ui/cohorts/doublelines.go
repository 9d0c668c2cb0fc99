package cohorts

import (
	"strings"
	"unicode"

	"muster/model"
	"muster/model/geo"
	"muster/ui/kit"
)

// pair is one field of the row and of the candidate, or one line of what would
// change.
type pair struct {
	label    string
	row, has string
	head     bool // a heading
	change   bool // row says what would change
}

// lines are the fields that at least one of the two has; below them, for
// somebody on record, what would change if it is the same person.
func (d *double) lines() []pair {
	var out, changes []pair
	for _, x := range d.fields() {
		if x.row == "" && x.has == "" {
			continue
		}
		x.label = d.env.T("field." + x.label)
		if x.row != "" && !x.same(x.row, x.has) {
			was := x.has
			if was == "" {
				was = "–"
			}
			changes = append(changes, pair{label: x.label, row: was + " → " + x.row, change: true})
		}
		out = append(out, x.pair)
	}
	if d.line.Like[d.at].Row != 0 {
		return out
	}
	head := "cohorts.double.changes"
	if len(changes) == 0 {
		head = "cohorts.double.no-change"
	}
	out = append(out, pair{}, pair{label: d.env.T(head), head: true})
	return append(out, changes...)
}

// compared is a field, and when two values of it say the same.
type compared struct {
	pair
	same func(a, b string) bool
}

// fields are all fields a row may say something of.
func (d *double) fields() []compared {
	e, en, p := d.env, d.line.Entry, d.line.Like[d.at].Person
	word := func(area, s string) string {
		if id := "word." + area + "." + s; s != "" && e.Lang.Has(id) {
			return e.T(id)
		}
		return s
	}
	day := func(v model.Date) string {
		if v.IsZero() {
			return ""
		}
		return e.Lang.Date(v)
	}
	tongues := func(list []string) string {
		said := make([]string, len(list))
		for i, l := range list {
			said[i] = word("lang", l)
		}
		return strings.Join(said, ", ")
	}
	agency, sameAgency := d.agency(p.Agency)
	unit := ""
	if u := d.t.desk().Units.Get(p.Unit); u != nil {
		unit = u.Name
	}
	as := func(same func(a, b string) bool, label, row, has string) compared {
		return compared{pair{label: label, row: model.Clean(row), has: has}, same}
	}
	return []compared{
		as(sameWords, "given", en.Name.Given, p.Given),
		as(sameWords, "family", en.Name.Family, p.Family),
		as(sameWords, "family2", en.Name.Family2, p.Family2),
		as(exactly, "native", en.Name.Native, p.Native),
		as(sameWords, "called", en.Called, p.Called),
		as(exactly, "born", day(en.Born), day(p.Born)),
		as(sameWords, "birthplace", en.Birthplace, p.Birthplace),
		as(exactly, "sex", word("sex", en.Sex), word("sex", string(p.Sex))),
		as(exactly, "nationality", countryName(e, en.Nationality), countryName(e, p.Nationality)),
		as(sameWords, "rank", en.Rank, p.Rank),
		as(sameWords, "position", en.Position, p.Position),
		as(sameAgency, "agency", en.Agency, agency),
		as(sameWords, "unit", en.Unit, unit),
		as(exactly, "country", countryName(e, en.Country), countryName(e, p.Country)),
		as(exactly, "region", regionName(en.Region), regionName(p.Region)),
		as(exactly, "speaks", tongues(en.Speaks), tongues(p.Speaks)),
		as(sameNumber, "passport", en.Passport, p.Passport.No),
		as(exactly, "passportCountry", countryName(e, en.PassportCountry), countryName(e, p.Passport.Country)),
		as(exactly, "passportExpires", day(en.PassportExpires), day(p.Passport.Expires)),
		as(sameNumber, "nationalId", en.NationalID, p.NationalID),
		as(sameNumber, "serviceNo", en.ServiceNo, p.ServiceNo),
		as(sameNumber, "phone", en.Phone, p.Phone),
		as(sameWords, "email", en.Email, p.Email),
		as(sameWords, "emergencyName", en.EmergencyName, p.Emergency.Name),
		as(sameNumber, "emergencyPhone", en.EmergencyPhone, p.Emergency.Phone),
		as(sameWords, "emergencyRelation", en.EmergencyRelation, p.Emergency.Relation),
		as(exactly, "blood", en.Blood, p.Emergency.Blood),
		as(sameWords, "allergies", en.Allergies, p.Emergency.Allergies),
		as(sameWords, "medical", en.Medical, p.Emergency.Medical),
		as(exactly, "sizes", en.Sizes, p.Sizes),
	}
}

// agency is the label of an agency, and whether a text is one of its names.
func (d *double) agency(id model.ID) (label string, same func(text, label string) bool) {
	a := d.t.desk().Agencies.Get(id)
	if a == nil {
		return "", sameWords
	}
	return a.Label(), func(text, _ string) bool {
		known := sameWords(text, a.Name) || sameWords(text, a.Short)
		for _, f := range a.Former {
			known = known || sameWords(text, f.Name)
		}
		return known
	}
}

func exactly(a, b string) bool   { return a == b }
func sameWords(a, b string) bool { return kit.Fold(a) == kit.Fold(b) }

// sameNumber compares letters and digits alone.
func sameNumber(a, b string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToUpper(r)
			}
			return -1
		}, s)
	}
	return bare(a) == bare(b)
}

// regionName is the name of a region's code, or the code.
func regionName(code string) string {
	if r, ok := geo.Region(code); ok {
		return r.Name
	}
	return code
}

// countryName is the name of a country's code, or the code.
func countryName(e *kit.Env, code string) string {
	if n, ok := geo.Country(code); ok {
		return n.Name(e.Lang.Tag())
	}
	return code
}
