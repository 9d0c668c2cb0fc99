package roll

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/filing"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A sheet is a paper about one person that is written to a file, to be printed
// or sent. Names and numbers leave the database with it: that goes on record.
type sheet struct {
	text string
	name string        // of the file: a code and a number, nobody's name
	act  model.Message // what the journal says
}

// write asks for the file and writes it; one that is there already stays.
func (s sheet) write(h tab.Host) tea.Cmd {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "." // no home: where the program was started
	}
	check := filing.Free(model.Wrong("", "roll.file.no-name"), model.Wrong("", "roll.file.exists"))
	p := kit.NewPrompt(h.Env(), model.Say("roll.file.title"), model.Say("roll.file.label"), filepath.Join(home, s.name), check)
	kit.Open(h.Dialogs(), p, func(typed string) tea.Cmd { return s.writeTo(h, filing.Path(typed)) })
	return nil
}

func (s sheet) writeTo(h tab.Host, path string) tea.Cmd {
	st := h.Store()
	return tab.Work(h, model.Say("roll.file.writing"),
		func(ctx context.Context, _ func(done, total int64)) (struct{}, error) {
			if err := filing.WriteNew(path, []byte(s.text)); err != nil {
				return struct{}{}, model.Wrong("", "roll.file.failed")
			}
			_, err := st.Note(ctx, s.act)
			return struct{}{}, err
		},
		func(_ struct{}, err error) tea.Cmd {
			if err != nil {
				return h.Fail(err)
			}
			return h.Tell(kit.OK, model.Say("roll.file.done", "file", model.Clean(filepath.Base(path))))
		})
}

// fileName is a file's name for a paper about a seat: a code and a number.
func fileName(e *kit.Env, c *model.Cohort, seat model.Seat, what string) string {
	return e.T("roll.file.name."+what, "cohort", strings.ToLower(c.Code), "no", seat.No) + ".txt"
}
