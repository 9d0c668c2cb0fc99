package score

import "muster/ui/kit"

// bandLeast is the room the columns that go by have at least, bandMost what
// those of one group are given before those that always show give way.
const (
	bandLeast = 13
	bandMost  = 36
)

// slots is where the columns are that the pad now shows: those that always
// show at both edges, and between them as many of the others as there is room
// for. The last cell is the scrollbar's.
func (p *pad) slots() []kit.GridSlot {
	room := max(p.w-1, 0)
	keep := make([]bool, len(p.cols))
	need, wish := 0, 0
	for i, c := range p.cols {
		keep[i] = true
		switch {
		case c.side != band:
			need += c.w + padGap
		case c.group == 1:
			wish += c.w + padGap
		}
	}
	for room-need < max(min(wish, bandMost), bandLeast) {
		at := -1
		for i, c := range p.cols {
			if keep[i] && c.side != band && c.drop > 0 && (at < 0 || c.drop > p.cols[at].drop) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		keep[at] = false
		need -= p.cols[at].w + padGap
	}
	wide := make([]int, len(p.cols))
	for i, c := range p.cols {
		wide[i] = c.w
	}
	p.spread(wide, keep, room, need)
	slots, spare := p.lay(wide, keep, room)
	for i, c := range p.cols {
		if more := min(spare, c.most-wide[i]); more > 0 && keep[i] && c.side == first {
			wide[i] += more
			spare -= more
		}
	}
	if !p.bandEnds(slots) {
		slots, _ = p.lay(wide, keep, room)
	}
	return slots
}

// spread gives the cells left over, when all columns are in sight, to those
// that may grow; and takes them from the first when even one does not fit.
func (p *pad) spread(wide []int, keep []bool, room, need int) {
	all := need
	for i, c := range p.cols {
		if keep[i] && c.side == band {
			all += c.w + padGap
		}
	}
	spare := room - all + padGap
	for i, c := range p.cols { // who it is comes first
		if more := min(spare, c.most-wide[i]); more > 0 && keep[i] && c.side == first {
			wide[i] += more
			spare -= more
		}
	}
	for given := true; spare > 0; {
		if !given {
			return
		}
		given = false
		for i, c := range p.cols {
			if keep[i] && wide[i] < c.most && spare > 0 {
				wide[i]++
				spare--
				given = true
			}
		}
	}
	for i, c := range p.cols {
		if short := bandLeast - (room - need); short > 0 && c.side == first && keep[i] {
			wide[i] = max(c.w-short, min(c.w, 4))
			need -= c.w - wide[i]
		}
	}
}

// lay puts the columns side by side from the left, those of the right edge from
// there. spare is the room between them that no column of the band can use.
func (p *pad) lay(wide []int, keep []bool, room int) (slots []kit.GridSlot, spare int) {
	x := 0
	for i, c := range p.cols {
		if keep[i] && c.side == first {
			slots = append(slots, kit.GridSlot{Col: i, X: x, W: min(wide[i], max(room-x, 0))})
			x += wide[i] + padGap
		}
	}
	end := room
	var ends []kit.GridSlot
	for i := len(p.cols) - 1; i >= 0; i-- {
		if keep[i] && p.cols[i].side == last {
			end -= wide[i]
			if end < x {
				end += wide[i]
				break
			}
			ends = append(ends, kit.GridSlot{Col: i, X: end, W: wide[i]})
			end -= padGap
		}
	}
	shownAny := false
	for i, c := range p.cols {
		if c.side != band || i < p.from {
			continue
		}
		if x+wide[i] > end {
			if !shownAny && end > x {
				slots = append(slots, kit.GridSlot{Col: i, X: x, W: end - x})
				x = end
			}
			break
		}
		slots = append(slots, kit.GridSlot{Col: i, X: x, W: wide[i]})
		shownAny = true
		x += wide[i] + padGap
	}
	spare = max(end-x, 0)
	// What stands at the right follows the rest when all of it is in sight.
	if len(slots) > 0 && p.bandEnds(slots) {
		shift := end - x
		for i := range ends {
			ends[i].X -= max(shift, 0)
		}
	}
	for i := len(ends) - 1; i >= 0; i-- {
		slots = append(slots, ends[i])
	}
	return slots, spare
}

// bandEnds reports whether the last column of the band is among the slots.
func (p *pad) bandEnds(slots []kit.GridSlot) bool {
	lastBand := -1
	for i, c := range p.cols {
		if c.side == band {
			lastBand = i
		}
	}
	for _, s := range slots {
		if s.Col == lastBand {
			return true
		}
	}
	return lastBand < 0
}

// Draw paints heads, rows and the cell in hand.
func (p *pad) Draw(c *kit.Canvas) {
	th := p.env.Theme
	slots := p.slots()
	p.drawHeads(c, slots)
	head := p.headLines()
	for y := head; y < p.h; y++ {
		row := p.top + y - head
		if row >= p.rows {
			break
		}
		for _, s := range slots {
			cell := p.cell(row, s.Col)
			st := cell.Style
			inHand := row == p.row && s.Col == p.col
			switch {
			case inHand && p.in != nil && p.cols[s.Col].right:
				c.Fill(kit.Rect{X: s.X, Y: y, W: s.W, H: 1}, th.Selected, " ")
				c.TextRight(s.X, s.X+s.W, y, th.Selected, p.in.Value())
				continue
			case inHand && p.in != nil:
				p.in.Draw(c, p.env, s.X, y, s.W, th.Selected)
				continue
			case inHand:
				st = th.Selected
				c.Fill(kit.Rect{X: s.X, Y: y, W: s.W, H: 1}, st, " ")
			case row == p.row && p.cols[s.Col].side == first:
				st = st.Bold()
			}
			if p.cols[s.Col].right {
				c.TextRight(s.X, s.X+s.W, y, st, cell.Text)
			} else {
				c.TextFit(s.X, y, s.W, st, cell.Text)
			}
		}
	}
	p.drawBar(c, head)
}

// drawHeads paints the names of the columns, and at the edges of the band that
// there is more of it.
func (p *pad) drawHeads(c *kit.Canvas, slots []kit.GridSlot) {
	th := p.env.Theme
	lines := p.headLines()
	for _, s := range slots {
		col := p.cols[s.Col]
		for i := range lines {
			title := col.head[i]
			if lines == 1 && title == "" {
				title = col.head[1]
			}
			if col.right {
				c.TextRight(s.X, s.X+s.W, i, th.Head, title)
			} else {
				c.TextFit(s.X, i, s.W, th.Head, title)
			}
		}
	}
	if lines == 0 {
		return
	}
	before, after, seen := -1, -1, false
	for _, s := range slots {
		if p.cols[s.Col].side != band {
			continue
		}
		if !seen && p.more(s.Col, -1) {
			before = s.X - 1
		}
		after, seen = -1, true
		if p.more(s.Col, 1) {
			after = s.X + s.W
		}
	}
	if before >= 0 {
		c.Text(before, lines-1, th.Accent, "‹")
	}
	if after >= 0 {
		c.Text(after, lines-1, th.Accent, "›")
	}
}

// more reports whether the band goes on beyond the column.
func (p *pad) more(col, step int) bool {
	for i := col + step; i >= 0 && i < len(p.cols); i += step {
		if p.cols[i].side == band {
			return true
		}
	}
	return false
}

func (p *pad) drawBar(c *kit.Canvas, head int) {
	h := p.h - head
	if p.rows <= h || h <= 0 {
		return
	}
	size := max(h*h/p.rows, 1)
	at := (h - size) * p.top / (p.rows - h)
	c.Fill(kit.Rect{X: p.w - 1, Y: head + at, W: 1, H: size}, p.env.Theme.Rule, "┃")
}

// Cursor is the cell of the terminal's cursor: where one types.
func (p *pad) Cursor() (x, y int, ok bool) {
	if p.rows == 0 || p.row < p.top || p.row >= p.top+p.shownRows() {
		return 0, 0, false
	}
	for _, s := range p.slots() {
		if s.Col != p.col {
			continue
		}
		x = s.X
		switch {
		case p.cols[p.col].right:
			x += max(s.W-1, 0)
		case p.in != nil:
			x += p.in.Cursor(s.W)
		}
		return x, p.headLines() + p.row - p.top, true
	}
	return 0, 0, false
}
