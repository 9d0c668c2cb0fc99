package schedule

import (
	"slices"

	"muster/model"
	"muster/ui/kit"
)

// offscreen counts the cards of a day that the rows shown do not reach.
type offscreen struct{ above, below int }

// arrange puts what refresh derived into cells, for the size and the cursor
// there are. It follows every change of either.
func (t *Tab) arrange() {
	if t.cohort == nil || t.w < 1 || t.h < 1 {
		t.pieces, t.cols, t.rows, t.lines = nil, nil, nil, nil
		t.mends, t.could, t.unlit = mending{}, nil, false
		return
	}
	t.frame = frameOf(t.w, t.h, t.inTray, len(t.tray), t.want > 7 && !t.big.on)
	t.first = min(max(t.first, 0), max(len(t.days)-1, 0))
	if t.big.on {
		t.follow(t.focus())
		t.cols = t.dayColumns(t.frame.grid.W)
	} else {
		t.cols = columns(t.frame.grid.W, t.days, t.first, t.want)
	}
	t.scale = t.makeScale(t.frame.grid.H)
	t.pieces, t.off = t.makePieces()
	t.rows = t.makeTray()
	if m := t.move; m != nil {
		m.lights = t.light(m.lights, m.s, m.home)
	}
	t.think()
	t.lines = t.describe()
	t.nowAt = t.now()
	t.head = t.makeHead()
}

// makeScale chooses the rows: the user's step, or the finest with which the
// teaching day is on the screen, but half-hours unless the screen is tiny.
func (t *Tab) makeScale(rows int) scale {
	from, to := t.extent()
	step := t.stepSet
	if step == 0 {
		step = 4
		for _, s := range []int{1, 2} {
			if rows*s >= to-from {
				step = s
				break
			}
		}
		if step == 4 && rows >= 10 { // in rows of an hour, what follows seems to run beside
			step = 2
		}
	}
	if t.top < 0 {
		t.top = from
	}
	t.top = min(t.top, max(model.Day-rows*step, 0))
	t.top -= t.top % step
	return scale{top: t.top, step: step, rows: rows}
}

// extent is the hours that teaching takes on this board, at least 07:00–18:00.
func (t *Tab) extent() (from, to int) {
	from, to = 7*model.Hour, 18*model.Hour
	for i := range t.cards {
		s := t.cards[i].s.Span()
		from = min(from, s.From.OfDay())
		to = max(to, min(int(s.To-s.From)+s.From.OfDay(), model.Day))
	}
	return from - from%model.Hour, to
}

// makePieces cuts the cards into days and lays those of a day side by side.
func (t *Tab) makePieces() ([]piece, []offscreen) {
	var all []piece
	off := make([]offscreen, len(t.cols))
	for ci := range t.cols {
		col := &t.cols[ci]
		ps := t.piecesOn(ci)
		pack(ps, t.frame.grid.X+col.x, col.w)
		for _, p := range ps {
			switch {
			case p.end <= 0:
				off[ci].above++
				continue
			case p.top >= t.scale.rows:
				off[ci].below++
				continue
			}
			p.above = p.above || p.top < 0
			p.below = p.below || p.end > t.scale.rows
			y, end := max(p.top, 0), min(p.end, t.scale.rows)
			p.rect.Y, p.rect.H = t.frame.grid.Y+y, end-y
			all = append(all, p)
		}
	}
	if t.big.on {
		all = join(all, t.cols)
	}
	for i := range all {
		all[i].lines = t.linesOf(&t.cards[all[i].card], all[i])
	}
	return all, off
}

// focus is the session the screen keeps in sight.
func (t *Tab) focus() *model.Session {
	switch {
	case t.move != nil:
		return t.move.s
	case t.inTray:
		return nil
	}
	return t.selected()
}

// piecesOn is the parts of cards that lie on a column's day, in the order of
// their lanes: one's own before guests, squad A before B.
func (t *Tab) piecesOn(ci int) []piece {
	from, to := t.cols[ci].date.At(0), t.cols[ci].date.At(model.Day)
	var ps []piece
	for i := range t.cards {
		c := &t.cards[i]
		span := c.s.Span()
		if span.From >= to || span.To <= from || !t.cols[ci].of.shows(c.s, c.cohort) {
			continue
		}
		p := piece{card: i, col: ci, last: ci, above: span.From < from, below: span.To > to}
		p.from, p.to = int(max(span.From, from)-from), int(min(span.To, to)-from)
		p.top, p.end = t.scale.bounds(p.from, p.to)
		ps = append(ps, p)
	}
	yield(ps)
	slices.SortStableFunc(ps, func(a, b piece) int {
		x, y := &t.cards[a.card], &t.cards[b.card]
		if x.foreign != y.foreign {
			if x.foreign {
				return 1
			}
			return -1
		}
		return int(low(x.s.Squads)) - int(low(y.s.Squads))
	})
	return ps
}

// low is the first squad of the set; a ride, which has none, comes last.
func low(s model.Squads) model.Squad {
	for q := model.Squad(1); q <= model.MaxSquads; q++ {
		if s.Has(q) {
			return q
		}
	}
	return model.MaxSquads + 1
}

// cellRect is where a moment lies on the screen: the row's cells in its day's
// column. ok is false when it is out of sight.
func (t *Tab) cellRect(at model.Quarter) (r kit.Rect, ok bool) {
	for i, col := range t.cols {
		if col.date != at.Date() || t.big.on && i != t.big.col-t.big.first {
			continue
		}
		row := floorDiv(at.OfDay()-t.scale.top, t.scale.step)
		r = kit.Rect{X: t.frame.grid.X + col.x, Y: t.frame.grid.Y + row, W: col.w, H: 1}
		return r, row >= 0 && row < t.scale.rows
	}
	return r, false
}

// reveal scrolls so that what the cursor is on is in sight: the whole card, or
// as much of it as there are rows for.
func (t *Tab) reveal() {
	if t.cohort == nil || len(t.days) == 0 || len(t.cols) == 0 {
		return
	}
	at, span := t.at, model.Span{From: t.at, To: t.at + 1}
	switch s := t.selected(); {
	case t.move != nil:
		at, span = t.move.at, t.move.span()
	case s != nil && s.Placed() && !t.inTray:
		span = s.Span()
	}
	if at.IsZero() {
		return
	}
	moved := t.revealDay(at.Date())
	day := at.Date().At(0)
	whole := model.Span{From: day, To: at.Date().At(model.Day)}
	if !whole.Overlaps(span) {
		span = model.Span{From: at, To: at + 1}
	}
	part := whole.Meet(span)
	first, last := int(part.From-day), int(part.To-day)
	here := at.OfDay()
	step, rows := t.scale.step, max(t.scale.rows, 1)
	if last-first > rows*step { // too long: where the cursor is in it
		first, last = here, here+1
	}
	was := t.top
	if t.scale.row(last-1) >= rows {
		t.top = (last-1)/step*step - (rows-1)*step
	}
	if first < t.top {
		t.top = first - first%step
	}
	t.top = max(t.top, 0)
	if moved || t.top != was {
		t.arrange()
	}
}

// revealDay turns to the week, or scrolls to the day, that shows the date.
func (t *Tab) revealDay(date model.Date) (moved bool) {
	i := int(date - t.days[0].date)
	if i < 0 || i >= len(t.days) || len(t.cols) == 0 {
		return false
	}
	if t.big.on {
		if date == t.big.date {
			return false
		}
		t.refresh() // others' sessions are those of the day
		return true
	}
	n := len(t.cols)
	switch {
	case i >= t.first && i < t.first+n:
		return false
	case n >= 7:
		t.first = i - i%7
		if rest := len(t.days) - n; t.first > rest && rest >= 0 {
			t.first = rest - rest%7
		}
	case i < t.first:
		t.first = i
	default:
		t.first = i - n + 1
	}
	t.arrangeDays(i)
	return true
}

// arrangeDays lays the columns out anew until day i is among them: the
// columns that fit depend on where they begin.
func (t *Tab) arrangeDays(i int) {
	for {
		t.cols = columns(t.frame.grid.W, t.days, t.first, t.want)
		if i < t.first+len(t.cols) || t.first >= i {
			return
		}
		t.first++
	}
}
