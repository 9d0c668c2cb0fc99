package kit

import "strings"

// String is the canvas for the terminal: exactly H lines of exactly W cells,
// joined by line breaks, with a sequence only where the style changes.
func (c *Canvas) String() string {
	p := c.page
	b := p.out[:0]
	for y := c.clip.Y; y < c.clip.Y+c.clip.H; y++ {
		if y > c.clip.Y {
			b = append(b, '\n')
		}
		b = p.appendRow(b, y, c.clip.X, c.clip.X+c.clip.W)
	}
	p.out = b
	return string(b)
}

// appendRow writes the cells from x0 up to x1 and leaves the pen plain.
func (p *page) appendRow(b []byte, y, x0, x1 int) []byte {
	pen := Style{}
	row := p.cells[y*p.w+x0 : y*p.w+x1]
	for i := range row {
		k := &row[i]
		if k.tail {
			if i == 0 {
				b = append(b, ' ') // a view that begins in the middle of a wide character
			}
			continue
		}
		if k.style != pen {
			pen = k.style
			b = pen.appendSGR(b)
		}
		switch {
		case k.text == "":
			b = append(b, ' ')
		case i == len(row)-1 && x1 < p.w && p.cells[y*p.w+x1].tail:
			b = append(b, ' ') // a view that ends in the middle of one
		default:
			b = append(b, k.text...)
		}
	}
	if pen != (Style{}) {
		b = append(b, "\x1b[m"...)
	}
	return b
}

// Plain is the canvas as text without styles, for tests and for print:
// exactly H lines, without the spaces at their ends.
func (c *Canvas) Plain() string {
	var b strings.Builder
	for y := range c.h {
		var line strings.Builder
		for x := range c.w {
			text, _ := c.At(x, y)
			line.WriteString(text)
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		if y < c.h-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
