package score

import (
	"context"
	"strings"
	"testing"
	"time"

	"muster/store/finder"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/model/sample"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab"
)

// host keeps a desk in memory and remembers what it was told. What a test does
// not need of a host it does not have.
type host struct {
	tab.Host
	env   *kit.Env
	desk  *model.Desk
	board *rules.Board
	stack *kit.Stack
	now   time.Time
	next  byte
	told  []model.Message
	fails []error
	acts  []model.Change
}

func (h *host) Env() *kit.Env       { return h.env }
func (h *host) Desk() *model.Desk   { return h.desk }
func (h *host) Board() *rules.Board { return h.board }
func (h *host) Dialogs() *kit.Stack { return h.stack }
func (h *host) NewID() model.ID     { h.next++; return model.ID{0xff, h.next} }

func (h *host) Commit(c model.Change) tea.Cmd {
	h.acts = append(h.acts, c)
	h.desk = h.desk.With(c, h.desk.Rev+1)
	var refs []model.Ref
	for _, p := range c.Puts {
		refs = append(refs, model.RefOf(p.Record))
	}
	for _, r := range c.Removes {
		refs = append(refs, r.Ref)
	}
	h.board = h.board.With(h.desk, refs...)
	return nil
}

func (h *host) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	h.told = append(h.told, m)
	return nil
}

func (h *host) Fail(err error) tea.Cmd {
	h.fails = append(h.fails, err)
	return nil
}

func (h *host) Run(_ model.Message, work func(context.Context, func(done, total int64)) tab.Result) tea.Cmd {
	return work(context.Background(), func(int64, int64) {})()
}

// newHost holds the records, in a language, at a moment.
func newHost(t testing.TB, tag string, now time.Time, records ...model.Record) *host {
	t.Helper()
	h := &host{env: kittest.Env(tag), desk: &model.Desk{}, now: now}
	h.env.Lang = lang.New(tag).With(h.name)
	h.env.Now = func() time.Time { return h.now }
	h.stack = kit.NewStack(h.env)
	h.stack.Resize(120, 40)
	var c model.Change
	for _, r := range records {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	h.desk = h.desk.With(c, 1)
	h.board = rules.Ground(h.desk, rules.Options{})
	return h
}

// inSample holds the sample, on the Wednesday of the first week of the cohort
// that runs, days later.
func inSample(t testing.TB, tag string, days int) *host {
	t.Helper()
	today, _ := model.NewDate(2026, 11, 18)
	return newHost(t, tag, time.Date(2026, 11, 18+days, 12, 0, 0, 0, time.UTC), sample.Make(today, 2013, 0)...)
}

func (h *host) name(id model.ID) string {
	d := h.desk
	if s := d.Staff.Get(id); s != nil {
		return s.Label()
	}
	if p := d.Places.Get(id); p != nil {
		return p.Label()
	}
	if p := d.People.Get(id); p != nil {
		return p.FullName()
	}
	if s := d.Sessions.Get(id); s != nil {
		return s.Block.Title.In(h.env.Lang.Tag())
	}
	return ""
}

// press gives keys to the dialog on top.
func (h *host) press(keys ...string) {
	for _, k := range keys {
		h.stack.Update(kit.KeyMsg(k))
	}
}

// typed gives each letter as a key; a tab in it is the key tab.
func (h *host) typed(s string) {
	for i, part := range strings.Split(s, "\t") {
		if i > 0 {
			h.press("tab")
		}
		kittest.Type(func(m tea.Msg) { h.stack.Update(m) }, part)
	}
}

// last is the last thing that was told, by its id.
func (h *host) last() string {
	if len(h.told) == 0 {
		return ""
	}
	return h.told[len(h.told)-1].ID
}

func (h *host) screen(w, rows int) string { return kittest.Dialog(h.stack, w, rows) }

// running is the cohort that runs.
func (h *host) running() *model.Cohort {
	for _, c := range h.desk.CohortsByDate() {
		if c.State == model.Running {
			return c
		}
	}
	return nil
}

// where is the first session of the running cohort that suits.
func (h *host) where(t testing.TB, suits func(*model.Session) bool) *model.Session {
	t.Helper()
	for _, s := range h.desk.SessionsOf(h.running().ID) {
		if suits(s) {
			return s
		}
	}
	t.Fatal("the sample has no such session")
	return nil
}

func (h *host) People() *finder.Index { return nil }
