package due

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/model/rules"
)

// clashes are worlds against which the board has something.
var clashes = []func(*world){
	func(w *world) { w.class(at(2, 8, 0)).Staff = nil },
	func(w *world) { w.twice(1) },
	func(w *world) { w.twice(5) },
	func(w *world) { w.lacking(alike + 1) },
	func(w *world) { w.people[0].Vetting = model.Vetting{State: model.VettingRejected} },
}

// twice puts one instructor into two classes at once, on so many days.
func (w *world) twice(days int) {
	for i := range days {
		a, b := w.class(at(2+i, 8, 0)), w.class(at(2+i, 8, 0))
		a.Squads, b.Squads = 1, 2
		a.Staff, b.Staff = []model.Part{{Staff: id(7, 0), Role: model.Lead}}, []model.Part{{Staff: id(7, 0), Role: model.Lead}}
	}
}

// lacking has so many classes that lack both who leads and where.
func (w *world) lacking(n int) {
	for i := range n {
		s := w.class(at(2+i, 8, 0))
		s.Staff, s.Place = nil, model.ID{}
	}
}

func of(list []Item, rule string) []Item {
	return slices.DeleteFunc(slices.Clone(list), func(x Item) bool { return x.Rule != rule })
}

// A clash is told with its sessions and its time; many of a kind are one line.
func TestClashes(t *testing.T) {
	w := newWorld()
	w.twice(1)
	list := of(w.list(), "staff-twice")
	if len(list) != 1 || list[0].Text.ID != "due.at" || !list[0].Hard || list[0].Grade != rules.Hard || list[0].When != monday.Days(1) ||
		list[0].Ref != model.RefOf(w.sessions[2]) || len(list[0].Sessions) != 2 || list[0].Rank != RankSoon {
		t.Errorf("one clash: %+v", list)
	}
	w = newWorld()
	w.twice(4)
	if list := of(w.list(), "staff-twice"); len(list) != 1 || list[0].Text.ID != "due.and-more" || len(list[0].Sessions) != 8 {
		t.Errorf("five clashes: %+v", list)
	}
	w = newWorld()
	w.class(at(2, 8, 0)).Staff = nil
	if list := of(w.list(), "nobody-leads"); len(list) != 1 || list[0].Text.ID != "due.session" || list[0].Grade != rules.Incomplete {
		t.Errorf("nobody leads: %+v", list)
	}
}

// What is over, nobody can mend; a closed cohort is passed over.
func TestWhatIsOver(t *testing.T) {
	w := newWorld()
	w.twice(2)
	w.day(3, 8)
	if list := of(w.list(), "staff-twice"); len(list) != 1 || list[0].When != w.now.Date() || list[0].Rank != RankNow {
		t.Errorf("on the day of the second: %+v", list)
	}
	w.day(3, 9)
	if list := of(w.list(), "staff-twice"); len(list) != 0 {
		t.Errorf("after both: %+v", list)
	}
	w.day(2, 8)
	w.people[0].Vetting = model.Vetting{}
	w.cohort.State = model.Closed
	if list := w.list(); len(list) != 0 {
		t.Errorf("closed: %+v", list)
	}
}

// An end during the course is told once: by itself, not also by the board.
func TestLapsesAreToldOnce(t *testing.T) {
	w := newWorld()
	w.people[0].Vetting.Until = monday.Days(4)
	w.unit.Vetting.Until = monday.Days(4)
	for i := range 3 {
		w.fire(at(3+i, 10, 0))
	}
	w.staff[1].Quals = []model.Qualification{{Skill: model.SkillRSO, Until: monday.Days(2)}}
	count := map[string]int{}
	for _, x := range w.list() {
		count[x.Rule]++
	}
	for rule, want := range map[string]int{
		"vetting-lapses": 2, "vetting-person": 0, "vetting-unit": 0, "certificate-lapses": 1, "certified": 0, "certificate-ending": 0,
	} {
		if count[rule] != want {
			t.Errorf("%s: told %d times, not %d", rule, count[rule], want)
		}
	}
	w.off("vetting-lapses")
	w.off("certificate-lapses")
	for _, x := range w.list() {
		count[x.Rule]++
	}
	if count["vetting-person"] != 1 || count["vetting-unit"] != 1 || count["certified"] == 0 {
		t.Errorf("off, the board tells: %v", count)
	}
}

// The list begins with who is missing, then with what is forbidden now.
func TestOrder(t *testing.T) {
	w := newWorld()
	w.day(2, 7)
	w.missing(model.Mark{})
	w.twice(1)
	w.people[3].Emergency.Phone = ""
	w.people[3].Papers.Photo = 0
	w.people[4].Vetting.Until = monday.Days(8)
	w.fire(at(11, 10, 0))
	w.place.Plan = 0
	var got []string
	last := -1
	for _, x := range w.list() {
		got = append(got, x.Rule)
		if x.Rank < last {
			t.Errorf("%s: %d after %d", x.Rule, x.Rank, last)
		}
		last = x.Rank
	}
	want := "absence emergency-card staff-twice documents vetting-lapses site-plan"
	if said := strings.Join(got, " "); said != want {
		t.Errorf("%s, not %s", said, want)
	}
}

// Many lines by one rule are one; people to look for are each told.
func TestManyAreOne(t *testing.T) {
	w := newWorld()
	for i := range 7 {
		w.exam(at(2, 8+i, 0))
	}
	var all []model.Mark
	for i := range 6 {
		all = append(all, model.Mark{Person: id(1, i), State: model.Missing})
	}
	for _, s := range w.sessions {
		w.roll(s, all...)
	}
	w.day(5, 8)
	for _, c := range []struct {
		rule  string
		lines int
	}{{"absence", 6}, {"remediation", 1}} {
		if list := of(w.list(), c.rule); len(list) != c.lines {
			t.Errorf("%s: %d lines", c.rule, len(list))
		}
	}
	if list := of(w.list(), "remediation"); len(list[0].Sessions) != 7 || len(list[0].People) != 6 {
		t.Errorf("joined: %+v", list)
	}
}

// A clash of two cohorts is in the list once, and concerns both.
func TestTwoCohorts(t *testing.T) {
	w := newWorld()
	other := *w.cohort
	other.ID, other.Code, other.Seats, other.Places = id(5, 1), "COL-26-1", nil, 0
	w.more = append(w.more, &other)
	w.twice(1)
	w.sessions[3].Cohort = other.ID
	list := of(w.list(), "staff-twice")
	if len(list) != 1 {
		t.Fatalf("told %d times", len(list))
	}
	d := w.desk()
	if !list[0].Concerns(d, w.cohort.ID) || !list[0].Concerns(d, other.ID) || list[0].Concerns(d, id(5, 2)) {
		t.Error("it concerns both cohorts, and no third")
	}
}
