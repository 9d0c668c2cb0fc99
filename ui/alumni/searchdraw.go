package alumni

import (
	"muster/model"
	"muster/ui/kit"
)

// parts is where everything of a base view is; an empty rectangle is not
// shown.
type parts struct {
	labels, line, chips, rule, list, edge, detail kit.Rect
}

// besideFrom is the width from which the detail stands at the right.
const besideFrom = 160

// lay cuts the room of a view: its labels at the top, the lines it needs under
// them, and the detail below or beside.
func lay(w, h, lines int) parts {
	var p parts
	rest := kit.Rect{W: w, H: h}.Inset(min(1, w/2), 0)
	if h >= 12 {
		p.labels, rest = rest.Top(1)
	}
	if lines > 0 {
		p.line, rest = rest.Top(1)
		p.line = kit.Rect{X: p.line.X + 2, Y: p.line.Y, W: max(p.line.W-2, 0), H: p.line.H}
	}
	if lines > 1 && h >= 10 {
		p.chips, rest = rest.Top(1)
	}
	if h >= 10 {
		p.rule, rest = rest.Top(1)
	}
	switch {
	case w >= besideFrom && h >= 12:
		p.list, p.detail = rest.Left(rest.W * 3 / 5)
		p.edge, p.detail = p.detail.Left(3)
		p.edge = kit.Rect{X: p.edge.X + 1, Y: p.edge.Y, W: 1, H: p.edge.H}
	case h >= 12:
		p.detail, rest = rest.Bottom(detailLines(h))
		p.edge, p.list = rest.Bottom(1)
	default:
		p.list = rest
	}
	return p
}

// detailLines is how much of a low screen the detail has.
func detailLines(h int) int {
	switch {
	case h < 18:
		return 2
	case h < 26:
		return 4
	case h < 34:
		return 7
	}
	return 9
}

func (s *search) layout() parts {
	lines := 1
	if len(s.filters) > 0 {
		lines = 2
	}
	p := lay(s.w, s.tall, lines)
	p.line.W = max(p.line.W-kit.Width(s.count())-2, min(p.line.W, 8))
	return p
}

// frame draws what both base views have: labels, rules and the detail.
func (t *Tab) frame(c *kit.Canvas, p parts, d *detail) {
	th := t.env().Theme
	end := 0
	for i, s := range t.labels(p.labels) {
		if p.labels.Empty() {
			break
		}
		st := th.Muted
		if (i == 1) == t.inQueue {
			st = th.Accent.Underline()
		}
		n := c.Text(s.x, p.labels.Y, st, s.text)
		if s.tail != "" {
			n += c.Text(s.x+n, p.labels.Y, th.Due, s.tail)
		}
		end = s.x + n
	}
	if ix := t.people(); ix != nil && !p.labels.Empty() {
		c.TextRight(end+3, p.labels.X+p.labels.W, p.labels.Y, th.Muted, t.env().T("alumni.people", "n", ix.Len()))
	}
	c.HLine(p.rule.X, p.rule.Y, p.rule.W*p.rule.H, th.Rule)
	switch {
	case p.edge.Empty():
	case p.edge.W == 1:
		c.VLine(p.edge.X, p.edge.Y, p.edge.H, th.Rule)
	default:
		c.HLine(p.edge.X, p.edge.Y, p.edge.W, th.Rule)
	}
	if !p.detail.Empty() {
		d.draw(c.Sub(p.detail))
	}
}

// A label is the name of a base view, and where it stands.
type label struct {
	x, w       int
	text, tail string
}

func (t *Tab) labels(r kit.Rect) []label {
	x := r.X + 1
	out := make([]label, 2)
	for i, id := range []string{"alumni.view.find", "alumni.view.queue"} {
		out[i] = label{x: x, text: t.env().T(id)}
		if n := len(t.due.open); i == 1 && n > 0 {
			out[i].tail = " ·" + t.env().Lang.Number(n)
		}
		out[i].w = kit.Width(out[i].text + out[i].tail)
		x += out[i].w + 3
	}
	return out
}

// labelAt is the label in a cell.
func (t *Tab) labelAt(r kit.Rect, x, y int) (int, bool) {
	if r.Contains(x, y) {
		for i, s := range t.labels(r) {
			if x >= s.x && x < s.x+s.w {
				return i, true
			}
		}
	}
	return 0, false
}

// A chip is a filter, and where it stands.
type chip struct {
	x, w int
	text string
}

func (s *search) chips(r kit.Rect) []chip {
	x := r.X + 2
	out := make([]chip, len(s.filters))
	for i, f := range s.filters {
		out[i] = chip{x: x, text: f.label + " ×"}
		out[i].w = kit.Width(out[i].text)
		x += out[i].w + 3
	}
	return out
}

// count is how many were found, and in which time.
func (s *search) count() string {
	if !s.ready {
		return ""
	}
	e := s.t.env()
	text := e.Lang.Number(s.list.n) + dot + e.T("alumni.took", "ms", e.Lang.Number(int(s.took.Milliseconds())))
	if s.result.Slips > 0 {
		text = e.T("alumni.slips") + dot + text
	}
	if n := len(s.list.marks); n > 0 {
		text = e.T("alumni.marked", "n", n) + dot + text
	}
	return text
}

func (s *search) draw(c *kit.Canvas) {
	t, e, th := s.t, s.t.env(), s.t.env().Theme
	p := s.layout()
	t.frame(c, p, &s.detail)
	if !p.line.Empty() {
		c.Text(p.line.X-2, p.line.Y, th.Key, "/")
		st := th.Muted
		if s.typing() {
			st = th.Text
		}
		in := c.Sub(p.line)
		s.line.Draw(in, e, 0, 0, p.line.W, st)
		if s.line.Value() != "" && s.typing() {
			if at := s.line.Cursor(p.line.W); at < p.line.W-1 {
				in.TextFit(at, 0, p.line.W-at, th.Muted, s.ghost.ghost)
			}
		}
		c.TextRight(p.line.X+p.line.W+1, c.W()-min(1, c.W()/2), p.line.Y, th.Muted, s.count())
	}
	if !p.chips.Empty() {
		for _, chip := range s.chips(p.chips) {
			if chip.x+chip.w > p.chips.X+p.chips.W {
				c.Text(chip.x, p.chips.Y, th.Muted, "…")
				break
			}
			c.Text(chip.x, p.chips.Y, th.Accent, chip.text)
		}
	}
	s.drawList(c.Sub(p.list))
}

// drawList paints the heads of the columns and the rows of the window.
func (s *search) drawList(c *kit.Canvas) {
	if c.W() == 0 || c.H() == 0 {
		return
	}
	th := s.t.env().Theme
	if s.list.n == 0 {
		s.drawEmpty(c)
		return
	}
	s.head.Draw(c, false)
	cols := s.head.Layout()
	body := c.Sub(kit.Rect{Y: 1, W: c.W(), H: c.H() - 1})
	for y := range min(len(s.rows), body.H()) {
		r := &s.rows[y]
		here := s.list.top+y == s.list.cur
		paint := func(st kit.Style) kit.Style {
			switch {
			case here && !s.typing():
				return th.Selected.Over(st.Plain())
			case here:
				return kit.Style{}.Bold().Over(st)
			}
			return st
		}
		if here && !s.typing() {
			body.Fill(kit.Rect{Y: y, W: body.W() - 1, H: 1}, th.Selected, " ")
		}
		if here {
			body.Text(0, y, paint(th.Accent), "▸")
		}
		if s.list.marks[r.id] {
			body.Text(1, y, paint(th.Marked), "■")
		}
		for _, col := range cols.Cols {
			if col.Col == colName {
				r.drawName(body.Sub(kit.Rect{X: col.X, Y: y, W: col.W, H: 1}), th, paint)
				continue
			}
			cell := r.cells[col.Col]
			body.TextFit(col.X, y, col.W, paint(cell.Style), cell.Text)
		}
	}
	if at, size := s.list.bar(); size > 0 {
		body.Fill(kit.Rect{X: body.W() - 1, Y: at, W: 1, H: size}, th.Rule, "┃")
	}
}

// drawEmpty says what this list is for, or what stands in the way of finding
// somebody.
func (s *search) drawEmpty(c *kit.Canvas) {
	e, th, ix := s.t.env(), s.t.env().Theme, s.t.people()
	r := c.Bounds().Inset(min(2, c.W()/4), 0)
	if r.H > 3 {
		_, r = r.Top(1)
	}
	say := func(st kit.Style, m model.Message) {
		n := c.Wrap(r, st, e.Say(m))
		_, r = r.Top(min(n, r.H))
	}
	switch {
	case ix == nil:
		say(th.Muted, model.Say("alumni.reading"))
	case ix.Len() == 0:
		say(th.Title, model.Say("alumni.empty"))
		say(th.Muted, model.Say("alumni.empty.do"))
	case len(s.loose) > 0:
		say(th.Title, model.Say("alumni.none"))
		for _, m := range s.loose {
			say(th.Muted, m)
		}
	default:
		say(th.Title, model.Say("alumni.none"))
		say(th.Muted, model.Say("alumni.none.do"))
	}
}
