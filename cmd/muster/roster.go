package main

import (
	"context"
	"errors"
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
	defer f.patience()()
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
	plan, err := f.carryOut(ctx, st, list, o)
	if err != nil {
		return err
	}
	others := f.remarkReading(list, o)
	if err := f.printImport(plan, o.dry); err != nil {
		return err
	}
	if !plan.Whole() || others {
		return answer(exitNo)
	}
	return nil
}

// attempts is how often an import is planned anew because somebody else
// changed the same cohort or person meanwhile.
const attempts = 6

// carryOut plans the import and commits it, unless it is a trial. When another
// program acts in between it plans again, on what is there then.
func (f *front) carryOut(ctx context.Context, st *store.Store, list *roster.Reading, o importFlags) (*intake.Plan, error) {
	for try := 1; ; try++ {
		plan, err := f.planImport(ctx, st, list, o)
		if err != nil || o.dry || plan.Change.IsZero() {
			return plan, err
		}
		_, err = st.Commit(ctx, plan.Change)
		if err == nil || try == attempts || !overtaken(err) {
			return plan, err
		}
	}
}

// overtaken reports whether somebody else was quicker with the same record, or
// made the cohort of that code.
func overtaken(err error) bool {
	var problem *model.Problem
	return errors.Is(err, store.ErrConflict) || errors.As(err, &problem) && problem.ID == "store.code-taken"
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
	if path != "-" && regular(path) {
		return sheet.Open(ctx, path, so)
	}
	r, closeFile, err := f.openFile(ctx, path)
	if err != nil {
		return nil, err
	}
	defer closeFile()
	// One byte more than is allowed is enough to be refused.
	data, err := io.ReadAll(io.LimitReader(r, sheet.DefaultLimits().Bytes+1))
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
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
