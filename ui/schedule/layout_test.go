package schedule

import (
	"testing"

	"pgregory.net/rapid"

	"muster/ui/kit"
)

// Columns never overlap, stay within the width as long as there is room for
// each day at all, and show every wanted day in order.
func TestColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := make([]day, rapid.IntRange(1, 40).Draw(t, "days"))
		for i := range days {
			days[i] = day{date: date(12).Days(i), lanes: rapid.IntRange(1, 5).Draw(t, "lanes"), off: i%7 > 4}
		}
		first := rapid.IntRange(0, len(days)-1).Draw(t, "first")
		width := rapid.IntRange(1, 200).Draw(t, "width")
		x := 0
		cols := columns(width, days, first, 0)
		if len(cols) == 0 {
			t.Fatal("no column at all")
		}
		for i, c := range cols {
			if c.date != days[first+i].date || c.x < x || c.w < 1 {
				t.Fatalf("column %d: %+v", i, c)
			}
			x = c.x + c.w
		}
		if x > width && len(cols) > 1 {
			t.Fatalf("%d cells of %d used", x, width)
		}
	})
}

// Cards of a day never cover one another, each keeps at least one cell, and
// none leaves its column.
func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scale{top: 0, step: rapid.SampledFrom([]int{1, 2, 4}).Draw(t, "step"), rows: 96}
		w := rapid.IntRange(12, 40).Draw(t, "width")
		ps := make([]piece, rapid.IntRange(1, 8).Draw(t, "cards"))
		for i := range ps {
			from := rapid.IntRange(0, 90).Draw(t, "from")
			ps[i].from, ps[i].to = from, from+rapid.IntRange(1, 16).Draw(t, "length")
			ps[i].top, ps[i].end = s.bounds(ps[i].from, ps[i].to)
		}
		yield(ps)
		pack(ps, 5, w)
		for i := range ps {
			a := kit.Rect{X: ps[i].rect.X, Y: ps[i].top, W: ps[i].rect.W, H: ps[i].end - ps[i].top}
			if a.Empty() || a.X < 5 || a.X+a.W > 5+w {
				t.Fatalf("card %d lies at %+v", i, a)
			}
			for j := range i {
				b := kit.Rect{X: ps[j].rect.X, Y: ps[j].top, W: ps[j].rect.W, H: ps[j].end - ps[j].top}
				if !a.Meet(b).Empty() {
					t.Fatalf("%+v and %+v cover one another", a, b)
				}
			}
		}
	})
}

// The frame's parts never overlap and never leave the canvas.
func TestFrame(t *testing.T) {
	for w := 1; w <= 210; w += 3 {
		for h := 1; h <= 60; h++ {
			for _, tray := range []int{0, 3, 60} {
				for _, open := range []bool{false, true} {
					f := frameOf(w, h, open, tray, false)
					parts := []kit.Rect{f.head, f.days, f.gutter, f.grid, f.tray, f.rule, f.detail}
					for i, a := range parts {
						if !a.Empty() && a.Meet(kit.Rect{W: w, H: h}) != a {
							t.Fatalf("%d×%d: part %d lies at %+v", w, h, i, a)
						}
						for j := range i {
							if !a.Meet(parts[j]).Empty() {
								t.Fatalf("%d×%d: parts %d and %d overlap", w, h, i, j)
							}
						}
					}
				}
			}
		}
	}
}

// Where two weeks are wanted on a wide screen, the days with cards side by side
// get what the quiet ones do not need.
func TestTwoWeeksAcross(t *testing.T) {
	var days []day
	for i := range 14 {
		days = append(days, day{lanes: 3, off: i%7 > 4})
	}
	days[9].lanes, days[11].lanes, days[11].off = 1, 1, false
	cols := columns(192, days, 0, 14)
	if len(cols) != 14 {
		t.Fatalf("%d days", len(cols))
	}
	end := 0
	for i, c := range cols {
		if c.x < end {
			t.Errorf("day %d lies on the one before", i)
		}
		end = c.x + c.w + 1
		if least := map[bool]int{true: 16, false: 8}[c.lanes == 3]; !c.off && c.w < least {
			t.Errorf("day %d: %d cells for %d side by side", i, c.w, c.lanes)
		}
	}
	if end != 193 {
		t.Errorf("%d of 192 cells are used", end-1)
	}
	if frameOf(200, 47, false, 0, true).tray.W != 0 {
		t.Error("an empty tray takes the place of the days")
	}
}

// A title begun beside the letter goes on below it, and is not begun again.
func TestWholeWords(t *testing.T) {
	for _, c := range []struct {
		title       string
		w           int
		first, rest string
	}{
		{"Examen escrito: segunda", 8, "Examen", "escrito: segunda"},
		{"Uso de la fuerza", 9, "Uso de la", "fuerza"},
		{"Calificación de pistola", 7, "Califi…", "de pistola"},
		{"Salidas", 8, "Salidas", ""},
		{"", 8, "", ""},
	} {
		if first, rest := wholeWords(c.title, c.w); first != c.first || rest != c.rest {
			t.Errorf("%q: %q, then %q", c.title, first, rest)
		}
	}
}
