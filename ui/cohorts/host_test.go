package cohorts

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	dues "muster/model/due"
	"muster/model/rules"
	"muster/model/sample"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/tab"
)

// A stage is a tab in front of a host that keeps its desk in memory and, when
// it has a store, every act there too.
type stage struct {
	t      testing.TB
	env    *kit.Env
	desk   *model.Desk
	board  *rules.Board
	st     *store.Store
	stack  *kit.Stack
	cohort model.ID
	n      int64
	told   []model.Message
	acts   []model.Message
	failed error
	open   []dues.Item // what is wrong or due
	tab    *Tab
}

var today = func() model.Date {
	d, _ := model.NewDate(2026, 1, 15)
	return d
}()

func newStage(t testing.TB, lang string, records ...model.Record) *stage {
	t.Helper()
	h := &stage{t: t, env: kittest.Env(lang), desk: &model.Desk{}}
	h.env.Lang = h.env.Lang.With(h.name)
	h.stack = kit.NewStack(h.env)
	c := model.Change{}
	for _, r := range records {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	h.desk = h.desk.With(c, 1)
	h.board = rules.Ground(h.desk, rules.Options{})
	h.tab = New(h)
	return h
}

// withStore gives the stage a store of its own, in a folder of the test.
func withStore(t testing.TB, lang string) *stage {
	t.Helper()
	dir := t.TempDir()
	st, err := store.Open(t.Context(), store.Options{
		Path: filepath.Join(dir, "m.db"), KeyDir: dir, Create: true, Actor: "Vega", Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	h := newStage(t, lang)
	h.st = st
	return h
}

func (h *stage) name(id model.ID) string {
	if p := h.desk.People.Get(id); p != nil {
		return p.FullName()
	}
	return ""
}

func (h *stage) Env() *kit.Env         { return h.env }
func (h *stage) Desk() *model.Desk     { return h.desk }
func (h *stage) Board() *rules.Board   { return h.board }
func (h *stage) Store() *store.Store   { return h.st }
func (h *stage) Dialogs() *kit.Stack   { return h.stack }
func (h *stage) Cohort() *model.Cohort { return h.desk.Cohorts.Get(h.cohort) }
func (h *stage) Today() model.Date     { return today }

func (h *stage) Choose(id model.ID) {
	h.cohort = id
	h.tab.Changed()
}

func (h *stage) NewID() model.ID {
	if h.st != nil {
		return h.st.NewID()
	}
	h.n++
	return model.NewID(kittest.Now().UnixMilli()+h.n, [10]byte{})
}

func (h *stage) Commit(c model.Change) tea.Cmd {
	h.acts = append(h.acts, c.Act)
	if !h.env.Lang.Has(c.Act.ID) {
		h.t.Errorf("act %s is not in the catalogue", c.Act.ID)
	}
	rev := h.desk.Rev + 1
	if h.st != nil {
		var err error
		if rev, err = h.st.Commit(context.Background(), c); err != nil {
			h.t.Fatal(err)
		}
	}
	h.desk = h.desk.With(c, rev)
	h.tab.Changed()
	return nil
}

// reload reads the desk anew, as after an undo.
func (h *stage) reload() {
	h.t.Helper()
	d, err := h.st.Desk(context.Background())
	if err != nil {
		h.t.Fatal(err)
	}
	h.desk = d
	h.tab.Changed()
}

func (h *stage) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	if !h.env.Lang.Has(m.ID) {
		h.t.Errorf("%s is not in the catalogue", m.ID)
	}
	h.told = append(h.told, m)
	return nil
}

func (h *stage) Fail(err error) tea.Cmd {
	h.failed = errors.Join(h.failed, err)
	return nil
}

func (h *stage) Jump(model.Ref) tea.Cmd { return nil }

func (h *stage) Run(_ model.Message, work func(ctx context.Context, progress func(done, total int64)) tab.Result) tea.Cmd {
	return func() tea.Msg { return work(context.Background(), func(int64, int64) {}) }
}

// run does a command and everything that follows from it.
func (h *stage) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			h.run(c)
		}
	case tab.Result:
		h.run(m())
	default:
		c, _ := h.stack.Update(m)
		h.run(c)
	}
}

// press gives keys as the program would: to the dialog on top, to what is
// typed, to the tab's actions, to the tab.
func (h *stage) press(keys ...string) {
	h.t.Helper()
	for _, name := range keys {
		k := kit.KeyMsg(name)
		if cmd, handled := h.stack.Update(k); handled {
			h.run(cmd)
			continue
		}
		if h.tab.Typing() && (kit.Typed(k) != "" || kit.IsKey(k, "backspace", "enter")) {
			h.run(h.tab.Update(k))
			continue
		}
		if cmd, why, handled := kit.Press(h.tab.Actions(), k); handled {
			if !why.IsZero() {
				h.Tell(kit.Warn, why)
			}
			h.run(cmd)
			continue
		}
		h.run(h.tab.Update(k))
	}
}

func (h *stage) typed(s string) {
	h.t.Helper()
	for _, r := range s {
		if r == ' ' {
			h.press("space")
			continue
		}
		h.press(string(r))
	}
}

// paste gives text at once.
func (h *stage) paste(s string) {
	cmd, _ := h.stack.Update(tea.PasteMsg{Content: s})
	h.run(cmd)
}

// awake waits until a dialog that opened by itself listens: it moves the
// clock.
func (h *stage) awake() {
	now := h.env.Now().Add(time.Minute)
	h.env.Now = func() time.Time { return now }
}

// last is what was told last.
func (h *stage) last() string {
	if len(h.told) == 0 {
		return ""
	}
	return h.env.Say(h.told[len(h.told)-1])
}

// screen is the tab, and the dialogs over it, as text.
func (h *stage) screen(w, height int) string {
	h.tab.Resize(w, height)
	h.stack.Resize(w, height)
	return kittest.Plain(w, height, func(c *kit.Canvas) {
		h.tab.Draw(c)
		h.stack.Draw(c)
	})
}

// programme is the sample programme as it lies on the desk, without what is
// closed.
func programme() []model.Record {
	var out []model.Record
	closed := map[model.ID]bool{}
	all := sample.Make(today, 7, 60)
	for _, r := range all {
		if c, ok := r.(*model.Cohort); ok && c.State == model.Closed {
			for _, s := range c.Seats {
				closed[s.Person] = true
			}
		}
	}
	for _, r := range all {
		if p, ok := r.(*model.Person); ok && closed[p.ID] {
			continue
		}
		if c, ok := r.(*model.Cohort); ok && c.State == model.Closed {
			continue
		}
		out = append(out, r)
	}
	return out
}

func keyMsg(name string) tea.KeyPressMsg { return kit.KeyMsg(name) }

func (h *stage) People() *finder.Index { return nil }

func (h *stage) Due() []dues.Item { return h.open }
