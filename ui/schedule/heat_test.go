package schedule

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
)

func TestHeatCounts(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("%")
	h, ok := f.stack.Top().(*heat)
	if !ok {
		t.Fatalf("%T", f.stack.Top())
	}
	for i, l := range h.rows {
		want := 0
		for _, s := range f.tab.sessions {
			if s.Placed() && s.Off == nil && s.Employs(l.id) {
				want += s.Block.Length
			}
		}
		if h.sums[i] != want {
			t.Errorf("%s: %d quarters, want %d", h.names[i], h.sums[i], want)
		}
	}
	// Vega is in court all of the 14th.
	for i, l := range h.rows {
		away := h.taken[i][2] < 0
		if away != (l.id == num(model.KindStaff, 4)) {
			t.Errorf("%s: away %v", h.names[i], away)
		}
	}
}

// enter goes to the board of what is under the cursor, on that day.
func TestHeatGoesThere(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("home", "%", "o", "right")
	h := f.stack.Top().(*heat)
	want := h.rows[0]
	f.press("enter")
	if f.tab.lens != want || f.tab.at.Date() != date(13) {
		t.Errorf("lens %v on %v", f.tab.lens, f.tab.at)
	}
}

func TestHeatScreens(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 21}, {120, 37}} {
			t.Run(fmt.Sprintf("%dx%d-%s", size[0], size[1], tag), func(t *testing.T) {
				f := newFake(small(plainly), tag, kit.Mono)
				f.tab.Resize(size[0], size[1])
				f.stack.Resize(size[0], size[1])
				f.press("%")
				golden.RequireEqual(t, []byte(f.screen(size[0], size[1]).Plain()))
			})
		}
	}
}
