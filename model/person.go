package model

import (
	"regexp"
	"slices"
	"strings"
)

// Person is somebody who comes, or came, to be taught: an officer nominated by
// an agency, later one of the alumni. Who teaches is Staff.
//
// Names are kept as the person writes them, with every accent; matching and
// sorting fold them (model/names). Ranks never map across countries, so a rank
// is a word and nothing more.
type Person struct {
	ID      ID     `cbor:"1,keyasint" json:"id"`
	Given   string `cbor:"2,keyasint,omitempty" json:"given,omitempty"`
	Family  string `cbor:"3,keyasint,omitempty" json:"family,omitempty"`  // first surname, with its particles
	Family2 string `cbor:"4,keyasint,omitempty" json:"family2,omitempty"` // second surname, where there is one
	Native  string `cbor:"5,keyasint,omitempty" json:"native,omitempty"`  // the name in its own script
	Called  string `cbor:"6,keyasint,omitempty" json:"called,omitempty"`  // what colleagues say

	Sex         Sex    `cbor:"7,keyasint,omitempty" json:"sex,omitempty"`
	Born        Date   `cbor:"8,keyasint,omitempty" json:"born,omitzero"`
	Birthplace  string `cbor:"9,keyasint,omitempty" json:"birthplace,omitempty"`
	Nationality string `cbor:"10,keyasint,omitempty" json:"nationality,omitempty"` // ISO 3166-1: MX

	Rank     string   `cbor:"11,keyasint,omitempty" json:"rank,omitempty"`
	Position string   `cbor:"12,keyasint,omitempty" json:"position,omitempty"`
	Agency   ID       `cbor:"13,keyasint,omitzero" json:"agency,omitzero"`
	Unit     ID       `cbor:"14,keyasint,omitzero" json:"unit,omitzero"`
	Country  string   `cbor:"15,keyasint,omitempty" json:"country,omitempty"` // where they serve: ISO 3166-1
	Region   string   `cbor:"16,keyasint,omitempty" json:"region,omitempty"`  // ISO 3166-2: MX-SON
	Speaks   []string `cbor:"17,keyasint,omitempty" json:"speaks,omitempty"`  // ISO 639-1, best first

	Passport   Passport `cbor:"18,keyasint,omitzero" json:"passport,omitzero"`
	NationalID string   `cbor:"19,keyasint,omitempty" json:"nationalId,omitempty"` // CURP, DPI, cédula, CPF…
	ServiceNo  string   `cbor:"20,keyasint,omitempty" json:"serviceNo,omitempty"`  // CUIP and its like

	Phone string `cbor:"21,keyasint,omitempty" json:"phone,omitempty"` // as written
	Email string `cbor:"22,keyasint,omitempty" json:"email,omitempty"`

	Emergency Emergency `cbor:"23,keyasint,omitzero" json:"emergency,omitzero"`
	Sizes     string    `cbor:"24,keyasint,omitempty" json:"sizes,omitempty"`
	Vetting   Vetting   `cbor:"25,keyasint,omitzero" json:"vetting,omitzero"`
	Papers    Papers    `cbor:"26,keyasint,omitzero" json:"papers,omitzero"`
	Note      string    `cbor:"27,keyasint,omitempty" json:"note,omitempty"`
	Ways      []Way     `cbor:"28,keyasint,omitempty" json:"ways,omitempty"` // beside telephone and mail
	Standing  Standing  `cbor:"29,keyasint,omitempty" json:"standing,omitempty"`
}

// Sex as written in a passport.
type Sex string

const (
	Female Sex = "F"
	Male   Sex = "M"
	Other  Sex = "X"
)

// Passport is the travel document.
type Passport struct {
	No      string `cbor:"1,keyasint,omitempty" json:"no,omitempty"`
	Country string `cbor:"2,keyasint,omitempty" json:"country,omitempty"`
	Expires Date   `cbor:"3,keyasint,omitempty" json:"expires,omitzero"`
}

// Emergency is the card the lead instructor carries for each participant.
type Emergency struct {
	Name      string `cbor:"1,keyasint,omitempty" json:"name,omitempty"`
	Phone     string `cbor:"2,keyasint,omitempty" json:"phone,omitempty"`
	Relation  string `cbor:"3,keyasint,omitempty" json:"relation,omitempty"`
	Blood     string `cbor:"4,keyasint,omitempty" json:"blood,omitempty"`
	Allergies string `cbor:"5,keyasint,omitempty" json:"allergies,omitempty"`
	Medical   string `cbor:"6,keyasint,omitempty" json:"medical,omitempty"`
}

// Complete reports whether the card says whom to call and the blood group.
func (e Emergency) Complete() bool { return e.Name != "" && e.Phone != "" && e.Blood != "" }

// Papers says which documents have come in, each with the day it came.
type Papers struct {
	Form      Date `cbor:"1,keyasint,omitempty" json:"form,omitzero"`      // individual form
	Passport  Date `cbor:"2,keyasint,omitempty" json:"passport,omitzero"`  // copy
	Photo     Date `cbor:"3,keyasint,omitempty" json:"photo,omitzero"`     //
	Waiver    Date `cbor:"4,keyasint,omitempty" json:"waiver,omitzero"`    // ride-along waiver, signed
	Insurance Date `cbor:"5,keyasint,omitempty" json:"insurance,omitzero"` //
	Visa      Date `cbor:"6,keyasint,omitempty" json:"visa,omitzero"`      // issued
	Ticket    Date `cbor:"7,keyasint,omitempty" json:"ticket,omitzero"`    //
	// Witness is who saw the waiver being signed; without one it does not hold.
	Witness string `cbor:"8,keyasint,omitempty" json:"witness,omitempty"`
}

// Waived reports whether the ride-along waiver was signed, before a witness,
// by that day.
func (p Papers) Waived(by Date) bool { return !p.Waiver.IsZero() && p.Waiver <= by && p.Witness != "" }

// Languages are those the program knows a name for.
var Languages = []string{"es", "en", "fr", "ht", "pt", "ar"}

var (
	countryForm = regexp.MustCompile(`^[A-Z]{2}$`)
	regionForm  = regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`)
	langForm    = regexp.MustCompile(`^[a-z]{2,3}$`)
	emailForm   = regexp.MustCompile(`^[^@\s]+@[^@\s]+$`)
)

// NewPerson cleans p and refuses it when it has no id or no name, or a field
// is not of its form.
func NewPerson(p Person) (*Person, error) {
	var c checker
	c.id("id", p.ID)
	c.text("given", &p.Given, MaxName)
	c.text("family", &p.Family, MaxName)
	c.text("family2", &p.Family2, MaxName)
	c.text("native", &p.Native, MaxName)
	c.text("called", &p.Called, MaxName)
	if p.Given == "" && p.Family == "" {
		c.wrong("family", "model.name-missing")
	}
	oneOf(&c, "sex", p.Sex, []Sex{"", Female, Male, Other})
	c.text("birthplace", &p.Birthplace, MaxLine)
	c.country("nationality", &p.Nationality)
	c.text("rank", &p.Rank, MaxName)
	c.text("position", &p.Position, MaxName)
	c.country("country", &p.Country)
	c.region("region", &p.Region, p.Country)
	c.languages("speaks", &p.Speaks)
	c.text("passport", &p.Passport.No, MaxShort)
	c.country("passportCountry", &p.Passport.Country)
	c.text("nationalId", &p.NationalID, MaxShort)
	c.text("serviceNo", &p.ServiceNo, MaxShort)
	c.text("phone", &p.Phone, MaxName)
	c.text("email", &p.Email, MaxLine)
	if p.Email != "" && !emailForm.MatchString(p.Email) {
		c.wrong("email", "model.not-email")
	}
	c.text("emergencyName", &p.Emergency.Name, MaxName)
	c.text("emergencyPhone", &p.Emergency.Phone, MaxName)
	c.text("emergencyRelation", &p.Emergency.Relation, MaxName)
	c.text("blood", &p.Emergency.Blood, 8)
	c.text("allergies", &p.Emergency.Allergies, MaxLine)
	c.text("medical", &p.Emergency.Medical, MaxLine)
	c.text("sizes", &p.Sizes, MaxLine)
	p.Vetting.check(&c)
	c.text("witness", &p.Papers.Witness, MaxName)
	c.ways(&p.Ways)
	oneOf(&c, "standing", p.Standing, Standings)
	c.note("note", &p.Note)
	return done(&p, &c)
}

func (c *checker) country(field string, s *string) {
	*s = strings.ToUpper(Clean(*s))
	if *s != "" && !countryForm.MatchString(*s) {
		c.wrong(field, "model.not-country", "value", echo(*s))
	}
}

// region is an ISO 3166-2 code; with a country given it must lie in it.
func (c *checker) region(field string, s *string, country string) {
	*s = strings.ToUpper(Clean(*s))
	switch {
	case *s == "":
	case !regionForm.MatchString(*s):
		c.wrong(field, "model.not-region", "value", echo(*s))
	case country != "" && (*s)[:2] != country:
		c.wrong(field, "model.region-elsewhere", "value", echo(*s), "country", country)
	}
}

func (c *checker) languages(field string, list *[]string) {
	out := make([]string, 0, len(*list))
	for _, l := range *list {
		l = strings.ToLower(Clean(l))
		if l == "" || slices.Contains(out, l) {
			continue
		}
		if !langForm.MatchString(l) {
			c.wrong(field, "model.not-language", "value", echo(l))
		}
		out = append(out, l)
	}
	*list = none(out)
}

// Surnames is both surnames, or the one there is.
func (p *Person) Surnames() string { return strings.TrimSpace(p.Family + " " + p.Family2) }

// Name is the name as lists give it: surnames first, "Ávila Yáñez, Itzel".
func (p *Person) Name() string {
	if s := p.Surnames(); s != "" && p.Given != "" {
		return s + ", " + p.Given
	} else if s != "" {
		return s
	}
	return p.Given
}

// FullName is the name in the order it is spoken: "Itzel Ávila Yáñez".
func (p *Person) FullName() string { return strings.TrimSpace(p.Given + " " + p.Surnames()) }

func (p *Person) RecordID() ID           { return p.ID }
func (p *Person) RecordKind() Kind       { return KindPerson }
func (p *Person) Valid() (Record, error) { return record(NewPerson(*p)) }

// record turns a constructor's answer into a Record without making a nil
// pointer look like one.
func record[T any, P interface {
	*T
	Record
}](v P, err error,
) (Record, error) {
	if err != nil {
		return nil, err
	}
	return v, nil
}
