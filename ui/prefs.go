package ui

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/lang"
)

// speak makes the language of everything that is shown.
func (a *App) speak(tag string) {
	p := lang.New(tag)
	a.env.Lang = p.With(a.namer(p.Tag()))
}

func (a *App) chooseLang() tea.Cmd {
	options := []kit.Option[string]{
		{Value: "en", Label: "English"},
		{Value: "es", Label: "Español"},
	}
	start := 0
	if a.env.Lang.Tag() == "es" {
		start = 1
	}
	kit.Open(a.stack, kit.NewChoose(a.env, model.Say("ui.language.title"), options, start), func(tag string) tea.Cmd {
		a.opt.Prefs.Lang = tag
		a.speak(tag)
		a.changed()
		return a.keep()
	})
	return nil
}

func (a *App) chooseTheme() tea.Cmd {
	var options []kit.Option[string]
	start := 0
	for i, id := range []string{"", "dark", "light", "mono"} {
		options = append(options, kit.Option[string]{Value: id, Label: a.env.T("ui.theme." + id)})
		if id == a.opt.Prefs.Theme {
			start = i
		}
	}
	kit.Open(a.stack, kit.NewChoose(a.env, model.Say("ui.theme.title"), options, start), func(id string) tea.Cmd {
		a.opt.Prefs.Theme = id
		if id == "" {
			return tea.Batch(a.keep(), tea.RequestBackgroundColor)
		}
		mode, _ := kit.ParseMode(id)
		a.setTheme(mode)
		return a.keep()
	})
	return nil
}

// setTheme changes how everything looks; tabs may have kept styles with what
// they derived.
func (a *App) setTheme(mode kit.Mode) {
	a.env.Theme = kit.NewTheme(mode)
	a.changed()
}

// keep stores the preferences.
func (a *App) keep() tea.Cmd {
	if a.opt.Keep == nil {
		return nil
	}
	if err := a.opt.Keep(a.opt.Prefs); err != nil {
		return a.Fail(err)
	}
	return nil
}
