package kit

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// An Option is one thing to choose.
type Option[T any] struct {
	Value T
	Label string
	Note  string        // muted, at the right: a date, a number, a key
	Off   model.Message // why it cannot be chosen now; it is shown all the same
	On    bool          // chosen beforehand (only where several can be)
}

// A chooser is a list of options narrowed by what is typed; Choose and
// ChooseMany end it in one or in several.
type chooser[T any] struct {
	env     *Env
	title   model.Message
	options []Option[T]
	many    bool
	filter  *Input
	shown   []int // indices of the options that match
	at      scroll
	refusal model.Message
	free    func(typed string) (Option[T], bool) // what is typed may stand for an option that is not listed
	listed  int                                  // how many options were given
	need    int                                  // columns in which every option stands whole
	reads   bool                                 // one reads and leaves: esc closes, it cancels nothing
	w, h    int
}

func newChooser[T any](e *Env, title model.Message, options []Option[T], many bool) chooser[T] {
	d := chooser[T]{env: e, title: title, options: append([]Option[T](nil), options...), many: many, filter: NewInput(""), listed: len(options)}
	for i := range d.options {
		d.need = max(d.need, d.wants(&d.options[i]))
	}
	d.narrow()
	return d
}

// Title says what is chosen.
func (d *chooser[T]) Title() string { return d.env.Say(d.title) }

// Size fits the longest option as far as there is room; the first line is for
// typing, and what had to be cut is said in full below the list.
func (d *chooser[T]) Size(maxW, maxH int) (w, h int) {
	w = min(max(30, d.need+2), maxW)
	h = min(len(d.options)+2, 20)
	if n := d.footAt(w); n > 0 {
		h = max(h+n, footLeast)
	}
	return w, min(h, maxH)
}

// Resize takes the size.
func (d *chooser[T]) Resize(w, h int) {
	d.w, d.h = w, h
	d.at.fit(len(d.shown), d.rows())
}

// head is the lines above the options: the filter and a blank, less when
// there is little room.
func (d *chooser[T]) head() int { return clamp(d.h-1, 0, 2) }

func (d *chooser[T]) rows() int { return max(d.h-d.head()-d.foot(), 1) }

func (d *chooser[T]) narrow() {
	words := Words(d.filter.Value())
	d.shown = d.shown[:0]
	d.options = d.options[:d.listed]
	if d.free != nil && d.filter.Value() != "" {
		if o, ok := d.free(d.filter.Value()); ok {
			d.options = append(d.options, o)
		}
	}
	for i, o := range d.options {
		if words.In(o.Label + " " + o.Note) {
			d.shown = append(d.shown, i)
		}
	}
	d.at.fit(len(d.shown), d.rows())
}

func (d *chooser[T]) current() (*Option[T], bool) {
	if d.at.cur < 0 || d.at.cur >= len(d.shown) {
		return nil, false
	}
	return &d.options[d.shown[d.at.cur]], true
}

// Update moves, narrows, marks and ends.
func (d *chooser[T]) Update(msg tea.Msg) (Outcome, tea.Cmd) {
	if delta, _, _, ok := wheelDelta(msg); ok {
		d.at.wheel(delta, len(d.shown), d.rows())
		return Stay, nil
	}
	if x, y, ok := Click(msg); ok {
		return d.click(x, y), nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	d.refusal = model.Message{}
	switch {
	case isKey && IsKey(k, "esc"):
		if d.filter.Value() == "" {
			return Cancelled, nil
		}
		d.filter.Set("")
		d.narrow()
	case isKey && IsKey(k, "enter"):
		return d.pick(), nil
	case isKey && d.many && IsKey(k, "space", "tab") && (d.filter.Value() == "" || IsKey(k, "tab")):
		d.toggle()
		d.at.cur++
		d.at.fit(len(d.shown), d.rows())
	case isKey && d.at.key(k, len(d.shown), d.rows(), false):
	case d.filter.Update(msg):
		d.at.cur = 0
		d.narrow()
	}
	return Stay, nil
}

func (d *chooser[T]) click(x, y int) Outcome {
	if y == 0 && d.head() > 0 {
		d.filter.Click(x-2, d.w-2)
		return Stay
	}
	row := y - d.head() + d.at.top
	if y < d.head() || row >= len(d.shown) {
		return Stay
	}
	d.at.cur = row
	if d.many {
		d.toggle()
		return Stay
	}
	return d.pick()
}

// pick ends the dialog unless the option under the cursor cannot be chosen.
func (d *chooser[T]) pick() Outcome {
	if d.many {
		return Done
	}
	o, ok := d.current()
	if !ok {
		return Stay
	}
	if !o.Off.IsZero() {
		d.refusal = o.Off
		return Stay
	}
	return Done
}

func (d *chooser[T]) toggle() {
	o, ok := d.current()
	switch {
	case !ok:
	case !o.Off.IsZero():
		d.refusal = o.Off
	default:
		o.On = !o.On
	}
}

// Actions are the keys worth knowing.
func (d *chooser[T]) Actions() []Action {
	acts := []Action{{ID: "kit.pick", Keys: []string{"enter"}, Rank: 1}, {ID: "kit.cancel", Keys: []string{"esc"}, Rank: 3}}
	if d.reads {
		acts[1].ID = "kit.close"
	}
	if d.many {
		acts[0].ID = "kit.take"
		acts = append(acts, Action{ID: "kit.mark", Keys: []string{"tab"}, Rank: 2})
	}
	return acts
}

// A Choose ends in the value of one option.
type Choose[T any] struct{ chooser[T] }

// NewChoose offers options; the cursor begins on the one at index start.
func NewChoose[T any](e *Env, title model.Message, options []Option[T], start int) *Choose[T] {
	d := &Choose[T]{newChooser(e, title, options, false)}
	d.at.cur = start
	d.at.fit(len(d.shown), len(d.shown))
	return d
}

// Type narrows the list by a text, as if it had been typed.
func (d *chooser[T]) Type(s string) {
	d.filter.Set(s)
	d.at.cur = 0
	d.narrow()
}

// Reads says that the list is there to be read: leaving it cancels nothing, so
// its line of keys calls that closing.
func (d *chooser[T]) Reads() { d.reads = true }

// Free lets what is typed stand for an option that is not listed, where f
// makes one of it.
func (d *chooser[T]) Free(f func(typed string) (Option[T], bool)) { d.free = f }

// Result is the value of the option that was chosen.
func (d *Choose[T]) Result() T {
	if o, ok := d.current(); ok {
		return o.Value
	}
	var none T
	return none
}

// A ChooseMany ends in the values of all marked options, in their order.
type ChooseMany[T any] struct{ chooser[T] }

// NewChooseMany offers options of which any number may be marked.
func NewChooseMany[T any](e *Env, title model.Message, options []Option[T]) *ChooseMany[T] {
	return &ChooseMany[T]{newChooser(e, title, options, true)}
}

// Result are the marked values.
func (d *ChooseMany[T]) Result() []T {
	var out []T
	for _, o := range d.options {
		if o.On {
			out = append(out, o.Value)
		}
	}
	return out
}
