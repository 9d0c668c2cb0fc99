package score

import (
	"testing"

	"muster/model"
	"muster/ui/kit"
)

// BenchmarkSecondAttempt is the search for a start, a place and people.
func BenchmarkSecondAttempt(b *testing.B) {
	h := inSample(b, "en", 0)
	s := h.night(b)
	var who []model.ID
	for _, v := range s.Takers(h.running())[:2] {
		who = append(who, v.Person)
	}
	one, err := second(h.Desk(), s, who, model.ID{9})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if r := settle(h.Board(), one, minuteOf(h, s)); !r.session.Placed() {
			b.Fatal("in the tray")
		}
	}
}

// BenchmarkKeyToFrame is one key and the frame that answers it. Budget: p99
// under 2 ms at 120x40.
func BenchmarkKeyToFrame(b *testing.B) {
	h := inSample(b, "en", 0)
	Open(h, h.night(b).ID)
	c := kit.NewCanvas(120, 40)
	keys := []string{"1", "enter", "0", "tab", "up", "right"}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		h.Press(keys[n%len(keys)])
		c.Clear(c.Bounds())
		h.Stack.Draw(c)
		_ = c.String()
		n++
	}
}

// BenchmarkOpen is the key that opens the results, and the frame that shows
// them.
func BenchmarkOpen(b *testing.B) {
	h := inSample(b, "en", 0)
	s := h.night(b)
	c := kit.NewCanvas(120, 40)
	for b.Loop() {
		h.Stack.CloseAll()
		Open(h, s.ID)
		h.Stack.Draw(c)
		_ = c.String()
	}
}
