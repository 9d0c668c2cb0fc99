// Package alumni is the Alumni tab: everybody who was ever here, found while
// one types, and what became of them. A card shows how to reach somebody (once
// it is asked for), what they were taught, with whom, and every talk since; a
// queue shows which talks are due.
//
// What may enter: finding people, their cards, and the log of contacts. What
// may not: how people are found (store/finder), seats and papers of a course
// that is still open (the Cohorts tab).
package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Tab is the Alumni tab: two views to switch between, and on top of them the
// cards that were opened, each of which esc closes.
type Tab struct {
	h       tab.Host
	w, tall int
	find    *search
	queue   *queue
	inQueue bool
	pages   []view // cards and classmates, the last one shown
	files   files
	due     due
}

// A view is one screen of the tab.
type view interface {
	// changed derives anew what is shown.
	changed()
	// resize gives the view its room.
	resize(w, h int)
	update(msg tea.Msg) tea.Cmd
	actions() []kit.Action
	draw(c *kit.Canvas)
	cursor() (x, y int, ok bool)
	typing() bool
	// shows is the person whose records the view needs beyond the desk and the
	// index; false when it shows nobody.
	shows() (model.ID, bool)
	// read says that those records have come.
	read()
}

// New makes the tab.
func New(h tab.Host) *Tab {
	t := &Tab{h: h, files: newFiles()}
	t.find = newSearch(t)
	t.queue = newQueue(t)
	t.Changed()
	return t
}

// ID is the tab's name in ids.
func (t *Tab) ID() string { return "alumni" }

// Badge counts the follow-ups that are due, hard when one is overdue by more
// than a week.
func (t *Tab) Badge() tab.Badge { return t.due.badge }

func (t *Tab) env() *kit.Env         { return t.h.Env() }
func (t *Tab) desk() *model.Desk     { return t.h.Desk() }
func (t *Tab) people() *finder.Index { return t.h.People() }

// entry is what the index knows of a person; nil when it does not know them.
func (t *Tab) entry(id model.ID) *finder.Entry {
	ix := t.people()
	if ix == nil {
		return nil
	}
	e, ok := ix.Get(id)
	if !ok {
		return nil
	}
	return e
}

func (t *Tab) base() view {
	if t.inQueue {
		return t.queue
	}
	return t.find
}

// top is the view that is seen.
func (t *Tab) top() view {
	if n := len(t.pages); n > 0 {
		return t.pages[n-1]
	}
	return t.base()
}

// push opens a page on top of what is seen.
func (t *Tab) push(v view) {
	if c, ok := t.top().(*card); ok {
		c.hide()
	}
	t.pages = append(t.pages, v)
	v.resize(t.w, t.tall)
	v.changed()
}

// pop closes the page on top.
func (t *Tab) pop() tea.Cmd {
	t.pages = t.pages[:len(t.pages)-1]
	t.top().changed()
	return nil
}

// Changed derives anew what is shown. What was read of people may be out of
// date and is read again.
func (t *Tab) Changed() {
	t.due = dueOf(t.desk(), t.h.Today())
	t.files.outdate()
	t.find.changed()
	t.queue.changed()
	for _, p := range t.pages {
		p.changed()
	}
}

// Resize takes the size of the tab's canvas.
func (t *Tab) Resize(w, h int) {
	t.w, t.tall = w, h
	t.find.resize(w, h)
	t.queue.resize(w, h)
	for _, p := range t.pages {
		p.resize(w, h)
	}
}

// Update gives keys and the mouse to the view that is seen, and takes what was
// read.
func (t *Tab) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(fileMsg); ok {
		if t.files.arrived(m) {
			t.top().read()
		}
		return t.Pending()
	}
	cmd := t.top().update(msg)
	return tea.Batch(cmd, t.Pending())
}

// Pending reads what the screen shows and has not been read yet; nil when
// nothing is missing. The program asks after every message while the tab is
// in front, for the cursor also moves without the tab hearing of it.
func (t *Tab) Pending() tea.Cmd {
	id, ok := t.top().shows()
	if !ok {
		return nil
	}
	return t.files.want(t.h, id)
}

// Draw paints the view that is seen.
func (t *Tab) Draw(c *kit.Canvas) { t.top().draw(c) }

// Cursor is in the line one types in.
func (t *Tab) Cursor() (x, y int, ok bool) { return t.top().cursor() }

// Typing reports that somebody is being searched for.
func (t *Tab) Typing() bool { return t.top().typing() }

// Types reports that a key is for what is typed. While the search line is
// empty digits and ? are not: nobody is called so, and they lead to the other
// tabs and to help.
func (t *Tab) Types(k tea.KeyPressMsg) bool {
	switch {
	case !t.Typing() || kit.IsKey(k, "ctrl+p", "ctrl+l", "f1"):
		return false
	case t.top() != view(t.find) || t.find.line.Value() != "":
		return true
	}
	return k.Mod&tea.ModCtrl == 0 && !kit.IsKey(k, "tab", "shift+tab", "?", "1", "2", "3", "4", "5", "6", "7", "8", "9")
}

// Actions is what can be done on the view that is seen.
func (t *Tab) Actions() []kit.Action { return t.top().actions() }

// Open shows the card of a person; of a contact or a certificate that is on
// the desk, its person's.
func (t *Tab) Open(ref model.Ref) bool {
	id := ref.ID
	switch ref.Kind {
	case model.KindPerson:
	case model.KindContact:
		c := t.desk().Contacts.Get(ref.ID)
		if c == nil {
			return false
		}
		id = c.Person
	case model.KindCertificate:
		c := t.desk().Certificates.Get(ref.ID)
		if c == nil {
			return false
		}
		id = c.Person
	default:
		return false
	}
	t.pages = nil
	t.find.leaveLine()
	t.push(newCard(t, id))
	return true
}

// open puts somebody's card on top.
func (t *Tab) open(id model.ID) tea.Cmd {
	t.push(newCard(t, id))
	return t.Pending()
}

// turn shows the other of the two views.
func (t *Tab) turn() tea.Cmd {
	t.inQueue = !t.inQueue
	t.find.leaveLine()
	t.base().changed()
	return t.Pending()
}
