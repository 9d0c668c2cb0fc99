package schedule

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A drag is a card held by the mouse: it becomes a move once it has left the
// cell it was pressed in.
type drag struct {
	id    model.ID
	grip  int           // quarters from the session's start to where it is held
	last  time.Time     // of the press before, for double clicks
	lastX int           //
	lastY int           //
	at    model.Quarter // the cell it was pressed in
}

// doubleClick is how fast two clicks follow each other to be one.
const doubleClick = 450 * time.Millisecond

// mouse: the wheel scrolls, a click puts the cursor there, a second one opens
// the card, and a card that is dragged is moved.
func (t *Tab) mouse(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case kit.WheelMsg:
		return t.wheel(m)
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			return t.press(m.X, m.Y)
		}
	case tea.MouseMotionMsg:
		return t.dragTo(m.X, m.Y)
	case tea.MouseReleaseMsg:
		return t.release(m.X, m.Y)
	}
	return nil
}

func (t *Tab) wheel(m kit.WheelMsg) tea.Cmd {
	if t.frame.tray.Contains(m.X, m.Y) {
		t.trayTop = max(t.trayTop+m.Delta, 0)
		t.arrange()
		return nil
	}
	return t.scrollRows(2 * m.Delta)
}

// momentAt is the time of a cell of the grid.
func (t *Tab) momentAt(x, y int) (model.Quarter, bool) {
	g := t.frame.grid
	if !g.Contains(x, y) {
		return 0, false
	}
	for i := len(t.cols) - 1; i >= 0; i-- {
		if x-g.X >= t.cols[i].x {
			q := t.scale.quarter(y - g.Y)
			return t.cols[i].date.At(q), q < model.Day
		}
	}
	return 0, false
}

// pieceAt is the card drawn at a cell.
func (t *Tab) pieceAt(x, y int) *piece {
	for i := len(t.pieces) - 1; i >= 0; i-- {
		if t.pieces[i].rect.Contains(x, y) {
			return &t.pieces[i]
		}
	}
	return nil
}

func (t *Tab) press(x, y int) tea.Cmd {
	now := t.env.Now()
	again := now.Sub(t.drag.last) < doubleClick && t.drag.lastX == x && t.drag.lastY == y
	t.drag = drag{last: now, lastX: x, lastY: y}
	if y == t.frame.head.Y {
		return t.pressHead(x)
	}
	if len(t.sessions) == 0 {
		return t.pressEmpty(y)
	}
	if t.move != nil {
		if at, ok := t.momentAt(x, y); ok {
			if t.big.on {
				if cmd := t.carryTo(t.columnAt(x), at); cmd != nil {
					return cmd
				}
			} else {
				t.carry(at)
			}
			if again {
				return t.drop()
			}
		}
		return nil
	}
	if t.frame.tray.Contains(x, y) {
		return t.pressTray(x, y, again)
	}
	if t.frame.detail.Contains(x, y) {
		return t.pressDetail(x, y)
	}
	if t.frame.days.Contains(x, y) {
		for _, col := range t.cols {
			if d := x - t.frame.days.X - col.x; d >= 0 && d <= col.w {
				t.inTray = false
				if t.big.on {
					t.big.col = t.columnAt(x)
				}
				t.goTo(col.date, 1)
				if again && !t.big.on {
					return t.toggleDay()
				}
				break
			}
		}
		return nil
	}
	at, ok := t.momentAt(x, y)
	if !ok {
		return nil
	}
	t.inTray, t.typing = false, false
	if t.big.on {
		t.big.col = t.columnAt(x)
	}
	p := t.pieceAt(x, y)
	if p == nil {
		t.put(at, model.ID{})
		if again {
			return t.fillCell()
		}
		return nil
	}
	s := t.cards[p.card].s
	t.put(at, s.ID)
	if t.cards[p.card].foreign {
		return nil
	}
	if t.swapping() {
		return t.swapCards()
	}
	if again {
		return t.editBlock()
	}
	t.drag.id, t.drag.grip, t.drag.at = s.ID, int(at-s.Start), at
	return nil
}

func (t *Tab) pressHead(x int) tea.Cmd {
	for _, p := range t.head {
		if x < p.x || x >= p.x+p.w {
			continue
		}
		switch p.what {
		case headWeek, headDates:
			if t.move == nil {
				if t.big.on {
					return t.goOneDay(1)
				}
				if monday(t.at.Date()).Days(7) > t.days[len(t.days)-1].date {
					return t.goEnd(-1)
				}
				return t.goWeek(1)
			}
		case headLens:
			if t.move == nil {
				return t.pickLens()
			}
		case headClashes:
			if len(t.clashes) > 0 && t.move == nil {
				return t.listClashes()
			}
		case headState:
			if t.out && t.move == nil && t.seam.Draft() == nil {
				return t.publish()
			}
		case headDraft:
		case headPlaced:
			if t.move == nil {
				return t.toggleTray()
			}
		}
	}
	return nil
}

func (t *Tab) pressTray(x, y int, again bool) tea.Cmd {
	list := t.listRect()
	for i := range t.rows {
		r := &t.rows[i]
		if list.Contains(x, y) && y >= list.Y+r.y && y < list.Y+r.y+r.h {
			t.inTray, t.traySel = true, r.s.ID
			t.arrange()
			if again && r.s.Off == nil {
				return t.startMove()
			}
			t.drag.id, t.drag.grip = r.s.ID, 0
			return nil
		}
	}
	return t.enterTray()
}

// dragTo carries the card that is held.
func (t *Tab) dragTo(x, y int) tea.Cmd {
	if t.drag.id.IsZero() {
		return nil
	}
	at, ok := t.momentAt(x, y)
	if !ok || at == t.drag.at {
		return nil
	}
	s := t.host.Desk().Sessions.Get(t.drag.id)
	if s == nil {
		t.drag = drag{}
		return nil
	}
	if s.Off != nil {
		t.drag = drag{}
		return t.tell(kit.Warn, model.Say("schedule.why.off"))
	}
	at -= model.Quarter(t.drag.grip)
	if t.move == nil {
		t.lift(s, at, false)
	}
	switch {
	case t.big.on && (t.move.at != at || t.columnAt(x) != t.big.col):
		return t.carryTo(t.columnAt(x), at)
	case t.move.at != at:
		t.carry(at)
	}
	return nil
}

// columnAt is the column of a day that a cell is in.
func (t *Tab) columnAt(x int) int {
	for i := len(t.cols) - 1; i > 0; i-- {
		if x-t.frame.grid.X >= t.cols[i].x {
			return t.big.first + i
		}
	}
	return t.big.first
}

// release drops the card; one let go beside the board goes back, and one let
// go over the tray goes into it.
func (t *Tab) release(x, y int) tea.Cmd {
	held := t.drag.id
	t.drag.id = model.ID{}
	if held.IsZero() || t.move == nil || t.move.was.ID != held {
		return nil
	}
	if _, ok := t.momentAt(x, y); ok {
		return t.drop()
	}
	s := t.move.was
	cmd := t.letGo()
	if t.frame.tray.Contains(x, y) && s.Placed() {
		t.sel = s.ID
		return t.unplace()
	}
	return cmd
}
