package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// The page of drafts: what it is to a dialog, and how it looks.

// Title names the cohort.
func (l *draftList) Title() string { return l.env.T("plan.drafts.title", "cohort", l.cohort.Code) }

// Result says nothing: every act has been kept.
func (l *draftList) Result() left { return left{} }

// draftFoot is the lines below the list: a rule, and what a draft is or what
// the one under the cursor would change.
const draftFoot = 6

// Size fits the list.
func (l *draftList) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 100), min(maxH, max(len(l.lines), 3)+1+draftFoot)
}

// Resize takes the size. It comes after whatever a dialog above has done.
func (l *draftList) Resize(w, h int) {
	l.wide, l.high = w, h
	l.grid.Resize(w, max(h-l.foot(), 1))
}

func (l *draftList) foot() int {
	if l.high < 10 {
		return min(2, max(l.high-2, 0))
	}
	return draftFoot
}

// Cursor is in the filter while it is typed.
func (l *draftList) Cursor() (x, y int, ok bool) { return l.grid.Cursor() }

// Update walks the list and runs the page's acts. The desk may be another since
// the last key: after an act of one's own, or of somebody else.
func (l *draftList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if w, ok := msg.(word[map[model.ID]*planner.Result]); ok {
		if w.of != l.run {
			return kit.Stay, nil
		}
		if !w.over {
			return kit.Stay, w.of.hear()
		}
		l.prices = w.best
		return kit.Stay, nil
	}
	var fresh tea.Cmd
	if l.record().Desk() != l.desk {
		fresh = l.read()
	}
	if _, _, _, mouse := kit.MouseAt(msg, 0, 0); mouse {
		if point(l.grid, msg) {
			return l.open(fresh)
		}
		return kit.Stay, fresh
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return kit.Stay, fresh
	}
	l.said = model.Message{}
	if text, typing := l.grid.Filter(); typing || kit.IsKey(k, "esc") && text != "" {
		l.grid.Update(msg)
		return kit.Stay, fresh
	}
	switch {
	case kit.IsKey(k, "esc"):
		l.run.end()
		return kit.Cancelled, fresh
	case kit.IsKey(k, "enter"):
		return l.open(fresh)
	}
	cmd, why, handled := kit.Press(l.Actions(), k)
	switch {
	case !why.IsZero():
		l.said, l.kind = why, kit.Warn
	case handled, kit.IsKey(k, "<", ">"):
	case !l.grid.Update(msg) && kit.Typed(k) != "":
		l.said, l.kind = model.Say("plan.no-key"), kit.Warn
	}
	if l.record().Desk() != l.desk { // what was just done
		fresh = tea.Batch(fresh, l.read())
	}
	return kit.Stay, tea.Batch(fresh, cmd)
}

// open has the board show the plan under the cursor.
func (l *draftList) open(first tea.Cmd) (kit.Outcome, tea.Cmd) {
	l.run.end()
	return kit.Done, tea.Batch(first, l.show(l.current().id()))
}

// whyRecord is for what has no sense of the plan of record.
func (l *draftList) whyRecord() model.Message {
	if l.current().draft == nil {
		return model.Say("plan.why.record")
	}
	return model.Message{}
}

// Actions are the page's keys.
func (l *draftList) Actions() []kit.Action {
	return []kit.Action{
		{ID: "plan.key.open", Keys: []string{"enter"}, Rank: 1},
		{ID: "plan.key.new", Keys: []string{"n"}, Rank: 2, Run: l.begin},
		{ID: "plan.key.compare", Keys: []string{"c"}, Rank: 3, Why: l.whyRecord, Run: l.compare},
		{ID: "plan.key.adopt", Keys: []string{"a"}, Rank: 4, Why: l.whyRecord, Run: l.adopt},
		{ID: "plan.key.discard", Keys: []string{"x", "delete"}, Rank: 6, Why: l.whyRecord, Run: l.throw},
		{ID: "plan.key.rename", Keys: []string{"e"}, Rank: 8, Why: l.whyRecord, Run: l.rename},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 5},
		listKeys(l.h, 7),
	}
}

// Draw paints the list and, below, what the draft under the cursor would
// change.
func (l *draftList) Draw(c *kit.Canvas) {
	e, th, n := l.env, l.env.Theme, l.foot()
	l.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - n}), true)
	r := kit.Rect{Y: c.H() - n, W: c.W(), H: n}
	if n > 2 {
		c.HLine(r.X, r.Y, r.W, th.Rule)
		_, r = r.Top(1)
	}
	if !l.said.IsZero() && r.H > 0 {
		st := th.Warn
		if l.kind == kit.OK {
			st = th.OK
		}
		var line kit.Rect
		line, r = r.Bottom(1)
		c.TextFit(line.X, line.Y, line.W, st, e.Say(l.said))
	}
	v := l.current()
	switch {
	case v.draft == nil:
		c.Wrap(r, th.Muted, e.T("plan.drafts.teach"))
	case len(v.moves) == 0:
		c.Wrap(r, th.Muted, e.T("plan.same"))
	}
	t := teller{e, v.desk}
	for i, m := range v.moves {
		y := r.Y + i
		if i == r.H-1 && i < len(v.moves)-1 {
			c.TextFit(0, y, r.W, th.Muted, e.T("plan.more-moves", "n", len(v.moves)-i))
			return
		}
		if i >= r.H {
			return
		}
		c.TextFit(0, y, r.W, th.Text, t.line(m))
	}
}
