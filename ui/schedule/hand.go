package schedule

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/natefinch/atomic"

	"muster/model"
	"muster/store/export"
	"muster/ui/filing"
	"muster/ui/kit"
	"muster/ui/tab"
)

// handOn writes the plan as a table for spreadsheets, without what a lost
// sheet of paper must not tell.
func (t *Tab) handOn() tea.Cmd {
	name := strings.ToLower(t.cohort.Code) + ".csv"
	ask := kit.NewPrompt(t.env, model.Say("schedule.hand.title", "cohort", t.cohort.Code), model.Say("schedule.hand.label"), name,
		func(s string) *model.Problem {
			switch {
			case strings.TrimSpace(s) == "":
				return model.Wrong("name", "model.missing")
			case strings.ToLower(filepath.Ext(strings.TrimSpace(s))) != ".csv":
				return model.Wrong("name", "schedule.hand.not-csv")
			}
			return nil
		})
	kit.Open(t.host.Dialogs(), ask, func(s string) tea.Cmd { return t.writePlan(filing.Path(s), false) })
	return nil
}

// written is how the writing of a file ended.
type written struct {
	path string
	rows int
}

// writePlan writes the file off the event loop. A file that is there already
// is not written over without asking.
func (t *Tab) writePlan(path string, replace bool) tea.Cmd {
	d, c := t.host.Desk(), t.cohort
	table := export.Schedule(d, c, d.SessionsOf(c.ID), t.words())
	words := t.words()
	return tab.Work(t.host, model.Say("schedule.hand.writing", "cohort", c.Code),
		func(context.Context, func(done, total int64)) (written, error) {
			if _, err := os.Lstat(path); err == nil && !replace {
				return written{}, fs.ErrExist
			}
			var b bytes.Buffer
			if err := table.CSV(&b, words); err != nil {
				return written{}, err
			}
			abs, err := filepath.Abs(path)
			if err != nil {
				abs = path
			}
			return written{abs, len(table.Rows)}, atomic.WriteFile(path, &b)
		},
		func(w written, err error) tea.Cmd {
			switch {
			case errors.Is(err, fs.ErrExist):
				return t.askReplace(path)
			case err != nil:
				return t.tell(kit.Fault, model.Say("schedule.hand.failed", "path", model.Clean(path)))
			}
			return t.tell(kit.OK, model.Say("schedule.hand.done", "n", w.rows, "path", model.Clean(w.path)))
		})
}

func (t *Tab) words() export.Options {
	return export.Options{Say: t.env.Say, Lang: t.env.Lang.Tag()}
}

func (t *Tab) askReplace(path string) tea.Cmd {
	ask := kit.NewConfirm(t.env, model.Say("schedule.hand.exists"),
		model.Say("schedule.hand.exists.ask", "path", model.Clean(path)), model.Message{},
		"schedule.hand.replace", "schedule.hand.keep", "r", "X")
	kit.OpenUnasked(t.host.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return t.writePlan(path, true) })
	return nil
}
