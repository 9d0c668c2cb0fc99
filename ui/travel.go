package ui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/kit"
)

// Undo and redo are the store's to work out, so that the desk cannot show them
// before the store has answered. Keys pressed meanwhile wait: they are meant
// for what is seen once it is undone.

// heldAtMost is how many messages wait; a cat on the keyboard is let go.
const heldAtMost = 200

// travel takes one's last act back, or makes it again.
func (a *App) travel(redo bool) tea.Cmd {
	f, id := a.store.Undo, "ui.undoing"
	if redo {
		f, id = a.store.Redo, "ui.redoing"
	}
	return tea.Batch(a.Tell(kit.Info, model.Say(id)), a.hand(act{travel: f, redo: redo}))
}

// travelling reports whether an undo or redo is not on the desk yet.
func (a *App) travelling() bool {
	if a.store.Actor() == "" {
		return false // it waits for a name, which must be typed
	}
	for _, list := range [][]act{a.saver.waiting, a.saver.kept} {
		for _, w := range list {
			if w.change == nil {
				return true
			}
		}
	}
	return false
}

// travelled says what was undone or done again.
func (a *App) travelled(done act, e store.Entry) tea.Cmd {
	id := "ui.undone"
	if done.redo {
		id = "ui.redone"
	}
	return a.status.Show(kit.OK, model.Say(id, "act", proper(e.Act)))
}

// stayed says why nothing was undone.
func (a *App) stayed(err error) tea.Cmd {
	if errors.Is(err, store.ErrNothing) {
		what, _ := store.Explain(err)
		return a.Tell(kit.Warn, what)
	}
	a.status.Clear()
	return a.Fail(err)
}

// proper is the act that an undo or redo was of.
func proper(m model.Message) model.Message {
	if m.ID == "journal.undid" || m.ID == "journal.redid" {
		for _, arg := range m.Args {
			if inner, ok := arg.Value.(model.Message); ok {
				return proper(inner)
			}
		}
	}
	return m
}

// hold keeps what a person does until the undo is on the desk, and reports
// whether it did.
func (a *App) hold(msg tea.Msg) bool {
	if !a.travelling() {
		return false
	}
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		if kit.IsKey(m, "ctrl+c") {
			return false
		}
	case tea.MouseClickMsg, tea.PasteMsg:
	default:
		return false
	}
	if len(a.held) < heldAtMost {
		a.held = append(a.held, msg)
	}
	return true
}

// release does what was held, as far as it need wait no longer.
func (a *App) release(cmd tea.Cmd) tea.Cmd {
	cmds := []tea.Cmd{cmd}
	for len(a.held) > 0 && !a.travelling() {
		next := a.held[0]
		a.held = a.held[1:]
		_, c := a.Update(next)
		cmds = append(cmds, c)
	}
	return tea.Batch(cmds...)
}
