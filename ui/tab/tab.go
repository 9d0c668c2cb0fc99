// Package tab is the contract between the program and its tabs: what a tab
// owes (Tab) and what it is given (Host). Tabs do not import one another, nor
// the program; what a tab wants done elsewhere it asks of its host.
//
// Nothing is drawn and nothing is kept here.
package tab

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/due"
	"muster/model/rules"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
)

// A Tab is one page of the program. All its methods run on the event loop,
// one at a time; only Update and Changed may change it.
type Tab interface {
	// ID is the tab's name in ids: its label is the catalogue entry "tab."+ID,
	// its actions are "action."+ID+"…".
	ID() string
	// Badge is what the tab's label carries: how many things are wrong or due.
	Badge() Badge
	// Actions is everything that can be done here and now, in the order of
	// help. Movement that help need not list is Hidden.
	Actions() []kit.Action
	// Resize tells the size of the tab's canvas. It comes before the first
	// Draw and whenever the size changes.
	Resize(w, h int)
	// Update takes keys that no action has, text when Typing, pastes, and the
	// mouse in the tab's own coordinates.
	Update(msg tea.Msg) tea.Cmd
	// Changed says that the desk, the cohort in hand, the language or the day
	// is another: whatever was derived from them must be derived anew. The
	// cursor stays with the record it was on.
	Changed()
	// Draw paints the tab. It changes nothing and reads nothing but what
	// Update and Changed have prepared.
	Draw(c *kit.Canvas)
	// Cursor is the cell of the terminal's cursor; ok is false without one.
	Cursor() (x, y int, ok bool)
	// Typing reports that a text field has the focus: it gets every key that
	// types something before any action does.
	Typing() bool
	// Open shows a record of the kinds the tab shows; false when it shows none
	// such.
	Open(ref model.Ref) bool
}

// A Reader is a tab that shows more than the desk holds.
type Reader interface {
	Tab
	// Pending reads, off the event loop, what the screen shows and has not
	// been read yet; nil when nothing is missing. It is asked after every
	// message while the tab is in front, since Changed and Open have no command
	// to give.
	Pending() tea.Cmd
}

// A Typist is a tab whose text field takes only some of the keys while it has
// the focus: an empty search line leaves digits to the program, say.
type Typist interface {
	Tab
	// Types reports that the tab wants the key as text, now.
	Types(k tea.KeyPressMsg) bool
}

// A Badge is the count on a tab's label; 0 is none.
type Badge struct {
	Count int
	Hard  bool // something is wrong, not only due
}

// A Host is what a tab is given: the desk it shows and the way to change it.
type Host interface {
	Env() *kit.Env
	// Desk is the newest picture, with one's own acts on it from the moment
	// they are made.
	Desk() *model.Desk
	// Board is what the rules say of that desk.
	Board() *rules.Board
	// Due is everything wrong or due, worst first, as of a moment ago. Changed
	// is called when it is told anew.
	Due() []due.Item
	// People is the index of everybody ever entered; nil until it has been
	// read. Changed is called when it comes, and when somebody in it moves.
	People() *finder.Index
	// Store is for what is not on the desk: people by window, closed cohorts'
	// sessions, the journal, imports. Its methods may take longer than a
	// frame: call them inside Work only.
	Store() *store.Store
	// Dialogs is the stack on which kit.Open opens a dialog.
	Dialogs() *kit.Stack
	// Cohort is the cohort in hand, shared by all tabs, or nil.
	Cohort() *model.Cohort
	// Choose takes another cohort in hand.
	Choose(id model.ID)
	// Today is the day, on the wall clock of this machine.
	Today() model.Date
	NewID() model.ID

	// Commit makes the change. The desk shows it when Commit returns; it is
	// kept in the background, in the order of the calls, and "saved" appears
	// in the footer. When it cannot be kept the desk goes back and the user is
	// told why.
	Commit(c model.Change) tea.Cmd
	// Tell shows a message in the status line.
	Tell(kind kit.StatusKind, m model.Message) tea.Cmd
	// Fail shows an error of the store, the model or a file.
	Fail(err error) tea.Cmd
	// Jump opens the record in the tab that shows it, and keeps the way back.
	Jump(ref model.Ref) tea.Cmd
	// Run does long work off the event loop, one piece at a time, with
	// progress in the footer and esc to leave it. See Work.
	Run(label model.Message, work func(ctx context.Context, progress func(done, total int64)) Result) tea.Cmd
}

// A Result is what work off the event loop ends in: a function that the
// program calls on the event loop, where the tab may be changed.
type Result func() tea.Cmd

// Work runs f off the event loop and hands its answer to then on the loop.
// When the user leaves it, f's context ends and then is not called.
func Work[T any](h Host, label model.Message, f func(ctx context.Context, progress func(done, total int64)) (T, error), then func(T, error) tea.Cmd) tea.Cmd {
	return h.Run(label, func(ctx context.Context, progress func(done, total int64)) Result {
		v, err := f(ctx, progress)
		return func() tea.Cmd { return then(v, err) }
	})
}
