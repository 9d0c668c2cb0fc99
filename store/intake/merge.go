package intake

import (
	"slices"
	"strings"

	"muster/model"
	"muster/model/names"
	"muster/store/files/roster"
)

// given is what a row says of a person, as a record without an id.
func given(e *roster.Entry) model.Person {
	p := model.Person{
		Given: e.Name.Given, Family: e.Name.Family, Family2: e.Name.Family2, Native: e.Name.Native,
		Called: e.Called, Sex: model.Sex(e.Sex), Born: e.Born, Birthplace: e.Birthplace, Nationality: e.Nationality,
		Rank: e.Rank, Position: e.Position, Country: e.Country, Region: e.Region,
		Speaks:     slices.Clone(e.Speaks),
		NationalID: e.NationalID, ServiceNo: e.ServiceNo,
		Phone: e.Phone, Email: e.Email,
		Passport: model.Passport{No: e.Passport, Country: e.PassportCountry, Expires: e.PassportExpires},
		Emergency: model.Emergency{
			Name: e.EmergencyName, Phone: e.EmergencyPhone, Relation: e.EmergencyRelation,
			Blood: e.Blood, Allergies: e.Allergies, Medical: e.Medical,
		},
		Sizes: e.Sizes,
	}
	if p.Given == "" && p.Family == "" {
		p.Given = e.Name.Native // all that is known to call them by
	}
	return p
}

// merge lays what the row says over what is kept, and lists the fields that
// differ. What the row leaves empty stays; a spelling that only lost its
// accents, or another way to write the same number, is no difference.
func merge(was *model.Person, row model.Person) (next model.Person, fields []string) {
	next = *was
	set := func(field string, dst *string, v string, same func(a, b string) bool) {
		if v == "" || same(*dst, v) {
			return
		}
		*dst = v
		fields = append(fields, field)
	}
	set("given", &next.Given, row.Given, sameName)
	set("family", &next.Family, row.Family, sameName)
	set("family2", &next.Family2, row.Family2, sameName)
	set("native", &next.Native, row.Native, exactly)
	set("called", &next.Called, row.Called, sameWords)
	if row.Sex != "" && row.Sex != next.Sex {
		next.Sex = row.Sex
		fields = append(fields, "sex")
	}
	date(&fields, "born", &next.Born, row.Born)
	set("birthplace", &next.Birthplace, row.Birthplace, sameWords)
	set("nationality", &next.Nationality, row.Nationality, exactly)
	set("rank", &next.Rank, row.Rank, sameWords)
	set("position", &next.Position, row.Position, sameWords)
	id(&fields, "agency", &next.Agency, row.Agency)
	id(&fields, "unit", &next.Unit, row.Unit)
	set("country", &next.Country, row.Country, exactly)
	set("region", &next.Region, row.Region, exactly)
	if len(row.Speaks) > 0 && !slices.Equal(row.Speaks, next.Speaks) {
		next.Speaks = row.Speaks
		fields = append(fields, "speaks")
	}
	set("passport", &next.Passport.No, row.Passport.No, sameNumber)
	set("passportCountry", &next.Passport.Country, row.Passport.Country, exactly)
	date(&fields, "passportExpires", &next.Passport.Expires, row.Passport.Expires)
	set("nationalId", &next.NationalID, row.NationalID, sameNumber)
	set("serviceNo", &next.ServiceNo, row.ServiceNo, sameNumber)
	set("phone", &next.Phone, row.Phone, samePhone)
	set("email", &next.Email, row.Email, strings.EqualFold)
	set("emergencyName", &next.Emergency.Name, row.Emergency.Name, sameWords)
	set("emergencyPhone", &next.Emergency.Phone, row.Emergency.Phone, samePhone)
	set("emergencyRelation", &next.Emergency.Relation, row.Emergency.Relation, sameWords)
	set("blood", &next.Emergency.Blood, row.Emergency.Blood, exactly)
	set("allergies", &next.Emergency.Allergies, row.Emergency.Allergies, sameWords)
	set("medical", &next.Emergency.Medical, row.Emergency.Medical, sameWords)
	set("sizes", &next.Sizes, row.Sizes, exactly)
	return next, fields
}

func date(fields *[]string, field string, dst *model.Date, v model.Date) {
	if !v.IsZero() && v != *dst {
		*dst = v
		*fields = append(*fields, field)
	}
}

func id(fields *[]string, field string, dst *model.ID, v model.ID) {
	if !v.IsZero() && v != *dst {
		*dst = v
		*fields = append(*fields, field)
	}
}

// The texts pass through model.Clean because what is kept did.

func exactly(a, b string) bool { return a == model.Clean(b) }

// sameName is true when b adds nothing to a: the same letters, and not more
// accents. "Muñoz" stays when a roster in capitals says MUNOZ, and takes the
// place of "Munoz".
func sameName(a, b string) bool {
	b = model.Clean(b)
	return a == b || a != "" && names.Fold(a) == names.Fold(b) && accents(a) >= accents(b)
}

// sameWords is true for the same words, whatever their case and accents.
func sameWords(a, b string) bool {
	b = model.Clean(b)
	return a == b || a != "" && names.Fold(a) == names.Fold(b)
}

func sameNumber(a, b string) bool { return a != "" && number(a) == number(model.Clean(b)) }

func samePhone(a, b string) bool { return a != "" && digits(a) == digits(b) && digits(a) != "" }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func accents(s string) int {
	n := 0
	for _, r := range s {
		if r > 0x7f {
			n++
		}
	}
	return n
}
