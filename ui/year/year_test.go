package year

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/tab/tabtest"
)

// fake is a host, and the cohort that was taken.
type fake struct {
	*tabtest.Host
	chosen model.ID
}

func date(y, m, d int) model.Date {
	v, _ := model.NewDate(y, m, d)
	return v
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func id(k model.Kind, n int) model.ID {
	return model.ID{0: 1, 12: byte(k), 13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)}
}

// begin is n cohorts, one every three weeks from January on; the third has two
// sessions at one time, the second is closed.
func begin(t testing.TB, tag string, n int) *fake {
	t.Helper()
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	states := []model.CohortState{model.Running, model.Closed, model.Planning, model.Published}
	for i := range n {
		first := date(2026, 1, 12).Days(21 * (i % 200))
		v := must(model.NewCohort(model.Cohort{
			ID: id(model.KindCohort, i+1), Code: fmt.Sprintf("MEX-26-%d", i+1), Title: "Sonora & Chihuahua", Zone: "America/New_York",
			First: first, Last: first.Days(11), Squads: 1, Places: 30, State: states[i%len(states)],
		}))
		put(v)
		if v.State == model.Closed {
			continue
		}
		for k := range 12 {
			at := first.Days(k % 5).At(32 + 16*(k/5))
			if i%4 == 2 && k == 1 {
				at = first.At(34)
			}
			put(must(model.NewSession(model.Session{
				ID: id(model.KindSession, 100*(i+1)+k), Cohort: v.ID, Squads: 1, Start: at,
				Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Class"}, Length: 12},
			})))
		}
	}
	f := &fake{Host: tabtest.New(t, tag, kittest.Now())}
	f.InHand = id(model.KindCohort, 1)
	f.Set((&model.Desk{}).With(c, 1))
	return f
}

func (f *fake) open(w, h int) *strip {
	f.Stack.Resize(w, h)
	Open(f, func(id model.ID) tea.Cmd {
		f.chosen = id
		return nil
	})
	return tabtest.Top[*strip](f.Host)
}

func TestScreens(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
			for name, n := range map[string]int{"none": 0, "few": 6, "many": 60} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], tag), func(t *testing.T) {
					f := begin(t, tag, n)
					f.open(size[0], size[1])
					golden.RequireEqual(t, []byte(f.Screen(size[0], size[1])))
				})
			}
		}
	}
}

// enter takes the cohort under the cursor.
func TestChoose(t *testing.T) {
	f := begin(t, "en", 6)
	f.open(120, 40)
	f.Press("down", "down", "enter")
	if f.chosen != id(model.KindCohort, 3) || !f.Stack.Empty() {
		t.Errorf("chosen %v", f.chosen)
	}
}

// A week says how full it is, and that something clashes in it.
func TestWeeks(t *testing.T) {
	f := begin(t, "en", 4)
	s := f.open(120, 40)
	p := s.read(f.Desk().Cohorts.Get(id(model.KindCohort, 1)))
	if got := p.weeks[date(2026, 1, 12)]; got != 144 {
		t.Errorf("%d quarters, want 144", got)
	}
	p = s.read(f.Desk().Cohorts.Get(id(model.KindCohort, 3)))
	if p.hard == 0 || !p.wrong[date(2026, 2, 23)] {
		t.Errorf("%d clashes in %v", p.hard, p.wrong)
	}
	if text := s.weeks(f.Desk().Cohorts.Get(id(model.KindCohort, 3))); !strings.Contains(text, "!") {
		t.Errorf("%q", text)
	}
}

// The weeks follow the cursor, and the keys that go sideways.
func TestTurn(t *testing.T) {
	f := begin(t, "en", 60)
	s := f.open(80, 24)
	f.Press("end")
	last := s.rows[len(s.rows)-1]
	if s.current() != last || last.First < s.from || last.First > s.from.Days(7*s.n) {
		t.Fatal("the weeks of the last cohort are not in sight")
	}
	from := s.from
	f.Press("left")
	if s.from != from.Days(-28) {
		t.Errorf("from %v", s.from)
	}
	f.Press("/", "M", "E", "X", "-", "2", "6", "-", "1", "7", "enter")
	if c := s.current(); c == nil || c.Code != "MEX-26-17" {
		t.Error("a cohort is not found by its code")
	}
}

func TestFit(t *testing.T) {
	f := begin(t, "es", 60)
	f.open(100, 30)
	f.Fits([]int{1, 7, 30, 60, 80, 89, 90, 120, 200}, []int{1, 3, 8, 13, 24, 40})
}

// A key to a frame, with a thousand cohorts.
func BenchmarkKeyToFrame(b *testing.B) {
	f := begin(b, "en", 1000)
	f.open(120, 40)
	c := kit.NewCanvas(120, 40)
	keys := []string{"down", "right", "down", "left"}
	for i := 0; b.Loop(); i++ {
		f.Press(keys[i%len(keys)])
		c.Reset(120, 40)
		f.Stack.Draw(c)
		_ = c.String()
	}
}

// Opening it on a thousand cohorts.
func BenchmarkOpen(b *testing.B) {
	f := begin(b, "en", 1000)
	for b.Loop() {
		f.open(120, 40)
		f.Stack.CloseAll()
	}
}
