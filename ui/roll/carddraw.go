package roll

import (
	"strings"

	"muster/ui/kit"
)

// glyphs are the signs a blood group is written with, three rows high, to be
// read across a range.
var glyphs = [...]struct {
	sign rune
	rows [3]string
}{
	{'A', [3]string{"┏━┓", "┣━┫", "╹ ╹"}},
	{'B', [3]string{"┳━╮", "┣━┫", "┻━╯"}},
	{'O', [3]string{"┏━┓", "┃ ┃", "┗━┛"}},
	{'+', [3]string{"   ", "╺╋╸", "   "}},
	{'-', [3]string{"   ", "╺━╸", "   "}},
}

// large is the blood group in large signs, or nothing when it is written in
// others.
func large(blood string) []string {
	var rows [3]string
	s := strings.NewReplacer("−", "-", "–", "-", " ", "", "0", "O", "RH", "").Replace(strings.ToUpper(blood))
	if s == "" || len(s) > 3 {
		return nil
	}
next:
	for _, r := range s {
		for _, g := range glyphs {
			if g.sign == r {
				for i := range rows {
					rows[i] += " " + g.rows[i]
				}
				continue next
			}
		}
		return nil
	}
	return rows[:]
}

// A cardRow is one row of the card as wide as it is drawn.
type cardRow struct {
	label, text string
	st          kit.Style
	bare        bool
}

// labelW is the width of the names of the facts: the widest, or on a narrow
// card none, when each stands above what it names.
func (d *card) labelW(w int) int {
	widest := 0
	for _, l := range d.lines {
		widest = max(widest, kit.Width(l.label))
	}
	if w < widest+22 {
		return 0
	}
	return widest + 2
}

// rows breaks the lines to the card's width; the first two leave room for the
// blood group beside them.
func (d *card) rows() []cardRow {
	var out []cardRow
	w := d.w - 1
	labels := d.labelW(w)
	for i, l := range d.lines {
		room := w - labels
		if l.bare {
			room = w
		}
		if blood := d.blood(); i < 2 && len(blood) > 0 {
			room -= kit.Width(blood[0]) + 2
		}
		label := l.label
		if labels == 0 && label != "" {
			out = append(out, cardRow{label: label})
			label = ""
		}
		broken := kit.Lines(l.text, max(room, 1))
		if len(broken) == 0 {
			broken = []string{""}
		}
		for _, text := range broken {
			out = append(out, cardRow{label: label, text: text, st: l.st, bare: l.bare})
			label = ""
		}
	}
	return out
}

// blood is the blood group in large signs; nothing where there is no room.
func (d *card) blood() []string {
	if d.w < 56 || d.tall < 8 {
		return nil
	}
	return large(d.person.Emergency.Blood)
}

// Size is as high as the card is long.
func (d *card) Size(maxW, maxH int) (w, h int) {
	w = min(maxW, 84)
	was := *d
	was.w, was.tall = w, maxH
	return w, min(maxH, len(was.rows()))
}

// Resize takes the size.
func (d *card) Resize(w, h int) {
	d.w, d.tall = w, h
	d.turn(0)
}

func (d *card) turn(by int) {
	d.top = max(min(d.top+by, len(d.rows())-d.tall), 0)
}

// Draw paints the card from its first line in sight.
func (d *card) Draw(c *kit.Canvas) {
	th := d.env.Theme
	w := d.w - 1
	rows, labels := d.rows(), d.labelW(w)
	for y := range min(c.H(), len(rows)-d.top) {
		r := rows[d.top+y]
		if r.label != "" {
			c.TextFit(0, y, w, th.Head, r.label)
		}
		x := labels
		if r.bare {
			x = 0
		}
		c.TextFit(x, y, w-x, r.st, r.text)
	}
	if d.top == 0 {
		for i, row := range d.blood() {
			c.TextRight(0, c.W(), i, th.Clash, row)
		}
	} else {
		c.Text(c.W()-1, 0, th.Accent, "↑")
	}
	if d.top+d.tall < len(rows) {
		c.Text(c.W()-1, c.H()-1, th.Accent, "↓")
	}
}
