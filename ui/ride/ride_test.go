package ride

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
	"muster/ui/tab/tabtest"
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
	f.Press("F")
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
	if len(f.Acts) != 1 {
		t.Errorf("%d acts", len(f.Acts))
	}
}

// Somebody without a waiver, or in another session, is refused with the reason
// and taken when the user insists; a rule tells it then.
func TestRefusalAndOverride(t *testing.T) {
	f := begin(t, patrol)
	p := tabtest.Top[*page](f.Host)
	p.fair.Select(officer(8))
	f.Press("enter")
	ask, ok := f.Stack.Top().(*kit.Confirm)
	if !ok {
		t.Fatalf("nothing is asked: %T", f.Stack.Top())
	}
	_ = ask
	f.Press("enter")
	if len(f.Acts) != 0 {
		t.Fatal("the safe answer gave a seat")
	}
	p.fair.Select(officer(8))
	f.Press("enter", "y")
	if got := f.riders(patrol); !slices.Equal(got, []model.ID{officer(8)}) {
		t.Fatalf("riders %v", got)
	}
	found := false
	for _, c := range f.Board().ClashesOf(patrol) {
		found = found || c.Rule == ruleWaiver
	}
	if !found {
		t.Error("no rule tells it")
	}
}

func TestTakeOffAndRank(t *testing.T) {
	f := begin(t, window)
	f.Press("F")
	before := f.riders(window)
	if len(before) < 4 {
		t.Fatalf("on standby everybody who can is ranked: %v", before)
	}
	f.Press("tab", "home", "shift+down")
	if got := f.riders(window); got[0] != before[1] || got[1] != before[0] {
		t.Errorf("ranked %v, then %v", before, got)
	}
	f.Press("K", "K")
	if got := f.riders(window); !slices.Equal(got, before) {
		t.Errorf("not back: %v", got)
	}
	f.Press("x")
	if got := f.riders(window); !slices.Equal(got, before[1:]) {
		t.Errorf("after x: %v", got)
	}
}

func TestWaivers(t *testing.T) {
	f := begin(t, patrol)
	p := tabtest.Top[*page](f.Host)
	for _, n := range []byte{7, 8} {
		if w := waiver(f.Desk().People.Get(officer(n)), date(16)); w == waived {
			t.Fatalf("officer %d: %v", n, w)
		}
		p.fair.Select(officer(n))
		f.Press("space")
	}
	f.Press("w")
	f.Type("L. Pons")
	f.Press("ctrl+s")
	for _, n := range []byte{7, 8} {
		who := f.Desk().People.Get(officer(n))
		if !who.Papers.Waived(date(16)) || who.Papers.Waiver != date(15) || who.Papers.Witness != "L. Pons" {
			t.Errorf("officer %d: %+v", n, who.Papers)
		}
	}
	if len(f.Acts) != 1 {
		t.Errorf("%d acts for two waivers", len(f.Acts))
	}
	p.fair.Select(officer(7))
	f.Press("w", "ctrl+s")
	if len(f.Acts) != 1 {
		t.Error("a form saved as it was is an act")
	}
}

func TestApprovalsAndTerms(t *testing.T) {
	f := begin(t, window)
	f.Press("c", "enter")
	if got := f.session(window).Ride.Command; got != date(15) {
		t.Errorf("commander's approval %v", got)
	}
	f.Press("a", "ctrl+a", "ctrl+k")
	f.Type("2026-01-09")
	f.Press("enter")
	if got := f.session(window).Ride.Approved; got != date(9) {
		t.Errorf("agency's approval %v", got)
	}
	f.Press("e", "tab", "tab", "ctrl+a", "ctrl+k", "2", "ctrl+s")
	if got := f.session(window).Ride; got.Seats != 2 || got.Brief != 2 || !got.Standby || got.Approved != date(9) {
		t.Errorf("terms %+v", got)
	}
	f.Press("e", "ctrl+s")
	if len(f.Acts) != 3 {
		t.Errorf("%d acts", len(f.Acts))
	}
}

// An operation is called: down the list until the seats are full.
func TestOperationCalled(t *testing.T) {
	f := begin(t, window)
	f.Press("F")
	list := f.riders(window)
	f.at(15, 20, 10)
	f.Press("o")
	if _, ok := f.Stack.Top().(*kit.Form); !ok {
		t.Fatalf("the time is not asked: %T %v", f.Stack.Top(), f.Last())
	}
	f.Press("ctrl+s")
	d := tabtest.Top[*calling](f.Host)
	if d.at != date(15).Minute(20*60+10) || d.leave != date(15).Minute(21*60+10) {
		t.Errorf("called at %v, there by %v", d.at, d.leave)
	}
	f.Press("y", "n", "y", "d", "y")
	if d.coming() != 3 {
		t.Fatalf("%d come: %v", d.coming(), d.got)
	}
	f.Press("y") // a fourth for three seats
	if d.coming() > 3 {
		t.Error("more come than there are seats")
	}
	f.Press("enter")
	roll := f.Desk().Rolls.Get(window)
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
	if len(f.Acts) != 2 {
		t.Errorf("%d acts", len(f.Acts))
	}
	// It begins with the call and ends after midnight, half an hour of
	// debriefing with it.
	f.at(16, 1, 0)
	f.Press("t")
	f.Press("ctrl+a", "ctrl+k")
	f.Type("2145")
	f.Press("tab", "ctrl+a", "ctrl+k")
	f.Type("0:30")
	f.Press("ctrl+s")
	roll = f.Desk().Rolls.Get(window)
	if roll.Begun != date(15).Minute(21*60+45) || roll.Ended != date(16).Minute(30) {
		t.Fatalf("out %v, back %v: %v", roll.Begun, roll.Ended, f.Last())
	}
	if n, rode := progress.RodeFor(f.session(window), roll, list[0]); !rode || n != 230 {
		t.Errorf("rode %v, %d minutes", rode, n)
	}
	// Who was not reached is not on leave: the list says so.
	m, _ := roll.Of(list[1])
	if m.State != model.Excused || len(m.Calls) != 1 || m.Calls[0].Answer != model.NoAnswer || m.Note == "" {
		t.Errorf("not reached: %+v", m)
	}
	p := tabtest.Top[*page](f.Host)
	if text := p.riderCell(1, p.s.Ride.Riders[1], rcThere).Text; text != f.Env().T("ride.there.unreached") {
		t.Errorf("the list says %q", text)
	}
	if _, rode := progress.RodeFor(f.session(window), roll, list[1]); rode {
		t.Error("somebody rode who was not reached")
	}
}

// Leaving the call keeps nothing.
func TestCallDropped(t *testing.T) {
	f := begin(t, window)
	f.Press("F", "o")
	if f.Last() != "ride.why.early" {
		t.Errorf("called fourteen hours early: %s", f.Last())
	}
	f.at(15, 18, 0)
	f.Press("o", "ctrl+s", "y", "esc")
	tabtest.Top[*calling](f.Host) // answers are not lost by one key
	f.Press("esc")
	if f.Desk().Rolls.Get(window) != nil || f.Last() != "ride.call.dropped" {
		t.Errorf("kept: %v", f.Last())
	}
}

// Another ride for the riders of one that was called off.
func TestAnotherRide(t *testing.T) {
	f := begin(t, gone)
	p := tabtest.Top[*page](f.Host)
	if !p.whyAgain().IsZero() || p.whyFill().IsZero() {
		t.Error("what can be done with a ride called off")
	}
	f.Press("n", "enter")
	next := p.s
	if next.ID == gone || next.Again != gone || next.Off != nil || !next.Ride.Rides(officer(2)) {
		t.Fatalf("%+v", next)
	}
	if next.Start.OfDay() != 68 || next.Start.Date() <= date(14) {
		t.Errorf("at %v", next.Start)
	}
	for _, c := range f.Board().ClashesOf(next.ID) {
		if c.Hard && !c.AnyTime {
			t.Errorf("offered where a rule forbids it: %s", f.Env().Say(c.Text))
		}
	}
	g := begin(t, gone)
	g.Press("n", "end", "enter")
	if s := tabtest.Top[*page](g.Host).s; s.Placed() {
		t.Error("not in the tray")
	}
}

func TestCarAndHost(t *testing.T) {
	f := begin(t, patrol)
	f.Press("F", "tab", "h", "ctrl+a", "ctrl+k")
	f.Type("D-14")
	f.Press("ctrl+s")
	if got := f.session(patrol).Ride.Riders[0].Car; got != "D-14" {
		t.Errorf("car %q", got)
	}
	f.Press("v", "tab", "enter")
	if got := f.session(patrol).Cars; len(got) != 1 {
		t.Errorf("cars %v", got)
	}
}

func TestProgramme(t *testing.T) {
	f := newFake(t, "en", course(plainly))
	Open(f, model.ID{})
	p := tabtest.Top[*programme](f.Host)
	if n := len(p.rows); n != 8 {
		t.Fatalf("%d rows", n)
	}
	last := p.rows[7]
	if last.who.ID != officer(1) || last.had != 1 || last.minutes != 180 {
		t.Errorf("the one who has ridden comes last: %+v", last)
	}
	f.Press("end", "enter")
	if got := tabtest.Top[*page](f.Host).id; got != past {
		t.Error("enter does not open their ride")
	}
	f.Press("esc")
	if f.Stack.Top() != nil {
		t.Error("esc does not lead out")
	}
}

// The page follows what others do, and ends with its session.
func TestOthersChanges(t *testing.T) {
	f := begin(t, patrol)
	f.Set(f.Desk().With(model.Change{Removes: []model.Remove{f.Desk().Remove(f.session(patrol))}}, 9))
	f.Stack.Resize(120, 40)
	f.Press("F")
	if f.Stack.Top() != nil || len(f.Acts) != 0 {
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
			f.Stack.Resize(80, 24)
			do(f)
			d := f.Stack.Top()
			if _, asks := d.(*kit.Confirm); asks {
				continue
			}
			shown := map[string]bool{}
			for _, it := range kit.Footer(f.Env(), d.Actions(), 72) {
				shown[it.Action.Keys[0]] = true
			}
			if !shown["esc"] || !shown["?"] {
				t.Errorf("%s %s: the line of keys shows %v", tag, name, shown)
			}
			for _, key := range []string{"?", "f1"} {
				f.Press(key)
				tabtest.Top[*kit.Menu](f.Host)
				f.Press("esc")
			}
		}
	}
	f := begin(t, patrol)
	f.Press("?")
	f.Type("vehic")
	f.Press("enter")
	if got, want := f.Stack.Top().Title(), f.Env().T("ride.cars.title"); got != want {
		t.Errorf("chosen from the list of keys: %q", got)
	}
}

// A rider without a host of their own has the first of all on an operation and
// nobody on patrol, in the list and in the form alike.
func TestOneHost(t *testing.T) {
	f := begin(t, patrol)
	p := tabtest.Top[*page](f.Host)
	if name, _ := p.hostOf(model.Rider{Person: officer(1)}); name != "" {
		t.Errorf("on patrol the list says %q", name)
	}
	if got := p.hosts(model.ID{})[0].Label; got != f.Env().T("ride.car.no-host") {
		t.Errorf("on patrol the form says %q", got)
	}
	s := f.session(window).Clone()
	s.Staff = []model.Part{{Staff: num(model.KindStaff, 1), Role: model.Host}}
	f.Commit(model.Change{Act: model.Say("ride.act.terms", "block", s.Block.Title), Puts: []model.Put{f.Desk().Put(must(model.NewSession(s)))}})
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
		f.Press("F")
		f.at(15, 20, 10)
		f.Press("o", "ctrl+s", key, "v")
		d := tabtest.Top[*calling](f.Host)
		if d.coming() != 1 || d.said.ID != "ride.no-key" {
			t.Errorf("%s: %d come, %s", tag, d.coming(), d.said.ID)
		}
	}
}
