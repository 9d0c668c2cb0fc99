package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A moveList compares two plans block by block and cost by cost. It ends in
// whether the one is to be taken: enter does, where there is a word for it.
type moveList struct {
	h     tab.Host
	env   *kit.Env
	about model.Message // the title
	head  []string      // what is to be known of the whole, a line each
	list  []move
	tell  teller
	costs []costRow
	take  string // id of the action that enter is; "" when there is none
	grid  *kit.Grid[int]
	cost  bool // on a narrow screen: the costs are shown, not the blocks
	wide  int
	high  int
}

func newMoveList(h tab.Host, about model.Message, next *model.Desk, list []move, costs []costRow, take string, head ...string) *moveList {
	l := &moveList{
		h: h, env: h.Env(), about: about, head: head, list: list, costs: costs, take: take,
		tell: teller{h.Env(), next},
	}
	l.grid = kit.NewGrid[int](l.env)
	l.grid.Empty = model.Say("plan.same")
	l.fill()
	return l
}

// fill makes the rows, in the words of the language there is.
func (l *moveList) fill() {
	e, list := l.env, l.list
	l.grid.SetColumns(
		kit.Column{ID: "mark", Min: 1, Max: 1},
		kit.Column{ID: "block", Title: e.T("plan.col.block"), Min: 16, Max: 30, Grow: 2},
		kit.Column{ID: "was", Title: e.T("plan.col.was"), Min: 12, Max: 13},
		kit.Column{ID: "now", Title: e.T("plan.col.now"), Min: 12, Max: 13},
		kit.Column{ID: "what", Title: e.T("plan.col.what"), Min: 14, Grow: 3, Drop: 1})
	l.grid.SetRows(kit.Rows[int]{
		Len: len(list), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			m, th := list[i], e.Theme
			switch col {
			case 0:
				st := th.Accent
				if m.sort == toTray || m.sort == goes {
					st = th.Warn
				}
				return kit.Cell{Text: m.sort.mark(), Style: st}
			case 1:
				return kit.Cell{Text: l.tell.title(m), Style: th.Kind(string(m.session().Block.Kind)[0])}
			case 2:
				return kit.Cell{Text: l.tell.short(m.was), Style: th.Muted}
			case 3:
				if m.was != nil && m.now != nil && m.was.Start == m.now.Start {
					return kit.Cell{Text: "=", Style: th.Muted}
				}
				return kit.Cell{Text: l.tell.short(m.now)}
			}
			return kit.Cell{Text: l.tell.what(m)}
		},
	})
}

// Title says what is compared.
func (l *moveList) Title() string { return l.env.Say(l.about) }

// Result says nothing: that it came is the answer.
func (l *moveList) Result() left { return left{} }

// Size is as high as the list needs.
func (l *moveList) Size(maxW, maxH int) (w, h int) {
	w = min(maxW, 120)
	return w, min(maxH, max(max(len(l.list), 3)+1+moveFoot, len(l.costs)+2)+l.headLines(w)+1)
}

// headLines is how many lines the head takes.
func (l *moveList) headLines(w int) int {
	n := 0
	for _, s := range l.head {
		n += len(kit.Lines(s, max(w, 1)))
	}
	return n
}

// moveFoot is the lines for the move under the cursor in full, and a rule.
const moveFoot = 4

// A moveLayout is where everything in the list is.
type moveLayout struct{ head, grid, foot, costs kit.Rect }

// besides is the width from which costs stand beside the blocks.
const besides = 108

func (l *moveList) layout() moveLayout {
	var out moveLayout
	all := kit.Rect{W: l.wide, H: l.high}
	if n := min(l.headLines(l.wide), l.high/3); n > 0 {
		out.head, all = all.Top(n)
		_, all = all.Top(1)
	}
	switch {
	case l.wide >= besides && len(l.costs) > 0:
		out.costs, all = all.Right(costsWide(l.h.Env(), l.costs, l.wide))
		_, all = all.Right(2)
	case l.cost:
		out.costs = all
		return out
	}
	foot := moveFoot
	if all.H < 8 {
		foot = min(1, max(all.H-2, 0))
	}
	out.foot, out.grid = all.Bottom(foot)
	return out
}

// Resize takes the size.
func (l *moveList) Resize(w, h int) {
	l.wide, l.high = w, h
	g := l.layout().grid
	l.grid.Resize(g.W, max(g.H, 1))
}

// Update walks the list, turns to the costs, takes and leaves.
func (l *moveList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	lay := l.layout()
	if moved, x, y, mouse := kit.MouseAt(msg, lay.grid.X, lay.grid.Y); mouse {
		if (kit.Rect{W: lay.grid.W, H: lay.grid.H}).Contains(x, y) {
			point(l.grid, moved)
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return kit.Stay, nil
	}
	if text, typing := l.grid.Filter(); typing || kit.IsKey(k, "esc") && text != "" {
		l.grid.Update(msg)
		return kit.Stay, nil
	}
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter") && l.take != "":
		return kit.Done, nil
	case kit.IsKey(k, "enter"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "tab") && l.turns():
		l.cost = !l.cost
		l.Resize(l.wide, l.high)
	case kit.IsKeys(k):
		l.h.Dialogs().ListKeys()
	case kit.IsKey(k, "<", ">"): // the order is that of time
	case !l.cost || !l.turns():
		l.grid.Update(msg)
	}
	return kit.Stay, nil
}

// turns reports whether costs and blocks take turns.
func (l *moveList) turns() bool { return l.wide < besides && len(l.costs) > 0 }

// Draw paints the list, the move under the cursor in full, and the costs.
func (l *moveList) Draw(c *kit.Canvas) {
	th, lay := l.env.Theme, l.layout()
	y := lay.head.Y
	for _, s := range l.head {
		if y < lay.head.Y+lay.head.H {
			y += c.Wrap(kit.Rect{Y: y, W: c.W(), H: lay.head.Y + lay.head.H - y}, th.Text, s)
		}
	}
	if !lay.grid.Empty() {
		l.grid.Draw(c.Sub(lay.grid), true)
	}
	if !lay.costs.Empty() {
		l.drawCosts(c.Sub(lay.costs))
	}
	if i, ok := l.grid.Current(); ok && lay.foot.H > 0 {
		r := lay.foot
		if r.H > 1 {
			c.HLine(r.X, r.Y, r.W, th.Rule)
			_, r = r.Top(1)
		}
		c.Wrap(r, th.Text, l.tell.full(l.list[i]))
	}
}

// drawCosts paints the sum, and what each wish adds to it.
func (l *moveList) drawCosts(c *kit.Canvas) {
	var was, now int64
	for _, r := range l.costs {
		was, now = was+r.was, now+r.now
	}
	c.TextFit(0, 0, c.W(), l.env.Theme.Head, l.env.T("plan.cost.sum", "sum", shift(l.env, was, now)))
	if c.H() > 1 {
		drawCosts(c.Sub(kit.Rect{Y: 1, W: c.W(), H: c.H() - 1}), l.env, l.costs)
	}
}

// Cursor is in the filter while it is typed.
func (l *moveList) Cursor() (x, y int, ok bool) {
	r := l.layout().grid
	x, y, ok = l.grid.Cursor()
	return x + r.X, y + r.Y, ok
}

// Actions are the keys.
func (l *moveList) Actions() []kit.Action {
	var out []kit.Action
	if l.take != "" {
		out = append(out, kit.Action{ID: l.take, Keys: []string{"enter"}, Rank: 1})
	}
	if l.turns() {
		id := "plan.key.costs"
		if l.cost {
			id = "plan.key.blocks"
		}
		out = append(out, kit.Action{ID: id, Keys: []string{"tab"}, Rank: 2})
	}
	return append(out, kit.Action{ID: "kit.close", Keys: []string{"esc"}, Rank: 3}, listKeys(l.h, 4))
}
