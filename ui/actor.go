package ui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A whoDialog asks who acts. Leaving it is an answer too: acts that wait for a
// name must not wait for ever.
type whoDialog struct {
	*kit.Prompt
	left bool
}

func (d *whoDialog) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	o, cmd := d.Prompt.Update(msg)
	if o == kit.Cancelled {
		d.left, o = true, kit.Done
	}
	return o, cmd
}

// Result is the name, or "" when nobody gave one.
func (d *whoDialog) Result() string {
	if d.left {
		return ""
	}
	return model.Clean(d.Prompt.Result())
}

// askActor asks for the name that every act will carry: at the start, with the
// first act when it was not given then, and when asked for.
func (a *App) askActor() tea.Cmd {
	if a.asking {
		return nil
	}
	a.asking = true
	named := a.store.Actor()
	prompt := kit.NewPrompt(a.env, model.Say("ui.actor.title"), model.Say("ui.actor.label"), named, func(s string) *model.Problem {
		var p *model.Problem
		if err := a.store.SetActor(s); errors.As(err, &p) {
			return p
		}
		return nil
	})
	open := kit.OpenUnasked[string]
	if named != "" || len(a.saver.waiting) > 0 {
		open = kit.Open[string] // a key has asked for it
	}
	open(a.stack, &whoDialog{Prompt: prompt}, func(name string) tea.Cmd {
		a.asking = false
		if name == "" {
			return a.nameless()
		}
		a.opt.Prefs.Actor = name
		return a.release(tea.Batch(a.keep(), a.save()))
	})
	return nil
}

// nameless: nobody said who acts. One may look around, but what waits for a
// name is taken back.
func (a *App) nameless() tea.Cmd {
	if a.store.Actor() != "" {
		return nil
	}
	lost := len(a.saver.waiting)
	if lost == 0 {
		return a.Tell(kit.Info, model.Say("ui.actor.later"))
	}
	a.saver.waiting, a.quitting = nil, false
	a.overlay(nil)
	return a.Tell(kit.Warn, model.Say("ui.actor.none", "n", lost))
}
