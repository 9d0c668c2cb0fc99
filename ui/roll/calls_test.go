package roll

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/ui/kit"
)

// missing has officer 3 marked missing at 07:42, seen in the hour before, and
// two to be told.
func missing(t *testing.T, tag string) *host {
	t.Helper()
	h := newHost(t, tag, 12)
	seen, err := model.NewRoll(model.Roll{ID: opening, Cohort: h.InHand, Marks: []model.Mark{{Person: officer(3), State: model.Here}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := model.NewSettings(model.Settings{Callees: []model.Callee{
		{Name: "Consulate", Phone: "+1 305 555 0199", After: 60}, {Name: "Duty officer", Phone: "+1 305 555 0100", After: 20},
	}})
	if err != nil {
		t.Fatal(err)
	}
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: seen}, {Record: set}}}, 2))
	Open(h, pistol)
	h.Press("p", "p", "m", "esc")
	return h
}

func TestStepsInOrder(t *testing.T) {
	h := missing(t, "en")
	d := h.Desk()
	got := stepsOf(h.Env(), d, d.Sessions.Get(pistol), d.Cohorts.Get(h.InHand), d.People.Get(officer(3)))
	var kinds []string
	for _, s := range got {
		if len(kinds) == 0 || kinds[len(kinds)-1] != s.kind {
			kinds = append(kinds, s.kind)
		}
	}
	if want := "officer mate emergency seen agency callee"; strings.Join(kinds, " ") != want {
		t.Errorf("%v, want %s", kinds, want)
	}
	if got[0].reach != "+52 662 555 9002" {
		t.Errorf("the preferred way comes first, not %q", got[0].reach)
	}
	last := got[len(got)-2:]
	if last[0].whom != "Duty officer" || last[1].whom != "Consulate" {
		t.Errorf("those due soonest come first: %v", last)
	}
	for _, s := range got {
		if s.kind == "seen" && s.whom != "Class 1" {
			t.Errorf("seen in %q", s.whom)
		}
	}
}

func TestCallsAreLogged(t *testing.T) {
	h := missing(t, "en")
	h.Clock = h.Clock.Add(25 * time.Minute)
	Open(h, pistol)
	h.Press("3", "c")
	if _, ok := h.Stack.Top().(*callList); !ok {
		t.Fatalf("no call list\n%s", h.Screen(120, 30))
	}
	s := h.Screen(120, 36)
	for _, want := range []string{"25 min", "overdue 5 min", "due in 35 min", "+52 662 555 9002", "Marta Ibáñez (madre)"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%s", want, s)
		}
	}
	h.Press("enter", "right", "tab")
	h.Type("voice mail")
	h.Press("ctrl+s")
	m, _ := h.roll(pistol).Of(officer(3))
	if len(m.Calls) != 1 || m.Calls[0].Answer != model.NoAnswer || m.Calls[0].At.Clock() != "08:07" || m.Calls[0].Whom != "+52 662 555 9002" {
		t.Fatalf("%+v", m.Calls)
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "no answer 08:07") {
		t.Errorf("the call is not shown\n%s", s)
	}
	// Who was looked for cannot simply be taken off the roll.
	h.Press("esc", "3", "x", "esc")
	if m, ok := h.roll(pistol).Of(officer(3)); !ok || len(m.Calls) != 1 {
		t.Errorf("the calls are gone: %+v", m)
	}
	Calls(h, pistol, officer(3))
	h.Press("f", "ctrl+s")
	m, _ = h.roll(pistol).Of(officer(3))
	if m.State != model.Late || m.Found.Clock() != "08:07" || m.At != m.Found {
		t.Errorf("found: %+v", m)
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "Accounted for at 08:07") {
		t.Errorf("not shown as found\n%s", s)
	}
	for _, c := range h.Acts {
		for _, a := range c.Act.Args {
			if s, ok := a.Value.(string); ok && s != "MEX-26-1" {
				t.Errorf("%s says %q in the journal", c.Act.ID, s)
			}
		}
	}
}

func TestOutOfTheCourse(t *testing.T) {
	h := missing(t, "es")
	Calls(h, pistol, officer(3))
	n := len(h.Acts)
	h.Press("w", "w")
	if len(h.Acts) != n {
		t.Fatal("the key that asks also answers")
	}
	h.Press("y")
	v, _ := h.Desk().Cohorts.Get(h.InHand).Seat(officer(3))
	if len(h.Acts) != n+1 || v.Stage != model.Absent || v.Since != thursday() {
		t.Fatalf("%d acts, %+v", len(h.Acts)-n, v)
	}
	h.Press("w")
	if h.Last() != "roll.awol.already" {
		t.Errorf("told %q", h.Last())
	}
	// The roll still tells of them.
	h.Press("esc")
	Open(h, pistol)
	if d := h.Stack.Top().(*rollCall); d.count.by[model.Missing] != 1 {
		t.Errorf("%+v", d.count)
	}
}

func TestCallees(t *testing.T) {
	h := missing(t, "en")
	Calls(h, pistol, officer(3))
	h.Press("s", "end", "enter")
	h.Type("Hotel desk")
	h.Press("tab")
	h.Type("+1 305 555 0123")
	h.Press("tab", "ctrl+u")
	h.Type("10")
	h.Press("ctrl+s")
	list := h.Desk().Settings.Rec.Callees
	if len(list) != 3 || h.Desk().Callees()[0] != (model.Callee{Name: "Hotel desk", Phone: "+1 305 555 0123", After: 10}) {
		t.Fatalf("%+v", list)
	}
	h.Press("s", "enter", "tab", "tab", "tab", "space", "ctrl+s")
	if list := h.Desk().Settings.Rec.Callees; len(list) != 2 {
		t.Fatalf("%+v", list)
	}
}

func TestCallsOnlyForTheMissing(t *testing.T) {
	h := missing(t, "en")
	Calls(h, pistol, officer(1))
	if h.Last() != "roll.calls.not-missing" || !h.Stack.Empty() {
		t.Fatalf("told %q", h.Last())
	}
	Open(h, pistol)
	h.Press("1", "c")
	if _, ok := h.Stack.Top().(*rollCall); !ok {
		t.Fatal("a call list for somebody present")
	}
}

func TestCard(t *testing.T) {
	h := missing(t, "en")
	Card(h, officer(3))
	s := h.Screen(100, 36)
	for _, want := range []string{"Raúl Cázares Ibáñez", "No. 3", "squad A", "O+", "Penicilina", "Marta Ibáñez (madre)", "+52 662 555 7777", "Pistol 1", "until 10:00", "missing", "┏━┓"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%s", want, s)
		}
	}
	if strings.Contains(s, "G1234567") {
		t.Error("the passport is shown unasked")
	}
	h.Press("space")
	if s := h.Screen(100, 36); !strings.Contains(s, "G1234567") {
		t.Errorf("the passport is not shown\n%s", s)
	}
	h.Press("e")
	if len(h.Jumps) != 1 || h.Jumps[0] != (model.Ref{Kind: model.KindPerson, ID: officer(3)}) || !h.Stack.Empty() {
		t.Errorf("%v", h.Jumps)
	}
	Card(h, officer(1))
	if s := h.Screen(100, 36); strings.Count(s, "! not given") < 4 {
		t.Errorf("what is missing is not shown as such\n%s", s)
	}
	Card(h, officer(999))
	if h.Last() != "roll.card.gone" {
		t.Errorf("told %q", h.Last())
	}
}

func TestFindCard(t *testing.T) {
	h := missing(t, "en")
	FindCard(h)
	h.Type("ibanez cazares")
	h.Press("enter")
	if d, ok := h.Stack.Top().(*card); !ok || d.person.ID != officer(3) {
		t.Fatalf("%T\n%s", h.Stack.Top(), h.Screen(100, 30))
	}
	h.Press("esc")
	FindCard(h)
	h.Type("zzz")
	h.Press("enter")
	if _, ok := h.Stack.Top().(*cardSearch); !ok {
		t.Fatal("nobody was found, and something opened")
	}
	h.Press("esc", "esc")
	if !h.Stack.Empty() {
		t.Fatal("esc does not lead out")
	}
	FindCard(h)
	h.Type("12")
	h.Press("enter")
	if d, ok := h.Stack.Top().(*card); !ok || d.person.ID != officer(12) {
		t.Fatalf("by number: %T", h.Stack.Top())
	}
}

// What the dialogs change is kept by a real store, is undone by it, and the
// journal says it in words.
func TestKeptAndUndone(t *testing.T) {
	h := newHost(t, "en", 12)
	h.OnDisk(fixture(t, 12)...)
	Open(h, pistol)
	h.Press("p", "m", "p", "a", "esc")
	Calls(h, pistol, officer(2))
	h.Press("enter", "ctrl+s", "enter", "ctrl+s", "f", "ctrl+s", "w", "y", "E", "ctrl+u")
	file := filepath.Join(t.TempDir(), "calls.txt")
	h.Type(file)
	h.Press("enter")
	if text, err := os.ReadFile(file); err != nil || !strings.Contains(string(text), "Luis Bojórquez Peña") {
		t.Errorf("%v: %s", err, text)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", err)
	}
	if h.Last() != "roll.file.done" {
		t.Errorf("told %q", h.Last())
	}
	h.Press("E", "ctrl+u") // nothing is written over
	h.Type(file)
	h.Press("enter")
	if h.Stack.Empty() {
		t.Error("it was written over")
	}
	h.Press("esc", "esc")
	CallOff(h, pistol)
	h.Type("Rain")
	h.Press("enter")
	if m, _ := h.roll(pistol).Of(officer(2)); len(m.Calls) != 2 || m.Found.IsZero() || len(h.roll(pistol).Marks) != 11 {
		t.Fatalf("%+v", m)
	}
	h.Undo(
		"undid: called off Pistol 1, MEX-26-1",
		"undid: Luis Bojórquez Peña, MEX-26-1, out of the course: absent without leave",
		"undid: Luis Bojórquez Peña, MEX-26-1, missing from Pistol 1, accounted for",
		"undid: call about Luis Bojórquez Peña, MEX-26-1, missing from Pistol 1",
		"undid: call about Luis Bojórquez Peña, MEX-26-1, missing from Pistol 1",
		"undid: roll of Pistol 1, MEX-26-1: 11 marked",
		"undid: roll of Pistol 1, MEX-26-1: 2 marked",
	)
	if v, _ := h.Cohort().Seat(officer(2)); h.roll(pistol) != nil || h.Desk().Sessions.Get(pistol).Off != nil || v.Stage != model.InCourse {
		t.Fatal("not all of it is undone")
	}
}

var _ kit.DialogOf[model.ID] = (*callList)(nil)

// The next call goes on from kind to kind: the officer, the squad, who is to be
// told in an emergency, then whom the unit has named, each in its time.
func TestNextCall(t *testing.T) {
	h := newHost(t, "en", 30)
	s := h.Desk().Sessions.Get(pistol)
	m := model.Mark{Person: officer(3), State: model.Missing, At: s.Start.Minute()}
	var order []string
	for range 20 {
		whom, at, ok := Next(h, s, m)
		if !ok {
			break
		}
		if at < s.Start.Minute() {
			t.Errorf("%s is to be called before anybody was missed", whom)
		}
		order = append(order, whom)
		// Whoever it is, the first on the list of that kind is called.
		for _, v := range stepsOf(h.Env(), h.Desk(), s, h.Desk().Cohorts.Get(s.Cohort), h.Desk().People.Get(m.Person)) {
			if v.label == whom || h.Env().T("roll.step."+v.kind) == whom {
				m.Calls = append(m.Calls, model.Call{At: at + 1, Whom: v.whom, Answer: model.NoAnswer})
				break
			}
		}
	}
	if len(order) < 3 || order[0] != h.Env().T("roll.step.officer") || len(order) == 20 {
		t.Errorf("called in this order: %q", order)
	}
}
