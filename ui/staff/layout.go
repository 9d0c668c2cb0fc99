package staff

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// layout is where the parts are; drawing and the mouse share it.
type layout struct{ labels, list, rule, detail kit.Rect }

// frame is the tab's canvas without its margins.
func (t *Tab) frame() kit.Rect { return kit.Rect{W: t.w, H: t.tall}.Inset(min(1, t.w/2), 0) }

// detailLeast is how many lines the detail has at least: one on a small
// screen, more where there is room.
func detailLeast(h int) int {
	switch {
	case h < 12:
		return 1
	case h < 16:
		return 3
	case h < 28:
		return 4
	}
	return 9
}

// layout gives the list the room that its rows need and the detail what is
// left over, within bounds on both sides.
func (t *Tab) layout(p page) layout {
	var l layout
	labels := 2
	if t.tall < 16 {
		labels = 1
	}
	rest := t.frame()
	l.labels, rest = rest.Top(labels)
	list := p.grid().Layout()
	rows := list.Head.H + 1 + p.grid().Shown()
	if text, typing := p.grid().Filter(); text == "" && !typing {
		rows = list.Head.H + p.grid().Shown()
	}
	if p.grid().Shown() == 0 {
		rows += 3 // what to do about it
	}
	detail := max(min(rest.H-1-rows, t.tall*3/5), detailLeast(t.tall))
	l.detail, rest = rest.Bottom(min(detail, rest.H/2+rest.H/8))
	l.rule, l.list = rest.Bottom(1)
	return l
}

// A label is a page's place in the line at the top.
type label struct {
	x, w int
	text string
}

func (t *Tab) labels(r kit.Rect) []label {
	x := r.X + 1
	out := make([]label, len(t.pages))
	for i, p := range t.pages {
		text := t.h.Env().T("staff.page." + p.id())
		out[i] = label{x: x, w: kit.Width(text), text: text}
		x += out[i].w + 3
	}
	return out
}

// Draw paints the page in front.
func (t *Tab) Draw(c *kit.Canvas) {
	e, p := t.h.Env(), t.page()
	l := t.layout(p)
	end := 0
	for i, s := range t.labels(l.labels) {
		st := e.Theme.Muted
		if i == t.front {
			st = e.Theme.Accent.Underline()
		}
		c.Text(s.x, l.labels.Y, st, s.text)
		end = s.x + s.w
	}
	right := c.TextRight(end+2, l.labels.X+l.labels.W-1, l.labels.Y, e.Theme.Muted, p.grid().Count())
	if legend := p.legend(); !legend.drawRight(c, end+3, right-4, l.labels.Y) && l.labels.H > 1 {
		legend.drawRight(c, l.labels.X+1, l.labels.X+l.labels.W-1, l.labels.Y+1)
	}
	p.grid().Draw(c.Sub(l.list), true)
	c.HLine(l.rule.X, l.rule.Y, l.rule.W, e.Theme.Rule)
	t.drawDetail(c.Sub(l.detail))
}

// told is the detail as it was last made, and what it is about.
type told struct {
	page int
	id   model.ID
	w    int
	rows []row
}

// tell makes the detail of the record under the cursor, unless it is there;
// that of another record is read from its beginning.
func (t *Tab) tell() {
	w := t.frame().W
	id, _ := t.page().grid().CurrentKey()
	if t.told.page == t.front && t.told.id == id && t.told.w == w && t.told.rows != nil {
		return
	}
	if t.told.page != t.front || t.told.id != id {
		t.top = 0
	}
	t.told = told{t.front, id, w, t.make(w)}
}

// detail is the detail in rows of a canvas of w cells.
func (t *Tab) detail(w int) []row {
	if id, _ := t.page().grid().CurrentKey(); t.told.page == t.front && t.told.id == id && t.told.w == w {
		return t.told.rows
	}
	return t.make(w) // the cursor was moved by something else than a key
}

func (t *Tab) make(w int) []row {
	rows := []row{}
	w = max(w-2*min(1, w/2), 1)
	for _, ln := range t.page().detail(w) {
		rows = append(rows, ln.flow(w)...)
	}
	return rows
}

// longer reports whether the detail has more lines than are seen.
func (t *Tab) longer() bool {
	d := t.layout(t.page()).detail
	return len(t.detail(d.W)) > d.H
}

// drawDetail paints as much of the detail as there is room for, and says how
// much more there is.
func (t *Tab) drawDetail(c *kit.Canvas) {
	e, rows := t.h.Env(), t.detail(c.W())
	top := max(min(t.top, len(rows)-c.H()), 0)
	inside := c.Sub(c.Bounds().Inset(min(1, c.W()/2), 0))
	shown := min(len(rows)-top, inside.H())
	more, hint := len(rows)-top-shown, ""
	if more > 0 && inside.H() > 1 {
		hint = e.T("staff.more", "n", more, "key", "J")
	}
	for y := range shown {
		on := inside
		if y == shown-1 && hint != "" { // cut short of it; reading on begins with this line
			on = inside.Sub(kit.Rect{W: inside.W() - kit.Width(hint) - 2, H: inside.H()})
		}
		rows[top+y].draw(on, y)
	}
	if hint != "" {
		inside.TextRight(0, inside.W(), inside.H()-1, e.Theme.Muted, hint)
	}
}

// A line of the detail is parts one after another, with the separator between
// them. What does not fit goes on below, a part as a whole where that can be.
type line struct {
	parts []part
	sep   string
	fixed bool // a table: cut, never wrapped
}

type part struct {
	style kit.Style
	text  string
}

// said is a line of one part.
func said(st kit.Style, text string) line { return line{parts: []part{{st, text}}} }

// list is a line of parts with a dot between them.
func list(parts ...part) line { return line{parts: parts, sep: " · "} }

// A row is one row of cells of the screen.
type row []part

func (r row) draw(c *kit.Canvas, y int) {
	x := 0
	for _, p := range r {
		x += c.TextFit(x, y, c.W()-x, p.style, p.text)
	}
}

// flow breaks the line into rows of w cells.
func (l line) flow(w int) []row {
	if l.fixed {
		return []row{row(l.parts)}
	}
	var out []row
	var now row
	x := 0
	for _, p := range l.parts {
		if strings.TrimSpace(p.text) == "" {
			continue
		}
		sep := l.sep
		if len(now) == 0 {
			sep = ""
		}
		switch need := kit.Width(sep) + kit.Width(p.text); {
		case x+need <= w:
			now = append(now, part{p.style, sep + p.text})
			x += need
			continue
		case len(now) > 0:
			out, now, x = append(out, now), nil, 0
		}
		broken := kit.Lines(p.text, w)
		for i, s := range broken {
			if i < len(broken)-1 {
				out = append(out, row{{p.style, s}})
				continue
			}
			now, x = row{{p.style, s}}, kit.Width(s)
		}
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// drawRight paints the line before column right, if it fits whole behind left,
// and reports whether it does.
func (l line) drawRight(c *kit.Canvas, left, right, y int) bool {
	rows := l.flow(max(right-left, 0))
	if len(rows) != 1 {
		return false
	}
	w := 0
	for _, p := range rows[0] {
		w += kit.Width(p.text)
	}
	rows[0].draw(c.Sub(kit.Rect{X: right - w, Y: y, W: w, H: 1}), 0)
	return true
}
