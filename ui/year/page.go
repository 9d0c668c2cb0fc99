package year

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// stepWeeks is how far the keys that go sideways go.
const stepWeeks = 4

func (s *strip) Title() string { return s.env.T("year.title", "n", len(s.rows)) }

// Result is the cohort under the cursor.
func (s *strip) Result() model.ID {
	id, _ := s.grid.CurrentKey()
	return id
}

// Size is all there is.
func (s *strip) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size.
func (s *strip) Resize(w, h int) {
	s.w, s.t = w, h
	s.columns()
	s.look()
}

// foot is the lines below the rows: how many at once, a rule, the cohort in
// hand, the key.
func (s *strip) foot() int {
	switch {
	case s.t >= 20:
		return 6
	case s.t >= 12:
		return 4
	}
	return 0
}

// Update moves over cohorts and weeks.
func (s *strip) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if _, _, ok := kit.Click(msg); ok {
		was, had := s.grid.CurrentKey()
		s.grid.Update(msg)
		if now, ok := s.grid.CurrentKey(); ok && had && now == was {
			return kit.Done, nil // the second click on a row goes there
		}
		s.look()
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	text, typing := s.grid.Filter()
	if !isKey || typing || kit.IsKey(k, "esc") && text != "" {
		s.grid.Update(msg)
		s.look()
		return kit.Stay, nil
	}
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		if _, ok := s.grid.Current(); ok {
			return kit.Done, nil
		}
	case kit.IsKey(k, "left", "h"):
		s.turn(s.from.Days(-7 * stepWeeks))
	case kit.IsKey(k, "right", "l"):
		s.turn(s.from.Days(7 * stepWeeks))
	case kit.IsKey(k, "."):
		s.turn(monday(s.h.Today()).Days(-7 * 8))
	case kit.IsKeys(k):
		s.h.Dialogs().ListKeys()
	default:
		s.grid.Update(k)
		s.follow()
	}
	s.look()
	return kit.Stay, nil
}

// turn shows the weeks from a monday on.
func (s *strip) turn(from model.Date) {
	s.from = from
	s.columns()
}

// follow turns to the weeks of the cohort under the cursor when none of them
// is in sight.
func (s *strip) follow() {
	c := s.current()
	if c != nil && (monday(c.Last) < s.from || monday(c.First) > s.from.Days(7*(s.n-1))) {
		s.turn(monday(c.First).Days(-7 * min(8, s.n/3)))
	}
}

func (s *strip) current() *model.Cohort {
	if i, ok := s.grid.Current(); ok {
		return s.rows[i]
	}
	return nil
}

// look makes the lines on the cohort under the cursor.
func (s *strip) look() {
	s.parts = nil
	c := s.current()
	if c == nil {
		return
	}
	e := s.env
	parts := []string{strings.TrimSpace(c.Code + "  " + c.Title), e.Lang.DateRange(c.First, c.Last), e.T("word.state." + string(c.State))}
	if p := s.read(c); c.State != model.Closed && p.all > 0 {
		parts = append(parts, e.T("schedule.head.clashes", "n", p.hard), e.T("year.placed", "n", p.placed, "of", p.all))
	}
	if c.Places > 0 {
		parts = append(parts, e.T("year.seats", "n", len(c.Holders()), "of", c.Places))
	} else if n := len(c.Holders()); n > 0 {
		parts = append(parts, e.T("year.held", "n", n))
	}
	s.parts = parts
}

// lines says as much of the cohort as n lines of w cells hold, the first first.
func (s *strip) lines(w, n int) []string {
	for most := len(s.parts); most > 0; most-- {
		if l := kit.Lines(strings.Join(s.parts[:most], " · "), max(w, 1)); len(l) <= n || most == 1 {
			return l[:min(len(l), max(n, 0))]
		}
	}
	return nil
}

// Draw paints the rows, gives clashes and the present week their colour, and
// says below what is in hand.
func (s *strip) Draw(c *kit.Canvas) {
	th, foot := s.env.Theme, s.foot()
	body := c.Sub(kit.Rect{W: c.W(), H: c.H() - foot})
	s.grid.Draw(body, true)
	slot, ok := s.slot()
	if !ok {
		return
	}
	s.drawWeeks(body, slot)
	if foot == 0 {
		return
	}
	y := c.H() - foot
	s.drawBusy(c, slot, y)
	c.HLine(0, y+1, c.W(), th.Rule)
	for i, l := range s.lines(c.W(), foot-3) {
		c.TextFit(0, y+2+i, c.W(), th.Text, l)
	}
	c.TextFit(0, c.H()-1, c.W(), th.Muted, s.env.T("year.key"))
}

// slot is where the weeks lie.
func (s *strip) slot() (kit.GridSlot, bool) {
	l := s.grid.Layout()
	for _, v := range l.Cols {
		if v.Col == 2 {
			return v, true
		}
	}
	return kit.GridSlot{}, false
}

// drawWeeks marks the present week in the head, and what clashes.
func (s *strip) drawWeeks(c *kit.Canvas, slot kit.GridSlot) {
	th, r := s.env.Theme, s.grid.Layout().Body
	if i := int(monday(s.h.Today())-s.from) / 7; s.h.Today() >= s.from && i < s.n {
		c.SetStyle(kit.Rect{X: slot.X + s.cell*i, Y: r.Y - 1, W: s.cell, H: 1}, func(kit.Style) kit.Style { return th.Accent.Reverse() })
	}
	for y := r.Y; y < r.Y+r.H; y++ {
		for x := slot.X; x < slot.X+slot.W; x++ {
			ch, st := c.At(x, y)
			if st.IsReverse() {
				continue
			}
			switch ch {
			case "!":
				c.Text(x, y, th.Clash, ch)
			case "█", "▓", "▒", "░":
				c.Text(x, y, th.OK, ch)
			case "·", "─", "‹", "›":
				c.Text(x, y, th.Muted, ch)
			}
		}
	}
}

// drawBusy says how many cohorts there are at once, week by week.
func (s *strip) drawBusy(c *kit.Canvas, slot kit.GridSlot, y int) {
	th := s.env.Theme
	c.TextFit(2, y, max(slot.X-3, 1), th.Muted, s.env.T("year.at-once"))
	for i, n := range s.busy {
		st, text := th.Muted, s.env.Lang.Number(n)
		switch {
		case n == 0:
			continue
		case n > 9:
			st, text = th.Warn, "9+"
		case n > 1:
			st = th.Warn
		}
		c.Text(slot.X+s.cell*i, y, st, text)
	}
}

func (s *strip) Cursor() (x, y int, ok bool) { return s.grid.Cursor() }

// Actions are the page's keys.
func (s *strip) Actions() []kit.Action {
	return []kit.Action{
		{ID: "year.go", Keys: []string{"enter"}, Rank: 1},
		{ID: "year.weeks", Keys: []string{"left", "right"}, Rank: 2},
		{ID: "year.today", Keys: []string{"."}, Rank: 3},
		{ID: "year.find", Keys: []string{"/"}, Rank: 4},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 5},
		kit.KeysAction(6),
	}
}
