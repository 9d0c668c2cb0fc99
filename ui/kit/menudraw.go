package kit

import "strings"

// Draw paints the filter and the window on the actions: key, label, and what
// it does or why it cannot.
func (m *Menu) Draw(c *Canvas) {
	th := m.env.Theme
	if m.head() > 0 {
		c.Text(0, 0, th.Key, "/")
		m.filter.Draw(c, m.env, 2, 0, c.W()-2, Style{})
		if m.filter.Value() == "" {
			c.TextFit(2, 0, c.W()-2, th.Muted, m.env.T("kit.filter.type"))
		}
	}
	list := c.Sub(Rect{0, m.head(), c.W(), max(c.H()-m.head()-m.foot(), 0)})
	if len(m.rows) == 0 {
		list.Wrap(list.Bounds(), th.Muted, m.env.T("kit.filter.none"))
		return
	}
	keys, labels := m.columns()
	for y := range min(list.H(), len(m.rows)-m.at.top) {
		row := m.rows[m.at.top+y]
		if row.action < 0 {
			list.TextFit(0, y, list.W()-1, th.Title, row.heading)
			continue
		}
		m.drawAction(list, y, keys, labels, m.actions[row.action], m.at.top+y == m.at.cur)
	}
	drawScrollbar(list, m.env, list.W()-1, 0, list.H(), m.at.top, len(m.rows))
	if n := m.foot(); n > 0 {
		m.drawFoot(c, Rect{0, c.H() - n, c.W(), n})
	}
}

// drawFoot says in full what the action under the cursor does, or why it can
// do nothing now.
func (m *Menu) drawFoot(c *Canvas, r Rect) {
	a, ok := m.current()
	if !ok {
		return
	}
	th, text := m.env.Theme, a.Hint(m.env)
	st := th.Muted
	if why := a.Blocked(); !why.IsZero() {
		text, st = m.env.Say(why), th.Warn
	}
	if text == "" {
		return
	}
	c.HLine(r.X, r.Y, r.W, th.Rule)
	_, r = r.Top(1)
	c.Wrap(r, st, text)
}

// columns are the widths of keys and labels, as each would like to be.
func (m *Menu) columns() (keys, labels int) {
	for _, a := range m.actions {
		keys = max(keys, Width(m.keys(a)))
		labels = max(labels, Width(a.Label(m.env)))
	}
	return clamp(keys, 3, 16), max(labels, 8)
}

// widest is the columns that keys and labels need to stand whole.
func (m *Menu) widest() int {
	keys, labels := m.columns()
	return 2 + keys + 2 + labels + 1
}

func (m *Menu) keys(a Action) string {
	names := make([]string, 0, 2)
	for _, k := range a.Keys[:min(len(a.Keys), 2)] {
		names = append(names, m.env.KeyName(k))
	}
	return strings.Join(names, " ")
}

func (m *Menu) drawAction(c *Canvas, y, keys, labels int, a Action, here bool) {
	th := m.env.Theme
	key, label, more := th.Key, th.Text, th.Muted
	text := a.Hint(m.env)
	if why := a.Blocked(); !why.IsZero() {
		key, label, text = th.Muted, th.Muted, m.env.Say(why)
	}
	w := c.W() - 1
	if here {
		key, label, more = th.Selected, th.Selected, th.Selected
		c.Fill(Rect{0, y, w, 1}, th.Selected, " ")
	}
	c.TextFit(2, y, min(keys, w-2), key, m.keys(a))
	x := 2 + keys + 2
	c.TextFit(x, y, min(labels, w-x), label, a.Label(m.env))
	x += labels + 2
	if w-x > 8 {
		c.TextFit(x, y, w-x, more, text)
	}
}

// Cursor is in the filter.
func (m *Menu) Cursor() (x, y int, ok bool) {
	if m.head() == 0 {
		return 0, 0, false
	}
	return 2 + m.filter.Cursor(m.w-2), 0, true
}

// Actions are the keys worth knowing.
func (m *Menu) Actions() []Action {
	return []Action{{ID: "kit.run", Keys: []string{"enter"}, Rank: 1}, {ID: "kit.close", Keys: []string{"esc"}, Rank: 2}}
}
