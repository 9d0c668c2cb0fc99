package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A Prompt asks for one line of text.
type Prompt struct {
	env   *Env
	title model.Message
	label model.Message
	check func(string) *model.Problem
	in    *Input
	wrong *model.Problem
	w, h  int
}

// NewPrompt asks for a line that begins as value. check refuses it, or is nil.
func NewPrompt(e *Env, title, label model.Message, value string, check func(string) *model.Problem) *Prompt {
	return &Prompt{env: e, title: title, label: label, check: check, in: NewInput(value)}
}

// Offered makes the value it begins with an offer, taken or replaced as a
// whole: the first that is typed replaces it, the arrows keep it to be edited.
func (d *Prompt) Offered() *Prompt {
	d.in.Select()
	return d
}

// Title is its title.
func (d *Prompt) Title() string { return d.env.Say(d.title) }

// Result is what was typed.
func (d *Prompt) Result() string { return d.in.Value() }

// Size is the label, the line, and three for what is wrong with it.
func (d *Prompt) Size(maxW, maxH int) (w, h int) {
	w = min(60, maxW)
	return w, min(4+max(len(Lines(d.env.Say(d.label), w)), 1), maxH)
}

// Resize takes the size.
func (d *Prompt) Resize(w, h int) { d.w, d.h = w, h }

// line is the row of the input.
func (d *Prompt) line() int {
	if d.label.IsZero() {
		return 0
	}
	return clamp(len(Lines(d.env.Say(d.label), d.w)), 0, max(d.h-1, 0))
}

// Update types, or ends.
func (d *Prompt) Update(msg tea.Msg) (Outcome, tea.Cmd) {
	if x, y, ok := Click(msg); ok && y == d.line() {
		d.in.Click(x, d.w)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case IsKey(k, "esc"):
			return Cancelled, nil
		case IsKey(k, "enter", "ctrl+s"):
			if d.check != nil {
				if d.wrong = d.check(d.in.Value()); d.wrong != nil {
					return Stay, nil
				}
			}
			return Done, nil
		}
	}
	if d.in.Update(msg) {
		d.wrong = nil
	}
	return Stay, nil
}

// Draw paints the label, the line and what is wrong.
func (d *Prompt) Draw(c *Canvas) {
	th := d.env.Theme
	if d.line() > 0 {
		c.Wrap(Rect{0, 0, c.W(), d.line()}, th.Muted, d.env.Say(d.label))
	}
	d.in.Draw(c, d.env, 0, d.line(), c.W(), th.Input)
	if d.wrong != nil {
		_, rest := c.Bounds().Top(d.line() + 1)
		n := c.Wrap(rest, th.Clash, "! "+d.env.Say(d.wrong.Message))
		_, rest = rest.Top(n)
		c.Wrap(rest, th.Muted, d.env.Lang.Remedy(d.wrong.Message))
	}
}

// Cursor is in the line.
func (d *Prompt) Cursor() (x, y int, ok bool) { return d.in.Cursor(d.w), d.line(), true }

// Actions are save and cancel.
func (d *Prompt) Actions() []Action {
	return []Action{{ID: "kit.accept", Keys: []string{"enter"}, Rank: 1}, {ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2}}
}
