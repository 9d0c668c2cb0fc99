package schedule

import (
	"strconv"

	"muster/model"
	"muster/ui/kit"
)

// drawDays paints the heads of the columns: weekday and date, and how many
// cards lie beyond the rows shown.
func (t *Tab) drawDays(cv *kit.Canvas) {
	th, f := t.env.Theme, t.frame
	c := cv.Sub(f.days)
	today := t.nowAt.Date()
	for i, col := range t.cols {
		st := th.Head
		if col.date < t.cohort.First || col.date > t.cohort.Last {
			st = th.Dimmed
		}
		if col.date == today {
			st = th.Accent
		}
		switch {
		case t.big.on && i == t.big.col-t.big.first, !t.big.on && col.date == t.focusDate():
			st = st.Bold().Underline()
		}
		name := t.env.Lang.Day(col.date)
		switch {
		case t.big.on:
			name = col.name
		case col.w < 6:
			_, _, n := col.date.Civil()
			name = strconv.Itoa(n)
		}
		used := c.TextFit(col.x, 0, col.w, st, name)
		hint := ""
		if n := t.off[i].above; n > 0 {
			hint += "↑" + strconv.Itoa(n)
		}
		if n := t.off[i].below; n > 0 {
			hint += "↓" + strconv.Itoa(n)
		}
		if w := kit.Width(hint); used+1+w <= col.w {
			c.Text(col.x+col.w-w, 0, th.Muted, hint)
		}
	}
}

// focusDate is the day of the cursor, or of what is being moved.
func (t *Tab) focusDate() model.Date {
	if t.move != nil {
		return t.move.at.Date()
	}
	return t.at.Date()
}

// drawGrid paints times, hatched hours, legal starts, cards, the cursor and
// what is being moved, in this order.
func (t *Tab) drawGrid(cv *kit.Canvas) {
	t.drawGutter(cv)
	th, g := t.env.Theme, t.frame.grid
	for _, col := range t.cols {
		if col.x > 0 {
			cv.VLine(g.X+col.x-1, g.Y, g.H, th.Dimmed.Faint())
		}
	}
	for i := range t.hatches {
		t.drawHatch(cv, &t.hatches[i])
	}
	t.drawNow(cv)
	switch {
	case t.move != nil:
		t.drawLegal(cv)
	case t.could != nil:
		t.drawCould(cv)
	}
	for i := range t.pieces {
		p := &t.pieces[i]
		id := t.cards[p.card].s.ID
		dim := t.move != nil
		selected := !dim && !t.inTray && id == t.sel
		if t.swap == id && !dim {
			selected = true
		}
		t.drawPiece(cv, p, selected, dim)
	}
	switch {
	case t.move != nil:
		t.drawGhost(cv)
	case t.sel.IsZero() && !t.inTray:
		if r, ok := t.cellRect(t.at); ok {
			cv.Fill(r, th.Selected, " ")
			if text := t.env.Lang.Time(t.at); kit.Width(text) <= r.W { // the gutter says it too
				cv.Text(r.X, r.Y, th.Selected, text)
			}
		}
	}
}

func (t *Tab) drawGutter(cv *kit.Canvas) {
	th, g := t.env.Theme, t.frame.gutter
	at := t.at
	if t.move != nil {
		at = t.move.at
	}
	here := floorDiv(at.OfDay()-t.scale.top, t.scale.step)
	for y := range g.H {
		q := t.scale.quarter(y)
		if q >= model.Day {
			break
		}
		st := th.Muted
		if y == here && !t.inTray {
			st = th.Accent
		}
		switch {
		case q%model.Hour == 0 || y == 0 || y == here && !t.inTray:
			cv.Text(g.X, g.Y+y, st, model.Clock(q))
		case q%2 == 0:
			cv.Text(g.X+3, g.Y+y, st, strconv.Itoa(q%model.Hour*15))
		}
	}
}

// drawHatch fills time that cannot be used and says why where it begins.
func (t *Tab) drawHatch(cv *kit.Canvas, h *hatch) {
	th, g := t.env.Theme, t.frame.grid
	for _, col := range t.cols {
		day := model.Span{From: col.date.At(0), To: col.date.At(model.Day)}
		if !day.Overlaps(h.span) || h.of != (lens{}) && h.of != col.of {
			continue
		}
		part := day.Meet(h.span)
		top, end := t.scale.bounds(int(part.From-day.From), int(part.To-day.From))
		top, end = max(top, 0), min(end, g.H)
		if end <= top {
			continue
		}
		r := kit.Rect{X: g.X + col.x, Y: g.Y + top, W: col.w, H: end - top}
		cv.Fill(r, th.Dimmed, "▒")
		if col.w > thinDay {
			st := th.Muted
			if t.move != nil {
				st = th.Dimmed // nothing but what is carried, and where it may go, is bright
			}
			cv.TextFit(r.X+1, r.Y, r.W-2, st, " "+h.why+" ")
		}
	}
}

// drawNow marks the time it is, on the day it is.
func (t *Tab) drawNow(cv *kit.Canvas) {
	row := t.scale.row(t.nowAt.OfDay())
	if row < 0 || row >= t.scale.rows {
		return
	}
	g := t.frame.grid
	for _, col := range t.cols {
		if col.date == t.nowAt.Date() {
			cv.HLine(g.X+col.x, g.Y+row, col.w, t.env.Theme.Accent)
			cv.Text(t.frame.gutter.X+gutterW-1, g.Y+row, t.env.Theme.Accent, "▸")
		}
	}
}

// drawLegal lights the rows where what is moved may begin: a bar at the edge
// of its day, and the cells themselves where nothing lies.
func (t *Tab) drawLegal(cv *kit.Canvas) {
	th, g := t.env.Theme, t.frame.grid
	t.eachLit(t.move.lights, func(col column, y int) {
		cv.Fill(kit.Rect{X: g.X + col.x, Y: g.Y + y, W: col.w, H: 1}, th.OK, "░")
		if x := g.X + col.x - 1; x >= g.X {
			cv.Text(x, g.Y+y, th.OK, "┃")
		}
	})
}

// drawCould marks, at the edges of the days, the hours at which the card under
// the cursor could begin.
func (t *Tab) drawCould(cv *kit.Canvas) {
	g := t.frame.grid
	t.eachLit(t.could, func(col column, y int) {
		cv.Text(g.X+col.x-1, g.Y+y, t.env.Theme.OK, "┃")
	})
}

// eachLit calls f for each row of each column in which a start is legal.
func (t *Tab) eachLit(l *lights, f func(col column, y int)) {
	if l == nil || len(l.cols) != len(t.cols) {
		return
	}
	for i, col := range t.cols {
		for y := range t.frame.grid.H {
			q := t.scale.quarter(y)
			if q >= model.Day {
				break
			}
			if l.cols[i].row(col.date.At(q), t.scale.step) {
				f(col, y)
			}
		}
	}
}

// drawGhost paints what is being moved where it would lie.
func (t *Tab) drawGhost(cv *kit.Canvas) {
	th, g, m := t.env.Theme, t.frame.grid, t.move
	span := m.span()
	st := th.OK.Bold().Reverse()
	if m.hard > 0 {
		st = th.Clash.Reverse()
	}
	for i, col := range t.cols {
		day := model.Span{From: col.date.At(0), To: col.date.At(model.Day)}
		if !day.Overlaps(span) || t.big.on && i != t.big.col-t.big.first && !col.of.shows(m.draft, t.cohort) {
			continue
		}
		part := day.Meet(span)
		top, end := t.scale.bounds(int(part.From-day.From), int(part.To-day.From))
		y, bottom := max(top, 0), min(end, g.H)
		if bottom <= y {
			continue
		}
		c := cv.Sub(t.freeBeside(kit.Rect{X: g.X + col.x, Y: g.Y + y, W: col.w, H: bottom - y}))
		c.Fill(c.Bounds(), st, " ")
		for i, line := range m.words {
			if i == 1 && c.W() < airFrom {
				line = m.draft.Start.Clock()
			}
			if i < c.H() {
				c.TextFit(0, i, c.W(), st, line)
			}
		}
	}
}

// freeBeside is the widest part of the area that no other card takes, so that
// the ghost hides nothing it would lie beside; all of it when that is too narrow.
func (t *Tab) freeBeside(area kit.Rect) kit.Rect {
	best, from := kit.Rect{}, area.X
	for x := area.X; x <= area.X+area.W; x++ {
		if x < area.X+area.W && !t.takenAt(x, area) {
			continue
		}
		if x-from > best.W {
			best = kit.Rect{X: from, Y: area.Y, W: x - from, H: area.H}
		}
		from = x + 1
	}
	if best.W < minLane-1 {
		return area
	}
	return best
}

// takenAt reports whether a card other than the one that is carried has cells
// of the area in column x.
func (t *Tab) takenAt(x int, area kit.Rect) bool {
	slit := kit.Rect{X: x, Y: area.Y, W: 1, H: area.H}
	for i := range t.pieces {
		p := &t.pieces[i]
		if t.cards[p.card].s.ID != t.move.s.ID && !p.rect.Meet(slit).Empty() {
			return true
		}
	}
	return false
}
