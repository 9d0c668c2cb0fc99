package paper

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/ui/lang"
)

// A Fact is one thing to be known of a session, with its label: where it is,
// who leads it, what to bring. A text may have several lines.
type Fact struct {
	Kind        FactKind
	Label, Text string
}

// FactKind says what a fact is about.
type FactKind uint8

const (
	Squads FactKind = iota // who takes it
	Where
	Lead
	Others // with a part of the staff, other than the lead
	How
	Rounds
	Bring // kit and vehicles
	Times // of a ride
	Riders
	Stations
	Rotation // teams, and which is where when
	Marked   // on the roll, as late or away
	Remarks
	Why // it was called off
)

// Facts is what a day sheet says of a session, in its order, without what is
// not known. full is as in Options.
func Facts(p *lang.Printer, d *model.Desk, c *model.Cohort, s *model.Session, full bool) []Fact {
	g := newPage(p, 0)
	var out []Fact
	add := func(k FactKind, label, text string) {
		if text != "" {
			out = append(out, Fact{k, label, text})
		}
	}
	add(Squads, g.t("paper.squads"), g.takers(d, c, s, full))
	if s.Off != nil {
		add(Why, g.t("paper.why"), s.Off.Reason)
		return out
	}
	add(Where, g.t("paper.place"), place(d, s))
	for _, r := range model.Roles {
		kind := Others
		if r == model.Lead {
			kind = Lead
		}
		add(kind, g.role(r), staff(d, s.In(r)))
	}
	add(How, g.t("paper.how"), g.how(c, s))
	add(Rounds, g.t("paper.rounds"), g.rounds(d, c, s))
	add(Bring, g.t("paper.bring"), g.bring(d, c, s))
	add(Bring, g.t("paper.vehicles"), g.vehicles(d, s))
	if s.Ride != nil {
		add(Times, g.t("paper.ride"), g.times(s))
		if a := d.Agencies.Get(s.Ride.Host); a != nil {
			add(Times, g.t("paper.ride.with"), a.Label())
		}
		label := g.t("paper.riders")
		if s.Ride.Standby {
			label = g.t("paper.standby")
		}
		add(Riders, label, g.riders(d, c, s, full))
	}
	if s.Circuit != nil {
		add(Stations, g.t("paper.stations"), g.stations(d, s, full))
		add(Rotation, g.t("paper.teamed"), g.teams(c, s))
		add(Rotation, g.t("paper.rotation"), g.rotation(c, s))
	}
	add(Marked, g.t("paper.roll"), g.marked(d, c, s, full))
	add(Remarks, g.t("paper.notes"), s.Block.Note)
	add(Remarks, g.t("paper.notes"), s.Note)
	return out
}

// block is a session on a day sheet: a line with its time and title, and its
// facts.
func (g *page) block(d *model.Desk, c *model.Cohort, s *model.Session, o Options) {
	sp := s.Span()
	title := string(s.Block.Kind) + "  " + s.Block.Title.In(g.p.Tag())
	if s.Block.Rest {
		title = s.Block.Title.In(g.p.Tag())
	}
	if s.Off != nil {
		title = strings.ToUpper(g.t("paper.off")) + "  " + title
	}
	g.line(pad(g.clock(sp.From)+"–"+g.clock(sp.To), labels)+title, labels)
	for _, f := range Facts(g.p, d, c, s, o.Full) {
		g.field(f.Label, f.Text)
	}
}

// takers is who takes it: the squads and how many officers that is, or those
// who are named.
func (g *page) takers(d *model.Desk, c *model.Cohort, s *model.Session, full bool) string {
	switch {
	case s.Ride != nil:
		return ""
	case len(s.Only) > 0:
		return g.officers(d, c, s.Only, full)
	}
	who := s.Squads.String()
	if s.Squads == c.SquadSet() {
		who = g.t("paper.all")
	}
	return joined(who, g.t("paper.officers", "n", s.Officers(c)))
}

func place(d *model.Desk, s *model.Session) string {
	if p := d.Places.Get(s.Place); p != nil {
		return joined(p.Name, p.Site)
	}
	return ""
}

// how is in what way it is done: with what ammunition, in how many relays or
// teams, by night.
func (g *page) how(c *model.Cohort, s *model.Session) string {
	b := &s.Block
	var out []string
	say := func(on bool, id string, pairs ...any) {
		if on {
			out = append(out, g.t(id, pairs...))
		}
	}
	say(b.Ammo != model.NoAmmo, "word.ammo."+string(b.Ammo))
	if f := b.Fire; f != nil {
		say(f.Relays > 1, "paper.relays", "n", f.Relays, "each", s.Engaged(c))
		say(f.Long, "field.long")
		say(f.Qualifies, "field.qualifies")
	}
	if h := b.House; h != nil && h.Team > 0 {
		say(true, "paper.teams", "team", h.Team, "n", max(h.Runs, 1))
	}
	if v := b.Search; v != nil {
		say(v.Cars > 0, "paper.cars", "n", v.Cars)
	}
	if r := b.Rescue; r != nil {
		say(r.Casualties > 0, "paper.casualties", "n", r.Casualties)
		say(r.Heights, "field.heights")
	}
	if x := b.Exercise; x != nil {
		say(x.Players > 0, "paper.players", "n", x.Players)
	}
	say(b.Briefing, "field.briefing")
	say(b.Exam, "field.exam")
	say(b.Night, "field.night")
	say(b.Strenuous, "field.strenuous")
	return strings.Join(out, " · ")
}

// rounds is what each officer fires, and what that makes together.
func (g *page) rounds(d *model.Desk, c *model.Cohort, s *model.Session) string {
	f := s.Block.Fire
	if f == nil {
		return ""
	}
	each, course := f.Rounds, ""
	if v := d.FireCourses.Get(f.Course); v != nil {
		course = v.Title.In(g.p.Tag())
		if each == 0 {
			each = v.Rounds()
		}
	}
	text := ""
	if each > 0 {
		text = g.t("paper.rounds.each", "n", each, "all", each*s.Officers(c))
	}
	return joined(text, course)
}

// bring is the kit, in pieces for those who are engaged at a time.
func (g *page) bring(d *model.Desk, c *model.Cohort, s *model.Session) string {
	var out []string
	for _, k := range s.Block.Kit {
		if pool := d.Kits.Get(k.Kit); pool != nil {
			out = append(out, strconv.Itoa(k.For(s.Engaged(c)))+" "+pool.Name.In(g.p.Tag()))
		}
	}
	return strings.Join(out, " · ")
}

// vehicles is those that are named, or what is to be found.
func (g *page) vehicles(d *model.Desk, s *model.Session) string {
	var out []string
	for _, id := range s.Cars {
		if v := d.Vehicles.Get(id); v != nil {
			out = append(out, v.Name)
		}
	}
	if len(out) > 0 {
		return strings.Join(out, " · ")
	}
	for _, n := range s.Block.Vehicles {
		out = append(out, strconv.Itoa(n.Count)+" "+g.t("word.vehicle."+string(n.Kind)))
	}
	return strings.Join(out, " · ")
}

// times is when a ride leaves and is back.
func (g *page) times(s *model.Session) string {
	r, sp := s.Ride, s.Span()
	text := g.t("paper.ride.road", "from", g.clock(sp.From+model.Quarter(r.Brief)), "to", g.clock(sp.To-model.Quarter(r.Debrief)))
	if r.Brief > 0 {
		text = joined(g.t("paper.ride.brief", "from", g.clock(sp.From)), text)
	}
	if r.Debrief > 0 {
		text = joined(text, g.t("paper.ride.debrief", "to", g.clock(sp.To)))
	}
	return text
}

// riders is who rides in which car with whom, a line each.
func (g *page) riders(d *model.Desk, c *model.Cohort, s *model.Session, full bool) string {
	width := 6
	if full {
		width = 30
	}
	var out []string
	for _, v := range s.Ride.Riders {
		host := staff(d, []model.ID{v.Host})
		if host != "" {
			host = g.t("paper.ride.host", "who", host)
		}
		out = append(out, strings.TrimRight(atLeast(g.officer(d, c, v.Person, full), width)+"  "+atLeast(v.Car, 8)+"  "+host, " "))
	}
	return strings.Join(out, "\n")
}

// marked is what the roll says of those who were not there, or not all the
// time.
func (g *page) marked(d *model.Desk, c *model.Cohort, s *model.Session, full bool) string {
	var out []string
	roll := d.Rolls.Get(s.ID)
	if roll == nil {
		return ""
	}
	for _, seat := range s.Takers(c) {
		m, ok := roll.Of(seat.Person)
		if !ok || m.State == model.Here && m.Left.IsZero() {
			continue
		}
		text := g.seat(d, seat, full)
		if m.State != model.Here {
			text += " " + strings.ToLower(g.t("word.presence."+string(m.State)))
			if !m.At.IsZero() {
				text += " " + m.At.Clock()
			}
		}
		if m.State == model.Missing && !m.Found.IsZero() {
			text += ", " + g.t("paper.found", "time", m.Found.Clock())
		}
		if !m.Left.IsZero() {
			text += ", " + g.t("paper.left", "time", m.Left.Clock())
		}
		out = append(out, text)
	}
	if full {
		return strings.Join(out, "\n")
	}
	return strings.Join(out, " · ")
}
