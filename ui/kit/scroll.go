package kit

import tea "charm.land/bubbletea/v2"

// scroll is a cursor in a list of n rows of which h are shown.
type scroll struct{ cur, top int }

// fit keeps the cursor in the list and in sight.
func (s *scroll) fit(n, h int) {
	s.cur = clamp(s.cur, 0, n-1)
	h = max(h, 1)
	if s.cur < s.top {
		s.top = s.cur
	}
	if s.cur >= s.top+h {
		s.top = s.cur - h + 1
	}
	s.top = clamp(s.top, 0, n-h)
}

// key moves the cursor for arrows and pages; with vim, also for the letters
// of those who never leave the home row, and without, where letters are
// typed, for ctrl+n and ctrl+p.
func (s *scroll) key(msg tea.KeyPressMsg, n, h int, vim bool) bool {
	h = max(h, 1)
	switch {
	case IsKey(msg, "up") || vim && IsKey(msg, "k") || !vim && IsKey(msg, "ctrl+p"):
		s.cur--
	case IsKey(msg, "down") || vim && IsKey(msg, "j") || !vim && IsKey(msg, "ctrl+n"):
		s.cur++
	case IsKey(msg, "pgup") || vim && IsKey(msg, "ctrl+b"):
		s.cur -= max(h-1, 1)
	case IsKey(msg, "pgdown") || vim && IsKey(msg, "ctrl+f"):
		s.cur += max(h-1, 1)
	case vim && IsKey(msg, "ctrl+u"):
		s.cur -= max(h/2, 1)
	case vim && IsKey(msg, "ctrl+d"):
		s.cur += max(h/2, 1)
	case IsKey(msg, "home", "ctrl+home") || vim && IsKey(msg, "g"):
		s.cur = 0
	case IsKey(msg, "end", "ctrl+end") || vim && IsKey(msg, "G"):
		s.cur = n - 1
	default:
		return false
	}
	s.fit(n, h)
	return true
}

// wheel moves the window and takes the cursor along only when it would leave
// it.
func (s *scroll) wheel(delta, n, h int) {
	h = max(h, 1)
	s.top = clamp(s.top+delta, 0, n-h)
	s.cur = clamp(s.cur, s.top, min(s.top+h, n)-1)
	s.fit(n, h)
}

// drawScrollbar paints where the window is at the right edge of its rows, only
// when there is more than it shows.
func drawScrollbar(c *Canvas, e *Env, x, y, h, top, n int) {
	if n <= h || h <= 0 {
		return
	}
	size := max(h*h/n, 1)
	at := 0
	if n > h {
		at = (h - size) * top / (n - h)
	}
	c.Fill(Rect{x, y + at, 1, size}, e.Theme.Rule, "┃")
}

// wheelStep is the rows a notch of the wheel moves.
const wheelStep = 3

// wheelDelta is the rows a wheel message moves, summed by the filter or not.
func wheelDelta(msg tea.Msg) (delta, x, y int, ok bool) {
	switch m := msg.(type) {
	case tea.MouseWheelMsg:
		return wheelRows(m.Button), m.X, m.Y, m.Button == tea.MouseWheelUp || m.Button == tea.MouseWheelDown
	case WheelMsg:
		return wheelStep * m.Delta, m.X, m.Y, m.Delta != 0
	}
	return 0, 0, 0, false
}

func wheelRows(b tea.MouseButton) int {
	switch b {
	case tea.MouseWheelUp:
		return -wheelStep
	case tea.MouseWheelDown:
		return wheelStep
	}
	return 0
}
