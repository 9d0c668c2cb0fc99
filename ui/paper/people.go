package paper

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/ui/lang"
)

// number is how a paper calls somebody without a name: squad and class number,
// A7; the number alone without a squad.
func number(s model.Seat) string {
	no := "–"
	if s.No > 0 {
		no = strconv.Itoa(s.No)
	}
	return s.Squad.String() + no
}

// officer is somebody with a seat in the cohort: by number, and by name too
// when the paper is in full.
func (g *page) officer(d *model.Desk, c *model.Cohort, id model.ID, full bool) string {
	seat, ok := c.Seat(id)
	if !ok {
		seat = model.Seat{Person: id}
	}
	return g.seat(d, seat, full)
}

func (g *page) seat(d *model.Desk, s model.Seat, full bool) string {
	if p := d.People.Get(s.Person); p != nil && full {
		return number(s) + " " + p.Name()
	}
	return number(s)
}

// officers is a list of them; names are long and have commas of their own, so
// they stand below each other.
func (g *page) officers(d *model.Desk, c *model.Cohort, ids []model.ID, full bool) string {
	said := make([]string, len(ids))
	for i, id := range ids {
		said[i] = g.officer(d, c, id, full)
	}
	if full {
		return strings.Join(said, "\n")
	}
	return strings.Join(said, " ")
}

// staff is the short names of people of the staff.
func staff(d *model.Desk, ids []model.ID) string {
	var out []string
	for _, id := range ids {
		if s := d.Staff.Get(id); s != nil {
			out = append(out, s.Label())
		}
	}
	return strings.Join(out, ", ")
}

// role is a role as a label: the word where there is room for it, else the
// short one.
func (g *page) role(r model.Role) string {
	if s := g.t("word.role." + string(r)); len([]rune(s)) <= labels-3 {
		return s
	}
	s := []rune(g.t("word.short." + string(r)))
	return strings.ToUpper(string(s[:1])) + string(s[1:])
}

// strength is the squads with how many are in each: "A 8 · B 7".
func strength(c *model.Cohort) string {
	var out []string
	for _, q := range c.SquadSet().List() {
		n := 0
		for _, s := range c.Seats {
			if s.Squad == q && s.Alternate == 0 && !s.Stage.Out() {
				n++
			}
		}
		out = append(out, q.String()+" "+strconv.Itoa(n))
	}
	return strings.Join(out, " · ")
}

// Numbered names records as name does, but officers with a seat in one of the
// desk's cohorts by squad and class number, and other people not at all: for
// sentences on paper that may be lost. What it gives names them for a sentence
// about one cohort, whose own officers need no code; the zero ID is about none.
func Numbered(p *lang.Printer, d *model.Desk, name lang.Namer) func(cohort model.ID) lang.Namer {
	type place struct {
		cohort   model.ID
		no, full string
	}
	seats := map[model.ID]place{}
	for _, c := range d.CohortsByDate() { // the newest seat counts
		for _, s := range c.Seats {
			if s.No > 0 {
				seats[s.Person] = place{c.ID, number(s), p.T("paper.number", "cohort", c.Code, "no", number(s))}
			}
		}
	}
	return func(cohort model.ID) lang.Namer {
		return func(id model.ID) string {
			s, ok := seats[id]
			switch {
			case ok && s.cohort == cohort:
				return s.no
			case ok:
				return s.full
			case d.People.Get(id) != nil:
				return p.T("paper.somebody")
			}
			return name(id)
		}
	}
}
