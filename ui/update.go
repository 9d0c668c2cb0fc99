package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/kit"
	"muster/ui/tab"
)

// clockMsg comes once a minute, so that the day can change.
type clockMsg struct{}

func (a *App) tick() tea.Cmd {
	return tea.Tick(time.Minute, func(time.Time) tea.Msg { return clockMsg{} })
}

// Update routes a message. Keys go to the top dialog, then to the text field
// that has the focus, then to the tab's actions, then to the program's.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	if told := a.weigh(); told != nil {
		cmd = tea.Batch(cmd, told)
	}
	if r, ok := a.tab().(tab.Reader); ok && a.newest.base != nil {
		cmd = tea.Batch(cmd, r.Pending())
	}
	return a, cmd
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(m.Width, m.Height)
		return nil
	case tea.BackgroundColorMsg:
		if a.opt.Prefs.Theme == "" {
			mode := kit.Light
			if m.IsDark() {
				mode = kit.Dark
			}
			a.setTheme(mode)
		}
		return nil
	case deskMsg:
		return a.release(a.arrived(m))
	case savedMsg:
		return a.release(a.saved(m))
	case indexMsg:
		return a.indexed(m)
	case dueMsg:
		a.weighed(m)
		return nil
	case eventMsg:
		return a.told(m)
	case retryMsg:
		return a.reread()
	case workMsg:
		return a.worked(m)
	case clockMsg:
		a.today = day(a.env.Now())
		a.changed() // what runs now, and what is due, is told by the minute
		a.idle()
		return a.tick()
	}
	switch m := msg.(type) {
	case triedMsg:
		return a.behind(msg)
	case codeMsg:
		return a.coded(m)
	case tea.KeyPressMsg, tea.MouseMsg, tea.PasteMsg, kit.WheelMsg:
		a.curtain.touched = a.env.Now()
		if a.curtain.down {
			return a.behind(msg)
		}
	}
	if a.hold(msg) {
		return nil
	}
	return a.route(msg)
}

// route takes what a person does, and what tabs and dialogs have asked for.
func (a *App) route(msg tea.Msg) tea.Cmd {
	key, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		switch {
		case kit.IsKey(key, "ctrl+c"):
			return a.interrupt()
		case kit.IsKey(key, "ctrl+g"):
			return a.lower() // over dialogs and text fields too
		}
		if a.small() {
			return nil // nobody types into what cannot be seen
		}
	}
	if (!isKey || a.stack.Empty()) && a.status.Update(msg) {
		return nil
	}
	if _, _, click := kit.Click(msg); isKey || click {
		defer a.status.Pressed(a.status.Mark())
	}
	cmd, handled := a.stack.Update(msg)
	if handled {
		return cmd
	}
	switch msg.(type) {
	case tea.KeyPressMsg:
		return tea.Batch(cmd, a.key(key))
	case tea.MouseMsg, kit.WheelMsg:
		return tea.Batch(cmd, a.mouse(msg))
	}
	if _, paste := msg.(tea.PasteMsg); paste {
		return tea.Batch(cmd, a.tab().Update(msg))
	}
	// The answer to what a tab asked for comes back to it, whichever is in front.
	cmds := []tea.Cmd{cmd}
	for _, t := range a.tabs {
		cmds = append(cmds, t.Update(msg))
	}
	return tea.Batch(cmds...)
}

// key gives a pressed key to whoever is to have it. While one types, the
// program keeps only what types nothing: ctrl+p, ctrl+l.
func (a *App) key(m tea.KeyPressMsg) tea.Cmd {
	t := a.tab()
	tables := [][]kit.Action{a.named(t.Actions()), a.actions()}
	switch {
	case a.newest.base == nil:
		tables = tables[1:]
	case t.Typing() && kit.IsKey(m, "ctrl+p", "ctrl+l"):
		tables = tables[1:]
	case types(t, m):
		return t.Update(m)
	case t.Typing():
		tables = tables[1:]
	}
	for _, actions := range tables {
		if cmd, why, ok := kit.Press(actions, m); ok {
			if kit.IsKey(m, "esc") && !why.IsZero() {
				return nil // esc where there is nothing to leave does no harm
			}
			if !why.IsZero() {
				return tea.Batch(cmd, a.Tell(kit.Warn, why))
			}
			return cmd
		}
	}
	if a.newest.base == nil {
		return nil
	}
	return t.Update(m)
}

// types reports that the key is text for the tab's field.
func types(t tab.Tab, m tea.KeyPressMsg) bool {
	if y, ok := t.(tab.Typist); ok && t.Typing() {
		return y.Types(m)
	}
	return t.Typing()
}

// mouse: the header's tabs, the footer's keys, and the rest is the tab's.
func (a *App) mouse(msg tea.Msg) tea.Cmd {
	if a.small() {
		return nil
	}
	l := a.layout()
	if x, y, ok := kit.Click(msg); ok {
		switch {
		case y == l.header.Y:
			labels, _ := a.labels()
			for i, s := range labels {
				if x >= s.x && x < s.x+s.w {
					return a.toFront(i)
				}
			}
			return nil
		case y == l.footer.Y && a.status.Quiet():
			act, ok := kit.FooterHit(a.footer(l), x-l.footer.X)
			if !ok {
				return nil
			}
			if why := act.Blocked(); !why.IsZero() {
				return a.Tell(kit.Warn, why)
			}
			if act.Run != nil {
				return act.Run()
			}
			return nil
		case !l.body.Contains(x, y):
			return nil
		}
	}
	moved, _, _, ok := kit.MouseAt(msg, l.body.X, l.body.Y)
	if !ok || a.newest.base == nil {
		return nil
	}
	return a.tab().Update(moved)
}

func (a *App) tab() tab.Tab { return a.tabs[a.front] }

// toFront brings a tab to the front.
func (a *App) toFront(i int) tea.Cmd {
	if i >= 0 && i < len(a.tabs) {
		a.front, a.back = i, nil
	}
	return nil
}

func (a *App) resize(w, h int) {
	a.w, a.h = w, h
	a.canvas.Reset(w, h)
	a.stack.Resize(w, h)
	b := a.layout().body
	for _, t := range a.tabs {
		t.Resize(b.W, b.H)
	}
}

// quit ends the program, once what was done is kept.
func (a *App) quit() tea.Cmd {
	if a.store.Actor() == "" {
		a.saver.waiting = nil // nobody's acts, and somebody who would rather leave than say who
	}
	if len(a.saver.waiting) > 0 && !a.quitting {
		a.quitting = true
		return a.Tell(kit.Info, model.Say("ui.quitting"))
	}
	return tea.Quit
}

// interrupt is ctrl+c: over a dialog it asks first, for what was typed into it
// would be lost. Pressed again it leaves.
func (a *App) interrupt() tea.Cmd {
	if a.stack.Empty() || a.leaving != nil && a.stack.Top() == a.leaving {
		return a.quit()
	}
	ask := kit.NewConfirm(a.env, model.Say("action.ui.quit"), model.Say("ui.leaving"), model.Message{},
		"ui.leaving.go", "ui.leaving.stay", "ctrl+c", "")
	a.leaving = ask
	kit.Open(a.stack, ask, func(kit.Confirmed) tea.Cmd { return a.quit() })
	return nil
}

// Fail shows an error: what is wrong, and what to do.
func (a *App) Fail(err error) tea.Cmd {
	what, do := store.Explain(err)
	kit.OpenUnasked(a.stack, kit.NewNotice(a.env, model.Say("ui.failed"), what, do),
		func(kit.Read) tea.Cmd { return nil })
	return nil
}
