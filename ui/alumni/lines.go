package alumni

import (
	"slices"
	"strings"

	"muster/ui/kit"
)

// A part is a stretch of text in one style.
type part struct {
	style kit.Style
	text  string
}

// A line is parts one after another; flow puts a dot between them.
type line []part

const dot = " · "

// flow breaks a line into rows of at most w cells, after a part where that
// can be; the rows after the first begin at indent.
func flow(l line, w, indent int) []line {
	indent = min(indent, max(w-8, 0))
	margin := line{}
	if indent > 0 {
		margin = line{{text: strings.Repeat(" ", indent)}}
	}
	var out []line
	var row line
	x, fresh := 0, true // fresh: nothing but the margin stands on the row
	end := func() {
		out = append(out, row)
		row, x, fresh = slices.Clone(margin), indent, true
	}
	for _, p := range l {
		if strings.TrimSpace(p.text) == "" {
			continue
		}
		text := p.text
		if !fresh {
			text = dot + text
		}
		if x+kit.Width(text) > w && !fresh {
			end()
			text = p.text
		}
		pieces := []string{text}
		if x+kit.Width(text) > w {
			pieces = kit.Lines(text, max(w-indent, 1))
		}
		for i, s := range pieces {
			if i > 0 {
				end()
			}
			row = append(row, part{p.style, s})
			x += kit.Width(s)
			fresh = false
		}
	}
	if !fresh {
		out = append(out, row)
	}
	return out
}

// drawLine paints a row.
func drawLine(c *kit.Canvas, x, y int, l line, over func(kit.Style) kit.Style) {
	for _, p := range l {
		st := p.style
		if over != nil {
			st = over(st)
		}
		x += c.TextFit(x, y, c.W()-x, st, p.text)
	}
}
