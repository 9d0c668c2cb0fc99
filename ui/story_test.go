package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
)

func TestStaffStory(t *testing.T) {
	st := newStore(t, false)
	d := drive(t, st, "en", 120, 40)
	d.press("5")
	d.sees("Press n to add the first instructor")
	d.press("n")
	d.typed("Elena")
	d.press("tab")
	d.typed("Ruiz")
	d.press("ctrl+s")
	d.sees("Ruiz, Elena", "saved 10:00")
	d.press("u")
	d.sees("Undone: added Ruiz to the staff")
	d.misses("Ruiz, Elena")
	d.press("ctrl+r")
	d.sees("Done again: added", "Ruiz, Elena")
	d.press("u", "u")
	d.sees("nothing of yours to undo")
	d.press("q")
	d.until("q quits", func() bool { return d.quit })
	if err := d.app.Close(); err != nil {
		t.Fatal(err)
	}
}

// Keys pressed while an undo is on its way are meant for what comes of it.
func TestKeysWaitForUndo(t *testing.T) {
	st := newStore(t, true)
	d := drive(t, st, "en", 120, 40)
	d.press("5", "right", "right", "right") // kit
	d.press("n")
	d.typed("Cones")
	d.press("ctrl+s")
	d.sees("Cones")
	// Two keys in one go: nothing is run in between.
	_, c1 := d.app.Update(key("u"))
	_, c2 := d.app.Update(key("5"))
	_, c3 := d.app.Update(key("right"))
	for _, c := range []tea.Cmd{c1, c2, c3} {
		d.run(c)
	}
	if len(d.app.held) != 2 {
		t.Fatalf("%d keys wait, not 2", len(d.app.held))
	}
	d.settle()
	if len(d.app.held) != 0 {
		t.Fatal("keys still wait")
	}
	for k := range d.app.desk.Kits.All {
		if k.Name.In("en") == "Cones" {
			t.Fatal("it is still on the desk")
		}
	}
}

func TestNobodyCommitsWithoutAName(t *testing.T) {
	dir := t.TempDir()
	st, err := store.Open(context.Background(), store.Options{Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	kept := Prefs{}
	d := driveWith(t, Options{Store: st, Prefs: Prefs{Lang: "en", Theme: "dark"}, Keep: func(p Prefs) error { kept = p; return nil }}, 100, 30)
	d.sees("Who are you?")
	d.press("esc")
	d.sees("asked for with your first change")
	d.press("5", "right") // looking asks nothing
	d.misses("Who are you?")
	d.press("left", "n")
	d.sees("Who are you?")
	d.misses("Somebody new")
	d.press("esc")
	d.sees("asked for with your first change")
	d.misses("Somebody new")
	// What no action began is asked for when it is made.
	d.run(d.app.Commit(added(person(t, d.app, "Cota"))))
	d.sees("Who are you?", "Cota")
	d.press("esc")
	d.sees("Nothing was changed")
	d.misses("Cota")
	if r, err := st.Rev(context.Background()); err != nil || r != 0 {
		t.Fatalf("revision %d, %v", r, err)
	}
	d.press("u")
	d.sees("Who are you?")
	d.press("ctrl+c")
	d.sees("would be lost")
	d.press("esc", "esc", "n", "enter")
	d.sees("Who are you?", "Nobody has said")
	d.typed("Pons")
	d.press("enter")
	d.sees("Somebody new")
	d.typed("Ana")
	d.press("tab")
	d.typed("Cota")
	d.press("ctrl+s")
	d.sees("Cota, Ana", "saved")
	if kept.Actor != "Pons" || st.Actor() != "Pons" {
		t.Fatalf("kept %q, the store has %q", kept.Actor, st.Actor())
	}
}

// two windows on one database, by two people.
func two(t *testing.T) (a, b *driver) {
	t.Helper()
	dir := t.TempDir()
	open := func(actor string) *store.Store {
		st, err := store.Open(context.Background(), store.Options{Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Actor: actor, Now: testNow, Poll: 20e6})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = st.Close() })
		return st
	}
	sa := open("Vega")
	put(t, sa)
	return drive(t, sa, "en", 120, 40), drive(t, open("Pons"), "en", 120, 40)
}

func TestTwoWindows(t *testing.T) {
	a, b := two(t)
	a.press("5")
	b.press("5", "down", "down")
	under := staffUnderCursor(b)
	a.press("n")
	a.typed("Aarón")
	a.press("tab")
	a.typed("Abad")
	a.press("ctrl+s")
	b.until("the other's edit", func() bool { return b.app.desk.Staff.Len() == a.app.desk.Staff.Len() })
	b.sees("Abad, Aarón", "1 record was changed in another window")
	if now := staffUnderCursor(b); now != under {
		t.Fatalf("the cursor was on %s, is on %s", under, now)
	}
	a.misses("in another window")
}

func staffUnderCursor(d *driver) string {
	d.t.Helper()
	for _, line := range lines(d.screen()) {
		if len(line) > 4 && line[:4] == " ▸" {
			return line[4:30]
		}
	}
	d.t.Fatal("no cursor")
	return ""
}

// Both change the same instructor: the second sees both versions, and can put
// their own change on top without losing the other's.
func TestConflict(t *testing.T) {
	for _, over := range []bool{false, true} {
		a, b := two(t)
		a.press("5")
		b.press("5", "e") // the form is open with what is there now
		a.press("e")
		edit(a, 3, " A")
		edit(a, 6, " ext 7731")
		a.press("ctrl+s")
		edit(b, 3, " B")
		b.press("ctrl+s")
		b.sees("Changed by somebody else", "is not saved", "Vega", "Yours", "Theirs", "! Rank", "ext 7731")
		if !over {
			b.press("esc")
		} else {
			b.press("m")
		}
		var got *model.Staff
		for s := range b.app.desk.Staff.All {
			if strings.HasSuffix(s.Phone, "ext 7731") {
				got = s
			}
		}
		if got == nil {
			t.Fatal("the other's telephone was lost")
		}
		end := got.Rank[len(got.Rank)-1]
		if over && end != 'B' || !over && end != 'A' {
			t.Fatalf("rank %q", got.Rank)
		}
		if d, err := b.app.store.Desk(context.Background()); err != nil || d.Staff.Get(got.ID).Rank != got.Rank {
			t.Fatal("the screen shows what is not kept")
		}
	}
}

// The forms of cohorts hold what they were opened on as well.
func TestConflictOverACohort(t *testing.T) {
	a, b := two(t)
	a.press("2", "E")
	b.press("2", "E")
	edit(a, 1, " one")
	a.press("ctrl+s")
	edit(b, 1, " two")
	b.press("ctrl+s")
	b.sees("Changed by somebody else", "is not saved", "Vega", "! ")
	b.misses("✓ MEX")
	b.press("m")
	if c := b.app.Cohort(); !strings.HasSuffix(c.Title, " two") {
		t.Fatalf("titled %q", c.Title)
	}
	b.sees("saved")
}

// Where there is little room the names of the tabs outlast everything else.
func TestHeaderKeepsTheNames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		d := driveWith(t, Options{Store: newStore(t, true), Demo: true, Prefs: Prefs{Lang: lang, Theme: "dark"}}, 110, 24)
		for _, x := range d.app.tabs {
			d.sees(d.app.env.T("tab." + x.ID()))
		}
		d.sees("demo", d.app.Cohort().Code)
		// Narrower, the digits are left, and the name of the tab in front.
		d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		d.sees("1 "+d.app.env.T("tab.today"), " 2 ", " 3 ", " 4 ", " 5 ", "demo", d.app.Cohort().Code)
	}
}

// edit types at the end of the n-th field of the open form, and goes back.
func edit(d *driver, n int, s string) {
	d.t.Helper()
	for range n {
		d.press("tab")
	}
	d.press("end")
	d.typed(s)
	for range n {
		d.press("shift+tab")
	}
}

func TestRebaseKeepsBoth(t *testing.T) {
	id := model.ID{1}
	base := &model.Staff{ID: id, Family: "Ruiz", Rank: "Officer"}
	my, their := *base, *base
	my.Rank, their.Phone = "Sergeant", "555"
	second := my
	second.Note = "later"
	other := &model.Staff{ID: model.ID{2}, Family: "Vega"}
	acts := []act{
		{change: &model.Change{Act: model.Say("one"), Puts: []model.Put{{Record: &my, Was: 3}, {Record: other}}}},
		{change: &model.Change{Act: model.Say("two"), Puts: []model.Put{{Record: &second, Was: mine}}}},
	}
	got := rebase([]store.Conflict{{Ref: model.RefOf(base), Was: 3, Now: 5, Base: base, Mine: &my, Theirs: &their}}, acts)
	if len(got) != 2 || got[0].Puts[0].Was != 5 || got[1].Puts[0].Was != mine {
		t.Fatalf("%+v", got)
	}
	s := got[1].Puts[0].Record.(*model.Staff)
	if s.Rank != "Sergeant" || s.Phone != "555" || s.Note != "later" {
		t.Fatalf("%+v", s)
	}
	gone := rebase([]store.Conflict{{Ref: model.RefOf(base), Was: 3, Base: base, Mine: &my}}, acts)
	if gone[0].Puts[0].Was != 0 || gone[0].Puts[0].Record != model.Record(&my) {
		t.Fatalf("%+v", gone[0])
	}
	if left := rebase([]store.Conflict{{Ref: model.RefOf(base), Base: base}}, []act{{change: &model.Change{Removes: []model.Remove{{Ref: model.RefOf(base), Was: 3}}}}}); len(left) != 0 {
		t.Fatalf("%+v", left)
	}
}

// Every record of the sample is the same after its fields were taken apart and
// put together again.
func TestMergeIsWhole(t *testing.T) {
	st := newStore(t, true)
	d, err := st.Desk(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	each := func(r model.Record) {
		got, err := model.Merge(r, r, r)
		if err != nil {
			t.Fatalf("%s: %v", r.RecordKind(), err)
		}
		if diff, err := differences(r, got); err != nil || len(diff) > 0 {
			t.Fatalf("%s: %v %v", r.RecordKind(), diff, err)
		}
	}
	for s := range d.Sessions.All {
		each(s)
	}
	for p := range d.People.All {
		each(p)
	}
	for c := range d.Cohorts.All {
		each(c)
	}
	for s := range d.Staff.All {
		each(s)
	}
	for p := range d.Places.All {
		each(p)
	}
	for v := range d.Vehicles.All {
		each(v)
	}
	for k := range d.Kits.All {
		each(k)
	}
}

func TestHistory(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	d.press("5", "e")
	edit(d, 3, " II")
	d.press("ctrl+s", "ctrl+l")
	d.sees("History", "changed Bea", "put the sample programme in")
	d.press("enter")
	d.sees("What changed", "Before", "After", "Rank", "Paramedic II", "Vega, 18 Nov 10:0")
	d.press("esc")
	d.sees("History")
	d.press("/")
	d.typed("sample")
	d.misses("changed Bea")
	d.press("enter", "enter")
	d.sees("What changed", "(new)")
	d.press("end")
	d.sees("And ", " more records")
	d.press("esc", "esc", "esc")
	if !d.app.stack.Empty() {
		t.Fatal("the history is still open")
	}
	d.press("u", "ctrl+l")
	d.sees("undid: changed Bea")
	d.misses("undid: undid")
}

func TestFailedDatabase(t *testing.T) {
	d := drive(t, newStore(t, false), "en", 80, 24)
	d.app.newest.base = nil
	d.app.arrived(deskMsg{err: store.ErrDamaged})
	d.sees("The database is damaged.", "muster verify", "read again")
	d.press("5", "n")
	if !d.app.stack.Empty() {
		t.Fatal("a form opened over nothing")
	}
	d.press("r")
	d.misses("damaged")
	d.app.arrived(deskMsg{err: errors.New("disk on fire")})
	d.sees("Something unexpected happened")
}

func TestCtrlC(t *testing.T) {
	d := drive(t, newStore(t, false), "en", 80, 24)
	d.press("5", "n", "ctrl+c")
	d.sees("would be lost")
	if d.quit {
		t.Fatal("one ctrl+c threw a form away")
	}
	d.press("esc", "ctrl+c")
	if d.quit {
		t.Fatal("esc did not take it back")
	}
	d.press("ctrl+c")
	d.until("ctrl+c twice leaves", func() bool { return d.quit })
}
