package cohorts

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/intake"
	"muster/ui/kit"
)

// double shows a row of a roster beside somebody it may be: the same person,
// another, or to be left out.
type double struct {
	t      *Tab
	env    *kit.Env
	line   *intake.Line
	at     int // of the candidates
	answer intake.Answer
	top    int
	h      int
}

func newDouble(t *Tab, l *intake.Line) *double { return &double{t: t, env: t.env(), line: l} }

// Title says which row it is about.
func (d *double) Title() string {
	return d.env.T("cohorts.double.title", "row", d.line.Row, "name", d.line.Entry.Name.Full())
}

// Result is the decision.
func (d *double) Result() intake.Answer { return d.answer }

// Size is a line a field, and three above.
func (d *double) Size(maxW, maxH int) (w, h int) { return min(90, maxW), min(len(d.lines())+3, maxH) }

// Resize takes the size.
func (d *double) Resize(_, h int) { d.h = h }

// Cursor is hidden.
func (d *double) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Update decides, or goes to the next candidate.
func (d *double) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, nil
	}
	like := d.line.Like[d.at]
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "s"):
		d.answer = intake.Answer{Decision: intake.SamePerson, Person: like.Person.ID, Row: like.Row}
		if like.Row != 0 {
			d.answer.Person = model.ID{} // made anew with each reading
		}
		return kit.Done, nil
	case kit.IsKey(k, "a"):
		d.answer = intake.Answer{Decision: intake.Another}
		return kit.Done, nil
	case kit.IsKey(k, "x"):
		d.answer = intake.Answer{Decision: intake.Leave}
		return kit.Done, nil
	case kit.IsKey(k, "right", "tab"):
		d.at = (d.at + 1) % len(d.line.Like)
	case kit.IsKey(k, "left", "shift+tab"):
		d.at = (d.at + len(d.line.Like) - 1) % len(d.line.Like)
	case kit.IsKey(k, "down"):
		d.top = min(d.top+1, max(len(d.lines())-max(d.h-3, 1), 0))
	case kit.IsKey(k, "up"):
		d.top = max(d.top-1, 0)
	}
	return kit.Stay, nil
}

// Draw paints the two side by side; what differs is marked. Below them stands
// what would change on the known person if it is the same.
func (d *double) Draw(c *kit.Canvas) {
	e, th, like := d.env, d.env.Theme, d.line.Like[d.at]
	c.TextFit(0, 0, c.W(), th.Muted, e.Say(like.Why))
	label := min(d.labelWidth()+3, c.W()/3)
	cols := kit.Rect{X: label, W: max(c.W()-label, 0)}.Columns(2, 2)
	who := e.T("cohorts.double.kept")
	if like.Row != 0 {
		who = e.T("cohorts.double.row", "row", like.Row)
	}
	if n := len(d.line.Like); n > 1 {
		who = e.T("cohorts.double.of", "who", who, "n", d.at+1, "all", n)
	}
	c.TextFit(cols[0].X, 2, cols[0].W, th.Head, e.T("cohorts.double.row", "row", d.line.Row))
	c.TextFit(cols[1].X, 2, cols[1].W, th.Head, who)
	lines := d.lines()
	for i, x := range lines[min(d.top, len(lines)):] {
		y := 3 + i
		if y >= c.H() {
			break
		}
		switch {
		case x.head:
			c.TextFit(0, y, c.W(), th.Head, x.label)
			continue
		case x.change:
			c.TextFit(0, y, label-3, th.Muted, x.label)
			c.TextFit(label, y, c.W()-label, th.Text, x.row)
			continue
		}
		st := th.Text
		if x.row != "" && x.has != "" && kit.Fold(x.row) != kit.Fold(x.has) {
			st = th.Due
			c.Text(label-2, y, th.Due, "≠")
		}
		c.TextFit(0, y, label-3, th.Muted, x.label)
		c.TextFit(cols[0].X, y, cols[0].W, st, x.row)
		c.TextFit(cols[1].X, y, cols[1].W, st, x.has)
	}
	if d.top > 0 {
		c.Text(c.W()-1, min(3, c.H()-1), th.Muted, "↑")
	}
	if d.top+c.H()-3 < len(lines) {
		c.Text(c.W()-1, c.H()-1, th.Muted, "↓")
	}
}

// labelWidth is the widest name of a field.
func (d *double) labelWidth() int {
	w := 0
	for _, x := range d.lines() {
		if !x.head {
			w = max(w, kit.Width(x.label))
		}
	}
	return w
}

// Actions are the three answers.
func (d *double) Actions() []kit.Action {
	out := []kit.Action{
		{ID: "cohorts.double.same", Keys: []string{"s"}, Rank: 1},
		{ID: "cohorts.double.another", Keys: []string{"a"}, Rank: 2},
		{ID: "cohorts.double.leave", Keys: []string{"x"}, Rank: 3},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 5},
	}
	if len(d.line.Like) > 1 {
		out = append(out, kit.Action{ID: "cohorts.double.next", Keys: []string{"right"}, Rank: 4})
	}
	return out
}
