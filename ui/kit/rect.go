package kit

// A Rect is a part of the screen in cells: its top left corner and its size.
// A rectangle without area is empty, whatever its corner.
type Rect struct{ X, Y, W, H int }

// Contains reports whether the cell lies in the rectangle.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && y >= r.Y && x < r.X+r.W && y < r.Y+r.H
}

// Empty reports whether there is no cell in it.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Meet is what both rectangles cover.
func (r Rect) Meet(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{x, y, max(min(r.X+r.W, o.X+o.W)-x, 0), max(min(r.Y+r.H, o.Y+o.H)-y, 0)}
}

// Inset is the rectangle without dx columns left and right and dy rows above
// and below.
func (r Rect) Inset(dx, dy int) Rect {
	return Rect{r.X + dx, r.Y + dy, max(r.W-2*dx, 0), max(r.H-2*dy, 0)}
}

// At is a rectangle moved so that its corner is at x, y.
func (r Rect) At(x, y int) Rect { return Rect{x, y, r.W, r.H} }

// Top cuts n rows off the top: the strip, and what is left.
func (r Rect) Top(n int) (strip, rest Rect) {
	n = clamp(n, 0, r.H)
	return Rect{r.X, r.Y, r.W, n}, Rect{r.X, r.Y + n, r.W, r.H - n}
}

// Bottom cuts n rows off the bottom: the strip, and what is left.
func (r Rect) Bottom(n int) (strip, rest Rect) {
	n = clamp(n, 0, r.H)
	return Rect{r.X, r.Y + r.H - n, r.W, n}, Rect{r.X, r.Y, r.W, r.H - n}
}

// Left cuts n columns off the left: the strip, and what is left over.
func (r Rect) Left(n int) (strip, rest Rect) {
	n = clamp(n, 0, r.W)
	return Rect{r.X, r.Y, n, r.H}, Rect{r.X + n, r.Y, r.W - n, r.H}
}

// Right cuts n columns off the right: the strip, and what is left over.
func (r Rect) Right(n int) (strip, rest Rect) {
	n = clamp(n, 0, r.W)
	return Rect{r.X + r.W - n, r.Y, n, r.H}, Rect{r.X, r.Y, r.W - n, r.H}
}

// Center is a rectangle of at most w×h in the middle of r.
func (r Rect) Center(w, h int) Rect {
	w, h = clamp(w, 0, r.W), clamp(h, 0, r.H)
	return Rect{r.X + (r.W-w)/2, r.Y + (r.H-h)/2, w, h}
}

// Columns shares the width among n columns with gap cells between them; the
// first ones take what does not divide.
func (r Rect) Columns(n, gap int) []Rect {
	if n <= 0 {
		return nil
	}
	out := make([]Rect, n)
	free := max(r.W-gap*(n-1), 0)
	x := r.X
	for i := range out {
		w := free / n
		if i < free%n {
			w++
		}
		out[i] = Rect{x, r.Y, min(w, max(r.X+r.W-x, 0)), r.H}
		x += w + gap
	}
	return out
}

func clamp(v, low, high int) int { return max(low, min(v, max(low, high))) }
