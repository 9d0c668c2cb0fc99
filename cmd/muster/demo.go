package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/sample"
	"muster/store"
)

// sampleSeed makes every demonstration the same but for its dates.
const sampleSeed = 2013

// sampleActor is who put the sample in. Nobody else's undo takes it out.
const sampleActor = "Muster"

func (f *front) demoVerb() *cobra.Command {
	var makeOnly bool
	c := f.verb("demo", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		if makeOnly && f.db == "" {
			return wrongUse("cmd.demo.where")
		}
		if !makeOnly {
			if err := f.needTerminal(); err != nil {
				return err
			}
		}
		if f.db != "" {
			return f.demoAt(ctx, f.db, keyFolder(), !makeOnly)
		}
		dir, err := os.MkdirTemp("", "muster-demo-")
		if err != nil {
			return badFile("cmd.no-room")
		}
		err = f.demoAt(ctx, filepath.Join(dir, "demo.db"), dir, true)
		if left := os.RemoveAll(dir); left != nil {
			err = errors.Join(err, badFile("cmd.demo.left", "path", dir))
		}
		return err
	})
	c.Flags().BoolVar(&makeOnly, "make", false, f.say.T("cmd.flag.make"))
	return c
}

// demoAt fills a new database with the sample programme, and opens it.
func (f *front) demoAt(ctx context.Context, path, keys string, open bool) error {
	if err := absent(path); err != nil {
		return err
	}
	o := store.Options{
		Path: path, KeyFile: f.key, KeyDir: keys, KeyNote: f.say.T("seal.note"),
		Create: true, Actor: sampleActor, Now: f.real,
	}
	st, err := store.Open(ctx, o)
	if err != nil {
		_ = os.Remove(path) // it was not there before, and nothing is in it
		return err
	}
	if err := f.fillSample(ctx, st); err != nil {
		return errors.Join(err, st.Close(), os.Remove(path))
	}
	if open {
		err = f.openDemo(ctx, st)
	}
	return errors.Join(err, st.Close())
}

// openDemo opens the sample as whoever is there, and keeps no preferences.
func (f *front) openDemo(ctx context.Context, st *store.Store) error {
	actor := f.actorName()
	if actor == "" {
		actor = "demo"
	}
	if err := st.SetActor(actor); err != nil {
		return err
	}
	return f.runProgram(ctx, st, f.prefs, func(preferences) error { return nil }, true)
}

func (f *front) fillSample(ctx context.Context, st *store.Store) error {
	c := model.Change{Act: model.Say("cmd.act.sample")}
	for _, r := range sample.Make(dayOf(f.real()), sampleSeed, sample.Alumni) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	_, err := st.Commit(ctx, c)
	return err
}
