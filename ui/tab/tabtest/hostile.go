package tabtest

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// HostileNames gives for one name after the other one of 20 letters at most
// that has broken screens; the name itself where none is left of that.
func HostileNames() func(name string) string {
	words, i := kittest.Hostile(), 0
	return func(name string) string {
		i++
		r := []rune(model.Clean(words[i%len(words)]))
		if text := strings.TrimSpace(string(r[:min(len(r), 20)])); text != "" {
			return text
		}
		return name
	}
}

// Fits fails the test when something stands out of a screen of one of these
// widths and heights. Where every size is to be tried, take kittest.Fit.
func (h *Host) Fits(widths, heights []int) {
	h.T.Helper()
	for _, w := range widths {
		for _, rows := range heights {
			c := kit.NewCanvas(w, rows)
			h.Resize(w, rows)
			h.Draw(c)
			if fault := kittest.Misfit(c.String(), w, rows); fault != "" {
				h.T.Fatalf("at %d×%d: %s", w, rows, fault)
			}
		}
	}
}
