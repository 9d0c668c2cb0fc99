package kit_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func TestKeysByName(t *testing.T) {
	for _, name := range []string{"a", "G", "é", "ctrl+s", "shift+tab", "shift+up", "enter", "esc", "space", "pgdown", "alt+b", "f1", "?", "/", "ctrl+left"} {
		if got := kit.KeyMsg(name).String(); got != name {
			t.Errorf("KeyMsg(%q) is %q", name, got)
		}
		if !kit.IsKey(kit.KeyMsg(name), "x", name) {
			t.Errorf("%q is not itself", name)
		}
	}
}

func TestKeysOnOtherLayouts(t *testing.T) {
	for _, tc := range []struct {
		name string
		msg  tea.KeyPressMsg
		key  string
		want bool
	}{
		{"Cyrillic г, where u is", tea.KeyPressMsg{Code: 'г', Text: "г", BaseCode: 'u'}, "u", true},
		{"Cyrillic capital", tea.KeyPressMsg{Code: 'г', Text: "Г", Mod: tea.ModShift, ShiftedCode: 'Г', BaseCode: 'u'}, "U", true},
		{"Cyrillic with ctrl", tea.KeyPressMsg{Code: 'ы', Mod: tea.ModCtrl, BaseCode: 's'}, "ctrl+s", true},
		{"a French a stands where q is", tea.KeyPressMsg{Code: 'a', Text: "a", BaseCode: 'q'}, "q", false},
		{"and is an a", tea.KeyPressMsg{Code: 'a', Text: "a", BaseCode: 'q'}, "a", true},
		{"no base reported", tea.KeyPressMsg{Code: 'г', Text: "г"}, "u", false},
	} {
		if got := kit.IsKey(tc.msg, tc.key); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}

func TestPressSaysWhyNot(t *testing.T) {
	ran := ""
	acts := []kit.Action{
		{ID: "one", Keys: []string{"a"}, Run: func() tea.Cmd { ran = "one"; return nil }, Why: func() model.Message { return model.Say("no.rows") }},
		{ID: "two", Keys: []string{"b", "a"}, Run: func() tea.Cmd { ran = "two"; return nil }},
		{ID: "three", Keys: []string{"c"}, Run: func() tea.Cmd { ran = "three"; return nil }, Why: func() model.Message { return model.Say("no.rows") }},
	}
	if _, why, ok := kit.Press(acts, kit.KeyMsg("a")); !ok || ran != "two" || !why.IsZero() {
		t.Errorf("of two with one key the enabled one runs: %q %v %v", ran, why, ok)
	}
	ran = ""
	if _, why, ok := kit.Press(acts, kit.KeyMsg("c")); !ok || ran != "" || why.ID != "no.rows" {
		t.Errorf("a disabled action: %q %v %v", ran, why, ok)
	}
	if _, _, ok := kit.Press(acts, kit.KeyMsg("z")); ok {
		t.Error("a key of nobody was handled")
	}
	if got := kit.Collisions(acts); len(got) != 1 || got[0] != "a: one, two" {
		t.Errorf("collisions: %q", got)
	}
}

func TestFooterNeverOverflows(t *testing.T) {
	e := kittest.Env("es")
	for w := range 140 {
		items := kit.Footer(e, actions(), w)
		for i, it := range items {
			if it.X+it.W > w {
				t.Fatalf("width %d: item %d ends at %d", w, i, it.X+it.W)
			}
			if a, ok := kit.FooterHit(items, it.X); !ok || a.ID != it.Action.ID {
				t.Fatalf("width %d: a click on item %d finds %q", w, i, a.ID)
			}
		}
		if w > 80 && len(items) != 4 {
			t.Fatalf("width %d: %d items, want the four that have a rank", w, len(items))
		}
	}
}

func TestKeyNames(t *testing.T) {
	e := kittest.Env("en")
	for key, want := range map[string]string{"up": "↑", "shift+up": "⇧↑", "ctrl+s": "ctrl+s", "+": "+", "ctrl++": "ctrl++", "space": "space", "G": "G", "shift+tab": "⇧tab"} {
		if got := e.KeyName(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
