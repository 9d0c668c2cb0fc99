package schedule

import (
	"testing"

	"muster/model"
	"muster/ui/kit"
)

// A copied plan says what it lacks of the one it was copied from, and carries
// nothing that was the other cohort's own.
func TestCopyPlanSaysWhatIsLeftOut(t *testing.T) {
	f := begin(t, 120, 37)
	again := f.session(pistolA).Clone()
	again.ID, again.Again, again.Squads, again.Only = num(model.KindSession, 50), pistolA, 0, []model.ID{num(model.KindPerson, 1)}
	gone := *f.desk.Staff.Get(num(model.KindStaff, 1))
	gone.Left = date(20)
	next := *f.Cohort()
	next.ID, next.Code, next.First, next.Last, next.Squads = num(model.KindCohort, 2), "MEX-26-2", date(26), date(27), 1
	next.Seats = nil
	f.press("G", "y") // it was published
	f.Commit(model.Change{
		Puts: []model.Put{
			{Record: must(model.NewSession(again))}, {Record: must(model.NewStaff(gone))}, {Record: must(model.NewCohort(next))},
		},
		Removes: []model.Remove{f.desk.Remove(f.desk.Places.Get(num(model.KindPlace, 2)))},
	})
	f.Choose(next.ID)
	f.press("Y", "enter")
	if _, ok := f.stack.Top().(*kit.Notice); !ok {
		t.Fatalf("nothing is said: %T %v", f.stack.Top(), f.said)
	}
	f.press("esc")
	for _, s := range f.tab.sessions {
		if s.Told != nil || s.Pinned || !s.Again.IsZero() || s.Has(gone.ID) || s.Place == num(model.KindPlace, 2) {
			t.Errorf("%s carries what is not this cohort's: %+v", s.Block.Title.En, s)
		}
	}
	from := f.desk.Cohorts.Get(num(model.KindCohort, 1))
	list := f.desk.SessionsOf(from.ID)
	copies := model.CopyPlan(from, list, f.tab.cohort, f.NewID)
	left := f.tab.leftOut(from, list, copies)
	for _, s := range copies {
		left.count(f.tab.dropUnknown(s))
	}
	// Vehicle search is squad B's; rifle and the ride fall after the second day;
	// Ruiz led the pistol, was its safety officer, and led the rifle.
	if want := (leftOut{again: 1, squads: 1, tray: 2, drops: drops{staff: 3, places: 1}}); *left != want {
		t.Errorf("%+v, want %+v", *left, want)
	}
}
