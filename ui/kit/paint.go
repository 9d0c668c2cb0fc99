package kit

import "strings"

// Fill paints every cell of r with a character of one cell.
func (c *Canvas) Fill(r Rect, st Style, ch string) {
	abs := r.At(c.x+r.X, c.y+r.Y).Meet(c.clip)
	for y := abs.Y; y < abs.Y+abs.H; y++ {
		for x := abs.X; x < abs.X+abs.W; x++ {
			c.page.put(x, y, ch, 1, st)
		}
	}
}

// Clear makes r empty in the terminal's own colours.
func (c *Canvas) Clear(r Rect) { c.Fill(r, Style{}, "") }

// HLine draws a thin rule of w cells.
func (c *Canvas) HLine(x, y, w int, st Style) { c.Fill(Rect{x, y, w, 1}, st, "─") }

// VLine draws a thin upright rule of h cells.
func (c *Canvas) VLine(x, y, h int, st Style) { c.Fill(Rect{x, y, 1, h}, st, "│") }

// Box draws a thin frame on the edge of r. A title stands in its top rule.
func (c *Canvas) Box(r Rect, st Style, title string, titleStyle Style) {
	if r.W < 2 || r.H < 2 {
		return
	}
	right, low := r.X+r.W-1, r.Y+r.H-1
	c.HLine(r.X+1, r.Y, r.W-2, st)
	c.HLine(r.X+1, low, r.W-2, st)
	c.VLine(r.X, r.Y+1, r.H-2, st)
	c.VLine(right, r.Y+1, r.H-2, st)
	c.Text(r.X, r.Y, st, "╭")
	c.Text(right, r.Y, st, "╮")
	c.Text(r.X, low, st, "╰")
	c.Text(right, low, st, "╯")
	if title != "" && r.W > 6 {
		c.Text(r.X+2, r.Y, st, " ")
		n := c.TextFit(r.X+3, r.Y, r.W-6, titleStyle, title)
		c.Text(r.X+3+n, r.Y, st, " ")
	}
}

// SetStyle gives every cell of r a new style made from its old one.
func (c *Canvas) SetStyle(r Rect, f func(Style) Style) {
	c.each(r, func(k *cell) { k.style = f(k.style) })
}

// Overlay lays a style over every cell of r: for a selected row, a card.
func (c *Canvas) Overlay(r Rect, st Style) {
	c.each(r, func(k *cell) { k.style = st.Over(k.style) })
}

// Dim gives every cell of r one quiet style, so that what is painted above it
// stands out.
func (c *Canvas) Dim(r Rect, st Style) {
	c.each(r, func(k *cell) { k.style = st })
}

// Wrap paints a paragraph in r, broken between words, and returns the lines
// it would take at that width: more than r.H when some did not fit, in which
// case the last line painted ends in ….
func (c *Canvas) Wrap(r Rect, st Style, s string) int {
	lines := Lines(s, r.W)
	for i, line := range lines {
		if i >= r.H {
			break
		}
		if i == r.H-1 && i < len(lines)-1 {
			line = Fit(line+" …", r.W)
		}
		c.Text(r.X, r.Y+i, st, line)
	}
	return len(lines)
}

// Lines breaks s into lines of at most w cells, between words where it can;
// a line break in s begins a new one.
func Lines(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var lines []string
	for _, para := range strings.Split(s, "\n") {
		lines = appendWrapped(lines, para, w)
	}
	return lines
}

func appendWrapped(lines []string, para string, w int) []string {
	for {
		para = strings.TrimRight(para, " ")
		n, whole := cut(para, w)
		if whole {
			return append(lines, para)
		}
		if n == 0 {
			// not even one cluster fits: it is left out
			_, _, size := next(para)
			para = para[size:]
			continue
		}
		at := n
		if para[n] != ' ' {
			if sp := strings.LastIndexByte(para[:n], ' '); sp > 0 && strings.TrimSpace(para[:sp]) != "" {
				at = sp
			}
		}
		lines = append(lines, strings.TrimRight(para[:at], " "))
		para = strings.TrimLeft(para[at:], " ")
	}
}
