package cohorts

import (
	"context"
	"maps"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/files/roster"
	"muster/store/files/sheet"
	"muster/store/intake"
	"muster/ui/kit"
	"muster/ui/tab"
)

// importRoster asks for a file and shows what it would bring. The cohort in
// hand gets the people; without one the form of a new cohort comes first, and
// cohort and people are kept in one act.
func (t *Tab) importRoster() tea.Cmd {
	c := t.inFocus()
	switch {
	case c == nil:
		return t.askForRoster(func(made *model.Cohort, back func() tea.Cmd) tea.Cmd {
			return t.chooseFile(draft{cohort: made, isNew: true, back: back})
		})
	case c.State == model.Closed:
		return t.h.Tell(kit.Warn, model.Say("cohorts.why.closed-cohort"))
	}
	return t.chooseFile(draft{cohort: c, back: func() tea.Cmd { return nil }})
}

// A draft is an import in the making: the file, how it is to be read, and what
// the user decided so far. It is copied, never changed, for each reading.
type draft struct {
	cohort *model.Cohort
	isNew  bool           // the cohort is kept with the people
	back   func() tea.Cmd // where one goes who imports nothing after all

	path      string
	book      *sheet.Book
	encoding  sheet.Encoding
	delimiter rune
	read      roster.Options
	decisions map[int]intake.Answer
}

// a reading is a draft that was read and planned against a desk.
type reading struct {
	draft
	roster *roster.Reading
	plan   *intake.Plan
	desk   *model.Desk
	fault  error // why there is no list to be found as the options stand
}

func (d draft) title() string { return model.Clean(filepath.Base(d.path)) }

// chooseFile asks for the file, and shows what is in it.
func (t *Tab) chooseFile(d draft) tea.Cmd {
	if t.folder == "" {
		t.folder = homeFolder()
	}
	box, cmd := newChooser(t.env(), t.folder)
	kit.OpenOr(t.h.Dialogs(), box, func(path string) tea.Cmd {
		t.folder = filepath.Dir(path)
		d.path = path
		d.read = roster.Options{Country: d.cohort.Country, Today: t.h.Today()}
		return t.readRoster(d, func(r reading, err error) tea.Cmd {
			if err != nil {
				return tea.Batch(d.back(), t.h.Fail(err))
			}
			return t.openPreview(r)
		})
	}, d.back)
	return cmd
}

// readRoster opens the file unless it is open, reads the list in it and plans
// the import, off the event loop. The error is of the file or the store; a
// list that cannot be found is the reading's fault, to be put right in the
// preview.
func (t *Tab) readRoster(d draft, then func(reading, error) tea.Cmd) tea.Cmd {
	desk, st, newID, today := t.desk(), t.h.Store(), t.h.NewID, t.h.Today()
	d.decisions = maps.Clone(d.decisions)
	return tab.Work(t.h, model.Say("cohorts.import.reading", "file", d.title()),
		func(ctx context.Context, progress func(done, total int64)) (reading, error) {
			r := reading{draft: d, desk: desk}
			if r.book == nil {
				book, err := sheet.Open(ctx, d.path, sheet.Options{Encoding: d.encoding, Delimiter: d.delimiter, Progress: progress})
				if err != nil {
					return r, err
				}
				r.book = book
			}
			r.roster, r.fault = roster.Read(r.book, d.read)
			if r.fault != nil {
				r.plan = &intake.Plan{Cohort: d.cohort}
				return r, nil //nolint:nilerr // a fault of the file is shown in the preview, where it can be put right
			}
			o := intake.Options{Cohort: d.cohort.ID, Decisions: d.decisions, NewID: newID, Today: today, Progress: progress}
			if d.isNew {
				o.New = d.cohort
			}
			plan, err := intake.Make(ctx, st, desk, r.roster, o)
			r.plan = plan
			return r, err
		}, then)
}

func (t *Tab) openPreview(r reading) tea.Cmd {
	kit.OpenUnasked(t.h.Dialogs(), newPreview(t, r), t.bringIn)
	return nil
}

// bringIn commits the plan that was looked at. When the desk has changed since
// it was made, it is made again; what then differs is shown first.
func (t *Tab) bringIn(r reading) tea.Cmd {
	if t.desk() == r.desk {
		return t.commitImport(r)
	}
	return t.readRoster(r.draft, func(again reading, err error) tea.Cmd {
		switch {
		case err != nil:
			return t.h.Fail(err)
		case again.fault == nil && sameCounts(again.plan, r.plan):
			return t.commitImport(again)
		}
		return tea.Batch(t.openPreview(again), t.h.Tell(kit.Warn, model.Say("cohorts.import.moved")))
	})
}

func sameCounts(a, b *intake.Plan) bool {
	return a.Added == b.Added && a.Updated == b.Updated && a.Same == b.Same && a.Asked == b.Asked && a.LeftOut == b.LeftOut
}

func (t *Tab) commitImport(r reading) tea.Cmd {
	p := r.plan
	if p.Change.IsZero() {
		return t.h.Tell(kit.Info, model.Say("cohorts.import.nothing", "n", p.Same))
	}
	kind := kit.OK
	if !p.Whole() {
		kind = kit.Warn
	}
	cmd := t.h.Commit(p.Change)
	told := t.h.Tell(kind, model.Say("cohorts.import.done", "parts", verdictCounts(p, "intake.count.")))
	return tea.Batch(cmd, told, t.settleIn(p.Cohort.ID))
}

// verdictCounts says how many rows there are of each verdict, as a list: the
// area says whether it is still to be done or was.
func verdictCounts(p *intake.Plan, area string) []model.Message {
	var out []model.Message
	for _, v := range []struct {
		id string
		n  int
	}{
		{"added", p.Added}, {"updated", p.Updated}, {"same", p.Same}, {"asked", p.Asked}, {"left-out", p.LeftOut},
	} {
		if v.n > 0 {
			out = append(out, model.Say(area+v.id, "n", v.n))
		}
	}
	return out
}
