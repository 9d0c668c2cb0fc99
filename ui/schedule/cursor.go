package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// The cursor is a cell of the board; where a card lies there, it is on that
// card. Up and down go from card to card and through empty time row by row;
// left and right go to the card beside it, then to the next day.

// selected is the session under the cursor, be it of the cohort in hand or a
// guest's; nil on an empty cell.
func (t *Tab) selected() *model.Session {
	if t.inTray {
		return t.traySession()
	}
	if t.sel.IsZero() {
		return nil
	}
	return t.host.Desk().Sessions.Get(t.sel)
}

// own is the session under the cursor when it is the cohort's own.
func (t *Tab) own() *model.Session {
	if s := t.selected(); s != nil && t.cohort != nil && s.Cohort == t.cohort.ID {
		return s
	}
	return nil
}

// settle puts the cursor somewhere sensible after the desk has changed: on
// its session if that still lies on the board, else where it was.
func (t *Tab) settle() {
	if s := t.host.Desk().Sessions.Get(t.sel); s == nil || !s.Placed() || !t.onBoard(t.sel) {
		t.sel = model.ID{}
	} else if !s.Span().Contains(model.Span{From: t.at, To: t.at + 1}) {
		t.at = s.Start
	}
	lo, hi := t.days[0].date, t.days[len(t.days)-1].date
	if t.at.IsZero() || t.at.Date() < lo || t.at.Date() > hi {
		t.at, t.top = t.begin(), -1
		t.goal = t.at.OfDay()
	}
	if t.sel.IsZero() {
		t.sel = t.sessionAt(t.at)
	}
	if t.traySession() == nil {
		t.traySel = model.ID{}
		if len(t.tray) > 0 {
			t.traySel = t.tray[0].ID
		}
	}
	if len(t.tray) == 0 {
		t.inTray, t.typing, t.filter = false, false, nil
	}
}

func (t *Tab) onBoard(id model.ID) bool {
	for i := range t.cards {
		if t.cards[i].s.ID == id {
			return true
		}
	}
	return false
}

// begin is where the cursor is when the board is first seen: today's first
// card in a running course, else the first card of all.
func (t *Tab) begin() model.Quarter {
	from := t.cohort.First.At(0)
	if today := t.host.Today(); today >= t.cohort.First && today <= t.cohort.Last {
		from = today.At(0)
	}
	for i := range t.cards {
		if s := t.cards[i].s; s.Start >= from {
			return s.Start
		}
	}
	return from.Date().At(8 * model.Hour)
}

// sessionAt is the first card that takes the moment, or begins in its row.
func (t *Tab) sessionAt(at model.Quarter) model.ID {
	step := max(t.scale.step, 1)
	row := model.Span{From: at, To: at + model.Quarter(step-at.OfDay()%step)}
	for i := range t.cards {
		c := &t.cards[i]
		if c.s.Span().Overlaps(row) && (!t.big.on || t.big.who[t.big.col].shows(c.s, c.cohort)) {
			return c.s.ID
		}
	}
	return model.ID{}
}

// here is the piece under the cursor, nil on an empty cell.
func (t *Tab) here() *piece {
	var beside *piece
	for i := range t.pieces {
		p := &t.pieces[i]
		if t.cards[p.card].s.ID == t.sel && t.cols[p.col].date == t.at.Date() {
			if t.big.here(p) {
				return p
			}
			beside = p
		}
	}
	return beside
}

// pick is the card drawn in a row of a day: the leftmost when from is +1, the
// rightmost when it is -1, the one nearest to column x when it is 0.
func (t *Tab) pick(at model.Quarter, from, x int) model.ID {
	cell, ok := t.cellRect(at)
	if !ok {
		return t.sessionAt(at)
	}
	var best *piece
	far := func(p *piece) int {
		switch from {
		case 1:
			return p.rect.X
		case -1:
			return -p.rect.X
		}
		return max(p.rect.X-x, x-p.rect.X)
	}
	for i := range t.pieces {
		p := &t.pieces[i]
		if t.cols[p.col].date == at.Date() && t.big.here(p) && p.rect.Y <= cell.Y && cell.Y < p.rect.Y+p.rect.H &&
			(best == nil || far(p) < far(best)) {
			best = p
		}
	}
	if best == nil {
		return model.ID{}
	}
	return t.cards[best.card].s.ID
}

// show puts the cursor on a session, on the board or in the tray.
func (t *Tab) show(s *model.Session) {
	if !s.Placed() {
		t.inTray, t.traySel, t.filter, t.typing = true, s.ID, nil, false
		t.arrange()
		return
	}
	t.inTray = false
	if !t.onBoard(s.ID) && s.Cohort == t.cohort.ID {
		t.lens = lens{}
		t.refresh()
	}
	t.put(s.Start, s.ID)
}

// put moves the cursor to a moment and a card there (or none).
func (t *Tab) put(at model.Quarter, id model.ID) {
	t.at, t.sel = at, id
	t.goal = at.OfDay()
	t.arrange()
	t.reveal()
}

// goTime moves the cursor up (-1) or down (+1).
func (t *Tab) goTime(dir int) tea.Cmd {
	if t.inTray {
		t.goTray(dir)
		return nil
	}
	row := floorDiv(t.at.OfDay()-t.scale.top, t.scale.step)
	top, end, x := row, row+1, 0
	if p := t.here(); p != nil {
		top, end, x = p.top, p.end, p.rect.X
	}
	if row = end; dir < 0 {
		row = top - 1
	}
	q := t.scale.quarter(row)
	if q < 0 || q >= model.Day {
		return nil
	}
	at := t.at.Date().At(q)
	t.put(at, model.ID{})
	t.put(at, t.pick(at, 0, x))
	return nil
}

// goDay moves the cursor left (-1) or right (+1): to the card beside, then to
// the next day, and from the last day into the tray beside the board.
func (t *Tab) goDay(dir int) tea.Cmd {
	if t.inTray {
		if dir < 0 && !t.frame.below {
			t.leaveTray()
		}
		return nil
	}
	if id, ok := t.neighbour(dir); ok {
		t.sel = id
		t.arrange()
		t.reveal()
		return nil
	}
	date := t.at.Date().Days(dir)
	last := t.days[len(t.days)-1].date
	if t.big.on {
		t.goColumn(dir)
		return nil
	}
	switch {
	case date < t.days[0].date:
		return nil
	case date > last:
		if dir > 0 && !t.frame.below && len(t.tray) > 0 {
			t.enterTray()
		}
		return nil
	}
	t.goTo(date, dir)
	return nil
}

// goTo puts the cursor on a day at the hour it strives to.
func (t *Tab) goTo(date model.Date, from int) {
	goal := t.goal
	at := date.At(goal)
	t.put(at, model.ID{})
	t.put(at, t.pick(at, from, 0))
	t.goal = goal
}

// neighbour is the card beside the one under the cursor, on the same day and
// at the same time.
func (t *Tab) neighbour(dir int) (model.ID, bool) {
	here := t.here()
	if here == nil {
		return model.ID{}, false
	}
	var best *piece
	for i := range t.pieces {
		p := &t.pieces[i]
		if p.col != here.col || p == here || p.top >= here.end || here.top >= p.end ||
			(p.rect.X-here.rect.X)*dir <= 0 {
			continue
		}
		if best == nil || (p.rect.X-best.rect.X)*dir < 0 {
			best = p
		}
	}
	if best == nil {
		return model.ID{}, false
	}
	return t.cards[best.card].s.ID, true
}

// goWeek moves the cursor by a week.
func (t *Tab) goWeek(dir int) tea.Cmd {
	t.inTray = false
	lo, hi := t.days[0].date, t.days[len(t.days)-1].date
	t.goTo(min(max(t.at.Date().Days(7*dir), lo), hi), 1)
	return nil
}

// goEnd moves the cursor to the first (-1) or the last (+1) session.
func (t *Tab) goEnd(dir int) tea.Cmd {
	if t.inTray {
		t.goTray(dir * len(t.tray))
		return nil
	}
	if len(t.cards) == 0 {
		return nil
	}
	s := t.cards[0].s
	if dir > 0 {
		s = t.cards[len(t.cards)-1].s
	}
	t.put(s.Start, s.ID)
	return nil
}

// scroll moves the rows under the cursor, which stays in sight.
func (t *Tab) scrollRows(rows int) tea.Cmd {
	t.top = min(max(t.top+rows*t.scale.step, 0), max(model.Day-t.scale.rows*t.scale.step, 0))
	t.arrange()
	return nil
}

// page moves the cursor by most of a screen.
func (t *Tab) page(dir int) tea.Cmd {
	if t.inTray {
		t.goTray(dir * max(t.frame.tray.H-2, 1))
		return nil
	}
	by := model.Quarter(dir * max(t.scale.rows-2, 1) * t.scale.step)
	day := t.at.Date()
	at := min(max(t.at+by, day.At(0)), day.At(model.Day-t.scale.step))
	t.put(at, model.ID{})
	t.put(at, t.pick(at, 1, 0))
	return nil
}

// goToday puts the cursor on the day it is, when the course is on.
func (t *Tab) goToday() tea.Cmd {
	today := t.now().Date()
	if today < t.days[0].date || today > t.days[len(t.days)-1].date {
		return t.tell(kit.Warn, model.Say("schedule.not-on-board", "date", today))
	}
	t.inTray = false
	t.goTo(today, 1)
	return nil
}

// askDate puts the cursor on a day that the user names.
func (t *Tab) askDate() tea.Cmd {
	near := t.at.Date()
	lo, hi := t.days[0].date, t.days[len(t.days)-1].date
	var chosen model.Date
	ask := kit.NewPrompt(t.env, model.Say("schedule.goto.title"), model.Say("schedule.goto.label"), "", func(s string) *model.Problem {
		d, ok := kit.ReadDate(t.env, s, near)
		switch {
		case !ok:
			return model.Wrong("start", "schedule.not-date", "typed", s)
		case d < lo || d > hi:
			return model.Wrong("start", "schedule.goto.outside", "first", lo, "last", hi)
		}
		chosen = d
		return nil
	})
	kit.Open(t.host.Dialogs(), ask, func(string) tea.Cmd {
		t.inTray = false
		t.goTo(chosen, 1)
		return nil
	})
	return nil
}

// zoom makes the rows shorter (+1) or longer (-1) in time.
func (t *Tab) zoom(dir int) tea.Cmd {
	steps := []int{4, 2, 1}
	for i, s := range steps {
		if s == t.scale.step && i+dir >= 0 && i+dir < len(steps) {
			t.stepSet = steps[i+dir]
			t.arrange()
			t.reveal()
			return t.tell(kit.Info, model.Say("schedule.zoom", "n", 15*t.stepSet))
		}
	}
	return t.tell(kit.Info, model.Say("schedule.zoom", "n", 15*t.scale.step))
}

// widen changes how many days are shown: as many as fit, two weeks, a week,
// five, three, one.
func (t *Tab) widen() tea.Cmd {
	if t.big.on {
		return t.toggleDay()
	}
	next := map[int]int{0: 14, 14: 7, 7: 5, 5: 3, 3: 1, 1: 0}
	t.want = next[t.want]
	t.arrange()
	if i := int(t.at.Date() - t.days[0].date); i >= 0 && i < len(t.days) {
		t.first = i
		if len(t.cols) >= 7 || t.want == 0 {
			t.first = i - i%7
		}
		if t.want > 0 {
			t.first = max(min(t.first, len(t.days)-t.want), 0) // two weeks whole, wherever the cursor is
		}
		t.arrange()
		t.reveal()
	}
	return t.tell(kit.Info, model.Say("schedule.days.shown", "n", len(t.cols)))
}
