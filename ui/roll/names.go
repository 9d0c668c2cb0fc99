package roll

import (
	"cmp"
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// A name is one line of a roll: an officer who takes the session, a guest of
// the same cohort, or somebody of the staff.
type name struct {
	id      model.ID
	staff   bool
	guest   bool // takes it with others than their own squad
	squad   string
	no      int // class number; 0 none
	called  string
	rank    string        // or the parts somebody of the staff has
	arrives model.Quarter // comes to the course only then; none: is here
}

// namesOf lists who is to be called for the session: those who take it by
// squad and seat, guests and those who have left the course but are marked,
// then its staff.
func namesOf(e *kit.Env, d *model.Desk, s *model.Session, c *model.Cohort, roll *model.Roll) []name {
	var out []name
	seen := map[model.ID]bool{}
	add := func(v model.Seat, guest bool) {
		p := d.People.Get(v.Person)
		if p == nil || seen[v.Person] {
			return
		}
		seen[v.Person] = true
		n := name{id: v.Person, guest: guest, squad: v.Squad.String(), no: v.No, called: p.Name(), rank: p.Rank}
		if v.Arrives > s.Start {
			n.arrives = v.Arrives
		}
		out = append(out, n)
	}
	for _, v := range s.Takers(c) {
		add(v, false)
	}
	if roll != nil {
		for _, m := range roll.Marks {
			if v, ok := c.Seat(m.Person); ok {
				add(v, !v.Stage.Out())
			}
		}
	}
	return append(out, staffOf(e, d, s, roll)...)
}

// staffOf is who instructs, watches or hosts, each once, with their parts.
func staffOf(e *kit.Env, d *model.Desk, s *model.Session, roll *model.Roll) []name {
	var out []name
	add := func(id model.ID, part string) {
		i := slices.IndexFunc(out, func(n name) bool { return n.id == id })
		x := d.Staff.Get(id)
		switch {
		case x == nil:
		case i < 0:
			out = append(out, name{id: id, staff: true, called: x.Name(), rank: part})
		case part != "" && !strings.Contains(out[i].rank, part):
			out[i].rank = strings.TrimPrefix(out[i].rank+", "+part, ", ")
		}
	}
	for _, p := range s.Staff {
		add(p.Staff, e.T("word.short."+string(p.Role)))
	}
	if s.Circuit != nil {
		for _, p := range s.Circuit.Stations {
			add(p.Lead, e.T("word.short."+string(model.Line)))
			add(p.Safety, e.T("word.short."+string(model.Safety)))
		}
	}
	if s.Ride != nil {
		for _, r := range s.Ride.Riders {
			add(r.Host, e.T("word.short."+string(model.Host)))
		}
	}
	if roll != nil {
		for _, m := range roll.Marks {
			if m.Person.IsZero() {
				add(m.Staff, "")
			}
		}
	}
	return out
}

// others are the officers of the cohort who hold a seat and are not on the
// list: who might join as guests, in order of name.
func others(d *model.Desk, c *model.Cohort, list []name) []kit.Option[model.ID] {
	on := map[model.ID]bool{}
	for _, n := range list {
		on[n.id] = true
	}
	var out []kit.Option[model.ID]
	for _, v := range c.Holders() {
		p := d.People.Get(v.Person)
		if p == nil || on[v.Person] {
			continue
		}
		out = append(out, kit.Option[model.ID]{Value: v.Person, Label: p.Name(), Note: seatNote(v)})
	}
	slices.SortStableFunc(out, func(a, b kit.Option[model.ID]) int {
		return cmp.Compare(kit.Fold(a.Label), kit.Fold(b.Label))
	})
	return out
}

// seatNote is a seat in the fewest letters: squad and class number, "B 12".
func seatNote(v model.Seat) string {
	out := v.Squad.String()
	if v.No > 0 {
		out += " " + itoa(v.No)
	}
	return strings.TrimSpace(out)
}
