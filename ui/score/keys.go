package score

import (
	tea "charm.land/bubbletea/v2"

	"muster/ui/kit"
	"muster/ui/tab"
)

// keysAction lists all keys of the dialog on top, and runs the one that is
// chosen: a narrow footer has no room for every key. What is being typed into
// its pads is done with first, so that the chosen key does not type.
func keysAction(h tab.Host, rank int, pads ...*pad) kit.Action {
	a := kit.KeysAction(rank)
	a.Run = func() tea.Cmd {
		for _, p := range pads {
			p.in = nil
		}
		h.Dialogs().ListKeys()
		return nil
	}
	return a
}

// grouped puts actions that have no heading under that of the day's dialogs.
func grouped(list []kit.Action) []kit.Action {
	for i := range list {
		if list[i].Group == "" {
			list[i].Group = "day"
		}
	}
	return list
}
