package paper

import (
	"fmt"

	"muster/model"
	"muster/ui/lang"
)

// Title is a session as a card has it: "F Pistol 1  A B".
func Title(p *lang.Printer, d *model.Desk, s *model.Session) string {
	out := string(s.Block.Kind) + " " + s.Block.Title.In(p.Tag())
	if c := d.Cohorts.Get(s.Cohort); c != nil && s.Squads != 0 && c.Squads > 1 && s.Squads != c.SquadSet() {
		out += "  " + s.Squads.String()
	}
	return out
}

// Code is the code of the session's cohort, or "".
func Code(d *model.Desk, s *model.Session) string {
	if c := d.Cohorts.Get(s.Cohort); c != nil {
		return c.Code
	}
	return ""
}

// Lasting is a length of time by the minute: "35 min", "2 h 05", "3 d". One
// that would be negative is none.
func Lasting(p *lang.Printer, minutes int) string {
	n := max(minutes, 0)
	switch {
	case n < 60:
		return p.T("paper.minutes", "n", n)
	case n < 24*60 && n%60 == 0:
		return p.T("paper.hours", "n", n/60)
	case n < 24*60:
		return p.T("paper.hours-minutes", "h", n/60, "m", fmt.Sprintf("%02d", n%60))
	}
	return p.T("paper.days", "n", n/60/24)
}
