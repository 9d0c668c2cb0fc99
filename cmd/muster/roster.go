package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"muster/model"
	"muster/model/geo"
	"muster/store"
	"muster/store/files/roster"
	"muster/store/files/sheet"
	"muster/store/intake"
)

// importRoster brings a roster into a cohort.
func (f *front) importRoster(ctx context.Context, path string, o importFlags) error {
	if err := o.check(); err != nil {
		return err
	}
	book, err := f.openBook(ctx, path, o)
	if err != nil {
		return err
	}
	ro, err := f.rosterOptions(book, o)
	if err != nil {
		return err
	}
	list, err := roster.Read(book, ro)
	if err != nil {
		return err
	}
	st, done, err := f.openFor(ctx, o)
	if err != nil {
		return err
	}
	defer done()
	plan, err := f.planImport(ctx, st, list, o)
	if err != nil {
		return err
	}
	if !o.dry && !plan.Change.IsZero() {
		if _, err := st.Commit(ctx, plan.Change); err != nil {
			return err
		}
	}
	if err := f.printImport(plan, o.dry); err != nil {
		return err
	}
	if !plan.Whole() {
		return answer(exitNo)
	}
	return nil
}

// check refuses flags that can be seen to be wrong without the file.
func (o importFlags) check() error {
	if o.cohort == "" {
		return wrongUse("cmd.which-cohort", "verb", "import FILE")
	}
	if err := oneOf("dates", o.dates, "", "dmy", "mdy"); err != nil {
		return err
	}
	if err := oneOf("encoding", o.encoding, append(encodings(), "")...); err != nil {
		return err
	}
	if _, err := time.LoadLocation(o.zone); err != nil || o.zone == "" || o.zone == "Local" {
		return wrongUse("cmd.import.zone", "value", model.Clean(o.zone))
	}
	if _, known := geo.Country(strings.ToUpper(o.country)); o.country != "" && !known {
		return wrongUse("cmd.import.country", "value", model.Clean(o.country))
	}
	if o.header < roster.NoHeader {
		return wrongUse("cmd.flag-number", "flag", "--header-row", "value", o.header)
	}
	_, _, err := o.days()
	return err
}

// days is when a cohort that is to be made begins and ends: from --first to
// --last, or to the second Friday. Zero when it is not to be made.
func (o importFlags) days() (first, last model.Date, err error) {
	parse := func(s string) (d model.Date) {
		d, bad := model.ParseDate(s)
		if s != "" && bad != nil {
			err = wrongUse("cmd.import.date", "value", model.Clean(s))
		}
		return d
	}
	first, last = parse(o.first), parse(o.last)
	if last.IsZero() && !first.IsZero() {
		last = first.Days((5-first.Weekday()+7)%7 + 7)
	}
	return first, last, err
}

// openBook reads the file, or standard input for "-".
func (f *front) openBook(ctx context.Context, path string, o importFlags) (*sheet.Book, error) {
	so := sheet.Options{Encoding: sheet.Encoding(o.encoding)}
	if path != "-" {
		return sheet.Open(ctx, path, so)
	}
	// One byte more than is allowed is enough to be refused.
	data, err := io.ReadAll(io.LimitReader(f.in, sheet.DefaultLimits().Bytes+1))
	if err != nil {
		return nil, badFile("cmd.file-unreadable", "path", path)
	}
	return sheet.Read(ctx, path, data, so)
}

// openFor opens the database as the import needs it: a trial keeps nothing,
// not even a database; a cohort that is not to be made must be there already.
func (f *front) openFor(ctx context.Context, o importFlags) (*store.Store, func(), error) {
	makes := o.first != "" || o.cohort == ""
	switch {
	case o.dry && makes:
		return f.openTrial(ctx)
	case o.dry:
		return f.openStore(ctx, reading)
	case makes:
		return f.openStore(ctx, making)
	}
	return f.openStore(ctx, writing)
}

// planImport says what the import would do.
func (f *front) planImport(ctx context.Context, st *store.Store, list *roster.Reading, o importFlags) (*intake.Plan, error) {
	d, err := st.Desk(ctx)
	if err != nil {
		return nil, err
	}
	in := intake.Options{NewID: st.NewID, Today: f.today()}
	if c, err := cohortOf(d, o.cohort); err == nil {
		in.Cohort = c.ID
	} else if in.New, err = newCohort(st, o); err != nil {
		return nil, err
	}
	return intake.Make(ctx, st, d, list, in)
}

// newCohort is the cohort that the flags describe.
func newCohort(st *store.Store, o importFlags) (*model.Cohort, error) {
	first, last, err := o.days()
	if err != nil {
		return nil, err
	}
	if first.IsZero() {
		return nil, wrongUse("cmd.import.unknown-cohort", "code", model.Clean(o.cohort))
	}
	return model.NewCohort(model.Cohort{
		ID: st.NewID(), Code: o.cohort, Zone: o.zone, First: first, Last: last, Places: o.places,
		Country: strings.ToUpper(o.country),
	})
}

// printImport says what became of the rows.
func (f *front) printImport(plan *intake.Plan, dry bool) error {
	out := importJSON{
		Rows: plan.Rows, Added: plan.Added, Updated: plan.Updated, Same: plan.Same,
		Problems: make([]problemJSON, len(plan.Problems)),
	}
	for i, p := range plan.Problems {
		text := strings.TrimSpace(f.say.Say(p.Message) + " " + f.say.Remedy(p.Message))
		out.Problems[i] = problemJSON{Row: p.Row, Field: p.Field, Value: p.Value, Message: text}
	}
	if f.json {
		return f.printJSON(out)
	}
	var b strings.Builder
	for _, p := range out.Problems {
		fmt.Fprintf(&b, "%s  %s\n", f.say.T("cmd.import.row", "row", p.Row), oneLine(p.Message))
	}
	fmt.Fprintln(&b, f.say.T("cmd.import.count", "n", plan.Rows, "added", plan.Added, "updated", plan.Updated,
		"same", plan.Same, "left", plan.LeftOut+plan.Asked))
	if dry {
		fmt.Fprintln(&b, f.say.T("cmd.import.dry"))
	}
	_, err := io.WriteString(f.out, b.String())
	return err
}
