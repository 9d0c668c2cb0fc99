package export

import "muster/model"

// open is the columns that anybody may see, and private those that go with
// Full only. A roster in full can be imported again.
var (
	open    = [...]Column{"no", "seat", "squad", "rank", "agency", "country", "region", "stage", "vetting", "vettingUntil"}
	private = [...]Column{
		"family", "family2", "given", "native", "called", "sex", "born", "birthplace", "nationality",
		"passport", "passportCountry", "passportExpires", "nationalId", "serviceNo", "unit", "position",
		"phone", "email", "speaks",
		"emergencyName", "emergencyPhone", "emergencyRelation", "blood", "allergies", "medical", "sizes",
	}
)

// Roster is a cohort's seats, holders first, then alternates in their order.
// person gives the record of somebody with a seat; nil when it is not kept any
// more.
func Roster(d *model.Desk, c *model.Cohort, person func(model.ID) *model.Person, o Options) Table {
	t := Table{Columns: append([]Column{}, open[:]...)}
	if o.Full {
		t.Columns = append(t.Columns, private[:]...)
	}
	for _, s := range append(c.Holders(), c.Alternates()...) {
		p := person(s.Person)
		if p == nil {
			continue
		}
		r := Row{ID: p.ID, Cells: []Cell{
			number(s.No), seat(s, o), squad(s), text(p.Rank), text(agency(d, p.Agency)), text(p.Country), text(p.Region),
			word(o, "stage", s.Stage), word(o, "vetting", p.Vetting.State), date(p.Vetting.Until),
		}}
		if o.Full {
			r.Cells = append(r.Cells, inFull(d, p, o)...)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// inFull is the private columns of a person.
func inFull(d *model.Desk, p *model.Person, o Options) []Cell {
	return []Cell{
		text(p.Family), text(p.Family2), text(p.Given), text(p.Native), text(p.Called),
		text(string(p.Sex)), date(p.Born), text(p.Birthplace), text(p.Nationality),
		text(p.Passport.No), text(p.Passport.Country), date(p.Passport.Expires), text(p.NationalID), text(p.ServiceNo),
		text(unit(d, p.Unit)), text(p.Position),
		text(p.Phone), text(p.Email), list(p.Speaks, " "),
		text(p.Emergency.Name), text(p.Emergency.Phone), text(p.Emergency.Relation),
		text(p.Emergency.Blood), text(p.Emergency.Allergies), text(p.Emergency.Medical), text(p.Sizes),
	}
}

// seat is "holder", or the alternate's rank.
func seat(s model.Seat, o Options) Cell {
	if s.Alternate > 0 {
		return Cell{o.Say(model.Say("export.alternate", "rank", s.Alternate)), s.Alternate}
	}
	return Cell{o.Say(model.Say("export.holder")), "holder"}
}

func squad(s model.Seat) Cell { return text(s.Squad.String()) }

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
