package schedule

import (
	"strings"
	"testing"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

func TestNudgeAndStretch(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	start, length := f.session(rifle).Start, f.session(rifle).Block.Length
	for _, step := range []struct {
		keys          []string
		start, length int
	}{
		{[]string{"J"}, 1, 0},
		{[]string{"K", "K"}, -1, 0},
		{[]string{"alt+down"}, 0, 0},
		{[]string{"L"}, 96, 0},
		{[]string{"H"}, 0, 0},
		{[]string{"shift+down", ">"}, 0, 2},
		{[]string{"shift+up"}, 0, 1},
		{[]string{"<"}, 0, 0},
	} {
		f.press(step.keys...)
		s := f.session(rifle)
		if int(s.Start-start) != step.start || s.Block.Length-length != step.length {
			t.Fatalf("after %v: start %+d, length %+d", step.keys, s.Start-start, s.Block.Length-length)
		}
		if cur := f.tab.own(); cur == nil || cur.ID != rifle {
			t.Fatalf("after %v the cursor has left the card", step.keys)
		}
	}
	if len(f.acts) != 10 {
		t.Errorf("%d acts, want one an edit", len(f.acts))
	}
}

func TestShortestSession(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, opening)
	for range 10 {
		f.press("<")
	}
	if n := f.session(opening).Block.Length; n != 1 {
		t.Errorf("length %d, want 1", n)
	}
}

func TestTrayAndBack(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, searchB)
	f.press("backspace")
	s := f.session(searchB)
	if s.Placed() || s.Pinned {
		t.Fatal("it is not in the tray, or still pinned")
	}
	f.on(t, searchB)
	f.press("enter", "down", "enter")
	if !f.session(searchB).Placed() {
		t.Fatal("it did not come back to the board")
	}
	if cur := f.tab.own(); f.tab.inTray || cur == nil || cur.ID != searchB {
		t.Error("the cursor is not on what was placed")
	}
}

func TestPlaceAtUsualSlot(t *testing.T) {
	f := begin(t, 80, 21)
	f.on(t, drags)
	f.press("enter", "enter")
	if at := f.session(drags).Start; at != date(13).At(40) {
		t.Errorf("placed at %v", at)
	}
}

func TestMoveAndLetGo(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	was := f.session(rifle).Start
	f.press("m", "left", "down", "esc")
	if f.session(rifle).Start != was || len(f.acts) != 0 {
		t.Fatal("letting go changed the plan")
	}
	f.press("m", "left", "down", "enter")
	if at := f.session(rifle).Start; at != was-96+model.Quarter(f.tab.scale.step) {
		t.Errorf("moved to %v", at)
	}
	f.press("m", "n")
	if m := f.tab.move; m == nil || !m.legalRow(m.at, 1) {
		t.Error("n did not find a legal start")
	}
}

func TestGhostHasItsClashesAtOnce(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	f.press("m")
	if f.tab.move.hard == 0 {
		t.Fatal("the let range is not said of the ghost")
	}
	f.press("up")
	want := rules.Digest(f.board.Try(f.tab.move.draft))
	if len(want) != len(f.tab.move.clashes) {
		t.Errorf("%d clashes on the ghost, the rules say %d", len(f.tab.move.clashes), len(want))
	}
}

func TestCopySwapPinRemove(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, searchB)
	n := f.desk.Sessions.Len()
	f.press("y", "right", "enter")
	if f.desk.Sessions.Len() != n+1 {
		t.Fatal("no copy was made")
	}
	if c := f.tab.own(); c == nil || c.ID == searchB || c.Pinned {
		t.Error("the cursor is not on the copy, or the copy is pinned")
	}
	f.on(t, opening)
	a, b := f.session(opening).Start, f.session(rifle).Start
	f.press("s")
	f.on(t, rifle)
	f.press("s")
	if f.session(opening).Start != b || f.session(rifle).Start != a {
		t.Error("they did not change places")
	}
	if last := f.acts[len(f.acts)-1]; len(last.Puts) != 2 {
		t.Error("a swap is not one act")
	}
	f.on(t, rifle)
	f.press("P")
	if !f.session(rifle).Pinned {
		t.Error("not pinned")
	}
	f.press("x")
	if f.session(rifle) != nil {
		t.Error("not removed")
	}
}

func TestPeoplePlaceSquadsCars(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	f.press("i") // the medic is what lacks
	f.press("enter", "tab", "enter", "esc")
	if got := f.session(rifle).In(model.Medic); len(got) != 1 || got[0] != num(model.KindStaff, 3) {
		t.Errorf("medic: %v", got)
	}
	f.stack.CloseAll()
	f.press("v", "end", "enter")
	if !f.session(rifle).Place.IsZero() {
		t.Error("still in its place")
	}
	f.press("S", "tab", "enter")
	if got := f.session(rifle).Squads; got != 2 {
		t.Errorf("squads %v", got)
	}
	f.on(t, swat)
	f.press("V", "tab", "enter")
	if got := f.session(swat).Cars; len(got) != 0 {
		t.Errorf("vehicles %v", got)
	}
}

// r on a ride is the ride's page, on live fire the relays.
func TestDetails(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, swat)
	f.press("r", "tab", "home", "x", "esc")
	r := f.session(swat).Ride.Riders
	if len(r) != 1 || r[0].Person != num(model.KindPerson, 2) || !f.stack.Empty() {
		t.Errorf("riders %v", r)
	}
	f.on(t, rifle)
	f.press("r")
	if _, ok := f.stack.Top().(*kit.Form); !ok {
		t.Errorf("relays: %T", f.stack.Top())
	}
}

func TestBlockForm(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	before := *f.session(rifle)
	f.press("e", "ctrl+s")
	after := *f.session(rifle)
	if diff := unequal(&before, &after); diff != "" || len(f.acts) != 0 {
		t.Errorf("saving an untouched form changed %s, in %d acts", diff, len(f.acts))
	}
	if n := len(f.said); n == 0 || f.said[n-1].ID != "schedule.block.same" {
		t.Errorf("it is not said that nothing was changed: %v", f.said)
	}
	f.press("a", "tab", "X", "ctrl+s")
	if n := len(f.acts); n != 1 {
		t.Fatalf("no block added: %d acts", n)
	}
}

func TestLayOutAsUsual(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("U")
	if len(f.tab.tray) != 0 || len(f.acts) != 1 {
		t.Errorf("%d left in the tray after %d acts", len(f.tab.tray), len(f.acts))
	}
}

func TestTakeCourse(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("T", "enter", "down", "enter")
	if len(f.acts) != 1 {
		t.Fatalf("%d acts, want one", len(f.acts))
	}
	if f.session(rifle) != nil {
		t.Error("the old plan is still there")
	}
	if n := len(f.tab.tray); n < 45 {
		t.Errorf("%d blocks in the tray", n)
	}
	if f.desk.Kits.Len() < 2 || f.Cohort().Course.IsZero() {
		t.Error("the kit or the course did not come along")
	}
	f.press("U")
	if n := len(f.tab.tray); n > 6 {
		t.Errorf("%d of a fresh course do not find a slot", n)
	}
}

func TestCopyPlan(t *testing.T) {
	f := begin(t, 120, 37)
	next := *f.Cohort()
	next.ID, next.Code, next.First, next.Last = num(model.KindCohort, 2), "MEX-26-2", date(26), date(26).Days(11)
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewCohort(next))}}})
	f.Choose(next.ID)
	f.press("Y", "enter")
	if len(f.tab.sessions) != 7 {
		t.Fatalf("%d sessions copied", len(f.tab.sessions))
	}
	if at := f.tab.cards[0].s.Start; at != date(26).At(32) {
		t.Errorf("the first one lies at %v", at)
	}
}

func TestEmptyStates(t *testing.T) {
	f := begin(t, 80, 21)
	for _, s := range f.tab.sessions {
		f.Commit(model.Change{Removes: []model.Remove{f.desk.Remove(s)}})
	}
	f.press("a", "tab", "H", "i", "ctrl+s")
	if len(f.tab.sessions) != 1 {
		t.Error("the first block cannot be added by hand")
	}
	f.cohort = model.ID{}
	f.tab.Changed()
	for _, a := range f.tab.Actions() {
		if a.Enabled() && !a.Hidden && a.Group != "day" && a.ID != "schedule.courses" && a.ID != "schedule.year" { // somebody may fall ill before there is a cohort
			t.Errorf("%s can be done without a cohort", a.ID)
		}
	}
}

func TestWrongValuesAreRefused(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, swat)
	for range 12 {
		f.press("<")
	}
	if r := f.session(swat); r.Block.Length <= r.Ride.Brief+r.Ride.Debrief {
		t.Error("a ride that is all talk was kept")
	}
	if len(f.said) == 0 || len(f.fails) != 0 {
		t.Error("the user was not told why")
	}
}

func TestFixMendsWhatItSays(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	s := f.session(rifle)
	now := tallyOf(f.board.Try(s))
	list := f.tab.fixes(s, true)
	if len(list) == 0 {
		t.Fatal("nothing is offered for a session on a range that is let")
	}
	for _, x := range list {
		if x.left.compare(now) >= 0 {
			t.Errorf("%s makes nothing better", x.how.ID)
		}
	}
	want := list[0].left
	f.press("f", "enter")
	if got := tallyOf(f.board.ClashesOf(rifle)); got != want {
		t.Errorf("it left %v, and promised %v", got, want)
	}
}

// What only lacks people is told apart from what clashes, and counted so.
func TestGrades(t *testing.T) {
	f := begin(t, 120, 37)
	for id, want := range map[model.ID]grade{rifle: clashing, pistolA: lacking} {
		if got := f.tab.wrong[id]; got != want {
			t.Errorf("%v: grade %d, want %d", f.session(id).Block.Title.En, got, want)
		}
	}
	n := 0
	for _, g := range f.tab.wrong {
		if g >= lacking {
			n++
		}
	}
	if f.tab.count[lacking] == 0 || f.tab.count[lacking] > n {
		t.Errorf("%d sessions lack people, %d have something hard", f.tab.count[lacking], n)
	}
	clashes := 0
	for i := range f.tab.clashes {
		if f.tab.clashes[i].Grade() == clashing {
			clashes++
		}
	}
	if b := f.tab.Badge(); b.Count != clashes || b.Count == 0 || !b.Hard {
		t.Errorf("badge %+v, %d clashes", b, clashes)
	}
	f.press("c")
	if text := f.screen(120, 37).Plain(); strings.Count(text, f.tab.standing()) != 2 {
		t.Errorf("the list is not headed as the board is: %s", f.tab.standing())
	}
}

// Somebody without the certificate has the part, and the need stays unfilled:
// the list of roles and the rules say the same.
func TestTheUncertifiedFillNoNeed(t *testing.T) {
	f := begin(t, 120, 37)
	s := f.session(rifle).Clone()
	for _, w := range f.tab.wants(&s) {
		if w.skill == "" || w.need == 0 {
			continue
		}
		for p := range f.desk.Staff.All {
			if p.Qualified(w.skill, s.Start.Date()) {
				continue
			}
			s.Staff = castRole(s.Staff, w.role, []model.ID{p.ID})
			for _, now := range f.tab.wants(&s) {
				if now.role == w.role && (now.fills != 0 || len(now.have) != 1) {
					t.Errorf("%s without %s fills %d of %d as %s", p.Label(), w.skill, now.fills, now.need, w.role)
				}
			}
			return
		}
	}
	t.Fatal("nobody in the fixture lacks a certificate that the rifle block needs")
}
