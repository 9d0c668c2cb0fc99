package export

import (
	"strconv"
	"strings"

	"muster/model"
)

// Schedule is a cohort's plan: what has a time, in its order, then what still
// lies in the tray. Times are on the wall clock of the cohort's zone.
func Schedule(d *model.Desk, c *model.Cohort, sessions []*model.Session, o Options) Table {
	t := Table{Columns: []Column{
		"date", "start", "end", "kind", "title", "squads", "officers", "place", "lead", "staff",
		"vehicles", "relays", "rounds", "riders", "remarks",
	}}
	for _, s := range sessions {
		var date, start, end string
		if s.Placed() {
			sp := s.Span()
			date, start, end = s.Start.Date().String(), s.Start.Clock(), sp.To.Clock()
			if sp.To.OfDay() == 0 {
				end = model.Clock(model.Day)
			}
		}
		relays, rounds := "", ""
		if f := s.Block.Fire; f != nil {
			relays, rounds = number(max(f.Relays, 1)), number(f.Rounds)
		}
		t.Rows = append(t.Rows, []string{
			date, start, end, o.Say(model.Say("word.kind." + string(s.Block.Kind))), s.Block.Title.In(o.Lang),
			squads(c, s, o), strconv.Itoa(s.Officers(c)), place(d, s.Place), leads(d, s), others(d, s, o),
			cars(d, s), relays, rounds, riders(d, c, s, o), remarks(s),
		})
	}
	return t
}

func squads(c *model.Cohort, s *model.Session, o Options) string {
	if s.Squads != 0 && s.Squads == c.SquadSet() && c.Squads > 1 {
		return o.Say(model.Say("word.squads.all"))
	}
	return s.Squads.String()
}

func place(d *model.Desk, id model.ID) string {
	if p := d.Places.Get(id); p != nil {
		return p.Name
	}
	return ""
}

func staff(d *model.Desk, id model.ID) string {
	if s := d.Staff.Get(id); s != nil {
		return s.Name()
	}
	return ""
}

func leads(d *model.Desk, s *model.Session) string {
	var out []string
	for _, id := range s.In(model.Lead) {
		out = append(out, staff(d, id))
	}
	return strings.Join(out, "; ")
}

// others is everybody but the lead, each with the part they play.
func others(d *model.Desk, s *model.Session, o Options) string {
	var out []string
	for _, p := range s.Staff {
		if p.Role != model.Lead {
			out = append(out, staff(d, p.Staff)+" ("+o.Say(model.Say("word.short."+string(p.Role)))+")")
		}
	}
	return strings.Join(out, "; ")
}

func cars(d *model.Desk, s *model.Session) string {
	var out []string
	for _, id := range s.Cars {
		if v := d.Vehicles.Get(id); v != nil {
			out = append(out, v.Name)
		}
	}
	return strings.Join(out, "; ")
}

// riders is who rides along: by class number, or by name when in full.
func riders(d *model.Desk, c *model.Cohort, s *model.Session, o Options) string {
	if s.Ride == nil {
		return ""
	}
	var out []string
	for _, r := range s.Ride.Riders {
		who := ""
		if seat, ok := c.Seat(r.Person); ok {
			who = number(seat.No)
		}
		if p := d.People.Get(r.Person); p != nil && o.Full {
			who = p.Name()
		}
		if r.Car != "" {
			who += " (" + r.Car + ")"
		}
		out = append(out, who)
	}
	return strings.Join(out, "; ")
}

func remarks(s *model.Session) string {
	return strings.Trim(s.Block.Note+"\n"+s.Note, "\n")
}
