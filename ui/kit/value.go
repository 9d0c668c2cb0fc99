package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A ValueField is a line of text that stands for a T: text, a number, a date,
// a time. What was understood of the typing is shown behind it.
type ValueField[T comparable] struct {
	FieldInfo
	// Check judges a value that could be read; nil lets all pass.
	Check func(T) *model.Problem
	// Changed is called when another value was read; nil is nothing.
	Changed func(T)
	// Width is how many cells the line takes; 0 is all there are.
	Width int
	// Unit stands behind the line: "h", "lanes".
	Unit model.Message

	in    *Input
	value T
	start string
	began bool
	read  func(e *Env, name, typed string) (T, *model.Problem)
	show  func(e *Env, v T) string
	echo  func(e *Env, v T) string // what was understood, or nil
}

// NewValue is a field of a kind of its own: read takes what was typed, show
// writes a value so that read would give it again.
func NewValue[T comparable](name string, value T, read func(e *Env, name, typed string) (T, *model.Problem), show func(e *Env, v T) string) *ValueField[T] {
	return &ValueField[T]{FieldInfo: FieldInfo{Name: name}, value: value, in: NewInput(""), read: read, show: show}
}

// NewText is a line of text; spaces around it are dropped.
func NewText(name, value string) *ValueField[string] {
	return NewValue(name, value,
		func(_ *Env, _, typed string) (string, *model.Problem) { return strings.TrimSpace(typed), nil },
		func(_ *Env, v string) string { return v })
}

// Value is the value as last read; after Done it is valid.
func (f *ValueField[T]) Value() T { return f.value }

// Set gives the field another value, as when another field decides it.
func (f *ValueField[T]) Set(e *Env, v T) {
	f.value = v
	f.in.Set(f.show(e, v))
	f.began = true
}

// Limit bounds how many characters can be typed.
func (f *ValueField[T]) Limit(n int) *ValueField[T] {
	f.in.Limit = n
	return f
}

// begin writes the value on the line, once a printer is there to do it.
func (f *ValueField[T]) begin(e *Env) {
	if !f.began {
		f.began = true
		f.in.Set(f.show(e, f.value))
		f.start = f.in.Value()
	}
}

func (f *ValueField[T]) rows(*Env, int) int { return 1 }

func (f *ValueField[T]) width(w int) int {
	if f.Width > 0 {
		return min(f.Width, w)
	}
	return w
}

func (f *ValueField[T]) draw(c *Canvas, e *Env, focused bool) {
	th := e.Theme
	w := f.width(c.W())
	if focused {
		f.in.Draw(c, e, 0, 0, w, th.Input)
	} else {
		st := f.blank(e)
		c.Fill(Rect{0, 0, w, 1}, st, " ")
		c.TextFit(0, 0, w, st, f.in.Value()) // its beginning, wherever one was in it
	}
	x := w + 1
	if !f.Unit.IsZero() {
		x += c.TextFit(x, 0, c.W()-x, th.Muted, e.Say(f.Unit)) + 1
	}
	if f.echo != nil && focused && f.in.Value() != "" {
		if v, p := f.read(e, f.Name, f.in.Value()); p == nil {
			c.TextFit(x+1, 0, c.W()-x-1, th.Muted, f.echo(e, v))
		}
	}
}

func (f *ValueField[T]) update(msg tea.Msg, e *Env, w int) fieldUse {
	if x, _, ok := Click(msg); ok {
		f.in.Click(x, f.width(w))
		return used
	}
	if f.in.Update(msg) {
		return used
	}
	return notMine
}

func (f *ValueField[T]) cursor(_ *Env, w int) (x, y int, ok bool) {
	return f.in.Cursor(f.width(w)), 0, true
}

// check reads the line, and writes it again in its proper form when it is
// right: 730 becomes 07:30.
func (f *ValueField[T]) check(e *Env) *model.Problem {
	v, p := f.read(e, f.Name, f.in.Value())
	if p != nil {
		return p
	}
	was := f.value
	f.value = v
	if v != was && f.Changed != nil {
		f.Changed(v)
	}
	if shown := f.show(e, v); shown != f.in.Value() {
		f.in.Set(shown)
	}
	if f.Check != nil {
		return f.Check(v)
	}
	return nil
}

func (f *ValueField[T]) dirty() bool { return f.began && f.in.Value() != f.start }
