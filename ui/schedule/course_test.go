package schedule

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/ui/kit"
)

// The board's own form serves the blocks of a course: saved untouched it
// changes nothing, and it asks nothing that only a session has.
func TestCourseBlockForm(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("E", "y", "ctrl+s")
	if len(f.acts) != 1 {
		t.Fatalf("%d acts", len(f.acts))
	}
	var made *model.Course
	for c := range f.desk.Courses.All {
		if c.ID != f.tab.built.Course.ID {
			made = c
		}
	}
	before := *made
	f.press("enter", "home")
	for i := range before.Blocks {
		f.press("e", "ctrl+s", "down")
		after := f.desk.Courses.Get(made.ID).Blocks[i]
		want := before.Blocks[i]
		if !reflect.DeepEqual(want, after) {
			t.Fatalf("%s:\n%+v\n%+v", after.Title.En, want, after)
		}
	}
	if len(f.acts) != 1 {
		t.Errorf("%d acts: forms saved untouched are none", len(f.acts)-1)
	}
	f.press("home", "e", "tab", "X", "ctrl+s")
	if got := f.desk.Courses.Get(made.ID).Blocks[0].Title.En; got != before.Blocks[0].Title.En+"X" {
		t.Errorf("the title is %q", got)
	}
	f.press("esc", "esc", "T", "enter", "down", "enter") // one of the two is taken
	if len(f.tab.tray) < 45 {
		t.Errorf("%d blocks in the tray", len(f.tab.tray))
	}
}

// The year strip takes another cohort in hand.
func TestYearChooses(t *testing.T) {
	f := begin(t, 120, 37)
	next := *f.Cohort()
	next.ID, next.Code, next.First, next.Last = num(model.KindCohort, 2), "MEX-26-2", date(26), date(26).Days(11)
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewCohort(next))}}})
	f.press("Q", "down", "enter")
	if f.tab.cohort.ID != next.ID || !f.stack.Empty() {
		t.Error("the board is still that of the first cohort")
	}
}

// Once a course is taken, what makes a plan of it is said, and is in the footer.
func TestTakingNamesThePlanner(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		f := newFake(small(plainly), tag, kit.Mono)
		f.tab.Resize(80, 21)
		f.stack.Resize(80, 21)
		for _, s := range f.tab.sessions {
			f.Commit(model.Change{Removes: []model.Remove{f.desk.Remove(s)}})
		}
		f.press("T", "enter")
		if len(f.tab.tray) < 20 || f.said[len(f.said)-1].ID != "schedule.take.done" {
			t.Fatalf("%d in the tray, said %v", len(f.tab.tray), f.said)
		}
		if text := f.env.Say(f.said[len(f.said)-1]); kit.Width(text) > 80 || !strings.Contains(text, "p m") {
			t.Errorf("%q", text)
		}
		for _, key := range []string{"", "t"} {
			if key != "" {
				f.press(key)
			}
			if !slices.ContainsFunc(kit.Footer(f.env, f.tab.Actions(), 60), func(it kit.FooterItem) bool { return it.Action.ID == "plan.menu" }) {
				t.Errorf("%s %q: the planner is not in the footer", tag, key)
			}
		}
	}
}

// A ride without a car has no seats yet: that is not none.
func TestRideWithoutACar(t *testing.T) {
	f := begin(t, 120, 37)
	s := f.session(swat).Clone()
	if got := f.tab.squadsLabel(&s, f.tab.cohort); got != "2/4" {
		t.Errorf("with a car: %q", got)
	}
	s.Cars = nil
	if got := f.tab.squadsLabel(&s, f.tab.cohort); got != "2/–" {
		t.Errorf("without: %q", got)
	}
}
