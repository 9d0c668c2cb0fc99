package export

import (
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
		var day, start, end string
		if s.Placed() {
			sp := s.Span()
			day, start, end = s.Start.Date().String(), s.Start.Clock(), sp.To.Clock()
			if sp.To.OfDay() == 0 {
				end = model.Clock(model.Day)
			}
		}
		relays, rounds := Cell{}, Cell{}
		if f := s.Block.Fire; f != nil {
			relays, rounds = number(max(f.Relays, 1)), number(f.Rounds)
		}
		t.Rows = append(t.Rows, Row{ID: s.ID, Cells: []Cell{
			text(day), text(start), text(end), word(o, "kind", s.Block.Kind), text(s.Block.Title.In(o.Lang)),
			squads(c, s, o), number(s.Officers(c)), text(place(d, s.Place)), list(leads(d, s), "; "), others(d, s, o),
			list(cars(d, s), "; "), relays, rounds, riders(d, c, s, o), text(remarks(s)),
		}})
	}
	return t
}

func squads(c *model.Cohort, s *model.Session, o Options) Cell {
	cell := list(letters(s.Squads), "")
	if s.Squads != 0 && s.Squads == c.SquadSet() && c.Squads > 1 {
		cell.Text = o.Say(model.Say("word.squads.all"))
	}
	return cell
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

func leads(d *model.Desk, s *model.Session) (names []string) {
	for _, id := range s.In(model.Lead) {
		names = append(names, staff(d, id))
	}
	return names
}

// part is somebody of the staff in JSON.
type part struct {
	Name string     `json:"name"`
	Role model.Role `json:"role"`
}

// others is everybody but the lead, each with the part they play.
func others(d *model.Desk, s *model.Session, o Options) Cell {
	var said []string
	var parts []part
	for _, p := range s.Staff {
		if p.Role != model.Lead {
			name := staff(d, p.Staff)
			said = append(said, name+" ("+o.Say(model.Say("word.short."+string(p.Role)))+")")
			parts = append(parts, part{name, p.Role})
		}
	}
	if said == nil {
		return Cell{}
	}
	return Cell{strings.Join(said, "; "), parts}
}

func cars(d *model.Desk, s *model.Session) (names []string) {
	for _, id := range s.Cars {
		if v := d.Vehicles.Get(id); v != nil {
			names = append(names, v.Name)
		}
	}
	return names
}

// rider is somebody who rides along in JSON.
type rider struct {
	No   int    `json:"no,omitempty"`
	Name string `json:"name,omitempty"`
	Car  string `json:"car,omitempty"`
}

// riders is who rides along: by class number, or by name when in full.
func riders(d *model.Desk, c *model.Cohort, s *model.Session, o Options) Cell {
	if s.Ride == nil || len(s.Ride.Riders) == 0 {
		return Cell{}
	}
	person := o.Person
	if person == nil {
		person = d.People.Get
	}
	var said []string
	var list []rider
	for _, r := range s.Ride.Riders {
		who := rider{Car: r.Car}
		if seat, ok := c.Seat(r.Person); ok {
			who.No = seat.No
		}
		name := number(who.No).Text
		if p := person(r.Person); p != nil && o.Full {
			who.Name = p.Name()
			name = who.Name
		}
		if name == "" {
			name = "?"
		}
		if r.Car != "" {
			name += " (" + r.Car + ")"
		}
		said, list = append(said, name), append(list, who)
	}
	return Cell{strings.Join(said, "; "), list}
}

func remarks(s *model.Session) string {
	return strings.Trim(s.Block.Note+"\n"+s.Note, "\n")
}
