package kit_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func TestEscLeavesWhatIsUnderWay(t *testing.T) {
	s := kit.NewStatus(kittest.Env("en"))
	left := false
	s.Progress(model.Say("kit.save"), 1, 3, func() { left = true })
	if s.Update(kit.KeyMsg("a")) || !s.Update(kit.KeyMsg("esc")) || !left || s.Busy() {
		t.Error("esc did not leave it")
	}
	s.Progress(model.Say("kit.save"), 0, 0, nil)
	if s.Update(kit.KeyMsg("esc")) {
		t.Error("esc was taken by work that cannot be left")
	}
}

func TestMouseFilterLosesNoTurnOfTheWheel(t *testing.T) {
	now := kittest.Now()
	f := kit.NewMouseFilter(func() time.Time { return now })
	sum, passed := 0, 0
	turn := func(b tea.MouseButton) {
		if m, ok := f.Filter(nil, tea.MouseWheelMsg{X: 3, Y: 4, Button: b}).(kit.WheelMsg); ok {
			sum += m.Delta
			passed++
		}
	}
	for range 40 {
		turn(tea.MouseWheelDown)
		now = now.Add(2 * time.Millisecond)
	}
	turn(tea.MouseWheelUp)
	now = now.Add(20 * time.Millisecond)
	turn(tea.MouseWheelDown)
	if sum != 40 {
		t.Errorf("turned %d notches of 40", sum)
	}
	if passed > 7 {
		t.Errorf("%d messages passed in 100 ms, want one a frame", passed)
	}
	if f.Filter(nil, kit.KeyMsg("a")) == nil {
		t.Error("a key was held back")
	}
	if f.Filter(nil, tea.MouseMotionMsg{X: 1}) == nil || f.Filter(nil, tea.MouseMotionMsg{X: 2}) != nil {
		t.Error("of two motions in one frame the first passes and the second does not")
	}
}

// A key that did something takes what was read off the line; what it said
// itself stays, and a fault stays a while.
func TestKeysTakeMessagesOff(t *testing.T) {
	e := kittest.Env("en")
	now := e.Now()
	e.Now = func() time.Time { return now }
	s := kit.NewStatus(e)
	for _, kind := range []kit.StatusKind{kit.Info, kit.OK, kit.Warn} {
		s.Show(kind, words("read"))
		s.Pressed(s.Mark())
		if !s.Quiet() {
			t.Errorf("kind %d stays", kind)
		}
	}
	before := s.Mark()
	s.Show(kit.Warn, words("new"))
	s.Pressed(before)
	if s.Quiet() {
		t.Error("what the key has said is gone at once")
	}
	s.Show(kit.Fault, words("broken"))
	s.Pressed(s.Mark())
	if s.Quiet() {
		t.Error("a fault is gone at once")
	}
	now = now.Add(time.Minute)
	s.Pressed(s.Mark())
	if !s.Quiet() {
		t.Error("a fault stays for ever")
	}
}
