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

// askActor asks for the name that every act will carry: at the start, before
// the first action that edits when it was not given then, and when asked for.
func (a *App) askActor() tea.Cmd { return a.askActorFor(nil) }

// askActorFor goes on with next once the name is known; nil: nothing follows.
func (a *App) askActorFor(next func() tea.Cmd) tea.Cmd {
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
	if named != "" || next != nil || len(a.saver.waiting) > 0 {
		open = kit.Open[string] // a key has asked for it
	}
	open(a.stack, &whoDialog{Prompt: prompt}, func(name string) tea.Cmd {
		a.asking = false
		if name == "" {
			return a.nameless()
		}
		a.opt.Prefs.Actor = name
		cmd := tea.Batch(a.keep(), a.save())
		if next != nil {
			cmd = tea.Batch(cmd, next())
		}
		return a.release(cmd)
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

// browsing are the actions of tabs that change nothing, beside those of the
// groups that never do. Whatever is not here is taken to edit: then at worst
// the name is asked for too early.
func browsing(act kit.Action) bool {
	switch act.Group {
	case "view", "list", "tabs", "program", "move":
		return true
	case "today":
		return act.ID != "today.calls"
	case "alumni":
		switch act.ID {
		case "alumni.add-way", "alumni.edit", "alumni.log", "alumni.follow", "alumni.done", "alumni.postpone", "alumni.message":
			return false
		}
		return true
	}
	switch act.ID {
	case "schedule.clashes", "schedule.next-clash", "schedule.last-clash", "schedule.hand-on",
		"staff.sessions", "staff.rule-sessions", "staff.filter", "staff.unfilter",
		"staff.next-page", "staff.last-page", "staff.read-on", "staff.read-back",
		"cohorts.take", "cohorts.roll", "cohorts.list", "cohorts.next", "cohorts.previous",
		"cohorts.balance", "cohorts.export", "cohorts.card", "cohorts.view", "cohorts.view-back", "cohorts.left", "cohorts.right":
		return true
	}
	return false
}

// named is the tab's actions, each of which asks for the name first
// when nobody has given one yet, so that no form is filled in for nothing.
func (a *App) named(actions []kit.Action) []kit.Action {
	if a.store.Actor() != "" || a.store.ReadOnly() {
		return actions
	}
	for i := range actions {
		if run := actions[i].Run; run != nil && !browsing(actions[i]) {
			actions[i].Run = func() tea.Cmd { return a.askActorFor(run) }
		}
	}
	return actions
}
