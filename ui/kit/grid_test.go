package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func press(g *kit.Grid[int], keys ...string) {
	kittest.Press(func(m tea.Msg) { g.Update(m) }, keys...)
}

func TestGridKeepsItsPlace(t *testing.T) {
	e := kittest.Env("en")
	g := kit.NewGrid[string](e, kit.Column{ID: "name", Title: "Name", Min: 10})
	g.Markable = true
	show := func(names ...string) {
		g.SetRows(kit.Rows[string]{
			Len: len(names), Key: func(i int) string { return names[i] },
			Cell: func(i, _ int) kit.Cell { return kit.Cell{Text: names[i]} },
		})
	}
	g.Resize(40, 10)
	show("b", "d", "f")
	g.Update(kit.KeyMsg("down"))
	g.Update(kit.KeyMsg("space"))
	g.Update(kit.KeyMsg("up"))
	show("a", "b", "c", "d", "e", "f")
	if k, _ := g.CurrentKey(); k != "d" {
		t.Errorf("the cursor went to %q, want d", k)
	}
	if m := g.Marked(); len(m) != 1 || m[0] != "d" {
		t.Errorf("marked %q, want d", m)
	}
	show("a", "b")
	if k, ok := g.CurrentKey(); !ok || k != "b" {
		t.Errorf("its row is gone: the cursor is on %q, want the nearest, b", k)
	}
	if len(g.Marked()) != 0 {
		t.Error("a row that is gone is still marked")
	}
	show()
	if _, ok := g.CurrentKey(); ok {
		t.Error("a row under the cursor of an empty grid")
	}
	show("z")
	if k, ok := g.CurrentKey(); !ok || k != "z" {
		t.Errorf("%q", k)
	}
}

func TestGridFilterIsBlindToAccents(t *testing.T) {
	g := people(kittest.Env("en"), 10)
	g.Resize(80, 24)
	press(g, "/")
	kittest.Type(func(m tea.Msg) { g.Update(m) }, "PEÑA bojorquez")
	if g.Shown() != 2 {
		t.Errorf("%d rows, want 2", g.Shown())
	}
	press(g, "enter", "down")
	if i, _ := g.Current(); i != 6 {
		t.Errorf("on row %d, want the second of the two, 6", i)
	}
	press(g, "esc")
	if i, _ := g.Current(); i != 6 || g.Shown() != 10 {
		t.Errorf("after esc %d rows, on row %d", g.Shown(), i)
	}
	if g.Update(kit.KeyMsg("esc")) {
		t.Error("with nothing to take back esc is not the grid's")
	}
}

func TestGridSorts(t *testing.T) {
	g := people(kittest.Env("en"), 12)
	g.Resize(100, 24)
	g.SortBy("no", true)
	g.Select(11)
	press(g, "home")
	if i, _ := g.Current(); i != 11 {
		t.Errorf("first is row %d, want 11: numbers are compared as numbers", i)
	}
	g.SortBy("name", false)
	press(g, "home")
	if i, _ := g.Current(); i != 0 {
		t.Errorf("first is row %d, want 0: Á sorts with A", i)
	}
	x, _ := find(t, kittest.Plain(100, 24, func(c *kit.Canvas) { g.Draw(c, true) }), "Rank")
	g.Update(tea.MouseClickMsg{X: x, Y: 0, Button: tea.MouseLeft})
	if id, desc := g.Sort(); id != "rank" || desc {
		t.Errorf("a click on a head sorts by %q, %v", id, desc)
	}
	for range 20 {
		press(g, ">")
	}
	for range 20 {
		press(g, "<")
	}
}

func TestGridWheelAndClick(t *testing.T) {
	g := people(kittest.Env("en"), 100)
	g.Resize(80, 11)
	g.Update(kit.WheelMsg{X: 5, Y: 5, Delta: 2})
	if i, _ := g.Current(); i != 6 {
		t.Errorf("after two notches the cursor is on %d, want the first row in sight, 6", i)
	}
	g.Update(tea.MouseClickMsg{X: 10, Y: 3, Button: tea.MouseLeft})
	if i, _ := g.Current(); i != 8 {
		t.Errorf("clicked row %d, want 8", i)
	}
	if g.Update(tea.MouseClickMsg{X: 10, Y: 50, Button: tea.MouseLeft}) {
		t.Error("a click outside was taken")
	}
}

func TestGridNeverLosesTheCursor(t *testing.T) {
	e := kittest.Env("en")
	rapid.Check(t, func(t *rapid.T) {
		g := people(e, rapid.IntRange(0, 40).Draw(t, "rows"))
		g.Markable = true
		keys := []string{
			"up", "down", "pgup", "pgdown", "home", "end", "g", "G", "j", "k", "ctrl+d", "ctrl+u",
			"space", "*", "/", "n", "u", "backspace", "esc", "enter", ">", "<",
		}
		for range rapid.IntRange(1, 40).Draw(t, "n") {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				g.Resize(rapid.IntRange(0, 90).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h"))
			case 1:
				g.Update(kit.WheelMsg{Delta: rapid.IntRange(-5, 5).Draw(t, "delta")})
			default:
				press(g, rapid.SampledFrom(keys).Draw(t, "key"))
			}
			row, ok := g.Current()
			if ok != (g.Shown() > 0) || ok && (row < 0 || row >= 40) {
				t.Fatalf("row %d %v of %d", row, ok, g.Shown())
			}
		}
	})
}

func TestGridDropsColumns(t *testing.T) {
	e := kittest.Env("en")
	for w, want := range map[int]string{100: "# Name Rank Agency Papers Vetting", 66: "# Name Rank Agency Vetting", 50: "# Name Rank Agency", 24: "# Name"} {
		g := people(e, 1)
		g.Resize(w, 5)
		head := strings.SplitN(kittest.Plain(w, 5, func(c *kit.Canvas) { g.Draw(c, true) }), "\n", 2)[0]
		if got := strings.Join(strings.Fields(head), " "); got != want {
			t.Errorf("at %d: %s, want %s", w, got, want)
		}
	}
}

func TestGridDrawsItsWindowOnly(t *testing.T) {
	asked := 0
	g := kit.NewGrid[int](kittest.Env("en"), kit.Column{ID: "a", Min: 5})
	g.SetRows(kit.Rows[int]{Len: 1_000_000, Key: func(i int) int { return i }, Cell: func(i, _ int) kit.Cell {
		asked++
		return kit.Cell{Text: fmt.Sprint(i)}
	}})
	g.Resize(80, 24)
	press(g, "end")
	asked = 0
	kittest.Plain(80, 24, func(c *kit.Canvas) { g.Draw(c, true) })
	if asked != 23 {
		t.Errorf("%d cells asked for, want the 23 on the screen", asked)
	}
}

func TestGridWithHostileRows(t *testing.T) {
	e := kittest.Env("en")
	h := kittest.Hostile()
	g := kit.NewGrid[int](e, kit.Column{ID: "a", Title: h[2], Min: 3, Grow: 1}, kit.Column{ID: "b", Title: h[6], Min: 8, Right: true, Drop: 1})
	g.SetRows(kit.Rows[int]{Len: len(h), Key: func(i int) int { return i }, Cell: func(i, col int) kit.Cell { return kit.Cell{Text: h[(i+col)%len(h)]} }})
	g.Empty = model.Say("kit.filter.none")
	kittest.Fit(t, g.Resize, func(c *kit.Canvas) { g.Draw(c, true) })
}

// A key and the frame that follows, at 120×40 with 200 rows: the budget of
// the whole is 2 ms.
func BenchmarkGridKeyToFrame(b *testing.B) {
	e := kittest.Env("en")
	e.Theme = kit.NewTheme(kit.Dark)
	g := people(e, 200)
	g.Resize(120, 40)
	c := kit.NewCanvas(120, 40)
	keys := []tea.Msg{kit.KeyMsg("down"), kit.KeyMsg("pgdown"), kit.KeyMsg("up")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		g.Update(keys[i%3])
		c.Reset(120, 40)
		g.Draw(c, true)
		_ = c.String()
	}
}

func BenchmarkGridFilterKey(b *testing.B) {
	e := kittest.Env("en")
	g := people(e, 10_000)
	g.Resize(120, 40)
	press(g, "/")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			press(g, "n")
		} else {
			press(g, "backspace")
		}
	}
}
