// Package today is the Today tab: what runs now and next in every course, the
// day's blocks with how their rolls and results stand, and everything that is
// wrong or due. Above all of it stands who is missing.
//
// What may enter: showing a day, the day sheet on the screen and in a file,
// and going to where something is mended. What may not: what is wrong or due
// (model/due), and the dialogs of the working day, which other tabs share
// (ui/roll, ui/score, ui/ride, ui/change).
package today

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/due"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Tab is the Today tab.
type Tab struct {
	h       tab.Host
	w, tall int

	clock   clock
	off     int       // days from today to the day that is looked at
	classes []class   // the courses that have that day
	coming  []class   // the courses that begin later, the soonest first
	missing []missing // who is missing, the longest first

	focus  pane
	at     int // the row of missing under the cursor
	blocks *kit.Grid[model.ID]
	rows   []row
	shown  model.Date // the day whose blocks the cursor is among
	items  *kit.Grid[itemKey]
	due    []due.Item // everything
	listed []int      // of due, those that the sieve leaves
	keys   []itemKey  // of due
	hard   int        // of due, those that are wrong
	sift   sieve

	plan    plan // the layout, and what is written in it
	told    []line
	toldFor asked
	folder  string

	read    int     // the lines of the detail in hand that are read already
	reading reading // what that detail is about
}

// A reading is the record whose detail stands in a pane.
type reading struct {
	pane  pane
	block model.ID
	item  itemKey
}

// A pane is a part of the tab that has the keys.
type pane uint8

const (
	onBlocks pane = iota
	onDue
	onMissing
)

// New makes the tab.
func New(h tab.Host) *Tab {
	t := &Tab{h: h, blocks: kit.NewGrid[model.ID](h.Env()), items: kit.NewGrid[itemKey](h.Env())}
	t.Changed()
	return t
}

// ID is the tab's name in ids.
func (t *Tab) ID() string { return "today" }

// Badge counts what is wrong; when nothing is, what is due.
func (t *Tab) Badge() tab.Badge {
	if t.hard > 0 {
		return tab.Badge{Count: t.hard, Hard: true}
	}
	return tab.Badge{Count: len(t.due)}
}

// Changed derives anew what is shown: the desk may be another, or the minute.
func (t *Tab) Changed() {
	t.clock = newClock(t.h)
	t.classes, t.coming = t.courses()
	t.missing = t.findMissing()
	t.at = min(t.at, max(len(t.missing)-1, 0))
	if t.focus == onMissing && len(t.missing) == 0 {
		t.focus = onBlocks
	}
	t.listBlocks()
	t.readDue()
	t.told = nil
	t.arrange()
}

// Resize takes the size of the tab's canvas.
func (t *Tab) Resize(w, h int) {
	if w != t.w || h != t.tall {
		t.w, t.tall = w, h
		t.arrange()
	}
}

// Update takes what no action has: movement, the filter, the mouse.
func (t *Tab) Update(msg tea.Msg) tea.Cmd {
	cmd := t.update(msg)
	t.arrange()
	return cmd
}

func (t *Tab) update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		t.key(k)
		return nil
	}
	return t.mouse(msg)
}

// key moves in the pane in hand; above the first row is who is missing.
func (t *Tab) key(k tea.KeyPressMsg) {
	if t.focus == onMissing {
		switch {
		case kit.IsKey(k, "up", "k"):
			t.at = max(t.at-1, 0)
		case kit.IsKey(k, "down", "j") && t.at < min(len(t.missing), t.plan.missing.H)-1:
			t.at++
		case kit.IsKey(k, "down", "j"):
			t.focus = onBlocks
		}
		return
	}
	if kit.IsKey(k, "up", "k") && len(t.missing) > 0 && !t.Typing() && t.first() {
		t.focus, t.at = onMissing, min(len(t.missing), t.plan.missing.H)-1
		return
	}
	t.give(k)
}

// give hands a message to the list in hand.
func (t *Tab) give(msg tea.Msg) {
	if t.focus == onDue {
		t.items.Update(msg)
	} else {
		t.blocks.Update(msg)
	}
}

// first reports whether the cursor is on the first row of its list, or there
// is none.
func (t *Tab) first() bool {
	if t.focus == onDue {
		row, ok := t.items.Current()
		return !ok || len(t.listed) > 0 && row == 0
	}
	row, ok := t.blocks.Current()
	return !ok || row == 0
}

// mouse: the lists, the names of the panes, who is missing.
func (t *Tab) mouse(msg tea.Msg) tea.Cmd {
	p := t.plan
	x, y, click := kit.Click(msg)
	if click {
		if p.missing.Contains(x, y) {
			t.focus, t.at = onMissing, y-p.missing.Y
			return t.openCalls()
		}
		for _, n := range p.labels {
			if y == t.labelRow(n) && x >= n.x && x < n.x+n.w {
				t.focus = n.pane
				return nil
			}
		}
	}
	for _, v := range []struct {
		pane pane
		r    kit.Rect
	}{{onBlocks, p.blocks}, {onDue, p.due}} {
		moved, mx, my, ok := kit.MouseAt(msg, v.r.X, v.r.Y)
		if !ok || v.r.Empty() || !(kit.Rect{W: v.r.W, H: v.r.H}).Contains(mx, my) {
			continue
		}
		if click {
			t.focus = v.pane
		}
		if v.pane == onDue {
			t.items.Update(moved)
		} else {
			t.blocks.Update(moved)
		}
		return nil
	}
	return nil
}

// Cursor is in the filter while it is typed.
func (t *Tab) Cursor() (x, y int, ok bool) {
	if t.focus == onDue {
		x, y, ok = t.items.Cursor()
		return x + t.plan.due.X, y + t.plan.due.Y, ok
	}
	x, y, ok = t.blocks.Cursor()
	return x + t.plan.blocks.X, y + t.plan.blocks.Y, ok && t.focus == onBlocks
}

// Typing reports that a filter is typed.
func (t *Tab) Typing() bool {
	typing := false
	switch t.focus {
	case onBlocks:
		_, typing = t.blocks.Filter()
	case onDue:
		_, typing = t.items.Filter()
	case onMissing:
	}
	return typing
}

// Open shows the roll or the results of a session: its day, with the cursor
// on it.
func (t *Tab) Open(ref model.Ref) bool {
	s := t.h.Desk().Sessions.Get(ref.ID)
	if ref.Kind != model.KindRoll && ref.Kind != model.KindSheet || s == nil || !s.Placed() {
		return false
	}
	c := t.h.Desk().Cohorts.Get(s.Cohort)
	if c == nil {
		return false
	}
	t.off = int(s.Start.Date() - t.clock.in(c.Zone).Date())
	t.focus = onBlocks
	t.blocks.SetFilter("")
	t.Changed()
	shown := t.blocks.Select(ref.ID)
	t.arrange()
	return shown
}
