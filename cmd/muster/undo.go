package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"muster/store"
)

// undoVerb is undo, or redo.
func (f *front) undoVerb(redo bool) *cobra.Command {
	name := "undo"
	if redo {
		name = "redo"
	}
	c := f.verb(name, cobra.NoArgs, func(ctx context.Context, _ []string) error {
		st, done, err := f.openStore(ctx, writing)
		if err != nil {
			return err
		}
		defer done()
		travel := st.Undo
		if redo {
			travel = st.Redo
		}
		e, err := travel(ctx)
		if errors.Is(err, store.ErrNothing) {
			what, _ := store.Explain(err)
			return answerNo(what)
		}
		if touched := (*store.TouchedError)(nil); errors.As(err, &touched) {
			what, _ := store.Explain(err)
			return answerNo(what)
		}
		if err != nil {
			return err
		}
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		j := f.entryJSON(f.namer(d), e)
		if f.json {
			return f.printJSON(j)
		}
		_, err = fmt.Fprintln(f.out, j.Text)
		return err
	})
	f.jsonFlag(c)
	return c
}
