package ui

import (
	"context"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/sample"
	"muster/store"
	"muster/ui/kit"
)

// A clock that stands still on a Wednesday.
func testNow() time.Time { return time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC) }

var testDay = func() model.Date { d, _ := model.NewDate(2026, 11, 18); return d }()

// A driver drives the program without a terminal: keys in, and what comes of
// them until nothing is on its way any more. Timers never ring.
type driver struct {
	t     testing.TB
	app   *App
	inbox chan tea.Msg
	quit  bool
	ticks *atomic.Int64 // seconds of its clock: each key takes one
}

// newStore makes a database in a folder of the test, with the sample in it
// when asked.
func newStore(t testing.TB, full bool) *store.Store {
	t.Helper()
	dir := t.TempDir()
	st, err := store.Open(context.Background(), store.Options{
		Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Actor: "Vega", Now: testNow,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	if full {
		put(t, st)
	}
	return st
}

// put puts the sample in.
func put(t testing.TB, st *store.Store) {
	t.Helper()
	c := model.Change{Act: model.Say("cmd.act.sample")}
	for _, r := range sample.Make(testDay, 2013, sample.Alumni) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	if _, err := st.Commit(context.Background(), c); err != nil {
		t.Fatal(err)
	}
}

// fill makes a database with the sample in it, and closes it.
func fill(t testing.TB, o store.Options) {
	t.Helper()
	st, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	put(t, st)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

func drive(t testing.TB, st *store.Store, lang string, w, h int) *driver {
	t.Helper()
	return driveWith(t, Options{Store: st, Prefs: Prefs{Actor: st.Actor(), Lang: lang, Theme: "dark"}}, w, h)
}

func driveWith(t testing.TB, o Options, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, inbox: make(chan tea.Msg, 1000), ticks: new(atomic.Int64)}
	o.Now = func() time.Time { return testNow().Add(time.Duration(d.ticks.Load()) * time.Second) }
	d.app = New(o)
	t.Cleanup(d.app.leave)
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.app.Init())
	d.settle()
	return d
}

// send gives a message and waits for what comes of it.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.app.Update(msg)
	d.run(cmd)
	d.settle()
}

// run starts a command; what it answers comes to the inbox.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		if msg := cmd(); msg != nil {
			d.inbox <- msg
		}
	}()
}

// take hears one message from the inbox.
func (d *driver) take(msg tea.Msg) {
	switch m := msg.(type) {
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range m {
			d.run(c)
		}
	default:
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range v.Len() {
				d.run(v.Index(i).Interface().(tea.Cmd))
			}
			return
		}
		_, cmd := d.app.Update(msg)
		d.run(cmd)
	}
}

// settle hears messages until nothing is on its way.
func (d *driver) settle() {
	d.t.Helper()
	deadline := time.After(10 * time.Second)
	for {
		s := &d.app.saver
		busy := s.flight != nil || d.app.newest.reading || d.app.index.reading || d.app.dues.telling || d.app.work.cancel != nil
		grace := time.Millisecond
		if busy {
			grace = 10 * time.Second
		}
		select {
		case msg := <-d.inbox:
			d.take(msg)
		case <-time.After(grace):
			if !busy {
				return
			}
		case <-deadline:
			d.t.Fatal("something never ends")
		}
	}
}

// until hears messages until the condition holds, as when another window acts.
func (d *driver) until(what string, ok func() bool) {
	d.t.Helper()
	deadline := time.After(10 * time.Second)
	for !ok() {
		select {
		case msg := <-d.inbox:
			d.take(msg)
		case <-deadline:
			d.t.Fatalf("%s: never\n%s", what, d.screen())
		}
	}
	d.settle()
}

// press presses keys by their names.
func (d *driver) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.ticks.Add(1)
		d.send(kit.KeyMsg(k))
	}
}

// typed types text, letter by letter.
func (d *driver) typed(s string) {
	d.t.Helper()
	for _, r := range s {
		if r == ' ' {
			d.press("space")
			continue
		}
		d.press(string(r))
	}
}

// screen is the screen as plain text.
func (d *driver) screen() string {
	c := kit.NewCanvas(d.app.w, d.app.h)
	d.app.draw(c)
	return c.Plain()
}

func (d *driver) sees(parts ...string) {
	d.t.Helper()
	s := d.screen()
	for _, p := range parts {
		if !strings.Contains(s, p) {
			d.t.Fatalf("no %q on the screen:\n%s", p, s)
		}
	}
}

func (d *driver) misses(parts ...string) {
	d.t.Helper()
	s := d.screen()
	for _, p := range parts {
		if strings.Contains(s, p) {
			d.t.Fatalf("%q is on the screen:\n%s", p, s)
		}
	}
}

func lines(s string) []string { return strings.Split(s, "\n") }

func key(name string) tea.KeyPressMsg { return kit.KeyMsg(name) }
