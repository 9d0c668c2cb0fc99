package schedule

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// On a day every card lies in the columns it belongs to, and nowhere else.
func TestDayColumns(t *testing.T) {
	f := newFake(busy(), "en", 0)
	f.tab.Resize(120, 37)
	f.press("d")
	for range sides {
		for range 3 {
			for i := range f.tab.pieces {
				p := &f.tab.pieces[i]
				c := &f.tab.cards[p.card]
				for col := p.col; col <= p.last; col++ {
					if !f.tab.cols[col].of.shows(c.s, c.cohort) {
						t.Fatalf("%v lies in the column of %v", c.title, f.tab.cols[col].name)
					}
				}
				if r := p.rect; r.X < f.tab.frame.grid.X || r.X+r.W > f.tab.frame.grid.X+f.tab.frame.grid.W {
					t.Fatalf("%v is drawn beside the grid", c.title)
				}
			}
			f.press("w")
		}
		f.press("o")
	}
	f.press("esc")
	if f.tab.big.on {
		t.Error("esc does not lead back to the days")
	}
}

// Whose board it is can be a day's, too.
func TestPickDay(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("O", "down", "down", "enter")
	if !f.tab.big.on || f.tab.big.by != byStaff {
		t.Errorf("on %v, by %v", f.tab.big.on, f.tab.big.by)
	}
	f.press("O", "home", "enter")
	if f.tab.big.on || f.tab.lens != (lens{}) {
		t.Error("everybody's board is not given back")
	}
}

// What all squads do is one card across their columns.
func TestDayJoins(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	f.press("d")
	n := 0
	for i := range f.tab.pieces {
		if p := &f.tab.pieces[i]; f.tab.cards[p.card].s.ID == rifle {
			n++
			if p.col != 0 || p.last != 1 {
				t.Errorf("it lies in columns %d to %d", p.col, p.last)
			}
		}
	}
	if n != 1 {
		t.Errorf("it is drawn %d times", n)
	}
}

// Carried into another column a card is at that place, with that instructor,
// for that squad, and one act says so.
func TestDayMoves(t *testing.T) {
	for _, c := range []struct {
		by   lensKind
		card model.ID
		to   lens
		ok   func(*model.Session) bool
		act  string
	}{
		{byPlace, pistolA, lens{kind: byPlace, id: num(model.KindPlace, 3)}, func(s *model.Session) bool { return s.Place == num(model.KindPlace, 3) }, "schedule.act.move-to"},
		{byStaff, rifle, lens{kind: byStaff, id: num(model.KindStaff, 2)}, func(s *model.Session) bool {
			return s.Has(num(model.KindStaff, 2)) && !s.Has(num(model.KindStaff, 1))
		}, "schedule.act.move-to"},
		{bySquad, pistolA, lens{kind: bySquad, squad: 2}, func(s *model.Session) bool { return s.Squads == 2 }, "schedule.act.move-squad"},
	} {
		f := begin(t, 120, 37)
		f.on(t, c.card)
		f.press("d")
		for f.tab.big.by != c.by {
			f.press("o")
		}
		f.on(t, c.card)
		f.press("m")
		to := slices.Index(f.tab.big.who, c.to)
		for f.tab.big.col < to {
			f.press("right")
		}
		for f.tab.big.col > to {
			f.press("left")
		}
		f.press("enter")
		if s := f.session(c.card); !c.ok(s) || len(f.acts) != 1 || f.acts[0].Act.ID != c.act {
			t.Errorf("%v: %+v after %d acts", c.to, s, len(f.acts))
		}
	}
}

// A session of both squads is not given to one of them by carrying it.
func TestDayKeepsSquads(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	f.press("d", "m", "right", "down", "enter")
	if f.session(rifle).Squads != 3 {
		t.Error("the squads changed")
	}
}

// Walking reaches every card of the day, and goes on to the next one.
func TestDayWalk(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {120, 37}} {
		f := begin(t, size[0], size[1])
		f.press("home", "d")
		seen := map[model.ID]bool{}
		for range 12 {
			for range 40 {
				f.press("up")
				seen[f.tab.sel] = true
			}
			for range 40 {
				f.press("down")
				seen[f.tab.sel] = true
				if id, ok := f.tab.neighbour(1); ok {
					seen[id] = true
				}
			}
			f.press("right")
		}
		for _, id := range []model.ID{opening, pistolA, searchB, rifle} {
			if !seen[id] {
				t.Errorf("%v: %v cannot be reached", size, f.session(id).Block.Title.En)
			}
		}
	}
}

// Columns that do not fit scroll, and the head says which are seen.
func TestDayScrolls(t *testing.T) {
	f := newFake(busy(), "en", 0)
	f.tab.Resize(80, 21)
	f.press("d", "o")
	n := len(f.tab.big.who)
	for range n - 1 {
		f.tab.big.col++
		f.tab.arrange()
		if i := f.tab.big.col - f.tab.big.first; i < 0 || i >= len(f.tab.cols) {
			t.Fatalf("column %d is not among those shown", f.tab.big.col)
		}
	}
	if !strings.Contains(f.screen(80, 21).Plain(), "of 12") {
		t.Error("the head does not say how many there are")
	}
}

// The mouse drags a card from place to place.
func TestDayDrag(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, pistolA)
	f.press("d", "o", "o")
	f.on(t, pistolA)
	p := f.tab.here()
	to := slices.IndexFunc(f.tab.cols, func(c column) bool { return c.of.id == num(model.KindPlace, 3) })
	x, y := p.rect.X+2, p.rect.Y
	f.tab.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	x = f.tab.frame.grid.X + f.tab.cols[to].x + 2
	f.tab.Update(tea.MouseMotionMsg{X: x, Y: y + 4, Button: tea.MouseLeft})
	if m := f.tab.move; m == nil || m.draft.Place != num(model.KindPlace, 3) || m.lights == nil {
		t.Fatal("the ghost is not at the place it is dragged to, or nothing is lit")
	}
	f.tab.Update(tea.MouseReleaseMsg{X: x, Y: y + 4, Button: tea.MouseLeft})
	if s := f.session(pistolA); s.Place != num(model.KindPlace, 3) || s.Start != date(12).At(40+4*f.tab.scale.step) {
		t.Errorf("dropped at %v, %v", s.Place, s.Start)
	}
}
