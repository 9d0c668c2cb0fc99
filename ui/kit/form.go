package kit

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A Form is a dialog of fields. tab, shift+tab, ↑ and ↓ go from field to
// field, ctrl+s saves from anywhere, enter goes on and saves at the end; esc
// leaves, and asks first when something was typed. A field is judged when it
// is left and all of them when it is saved; what is wrong stands under its
// field with what would be right.
//
// The result of a form is the form itself: whoever opened it reads the values
// from its fields. A form whose saving failed may be opened again with what
// was typed still in it.
type Form struct {
	// Check judges the whole record on saving, after every field has passed:
	// a *model.Problem or model.Problems, whose fields are found by name. nil
	// lets all pass.
	Check func() error
	// SaveLabel is the catalogue id on the button; "" is "kit.save".
	SaveLabel string

	stack  *Stack
	env    *Env
	title  model.Message
	fields []Field
	focus  int            // index in fields; len(fields) is the button
	loose  model.Problems // problems of no field on the form
	top    int            // first line shown
	w, h   int
}

// NewForm makes a form to be opened on the stack, with the first field in
// hand.
func NewForm(s *Stack, title model.Message, fields ...Field) *Form {
	f := &Form{stack: s, env: s.env, title: title, fields: fields, focus: -1}
	f.move(1)
	return f
}

// beginner is a field that needs a printer to show its first value.
type beginner interface{ begin(e *Env) }

func (f *Form) begin() {
	for _, x := range f.fields {
		if b, ok := x.(beginner); ok {
			b.begin(f.env)
		}
	}
}

// Title is its title.
func (f *Form) Title() string { return f.env.Say(f.title) }

// Result is the form.
func (f *Form) Result() *Form { return f }

// Dirty reports whether anything differs from what the form began with.
func (f *Form) Dirty() bool {
	for _, x := range f.fields {
		if x.dirty() {
			return true
		}
	}
	return false
}

// Focus puts the field with that name in hand.
func (f *Form) Focus(name string) {
	for i, x := range f.fields {
		if x.About().Name == name && f.stops(i) {
			f.focus = i
			f.reveal()
			return
		}
	}
}

// Fail shows why saving failed, beside the fields that the problems name, and
// goes to the first of them. It reports whether err held any problem to show.
func (f *Form) Fail(err error) bool {
	var many model.Problems
	var one *model.Problem
	switch {
	case errors.As(err, &many):
	case errors.As(err, &one):
		many = model.Problems{one}
	}
	f.loose = nil
	first := ""
	for _, p := range many {
		if x := f.named(p.Field); x != nil {
			if x.About().wrong == nil {
				x.About().wrong = p
			}
			if first == "" {
				first = p.Field
			}
			continue
		}
		f.loose = append(f.loose, p)
	}
	if first != "" {
		f.Focus(first)
	} else {
		f.top = 0
	}
	return len(many) > 0
}

func (f *Form) named(name string) Field {
	if name == "" {
		return nil
	}
	for _, x := range f.fields {
		if _, heading := x.(*Heading); !heading && x.About().Name == name && !x.About().hidden() {
			return x
		}
	}
	return nil
}

// stops reports whether the cursor can be on field i.
func (f *Form) stops(i int) bool {
	if i == len(f.fields) {
		return true
	}
	x := f.fields[i]
	_, heading := x.(*Heading)
	return !heading && !x.About().hidden() && x.About().Fixed.IsZero()
}

// move goes to the next field that can be filled in, round by the button.
func (f *Form) move(dir int) {
	n := len(f.fields) + 1
	for range n {
		f.focus = (f.focus + dir + n) % n
		if f.stops(f.focus) {
			break
		}
	}
	f.reveal()
}

// leave judges the field that is left. An empty field of a new record is not
// scolded for being empty until the form is saved.
func (f *Form) leave() {
	if f.focus < len(f.fields) {
		if x := f.fields[f.focus]; x.dirty() || x.About().wrong != nil {
			x.About().wrong = x.check(f.env)
		}
	}
}

// Resize takes the size.
func (f *Form) Resize(w, h int) {
	f.begin()
	f.w, f.h = w, h
	f.reveal()
}

// Update edits, moves, saves and leaves.
func (f *Form) Update(msg tea.Msg) (Outcome, tea.Cmd) {
	f.begin()
	if delta, _, _, ok := wheelDelta(msg); ok {
		f.top = clamp(f.top+delta, 0, f.length()-f.body().H)
		return Stay, nil
	}
	if x, y, ok := Click(msg); ok {
		return f.click(msg, x, y), nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if isKey && IsKey(k, "ctrl+s") {
		return f.save(), nil
	}
	if isKey && IsKey(k, "esc") {
		return f.escape(), nil
	}
	if f.focus < len(f.fields) && f.edit(msg, f.valueWidth()) {
		f.reveal()
		return Stay, nil
	}
	if !isKey {
		return Stay, nil
	}
	switch {
	case IsKey(k, "enter") && f.focus == len(f.fields):
		return f.save(), nil
	case IsKey(k, "enter") && f.last():
		return f.save(), nil
	case IsKey(k, "tab", "down", "enter"):
		f.leave()
		f.move(1)
	case IsKey(k, "shift+tab", "up"):
		f.leave()
		f.move(-1)
	}
	return Stay, nil
}

// last reports whether no field follows the one in hand.
func (f *Form) last() bool {
	for i := f.focus + 1; i < len(f.fields); i++ {
		if f.stops(i) {
			return false
		}
	}
	return true
}

// lister is a field whose options can be shown in a list.
type lister interface{ list(s *Stack, e *Env) }

// edit gives the message to the field in hand.
func (f *Form) edit(msg tea.Msg, w int) (taken bool) {
	x := f.fields[f.focus]
	switch x.update(msg, f.env, w) {
	case wantsList:
		if l, ok := x.(lister); ok {
			l.list(f.stack, f.env)
		}
	case notMine:
		return false
	}
	x.About().wrong = nil
	return true
}

// save judges every field, then the whole; the first fault takes the cursor.
func (f *Form) save() Outcome {
	f.loose = nil
	first := -1
	for i, x := range f.fields {
		if x.About().hidden() {
			x.About().wrong = nil
			continue
		}
		if x.About().wrong = x.check(f.env); x.About().wrong != nil && first < 0 {
			first = i
		}
	}
	if first >= 0 {
		f.focus = first
		f.reveal()
		return Stay
	}
	if f.Check != nil {
		if err := f.Check(); err != nil && f.Fail(err) {
			return Stay
		}
	}
	return Done
}

// escape leaves; typed text is not lost without asking.
func (f *Form) escape() Outcome {
	if !f.Dirty() {
		return Cancelled
	}
	ask := NewConfirm(f.env, f.title, model.Say("kit.discard"), model.Message{}, "kit.discard.act", "kit.discard.keep", "d", "esc")
	Open(f.stack, ask, func(Confirmed) tea.Cmd {
		return f.stack.leave(f)
	})
	return Stay
}

// Actions are the keys worth knowing.
func (f *Form) Actions() []Action {
	out := []Action{
		{ID: "kit.save", Keys: []string{"ctrl+s"}, Rank: 1},
		{ID: "kit.next", Keys: []string{"tab"}, Rank: 4},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2},
	}
	if f.SaveLabel != "" {
		out[0].ID = f.SaveLabel
	}
	if f.focus >= 0 && f.focus < len(f.fields) {
		if _, ok := f.fields[f.focus].(lister); ok {
			out = append(out, Action{ID: "kit.list", Keys: []string{"enter"}, Rank: 3})
		}
	}
	return out
}
