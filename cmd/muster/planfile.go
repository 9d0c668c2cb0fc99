package main

import (
	"bufio"
	"context"
	"errors"
	"io"

	"muster/model"
	"muster/store"
	"muster/store/files/plan"
)

// exportPlan writes the planning problem of a cohort, or of all that are open.
func (f *front) exportPlan(ctx context.Context, st *store.Store, w io.Writer, o exportFlags) error {
	d, err := st.Desk(ctx)
	if err != nil {
		return err
	}
	var codes []string
	if o.cohort != "" {
		codes = []string{o.cohort}
	}
	ids, err := cohortsOf(d, codes)
	if err != nil {
		return err
	}
	cohorts := make([]*model.Cohort, len(ids))
	for i, id := range ids {
		cohorts[i] = d.Cohorts.Get(id)
	}
	if o.full {
		_, err := st.Note(ctx, model.Say("cmd.act.exported.plan", "cohorts", codesOf(d, ids)))
		if err := f.unnoted(err); err != nil {
			return err
		}
	} else {
		f.remark(model.Say("cmd.export.redacted-plan"))
	}
	return plan.Write(w, d, codesOf(d, ids), cohorts, o.full)
}

// headBytes is how much of a file tells what it is.
const headBytes = 4096

// isPlan reports whether what comes is a planning problem, and gives it back
// unread.
func isPlan(r io.Reader) (io.Reader, bool) {
	b := bufio.NewReaderSize(r, headBytes)
	head, _ := b.Peek(headBytes) // a short file is whole in it; an error comes again with the rest
	return b, plan.Is(head)
}

// importPlan brings a planning problem in, or takes over what was decided of
// one that is known, as one act.
func (f *front) importPlan(ctx context.Context, r io.Reader, o importFlags) error {
	p, err := plan.Read(r)
	var fault *plan.Fault
	if errors.As(err, &fault) {
		return refusal{fault.What, exitData}
	}
	if err != nil {
		return err
	}
	st, done, err := f.openFor(ctx, o)
	if err != nil {
		return err
	}
	defer done()
	d, err := st.Desk(ctx)
	if err != nil {
		return err
	}
	c, n, err := p.Change(d, model.Say("cmd.act.imported.plan"))
	if err != nil {
		return err
	}
	if !o.dry && len(c.Puts) > 0 {
		c.Act.Args = []model.Arg{{Name: "n", Value: len(c.Puts)}}
		if _, err := st.Commit(ctx, c); err != nil {
			return err
		}
	}
	if f.json {
		return f.printJSON(importJSON{
			Rows: n.Records, Added: n.Added, Updated: n.Changed, Same: n.Left, Problems: []problemJSON{},
		})
	}
	if err := f.tell("cmd.import.plan", "n", n.Records, "added", n.Added, "changed", n.Changed, "left", n.Left); err != nil || !o.dry {
		return err
	}
	return f.tell("cmd.import.dry")
}
