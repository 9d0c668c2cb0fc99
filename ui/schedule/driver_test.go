package schedule

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab"
)

// fake is a host without a store: a change is on its desk at once.
type fake struct {
	tab.Host

	env    *kit.Env
	desk   *model.Desk
	board  *rules.Board
	stack  *kit.Stack
	cohort model.ID
	tab    *Tab
	said   []model.Message
	acts   []model.Change
	next   byte
	fails  []error
	store  *store.Store
}

func (f *fake) Env() *kit.Env         { return f.env }
func (f *fake) Desk() *model.Desk     { return f.desk }
func (f *fake) Board() *rules.Board   { return f.board }
func (f *fake) Store() *store.Store   { return f.store }
func (f *fake) Dialogs() *kit.Stack   { return f.stack }
func (f *fake) Cohort() *model.Cohort { return f.desk.Cohorts.Get(f.cohort) }
func (f *fake) Today() model.Date     { return today() }

func (f *fake) Choose(id model.ID) {
	f.cohort = id
	f.tab.Changed()
}

func (f *fake) NewID() model.ID {
	f.next++
	return model.NewID(1<<40, [10]byte{9: f.next})
}

func (f *fake) Commit(c model.Change) tea.Cmd {
	f.acts = append(f.acts, c)
	f.desk = f.desk.With(c, f.desk.Rev+1)
	var refs []model.Ref
	for _, p := range c.Puts {
		refs = append(refs, model.RefOf(p.Record))
	}
	for _, r := range c.Removes {
		refs = append(refs, r.Ref)
	}
	f.board = f.board.With(f.desk, refs...)
	f.tab.Changed()
	return nil
}

func (f *fake) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
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

// today is the day of kittest's clock.
func today() model.Date {
	d, _ := model.NewDate(2026, 1, 15)
	return d
}

// load puts records on a desk as the store would: the sessions and people of
// closed cohorts stay in the store.
func load(recs []model.Record) *model.Desk {
	d := &model.Desk{Rev: 1}
	closed, seated := map[model.ID]bool{}, map[model.ID]bool{}
	for _, r := range recs {
		if c, ok := r.(*model.Cohort); ok {
			closed[c.ID] = c.State == model.Closed
			for _, s := range c.Seats {
				if c.State != model.Closed {
					seated[s.Person] = true
				}
			}
		}
	}
	var c model.Change
	for _, r := range recs {
		switch r := r.(type) {
		case *model.Person:
			if !seated[r.ID] {
				continue
			}
		case *model.Session:
			if closed[r.Cohort] {
				continue
			}
		}
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return d.With(c, 1)
}

func newFake(d *model.Desk, tag string, mode kit.Mode) *fake {
	f := &fake{env: kittest.Env(tag), desk: d}
	f.env.Theme = kit.NewTheme(mode)
	f.env.Lang = lang.New(tag).With(func(id model.ID) string {
		switch {
		case d.Staff.Get(id) != nil:
			return d.Staff.Get(id).Label()
		case d.Places.Get(id) != nil:
			return d.Places.Get(id).Name
		case d.People.Get(id) != nil:
			return d.People.Get(id).Name()
		case d.Vehicles.Get(id) != nil:
			return d.Vehicles.Get(id).Name
		}
		return ""
	})
	f.stack = kit.NewStack(f.env)
	f.board = rules.Ground(d, rules.Options{})
	for _, c := range d.CohortsByDate() {
		if c.State != model.Closed {
			f.cohort = c.ID
			break
		}
	}
	f.tab = New(f)
	return f
}

// press gives keys as the program does: the top dialog first, then the tab.
func (f *fake) press(keys ...string) {
	for i, k := range keys {
		if i > 0 {
			f.settle()
		}
		m := kit.KeyMsg(k)
		if _, handled := f.stack.Update(m); handled {
			continue
		}
		if f.tab.Typing() && kit.Typed(m) != "" {
			f.tab.Update(m)
			continue
		}
		if _, why, ok := kit.Press(f.tab.Actions(), m); ok {
			if !why.IsZero() {
				f.said = append(f.said, why)
			}
			continue
		}
		f.tab.Update(m)
	}
}

// settle gives the tab what it has asked for after its frame, as the program
// does.
func (f *fake) settle() {
	for cmd := f.tab.Pending(); cmd != nil; cmd = f.tab.Pending() {
		f.tab.Update(cmd())
	}
}

func (f *fake) screen(w, h int) *kit.Canvas {
	c := kit.NewCanvas(w, h)
	f.tab.Resize(w, h)
	f.settle()
	f.stack.Resize(w, h)
	f.tab.Draw(c)
	f.stack.Draw(c)
	return c
}

func (f *fake) People() *finder.Index { return nil }
