package kit

import (
	"sort"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A Menu is a list of actions to find and run: the help overlay and the
// palette. Typing narrows it at once; an action that can do nothing now is
// shown grey with its reason. It ends in the action to run.
type Menu struct {
	env     *Env
	title   model.Message
	actions []Action
	grouped bool // help: under headings, in their order; palette: best match first
	filter  *Input
	rows    []menuRow
	at      scroll
	w, h    int
}

// menuRow is an action, or the heading above some.
type menuRow struct {
	action  int // -1 for a heading
	heading string
}

// NewHelp lists every action under the headings of its group.
func NewHelp(e *Env, actions []Action) *Menu {
	return newMenu(e, model.Say("kit.help.title"), actions, true)
}

// NewPalette lists every action, the best match for what is typed first.
func NewPalette(e *Env, actions []Action) *Menu {
	return newMenu(e, model.Say("kit.palette.title"), actions, false)
}

func newMenu(e *Env, title model.Message, actions []Action, grouped bool) *Menu {
	m := &Menu{env: e, title: title, grouped: grouped, filter: NewInput("")}
	for _, a := range actions {
		if !a.Hidden {
			m.actions = append(m.actions, a)
		}
	}
	m.narrow()
	return m
}

// Title is its title.
func (m *Menu) Title() string { return m.env.Say(m.title) }

// Result is the action under the cursor. Whoever opened the menu runs it:
// the menu is closed by then.
func (m *Menu) Result() Action {
	if a, ok := m.current(); ok {
		return a
	}
	return Action{}
}

// Size is tall: a list is read faster than scrolled. It is wider than usual
// where a label needs that; what an action does stands in full below the list.
func (m *Menu) Size(maxW, maxH int) (w, h int) {
	return min(max(76, m.widest()+2), maxW), min(max(len(m.rows), len(m.actions))+5, maxH, 31)
}

// Resize takes the size.
func (m *Menu) Resize(w, h int) {
	m.w, m.h = w, h
	m.at.fit(len(m.rows), m.list())
}

func (m *Menu) head() int { return clamp(m.h-1, 0, 2) }
func (m *Menu) list() int { return max(m.h-m.head()-m.foot(), 1) }

// foot is the lines below the list, in which what the action under the cursor
// does is said in full.
func (m *Menu) foot() int {
	if m.h < 12 {
		return 0
	}
	return 3
}

func (m *Menu) current() (Action, bool) {
	if m.at.cur < 0 || m.at.cur >= len(m.rows) || m.rows[m.at.cur].action < 0 {
		return Action{}, false
	}
	return m.actions[m.rows[m.at.cur].action], true
}

// narrow keeps what matches: by label, hint or key.
func (m *Menu) narrow() {
	typed := Fold(m.filter.Value())
	type hit struct{ action, score int }
	var hits []hit
	for i, a := range m.actions {
		score, ok := fuzzy(typed, Fold(a.Label(m.env)))
		for _, k := range a.Keys {
			if k == m.filter.Value() {
				score, ok = 5000, true
			}
		}
		if !ok && len(typed) > 2 && Words(typed).In(a.Hint(m.env)) {
			score, ok = -100, true
		}
		if ok {
			hits = append(hits, hit{i, score})
		}
	}
	if typed != "" {
		sort.SliceStable(hits, func(a, b int) bool { return hits[a].score > hits[b].score })
	}
	m.rows = m.rows[:0]
	headed := m.grouped && typed == ""
	if headed {
		rank := map[string]int{}
		for _, h := range hits {
			if _, seen := rank[m.actions[h.action].Group]; !seen {
				rank[m.actions[h.action].Group] = len(rank)
			}
		}
		sort.SliceStable(hits, func(a, b int) bool {
			return rank[m.actions[hits[a].action].Group] < rank[m.actions[hits[b].action].Group]
		})
	}
	group := ""
	for _, h := range hits {
		if g := m.actions[h.action].Group; headed && g != group {
			group = g
			m.rows = append(m.rows, menuRow{action: -1, heading: m.env.T("action.group." + g)})
		}
		m.rows = append(m.rows, menuRow{action: h.action})
	}
	m.at.cur = 0
	m.skip(1)
}

// skip steps over a heading in the direction of the move, or back when there
// is nothing beyond it.
func (m *Menu) skip(dir int) {
	m.at.fit(len(m.rows), m.list())
	for _, d := range []int{dir, -dir} {
		for m.at.cur >= 0 && m.at.cur < len(m.rows) && m.rows[m.at.cur].action < 0 {
			m.at.cur += d
		}
		if m.at.cur >= 0 && m.at.cur < len(m.rows) {
			break
		}
		m.at.cur = clamp(m.at.cur, 0, len(m.rows)-1)
	}
	m.at.fit(len(m.rows), m.list())
	if m.at.cur == 1 && m.at.top == 1 {
		m.at.top = 0 // the first heading stays in sight
	}
}

// Update moves, narrows and ends.
func (m *Menu) Update(msg tea.Msg) (Outcome, tea.Cmd) {
	if delta, _, _, ok := wheelDelta(msg); ok {
		m.at.wheel(delta, len(m.rows), m.list())
		m.skip(1)
		return Stay, nil
	}
	if _, y, ok := Click(msg); ok {
		if row := m.at.top + y - m.head(); y >= m.head() && row < len(m.rows) {
			m.at.cur = row
			return m.run(), nil
		}
		return Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	before := m.at.cur
	switch {
	case isKey && IsKey(k, "esc"):
		if m.filter.Value() == "" {
			return Cancelled, nil
		}
		m.filter.Set("")
		m.narrow()
	case isKey && IsKey(k, "enter"):
		return m.run(), nil
	case isKey && m.at.key(k, len(m.rows), m.list(), false):
		dir := 1
		if m.at.cur < before {
			dir = -1
		}
		m.skip(dir)
	case m.filter.Update(msg):
		m.narrow()
	}
	return Stay, nil
}

// run ends the menu unless the action can do nothing now; its reason stands
// beside it already.
func (m *Menu) run() Outcome {
	if a, ok := m.current(); ok && a.Enabled() && a.Run != nil {
		return Done
	}
	return Stay
}
