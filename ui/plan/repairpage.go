package plan

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// The page of the price list: what it is to a dialog, and how it looks.

// Title names the cohorts.
func (m *mending) Title() string {
	return m.env.T("plan.repair.title", "cohorts", m.scope.codes(m.start))
}

// Result says nothing: what was to be kept has been.
func (m *mending) Result() left { return left{} }

// Size is all there is.
func (m *mending) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size. It comes too after whatever a dialog above has done:
// what was found before the desk moved is no longer offered.
func (m *mending) Resize(w, h int) {
	m.wide, m.high = w, h
	m.place()
}

func (m *mending) place() {
	g := m.layout().grid
	m.grid.Resize(g.W, max(g.H, 1))
}

// Cursor is in the filter while it is typed.
func (m *mending) Cursor() (x, y int, ok bool) {
	r := m.layout().grid
	x, y, ok = m.grid.Cursor()
	return x + r.X, y + r.Y, ok
}

// Update hears the search, walks the list and runs the page's acts.
func (m *mending) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	switch w := msg.(type) {
	case word[[]planner.Offer]:
		cmd := m.hear(w)
		m.place()
		return kit.Stay, cmd
	case word[*planner.Result]:
		if w.of != m.price {
			return kit.Stay, nil
		}
		if !w.over {
			return kit.Stay, w.of.hear()
		}
		if w.err == nil {
			m.was = w.best
		}
		return kit.Stay, nil
	}
	r := m.layout().grid
	if moved, x, y, mouse := kit.MouseAt(msg, r.X, r.Y); mouse {
		return kit.Stay, m.mouse(moved, x, y)
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return kit.Stay, nil
	}
	m.said = model.Message{}
	if text, typing := m.grid.Filter(); typing || kit.IsKey(k, "esc") && text != "" {
		m.grid.Update(msg)
		return kit.Stay, nil
	}
	if kit.IsKey(k, "esc") {
		m.end()
		return kit.Cancelled, nil
	}
	cmd, why, handled := kit.Press(m.Actions(), k)
	switch {
	case !why.IsZero():
		m.said = why
	case handled, kit.IsKey(k, "<", ">"):
	case !m.grid.Update(msg) && kit.Typed(k) != "":
		m.said = model.Say("plan.no-key")
	}
	return kit.Stay, cmd
}

// mouse walks the list; a second click on a row shows its details.
func (m *mending) mouse(msg tea.Msg, x, y int) tea.Cmd {
	r := m.layout().grid
	if !(kit.Rect{W: r.W, H: r.H}).Contains(x, y) {
		return nil
	}
	if point(m.grid, msg) {
		return m.details()
	}
	return nil
}

// Actions are the page's keys.
func (m *mending) Actions() []kit.Action {
	loose := "plan.key.loose"
	if m.scope.loose {
		loose = "plan.key.strict"
	}
	out := []kit.Action{
		{ID: "plan.key.details", Keys: []string{"enter"}, Rank: 1, Run: m.details, Why: func() model.Message {
			if len(m.offers) == 0 {
				return model.Say("plan.why.no-offer")
			}
			return model.Message{}
		}},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 2},
	}
	if m.board.Happened != nil {
		out = append(out, kit.Action{ID: "plan.key.happened", Keys: []string{"a"}, Rank: 3, Run: func() tea.Cmd {
			m.end()
			m.h.Dialogs().Drop(m)
			return m.board.Happened(m.h)
		}})
	}
	return append(out,
		kit.Action{ID: "plan.key.storm", Keys: []string{"s"}, Rank: 4, Why: m.whyStorm, Run: func() tea.Cmd {
			return m.storm(func(hit []model.ID) tea.Cmd {
				for _, id := range hit {
					if !slices.Contains(m.scope.cohorts, id) {
						m.scope.cohorts = append(slices.Clone(m.scope.cohorts), id)
					}
				}
				return m.begin(firstRepair)
			})
		}},
		kit.Action{ID: "plan.key.longer", Keys: []string{"L"}, Rank: 6, Why: m.whyLonger, Run: func() tea.Cmd { return m.begin(longerRepair) }},
		kit.Action{ID: "plan.key.cohorts", Keys: []string{"c"}, Rank: 7, Why: func() model.Message { return m.scope.whyAlone(m.start) }, Run: func() tea.Cmd {
			return m.scope.pick(m.h, func(list []model.ID) tea.Cmd {
				m.scope.cohorts = list
				return m.begin(firstRepair)
			})
		}},
		kit.Action{ID: loose, Keys: []string{"l"}, Rank: 8, Why: func() model.Message { return m.scope.whyBound(m.scope.count(m.h)) }, Run: func() tea.Cmd {
			m.scope.loose = !m.scope.loose
			return m.begin(firstRepair)
		}},
		listKeys(m.h, 5))
}

func (m *mending) whyLonger() model.Message {
	if !m.over {
		return model.Say("plan.why.still-seeking")
	}
	return model.Message{}
}

// A mendLayout is where everything on the page is.
type mendLayout struct{ head, grid, foot, said kit.Rect }

func (m *mending) layout() mendLayout {
	var l mendLayout
	all := kit.Rect{W: m.wide, H: m.high}
	if m.high >= 6 {
		l.said, all = all.Bottom(1)
	}
	if m.high >= 10 {
		l.head, all = all.Top(min(len(m.headLines()), 2) + 1)
	}
	rows := max(len(m.offers), 2) + 1
	if all.H < 6 {
		l.grid = all
		return l
	}
	l.grid, l.foot = all.Top(min(rows, all.H/2))
	return l
}

// headLines are the scope, and how much is broken, beside how the search
// stands.
func (m *mending) headLines() []string {
	what := m.env.T("plan.repair.sound")
	if n := len(m.broken); n > 0 {
		what = m.env.T("plan.repair.broken", "n", n)
	}
	return flow(append([]string{what}, m.says...), m.wide-kit.Width(m.state())-2)
}

// Draw paints the page.
func (m *mending) Draw(c *kit.Canvas) {
	e, th, l := m.env, m.env.Theme, m.layout()
	if l.head.H > 0 {
		state := m.state()
		for y, s := range m.headLines() {
			right := m.wide
			if y == 0 {
				right = c.TextRight(m.wide/2, m.wide, 0, th.Muted, state) - 1
			}
			if y < l.head.H-1 {
				c.TextFit(0, y, right, th.Muted, s)
			}
		}
		c.HLine(0, l.head.H-1, m.wide, th.Rule)
	}
	m.grid.Draw(c.Sub(l.grid), true)
	if i, ok := m.grid.Current(); ok && i < len(m.offers) {
		m.drawOffer(c.Sub(l.foot), i)
	} else {
		m.drawBroken(c.Sub(l.foot))
	}
	if !m.said.IsZero() {
		c.TextFit(0, l.said.Y, m.wide, th.Warn, e.Say(m.said))
	}
}

func (m *mending) state() string {
	id := "plan.state.seeking"
	if m.over {
		id = "plan.state.sought"
	}
	return m.env.T(id) + " · " + lasted(m.spent)
}

// drawOffer paints what the offer under the cursor comes to: what is proved,
// whom it concerns, the blocks and, where there is room, the costs.
func (m *mending) drawOffer(c *kit.Canvas, i int) {
	if c.H() < 2 {
		return
	}
	e, th, f := m.env, m.env.Theme, &m.offers[i]
	c.HLine(0, 0, c.W(), th.Rule)
	w := c.W()
	if rows := costRows(m.was, &f.Result); w >= besides && len(rows) > 0 {
		wide := costsWide(e, rows, w)
		w -= wide + 2
		drawCosts(c.Sub(kit.Rect{X: w + 2, Y: 1, W: wide, H: c.H() - 1}), e, rows)
	}
	y := 1
	say := func(st kit.Style, s string, most int) {
		if r := (kit.Rect{Y: y, W: w, H: min(c.H()-y, most)}); r.H > 0 {
			y += min(c.Wrap(r, st, s), r.H)
		}
	}
	say(th.Text, m.proof(f), 2)
	if len(m.left[i]) > 0 {
		say(th.Warn, m.leaves(i), 3)
	}
	if who := concerned(m.lists[i]); len(who) > 0 {
		say(th.Muted, e.T("plan.concerns", "n", len(who), "who", named(e, who)), 2)
	}
	for j, v := range m.lists[i] {
		if y == c.H()-1 && j < len(m.lists[i])-1 {
			c.TextFit(0, y, w, th.Muted, e.T("plan.more-moves", "n", len(m.lists[i])-j))
			return
		}
		if y >= c.H() {
			return
		}
		c.TextFit(0, y, w, th.Text, m.tells[i].line(v))
		y++
	}
}

// drawBroken paints what is broken, while there is no offer.
func (m *mending) drawBroken(c *kit.Canvas) {
	if c.H() < 2 || len(m.broken) == 0 {
		return
	}
	th := m.env.Theme
	c.HLine(0, 0, c.W(), th.Rule)
	y := 1
	for i := range m.broken {
		if y >= c.H() {
			return
		}
		y += min(c.Wrap(kit.Rect{Y: y, W: c.W(), H: min(2, c.H()-y)}, th.Text, "! "+m.amiss(&m.broken[i])), 2)
	}
}
