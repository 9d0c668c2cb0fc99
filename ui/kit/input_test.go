package kit_test

import (
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func TestInputEdits(t *testing.T) {
	for _, tc := range []struct {
		name, start string
		keys        []string
		want        string
	}{
		{"typing goes to the end", "ab", []string{"c"}, "abc"},
		{"home and delete", "abc", []string{"home", "delete"}, "bc"},
		{"ctrl+u cuts to the left", "abc", []string{"left", "ctrl+u"}, "c"},
		{"alt+d cuts a word", "ab cd", []string{"home", "alt+d"}, " cd"},
		{"alt+d cuts the last letter", "ab", []string{"left", "alt+d"}, "a"},
		{"ctrl+k cuts to the right", "abc", []string{"home", "right", "ctrl+k"}, "a"},
		{"ctrl+w takes a word", "uno dos ", []string{"ctrl+w"}, "uno "},
		{"words", "uno dos", []string{"alt+left", "x", "alt+left", "alt+left", "y"}, "yuno xdos"},
		{"an accent goes with its letter", "n\u0303o", []string{"left", "backspace"}, "o"},
		{"capitals", "", []string{"A", "é", "space", "ñ"}, "Aé ñ"},
		{"enter is not text", "a", []string{"enter", "tab", "esc", "up"}, "a"},
	} {
		in := kit.NewInput(tc.start)
		kittest.Press(func(m tea.Msg) { in.Update(m) }, tc.keys...)
		if got := in.Value(); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestInputCursorStandsOnItsCell(t *testing.T) {
	in := kit.NewInput("訓練訓練")
	if got := in.Cursor(20); got != 8 {
		t.Errorf("behind four wide characters: %d, want 8", got)
	}
	in.Set("abcdefghijklmnopqrstuvwxyz")
	if got := in.Cursor(10); got != 9 {
		t.Errorf("scrolled: %d, want the last cell, 9", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		in := kit.NewInput(rapid.OneOf(rapid.String(), rapid.SampledFrom(kittest.Hostile())).Draw(t, "text"))
		w := rapid.IntRange(1, 30).Draw(t, "w")
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			kittest.Press(func(m tea.Msg) { in.Update(m) }, rapid.SampledFrom([]string{"left", "right", "home", "end", "alt+b", "alt+f", "alt+d", "alt+delete", "ctrl+w", "alt+backspace", "ctrl+k", "ctrl+u", "delete", "ctrl+left", "ctrl+right", "backspace", "x", "ñ"}).Draw(t, "key"))
			if rapid.Bool().Draw(t, "click") {
				in.Click(rapid.IntRange(0, 30).Draw(t, "x"), w)
			}
		}
		if c := in.Cursor(w); c < 0 || c >= w {
			t.Fatalf("cursor at %d of %d", c, w)
		}
		if !utf8.ValidString(in.Value()) {
			t.Fatalf("not UTF-8 any more: %q", in.Value())
		}
		c := kit.NewCanvas(w, 1)
		in.Draw(c, kittest.Env("en"), 0, 0, w, kit.Style{})
		if fault := kittest.Misfit(c.String(), w, 1); fault != "" {
			t.Fatal(fault)
		}
	})
}

func TestInputTakesAPasteAsOneLine(t *testing.T) {
	in := kit.NewInput("")
	in.Limit = 12
	in.Update(tea.PasteMsg{Content: "one\r\n\ttwo\x1b[31m three four"})
	if got := in.Value(); got != "one two[31m " {
		t.Errorf("%q", got)
	}
}

// What is offered as a whole goes with the first that is typed; a key that
// moves keeps it.
func TestOfferedIsReplacedOrKept(t *testing.T) {
	for _, tc := range []struct {
		keys []string
		want string
	}{
		{nil, "What if 1"},
		{[]string{"S", "i"}, "Si"},
		{[]string{"space"}, " "},
		{[]string{"end", "2"}, "What if 12"},
		{[]string{"home", "x"}, "xWhat if 1"},
		{[]string{"left", "x"}, "What if x1"},
		{[]string{"backspace", "2"}, "2"},
		{[]string{"ctrl+u", "2"}, "2"},
		{[]string{"up", "x"}, "x"},
	} {
		p := kit.NewPrompt(kittest.Env("en"), words("Name"), words("Name"), "What if 1", nil).Offered()
		kittest.Press(func(m tea.Msg) { p.Update(m) }, tc.keys...)
		if got := p.Result(); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.keys, got, tc.want)
		}
	}
	p := kit.NewPrompt(kittest.Env("en"), words("Name"), words("Name"), "What if 1", nil).Offered()
	p.Update(tea.PasteMsg{Content: "Storm"})
	if got := p.Result(); got != "Storm" {
		t.Errorf("pasted: %q", got)
	}
}
