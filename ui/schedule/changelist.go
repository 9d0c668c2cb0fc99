package schedule

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/filing"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/tab"
)

// A changeList is what has changed since the plan was published: a line each,
// the one in hand in full below. It ends in what is to be done about it.
type changeList struct {
	t    *Tab
	rows []revision
	was  []string
	is   []string
	grid *kit.Grid[int]
	end  changeEnd
	w, h int
}

// A changeEnd is what a change list ended in.
type changeEnd uint8

const (
	goThere changeEnd = iota
	putOut
)

// changesFoot is the lines for the change in hand, and a rule above them.
const changesFoot = 5

// showChanges opens the list of what has changed since the plan was published.
func (t *Tab) showChanges() tea.Cmd {
	l := newChangeList(t)
	kit.Open(t.host.Dialogs(), l, func(end changeEnd) tea.Cmd {
		if end == putOut {
			return t.publishNow()
		}
		if i, ok := l.grid.CurrentKey(); ok {
			if s := t.host.Desk().Sessions.Get(l.rows[i].s.ID); s != nil {
				t.show(s)
			}
		}
		return nil
	})
	return nil
}

func newChangeList(t *Tab) *changeList {
	e := t.env
	l := &changeList{t: t, rows: revisions(t.sessions)}
	for _, v := range l.rows {
		l.was, l.is = append(l.was, t.wasText(v)), append(l.is, t.isText(v))
	}
	l.grid = kit.NewGrid[int](e,
		kit.Column{ID: "what", Title: e.T("schedule.clashes.what"), Min: 16, Max: 34, Grow: 1},
		kit.Column{ID: "was", Title: e.T("schedule.changes.was"), Min: 18, Grow: 1},
		kit.Column{ID: "is", Title: e.T("schedule.changes.is"), Min: 18, Grow: 1},
		kit.Column{ID: "tell", Title: e.T("schedule.changes.tell"), Min: 14, Grow: 1, Drop: 1})
	l.grid.Empty = model.Say("schedule.publish.same", "cohort", t.cohort.Code)
	l.grid.SetRows(kit.Rows[int]{
		Len: len(l.rows), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			v := l.rows[i]
			switch col {
			case 0:
				return kit.Cell{Text: paper.Title(e.Lang, t.host.Desk(), v.s), Style: e.Theme.Kind(v.s.Block.Kind[0])}
			case 1:
				return kit.Cell{Text: l.was[i], Style: e.Theme.Muted}
			case 2:
				return kit.Cell{Text: l.is[i]}
			}
			return kit.Cell{Text: t.tellText(v.s, false), Style: e.Theme.Muted}
		},
	})
	return l
}

func (l *changeList) Title() string {
	return l.t.env.T("schedule.changes.title", "cohort", l.t.cohort.Code, "n", len(l.rows))
}

func (l *changeList) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 150), min(maxH, max(len(l.rows), 4)+2+changesFoot)
}

func (l *changeList) Resize(w, h int) {
	l.w, l.h = w, h
	l.grid.Resize(w, max(h-l.foot(), 1))
}

func (l *changeList) foot() int {
	if l.h < 11 {
		return 0
	}
	return changesFoot
}

func (l *changeList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	_, typing := l.grid.Filter()
	if k, ok := msg.(tea.KeyPressMsg); ok && !typing {
		l.end = goThere
		switch {
		case kit.IsKey(k, "esc"):
			return kit.Cancelled, nil
		case kit.IsKey(k, "E"):
			return kit.Stay, l.t.writeChanges() // and then perhaps P: the list stays
		case kit.IsKey(k, "P"):
			l.end = putOut
			return kit.Done, nil
		case kit.IsKey(k, "enter"):
			return kit.Done, nil
		}
	}
	was, _ := l.grid.Current()
	l.grid.Update(msg)
	if _, _, ok := kit.Click(msg); ok {
		if now, ok := l.grid.Current(); ok && now == was {
			l.end = goThere
			return kit.Done, nil // the second click on a row goes there
		}
	}
	return kit.Stay, nil
}

func (l *changeList) Draw(c *kit.Canvas) {
	th, foot := l.t.env.Theme, l.foot()
	l.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - foot}), true)
	i, ok := l.grid.CurrentKey()
	if foot == 0 || !ok {
		return
	}
	y := c.H() - foot
	c.HLine(0, y, c.W(), th.Rule)
	for n, line := range []struct{ id, text string }{
		{"schedule.changes.was", l.was[i]}, {"schedule.changes.is", l.is[i]}, {"schedule.changes.tell", l.t.tellText(l.rows[i].s, false)},
	} {
		c.TextFit(0, y+1+n, 13, th.Muted, l.t.env.T(line.id))
		c.TextFit(14, y+1+n, c.W()-14, th.Text, line.text)
	}
}

func (l *changeList) Cursor() (x, y int, ok bool) { return l.grid.Cursor() }

func (l *changeList) Actions() []kit.Action {
	return []kit.Action{
		{ID: "schedule.changes.again", Keys: []string{"P"}, Rank: 1},
		{ID: "schedule.changes.write", Keys: []string{"E"}, Rank: 2},
		{ID: "schedule.go-clash", Keys: []string{"enter"}, Rank: 3},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 4},
	}
}

func (l *changeList) Result() changeEnd { return l.end }

// writeChanges asks whether the list is to name officers, and where it is to
// be written. It never writes over a file that is there.
func (t *Tab) writeChanges() tea.Cmd {
	opts := []kit.Option[bool]{
		{Value: false, Label: t.env.T("schedule.changes.numbers"), Note: t.env.T("schedule.changes.numbers.note")},
		{Value: true, Label: t.env.T("schedule.changes.names"), Note: t.env.T("schedule.changes.names.note")},
	}
	title := model.Say("schedule.changes.hand", "cohort", t.cohort.Code)
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, 0), func(full bool) tea.Cmd {
		name := t.env.T("schedule.changes.file", "cohort", strings.ToLower(t.cohort.Code), "date", t.host.Today().String()) + ".txt"
		check := filing.Free(model.Wrong("", "today.write.no-name"), model.Wrong("", "today.write.exists"))
		ask := kit.NewPrompt(t.env, title, model.Say("today.write.file"), name, check).Offered()
		kit.Open(t.host.Dialogs(), ask, func(s string) tea.Cmd { return t.changesTo(filing.Path(s), full) })
		return nil
	})
	return nil
}

// changesTo writes the list off the event loop. With names it goes on record,
// for names leave the database.
func (t *Tab) changesTo(path string, full bool) tea.Cmd {
	text, code, st := t.changeSheet(full), t.cohort.Code, t.host.Store()
	return tab.Work(t.host, model.Say("today.write.writing"),
		func(ctx context.Context, _ func(done, total int64)) (struct{}, error) {
			if err := filing.WriteNew(path, []byte(text)); err != nil {
				return struct{}{}, model.Wrong("", "today.write.failed")
			}
			if !full {
				return struct{}{}, nil
			}
			_, err := st.Note(ctx, model.Say("schedule.act.changes", "cohort", code))
			return struct{}{}, err
		},
		func(_ struct{}, err error) tea.Cmd {
			if err != nil {
				return t.host.Fail(err)
			}
			return t.tell(kit.OK, model.Say("today.write.done", "file", model.Clean(filepath.Base(path))))
		})
}
