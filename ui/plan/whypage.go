package plan

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/ui/kit"
)

// The page of reasons: what it is to a dialog, and how it looks.

// Title names the session, or the cohorts.
func (w *reasons) Title() string {
	if w.s != nil {
		return w.env.T("plan.why.title", "block", w.title())
	}
	return w.env.T("plan.why.whole", "cohorts", scope{cohorts: w.cohorts}.codes(w.desk))
}

// Result is where to go.
func (w *reasons) Result() model.Ref {
	if i, ok := w.grid.Current(); ok && i < len(w.rows) {
		return w.rows[i].to
	}
	return model.Ref{}
}

// leastWhy is the height that leaves room for an answer still to come.
const leastWhy = 20

// Size fits the lines in a width that reads well.
func (w *reasons) Size(maxW, maxH int) (wide, high int) {
	return min(maxW, 110), min(maxH, max(len(w.rows)+6+whyFoot, leastWhy))
}

// whyFoot is the lines for the line under the cursor in full, and a rule.
const whyFoot = 5

// A whyLayout is where everything on the page is.
type whyLayout struct{ head, grid, foot kit.Rect }

func (w *reasons) layout() whyLayout {
	var l whyLayout
	all := kit.Rect{W: w.wide, H: w.high}
	if w.high >= 6 {
		text, _ := w.verdict()
		l.head, all = all.Top(min(len(kit.Lines(text, max(w.wide, 1))), 3))
		_, all = all.Top(1)
	}
	foot := whyFoot
	if all.H < 10 {
		foot = min(1, max(all.H-2, 0))
	}
	l.foot, l.grid = all.Bottom(foot)
	return l
}

// Resize takes the size.
func (w *reasons) Resize(wide, high int) {
	w.wide, w.high = wide, high
	g := w.layout().grid
	w.grid.Resize(g.W, max(g.H, 1))
}

// Cursor is in the filter while it is typed.
func (w *reasons) Cursor() (x, y int, ok bool) {
	r := w.layout().grid
	x, y, ok = w.grid.Cursor()
	return x + r.X, y + r.Y, ok
}

// Update hears the planner, walks the lines, goes there or loosens.
func (w *reasons) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if m, ok := msg.(word[planner.Explanation]); ok {
		cmd := w.hear(m)
		w.Resize(w.wide, w.high)
		return kit.Stay, cmd
	}
	r := w.layout().grid
	if moved, x, y, mouse := kit.MouseAt(msg, r.X, r.Y); mouse {
		if !(kit.Rect{W: r.W, H: r.H}).Contains(x, y) {
			return kit.Stay, nil
		}
		if point(w.grid, moved) {
			return w.enter()
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return kit.Stay, nil
	}
	w.said = model.Message{}
	if text, typing := w.grid.Filter(); typing || kit.IsKey(k, "esc") && text != "" {
		w.grid.Update(msg)
		return kit.Stay, nil
	}
	switch {
	case kit.IsKey(k, "esc"):
		w.run.end()
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		return w.enter()
	}
	cmd, why, handled := kit.Press(w.Actions(), k)
	switch {
	case !why.IsZero():
		w.said = why
	case handled, kit.IsKey(k, "<", ">"):
	case !w.grid.Update(msg) && kit.Typed(k) != "":
		w.said = model.Say("plan.no-key")
	}
	return kit.Stay, cmd
}

// enter does what the line under the cursor offers.
func (w *reasons) enter() (kit.Outcome, tea.Cmd) {
	i, ok := w.grid.Current()
	switch {
	case !ok || i >= len(w.rows):
	case w.rows[i].rule != "":
		if r, ok := rules.Find(w.rows[i].rule); ok {
			return kit.Stay, w.loosen(r, w.begin)
		}
	case !w.rows[i].to.ID.IsZero():
		w.run.end()
		return kit.Done, nil
	}
	w.said = model.Say("plan.why.no-way")
	return kit.Stay, nil
}

// Actions are the page's keys.
func (w *reasons) Actions() []kit.Action {
	id := "plan.key.go"
	if i, ok := w.grid.Current(); ok && i < len(w.rows) && w.rows[i].rule != "" {
		id = "plan.key.loosen"
	}
	out := []kit.Action{
		{ID: id, Keys: []string{"enter"}, Rank: 1, Why: w.whyStay},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 2},
		{ID: "plan.key.longer", Keys: []string{"L"}, Rank: 3, Why: w.whyLonger, Run: func() tea.Cmd {
			w.limit = longerWhy
			return w.begin()
		}},
	}
	if w.s != nil {
		out = append(out, kit.Action{ID: "plan.key.whole", Keys: []string{"y"}, Rank: 4, Run: func() tea.Cmd {
			w.id, w.at, w.limit = model.ID{}, 0, firstWhy
			return w.begin()
		}})
	}
	return append(out, listKeys(w.h, 5))
}

// whyStay is why the line under the cursor leads nowhere.
func (w *reasons) whyStay() model.Message {
	if i, ok := w.grid.Current(); ok && i < len(w.rows) && (w.rows[i].rule != "" || !w.rows[i].to.ID.IsZero()) {
		return model.Message{}
	}
	return model.Say("plan.why.no-way")
}

func (w *reasons) whyLonger() model.Message {
	switch {
	case !w.over:
		return model.Say("plan.why.still-seeking")
	case w.ex.Verdict != planner.NotProved:
		return model.Say("plan.why.proved")
	}
	return model.Message{}
}

// Draw paints the verdict, the lines, and the one under the cursor in full.
func (w *reasons) Draw(c *kit.Canvas) {
	th, l := w.env.Theme, w.layout()
	text, how := w.verdict()
	c.Wrap(l.head, how.style(th), text)
	if len(w.rows) > 0 {
		w.grid.Draw(c.Sub(l.grid), true)
	}
	if l.foot.H == 0 {
		return
	}
	r := l.foot
	if r.H > 1 {
		c.HLine(r.X, r.Y, r.W, th.Rule)
		_, r = r.Top(1)
	}
	if !w.said.IsZero() {
		c.Wrap(r, th.Warn, w.env.Say(w.said))
		return
	}
	if i, ok := w.grid.Current(); ok && i < len(w.rows) {
		c.Wrap(r, th.Text, cmp.Or(w.rows[i].full, w.rows[i].text))
	}
}
