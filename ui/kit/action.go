package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// An Action is something a person can do here, as data: footer, help, palette
// and the README's list of keys are printed from it. Its label is the
// catalogue entry "action."+ID or, where there is none, the entry ID itself;
// a longer line for help is that entry's id with ".hint", where there is one.
type Action struct {
	ID   string
	Keys []string // as tea names them; the first one is shown
	// Run does it; nil when whoever listens to the key does it (dialogs).
	Run func() tea.Cmd
	// Why says why the action can do nothing now; nil or the zero message
	// means that it can.
	Why    func() model.Message
	Rank   int    // where in the footer: 1 first; 0 not in the footer
	Group  string // heading in help: the catalogue entry "action.group."+Group
	Hidden bool   // neither in help nor in the palette: movement, digits
}

// Label is the action's name in the user's language.
func (a Action) Label(e *Env) string { return e.T(a.entry(e)) }

// Hint is the action's longer description, or "".
func (a Action) Hint(e *Env) string {
	if id := a.entry(e) + ".hint"; e.Lang.Has(id) {
		return e.T(id)
	}
	return ""
}

// entry is the id of the label in the catalogues.
func (a Action) entry(e *Env) string {
	if id := "action." + a.ID; !e.Lang.Has(a.ID) {
		return id
	}
	return a.ID
}

// Blocked is why the action can do nothing now, or the zero message.
func (a Action) Blocked() model.Message {
	if a.Why == nil {
		return model.Message{}
	}
	return a.Why()
}

// Enabled reports whether the action can be run now.
func (a Action) Enabled() bool { return a.Blocked().IsZero() }

// Match finds the action of a pressed key. Of two actions with the same key
// one that is enabled wins, then the first.
func Match(actions []Action, msg tea.KeyPressMsg) (Action, bool) {
	found := -1
	for i := range actions {
		if !IsKey(msg, actions[i].Keys...) {
			continue
		}
		if actions[i].Enabled() {
			return actions[i], true
		}
		if found < 0 {
			found = i
		}
	}
	if found < 0 {
		return Action{}, false
	}
	return actions[found], true
}

// Press runs the action of a key. handled is false when no action has the
// key; why is the reason, for the status line, when the one that has it can
// do nothing now.
func Press(actions []Action, msg tea.KeyPressMsg) (cmd tea.Cmd, why model.Message, handled bool) {
	a, ok := Match(actions, msg)
	if !ok {
		return nil, model.Message{}, false
	}
	if why := a.Blocked(); !why.IsZero() || a.Run == nil {
		return nil, why, true
	}
	return a.Run(), model.Message{}, true
}

// Collisions lists the keys that two actions of one context both claim, for
// the tests of whoever makes a table of actions.
func Collisions(actions []Action) []string {
	owner := map[string]string{}
	var out []string
	for _, a := range actions {
		for _, k := range a.Keys {
			if first, ok := owner[k]; ok && first != a.ID {
				out = append(out, k+": "+first+", "+a.ID)
				continue
			}
			owner[k] = a.ID
		}
	}
	return out
}
