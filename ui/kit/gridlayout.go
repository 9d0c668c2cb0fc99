package kit

import "sort"

// columnGap is the air between two columns.
const columnGap = 2

// A GridLayout is where everything in a grid is: made from the size and the
// columns alone, and read by drawing and by the mouse.
type GridLayout struct {
	Filter Rect // the line one types in, empty when there is none
	Head   Rect
	Body   Rect
	Mark   int        // cells before the first column: cursor and mark
	Cols   []GridSlot // the columns that are shown
}

// A GridSlot is a column's place.
type GridSlot struct{ Col, X, W int }

// Layout is the grid's layout for the size it was given.
func (g *Grid[K]) Layout() GridLayout {
	all := Rect{0, 0, g.w, g.h}
	l := GridLayout{Mark: 2}
	if g.NoCursor {
		l.Mark = 0
	}
	if g.hasFilter() && g.h > 1 {
		l.Filter, all = all.Top(1)
	}
	if all.H > 1 {
		l.Head, all = all.Top(1)
	}
	l.Body = all
	l.Cols = layoutColumns(g.cols, l.Mark, g.w-1)
	return l
}

func (g *Grid[K]) hasFilter() bool { return g.filtering || g.filter.Value() != "" }

func (g *Grid[K]) shown() int { return max(g.Layout().Body.H, 1) }

// layoutColumns drops columns until the rest fits, then gives what is left
// over to those that grow. The last cell is kept for the scrollbar.
func layoutColumns(cols []Column, from, to int) []GridSlot {
	keep := make([]bool, len(cols))
	need := 0
	for i, c := range cols {
		keep[i] = true
		need += max(c.Min, 1) + columnGap
	}
	byDrop := make([]int, 0, len(cols))
	for i, c := range cols {
		if c.Drop > 0 {
			byDrop = append(byDrop, i)
		}
	}
	sort.SliceStable(byDrop, func(a, b int) bool { return cols[byDrop[a]].Drop > cols[byDrop[b]].Drop })
	room := to - from
	for _, i := range byDrop {
		if need-columnGap <= room {
			break
		}
		keep[i] = false
		need -= max(cols[i].Min, 1) + columnGap
	}
	var slots []GridSlot
	for i, c := range cols {
		if keep[i] {
			slots = append(slots, GridSlot{Col: i, W: max(c.Min, 1)})
		}
	}
	grow(cols, slots, room-(need-columnGap))
	x := from
	for i := range slots {
		slots[i].X = x
		slots[i].W = clamp(slots[i].W, 0, to-x)
		x += slots[i].W + columnGap
	}
	return slots
}

// grow shares the spare cells by Grow, again while a column meets its Max.
func grow(cols []Column, slots []GridSlot, spare int) {
	for spare > 0 {
		shares := 0
		for _, s := range slots {
			if c := cols[s.Col]; c.Max == 0 || s.W < c.Max {
				shares += c.Grow
			}
		}
		if shares == 0 {
			return
		}
		given := 0
		for i := range slots {
			c := cols[slots[i].Col]
			if c.Grow == 0 || c.Max > 0 && slots[i].W >= c.Max {
				continue
			}
			n := max(spare*c.Grow/shares, 1)
			if c.Max > 0 {
				n = min(n, c.Max-slots[i].W)
			}
			n = min(n, spare-given)
			slots[i].W += n
			given += n
		}
		if given == 0 {
			return
		}
		spare -= given
	}
}
