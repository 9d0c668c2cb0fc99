package schedule

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// unequal names the first field in which two sessions differ.
func unequal(a, b *model.Session) string {
	x, y := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range x.NumField() {
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return fmt.Sprintf("%s: %+v, %+v", x.Type().Field(i).Name, x.Field(i).Interface(), y.Field(i).Interface())
		}
	}
	return ""
}

func TestScreens(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 21}, {120, 37}, {200, 47}} {
			for name, do := range map[string]func(f *fake){
				"board": func(f *fake) { f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle}) },
				"tray":  func(f *fake) { f.tab.Open(model.Ref{Kind: model.KindSession, ID: drags}) },
				"ghost": func(f *fake) {
					f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
					f.press("m", "left")
				},
				"place": func(f *fake) {
					f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
					f.press("W")
				},
				"day": func(f *fake) {
					f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
					f.press("d")
				},
				"places": func(f *fake) {
					f.tab.Open(model.Ref{Kind: model.KindSession, ID: pistolA})
					f.press("d", "o", "o", "m", "down")
				},
				"changed": func(f *fake) {
					f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewSettings(model.Settings{Rules: allOff()}))}}})
					f.press("G")
					f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
					f.press("J")
				},
				"what-if": func(f *fake) {
					v := must(model.NewDraft(model.Draft{ID: draftID, Cohort: f.cohort, Title: "Range 1 stays shut"}))
					f.Commit(model.Change{Puts: []model.Put{{Record: v}}})
					f.tab.Open(model.Ref{Kind: model.KindDraft, ID: draftID})
					f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
					f.press("L")
				},
				"empty": func(f *fake) {
					for _, s := range f.tab.sessions {
						f.Commit(model.Change{Removes: []model.Remove{f.desk.Remove(s)}})
					}
				},
			} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], tag), func(t *testing.T) {
					f := newFake(calm(small(plainly)), tag, kit.Mono)
					f.tab.Resize(size[0], size[1])
					do(f)
					golden.RequireEqual(t, []byte(f.screen(size[0], size[1]).Plain()))
				})
			}
		}
	}
}

// Nothing comes out wider or taller than asked, whatever the records say.
func TestFit(t *testing.T) {
	for mode, every := range map[string]bool{"": true, "m": true, "t": false, "W": false, "I": false, "d": false, "/": false} {
		words := kittest.Hostile()
		i := 0
		f := newFake(small(func(s string) string {
			i++
			h := []rune(model.Clean(words[i%len(words)]))
			if text := strings.TrimSpace(string(h[:min(len(h), 60)])); text != "" {
				return text
			}
			return s
		}), "es", kit.Dark)
		f.tab.Resize(100, 30)
		f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
		if mode != "" {
			f.press(mode)
		}
		if every {
			kittest.Fit(t, f.tab.Resize, f.tab.Draw)
			continue
		}
		fitSome(t, f)
	}
}

// fitSome draws at sizes that differ in what they leave out.
func fitSome(t *testing.T, f *fake) {
	t.Helper()
	for _, w := range []int{1, 3, 7, 12, 30, 60, 79, 80, 99, 100, 120, 160, 200} {
		for _, h := range []int{1, 2, 3, 5, 8, 13, 14, 21, 27, 34, 45} {
			if fault := kittest.Misfit(f.screen(w, h).String(), w, h); fault != "" {
				t.Fatalf("at %d×%d: %s", w, h, fault)
			}
		}
	}
}

// What other pages make of hostile records fits too.
func TestPagesFit(t *testing.T) {
	for _, keys := range [][]string{{"%"}, {"%", "o"}, {"Q"}, {"E"}, {"G", "y", "J", "G"}} {
		words := kittest.Hostile()
		i := 0
		f := newFake(small(func(s string) string {
			i++
			h := []rune(model.Clean(words[i%len(words)]))
			if text := strings.TrimSpace(string(h[:min(len(h), 60)])); text != "" {
				return text
			}
			return s
		}), "es", kit.Dark)
		f.tab.Resize(100, 30)
		f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
		f.press(keys...)
		if f.stack.Empty() {
			t.Fatalf("%v opens nothing", keys)
		}
		fitSome(t, f)
	}
}

func TestDialogsFit(t *testing.T) {
	for _, keys := range []string{"c", "e", "i", "v", "V", "a", "O", "T", "g", "n", "X", "Y", "E", "%", "Q"} {
		f := newFake(small(plainly), "en", kit.Mono)
		f.tab.Resize(100, 30)
		f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
		f.press(keys)
		fitSome(t, f)
	}
}

// Every action has its words in both languages, and no two share a key, in
// every state of the tab.
func TestActions(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		env := kittest.Env(tag)
		for name, keys := range map[string][]string{"board": nil, "day": {"d"}, "day-ghost": {"d", "o", "m"}, "published": {"G", "y"}, "tray": {"t"}, "ghost": {"m"}, "lens": {"o"}, "swap": {"s"}} {
			f := newFake(small(plainly), tag, kit.Mono)
			f.tab.Resize(120, 37)
			f.tab.Open(model.Ref{Kind: model.KindSession, ID: rifle})
			f.press(keys...)
			acts := f.tab.Actions()
			if same := kit.Collisions(acts); len(same) > 0 {
				t.Errorf("%s: %v", name, same)
			}
			for _, a := range acts {
				for _, id := range []string{"action." + a.ID, "action.group." + a.Group} {
					if !env.Lang.Has(id) {
						t.Errorf("%s: no text %q", name, id)
					}
				}
				if env.Lang.Has(a.ID) {
					t.Errorf("%s is also a sentence of the catalogue", a.ID)
				}
				for _, k := range a.Keys {
					if slices.Contains([]string{"?", ":", "u", "q", "ctrl+r", "ctrl+p", "ctrl+l", "tab", "shift+tab", "1", "2", "3"}, k) {
						t.Errorf("%s: %s takes the program's key %s", name, a.ID, k)
					}
				}
				if why := a.Blocked(); !why.IsZero() && !env.Lang.Has(why.ID) {
					t.Errorf("%s: no reason %q", name, why.ID)
				}
			}
		}
	}
}

func TestMouse(t *testing.T) {
	f := begin(t, 120, 37)
	at := func(id model.ID) (x, y int) {
		for _, p := range f.tab.pieces {
			if f.tab.cards[p.card].s.ID == id {
				return p.rect.X + 1, p.rect.Y
			}
		}
		t.Fatal("the card is not on the screen")
		return 0, 0
	}
	click := func(x, y int) { f.tab.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	x, y := at(rifle)
	click(x, y)
	if s := f.tab.own(); s == nil || s.ID != rifle {
		t.Fatal("a click does not select the card")
	}
	was := f.session(rifle).Start
	col := int(date(15) - f.tab.cols[0].date)
	day := f.tab.cols[col].x - f.tab.cols[col-1].x
	f.tab.Update(tea.MouseMotionMsg{X: x - day, Y: y + 2, Button: tea.MouseLeft})
	f.tab.Update(tea.MouseReleaseMsg{X: x - day, Y: y + 2, Button: tea.MouseLeft})
	if got := f.session(rifle).Start; got != was-96+model.Quarter(2*f.tab.scale.step) {
		t.Errorf("dragged to %v", got)
	}
	x, y = at(rifle)
	click(x, y)
	f.tab.Update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	click(x, y)
	if f.stack.Empty() {
		t.Error("a double click does not open the block")
	}
	f.stack.CloseAll()
	r := f.tab.listRect()
	click(r.X+2, r.Y)
	if !f.tab.inTray || f.tab.own() == nil {
		t.Error("a click does not select in the tray")
	}
	held := f.tab.own().ID
	g := f.tab.frame.grid
	f.tab.Update(tea.MouseMotionMsg{X: g.X + f.tab.cols[1].x + 1, Y: g.Y + 12, Button: tea.MouseLeft})
	if m := f.tab.move; m == nil || m.was.ID != held || m.lights == nil || !slices.ContainsFunc(m.lights.cols, func(l lit) bool { return slices.Contains(l.legal, true) }) {
		t.Fatal("dragged out of the tray it is not carried, or no slot is lit")
	}
	f.tab.Update(tea.MouseReleaseMsg{X: g.X + f.tab.cols[1].x + 1, Y: g.Y + 12, Button: tea.MouseLeft})
	if s := f.session(held); s.Start.Date() != f.tab.cols[1].date {
		t.Errorf("dropped at %v", s.Start)
	}
	top := f.tab.top
	f.tab.Update(kit.WheelMsg{X: 20, Y: 10, Delta: 2})
	if f.tab.top == top {
		t.Error("the wheel does not scroll")
	}
}

// Walking with the arrows reaches every card of the cohort.
func TestWalkReachesEveryCard(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 21}, {120, 37}, {200, 47}} {
		f := begin(t, size[0], size[1])
		seen := map[model.ID]bool{}
		f.press("home")
		for range 16 {
			for range 60 {
				f.press("down")
				seen[f.tab.sel] = true
				for range 3 {
					if id, ok := f.tab.neighbour(1); ok {
						seen[id] = true
					}
				}
			}
			for range 60 {
				f.press("up")
				seen[f.tab.sel] = true
			}
			f.press("right")
		}
		for i := range f.tab.cards {
			if !seen[f.tab.cards[i].s.ID] {
				t.Errorf("%v: %v cannot be reached", size, f.tab.cards[i].title)
			}
		}
	}
}

func TestClashWalk(t *testing.T) {
	f := begin(t, 80, 21)
	f.press("]")
	if s := f.tab.own(); s == nil || f.tab.wrong[s.ID] != clashing {
		t.Error("] does not find a clash")
	}
}

func TestLensShowsOthers(t *testing.T) {
	f := begin(t, 120, 37)
	other := *f.Cohort()
	other.ID, other.Code = num(model.KindCohort, 2), "HND-26-1"
	s := f.session(pistolA).Clone()
	s.ID, s.Cohort, s.Start = num(model.KindSession, 99), other.ID, date(13).At(40)
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewCohort(other))}, {Record: must(model.NewSession(s))}}})
	f.on(t, pistolA)
	f.press("I")
	text := f.screen(120, 37).Plain()
	if !strings.Contains(text, "HND-26-1") {
		t.Error("the other cohort's session is not shown with its code")
	}
	f.press("right")
	if cur := f.tab.selected(); cur == nil || cur.ID != s.ID {
		t.Fatal("the guest is not under the cursor")
	}
	f.press("m", "x", "e")
	if f.tab.move != nil || len(f.acts) != 1 {
		t.Error("another cohort's session was touched")
	}
}
