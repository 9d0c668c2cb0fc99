package tabtest

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/due"
	"muster/model/rules"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab"
)

// A Host keeps a desk in memory and remembers what it was told.
type Host struct {
	T      testing.TB
	Clock  time.Time                // of this machine
	Stack  *kit.Stack               // of dialogs
	InHand model.ID                 // the cohort
	Shelf  *store.Store             // nil: there is none
	Keep   func(model.Change) error // nil: a change goes on the desk and nowhere else
	Idle   bool                     // long work is taken and not done
	// Unfailing is a host on which nothing may fail: an error fails the test.
	Unfailing bool
	Tab       tab.Tab // behind the dialogs; nil when the test has dialogs only

	Told  []model.Message
	Acts  []model.Change
	Fails []error
	Jumps []model.Ref

	env   *kit.Env
	desk  *model.Desk
	board *rules.Board
	next  byte
}

var _ tab.Host = (*Host)(nil)

// New is a host with nothing on its desk, in a language, at a moment, on a
// screen of 120×40.
func New(t testing.TB, tag string, now time.Time) *Host {
	t.Helper()
	h := &Host{T: t, Clock: now, env: kittest.Env(tag)}
	h.env.Now = func() time.Time { return h.Clock }
	h.env.Lang = lang.New(tag).With(h.Name)
	h.Stack = kit.NewStack(h.env)
	h.Stack.Resize(120, 40)
	h.Set(&model.Desk{})
	return h
}

func (h *Host) Env() *kit.Env         { return h.env }
func (h *Host) Desk() *model.Desk     { return h.desk }
func (h *Host) Board() *rules.Board   { return h.board }
func (h *Host) People() *finder.Index { return nil }
func (h *Host) Store() *store.Store   { return h.Shelf }
func (h *Host) Dialogs() *kit.Stack   { return h.Stack }
func (h *Host) Cohort() *model.Cohort { return h.desk.Cohorts.Get(h.InHand) }
func (h *Host) Choose(id model.ID)    { h.InHand = id }
func (h *Host) Today() model.Date     { return tab.MinuteIn(h.Clock, "").Date() }
func (h *Host) NewID() model.ID       { h.next++; return model.ID{0xff, h.next} }

// Due is told at once here, where the program tells it off the event loop.
func (h *Host) Due() []due.Item {
	return due.List(h.desk, h.board, func(zone string) model.Minute { return tab.MinuteIn(h.Clock, zone) })
}

// Commit fails the test when the journal has no words for the change, or it
// cannot be kept. A test that only sets the desk up has none to give.
func (h *Host) Commit(c model.Change) tea.Cmd {
	h.T.Helper()
	if !c.Act.IsZero() {
		h.worded(c.Act)
	}
	h.Acts = append(h.Acts, c)
	if h.Keep != nil {
		if err := h.Keep(c); err != nil {
			h.T.Errorf("not kept: %v", err)
		}
		return nil
	}
	refs := make([]model.Ref, 0, len(c.Puts)+len(c.Removes))
	for _, p := range c.Puts {
		refs = append(refs, model.RefOf(p.Record))
	}
	for _, r := range c.Removes {
		refs = append(refs, r.Ref)
	}
	desk := h.desk.With(c, h.desk.Rev+1)
	h.show(desk, h.board.With(desk, refs...))
	return nil
}

// Tell fails the test when the catalogue has no words for it.
func (h *Host) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	h.T.Helper()
	h.worded(m)
	h.Told = append(h.Told, m)
	return nil
}

func (h *Host) worded(m model.Message) {
	h.T.Helper()
	if !h.env.Lang.Has(m.ID) {
		h.T.Errorf("%q has no words", m.ID)
	}
}

func (h *Host) Fail(err error) tea.Cmd {
	h.T.Helper()
	if h.Unfailing {
		h.T.Errorf("failed: %v", err)
	}
	h.Fails = append(h.Fails, err)
	return nil
}

func (h *Host) Jump(r model.Ref) tea.Cmd {
	h.Jumps = append(h.Jumps, r)
	return nil
}

// Run does the work at once.
func (h *Host) Run(_ model.Message, work func(context.Context, func(done, total int64)) tab.Result) tea.Cmd {
	if h.Idle {
		return nil
	}
	return work(context.Background(), func(int64, int64) {})()
}
