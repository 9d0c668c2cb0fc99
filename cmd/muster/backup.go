package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/store"
	"muster/store/kv"
)

func (f *front) backupVerb() *cobra.Command {
	var force bool
	c := f.verb("backup", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		if err := free(st, args[0], force); err != nil {
			return err
		}
		if _, err := st.Backup(ctx, args[0], force); err != nil {
			return untargeted(err, args[0])
		}
		return f.tell("cmd.backup.done", "path", args[0], "key", st.KeyPath())
	})
	c.ValidArgsFunction = nil // files
	c.Flags().BoolVar(&force, "force", false, f.say.T("cmd.flag.force"))
	return c
}

func (f *front) restoreVerb() *cobra.Command {
	var force bool
	c := f.verb("restore", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
		o, err := f.storeOptions(writing)
		if err != nil {
			return err
		}
		r, err := store.Restore(ctx, o, args[0], force)
		if errors.Is(err, kv.ErrNotFound) {
			return badFile("cmd.file-unreadable", "path", args[0])
		}
		if err != nil && r.Kept == "" { // the database has not been touched: it is the backup that is bad
			f.unfit = args[0]
			err = badBackup(err, args[0])
		}
		if err != nil {
			return err
		}
		if r.Kept != "" {
			return f.tell("cmd.restore.replaced", "path", args[0], "kept", r.Kept)
		}
		return f.tell("cmd.restore.done", "path", args[0])
	})
	c.ValidArgsFunction = nil // files
	c.Flags().BoolVar(&force, "force", false, f.say.T("cmd.flag.restore-force"))
	return c
}

// badBackup says of which file it is true that it is damaged, or no database:
// the user has two in mind.
func badBackup(err error, path string) error {
	switch {
	case errors.Is(err, kv.ErrForeign), errors.Is(err, kv.ErrEmpty):
		return errors.Join(badFile("cmd.restore.foreign", "path", path), err)
	case damagedBy(err):
		return errors.Join(badFile("cmd.restore.damaged", "path", path), err)
	}
	return err
}

// verifyJSON is what verify --json prints.
type verifyJSON struct {
	Sound   bool           `json:"sound"`
	Records map[string]int `json:"records"`
	Entries int            `json:"entries"`
	Faults  []string       `json:"faults"`
}

func (f *front) verifyVerb() *cobra.Command {
	c := f.verb("verify", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		report, err := st.Verify(ctx)
		if err != nil {
			return err
		}
		return f.printVerdict(report)
	})
	f.jsonFlag(c)
	return c
}

// printVerdict prints what was found; faults also make an error.
func (f *front) printVerdict(report store.Report) error {
	n := len(report.Faults)
	out := verifyJSON{Sound: n == 0, Records: named(report.Counts), Entries: report.Entries, Faults: make([]string, n)}
	for i, m := range report.Faults {
		out.Faults[i] = f.say.Say(m)
	}
	total := 0
	for _, k := range report.Counts {
		total += k
	}
	var err error
	switch {
	case f.json:
		err = f.printJSON(out)
	case n == 0:
		err = f.tell("cmd.verify.sound",
			"records", model.Say("cmd.verify.records", "n", total), "entries", model.Say("cmd.verify.entries", "n", out.Entries))
	}
	for i := 0; !f.json && i < n && err == nil; i++ {
		_, err = fmt.Fprintln(f.out, "! "+oneLine(out.Faults[i]))
	}
	if err == nil && n > 0 {
		err = errors.Join(badFile("cmd.verify.faulty", "n", n), store.ErrDamaged)
	}
	return err
}
