package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// An Input is one line of text being typed. It scrolls when it is longer than
// its place, and its cursor is the terminal's own, in the right cell also for
// wide characters, so that input methods and screen readers follow it.
type Input struct {
	Placeholder string // shown, muted, while nothing is typed
	Limit       int    // most characters; 0 is 1000

	text []rune
	pos  int // runes before the cursor
}

// NewInput is an input that holds s, with the cursor at its end.
func NewInput(s string) *Input {
	in := &Input{}
	in.Set(s)
	return in
}

// Value is what was typed.
func (in *Input) Value() string { return string(in.text) }

// Set replaces the text and puts the cursor at its end.
func (in *Input) Set(s string) {
	in.text, in.pos = nil, 0
	in.insert(s)
}

// Update takes a key or a paste; handled is false for keys that mean nothing
// to a line of text (enter, esc, tab, up, down).
func (in *Input) Update(msg tea.Msg) (handled bool) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		in.insert(strings.Join(strings.Fields(msg.Content), " "))
		return true
	case tea.KeyPressMsg:
		return in.key(msg)
	}
	return false
}

func (in *Input) key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "left", "ctrl+b":
		in.pos = in.before(in.pos)
	case "right", "ctrl+f":
		in.pos = in.after(in.pos)
	case "home", "ctrl+a":
		in.pos = 0
	case "end", "ctrl+e":
		in.pos = len(in.text)
	case "ctrl+left", "alt+left", "alt+b":
		in.pos = in.wordBefore()
	case "ctrl+right", "alt+right", "alt+f":
		in.pos = in.wordAfter()
	case "backspace", "ctrl+h", "shift+backspace":
		in.remove(in.before(in.pos), in.pos)
	case "delete", "ctrl+d":
		in.remove(in.pos, in.after(in.pos))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		in.remove(in.wordBefore(), in.pos)
	case "ctrl+u":
		in.remove(0, in.pos)
	case "ctrl+k":
		in.remove(in.pos, len(in.text))
	default:
		s := Typed(msg)
		if s == "" {
			return false
		}
		in.insert(s)
	}
	return true
}

func (in *Input) insert(s string) {
	limit := in.Limit
	if limit == 0 {
		limit = 1000
	}
	var clean []rune
	for _, r := range s {
		if r == '\n' || r == '\t' || r == '\r' {
			r = ' '
		}
		if !hidden(r) {
			clean = append(clean, r)
		}
	}
	clean = clean[:min(len(clean), max(limit-len(in.text), 0))]
	text := make([]rune, 0, len(in.text)+len(clean))
	text = append(append(append(text, in.text[:in.pos]...), clean...), in.text[in.pos:]...)
	in.text, in.pos = text, in.pos+len(clean)
}

func (in *Input) remove(from, to int) {
	in.text = append(append([]rune(nil), in.text[:from]...), in.text[to:]...)
	in.pos = from
}

// before and after step over whole clusters: a letter goes with its accents.
func (in *Input) before(pos int) int {
	prev := 0
	for i := 0; i < pos; {
		prev = i
		i = in.after(i)
	}
	return prev
}

func (in *Input) after(pos int) int {
	if pos >= len(in.text) {
		return len(in.text)
	}
	tail := string(in.text[pos:min(pos+16, len(in.text))])
	_, _, n := next(tail)
	return pos + max(len([]rune(tail[:n])), 1)
}

func (in *Input) wordBefore() int {
	p := in.pos
	for p > 0 && in.text[p-1] == ' ' {
		p--
	}
	for p > 0 && in.text[p-1] != ' ' {
		p--
	}
	return p
}

func (in *Input) wordAfter() int {
	p := in.pos
	for p < len(in.text) && in.text[p] == ' ' {
		p++
	}
	for p < len(in.text) && in.text[p] != ' ' {
		p++
	}
	return p
}

// window is the part of the text shown in w cells: as far right as the cursor
// needs, with a cell kept for it behind the last character.
func (in *Input) window(w int) (shown string, cursor int) {
	before := string(in.text[:in.pos])
	over := Width(before) - (w - 1)
	for over > 0 && before != "" {
		_, cw, n := next(before)
		before = before[n:]
		over -= cw
	}
	n, _ := cut(before+string(in.text[in.pos:]), w)
	return (before + string(in.text[in.pos:]))[:n], Width(before)
}

// Draw paints the input in w cells at x, y.
func (in *Input) Draw(c *Canvas, e *Env, x, y, w int, st Style) {
	if w <= 0 {
		return
	}
	c.Fill(Rect{x, y, w, 1}, st, " ")
	if len(in.text) == 0 {
		c.TextFit(x, y, w, e.Theme.Muted.Over(st), in.Placeholder)
		return
	}
	shown, _ := in.window(w)
	c.Text(x, y, st, shown)
}

// Cursor is the column of the cursor when the input is drawn in w cells.
func (in *Input) Cursor(w int) int {
	if w <= 0 {
		return 0
	}
	_, cursor := in.window(w)
	return min(cursor, w-1)
}

// Click puts the cursor on the character drawn in column x of w.
func (in *Input) Click(x, w int) {
	shown, cursor := in.window(w)
	start := in.pos - len([]rune(cutTo(shown, cursor)))
	in.pos = clamp(start+len([]rune(cutTo(shown, x))), 0, len(in.text))
}

func cutTo(s string, w int) string {
	n, _ := cut(s, w)
	return s[:n]
}
