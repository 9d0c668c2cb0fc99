package kit

import tea "charm.land/bubbletea/v2"

// keysKeys are the keys that list the keys of a dialog.
var keysKeys = []string{"?", "f1"}

// KeysAction is the row of a dialog's actions that lists all of them: its line
// of keys has no room for every one on a narrow screen.
func KeysAction(rank int) Action {
	return Action{ID: "kit.keys", Keys: keysKeys, Rank: rank}
}

// IsKeys reports whether a key asks for the list of keys.
func IsKeys(k tea.KeyPressMsg) bool { return IsKey(k, keysKeys...) }

// ListKeys opens the list of every key of the dialog on top, to be read or
// run. What is chosen is pressed on the dialog as if by hand.
func (s *Stack) ListKeys() {
	d := s.Top()
	if d == nil {
		return
	}
	var list []Action
	for _, a := range d.Actions() {
		if len(a.Keys) == 0 || IsKeys(KeyMsg(a.Keys[0])) || a.Keys[0] == "esc" { // esc is esc there too
			continue
		}
		a.Run = func() tea.Cmd {
			if s.Top() != d {
				return nil
			}
			cmd, _ := s.Update(KeyMsg(a.Keys[0]))
			return cmd
		}
		list = append(list, a)
	}
	Open(s, NewHelp(s.env, list), func(a Action) tea.Cmd {
		if a.Run == nil {
			return nil
		}
		return a.Run()
	})
}
