package kit

// A frame is where a dialog and what belongs to it are on the screen.
type frame struct {
	outer, inside, keys Rect
	border              bool
}

// frame is the pure layout of a dialog: centred, with two columns of air
// inside a thin frame and its keys on the last line. On a small screen the
// air goes first, then the frame.
func (s *Stack) frame(d Dialog) frame {
	screen := Rect{0, 0, s.w, s.h}
	air, border := 1, true
	side := 3 // the frame and two columns
	if s.h < 14 {
		air = 0
	}
	if s.h < 8 || s.w < 24 {
		border, side = false, 0
	}
	edge := 0
	if border {
		edge = 1
	}
	over := 2*edge + 2*air + 1 // rows that are not the inside: edges, air, keys
	maxW, maxH := max(s.w-2*side-2*edge, 0), max(s.h-over, 0)
	if !border {
		maxW = s.w
	}
	w, h := d.Size(maxW, maxH)
	need := Width(d.Title()) // which is cut in the frame of a dialog narrower than it
	for _, it := range Footer(s.env, d.Actions(), maxW) {
		need = max(need, it.X+it.W)
	}
	w, h = clamp(max(w, need), min(maxW, 20), maxW), clamp(h, min(maxH, 1), maxH)
	f := frame{border: border}
	f.outer = screen.Center(w+2*side, h+over)
	if !border {
		f.outer = screen
	}
	in := f.outer.Inset(side, edge)
	f.keys, in = in.Bottom(1)
	_, in = in.Bottom(air)
	_, in = in.Top(air)
	f.inside = in
	return f
}

// hiddenBy reports whether the dialog above is about as high and leaves of
// this one little but its edge: two edges side by side look like one that
// broke.
func (f frame) hiddenBy(above frame) bool {
	const rows, columns = 2, 20
	under, over := f.outer, above.outer
	return over.X-under.X <= columns && under.X+under.W-over.X-over.W <= columns &&
		over.Y-under.Y <= rows && under.Y+under.H-over.Y-over.H <= rows
}

// Draw paints the open dialogs over a screen that has already been painted,
// which goes quiet behind them.
func (s *Stack) Draw(c *Canvas) {
	th := s.env.Theme
	for i, l := range s.layers {
		f := s.frame(l.dialog)
		c.Dim(c.Bounds(), th.Dimmed)
		if i < len(s.layers)-1 && f.hiddenBy(s.frame(s.layers[i+1].dialog)) {
			c.Clear(f.outer)
			continue
		}
		c.Clear(f.outer)
		if f.border {
			c.Box(f.outer, th.Rule, l.dialog.Title(), th.Title)
		}
		l.dialog.Draw(c.Sub(f.inside))
		if i == len(s.layers)-1 {
			DrawFooter(c, s.env, f.keys.X, f.keys.Y, f.keys.W, l.dialog.Actions())
		}
	}
}

// Cursor is the cell of the screen where the top dialog has its cursor.
func (s *Stack) Cursor() (x, y int, ok bool) {
	d := s.Top()
	if d == nil {
		return 0, 0, false
	}
	f := s.frame(d)
	x, y, ok = d.Cursor()
	if !ok || !(Rect{W: f.inside.W, H: f.inside.H}).Contains(x, y) {
		return 0, 0, false
	}
	return f.inside.X + x, f.inside.Y + y, true
}
