package cohorts

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// headline is the one line about the cohort in hand. What it counts adds up, so
// that it is said in full or not at all.
type headline struct {
	code   string
	seats  piece
	counts []piece
	when   piece
	squads string
}

type piece struct {
	text string
	tone tone
}

// headline counts the seats by what stands in the way; after the course by how
// it ended.
func (t *Tab) headline() headline {
	c := t.cohort
	if c == nil {
		return headline{}
	}
	e := t.env()
	n := len(c.Holders())
	return headline{
		code: c.Code, squads: balance(c), counts: t.counts(),
		seats: piece{e.T("cohorts.head.seats", "n", n, "places", seatCount(e, n, c.Places)), plain},
		when:  piece{e.Say(whenOf(c, int(c.First-t.h.Today()))), quiet},
	}
}

// counts is how the holders of seats stand.
func (t *Tab) counts() []piece {
	c, d := t.cohort, t.desk()
	l := limitsOf(d.Settings.Rec)
	var n struct{ cleared, suspended, refused, waiting, unsent, completed, attended, other int }
	for _, s := range c.Holders() {
		switch s.Stage {
		case model.Completed:
			n.completed++
			continue
		case model.Attended:
			n.attended++
			continue
		}
		p := t.person(s.Person)
		switch {
		case c.State == model.Closed:
			n.other++
		case p == nil:
			return nil
		case s.Stage == model.Suspended || p.Vetting.State == model.VettingSuspend:
			n.suspended++
		case len(vettingFaults(c, p, d, t.h.Today(), l)) == 0:
			n.cleared++
		case p.Vetting.State == model.NotVetted:
			n.unsent++
		case p.Vetting.State == model.VettingSent || p.Vetting.Covers(c.First, c.Last):
			n.waiting++
		default:
			n.refused++
		}
	}
	var out []piece
	for _, x := range []struct {
		id   string
		n    int
		tone tone
	}{
		{"count.completed", n.completed, good},
		{"count.attended", n.attended, plain},
		{"count.none", n.other, quiet},
		{"head.cleared", n.cleared, good},
		{"head.suspended", n.suspended, bad},
		{"head.refused", n.refused, bad},
		{"head.waiting", n.waiting, soonDue},
		{"head.unsent", n.unsent, quiet},
	} {
		if x.n > 0 {
			out = append(out, piece{t.env().T("cohorts."+x.id, "n", x.n), x.tone})
		}
	}
	return out
}

// fitting is as much of the headline as there is room for: the day of the
// course goes first, then the squads, then all that is counted.
func (h headline) fitting(w int) (pieces []piece, squads string) {
	counted := append([]piece{h.seats}, h.counts...)
	for _, p := range []struct {
		pieces []piece
		squads string
	}{
		{append(counted[:len(counted):len(counted)], h.when), h.squads},
		{counted, h.squads},
		{append(counted[:len(counted):len(counted)], h.when), ""},
		{counted, ""},
		{[]piece{h.seats, h.when}, h.squads},
		{[]piece{h.seats, h.when}, ""},
		{[]piece{h.seats}, ""},
	} {
		need := piecesWidth(p.pieces)
		if p.squads != "" {
			need += kit.Width(p.squads) + 3
		}
		if need <= w {
			return p.pieces, p.squads
		}
	}
	return nil, ""
}

// balance is the squads and their strength: "A 8  B 8  C 7  D 7".
func balance(c *model.Cohort) string {
	if !dealt(c) {
		return ""
	}
	var b strings.Builder
	for q := model.Squad(1); int(q) <= c.Squads; q++ {
		if q > 1 {
			b.WriteString("  ")
		}
		b.WriteString(q.String() + " " + itoa(c.Strength(model.SquadsOf(q))))
	}
	return b.String()
}

// Draw paints the tab.
func (t *Tab) Draw(c *kit.Canvas) {
	l, th := t.layout(), t.env().Theme
	if len(t.cohorts) == 0 {
		t.drawWelcome(c)
		return
	}
	if !l.list.Empty() {
		t.list.Draw(c.Sub(l.list), t.inList)
	}
	if l.roll.Empty() && l.head.Empty() {
		return
	}
	switch {
	case l.rule.W == 1:
		c.VLine(l.rule.X, l.rule.Y, l.rule.H, th.Rule)
	case !l.rule.Empty():
		c.HLine(l.rule.X, l.rule.Y, l.rule.W, th.Rule)
	}
	t.drawHead(c.Sub(l.head))
	if !l.views.Empty() {
		t.drawViews(c.Sub(l.views))
	}
	t.roll.Draw(c.Sub(l.roll), !t.inList)
	if slot, ok := t.slot(); ok && t.roll.Layout().Head.H > 0 {
		c.Overlay(kit.Rect{X: l.roll.X + slot.X, Y: l.roll.Y + t.roll.Layout().Head.Y, W: slot.W, H: 1}, th.Accent)
	}
	if !l.line.Empty() {
		c.HLine(l.line.X, l.line.Y, l.line.W, th.Rule)
		t.drawMore(c, l)
	}
	if !l.alt.Empty() {
		t.drawAlternates(c.Sub(l.alt))
	}
	if !l.foot.Empty() {
		t.drawFoot(c.Sub(l.foot))
	}
}

// drawWelcome says how to begin.
func (t *Tab) drawWelcome(c *kit.Canvas) {
	e, th := t.env(), t.env().Theme
	area := c.Bounds().Inset(2, 0)
	if area.H > 8 {
		_, area = area.Top(2)
	}
	c.TextFit(area.X, area.Y, area.W, th.Title, e.T("cohorts.empty"))
	_, area = area.Top(2)
	for _, way := range []struct{ key, id string }{{"c", "cohorts.empty.new"}, {"r", "cohorts.empty.import"}} {
		c.Text(area.X, area.Y, th.Key, way.key)
		_, text := area.Left(4)
		n := c.Wrap(text, th.Muted, e.T(way.id))
		_, area = area.Top(max(n, 1))
	}
}

// drawHead paints the headline: the code, as much as there is room for, and
// the squads at the right.
func (t *Tab) drawHead(c *kit.Canvas) {
	th := t.env().Theme
	x := 2
	x += c.TextFit(x, 0, c.W()-x, th.Title, t.head.code) + 3
	pieces, squads := t.head.fitting(c.W() - 1 - x)
	c.TextRight(x, c.W()-1, 0, th.Text, squads)
	drawPieces(c, th, x, pieces)
}

// drawAlternates paints those in line for a seat, with how their vetting
// stands; those without room are counted.
func (t *Tab) drawAlternates(c *kit.Canvas) {
	e, th := t.env(), t.env().Theme
	x := 2
	x += c.TextFit(x, 0, c.W()-x, th.Muted, e.T("cohorts.alternates")) + 2
	for i := range t.seats {
		r := &t.seats[i]
		if r.seat.Alternate == 0 || r.seat.Stage.Out() {
			continue
		}
		name := r.text[colNo] + " " + r.text[colName]
		mark := r.text[colVetting]
		if x+kit.Width(name)+kit.Width(mark)+2 > c.W()-2 {
			c.TextFit(x, 0, c.W()-x, th.Muted, "…")
			return
		}
		x += c.Text(x, 0, th.Text, name) + 1
		x += c.Text(x, 0, r.tone[colVetting].style(th), mark) + 3
	}
}

// drawFoot says who is under the cursor, what is wrong, and who could take
// the seat.
func (t *Tab) drawFoot(c *kit.Canvas) {
	th := t.env().Theme
	r := t.current()
	if r == nil {
		return
	}
	area := c.Bounds().Inset(footMargin, 0)
	if r.person == nil {
		c.Wrap(area, th.Muted, t.env().T("cohorts.unread.do"))
		return
	}
	st, said := t.told(r)
	who := t.who(r)
	top, rest, _ := t.footLines(area, who, said)
	c.Wrap(top, th.Title, who)
	c.Wrap(rest, st, said)
}

const footMargin = 2

// footLines cuts the foot: what stands in the way has its lines first, who it
// is what is left. more is how many lines there is no room for.
func (t *Tab) footLines(area kit.Rect, who, said string) (top, rest kit.Rect, more int) {
	w, s := len(kit.Lines(who, area.W)), len(kit.Lines(said, area.W))
	top, rest = area.Top(max(min(w, area.H-s), 1))
	return top, rest, max(w-top.H, 0) + max(s-rest.H, 0)
}

// drawMore says, on the rule above the foot, which key reads what it has no
// room for.
func (t *Tab) drawMore(c *kit.Canvas, l parts) {
	r := t.current()
	if r == nil || r.person == nil || l.foot.Empty() {
		return
	}
	_, said := t.told(r)
	if _, _, more := t.footLines(l.foot.Inset(footMargin, 0), t.who(r), said); more > 0 {
		c.TextRight(l.line.X, l.line.X+l.line.W-1, l.line.Y, t.env().Theme.Muted, " "+t.env().T("cohorts.more", "n", more, "key", "i")+" ")
	}
}

// readAll shows all that the foot says of the person under the cursor.
func (t *Tab) readAll() tea.Cmd {
	r := t.current()
	if r == nil {
		return nil
	}
	said := t.env().T("cohorts.unread.do")
	title := model.Say("cohorts.form.person", "who", r.text[colName])
	paras := []model.Message{}
	if r.person != nil {
		title = model.Say("cohorts.form.person", "who", r.person.FullName())
		paras = append(paras, model.Say("cohorts.form.person", "who", t.who(r)))
		_, said = t.told(r)
	}
	paras = append(paras, model.Say("cohorts.form.person", "who", said))
	kit.Open(t.h.Dialogs(), kit.NewNotice(t.env(), title, paras...), func(kit.Read) tea.Cmd { return nil })
	return nil
}

// told is what the view says of a person.
func (t *Tab) told(r *seatRow) (kit.Style, string) {
	if row, ok := t.roll.Current(); ok && t.picture != nil {
		look, text := t.picture.said(row)
		return look.style(t.env().Theme), text
	}
	return t.said(r)
}

// said is what stands in the way of a person, in sentences.
func (t *Tab) said(r *seatRow) (kit.Style, string) {
	e, th := t.env(), t.env().Theme
	if len(r.faults) == 0 {
		return th.OK, e.T("cohorts.fault.none")
	}
	st := th.Due
	switch {
	case r.seat.Stage.Out():
		st = th.Muted
	case r.faults[0].hard:
		st = th.Clash
	}
	said := make([]string, 0, len(r.faults)+1)
	for _, f := range r.faults {
		said = append(said, e.Say(f.say))
	}
	if t.helper != "" && keptAway(r) {
		said = append(said[:1:1], append([]string{t.helper}, said[1:]...)...)
	}
	return st, strings.Join(said, " ")
}

// who is what there is to say about a person: name as spoken, rank, position, unit.
func (t *Tab) who(r *seatRow) string {
	parts := []string{r.person.FullName()}
	if parts[0] == "" {
		parts[0] = r.person.Native
	}
	for _, s := range []string{r.person.Rank, r.person.Position, r.text[colAgency]} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if u := t.desk().Units.Get(r.person.Unit); u != nil {
		parts = append(parts, u.Name)
	}
	return strings.Join(append(parts, r.text[colStage]), " · ")
}
