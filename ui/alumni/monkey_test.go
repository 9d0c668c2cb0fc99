package alumni

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// Whatever is pressed and clicked, nothing panics, nothing fails, and the
// screen is what was asked for; and esc, pressed often enough, leads out of
// everything.
func TestMonkey(t *testing.T) {
	keys := []string{
		"a", "o", "n", "s", "i", "c", "e", ":", "2", "0", "space", "enter", "esc", "tab", "up", "down", "left", "right", "pgup", "pgdown", "home", "end",
		"/", "l", "f", "F", "D", "e", "w", "y", "Q", "L", "*", "J", "K", "backspace", "ctrl+s", "j", "k", "G", "g",
	}
	sizes := [][2]int{{120, 36}, {80, 20}, {60, 14}, {200, 46}, {20, 5}, {1, 1}}
	h := newHost(t, "es", hostile())
	rapid.Check(t, func(rt *rapid.T) {
		h.begin()
		h.size(120, 36)
		for range rapid.IntRange(5, 40).Draw(rt, "presses") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				h.click(rapid.IntRange(0, h.w).Draw(rt, "x"), rapid.IntRange(0, h.h).Draw(rt, "y"))
			case 1:
				h.do(h.tab.Update(tea.Msg(kit.WheelMsg{X: rapid.IntRange(0, h.w).Draw(rt, "x"), Y: rapid.IntRange(0, h.h).Draw(rt, "y"), Delta: rapid.IntRange(-3, 3).Draw(rt, "by")})))
			case 2:
				s := rapid.SampledFrom(sizes).Draw(rt, "size")
				h.size(s[0], s[1])
			default:
				h.press(rapid.SampledFrom(keys).Draw(rt, "key"))
			}
			c := kit.NewCanvas(h.w, h.h)
			h.tab.Draw(c)
			h.stack.Draw(c)
			if fault := kittest.Misfit(c.String(), h.w, h.h); fault != "" {
				rt.Fatal(fault)
			}
		}
		if len(h.failed) > 0 {
			rt.Fatal(h.failed)
		}
		h.size(120, 36)
		h.stack.CloseAll() // the kit's dialogs have tests of their own
		for range 20 {
			h.press("esc")
		}
		if !h.stack.Empty() || len(h.tab.pages) > 0 || h.tab.Typing() {
			rt.Fatalf("esc does not lead out\n%s", h.screen())
		}
	})
}
