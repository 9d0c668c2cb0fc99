package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// Read is the result of a Notice: it was read.
type Read struct{}

// A Notice tells something longer than a line: what an import found, why a
// record cannot be saved. It scrolls.
type Notice struct {
	env   *Env
	title model.Message
	paras []model.Message
	top   int
	w, h  int
}

// NewNotice tells the paragraphs under the title.
func NewNotice(e *Env, title model.Message, paras ...model.Message) *Notice {
	return &Notice{env: e, title: title, paras: paras}
}

// Title is its title.
func (d *Notice) Title() string { return d.env.Say(d.title) }

// Result has nothing to say.
func (d *Notice) Result() Read { return Read{} }

func (d *Notice) lines(w int) []string {
	var out []string
	for i, p := range d.paras {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, Lines(d.env.Say(p), w)...)
	}
	return out
}

// Size is as wide as reads well and as high as the text.
func (d *Notice) Size(maxW, _ int) (w, h int) {
	for _, p := range d.paras {
		w = max(w, Width(d.env.Say(p)))
	}
	w = clamp(w, min(24, maxW), min(72, maxW))
	return w, max(len(d.lines(w)), 1)
}

// Resize takes the size.
func (d *Notice) Resize(w, h int) { d.w, d.h = w, h; d.turn(0) }

func (d *Notice) turn(by int) { d.top = clamp(d.top+by, 0, len(d.lines(d.w))-d.h) }

// Update scrolls, or ends it.
func (d *Notice) Update(msg tea.Msg) (Outcome, tea.Cmd) {
	if delta, _, _, ok := wheelDelta(msg); ok {
		d.turn(delta)
		return Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return Stay, nil
	}
	switch {
	case IsKey(k, "enter", "esc", "q"):
		return Done, nil
	case IsKey(k, "up", "k"):
		d.turn(-1)
	case IsKey(k, "down", "j"):
		d.turn(1)
	case IsKey(k, "pgup"):
		d.turn(-d.h)
	case IsKey(k, "pgdown", "space"):
		d.turn(d.h)
	case IsKey(k, "home", "g"):
		d.turn(-d.top)
	case IsKey(k, "end", "G"):
		d.turn(len(d.lines(d.w)))
	}
	return Stay, nil
}

// Draw paints the window on the text.
func (d *Notice) Draw(c *Canvas) {
	lines := d.lines(c.W())
	for y := range min(c.H(), len(lines)-d.top) {
		c.Text(0, y, d.env.Theme.Text, lines[d.top+y])
	}
	drawScrollbar(c, d.env, c.W()-1, 0, c.H(), d.top, len(lines))
}

// Cursor is hidden.
func (d *Notice) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Actions are the way out.
func (d *Notice) Actions() []Action {
	return []Action{{ID: "kit.close", Keys: []string{"esc"}, Rank: 1}}
}
