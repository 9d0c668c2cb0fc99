package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A Field is one thing to fill in on a form. The kinds are made by NewText,
// NewNumber, NewDate, NewTime, NewLength, NewValue, NewChoice, NewMany,
// NewToggle, NewNote and NewHeading; each keeps its value, which is read from
// it when the form is done.
type Field interface {
	// About is what every field has.
	About() *FieldInfo

	rows(e *Env, w int) int // how many lines its value takes in w cells
	draw(c *Canvas, e *Env, focused bool)
	update(msg tea.Msg, e *Env, w int) (used fieldUse)
	cursor(e *Env, w int) (x, y int, ok bool)
	check(e *Env) *model.Problem // reads what was typed, and judges it
	dirty() bool                 // differs from what the form began with
}

// fieldUse is what a field did with a key.
type fieldUse uint8

const (
	notMine fieldUse = iota // the form may move on with it
	used
	wantsList // the choices are to be shown in a list
)

// A FieldInfo is what every field has.
type FieldInfo struct {
	// Name is the field's name as in model.Problem: problems of that name are
	// shown beside the field. Its label is the entry "field."+Name.
	Name  string
	Label model.Message // another label
	Hint  model.Message // one line, shown while the field is in hand
	// Hidden leaves the field out as long as it says so; nil never does.
	Hidden func() bool
	// Fixed shows the value without letting it be changed, and is the reason.
	Fixed model.Message

	wrong *model.Problem
}

// About is the field's info itself.
func (f *FieldInfo) About() *FieldInfo { return f }

func (f *FieldInfo) label(e *Env) string {
	if !f.Label.IsZero() {
		return e.Say(f.Label)
	}
	return e.T("field." + f.Name)
}

func (f *FieldInfo) hidden() bool { return f.Hidden != nil && f.Hidden() }

// A Heading parts a form into sections.
type Heading struct{ FieldInfo }

// NewHeading is a section's title, said by the message.
func NewHeading(title model.Message) *Heading {
	return &Heading{FieldInfo{Label: title}}
}

func (h *Heading) rows(*Env, int) int                   { return 1 }
func (h *Heading) draw(*Canvas, *Env, bool)             {}
func (h *Heading) update(tea.Msg, *Env, int) fieldUse   { return notMine }
func (h *Heading) cursor(*Env, int) (x, y int, ok bool) { return 0, 0, false }
func (h *Heading) check(*Env) *model.Problem            { return nil }
func (h *Heading) dirty() bool                          { return false }

// blank is the style of a field that is not in hand: where it can be filled
// in, and no colour says so, the room for it shows.
func (f *FieldInfo) blank(e *Env) Style {
	if !f.Fixed.IsZero() {
		return e.Theme.Text
	}
	return e.Theme.Blank
}
