package ui

import (
	"strings"
	"testing"
)

// The curtain hides everything at one key, over a dialog too, and what lies
// below is as it was.
func TestTheCurtainHidesEverything(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	before := d.screen()
	d.press("ctrl+g")
	hidden := d.screen()
	if strings.Contains(hidden, "muster") || strings.Contains(hidden, "MEX") || strings.TrimSpace(hidden) == "" {
		t.Errorf("the curtain shows\n%s", hidden)
	}
	d.press("x")
	if after := d.screen(); after != before {
		t.Errorf("the key that raises the curtain did something else:\n%s", after)
	}
	d.press("?", "ctrl+g")
	if s := d.screen(); strings.Contains(s, "undo") {
		t.Errorf("a dialog shows through:\n%s", s)
	}
	d.press("enter")
	if d.app.stack.Empty() {
		t.Error("the dialog below is gone")
	}
}

// It falls by itself when nobody has touched anything, and never when that is
// preferred.
func TestTheCurtainFallsByItself(t *testing.T) {
	for _, c := range []struct {
		idle, minutes int
		falls         bool
	}{{0, 9, false}, {0, 11, true}, {2, 3, true}, {neverIdle, 600, false}} {
		st := newStore(t, false)
		d := driveWith(t, Options{Store: st, Prefs: Prefs{Actor: st.Actor(), Lang: "en", Theme: "dark", Idle: c.idle}}, 80, 24)
		d.ticks.Add(int64(c.minutes) * 60)
		d.app.Update(clockMsg{})
		if d.app.curtain.down != c.falls {
			t.Errorf("after %d minutes with %d preferred: down %v", c.minutes, c.idle, d.app.curtain.down)
		}
	}
}

// With a code it asks for it; wrong ones end the program after a while.
func TestTheCurtainAsksForItsCode(t *testing.T) {
	st := newStore(t, false)
	d := driveWith(t, Options{Store: st, Prefs: Prefs{Actor: st.Actor(), Lang: "en", Theme: "dark", Code: sealCode("tocayo")}}, 80, 24)
	try := func(code string) {
		for _, r := range code {
			d.press(string(r))
		}
		if strings.Contains(d.screen(), code) {
			t.Error("the code can be read")
		}
		d.press("enter")
		d.until("the code tried", func() bool { return !d.app.curtain.trying })
	}
	d.press("ctrl+g")
	try("nonono")
	if !d.app.curtain.down || !strings.Contains(d.screen(), "4") {
		t.Errorf("a wrong code:\n%s", d.screen())
	}
	try("tocayo")
	if d.app.curtain.down {
		t.Fatal("the right code does not raise the curtain")
	}
	d.press("ctrl+g")
	for range codeTries {
		try("still wrong")
	}
	if !d.quit {
		t.Error("the program goes on after every try")
	}
}

func TestCodesAreNotKept(t *testing.T) {
	sealed := sealCode("tocayo")
	if strings.Contains(sealed, "tocayo") || sealed == sealCode("tocayo") {
		t.Errorf("%q", sealed)
	}
	for _, bad := range []string{"", "1", "0$$", "x$y$z", "1$AAAA$AAAA", "999999999999$AAAA$AAAA"} {
		if codeFits("tocayo", bad) || codeFits("", bad) {
			t.Errorf("%q fits", bad)
		}
	}
}
