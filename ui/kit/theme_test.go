package kit

import (
	"math"
	"strconv"
	"testing"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c ink) float64 {
	part := func(v ink) float64 {
		f := float64(v&0xff) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c>>16) + 0.7152*part(c>>8) + 0.0722*part(c)
}

func contrast(a, b ink) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func hex(t *testing.T, s string) ink {
	t.Helper()
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return ink(n)
}

// The grounds are those of common terminals: pure, and the usual schemes.
func TestColoursCanBeRead(t *testing.T) {
	grounds := map[Mode][]string{
		Dark:  {"000000", "1e1e1e", "1e1e2e", "002b36", "282a36"},
		Light: {"ffffff", "fafafa", "fdf6e3", "eff1f5"},
	}
	for mode, all := range grounds {
		th := NewTheme(mode)
		styles := map[string]Style{
			"muted": th.Muted, "accent": th.Accent, "key": th.Key, "clash": th.Clash,
			"warn": th.Warn, "ok": th.OK, "due": th.Due, "head": th.Head,
		}
		for letter, st := range th.kinds {
			styles["kind "+string(letter)] = st
		}
		for _, ground := range all {
			for name, st := range styles {
				if r := contrast(st.fg, hex(t, ground)); r < 4.5 {
					t.Errorf("mode %d: %s on #%s has contrast %.2f, want 4.5", mode, name, ground, r)
				}
			}
			if r := contrast(th.Rule.fg, hex(t, ground)); r < 2 {
				t.Errorf("mode %d: rules on #%s have contrast %.2f, want 2", mode, ground, r)
			}
		}
	}
}

func TestKindsDiffer(t *testing.T) {
	for _, mode := range []Mode{Dark, Light} {
		seen := map[ink]byte{}
		for letter, st := range NewTheme(mode).kinds {
			if other, taken := seen[st.fg]; taken {
				t.Errorf("%c and %c have one hue", letter, other)
			}
			seen[st.fg] = letter
		}
		if got := NewTheme(mode).Kind('?'); got != NewTheme(mode).Kind('X') {
			t.Error("an unknown kind is not shown as X")
		}
	}
}

func TestMonoHasNoColours(t *testing.T) {
	th := NewTheme(Mono)
	for _, st := range []Style{
		th.Text, th.Muted, th.Title, th.Head, th.Key, th.Accent, th.Rule, th.Clash, th.Warn,
		th.OK, th.Due, th.Selected, th.Marked, th.Input, th.Dimmed, th.Kind('C'), th.Kind('S'),
	} {
		if st.fg != 0 || st.bg != 0 {
			t.Errorf("a colour in the theme without colours: %+v", st)
		}
	}
	if !th.Selected.IsReverse() {
		t.Error("what is selected does not stand out")
	}
}

func TestSelectionNeverDependsOnColour(t *testing.T) {
	for _, mode := range []Mode{Dark, Light, Mono} {
		if th := NewTheme(mode); !th.Selected.IsReverse() || th.Selected.fg != 0 || th.Selected.bg != 0 {
			t.Errorf("mode %d: %+v", mode, th.Selected)
		}
	}
}
