package schedule

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/lang"
)

var (
	second  = num(model.KindSession, 8) // another attempt at pistolA, for officers 1 and 3
	course1 = num(model.KindFireCourse, 1)
)

// worked is the fixture in its second week: the pistol block was shot and two
// failed, the search has stations, the ride is called off, somebody comes late.
func worked() *model.Desk {
	d := small(plainly)
	a, v, r := d.Sessions.Get(pistolA).Clone(), d.Sessions.Get(searchB).Clone(), d.Sessions.Get(swat).Clone()
	a.Block.Fire.Qualifies, a.Block.Fire.Course = true, course1
	v.Circuit = &model.Circuit{Stations: []model.Post{{Name: "Sedan"}, {Name: "Pickup"}, {Name: "Van"}}}
	r.Off = &model.Off{At: date(14).Minute(20 * 60), Reason: "storm"}
	s := a.Clone()
	s.ID, s.Squads, s.Again, s.Start = second, 0, pistolA, date(13).At(40)
	s.Only = []model.ID{num(model.KindPerson, 3), num(model.KindPerson, 1)}
	c := *d.Cohorts.Get(num(model.KindCohort, 1))
	c.Seats = slices.Clone(c.Seats)
	c.Seats[1].Arrives = date(13).At(0)
	fire := must(model.NewFireCourse(model.FireCourse{ID: course1, Title: model.OneText("en", "Day 25"), Pass: 80, Stages: []model.FireStage{{Rounds: 25, Points: 1}}}))
	roll := model.Roll{ID: pistolA, Cohort: c.ID}
	sheet := model.Sheet{ID: pistolA, Cohort: c.ID, Fire: fire}
	for i, seat := range a.Takers(&c) {
		m, row := model.Mark{Person: seat.Person, State: model.Here}, model.Score{Person: seat.Person, Attempt: 1, Hits: []int{24}}
		switch {
		case i == 5:
			m.State = model.Missing
		case i < 2:
			row.Hits = []int{12}
			fallthrough
		default:
			sheet.Rows = append(sheet.Rows, row)
		}
		roll.Marks = append(roll.Marks, m)
	}
	ch := model.Change{}
	for _, x := range []model.Record{
		must(model.NewCohort(c)), fire, must(model.NewSession(a)), must(model.NewSession(v)), must(model.NewSession(r)),
		must(model.NewSession(s)), must(model.NewRoll(roll)), must(model.NewSheet(sheet)),
	} {
		ch.Puts = append(ch.Puts, model.Put{Record: x})
	}
	return d.With(ch, 2)
}

func beginWorked(t testing.TB, w, h int) *fake {
	t.Helper()
	f := newFake(worked(), "en", kit.Mono)
	f.tab.Resize(w, h)
	f.stack.Resize(w, h)
	return f
}

func TestWorkedScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 21}, {120, 37}} {
			for name, id := range map[string]model.ID{"shot": pistolA, "off": swat, "again": second} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], tag), func(t *testing.T) {
					f := newFake(calm(worked()), tag, kit.Mono)
					f.tab.Resize(size[0], size[1])
					f.on(t, id)
					golden.RequireEqual(t, []byte(f.screen(size[0], size[1]).Plain()))
				})
			}
		}
	}
}

// What is called off waits nowhere, is in nobody's way, and is not moved.
func TestCalledOff(t *testing.T) {
	f := beginWorked(t, 120, 37)
	if got := f.tab.head; !slices.ContainsFunc(got, func(p headPart) bool { return p.text == "placed 5 of 7" }) {
		t.Errorf("head: %+v", got)
	}
	f.on(t, swat)
	at := f.session(swat).Start
	f.press("m", "J", "s", "shift+down")
	if f.tab.move != nil || len(f.acts) != 0 || f.session(swat).Start != at {
		t.Error("it was moved")
	}
	if m := f.said[len(f.said)-1]; m.ID != "schedule.why.off" {
		t.Errorf("said %s", m.ID)
	}
	if r, ok := f.tab.cellRect(at); ok {
		f.tab.Update(tea.MouseClickMsg{X: r.X + 1, Y: r.Y, Button: tea.MouseLeft})
		f.tab.Update(tea.MouseMotionMsg{X: r.X + 1, Y: r.Y + 1, Button: tea.MouseLeft})
		if f.tab.move != nil {
			t.Error("it was dragged")
		}
	}
	f.press("backspace")
	if n := on(f.tab.tray); n != 2 || len(f.tab.tray) != 3 || f.tab.tray[2].ID != swat {
		t.Errorf("%d of the tray wait, %d lie in it", n, len(f.tab.tray))
	}
	f.press("U")
	if f.session(swat).Placed() {
		t.Error("it was laid out")
	}
	f.on(t, swat)
	f.press("y")
	if c := f.tab.traySession(); c == nil || c.Off != nil {
		t.Error("the copy is called off too")
	}
}

// A lens on an instructor or a place does not see what is called off.
func TestCalledOffLeavesFree(t *testing.T) {
	f := beginWorked(t, 120, 37)
	s := f.session(rifle).Clone()
	s.Off = &model.Off{At: 1}
	f.Commit(model.Change{Puts: []model.Put{f.desk.Put(must(model.NewSession(s)))}})
	for _, l := range []lens{{kind: byPlace, id: s.Place}, {kind: byStaff, id: s.Staff[0].Staff}} {
		f.tab.setLens(l)
		if f.tab.onBoard(rifle) {
			t.Errorf("lens %d shows it", l.kind)
		}
	}
	f.tab.setLens(lens{})
	other := f.session(searchB).Clone()
	other.Start = s.Start
	if note, taken := f.tab.placeState(&other, f.desk.Places.Get(s.Place)); strings.Contains(note, "Rifle") {
		t.Errorf("its place is taken (%v): %s", taken, note)
	}
	if p := f.tab.partsOn(&other, other.Start.Date()); p.meets[s.Staff[0].Staff] != nil {
		t.Error("its instructor is busy")
	}
}

// Another attempt is for officers by name: S changes them, the squads' lens
// sees it, saving its form keeps them, and it is laid out after the first.
func TestAnotherChance(t *testing.T) {
	f := beginWorked(t, 120, 37)
	f.on(t, second)
	before := *f.session(second)
	f.press("e", "ctrl+s")
	after := *f.session(second)
	if diff := unequal(&before, &after); diff != "" {
		t.Errorf("saving its form changed %s", diff)
	}
	f.press("S", "tab", "enter")
	if got := f.session(second).Only; len(got) != 1 || got[0] != num(model.KindPerson, 3) {
		t.Errorf("only %v", got)
	}
	f.tab.setLens(lens{kind: bySquad, squad: 1})
	if !f.tab.onBoard(second) {
		t.Error("their squad does not see it")
	}
	f.tab.setLens(lens{kind: bySquad, squad: 2})
	if f.tab.onBoard(second) {
		t.Error("the other squad sees it")
	}
	f.tab.setLens(lens{})
	f.on(t, second)
	f.press("backspace", "U")
	if s := f.session(second); s.Placed() && s.Start < f.session(pistolA).Span().To {
		t.Errorf("laid out at %v, before the first attempt", s.Start)
	}
	if n := len(f.acts); n == 0 || f.tab.chance(f.session(second)) != "attempt 2" {
		t.Errorf("%q", f.tab.chance(f.session(second)))
	}
}

// A roll and a sheet go with their session, and are asked for first.
func TestRemoveAsksForRecords(t *testing.T) {
	f := beginWorked(t, 120, 37)
	f.on(t, pistolA)
	f.press("x")
	if f.stack.Empty() || f.session(pistolA) == nil {
		t.Fatal("nothing is asked")
	}
	f.press("enter")
	if f.session(pistolA) == nil || len(f.acts) != 0 {
		t.Fatal("the safe answer took it out")
	}
	f.press("x", "y")
	if f.session(pistolA) != nil || f.desk.Rolls.Len() != 0 || f.desk.Sheets.Len() != 0 || len(f.acts) != 1 {
		t.Errorf("left: %d rolls, %d sheets, %d acts", f.desk.Rolls.Len(), f.desk.Sheets.Len(), len(f.acts))
	}
	f = beginWorked(t, 120, 37)
	f.press("T", "enter", "down", "enter", "y")
	if f.session(pistolA) != nil || f.desk.Rolls.Len() != 0 || f.desk.Sheets.Len() != 0 || len(f.acts) != 1 {
		t.Errorf("replaced, and left: %d rolls, %d sheets, %d acts", f.desk.Rolls.Len(), f.desk.Sheets.Len(), len(f.acts))
	}
}

// The forms of a block and of its relays keep the course of fire, and set it.
func TestCourseOfFire(t *testing.T) {
	f := beginWorked(t, 120, 37)
	f.on(t, pistolA)
	f.press("e", "ctrl+s")
	f.press("r", "tab", "ctrl+s")
	if got := f.session(pistolA).Block.Fire; got.Course != course1 || !got.Qualifies {
		t.Fatalf("%+v", got)
	}
	f.on(t, rifle)
	f.press("r", "tab", "tab", "tab", "tab", "tab", "right", "ctrl+s")
	if got := f.session(rifle).Block.Fire.Course; got != course1 {
		t.Errorf("course of fire %v", got)
	}
}

func TestGraduation(t *testing.T) {
	f := beginWorked(t, 120, 37)
	f.on(t, opening)
	f.press("e")
	form, ok := f.stack.Top().(*kit.Form)
	if !ok {
		t.Fatal("no form")
	}
	form.Focus("graduation")
	f.press("space", "ctrl+s")
	if !f.session(opening).Block.Ends {
		t.Error("it does not end the course")
	}
}

// What the line under the board says of live fire: relays, lanes, instructors.
func TestAboutLine(t *testing.T) {
	f := beginWorked(t, 120, 37)
	got := strings.Join(f.tab.aboutLine(f.session(pistolA), f.Cohort()), " · ")
	if want := "2 relays, 3 on the line · 12 lanes · 1:5 asks 1 instructor ✓"; got != want {
		t.Errorf("%q", got)
	}
	got = strings.Join(f.tab.aboutLine(f.session(rifle), f.Cohort()), " · ")
	if want := "2 relays, 6 on the line · 12 lanes · 1:5 asks 2 instructors, 0 there"; got != want {
		t.Errorf("%q", got)
	}
}

// A plan copied from elsewhere leaves out what is not on the desk.
func TestDropUnknown(t *testing.T) {
	f := beginWorked(t, 80, 21)
	s := f.session(pistolA).Clone()
	s.Block.Fire.Course = num(model.KindFireCourse, 9)
	s.Circuit = &model.Circuit{Stations: []model.Post{{Name: "A", Lead: num(model.KindStaff, 99), Safety: num(model.KindStaff, 1), Vehicle: num(model.KindVehicle, 9)}}}
	f.tab.dropUnknown(&s)
	if p := s.Circuit.Stations[0]; !s.Block.Fire.Course.IsZero() || !p.Lead.IsZero() || !p.Vehicle.IsZero() || p.Safety.IsZero() {
		t.Errorf("%+v %+v", s.Block.Fire, p)
	}
}

// What the program says in its line, between the keys and the time of the last
// save, is not cut on 80 columns.
func TestReasonsFitTheStatusLine(t *testing.T) {
	const room = 56
	for _, tag := range lang.Languages() {
		f := newFake(worked(), tag, kit.Mono)
		f.tab.Resize(80, 21)
		for _, id := range []model.ID{opening, pistolA, searchB, rifle, swat, drags, second} {
			f.on(t, id)
			for _, a := range f.tab.Actions() {
				if why := f.env.Say(a.Blocked()); kit.Width(why) > room && !slices.Contains([]string{"roll", "score", "plan"}, strings.SplitN(a.ID, ".", 2)[0]) { // theirs are held to it at home
					t.Errorf("%s: %s: %s", tag, a.ID, why)
				}
			}
		}
		for _, id := range []string{
			"schedule.day.how", "schedule.move.not-there", "schedule.draft.left", "schedule.draft.shown", "schedule.why.held", "schedule.why.draft",
			"schedule.why.nothing-placed", "schedule.swap.how", "schedule.copy.how", "schedule.move.how", "schedule.fix.none", "schedule.lens.none",
			"schedule.move.no-legal", "schedule.move.no-usual", "schedule.why.shortest", "schedule.gone", "schedule.usual.none",
			"schedule.copy-plan.none", "schedule.why.off", "schedule.named.nobody", "schedule.why.no-cohort", "schedule.tray.empty",
		} {
			if text := f.env.T(id); kit.Width(text) > room {
				t.Errorf("%s: %s: %s", tag, id, text)
			}
		}
	}
}

// The line of keys begins with what can be done now; what can do nothing comes
// behind all of it.
func TestDeadKeysComeLast(t *testing.T) {
	for _, tag := range lang.Languages() {
		f := newFake(worked(), tag, kit.Mono)
		f.tab.Resize(80, 21)
		f.tab.sel, f.tab.at = model.ID{}, date(18).At(40)
		f.tab.Changed()
		if f.tab.selected() != nil {
			t.Fatal("not on an empty cell")
		}
		dead := false
		for _, it := range kit.Footer(f.env, f.tab.Actions(), 400) {
			if on := it.Action.Enabled(); on && dead {
				t.Errorf("%s: %s stands behind keys that do nothing", tag, it.Action.ID)
			} else if !on {
				dead = true
			}
		}
	}
}

// While a card is carried, the next start at which it may be comes before the
// one before, on 80 columns too.
func TestKeysOfMove(t *testing.T) {
	for _, tag := range lang.Languages() {
		f := newFake(worked(), tag, kit.Mono)
		f.tab.Resize(80, 21)
		f.on(t, pistolA)
		f.press("m")
		var keys []string
		for _, it := range kit.Footer(f.env, f.tab.Actions(), 67) { // beside "? keys"
			keys = append(keys, it.Action.Keys[0])
		}
		if len(keys) < 4 || !slices.Equal(keys[:4], []string{"enter", "esc", "n", "N"}) {
			t.Errorf("%s: %v", tag, keys)
		}
	}
}
