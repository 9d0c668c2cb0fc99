// Package kittest helps tests of screens: an environment with a fixed clock,
// keys by name, screens as text, the fit test, and text as hostile as it
// comes. Only tests import it.
package kittest

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"muster/ui/kit"
	"muster/ui/lang"
)

// Now is what the clock of Env says: Thursday 15 January 2026, 09:41:07.
func Now() time.Time { return time.Date(2026, 1, 15, 9, 41, 7, 0, time.UTC) }

// Env is an environment in a language, without colours and with the clock
// standing at Now.
func Env(tag string) *kit.Env {
	return &kit.Env{Theme: kit.NewTheme(kit.Mono), Lang: lang.New(tag), Now: Now}
}

// Press gives keys by name ("enter", "ctrl+s", "é") to whoever takes messages.
func Press(update func(tea.Msg), keys ...string) {
	for _, k := range keys {
		update(kit.KeyMsg(k))
	}
}

// Type gives each letter of s as a key.
func Type(update func(tea.Msg), s string) {
	for _, r := range s {
		if r == ' ' {
			update(kit.KeyMsg("space"))
			continue
		}
		update(kit.KeyMsg(string(r)))
	}
}

// Plain paints a screen of w×h and gives it as text.
func Plain(w, h int, draw func(c *kit.Canvas)) string {
	c := kit.NewCanvas(w, h)
	draw(c)
	return c.Plain()
}

// Dialog is a dialog as it stands on a screen of w×h.
func Dialog(s *kit.Stack, w, h int) string {
	s.Resize(w, h)
	return Plain(w, h, s.Draw)
}

// Fit draws at every size from 1×1 to 130×45, above 14 lines at every third
// (fewer with -short), and fails
// when a line is not exactly as wide as the screen, a line is missing or too
// many, or a control character came through. resize is called before each
// drawing; draw must not panic.
func Fit(t testing.TB, resize func(w, h int), draw func(c *kit.Canvas)) {
	t.Helper()
	c := kit.NewCanvas(0, 0)
	for _, size := range sizes(testing.Short()) {
		c.Reset(size[0], size[1])
		resize(size[0], size[1])
		draw(c)
		if fault := Misfit(c.String(), size[0], size[1]); fault != "" {
			t.Fatalf("at %d×%d: %s", size[0], size[1], fault)
		}
	}
}

func sizes(short bool) [][2]int {
	var out [][2]int
	step := 1
	if short {
		step = 7
	}
	for w := 1; w <= 130; w += step {
		for h := 1; h <= 45; h += step {
			if h > 14 && step == 1 {
				h += 2
			}
			out = append(out, [2]int{w, h})
		}
	}
	return append(out, [2]int{80, 24}, [2]int{120, 40}, [2]int{200, 50})
}

// Misfit is what is wrong with a screen of w×h as printed for the terminal, or
// "".
func Misfit(screen string, w, h int) string {
	lines := strings.Split(screen, "\n")
	if len(lines) != h {
		return "not as many lines as the screen has"
	}
	for _, line := range lines {
		text, clean := strip(line)
		if !clean {
			return "an escape sequence came through"
		}
		if ascii(text) && len(text) != w || !ascii(text) && (ansi.StringWidth(text) != w || ansi.StringWidthWc(text) != w) {
			return "a line is not as wide as the screen: " + text
		}
		if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e }) {
			return "a control character came through"
		}
	}
	return ""
}

// strip takes the styles off a line; clean is false when it holds any other
// sequence.
func strip(line string) (text string, clean bool) {
	var b strings.Builder
	for {
		head, rest, found := strings.Cut(line, "\x1b")
		b.WriteString(head)
		if !found {
			return b.String(), true
		}
		end := strings.IndexByte(rest, 'm')
		if end < 1 || rest[0] != '[' || strings.Trim(rest[1:end], "0123456789;") != "" {
			return "", false
		}
		line = rest[end+1:]
	}
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Hostile is text that has broken screens: give it as names, titles and notes.
func Hostile() []string {
	return []string{
		"",
		" ",
		"訓練訓練訓練 警察",
		"José Núñez Ïñ́igo e\u0301e\u0301\u0302\u0303\u0304\u0305",
		"شرطة الحدود — تدريب",
		"\u202eesrever\u202c \u200fmark",
		"\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J \x9b31m",
		"line\nbreak\ttab\rreturn\x00nul\x7fdel",
		"👩‍👩‍👧‍👦 family 🇲🇽 flag ✈️ 👍🏽",
		"स्ते क्षि க்ஷி",
		"\xff\xfe not UTF-8 \xc3",
		"ﷺﷺ\u1160\u11a8 ㅤ\u3164",
		strings.Repeat("Bojórquez Peña ", 270),
		strings.Repeat("\u0301", 500),
		strings.Repeat("訓", 1400),
	}
}
