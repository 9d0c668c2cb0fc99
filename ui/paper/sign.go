package paper

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/lang"
)

// RollSheet is a list to sign for each block of a day: a class number and a
// line for each officer, two beside each other; with names, one below the
// other.
func RollSheet(p *lang.Printer, d *model.Desk, c *model.Cohort, day model.Date, o Options) string {
	g := newPage(p, o.Wide)
	g.head(d, c, g.t("paper.sign.title"), g.p.LongDate(day), day, o)
	n := 0
	for _, s := range Day(d, c, day) {
		seats := slices.DeleteFunc(s.Takers(c), func(v model.Seat) bool { return o.Squad != 0 && v.Squad != o.Squad })
		if s.Off != nil || s.Block.Rest || len(seats) == 0 || !o.concerns(c, s) {
			continue
		}
		if n++; n > 1 {
			g.blank()
		}
		sp := s.Span()
		g.line(pad(g.clock(sp.From)+"–"+g.clock(sp.To), labels)+joined(s.Block.Title.In(p.Tag()), place(d, s), staff(d, s.In(model.Lead))), labels)
		g.blank()
		g.signatures(d, seats, o.Full)
	}
	if n == 0 {
		g.line("  "+g.t("paper.day.nothing"), 2)
	}
	g.rule(false)
	g.sides(g.t("paper.officers", "n", len(c.Holders())), g.t("paper.sign.by")+" "+strings.Repeat("_", 30))
	return g.String()
}

func (g *page) signatures(d *model.Desk, seats []model.Seat, full bool) {
	if full {
		room := g.w - 38 // for a name
		for _, s := range seats {
			who := g.seat(d, s, true)
			if kit.Width(who) > room { // it stands above its line, not cut
				g.line("  "+who, 5)
				who = ""
			}
			g.line("  "+pad(who, room)+" "+strings.Repeat("_", 33), 0)
		}
		return
	}
	half := (len(seats) + 1) / 2
	column := (g.w - 4) / 2
	cell := func(s model.Seat) string { return pad(number(s), 6) + strings.Repeat("_", column-10) }
	for i := range half {
		l := "  " + cell(seats[i])
		if j := half + i; j < len(seats) {
			l = pad(l, column+4) + cell(seats[j])
		}
		g.line(l, 0)
	}
}
