package roll

import (
	"testing"

	"pgregory.net/rapid"

	"muster/model"
	"muster/ui/kit"
)

// Whatever is pressed, in any order: nothing breaks, nobody is on the roll
// twice, and esc leads out with everything kept.
func TestAnyKeys(t *testing.T) {
	keys := []string{
		"p", "l", "e", "m", "x", "a", "t", "o", "n", "g", "b", "c", "i", "U", "ctrl+z", "d", "y", "w", "f", "s", "enter", "space", "esc",
		"1", "3", "9", "up", "down", "end", "home", "/", "tab", "right", "ctrl+s", "backspace", "?", "ctrl+u", ":", "G", "<", "pgdown",
	}
	rapid.Check(t, func(r *rapid.T) {
		h := newHost(t, "en", 12)
		Open(h, pistol)
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 60).Draw(r, "keys") {
			h.Press(k)
			if rapid.IntRange(0, 9).Draw(r, "late") == 0 {
				h.Clock = h.Clock.Add(17 * 60e9)
			}
		}
		d, open := h.Stack.Top().(*rollCall)
		var marks int
		if open {
			marks = len(d.marks)
		}
		for range 12 {
			h.Press("esc")
			if h.Stack.Empty() {
				break
			}
			if _, asks := h.Stack.Top().(*kit.Confirm); asks {
				h.Press("d") // a form asks before it throws away what was typed
			}
		}
		if h.Stack.Top() != nil {
			r.Fatalf("still open: %s", h.Stack.Top().Title())
		}
		kept := h.roll(pistol)
		if open && kept == nil && marks > 0 || open && kept != nil && len(kept.Marks) != marks {
			r.Fatalf("%d marks, kept %+v", marks, kept)
		}
		if kept != nil {
			if _, err := model.NewRoll(*kept); err != nil {
				r.Fatal(err)
			}
		}
	})
}
