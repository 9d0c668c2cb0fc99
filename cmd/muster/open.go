package main

import (
	"context"
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"muster/model"
	"muster/store"
	"muster/ui"
	"muster/ui/kit"
)

// open runs the program on the database of the flags.
func (f *front) open(ctx context.Context) error {
	if err := f.needTerminal(); err != nil {
		return err
	}
	o, err := f.storeOptions(reading)
	if err != nil {
		return err
	}
	// The program asks for the name itself when nobody has said one.
	o.Create, o.Actor = true, f.actor
	if o.Actor == "" {
		o.Actor = f.prefs.Actor
	}
	st, err := store.Open(ctx, o)
	if err != nil {
		return err
	}
	err = f.runProgram(ctx, st, f.prefs, preferences.write, false)
	return errors.Join(err, st.Close())
}

// needTerminal refuses to paint where nobody could read it.
func (f *front) needTerminal() error {
	out, ok := f.env.out.(*os.File)
	in, ok2 := f.in.(*os.File)
	if !ok || !ok2 || !term.IsTerminal(out.Fd()) || !term.IsTerminal(in.Fd()) || f.getenv("TERM") == "dumb" {
		return wrongUse("cmd.no-terminal")
	}
	return nil
}

// runProgram runs the program until it is left.
func (f *front) runProgram(ctx context.Context, st *store.Store, p preferences, keep func(preferences) error, demo bool) error {
	prefs := ui.Prefs{Actor: st.Actor(), Lang: f.say.Tag(), Theme: p.Theme, Idle: p.Idle, Code: p.Code}
	options := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithFilter(kit.NewMouseFilter(nil).Filter),
		tea.WithFPS(60),            // the first frame waits for the first tick: at 30 it would come 16 ms later
		tea.WithoutSignalHandler(), // signals end the context; two handlers would wait for each other
	}
	if f.getenv("NO_COLOR") != "" {
		prefs.Theme = "mono"
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	app := ui.New(ui.Options{
		Store: st, Prefs: prefs, Now: f.now, Moved: f.moment != "", Demo: demo,
		Keep: func(n ui.Prefs) error {
			p.Actor, p.Lang, p.Idle, p.Code = n.Actor, n.Lang, n.Idle, n.Code
			if f.getenv("NO_COLOR") == "" {
				p.Theme = n.Theme
			}
			return keep(p)
		},
	})
	_, err := tea.NewProgram(app, options...).Run()
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil || errors.Is(err, tea.ErrInterrupted) {
		err = nil // asked to end: nothing went wrong
	}
	err = errors.Join(err, app.Close())
	if err == nil && app.LockedOut() {
		return refusal{model.Say("cmd.locked-out"), exitNo}
	}
	return err
}
