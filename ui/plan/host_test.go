package plan

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/tab"
)

// fake is a host without a store: a change is on its desk at once.
type fake struct {
	tab.Host

	t      testing.TB
	env    *kit.Env
	desk   *model.Desk
	board  *rules.Board
	stack  *kit.Stack
	cohort model.ID
	said   []model.Message
	acts   []model.Change
	jumps  []model.Ref
	fails  []error
	n      byte
}

func (f *fake) Env() *kit.Env         { return f.env }
func (f *fake) Desk() *model.Desk     { return f.desk }
func (f *fake) Board() *rules.Board   { return f.board }
func (f *fake) Store() *store.Store   { return nil }
func (f *fake) People() *finder.Index { return nil }
func (f *fake) Dialogs() *kit.Stack   { return f.stack }
func (f *fake) Cohort() *model.Cohort { return f.desk.Cohorts.Get(f.cohort) }
func (f *fake) Today() model.Date     { return date(13) }
func (f *fake) Choose(id model.ID)    { f.cohort = id }

func (f *fake) NewID() model.ID {
	f.n++
	return model.NewID(1<<40, [10]byte{9: f.n})
}

func (f *fake) Commit(c model.Change) tea.Cmd {
	f.t.Helper()
	for _, p := range c.Puts {
		if p.Was != f.desk.RevOf(model.RefOf(p.Record)) {
			f.t.Errorf("%s: a record is written over unseen", c.Act.ID)
		}
		if _, err := p.Record.Valid(); err != nil {
			f.t.Errorf("%s: %v", c.Act.ID, err)
		}
	}
	private(f.t, c.Act)
	f.worded(c.Act)
	f.acts = append(f.acts, c)
	f.set(f.desk.With(c, f.desk.Rev+1))
	return nil
}

// private fails when a journal entry would hold what may be personal.
func private(t testing.TB, m model.Message) {
	t.Helper()
	for _, a := range m.Args {
		switch v := a.Value.(type) {
		case model.ID, model.Date, model.Quarter, model.Span, model.Text, int:
		case model.Message:
			private(t, v)
		case string:
			if a.Name != "cohort" {
				t.Errorf("%s: the journal would say %q", m.ID, a.Name)
			}
		case []string:
			if a.Name != "cohorts" {
				t.Errorf("%s: the journal would say %q", m.ID, a.Name)
			}
		default:
			t.Errorf("%s: argument %s", m.ID, a.Name)
		}
	}
}

func (f *fake) worded(m model.Message) {
	f.t.Helper()
	if !f.env.Lang.Has(m.ID) {
		f.t.Errorf("%s has no words", m.ID)
	}
}

func (f *fake) set(d *model.Desk) {
	f.desk, f.board = d, rules.Ground(d, rules.Options{})
}

func (f *fake) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	f.t.Helper()
	f.worded(m)
	f.said = append(f.said, m)
	return nil
}

func (f *fake) Fail(err error) tea.Cmd {
	f.fails = append(f.fails, err)
	return nil
}

func (f *fake) Jump(r model.Ref) tea.Cmd {
	f.jumps = append(f.jumps, r)
	return nil
}

func newFake(t testing.TB, tag string, d *model.Desk) *fake {
	f := &fake{t: t, env: kittest.Env(tag), cohort: mex}
	f.env.Now = func() time.Time { return time.Date(2026, 1, 13, 14, 41, 7, 0, time.UTC) } // 09:41 where the course is
	f.env.Lang = f.env.Lang.With(func(id model.ID) string {
		switch {
		case f.desk.Staff.Get(id) != nil:
			return f.desk.Staff.Get(id).Label()
		case f.desk.Places.Get(id) != nil:
			return f.desk.Places.Get(id).Label()
		case f.desk.Sessions.Get(id) != nil:
			return f.desk.Sessions.Get(id).Block.Title.In(tag)
		}
		return ""
	})
	f.stack = kit.NewStack(f.env)
	f.stack.Resize(120, 40)
	f.set(d)
	return f
}

// press gives keys to the dialog on top and does what they ask for.
func (f *fake) press(keys ...string) {
	for _, k := range keys {
		cmd, _ := f.stack.Update(kit.KeyMsg(k))
		f.do(cmd)
	}
}

// at sets the clock on.
func (f *fake) at(d time.Duration) {
	then := f.env.Now()
	f.env.Now = func() time.Time { return then.Add(d) }
}

func (f *fake) typed(s string) { kittest.Type(func(m tea.Msg) { f.stack.Update(m) }, s) }

// do runs commands and hands on what they bring until nothing is left: a search
// is over by then.
func (f *fake) do(cmd tea.Cmd) {
	f.t.Helper()
	todo, out := []tea.Cmd{cmd}, make(chan tea.Msg)
	open := 0
	for len(todo) > 0 || open > 0 {
		for _, c := range todo {
			if c != nil {
				open++
				go func() { out <- c() }()
			}
		}
		if todo = nil; open == 0 {
			return
		}
		select {
		case m := <-out:
			open--
			if list, ok := m.(tea.BatchMsg); ok {
				todo = list
			} else if m != nil {
				next, _ := f.stack.Update(m)
				todo = []tea.Cmd{next}
			}
		case <-time.After(5 * time.Second):
			f.t.Fatal("a command does not end")
		}
	}
}

func (f *fake) last() string {
	if len(f.said) == 0 {
		return ""
	}
	return f.said[len(f.said)-1].ID
}

func (f *fake) session(id model.ID) *model.Session { return f.desk.Sessions.Get(id) }

func (f *fake) screen(w, h int) string { return kittest.Dialog(f.stack, w, h) }

// top is the page that is open.
func top[T any](f *fake) T {
	f.t.Helper()
	d, ok := f.stack.Top().(T)
	if !ok {
		f.t.Fatalf("on top is %T; said %v", f.stack.Top(), f.said)
	}
	return d
}

// answers is an engine that has thought of everything beforehand.
type answers struct {
	plans   []*planner.Result // shown one after the other; the last is the answer
	offers  []planner.Offer
	why     planner.Explanation
	price   func(*model.Desk) *planner.Result
	ways    []planner.Way
	err     error
	asked   []planner.Options
	holding chan struct{} // a search goes on until it is closed or left; nil: it ends
}

func (a *answers) wait(ctx context.Context) {
	if a.holding == nil {
		return
	}
	select {
	case <-a.holding:
	case <-ctx.Done():
	}
}

func (a *answers) engine() engine {
	return engine{
		make: func(ctx context.Context, d *model.Desk, o planner.Options, show func(*planner.Result)) (*planner.Result, error) {
			if a.err != nil {
				return nil, a.err
			}
			if o.Only != nil {
				return a.price(d), nil
			}
			a.asked = append(a.asked, o)
			for _, r := range a.plans {
				show(r)
			}
			a.wait(ctx)
			if len(a.plans) == 0 {
				return &planner.Result{}, nil
			}
			return a.plans[len(a.plans)-1], nil
		},
		repair: func(ctx context.Context, _ *model.Desk, o planner.Options, show func(*planner.Offer)) ([]planner.Offer, error) {
			a.asked = append(a.asked, o)
			for i := range a.offers {
				show(&a.offers[i])
			}
			a.wait(ctx)
			return a.offers, a.err
		},
		explain: func(ctx context.Context, _ *model.Desk, _ planner.Options, _ model.ID) (planner.Explanation, error) {
			a.wait(ctx)
			return a.why, a.err
		},
		trade: func(*model.Desk, model.ID, planner.Options) []planner.Way { return a.ways },
	}
}
