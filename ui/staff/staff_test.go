package staff

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

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, full := range []bool{true, false} {
			for _, size := range [][2]int{{80, 20}, {120, 36}, {200, 46}} {
				for i, page := range []string{"people", "places", "vehicles", "kit", "rules"} {
					if !full && size[0] != 80 {
						continue
					}
					name := fmt.Sprintf("%s-%s-%dx%d", page, tag, size[0], size[1])
					if !full {
						name += "-empty"
					}
					t.Run(name, func(t *testing.T) {
						h := newHost(t, tag, full)
						for range i {
							h.Press("right")
						}
						h.Press("down", "down", "down", "down", "down")
						screen := h.Screen(size[0], size[1])
						golden.RequireEqual(t, screen)
						// Nothing in the list is cut short.
						for _, line := range strings.Split(screen, "\n") {
							if strings.Contains(line, "──") {
								break
							}
							if strings.Contains(line, "…") {
								t.Errorf("cut: %s", line)
							}
						}
					})
				}
			}
		}
	}
}

func TestCertificate(t *testing.T) {
	h := newHost(t, "en", true)
	id, _ := h.tab.page().grid().CurrentKey()
	n := len(h.Desk().Staff.Get(id).Quals)
	h.Press("c", "end", "enter", "ctrl+s")
	if got := len(h.Desk().Staff.Get(id).Quals); got != n+1 {
		t.Fatalf("%d certificates, then %d\n%s", n, got, h.Screen(120, 36))
	}
	h.Press("c", "enter", "tab", "tab", "tab", "space", "ctrl+s")
	if got := len(h.Desk().Staff.Get(id).Quals); got != n {
		t.Fatalf("%d certificates after one was withdrawn, not %d", got, n)
	}
}

func TestBookingEveryWeek(t *testing.T) {
	h := newHost(t, "en", true)
	h.Press("right")
	id, _ := h.tab.page().grid().CurrentKey()
	n := len(h.Desk().Places.Get(id).Bookings)
	h.Press("b", "tab", "tab", "tab", "tab")
	h.Type("Rotary")
	h.Press("tab", "tab", "ctrl+a", "ctrl+k")
	h.Type("3")
	h.Press("ctrl+s")
	b := h.Desk().Places.Get(id).Bookings
	if len(b) != n+3 || b[n+2].From-b[n+1].From != 7*model.Day || b[n].By != "Rotary" {
		t.Fatalf("%+v\n%s", b, h.Screen(120, 36))
	}
	h.Press("B", "tab", "enter")
	if got := len(h.Desk().Places.Get(id).Bookings); got != n+2 {
		t.Fatalf("%d bookings after one was taken out", got)
	}
}

func TestRemove(t *testing.T) {
	h := newHost(t, "en", true)
	for range 4 { // rules stay
		acts := len(h.Acts)
		h.Press("x")
		if id, _ := h.tab.page().grid().CurrentKey(); len(h.Acts) == acts {
			if w := h.Last(); w != "staff.in-use" && w != "staff.in-course" {
				t.Errorf("%s: told %q", h.tab.page().id(), w)
			}
		} else if len(planned(h.Desk(), h.tab.page().kind(), id)) > 0 {
			t.Errorf("%s: removed what is needed", h.tab.page().id())
		}
		h.Press("right")
	}
	// A place that nobody needs goes, and the ways to it with it.
	h.tab.front = 0
	h.Press("right", "d", "ctrl+s")
	id, _ := h.tab.page().grid().CurrentKey()
	if id[0] != 0xff {
		t.Fatalf("the cursor is not on the copy\n%s", h.Screen(120, 36))
	}
	var other model.Place
	for p := range h.Desk().Places.All {
		if p.ID != id {
			other = *p
		}
	}
	other.Travel = append(slices.Clone(other.Travel), model.Leg{To: id, Minutes: 5})
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{h.Desk().Put(&other)}}, 9))
	h.Press("x")
	if h.Desk().Places.Get(id) != nil {
		t.Fatalf("still there: %v", h.Told)
	}
	if slices.ContainsFunc(h.Desk().Places.Get(other.ID).Travel, func(l model.Leg) bool { return l.To == id }) {
		t.Fatal("a way leads nowhere")
	}
}

func TestCopies(t *testing.T) {
	h := newHost(t, "en", true)
	h.Press("right", "right", "d", "ctrl+s")
	id, _ := h.tab.page().grid().CurrentKey()
	if v := h.Desk().Vehicles.Get(id); v.Name != "ATV 3" || len(v.Out) > 0 {
		t.Fatalf("%+v", v)
	}
	if got := nextName("Tower", func(s string) bool { return s == "Tower 2" }); got != "Tower 3" {
		t.Fatal(got)
	}
}

func TestSessions(t *testing.T) {
	h := newHost(t, "es", true)
	h.Press("s", "enter")
	if len(h.Jumps) != 1 || h.Jumps[0].Kind != model.KindSession {
		t.Fatalf("%v", h.Jumps)
	}
	h.Press("n")
	h.Type("Ana")
	h.Press("ctrl+s", "s")
	if h.Last() != "staff.idle" {
		t.Fatalf("told %q", h.Last())
	}
}

// An edit is made on the revision that the form was opened on.
func TestFormHoldsItsRevision(t *testing.T) {
	h := newHost(t, "en", true)
	id, _ := h.tab.page().grid().CurrentKey()
	was := h.Desk().RevOf(model.Ref{Kind: model.KindStaff, ID: id})
	h.Press("e")
	other := *h.Desk().Staff.Get(id)
	other.Note = "changed elsewhere"
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: &other}}}, 77))
	h.Press("tab", "tab", "tab", "x", "ctrl+s")
	if got := h.Acts[0].Puts[0].Was; got != was {
		t.Fatalf("made on revision %d, not %d", got, was)
	}
}

func TestActionsHaveWords(t *testing.T) {
	roots := []string{"u", "ctrl+r", "ctrl+l", "?", "ctrl+p", ":", "tab", "shift+tab", "q", "ctrl+c", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	for _, tag := range lang.Languages() {
		h := newHost(t, tag, true)
		h.Resize(80, 16)
		for range h.tab.pages {
			h.Press("/", "a", "enter")
			acts := h.tab.Actions()
			if c := kit.Collisions(acts); len(c) > 0 {
				t.Errorf("%s: %v", h.tab.page().id(), c)
			}
			for _, a := range acts {
				if !h.Env().Lang.Has("action."+a.ID) || a.Label(h.Env()) != h.Env().T("action."+a.ID) {
					t.Errorf("%s: the label of %s is %q", tag, a.ID, a.Label(h.Env()))
				}
				for _, k := range a.Keys {
					if slices.Contains(roots, k) {
						t.Errorf("%s takes the program's key %s", a.ID, k)
					}
				}
			}
			h.Press("esc", "right")
		}
	}
}

func TestIDsAreInTheCatalogue(t *testing.T) {
	e := kittest.Env("es")
	for _, s := range model.Skills {
		for _, p := range []string{"staff.skill.", "staff.abbr.", "staff.code.", "word.skill."} {
			if !e.Lang.Has(p + string(s)) {
				t.Errorf("no %s%s", p, s)
			}
		}
	}
}

// The table of skills is as wide as its head in every form and language, and
// the narrowest leaves room for what else 80 columns must show.
func TestTable(t *testing.T) {
	s := &model.Staff{}
	for _, tag := range lang.Languages() {
		e := kittest.Env(tag)
		for _, room := range []int{0, 60, 200} {
			tb := tableFor(e, room)
			if kit.Width(tb.head()) != tb.width() || kit.Width(tb.row(s, 1)) > tb.width() {
				t.Errorf("%s, %d: head %d, row %d, width %d", tag, room, kit.Width(tb.head()), kit.Width(tb.row(s, 1)), tb.width())
			}
		}
		if w := tableFor(e, 0).width(); w != 44 {
			t.Errorf("%s: the narrowest is %d wide", tag, w)
		}
		if w := tableFor(e, 60).width(); w > 60 || w < 55 {
			t.Errorf("%s: with three letters it is %d wide", tag, w)
		}
	}
}

func TestPeaks(t *testing.T) {
	k := model.ID{7}
	day := model.Date(20000)
	session := func(from, length, count int, placed bool) *model.Session {
		s := &model.Session{Block: model.Block{Length: length, Kit: []model.KitNeed{{Kit: k, Count: count}}}}
		if placed {
			s.Start = day.At(from)
		}
		return s
	}
	got := peaks(&model.Cohort{}, []*model.Session{
		session(30, 8, 3, true), session(34, 8, 4, true), session(38, 4, 2, true), session(0, 4, 5, false),
	})
	if got[k] != (need{7, day.At(34)}) {
		t.Fatalf("%+v", got[k])
	}
}

func TestFit(t *testing.T) {
	h := newHost(t, "es", true)
	var c model.Change
	for i, s := range kittest.Hostile() {
		id := model.ID{9, byte(i)}
		if r, err := model.NewStaff(model.Staff{ID: id, Family: "x" + cut(s, 70), Given: cut(s, 70), Note: s, Speaks: []string{"es"}}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
		if r, err := model.NewPlace(model.Place{ID: id, Name: "x" + cut(s, 70), Site: cut(s, 70), Kind: model.Gym, Note: s}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
		if r, err := model.NewVehicle(model.Vehicle{ID: id, Name: "x" + cut(s, 70), Kind: model.Van, Note: s}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
		if r, err := model.NewKit(model.Kit{ID: id, Name: model.OneText("es", "x"+cut(s, 70)), Note: s}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
	}
	if len(c.Puts) < 30 {
		t.Fatalf("only %d hostile records", len(c.Puts))
	}
	h.Set(h.Desk().With(c, 5))
	for range 4 { // the rules have a test of their own
		if testing.Short() && h.tab.front > 1 {
			break
		}
		h.tab.Open(model.Ref{Kind: h.tab.page().kind(), ID: model.ID{9, 12}})
		kittest.Fit(t, h.tab.Resize, h.tab.Draw)
		h.Press("right")
	}
}

func cut(s string, n int) string {
	r := []rune(strings.ToValidUTF8(s, ""))
	return string(r[:min(len(r), n)])
}

// many has a thousand people and as many places.
func many(t testing.TB) *host {
	h := newHost(t, "en", true)
	var c model.Change
	for i := range 1000 {
		id := model.ID{8, byte(i / 256), byte(i)}
		s, _ := model.NewStaff(model.Staff{ID: id, Family: fmt.Sprintf("Zamora %03d", i), Given: "Luz", Quals: []model.Qualification{{Skill: model.SkillRSO}}})
		p, _ := model.NewPlace(model.Place{ID: id, Name: fmt.Sprintf("Room %d", i), Kind: model.Classroom})
		c.Puts = append(c.Puts, model.Put{Record: s}, model.Put{Record: p})
	}
	h.Set(h.Desk().With(c, 5))
	return h
}

func TestThousand(t *testing.T) {
	h := many(t)
	h.Press("end")
	if s := h.Screen(120, 36); !strings.Contains(s, "Zamora 999") || !strings.Contains(s, "1012") {
		t.Fatal(s)
	}
	h.Press("/")
	h.Type("ruiz safety officer")
	h.Press("enter")
	if s := h.Screen(120, 36); !strings.Contains(s, "Ruiz, Elena") || strings.Contains(s, "Zamora") {
		t.Fatal(s)
	}
	h.Press("esc")
	if text, _ := h.tab.page().grid().Filter(); text != "" {
		t.Fatal("esc left the filter")
	}
}

func TestMouse(t *testing.T) {
	h := newHost(t, "en", true)
	h.Resize(120, 36)
	l := h.tab.layout(h.tab.page())
	labels := h.tab.labels(l.labels)
	h.tab.Update(tea.MouseClickMsg{X: labels[1].x, Y: l.labels.Y, Button: tea.MouseLeft})
	if h.tab.page().id() != "places" {
		t.Fatal("a label does not answer")
	}
	l = h.tab.layout(h.tab.page())
	head := h.tab.page().grid().Layout().Body.Y
	h.tab.Update(tea.MouseClickMsg{X: l.list.X + 5, Y: l.list.Y + head + 2, Button: tea.MouseLeft})
	if row, _ := h.tab.page().grid().Current(); row != 2 {
		t.Fatalf("row %d", row)
	}
	h.tab.turn(-1)
	l = h.tab.layout(h.tab.page())
	if !h.tab.longer() {
		t.Fatal("the detail is too short for this test")
	}
	h.tab.Update(kit.WheelMsg{X: l.detail.X + 3, Y: l.detail.Y + 1, Delta: 2})
	if h.tab.top != 2 {
		t.Fatalf("the detail is at %d", h.tab.top)
	}
	h.tab.Update(tea.MouseClickMsg{X: l.list.X + 5, Y: l.list.Y + head + 4, Button: tea.MouseLeft})
	if row, _ := h.tab.page().grid().Current(); row != 4 || h.tab.top != 0 {
		t.Fatalf("row %d, detail at %d", row, h.tab.top)
	}
}

func TestCursorStays(t *testing.T) {
	h := newHost(t, "en", true)
	h.Press("down", "down")
	id, _ := h.tab.page().grid().CurrentKey()
	s, _ := model.NewStaff(model.Staff{ID: model.ID{3}, Family: "Aa"})
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: s}}}, 5))
	if now, _ := h.tab.page().grid().CurrentKey(); now != id {
		t.Fatal("the cursor moved")
	}
	h.Set(&model.Desk{}) // everything gone: no panic, and a word
	if s := h.Screen(80, 20); !strings.Contains(s, "Press n") {
		t.Fatal(s)
	}
}

// BenchmarkKeyToFrame is one key and the frame that answers it. Budget: p99
// under 2 ms at 120x40.
func BenchmarkKeyToFrame(b *testing.B) {
	for name, h := range map[string]*host{"sample": newHost(b, "en", true), "thousand": many(b)} {
		for range h.tab.pages {
			b.Run(name+"/"+h.tab.page().id(), func(b *testing.B) {
				c := kit.NewCanvas(120, 36)
				h.Resize(120, 36)
				b.ReportAllocs()
				n := 0
				for b.Loop() {
					h.Press([]string{"down", "up"}[n%2])
					c.Clear(c.Bounds())
					h.tab.Draw(c)
					_ = c.String()
					n++
				}
			})
			h.Press("right")
		}
		b.Run(name+"/changed", func(b *testing.B) {
			for b.Loop() {
				h.tab.Changed()
			}
		})
	}
}
