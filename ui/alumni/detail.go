package alumni

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// detail is what is said, without a key, of the person under the cursor.
type detail struct {
	t    *Tab
	id   model.ID
	w, h int
	top  int
	rows []line
}

func (d *detail) resize(w, h int) {
	if w != d.w {
		d.w = w
		d.make(d.id)
	}
	d.h = h
	d.turn(0)
}

// show tells of a person, unless that is what it tells of.
func (d *detail) show(id model.ID) {
	if id != d.id {
		d.top = 0
		d.make(id)
	}
}

// make tells anew of a person.
func (d *detail) make(id model.ID) {
	d.id, d.rows = id, nil
	if id.IsZero() || d.w < 4 {
		return
	}
	for _, l := range d.t.brief(id) {
		d.rows = append(d.rows, flow(l, d.w-2, 2)...)
	}
}

func (d *detail) turn(rows int) { d.top = max(min(d.top+rows, len(d.rows)-d.h), 0) }

// actions reads on where there is more than is seen.
func (d *detail) actions() []kit.Action {
	if len(d.rows) <= d.h {
		return nil
	}
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd {
			d.turn(by)
			return nil
		}
	}
	page := max(d.h-1, 1)
	return []kit.Action{
		{ID: "alumni.read-on", Keys: []string{"J"}, Group: "alumni", Run: turn(page)},
		{ID: "alumni.read-back", Keys: []string{"K"}, Group: "alumni", Run: turn(-page)},
	}
}

func (d *detail) draw(c *kit.Canvas) {
	th := d.t.env().Theme
	in := c.Sub(c.Bounds().Inset(min(1, c.W()/2), 0))
	shown := min(len(d.rows)-d.top, in.H())
	for y := range shown {
		drawLine(in, 0, y, d.rows[d.top+y], nil)
	}
	if more := len(d.rows) - d.top - shown; more > 0 && in.H() > 1 {
		in.TextRight(0, in.W(), in.H()-1, th.Muted, "  "+d.t.env().T("alumni.more.key", "n", more, "key", "J"))
	}
}

// brief is what matters before one calls somebody, the most important first:
// how they are reached and when they last were, who could help through them,
// who they are, what they learnt.
func (t *Tab) brief(id model.ID) []line {
	e, th, a := t.env(), t.env().Theme, t.about(id)
	var out []line
	add := func(l line) {
		if len(l) > 0 {
			out = append(out, l)
		}
	}
	add(t.reachLine(a))
	mates := t.matesLine(a)
	if n := a.taught(); n > 0 {
		mates = append(mates, part{th.OK, e.T("alumni.taught", "n", n)})
	}
	add(mates)
	add(t.whoLine(a))
	for _, s := range a.seats {
		add(t.seatLine(a, s))
	}
	if a.err != nil {
		add(line{{th.Clash, e.T("alumni.unread")}})
	}
	return out
}

// reachLine is the way they like to be reached, the last talk, and what is due.
func (t *Tab) reachLine(a about) line {
	e, th, today := t.env(), t.env().Theme, t.h.Today()
	var l line
	if s := a.standing(); s != model.Serving {
		st := th.Due
		if s.Closed() {
			st = th.Clash
		}
		l = append(l, part{st, e.T("alumni.standing." + string(s))})
	}
	if !a.standing().Closed() {
		switch {
		case a.person == nil && !a.read:
			l = append(l, part{th.Muted, "…"})
		case a.person != nil:
			l = append(l, t.wayPart(a.person))
		}
	}
	last := a.last()
	switch {
	case last != nil:
		l = append(l, part{th.Text, e.T("alumni.last", "channel", e.T("word.channel."+string(last.Channel)), "ago", ago(today, last.At.Date()), "by", orDash(last.By))})
	case a.entry != nil && !a.entry.LastContact.IsZero() && !a.read:
		l = append(l, part{th.Text, e.T("alumni.last.when", "ago", ago(today, a.entry.LastContact))})
	case a.read:
		l = append(l, part{th.Muted, e.T("alumni.last.none")})
	}
	for _, c := range t.due.of(a.id) {
		st := th.Text
		if c.Due <= today {
			st = th.Due
		}
		l = append(l, part{st, e.Say(dueSoon(e, today, c.Due))}, part{th.Text, c.Next})
	}
	return l
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// wayPart is the channel to take, without the number.
func (t *Tab) wayPart(p *model.Person) part {
	e, th := t.env(), t.env().Theme
	ways := p.Reach()
	if len(ways) == 0 {
		return part{th.Due, e.T("alumni.ways.none")}
	}
	w := ways[0]
	text := e.T("word.channel." + string(w.Channel))
	if !w.Verified.IsZero() {
		y, m, _ := w.Verified.Civil()
		text = e.T("alumni.way.verified", "channel", text, "month", monthName(e, m), "year", yearText(y))
	}
	return part{th.Text, text}
}

// matesShown is how many regions of classmates are named before the others are
// counted.
const matesShown = 3

// matesLine counts the classmates in other regions, where most are first, then
// those at hand.
func (t *Tab) matesLine(a about) line {
	e, th := t.env(), t.env().Theme
	mates := t.mates(a)
	if len(mates) == 0 {
		return nil
	}
	type count struct {
		name string
		n    int
	}
	var far []count
	near := 0
	for _, m := range mates {
		if m.far != otherRegion {
			near++
			continue
		}
		name := placeName(e, m.Country, m.Region)
		if name == "" {
			name = e.T("alumni.somewhere")
		}
		if n := len(far); n > 0 && far[n-1].name == name {
			far[n-1].n++
			continue
		}
		far = append(far, count{name, 1})
	}
	slices.SortStableFunc(far, func(a, b count) int { return b.n - a.n })
	var parts []string
	for i, g := range far {
		if i == matesShown {
			parts = append(parts, e.T("alumni.mates.more", "n", len(far)-i))
			break
		}
		parts = append(parts, e.T("alumni.mates.in", "n", g.n, "region", g.name))
	}
	if near > 0 {
		parts = append(parts, e.T("alumni.mates.near", "n", near))
	}
	return line{{th.Text, e.T("alumni.mates.where", "where", joined(", ", parts...))}}
}

// whoLine is the person: the name as it is spoken, rank, agency, unit, place.
func (t *Tab) whoLine(a about) line {
	e, th := t.env(), t.env().Theme
	country, region := a.region()
	if a.person == nil {
		if a.entry == nil {
			return nil
		}
		return line{{th.Title, a.name()}, {th.Muted, a.entry.Rank}, {th.Muted, a.entry.Agency}, {th.Muted, where(e, country, region)}}
	}
	p := a.person
	l := line{{th.Title, joined(" ", p.FullName(), p.Native)}}
	if p.Called != "" {
		l = append(l, part{th.Muted, e.T("alumni.called", "name", p.Called)})
	}
	return append(l, part{th.Muted, p.Rank}, part{th.Muted, p.Position}, part{th.Muted, t.agencyOf(p)}, part{th.Muted, where(e, country, region)})
}

// agencyOf is agency and unit.
func (t *Tab) agencyOf(p *model.Person) string {
	agency, unit := "", ""
	if g := t.desk().Agencies.Get(p.Agency); g != nil {
		agency = g.Label()
	}
	if u := t.desk().Units.Get(p.Unit); u != nil {
		unit = u.Name
	}
	return joined(", ", agency, unit)
}

// seatLine is one course: when, how it ended, and the certificate.
func (t *Tab) seatLine(a about, s seat) line {
	e, th := t.env(), t.env().Theme
	course := s.cohort.Title
	if c := t.desk().Courses.Get(s.cohort.Course); c != nil {
		course = c.Title.In(e.Lang.Tag())
	}
	y, m, _ := s.cohort.First.Civil()
	l := line{{th.Text, s.cohort.Code}, {th.Text, course}, {th.Muted, e.T("alumni.month", "month", monthName(e, m), "year", yearText(y))}}
	switch {
	case s.Alternate > 0:
		l = append(l, part{th.Muted, e.T("alumni.alternate")})
	case s.Stage != "":
		l = append(l, part{stageStyle(th, s.Stage), e.T("word.stage." + string(s.Stage))})
	}
	if p := a.paper(s.cohort.ID); p != nil {
		l = append(l, t.paperParts(p)...)
	}
	return l
}

func stageStyle(th *kit.Theme, s model.Stage) kit.Style {
	switch {
	case s == model.Completed:
		return th.OK
	case s.Out():
		return th.Warn
	}
	return th.Muted
}

// paperParts is a certificate: number, hours, skills, or since when it is void.
func (t *Tab) paperParts(p *model.Certificate) line {
	e, th := t.env(), t.env().Theme
	l := line{{th.Text, e.T("alumni.paper", "no", p.No)}}
	if !p.Void.IsZero() {
		return append(l, part{th.Clash, e.T("alumni.paper.void", "day", p.Void)})
	}
	if p.Hours > 0 {
		l = append(l, part{th.Muted, e.T("alumni.hours", "n", p.Hours)})
	}
	if len(p.Skills) > 0 {
		l = append(l, part{th.Text, spoken(e, p.Skills)})
	}
	return l
}
