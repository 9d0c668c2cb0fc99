package ui

import (
	tea "charm.land/bubbletea/v2"

	"muster/ui/kit"
)

// A paper is a dialog that is read: paragraphs, headings, and rows of a field
// and its two versions side by side. It scrolls. Keys that end it with a yes
// are given; esc ends it without.
type paper struct {
	env   *kit.Env
	title string
	rows  []paperRow
	yes   kit.Action // the key that ends it with a yes; without keys there is none
	no    string     // the catalogue id of leaving it
	lines []paperLine
	top   int
	w, h  int
}

// A paperRow is a text over the whole width (only cells[0]), or three cells.
type paperRow struct {
	style kit.Style
	wide  bool
	cells [3]string
}

type paperLine struct {
	style kit.Style
	cells [3]string
	at    [3]int
}

func (p *paper) text(st kit.Style, s string) {
	p.rows = append(p.rows, paperRow{style: st, wide: true, cells: [3]string{s}})
}

func (p *paper) row(st kit.Style, field, a, b string) {
	p.rows = append(p.rows, paperRow{style: st, cells: [3]string{field, a, b}})
}

// set wraps the rows for a width.
func (p *paper) set(w int) []paperLine {
	const gap = 2
	field := 14
	for _, r := range p.rows {
		if !r.wide {
			field = max(field, kit.Width(r.cells[0]))
		}
	}
	field = min(field, w/3)
	half := max((w-field-2*gap)/2, 1)
	at := [3]int{0, field + gap, field + gap + half + gap}
	var out []paperLine
	for _, r := range p.rows {
		if r.wide {
			for _, s := range kit.Lines(r.cells[0], w) {
				out = append(out, paperLine{style: r.style, cells: [3]string{s}})
			}
			continue
		}
		parts := [3][]string{kit.Lines(r.cells[0], field), kit.Lines(r.cells[1], half), kit.Lines(r.cells[2], half)}
		for i := range max(len(parts[0]), len(parts[1]), len(parts[2])) {
			l := paperLine{style: r.style, at: at}
			for k := range parts {
				if i < len(parts[k]) {
					l.cells[k] = parts[k][i]
				}
			}
			out = append(out, l)
		}
	}
	return out
}

func (p *paper) Title() string { return p.title }

// Result has nothing to say: a paper that is Done was agreed to.
func (p *paper) Result() kit.Read { return kit.Read{} }

func (p *paper) Size(maxW, maxH int) (w, h int) {
	w = min(100, maxW)
	return w, min(len(p.set(w-1)), maxH)
}

func (p *paper) Resize(w, h int) {
	p.w, p.h = w, h
	p.lines = p.set(max(w-1, 1))
	p.turn(0)
}

func (p *paper) turn(by int) { p.top = max(min(p.top+by, len(p.lines)-p.h), 0) }

func (p *paper) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	switch m := msg.(type) {
	case kit.WheelMsg:
		p.turn(m.Delta)
	case tea.KeyPressMsg:
		switch {
		case len(p.yes.Keys) > 0 && kit.IsKey(m, p.yes.Keys...):
			return kit.Done, nil
		case kit.IsKey(m, "esc", "enter", "q"):
			return kit.Cancelled, nil
		case kit.IsKey(m, "up", "k"):
			p.turn(-1)
		case kit.IsKey(m, "down", "j"):
			p.turn(1)
		case kit.IsKey(m, "pgup"):
			p.turn(-p.h)
		case kit.IsKey(m, "pgdown", "space"):
			p.turn(p.h)
		case kit.IsKey(m, "home", "g"):
			p.turn(-p.top)
		case kit.IsKey(m, "end", "G"):
			p.turn(len(p.lines))
		}
	}
	return kit.Stay, nil
}

func (p *paper) Draw(c *kit.Canvas) {
	for y := range min(c.H(), len(p.lines)-p.top) {
		l := p.lines[p.top+y]
		for i, s := range l.cells {
			st := l.style
			if i == 0 && l.at[1] > 0 {
				st = p.env.Theme.Muted
			}
			c.Text(l.at[i], y, st, s)
		}
	}
	if p.top > 0 {
		c.Text(c.W()-1, 0, p.env.Theme.Muted, "↑")
	}
	if p.top+c.H() < len(p.lines) {
		c.Text(c.W()-1, c.H()-1, p.env.Theme.Muted, "↓")
	}
}

func (p *paper) Cursor() (x, y int, ok bool) { return 0, 0, false }

func (p *paper) Actions() []kit.Action {
	out := []kit.Action{{ID: p.no, Keys: []string{"esc"}, Rank: 1}}
	if len(p.yes.Keys) > 0 {
		out = append(out, p.yes)
	}
	return out
}
