package kit_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func TestCanvasIsExactlyItsSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(0, 30).Draw(t, "w"), rapid.IntRange(1, 8).Draw(t, "h")
		c := kit.NewCanvas(w, h)
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(kittest.Hostile()))
		at := rapid.IntRange(-5, 35)
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			c2 := c
			if rapid.Bool().Draw(t, "sub") {
				c2 = c.Sub(kit.Rect{X: at.Draw(t, "sx"), Y: at.Draw(t, "sy"), W: at.Draw(t, "sw"), H: at.Draw(t, "sh")})
			}
			x, y, n := at.Draw(t, "x"), at.Draw(t, "y")/4, at.Draw(t, "cells")
			s := text.Draw(t, "s")
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0:
				c2.Text(x, y, kit.Style{}.Bold(), s)
			case 1:
				if used := c2.TextFit(x, y, n, kit.Style{}, s); used > max(n, 0) {
					t.Fatalf("TextFit used %d cells of %d", used, n)
				}
			case 2:
				c2.TextRight(x, x+n, y, kit.Style{}.Reverse(), s)
			case 3:
				c2.Wrap(kit.Rect{X: x, Y: y, W: n, H: 3}, kit.Style{}, s)
			case 4:
				c2.Box(kit.Rect{X: x, Y: y, W: n, H: n}, kit.Style{}, s, kit.Style{})
			case 5:
				c2.TextCenter(x, y, n, kit.Style{}, s)
			case 6:
				c2.SetStyle(kit.Rect{X: x, Y: y, W: n, H: 2}, kit.Style.Reverse)
			}
		}
		if fault := kittest.Misfit(c.String(), w, h); fault != "" {
			t.Fatal(fault)
		}
	})
}

func TestCanvasKeepsInsideAView(t *testing.T) {
	c := kit.NewCanvas(10, 3)
	c.Fill(c.Bounds(), kit.Style{}, ".")
	v := c.Sub(kit.Rect{X: 2, Y: 1, W: 5, H: 1})
	v.Text(-1, 0, kit.Style{}, "abcdefghijk")
	v.Text(0, 1, kit.Style{}, "below")
	v.Text(0, -1, kit.Style{}, "above")
	if got, want := c.Plain(), "..........\n..bcdef...\n.........."; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWideCharactersAreNeverSplit(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		paint      func(c *kit.Canvas)
	}{
		{"cut at the edge", "訓練 ", func(c *kit.Canvas) { c.Text(0, 0, kit.Style{}, "訓練訓") }},
		{"left half painted over", "訓x 練", func(c *kit.Canvas) {
			c.Text(0, 0, kit.Style{}, "訓訓")
			c.Text(4, 0, kit.Style{}, "x")
			c.Text(2, 0, kit.Style{}, "x 練")
		}},
		{"right half painted over", " x", func(c *kit.Canvas) {
			c.Text(0, 0, kit.Style{}, "訓")
			c.Text(1, 0, kit.Style{}, "x")
		}},
		{"a wide one over the tail of another", " 練", func(c *kit.Canvas) {
			c.Text(0, 0, kit.Style{}, "訓")
			c.Text(1, 0, kit.Style{}, "練")
		}},
	} {
		c := kit.NewCanvas(5, 1)
		if tc.name == "left half painted over" {
			c = kit.NewCanvas(6, 1)
		}
		tc.paint(c)
		if got := c.Plain(); got != strings.TrimRight(tc.want, " ") {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestFit(t *testing.T) {
	for _, tc := range []struct {
		s    string
		w    int
		want string
	}{
		{"Range 1", 7, "Range 1"},
		{"Range 12", 7, "Range …"},
		{"訓練", 3, "訓…"},
		{"訓練", 2, "…"},
		{"abc", 0, ""},
		{"abc", -4, ""},
		{"", 3, ""},
		{"n\u0303n\u0303n\u0303", 2, "n\u0303…"},
	} {
		if got := kit.Fit(tc.s, tc.w); got != tc.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", tc.s, tc.w, got, tc.want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, tc := range []struct {
		s    string
		w    int
		want string
	}{
		{"Range 1 is closed until 11:00", 12, "Range 1 is|closed until|11:00"},
		{"Maldonado-Echeverría", 6, "Maldon|ado-Ec|heverr|ía"},
		{"a\nb", 5, "a|b"},
		{"", 5, ""},
		{"訓練", 1, ""},
		{"one  two", 5, "one|two"},
	} {
		if got := strings.Join(kit.Lines(tc.s, tc.w), "|"); got != tc.want {
			t.Errorf("Lines(%q, %d) = %q, want %q", tc.s, tc.w, got, tc.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 20).Draw(t, "w")
		for _, line := range kit.Lines(rapid.String().Draw(t, "s"), w) {
			if kit.Width(line) > w {
				t.Fatalf("%q is wider than %d", line, w)
			}
		}
	})
}

func TestStylesChangeOnlyWhereTheyDo(t *testing.T) {
	red := kit.StyleOf(lipgloss.NewStyle().Foreground(lipgloss.Color("#ff0000")).Bold(true))
	c := kit.NewCanvas(8, 1)
	c.Text(0, 0, kit.Style{}, "ab")
	c.Text(2, 0, red, "cd")
	if got, want := c.String(), "ab\x1b[0;1;38;2;255;0;0mcd\x1b[m    "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for col, want := range map[string]string{"1": "\x1b[0;31mx\x1b[m", "9": "\x1b[0;91mx\x1b[m", "200": "\x1b[0;38;5;200mx\x1b[m"} {
		c.Reset(1, 1)
		c.Text(0, 0, kit.StyleOf(lipgloss.NewStyle().Foreground(lipgloss.Color(col))), "x")
		if got := c.String(); got != want {
			t.Errorf("colour %s: %q, want %q", col, got, want)
		}
	}
	c.Reset(1, 1)
	c.Text(0, 0, kit.StyleOf(lipgloss.NewStyle().Background(lipgloss.Color("12"))), "x")
	if got, want := c.String(), "\x1b[0;104mx\x1b[m"; got != want {
		t.Errorf("bright background: %q, want %q", got, want)
	}
}

func TestWidthAgreesWithTheTerminal(t *testing.T) {
	for _, s := range []string{"Cázares Ibáñez", "訓練", "● ○ ✓ ✗ ▸ ▪ ░ ▒ ┃ … –", "ñandú", "Žižka"} {
		if kit.Width(s) != ansi.StringWidth(s) {
			t.Errorf("%q: %d, the terminal %d", s, kit.Width(s), ansi.StringWidth(s))
		}
	}
}

func BenchmarkCanvasFull(b *testing.B) {
	th := kit.NewTheme(kit.Dark)
	c := kit.NewCanvas(120, 40)
	styles := []kit.Style{th.Text, th.Muted, th.Clash, th.Kind('F'), th.Selected}
	words := []string{"Bojórquez ", "Peña ", "07:30 ", "PESP Sonora ", "✓ "}
	b.ReportAllocs()
	for b.Loop() {
		c.Reset(120, 40)
		for y := range 40 {
			for x, i := 0, 0; x < 120; i++ {
				x += c.Text(x, y, styles[(i+y)%5], words[i%5])
			}
		}
		_ = c.String()
	}
}
