package alumni

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/store/export"
	"muster/store/finder"
	"muster/ui/filing"
	"muster/ui/kit"
	"muster/ui/tab"
)

// columns of the file, and those that come with the ways to reach people.
var (
	fileColumns = []export.Column{"name", "rank", "agency", "country", "region", "cohorts", "skills", "standing"}
	wayColumns  = []export.Column{"phone", "email", "ways"}
)

// export writes those who were found, or are marked, to a file for
// spreadsheets; without numbers and addresses unless these are asked for.
func (s *search) export() tea.Cmd {
	t, e := s.t, s.t.env()
	var who []*finder.Entry
	if len(s.list.marks) > 0 {
		for _, id := range s.chosenOnes() {
			if x := t.entry(id); x != nil {
				who = append(who, x)
			}
		}
	} else {
		for _, h := range s.result.Window(0, s.list.n) {
			who = append(who, h.Entry)
		}
	}
	options := []kit.Option[bool]{
		{Value: false, Label: e.T("alumni.export.plain"), Note: e.T("alumni.export.plain.note")},
		{Value: true, Label: e.T("alumni.export.full"), Note: e.T("alumni.export.full.note")},
	}
	kit.Open(t.h.Dialogs(), kit.NewChoose(e, model.Say("alumni.export.title", "n", len(who)), options, 0), func(full bool) tea.Cmd {
		if !full {
			return t.exportWhere(who, false)
		}
		ask := kit.NewConfirm(e, model.Say("alumni.export.sure"), model.Say("alumni.export.sure.ask", "n", len(who)), model.Message{},
			"alumni.export.go", "alumni.export.stay", "y", "x")
		kit.Open(t.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return t.exportWhere(who, true) })
		return nil
	})
	return nil
}

// exportWhere asks for the file.
func (t *Tab) exportWhere(who []*finder.Entry, full bool) tea.Cmd {
	folder, err := os.UserHomeDir()
	if err != nil {
		folder = "."
	}
	check := func(s string) *model.Problem {
		s = filing.Path(s)
		switch info, err := os.Stat(filepath.Dir(s)); {
		case strings.TrimSpace(s) == "" || strings.HasSuffix(s, string(filepath.Separator)):
			return model.Wrong("", "alumni.export.no-name")
		case err != nil || !info.IsDir():
			return model.Wrong("", "alumni.export.no-folder")
		}
		if _, err := os.Stat(s); err == nil {
			return model.Wrong("", "alumni.export.exists")
		}
		return nil
	}
	path := filepath.Join(folder, "alumni-"+t.h.Today().String()+".csv")
	ask := kit.NewPrompt(t.env(), model.Say("alumni.export.title", "n", len(who)), model.Say("alumni.export.file"), path, check)
	kit.Open(t.h.Dialogs(), ask, func(s string) tea.Cmd { return t.write(filing.Path(s), who, full) })
	return nil
}

// write makes the file off the event loop. That names left the database goes
// into the journal.
func (t *Tab) write(path string, who []*finder.Entry, full bool) tea.Cmd {
	say, st := t.sayer(), t.h.Store()
	return tab.Work(t.h, model.Say("alumni.export.writing"),
		func(ctx context.Context, progress func(done, total int64)) (int, error) {
			table, err := tableOf(ctx, st, who, full, say, progress)
			if err != nil {
				return 0, err
			}
			var b bytes.Buffer
			if err := table.CSV(&b, export.Options{Say: say}); err != nil {
				return 0, err
			}
			if err := filing.WriteNew(path, b.Bytes()); err != nil {
				return 0, model.Wrong("", "alumni.export.failed")
			}
			_, err = st.Note(ctx, model.Say("alumni.act.export", "n", len(table.Rows)))
			return len(table.Rows), err
		},
		func(n int, err error) tea.Cmd {
			if err != nil {
				return t.h.Fail(err)
			}
			return t.h.Tell(kit.OK, model.Say("alumni.export.done", "n", n, "file", model.Clean(filepath.Base(path))))
		})
}

// sayer renders the headings this package has of its own, and all others as
// the other exports do.
func (t *Tab) sayer() func(model.Message) string {
	p := t.env().Lang
	return func(m model.Message) string {
		if own := "alumni." + m.ID; p.Has(own) {
			return p.T(own)
		}
		return p.Say(m)
	}
}

// tableOf is a line for each person; with full, also how to reach them.
func tableOf(ctx context.Context, st *store.Store, who []*finder.Entry, full bool, say func(model.Message) string, progress func(done, total int64)) (export.Table, error) {
	t := export.Table{Columns: append([]export.Column{}, fileColumns...)}
	if full {
		t.Columns = append(t.Columns, wayColumns...)
	}
	word := func(area string, v string) string { return say(model.Say("word." + area + "." + v)) }
	for i, x := range who {
		var skills []string
		for _, s := range x.Skills {
			skills = append(skills, word("skill", string(s)))
		}
		r := export.Row{ID: x.ID}
		for _, s := range []string{
			x.Name, x.Rank, x.Agency, x.Country, x.Region, strings.Join(x.Cohorts, " "), strings.Join(skills, "; "), word("standing", string(x.Standing)),
		} {
			r.Cells = append(r.Cells, export.Cell{Text: s})
		}
		if full {
			rec, _, err := st.Get(ctx, model.Ref{Kind: model.KindPerson, ID: x.ID})
			p, ok := rec.(*model.Person)
			switch {
			case errors.Is(err, store.ErrGone):
				continue
			case err != nil:
				return t, err
			case ok:
				var ways []string
				for _, w := range p.Reach() {
					ways = append(ways, word("channel", string(w.Channel))+" "+w.Handle)
				}
				for _, s := range []string{p.Phone, p.Email, strings.Join(ways, "; ")} {
					r.Cells = append(r.Cells, export.Cell{Text: s})
				}
			}
			progress(int64(i+1), int64(len(who)))
		}
		t.Rows = append(t.Rows, r)
	}
	return t, nil
}
