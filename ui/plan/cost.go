package plan

import (
	"muster/model/planner"
	"muster/ui/kit"
)

// A costRow is what two plans cost by one wish.
type costRow struct {
	wish     string
	was, now int64
	count    int // how often now
}

// costRows is every wish that either plan costs anything by, in the order of
// the sliders; was may be nil.
func costRows(was, now *planner.Result) []costRow {
	var out []costRow
	for _, w := range planner.Wishes() {
		r := costRow{wish: w.ID}
		if was != nil {
			r.was, _ = costOf(was, w.ID)
		}
		if now != nil {
			r.now, r.count = costOf(now, w.ID)
		}
		if r.was != 0 || r.now != 0 {
			out = append(out, r)
		}
	}
	return out
}

// costOf is what a plan costs by a wish, and how often.
func costOf(r *planner.Result, wish string) (points int64, count int) {
	for _, c := range r.Costs {
		if c.Wish == wish {
			points += c.Points
			count += c.Count
		}
	}
	return points, count
}

// shift is a cost before and after: "24 → 10", "10" when it is the same.
func shift(e *kit.Env, was, now int64) string {
	if was == now {
		return e.Lang.Number(int(now))
	}
	return e.Lang.Number(int(was)) + " → " + e.Lang.Number(int(now))
}

// leastBar is the width below which a bar says nothing.
const leastBar = 6

// costsWide is how wide costs are beside a list, of w cells in all: as wide as
// their names, bars and numbers need, and no more than the list can spare.
func costsWide(e *kit.Env, rows []costRow, w int) int {
	names, numbers := 0, 0
	for _, r := range rows {
		names = max(names, kit.Width(e.T("wish."+r.wish)))
		numbers = max(numbers, kit.Width(shift(e, r.was, r.now)))
	}
	return min(max(names+leastBar+4+numbers, 36), w*2/5)
}

// drawCosts paints a line a wish: its name, a bar of what it costs within what
// it did, and both in numbers. Bars share one scale. What does not fit is
// summed in the last line.
func drawCosts(c *kit.Canvas, e *kit.Env, rows []costRow) {
	th := e.Theme
	if c.H() == 0 || len(rows) == 0 {
		return
	}
	shown := rows
	if len(rows) > c.H() {
		shown = rows[:c.H()-1]
	}
	most, numbers, names := int64(1), 0, 0
	for _, r := range rows {
		most = max(most, r.was, r.now)
		numbers = max(numbers, kit.Width(shift(e, r.was, r.now)))
	}
	for _, r := range shown {
		names = max(names, kit.Width(e.T("wish."+r.wish)))
	}
	names = min(names, max(c.W()-numbers-2, 0))
	bar := kit.Rect{X: names + 2, W: min(c.W()-names-numbers-4, 32), H: 1}
	for y, r := range shown {
		c.TextFit(0, y, names, th.Text, e.T("wish."+r.wish))
		if bar.W >= leastBar {
			bar.Y = y
			drawBar(c, th, bar, r.was, r.now, most)
		}
		st := th.Text
		switch {
		case r.now < r.was:
			st = th.OK
		case r.now > r.was:
			st = th.Warn
		}
		c.TextRight(names+1, c.W(), y, st, shift(e, r.was, r.now))
	}
	if rest := rows[len(shown):]; len(rest) > 0 {
		var was, now int64
		for _, r := range rest {
			was, now = was+r.was, now+r.now
		}
		y := len(shown)
		c.TextFit(0, y, c.W()-numbers-2, th.Muted, e.T("plan.cost.more", "n", len(rest)))
		c.TextRight(names+1, c.W(), y, th.Muted, shift(e, was, now))
	}
}

// drawBar paints now of most in full, and what it was beyond that in outline.
func drawBar(c *kit.Canvas, th *kit.Theme, r kit.Rect, was, now, most int64) {
	cells := func(v int64) int {
		n := int(v * int64(r.W) / max(most, 1))
		if v > 0 {
			n = max(n, 1)
		}
		return min(max(n, 0), r.W)
	}
	full, old := cells(now), cells(was)
	c.Fill(kit.Rect{X: r.X, Y: r.Y, W: full, H: 1}, th.Accent, "━")
	if old > full {
		c.Fill(kit.Rect{X: r.X + full, Y: r.Y, W: old - full, H: 1}, th.Rule, "─")
	}
}
