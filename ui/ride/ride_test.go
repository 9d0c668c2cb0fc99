package ride

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
)

// begin is the fixture with the page of a ride on the screen.
func begin(t testing.TB, id model.ID) *fake {
	t.Helper()
	f := newFake(t, "en", course(plainly))
	Open(f, id)
	return f
}

func (f *fake) riders(id model.ID) []model.ID {
	var out []model.ID
	for _, r := range f.session(id).Ride.Riders {
		out = append(out, r.Person)
	}
	return out
}

func TestFillIsFair(t *testing.T) {
	f := begin(t, patrol)
	f.press("F")
	// Two cars with one visitor each. Officer 1 has ridden, 2, 4, 6 and 8 are
	// in class, 7 and 8 have no waiver that holds: 3 and 5 are next.
	if got := f.riders(patrol); !slices.Equal(got, []model.ID{officer(3), officer(5)}) {
		t.Fatalf("riders %v", got)
	}
	r := f.session(patrol).Ride.Riders
	if r[0].Car == r[1].Car || r[0].Car == "" || r[0].Host == r[1].Host || r[0].Host.IsZero() {
		t.Errorf("cars and hosts: %+v", r)
	}
	if r[0].Host != num(model.KindStaff, 2) {
		t.Error("the host who speaks the rider's language does not take them along")
	}
	if len(f.acts) != 1 {
		t.Errorf("%d acts", len(f.acts))
	}
}

// Somebody without a waiver, or in another session, is refused with the reason
// and taken when the user insists; a rule tells it then.
func TestRefusalAndOverride(t *testing.T) {
	f := begin(t, patrol)
	p := top[*page](f)
	p.fair.Select(officer(8))
	f.press("enter")
	ask, ok := f.stack.Top().(*kit.Confirm)
	if !ok {
		t.Fatalf("nothing is asked: %T", f.stack.Top())
	}
	_ = ask
	f.press("enter")
	if len(f.acts) != 0 {
		t.Fatal("the safe answer gave a seat")
	}
	p.fair.Select(officer(8))
	f.press("enter", "y")
	if got := f.riders(patrol); !slices.Equal(got, []model.ID{officer(8)}) {
		t.Fatalf("riders %v", got)
	}
	found := false
	for _, c := range f.board.ClashesOf(patrol) {
		found = found || c.Rule == ruleWaiver
	}
	if !found {
		t.Error("no rule tells it")
	}
}

func TestTakeOffAndRank(t *testing.T) {
	f := begin(t, window)
	f.press("F")
	before := f.riders(window)
	if len(before) < 4 {
		t.Fatalf("on standby everybody who can is ranked: %v", before)
	}
	f.press("tab", "home", "shift+down")
	if got := f.riders(window); got[0] != before[1] || got[1] != before[0] {
		t.Errorf("ranked %v, then %v", before, got)
	}
	f.press("K", "K")
	if got := f.riders(window); !slices.Equal(got, before) {
		t.Errorf("not back: %v", got)
	}
	f.press("x")
	if got := f.riders(window); !slices.Equal(got, before[1:]) {
		t.Errorf("after x: %v", got)
	}
}

func TestWaivers(t *testing.T) {
	f := begin(t, patrol)
	p := top[*page](f)
	for _, n := range []byte{7, 8} {
		if w := waiver(f.desk.People.Get(officer(n)), date(16)); w == waived {
			t.Fatalf("officer %d: %v", n, w)
		}
		p.fair.Select(officer(n))
		f.press("space")
	}
	f.press("w")
	f.typed("L. Pons")
	f.press("ctrl+s")
	for _, n := range []byte{7, 8} {
		who := f.desk.People.Get(officer(n))
		if !who.Papers.Waived(date(16)) || who.Papers.Waiver != date(15) || who.Papers.Witness != "L. Pons" {
			t.Errorf("officer %d: %+v", n, who.Papers)
		}
	}
	if len(f.acts) != 1 {
		t.Errorf("%d acts for two waivers", len(f.acts))
	}
	p.fair.Select(officer(7))
	f.press("w", "ctrl+s")
	if len(f.acts) != 1 {
		t.Error("a form saved as it was is an act")
	}
}

func TestApprovalsAndTerms(t *testing.T) {
	f := begin(t, window)
	f.press("c", "enter")
	if got := f.session(window).Ride.Command; got != date(15) {
		t.Errorf("commander's approval %v", got)
	}
	f.press("a", "ctrl+a", "ctrl+k")
	f.typed("2026-01-09")
	f.press("enter")
	if got := f.session(window).Ride.Approved; got != date(9) {
		t.Errorf("agency's approval %v", got)
	}
	f.press("e", "tab", "tab", "ctrl+a", "ctrl+k", "2", "ctrl+s")
	if got := f.session(window).Ride; got.Seats != 2 || got.Brief != 2 || !got.Standby || got.Approved != date(9) {
		t.Errorf("terms %+v", got)
	}
	f.press("e", "ctrl+s")
	if len(f.acts) != 3 {
		t.Errorf("%d acts", len(f.acts))
	}
}

// An operation is called: down the list until the seats are full.
func TestOperationCalled(t *testing.T) {
	f := begin(t, window)
	f.press("F")
	list := f.riders(window)
	f.at(15, 20, 10)
	f.press("o")
	if _, ok := f.stack.Top().(*kit.Form); !ok {
		t.Fatalf("the time is not asked: %T %v", f.stack.Top(), f.last())
	}
	f.press("ctrl+s")
	d := top[*calling](f)
	if d.at != date(15).Minute(20*60+10) || d.leave != date(15).Minute(21*60+10) {
		t.Errorf("called at %v, there by %v", d.at, d.leave)
	}
	f.press("y", "n", "y", "d", "y")
	if d.coming() != 3 {
		t.Fatalf("%d come: %v", d.coming(), d.got)
	}
	f.press("y") // a fourth for three seats
	if d.coming() > 3 {
		t.Error("more come than there are seats")
	}
	f.press("enter")
	roll := f.desk.Rolls.Get(window)
	if roll == nil || roll.Called != d.at {
		t.Fatalf("roll %+v", roll)
	}
	for i, want := range []model.Presence{model.Here, model.Excused, model.Here, model.Excused, model.Here} {
		if m, _ := roll.Of(list[i]); m.State != want {
			t.Errorf("rank %d is %q, not %q", i+1, m.State, want)
		}
	}
	if m, _ := roll.Of(list[1]); len(m.Calls) != 1 || m.Calls[0].Answer != model.NoAnswer {
		t.Errorf("the call that was not answered: %+v", m.Calls)
	}
	cars := map[string]int{}
	for _, r := range f.session(window).Ride.Riders {
		cars[r.Car]++
	}
	if cars["Bear 1"] != 2 || cars["Bear 2"] != 1 {
		t.Errorf("cars %v", cars)
	}
	if len(f.acts) != 2 {
		t.Errorf("%d acts", len(f.acts))
	}
	// It begins with the call and ends after midnight, half an hour of
	// debriefing with it.
	f.at(16, 1, 0)
	f.press("t")
	f.press("ctrl+a", "ctrl+k")
	f.typed("2145")
	f.press("tab", "ctrl+a", "ctrl+k")
	f.typed("0:30")
	f.press("ctrl+s")
	roll = f.desk.Rolls.Get(window)
	if roll.Begun != date(15).Minute(21*60+45) || roll.Ended != date(16).Minute(30) {
		t.Fatalf("out %v, back %v: %v", roll.Begun, roll.Ended, f.last())
	}
	if n, rode := progress.RodeFor(f.session(window), roll, list[0]); !rode || n != 230 {
		t.Errorf("rode %v, %d minutes", rode, n)
	}
	// Who was not reached is not on leave: the list says so.
	m, _ := roll.Of(list[1])
	if m.State != model.Excused || len(m.Calls) != 1 || m.Calls[0].Answer != model.NoAnswer || m.Note == "" {
		t.Errorf("not reached: %+v", m)
	}
	p := top[*page](f)
	if text := p.riderCell(1, p.s.Ride.Riders[1], rcThere).Text; text != f.env.T("ride.there.unreached") {
		t.Errorf("the list says %q", text)
	}
	if _, rode := progress.RodeFor(f.session(window), roll, list[1]); rode {
		t.Error("somebody rode who was not reached")
	}
}

// Leaving the call keeps nothing.
func TestCallDropped(t *testing.T) {
	f := begin(t, window)
	f.press("F", "o")
	if f.last() != "ride.why.early" {
		t.Errorf("called fourteen hours early: %s", f.last())
	}
	f.at(15, 18, 0)
	f.press("o", "ctrl+s", "y", "esc")
	top[*calling](f) // answers are not lost by one key
	f.press("esc")
	if f.desk.Rolls.Get(window) != nil || f.last() != "ride.call.dropped" {
		t.Errorf("kept: %v", f.last())
	}
}

// Another ride for the riders of one that was called off.
func TestAnotherRide(t *testing.T) {
	f := begin(t, gone)
	p := top[*page](f)
	if !p.whyAgain().IsZero() || p.whyFill().IsZero() {
		t.Error("what can be done with a ride called off")
	}
	f.press("n", "enter")
	next := p.s
	if next.ID == gone || next.Again != gone || next.Off != nil || !next.Ride.Rides(officer(2)) {
		t.Fatalf("%+v", next)
	}
	if next.Start.OfDay() != 68 || next.Start.Date() <= date(14) {
		t.Errorf("at %v", next.Start)
	}
	for _, c := range f.board.ClashesOf(next.ID) {
		if c.Hard && !c.AnyTime {
			t.Errorf("offered where a rule forbids it: %s", f.env.Say(c.Text))
		}
	}
	g := begin(t, gone)
	g.press("n", "end", "enter")
	if s := top[*page](g).s; s.Placed() {
		t.Error("not in the tray")
	}
}

func TestCarAndHost(t *testing.T) {
	f := begin(t, patrol)
	f.press("F", "tab", "h", "ctrl+a", "ctrl+k")
	f.typed("D-14")
	f.press("ctrl+s")
	if got := f.session(patrol).Ride.Riders[0].Car; got != "D-14" {
		t.Errorf("car %q", got)
	}
	f.press("v", "tab", "enter")
	if got := f.session(patrol).Cars; len(got) != 1 {
		t.Errorf("cars %v", got)
	}
}

func TestProgramme(t *testing.T) {
	f := newFake(t, "en", course(plainly))
	Open(f, model.ID{})
	p := top[*programme](f)
	if n := len(p.rows); n != 8 {
		t.Fatalf("%d rows", n)
	}
	last := p.rows[7]
	if last.who.ID != officer(1) || last.had != 1 || last.minutes != 180 {
		t.Errorf("the one who has ridden comes last: %+v", last)
	}
	f.press("end", "enter")
	if got := top[*page](f).id; got != past {
		t.Error("enter does not open their ride")
	}
	f.press("esc")
	if f.stack.Top() != nil {
		t.Error("esc does not lead out")
	}
}

// The page follows what others do, and ends with its session.
func TestOthersChanges(t *testing.T) {
	f := begin(t, patrol)
	f.set(f.desk.With(model.Change{Removes: []model.Remove{f.desk.Remove(f.session(patrol))}}, 9))
	f.stack.Resize(120, 40)
	f.press("F")
	if f.stack.Top() != nil || len(f.acts) != 0 {
		t.Error("the page of a ride that is gone does something")
	}
}

func TestReadClock(t *testing.T) {
	for in, want := range map[string]int{"21:10": 1270, "2110": 1270, "910": 550, "9": 540, "0:30": 30, "21h10": 1270, "7.05": 425} {
		if got, ok := readClock(in); !ok || got != want {
			t.Errorf("%q: %d %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "24:00", "x", "12:60", "123456", "-1", "1:2:3"} {
		if n, ok := readClock(in); ok {
			t.Errorf("%q is %d", in, n)
		}
	}
	noon := date(15).Minute(12 * 60)
	for of, want := range map[int]model.Minute{30: date(15).Minute(30), 23 * 60: date(15).Minute(23 * 60)} {
		if got := nearest(noon, of); got != want {
			t.Errorf("%d: %v", of, got)
		}
	}
	if got := nearest(date(15).Minute(23*60), 60); got != date(16).Minute(60) {
		t.Errorf("after midnight: %v", got)
	}
}

// The list of keys opens from every dialog, holds all of its keys, and runs
// what is chosen; the line of keys shows it, and esc, on 80 columns.
func TestListOfKeys(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		for name, do := range scenes {
			f := newFake(t, tag, course(plainly))
			f.stack.Resize(80, 24)
			do(f)
			d := f.stack.Top()
			if _, asks := d.(*kit.Confirm); asks {
				continue
			}
			shown := map[string]bool{}
			for _, it := range kit.Footer(f.env, d.Actions(), 72) {
				shown[it.Action.Keys[0]] = true
			}
			if !shown["esc"] || !shown["?"] {
				t.Errorf("%s %s: the line of keys shows %v", tag, name, shown)
			}
			for _, key := range []string{"?", "f1"} {
				f.press(key)
				top[*kit.Menu](f)
				f.press("esc")
			}
		}
	}
	f := begin(t, patrol)
	f.press("?")
	f.typed("vehic")
	f.press("enter")
	if got, want := f.stack.Top().Title(), f.env.T("ride.cars.title"); got != want {
		t.Errorf("chosen from the list of keys: %q", got)
	}
}

// A rider without a host of their own has the first of all on an operation and
// nobody on patrol, in the list and in the form alike.
func TestOneHost(t *testing.T) {
	f := begin(t, patrol)
	p := top[*page](f)
	if name, _ := p.hostOf(model.Rider{Person: officer(1)}); name != "" {
		t.Errorf("on patrol the list says %q", name)
	}
	if got := p.hosts(model.ID{})[0].Label; got != f.env.T("ride.car.no-host") {
		t.Errorf("on patrol the form says %q", got)
	}
	s := f.session(window).Clone()
	s.Staff = []model.Part{{Staff: num(model.KindStaff, 1), Role: model.Host}}
	f.Commit(model.Change{Act: model.Say("ride.act.terms", "block", s.Block.Title), Puts: []model.Put{f.desk.Put(must(model.NewSession(s)))}})
	p = newPage(f, window)
	name, own := p.hostOf(model.Rider{Person: officer(1)})
	if form := p.hosts(model.ID{})[0].Label; name == "" || own || !strings.Contains(form, name) {
		t.Errorf("on an operation %q in the list, %q in the form", name, form)
	}
}

// "Comes" is s in Spanish and y in both languages; a key that is none says so.
func TestAnswerKeys(t *testing.T) {
	for tag, key := range map[string]string{"es": "s", "en": "y"} {
		f := newFake(t, tag, course(plainly))
		Open(f, window)
		f.press("F")
		f.at(15, 20, 10)
		f.press("o", "ctrl+s", key, "v")
		d := top[*calling](f)
		if d.coming() != 1 || d.said.ID != "ride.no-key" {
			t.Errorf("%s: %d come, %s", tag, d.coming(), d.said.ID)
		}
	}
}
