package main

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/store"
	"muster/store/export"
	"muster/store/kv"
)

// exportFlags say what is written, and where.
type exportFlags struct {
	cohort, format, out string
	full, force         bool
}

var exports = []string{"all", "plan", "roster", "schedule"}

func (f *front) exportVerb() *cobra.Command {
	var o exportFlags
	c := f.verb("export", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
		if err := o.check(args[0]); err != nil {
			return err
		}
		// What leaves the database in full leaves under a name.
		what := reading
		if args[0] == "all" || o.full {
			what = writing
		}
		st, done, err := f.openStore(ctx, what)
		if err != nil {
			return err
		}
		defer done()
		return f.deliver(st, o, func(w io.Writer) error {
			switch args[0] {
			case "all":
				return f.exportAll(ctx, st, w)
			case "plan":
				return f.exportPlan(ctx, st, w, o)
			}
			return f.exportTable(ctx, st, w, args[0], o)
		})
	})
	fl := c.Flags()
	f.cohortFlag(c, &o.cohort)
	fl.StringVar(&o.format, "format", "", f.say.T("cmd.flag.format"))
	fl.StringVarP(&o.out, "output", "o", "", f.say.T("cmd.flag.output"))
	fl.BoolVar(&o.full, "full", false, f.say.T("cmd.flag.full"))
	fl.BoolVar(&o.force, "force", false, f.say.T("cmd.flag.force"))
	choices(c, "format", "csv", "json")
	c.ValidArgsFunction = firstOf(exports...)
	return c
}

func (o exportFlags) check(kind string) error {
	if !slices.Contains(exports, kind) {
		return wrongUse("cmd.no-such-export", "kind", model.Clean(kind))
	}
	if err := oneOf("format", o.format, "", "csv", "json"); err != nil {
		return err
	}
	switch {
	case kind == "all" && o.format == "csv":
		return wrongUse("cmd.all-is-json")
	case kind == "plan" && o.format == "csv":
		return wrongUse("cmd.plan-is-json")
	case kind == "all" && o.cohort != "":
		return wrongUse("cmd.all-is-all")
	case kind != "all" && kind != "plan" && o.cohort == "":
		return wrongUse("cmd.which-cohort", "verb", "export "+kind)
	}
	return nil
}

// exportAll writes every record in full; it says so, and so does the journal.
func (f *front) exportAll(ctx context.Context, st *store.Store, w io.Writer) error {
	if err := f.unnoted(st.ExportAll(ctx, w)); err != nil {
		return err
	}
	f.remark(model.Say("cmd.export.in-full"))
	return nil
}

// unnoted makes a remark of the error that a database which can only be read
// cannot note what left it.
func (f *front) unnoted(err error) error {
	if errors.Is(err, kv.ErrReadOnly) {
		f.remark(model.Say("cmd.export.unnoted"))
		return nil
	}
	return err
}

func (f *front) exportTable(ctx context.Context, st *store.Store, w io.Writer, kind string, o exportFlags) error {
	d, err := st.Desk(ctx)
	if err != nil {
		return err
	}
	c, err := cohortOf(d, o.cohort)
	if err != nil {
		return err
	}
	people, err := peopleOf(ctx, st, d, c)
	if err != nil {
		return err
	}
	person := func(id model.ID) *model.Person { return people[id] }
	eo := export.Options{Full: o.full, Say: f.namer(d).Say, Lang: f.say.Tag(), Person: person}
	var t export.Table
	if kind == "roster" {
		t = export.Roster(d, c, person, eo)
	} else {
		sessions, err := sessionsOf(ctx, st, c)
		if err != nil {
			return err
		}
		t = export.Schedule(d, c, sessions, eo)
	}
	if o.full {
		// Names leave the database: that goes on record.
		_, err := st.Note(ctx, model.Say("cmd.act.exported."+kind, "cohort", c.Code))
		if err := f.unnoted(err); err != nil {
			return err
		}
	} else {
		f.remark(model.Say("cmd.export.redacted"))
	}
	if o.format == "json" {
		return t.JSON(w)
	}
	return t.CSV(w, eo)
}

func sessionsOf(ctx context.Context, st *store.Store, c *model.Cohort) ([]*model.Session, error) {
	rows, err := st.SessionsOf(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	sessions := make([]*model.Session, len(rows))
	for i, r := range rows {
		sessions[i] = r.Rec
	}
	model.SortSessions(sessions)
	return sessions, nil
}

// peopleOf is the people with a seat in the cohort, also when it is closed and
// they are not on the desk.
func peopleOf(ctx context.Context, st *store.Store, d *model.Desk, c *model.Cohort) (map[model.ID]*model.Person, error) {
	people := make(map[model.ID]*model.Person, len(c.Seats))
	for _, s := range c.Seats {
		p := d.People.Get(s.Person)
		if p == nil {
			rec, _, err := st.Get(ctx, model.Ref{Kind: model.KindPerson, ID: s.Person})
			if errors.Is(err, store.ErrGone) {
				continue
			}
			if err != nil {
				return nil, err
			}
			p = rec.(*model.Person)
		}
		people[s.Person] = p
	}
	return people, nil
}
