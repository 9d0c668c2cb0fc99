package today

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, v := range []struct {
			name string
			full bool
			do   func(*host)
		}{
			{"empty", false, func(*host) {}},
			{"before", true, func(*host) {}},
			{"runs", true, func(h *host) { h.later(40 * time.Minute) }},
			{"due", true, func(h *host) { h.Press("right") }},
			{"tomorrow", true, func(h *host) { h.Press("]") }},
			{"missing", true, func(h *host) { lose(t, h); h.Press("home", "up") }},
			{"two", true, func(h *host) { h.later(40 * time.Minute); another(t, h) }},
			{"between", true, func(h *host) { h.later(10 * 24 * time.Hour) }},
			{"sheet", true, func(h *host) { h.Press("P") }},
			{"sieve", true, func(h *host) { h.Press("f") }},
		} {
			for _, size := range [][2]int{{80, 20}, {120, 36}, {200, 46}} {
				if size[0] == 200 && v.name != "runs" {
					continue
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", v.name, tag, size[0], size[1]), func(t *testing.T) {
					h := newHost(t, tag, v.full)
					h.Resize(size[0], size[1])
					v.do(h)
					golden.RequireEqual(t, h.Screen(size[0], size[1]))
				})
			}
		}
	}
}

// What fits is written: nothing runs beyond a line, in no state, at no size.
func TestFit(t *testing.T) {
	h := newHost(t, "es", true)
	lose(t, h)
	another(t, h)
	var list []model.Record
	hostile := kittest.Hostile()
	text := func(i int) string {
		r := []rune("x" + hostile[i%len(hostile)])
		return string(r[:min(len(r), 70)])
	}
	i := 0
	for s := range h.Desk().Sessions.All {
		n := *s
		n.Block.Title, n.Note = model.OneText("es", text(i)), text(i+1)
		i++
		list = append(list, &n)
	}
	for s := range h.Desk().Staff.All {
		n := *s
		n.Called, n.Family = "", text(i)
		i++
		list = append(list, &n)
	}
	for p := range h.Desk().People.All {
		n := *p
		n.Family, n.Given = text(i), text(i+1)
		i++
		list = append(list, &n)
	}
	for p := range h.Desk().Places.All {
		n := *p
		n.Name, n.Short = text(i), ""
		i++
		list = append(list, &n)
	}
	h.put(t, list...)
	draw := func(c *kit.Canvas) {
		h.tab.Draw(c)
		h.Stack.Draw(c)
	}
	for _, v := range []struct {
		every bool // at every size
		keys  []string
	}{
		{true, nil},
		{true, []string{"right"}},
		{false, []string{"home", "up"}},
		{false, []string{"]"}},
		{false, []string{".", "/", "x"}},
		{false, []string{"esc", "esc", "P"}},
		{false, []string{"n", "s", "right"}},
	} {
		h.Press(v.keys...)
		if v.every {
			kittest.Fit(t, h.Resize, draw)
			continue
		}
		for _, size := range [][2]int{{1, 1}, {20, 5}, {59, 17}, {80, 20}, {99, 30}, {100, 12}, {120, 36}} {
			c := kit.NewCanvas(size[0], size[1])
			h.Resize(size[0], size[1])
			draw(c)
			if fault := kittest.Misfit(c.String(), size[0], size[1]); fault != "" {
				t.Fatalf("%v at %v: %s", v.keys, size, fault)
			}
			if x, y, ok := h.tab.Cursor(); ok && (x < 0 || y < 0) {
				t.Fatalf("the cursor is at %d, %d", x, y)
			}
		}
	}
}

func TestActionsHaveWords(t *testing.T) {
	program := []string{"u", "ctrl+r", "ctrl+l", "?", "ctrl+p", ":", "tab", "shift+tab", "q", "ctrl+c", "ctrl+g", "ctrl+e", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	for _, tag := range lang.Languages() {
		h := newHost(t, tag, true)
		lose(t, h)
		for _, keys := range [][]string{{}, {"right"}, {"left", "home", "up"}, {"]"}, {"right", "/", "a", "enter"}} {
			h.Press(keys...)
			acts := h.tab.Actions()
			if c := kit.Collisions(acts); len(c) > 0 {
				t.Errorf("%v: %v", keys, c)
			}
			for _, a := range acts {
				if !h.Env().Lang.Has("action."+a.ID) || a.Label(h.Env()) != h.Env().T("action."+a.ID) {
					t.Errorf("%s: the label of %s is %q", tag, a.ID, a.Label(h.Env()))
				}
				for _, k := range a.Keys {
					if slices.Contains(program, k) {
						t.Errorf("%s takes the program's key %s", a.ID, k)
					}
				}
			}
		}
	}
}

// Whatever is pressed, whenever: nothing breaks, and every frame fits.
func TestMonkey(t *testing.T) {
	keys := []string{
		"up", "down", "left", "right", "enter", "esc", "home", "end", "pgdown", "m", "e", "f", "/", "a", "P", "n", "s", "E", "[", "]", ".", "C", "B", "Z", "R", "M", "D", "A", "<", ">",
	}
	h := newHost(t, "es", true)
	h.Idle = true
	lose(t, h)
	another(t, h)
	c := kit.NewCanvas(80, 20)
	rapid.Check(t, func(t *rapid.T) {
		h.Stack.CloseAll()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 12).Draw(t, "keys") {
			h.Press(k)
			if rapid.IntRange(0, 9).Draw(t, "minute") == 0 {
				h.Clock = h.Clock.Add(7 * time.Minute)
				h.tab.Changed()
			}
		}
		c.Reset(80, 20)
		h.Resize(80, 20)
		h.tab.Draw(c)
		if fault := kittest.Misfit(c.String(), 80, 20); fault != "" {
			t.Fatal(fault)
		}
	})
}

func TestStandings(t *testing.T) {
	h := newHost(t, "en", true)
	k := &h.tab.classes[0]
	s := *k.sessions[0]
	takers := s.Takers(k.cohort)
	mark := func(n int, p model.Presence, done bool) *model.Roll {
		r := &model.Roll{ID: s.ID, Cohort: s.Cohort, Done: done}
		for _, seat := range takers[:n] {
			r.Marks = append(r.Marks, model.Mark{Person: seat.Person, State: p})
		}
		return r
	}
	sheet := func(n int, v model.Verdict) *model.Sheet {
		out := &model.Sheet{ID: s.ID, Cohort: s.Cohort}
		for _, seat := range takers[:n] {
			out.Rows = append(out.Rows, model.Score{Person: seat.Person, Attempt: 1, Verdict: v})
		}
		return out
	}
	all := len(takers)
	was := h.Desk()
	for _, v := range []struct {
		name          string
		put           model.Record
		now           int // minutes after it began
		roll, results standing
	}{
		{"to come", nil, -10, standing{text: "–"}, standing{}},
		{"begun", nil, 0, standing{text: "not called", owed: true}, standing{}},
		{"half", mark(4, model.Here, false), 5, standing{text: "4 of 10 so far", owed: true}, standing{}},
		{"called", mark(all, model.Late, true), 5, standing{text: "10 of 10", done: true}, standing{}},
		{"away", mark(all, model.Excused, true), 5, standing{text: "0 of 10", done: true}, standing{}},
		{"missing", mark(1, model.Missing, false), 5, standing{text: "1 missing!", alarm: true}, standing{}},
		{"scored", sheet(all, model.Passed), 500, standing{text: "not called", owed: true}, standing{text: "10 of 10", done: true}},
		{"some scored", sheet(3, model.Passed), 500, standing{text: "not called", owed: true}, standing{text: "3 of 10", owed: true}},
		{"failed", sheet(2, model.Failed), 500, standing{text: "not called", owed: true}, standing{text: "2 failed", alarm: true}},
	} {
		h.Set(was)
		if v.put != nil {
			h.put(t, v.put)
		}
		c := *k
		c.now = s.Start.Minute() + model.Minute(v.now)
		if got := h.tab.stateOf(&c, &s); got != v.roll {
			t.Errorf("%s: roll %+v", v.name, got)
		}
		if got := h.tab.resultsOf(&c, &s); got != v.results {
			t.Errorf("%s: results %+v", v.name, got)
		}
	}
	off := s
	off.Off = &model.Off{}
	if got := h.tab.stateOf(k, &off); got.text != "called off" || got.owed {
		t.Errorf("called off: %+v", got)
	}
}
