package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// A letterMenu is a short list of pages, each opened by its letter, with how
// things stand behind it.
type letterMenu struct {
	pages
	env   *kit.Env
	items []kit.Action
	notes []string
	grid  *kit.Grid[string]
	wide  int
	high  int
	said  model.Message
}

// menu opens the planner's menu.
func (p pages) menu() tea.Cmd {
	m := &letterMenu{pages: p, env: p.h.Env(), items: p.items()}
	for _, x := range m.items {
		m.notes = append(m.notes, m.note(x))
	}
	m.grid = kit.NewGrid[string](m.env)
	m.grid.SetColumns(
		kit.Column{ID: "key", Min: 1, Max: 1},
		kit.Column{ID: "label", Min: m.widest(), Grow: 1},
		kit.Column{ID: "note", Min: 12, Grow: 1, Right: true, Drop: 1})
	m.grid.SetRows(kit.Rows[string]{
		Len: len(m.items), Key: func(i int) string { return m.items[i].ID },
		Cell: func(i, col int) kit.Cell {
			x, th := m.items[i], m.env.Theme
			switch col {
			case 0:
				return kit.Cell{Text: x.Keys[0], Style: th.Key}
			case 1:
				if !x.Enabled() {
					return kit.Cell{Text: x.Label(m.env), Style: th.Muted}
				}
				return kit.Cell{Text: x.Label(m.env)}
			}
			return kit.Cell{Text: m.notes[i], Style: th.Muted}
		},
	})
	kit.Open(p.h.Dialogs(), m, func(x kit.Action) tea.Cmd { return x.Run() })
	return nil
}

// note is how things stand, in a few words.
func (m *letterMenu) note(x kit.Action) string {
	e, h := m.env, m.h
	switch x.ID {
	case "plan.make":
		n := scope{cohorts: []model.ID{h.Cohort().ID}}.count(h)
		return e.T("plan.sum.of", "n", n.placed, "of", n.all)
	case "plan.repair":
		if n := len(broken(h.Board(), []model.ID{h.Cohort().ID})); n > 0 {
			return e.T("plan.menu.clashes", "n", n)
		}
		return e.T("plan.repair.sound")
	case "plan.why":
		if s := m.session(); s != nil {
			return paper.Title(e.Lang, h.Desk(), s)
		}
	case "plan.drafts":
		if v := m.draft(); v != nil {
			return v.Title
		}
		if n := len(m.record().Desk().DraftsOf(h.Cohort().ID)); n > 0 {
			return e.T("plan.menu.drafts", "n", n)
		}
	}
	return ""
}

func (m *letterMenu) widest() int {
	w := 0
	for _, x := range m.items {
		w = max(w, kit.Width(x.Label(m.env)))
	}
	return w
}

// Title is that of the menu.
func (m *letterMenu) Title() string { return m.env.T("plan.menu.title") }

// Result is the page to open.
func (m *letterMenu) Result() kit.Action {
	if i, ok := m.grid.Current(); ok {
		return m.items[i]
	}
	return kit.Action{}
}

// Size fits the items, and a line for what the one under the cursor does.
func (m *letterMenu) Size(maxW, maxH int) (w, h int) {
	return min(maxW, max(m.widest()+34, 60)), min(maxH, len(m.items)+1+menuFoot)
}

// menuFoot is the lines below the items.
const menuFoot = 4

func (m *letterMenu) foot() int {
	if m.high < len(m.items)+1+menuFoot {
		return 0
	}
	return menuFoot
}

// Resize takes the size.
func (m *letterMenu) Resize(w, h int) {
	m.wide, m.high = w, h
	m.grid.Resize(w, max(h-m.foot(), 1))
}

// Cursor is hidden: a letter is an answer.
func (m *letterMenu) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Update opens the page of a letter, or of the row under the cursor.
func (m *letterMenu) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if _, _, _, mouse := kit.MouseAt(msg, 0, 0); mouse {
		if point(m.grid, msg) {
			return m.choose()
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return kit.Stay, nil
	}
	m.said = model.Message{}
	for _, x := range m.items {
		if kit.IsKey(k, x.Keys...) {
			m.grid.Select(x.ID)
			return m.choose()
		}
	}
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		return m.choose()
	case kit.IsKeys(k):
		m.h.Dialogs().ListKeys()
	case kit.IsKey(k, "up", "down", "pgup", "pgdown", "home", "end", "j", "k"):
		m.grid.Update(msg)
	default:
		m.said = model.Say("plan.no-key")
	}
	return kit.Stay, nil
}

// choose ends with the item under the cursor, or says why it cannot be opened.
func (m *letterMenu) choose() (kit.Outcome, tea.Cmd) {
	if why := m.Result().Blocked(); !why.IsZero() {
		m.said = why
		return kit.Stay, nil
	}
	return kit.Done, nil
}

// Draw paints the items and what the one under the cursor does.
func (m *letterMenu) Draw(c *kit.Canvas) {
	th, n := m.env.Theme, m.foot()
	m.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - n}), true)
	if n == 0 {
		return
	}
	y := c.H() - n
	c.HLine(0, y, c.W(), th.Rule)
	r := kit.Rect{Y: y + 1, W: c.W(), H: n - 1}
	if !m.said.IsZero() {
		c.Wrap(r, th.Warn, m.env.Say(m.said))
		return
	}
	x := m.Result()
	if why := x.Blocked(); !why.IsZero() {
		c.Wrap(r, th.Muted, m.env.Say(why))
		return
	}
	c.Wrap(r, th.Muted, x.Hint(m.env))
}

// Actions are the letters, the way out and the list of keys.
func (m *letterMenu) Actions() []kit.Action {
	out := []kit.Action{{ID: "plan.key.open", Keys: []string{"enter"}, Rank: 1}, {ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2}}
	for _, x := range m.items {
		x.Run = nil // the letter goes to Update, which ends the menu first
		out = append(out, x)
	}
	return append(out, listKeys(m.h, 3))
}
