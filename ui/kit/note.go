package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A NoteField is a text of several lines, wrapped between words; enter begins
// a new one.
type NoteField struct {
	FieldInfo
	Check func(string) *model.Problem
	Lines int // how many are shown; 0 is 4

	text  []rune
	pos   int
	start string
	width int // of the last Update, for moves up and down
}

// NewNote is a text of several lines.
func NewNote(name, value string) *NoteField {
	f := &NoteField{FieldInfo: FieldInfo{Name: name}, start: value}
	f.insert(value)
	f.start = f.Value()
	return f
}

// noteLimit is the most characters a note may have.
const noteLimit = 8000

// Value is the text.
func (f *NoteField) Value() string { return strings.TrimSpace(string(f.text)) }

func (f *NoteField) insert(s string) {
	var clean []rune
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\t' || r == '\r':
			clean = append(clean, ' ')
		case r == '\n' || !hidden(r):
			clean = append(clean, r)
		}
	}
	clean = clean[:min(len(clean), max(noteLimit-len(f.text), 0))]
	text := make([]rune, 0, len(f.text)+len(clean))
	f.text = append(append(append(text, f.text[:f.pos]...), clean...), f.text[f.pos:]...)
	f.pos += len(clean)
}

// noteLine is one line on the screen: the runes from, to of the text.
type noteLine struct{ from, to int }

// wrap breaks the text into lines of w cells, one kept for the cursor.
func (f *NoteField) wrap(w int) []noteLine {
	w = max(w-1, 1)
	var lines []noteLine
	from, used, space := 0, 0, -1
	for i := 0; i < len(f.text); i++ {
		r := f.text[i]
		if r == '\n' {
			lines = append(lines, noteLine{from, i})
			from, used, space = i+1, 0, -1
			continue
		}
		cw := Width(string(r))
		if used+cw > w {
			end := i
			if space > from {
				end = space + 1
			}
			if end == from {
				end = i + 1
			}
			lines = append(lines, noteLine{from, end})
			from = end
			used = Width(string(f.text[from:max(i, from)]))
			space = -1
		}
		if r == ' ' {
			space = i
		}
		used += cw
	}
	return append(lines, noteLine{from, len(f.text)})
}

// place is the line and column of the cursor.
func (f *NoteField) place(lines []noteLine) (line, col int) {
	for i, l := range lines {
		last := i == len(lines)-1
		if f.pos >= l.from && (f.pos < l.to || f.pos == l.to && (last || lines[i+1].from > l.to)) {
			return i, Width(string(f.text[l.from:f.pos]))
		}
	}
	return 0, 0
}

func (f *NoteField) shown() int {
	if f.Lines > 0 {
		return f.Lines
	}
	return 4
}

func (f *NoteField) rows(*Env, int) int { return f.shown() }

// top is the first line shown, so that the cursor is in sight.
func (f *NoteField) top(lines []noteLine) int {
	line, _ := f.place(lines)
	return max(line-f.shown()+1, 0)
}

func (f *NoteField) draw(c *Canvas, e *Env, focused bool) {
	lines := f.wrap(c.W())
	st := f.blank(e)
	if focused {
		st = e.Theme.Input
	}
	top := 0
	if focused {
		top = f.top(lines)
	}
	for y := range f.shown() {
		c.Fill(Rect{0, y, c.W(), 1}, st, " ")
		if top+y < len(lines) {
			l := lines[top+y]
			line := strings.TrimRight(string(f.text[l.from:l.to]), "\n")
			if !focused && y == f.shown()-1 && y < len(lines)-1 {
				line = Fit(strings.TrimRight(line, " ")+" …", c.W())
			}
			c.Text(0, y, st, line)
		}
	}
}

func (f *NoteField) update(msg tea.Msg, _ *Env, w int) fieldUse {
	f.width = w
	lines := f.wrap(w)
	line, col := f.place(lines)
	if x, y, ok := Click(msg); ok {
		f.pos = f.runeAt(lines, f.top(lines)+y, x)
		return used
	}
	if p, ok := msg.(tea.PasteMsg); ok {
		f.insert(p.Content)
		return used
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return notMine
	}
	switch k.String() {
	case "up":
		if line == 0 {
			return notMine
		}
		f.pos = f.runeAt(lines, line-1, col)
	case "down":
		if line == len(lines)-1 {
			return notMine
		}
		f.pos = f.runeAt(lines, line+1, col)
	case "left":
		f.pos = max(f.pos-1, 0)
	case "right":
		f.pos = min(f.pos+1, len(f.text))
	case "home", "ctrl+a":
		f.pos = lines[line].from
	case "end", "ctrl+e":
		f.pos = f.runeAt(lines, line, w)
	case "enter", "shift+enter":
		f.insert("\n")
	case "backspace":
		f.cut(f.pos-1, f.pos)
	case "delete":
		f.cut(f.pos, f.pos+1)
	case "ctrl+u":
		f.cut(lines[line].from, f.pos)
	case "ctrl+k":
		f.cut(f.pos, lines[line].to)
	default:
		s := Typed(k)
		if s == "" {
			return notMine
		}
		f.insert(s)
	}
	return used
}

func (f *NoteField) cut(from, to int) {
	from, to = clamp(from, 0, len(f.text)), clamp(to, 0, len(f.text))
	f.text = append(append([]rune(nil), f.text[:from]...), f.text[to:]...)
	f.pos = from
}

// runeAt is the rune drawn at a line and column, or the line's end.
func (f *NoteField) runeAt(lines []noteLine, line, col int) int {
	l := lines[clamp(line, 0, len(lines)-1)]
	pos := l.from
	for pos < l.to && col > 0 {
		col -= Width(string(f.text[pos]))
		pos++
	}
	if pos == l.to && line < len(lines)-1 && pos > l.from && lines[clamp(line, 0, len(lines)-1)+1].from == l.to {
		pos-- // the end of a wrapped line is the beginning of the next
	}
	return pos
}

func (f *NoteField) cursor(_ *Env, w int) (x, y int, ok bool) {
	lines := f.wrap(w)
	line, col := f.place(lines)
	return min(col, w-1), line - f.top(lines), true
}

func (f *NoteField) check(*Env) *model.Problem {
	if f.Check == nil {
		return nil
	}
	return f.Check(f.Value())
}

func (f *NoteField) dirty() bool { return f.Value() != f.start }
