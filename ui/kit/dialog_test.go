package kit_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func stack(e *kit.Env) *kit.Stack {
	s := kit.NewStack(e)
	s.Resize(80, 24)
	return s
}

func TestConfirmIsSafeByDefault(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys []string
		want bool
	}{
		{"enter takes the safe answer", []string{"enter"}, false},
		{"the key that asked does nothing", []string{"d", "d", "esc"}, false},
		{"ctrl with it goes ahead", []string{"ctrl+d"}, true},
		{"chosen by hand", []string{"right", "enter"}, true},
		{"chosen and unchosen", []string{"right", "left", "enter"}, false},
		{"esc leaves", []string{"right", "esc"}, false},
	} {
		s, got := stack(kittest.Env("en")), false
		kit.Open(s, kit.NewConfirm(kittest.Env("en"), words("Delete"), words("Delete three?"), model.Message{}, "kit.goahead", "kit.keep", "d", "d"),
			func(kit.Confirmed) tea.Cmd { got = true; return nil })
		kittest.Press(send(s), tc.keys...)
		if got != tc.want || !s.Empty() {
			t.Errorf("%s: went ahead %v, closed %v", tc.name, got, s.Empty())
		}
	}
}

func TestOnlyTheTopListens(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	var got []string
	below := kit.NewPrompt(e, words("Below"), words("Name"), "", nil)
	kit.Open(s, below, func(v string) tea.Cmd { got = append(got, "below "+v); return nil })
	kit.Open(s, kit.NewPrompt(e, words("Top"), words("Name"), "", nil), func(v string) tea.Cmd {
		got = append(got, "top "+v)
		return nil
	})
	kittest.Type(send(s), "abc")
	kittest.Press(send(s), "enter")
	kittest.Type(send(s), "x")
	kittest.Press(send(s), "enter")
	if len(got) != 2 || got[0] != "top abc" || got[1] != "below x" {
		t.Errorf("%q", got)
	}
	if _, handled := s.Update(kit.KeyMsg("a")); handled {
		t.Error("an empty stack took a key")
	}
}

func TestAnOpenerMayOpenTheNext(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	kit.Open(s, kit.NewPrompt(e, words("One"), words("Name"), "", nil), func(string) tea.Cmd {
		kit.Open(s, kit.NewNotice(e, words("Two"), words("done")), func(kit.Read) tea.Cmd { return nil })
		return nil
	})
	kittest.Press(send(s), "enter")
	if s.Empty() || s.Top().Title() != "Two" {
		t.Error("the second dialog is not open")
	}
}

func TestAnUnaskedDialogWaits(t *testing.T) {
	now := kittest.Now()
	e := kittest.Env("en")
	e.Now = func() time.Time { return now }
	s := stack(e)
	read := false
	kit.OpenUnasked(s, kit.NewNotice(e, words("Conflict"), words("Somebody else changed it.")), func(kit.Read) tea.Cmd { read = true; return nil })
	kittest.Press(send(s), "enter")
	if read {
		t.Fatal("a key meant for something else answered it")
	}
	now = now.Add(time.Second)
	kittest.Press(send(s), "enter")
	if !read {
		t.Error("it never listens")
	}
}

func TestChooseNarrowsAndRefuses(t *testing.T) {
	e := kittest.Env("en")
	s, got := stack(e), 0
	kit.Open(s, kit.NewChoose(e, words("Range"), places(), 0), func(v int) tea.Cmd { got = v; return nil })
	kittest.Type(send(s), "shóot")
	kittest.Press(send(s), "enter")
	if got != 0 || s.Empty() {
		t.Fatal("an option that is off was chosen")
	}
	kittest.Press(send(s), "esc", "down", "enter")
	if got != 2 {
		t.Errorf("chose %d, want 2", got)
	}
}

func TestChooseMany(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	var got []int
	kit.Open(s, kit.NewChooseMany(e, words("Ranges"), places()), func(v []int) tea.Cmd { got = v; return nil })
	kittest.Press(send(s), "space", "space", "space", "tab", "enter")
	if len(got) != 3 || got[0] != 1 || got[1] != 2 || got[2] != 4 {
		t.Errorf("%v, want 1 2 4: the third is off", got)
	}
}

func TestTheMouseFindsWhatIsDrawn(t *testing.T) {
	e := kittest.Env("en")
	s, got := stack(e), 0
	kit.Open(s, kit.NewChoose(e, words("Range"), places(), 0), func(v int) tea.Cmd { got = v; return nil })
	x, y := find(t, kittest.Dialog(s, 80, 24), "Tower")
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if got != 4 {
		t.Errorf("a click on Tower chose %d", got)
	}
	closed := false
	kit.Open(s, kit.NewNotice(e, words("Note"), words("text")), func(kit.Read) tea.Cmd { closed = true; return nil })
	x, y = find(t, kittest.Dialog(s, 80, 24), "close")
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if !closed {
		t.Error("a click on the line of keys did nothing")
	}
}

func TestMenuRunsWhatIsFound(t *testing.T) {
	e := kittest.Env("en")
	for _, tc := range []struct {
		typed string
		want  string
	}{
		{"cancel", "kit.cancel"},
		{"nxt fld", "kit.next"},
		{"nxtfld", "kit.next"},
		{"K", "kit.goahead"},
		{"mark", ""},
	} {
		s, got := stack(e), ""
		kit.Open(s, kit.NewPalette(e, actions()), func(a kit.Action) tea.Cmd { got = a.ID; return nil })
		kittest.Type(send(s), tc.typed)
		kittest.Press(send(s), "enter")
		if got != tc.want {
			t.Errorf("%q ran %q, want %q", tc.typed, got, tc.want)
		}
	}
}

func TestEscLeadsOutOfEverything(t *testing.T) {
	e := kittest.Env("en")
	for _, open := range []func(s *kit.Stack){
		func(s *kit.Stack) { kit.Open(s, kit.NewHelp(e, actions()), func(kit.Action) tea.Cmd { return nil }) },
		func(s *kit.Stack) {
			kit.Open(s, kit.NewChoose(e, words("Range"), places(), 0), func(int) tea.Cmd { return nil })
		},
		func(s *kit.Stack) {
			kit.Open(s, kit.NewPrompt(e, words("Name"), words("Name"), "", nil), func(string) tea.Cmd { return nil })
		},
		func(s *kit.Stack) { openForm(e, s) },
	} {
		s := stack(e)
		open(s)
		kittest.Type(send(s), "zz")
		for range 3 {
			kittest.Press(send(s), "esc")
			if _, asks := s.Top().(*kit.Confirm); asks {
				kittest.Press(send(s), "d")
			}
		}
		if !s.Empty() {
			t.Errorf("%s is still open", s.Top().Title())
		}
	}
}

// find is the cell where text begins on a screen.
func find(t *testing.T, screen, text string) (x, y int) {
	t.Helper()
	line := 0
	for i := 0; i < len(screen); i++ {
		if screen[i] == '\n' {
			line++
		}
		if len(screen[i:]) >= len(text) && screen[i:i+len(text)] == text {
			start := i
			for start > 0 && screen[start-1] != '\n' {
				start--
			}
			return kit.Width(screen[start:i]), line
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", text, screen)
	return 0, 0
}

func TestWhoLeavesIsHeard(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	left := 0
	form := kit.NewForm(s, words("Place"), kit.NewText("name", ""))
	open := func() {
		kit.OpenOr(s, form, func(*kit.Form) tea.Cmd { return nil }, func() tea.Cmd { left++; return nil })
	}
	open()
	kittest.Press(send(s), "esc")
	open()
	kittest.Press(send(s), "x", "esc", "d") // what was typed is thrown away
	if left != 2 || !s.Empty() {
		t.Errorf("left %d times, empty %v", left, s.Empty())
	}
}
