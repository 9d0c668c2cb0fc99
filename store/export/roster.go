package export

import (
	"strconv"
	"strings"

	"muster/model"
)

// Roster is a cohort's seats, holders first, then alternates in their order.
// person gives the record of somebody with a seat; nil when it is not kept any
// more.
func Roster(d *model.Desk, c *model.Cohort, person func(model.ID) *model.Person, o Options) Table {
	t := Table{Columns: []Column{"no", "seat", "squad", "rank", "agency", "region", "stage", "vetting", "vettingUntil"}}
	if o.Full {
		t.Columns = append(t.Columns,
			"family", "family2", "given", "sex", "born", "birthplace", "nationality", "passport", "passportExpires",
			"nationalId", "serviceNo", "unit", "position", "phone", "email", "speaks",
			"emergencyName", "emergencyPhone", "blood", "allergies")
	}
	for _, s := range append(c.Holders(), c.Alternates()...) {
		p := person(s.Person)
		if p == nil {
			continue
		}
		seat := o.Say(model.Say("export.holder"))
		if s.Alternate > 0 {
			seat = o.Say(model.Say("export.alternate", "rank", s.Alternate))
		}
		row := []string{
			number(s.No), seat, s.Squad.String(), p.Rank, agency(d, p.Agency), p.Region,
			o.Say(model.Say("word.stage." + string(s.Stage))),
			o.Say(model.Say("word.vetting." + string(p.Vetting.State))), p.Vetting.Until.String(),
		}
		if o.Full {
			row = append(row,
				p.Family, p.Family2, p.Given, string(p.Sex), p.Born.String(), p.Birthplace, p.Nationality,
				p.Passport.No, p.Passport.Expires.String(), p.NationalID, p.ServiceNo, unit(d, p.Unit),
				p.Position, p.Phone, p.Email, strings.Join(p.Speaks, " "),
				p.Emergency.Name, p.Emergency.Phone, p.Emergency.Blood, p.Emergency.Allergies)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func agency(d *model.Desk, id model.ID) string {
	if a := d.Agencies.Get(id); a != nil {
		return a.Label()
	}
	return ""
}

func unit(d *model.Desk, id model.ID) string {
	if u := d.Units.Get(id); u != nil {
		return u.Name
	}
	return ""
}
