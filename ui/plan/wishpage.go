package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// The page of sliders: what it is to a dialog, and how it looks.

// Title says what is slid.
func (s *sliderPage) Title() string { return s.env.T("plan.wishes.title") }

// Result says nothing: what was to be kept has been.
func (s *sliderPage) Result() left { return left{} }

// wishFoot is the lines below the sliders: a rule, what the wish asks for, and
// what the plan costs.
const wishFoot = 4

// Size fits the sliders.
func (s *sliderPage) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 84), min(maxH, len(s.wishes)+1+wishFoot)
}

// Resize takes the size.
func (s *sliderPage) Resize(w, h int) {
	s.wide, s.high = w, h
	s.grid.Resize(w, max(h-s.foot(), 1))
}

func (s *sliderPage) foot() int {
	if s.high < 9 {
		return min(1, max(s.high-2, 0))
	}
	return wishFoot
}

// Cursor is in the filter while it is typed.
func (s *sliderPage) Cursor() (x, y int, ok bool) { return s.grid.Cursor() }

// Update hears what the plan costs, walks and slides.
func (s *sliderPage) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if w, ok := msg.(word[*planner.Result]); ok {
		return kit.Stay, s.hear(w)
	}
	if _, _, _, mouse := kit.MouseAt(msg, 0, 0); mouse {
		return kit.Stay, s.mouse(msg)
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return kit.Stay, nil
	}
	s.said = model.Message{}
	if text, typing := s.grid.Filter(); typing || kit.IsKey(k, "esc") && text != "" {
		s.grid.Update(msg)
		return kit.Stay, nil
	}
	switch {
	case kit.IsKey(k, "enter", "ctrl+s"):
		return s.save()
	case kit.IsKey(k, "esc"):
		return s.leave()
	}
	cmd, _, handled := kit.Press(s.Actions(), k)
	if !handled && !kit.IsKey(k, "<", ">") && !s.grid.Update(msg) && kit.Typed(k) != "" {
		s.said = model.Say("plan.no-key")
	}
	return kit.Stay, cmd
}

// hear takes a price. The first is that of the plan as it is kept.
func (s *sliderPage) hear(w word[*planner.Result]) tea.Cmd {
	switch {
	case w.of != s.run:
		return nil
	case !w.over:
		return w.of.hear()
	case w.err != nil || w.best == nil:
		s.priced = false
		return nil
	}
	s.now = w.best
	if s.first == nil {
		s.first = w.best
		if s.changed() > 0 { // a slider moved before the first answer came
			return s.price()
		}
	}
	return nil
}

// mouse sets the slider that is clicked on.
func (s *sliderPage) mouse(msg tea.Msg) tea.Cmd {
	point(s.grid, msg)
	x, y, click := kit.Click(msg)
	l := s.grid.Layout()
	i, ok := s.grid.Current()
	if !click || !ok || !l.Body.Contains(0, y) {
		return nil
	}
	for _, col := range l.Cols {
		if col.Col == 1 && x >= col.X && x < col.X+col.W {
			return s.set(i, (x-col.X+1)/2)
		}
	}
	return nil
}

// leave closes the page; sliders that were moved are asked about first.
func (s *sliderPage) leave() (kit.Outcome, tea.Cmd) {
	n := s.changed()
	if n == 0 {
		s.run.end()
		return kit.Cancelled, nil
	}
	ask := kit.NewConfirm(s.env, model.Say("plan.wishes.title"), model.Say("plan.wishes.leave", "n", n), model.Message{},
		"plan.wishes.throw", "plan.wishes.stay", "x", "")
	kit.Open(s.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		s.run.end()
		s.h.Dialogs().Drop(s)
		return nil
	})
	return kit.Stay, nil
}

// Actions are the page's keys.
func (s *sliderPage) Actions() []kit.Action {
	return []kit.Action{
		{ID: "plan.key.save", Keys: []string{"enter", "ctrl+s"}, Rank: 1},
		{ID: "plan.key.less", Keys: []string{"left", "h", "-"}, Rank: 3, Run: func() tea.Cmd { return s.slide(-1) }},
		{ID: "plan.key.more", Keys: []string{"right", "l", "+"}, Rank: 2, Run: func() tea.Cmd { return s.slide(1) }},
		{ID: "plan.key.reset", Keys: []string{"d"}, Rank: 5, Run: s.reset},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 4},
		listKeys(s.h, 6),
	}
}

// Draw paints the sliders, what the one under the cursor asks for, and what the
// plan costs.
func (s *sliderPage) Draw(c *kit.Canvas) {
	e, th, n := s.env, s.env.Theme, s.foot()
	s.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - n}), true)
	if n == 0 {
		return
	}
	y := c.H() - n
	if n > 1 {
		c.HLine(0, y, c.W(), th.Rule)
		if i, ok := s.grid.Current(); ok {
			c.Wrap(kit.Rect{Y: y + 1, W: c.W(), H: n - 2}, th.Muted, e.T("wish."+s.wishes[i].ID+".says"))
		}
	}
	st, text := th.Text, s.sum()
	if !s.said.IsZero() {
		st, text = th.Warn, e.Say(s.said)
	}
	c.TextFit(0, c.H()-1, c.W(), st, text)
}
