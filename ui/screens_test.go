package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// The frame around the tabs and the program's own dialogs, in front of the
// Staff tab, whose screens have tests of their own.
func TestScreens(t *testing.T) {
	st := newStore(t, true)
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
			if testing.Short() && size[0] != 120 {
				continue
			}
			for _, scene := range []struct {
				name string
				keys []string
			}{
				{"frame", nil},
				{"help", []string{"?"}},
				{"palette", []string{":", "h"}},
				{"history", []string{"ctrl+l"}},
				{"differences", []string{"ctrl+l", "enter"}},
				{"leave", []string{"n", "ctrl+c"}},
			} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", scene.name, tag, size[0], size[1]), func(t *testing.T) {
					d := drive(t, st, tag, size[0], size[1])
					d.press("5")
					d.press(scene.keys...)
					golden.RequireEqual(t, d.screen())
				})
			}
		}
	}
}

// Every screen fits at every size, whatever is in the records.
func TestFit(t *testing.T) {
	st := newStore(t, true)
	var c model.Change
	for i, s := range kittest.Hostile() {
		r := []rune(strings.ToValidUTF8(s, ""))
		if m, err := model.NewStaff(model.Staff{ID: model.ID{9, byte(i)}, Family: "x" + string(r[:min(len(r), 70)]), Note: s}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: m})
		}
	}
	c.Act = model.Say("staff.act.person-new", "what", model.ID{9, 1})
	if _, err := st.Commit(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	d := drive(t, st, "es", 120, 40)
	fit := func() {
		t.Helper()
		for _, size := range sizes() {
			d.app.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			d.app.canvas.Clear(d.app.canvas.Bounds())
			x, y, shown := d.app.draw(d.app.canvas)
			if fault := kittest.Misfit(d.app.canvas.String(), size[0], size[1]); fault != "" {
				t.Fatalf("at %v: %s", size, fault)
			}
			if shown && (x < 0 || y < 0 || x >= size[0] || y >= size[1]) {
				t.Fatalf("at %v the cursor is at %d, %d", size, x, y)
			}
		}
		d.app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	}
	for i := range d.app.tabs {
		d.app.front = i
		fit()
	}
	for _, keys := range [][]string{{"?"}, {":"}, {"ctrl+l"}, {"enter"}, {"ctrl+c"}} {
		d.press(keys...)
		fit()
	}
	d.app.stack.CloseAll()
	d.app.newest.base = nil
	fit()
}

func sizes() [][2]int {
	out := [][2]int{{80, 24}, {120, 40}, {200, 50}, {60, 18}, {59, 18}, {60, 17}}
	step := 11
	if testing.Short() {
		step = 29
	}
	for w := 1; w <= 130; w += step {
		for h := 1; h <= 45; h += 4 {
			out = append(out, [2]int{w, h})
		}
	}
	return out
}

func TestHeader(t *testing.T) {
	st := newStore(t, true)
	d := drive(t, st, "es", 60, 18)
	if line := lines(d.screen())[0]; !strings.Contains(line, "MEX-26-1") || strings.Contains(line, "…") {
		t.Fatalf("%q", line)
	}
	d.send(tea.WindowSizeMsg{Width: 200, Height: 50})
	d.sees("MEX-26-1  Sonora & Chihuahua")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 10})
	d.sees("Muster necesita")
	d.press("n") // typed blind: does nothing
	if !d.app.stack.Empty() {
		t.Fatal("a form opened where nobody can see it")
	}
}

// The footer is one line at every width, always with the key to all others.
func TestFooter(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	for i := range d.app.tabs {
		d.app.front = i
		for w := leastW; w <= 200; w += 7 {
			d.app.Update(tea.WindowSizeMsg{Width: w, Height: 24})
			l := d.app.layout()
			items := d.app.footer(l)
			last := items[len(items)-1]
			if (last.Action.ID != "ui.help" && last.Action.ID != "ui.palette") || last.X+last.W > l.footer.W {
				t.Fatalf("tab %d, %d columns: %+v", i, w, last)
			}
		}
	}
	// Where it is painted is where it is clicked.
	d.app.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	l := d.app.layout()
	items := d.app.footer(l)
	x := items[len(items)-1].X + l.footer.X
	d.send(tea.MouseClickMsg{X: x, Y: l.footer.Y, Button: tea.MouseLeft})
	d.sees("What you can do here")
}

func TestMouseOnTabs(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	for i := range d.app.tabs {
		labels, _ := d.app.labels()
		s := labels[i]
		d.send(tea.MouseClickMsg{X: s.x + 1, Y: 0, Button: tea.MouseLeft})
		if d.app.front != i {
			t.Fatalf("tab %d did not come to the front", i)
		}
	}
}

// Each action of each tab has words in both languages, stands in help, and
// takes no key of the program's.
func TestActions(t *testing.T) {
	st := newStore(t, true)
	for _, tag := range lang.Languages() {
		d := drive(t, st, tag, 120, 40)
		var roots []string
		for _, a := range d.app.actions() {
			roots = append(roots, a.Keys...)
		}
		for i, tb := range d.app.tabs {
			d.app.front = i
			for _, a := range d.app.offered() {
				if l := a.Label(d.app.env); l == "action."+a.ID || strings.HasPrefix(a.ID, "ui.") && l != d.app.env.T("action."+a.ID) {
					t.Errorf("%s: %s has no label", tag, a.ID)
				}
				if !a.Hidden && !d.app.env.Lang.Has("action.group."+a.Group) {
					t.Errorf("%s: %s stands in no group of help", tag, a.ID)
				}
				if !a.Hidden && !slices.ContainsFunc(d.app.listed(), func(x kit.Action) bool { return x.ID == a.ID }) {
					t.Errorf("%s: %s is not in help", tag, a.ID)
				}
				if a.Run == nil {
					t.Errorf("%s: %s does nothing", tag, a.ID)
				}
				if len(a.Keys) == 0 && a.Hidden {
					t.Errorf("%s: %s cannot be reached", tag, a.ID)
				}
			}
			for _, a := range tb.Actions() {
				for _, k := range a.Keys {
					if k != "esc" && slices.Contains(roots, k) { // esc goes one step back, wherever one is
						t.Errorf("%s: %s takes the program's key %s", tb.ID(), a.ID, k)
					}
				}
			}
			if c := kit.Collisions(slices.DeleteFunc(tb.Actions(), func(a kit.Action) bool { return !a.Enabled() })); len(c) > 0 {
				t.Errorf("%s: %v", tb.ID(), c)
			}
		}
		if c := kit.Collisions(d.app.actions()); len(c) > 0 {
			t.Error(c)
		}
	}
}

// Language and theme change what is on the screen at once, and are kept.
func TestPreferencesLive(t *testing.T) {
	st := newStore(t, true)
	var kept Prefs
	d := driveWith(t, Options{Store: st, Prefs: Prefs{Actor: "Vega", Lang: "en", Theme: "dark"}, Keep: func(p Prefs) error { kept = p; return nil }}, 120, 40)
	d.press("5", ":")
	d.typed("language")
	d.press("enter", "down", "enter")
	d.sees("Personas", "Ausente", "? teclas")
	d.press(":")
	d.typed("colores")
	d.press("enter", "end", "enter")
	if kept != (Prefs{Actor: "Vega", Lang: "es", Theme: "mono"}) {
		t.Fatalf("kept %+v", kept)
	}
	c := kit.NewCanvas(120, 40)
	d.app.draw(c)
	if s := c.String(); strings.Contains(s, "38;2;") || strings.Contains(s, "48;2;") {
		t.Fatal("a colour is left")
	}
}

// While a filter is typed every printable key is its own, and esc leaves it.
func TestTypingOwnsKeys(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	d.press("5", "/")
	d.typed("q1?u:")
	d.sees("/ q1?u:")
	if d.quit || d.app.front != 4 || !d.app.stack.Empty() {
		t.Fatal("a letter did something else")
	}
	if _, _, ok := d.app.tab().Cursor(); !ok {
		t.Fatal("no cursor where one types")
	}
	d.press("esc")
	d.misses("q1?u:")
	d.press("/", "esc", "?")
	d.sees("What you can do here")
}

// Jumping to a record keeps the way back.
func TestJumpAndBack(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	d.press("5", "s", "enter")
	if d.app.tab().ID() != "schedule" {
		t.Fatalf("on %s", d.app.tab().ID())
	}
	for range 4 {
		d.press("esc")
	}
	if d.app.tab().ID() != "staff" {
		t.Fatalf("esc led to %s", d.app.tab().ID())
	}
}
