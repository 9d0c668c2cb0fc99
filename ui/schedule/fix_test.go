package schedule

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
)

// F does what stands first below the board, and leaves what it promised.
func TestBestFix(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	if len(f.tab.mends.list) == 0 {
		t.Fatal("no fix stands below the board")
	}
	want := f.tab.mends.list[0]
	f.press("F")
	if len(f.acts) != 1 || f.acts[0].Act.ID != "schedule.act.fix" {
		t.Fatalf("%d acts", len(f.acts))
	}
	if got := tallyOf(f.board.ClashesOf(rifle)); got != want.left {
		t.Errorf("it left %v, and promised %v", got, want.left)
	}
}

// Each fix below the board is done by a click on it.
func TestClickOnFix(t *testing.T) {
	f := begin(t, 200, 47)
	f.on(t, rifle)
	x, y, found := 0, 0, false
	for row, line := range f.tab.lines {
		at := f.tab.frame.detail.X
		for _, w := range line {
			if w.fix == 2 && !found {
				x, y, found = at, f.tab.frame.detail.Y+row, true
			}
			at += len([]rune(w.text))
		}
	}
	if !found {
		t.Fatal("the second fix is not below the board")
	}
	want := f.tab.mends.list[1].how
	f.tab.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if len(f.acts) != 1 || f.env.Say(f.acts[0].Act.Args[1].Value.(model.Message)) != f.env.Say(want) {
		t.Errorf("%v", f.acts)
	}
}

// What a rule asks for, and the block does not, is named too: a range safety
// officer, a medic.
func TestFixNamesTheMissingRole(t *testing.T) {
	f := begin(t, 120, 37)
	s := f.session(pistolA).Clone()
	s.Block.Needs = nil
	s.Staff = []model.Part{{Staff: num(model.KindStaff, 2), Role: model.Lead}}
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewSession(s))}}})
	f.on(t, pistolA)
	got := map[model.Role]bool{}
	for _, x := range f.tab.fixes(f.session(pistolA), false) {
		for _, p := range x.next[0].Staff[1:] {
			got[p.Role] = true
		}
	}
	if !got[model.RSO] || !got[model.Medic] {
		t.Errorf("named: %v", got)
	}
}

// A pinned card that clashes is unpinned by the fix that moves it, and says so.
func TestFixUnpins(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	f.press("P")
	for _, x := range f.tab.fixes(f.session(rifle), true) {
		if x.next[0].Start == date(15).At(36) {
			continue
		}
		if x.next[0].Pinned || x.how.ID != "schedule.fix.unpin" && x.how.ID != "schedule.fix.elsewhere" {
			t.Errorf("%s: pinned %v", x.how.ID, x.next[0].Pinned)
		}
	}
}

// Lanes that are too few are mended by more relays.
func TestFixRelays(t *testing.T) {
	f := begin(t, 120, 37)
	p := *f.desk.Places.Get(num(model.KindPlace, 1))
	p.Lanes = 2
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewPlace(p))}}})
	for _, x := range f.tab.fixes(f.session(pistolA), false) {
		if x.how.ID == "schedule.fix.relays" {
			return
		}
	}
	t.Error("no more relays are offered")
}

// A vehicle that is in the workshop is replaced by one of its kind.
func TestFixCars(t *testing.T) {
	f := begin(t, 120, 37)
	one := *f.desk.Vehicles.Get(num(model.KindVehicle, 1))
	two := one
	two.ID, two.Name = num(model.KindVehicle, 2), "Bear 2"
	one.Out = []model.Span{{From: date(14).At(0), To: date(16).At(0)}}
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewVehicle(one))}, {Record: must(model.NewVehicle(two))}}})
	for _, x := range f.tab.fixes(f.session(swat), false) {
		if x.how.ID == "schedule.fix.car-instead" && x.next[0].Cars[0] == two.ID {
			return
		}
	}
	t.Error("the other vehicle is not offered")
}

// Dropped where it clashes, the line says why and how to take it back.
func TestDropSaysWhy(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	f.press("m", "down", "enter")
	last := f.said[len(f.said)-1]
	if last.ID != "schedule.drop.clash" {
		t.Errorf("said: %v", last)
	}
}

// From the list of clashes, too, one key mends.
func TestFixFromTheList(t *testing.T) {
	for _, key := range []string{"F", "f"} {
		f := begin(t, 120, 37)
		f.press("c")
		l := f.stack.Top().(*clashList)
		for i, c := range l.list {
			if c.Rule == "let-to-others" {
				l.grid.Select(i)
			}
		}
		f.press(key)
		if key == "f" {
			f.press("enter")
		}
		if len(f.acts) != 1 || f.acts[0].Act.ID != "schedule.act.fix" || !f.stack.Empty() {
			t.Errorf("%s: %d acts, %v", key, len(f.acts), f.said)
		}
	}
}

// The hours at which the card under the cursor could begin are those the rules
// give.
func TestCouldBe(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, rifle)
	l := f.tab.could
	if l == nil || len(l.cols) != len(f.tab.cols) {
		t.Fatal("nothing is lit")
	}
	for i, col := range f.tab.cols {
		legal := f.board.Starts(f.session(rifle), col.date.At(0), col.date.At(model.Day))
		for q, ok := range legal {
			if l.cols[i].row(col.date.At(q), 1) != ok {
				t.Fatalf("%v: lit %v", col.date.At(q), !ok)
			}
		}
	}
	f.tab.enterTray()
	if f.tab.couldBe() == nil {
		t.Error("nothing is lit for what lies in the tray")
	}
}
