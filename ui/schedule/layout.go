package schedule

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/ui/kit"
)

// A frame is where the parts of the tab lie: a function of its size alone.
type frame struct {
	head   kit.Rect // what is shown, how far it is, what clashes
	days   kit.Rect // the heads of the day columns
	gutter kit.Rect // times of day
	grid   kit.Rect
	tray   kit.Rect
	below  bool // the tray lies below the board, not beside it
	rule   kit.Rect
	detail kit.Rect
}

const (
	gutterW    = 6  // "07:00 "
	minDay     = 10 // cells in which the cards of a day can still be read
	minLane    = 7  // the same where they lie side by side: letter, squad, title
	airFrom    = 12 // the width of a card that leaves a gap to its neighbour
	tightDay   = 9  // the same where more days are wanted than can be read
	thinDay    = 3  // a day off: there, and no more
	sideTray   = 100
	wideScreen = 160
	trayLines  = 6 // rows of a tray below the board that has the keys
)

// frameOf lays the tab out. trayOpen widens a tray below the board to a list.
// A tray beside the board is always open; an empty one leaves its place to the
// board unless there is plenty; crowded says that the board has more days than
// can be read well.
func frameOf(w, h int, trayOpen bool, trayLen int, crowded bool) frame {
	var f frame
	all := kit.Rect{W: w, H: h}
	if w >= 40 {
		all = all.Inset(1, 0) // in line with the program's own header
	}
	f.head, all = all.Top(1)
	detail := 2
	switch {
	case h >= 44:
		detail = 9
	case h >= 34:
		detail = 6
	case h >= 27:
		detail = 4
	case h >= 20:
		detail = 3
	case h < 14:
		detail = 1
	}
	f.detail, all = all.Bottom(detail)
	f.rule, all = all.Bottom(1)
	f.rule.X, f.rule.W = 0, w
	switch {
	case w >= sideTray && (trayLen > 0 || w >= wideScreen && !crowded):
		n := 24
		switch {
		case trayLen == 0:
			n = 20
		case crowded:
		case w >= 180:
			n = 34
		case w >= 140:
			n = 30
		}
		f.tray, all = all.Right(n)
		_, f.tray = f.tray.Left(1)
	case trayLen > 0:
		n := 1
		if trayOpen {
			n = min(trayLines, trayLen+1, max(all.H/2, 1))
		}
		f.tray, all = all.Bottom(n)
		f.below = true
	}
	f.days, all = all.Top(1)
	_, f.days = f.days.Left(gutterW)
	f.gutter, f.grid = all.Left(gutterW)
	return f
}

// A day is one day of the board before it has a place: how many cards lie
// side by side on it at most, and whether it is a day off.
type day struct {
	date  model.Date
	lanes int
	off   bool
}

// A column is a day's place on the board, its gap at the right not counted. On
// a day that is seen large it is that of somebody, or something.
type column struct {
	day
	x, w int
	of   lens   // whose; everybody's beside other days
	name string // of whose
}

// columns shares width among the days from first on: as many as can be read,
// whole weeks where more than one fits. want, when not 0, is how many days the
// user asked for, however narrow. Busy days get the wider columns.
func columns(width int, days []day, first, want int) []column {
	n := fitting(width, days, first, want)
	shown := days[first:min(first+n, len(days))]
	if len(shown) == 0 {
		return nil
	}
	out := make([]column, len(shown))
	width++ // the gap after the last day falls off the edge
	asked := 0
	for _, d := range shown {
		asked += d.need()
	}
	share := share
	least := width     // what every day has before the rest is shared
	if asked > width { // the more cards lie side by side, the more of the little there is
		least = max(min(width/len(shown), tightDay), 1)
		share = func(d day) int { return max(d.need()-least, 0) }
	}
	free, weight := width, 0
	for i, d := range shown {
		out[i].day, out[i].w = d, min(d.need(), least)
		if !d.off {
			weight += share(d)
		}
		free -= out[i].w
	}
	for i := range out { // the rest by weight, the remainder from the left
		if (!out[i].off || len(out) == 1) && free > 0 {
			more := free
			if weight > 0 {
				more = free * share(out[i].day) / weight
			}
			free, weight = free-more, weight-share(out[i].day)
			out[i].w += more
		}
	}
	x := 0
	for i := range out {
		out[i].x = x
		x += out[i].w
		out[i].w = max(out[i].w-1, 1)
	}
	return out
}

// need is the cells in which the day's cards can be read side by side, with
// the gap to the next day.
func (d day) need() int {
	if d.off {
		return thinDay
	}
	return max(minDay, d.lanes*minLane) + 1
}

func share(d day) int { return 3 + 2*min(max(d.lanes, 1)-1, 3) }

// fitting is how many days are shown from first on.
func fitting(width int, days []day, first, want int) int {
	rest := len(days) - first
	if want > 0 {
		return min(want, rest)
	}
	fits, used := 0, 0
	for _, d := range days[first:] {
		if used+d.need() > width+1 { // as in columns
			break
		}
		used += d.need()
		fits++
	}
	if fits >= 7 && fits < rest {
		fits -= fits % 7
	}
	return min(max(fits, 1), max(rest, 1))
}

// A piece is the part of a card on one day: a session past midnight has two.
type piece struct {
	card     int // index in the view's cards
	from, to int // quarters of the day
	col      int // index in columns
	last     int // the last column, where it lies across several
	rect     kit.Rect
	above    bool // it began before the rows on the screen, or the day before
	below    bool // it goes on after them
	lane     int
	whole    bool // nothing lies beside it in its column
	top      int  // first row of the day, before clipping: where two are compared
	end      int
	lines    []cardLine
}

// A scale says which rows of the day the grid shows.
type scale struct {
	top  int // quarter of the day at the first row
	step int // quarters a row: 1, 2 or 4
	rows int
}

// row is the row that holds a quarter of the day.
func (s scale) row(ofDay int) int { return floorDiv(ofDay-s.top, s.step) }

// quarter is the quarter of the day at which a row begins.
func (s scale) quarter(row int) int { return s.top + row*s.step }

// bounds are the rows that a stretch of the day touches, at least one.
func (s scale) bounds(from, to int) (top, end int) {
	top = s.row(from)
	return top, max(s.row(to+s.step-1), top+1)
}

// yield shortens pieces by the row they only touch, where what follows them
// begins in it: two sessions one after the other are never side by side.
func yield(ps []piece) {
	for i := range ps {
		for j := range ps {
			if ps[j].from >= ps[i].to && ps[j].top < ps[i].end {
				ps[i].end = max(ps[j].top, ps[i].top+1)
			}
		}
	}
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// pack lays the pieces of one day side by side where they share a row. The
// order of the pieces is that of the lanes. The cluster of pieces that touch
// one another shares the column's width.
func pack(ps []piece, x, w int) (lanes int) {
	slices.SortStableFunc(ps, func(a, b piece) int { return cmp.Compare(a.top, b.top) })
	lanes = 1
	for i := 0; i < len(ps); {
		j, end := i, ps[i].end
		var busy []int // the row at which each lane is free again
		for ; j < len(ps) && (j == i || ps[j].top < end); j++ {
			k := slices.IndexFunc(busy, func(until int) bool { return until <= ps[j].top })
			if k < 0 {
				k = len(busy)
				busy = append(busy, 0)
			}
			busy[k], ps[j].lane = ps[j].end, k
			end = max(end, ps[j].end)
		}
		lanes = max(lanes, len(busy))
		slots := kit.Rect{X: x, W: w}.Columns(len(busy), 0)
		for k := i; k < j; k++ {
			s := slots[ps[k].lane]
			last := ps[k].lane + 1 // widen over lanes nobody else uses meanwhile
			for ; last < len(busy) && !taken(ps[i:j], ps[k], last); last++ {
				s.W += slots[last].W
			}
			if last < len(busy) && s.W >= airFrom {
				s.W-- // narrow ones are told apart by their letters and edges
			}
			ps[k].rect.X, ps[k].rect.W = s.X, s.W
			ps[k].whole = len(busy) == 1
		}
		i = j
	}
	return lanes
}

func taken(ps []piece, p piece, lane int) bool {
	return slices.ContainsFunc(ps, func(q piece) bool {
		return q.lane == lane && q.top < p.end && p.top < q.end
	})
}
