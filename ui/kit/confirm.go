package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// Confirmed is the result of a Confirm: it only comes when the answer was
// yes.
type Confirmed struct{}

// A Confirm asks before what undo cannot take back. The safe answer comes
// first and is chosen; the key that goes ahead is another than the key that
// asked, so that a key pressed twice does no harm.
type Confirm struct {
	env      *Env
	title    model.Message
	question model.Message
	detail   model.Message
	act      string // catalogue ids of the two answers
	keep     string
	key      string
	onAct    bool
	w, h     int
}

// NewConfirm asks question, with what it would mean in detail (or the zero
// message). act and keep are the catalogue ids of the two answers ("delete
// them", "keep them"); key goes ahead at once, unless it is askedBy, the
// key that opened the dialog: then ctrl with it does.
func NewConfirm(e *Env, title, question, detail model.Message, act, keep, key, askedBy string) *Confirm {
	if key == askedBy {
		key = "ctrl+" + key
	}
	return &Confirm{env: e, title: title, question: question, detail: detail, act: act, keep: keep, key: key}
}

// Title names what is about to happen.
func (d *Confirm) Title() string { return d.env.Say(d.title) }

// Result is there only after a yes.
func (d *Confirm) Result() Confirmed { return Confirmed{} }

// Size makes room for both texts and the line of answers.
func (d *Confirm) Size(maxW, _ int) (w, h int) {
	w = clamp(max(Width(d.env.Say(d.question)), Width(d.env.Say(d.detail)), d.answersWidth()), min(30, maxW), min(64, maxW))
	h = len(Lines(d.env.Say(d.question), w)) + 2
	if !d.detail.IsZero() {
		h += len(Lines(d.env.Say(d.detail), w)) + 1
	}
	return w, h
}

// Resize takes the size.
func (d *Confirm) Resize(w, h int) { d.w, d.h = w, h }

func (d *Confirm) answersWidth() int {
	return Width(d.env.T(d.keep)) + Width(d.env.T(d.act)) + 4 + 4
}

// answers are the places of the two buttons on the last line.
func (d *Confirm) answers() (keep, act Rect) {
	y := d.h - 1
	keep = Rect{0, y, min(Width(d.env.T(d.keep))+2, d.w), 1}
	act = Rect{keep.W + 2, y, Width(d.env.T(d.act)) + 2, 1}
	return keep, act
}

// Update answers.
func (d *Confirm) Update(msg tea.Msg) (Outcome, tea.Cmd) {
	if x, y, ok := Click(msg); ok {
		keep, act := d.answers()
		switch {
		case keep.Contains(x, y):
			return Cancelled, nil
		case act.Contains(x, y):
			return Done, nil
		}
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return Stay, nil
	}
	switch {
	case IsKey(k, d.key):
		return Done, nil
	case IsKey(k, "esc"):
		return Cancelled, nil
	case IsKey(k, "enter", "space"):
		if d.onAct {
			return Done, nil
		}
		return Cancelled, nil
	case IsKey(k, "left", "right", "tab", "shift+tab", "up", "down", "h", "l"):
		d.onAct = !d.onAct
	}
	return Stay, nil
}

// Draw paints the question, what it means and the two answers.
func (d *Confirm) Draw(c *Canvas) {
	th := d.env.Theme
	_, rest := c.Bounds().Bottom(1)
	n := c.Wrap(rest, th.Text, d.env.Say(d.question))
	if !d.detail.IsZero() {
		_, rest = rest.Top(n + 1)
		c.Wrap(rest, th.Muted, d.env.Say(d.detail))
	}
	keep, act := d.answers()
	keepStyle, actStyle := th.Selected, th.Warn
	if d.onAct {
		keepStyle, actStyle = th.Text, th.Warn.Reverse()
	}
	c.Text(keep.X, keep.Y, keepStyle, " "+d.env.T(d.keep)+" ")
	c.Text(act.X, act.Y, actStyle, " "+d.env.T(d.act)+" ")
}

// Cursor is hidden: nothing is typed.
func (d *Confirm) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Actions are the keys of the two answers.
func (d *Confirm) Actions() []Action {
	return []Action{
		{ID: d.keep, Keys: []string{"esc"}, Rank: 1},
		{ID: d.act, Keys: []string{d.key}, Rank: 2},
	}
}
