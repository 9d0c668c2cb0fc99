package schedule

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// A cardLine is one row of a card: text at the left, and at the right what
// must not be cut off (the squads).
type cardLine struct {
	text, right string
	head        bool
}

// chips is the cells before a card's title: its mark, its letter, a space.
func (c *card) chips() string {
	return markOf(c.grade) + string(c.s.Block.Kind)
}

// marks is what a card is besides wrong: pinned, changed since it was published.
func (c *card) marks() string {
	out := ""
	if c.changed {
		out += "»"
	}
	if c.s.Pinned {
		out += "▪"
	}
	return out
}

// narrowCard is the width below which a card is written in a column: letter
// and squads, the words of the title, the place.
const narrowCard = airFrom

// linesOf writes a card into its piece: the title first, over two rows when it
// is long and there is room, then the place, the people, and the time when the
// row does not tell it.
func (t *Tab) linesOf(c *card, p piece) []cardLine {
	if p.rect.W < narrowCard {
		return t.narrowLines(c, p)
	}
	lines := t.titleLines(c, p)
	h := p.rect.H
	var facts []string
	if !t.onRow(c.s, p) || h >= 5 {
		facts = append(facts, c.when)
	}
	for _, f := range append(slices.Clone(c.facts), c.place, c.people) {
		if f != "" {
			facts = append(facts, f)
		}
	}
	left := h - len(lines)
	for i := 0; i < len(facts) && left > 0; i++ {
		text := facts[i]
		for left == 1 && i+1 < len(facts) && kit.Width(text)+3+kit.Width(facts[i+1]) <= p.rect.W-2 {
			i++
			text += " · " + facts[i]
		}
		lines = append(lines, cardLine{text: text})
		left--
	}
	return lines[:min(len(lines), max(h, 1))]
}

// narrowLines writes a card of a few cells: beside the letter whom it is for,
// or the beginning of the title when it is for everybody.
func (t *Tab) narrowLines(c *card, p piece) []cardLine {
	w, h := p.rect.W, p.rect.H
	beside := w - kit.Width(c.chips())
	title, first := c.title, c.who
	first += c.marks()
	if (first == "" || c.all) && beside > 4 {
		first, title = wholeWords(title, beside-1)
		if h < 2 {
			first = kit.Fit(c.title, beside-1)
		}
	}
	if kit.Width(first) > beside {
		first = kit.Fit(first, max(beside, 0))
	}
	lines := []cardLine{{text: first, head: true}}
	if w < 5 {
		return lines
	}
	var facts []string
	if !t.onRow(c.s, p) && !p.above {
		facts = append(facts, c.s.Start.Clock())
	}
	for _, f := range append(slices.Clone(c.facts), c.place, c.people) {
		if f != "" {
			facts = append(facts, f)
		}
	}
	room := h - 1
	if len(facts) > 0 && room > 1 {
		room-- // one row for when or where
	}
	for _, text := range shortWords(title, w-1, room) {
		lines = append(lines, cardLine{text: text, head: true})
	}
	for i := 0; i < len(facts) && len(lines) < h; i++ {
		lines = append(lines, cardLine{text: facts[i]})
	}
	return lines
}

// wholeWords is the words of a title that w cells hold, one at least, and those
// that remain.
func wholeWords(title string, w int) (first, rest string) {
	words := strings.Fields(title)
	n := min(1, len(words))
	for n < len(words) && kit.Width(strings.Join(words[:n+1], " ")) <= w {
		n++
	}
	return kit.Fit(strings.Join(words[:n], " "), w), strings.Join(words[n:], " ")
}

// shortWords breaks a title into at most n lines of w cells between words; a
// word that is longer is cut, rather than carried over without a hyphen.
func shortWords(title string, w, n int) []string {
	var out []string
	line := ""
	words := strings.Fields(title)
	for i, word := range words {
		switch {
		case n == 0:
			return nil
		case line == "":
			line = word
		case kit.Width(line)+1+kit.Width(word) <= w:
			line += " " + word
		case len(out) == n-1:
			return append(out, kit.Fit(strings.Join(append([]string{line}, words[i:]...), " "), w))
		default:
			out = append(out, kit.Fit(line, w))
			line = word
		}
	}
	if line != "" && n > 0 {
		out = append(out, kit.Fit(line, w))
	}
	return out
}

// titleLines is the title with whom it is for at its right: at the right of
// the second line when the first word needs the whole of the first.
func (t *Tab) titleLines(c *card, p piece) []cardLine {
	w, h := p.rect.W-kit.Width(c.chips())-1, p.rect.H
	right := t.besideTitle(c, p, w)
	title := c.title
	word, _, _ := strings.Cut(title, " ")
	room, second := w, ""
	if right != "" {
		room -= kit.Width(right) + 1
	}
	switch {
	case right == "":
	case room < 3 && kit.Width(right) <= w:
		title = "" // who it is for says more than a letter of the title
	case h >= 2 && (room < 3 || kit.Width(word) > room && kit.Width(word) <= w):
		second, right, room = right, "", w
	}
	inner := p.rect.W - 2
	if second != "" {
		inner -= kit.Width(second) + 1
	}
	lines := []cardLine{{text: title, right: right, head: true}}
	switch {
	case title == "" && h >= 2:
		lines = append(lines, breakTitle(c.title, inner, max(h-2, 1))...)
	case kit.Width(title) > room && h >= 2 && (kit.Width(word) <= room || room < 8):
		split := kit.Lines(title, max(room, 4))
		rest := strings.TrimSpace(strings.TrimPrefix(title, split[0]))
		if len(split) > 1 && rest != "" && (h >= 3 || second != "" || kit.Width(title) > room+6) {
			lines[0].text = split[0]
			lines = append(lines, breakTitle(rest, inner, max(h-3, 1))...)
		}
	}
	switch {
	case second == "":
	case len(lines) > 1:
		lines[1].right = second
	default:
		lines = append(lines, cardLine{text: second})
	}
	return lines
}

// besideTitle is what stands at the right of the title: the squads, a pin, and
// the time when nothing else would tell it.
func (t *Tab) besideTitle(c *card, p piece, w int) string {
	right := c.who
	if c.all && p.rect.W < 18 {
		right = "" // everybody is what one expects
	}
	if m := c.marks(); m != "" {
		right = strings.TrimSpace(m + right)
	}
	if !p.above && p.rect.H == 1 && w >= 17 && c.s.Start.OfDay()%t.scale.step != 0 {
		right = strings.TrimSpace(c.s.Start.Clock() + " " + right)
	}
	return right
}

// breakTitle breaks a title into at most n lines; the last one takes the rest.
func breakTitle(title string, w, n int) []cardLine {
	var out []cardLine
	for title != "" && len(out) < n {
		text := kit.Lines(title, max(w, 2))[0]
		rest := strings.TrimSpace(strings.TrimPrefix(title, text))
		if len(out) == n-1 {
			text = title
		}
		out = append(out, cardLine{text: text, head: true})
		title = rest
	}
	return out
}

// onRow reports whether the rows of the piece tell when the session is.
func (t *Tab) onRow(s *model.Session, p piece) bool {
	return s.Start.OfDay()%t.scale.step == 0 && s.Block.Length%t.scale.step == 0 && !p.above && !p.below
}

// drawPiece paints a card. selected says that the cursor is on it, dim that
// something else is being moved.
func (t *Tab) drawPiece(cv *kit.Canvas, p *piece, selected, dim bool) {
	c, ls := &t.cards[p.card], t.looks()
	l := ls.of(c.s.Block.Kind)
	switch {
	case dim:
		l = ls.dimmed
	case c.off:
		l = ls.off
	case c.foreign:
		l = ls.foreign
	}
	th := t.env.Theme
	if selected {
		// without the hue, which a clash has reversed already
		l.head, l.body = th.Selected.Over(l.head.Plain()), th.Selected.Over(l.body.Plain())
		l.bar = l.body
	}
	r := p.rect
	cv.Fill(r, l.body, " ")
	for y := 1; y < r.H; y++ {
		cv.Text(r.X, r.Y+y, l.bar, "▎")
	}
	x := r.X
	if mark := markOf(c.grade); mark != "" && r.W > 1 {
		st := th.Warn.Over(l.body)
		switch {
		case dim:
			st = l.head
		case c.grade == clashing:
			st = th.Clash.Reverse()
		}
		x += cv.Text(x, r.Y, st, mark)
	}
	top := l.head // of the first row, reversed when it clashes
	if c.grade == clashing && !selected && !dim {
		if top = l.head.Reverse(); th.Mode == kit.Mono {
			top = th.Title.Underline() // reversed is the card under the cursor
		}
		cv.Fill(kit.Rect{X: x, Y: r.Y, W: r.X + r.W - x, H: 1}, top, " ")
	}
	x += cv.Text(x, r.Y, l.chip, letterOf(c, p))
	body := r.X + 2
	if r.W < narrowCard {
		body = r.X + 1
	}
	for i, line := range p.lines {
		st, lx := l.body, body
		if line.head {
			st = l.head
		}
		if i == 0 {
			lx, st = x, top
			if x+kit.Width(line.text) < r.X+r.W || r.W >= narrowCard {
				lx = x + 1
			}
		}
		end := r.X + r.W
		if line.right != "" {
			end = cv.TextRight(lx, end, r.Y+i, st, line.right) - 1
		}
		cv.Sub(kit.Rect{X: lx, Y: r.Y + i, W: max(end-lx, 0), H: 1}).TextFit(0, 0, end-lx, st, line.text)
	}
	if p.below && r.H > 1 {
		cv.Text(r.X+r.W-1, r.Y+r.H-1, l.body, "↓")
	}
}

// letterOf is the kind's letter, or an arrow when the session began before
// what is seen of it.
func letterOf(c *card, p *piece) string {
	if p.above {
		return "↑"
	}
	return string(c.s.Block.Kind)
}
