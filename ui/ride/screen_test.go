package ride

import (
	"fmt"
	"slices"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab/tabtest"
)

// scenes are the states of the page that are held in pictures.
var scenes = map[string]func(f *fake){
	"fixed":   func(f *fake) { Open(f, patrol); f.Press("F", "down", "down") },
	"standby": func(f *fake) { Open(f, window); f.Press("F", "tab", "down") },
	"empty":   func(f *fake) { Open(f, patrol) },
	"off":     func(f *fake) { Open(f, gone) },
	"called": func(f *fake) {
		Open(f, window)
		f.Press("F")
		f.at(15, 20, 10)
		f.Press("o", "ctrl+s", "y", "n", "enter", "tab", "home")
	},
	"calling": func(f *fake) {
		Open(f, window)
		f.Press("F")
		f.at(15, 20, 10)
		f.Press("o", "ctrl+s", "y", "n")
	},
	"refused":   func(f *fake) { Open(f, patrol); f.Press("end", "enter") },
	"programme": func(f *fake) { Open(f, model.ID{}) },
}

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
			for name, do := range scenes {
				if size[0] == 200 && name != "fixed" {
					continue
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, tag, size[0], size[1]), func(t *testing.T) {
					f := newFake(t, tag, course(plainly))
					f.Stack.Resize(size[0], size[1])
					do(f)
					golden.RequireEqual(t, []byte(kittest.Dialog(f.Stack, size[0], size[1])))
				})
			}
		}
	}
}

// Nothing comes out wider or taller than asked, whatever the records say.
func TestFit(t *testing.T) {
	for name, do := range scenes {
		t.Run(name, func(t *testing.T) {
			f := newFake(t, "es", course(tabtest.HostileNames()))
			do(f)
			if name == "fixed" || name == "calling" {
				kittest.Fit(t, f.Stack.Resize, f.Stack.Draw)
				return
			}
			f.Fits([]int{1, 7, 23, 24, 40, 79, 80, 110, 120, 200}, []int{1, 2, 5, 8, 13, 14, 24, 40})
		})
	}
}

// Every key has its words in both languages, and no two share one.
func TestActions(t *testing.T) {
	for _, tag := range lang.Languages() {
		env := kittest.Env(tag)
		for name, do := range scenes {
			f := newFake(t, tag, course(plainly))
			do(f)
			acts := f.Stack.Top().Actions()
			if same := kit.Collisions(acts); len(same) > 0 {
				t.Errorf("%s: %v", name, same)
			}
			for _, a := range acts {
				if !env.Lang.Has("action."+a.ID) && !env.Lang.Has(a.ID) {
					t.Errorf("%s: no text for %s", name, a.ID)
				}
				if why := a.Blocked(); !why.IsZero() && !env.Lang.Has(why.ID) {
					t.Errorf("%s: no reason %q", name, why.ID)
				}
			}
		}
		for _, a := range Actions(newFake(t, tag, course(plainly)), func() *model.Session { return nil }) {
			for _, id := range []string{"action." + a.ID, "action.group." + a.Group} {
				if !env.Lang.Has(id) {
					t.Errorf("no text %q", id)
				}
			}
		}
	}
}

// The tab's key is for rides, and for the programme on an empty cell.
func TestTabsAction(t *testing.T) {
	f := newFake(t, "en", course(plainly))
	var s *model.Session
	a := Actions(f, func() *model.Session { return s })[0]
	if !slices.Equal(a.Keys, []string{"D"}) || !a.Enabled() {
		t.Errorf("%+v", a)
	}
	if s = f.session(class); a.Enabled() {
		t.Error("a class has no ride's page")
	}
	if s = f.session(patrol); !a.Enabled() {
		t.Error(a.Blocked())
	}
	a.Run()
	tabtest.Top[*page](f.Host)
}

func BenchmarkKeyToFrame(b *testing.B) {
	f := newFake(b, "en", course(plainly))
	f.Stack.Resize(120, 40)
	Open(f, patrol)
	c := kit.NewCanvas(120, 40)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Press([]string{"down", "up"}[i%2])
		c.Reset(120, 40)
		f.Stack.Draw(c)
		_ = c.String()
	}
}
