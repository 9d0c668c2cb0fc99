package tabtest

import (
	tea "charm.land/bubbletea/v2"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// Press gives keys as the program does: to the dialog on top, else to the tab's
// text field, its actions, and what else it makes of keys. Why an action cannot
// be done now is told.
func (h *Host) Press(keys ...string) { kittest.Press(h.Update, keys...) }

// Type gives each letter as a key; a tab in it is the key tab.
func (h *Host) Type(s string) {
	for _, r := range s {
		switch r {
		case ' ':
			h.Press("space")
		case '\t':
			h.Press("tab")
		default:
			h.Press(string(r))
		}
	}
}

// Update hands a message on.
func (h *Host) Update(msg tea.Msg) {
	if _, handled := h.Stack.Update(msg); handled || h.Tab == nil {
		return
	}
	if key, ok := msg.(tea.KeyPressMsg); ok && !h.Tab.Typing() {
		if _, why, ok := kit.Press(h.Tab.Actions(), key); ok {
			if !why.IsZero() {
				h.Told = append(h.Told, why)
			}
			return
		}
	}
	h.Tab.Update(msg)
}

// Resize is another size of the screen.
func (h *Host) Resize(w, rows int) {
	h.Stack.Resize(w, rows)
	if h.Tab != nil {
		h.Tab.Resize(w, rows)
	}
}

// Draw paints the tab and the dialogs over it.
func (h *Host) Draw(c *kit.Canvas) {
	if h.Tab != nil {
		h.Tab.Draw(c)
	}
	h.Stack.Draw(c)
}

// Screen is what stands on a screen of w×rows.
func (h *Host) Screen(w, rows int) string {
	h.Resize(w, rows)
	return kittest.Plain(w, rows, h.Draw)
}

// Last is the last thing that was told, by its id; "" for nothing.
func (h *Host) Last() string {
	if len(h.Told) == 0 {
		return ""
	}
	return h.Told[len(h.Told)-1].ID
}

// Top is the dialog on top, which the test fails without.
func Top[D any](h *Host) D {
	h.T.Helper()
	d, ok := h.Stack.Top().(D)
	if !ok {
		h.T.Fatalf("on top is %T; told %v", h.Stack.Top(), h.Told)
	}
	return d
}
