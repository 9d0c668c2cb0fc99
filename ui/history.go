package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/kit"
	"muster/ui/tab"
)

// historyLength is how many acts the history shows; the verb log has them all.
const historyLength = 1000

// history reads the journal and shows it.
func (a *App) history() tea.Cmd {
	return tab.Work(a, model.Say("ui.history.reading"), func(ctx context.Context, _ func(done, total int64)) ([]store.Entry, error) {
		var list []store.Entry
		err := a.store.Journal(ctx, store.Filter{Limit: historyLength}, func(e store.Entry) bool {
			list = append(list, e)
			return true
		})
		return list, err
	}, func(list []store.Entry, err error) tea.Cmd {
		if err != nil {
			return a.Fail(err)
		}
		kit.OpenUnasked(a.stack, newHistory(a.env, list, a.differences), func(kit.Read) tea.Cmd { return nil })
		return nil
	})
}

// journal is the dialog that shows who did what, and when. It opens what an
// act changed.
type journal struct {
	env  *kit.Env
	list []store.Entry
	open func(store.Entry) tea.Cmd
	grid *kit.Grid[model.Rev]
}

func newHistory(e *kit.Env, list []store.Entry, open func(store.Entry) tea.Cmd) *journal {
	j := &journal{env: e, list: list, open: open}
	j.grid = kit.NewGrid[model.Rev](e,
		kit.Column{ID: "when", Title: e.T("ui.history.when"), Min: widestMoment(e, list)},
		kit.Column{ID: "who", Title: e.T("ui.history.who"), Min: 8, Max: 20, Grow: 1},
		kit.Column{ID: "what", Title: e.T("ui.history.what"), Min: 20, Grow: 6},
	)
	j.grid.Empty = model.Say("ui.history.empty")
	j.grid.SetRows(kit.Rows[model.Rev]{
		Len: len(list),
		Key: func(i int) model.Rev { return list[i].Rev },
		Cell: func(i, col int) kit.Cell {
			switch en := list[i]; col {
			case 0:
				return kit.Cell{Text: moment(e, en.At.Local()), Style: e.Theme.Muted}
			case 1:
				return kit.Cell{Text: en.Actor}
			default:
				return kit.Cell{Text: e.Say(en.Act)}
			}
		},
	})
	return j
}

// moment is when somebody did something, on this machine's clock; the year
// only when it is another.
func moment(e *kit.Env, t time.Time) string {
	date := e.Lang.DayMonth(day(t))
	if t.Year() != e.Now().Year() {
		date = e.Lang.Date(day(t))
	}
	return date + " " + t.Format("15:04:05")
}

// widestMoment is the cells that the moments of the list need.
func widestMoment(e *kit.Env, list []store.Entry) int {
	w := 8
	for _, en := range list {
		w = max(w, kit.Width(moment(e, en.At.Local())))
	}
	return w
}

func (j *journal) Title() string    { return j.env.T("ui.history.title") }
func (j *journal) Result() kit.Read { return kit.Read{} }
func (j *journal) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 100), min(maxH, max(len(j.list)+2, 12))
}
func (j *journal) Resize(w, h int)             { j.grid.Resize(w, h) }
func (j *journal) Draw(c *kit.Canvas)          { j.grid.Draw(c, true) }
func (j *journal) Cursor() (x, y int, ok bool) { return j.grid.Cursor() }
func (j *journal) Actions() []kit.Action {
	return []kit.Action{
		{ID: "ui.history.show", Keys: []string{"enter"}, Rank: 1},
		{ID: "ui.history.find", Keys: []string{"/"}, Rank: 2},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 3},
	}
}

// Update moves in the list, shows an act, or ends it.
func (j *journal) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if j.grid.Update(msg) {
		return kit.Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case kit.IsKey(k, "enter"):
		if row, ok := j.grid.Current(); ok {
			return kit.Stay, j.open(j.list[row])
		}
	case kit.IsKey(k, "esc", "q"):
		return kit.Cancelled, nil
	}
	return kit.Stay, nil
}

// recordsAtMost is how many records of an act are shown one by one.
const recordsAtMost = 100

// differences reads what an act changed and shows it field by field.
func (a *App) differences(e store.Entry) tea.Cmd {
	return tab.Work(a, model.Say("ui.history.reading"), func(ctx context.Context, _ func(done, total int64)) ([]store.Difference, error) {
		some := e
		some.Items = e.Items[:min(len(e.Items), recordsAtMost)]
		return a.store.Differences(ctx, some)
	}, func(list []store.Difference, err error) tea.Cmd {
		if err != nil {
			return a.Fail(err)
		}
		kit.OpenUnasked(a.stack, a.report(e, list), func(kit.Read) tea.Cmd { return nil })
		return nil
	})
}

// report says who did it and when, and each record before and after.
func (a *App) report(entry store.Entry, list []store.Difference) *paper {
	e, th := a.env, a.env.Theme
	p := &paper{env: e, title: e.T("ui.differences"), no: "kit.close"}
	p.text(th.Title, e.Say(entry.Act))
	p.text(th.Muted, e.T("ui.differences.who", "actor", entry.Actor, "when", moment(e, entry.At.Local())))
	if len(list) == 0 {
		p.text(th.Text, "")
		p.text(th.Text, e.T("ui.differences.none"))
	}
	for _, d := range list {
		p.text(th.Text, "")
		name := a.record(d.Ref, d.After, d.Before)
		switch {
		case d.Before == nil:
			name = e.T("ui.differences.made", "record", name)
		case d.After == nil:
			name = e.T("ui.differences.removed", "record", name)
		}
		p.text(th.Title, name)
		diffs, err := differences(d.Before, d.After)
		if err != nil {
			continue
		}
		p.row(th.Head, "", e.T("ui.differences.before"), e.T("ui.differences.after"))
		for _, f := range diffs {
			p.row(th.Text, fieldName(e, f.field), fieldValue(e, f.field, f.a), fieldValue(e, f.field, f.b))
		}
	}
	if more := len(entry.Items) - len(list); more > 0 {
		p.text(th.Text, "")
		p.text(th.Muted, e.T("ui.differences.more", "n", more))
	}
	return p
}
