package sample

import (
	"fmt"
	"strings"

	"muster/model"
	"muster/model/names"
)

// officer invents somebody of the country who was nominated on the day.
func (u *unit) officer(country string, nominated model.Date) *model.Person {
	r := u.people
	u.drawn++
	n := u.drawn
	f, unit := u.service(country)
	p := &model.Person{
		ID: u.id(nominated), Sex: model.Male, Nationality: country, Country: country,
		Agency: f.agency.ID, Unit: unit.ID, Region: unit.Region, Rank: rankOf(r.IntN(100), f.ladder),
		Born:     nominated.Days(-365*24 - r.IntN(365*18)),
		Passport: model.Passport{No: passportNo(country, n), Country: country, Expires: nominated.Days(700 + r.IntN(2600))},
		Phone:    fictionPhone(len(instructorRows) + n),
		Position: pick(r, positions[country]),
	}
	if chance(r, 16) {
		p.Sex = model.Female
	}
	u.christen(p, country)
	p.Speaks = u.speaks(country)
	p.Birthplace = pick(r, townsOf[unit.Region])
	p.NationalID, p.ServiceNo = nationalNo(p, n), serviceNo(country, n)
	p.Email = mailbox(p.Given, p.Family, n)
	p.Emergency = u.emergency(p, n)
	p.Sizes = fmt.Sprintf("%s · %d", pick(r, []string{"S", "M", "M", "L", "L", "XL"}), 38+r.IntN(8))
	return p
}

// service draws the force and the unit somebody serves in.
func (u *unit) service(country string) (force, *model.Unit) {
	list := u.forces[country]
	total := 0
	for _, f := range list {
		total += f.weight
	}
	at := u.people.IntN(total)
	for _, f := range list {
		if at -= f.weight; at < 0 {
			return f, pick(u.people, f.units)
		}
	}
	return list[0], list[0].units[0]
}

// rankOf is the rank at a place of a hundred on the ladder.
func rankOf(at int, ladder []rank) string {
	for _, k := range ladder {
		if at -= k.weight; at < 0 {
			return k.title
		}
	}
	return ladder[len(ladder)-1].title
}

// christen gives somebody a name as their country writes it.
func (u *unit) christen(p *model.Person, country string) {
	r := u.people
	woman := p.Sex == model.Female
	switch country {
	case "HT":
		given := haitianMen
		if woman {
			given = haitianWomen
		}
		p.Given, p.Family = pick(r, given), pick(r, haitianSurnames)
		for p.Family == p.Given {
			p.Family = pick(r, haitianSurnames)
		}
	case "EG":
		own := pick(r, egyptianMen)
		if woman {
			own = pick(r, egyptianWomen)
		}
		father, grandfather, family := pick(r, egyptianMen), pick(r, egyptianMen), pick(r, egyptianFamilies)
		p.Given = own.latin + " " + father.latin + " " + grandfather.latin
		p.Family = family.latin
		if chance(r, 60) {
			p.Native = own.native + " " + father.native + " " + grandfather.native + " " + family.native
		}
	default:
		given := spanishMen
		if woman {
			given = spanishWomen
		}
		p.Given = pick(r, given)
		p.Family, p.Family2 = u.surname(country), u.surname(country)
		if chance(r, 3) {
			p.Family2 = "" // some have one only
		}
		if chance(r, 6) {
			p.Called = strings.Fields(p.Given)[0]
		}
	}
}

func (u *unit) surname(country string) string {
	if own := surnamesOf[country]; chance(u.people, 18) {
		return pick(u.people, own)
	}
	return pick(u.people, spanishSurnames)
}

func (u *unit) speaks(country string) []string {
	var out []string
	switch country {
	case "HT":
		out = []string{"ht", "fr"}
		if chance(u.people, 20) {
			out = append(out, "es")
		}
	case "EG":
		out = []string{"ar"}
		if chance(u.people, 20) {
			out = append(out, "fr")
		}
	default:
		out = []string{"es"}
	}
	if chance(u.people, 25) {
		out = append(out, "en")
	}
	return out
}

// A kinship is how a country's forms call those who are to be called, and what
// they say of allergies.
type kinship struct {
	women     []string // their given names
	relations []string // the first is a man's wife
	allergies []string
}

var (
	spanishKin = kinship{
		spanishWomen,
		[]string{"esposa", "madre", "hermana", "tía"},
		[]string{"penicilina", "picadura de abeja; lleva epinefrina"},
	}
	haitianKin = kinship{
		haitianWomen,
		[]string{"épouse", "mère", "sœur", "tante"},
		[]string{"pénicilline", "arachides"},
	}
	egyptianKin = kinship{
		latin(egyptianWomen),
		[]string{"wife", "mother", "sister", "aunt"},
		[]string{"penicillin", "bee stings; carries epinephrine"},
	}
)

func latin(list []arabic) []string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.latin
	}
	return out
}

// emergency is the card of somebody, with a woman of their surname to call.
func (u *unit) emergency(p *model.Person, n int) model.Emergency {
	r, kin := u.people, &spanishKin
	switch p.Country {
	case "HT":
		kin = &haitianKin
	case "EG":
		kin = &egyptianKin
	}
	relations := kin.relations
	if p.Sex == model.Female {
		relations = relations[1:]
	}
	e := model.Emergency{
		Name: pick(r, kin.women) + " " + p.Family, Phone: fictionPhone(5000 + n), Relation: pick(r, relations),
		Blood: pick(r, bloodGroups),
	}
	if chance(r, 16) {
		e.Allergies = pick(r, kin.allergies)
	}
	return e
}

// bloodGroups are about as common as in the list.
var bloodGroups = []string{"O+", "O+", "O+", "O+", "A+", "A+", "B+", "O-", "A-", "AB+"}

// mailbox is an address at a domain kept free for examples.
func mailbox(given, family string, n int) string {
	first := strings.ReplaceAll(names.Fold(firstWord(given)), " ", "")
	last := strings.ReplaceAll(names.Fold(family), " ", "")
	if n == 0 {
		return first + "." + last + "@example.org"
	}
	return fmt.Sprintf("%s.%s.%d@example.org", first, last, n)
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}
