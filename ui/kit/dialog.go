package kit

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// An Outcome is what a message did to a dialog.
type Outcome uint8

const (
	// Stay keeps the dialog open.
	Stay Outcome = iota
	// Done closes it; its opener gets the result.
	Done
	// Cancelled closes it without a result.
	Cancelled
)

// A Dialog asks one thing, above the screen that asked. The stack draws its
// frame, title and keys; the dialog draws what is inside. It never touches
// what it is about: it ends in a result that its opener handles.
type Dialog interface {
	// Title stands in the frame.
	Title() string
	// Size is the size it would like inside its frame, at most maxW×maxH.
	Size(maxW, maxH int) (w, h int)
	// Resize tells the size it got; it comes before the first Draw and Update
	// and again whenever the size changes.
	Resize(w, h int)
	// Update takes a key, a paste, the mouse in the dialog's own coordinates,
	// or the result of a command. esc always leads out.
	Update(msg tea.Msg) (Outcome, tea.Cmd)
	// Draw paints the inside.
	Draw(c *Canvas)
	// Cursor is the cell of the terminal's cursor; ok is false without one.
	Cursor() (x, y int, ok bool)
	// Actions are the dialog's keys, for the line below it. They are shown
	// and may be clicked; keys go to Update.
	Actions() []Action
}

// A DialogOf is a dialog that ends in a T.
type DialogOf[T any] interface {
	Dialog
	// Result is what was decided, valid after Done.
	Result() T
}

// quiet is how long a dialog that opens by itself does not listen, so that
// keys meant for something else cannot answer it.
const quiet = 400 * time.Millisecond

// A Stack holds the open dialogs. Only the top one gets keys and the mouse.
type Stack struct {
	env    *Env
	w, h   int
	layers []layer
}

type layer struct {
	dialog Dialog
	done   func() tea.Cmd
	left   func() tea.Cmd // it was cancelled; nil: nothing is done
	deaf   time.Time      // until when it does not listen
}

// NewStack is an empty stack.
func NewStack(e *Env) *Stack { return &Stack{env: e} }

// Open puts a dialog on top; then gets its result when it is done, and
// nothing is called when it is cancelled.
func Open[T any](s *Stack, d DialogOf[T], then func(T) tea.Cmd) {
	s.push(layer{dialog: d, done: func() tea.Cmd { return then(d.Result()) }})
}

// OpenOr is Open for who wants to know too that the dialog was cancelled.
func OpenOr[T any](s *Stack, d DialogOf[T], then func(T) tea.Cmd, left func() tea.Cmd) {
	s.push(layer{dialog: d, done: func() tea.Cmd { return then(d.Result()) }, left: left})
}

// OpenUnasked opens a dialog that no key asked for (a result came in, a
// conflict was found): it does not listen for a moment.
func OpenUnasked[T any](s *Stack, d DialogOf[T], then func(T) tea.Cmd) {
	s.push(layer{dialog: d, done: func() tea.Cmd { return then(d.Result()) }, deaf: s.env.Now().Add(quiet)})
}

func (s *Stack) push(l layer) {
	s.layers = append(s.layers, l)
	s.layout()
}

// Empty reports whether no dialog is open.
func (s *Stack) Empty() bool { return len(s.layers) == 0 }

// Top is the dialog that listens, or nil.
func (s *Stack) Top() Dialog {
	if s.Empty() {
		return nil
	}
	return s.layers[len(s.layers)-1].dialog
}

// CloseAll drops every dialog without a result.
func (s *Stack) CloseAll() { s.layers = nil }

// Resize tells the stack the size of the screen.
func (s *Stack) Resize(w, h int) {
	s.w, s.h = w, h
	s.layout()
}

// layout gives every dialog its size; it follows each change, so that Draw
// has nothing to change.
func (s *Stack) layout() {
	for _, l := range s.layers {
		in := s.frame(l.dialog).inside
		l.dialog.Resize(in.W, in.H)
	}
}

// Update gives the message to the top dialog. handled is true for every key,
// paste and mouse message while a dialog is open. Other messages go to every
// open dialog and remain everyone's.
func (s *Stack) Update(msg tea.Msg) (cmd tea.Cmd, handled bool) {
	if s.Empty() {
		return nil, false
	}
	top := s.layers[len(s.layers)-1]
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.env.Now().Before(top.deaf) {
			return nil, true
		}
		return s.deliver(len(s.layers)-1, msg), true
	case tea.KeyReleaseMsg, tea.PasteStartMsg, tea.PasteEndMsg:
		return nil, true
	case tea.MouseMsg, WheelMsg:
		if s.env.Now().Before(top.deaf) {
			return nil, true
		}
		return s.mouse(top.dialog, msg), true
	}
	var cmds []tea.Cmd
	for i := len(s.layers) - 1; i >= 0; i-- {
		if i < len(s.layers) {
			cmds = append(cmds, s.deliver(i, msg))
		}
	}
	return tea.Batch(cmds...), false
}

// mouse hands over what happens inside the dialog and its line of keys; what
// happens beside it is nobody's.
func (s *Stack) mouse(d Dialog, msg tea.Msg) tea.Cmd {
	f := s.frame(d)
	if x, y, ok := Click(msg); ok && f.keys.Contains(x, y) {
		a, hit := FooterHit(Footer(s.env, d.Actions(), f.keys.W), x-f.keys.X)
		switch {
		case !hit || !a.Enabled():
			return nil
		case a.Run != nil:
			return s.settle(len(s.layers)-1, Stay, a.Run())
		}
		return s.deliver(len(s.layers)-1, KeyMsg(a.Keys[0]))
	}
	moved, x, y, ok := MouseAt(msg, f.inside.X, f.inside.Y)
	if !ok {
		return nil
	}
	if _, press := msg.(tea.MouseClickMsg); press && !(Rect{W: f.inside.W, H: f.inside.H}).Contains(x, y) {
		return nil
	}
	return s.deliver(len(s.layers)-1, moved)
}

func (s *Stack) deliver(i int, msg tea.Msg) tea.Cmd {
	outcome, cmd := s.layers[i].dialog.Update(msg)
	return s.settle(i, outcome, cmd)
}

// settle closes the dialog that has ended before its opener hears of it, so
// that the opener may open the next.
func (s *Stack) settle(i int, outcome Outcome, cmd tea.Cmd) tea.Cmd {
	if outcome != Stay {
		was := s.layers[i]
		s.layers = append(s.layers[:i:i], s.layers[i+1:]...)
		switch {
		case outcome == Done:
			cmd = tea.Batch(cmd, was.done())
		case was.left != nil:
			cmd = tea.Batch(cmd, was.left())
		}
	}
	s.layout()
	return cmd
}

// Drop closes a dialog wherever it is, without a result and without a word to
// its opener.
func (s *Stack) Drop(d Dialog) {
	for i, l := range s.layers {
		if l.dialog == d {
			s.layers = append(s.layers[:i:i], s.layers[i+1:]...)
			break
		}
	}
	s.layout()
}

// leave closes a dialog as esc would have.
func (s *Stack) leave(d Dialog) tea.Cmd {
	for _, l := range s.layers {
		if l.dialog == d {
			s.Drop(d)
			if l.left != nil {
				return l.left()
			}
			break
		}
	}
	return nil
}
