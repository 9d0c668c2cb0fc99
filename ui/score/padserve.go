package score

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// serve passes a message on for a dialog that is a pad at the place given and
// its keys: the mouse and what types go to the pad, esc and ctrl+s keep, other
// keys run the dialog's actions. hint becomes why something could not be done,
// otherwise when a key that types meant nothing.
func (p *pad) serve(
	msg tea.Msg, at kit.Rect, hint *model.Message, otherwise string,
	keep func() (kit.Outcome, tea.Cmd), actions func() []kit.Action,
) (kit.Outcome, tea.Cmd) {
	if moved, x, y, ok := kit.MouseAt(msg, at.X, at.Y); ok {
		if (kit.Rect{W: at.W, H: at.H}).Contains(x, y) {
			p.Update(moved)
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		*hint = model.Message{}
		if kit.IsKey(k, "esc", "ctrl+s") {
			return keep()
		}
	}
	if cmd, handled := p.Update(msg); handled {
		if !p.why.IsZero() {
			*hint = p.why
		}
		return kit.Stay, cmd
	}
	if !isKey {
		return kit.Stay, nil
	}
	cmd, why, handled := kit.Press(actions(), k)
	switch {
	case !why.IsZero():
		*hint = why
	case !handled && kit.Typed(k) != "":
		*hint = model.Say(otherwise)
	}
	return kit.Stay, cmd
}
