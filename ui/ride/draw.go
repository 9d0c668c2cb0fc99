package ride

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// parts is where everything on the page is.
type parts struct {
	head               kit.Rect
	rule               kit.Rect
	ridersTop, fairTop kit.Rect // the lists' titles
	riders, fair       kit.Rect
	split              kit.Rect // the rule between lists that lie side by side
	foot               kit.Rect
}

// sideBySide is the width from which the two lists lie beside each other.
const sideBySide = 130

// layout shares the inside: the head and the foot have what they need of a
// third each, the lists the rest. Small pages show the list that has the keys.
func (p *page) layout() parts {
	var l parts
	all := kit.Rect{W: p.wide, H: p.high}
	if p.high >= 8 {
		l.head, all = all.Top(min(len(p.flow(p.head, p.wide)), max(p.high/4, 2)))
		l.rule, all = all.Top(1)
	}
	foot := 0
	switch {
	case p.high >= 24:
		foot = 4
	case p.high >= 14:
		foot = 3
	case p.high >= 5:
		foot = 1
	}
	l.foot, all = all.Bottom(foot)
	switch {
	case all.H < 8 && p.wide < sideBySide:
		list, top := &l.riders, &l.ridersTop
		if p.onFair {
			list, top = &l.fair, &l.fairTop
		}
		if all.H > 2 {
			*top, all = all.Top(1)
		}
		*list = all
	case p.wide < sideBySide:
		upper, lower := all.Top(p.upper(all.H))
		l.ridersTop, l.riders = upper.Top(1)
		l.fairTop, l.fair = lower.Top(1)
	default:
		left, right := all.Left((p.wide - 3) * 9 / 20)
		_, right = right.Left(3)
		l.split = kit.Rect{X: left.X + left.W + 1, Y: all.Y, W: 1, H: all.H}
		l.ridersTop, l.riders = left.Top(1)
		l.fairTop, l.fair = right.Top(1)
	}
	return l
}

// upper is the lines of the riders above the fair next: all of both where they
// fit, else most for the list that has the keys.
func (p *page) upper(h int) int {
	const around = 2 // a title and the heads of columns
	riders := max(len(p.s.Ride.Riders), 2) + around
	fair := max(len(p.next)-len(p.s.Ride.Riders), 2) + around
	switch {
	case riders+fair <= h:
		return riders
	case p.onFair:
		return min(riders, max(h/3, around+2))
	}
	return min(riders, h*2/3)
}

// rowAt reports whether line y of a list is a row, not its head.
func (l parts) rowAt(g *kit.Grid[model.ID], y int) bool {
	return g.Layout().Body.Contains(0, y)
}

// flow breaks statements into lines of w cells, a dot between two.
func (p *page) flow(list []part, w int) [][]part {
	var out [][]part
	var line []part
	x := 0
	for _, v := range list {
		n := kit.Width(v.text)
		if x > 0 && x+3+n > w {
			out, line, x = append(out, line), nil, 0
		}
		if x > 0 {
			x += 3
		}
		line = append(line, v)
		x += n
	}
	if len(line) > 0 {
		out = append(out, line)
	}
	return out
}

// Draw paints the page.
func (p *page) Draw(c *kit.Canvas) {
	th := p.env.Theme
	if p.s == nil {
		c.Wrap(c.Bounds(), th.Muted, p.env.T("ride.gone.do"))
		return
	}
	l := p.layout()
	p.drawParts(c.Sub(l.head), p.head)
	c.HLine(l.rule.X, l.rule.Y, l.rule.W, th.Rule)
	if !l.split.Empty() {
		c.VLine(l.split.X, l.split.Y, l.split.H, th.Rule)
	}
	p.drawTop(c.Sub(l.ridersTop), p.ridersTitle(), !p.onFair)
	p.drawTop(c.Sub(l.fairTop), p.fairTitle(), p.onFair)
	if !l.riders.Empty() {
		p.drawList(c.Sub(l.riders), p.riders, !p.onFair)
	}
	if !l.fair.Empty() {
		p.drawList(c.Sub(l.fair), p.fair, p.onFair)
	}
	p.drawFoot(c.Sub(l.foot))
}

// drawList paints a list. Only the one that has the keys shows a cursor: two
// would not say where a key goes.
func (p *page) drawList(c *kit.Canvas, g *kit.Grid[model.ID], keys bool) {
	g.Draw(c, keys)
	if body := g.Layout().Body; !keys && g.Layout().Mark > 0 {
		c.Fill(kit.Rect{X: body.X, Y: body.Y, W: 1, H: body.H}, kit.Style{}, " ")
	}
}

func (p *page) drawParts(c *kit.Canvas, list []part) {
	th := p.env.Theme
	lines := p.flow(list, c.W())
	for y, line := range lines {
		if y >= c.H() {
			return
		}
		x := 0
		for i, v := range line {
			if i > 0 {
				x += c.Text(x, y, th.Muted, " · ")
			}
			x += c.TextFit(x, y, c.W()-x, v.tone.style(th), v.text)
		}
		if y == c.H()-1 && len(lines) > c.H() {
			c.TextRight(max(c.W()-2, 0), c.W(), y, th.Muted, " …")
		}
	}
}

func (p *page) drawTop(c *kit.Canvas, text string, keys bool) {
	st := p.env.Theme.Muted
	if keys {
		st = p.env.Theme.Accent
	}
	c.TextFit(0, 0, c.W(), st, text)
}

func (p *page) ridersTitle() string {
	n, seats := len(p.s.Ride.Riders), p.seats()
	if p.s.Ride.Standby {
		return p.env.T("ride.riders.standby", "n", n, "seats", seats)
	}
	return p.env.T("ride.riders.fixed", "n", n, "seats", seats, "free", p.free())
}

func (p *page) fairTitle() string {
	return p.env.T("ride.fair.title", "count", p.fair.Count())
}

// drawFoot says more of the one under the cursor, what speaks against them,
// and on the last line what the last key did.
func (p *page) drawFoot(c *kit.Canvas) {
	th := p.env.Theme
	if c.H() == 0 {
		return
	}
	h := c.H()
	if !p.said.IsZero() {
		st := th.Text
		switch p.kind {
		case kit.OK:
			st = th.OK
		case kit.Warn:
			st = th.Warn
		case kit.Fault:
			st = th.Clash
		case kit.Info:
		}
		text := p.env.Say(p.said)
		n := min(len(kit.Lines(text, max(c.W(), 1))), max(h-1, 1), 2)
		h -= n
		c.Wrap(kit.Rect{Y: h, W: c.W(), H: n}, st, text)
	}
	if h == 0 {
		return
	}
	y := 0
	if h > 1 {
		c.HLine(0, 0, c.W(), th.Rule)
		y = 1
	}
	text, bad := p.about()
	if h-y < 1 {
		return
	}
	if bad != "" && h-y == 1 {
		text = ""
	}
	if text != "" {
		n := min(len(kit.Lines(text, max(c.W(), 1))), h-y)
		if bad != "" {
			n = min(n, h-y-1)
		}
		c.Wrap(kit.Rect{Y: y, W: c.W(), H: n}, th.Text, text)
		y += n
	}
	if bad != "" {
		c.Wrap(kit.Rect{Y: y, W: c.W(), H: h - y}, th.Warn, "! "+bad)
	}
}

// about is the one under the cursor: who they are, and what speaks against
// them.
func (p *page) about() (text, against string) {
	id, ok := p.list().CurrentKey()
	if !ok {
		return "", p.worst()
	}
	who := p.desk.People.Get(id)
	if who == nil {
		return "", ""
	}
	e := p.env
	list := []string{who.FullName()}
	if seat, ok := p.c.Seat(id); ok {
		if seat.No > 0 {
			list = append(list, e.T("ride.about.no", "n", seat.No))
		}
		if seat.Squad > 0 {
			list = append(list, e.T("ride.about.squad", "squad", seat.Squad.String()))
		}
	}
	if who.Rank != "" {
		list = append(list, who.Rank)
	}
	if len(who.Speaks) > 0 {
		words := make([]string, len(who.Speaks))
		for i, l := range who.Speaks {
			words[i] = l
			if e.Lang.Has("word.lang." + l) {
				words[i] = e.T("word.lang." + l)
			}
		}
		list = append(list, e.Lang.List(words))
	}
	list = append(list, p.waiverText(who))
	if k, ok := p.candidate(id); ok {
		if k.Rides == 0 {
			list = append(list, e.T("ride.about.no-rides"))
		} else {
			list = append(list, e.T("ride.about.rides", "n", k.Rides, "time", hours(k.Minutes)))
		}
	}
	var bad []string
	if p.onFair {
		for _, m := range p.against {
			bad = append(bad, e.Say(m))
		}
	} else {
		for _, c := range p.clashes {
			for _, who := range c.People {
				if who == id {
					bad = append(bad, e.Say(c.Text))
				}
			}
		}
	}
	return strings.Join(list, " · "), strings.Join(bad, " ")
}

// waiverText is the waiver in full: when it was signed and who saw it.
func (p *page) waiverText(who *model.Person) string {
	w := who.Papers
	if w.Waiver.IsZero() {
		return p.env.T("ride.about.waiver.missing")
	}
	if w.Witness == "" {
		return p.env.T("ride.about.waiver.unseen", "date", w.Waiver)
	}
	return p.env.T("ride.about.waiver.waived", "date", w.Waiver, "witness", w.Witness)
}

// worst is the first clash of the ride as a whole.
func (p *page) worst() string {
	if len(p.clashes) == 0 {
		return ""
	}
	return p.env.Say(p.clashes[0].Text)
}
