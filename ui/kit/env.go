package kit

import (
	"time"

	"muster/model"
	"muster/ui/lang"
)

// An Env is what every part is given when it is made: how things look, how
// they are said, what time it is. The root holds the one Env of a program and
// may replace Theme and Lang in it between two messages (the terminal answers
// what its ground is; the user changes the language); parts read them when
// they draw.
type Env struct {
	Theme *Theme
	Lang  *lang.Printer
	Now   func() time.Time
}

// T is the text of a catalogue entry.
func (e *Env) T(id string, pairs ...any) string { return e.Lang.T(id, pairs...) }

// Say renders a message.
func (e *Env) Say(m model.Message) string { return e.Lang.Say(m) }
