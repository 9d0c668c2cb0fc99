package ui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/roll"
)

// actions is what can be done on every tab.
func (a *App) actions() []kit.Action {
	out := []kit.Action{
		{ID: "ui.undo", Why: a.unread, Keys: []string{"u"}, Group: "program", Rank: 80, Run: func() tea.Cmd { return a.travel(false) }},
		{ID: "ui.redo", Why: a.unread, Keys: []string{"ctrl+r"}, Group: "program", Run: func() tea.Cmd { return a.travel(true) }},
		{ID: "ui.history", Why: a.unread, Keys: []string{"ctrl+l"}, Group: "program", Run: a.history},
		{ID: "ui.help", Keys: []string{"?"}, Group: "program", Rank: 90, Run: a.help},
		{ID: "ui.palette", Keys: []string{"ctrl+p", ":"}, Group: "program", Run: a.palette},
		{ID: "ui.card", Why: a.unread, Keys: []string{"ctrl+e"}, Group: "program", Run: func() tea.Cmd { return roll.FindCard(a) }},
		{ID: "ui.blank", Keys: []string{"ctrl+g"}, Group: "program", Run: a.lower},
		{ID: "ui.next-tab", Keys: []string{"tab"}, Group: "tabs", Run: func() tea.Cmd { return a.turn(1) }},
		{ID: "ui.last-tab", Keys: []string{"shift+tab"}, Group: "tabs", Run: func() tea.Cmd { return a.turn(-1) }},
		{ID: "ui.back", Keys: []string{"esc"}, Group: "tabs", Run: a.goBack, Why: func() model.Message {
			if len(a.back) == 0 {
				return model.Say("ui.no-way-back")
			}
			return model.Message{}
		}},
		{ID: "ui.language", Group: "program", Run: a.chooseLang},
		{ID: "ui.theme", Group: "program", Run: a.chooseTheme},
		{ID: "ui.actor", Group: "program", Run: func() tea.Cmd { return a.askActor() }},
		{ID: "ui.idle", Group: "program", Run: a.setIdle},
		{ID: "ui.code", Group: "program", Run: a.setCode},
		{ID: "ui.quit", Keys: []string{"q"}, Group: "program", Run: a.quit},
	}
	if a.failed != nil {
		out = append(out, kit.Action{ID: "ui.retry", Keys: []string{"r"}, Group: "program", Rank: 1, Run: a.reread})
	}
	for i, t := range a.tabs {
		out = append(out, kit.Action{
			ID: "ui.tab-" + t.ID(), Keys: []string{strconv.Itoa(i + 1)}, Group: "tabs",
			Run: func() tea.Cmd { return a.toFront(i) },
		})
	}
	return out
}

// unread is why nothing can be done before the records are there.
func (a *App) unread() model.Message {
	if a.newest.base == nil {
		return model.Say("ui.unread")
	}
	return model.Message{}
}

// turn brings the next or former tab to the front.
func (a *App) turn(by int) tea.Cmd {
	n := len(a.tabs)
	return a.toFront(((a.front+by)%n + n) % n)
}

// goBack returns to the tab that was jumped from.
func (a *App) goBack() tea.Cmd {
	last := len(a.back) - 1
	to := a.back[last]
	a.front, a.back = to.front, a.back[:last]
	if a.desk.Cohorts.Get(to.cohort) != nil {
		a.Choose(to.cohort)
	}
	return nil
}

func (a *App) help() tea.Cmd {
	kit.Open(a.stack, kit.NewHelp(a.env, a.listed()), run)
	return nil
}

func (a *App) palette() tea.Cmd {
	kit.Open(a.stack, kit.NewPalette(a.env, a.listed()), run)
	return nil
}

func run(act kit.Action) tea.Cmd {
	if act.Run == nil {
		return nil
	}
	return act.Run()
}

// listed is the actions that help lists.
func (a *App) listed() []kit.Action {
	var out []kit.Action
	for _, act := range a.offered() {
		if !act.Hidden {
			out = append(out, act)
		}
	}
	return out
}

// welcome follows the first desk: it asks who acts, once.
func (a *App) welcome() tea.Cmd {
	if a.store.Actor() != "" || a.store.ReadOnly() {
		return nil
	}
	return a.askActor()
}
