package cohorts

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// headline is the one line about the cohort in hand, in pieces that go one by
// one, the last first, when there is no room.
type headline struct {
	code   string
	pieces []piece
	squads string
}

type piece struct {
	text string
	tone tone
}

// headline counts the seats by what stands in the way.
func (t *Tab) headline() headline {
	c := t.cohort
	if c == nil {
		return headline{}
	}
	e, d, today := t.env(), t.desk(), t.h.Today()
	l := limitsOf(d.Settings.Rec)
	h := headline{code: c.Code}
	held := c.Holders()
	h.pieces = append(h.pieces, piece{e.T("cohorts.head.seats", "n", len(held), "places", seatCount(e, len(held), c.Places)), plain})
	var cleared, suspended, refused, waiting, unsent int
	for _, s := range held {
		p := t.person(s.Person)
		if p == nil {
			continue
		}
		switch {
		case s.Stage == model.Suspended || p.Vetting.State == model.VettingSuspend:
			suspended++
		case len(vettingFaults(c, p, d, today, l)) == 0:
			cleared++
		case p.Vetting.State == model.NotVetted:
			unsent++
		case p.Vetting.State == model.VettingSent || p.Vetting.Covers(c.First, c.Last):
			waiting++
		default:
			refused++
		}
	}
	for _, n := range []struct {
		id   string
		n    int
		tone tone
	}{
		{"cleared", cleared, good}, {"suspended", suspended, bad}, {"refused", refused, bad}, {"waiting", waiting, soonDue}, {"unsent", unsent, quiet},
	} {
		if n.n > 0 {
			h.pieces = append(h.pieces, piece{e.T("cohorts.head."+n.id, "n", n.n), n.tone})
		}
	}
	h.pieces = append(h.pieces, piece{e.Say(whenOf(c, int(c.First-today))), quiet})
	h.squads = balance(c)
	return h
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

// drawHead paints the headline: the code, as many pieces as there is room
// for, and the squads at the right.
func (t *Tab) drawHead(c *kit.Canvas) {
	th := t.env().Theme
	x := 2
	x += c.TextFit(x, 0, c.W()-x, th.Title, t.head.code) + 3
	right := c.W() - 1
	if w := kit.Width(t.head.squads); w > 0 && x+w+4 < right {
		right = c.TextRight(x, right, 0, th.Text, t.head.squads) - 3
	}
	pieces := t.head.pieces
	for len(pieces) > 0 && x+piecesWidth(pieces) > right {
		pieces = pieces[:len(pieces)-1]
	}
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
	e, th := t.env(), t.env().Theme
	r := t.current()
	if r == nil {
		return
	}
	area := c.Bounds().Inset(2, 0)
	if r.person == nil {
		c.Wrap(area, th.Muted, e.T("cohorts.unread.do"))
		return
	}
	st, said := t.said(r)
	if row, ok := t.roll.Current(); ok && t.picture != nil {
		look, text := t.picture.said(row)
		st, said = look.style(th), text
	}
	// What stands in the way has its lines first, who it is what is left.
	who := t.who(r)
	free := area.H - len(kit.Lines(said, area.W))
	top, rest := area.Top(max(min(len(kit.Lines(who, area.W)), free), 1))
	c.Wrap(top, th.Title, who)
	c.Wrap(rest, st, said)
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
