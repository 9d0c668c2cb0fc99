package paper

import (
	"strconv"
	"strings"

	"muster/model"
)

// stationsAcross is how many stations stand beside each other in the table of
// a rotation.
const stationsAcross = 9

// stations is each station with who instructs there. What is hidden where
// stands only on a paper in full.
func (g *page) stations(d *model.Desk, s *model.Session, full bool) string {
	var out []string
	for i, v := range s.Circuit.Stations {
		car := ""
		if x := d.Vehicles.Get(v.Vehicle); x != nil {
			car = x.Name
		}
		text := joined(strconv.Itoa(i+1)+" "+v.Name, car, staff(d, []model.ID{v.Lead}))
		if who := staff(d, []model.ID{v.Safety}); who != "" {
			text = joined(text, g.t("paper.station.safety", "who", who))
		}
		if v.Players > 0 {
			text = joined(text, g.t("paper.players", "n", v.Players))
		}
		if full && v.Hides > 0 {
			text = joined(text, g.t("paper.hides", "n", v.Hides))
		}
		out = append(out, text)
		if full && v.Where != "" {
			out = append(out, v.Where)
		}
	}
	return strings.Join(out, "\n")
}

// teams is who goes round together, where the teams are not the squads.
func (g *page) teams(c *model.Cohort, s *model.Session) string {
	var out []string
	for i, t := range s.Teams(c) {
		if t.Squad != 0 {
			continue
		}
		who := make([]string, len(t.People))
		for j, id := range t.People {
			seat, _ := c.Seat(id)
			who[j] = number(seat)
		}
		out = append(out, g.t("paper.team", "n", i+1)+"  "+strings.Join(who, " "))
	}
	return strings.Join(out, "\n")
}

// rotation is a table: a line for each turn, a column for each station, and in
// it the team that is there.
func (g *page) rotation(c *model.Cohort, s *model.Session) string {
	teams, turns := s.Teams(c), s.Rotation()
	if len(turns) == 0 {
		return ""
	}
	name := func(i int) string {
		if q := teams[i].Squad; q != 0 {
			return q.String()
		}
		return strconv.Itoa(i + 1)
	}
	var out []string
	for from := 0; from < len(teams); from += stationsAcross {
		to := min(from+stationsAcross, len(teams))
		row := pad("", 7)
		for i := from; i < to; i++ {
			row += center(strconv.Itoa(i+1), 6)
		}
		out = append(out, row)
		for _, t := range turns {
			row = pad(t.From.Clock(), 7)
			for i := from; i < to; i++ {
				row += center(name(t.Teams[i]), 6)
			}
			out = append(out, row)
		}
	}
	return strings.Join(out, "\n")
}
