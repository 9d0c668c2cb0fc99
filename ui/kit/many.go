package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A ManyField is a list of boxes to tick: ↑ ↓ move in it, space ticks.
type ManyField[T comparable] struct {
	FieldInfo
	Check func([]T) *model.Problem

	options []Option[T]
	start   []bool
	at      int
}

// NewMany offers options; those with On are ticked.
func NewMany[T comparable](name string, options []Option[T]) *ManyField[T] {
	f := &ManyField[T]{FieldInfo: FieldInfo{Name: name}, options: append([]Option[T](nil), options...)}
	for _, o := range f.options {
		f.start = append(f.start, o.On)
	}
	return f
}

// Value are the ticked values, in the order of the options.
func (f *ManyField[T]) Value() []T {
	var out []T
	for _, o := range f.options {
		if o.On {
			out = append(out, o.Value)
		}
	}
	return out
}

func (f *ManyField[T]) rows(*Env, int) int { return max(len(f.options), 1) }

func (f *ManyField[T]) draw(c *Canvas, e *Env, focused bool) {
	th := e.Theme
	if len(f.options) == 0 {
		c.TextFit(0, 0, c.W(), th.Muted, e.T("kit.choice.none"))
		return
	}
	for i, o := range f.options {
		st, mark := th.Text, "□"
		if o.On {
			mark = "■"
		}
		if !o.Off.IsZero() {
			st = th.Muted
		}
		if focused && i == f.at {
			st = th.Selected.Over(st.Plain())
		}
		c.TextFit(0, i, c.W(), st, mark+" "+o.Label)
	}
}

func (f *ManyField[T]) update(msg tea.Msg, _ *Env, _ int) fieldUse {
	if _, y, ok := Click(msg); ok {
		if y >= 0 && y < len(f.options) {
			f.at = y
			f.tick()
		}
		return used
	}
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok || len(f.options) == 0:
		return notMine
	case IsKey(k, "up") && f.at > 0:
		f.at--
	case IsKey(k, "down") && f.at < len(f.options)-1:
		f.at++
	case IsKey(k, "space", "x"):
		f.tick()
	default:
		return notMine
	}
	return used
}

func (f *ManyField[T]) tick() {
	if o := &f.options[f.at]; o.Off.IsZero() {
		o.On = !o.On
	}
}

func (f *ManyField[T]) cursor(*Env, int) (x, y int, ok bool) { return 0, f.at, false }

func (f *ManyField[T]) check(*Env) *model.Problem {
	if f.Check == nil {
		return nil
	}
	return f.Check(f.Value())
}

func (f *ManyField[T]) dirty() bool {
	for i, o := range f.options {
		if o.On != f.start[i] {
			return true
		}
	}
	return false
}

// A ToggleField is yes or no: space, ← and → change it.
type ToggleField struct {
	FieldInfo
	on, start bool
}

// NewToggle is a yes or no.
func NewToggle(name string, on bool) *ToggleField {
	return &ToggleField{FieldInfo: FieldInfo{Name: name}, on: on, start: on}
}

// Value is whether it is yes.
func (f *ToggleField) Value() bool { return f.on }

func (f *ToggleField) rows(*Env, int) int { return 1 }

func (f *ToggleField) draw(c *Canvas, e *Env, focused bool) {
	text, st := "□ "+e.T("date.no"), e.Theme.Text
	if f.on {
		text = "■ " + e.T("date.yes")
	}
	if focused {
		st = e.Theme.Selected
	}
	c.TextFit(0, 0, c.W(), st, text)
}

func (f *ToggleField) update(msg tea.Msg, _ *Env, _ int) fieldUse {
	_, _, click := Click(msg)
	k, ok := msg.(tea.KeyPressMsg)
	if click || ok && IsKey(k, "space", "left", "right") {
		f.on = !f.on
		return used
	}
	return notMine
}

func (f *ToggleField) cursor(*Env, int) (x, y int, ok bool) { return 0, 0, false }
func (f *ToggleField) check(*Env) *model.Problem            { return nil }
func (f *ToggleField) dirty() bool                          { return f.on != f.start }
