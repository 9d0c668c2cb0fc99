package cohorts

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// across is where one stands in the columns that a view has more of than the
// screen: in which of them, in which part of it (a block of a day), and which
// is the first one shown.
type across struct {
	of             model.ID // the cohort it is about
	col, part, top int
}

// moved is the columns from the first one shown. Those at the right go first
// when there is no room, and the first one never.
func moved(cols []kit.Column, top int) []kit.Column {
	out := make([]kit.Column, 0, len(cols))
	for i := top; i < len(cols); i++ {
		c := cols[i]
		if i > top {
			c.Drop = 100 + i
		}
		out = append(out, c)
	}
	return out
}

// moving is how many columns the view has that move.
func (t *Tab) moving() int {
	if t.picture == nil {
		return 0
	}
	return len(t.picture.columns()) - t.picture.fixed()
}

// part is the part of the column in which the cursor is, in the row: a row
// may have fewer of them than the one the cursor came from.
func (t *Tab) part(row int) int {
	return max(min(t.across.part, t.picture.parts(row, t.across.col)-1), 0)
}

// sideways moves the cursor by a part, and on into the next column.
func (t *Tab) sideways(dir int) tea.Cmd {
	row, ok := t.roll.Current()
	n := t.moving()
	if !ok || n == 0 {
		return nil
	}
	a := &t.across
	a.part = t.part(row) + dir
	switch {
	case a.part < 0 && a.col == 0:
		a.part = 0
		return t.h.Tell(kit.Info, model.Say("cohorts.no-further"))
	case a.part < 0:
		a.col--
		a.part = max(t.picture.parts(row, a.col)-1, 0)
	case a.part < max(t.picture.parts(row, a.col), 1):
	case a.col == n-1:
		a.part--
		return t.h.Tell(kit.Info, model.Say("cohorts.no-further"))
	default:
		a.col++
		a.part = 0
	}
	t.inSight()
	return nil
}

// inSight shifts the columns until the cursor's is shown.
func (t *Tab) inSight() {
	if t.moving() == 0 {
		return
	}
	a := &t.across
	if a.top > a.col {
		a.top = a.col
		t.setColumns()
	}
	for a.top < a.col && a.col >= a.top+t.shownMoving() {
		a.top++
		t.setColumns()
	}
}

// fromLeft shows as many columns at the left of the cursor's as there is room
// for, as when the room has changed.
func (t *Tab) fromLeft() {
	t.across.top = 0
	t.setColumns()
	t.inSight()
}

// shownMoving is how many of the moving columns there is room for.
func (t *Tab) shownMoving() int {
	n := 0
	for _, s := range t.roll.Layout().Cols {
		if s.Col >= t.picture.fixed() {
			n++
		}
	}
	return n
}

// slot is where the column of the cursor stands in the roll.
func (t *Tab) slot() (kit.GridSlot, bool) {
	if t.picture == nil {
		return kit.GridSlot{}, false
	}
	for _, s := range t.roll.Layout().Cols {
		if s.Col == t.picture.fixed()+t.across.col-t.across.top && t.moving() > 0 {
			return s, true
		}
	}
	return kit.GridSlot{}, false
}

// clickAcross puts the cursor on the column and part clicked in the row it is
// on already, and reports whether it was there before.
func (t *Tab) clickAcross(x int) (again bool) {
	row, ok := t.roll.Current()
	if !ok || t.picture == nil {
		return false
	}
	for _, s := range t.roll.Layout().Cols {
		if s.Col < t.picture.fixed() || x < s.X || x >= s.X+s.W {
			continue
		}
		was := t.across
		t.across.col = s.Col - t.picture.fixed() + t.across.top
		t.across.part = 0
		if n := t.picture.parts(row, t.across.col); n > 1 {
			t.across.part = max(min((x-s.X)/2, n-1), 0)
		}
		return was == t.across
	}
	return false
}

// parted writes the parts of a cell with air between them, the one at the
// cursor in brackets; here is below zero where the cursor is elsewhere.
func parted(parts []string, here int) string {
	if len(parts) == 0 && here >= 0 {
		return "[ ]"
	}
	var b strings.Builder
	for i, p := range parts {
		switch {
		case i == here:
			b.WriteByte('[')
		case i > 0 && i == here+1:
			b.WriteByte(']')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	if here == len(parts)-1 && here >= 0 {
		b.WriteByte(']')
	}
	return b.String()
}
