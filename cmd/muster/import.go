package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"muster/store"
	"muster/store/files/sheet"
)

// importFlags is how a file is to be read, where it does not tell.
type importFlags struct {
	as, cohort, first, last, zone   string
	sheet, encoding, dates, country string
	places, header                  int
	columns                         []string
	dry                             bool
}

// importJSON is what import --json prints.
type importJSON struct {
	Rows     int           `json:"rows"`
	Added    int           `json:"added"`
	Updated  int           `json:"updated"`
	Same     int           `json:"same"`
	Problems []problemJSON `json:"problems"`
}

type problemJSON struct {
	Row     int    `json:"row"` // as in the file
	Field   string `json:"field"`
	Value   string `json:"value"`
	Message string `json:"message"`
}

func (f *front) importVerb() *cobra.Command {
	var o importFlags
	c := f.verb("import", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
		if err := oneOf("as", o.as, "", "roster", "all", "plan"); err != nil {
			return err
		}
		if o.as == "all" || o.as == "plan" || o.as == "" && strings.EqualFold(filepath.Ext(args[0]), ".json") {
			return f.importAll(ctx, args[0], o)
		}
		return f.importRoster(ctx, args[0], o)
	})
	c.ValidArgsFunction = nil // files
	fl := c.Flags()
	fl.StringVar(&o.as, "as", "", f.say.T("cmd.flag.as"))
	f.cohortFlag(c, &o.cohort)
	fl.StringArrayVar(&o.columns, "map", nil, f.say.T("cmd.flag.map"))
	fl.BoolVar(&o.dry, "dry-run", false, f.say.T("cmd.flag.dry-run"))
	fl.StringVar(&o.first, "first", "", f.say.T("cmd.flag.first"))
	fl.StringVar(&o.last, "last", "", f.say.T("cmd.flag.last"))
	fl.StringVar(&o.zone, "zone", "America/New_York", f.say.T("cmd.flag.zone"))
	fl.IntVar(&o.places, "places", 30, f.say.T("cmd.flag.places"))
	fl.StringVar(&o.sheet, "sheet", "", f.say.T("cmd.flag.sheet"))
	fl.IntVar(&o.header, "header-row", 0, f.say.T("cmd.flag.header-row"))
	fl.StringVar(&o.encoding, "encoding", "", f.say.T("cmd.flag.encoding", "known", encodings()))
	fl.StringVar(&o.dates, "dates", "", f.say.T("cmd.flag.dates"))
	fl.StringVar(&o.country, "country", "", f.say.T("cmd.flag.country"))
	f.jsonFlag(c)
	choices(c, "as", "roster", "all", "plan")
	choices(c, "dates", "dmy", "mdy")
	choices(c, "encoding", encodings()...)
	return c
}

func encodings() []string {
	var out []string
	for _, e := range sheet.Encodings() {
		out = append(out, string(e))
	}
	return out
}

// importAll fills an empty database with what export all wrote, or takes in
// what export plan did.
func (f *front) importAll(ctx context.Context, path string, o importFlags) error {
	if o.cohort != "" || len(o.columns) > 0 {
		return wrongUse("cmd.all-is-all")
	}
	defer f.patience()()
	r, closeFile, err := f.openFile(ctx, path)
	if err != nil {
		return err
	}
	defer closeFile()
	r, plan := isPlan(r)
	if plan || o.as == "plan" {
		return f.importPlan(ctx, r, o)
	}
	if ctx.Err() != nil { // while waiting for what the file says it is
		return context.Cause(ctx)
	}
	st, done, err := f.openFor(ctx, o)
	if err == nil && o.dry {
		st, done, err = f.openLike(ctx, st, done)
	}
	if err != nil {
		return err
	}
	defer done()
	e, err := st.ImportAll(ctx, r, nil)
	if err != nil {
		return err
	}
	n := len(e.Items)
	for _, k := range e.Counts {
		n += k
	}
	if f.json {
		return f.printJSON(importJSON{Rows: n, Added: n, Problems: []problemJSON{}})
	}
	if err := f.tell("cmd.import.all", "n", n); err != nil || !o.dry {
		return err
	}
	return f.tell("cmd.import.dry")
}

// openLike opens an empty database in place of one that is to be tried, if
// that is empty too.
func (f *front) openLike(ctx context.Context, st *store.Store, done func()) (*store.Store, func(), error) {
	counts, err := st.Counts(ctx)
	done()
	for _, n := range counts {
		if n > 0 {
			err = store.ErrNotEmpty
		}
	}
	if err != nil {
		return nil, nil, err
	}
	return f.openEmpty(ctx)
}
