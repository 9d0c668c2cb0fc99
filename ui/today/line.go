package today

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// A part is a text in one style; a line is several of them, with what stands
// at its right edge.
type part struct {
	style kit.Style
	text  string
}

type line struct {
	parts []part
	right part
}

func said(st kit.Style, text string) line { return line{parts: []part{{st, text}}} }

// draw paints the line in w columns: the right part whole, the others cut to
// what is left.
func (l line) draw(c *kit.Canvas, x, y, w int) {
	end := x + w
	if l.right.text != "" {
		at := c.TextRight(x, end, y, l.right.style, l.right.text)
		end = at - 2
	}
	for _, p := range l.parts {
		if x >= end {
			return
		}
		x += c.TextFit(x, y, end-x, p.style, p.text)
	}
}

// fitParts joins as many of the texts as fit in w columns, with dots between;
// the first one always, cut if need be.
func fitParts(parts []string, w int) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = kit.Fit(p, w)
		case kit.Width(out)+3+kit.Width(p) <= w:
			out += " · " + p
		default:
			return out
		}
	}
	return out
}

// labelled is a label and a text, broken into lines of w columns and set in
// behind the label.
func labelled(label, text kit.Style, name, s string, inset, w int) []line {
	var out []line
	head := kit.Fit(name, inset-1)
	head += strings.Repeat(" ", inset-kit.Width(head))
	for _, l := range kit.Lines(s, max(w-inset, 1)) {
		out = append(out, line{parts: []part{{label, head}, {text, l}}})
		head = strings.Repeat(" ", inset)
	}
	return out
}

// wrapped is a text broken into lines of w columns.
func wrapped(st kit.Style, s string, w int) []line {
	var out []line
	for _, l := range kit.Lines(s, max(w, 1)) {
		out = append(out, said(st, l))
	}
	return out
}

// lasting is a length of time by the minute, in words.
func lasting(e *kit.Env, m model.Minute) string { return paper.Lasting(e.Lang, int(m)) }

// lower is a label within a sentence: without its capital, unless it is an
// abbreviation.
func lower(label string) string {
	if strings.ToUpper(label) == label {
		return label
	}
	return strings.ToLower(label)
}
