package score

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
)

// top is the results dialog that is open.
func (h *host) top(t testing.TB) *results {
	t.Helper()
	r, ok := h.Stack.Top().(*results)
	if !ok {
		t.Fatalf("no results are open\n%s", h.Screen(120, 40))
	}
	return r
}

func (h *host) sheet(s *model.Session) *model.Sheet { return h.Desk().Sheets.Get(s.ID) }

// What is typed comes back from the record: every cell, in whatever order and
// however often it was typed over, after the dialog was left and opened again.
func TestTypedComesBack(t *testing.T) {
	base := inSample(t, "en", 0)
	night := base.night(t)
	base.unscored(night)
	cells := []string{"0", "1", "2", colSerial, colLot, colWeapon, colNote}
	rapid.Check(t, func(rt *rapid.T) {
		h := base.copied()
		Open(h, night.ID)
		r := h.top(t)
		want := map[[2]int]string{}
		for range rapid.IntRange(1, 25).Draw(rt, "n") {
			row := rapid.IntRange(0, len(r.draft.entries)-1).Draw(rt, "row")
			id := rapid.SampledFrom(cells).Draw(rt, "col")
			col := slices.IndexFunc(r.pad.cols, func(c padCol) bool { return c.id == id })
			r.pad.to(row, col)
			typed := ""
			if r.pad.cols[col].kind == digits {
				typed = strconv.Itoa(rapid.IntRange(0, 25).Draw(rt, "hits"))
			} else {
				typed = rapid.StringMatching(`[A-Za-z0-9ñÑ][A-Za-z0-9ñ +!?-]{0,12}`).Draw(rt, "text")
			}
			h.Type(typed)
			want[[2]int{row, col}] = r.raw(row, col)
			if shown := strings.TrimSpace(typed); r.pad.cols[col].kind == text && r.raw(row, col) != model.Clean(shown) {
				rt.Fatalf("typed %q, there is %q", typed, r.raw(row, col))
			}
		}
		// A stage that was passed over was missed.
		for row := range r.draft.entries {
			r.leave(row)
			for i := range 3 {
				col := slices.IndexFunc(r.pad.cols, func(c padCol) bool { return c.id == strconv.Itoa(i) })
				if s := r.raw(row, col); s != "" {
					want[[2]int{row, col}] = s
				}
			}
		}
		h.Press("esc")
		if len(h.Fails) > 0 || !h.Stack.Empty() && h.Stack.Top() == kit.Dialog(r) {
			rt.Fatalf("not kept: %v", h.Fails)
		}
		h.Stack.CloseAll()
		Open(h, night.ID)
		back := h.top(t)
		for at, s := range want {
			if got := back.raw(at[0], at[1]); got != s {
				rt.Fatalf("row %d, %s: typed %q, back comes %q", at[0], back.pad.cols[at[1]].id, s, got)
			}
		}
		acts := len(h.Acts)
		h.Press("esc")
		if len(h.Acts) != acts {
			rt.Fatal("looking at it changed it")
		}
	})
}

// Whoever only looks changes nothing, whatever the sheet says.
func TestLookingChangesNothing(t *testing.T) {
	h := inSample(t, "en", 1)
	n := 0
	for _, s := range h.Desk().SessionsOf(h.running().ID) {
		if h.sheet(s) == nil {
			continue
		}
		n++
		Open(h, s.ID)
		for _, k := range []string{"tab", "down", "end", "ctrl+b", "ctrl+b", "ctrl+t", "ctrl+t", "esc"} {
			h.Press(k)
		}
		if len(h.Acts) > 0 || !h.Stack.Empty() {
			t.Fatalf("%s: %v\n%s", s.Block.Title.En, h.Acts, h.Screen(120, 40))
		}
	}
	if n < 10 {
		t.Fatalf("only %d sheets in the sample", n)
	}
}

// More hits than a stage has rounds are refused, with the reason; so is what
// is no number.
func TestRefuses(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	r := h.top(t)
	h.Type("99")
	if got := r.draft.entries[0].hits[0]; got != 9 || r.hint.ID != "score.why.rounds" {
		t.Fatalf("%d hits, %v", got, r.hint)
	}
	h.Type("x")
	if r.hint.ID != "score.why.digits" || r.draft.entries[0].hits[0] != 9 {
		t.Fatalf("%v", r.hint)
	}
	h.Press("backspace")
	if r.draft.entries[0].hits[0] != none || r.draft.entries[0].result() {
		t.Fatal("it is not blank")
	}
	h.Press("esc")
	if len(h.Acts) != 0 || !h.Stack.Empty() {
		t.Fatalf("%d acts for nothing", len(h.Acts))
	}
}

// tab and enter go through the stages and on to the next officer; the arrows
// go on to the weapon, where tab goes down the weapons.
func TestWays(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	r := h.top(t)
	at := func() string { return strconv.Itoa(r.pad.row) + r.pad.cols[r.pad.col].id }
	for _, step := range []struct{ key, want string }{
		{"tab", "01"},
		{"enter", "02"},
		{"enter", "10"},
		{"shift+tab", "02"},
		{"right", "0serial"},
		{"tab", "0lot"},
		{"enter", "0weapon"},
		{"enter", "1serial"},
		{"left", "12"},
		{"down", "22"},
		{"home", "20"},
		{"end", "2note"},
		{"right", "30"},
		{"left", "2note"},
		{"up", "1note"},
	} {
		h.Press(step.key)
		if at() != step.want {
			t.Fatalf("%s leads to %s, not %s", step.key, at(), step.want)
		}
	}
	h.Press("ctrl+end", "tab")
	if r.hint.ID != "score.pad.last" {
		t.Errorf("after the last: %v", r.hint)
	}
}

// The total and the verdict are there as one types; what is short is named; a
// fault of safety fails whatever was hit.
func TestVerdictAsTyped(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	r := h.top(t)
	verdict := func() string { return r.outcome(r.entry(), colVerdict).Text }
	h.Type("10\t15")
	if verdict() != "…" {
		t.Errorf("half shot: %q", verdict())
	}
	h.Type("\t15")
	if verdict() != "pass" || r.outcome(r.entry(), colTotal).Text != "80" {
		t.Errorf("all hit: %q, %q", verdict(), r.outcome(r.entry(), colTotal).Text)
	}
	h.Press("!")
	if verdict() != "FAIL !" {
		t.Errorf("fault of safety: %q", verdict())
	}
	h.Press("!", "backspace", "backspace")
	h.Type("9")
	if text, _ := r.detail(); verdict() != "FAIL" || !strings.Contains(text, "stage 3: 9 hits, at least 13") {
		t.Errorf("short: %q, %q", verdict(), text)
	}
}

// A further attempt follows one that failed; beyond those allowed a reason is
// asked and kept.
func TestAttempts(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	r := h.top(t)
	h.Press("+")
	if r.hint.ID != "score.why.attempt-open" {
		t.Fatalf("%v", r.hint)
	}
	h.Type("1\t1\t1")
	h.Press("+")
	if e := r.entry(); e.attempt != 2 || r.pad.row != 1 || r.pad.cols[r.pad.col].id != "0" {
		t.Fatalf("row %d: %+v", r.pad.row, e)
	}
	h.Type("2\t2\t2")
	h.Press("+", "enter")
	if h.Stack.Top() == kit.Dialog(r) {
		t.Fatal("the third attempt asks for no reason")
	}
	h.Type("weapon broke")
	h.Press("enter")
	h.Type("10\t15\t15")
	h.Press("+")
	if r.hint.ID != "score.why.passed" {
		t.Errorf("%v", r.hint)
	}
	h.Press("esc")
	rows := h.sheet(s).Of(s.Takers(h.running())[0].Person)
	if len(rows) != 3 || rows[2].Attempt != 3 || rows[2].Note != "weapon broke" || rows[0].Hits[0] != 1 {
		t.Fatalf("%+v", rows)
	}
}

// The weapon of the last sheet is there before anything is typed, and is kept
// with the results only.
func TestWeaponIsRemembered(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	person := s.Takers(h.running())[0].Person
	Open(h, s.ID)
	serial := h.top(t).draft.entries[0].serial
	if serial == "" {
		t.Fatal("no weapon is remembered")
	}
	h.Type("9\t14\t14")
	h.Press("esc")
	rows := h.sheet(s).Rows
	if len(rows) != 1 || rows[0].Person != person || rows[0].Serial != serial || rows[0].By.IsZero() || rows[0].At.IsZero() {
		t.Fatalf("%+v", rows)
	}
}

// ctrl+s keeps and goes on; what is then typed is one act more; ctrl+z goes
// back to it.
func TestKeepAndRevert(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	h.Type("9\t14\t14")
	h.Press("ctrl+s", "enter")
	h.Type("8")
	h.Press("ctrl+z")
	h.Press("x")
	if got := h.top(t).draft.entries[1].hits[0]; got != none || h.top(t).draft.entries[0].hits[0] != 9 {
		t.Fatalf("%d after going back", got)
	}
	h.Press("esc")
	if len(h.Acts) != 1 {
		t.Fatalf("%d acts", len(h.Acts))
	}
	// What is emptied is taken out.
	Open(h, s.ID)
	r := h.top(t)
	r.pad.to(0, r.pad.edge(1))
	h.Press("delete", "right", "delete", "right", "delete", "right", "delete", "right", "right", "delete", "esc")
	if h.sheet(s) != nil {
		t.Fatalf("%+v", h.sheet(s))
	}
}

// A range without a course of fire asks for one, and what was chosen is
// written to the block with the results.
func TestChoosesCourseOfFire(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.where(t, func(s *model.Session) bool {
		return s.Block.Kind == model.KindFirearms && s.Block.Fire.Course.IsZero()
	})
	h.unscored(s)
	var c model.Change
	for f := range h.Desk().FireCourses.All {
		c.Removes = append(c.Removes, h.Desk().Remove(f))
	}
	h.Commit(c) // those that come with the program are there all the same
	h.Acts = nil
	Open(h, s.ID)
	h.Type("rifle")
	h.Press("enter")
	h.Type("10\t10\t20")
	h.Press("esc")
	now := h.Desk().Sessions.Get(s.ID)
	f := h.Desk().FireCourses.Get(now.Block.Fire.Course)
	if len(h.Acts) != 1 || f == nil || !f.Long || h.sheet(s).Fire.ID != f.ID {
		t.Fatalf("%d acts, %+v", len(h.Acts), f)
	}
	if now.Block.Fire.Rounds != s.Block.Fire.Rounds || now.Block.Fire.Relays != s.Block.Fire.Relays {
		t.Errorf("%+v, was %+v", now.Block.Fire, s.Block.Fire)
	}
}

// An exam asks once how many points there are; the mark decides.
func TestExam(t *testing.T) {
	h := inSample(t, "es", 0)
	s := h.where(t, func(s *model.Session) bool { return s.Block.Exam })
	h.unscored(s)
	Open(h, s.ID)
	h.Press("ctrl+u")
	h.Type("50")
	h.Press("enter")
	for _, n := range []string{"40", "39", "51"} {
		h.Type(n)
		h.Press("enter")
	}
	h.Press("esc")
	rows := h.sheet(s).Rows
	if len(rows) != 3 || rows[0].Of != 50 || rows[2].Points != 5 {
		t.Fatalf("%+v", rows)
	}
	for i, want := range []bool{true, false, false} {
		if passed, known, _ := h.sheet(s).Judge(rows[i]); !known || passed != want {
			t.Errorf("row %d: %v", i, passed)
		}
	}
}

// The account of the rounds: fired follows the rows, what is missing is told.
func TestRounds(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	h.Press("right", "right", "right", "right")
	h.Type("L-7")
	h.Press("home")
	h.Type("9\t14\t14")
	h.Press("ctrl+t") // opens on what was issued of the lot, not on its name
	h.Type("50")
	r := h.top(t)
	if got := r.draft.short(); got != 10 {
		t.Fatalf("%d missing", got)
	}
	h.Press("esc")
	if h.Last() != "score.kept.short" {
		t.Errorf("told %v", h.Told)
	}
	if got := h.sheet(s).Rounds; len(got) != 1 || got[0].Lot != "L-7" || got[0].Fired != 40 || got[0].Short() != 10 {
		t.Fatalf("%+v", got)
	}
	// One more officer shoots: what was fired follows.
	h.Stack.CloseAll()
	Open(h, s.ID)
	h.Type("9\t14\t14")
	r = h.top(t)
	r.draft.entries[1].lot = "L-7"
	r.draft.recount()
	if got := r.draft.lots[0].shot(); got != 80 {
		t.Fatalf("%d fired", got)
	}
}

// The mouse puts the cursor where it clicks.
func TestMouse(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	h.Stack.Resize(80, 24)
	Open(h, s.ID)
	r := h.top(t)
	l := r.layout()
	var x int
	for _, slot := range r.pad.slots() {
		if r.pad.cols[slot.Col].id == "1" {
			x = slot.X + 1
		}
	}
	r.Update(tea.MouseClickMsg{X: l.pad.X + x, Y: l.pad.Y + r.pad.headLines() + 2, Button: tea.MouseLeft})
	h.Type("7")
	if r.draft.entries[2].hits[1] != 7 {
		t.Fatalf("row %d, column %s", r.pad.row, r.pad.cols[r.pad.col].id)
	}
	r.Update(kit.WheelMsg{X: l.pad.X + 2, Y: l.pad.Y + 3, Delta: 2})
	if r.pad.row != 8 {
		t.Errorf("the wheel leads to row %d", r.pad.row)
	}
}

// Stations: a row for each team at each, kept for every officer of it.
func TestStations(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.where(t, func(s *model.Session) bool { return s.Block.Kind == model.KindVehicles && s.Circuit != nil })
	h.unscored(s)
	Open(h, s.ID)
	r := h.top(t)
	if !r.draft.teams || len(r.draft.entries) != len(s.Circuit.Stations)*len(s.Circuit.Stations) {
		t.Fatalf("%d rows for %d stations\n%s", len(r.draft.entries), len(s.Circuit.Stations), h.Screen(80, 24))
	}
	if r.draft.entries[0].of != s.Circuit.Stations[0].Hides {
		t.Errorf("out of %d", r.draft.entries[0].of)
	}
	h.Type("2\t135\tp")
	h.Press("enter")
	h.Type("1\t2:05\tf")
	h.Press("esc")
	teams := s.Teams(h.running())
	rows := h.sheet(s).Rows
	if len(rows) != len(teams[0].People)+len(teams[1].People) {
		t.Fatalf("%d rows", len(rows))
	}
	seen := map[model.ID]model.Score{}
	for _, row := range rows {
		seen[row.Person] = row
	}
	for i, team := range teams[:2] {
		for _, p := range team.People {
			row := seen[p]
			if row.Station != 1 || row.Points != 2-i || row.Seconds != []int{135, 125}[i] ||
				row.Verdict != []model.Verdict{model.Passed, model.Failed}[i] {
				t.Errorf("team %d: %+v", i+1, row)
			}
		}
	}
	// Taken apart, one officer of a team may differ; then they stay apart.
	Open(h, s.ID)
	r = h.top(t)
	if !r.draft.teams {
		t.Fatal("rows that are alike are not one")
	}
	h.Press("ctrl+b")
	r.pad.to(0, r.pad.edge(1))
	h.Type("1")
	h.Press("ctrl+b")
	if r.draft.teams || r.hint.ID != "score.why.teams-differ" {
		t.Errorf("%v", r.hint)
	}
	h.Press("esc")
	if len(h.sheet(s).Rows) != len(rows) {
		t.Errorf("%d rows, then %d", len(rows), len(h.sheet(s).Rows))
	}
}

// Everything a dialog says stands in the catalogues.
func TestActionsHaveWords(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		h := inSample(t, tag, 0)
		s := h.night(t)
		list := Actions(h, func() *model.Session { return s })
		if c := kit.Collisions(list); len(c) > 0 {
			t.Error(c)
		}
		for _, a := range list {
			if !h.Env().Lang.Has("action."+a.ID) || !a.Enabled() || h.Env().T("action.group."+a.Group) == "action.group."+a.Group {
				t.Errorf("%s: %s", tag, a.ID)
			}
		}
		Open(h, s.ID)
		r := h.top(t)
		dialogs := map[string]func() []kit.Action{
			"results": r.Actions, "circuit": newCircuit(h, s).Actions, "fires": newFireList(h).Actions,
			"stages": (&fireEdit{h: h, env: h.Env()}).Actions,
		}
		for _, name := range slices.Sorted(maps.Keys(dialogs)) {
			acts := dialogs[name]()
			if c := kit.Collisions(acts); len(c) > 0 {
				t.Errorf("%s: %v", name, c)
			}
			for _, a := range acts {
				if a.Label(h.Env()) == "action."+a.ID {
					t.Errorf("%s %s: no label for %s", tag, name, a.ID)
				}
			}
		}
	}
	h := inSample(t, "en", 0)
	for _, s := range []*model.Session{nil, h.where(t, func(s *model.Session) bool { return s.Block.Kind == model.KindRide })} {
		for _, a := range Actions(h, func() *model.Session { return s }) {
			if a.Enabled() {
				t.Errorf("%s does nothing and does not say why", a.ID)
			}
		}
	}
}

func TestBuiltInFireCoursesAreThere(t *testing.T) {
	h := newHost(t, "en", inSample(t, "en", 0).Clock)
	if got := fires(h.Desk(), "en"); len(got) != len(templates.FireCourses()) {
		t.Fatalf("%d", len(got))
	}
}
