package alumni

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	dues "muster/model/due"
	"muster/model/rules"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab"
)

// host is a program around the tab with a database of its own, a clock that
// is set, and no waiting.
type host struct {
	t      testing.TB
	env    *kit.Env
	st     *store.Store
	desk   *model.Desk
	board  *rules.Board
	index  *finder.Index
	stack  *kit.Stack
	clock  time.Time
	told   []model.Message
	failed []error
	acts   []model.Change
	jumps  []model.Ref
	msgs   []string // the types of messages nobody here knows
	tab    *Tab
	w, h   int
}

var _ tab.Host = (*host)(nil)

func (h *host) Env() *kit.Env            { return h.env }
func (h *host) Desk() *model.Desk        { return h.desk }
func (h *host) Board() *rules.Board      { return h.board }
func (h *host) Store() *store.Store      { return h.st }
func (h *host) People() *finder.Index    { return h.index }
func (h *host) Dialogs() *kit.Stack      { return h.stack }
func (h *host) Cohort() *model.Cohort    { return nil }
func (h *host) Choose(model.ID)          {}
func (h *host) NewID() model.ID          { return h.st.NewID() }
func (h *host) Jump(r model.Ref) tea.Cmd { h.jumps = append(h.jumps, r); return nil }

func (h *host) Today() model.Date {
	d, _ := model.NewDate(h.clock.Year(), int(h.clock.Month()), h.clock.Day())
	return d
}

func (h *host) Fail(err error) tea.Cmd {
	h.failed = append(h.failed, err)
	return nil
}

func (h *host) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	h.told = append(h.told, m)
	return nil
}

func (h *host) Commit(c model.Change) tea.Cmd {
	h.acts = append(h.acts, c)
	if _, err := h.st.Commit(context.Background(), c); err != nil {
		h.t.Error(err)
	}
	h.renew()
	return nil
}

func (h *host) Run(_ model.Message, work func(context.Context, func(done, total int64)) tab.Result) tea.Cmd {
	return work(context.Background(), func(int64, int64) {})()
}

// renew reads the desk and the index anew, as after a word from the store.
func (h *host) renew() {
	ctx := context.Background()
	d, refs, err := h.st.Renew(ctx, h.desk)
	if err != nil {
		h.t.Fatal(err)
	}
	h.desk = d
	if h.index, err = h.index.Renew(ctx, h.st, refs); err != nil {
		h.t.Fatal(err)
	}
	h.tab.Changed()
}

func (h *host) undo() {
	if _, err := h.st.Undo(context.Background()); err != nil {
		h.t.Fatal(err)
	}
	h.renew()
}

// newHost has those records in its database.
func newHost(t testing.TB, tag string, records []model.Record) *host {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	st, err := store.Open(ctx, store.Options{Path: filepath.Join(dir, "db"), KeyDir: dir, Create: true, Actor: "Pons"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	c := model.Change{Act: model.Say("alumni.act.message", "n", len(records))}
	for _, r := range records {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	if len(records) > 0 {
		if _, err := st.Commit(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	h := &host{t: t, env: kittest.Env(tag), st: st, clock: kittest.Now()}
	h.env.Now = func() time.Time { return h.clock }
	h.env.Lang = lang.New(tag).With(func(id model.ID) string {
		if p := h.desk.People.Get(id); p != nil {
			return p.FullName()
		}
		return ""
	})
	h.stack = kit.NewStack(h.env)
	if h.desk, err = st.Desk(ctx); err != nil {
		t.Fatal(err)
	}
	h.board = rules.Ground(h.desk, rules.Options{})
	if h.index, err = finder.Build(ctx, st, nil); err != nil {
		t.Fatal(err)
	}
	h.tab = New(h)
	h.tab.files.pause = 0
	h.size(120, 36)
	return h
}

func (h *host) size(w, rows int) {
	h.w, h.h = w, rows
	h.tab.Resize(w, rows)
	h.stack.Resize(w, rows)
	h.do(h.tab.Pending())
}

// do runs a command and what follows from it.
func (h *host) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			h.do(c)
		}
	case fileMsg:
		h.do(h.tab.Update(msg))
	default:
		h.msgs = append(h.msgs, fmt.Sprintf("%T", msg))
	}
}

// press gives keys as the program does.
func (h *host) press(keys ...string) {
	for _, k := range keys {
		h.key(kit.KeyMsg(k))
		h.do(h.tab.Pending())
	}
}

func (h *host) key(msg tea.KeyPressMsg) {
	if cmd, handled := h.stack.Update(msg); handled {
		h.do(cmd)
		return
	}
	if !h.tab.Types(msg) {
		if cmd, why, ok := kit.Press(h.tab.Actions(), msg); ok {
			if !why.IsZero() {
				h.told = append(h.told, why)
			}
			h.do(cmd)
			return
		}
	}
	h.do(h.tab.Update(msg))
}

func (h *host) typed(s string) {
	for _, r := range s {
		if r == ' ' {
			h.press("space")
			continue
		}
		h.press(string(r))
	}
}

func (h *host) click(x, y int) {
	msg := tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}
	if cmd, handled := h.stack.Update(msg); handled {
		h.do(cmd)
		return
	}
	h.do(h.tab.Update(msg))
	h.do(h.tab.Pending())
}

// last is the last thing that was told, by its id.
func (h *host) last() string {
	if len(h.told) == 0 {
		return ""
	}
	return h.told[len(h.told)-1].ID
}

func (h *host) screen() string {
	return kittest.Plain(h.w, h.h, func(c *kit.Canvas) {
		h.tab.Draw(c)
		h.stack.Draw(c)
	})
}

func (h *host) Due() []dues.Item { return nil }
