package ride

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
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
	fails  []error
	n      byte
}

func (f *fake) Env() *kit.Env         { return f.env }
func (f *fake) Desk() *model.Desk     { return f.desk }
func (f *fake) Board() *rules.Board   { return f.board }
func (f *fake) Store() *store.Store   { return nil }
func (f *fake) Dialogs() *kit.Stack   { return f.stack }
func (f *fake) Cohort() *model.Cohort { return f.desk.Cohorts.Get(f.cohort) }
func (f *fake) Today() model.Date     { return date(15) }
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
	}
	for _, a := range c.Act.Args {
		switch a.Value.(type) {
		case model.ID, model.Date, model.Quarter, model.Text, int:
		case string:
			if a.Name != "clock" {
				f.t.Errorf("%s: the journal would say %q", c.Act.ID, a.Name)
			}
		default:
			f.t.Errorf("%s: argument %s", c.Act.ID, a.Name)
		}
	}
	if !f.env.Lang.Has(c.Act.ID) {
		f.t.Errorf("%s has no words", c.Act.ID)
	}
	f.acts = append(f.acts, c)
	f.set(f.desk.With(c, f.desk.Rev+1))
	return nil
}

func (f *fake) set(d *model.Desk) {
	f.desk, f.board = d, rules.Ground(d, rules.Options{})
}

func (f *fake) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	f.t.Helper()
	if !f.env.Lang.Has(m.ID) {
		f.t.Errorf("%s has no words", m.ID)
	}
	f.said = append(f.said, m)
	return nil
}

func (f *fake) Fail(err error) tea.Cmd {
	f.fails = append(f.fails, err)
	return nil
}

func (f *fake) Jump(model.Ref) tea.Cmd { return nil }

func (f *fake) Run(_ model.Message, work func(context.Context, func(done, total int64)) tab.Result) tea.Cmd {
	return work(context.Background(), func(int64, int64) {})()
}

func newFake(t testing.TB, tag string, d *model.Desk) *fake {
	f := &fake{t: t, env: kittest.Env(tag), cohort: num(model.KindCohort, 1)}
	f.env.Lang = f.env.Lang.With(func(id model.ID) string {
		switch {
		case f.desk.People.Get(id) != nil:
			return f.desk.People.Get(id).FullName()
		case f.desk.Staff.Get(id) != nil:
			return f.desk.Staff.Get(id).Label()
		}
		return ""
	})
	f.stack = kit.NewStack(f.env)
	f.stack.Resize(120, 40)
	f.set(d)
	return f
}

func (f *fake) press(keys ...string) {
	for _, k := range keys {
		f.stack.Update(kit.KeyMsg(k))
	}
}

func (f *fake) typed(s string) { kittest.Type(func(m tea.Msg) { f.stack.Update(m) }, s) }

func (f *fake) last() string {
	if len(f.said) == 0 {
		return ""
	}
	return f.said[len(f.said)-1].ID
}

func (f *fake) session(id model.ID) *model.Session { return f.desk.Sessions.Get(id) }

// at sets the clock: a day of January 2026 and a time, where the course is.
func (f *fake) at(day, hour, minute int) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		f.t.Fatal(err)
	}
	f.env.Now = func() time.Time { return time.Date(2026, 1, day, hour, minute, 0, 0, zone) }
}

// top is the page, or the programme, that is open.
func top[T any](f *fake) T {
	f.t.Helper()
	d, ok := f.stack.Top().(T)
	if !ok {
		f.t.Fatalf("on top is %T; said %v", f.stack.Top(), f.said)
	}
	return d
}

func (f *fake) People() *finder.Index { return nil }
