package due

import (
	"testing"

	"muster/model"
	"muster/model/rules"
)

func (w *world) hard(rule string) {
	hard := true
	w.settings.Rules = append(w.settings.Rules, model.RuleSetting{Rule: rule, Hard: &hard})
}

// What the unit has made forbidden is so when its day is past, not before.
func TestForbiddenOnlyWhenLate(t *testing.T) {
	for _, c := range []struct {
		rule  string
		due   model.Date
		spoil func(w *world)
	}{
		{"documents", monday.Days(-30), func(w *world) { w.people[0].Papers.Form = 0 }},
		{"insurance", monday.Days(-30), func(w *world) { w.people[0].Papers.Insurance = 0 }},
		{"vetting-lead", monday.Days(-60), func(w *world) { w.people[0].Vetting = model.Vetting{} }},
		{"tray", monday.Days(-14), func(w *world) { w.class(0) }},
		{"ride-papers", mustDate(2026, 1, 1), func(w *world) { w.ride(at(4, 18, 0), 0).Ride.Approved = 0 }},
		{"certificates", monday.Days(12), func(w *world) { w.awarded(); w.uncertified() }},
		{"departure", monday.Days(14), func(w *world) { w.awarded(); w.cohort.Seats[0].Home = 0 }},
		{"follow-up", monday, func(w *world) {
			w.more = append(w.more, &model.Contact{ID: id(16, 0), Person: id(1, 0), At: 1, Due: monday})
		}},
	} {
		for late := range 2 {
			w := newWorld()
			w.hard(c.rule)
			c.spoil(w)
			w.now = c.due.Days(late).Minute(10 * 60)
			list := of(w.list(), c.rule)
			if len(list) != 1 || list[0].When != c.due || list[0].Hard != (late > 0) || list[0].Rank != [...]int{RankLate, RankNow}[late] {
				t.Errorf("%s, %d days late: %+v", c.rule, late, list)
			}
		}
	}
}

// The first and the last day belong to the course.
func TestFirstAndLastDay(t *testing.T) {
	for _, c := range []struct {
		rule, says string
		spoil      func(w *world)
		told       bool
	}{
		{"vetting-lapses", "due.vetting-lapses", func(w *world) { w.people[0].Vetting.Until = monday }, true},
		{"vetting-person", "clash.vetting-person.ends", func(w *world) { w.people[0].Vetting.Until = monday.Days(-1) }, true},
		{"vetting-lapses", "due.vetting-lapses", func(w *world) { w.people[0].Vetting.Until = monday.Days(-1) }, false},
		{"vetting-lapses", "due.vetting-lapses.unit", func(w *world) { w.unit.Vetting.Until = monday.Days(11) }, false},
		{"certificate-lapses", "due.certificate-lapses", func(w *world) { w.fire(at(2, 10, 0)); w.rso(monday) }, true},
		{"certificate-lapses", "due.certificate-lapses", func(w *world) { w.fire(at(2, 10, 0)); w.rso(monday.Days(-1)) }, false},
		{"certified", "due.session", func(w *world) { w.fire(at(2, 10, 0)); w.rso(monday.Days(-1)) }, true},
		{"seats-unfilled", "due.seats-unfilled", func(w *world) { w.cohort.Places = 7; w.day(1, 7) }, true},
		{"documents", "due.documents", func(w *world) { w.people[0].Papers.Form = 0; w.day(12, 7) }, true},
		{"documents", "due.documents", func(w *world) { w.people[0].Papers.Form = 0; w.day(13, 7) }, false},
		{"vetting-person", "clash.vetting-person.unsent", func(w *world) { w.people[0].Vetting = model.Vetting{}; w.day(12, 7) }, true},
		{"vetting-person", "clash.vetting-person.unsent", func(w *world) { w.people[0].Vetting = model.Vetting{}; w.day(13, 7) }, false},
	} {
		w := newWorld()
		c.spoil(w)
		told := false
		for _, x := range w.list() {
			told = told || x.Rule == c.rule && x.Text.ID == c.says
		}
		if told != c.told {
			t.Errorf("%s: told %v: %+v", c.says, told, w.list())
		}
	}
}

// rso gives the range safety officer a certificate to that day.
func (w *world) rso(until model.Date) {
	w.staff[1].Quals = []model.Qualification{{Skill: model.SkillRSO, Until: until}}
}

// Without a limit somebody may try again and again.
func TestAttemptsWithoutLimit(t *testing.T) {
	w := newWorld()
	w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
	for i := range 3 {
		w.sheet(w.second(at(4+i, 10, 0)), 2+i, 20)
	}
	w.day(7, 8)
	w.off("retests")
	if n := rules.Attempts(&w.settings); n != 0 {
		t.Errorf("off, %d attempts are allowed", n)
	}
	if list := of(w.list(), "remediation"); len(list) != 1 {
		t.Errorf("off: %+v", w.list())
	}
	// A course of fire may allow more than the unit does.
	w = newWorld()
	w.course(80)
	w.sessions[2].Block.Fire.Qualifies = true
	f := w.more[len(w.more)-2].(*model.FireCourse)
	f.Attempts = 3
	w.sheet(w.sessions[2], 1, 10, 90, 90)
	w.sheet(w.second(at(4, 10, 0)), 2, 20)
	w.day(7, 8)
	if list := of(w.list(), "retests"); len(list) != 0 {
		t.Errorf("one of three is left: %+v", list)
	}
}

func TestWho(t *testing.T) {
	people := []model.ID{id(1, 1), id(1, 2), id(1, 3), id(1, 4)}
	for n, want := range []int{0, 1, 2, 3, 3} {
		said := who(people[:n])
		if len(said) != want || n == 4 && (said[2].ID != "due.others" || said[2].Args[0].Value != 2) {
			t.Errorf("%d: %v", n, said)
		}
	}
}

func TestWhen(t *testing.T) {
	for days, want := range map[int][2]string{-1: {"due.late", "due.ago"}, 0: {"due.today", "due.today"}, 1: {"due.in", "due.in"}} {
		if got := when(monday.Days(days), monday); got.ID != want[0] {
			t.Errorf("%d: %s", days, got.ID)
		}
		if got := from(monday.Days(days), monday); got.ID != want[1] {
			t.Errorf("%d: %s", days, got.ID)
		}
	}
}

func TestWorkingDays(t *testing.T) {
	for _, c := range []struct {
		day  model.Date
		n    int
		want model.Date
	}{
		{mustDate(2026, 1, 15), 10, mustDate(2026, 1, 1)},
		{mustDate(2026, 1, 12), 1, mustDate(2026, 1, 9)},
		{mustDate(2026, 1, 11), 1, mustDate(2026, 1, 9)},
		{mustDate(2026, 1, 10), 0, mustDate(2026, 1, 10)},
	} {
		if got := workingDays(c.day, c.n); got != c.want {
			t.Errorf("%d working days before %v: %v", c.n, c.day, got)
		}
	}
}
