package kit

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// An Input is one line of text being typed: bubbles' text input for the
// editing, our own painting around it. It scrolls when it is longer than its
// place, moves over whole clusters, and its cursor is the terminal's own, in
// the right cell also for wide characters, so that input methods and screen
// readers follow it.
type Input struct {
	Placeholder string // shown, muted, while nothing is typed
	Limit       int    // most characters; 0 is 1000

	line  textinput.Model
	whole bool // all of the text is selected: what is typed replaces it
}

// NewInput is an input that holds s, with the cursor at its end.
func NewInput(s string) *Input {
	in := &Input{line: textinput.New()}
	in.line.Prompt = ""
	in.line.SetVirtualCursor(false)
	in.line.Focus()
	in.Set(s)
	return in
}

// Value is what was typed.
func (in *Input) Value() string { return in.line.Value() }

// Set replaces the text and puts the cursor at its end.
func (in *Input) Set(s string) {
	in.limit()
	in.whole = false
	in.line.SetValue(typable(s))
	in.line.CursorEnd()
}

// Select selects the text as a whole: what is typed or pasted next replaces
// it, backspace takes it out; any other key of the line, or a click, keeps it.
func (in *Input) Select() { in.whole = in.line.Value() != "" }

// replace takes out the text that is selected, for what comes in its place.
func (in *Input) replace() {
	if in.whole {
		in.Set("")
	}
}

func (in *Input) limit() {
	in.line.CharLimit = in.Limit
	if in.Limit == 0 {
		in.line.CharLimit = 1000
	}
}

// Update takes a key or a paste; handled is false for keys that mean nothing
// to a line of text (enter, esc, tab, up, down).
func (in *Input) Update(msg tea.Msg) (handled bool) {
	in.limit()
	switch msg := msg.(type) {
	case tea.PasteMsg:
		s := typable(strings.Join(strings.Fields(msg.Content), " "))
		if s != "" {
			in.replace()
		}
		in.edit(tea.PasteMsg{Content: s})
		return true
	case tea.KeyPressMsg:
		return in.key(msg)
	}
	return false
}

// edit hands a message to the text input. What commands it answers with blink
// a cursor that is not drawn.
func (in *Input) edit(msg tea.Msg) { in.line, _ = in.line.Update(msg) }

// key knows which keys are the line's, and steps over clusters where the text
// input would step over characters.
func (in *Input) key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "backspace", "ctrl+h", "shift+backspace", "delete", "ctrl+d":
		if in.whole {
			in.replace()
			return true
		}
	}
	text, pos := []rune(in.line.Value()), in.line.Position()
	switch msg.String() {
	case "left", "ctrl+b":
		in.line.SetCursor(before(text, pos))
	case "right", "ctrl+f":
		in.line.SetCursor(after(text, pos))
	case "backspace", "ctrl+h", "shift+backspace":
		in.remove(text, before(text, pos), pos)
	case "delete", "ctrl+d":
		in.remove(text, pos, after(text, pos))
	case "home", "ctrl+a", "end", "ctrl+e", "ctrl+left", "alt+left", "alt+b", "ctrl+right", "alt+right", "alt+f",
		"ctrl+w", "alt+backspace", "ctrl+u", "ctrl+k":
		in.edit(msg)
	case "alt+d", "alt+delete":
		// The text input's own way of doing this reads beyond the end when one
		// character is left.
		in.remove(text, pos, wordEnd(text, pos))
	case "ctrl+backspace":
		in.edit(KeyMsg("ctrl+w"))
	default:
		s := typable(Typed(msg))
		if s == "" {
			return Typed(msg) != ""
		}
		in.replace()
		in.edit(tea.PasteMsg{Content: s})
	}
	in.whole = false
	return true
}

func (in *Input) remove(text []rune, from, to int) {
	in.line.SetValue(string(text[:from]) + string(text[to:]))
	in.line.SetCursor(from)
}

// typable is what of s may stand on a line: no control characters, no line
// ends.
func typable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case hidden(r):
			return -1
		}
		return r
	}, s)
}

// before and after step over whole clusters: a letter goes with its accents.
func before(text []rune, pos int) int {
	prev := 0
	for i := 0; i < pos; {
		prev = i
		i = after(text, i)
	}
	return prev
}

// wordEnd is the end of the word at pos, or of the next one.
func wordEnd(text []rune, pos int) int {
	for pos < len(text) && unicode.IsSpace(text[pos]) {
		pos++
	}
	for pos < len(text) && !unicode.IsSpace(text[pos]) {
		pos++
	}
	return pos
}

func after(text []rune, pos int) int {
	if pos >= len(text) {
		return len(text)
	}
	tail := string(text[pos:min(pos+16, len(text))])
	_, _, n := next(tail)
	return pos + max(len([]rune(tail[:n])), 1)
}

// window is the part of the text shown in w cells: as far right as the cursor
// needs, with a cell kept for it behind the last character.
func (in *Input) window(w int) (shown string, cursor int) {
	text, pos := []rune(in.line.Value()), in.line.Position()
	before := string(text[:pos])
	over := Width(before) - (w - 1)
	for over > 0 && before != "" {
		_, cw, n := next(before)
		before = before[n:]
		over -= cw
	}
	n, _ := cut(before+string(text[pos:]), w)
	return (before + string(text[pos:]))[:n], Width(before)
}

// Draw paints the input in w cells at x, y.
func (in *Input) Draw(c *Canvas, e *Env, x, y, w int, st Style) {
	if w <= 0 {
		return
	}
	c.Fill(Rect{x, y, w, 1}, st, " ")
	if in.line.Value() == "" {
		c.TextFit(x, y, w, e.Theme.Muted.Over(st), in.Placeholder)
		return
	}
	shown, _ := in.window(w)
	if in.whole {
		st = e.Theme.Selected
	}
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
	in.whole = false
	shown, cursor := in.window(w)
	start := in.line.Position() - len([]rune(cutTo(shown, cursor)))
	in.line.SetCursor(start + len([]rune(cutTo(shown, x))))
}

func cutTo(s string, w int) string {
	n, _ := cut(s, w)
	return s[:n]
}
