package score

import (
	tea "charm.land/bubbletea/v2"

	"muster/ui/kit"
	"muster/ui/tab"
)

// keysAction lists all keys of a dialog, and runs the one that is chosen: a
// narrow footer has no room for every key.
func keysAction(h tab.Host, actions func() []kit.Action) kit.Action {
	return kit.Action{ID: "score.key.keys", Keys: []string{"?", "f1"}, Rank: 2, Run: func() tea.Cmd {
		var list []kit.Action
		for _, a := range actions() {
			if a.Run != nil { // esc is esc there too
				a.Group = "day"
				list = append(list, a)
			}
		}
		kit.Open(h.Dialogs(), kit.NewHelp(h.Env(), list), func(a kit.Action) tea.Cmd {
			if !a.Enabled() {
				return nil
			}
			return a.Run()
		})
		return nil
	}}
}
