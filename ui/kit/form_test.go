package kit_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func TestFormSavesWhatWasTyped(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	name := kit.NewText("name", "")
	lanes := kit.NewNumber("lanes", 12, 1, 40, words("lanes"))
	open := kit.NewTime("open", 28, false)
	kind := kit.NewChoice("kind", 2, places())
	out := kit.NewToggle("outdoor", false)
	note := kit.NewNote("note", "")
	saved := 0
	kit.Open(s, kit.NewForm(s, words("Place"), name, lanes, open, kind, out, note), func(*kit.Form) tea.Cmd { saved++; return nil })
	up := send(s)
	kittest.Type(up, " Range 3 ")
	kittest.Press(up, "enter", "ctrl+u")
	kittest.Type(up, "8")
	kittest.Press(up, "tab", "ctrl+u")
	kittest.Type(up, "1415")
	kittest.Press(up, "down", "right", "tab", "space", "tab")
	kittest.Type(up, "one")
	kittest.Press(up, "enter")
	kittest.Type(up, "two")
	kittest.Press(up, "ctrl+s")
	if saved != 1 || !s.Empty() {
		t.Fatalf("saved %d times", saved)
	}
	if name.Value() != "Range 3" || lanes.Value() != 8 || open.Value() != 57 || kind.Value() != 4 || !out.Value() || note.Value() != "one\ntwo" {
		t.Errorf("%q %d %d %d %v %q (the third place is off: the choice skips it)", name.Value(), lanes.Value(), open.Value(), kind.Value(), out.Value(), note.Value())
	}
}

func TestFormRefusesAndShowsWhy(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	name := kit.NewText("name", "Range 1")
	name.Check = func(v string) *model.Problem {
		if v == "" {
			return model.Wrong("name", "kit.required")
		}
		return nil
	}
	lanes := kit.NewNumber("lanes", 12, 1, 40, model.Message{})
	f := kit.NewForm(s, words("Place"), name, lanes)
	f.Check = func() error {
		if lanes.Value() == 13 {
			return model.Problems{model.Wrong("lanes", "kit.number.range", "low", 1, "high", 12), model.Wrong("elsewhere", "kit.date.bad", "typed", "x")}
		}
		return nil
	}
	saved := 0
	kit.Open(s, f, func(*kit.Form) tea.Cmd { saved++; return nil })
	up := send(s)
	kittest.Press(up, "ctrl+u", "ctrl+s")
	screen := kittest.Dialog(s, 80, 24)
	find(t, screen, "! Name is empty.")
	find(t, screen, "Fill it in.")
	kittest.Type(up, "A")
	kittest.Press(up, "tab", "ctrl+u")
	kittest.Type(up, "13")
	kittest.Press(up, "ctrl+s")
	screen = kittest.Dialog(s, 80, 24)
	find(t, screen, "must be from 1 to 12")
	find(t, screen, "! “x” is not a date.")
	kittest.Press(up, "backspace", "enter")
	if saved != 1 {
		t.Error("enter on the last field did not save")
	}
}

func TestFormAsksBeforeLosingText(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	openForm(e, s)
	kittest.Press(send(s), "esc")
	if !s.Empty() {
		t.Fatal("nothing was typed, and it asks")
	}
	openForm(e, s)
	kittest.Press(send(s), "x", "esc", "esc")
	if s.Empty() {
		t.Fatal("what was typed is lost")
	}
	kittest.Press(send(s), "backspace", "esc")
	if !s.Empty() {
		t.Error("the text is as it was, and it asks")
	}
}

func TestFormListsChoices(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	kind := kit.NewChoice("kind", 1, places())
	changed := 0
	kind.Changed = func(int) { changed++ }
	kit.Open(s, kit.NewForm(s, words("Place"), kind, kit.NewText("name", "")), func(*kit.Form) tea.Cmd { return nil })
	kittest.Press(send(s), "enter", "down", "enter")
	if kind.Value() != 2 || changed != 1 {
		t.Errorf("chose %d, told %d times", kind.Value(), changed)
	}
	kittest.Press(send(s), "t", "o", "w", "enter")
	if kind.Value() != 4 {
		t.Errorf("letters find the Tower, not %d", kind.Value())
	}
	kind.Free = func(typed string) (kit.Option[int], bool) {
		return kit.Option[int]{Value: len(typed), Label: typed}, true
	}
	kittest.Press(send(s), "q", "q", "q", "q", "q", "q", "q", "enter")
	if kind.Value() != 7 {
		t.Errorf("what is typed is %d, not of its own", kind.Value())
	}
}

func TestFormFollowsTheMouse(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	f := openForm(e, s)
	x, y := find(t, kittest.Dialog(s, 80, 24), "1 h 30")
	s.Update(tea.MouseClickMsg{X: x + 1, Y: y, Button: tea.MouseLeft})
	cx, cy, ok := s.Cursor()
	if !ok || cx != x+1 || cy != y {
		t.Errorf("the cursor is at %d,%d %v, want %d,%d", cx, cy, ok, x+1, y)
	}
	s.Update(tea.PasteMsg{Content: "2"})
	if !f.Dirty() {
		t.Error("a paste went elsewhere")
	}
}

func TestHiddenFieldsAreSkipped(t *testing.T) {
	e := kittest.Env("en")
	s := stack(e)
	a, b, c := kit.NewToggle("outdoor", false), kit.NewNumber("lanes", 99, 1, 9, model.Message{}), kit.NewText("name", "")
	b.Hidden = func() bool { return !a.Value() }
	done := false
	kit.Open(s, kit.NewForm(s, words("Place"), a, b, c), func(*kit.Form) tea.Cmd { done = true; return nil })
	kittest.Press(send(s), "tab")
	kittest.Type(send(s), "x")
	kittest.Press(send(s), "ctrl+s")
	if !done || c.Value() != "x" {
		t.Errorf("done %v, %q", done, c.Value())
	}
}

func TestFormSurvivesAnything(t *testing.T) {
	e := kittest.Env("es")
	keys := []string{
		"tab", "shift+tab", "up", "down", "left", "right", "enter", "space", "backspace", "delete", "home", "end",
		"ctrl+u", "ctrl+k", "ctrl+w", "ctrl+s", "x", "ñ", "7", ":", "pgdown",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := stack(e)
		openForm(e, s)
		for range rapid.IntRange(1, 60).Draw(t, "n") {
			switch rapid.IntRange(0, 12).Draw(t, "what") {
			case 0:
				s.Resize(rapid.IntRange(0, 100).Draw(t, "w"), rapid.IntRange(0, 30).Draw(t, "h"))
			case 1:
				s.Update(tea.PasteMsg{Content: rapid.SampledFrom(kittest.Hostile()).Draw(t, "paste")})
			case 2:
				s.Update(tea.MouseClickMsg{X: rapid.IntRange(0, 80).Draw(t, "x"), Y: rapid.IntRange(0, 24).Draw(t, "y"), Button: tea.MouseLeft})
			case 3:
				s.Update(kit.WheelMsg{X: 40, Y: 12, Delta: rapid.IntRange(-3, 3).Draw(t, "delta")})
			default:
				kittest.Press(send(s), rapid.SampledFrom(keys).Draw(t, "key"))
			}
		}
		s.Resize(80, 24)
		c := kit.NewCanvas(80, 24)
		s.Draw(c)
		if fault := kittest.Misfit(c.String(), 80, 24); fault != "" {
			t.Fatal(fault)
		}
		if x, y, ok := s.Cursor(); ok && (x >= 80 || y >= 24) {
			t.Fatalf("the cursor is off the screen: %d,%d", x, y)
		}
	})
}

func BenchmarkFormKeyToFrame(b *testing.B) {
	e := kittest.Env("en")
	e.Theme = kit.NewTheme(kit.Dark)
	s := kit.NewStack(e)
	s.Resize(120, 40)
	openForm(e, s)
	c := kit.NewCanvas(120, 40)
	keys := []tea.Msg{kit.KeyMsg("x"), kit.KeyMsg("backspace"), kit.KeyMsg("tab")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Update(keys[i%3])
		c.Reset(120, 40)
		s.Draw(c)
		_ = c.String()
	}
}
