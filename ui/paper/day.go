package paper

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/lang"
)

// Options is what is left out of a paper, or not.
type Options struct {
	// Full names the officers, and says what only instructors are to know:
	// where things are hidden, whom to call.
	Full bool
	// Squad and Staff cut a day sheet to what one squad or one of the staff
	// has to do with; 0: everything.
	Squad model.Squad
	Staff model.ID
	// Wide is how many columns there are, no fewer than 60; 0: Wide.
	Wide int
}

// DaySheet is everything a cohort has on a day, in the order of time, with who
// leads it, where, and what to bring; at the foot the squads, and who of the
// staff is there from when until when. Times are on the cohort's clock.
func DaySheet(p *lang.Printer, d *model.Desk, c *model.Cohort, day model.Date, o Options) string {
	g := newPage(p, o.Wide)
	g.head(d, c, g.t("paper.day.title"), g.p.LongDate(day), day, o)
	late := Overnight(d, c, day)
	list := Day(d, c, day)
	keep := func(s *model.Session) bool { return !o.concerns(c, s) }
	late, list = slices.DeleteFunc(late, keep), slices.DeleteFunc(list, keep)
	for _, s := range late {
		g.line("  "+g.t("paper.day.overnight", "to", g.clock(s.Span().To), "block", s.Block.Title, "from", g.clock(s.Start)), labels)
	}
	if len(list) == 0 {
		g.line("  "+g.t("paper.day.nothing"), 2)
	}
	for i, s := range list {
		if i > 0 || len(late) > 0 {
			g.blank()
		}
		g.block(d, c, s, o)
	}
	g.foot(d, c, day, list, o)
	return g.String()
}

// Day is the cohort's sessions that begin on the day, called off ones too, in
// the order of time.
func Day(d *model.Desk, c *model.Cohort, day model.Date) []*model.Session {
	return sessions(d, c, func(s *model.Session) bool { return s.Start.Date() == day })
}

// Overnight is those that began the day before and run into this one.
func Overnight(d *model.Desk, c *model.Cohort, day model.Date) []*model.Session {
	return sessions(d, c, func(s *model.Session) bool {
		return s.Off == nil && s.Start < day.At(0) && s.Span().To > day.At(0)
	})
}

func sessions(d *model.Desk, c *model.Cohort, want func(*model.Session) bool) []*model.Session {
	var out []*model.Session
	for s := range d.Sessions.All {
		if s.Cohort == c.ID && s.Placed() && want(s) {
			out = append(out, s)
		}
	}
	model.SortSessions(out)
	return out
}

// concerns reports whether the session has its place on a paper so cut.
func (o Options) concerns(c *model.Cohort, s *model.Session) bool {
	if o.Squad != 0 && !s.Squads.Has(o.Squad) &&
		!slices.ContainsFunc(s.Takers(c), func(v model.Seat) bool { return v.Squad == o.Squad }) {
		return false
	}
	return o.Staff.IsZero() || s.Employs(o.Staff)
}

// head is the two lines every sheet of a cohort begins with.
func (g *page) head(d *model.Desk, c *model.Cohort, title, under string, day model.Date, o Options) {
	g.sides(strings.TrimSpace(c.Code+"  "+c.Title), strings.ToUpper(title))
	right := ""
	if day >= c.First && day <= c.Last {
		right = g.t("paper.day-of", "n", int(day-c.First)+1, "of", c.Days())
	}
	g.sides(under, right)
	if o.Squad != 0 {
		g.line(g.t("paper.only-squad", "squad", o.Squad.String()), 2)
	}
	if s := d.Staff.Get(o.Staff); s != nil {
		g.line(g.t("paper.only-staff", "who", s.Label()), 2)
	}
	if o.Full {
		g.line(g.t("paper.full"), 0)
	}
	g.rule(true)
}

// foot is the squads, who of the staff is there, who is away, and remarks.
func (g *page) foot(d *model.Desk, c *model.Cohort, day model.Date, list []*model.Session, o Options) {
	g.rule(false)
	g.field(g.t("paper.squads"), joined(strength(c), g.t("paper.officers", "n", len(c.Holders()))))
	g.field(g.t("paper.away"), g.away(d, c, day, o.Full))
	g.field(g.t("paper.duty"), g.duty(d, list))
	g.field(g.t("paper.absent"), g.absent(d, day))
	if o.Full {
		g.field(g.t("paper.missing"), g.callees(d))
	}
	g.field(g.t("paper.notes"), c.Note)
	if !o.Full {
		g.field("", g.t("paper.redacted"))
	}
}

// away is the officers who are known not to be there, or not from the morning.
func (g *page) away(d *model.Desk, c *model.Cohort, day model.Date, full bool) string {
	var out []string
	for _, s := range c.Seats {
		switch {
		case s.Alternate > 0:
		case s.Stage.Out() && s.Stage != model.Rejected && s.Stage != model.VisaRefuse:
			out = append(out, g.t("paper.away.out", "who", g.seat(d, s, full), "why", model.Say("word.stage."+string(s.Stage))))
		case s.Stage.Out():
		case s.Arrives.Date() > day:
			out = append(out, g.t("paper.away.until", "who", g.seat(d, s, full), "when", s.Arrives))
		case s.Arrives.Date() == day && !s.Arrives.IsZero():
			out = append(out, g.t("paper.away.from", "who", g.seat(d, s, full), "time", s.Arrives.Clock()))
		}
	}
	return strings.Join(out, "\n")
}

// duty is everybody of the staff with a part in what is on the list, and from
// when until when.
func (g *page) duty(d *model.Desk, list []*model.Session) string {
	var out []string
	for _, s := range onDuty(d, list) {
		out = append(out, s.who.Label()+" "+g.clock(s.span.From)+"–"+g.clock(s.span.To))
	}
	return strings.Join(out, " · ")
}

type turn struct {
	who  *model.Staff
	span model.Span
}

// onDuty is who has a part in the sessions, in the order they begin.
func onDuty(d *model.Desk, list []*model.Session) []turn {
	var out []turn
	add := func(id model.ID, sp model.Span) {
		i := slices.IndexFunc(out, func(t turn) bool { return t.who.ID == id })
		if i >= 0 {
			out[i].span.To = max(out[i].span.To, sp.To)
		} else if s := d.Staff.Get(id); s != nil {
			out = append(out, turn{s, sp})
		}
	}
	for _, s := range list {
		if s.Off != nil {
			continue
		}
		for _, id := range s.Crew() {
			add(id, s.Span())
		}
	}
	return out
}

// OnDuty is the staff with a part in the sessions, in the order they begin.
func OnDuty(d *model.Desk, list []*model.Session) []*model.Staff {
	var out []*model.Staff
	for _, t := range onDuty(d, list) {
		out = append(out, t.who)
	}
	return out
}

// absent is the staff who cannot be used on the day; why is nobody's business.
func (g *page) absent(d *model.Desk, day model.Date) string {
	whole := model.Span{From: day.At(0), To: day.At(model.Day)}
	var out []string
	for s := range d.Staff.All {
		for _, a := range s.Absences {
			if !a.Overlaps(whole) {
				continue
			}
			text := s.Label()
			if !a.Contains(whole) {
				m := a.Meet(whole)
				text += " " + model.Clock(m.From.OfDay()) + "–" + model.Clock(int(m.To-day.At(0)))
			}
			out = append(out, text)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " · ")
}

// callees is whom to call when somebody is missing.
func (g *page) callees(d *model.Desk) string {
	var out []string
	for _, v := range d.Callees() {
		text := strings.TrimSpace(v.Name + " " + v.Phone)
		if v.After > 0 {
			text += " (" + g.t("paper.after", "n", v.After) + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}
