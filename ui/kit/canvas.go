package kit

// A Canvas is a rectangle of cells to paint on. Everything painted is clipped
// to it, so nothing can come out wider or taller than was asked, and a wide
// character that would be cut in half is left out. Views made by Sub share
// the cells of their canvas.
type Canvas struct {
	page *page
	x, y int  // where this view's 0, 0 is on the page
	w, h int  // the size it was asked for
	clip Rect // what of it may be painted, in the page's cells
}

// page is the memory behind a canvas and its views.
type page struct {
	w, h  int
	cells []cell
	out   []byte
}

type cell struct {
	text  string // one cluster; "" is a space
	style Style
	tail  bool // the right half of the wide character before it
}

// NewCanvas makes an empty canvas of w×h cells.
func NewCanvas(w, h int) *Canvas {
	c := &Canvas{page: &page{}}
	c.Reset(w, h)
	return c
}

// Reset empties the canvas and gives it a new size, reusing its memory: one
// canvas serves all frames.
func (c *Canvas) Reset(w, h int) {
	w, h = max(w, 0), max(h, 0)
	p := c.page
	p.w, p.h = w, h
	if cap(p.cells) < w*h {
		p.cells = make([]cell, w*h)
	} else {
		p.cells = p.cells[:w*h]
		clear(p.cells)
	}
	*c = Canvas{page: p, w: w, h: h, clip: Rect{0, 0, w, h}}
}

// W is the width in cells.
func (c *Canvas) W() int { return c.w }

// H is the height in cells.
func (c *Canvas) H() int { return c.h }

// Bounds is the whole canvas, with its corner at 0, 0.
func (c *Canvas) Bounds() Rect { return Rect{0, 0, c.w, c.h} }

// Sub is the part r of the canvas with coordinates of its own. What of r lies
// outside the canvas exists but cannot be painted.
func (c *Canvas) Sub(r Rect) *Canvas {
	r.W, r.H = max(r.W, 0), max(r.H, 0)
	abs := r.At(c.x+r.X, c.y+r.Y)
	return &Canvas{page: c.page, x: abs.X, y: abs.Y, w: r.W, h: r.H, clip: abs.Meet(c.clip)}
}

// Origin is where the canvas's 0, 0 is on the whole screen, for the cursor.
func (c *Canvas) Origin() (x, y int) { return c.x, c.y }

// Text paints s from x to the right edge and returns the cells it took,
// painted or clipped.
func (c *Canvas) Text(x, y int, st Style, s string) int {
	return c.write(x, y, c.clip.X+c.clip.W, st, s)
}

// TextFit paints s in at most w cells, cut with … when it is longer, and
// returns the cells used.
func (c *Canvas) TextFit(x, y, w int, st Style, s string) int {
	w = min(w, c.w-x)
	if w <= 0 {
		return 0
	}
	if _, whole := cut(s, w); whole {
		return c.Text(x, y, st, s)
	}
	n, _ := cut(s, w-1)
	used := c.Text(x, y, st, s[:n])
	return used + c.Text(x+used, y, st, "…")
}

// TextRight paints s so that it ends before column right, cut with … when it
// would begin left of column left. It returns where it begins.
func (c *Canvas) TextRight(left, right, y int, st Style, s string) int {
	s = Fit(s, right-left)
	x := right - Width(s)
	c.Text(x, y, st, s)
	return x
}

// TextCenter paints s in the middle of the w cells from x, cut to fit.
func (c *Canvas) TextCenter(x, y, w int, st Style, s string) {
	s = Fit(s, w)
	c.Text(x+(w-Width(s))/2, y, st, s)
}

// write paints clusters up to the page column limit.
func (c *Canvas) write(x, y, limit int, st Style, s string) int {
	px, py := c.x+x, c.y+y
	start := px
	visible := py >= c.clip.Y && py < c.clip.Y+c.clip.H && c.clip.W > 0
	for len(s) > 0 {
		text, w, n := next(s)
		s = s[n:]
		if w == 0 {
			continue
		}
		if visible && px >= c.clip.X && px+w <= limit {
			c.page.put(px, py, text, w, st)
		} else if visible && w == 2 && px < limit && px+w > c.clip.X {
			// half of it would show: the visible half is a space of its style
			c.page.put(clamp(px, c.clip.X, limit-1), py, "", 1, st)
		}
		px += w
		if px >= limit && !visible {
			break
		}
	}
	return px - start
}

// put sets a cell, and mends the wide character it may have cut in half.
func (p *page) put(x, y int, text string, w int, st Style) {
	row := p.cells[y*p.w : (y+1)*p.w]
	if row[x].tail && x > 0 {
		row[x-1].text = ""
	}
	end := x + w
	if end < p.w && row[end].tail {
		row[end].tail = false
		row[end].text = ""
	}
	if text == " " {
		text = ""
	}
	row[x] = cell{text: text, style: st}
	if w == 2 {
		row[x+1] = cell{style: st, tail: true}
	}
}

// each calls f for every paintable cell of r.
func (c *Canvas) each(r Rect, f func(*cell)) {
	r = r.At(c.x+r.X, c.y+r.Y).Meet(c.clip)
	for y := r.Y; y < r.Y+r.H; y++ {
		row := c.page.cells[y*c.page.w:]
		for x := r.X; x < r.X+r.W; x++ {
			f(&row[x])
		}
	}
}

// At is what stands in a cell and how: "" and the zero style outside the
// canvas, "" in the right half of a wide character, " " in an empty cell.
func (c *Canvas) At(x, y int) (string, Style) {
	if !c.clip.Contains(c.x+x, c.y+y) {
		return "", Style{}
	}
	k := c.page.cells[(c.y+y)*c.page.w+c.x+x]
	if k.text == "" && !k.tail {
		return " ", k.style
	}
	return k.text, k.style
}
