// Package staff is the Staff tab: who teaches, what with, and by which rules.
// Five pages: one for each kind of thing a course needs beside its officers
// (people, places, vehicles and kit), and one for the rules of scheduling.
//
// What may enter: showing and changing those records, when they cannot be used
// (absences, bookings, repairs), what they are planned for, and what the unit
// has decided about each rule. What may not: changing who does what on the
// board (the Schedule tab), and what a rule finds (model/rules).
package staff

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Tab is the Staff tab.
type Tab struct {
	h       tab.Host
	pages   []page
	front   int
	w, tall int
	badge   tab.Badge
	told    told
	top     int // first line of the detail that is shown
}

// A page is one kind of record in a list, with what can be done to it; the
// settings are one record, and a row for each rule.
type page interface {
	id() string // the page's label is the entry "staff.page."+id
	kind() model.Kind
	grid() *kit.Grid[model.ID]
	// changed makes the rows anew, for a list of w columns.
	changed(w int)
	// detail is about the record under the cursor, the most important first.
	detail(w int) []line
	actions() []kit.Action
	// legend explains the marks in the list, or is nothing.
	legend() line
}

// New makes the tab.
func New(h tab.Host) *Tab {
	t := &Tab{h: h}
	t.pages = []page{newPeople(h), newPlaces(h), newFleet(h), newStock(h), newRulebook(h)}
	t.Changed()
	return t
}

// ID is the tab's name in ids.
func (t *Tab) ID() string { return "staff" }

// Badge counts the people whose certificate has lapsed or will within sixty
// days.
func (t *Tab) Badge() tab.Badge { return t.badge }

func (t *Tab) page() page { return t.pages[t.front] }

// Changed derives anew what is shown.
func (t *Tab) Changed() {
	t.badge = tab.Badge{}
	today := t.h.Today()
	for s := range t.h.Desk().Staff.All {
		if !gone(s, today) {
			if q, ok := soonest(s, today); ok {
				t.badge.Count++
				t.badge.Hard = t.badge.Hard || q.Until < today
			}
		}
	}
	t.place(true)
}

// Resize takes the size of the tab's canvas.
func (t *Tab) Resize(w, h int) {
	wider := w != t.w
	t.w, t.tall = w, h
	t.place(wider)
}

// place gives every page its room, and makes its rows for it when they are
// others or the room is wider or narrower.
func (t *Tab) place(anew bool) {
	for _, p := range t.pages {
		if anew {
			p.changed(t.frame().W)
			t.told.rows = nil
		}
		l := t.layout(p)
		p.grid().Resize(l.list.W, l.list.H)
	}
	t.tell()
}

// Actions is what can be done on the page in front.
func (t *Tab) Actions() []kit.Action {
	p := t.page()
	out := p.actions()
	if p.kind() != model.KindSettings { // a rule is in no session; it has those that break it
		out = append(out, kit.Action{ID: "staff.sessions", Keys: []string{"s"}, Group: "staff", Rank: 6, Why: func() model.Message { return t.idle(p) }, Run: func() tea.Cmd { return t.sessions(p) }})
	}
	out = append(out,
		kit.Action{ID: "staff.filter", Keys: []string{"/"}, Group: "staff", Rank: 8, Run: func() tea.Cmd {
			p.grid().Update(kit.KeyMsg("/"))
			return nil
		}},
		kit.Action{ID: "staff.next-page", Keys: []string{"right", "l"}, Group: "staff", Rank: 7, Run: func() tea.Cmd { return t.turn(1) }},
		kit.Action{ID: "staff.last-page", Keys: []string{"left", "h"}, Group: "staff", Run: func() tea.Cmd { return t.turn(-1) }},
	)
	if t.longer() {
		out = append(out,
			kit.Action{ID: "staff.read-on", Keys: []string{"J"}, Group: "staff", Run: func() tea.Cmd { return t.read(t.layout(p).detail.H - 1) }},
			kit.Action{ID: "staff.read-back", Keys: []string{"K"}, Group: "staff", Run: func() tea.Cmd { return t.read(1 - t.layout(p).detail.H) }},
		)
	}
	if text, _ := p.grid().Filter(); text != "" {
		out = append(out, kit.Action{ID: "staff.unfilter", Keys: []string{"esc"}, Group: "staff", Run: func() tea.Cmd {
			p.grid().SetFilter("")
			t.tell()
			return nil
		}})
	}
	return out
}

func (t *Tab) turn(by int) tea.Cmd {
	n := len(t.pages)
	t.front = ((t.front+by)%n + n) % n
	t.tell()
	return nil
}

// read moves the window on the detail.
func (t *Tab) read(by int) tea.Cmd {
	d := t.layout(t.page()).detail
	t.top = max(min(t.top+by, len(t.detail(d.W))-d.H), 0)
	return nil
}

// Update gives keys and the mouse to the list. The detail of another record
// is read from its beginning.
func (t *Tab) Update(msg tea.Msg) tea.Cmd {
	cmd := t.update(msg)
	t.tell()
	return cmd
}

func (t *Tab) update(msg tea.Msg) tea.Cmd {
	p := t.page()
	l := t.layout(p)
	if x, y, ok := kit.Click(msg); ok && y == l.labels.Y {
		for i, s := range t.labels(l.labels) {
			if x >= s.x && x < s.x+s.w {
				return t.turn(i - t.front)
			}
		}
	}
	if moved, x, y, ok := kit.MouseAt(msg, l.list.X, l.list.Y); ok {
		if (kit.Rect{W: l.list.W, H: l.list.H}).Contains(x, y) {
			p.grid().Update(moved)
		}
		if m, wheel := msg.(kit.WheelMsg); wheel && l.detail.Contains(m.X, m.Y) {
			return t.read(m.Delta)
		}
		return nil
	}
	p.grid().Update(msg)
	return nil
}

// Cursor is in the filter while it is typed.
func (t *Tab) Cursor() (x, y int, ok bool) {
	l := t.layout(t.page()).list
	x, y, ok = t.page().grid().Cursor()
	return x + l.X, y + l.Y, ok
}

// Typing reports that the filter is typed.
func (t *Tab) Typing() bool {
	_, typing := t.page().grid().Filter()
	return typing
}

// Open shows a record of one of the pages.
func (t *Tab) Open(ref model.Ref) bool {
	for i, p := range t.pages {
		if p.kind() == ref.Kind {
			p.grid().SetFilter("")
			if !p.grid().Select(ref.ID) && ref.Kind != model.KindSettings { // one record, a row for each rule
				return false
			}
			t.front = i
			t.tell()
			return true
		}
	}
	return false
}
