package main

import (
	"context"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"muster/model"
	"muster/model/rules"
	"muster/store"
	"muster/store/kv"
	"muster/ui"
	"muster/ui/lang"
)

// An intent is what a verb is going to do with the database.
type intent uint8

const (
	reading intent = iota // it must be there
	writing               // it must be there, and the act needs a name
	making                // it is made if there is none, and the act needs a name
)

// openStore opens the database of the flags, or the usual one. done closes it;
// what closing says is no news to anybody by then.
func (f *front) openStore(ctx context.Context, what intent) (st *store.Store, done func(), err error) {
	o, err := f.storeOptions(what)
	if err != nil {
		return nil, nil, err
	}
	st, err = store.Open(ctx, o)
	if errors.Is(err, kv.ErrNotFound) {
		return nil, nil, errors.Join(badFile("cmd.no-database", "path", o.Path), err)
	}
	if err != nil {
		return nil, nil, err
	}
	if st.KeyShared() {
		f.remark(model.Say("cmd.key-shared", "path", st.KeyPath()))
	}
	// What was made for an act that came to nothing is taken away again.
	return st, func() { _ = st.CloseUnused(context.WithoutCancel(ctx)) }, nil
}

// openTrial opens the database to try something on it that is not committed;
// where there is none yet, an empty one in its place.
func (f *front) openTrial(ctx context.Context) (st *store.Store, done func(), err error) {
	st, done, err = f.openStore(ctx, reading)
	if errors.Is(err, kv.ErrNotFound) {
		return f.openEmpty(ctx)
	}
	return st, done, err
}

// openEmpty opens an empty database that is gone afterwards.
func (f *front) openEmpty(ctx context.Context) (st *store.Store, done func(), err error) {
	o, err := f.storeOptions(making)
	if err != nil {
		return nil, nil, err
	}
	dir, err := os.MkdirTemp("", "muster-trial-")
	if err != nil {
		return nil, nil, badFile("cmd.no-room")
	}
	remove := func() { _ = os.RemoveAll(dir) } // what is left of a trial is sealed, with its key beside it
	o.Path, o.KeyFile, o.KeyDir = filepath.Join(dir, "trial.db"), "", dir
	st, err = store.Open(ctx, o)
	if err != nil {
		remove()
		return nil, nil, err
	}
	return st, func() { _ = st.Close(); remove() }, nil
}

// databasePath is the flag's, or the usual one.
func (f *front) databasePath() string {
	if f.db != "" {
		return f.db
	}
	return databaseFile()
}

func (f *front) storeOptions(what intent) (store.Options, error) {
	o := store.Options{
		Path: f.databasePath(), KeyFile: f.key, KeyDir: keyFolder(), KeyNote: f.say.T("seal.note"),
		Create: what == making, Actor: f.actorName(), Now: f.real,
	}
	if o.KeyFile == "" {
		o.KeyFile = f.getenv("MUSTER_KEY")
	}
	if what != reading && o.Actor == "" {
		return o, wrongUse("cmd.who")
	}
	if utf8.RuneCountInString(o.Actor) > model.MaxName {
		return o, wrongUse("cmd.who-long", "max", model.MaxName)
	}
	return o, nil
}

// actorName is who acts: the flag's, the preferences', or the name under which
// the user is known to this machine.
func (f *front) actorName() string {
	if name := model.Clean(f.actor); name != "" {
		return name
	}
	if f.prefs.Actor != "" {
		return f.prefs.Actor
	}
	if u, err := user.Current(); err == nil {
		if name := model.Clean(u.Name); name != "" {
			return name
		}
		return model.Clean(filepath.Base(u.Username))
	}
	return ""
}

// today is the day, on the wall clock of this machine.
func (f *front) today() model.Date { return dayOf(f.now()) }

func dayOf(t time.Time) model.Date {
	y, m, d := t.Date()
	day, _ := model.NewDate(y, int(m), d) // a clock's date is one
	return day
}

// namer is the printer that names records as the desk has them.
func (f *front) namer(d *model.Desk) *lang.Printer {
	return f.say.With(func(id model.ID) string { return ui.NameOn(d, f.say.Tag(), id) })
}

// cohortOf finds a cohort by its code, in whatever case it is typed.
func cohortOf(d *model.Desk, code string) (*model.Cohort, error) {
	for _, as := range []string{code, strings.ToUpper(code)} {
		if c := d.CohortByCode(as); c != nil {
			return c, nil
		}
	}
	known := d.CohortsByDate()
	if len(known) == 0 {
		return nil, wrongUse("cmd.no-cohorts", "code", model.Clean(code))
	}
	known = known[max(len(known)-5, 0):]
	codes := make([]string, len(known))
	for i, c := range known {
		codes[i] = c.Code
	}
	return nil, wrongUse("cmd.no-such-cohort", "code", model.Clean(code), "known", codes)
}

// board is what the rules say of the desk.
func board(d *model.Desk) *rules.Board {
	return rules.Ground(d, rules.Options{Offset: ui.Clocks(ui.Home(d))})
}
