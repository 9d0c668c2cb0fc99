package kit

import tea "charm.land/bubbletea/v2"

// Resize tells the grid its size.
func (g *Grid[K]) Resize(w, h int) {
	g.w, g.h = w, h
	g.settle()
}

// Update moves the cursor, marks, filters and sorts. handled is false for
// what is none of these, so that the tab may try its actions. While a filter
// is typed the grid takes every key that types something.
//
// Keys: arrows and j k, pgup pgdown, home end and g G; space marks where
// Markable; / filters; < > choose the column to sort by. Mouse messages are in
// the grid's own coordinates.
func (g *Grid[K]) Update(msg tea.Msg) (handled bool) {
	if delta, x, y, ok := wheelDelta(msg); ok {
		if !(Rect{0, 0, g.w, g.h}).Contains(x, y) {
			return false
		}
		g.at.wheel(delta, len(g.order), g.shown())
		g.settle()
		return true
	}
	if x, y, ok := Click(msg); ok {
		return g.click(x, y)
	}
	if g.filtering {
		return g.typeFilter(msg)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	switch {
	case g.at.key(k, len(g.order), g.shown(), true):
	case IsKey(k, "/"):
		g.filtering = true
	case IsKey(k, "esc"):
		return g.esc()
	case g.Markable && IsKey(k, "space"):
		g.toggle()
		g.at.cur++
	case g.Markable && IsKey(k, "*"):
		g.markAll()
	case IsKey(k, ">"):
		g.nextSort(1)
	case IsKey(k, "<"):
		g.nextSort(-1)
	default:
		return false
	}
	g.settle()
	return true
}

// esc takes back one thing at a time: the filter, then the marks.
func (g *Grid[K]) esc() bool {
	switch {
	case g.filter.Value() != "":
		g.SetFilter("")
	case len(g.marks) > 0:
		g.Unmark()
	default:
		return false
	}
	return true
}

func (g *Grid[K]) typeFilter(msg tea.Msg) bool {
	k, isKey := msg.(tea.KeyPressMsg)
	switch {
	case isKey && IsKey(k, "esc"):
		g.filtering = false
		g.SetFilter("")
	case isKey && IsKey(k, "enter", "tab"):
		g.filtering = false
		g.settle()
	case isKey && IsKey(k, "up", "down", "pgup", "pgdown"):
		g.at.key(k, len(g.order), g.shown(), false)
		g.settle()
	case g.filter.Update(msg):
		g.narrow()
	default:
		return false
	}
	return true
}

func (g *Grid[K]) toggle() {
	if k, ok := g.CurrentKey(); ok {
		if g.marks[k] {
			delete(g.marks, k)
		} else {
			g.marks[k] = true
		}
	}
}

// markAll marks every row shown, or none when all are.
func (g *Grid[K]) markAll() {
	all := true
	for _, row := range g.order {
		all = all && g.marks[g.rows.Key(row)]
	}
	for _, row := range g.order {
		if all {
			delete(g.marks, g.rows.Key(row))
		} else {
			g.marks[g.rows.Key(row)] = true
		}
	}
}

// nextSort walks through the shown columns, each up and then down.
func (g *Grid[K]) nextSort(step int) {
	cols := g.Layout().Cols
	if len(cols) == 0 {
		return
	}
	pos := -1
	for i, s := range cols {
		if s.Col == g.sortCol {
			pos = i
		}
	}
	if pos >= 0 && step > 0 && !g.desc {
		g.desc = true
		g.narrow()
		return
	}
	pos += step
	g.desc = false
	g.sortCol = -1
	if pos < -1 {
		pos = len(cols) - 1
	}
	if pos >= 0 && pos < len(cols) {
		g.sortCol = cols[pos].Col
	}
	g.narrow()
}

func (g *Grid[K]) click(x, y int) bool {
	l := g.Layout()
	switch {
	case l.Filter.Contains(x, y):
		g.filtering = true
		g.filter.Click(x-2, l.Filter.W-2)
	case l.Head.Contains(x, y):
		for _, s := range l.Cols {
			if x >= s.X && x < s.X+s.W+columnGap {
				g.desc = s.Col == g.sortCol && !g.desc
				g.sortCol = s.Col
				g.narrow()
			}
		}
	case l.Body.Contains(x, y):
		pos := g.at.top + y - l.Body.Y
		if pos >= len(g.order) {
			return false
		}
		g.filtering = false
		g.at.cur = pos
		if g.Markable && x < l.Mark {
			g.toggle()
		}
		g.settle()
	default:
		return false
	}
	return true
}

// Cursor is the cell of the terminal's cursor while the filter is typed.
func (g *Grid[K]) Cursor() (x, y int, ok bool) {
	l := g.Layout()
	if !g.filtering || l.Filter.Empty() {
		return 0, 0, false
	}
	return 2 + g.filter.Cursor(l.Filter.W-2), l.Filter.Y, true
}
