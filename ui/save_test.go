package ui

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/kit"
	"muster/ui/tab"
)

func person(t *testing.T, a *App, family string) *model.Staff {
	t.Helper()
	s, err := model.NewStaff(model.Staff{ID: a.NewID(), Family: family})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func added(s *model.Staff) model.Change {
	return model.Change{Act: model.Say("staff.act.person-new", "what", s.ID), Puts: []model.Put{{Record: s}}}
}

// What was shown as done is kept, also when the program is ended before any of
// its commands were run.
func TestEndedWhileSaving(t *testing.T) {
	st := newStore(t, false)
	d := drive(t, st, "en", 80, 24)
	for _, name := range []string{"Uno", "Dos", "Tres"} {
		s := person(t, d.app, name)
		_ = d.app.Commit(added(s))
		edited := *s
		edited.Note = "once more"
		_ = d.app.Commit(model.Change{Act: model.Say("staff.act.person-edit", "what", s.ID), Puts: []model.Put{d.app.Desk().Put(&edited)}})
	}
	if err := d.app.Close(); err != nil {
		t.Fatal(err)
	}
	desk, err := st.Desk(context.Background())
	if err != nil || desk.Staff.Len() != 3 || desk.Rev != 6 {
		t.Fatalf("%d kept at revision %d, %v", desk.Staff.Len(), desk.Rev, err)
	}
}

// q waits for what is on its way, and then leaves by itself.
func TestQuitWhileSaving(t *testing.T) {
	d := drive(t, newStore(t, false), "en", 80, 24)
	d.run(d.app.Commit(added(person(t, d.app, "Uno"))))
	d.run(d.app.Commit(added(person(t, d.app, "Dos"))))
	_, cmd := d.app.Update(key("q"))
	d.sees("Saving what is still on its way")
	d.run(cmd)
	d.until("leaving", func() bool { return d.quit })
	if len(d.app.saver.waiting) > 0 {
		t.Fatal("left before everything was kept")
	}
}

// An act that cannot be kept takes those with it that were made after it, and
// the screen says so.
func TestRefusedTakesBack(t *testing.T) {
	d := drive(t, newStore(t, false), "en", 80, 24)
	d.press("5")
	bad := person(t, d.app, "Uno")
	c := added(bad)
	c.Puts[0].Record = &model.Staff{ID: bad.ID} // without a name: the store refuses it
	d.run(d.app.Commit(c))
	d.run(d.app.Commit(added(person(t, d.app, "Dos"))))
	d.sees("Dos")
	d.settle()
	d.sees("That did not work")
	d.misses("Dos")
	d.press("enter")
	if n := len(d.app.saver.waiting); n != 0 || d.app.desk.Staff.Len() != 0 {
		t.Fatalf("%d wait, %d on the desk", n, d.app.desk.Staff.Len())
	}
	// The next act is kept as if nothing had been.
	d.run(d.app.Commit(added(person(t, d.app, "Tres"))))
	d.settle()
	d.sees("Tres", "saved")
}

// The desk may come round before the store's answer: our own act is not told
// as another window's, and is not shown twice.
func TestDeskBeforeAnswer(t *testing.T) {
	st := newStore(t, true)
	d := drive(t, st, "en", 120, 40)
	s := person(t, d.app, "Abad")
	cmd := d.app.Commit(added(s))
	<-d.app.saver.flight.done
	_, then := d.app.Update(d.app.renew()())
	d.run(then)
	d.run(cmd)
	d.settle()
	if _, m := d.app.status.Shown(); m.ID == "ui.elsewhere" {
		t.Fatal("our own act was told as another's")
	}
	if len(d.app.saver.kept) != 0 {
		t.Fatalf("%d acts wait for a desk that is there", len(d.app.saver.kept))
	}
}

// A reading that fails is told in the status line and tried again.
func TestReadingFails(t *testing.T) {
	d := drive(t, newStore(t, true), "en", 120, 40)
	cmd := d.app.arrived(deskMsg{err: store.ErrFilling})
	d.sees("An import into this database is under way")
	if cmd == nil {
		t.Fatal("it is not tried again")
	}
	d.send(retryMsg{})
	if d.app.newest.base == nil || d.app.failed != nil {
		t.Fatal("the desk is gone")
	}
}

// Long work shows how far it is, and esc leaves it: its result is dropped.
func TestWork(t *testing.T) {
	d := drive(t, newStore(t, false), "en", 80, 24)
	started, ended := make(chan bool), make(chan bool, 1)
	cmd := d.app.Run(model.Say("ui.history.reading"), func(ctx context.Context, progress func(done, total int64)) tab.Result {
		progress(1, 2)
		close(started)
		<-ctx.Done()
		ended <- true
		return func() tea.Cmd { t.Error("a dropped result was used"); return nil }
	})
	<-started
	d.app.Update(cmd())
	d.sees("Reading the history", "━", "esc")
	d.app.Update(key("esc"))
	d.misses("Reading the history")
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Fatal("the work goes on")
	}
}

// Nothing of a closed program runs on.
func TestNothingRunsOn(t *testing.T) {
	st := newStore(t, true)
	d := drive(t, st, "en", 80, 24)
	d.press("5", "ctrl+l", "esc", "n")
	d.typed("Ana")
	d.press("ctrl+s", "u")
	if err := d.app.Close(); err != nil {
		t.Fatal(err)
	}
	var left string
	for range 500 {
		buf := make([]byte, 1<<20)
		left = ""
		for _, g := range strings.Split(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
			if strings.Contains(g, "muster/store.(*Store).Watch") || strings.Contains(g, "muster/ui.(*App).Run") || strings.Contains(g, "muster/ui.(*App).save") {
				left = g
			}
		}
		if left == "" {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal(left)
}

func TestExplainsWhatItDoesNotKnow(t *testing.T) {
	d := drive(t, newStore(t, false), "es", 80, 24)
	d.run(d.app.Fail(errors.New("disk on fire")))
	d.settle()
	d.sees("No se pudo", "inesperado")
}

// A tick stands for what is kept, not for what is hoped for; a key clears it.
func TestToldOnceItIsKept(t *testing.T) {
	d := drive(t, newStore(t, false), "en", 80, 24)
	d.press("5")
	s := person(t, d.app, "Uno")
	d.run(d.app.Commit(added(s)))
	_ = d.app.Tell(kit.OK, model.Say("ui.undone", "act", "x"))
	d.misses("Undone")
	d.settle()
	d.sees("✓ Undone: x")
	d.press("right")
	d.misses("Undone")
	bad := added(s)
	bad.Puts[0].Record = &model.Staff{ID: s.ID}
	d.run(d.app.Commit(bad))
	_ = d.app.Tell(kit.OK, model.Say("ui.undone", "act", "x"))
	d.settle()
	d.sees("That did not work")
	d.misses("✓")
	d.press("esc")
	d.misses("✓")
	d.press("esc")
	d.misses("nowhere")
}
