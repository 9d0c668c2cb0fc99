package course

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func titles(c *model.Course) string {
	var out []string
	for _, b := range c.Blocks {
		out = append(out, b.Title.En)
	}
	return strings.Join(out, ", ")
}

func TestOrderCopyRemove(t *testing.T) {
	f := begin(t, "en")
	p := f.open(120, 40)
	f.press("enter") // its blocks
	for _, step := range []struct{ key, want string }{
		{"J", "Pistol 1, Safety, Pistol 2"},
		{"K", "Safety, Pistol 1, Pistol 2"},
		{"K", "Safety, Pistol 1, Pistol 2"}, // it is the first
		{"y", "Safety, Safety, Pistol 1, Pistol 2"},
		{"x", "Safety, Pistol 1, Pistol 2"},
	} {
		f.press(step.key)
		if got := titles(f.desk.Courses.Get(id(1))); got != step.want {
			t.Fatalf("after %s: %s", step.key, got)
		}
	}
	if len(f.acts) != 4 {
		t.Errorf("%d acts, want one an edit", len(f.acts))
	}
	if b, _ := p.block(); b == nil {
		t.Error("the cursor has left the blocks")
	}
	f.press("home", "down", "x") // Pistol 2 comes after Pistol 1
	for _, b := range f.desk.Courses.Get(id(1)).Blocks {
		if len(b.After) > 0 && b.Title.En != "Safety" {
			t.Errorf("%s still comes after what is gone", b.Title.En)
		}
	}
}

func TestAddAndEdit(t *testing.T) {
	f := begin(t, "en")
	f.open(120, 40)
	f.block = func(b model.Block) model.Block {
		b.Title, b.Key = words("Rescue", "Rescate"), 99 // whatever the form makes of it, the number stays
		return b
	}
	f.press("enter", "a")
	c := f.desk.Courses.Get(id(1))
	if titles(c) != "Safety, Rescue, Pistol 1, Pistol 2" || c.Blocks[1].Key != 4 {
		t.Fatalf("%s, key %d", titles(c), c.Blocks[1].Key)
	}
	f.press("home", "e")
	if c = f.desk.Courses.Get(id(1)); c.Blocks[0].Key != 1 || c.Blocks[0].Title.En != "Rescue" {
		t.Errorf("%s", titles(c))
	}
}

// An order that runs in a circle is refused by the form, and nothing is kept.
func TestNoCircles(t *testing.T) {
	f := begin(t, "en")
	f.open(120, 40)
	f.block = func(b model.Block) model.Block {
		b.After = []model.After{{Block: 3}}
		return b
	}
	f.press("enter", "e")
	if f.wrong == nil || len(f.acts) != 0 {
		t.Error("a circle was kept")
	}
}

// What comes with the program stays as it is; a copy is one's own.
func TestBuiltIn(t *testing.T) {
	f := begin(t, "en")
	p := f.open(120, 40)
	f.press("home")
	if !p.builtIn(p.course()) {
		t.Fatal("the first course is not the program's")
	}
	f.press("e", "x", "enter", "x", "J", "a")
	if len(f.acts) != 0 {
		t.Fatal("the program's course was changed")
	}
	f.press("esc", "y", "ctrl+s")
	if len(f.acts) != 1 {
		t.Fatalf("%d acts: %v", len(f.acts), p.said)
	}
	c := p.course()
	if c.ID == p.built.Course.ID || len(c.Blocks) != len(p.built.Course.Blocks) || f.desk.Kits.Len() == 0 {
		t.Errorf("copied: %d blocks, %d kits", len(c.Blocks), f.desk.Kits.Len())
	}
	f.press("enter", "x")
	if got := len(p.course().Blocks); got != len(p.built.Course.Blocks)-1 {
		t.Errorf("the copy has %d blocks", got)
	}
}

// A course that a cohort has taken stays; another goes, in one act.
func TestRemove(t *testing.T) {
	f := begin(t, "en")
	p := f.open(120, 40)
	f.press("x")
	if len(f.acts) != 0 || p.said.ID != "course.why.taken" {
		t.Fatalf("%v", p.said)
	}
	f.press("y", "ctrl+s")
	made := p.course().ID
	f.press("x")
	if f.desk.Courses.Get(made) != nil || len(f.acts) != 2 {
		t.Error("it is still there")
	}
}

func TestNewCourse(t *testing.T) {
	f := begin(t, "en")
	p := f.open(120, 40)
	f.press("a", "M", "e", "d", "i", "c", "s", "ctrl+s")
	if c := p.course(); c == nil || c.Title.En != "Medics" || len(c.Blocks) != 0 {
		t.Fatalf("%+v", p.course())
	}
	f.block = func(b model.Block) model.Block {
		b.Title = words("First", "")
		return b
	}
	f.press("enter", "a")
	if c := p.course(); titles(c) != "First" || c.Blocks[0].Key != 1 {
		t.Errorf("%s", titles(c))
	}
}

// The blocks of a plan are those of the course it was made of, each once.
func TestBlocksOfPlan(t *testing.T) {
	f := begin(t, "en")
	course := must(model.NewCourse(own()))
	c := f.Cohort()
	list := course.Take(c, f.NewID)
	for i, s := range list {
		s.Start = c.First.Days(i).At(40)
	}
	model.SortSessions(list)
	got := Blocks(c, list)
	if len(got) != 3 {
		t.Fatalf("%d blocks of %d sessions", len(got), len(list))
	}
	for i, b := range got {
		want := course.Blocks[i]
		if b.Key != want.Key || b.Title != want.Title || b.Together != want.Together || !slices.Equal(b.After, want.After) {
			t.Errorf("%+v", b)
		}
	}
	if got[1].Usual != (model.Usual{Day: 2, At: 40}) {
		t.Errorf("usually %+v", got[1].Usual)
	}
	if _, err := model.NewCourse(model.Course{ID: id(9), Title: words("x", ""), Days: 5, Blocks: got}); err != nil {
		t.Error(err)
	}
}

func TestOfPlan(t *testing.T) {
	f := begin(t, "en")
	course := must(model.NewCourse(own()))
	var ch model.Change
	for _, s := range course.Take(f.Cohort(), f.NewID) {
		ch.Puts = append(ch.Puts, model.Put{Record: must(model.NewSession(*s))})
	}
	f.desk = f.desk.With(ch, 2)
	p := f.open(120, 40)
	f.press("m", "ctrl+s")
	if c := p.course(); len(f.acts) != 1 || len(c.Blocks) != 3 || c.Title.En != "As taught to MEX-26-1" {
		t.Errorf("%d acts, %+v", len(f.acts), c)
	}
}

func TestScreens(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for name, keys := range map[string][]string{
				"courses": nil, "blocks": {"enter", "end"}, "built-in": {"home", "enter", "x"},
			} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], tag), func(t *testing.T) {
					f := begin(t, tag)
					f.env.Theme = kit.NewTheme(kit.Mono)
					f.open(size[0], size[1])
					f.press(keys...)
					golden.RequireEqual(t, []byte(f.screen(size[0], size[1]).Plain()))
				})
			}
		}
	}
}

// Nothing comes out wider or taller than asked, whatever the records say.
func TestFit(t *testing.T) {
	for _, keys := range [][]string{nil, {"enter"}} {
		f := begin(t, "es")
		c := own()
		hostile := kittest.Hostile()
		for i := range c.Blocks {
			if text := model.Clean(hostile[i%len(hostile)]); text != "" {
				c.Blocks[i].Title = words(text[:min(len(text), 40)], "")
			}
		}
		f.desk = f.desk.With(model.Change{Puts: []model.Put{{Record: must(model.NewCourse(c))}}}, 2)
		f.open(100, 30)
		f.press(keys...)
		for _, w := range []int{1, 7, 30, 60, 80, 95, 96, 120, 200} {
			for _, h := range []int{1, 3, 8, 13, 24, 40} {
				if fault := kittest.Misfit(f.screen(w, h).String(), w, h); fault != "" {
					t.Fatalf("at %d×%d: %s", w, h, fault)
				}
			}
		}
	}
}

// Every key of the page has its words, and no two share one.
func TestKeys(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		f := begin(t, tag)
		p := f.open(120, 40)
		for range 2 {
			acts := p.Actions()
			if same := kit.Collisions(acts); len(same) > 0 {
				t.Error(same)
			}
			for _, a := range acts {
				if a.Label(f.env) == "" || strings.Contains(a.Label(f.env), ".") {
					t.Errorf("%s: %s has no words", tag, a.ID)
				}
			}
			f.press("enter")
		}
	}
}
