package paper

import (
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/lang"
)

// Scored is the cohort's sessions of a day whose results go on a sheet: those
// that are judged, that shoot a course of fire, or that have results already.
func Scored(d *model.Desk, c *model.Cohort, day model.Date) []*model.Session {
	return slices.DeleteFunc(Day(d, c, day), func(s *model.Session) bool {
		return s.Off != nil || !s.Block.Judged() && d.Sheets.Get(s.ID) == nil && d.FireOf(s) == nil
	})
}

// ScoreSheets is the score sheet of each such session of a day, one after the
// other.
func ScoreSheets(p *lang.Printer, d *model.Desk, c *model.Cohort, day model.Date, o Options) string {
	var out []string
	for _, s := range Scored(d, c, day) {
		if o.concerns(c, s) {
			out = append(out, ScoreSheet(p, d, c, s, o))
		}
	}
	if len(out) == 0 {
		g := newPage(p, o.Wide)
		g.head(d, c, g.t("paper.score.title"), g.p.LongDate(day), day, o)
		g.line("  "+g.t("paper.score.none"), 2)
		return g.String()
	}
	return strings.Join(out, "\n")
}

// ScoreSheet is the results of a session as a table: what was scored, and
// empty boxes for what was not.
func ScoreSheet(p *lang.Printer, d *model.Desk, c *model.Cohort, s *model.Session, o Options) string {
	g := newPage(p, o.Wide)
	day := s.Start.Date()
	g.head(d, c, g.t("paper.score.title"), g.p.LongDate(day), day, o)
	g.line(pad(g.clock(s.Start)+"–"+g.clock(s.Span().To), labels)+joined(s.Block.Title.In(p.Tag()), place(d, s)), labels)
	sheet := d.Sheets.Get(s.ID)
	fire := d.FireOf(s)
	if sheet != nil && sheet.Fire == nil && len(sheet.Rows) > 0 {
		fire = nil // points were scored, or verdicts
	}
	if fire != nil {
		g.field(g.t("paper.score.fire"), joined(fire.Title.In(p.Tag()), g.t("paper.score.pass", "n", fire.Pass)))
		for i, st := range fire.Stages {
			name := strings.TrimSpace(strconv.Itoa(i+1) + "  " + st.Name.In(p.Tag()))
			g.field("", joined(name, g.t("paper.score.stage", "yards", st.Yards, "n", st.Rounds)))
		}
	}
	g.blank()
	who, cols := g.scoreColumns(fire, o.Full)
	row := func(name string, cells []string) {
		l := "  " + pad(name, who)
		for i, t := range cells {
			l += " " + pad(t, cols[i].w)
		}
		g.line(l, 0)
	}
	titles := make([]string, len(cols))
	for i, k := range cols {
		titles[i] = k.title
	}
	row(g.t("paper.score.no"), titles)
	for _, seat := range o.scorers(c, s, sheet) {
		tries := sheet.Of(seat.Person)
		if len(tries) == 0 {
			tries = []model.Score{{Person: seat.Person}}
		}
		for _, r := range tries {
			name := g.seat(d, seat, o.Full)
			if kit.Width(name) > who { // it stands above its results, not cut
				g.line("  "+name, 5)
				name = ""
			}
			row(name, scored(g, sheet, fire, r, cols))
		}
	}
	if sheet != nil {
		for _, r := range sheet.Rounds {
			g.blank()
			g.field(g.t("paper.rounds"), g.t("paper.score.rounds", "lot", r.Lot, "issued", r.Issued, "fired", r.Fired, "returned", r.Returned, "dud", r.Dud))
		}
	}
	g.rule(false)
	g.sides("", g.t("paper.sign.by")+" "+strings.Repeat("_", 30))
	return g.String()
}

// scorers is whose results go on the sheet: who takes the session, then whoever
// else has results on it, such as officers who have left the course since.
func (o Options) scorers(c *model.Cohort, s *model.Session, sheet *model.Sheet) []model.Seat {
	out := s.Takers(c)
	if sheet != nil {
		for _, r := range sheet.Rows {
			if slices.ContainsFunc(out, func(v model.Seat) bool { return v.Person == r.Person }) {
				continue
			}
			seat, ok := c.Seat(r.Person)
			if !ok {
				seat.Person = r.Person
			}
			out = append(out, seat)
		}
	}
	return slices.DeleteFunc(out, func(v model.Seat) bool { return o.Squad != 0 && v.Squad != o.Squad })
}

// A scoreColumn is a column of the table of results; stage counts from 1, 0 is
// none.
type scoreColumn struct {
	title string
	w     int
	stage int
}

// scoreColumns is the attempt, the stages, the points, the result, and how
// wide the officers' column is. Where stages leave no room for names beside
// them, these stand above; stages are left out only where there are more of
// them than a page is wide.
func (g *page) scoreColumns(fire *model.FireCourse, full bool) (who int, cols []scoreColumn) {
	first := scoreColumn{title: g.t("paper.score.try"), w: 3}
	last := []scoreColumn{{title: g.t("paper.score.points"), w: 8}, {title: g.t("paper.score.result"), w: 10}}
	var stages []scoreColumn
	if fire != nil {
		w := 4
		if len(fire.Stages) > 9 {
			w = 2
		}
		for i := range fire.Stages {
			stages = append(stages, scoreColumn{strconv.Itoa(i + 1), w, i + 1})
		}
	}
	who = 8
	if full {
		who = 34
	}
	wide := func() int {
		n := 2 + who
		for _, k := range cols {
			n += 1 + k.w
		}
		return n
	}
	cols = slices.Concat([]scoreColumn{first}, stages, last)
	if wide() > g.w {
		who = 8
	}
	if wide() > g.w {
		cols = append([]scoreColumn{first}, last...)
	}
	return who, cols
}

// scored is an attempt's cells; blank boxes where there is none yet.
func scored(g *page, sheet *model.Sheet, fire *model.FireCourse, r model.Score, cols []scoreColumn) []string {
	out := make([]string, len(cols))
	for i, k := range cols {
		out[i] = strings.Repeat("_", k.w)
		if k.stage > 0 && k.stage <= len(r.Hits) {
			out[i] = strconv.Itoa(r.Hits[k.stage-1])
		}
	}
	if r.Attempt == 0 {
		return out
	}
	out[0] = strconv.Itoa(r.Attempt)
	last := len(out) - 1
	switch {
	case fire != nil:
		n, _, _ := fire.Judge(r.Hits)
		out[last-1] = strconv.Itoa(n) + "/" + strconv.Itoa(fire.Most())
	case r.Of > 0:
		out[last-1] = strconv.Itoa(r.Points) + "/" + strconv.Itoa(r.Of)
	}
	if passed, known, _ := sheet.Judge(r); known {
		v := model.Failed
		if passed {
			v = model.Passed
		}
		out[last] = g.t("word.verdict." + string(v))
	}
	return out
}
