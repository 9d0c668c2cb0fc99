package paper

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/lang"
)

// EmergencyCard is what a medic or a hospital asks about somebody: who they
// are, blood group, allergies, whom to call. What is not known says so. c may
// be nil.
func EmergencyCard(p *lang.Printer, d *model.Desk, c *model.Cohort, person *model.Person) string {
	g := newPage(p, 0)
	right := ""
	if c != nil {
		right = c.Code
		if seat, ok := c.Seat(person.ID); ok && seat.No > 0 {
			right += "  " + number(seat)
		}
	}
	g.sides(strings.ToUpper(g.t("paper.card.title")), right)
	g.rule(true)
	g.line(person.FullName(), 2)
	if person.Native != "" {
		g.line(person.Native, 2)
	}
	g.line(joined(person.Rank, agency(d, person.Agency)), 2)
	g.blank()
	e := person.Emergency
	g.asked("paper.card.blood", e.Blood)
	g.asked("paper.card.allergies", e.Allergies)
	g.asked("paper.card.medical", e.Medical)
	kin := e.Name
	if e.Relation != "" && kin != "" {
		kin += " (" + e.Relation + ")"
	}
	g.asked("paper.card.call", joined(kin, e.Phone))
	g.blank()
	born := ""
	if !person.Born.IsZero() {
		born = joined(p.Date(person.Born), g.t("word.sex."+string(person.Sex)))
	}
	g.asked("paper.card.born", born)
	g.asked("paper.card.speaks", tongues(g, person.Speaks))
	g.asked("paper.card.passport", joined(strings.TrimSpace(person.Passport.Country+" "+person.Passport.No)))
	insured := ""
	if !person.Papers.Insurance.IsZero() {
		insured = g.t("paper.card.insured", "date", person.Papers.Insurance)
	}
	g.asked("paper.card.insurance", insured)
	g.field(g.t("paper.card.own"), reach(g, person))
	g.rule(false)
	g.line(g.t("paper.card.keep"), 0)
	return g.String()
}

// asked is a field that stays on the paper when nothing is known.
func (g *page) asked(id, text string) {
	if text == "" {
		text = g.t("paper.unknown")
	}
	g.field(g.t(id), text)
}

func agency(d *model.Desk, id model.ID) string {
	if a := d.Agencies.Get(id); a != nil {
		return a.Name
	}
	return ""
}

func tongues(g *page, codes []string) string {
	out := make([]string, len(codes))
	for i, l := range codes {
		out[i] = l
		if g.p.Has("word.lang." + l) {
			out[i] = g.t("word.lang." + l)
		}
	}
	return strings.Join(out, ", ")
}

// reach is every way to reach somebody, one below the other.
func reach(g *page, p *model.Person) string {
	var out []string
	for _, w := range p.Reach() {
		out = append(out, w.Handle+" ("+g.t("word.channel."+string(w.Channel))+")")
	}
	return strings.Join(out, "\n")
}

// CallList is whom to call about somebody who is missing from a session, in
// order and by when, with room to write down what was said; calls already made
// stand on it.
func CallList(p *lang.Printer, d *model.Desk, c *model.Cohort, s *model.Session, person *model.Person) string {
	g := newPage(p, 0)
	mark, _ := d.Rolls.Get(s.ID).Of(person.ID)
	g.sides(strings.ToUpper(g.t("paper.calls.title")), c.Code)
	g.rule(true)
	seat, _ := c.Seat(person.ID)
	g.line(number(seat)+"  "+person.FullName(), 2)
	g.line(joined(person.Rank, agency(d, person.Agency)), 2)
	g.blank()
	since := mark.Since(s)
	g.field(g.t("paper.calls.since"), joined(g.p.DayDate(since.Date())+" "+since.Clock(), s.Block.Title.In(p.Tag()), place(d, s)))
	g.field(g.t("paper.calls.leads"), staffPhones(d, s.In(model.Lead)))
	if !mark.Found.IsZero() {
		g.field(g.t("paper.calls.found"), g.p.DayDate(mark.Found.Date())+" "+mark.Found.Clock())
	}
	g.rule(false)
	g.call("", g.t("paper.calls.own"), ways(g, person))
	e := person.Emergency
	g.call("", joined(e.Name, e.Relation), e.Phone)
	for _, v := range d.Callees() {
		due := since + model.Minute(v.After)
		g.call(due.Clock(), v.Name, v.Phone)
	}
	g.rule(false)
	for _, k := range mark.Calls {
		g.field(k.At.Clock(), joined(k.Whom, g.t("word.answer."+string(k.Answer)), k.Note))
	}
	return g.String()
}

// call is a line to write on: by when, whom, the number, what came of it. A
// name or a number is never cut: what does not fit beside the line stands
// above it.
func (g *page) call(by, whom, phone string) {
	const name, number, room = 26, 22, 20
	switch {
	case whom == "" && phone == "":
	case kit.Width(whom) <= name && kit.Width(phone) <= number:
		g.line("  "+pad(by, 5)+"  "+pad(whom, name)+" "+pad(phone, number)+" "+strings.Repeat("_", room), 0)
	default:
		g.line("  "+pad(by, 5)+"  "+strings.TrimSpace(whom+"  "+phone), 9)
		g.line(strings.Repeat(" ", Wide-room-1)+strings.Repeat("_", room), 0)
	}
}

func ways(g *page, p *model.Person) string {
	if list := p.Reach(); len(list) > 0 {
		return list[0].Handle
	}
	return g.t("paper.unknown")
}

func staffPhones(d *model.Desk, ids []model.ID) string {
	var out []string
	for _, id := range ids {
		if s := d.Staff.Get(id); s != nil {
			out = append(out, strings.TrimSpace(s.Label()+" "+s.Phone))
		}
	}
	return strings.Join(out, ", ")
}
