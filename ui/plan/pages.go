package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A Board is what these pages are told of the board that opens them, and what
// they ask of it. What is nil is a board that has no such thing.
type Board struct {
	// Session is the session under the cursor, nil when there is none.
	Session func() *model.Session
	// Slot is where the session in the air would be dropped; zero when none is.
	Slot func() model.Quarter
	// Record is the host of the plan of record, where the board may show a
	// draft: the host of the pages then reads and changes the draft.
	Record tab.Host
	// Draft is the draft that is shown, nil when the plan of record is.
	Draft func() *model.Draft
	// Show shows a draft; the zero id: the plan of record.
	Show func(draft model.ID) tea.Cmd
	// Happened asks what has changed: somebody absent, a place closed.
	Happened func(tab.Host) tea.Cmd
}

// pages are the planner's pages over one host and one board.
type pages struct {
	h     tab.Host // of what the board shows: the plan of record, or a draft
	board Board
	eng   engine
	taken func() // follows a repair that was taken; nil: nothing does
}

// record is the host of the plan of record.
func (p pages) record() tab.Host {
	if p.board.Record != nil {
		return p.board.Record
	}
	return p.h
}

// draft is the draft that the board shows; nil while it shows the plan of
// record.
func (p pages) draft() *model.Draft {
	if p.board.Draft == nil {
		return nil
	}
	return p.board.Draft()
}

// session is the session under the cursor.
func (p pages) session() *model.Session {
	if p.board.Session == nil {
		return nil
	}
	return p.board.Session()
}

// slot is where the session in the air would be dropped.
func (p pages) slot() model.Quarter {
	if p.board.Slot == nil {
		return 0
	}
	return p.board.Slot()
}

// left is the result of a page that has kept whatever there was to keep.
type left struct{}

// leave follows a page: there is nothing more to do.
func leave(left) tea.Cmd { return nil }

// listKeys is the action that lists every key of the dialog on top.
func listKeys(h tab.Host, rank int) kit.Action {
	a := kit.KeysAction(rank)
	a.Run = func() tea.Cmd {
		h.Dialogs().ListKeys()
		return nil
	}
	return a
}

// point gives a list what the mouse does, in the list's own coordinates: the
// row under the cursor was clicked again when it reports so. A click on the
// head does nothing, for the order of these lists has a meaning.
func point[K comparable](g *kit.Grid[K], msg tea.Msg) (again bool) {
	_, y, click := kit.Click(msg)
	body := g.Layout().Body
	if click && !body.Contains(0, y) {
		return false
	}
	was, had := g.CurrentKey()
	g.Update(msg)
	now, ok := g.CurrentKey()
	return click && had && ok && was == now && y-body.Y < g.Shown()
}
