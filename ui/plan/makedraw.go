package plan

import (
	"strconv"
	"strings"
	"time"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// A makeLayout is where everything on the page is.
type makeLayout struct {
	head, sum, costs, why, said kit.Rect
	split                       bool // the reasons stand beside the costs
}

func (m *making) layout() makeLayout {
	var l makeLayout
	all := kit.Rect{W: m.wide, H: m.high}
	if m.high >= 4 {
		l.said, all = all.Bottom(1)
	}
	if m.high >= 8 {
		l.head, all = all.Top(min(len(flow(m.says, m.wide)), 2) + 1)
	}
	l.sum, all = all.Top(3)
	if all.H > 1 {
		_, all = all.Top(1)
	}
	if m.wide >= besides {
		l.split = true
		left, right := all.Left((m.wide - 3) / 2)
		_, right = right.Left(3)
		l.costs, l.why = left, right
		return l
	}
	l.costs, l.why = all.Top(min(len(m.rows()), max(all.H/2, all.H-m.reasons()-1)))
	if l.why.H > 2 && l.costs.H > 0 {
		_, l.why = l.why.Top(1)
	}
	return l
}

// reasons is about how many lines what is not placed takes.
func (m *making) reasons() int {
	if m.best == nil || len(m.best.Unplaced) == 0 {
		return 2
	}
	return 3 + 2*len(m.best.Why)
}

// rows are the costs of the best against those of the first that was whole.
func (m *making) rows() []costRow { return costRows(m.first, m.best) }

// flow breaks statements into lines of w cells, a dot between two.
func flow(list []string, w int) []string {
	var out []string
	for _, s := range list {
		if n := len(out); n > 0 && kit.Width(out[n-1])+3+kit.Width(s) <= w {
			out[n-1] += " · " + s
			continue
		}
		out = append(out, s)
	}
	return out
}

// Draw paints the page.
func (m *making) Draw(c *kit.Canvas) {
	th, l := m.env.Theme, m.layout()
	if l.head.H > 0 {
		for y, s := range flow(m.says, m.wide) {
			if y < l.head.H-1 {
				c.TextFit(0, y, m.wide, th.Muted, s)
			}
		}
		c.HLine(0, l.head.H-1, m.wide, th.Rule)
	}
	m.drawSum(c.Sub(l.sum))
	if m.best != nil {
		drawCosts(c.Sub(l.costs), m.env, m.rows())
	}
	m.drawWhy(c.Sub(l.why), !l.split)
	if !m.said.IsZero() {
		c.TextFit(0, l.said.Y, m.wide, th.Warn, m.env.Say(m.said))
	} else if m.over && m.best != nil {
		hint := m.whyNothing()
		if hint.IsZero() {
			hint = model.Say("plan.make.ready")
		}
		c.TextFit(0, l.said.Y, m.wide, th.Muted, m.env.Say(hint))
	}
}

// drawSum paints how much is placed, what is broken, and what it costs; at the
// right how the search stands.
func (m *making) drawSum(c *kit.Canvas) {
	e, th := m.env, m.env.Theme
	labels := []string{e.T("plan.sum.placed"), e.T("plan.sum.clashes"), e.T("plan.sum.cost")}
	x := 0
	for _, s := range labels {
		x = max(x, kit.Width(s))
	}
	for y, s := range labels {
		c.TextFit(0, y, c.W(), th.Head, s)
	}
	x += 2
	state := m.state()
	right := c.TextRight(min(x, c.W()), c.W(), 0, th.Muted, state)
	if m.best == nil {
		if !m.err.IsZero() {
			c.Wrap(kit.Rect{X: x, Y: 1, W: c.W() - x, H: 2}, th.Warn, e.Say(m.err))
		}
		return
	}
	b := m.best
	placed := e.T("plan.sum.of", "n", b.Placed, "of", m.stays.all)
	bar := min(28, right-x-kit.Width(placed)-4)
	if bar >= leastBar {
		drawBar(c, th, kit.Rect{X: x, W: bar, H: 1}, int64(m.stays.all), int64(b.Placed), int64(max(m.stays.all, 1)))
		x2 := x + bar + 2
		c.TextFit(x2, 0, right-x2, th.Text, placed)
	} else {
		c.TextFit(x, 0, right-x-1, th.Text, placed)
	}
	st := th.OK
	if b.Hard > 0 {
		st = th.Clash
	}
	n := c.TextFit(x, 1, c.W()-x, st, mark(b.Hard)+e.Lang.Number(b.Hard))
	c.TextFit(x+n+3, 1, c.W()-x-n-3, th.Muted, m.changes())
	cost := e.Lang.Number(int(b.Cost))
	if m.first != nil {
		cost = shift(e, m.first.Cost, b.Cost)
	}
	n = c.TextFit(x, 2, c.W()-x, th.Text, cost) + 2
	if w := min(24, c.W()-x-n-2); len(m.drops) > 2 && w >= leastBar {
		n += c.TextFit(x+n, 2, w, th.Accent, falling(m.drops, w)) + 2
	}
	if b.Bound > 0 {
		c.TextFit(x+n, 2, c.W()-x-n, th.Muted, e.T("plan.sum.bound", "n", int(b.Bound)))
	}
}

// mark says without colour whether anything is broken.
func mark(hard int) string {
	if hard > 0 {
		return "! "
	}
	return "✓ "
}

// changes is how much of what is there becomes other.
func (m *making) changes() string {
	e, fresh := m.env, 0
	for _, v := range m.moves {
		if v.sort == comes {
			fresh++
		}
	}
	var out []string
	if fresh > 0 {
		out = append(out, e.T("plan.sum.fresh", "n", fresh))
	}
	if m.best.Moved > 0 || fresh == 0 {
		out = append(out, e.T("plan.sum.moved", "n", m.best.Moved))
	}
	if m.best.Swapped > 0 {
		out = append(out, e.T("plan.sum.swapped", "n", m.best.Swapped))
	}
	return strings.Join(out, " · ")
}

// state is how the search stands and how long it took.
func (m *making) state() string {
	e := m.env
	id := "plan.state.searching"
	switch {
	case !m.err.IsZero():
		id = "plan.state.cannot"
	case m.over && m.best != nil && m.best.Done:
		id = "plan.state.best"
	case m.over:
		id = "plan.state.ended"
	case m.best != nil && len(m.best.Unplaced) == 0:
		id = "plan.state.improving"
	}
	return e.T(id) + " · " + lasted(m.spent)
}

// lasted is a time spent: "2.4 s", "3 min 05 s".
func lasted(d time.Duration) string {
	if d < time.Minute {
		return strconv.FormatFloat(d.Seconds(), 'f', 1, 64) + " s"
	}
	s := int(d.Seconds())
	return strconv.Itoa(s/60) + " min " + string([]byte{'0' + byte(s%60/10), '0' + byte(s%60%10)}) + " s"
}

// falling draws numbers as columns of eighths, w of them at most, the newest
// last.
func falling(list []int64, w int) string {
	steps := []rune("▁▂▃▄▅▆▇█")
	most, least := list[0], list[0]
	for _, v := range list {
		most, least = max(most, v), min(least, v)
	}
	n := min(w, len(list))
	out := make([]rune, n)
	for i := range n {
		v := list[(len(list)-1)*i/max(n-1, 1)]
		out[i] = steps[int((v-least)*7/max(most-least, 1))]
	}
	return string(out)
}

// drawWhy paints what is without a time, and why; below, what would change.
func (m *making) drawWhy(c *kit.Canvas, rule bool) {
	e, th := m.env, m.env.Theme
	if c.H() == 0 || m.best == nil {
		return
	}
	y := 0
	if rule && c.H() > 2 && len(m.moves)+len(m.best.Unplaced)+len(m.best.Why) > 0 {
		c.HLine(0, 0, c.W(), th.Rule)
		y = 1
	}
	for _, s := range whyLines(e, m.best) {
		if y >= c.H() {
			return
		}
		st := th.Text
		if s.head {
			st = th.Warn
		}
		y += min(c.Wrap(kit.Rect{Y: y, W: c.W(), H: c.H() - y}, st, s.text), c.H()-y)
	}
	for i, v := range m.moves {
		switch {
		case y >= c.H():
			return
		case y == c.H()-1 && i < len(m.moves)-1:
			c.TextFit(0, y, c.W(), th.Muted, e.T("plan.more-moves", "n", len(m.moves)-i))
			return
		}
		c.TextFit(0, y, c.W(), th.Muted, m.tell.line(v))
		y++
	}
}

// A whyLine is a sentence on what is not placed; the head says how much.
type whyLine struct {
	text string
	head bool
}

// whyLines are what has no time and why, a line each.
func whyLines(e *kit.Env, r *planner.Result) []whyLine {
	var out []whyLine
	if n := len(r.Unplaced); n > 0 {
		out = append(out, whyLine{e.T("plan.unplaced", "n", n, "sessions", named(e, r.Unplaced)), true})
	}
	for _, w := range r.Why {
		out = append(out, whyLine{"· " + e.Say(w), false})
	}
	return out
}
