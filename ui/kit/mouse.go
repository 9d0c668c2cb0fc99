package kit

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// mouseFrame is how often the mouse may be heard: more than a screen shows.
const mouseFrame = 16 * time.Millisecond

// A WheelMsg is the turns of the wheel of one frame, summed: Delta notches
// down (negative: up) at the cell X, Y.
type WheelMsg struct{ X, Y, Delta int }

// A MouseFilter thins out the flood a mouse sends, so that keys never wait
// behind it: at most one motion and one wheel message a frame, without losing
// how far the wheel was turned. Give Filter to tea.WithFilter.
type MouseFilter struct {
	now    func() time.Time
	motion time.Time // when the last one passed
	wheel  time.Time
	owed   int // notches not yet passed on
}

// NewMouseFilter is a filter with a clock of one's own for tests; nil is the
// real one.
func NewMouseFilter(now func() time.Time) *MouseFilter {
	if now == nil {
		now = time.Now
	}
	return &MouseFilter{now: now}
}

// Filter passes, holds back or sums one message. Notches held back go out
// with the next wheel message; a key or a click forgets them.
func (f *MouseFilter) Filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.MouseMotionMsg:
		now := f.now()
		if now.Sub(f.motion) < mouseFrame {
			return nil
		}
		f.motion = now
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelUp:
			f.owed--
		case tea.MouseWheelDown:
			f.owed++
		default:
			return msg
		}
		now := f.now()
		if now.Sub(f.wheel) < mouseFrame {
			return nil
		}
		f.wheel = now
		delta := f.owed
		f.owed = 0
		if delta == 0 {
			return nil
		}
		return WheelMsg{X: m.X, Y: m.Y, Delta: delta}
	case tea.KeyPressMsg, tea.MouseClickMsg:
		f.owed = 0 // the person has moved on: a late scroll would surprise
	}
	return msg
}

// MouseAt is a mouse message moved by -dx, -dy, into the coordinates of a
// part whose corner is at dx, dy. ok is false for other messages.
func MouseAt(msg tea.Msg, dx, dy int) (moved tea.Msg, x, y int, ok bool) {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.X, m.Y = m.X-dx, m.Y-dy
		return m, m.X, m.Y, true
	case tea.MouseReleaseMsg:
		m.X, m.Y = m.X-dx, m.Y-dy
		return m, m.X, m.Y, true
	case tea.MouseMotionMsg:
		m.X, m.Y = m.X-dx, m.Y-dy
		return m, m.X, m.Y, true
	case tea.MouseWheelMsg:
		m.X, m.Y = m.X-dx, m.Y-dy
		return m, m.X, m.Y, true
	case WheelMsg:
		m.X, m.Y = m.X-dx, m.Y-dy
		return m, m.X, m.Y, true
	}
	return msg, 0, 0, false
}

// Click is the cell of a press of the left button.
func Click(msg tea.Msg) (x, y int, ok bool) {
	m, ok := msg.(tea.MouseClickMsg)
	if !ok || m.Button != tea.MouseLeft {
		return 0, 0, false
	}
	return m.X, m.Y, true
}
