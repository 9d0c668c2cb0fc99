package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A ChoiceField is one of several options: ← → go through them, enter shows
// them in a list, a letter shows those that match it.
type ChoiceField[T comparable] struct {
	FieldInfo
	Check func(T) *model.Problem
	// Changed is called after another option was chosen; nil is nothing.
	Changed func(T)
	// Free makes an option of a text that none of the options has; nil or
	// false lets only the options be chosen.
	Free func(typed string) (Option[T], bool)

	options []Option[T]
	at      int // -1: nothing chosen yet
	start   int
	typed   string // what opened the list
}

// NewChoice offers options, with value chosen if it is among them.
func NewChoice[T comparable](name string, value T, options []Option[T]) *ChoiceField[T] {
	f := &ChoiceField[T]{FieldInfo: FieldInfo{Name: name}, options: options, at: -1}
	for i, o := range options {
		if o.Value == value {
			f.at = i
		}
	}
	f.start = f.at
	return f
}

// Value is the chosen value, or the zero T.
func (f *ChoiceField[T]) Value() T {
	if f.at < 0 || f.at >= len(f.options) {
		var none T
		return none
	}
	return f.options[f.at].Value
}

// Offer replaces the options, as when another field decides them; the choice
// stays if it is still among them.
func (f *ChoiceField[T]) Offer(options []Option[T]) {
	v, had := f.Value(), f.at >= 0
	f.options, f.at = options, -1
	for i, o := range options {
		if had && o.Value == v {
			f.at = i
		}
	}
}

func (f *ChoiceField[T]) choose(i int) {
	if i == f.at || i < 0 || i >= len(f.options) {
		return
	}
	f.at = i
	if f.Changed != nil {
		f.Changed(f.Value())
	}
}

// step goes to the next option that can be chosen.
func (f *ChoiceField[T]) step(dir int) {
	n := len(f.options)
	for i := 1; i <= n; i++ {
		j := ((f.at+dir*i)%n + n) % n
		if f.at < 0 && dir < 0 {
			j = (n - i + n) % n
		}
		if f.options[j].Off.IsZero() {
			f.choose(j)
			return
		}
	}
}

func (f *ChoiceField[T]) rows(*Env, int) int { return 1 }

func (f *ChoiceField[T]) draw(c *Canvas, e *Env, focused bool) {
	th := e.Theme
	text, st := e.T("kit.choice.none"), th.Muted
	if f.at >= 0 && f.at < len(f.options) {
		text, st = f.options[f.at].Label, th.Text
	}
	if !focused {
		c.TextFit(0, 0, c.W(), f.blank(e).Over(st), text)
		return
	}
	c.Text(0, 0, th.Accent, "‹")
	n := c.TextFit(2, 0, c.W()-4, st.Underline(), text)
	c.Text(3+n, 0, th.Accent, "›")
}

func (f *ChoiceField[T]) update(msg tea.Msg, _ *Env, _ int) fieldUse {
	if _, _, ok := Click(msg); ok {
		f.typed = ""
		return wantsList
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || len(f.options) == 0 {
		return notMine
	}
	switch {
	case IsKey(k, "left"):
		f.step(-1)
	case IsKey(k, "right", "space"):
		f.step(1)
	case IsKey(k, "enter"):
		f.typed = ""
		return wantsList
	default:
		if f.typed = typable(Typed(k)); f.typed == "" {
			return notMine
		}
		return wantsList
	}
	return used
}

// list is the dialog with all options, and what to do with its result.
func (f *ChoiceField[T]) list(s *Stack, e *Env) {
	indices := make([]Option[int], len(f.options))
	for i, o := range f.options {
		indices[i] = Option[int]{Value: i, Label: o.Label, Note: o.Note, Off: o.Off}
	}
	title := f.Label
	if title.IsZero() {
		title = model.Say("field." + f.Name)
	}
	box := NewChoose(e, title, indices, max(f.at, 0))
	var free Option[T]
	if f.Free != nil {
		box.Free(func(typed string) (Option[int], bool) {
			var ok bool
			free, ok = f.Free(typed)
			return Option[int]{Value: -1, Label: free.Label, Note: free.Note}, ok
		})
	}
	if f.typed != "" {
		box.Type(f.typed)
	}
	Open(s, box, func(i int) tea.Cmd {
		if i < 0 {
			i = len(f.options)
			f.options = append(f.options, free)
		}
		f.choose(i)
		return nil
	})
}

func (f *ChoiceField[T]) cursor(*Env, int) (x, y int, ok bool) { return 0, 0, false }

func (f *ChoiceField[T]) check(*Env) *model.Problem {
	if f.Check == nil {
		return nil
	}
	return f.Check(f.Value())
}

func (f *ChoiceField[T]) dirty() bool { return f.at != f.start }
