package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"muster/model"
	"muster/store/files/roster"
	"muster/store/intake"
)

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
		about := ""
		if label := f.fieldLabel(p.Field); label != "" {
			about = label + ": "
		}
		fmt.Fprintf(&b, "%s  %s\n", f.say.T("cmd.import.row", "row", p.Row), oneLine(about+p.Message))
	}
	for i := range plan.Lines {
		f.writeChanged(&b, &plan.Lines[i])
	}
	fmt.Fprintln(&b, f.say.T("cmd.import.count", "n", plan.Rows, "added", plan.Added, "updated", plan.Updated,
		"same", plan.Same, "left", plan.LeftOut+plan.Asked))
	if dry {
		fmt.Fprintln(&b, f.say.T("cmd.import.dry"))
	}
	_, err := io.WriteString(f.out, b.String())
	return err
}

// writeChanged says which fields of somebody known are new, without what is in
// them.
func (f *front) writeChanged(b *strings.Builder, l *intake.Line) {
	if l.Verdict != intake.Updated {
		return
	}
	labels := make([]string, len(l.Fields))
	for i, field := range l.Fields {
		labels[i] = f.fieldLabel(field)
	}
	fmt.Fprintf(b, "%s  %s\n", f.say.T("cmd.import.row", "row", l.Row), oneLine(f.say.T("cmd.import.changed", "fields", labels)))
}

// fieldLabel is what people call a field of a roster or of a record; "" for
// none.
func (f *front) fieldLabel(field string) string {
	for _, id := range []string{"roster.field." + field, "field." + field} {
		if field != "" && f.say.Has(id) {
			return f.say.T(id)
		}
	}
	return field
}

// remarkReading says on standard error what the reader noticed of the list as
// a whole. It reports whether there are people on other sheets, and nobody
// chose this one.
func (f *front) remarkReading(list *roster.Reading, o importFlags) (others bool) {
	for _, m := range list.Notices {
		f.remark(m)
		others = others || m.ID == "roster.notice.other-sheets" && o.sheet == ""
	}
	return others
}

// patience tells somebody at a terminal, after a second, that this takes
// a while. The function that it returns ends it.
func (f *front) patience() (end func()) {
	file, ok := f.err.(*os.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return func() {}
	}
	ended := make(chan struct{})
	said := make(chan struct{})
	go func() {
		defer close(said)
		select {
		case <-ended:
		case <-time.After(time.Second):
			f.remark(model.Say("cmd.import.patience"))
		}
	}()
	return func() { close(ended); <-said }
}
