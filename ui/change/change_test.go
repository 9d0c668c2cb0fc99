package change

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// sick has Ruiz absent from now, Thursday 07:30, until Thursday night.
func sick(t testing.TB, tag string) *host {
	t.Helper()
	h := newHost(t, tag, 8)
	Absent(h, ruiz)
	h.Press("ctrl+s")
	return h
}

func (h *host) hurts(t testing.TB) *hurtList {
	t.Helper()
	l, ok := h.Stack.Top().(*hurtList)
	if !ok {
		t.Fatalf("no list of what hurts: %T, told %v\n%s", h.Stack.Top(), h.Told, h.Screen(120, 36))
	}
	return l
}

// What an absence on record covers is not entered again.
func TestAbsentOnce(t *testing.T) {
	h := sick(t, "en")
	h.Stack.CloseAll()
	Absent(h, ruiz)
	h.Press("ctrl+s")
	if s := h.Screen(80, 24); len(h.Acts) != 1 || !strings.Contains(s, "entered as absent") {
		t.Errorf("%d acts\n%s", len(h.Acts), s)
	}
}

func TestAbsentIsOneFormAndOneAct(t *testing.T) {
	h := newHost(t, "en", 8)
	Open(h)
	h.Press("enter")
	h.Press("enter") // the list: those with parts today first, most parts first
	if s := h.Screen(120, 36); !strings.Contains(s, "2 sessions today") || strings.Index(s, "Ruiz") > strings.Index(s, "Vega") {
		t.Fatal(s)
	}
	h.Type("ruiz")
	h.Press("enter", "ctrl+s")
	if len(h.Acts) != 1 || len(h.Acts[0].Puts) != 1 {
		t.Fatalf("%d acts: %s", len(h.Acts), h.Screen(120, 36))
	}
	a := h.Desk().Staff.Get(ruiz).Absences
	th := thursday()
	if len(a) != 1 || a[0].Span != (model.Span{From: th.At(30), To: th.At(96)}) || a[0].Reason != model.Sick {
		t.Fatalf("%+v", a)
	}
	l := h.hurts(t)
	var where []model.ID
	for _, x := range l.list {
		if len(where) == 0 || where[len(where)-1] != x.session {
			where = append(where, x.session)
		}
	}
	if fmt.Sprint(where) != fmt.Sprint([]model.ID{pistol1, pistol2}) {
		t.Errorf("it hurts in %v", where)
	}
	h.Press("enter")
	if len(h.Jumps) != 1 || h.Jumps[0] != (model.Ref{Kind: model.KindSession, ID: pistol1}) {
		t.Errorf("jumped to %v", h.Jumps)
	}
}

func TestSubstitute(t *testing.T) {
	h := sick(t, "en")
	l := h.hurts(t)
	list := l.v.mends(h.Board(), h.Desk().Sessions.Get(pistol1))
	ok := map[model.ID]bool{}
	for _, m := range list {
		ok[m.id] = m.ok()
	}
	// Vega is qualified and free; Pons is no firearms instructor, Castro is
	// elsewhere, Ortega is on the line already and not in the list.
	if !ok[vega] || ok[pons] || ok[castro] || list[0].id != vega {
		t.Fatalf("%+v", list)
	}
	if _, there := ok[ortega]; there {
		t.Error("who is in the session cannot take another part of it")
	}
	h.Press("s")
	if s := h.Screen(120, 36); !strings.Contains(s, "Vega, Ana") || !strings.Contains(s, "free that day") {
		t.Fatal(s)
	}
	h.Press("enter")
	s := h.Desk().Sessions.Get(pistol1)
	if s.Has(ruiz) || !s.Has(vega) || s.Staff[0] != (model.Part{Staff: vega, Role: model.Lead}) {
		t.Fatalf("%+v", s.Staff)
	}
	for _, x := range h.hurts(t).list {
		if x.session == pistol1 {
			t.Errorf("still hurt: %s", h.Env().Say(x.text))
		}
	}
	if len(h.Acts) != 2 || h.Last() != "change.done.absent" {
		t.Errorf("%d acts, told %q", len(h.Acts), h.Last())
	}
}

// A station of a circuit is a part like any other: it hurts without its safety
// officer, and passes to the substitute.
func TestSubstituteAtAStation(t *testing.T) {
	h := newHost(t, "en", 8)
	s := h.Desk().Sessions.Get(pistol2).Clone()
	s.Staff[0].Staff = vega
	s.Circuit = &model.Circuit{Stations: []model.Post{{Name: "Lane 1", Lead: ruiz, Safety: ruiz}, {Name: "Lane 2", Safety: ortega}}}
	h.Commit(model.Change{Puts: []model.Put{{Record: &s}}})
	Absent(h, ruiz)
	h.Press("ctrl+s")
	v := h.hurts(t).v
	now := h.Desk().Sessions.Get(pistol2)
	if !v.needs(now) {
		t.Fatal("a session counts on nobody at its stations")
	}
	list := v.mends(h.Board(), now)
	if len(list) == 0 {
		t.Fatal("nobody is proposed")
	}
	for _, m := range list {
		if m.id == ortega || m.id == vega {
			t.Errorf("%s is in the session and takes another part of it", h.Env().Lang.Name(m.id))
		}
		if m.next[0].Employs(ruiz) || m.next[0].Circuit.Stations[0].Safety != m.id {
			t.Errorf("the station keeps who is absent: %+v", m.next[0].Circuit.Stations)
		}
	}
}

func TestSubstitutesForAllAreOneAct(t *testing.T) {
	h := sick(t, "es")
	h.Press("S")
	if len(h.Acts) != 2 || len(h.Acts[1].Puts) != 2 {
		t.Fatalf("%d acts\n%s", len(h.Acts), h.Screen(120, 36))
	}
	for _, id := range []model.ID{pistol1, pistol2} {
		if h.Desk().Sessions.Get(id).Has(ruiz) {
			t.Errorf("%v still has Ruiz", id)
		}
	}
	if l := h.hurts(t); len(l.list) != 0 || h.Last() != "change.all.done" {
		t.Errorf("%d left, told %q\n%s", len(l.list), h.Last(), h.Screen(120, 36))
	}
	h.Press("enter")
	if !h.Stack.Empty() {
		t.Error("the empty list does not close")
	}
}

func TestNobodyIsLeft(t *testing.T) {
	h := newHost(t, "en", 8)
	for _, who := range []model.ID{vega, ortega} { // the others are gone
		s := *h.Desk().Staff.Get(who)
		s.Quals = nil
		rec, err := model.NewStaff(s)
		if err != nil {
			t.Fatal(err)
		}
		h.Set(h.Desk().With(model.Change{Puts: []model.Put{h.Desk().Put(rec)}}, 3))
	}
	Absent(h, ruiz)
	h.Press("ctrl+s", "S")
	if len(h.Acts) != 1 || h.hurts(t).note.ID != "change.none.absent" {
		t.Fatalf("%d acts, %v", len(h.Acts), h.hurts(t).note)
	}
	// The list says why each cannot, and does not let one be chosen.
	h.Press("s", "enter")
	if len(h.Acts) != 1 {
		t.Fatal("somebody without the certificate was put in")
	}
}

// Nobody qualified is free, but somebody qualified can be freed: Ortega could
// lead Pistol 2 if Vega took over the class Ortega has then.
func TestSomebodyIsFreed(t *testing.T) {
	h := newHost(t, "en", 8)
	busy := h.Desk().Sessions.Get(law).Clone()
	busy.ID, busy.Start, busy.Squads = id('s', 9), thursday().At(52), model.SquadsOf(2)
	class, err := model.NewSession(busy)
	if err != nil {
		t.Fatal(err)
	}
	s := *h.Desk().Staff.Get(vega)
	s.Quals = []model.Qualification{{Skill: model.SkillClassroom}}
	teacher, err := model.NewStaff(s)
	if err != nil {
		t.Fatal(err)
	}
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: class}, h.Desk().Put(teacher)}}, 3))
	Absent(h, ruiz)
	h.Press("ctrl+s")
	for range h.hurts(t).list {
		if h.hurts(t).Result().ID == pistol2 {
			break
		}
		h.Press("down")
	}
	h.Press("s")
	if s := h.Screen(120, 36); !strings.Contains(s, "Vega takes Law") {
		t.Fatal(s)
	}
	h.Press("enter")
	if !h.Desk().Sessions.Get(pistol2).Has(ortega) || !h.Desk().Sessions.Get(class.ID).Has(vega) || h.Desk().Sessions.Get(class.ID).Has(ortega) {
		t.Fatalf("%+v, %+v", h.Desk().Sessions.Get(pistol2).Staff, h.Desk().Sessions.Get(class.ID).Staff)
	}
	if len(h.Acts) != 2 || len(h.Acts[1].Puts) != 2 {
		t.Errorf("%d acts", len(h.Acts))
	}
}

func TestClosedAndAnotherPlace(t *testing.T) {
	h := newHost(t, "en", 8)
	Closed(h, range1)
	h.Press("ctrl+s")
	b := h.Desk().Places.Get(range1).Bookings
	if len(b) != 1 || !b[0].Closed {
		t.Fatalf("%+v", b)
	}
	h.Press("v", "enter")
	if got := h.Desk().Sessions.Get(pistol1).Place; got != range2 {
		t.Fatalf("in %v\n%s", got, h.Screen(120, 36))
	}
	h.Press("V")
	if got := h.Desk().Sessions.Get(pistol2).Place; got != range2 || len(h.hurts(t).list) != 0 {
		t.Fatalf("in %v\n%s", got, h.Screen(120, 36))
	}
	if h.Desk().Sessions.Get(friday).Place != range1 {
		t.Error("tomorrow's was moved too")
	}
}

func TestLateAndHereAfterAll(t *testing.T) {
	h := newHost(t, "en", 8)
	Late(h, officer(1))
	h.Press("tab")
	h.Type("13")
	h.Press("ctrl+s")
	v, _ := h.Cohort().Seat(officer(1))
	if v.Arrives != thursday().At(52) {
		t.Fatalf("%v\n%s", v.Arrives, h.Screen(120, 36))
	}
	var missed []model.ID
	for _, x := range h.hurts(t).list {
		if len(missed) == 0 || missed[len(missed)-1] != x.session {
			missed = append(missed, x.session)
		}
	}
	if fmt.Sprint(missed) != fmt.Sprint([]model.ID{pistol1, law}) {
		t.Errorf("misses %v", missed)
	}
	h.Press("s", "S", "v", "V") // nobody takes an officer's place
	if len(h.Acts) != 1 {
		t.Fatal("an officer was replaced")
	}
	h.Press("esc")
	Late(h, officer(1))
	h.Press("tab", "tab", "space", "ctrl+s")
	if v, _ := h.Cohort().Seat(officer(1)); !v.Arrives.IsZero() {
		t.Fatalf("%v\n%s", v.Arrives, h.Screen(120, 36))
	}
	if h.Last() != "change.no-harm.late" || !h.Stack.Empty() {
		t.Errorf("told %q", h.Last())
	}
}

func TestNoHarmIsSaid(t *testing.T) {
	h := newHost(t, "en", 8)
	Absent(h, vega)
	h.Press("ctrl+s")
	if h.Last() != "change.no-harm.absent" || !h.Stack.Empty() || len(h.Acts) != 1 {
		t.Fatalf("told %q", h.Last())
	}
}

func TestNothingIsTakenForGranted(t *testing.T) {
	h := newHost(t, "en", 8)
	Absent(h, model.ID{})
	h.Press("ctrl+s")
	if h.Stack.Empty() || len(h.Acts) != 0 {
		t.Fatal("nobody was absent, and it was kept")
	}
	h.Stack.CloseAll()
	Absent(h, ruiz)
	h.Press("tab", "tab") // the day before yesterday
	h.Press("ctrl+u")
	h.Type("-2")
	h.Press("ctrl+s")
	if h.Stack.Empty() || len(h.Acts) != 0 {
		t.Fatalf("ended before it began, and was kept\n%s", h.Screen(120, 36))
	}
}

// Another day than today is meant from its morning on, and to its end.
func TestAnotherDay(t *testing.T) {
	h := newHost(t, "en", 8)
	Absent(h, ruiz)
	h.Press("ctrl+u")
	h.Type("fri")
	h.Press("tab", "ctrl+s")
	fri := thursday().Days(1)
	if a := h.Desk().Staff.Get(ruiz).Absences; len(a) != 1 || a[0].Span != (model.Span{From: fri.At(0), To: fri.At(96)}) {
		t.Fatalf("%+v\n%s", a, h.Screen(120, 36))
	}
	if l := h.hurts(t).list; len(l) == 0 || l[0].session != friday {
		t.Fatalf("%+v", l)
	}
}

// The record is put with the revision the form was opened on.
func TestFormHoldsItsRevision(t *testing.T) {
	h := newHost(t, "en", 8)
	Absent(h, ruiz)
	other := *h.Desk().Staff.Get(ruiz)
	other.Note = "changed elsewhere"
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: &other}}}, 77))
	h.Press("ctrl+s")
	if got := h.Acts[0].Puts[0].Was; got != 1 {
		t.Fatalf("made on revision %d", got)
	}
}

func TestMenu(t *testing.T) {
	h := newHost(t, "en", 8)
	acts := Actions(h)
	if len(acts) != 1 || !acts[0].Enabled() {
		t.Fatal("cannot be opened")
	}
	for i, want := range []string{"An instructor is absent", "A place is closed", "An officer comes late"} {
		Open(h)
		for range i {
			h.Press("down")
		}
		h.Press("enter")
		if got := h.Stack.Top().Title(); !strings.HasPrefix(got, want) {
			t.Errorf("%q, not %q", got, want)
		}
		h.Stack.CloseAll()
	}
	h.Set(&model.Desk{})
	if Actions(h)[0].Blocked().ID != "change.why.nothing" {
		t.Error("an empty desk can change")
	}
	Open(h)
	h.Press("enter", "down", "enter", "down", "enter", "esc")
	if !h.Stack.Empty() {
		t.Error("something opened on an empty desk")
	}
}

// A change and its mending are kept and undone by a real store.
func TestKeptAndUndone(t *testing.T) {
	h := newHost(t, "en", 8)
	h.OnDisk(fixture(t, 8)...)
	Absent(h, ruiz)
	h.Press("ctrl+s", "s", "enter", "S", "esc")
	Closed(h, range1)
	h.Press("ctrl+s", "V", "esc")
	Late(h, officer(3))
	h.Press("tab")
	h.Type("1400")
	h.Press("ctrl+s")
	h.Undo(
		"undid: Luz Zamora 03, MEX-26-1, arrives Thu 15 14:00",
		"undid: other places than Range 1 for 2 sessions",
		"undid: Range 1 closed Thu 15 07:30–00:00 (15 Jan 2026)",
		"undid: a substitute for Ruiz in a session",
		"undid: Vega instead of Ruiz in Pistol 1, MEX-26-1",
		"undid: Ruiz absent Thu 15 07:30–00:00 (15 Jan 2026)",
	)
}

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			see := func(h *host, name string) {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, tag, size[0], size[1]), func(t *testing.T) {
					golden.RequireEqual(t, h.Screen(size[0], size[1]))
				})
			}
			h := newHost(t, tag, 8)
			Open(h)
			see(h, "menu")
			h.Press("enter")
			see(h, "absent")
			h = sick(t, tag)
			see(h, "hurts")
			h.Press("s")
			see(h, "substitute")
			h.Press("esc", "S")
			see(h, "mended")
			h = newHost(t, tag, 8)
			Closed(h, range1)
			see(h, "closed")
			h.Press("ctrl+s")
			see(h, "closed-hurts")
			h.Stack.CloseAll()
			Late(h, officer(1))
			see(h, "late")
			h.Press("tab")
			h.Type("13")
			h.Press("ctrl+s")
			see(h, "late-hurts")
		}
	}
}

func TestWords(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, make := range []func(h *host){
			func(h *host) { Absent(h, ruiz) }, func(h *host) { Closed(h, range1) }, func(h *host) { Late(h, officer(1)) },
		} {
			h := newHost(t, tag, 8)
			make(h)
			h.Press("tab", "tab", "tab")
			h.Stack.CloseAll()
		}
		h := sick(t, tag)
		for _, kind := range []string{absent, closed, late} {
			for _, in := range []string{"change.no-harm.", "change.hurts."} {
				if !h.Env().Lang.Has(in + kind) {
					t.Errorf("%s: no %s%s", tag, in, kind)
				}
			}
		}
		for _, a := range append(h.hurts(t).Actions(), Actions(h)...) {
			if label := a.Label(h.Env()); label == a.ID {
				t.Errorf("%s: no label for %s", tag, a.ID)
			}
		}
		if c := kit.Collisions(h.hurts(t).Actions()); len(c) > 0 {
			t.Error(c)
		}
	}
}

func TestFit(t *testing.T) {
	h := newHost(t, "es", 8)
	var c model.Change
	for i, s := range kittest.Hostile() {
		r := []rune(strings.ToValidUTF8(s, ""))
		name := "x" + string(r[:min(len(r), 70)])
		if x, err := model.NewStaff(model.Staff{ID: id('t', i+1), Family: name, Given: name, Quals: h.Desk().Staff.Get(vega).Quals}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: x})
		}
		if i == 0 {
			continue
		}
		b := h.Desk().Sessions.Get(pistol1).Clone()
		b.ID, b.Block.Title = id('s', 10+i), model.OneText("es", name)
		if x, err := model.NewSession(b); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: x})
		}
	}
	h.Set(h.Desk().With(c, 4))
	Absent(h, ruiz)
	kittest.Fit(t, h.Stack.Resize, h.Stack.Draw)
	h.Press("ctrl+s")
	if len(h.hurts(t).list) < 10 {
		t.Fatalf("%d lines", len(h.hurts(t).list))
	}
	kittest.Fit(t, h.Stack.Resize, h.Stack.Draw)
	h.Stack.Resize(120, 40)
	h.Press("s")
	kittest.Fit(t, h.Stack.Resize, h.Stack.Draw)
}

func TestMouse(t *testing.T) {
	h := sick(t, "en")
	l := h.hurts(t)
	l.Resize(100, 12)
	y := l.grid.Layout().Body.Y
	at := func(row int) kit.Outcome {
		out, _ := l.Update(tea.MouseClickMsg{X: 8, Y: y + row, Button: tea.MouseLeft})
		return out
	}
	if at(1) != kit.Stay {
		t.Fatal("the first click already goes there")
	}
	if i, _ := l.grid.Current(); i != 1 {
		t.Fatalf("row %d", i)
	}
	if at(len(l.list)+2) != kit.Stay {
		t.Fatal("a click below the list goes somewhere")
	}
	if at(1) != kit.Done {
		t.Fatal("the second click does not go there")
	}
}

// BenchmarkMends is the list of substitutes for one session.
func BenchmarkMends(b *testing.B) {
	h := sick(b, "en")
	l := h.Stack.Top().(*hurtList)
	var c model.Change
	for i := range 60 {
		x, err := model.NewStaff(model.Staff{ID: id('u', i), Family: fmt.Sprint("Vega ", i), Quals: h.Desk().Staff.Get(vega).Quals})
		if err != nil {
			b.Fatal(err)
		}
		c.Puts = append(c.Puts, model.Put{Record: x})
	}
	h.Set(h.Desk().With(c, 4))
	s := h.Desk().Sessions.Get(pistol1)
	b.ReportAllocs()
	for b.Loop() {
		l.v.mends(h.Board(), s)
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	h := sick(b, "en")
	c := kit.NewCanvas(120, 40)
	h.Stack.Resize(120, 40)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		h.Press([]string{"down", "up"}[i%2])
		c.Clear(c.Bounds())
		h.Stack.Draw(c)
		_ = c.String()
		i++
	}
}

// The list lists its keys, and at 80 columns says so.
func TestKeysAreListed(t *testing.T) {
	for _, key := range []string{"?", "f1"} {
		h := sick(t, "es")
		if s := h.Screen(80, 24); !strings.Contains(s, "? teclas") || !strings.Contains(s, "esc ") {
			t.Errorf("the line of keys hides ? or esc:\n%s", s)
		}
		h.Press(key)
		if _, ok := h.Stack.Top().(*kit.Menu); !ok {
			t.Errorf("%s lists no keys", key)
		}
	}
}

// Where no substitute helps, the price list of repairs is one key away.
func TestRepairIsOneKeyAway(t *testing.T) {
	h := sick(t, "en")
	l := h.hurts(t)
	h.Press("r")
	if h.Stack.Top() == kit.Dialog(l) || h.Stack.Empty() {
		t.Errorf("no price list, told %v", h.Told)
	}
	h.Press("esc")
	h.hurts(t)
}

// A repair that was taken ends the list; what else changes while it is open is
// no matter of it.
func TestListKeepsToWhatChanged(t *testing.T) {
	h := sick(t, "en")
	l := h.hurts(t)
	was := len(l.list)
	s := h.Desk().Sessions.Get(search).Clone()
	s.Start = thursday().At(36) // its squad is in the class too then
	h.Commit(model.Change{Puts: []model.Put{h.Desk().Put(must[*model.Session](t)(model.NewSession(s)))}})
	if clashes := h.Board().ClashesOf(search); len(clashes) == 0 {
		t.Fatal("nothing clashes")
	}
	l.fresh()
	if len(l.list) != was {
		t.Errorf("%d lines, %d before: %v", len(l.list), was, l.words)
	}
	l.leave()
	if !h.Stack.Empty() {
		t.Error("the list stays")
	}
}
