package kit

import (
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// A StatusKind is how a line of status is meant.
type StatusKind uint8

// Info tells, OK confirms, Warn says why not, Fault says that something went
// wrong and stays longest.
const (
	Info StatusKind = iota
	OK
	Warn
	Fault
)

// lasts is how long a kind stays.
func (k StatusKind) lasts() time.Duration {
	switch k {
	case Warn:
		return 8 * time.Second
	case Fault:
		return 20 * time.Second
	}
	return 5 * time.Second
}

// mark says the kind without colour.
func (k StatusKind) mark() string {
	switch k {
	case OK:
		return "✓ "
	case Warn, Fault:
		return "! "
	}
	return ""
}

// A Status is the line at the foot of the screen: the last message, what is
// under way, and when the work was last saved.
type Status struct {
	env   *Env
	id    int // of the message shown; a timer of an older one clears nothing
	kind  StatusKind
	text  model.Message
	since time.Time // when the message came
	saved time.Time

	task   model.Message
	done   int
	all    int
	cancel func()
}

// statusOver is the timer of the message with that id.
type statusOver struct{ id int }

// NewStatus is an empty line.
func NewStatus(e *Env) *Status { return &Status{env: e} }

// Show puts a message on the line; the command takes it off after a while,
// unless another has come by then.
func (s *Status) Show(kind StatusKind, m model.Message) tea.Cmd {
	s.id++
	s.kind, s.text, s.since = kind, m, s.env.Now()
	over := statusOver{s.id}
	return tea.Tick(kind.lasts(), func(time.Time) tea.Msg { return over })
}

// Clear takes the message off.
func (s *Status) Clear() {
	s.id++
	s.text = model.Message{}
}

// faultStays is how long a fault stays whatever is pressed.
const faultStays = 3 * time.Second

// Mark is what is on the line now, for Pressed.
func (s *Status) Mark() int { return s.id }

// Pressed says that a key has done its work: the message that stood on the
// line before it (its Mark) has been read and goes, so that the keys are seen
// again. A fault stays a while.
func (s *Status) Pressed(before int) {
	if s.id != before || s.kind == Fault && s.env.Now().Sub(s.since) < faultStays {
		return
	}
	s.Clear()
}

// Saved notes when the work was last saved; it stands at the right.
func (s *Status) Saved(t time.Time) { s.saved = t }

// Progress shows work under way: done of all steps (all 0 when not known).
// cancel, if any, is what esc calls.
func (s *Status) Progress(m model.Message, done, all int, cancel func()) {
	s.task, s.done, s.all, s.cancel = m, done, all, cancel
}

// EndProgress takes the work off the line.
func (s *Status) EndProgress() { s.task, s.cancel = model.Message{}, nil }

// Busy reports whether work is under way.
func (s *Status) Busy() bool { return !s.task.IsZero() }

// Shown is the message on the line, for tests.
func (s *Status) Shown() (StatusKind, model.Message) { return s.kind, s.text }

// Update hears its timers, and esc while work that can be left is under way.
func (s *Status) Update(msg tea.Msg) (handled bool) {
	switch m := msg.(type) {
	case statusOver:
		if m.id == s.id {
			s.text = model.Message{}
		}
		return true
	case tea.KeyPressMsg:
		if s.cancel != nil && IsKey(m, "esc") {
			s.cancel()
			s.EndProgress()
			return true
		}
	}
	return false
}

// Quiet reports whether the line has nothing to say, so that the keys may
// have its place.
func (s *Status) Quiet() bool { return s.text.IsZero() && s.task.IsZero() }

// Right paints what belongs at the right end of the line, the time of the
// last save, and returns the columns it left free. A message that needs the
// room is worth more than the time.
func (s *Status) Right(c *Canvas, x, y, w int) int {
	if s.saved.IsZero() {
		return w
	}
	text := s.env.T("kit.saved", "time", s.saved.Format("15:04:05"))
	free := w - Width(text) - 2
	if Width(text) > w/3 || !s.text.IsZero() && Width(s.line()) > free {
		return w
	}
	c.TextRight(x, x+w, y, s.env.Theme.Muted, text)
	return max(free, 0)
}

// line is the message as it stands on the line.
func (s *Status) line() string { return s.kind.mark() + sentence(s.env.Say(s.text)) }

// sentence begins with a capital.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Draw paints the message or the work under way in w cells.
func (s *Status) Draw(c *Canvas, x, y, w int) {
	th := s.env.Theme
	if !s.text.IsZero() {
		st := [...]Style{Info: th.Text, OK: th.OK, Warn: th.Warn, Fault: th.Clash}[s.kind]
		c.TextFit(x, y, w, st, s.line())
		return
	}
	if s.task.IsZero() {
		return
	}
	used := c.TextFit(x, y, w, th.Text, s.env.Say(s.task)) + 2
	if s.all > 0 && w-used > 16 {
		bar := min(24, w-used-8)
		full := clamp(bar*s.done/s.all, 0, bar)
		c.Fill(Rect{x + used, y, full, 1}, th.Accent, "━")
		c.Fill(Rect{x + used + full, y, bar - full, 1}, th.Rule, "─")
		used += bar + 2
	}
	if s.cancel != nil && w-used > 6 {
		n := c.Text(x+used, y, th.Key, s.env.KeyName("esc"))
		c.TextFit(x+used+n+1, y, w-used-n-1, th.Muted, s.env.T("kit.stop"))
	}
}
