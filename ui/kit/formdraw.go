package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A formSlot is where a field is, in lines from the top of all of them.
type formSlot struct {
	label Rect
	value Rect
	wrong int // lines of the complaint below it
	y, h  int // all of it
}

// labelWidth is the column of labels: as wide as the widest, within reason.
func (f *Form) labelWidth() int {
	w := 8
	for _, x := range f.fields {
		if _, heading := x.(*Heading); !heading && !x.About().hidden() {
			w = max(w, Width(x.About().label(f.env)))
		}
	}
	return min(w, 24)
}

// valueAt is the column of values: beside the labels, or on a narrow screen
// below each of them.
func (f *Form) valueAt(w int) Rect {
	labels := f.labelWidth()
	if w < labels+24 {
		return Rect{X: 1, W: max(w-2, 0)}
	}
	return Rect{X: labels + 2, W: max(w-labels-3, 0)}
}

func (f *Form) valueWidth() int { return f.valueAt(f.w).W }

// complaint is what is wrong with a field and what would be right, in lines.
func (f *Form) complaint(p *model.Problem, w int) (lines []string, wrong int) {
	if p == nil {
		return nil, 0
	}
	lines = Lines("! "+f.env.Say(p.Message), w)
	wrong = len(lines)
	if do := f.env.Lang.Remedy(p.Message); do != "" {
		lines = append(lines, Lines(do, w)...)
	}
	return lines, wrong
}

// below is what stands below a field: what is wrong with it, or why it cannot
// be changed.
func (f *Form) below(info *FieldInfo, w int) (lines []string, wrong int) {
	if info.wrong == nil && !info.Fixed.IsZero() {
		return Lines(f.env.Say(info.Fixed), w), 0
	}
	return f.complaint(info.wrong, w)
}

// slots is the pure layout of all fields at a width, the button last.
func (f *Form) slots(w int) []formSlot {
	at := f.valueAt(w)
	stacked := at.X == 1
	out := make([]formSlot, len(f.fields)+1)
	y := f.looseLines(w)
	for i, x := range f.fields {
		if x.About().hidden() {
			out[i] = formSlot{y: y}
			continue
		}
		if _, heading := x.(*Heading); heading {
			gap := 1
			if y == 0 {
				gap = 0
			}
			out[i] = formSlot{label: Rect{0, y + gap, w, 1}, y: y, h: 1 + gap}
			y += 1 + gap
			continue
		}
		n := x.rows(f.env, at.W)
		lines, _ := f.below(x.About(), at.W)
		s := formSlot{label: Rect{0, y, max(at.X-2, 1), 1}, wrong: len(lines), y: y}
		top := y
		if stacked {
			s.label = Rect{0, y, w, 1}
			top++
		}
		s.value = Rect{at.X, top, at.W, n}
		s.h = top - y + n + len(lines)
		out[i] = s
		y += s.h
	}
	button := Width(f.env.T(f.saveLabel())) + 2
	out[len(f.fields)] = formSlot{value: Rect{at.X, y + 1, button, 1}, y: y + 1, h: 1}
	return out
}

func (f *Form) saveLabel() string {
	if f.SaveLabel != "" {
		return f.SaveLabel
	}
	return "kit.save"
}

func (f *Form) looseLines(w int) int {
	n := 0
	for _, p := range f.loose {
		lines, _ := f.complaint(p, w)
		n += len(lines)
	}
	if n > 0 {
		n++
	}
	return n
}

// length is the lines of all fields.
func (f *Form) length() int {
	s := f.slots(f.w)
	return s[len(s)-1].y + 1
}

// body is where the fields are; the hint has the last two lines when there
// is room.
func (f *Form) body() Rect {
	r := Rect{0, 0, f.w, f.h}
	if f.h >= 6 {
		_, r = r.Bottom(2)
	}
	return r
}

// Size is as high as its fields, in lines that read well.
func (f *Form) Size(maxW, maxH int) (w, h int) {
	f2 := *f
	f2.w = min(72, maxW)
	return f2.w, min(f2.length()+2, maxH)
}

// reveal scrolls so that the field in hand is in sight, with its complaint.
func (f *Form) reveal() {
	if f.w == 0 {
		return
	}
	body := f.body()
	s := f.slots(f.w)[max(f.focus, 0)]
	y, h := s.y, s.h
	if f.focus >= 0 && f.focus < len(f.fields) {
		if _, cy, _ := f.fields[f.focus].cursor(f.env, f.valueWidth()); h > body.H {
			y, h = s.value.Y+cy, 1 // taller than the screen: the line in hand
		}
	}
	if y+h > f.top+body.H {
		f.top = y + h - body.H
	}
	if y < f.top {
		f.top = y
	}
	f.top = clamp(f.top, 0, f.length()-body.H)
	if f.first() {
		f.top = 0
	}
}

// first reports whether the field in hand is the first: then the heading
// above it is shown too.
func (f *Form) first() bool {
	for i := 0; i < f.focus; i++ {
		if f.stops(i) {
			return false
		}
	}
	return f.slots(f.w)[max(f.focus, 0)].y < f.body().H
}

// Draw paints the fields in sight, the hint of the one in hand and the
// button.
func (f *Form) Draw(c *Canvas) {
	th := f.env.Theme
	body := c.Sub(f.body())
	slots := f.slots(c.W())
	f.drawLoose(body)
	for i, x := range f.fields {
		s := slots[i]
		if x.About().hidden() || s.y+s.h <= f.top || s.y >= f.top+body.H() {
			continue
		}
		f.drawField(body, x, s, i == f.focus)
	}
	b := slots[len(f.fields)].value
	st := th.Key
	if f.focus == len(f.fields) {
		st = th.Selected
	}
	body.Text(b.X, b.Y-f.top, st, " "+f.env.T(f.saveLabel())+" ")
	drawScrollbar(body, f.env, body.W()-1, 0, body.H(), f.top, f.length())
	f.drawHint(c)
}

func (f *Form) drawLoose(c *Canvas) {
	y := -f.top
	for _, p := range f.loose {
		lines, wrong := f.complaint(p, c.W())
		for i, line := range lines {
			st := f.env.Theme.Clash
			if i >= wrong {
				st = f.env.Theme.Muted
			}
			c.Text(0, y, st, line)
			y++
		}
	}
}

func (f *Form) drawField(c *Canvas, x Field, s formSlot, focused bool) {
	th, info := f.env.Theme, x.About()
	label := th.Muted
	if _, heading := x.(*Heading); heading {
		label = th.Title
	} else if focused {
		label = th.Accent
	}
	c.TextFit(s.label.X, s.label.Y-f.top, s.label.W, label, info.label(f.env))
	if s.value.Empty() {
		return
	}
	x.draw(c.Sub(s.value.At(s.value.X, s.value.Y-f.top)), f.env, focused)
	lines, wrong := f.below(info, s.value.W)
	for i, line := range lines {
		st := th.Clash
		if i >= wrong {
			st = th.Muted
		}
		c.Text(s.value.X, s.value.Y+s.value.H+i-f.top, st, line)
	}
}

// drawHint says more about the field in hand, below all of them.
func (f *Form) drawHint(c *Canvas) {
	if f.body().H == c.H() || f.focus >= len(f.fields) || f.focus < 0 {
		return
	}
	c.TextFit(0, c.H()-1, c.W(), f.env.Theme.Muted, f.env.Say(f.fields[f.focus].About().Hint))
}

// click puts the field that was hit in hand, and gives it the click.
func (f *Form) click(msg tea.Msg, x, y int) Outcome {
	if !f.body().Contains(x, y) {
		return Stay
	}
	line := y + f.top
	slots := f.slots(f.w)
	if slots[len(f.fields)].value.Contains(x, line) {
		return f.save()
	}
	for i, s := range slots[:len(f.fields)] {
		if line < s.y || line >= s.y+s.h || !f.stops(i) {
			continue
		}
		if i != f.focus {
			f.leave()
			f.focus = i
		}
		if s.value.Contains(x, line) {
			if moved, _, _, ok := MouseAt(msg, s.value.X, s.value.Y-f.top); ok {
				f.edit(moved, s.value.W)
			}
		}
		f.reveal()
		break
	}
	return Stay
}

// Cursor is the cursor of the field in hand.
func (f *Form) Cursor() (x, y int, ok bool) {
	if f.focus < 0 || f.focus >= len(f.fields) {
		return 0, 0, false
	}
	s := f.slots(f.w)[f.focus]
	x, y, ok = f.fields[f.focus].cursor(f.env, s.value.W)
	y += s.value.Y - f.top
	return x + s.value.X, y, ok && f.body().Contains(x+s.value.X, y)
}
