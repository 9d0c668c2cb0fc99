package today

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"muster/model"
	"muster/store"
	"muster/ui/kit"
)

// later moves the clock on, as the program's minute does.
func (h *host) later(d time.Duration) {
	h.Clock = h.Clock.Add(d)
	h.tab.Changed()
}

// lose calls the roll of the block under the cursor: two are missing, one of
// them since a call was made, and one is late.
func lose(t testing.TB, h *host) {
	t.Helper()
	h.later(40 * time.Minute)
	r := h.tab.current()
	c, s := r.class.cohort, r.session
	roll := model.Roll{ID: s.ID, Cohort: c.ID}
	for i, seat := range s.Takers(c) {
		m := model.Mark{Person: seat.Person, State: model.Here}
		switch i {
		case 1:
			m.State, m.At = model.Missing, s.Start.Minute()+5
		case 2:
			m.State, m.At = model.Missing, s.Start.Minute()+2
			m.Calls = []model.Call{{At: s.Start.Minute() + 20, Whom: "Duty officer", Answer: model.NoAnswer}}
		case 3:
			m.State, m.At = model.Late, s.Start.Minute()+9
		}
		roll.Marks = append(roll.Marks, m)
	}
	h.put(t, &roll)
}

// another lets a second course run beside the first.
func another(t testing.TB, h *host) {
	t.Helper()
	c := *h.Desk().Cohorts.Get(h.InHand)
	was := h.Desk().SessionsOf(c.ID)
	c.ID, c.Code, c.Title, c.Squads, c.Seats = model.ID{9, 9}, "GTM-26-2", "Guatemala", 0, nil
	list := []model.Record{&c}
	for i, s := range was {
		n := *s
		n.ID, n.Cohort, n.Staff, n.Squads, n.Ride, n.Only, n.Circuit = model.ID{9, 8, byte(i)}, c.ID, nil, 0, nil, nil, nil
		if n.Block.Kind != model.KindRide {
			list = append(list, &n)
		}
	}
	h.put(t, list...)
}

// The roll call is the first key while a block runs, and the call list when
// somebody is missing.
func TestFirstKey(t *testing.T) {
	h := newHost(t, "en", true)
	first := func() string {
		items := kit.Footer(h.Env(), h.tab.Actions(), 60)
		return items[0].Action.ID
	}
	h.later(40 * time.Minute)
	if got := first(); got != "roll.call" {
		t.Errorf("%s comes first while a block runs", got)
	}
	h.Press("]")
	if got := first(); got == "roll.call" {
		t.Error("the roll of a day that is not today comes first")
	}
	h.Press(".")
	lose(t, h)
	if got := first(); got != "today.calls" {
		t.Errorf("%s comes first when somebody is missing", got)
	}
}

func TestMinutes(t *testing.T) {
	h := newHost(t, "en", true)
	if s := h.Screen(120, 36); !strings.Contains(s, "free until 10:00") || !strings.Contains(s, "10:00, in 19 min") {
		t.Errorf("before the first block:\n%s", s)
	}
	h.later(19 * time.Minute)
	if s := h.Screen(120, 36); !strings.Contains(s, "until 11:30, 1 h 30") || !strings.Contains(s, "not called") {
		t.Errorf("at its first minute:\n%s", s)
	}
	h.later(90 * time.Minute)
	if s := h.Screen(120, 36); !strings.Contains(s, "free until 13:15") {
		t.Errorf("at its last:\n%s", s)
	}
	h.later(5 * time.Hour)
	h.later(8 * time.Hour) // past midnight
	if s := h.Screen(120, 36); !strings.Contains(s, "Thursday 19") || !strings.Contains(s, "day 11 of 12") {
		t.Errorf("on the next day:\n%s", s)
	}
	// The day is that of the course, wherever the machine is.
	h.Clock = h.Clock.In(time.FixedZone("far", 14*3600))
	h.tab.Changed()
	if s := h.Screen(120, 36); !strings.Contains(s, "Thursday 19") {
		t.Errorf("elsewhere:\n%s", s)
	}
}

func TestDays(t *testing.T) {
	h := newHost(t, "en", true)
	h.Press("]")
	if got := h.tab.day(); got != h.Today()+1 {
		t.Fatal(got)
	}
	h.Press("[", "[")
	if s := h.Screen(80, 20); !strings.Contains(s, "yesterday") {
		t.Error(s)
	}
	h.Press(".")
	if h.tab.off != 0 {
		t.Error("not back")
	}
	h.Press(".")
	if h.Last() != "today.why.is-today" {
		t.Error(h.Last())
	}
	for range 30 {
		h.Press("]")
	}
	if s := h.Screen(80, 20); !strings.Contains(s, "in 30 days") {
		t.Error(s)
	}
}

func TestMissing(t *testing.T) {
	h := newHost(t, "en", true)
	lose(t, h)
	if len(h.tab.missing) != 2 || h.tab.missing[0].Since > h.tab.missing[1].Since {
		t.Fatalf("%d missing", len(h.tab.missing))
	}
	s := h.Screen(120, 36)
	if strings.Count(s, "call officer now") != 2 {
		t.Error(s)
	}
	h.Press("home", "up", "up")
	if h.tab.focus != onMissing || h.tab.at != 0 {
		t.Fatalf("the cursor is on %d of %d", h.tab.at, h.tab.focus)
	}
	h.Press("enter")
	if h.Stack.Empty() {
		t.Fatal("no call list")
	}
	h.Stack.CloseAll()
	h.Press("e")
	if h.Stack.Empty() {
		t.Fatal("no emergency card")
	}
	h.Stack.CloseAll()
	h.Press("down", "down")
	if h.tab.focus != onBlocks {
		t.Fatal("no way back to the list")
	}
	// Nobody is found because the block is called off, or goes back to the tray.
	held := *h.tab.missing[0].Session
	for _, s := range []model.Session{{Off: &model.Off{At: 1, Reason: "heat"}, Start: held.Start}, {}} {
		next := held
		next.Off, next.Start = s.Off, s.Start
		h.put(t, &next)
		if len(h.tab.missing) != 2 {
			t.Fatalf("%d missing from a block that was called off or taken back", len(h.tab.missing))
		}
	}
	h.put(t, &held)
	// Who is there at the next roll is not missing any more.
	lost := h.tab.missing[0]
	next := h.tab.rows[5].session
	h.put(t, &model.Roll{ID: next.ID, Cohort: next.Cohort, Marks: []model.Mark{{Person: lost.Mark.Person, State: model.Here}}})
	if len(h.tab.missing) != 2 {
		t.Fatalf("a roll called ahead clears somebody: %d missing", len(h.tab.missing))
	}
	h.later(6 * time.Hour)
	if len(h.tab.missing) != 1 {
		t.Fatalf("%d missing", len(h.tab.missing))
	}
	// Nor is who was found.
	roll := *h.Desk().Rolls.Get(lost.Session.ID)
	roll.Marks = slices.Clone(roll.Marks)
	for i := range roll.Marks {
		if roll.Marks[i].State == model.Missing {
			roll.Marks[i].Found = roll.Marks[i].At + 30
		}
	}
	h.put(t, &roll)
	if len(h.tab.missing) != 0 {
		t.Fatalf("%d missing", len(h.tab.missing))
	}
	h.Press("m")
	if h.Last() != "today.why.nobody-missing" {
		t.Error(h.Last())
	}
}

func TestDue(t *testing.T) {
	h := newHost(t, "en", true)
	all := len(h.tab.due)
	if all == 0 {
		t.Fatal("nothing is due in the sample")
	}
	if b := h.tab.Badge(); b.Count != h.tab.hard || !b.Hard {
		t.Errorf("%+v of %d hard", b, h.tab.hard)
	}
	h.Press("right", "enter")
	if len(h.Jumps) != 1 || h.Jumps[0] != h.tab.item().Ref {
		t.Fatalf("%v", h.Jumps)
	}
	h.Press("f", "down", "enter")
	if len(h.tab.listed) != h.tab.hard {
		t.Errorf("%d listed, %d hard", len(h.tab.listed), h.tab.hard)
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "only what is wrong") {
		t.Error(s)
	}
	h.Press("esc")
	if len(h.tab.listed) != all {
		t.Error("esc does not show all")
	}
	h.Press("/")
	h.Type("vetting")
	h.Press("enter")
	if n := h.tab.items.Shown(); n == 0 || n == all {
		t.Errorf("the filter leaves %d of %d", n, all)
	}
	was := *h.tab.item()
	h.put(t, &model.Staff{ID: model.ID{7}, Family: "Another"})
	if now := h.tab.item(); now == nil || now.Rule != was.Rule || now.Ref != was.Ref {
		t.Error("the cursor does not stay")
	}
	h.Press("esc", "left", "enter")
	if got := h.Jumps[1]; got.Kind != model.KindSession {
		t.Errorf("%v", got)
	}
}

func TestSheet(t *testing.T) {
	h := newHost(t, "en", true)
	name := h.Desk().People.Get(h.Desk().Cohorts.Get(h.InHand).Seats[0].Person).Name()
	h.Press("P")
	if h.Stack.Empty() {
		t.Fatal("no sheet")
	}
	h.Press("s")
	if s := h.Screen(120, 36); strings.Contains(s, name) || !strings.Contains(s, "TO SIGN") {
		t.Error(s)
	}
	h.Press("n")
	if s := h.Screen(120, 36); !strings.Contains(s, name) {
		t.Errorf("%s is not on it\n%s", name, s)
	}
	h.Press("n", "s", "right")
	if s := h.Screen(120, 36); !strings.Contains(s, "Squad A only") {
		t.Error(s)
	}
	h.Press("left", "left")
	if s := h.Screen(120, 36); !strings.Contains(s, "What concerns") {
		t.Error(s)
	}
	h.Press("esc")
	if !h.Stack.Empty() {
		t.Fatal("it does not close")
	}
	e := newHost(t, "en", false)
	e.Press("P")
	if e.Last() != "today.why.no-course" {
		t.Error(e.Last())
	}
}

func TestWrite(t *testing.T) {
	h := newHost(t, "en", true)
	dir := t.TempDir()
	h.tab.folder = dir
	st, err := store.Open(context.Background(), store.Options{Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Actor: "Vega", Now: func() time.Time { return h.Clock }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}()
	h.Shelf = st
	h.Press("E", "enter", "enter")
	file := filepath.Join(dir, strings.ToLower(h.Cohort().Code)+"-2026-11-18.txt")
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "DAY SHEET") {
		t.Fatalf("%v, told %v, failed %v", err, h.Told, h.Fails)
	}
	if i, err := os.Stat(file); err != nil || i.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", i, err)
	}
	h.Press("E", "enter", "enter")
	if h.Stack.Empty() {
		t.Error("it writes over a file")
	}
	h.Stack.CloseAll()
	h.Press("E", "down", "enter", "ctrl+a", "ctrl+k")
	h.Type(filepath.Join(dir, "full.txt"))
	h.Press("enter")
	if text, err = os.ReadFile(filepath.Join(dir, "full.txt")); err != nil || !strings.Contains(string(text), "IN FULL") {
		t.Fatal(err)
	}
	said := ""
	err = st.Journal(context.Background(), store.Filter{}, func(e store.Entry) bool {
		said = e.Act.ID
		return false
	})
	if err != nil || said != "today.act.sheet" {
		t.Errorf("what left in full is not on record: %q %v", said, err)
	}
}

func TestOpen(t *testing.T) {
	h := newHost(t, "en", true)
	var last *model.Session
	for _, s := range h.Desk().SessionsOf(h.InHand) {
		if s.Placed() {
			last = s
		}
	}
	if !h.tab.Open(model.Ref{Kind: model.KindRoll, ID: last.ID}) {
		t.Fatal("it does not open")
	}
	if r := h.tab.current(); r == nil || r.session.ID != last.ID {
		t.Error("the cursor is elsewhere")
	}
	if h.tab.Open(model.RefOf(last)) || h.tab.Open(model.Ref{Kind: model.KindRoll}) {
		t.Error("it opens what other pages show")
	}
}

func TestMouse(t *testing.T) {
	h := newHost(t, "en", true)
	lose(t, h)
	h.Screen(80, 20)
	click := func(x, y int) { h.tab.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	p := h.tab.plan
	click(p.labels[1].x, h.tab.labelRow(p.labels[1]))
	if h.tab.focus != onDue {
		t.Error("the name of the list is no button")
	}
	p = h.tab.plan
	h.Press("home")
	click(p.due.X+4, p.due.Y+3)
	if row, ok := h.tab.items.Current(); !ok || row != 2 {
		t.Errorf("row %d", row)
	}
	click(p.missing.X+4, p.missing.Y)
	if h.Stack.Empty() {
		t.Error("who is missing is no button")
	}
	h.Stack.CloseAll()
	h.Screen(120, 36)
	p = h.tab.plan
	click(p.blocks.X+3, p.blocks.Y+2)
	if r := h.tab.current(); h.tab.focus != onBlocks || r.session.ID != h.tab.rows[1].session.ID {
		t.Error("the day's list does not hear")
	}
	h.tab.Update(kit.WheelMsg{X: p.due.X + 3, Y: p.due.Y + 3, Delta: 1})
	if h.tab.focus != onBlocks {
		t.Error("the wheel takes the keys")
	}
}

// A sheet on which only weapons have been written down has no results yet.
func TestResultsAreScores(t *testing.T) {
	h := newHost(t, "en", true)
	k := &h.tab.classes[0]
	var s *model.Session
	for _, x := range h.Desk().SessionsOf(k.cohort.ID) {
		if x.Block.Judged() && x.Off == nil && x.Placed() && x.Span().To.Minute() < k.now && x.Block.Fire != nil {
			s = x
		}
	}
	if s == nil {
		t.Fatal("nothing was shot yet")
	}
	sheet := model.Sheet{ID: s.ID, Cohort: s.Cohort, Fire: h.Desk().FireOf(s)}
	for _, seat := range s.Takers(k.cohort) {
		sheet.Rows = append(sheet.Rows, model.Score{Person: seat.Person, Attempt: 1, Serial: "A1"})
	}
	h.put(t, &sheet)
	if got := h.tab.resultsOf(k, s); got.done || !got.owed || got.text != h.Env().T("today.results.none") {
		t.Errorf("weapons are taken for results: %+v", got)
	}
}

// Who is out of the course and not found stays on top, and the line of the due
// list leads to the calls, not to the plan.
func TestMissingOutOfTheCourse(t *testing.T) {
	h := newHost(t, "en", true)
	lose(t, h)
	who := h.tab.missing[0].Mark.Person
	c := *h.Desk().Cohorts.Get(h.tab.missing[0].cohort.ID)
	c.Seats = slices.Clone(c.Seats)
	for i := range c.Seats {
		if c.Seats[i].Person == who {
			c.Seats[i].Stage, c.Seats[i].Since = model.Absent, h.Today()
		}
	}
	h.put(t, &c)
	if len(h.tab.missing) != 2 || h.tab.missing[0].Mark.Person != who {
		t.Fatalf("%d missing", len(h.tab.missing))
	}
	for _, w := range []int{80, 120} {
		if s := h.Screen(w, 36); !strings.Contains(s, ", not found since") {
			t.Errorf("%s", s)
		}
	}
	h.Press("right", "home", "enter")
	if v := h.tab.item(); v.Rule != "absence" || len(h.Jumps) != 0 || h.Stack.Empty() {
		t.Errorf("%s leads to %v", v.Rule, h.Jumps)
	}
}
