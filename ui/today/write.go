package today

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/filing"
	"muster/ui/kit"
	"muster/ui/tab"
)

// writeWhere asks for the file a paper is to be written to. It never writes
// over one that is there.
func (t *Tab) writeWhere(c *model.Cohort, day model.Date, v sheet) tea.Cmd {
	name := t.h.Env().T("today.file."+sheetIDs[v.kind], "cohort", strings.ToLower(c.Code), "date", day.String())
	if v.Squad != 0 {
		name += "-" + strings.ToLower(v.Squad.String())
	}
	check := filing.Free(model.Wrong("", "today.write.no-name"), model.Wrong("", "today.write.exists"))
	ask := kit.NewPrompt(t.h.Env(), model.Say("today.write.title", "cohort", c.Code, "date", day), model.Say("today.write.file"),
		filepath.Join(t.folder, name+".txt"), check)
	kit.Open(t.h.Dialogs(), ask, func(s string) tea.Cmd { return t.writeTo(filing.Path(s), c, day, v) })
	return nil
}

// writeTo writes the paper off the event loop. With names it goes on record,
// for names leave the database.
func (t *Tab) writeTo(path string, c *model.Cohort, day model.Date, v sheet) tea.Cmd {
	text := v.text(t.h.Env(), t.h.Desk(), c, day)
	st := t.h.Store()
	return tab.Work(t.h, model.Say("today.write.writing"),
		func(ctx context.Context, _ func(done, total int64)) (struct{}, error) {
			if err := filing.WriteNew(path, []byte(text)); err != nil {
				return struct{}{}, model.Wrong("", "today.write.failed")
			}
			if !v.Full {
				return struct{}{}, nil
			}
			_, err := st.Note(ctx, model.Say("today.act.sheet", "cohort", c.Code, "date", day))
			return struct{}{}, err
		},
		func(_ struct{}, err error) tea.Cmd {
			if err != nil {
				return t.h.Fail(err)
			}
			t.folder = filepath.Dir(path)
			return t.h.Tell(kit.OK, model.Say("today.write.done", "file", model.Clean(filepath.Base(path))))
		})
}
