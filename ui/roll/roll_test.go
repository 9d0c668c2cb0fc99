package roll

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// One key a person: the roll is called in eleven keys and kept as one act.
func TestOneKeyAPerson(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("p", "space", "enter", "l", "e", "p", "p", "p") // eight officers in A and B
	if len(h.Acts) != 0 {
		t.Fatalf("%d acts before it was left", len(h.Acts))
	}
	h.Press("p", "p", "p", "enter") // three of the staff, then enter at the end
	if !h.Stack.Empty() || len(h.Acts) != 1 {
		t.Fatalf("%d acts, still open: %v\n%s", len(h.Acts), !h.Stack.Empty(), h.Screen(120, 30))
	}
	r := h.roll(pistol)
	if len(r.Marks) != 11 || !r.Done {
		t.Fatalf("%d marks, done %v", len(r.Marks), r.Done)
	}
	if m, _ := r.Of(officer(4)); m.State != model.Late || m.At.Clock() != "07:42" {
		t.Errorf("late: %+v", m)
	}
	if m, _ := r.Of(officer(5)); m.State != model.Excused {
		t.Errorf("with leave: %+v", m)
	}
	if m, ok := r.Of(id('t', 2)); !ok || m.State != model.Here || m.Staff != id('t', 2) {
		t.Errorf("staff: %+v %v", m, ok)
	}
	if h.Last() != "roll.kept" {
		t.Errorf("told %q", h.Last())
	}
}

// Somebody missing is kept at once, with all that was marked before.
func TestMissingIsKeptAtOnce(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("p", "p", "m")
	if len(h.Acts) != 1 || len(h.roll(pistol).Marks) != 3 {
		t.Fatalf("%d acts", len(h.Acts))
	}
	m, _ := h.roll(pistol).Of(officer(3))
	if m.State != model.Missing || m.At.Clock() != "07:42" {
		t.Fatalf("%+v", m)
	}
	h.Press("esc")
	if len(h.Acts) != 1 || h.roll(pistol).Done {
		t.Fatalf("%d acts, done %v", len(h.Acts), h.roll(pistol).Done)
	}
}

func TestEscKeeps(t *testing.T) {
	h := newHost(t, "es", 12)
	Open(h, pistol)
	h.Press("esc")
	if len(h.Acts) != 0 {
		t.Fatal("nothing was marked, and something was kept")
	}
	Open(h, pistol)
	h.Press("p", "e", "esc")
	if len(h.Acts) != 1 || len(h.roll(pistol).Marks) != 2 || h.Last() != "roll.kept.some" {
		t.Fatalf("%d acts, told %q", len(h.Acts), h.Last())
	}
	// Taken back one by one, the roll goes altogether.
	Open(h, pistol)
	h.Press("home", "x", "down", "backspace", "esc")
	if h.roll(pistol) != nil {
		t.Fatalf("%+v", h.roll(pistol))
	}
}

func TestRevert(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("p", "p", "U", "d", "esc")
	if len(h.Acts) != 0 || h.roll(pistol) != nil {
		t.Fatalf("%d acts", len(h.Acts))
	}
	Open(h, pistol)
	h.Press("p", "U", "esc", "esc") // kept after all
	if len(h.roll(pistol).Marks) != 1 {
		t.Fatal("the draft was lost")
	}
}

func TestAllAndLateArrival(t *testing.T) {
	h := newHost(t, "en", 12)
	c := h.Desk().Cohorts.Get(h.InHand)
	v, _ := c.Seat(officer(6))
	v.Arrives = thursday().At(56)
	next, err := model.NewCohort(c.WithSeat(v))
	if err != nil {
		t.Fatal(err)
	}
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{h.Desk().Put(next)}}, 5))
	Open(h, pistol)
	h.Press("m", "a", "enter")
	r := h.roll(pistol)
	for n, want := range map[int]model.Presence{1: model.Missing, 2: model.Here, 6: model.Excused, 8: model.Here} {
		if m, _ := r.Of(officer(n)); m.State != want {
			t.Errorf("%d is %q, not %q", n, m.State, want)
		}
	}
}

// Hours later the times are asked for, and what is missing is so since the
// beginning.
func TestHoursLater(t *testing.T) {
	h := newHost(t, "en", 12)
	h.Clock = h.Clock.Add(9 * 60 * 60e9)
	Open(h, pistol)
	h.Press("l")
	h.Type("705")
	h.Press("enter", "m", "b")
	h.Type("0715")
	h.Press("tab")
	h.Type("1010")
	h.Press("enter", "esc")
	r := h.roll(pistol)
	if m, _ := r.Of(officer(1)); m.State != model.Late || m.At != thursday().Minute(7*60+5) {
		t.Errorf("%+v %s", m, m.At)
	}
	if m, _ := r.Of(officer(2)); m.At != thursday().Minute(7*60) {
		t.Errorf("missing since %s", m.At)
	}
	if r.Begun != thursday().Minute(7*60+15) || r.Ended != thursday().Minute(10*60+10) {
		t.Errorf("ran %s–%s", r.Begun, r.Ended)
	}
}

func TestNumbersTimesNotesGuests(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("7", "l", "7", "t") // number 7, late; again, to correct the time
	h.Press("ctrl+u")
	h.Type("7:31")
	h.Press("enter", "n")
	h.Type("flat tyre")
	h.Press("enter", "o")
	h.Press("g")
	h.Type("quiroz")
	h.Press("enter", "esc")
	r := h.roll(pistol)
	m, _ := r.Of(officer(7))
	if m.State != model.Late || m.At.Clock() != "07:31" || m.Note != "flat tyre" || m.Left.Clock() != "07:42" {
		t.Errorf("%+v", m)
	}
	if g, ok := r.Of(officer(12)); !ok || g.State != model.Here {
		t.Error("the guest is not on the roll")
	}
	Open(h, pistol)
	if s := h.Screen(120, 30); !strings.Contains(s, "+C") || !strings.Contains(s, "guest") {
		t.Errorf("the guest is not shown\n%s", s)
	}
	h.Press("1", "2", "x", "esc")
	if _, ok := h.roll(pistol).Of(officer(12)); ok {
		t.Error("the guest is still on the roll")
	}
}

func TestWhyNot(t *testing.T) {
	h := newHost(t, "en", 12)
	for session, want := range map[model.ID]string{
		later: "roll.why.early", tray: "roll.why.tray", id('s', 99): "roll.why.none",
	} {
		h.Told = nil
		Open(h, session)
		if h.Last() != want || !h.Stack.Empty() {
			t.Errorf("%v: %q, want %q", session, h.Last(), want)
		}
	}
	var s *model.Session
	acts := Actions(h, func() *model.Session { return s })
	for _, a := range acts {
		if a.Blocked().ID != "roll.why.none" {
			t.Errorf("%s without a session: %v", a.ID, a.Blocked())
		}
	}
	s = h.Desk().Sessions.Get(pistol)
	for _, a := range acts {
		if !a.Enabled() {
			t.Errorf("%s: %v", a.ID, a.Blocked())
		}
	}
}

// A mark made here on a roll that somebody else has written meanwhile goes out
// with the revision it was read at, so that the store refuses it.
func TestRollHoldsItsRevision(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("p")
	theirs, _ := model.NewRoll(model.Roll{ID: pistol, Cohort: h.InHand, Marks: []model.Mark{{Person: officer(2), State: model.Here}}})
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: theirs}}}, 77))
	h.Press("p", "esc")
	if got := h.Acts[0].Puts[0].Was; got != 0 {
		t.Fatalf("made on revision %d", got)
	}
	// What was not changed here follows the desk.
	h2 := newHost(t, "en", 12)
	Open(h2, pistol)
	h2.Set(h2.Desk().With(model.Change{Puts: []model.Put{{Record: theirs}}}, 77))
	h2.Press("p", "esc")
	if got := h2.Acts[0].Puts[0].Was; got != 77 || len(h2.roll(pistol).Marks) != 2 {
		t.Fatalf("made on revision %d, %d marks", got, len(h2.roll(pistol).Marks))
	}
}

func TestMouse(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	d := h.Stack.Top().(*rollCall)
	l, g := d.layout(), d.grid.Layout()
	click := func(x, y int) { d.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	slot := func(state model.Presence) int {
		for _, s := range g.Cols {
			if p, ok := stateOf(s.Col); ok && p == state {
				return s.X
			}
		}
		t.Fatalf("no column for %s", state)
		return 0
	}
	row := func(n int) int { return l.list.Y + g.Body.Y + n }
	click(10, row(3))
	if n, _ := d.current(); n.id != officer(4) {
		t.Fatalf("the cursor is on %v", n)
	}
	click(slot(model.Late), row(1))
	if d.marks[officer(2)].State != model.Late {
		t.Fatal("a click on a state does not mark")
	}
	click(slot(model.Late), row(1))
	if _, marked := d.marks[officer(2)]; marked {
		t.Fatal("a second click does not take back")
	}
	click(slot(model.Excused), row(0))
	d.Update(kit.WheelMsg{X: 5, Y: row(0), Delta: 1})
	click(3, l.list.Y) // the head sorts nothing
	if col, _ := d.grid.Sort(); col != "" {
		t.Fatalf("sorted by %q", col)
	}
	h.Press("esc")
	if len(h.roll(pistol).Marks) != 1 {
		t.Fatalf("%+v", h.roll(pistol).Marks)
	}
}

func TestCallOff(t *testing.T) {
	h := newHost(t, "en", 12)
	CallOff(h, pistol)
	h.Press("enter")
	if h.Stack.Empty() {
		t.Fatal("called off without a reason")
	}
	h.Type("Lightning")
	h.Press("enter")
	off := h.Desk().Sessions.Get(pistol).Off
	if off == nil || off.Reason != "Lightning" || off.At != thursday().Minute(7*60+42) {
		t.Fatalf("%+v", off)
	}
	Open(h, pistol)
	if h.Last() != "roll.why.off" {
		t.Errorf("told %q", h.Last())
	}
	CallOff(h, pistol)
	h.Press("Z")
	if h.Desk().Sessions.Get(pistol).Off == nil {
		t.Fatal("the key that asks also answers")
	}
	h.Press("y")
	if h.Desk().Sessions.Get(pistol).Off != nil {
		t.Fatal("still off")
	}
	CallOff(h, ride)
	h.Type("No cars")
	h.Press("enter")
	if h.Last() != "roll.off.done.ride" {
		t.Errorf("told %q", h.Last())
	}
	if len(h.Acts) != 3 {
		t.Errorf("%d acts", len(h.Acts))
	}
}

func TestNotes(t *testing.T) {
	h := newHost(t, "es", 12)
	Notes(h, pistol)
	h.Type("Reglas de seguridad")
	h.Press("ctrl+s")
	r := h.roll(pistol)
	if r == nil || r.Brief != "Reglas de seguridad" {
		t.Fatalf("%+v", r)
	}
	Open(h, pistol)
	h.Press("p", "esc")
	if r := h.roll(pistol); r.Brief == "" || len(r.Marks) != 1 {
		t.Fatalf("the roll call lost the notes: %+v", r)
	}
	Notes(h, pistol)
	h.Press("ctrl+s")
	if len(h.Acts) != 2 {
		t.Errorf("%d acts: nothing was changed in the last", len(h.Acts))
	}
}

func TestIDsAreInTheCatalogue(t *testing.T) {
	for _, tag := range lang.Languages() {
		e := kittest.Env(tag)
		for _, p := range model.Presences {
			for _, in := range []string{"roll.state.", "roll.count.", "roll.count.short."} {
				if !e.Lang.Has(in + string(p)) {
					t.Errorf("%s: no %s%s", tag, in, p)
				}
			}
		}
		for _, a := range model.CallAnswers {
			if !e.Lang.Has("roll.answer." + string(a)) {
				t.Errorf("%s: no answer %s", tag, a)
			}
		}
		h := newHost(t, tag, 12)
		acts := Actions(h, func() *model.Session { return nil })
		if c := kit.Collisions(acts); len(c) > 0 {
			t.Error(c)
		}
		for _, a := range acts {
			if !e.Lang.Has("action." + a.ID) {
				t.Errorf("%s: no label for %s", tag, a.ID)
			}
		}
		Open(h, pistol)
		h.Press("m", "home")
		dialogs(t, h, func(name string) {
			for _, a := range h.Stack.Top().Actions() {
				if label := a.Label(h.Env()); label == a.ID {
					t.Errorf("%s: %s: no label for %s", tag, name, a.ID)
				}
			}
			if c := kit.Collisions(h.Stack.Top().Actions()); len(c) > 0 {
				t.Errorf("%s: %v", name, c)
			}
		})
	}
}

// dialogs opens each dialog of the package in turn.
func dialogs(t *testing.T, h *host, see func(name string)) {
	t.Helper()
	for _, d := range []struct {
		name string
		open func()
	}{
		{"call", func() { Open(h, pistol) }},
		{"calls", func() { Calls(h, pistol, h.missing()) }},
		{"card", func() { Card(h, officer(3)) }},
		{"find", func() { FindCard(h) }},
		{"notes", func() { Notes(h, pistol) }},
	} {
		h.Stack.CloseAll()
		d.open()
		if h.Stack.Empty() {
			t.Errorf("%s did not open: %v", d.name, h.Told)
			continue
		}
		see(d.name)
	}
	h.Stack.CloseAll()
}

func TestClock(t *testing.T) {
	for typed, want := range map[string]int{
		"742": 7*60 + 42, "7:42": 7*60 + 42, "07.42": 7*60 + 42, "7h42": 7*60 + 42, "7": 420, " 0705 ": 425, "23:59": 23*60 + 59,
		"24": -1, "7:60": -1, "x": -1, "": -1, "7:4": -1, "-7": -1, "12345": -1, "+7:00": -1, "７": -1,
	} {
		got, ok := readOfDay(typed)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q is %d, want %d", typed, got, want)
		}
	}
	night := thursday().Minute(23*60 + 30)
	if got := closest(night, 30); got != thursday().Days(1).Minute(30) {
		t.Errorf("00:30 close to 23:30 is %s", got)
	}
	if got := closest(thursday().Minute(20), 23*60); got != thursday().Days(-1).Minute(23*60) {
		t.Errorf("23:00 close to 00:20 is %s", got)
	}
}

func TestCollectedKeysAreShown(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	keys := []string{}
	for _, a := range h.Stack.Top().Actions() {
		keys = append(keys, a.Keys...)
	}
	for _, k := range []string{"p", "l", "e", "m", "x", "a", "t", "o", "n", "g", "b", "i", "esc"} {
		if !slices.Contains(keys, k) {
			t.Errorf("nothing says that %s does something", k)
		}
	}
}

// Every key of the roll call is listed under one, and can be run from there.
func TestHelp(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("?")
	if s := h.Screen(100, 40); !strings.Contains(s, "others present") || !strings.Contains(s, "emergency card") {
		t.Fatal(s)
	}
	h.Type("others")
	h.Press("enter", "esc")
	if n := len(h.roll(pistol).Marks); n != 11 {
		t.Fatalf("%d marks", n)
	}
}
