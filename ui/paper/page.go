package paper

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/lang"
)

// Wide is how many columns a paper has, unless another width is asked for.
const Wide = 80

// least is the fewest columns a paper can have.
const least = 60

// labels is the width of the column of labels, the two spaces before it
// included.
const labels = 15

// A page is a paper being written.
type page struct {
	p *lang.Printer
	w int // columns
	b strings.Builder
}

func newPage(p *lang.Printer, w int) *page {
	if w == 0 {
		w = Wide
	}
	return &page{p: p, w: max(w, least)}
}

func (g *page) t(id string, pairs ...any) string { return g.p.T(id, pairs...) }

// line writes a line, or several when it is too long; those that follow are
// set in by indent.
func (g *page) line(s string, indent int) {
	for i, l := range wrap(s, g.w, indent) {
		if i > 0 {
			g.b.WriteString(strings.Repeat(" ", indent))
		}
		g.b.WriteString(strings.TrimRight(l, " "))
		g.b.WriteByte('\n')
	}
}

// wrap breaks a text into lines: the first of w columns, the others of indent
// fewer.
func wrap(s string, w, indent int) []string {
	first := kit.Lines(s, w)
	if len(first) < 2 || indent == 0 {
		return first
	}
	rest := strings.TrimLeft(strings.TrimPrefix(s, first[0]), " \n")
	return append(first[:1], kit.Lines(rest, w-indent)...)
}

func (g *page) blank() { g.b.WriteByte('\n') }

// rule is a line across: strong below a head, thin between parts.
func (g *page) rule(strong bool) {
	ch := "-"
	if strong {
		ch = "="
	}
	g.b.WriteString(strings.Repeat(ch, g.w) + "\n")
}

// sides writes one text at the left and one at the right edge, below each
// other where they do not fit beside each other.
func (g *page) sides(left, right string) {
	gap := g.w - kit.Width(left) - kit.Width(right)
	if gap < 2 {
		g.line(left, 2)
		gap, left = max(g.w-kit.Width(right), 0), ""
	}
	g.line(left+strings.Repeat(" ", gap)+right, 0)
}

// field writes a label and what belongs to it, set in; nothing when there is
// nothing. A line break in the text begins a new line.
func (g *page) field(label, text string) {
	if text == "" {
		return
	}
	head := pad("  "+label, labels-1) + " "
	for _, para := range strings.Split(text, "\n") {
		for _, l := range kit.Lines(para, g.w-labels) {
			g.b.WriteString(strings.TrimRight(head+l, " ") + "\n")
			head = strings.Repeat(" ", labels)
		}
	}
}

// pad fills s with spaces up to w columns, or cuts it.
func pad(s string, w int) string {
	return atLeast(kit.Fit(s, w), w)
}

// atLeast fills s with spaces up to w columns; a longer one stays whole.
func atLeast(s string, w int) string { return s + strings.Repeat(" ", max(w-kit.Width(s), 0)) }

// center is s in the middle of w columns.
func center(s string, w int) string {
	s = kit.Fit(s, w)
	left := (w - kit.Width(s)) / 2
	return pad(strings.Repeat(" ", max(left, 0))+s, w)
}

// joined is the texts that are not empty, with dots between.
func joined(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}

func (g *page) String() string { return g.b.String() }

// clock is a time of day: 07:30.
func (g *page) clock(q model.Quarter) string { return g.p.Time(q) }
