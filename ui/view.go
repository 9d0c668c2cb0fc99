package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/store"
	"muster/ui/kit"
)

// The least screen that anything can be done on.
const (
	leastW = 60
	leastH = 18
)

// small reports that the window is too small to do anything in.
func (a *App) small() bool { return a.w < leastW || a.h < leastH }

// layout is where the parts of the screen are. Drawing and the mouse share it.
type layout struct {
	header, top, body, bottom, footer kit.Rect
}

func (a *App) layout() layout {
	var l layout
	rest := kit.Rect{W: a.w, H: a.h}
	l.header, rest = rest.Top(1)
	l.top, rest = rest.Top(1)
	l.footer, rest = rest.Bottom(1)
	l.bottom, l.body = rest.Bottom(1)
	for _, r := range []*kit.Rect{&l.header, &l.footer} {
		*r = r.Inset(1, 0)
	}
	return l
}

// View declares the frame.
func (a *App) View() tea.View {
	var v tea.View
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = "Muster"
	if a.w == 0 || a.h == 0 {
		return v // no size yet
	}
	c := a.canvas
	c.Clear(c.Bounds())
	x, y, shown := a.draw(c)
	v.SetContent(c.String())
	if shown {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Shape = tea.CursorBar
	}
	return v
}

// draw paints the screen and says where the terminal's cursor is.
func (a *App) draw(c *kit.Canvas) (x, y int, shown bool) {
	if a.curtain.down {
		return a.drawCurtain(c)
	}
	if a.small() {
		c.Wrap(c.Bounds(), a.env.Theme.Text, a.env.T("ui.too-small", "w", leastW, "h", leastH))
		return 0, 0, false
	}
	l := a.layout()
	a.drawHeader(c, l.header)
	c.HLine(l.top.X, l.top.Y, l.top.W, a.env.Theme.Rule)
	body := c.Sub(l.body)
	switch {
	case a.failed != nil:
		a.drawFailed(body)
	case a.newest.base == nil:
		body.TextCenter(0, body.H()/2, body.W(), a.env.Theme.Muted, a.env.T("ui.reading"))
	default:
		a.tab().Draw(body)
	}
	c.HLine(l.bottom.X, l.bottom.Y, l.bottom.W, a.env.Theme.Rule)
	a.drawFooter(c, l)
	if !a.stack.Empty() {
		a.stack.Draw(c)
		return a.stack.Cursor()
	}
	if a.newest.base == nil {
		return 0, 0, false
	}
	if x, y, shown = a.tab().Cursor(); shown {
		return l.body.X + x, l.body.Y + y, l.body.Contains(l.body.X+x, l.body.Y+y)
	}
	return 0, 0, false
}

// A label is a tab's place in the header.
type label struct {
	x, w int
	text string
	tail string // the badge
}

// A spread is how much room the labels take: the first that leaves enough for
// what is in hand is taken, the last one in any case.
type spread struct {
	brand bool // the program's name stands before them
	gap   int  // cells between them
	names bool // all have names, not only the tab in front
}

var spreads = []spread{{true, 1, true}, {true, 0, true}, {false, 0, true}, {true, 1, false}}

// labels is where each tab's label stands: with its name, or with its digit
// alone when there is no room and it is not in front. brand tells whether the
// program's name stands before them.
func (a *App) labels() (out []label, brand bool) {
	l := a.layout().header
	for n, v := range spreads {
		x := l.X
		if v.brand {
			x += kit.Width("muster") + 1 + v.gap
		}
		out = make([]label, len(a.tabs))
		for i, t := range a.tabs {
			s := strconv.Itoa(i + 1)
			if v.names || i == a.front {
				s += " " + a.env.T("tab."+t.ID())
			}
			tail := ""
			if n := t.Badge().Count; n > 0 {
				tail = " ·" + strconv.Itoa(n)
			}
			w := kit.Width(s) + kit.Width(tail) + 2
			out[i] = label{x: x, w: w, text: s, tail: tail}
			x += w + v.gap
		}
		// The names of the tabs matter more than what is in hand, of which
		// the code alone is asked for, and what is special in short.
		if x+a.handWidth() <= l.X+l.W || n == len(spreads)-1 {
			return out, v.brand
		}
	}
	return out, true
}

func (a *App) drawHeader(c *kit.Canvas, r kit.Rect) {
	th := a.env.Theme
	labels, brand := a.labels()
	if brand {
		c.Text(r.X, r.Y, th.Title, "muster")
	}
	end := 0
	for i, s := range labels {
		st, badge := th.Muted, th.Due
		if a.tabs[i].Badge().Hard {
			badge = th.Clash
		}
		if i == a.front {
			st = th.Selected.Over(th.Title)
			badge = st
		}
		n := c.Text(s.x, r.Y, st, " "+s.text)
		n += c.Text(s.x+n, r.Y, badge, s.tail)
		end = s.x + n + c.Text(s.x+n, r.Y, st, " ")
	}
	a.drawHand(c, r, end+2)
}

// special is what is out of the ordinary about the database, in full or in
// short; "" when nothing is.
func (a *App) special(short bool) string {
	var out []string
	for _, s := range []struct {
		on bool
		id string
	}{{a.store.ReadOnly(), "ui.read-only"}, {a.opt.Demo, "ui.demo"}, {a.opt.Moved, "ui.moved"}} {
		id := s.id
		if short && a.env.Lang.Has(id+".short") {
			id += ".short"
		}
		if s.on {
			out = append(out, a.env.T(id, "date", a.today, "day", a.env.Lang.Day(a.today)))
		}
	}
	return strings.Join(out, " · ")
}

// handWidth is the room needed at the right at least: the code of the cohort
// in hand, and in short what is special.
func (a *App) handWidth() int {
	w := kit.Width(a.special(true))
	if co := a.Cohort(); co != nil {
		w += kit.Width(co.Code) + 1
	}
	if w > 0 {
		w++
	}
	return w
}

// drawHand says at the right what one has in hand: the cohort, and before it
// what is special about the database. Where there is little room the title of
// the cohort goes first, then the words about the database become short.
func (a *App) drawHand(c *kit.Canvas, r kit.Rect, left int) {
	th, right := a.env.Theme, r.X+r.W
	gap := 3
	special := a.special(false)
	if co := a.Cohort(); co != nil {
		text, room := co.Code, right-left
		if special != "" {
			room -= kit.Width(special) + gap
		}
		if co.Title != "" && kit.Width(text)+2+kit.Width(co.Title) <= room {
			text += "  " + co.Title
		}
		if kit.Width(text)+kit.Width(special)+gap > right-left {
			special = a.special(true)
		}
		if kit.Width(text)+kit.Width(special)+gap > right-left {
			gap = 1
		}
		right = c.TextRight(left, right, r.Y, th.Text, text) - gap
	}
	if special != "" && kit.Width(special) > right-left {
		special = a.special(true)
	}
	if special != "" && kit.Width(special) <= right-left {
		c.TextRight(left, right, r.Y, th.Due, special)
	}
}

// footer is the keys at the foot, in the room left of the time of the save.
// The key to all others is always among them, at the end.
func (a *App) footer(l layout) []kit.FooterItem {
	// While one types, letters type: the way to all else may be another key.
	typing, all := a.newest.base != nil && a.tab().Typing(), "ui.help"
	if typing && types(a.tab(), kit.KeyMsg("?")) {
		all = "ui.palette"
	}
	var help, rest []kit.Action
	for _, act := range a.offered() {
		switch {
		case act.ID == all:
			act.Rank = 90
			help = append(help, act)
		case typing && len(act.Keys) > 0 && kit.Typed(kit.KeyMsg(act.Keys[0])) != "":
		default:
			rest = append(rest, act)
		}
	}
	const gap = 3
	w := l.footer.W - a.savedWidth()
	last := kit.Footer(a.env, help, w)
	need := 0
	for _, it := range last {
		need += it.W + gap
	}
	items := kit.Footer(a.env, rest, w-need)
	x := 0
	for _, it := range items {
		x = it.X + it.W + gap
	}
	for _, it := range last {
		it.X += x
		items = append(items, it)
	}
	return items
}

// savedWidth is the room the time of the last save takes.
func (a *App) savedWidth() int { return kit.Width(a.env.T("kit.saved", "time", "00:00:00")) + 2 }

func (a *App) drawFooter(c *kit.Canvas, l layout) {
	r := l.footer
	free := a.status.Right(c, r.X, r.Y, r.W)
	if !a.stack.Empty() && a.status.Quiet() {
		return // the dialog has its own keys
	}
	if !a.status.Quiet() {
		a.status.Draw(c, r.X, r.Y, min(free, r.W))
		return
	}
	for _, it := range a.footer(l) {
		kit.DrawFooter(c, a.env, r.X+it.X, r.Y, it.W, []kit.Action{it.Action})
	}
}

// drawFailed says why nothing can be shown.
func (a *App) drawFailed(c *kit.Canvas) {
	what, do := store.Explain(a.failed)
	r := c.Bounds().Center(min(72, c.W()-4), min(8, c.H()))
	n := c.Wrap(r, a.env.Theme.Clash, a.env.Say(what))
	r.Y += n + 1
	r.H -= n + 1
	c.Wrap(r, a.env.Theme.Text, a.env.Say(do))
}

// offered is every action that can be asked for now: the tab's, then the
// program's.
func (a *App) offered() []kit.Action {
	if a.newest.base == nil {
		return a.actions()
	}
	return append(a.named(a.tab().Actions()), a.actions()...)
}
