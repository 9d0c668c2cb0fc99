package cohorts

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/export"
	"muster/ui/filing"
	"muster/ui/kit"
	"muster/ui/tab"
)

// export writes what the view is about as a spreadsheet, the roll of the
// cohort in hand or its certificates: redacted to class numbers, unless in
// full is asked for.
func (t *Tab) export() tea.Cmd {
	e := t.env()
	options := []kit.Option[bool]{
		{Value: false, Label: e.T("cohorts.export.redacted"), Note: e.T("cohorts.export.redacted-note")},
		{Value: true, Label: e.T("cohorts.export.full"), Note: e.T("cohorts.export.full-note")},
	}
	kit.Open(t.h.Dialogs(), kit.NewChoose(e, model.Say(t.exportID("title"), "cohort", t.cohort.Code), options, 0), t.exportWhere)
	return nil
}

func (t *Tab) exportWhere(full bool) tea.Cmd {
	if t.folder == "" {
		t.folder = homeFolder()
	}
	path := withSlash(t.folder) + t.cohort.Code
	if t.view == outcomeView {
		path += t.env().T("cohorts.export.suffix")
	}
	path += ".csv"
	check := func(s string) *model.Problem {
		s = filing.Path(s)
		if s == "" || strings.HasSuffix(s, string(filepath.Separator)) {
			return model.Wrong("", "cohorts.export.no-name")
		}
		if _, err := os.Stat(s); err == nil {
			return model.Wrong("", "cohorts.export.exists")
		}
		return nil
	}
	kit.Open(t.h.Dialogs(), kit.NewPrompt(t.env(), model.Say(t.exportID("title"), "cohort", t.cohort.Code), model.Say("cohorts.export.file"), path, check),
		func(s string) tea.Cmd { return t.exportTo(filing.Path(s), full) })
	return nil
}

func (t *Tab) exportTo(path string, full bool) tea.Cmd {
	e, c := t.env(), t.cohort
	o := export.Options{Full: full, Say: e.Lang.Say, Lang: e.Lang.Tag()}
	table := export.Roster(t.desk(), c, t.person, o)
	if t.view == outcomeView {
		table = export.Certificates(c, t.certificates(), o)
	}
	act := model.Say(t.exportID("act"), "cohort", c.Code)
	st := t.h.Store()
	return tab.Work(t.h, model.Say("cohorts.export.writing"),
		func(ctx context.Context, _ func(done, total int64)) (struct{}, error) {
			var b bytes.Buffer
			if err := table.CSV(&b, o); err != nil {
				return struct{}{}, err
			}
			if err := filing.WriteNew(path, b.Bytes()); err != nil {
				return struct{}{}, model.Wrong("", "cohorts.export.failed")
			}
			if !full {
				return struct{}{}, nil
			}
			// Names leave the database: that goes on record.
			_, err := st.Note(ctx, act)
			return struct{}{}, err
		},
		func(_ struct{}, err error) tea.Cmd {
			if err != nil {
				return t.h.Fail(err)
			}
			t.folder = filepath.Dir(path)
			return t.h.Tell(kit.OK, model.Say("cohorts.export.done", "n", len(table.Rows), "file", model.Clean(filepath.Base(path))))
		})
}

// exportID is the id of a sentence about what the view exports.
func (t *Tab) exportID(what string) string {
	switch {
	case what == "act" && t.view == outcomeView:
		return "cohorts.act.export-certificates"
	case what == "act":
		return "cohorts.act.export"
	case t.view == outcomeView:
		return "cohorts.export.certificates-" + what
	}
	return "cohorts.export." + what
}

// certificates is those of the cohort in hand, void ones too.
func (t *Tab) certificates() []*model.Certificate {
	var out []*model.Certificate
	for v := range t.desk().Certificates.All {
		if v.Cohort == t.cohort.ID {
			out = append(out, v)
		}
	}
	return out
}

func (t *Tab) whyNoExport() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	if t.view == outcomeView && len(t.certificates()) == 0 {
		return model.Say("cohorts.why.no-certificates")
	}
	return model.Message{}
}
