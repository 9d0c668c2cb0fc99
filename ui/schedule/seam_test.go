package schedule

import (
	"reflect"
	"strings"
	"testing"

	"muster/model"
	"muster/model/rules"
)

var draftID = num(model.KindDraft, 1)

// whatIf is the fixture with an empty draft on the board.
func whatIf(t testing.TB) *fake {
	t.Helper()
	f := begin(t, 120, 37)
	v := must(model.NewDraft(model.Draft{ID: draftID, Cohort: num(model.KindCohort, 1), Title: "Range 1 stays shut"}))
	f.Commit(model.Change{Puts: []model.Put{{Record: v}}})
	if !f.tab.Open(model.Ref{Kind: model.KindDraft, ID: draftID}) {
		t.Fatal("the draft is not opened")
	}
	return f
}

// While a draft is shown every edit goes into it, as one act each, and nothing
// of the plan of record moves.
func TestDraftTakesEdits(t *testing.T) {
	f := whatIf(t)
	was, acts := *f.session(rifle), len(f.acts)
	f.on(t, rifle)
	f.press("J")
	f.press("L")
	f.on(t, drags)
	f.press("enter", "enter")
	f.on(t, opening)
	f.press("x")
	if got := *f.session(rifle); !reflect.DeepEqual(was, got) {
		t.Error("the plan of record moved")
	}
	if f.session(drags).Placed() || f.session(opening) == nil {
		t.Error("the plan of record was edited")
	}
	if n := len(f.acts) - acts; n != 4 {
		t.Errorf("%d acts, want one an edit", n)
	}
	v := f.desk.Drafts.Get(draftID)
	if len(v.Sessions) != 2 || len(v.Gone) != 1 {
		t.Fatalf("the draft holds %d sessions, %d gone", len(v.Sessions), len(v.Gone))
	}
	if at := f.tab.host.Desk().Sessions.Get(rifle).Start; at != was.Start+97 {
		t.Errorf("on the board it lies at %v", at)
	}
	if f.tab.host.Desk().Sessions.Get(opening) != nil {
		t.Error("what was taken out is still on the board")
	}
}

// The rules' view of the draft, followed edit by edit, is that made anew.
func TestDraftBoardFollows(t *testing.T) {
	f := whatIf(t)
	for _, keys := range [][]string{{"J"}, {"L"}, {"backspace"}, {"t", "enter", "enter"}, {"s"}, {"P"}, {"<"}} {
		f.on(t, rifle)
		f.press(keys...)
		want := rules.Ground(f.tab.host.Desk(), rules.Options{}).Clashes()
		if got := f.tab.host.Board().Clashes(); !reflect.DeepEqual(got, want) {
			t.Fatalf("after %v: %d clashes, from scratch %d", keys, len(got), len(want))
		}
		f.tab.swap = model.ID{}
	}
}

func TestDraftBannerAndWayOut(t *testing.T) {
	f := whatIf(t)
	if head := strings.SplitN(f.screen(80, 21).Plain(), "\n", 2)[0]; !strings.Contains(head, "what-if: Range 1 stays shut") {
		t.Errorf("the head says %q", head)
	}
	for _, a := range f.tab.Actions() {
		if (a.ID == "roll.call" || a.ID == "change.open" || a.ID == "schedule.publish" || a.ID == "schedule.take") && a.Enabled() {
			t.Errorf("%s can be done in a draft", a.ID)
		}
	}
	f.press("esc")
	if f.tab.seam.Draft() != nil || strings.Contains(f.screen(80, 21).Plain(), "what-if") {
		t.Error("esc does not lead back to the plan of record")
	}
}

// A draft that is adopted or thrown away leaves the plan of record on the
// board, and so does another cohort.
func TestDraftGone(t *testing.T) {
	f := whatIf(t)
	f.on(t, rifle)
	f.press("J")
	v := f.desk.Drafts.Get(draftID)
	puts, removes := v.Adopt(f.desk)
	f.tab.host.Commit(model.Change{Puts: puts, Removes: removes})
	if f.tab.seam.Draft() != nil {
		t.Error("a draft that is gone is shown")
	}
	if f.session(rifle).Start != date(15).At(37) {
		t.Error("adopting it through the board did not reach the plan of record")
	}
	f = whatIf(t)
	next := *f.Cohort()
	next.ID, next.Code = num(model.KindCohort, 2), "MEX-26-2"
	f.tab.seam.Host.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewCohort(next))}}})
	f.Choose(next.ID)
	if f.tab.seam.Draft() != nil {
		t.Error("another cohort's board shows the draft")
	}
}

// What has a roll is not planned anew.
func TestDraftLeavesTheHeld(t *testing.T) {
	f := whatIf(t)
	roll := must(model.NewRoll(model.Roll{ID: rifle, Cohort: num(model.KindCohort, 1)}))
	f.tab.seam.Host.Commit(model.Change{Puts: []model.Put{{Record: roll}}})
	f.on(t, rifle)
	acts := len(f.acts)
	f.press("J", "x", "m")
	if len(f.acts) != acts || f.tab.move != nil {
		t.Error("a session with a roll was planned anew")
	}
}
