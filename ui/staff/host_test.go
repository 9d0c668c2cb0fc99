package staff

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/due"
	"muster/model/rules"
	"muster/model/sample"
	"muster/store"
	"muster/store/finder"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab"
)

// host keeps a desk in memory and remembers what it was told.
type host struct {
	env    *kit.Env
	desk   *model.Desk
	board  *rules.Board
	stack  *kit.Stack
	cohort model.ID
	today  model.Date
	next   byte
	told   []model.Message
	failed []error
	acts   []model.Change
	jumps  []model.Ref
	tab    *Tab
}

var _ tab.Host = (*host)(nil)

func (h *host) Env() *kit.Env         { return h.env }
func (h *host) Desk() *model.Desk     { return h.desk }
func (h *host) Board() *rules.Board   { return h.board }
func (h *host) Store() *store.Store   { return nil }
func (h *host) Dialogs() *kit.Stack   { return h.stack }
func (h *host) Cohort() *model.Cohort { return h.desk.Cohorts.Get(h.cohort) }
func (h *host) Choose(id model.ID)    { h.cohort = id }
func (h *host) Today() model.Date     { return h.today }
func (h *host) NewID() model.ID       { h.next++; return model.ID{0xff, h.next} }
func (h *host) Fail(err error) tea.Cmd {
	h.failed = append(h.failed, err)
	return nil
}

func (h *host) Commit(c model.Change) tea.Cmd {
	h.acts = append(h.acts, c)
	h.set(h.desk.With(c, h.desk.Rev+1))
	return nil
}

func (h *host) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	h.told = append(h.told, m)
	return nil
}

func (h *host) Jump(r model.Ref) tea.Cmd {
	h.jumps = append(h.jumps, r)
	return nil
}

func (h *host) Run(model.Message, func(context.Context, func(done, total int64)) tab.Result) tea.Cmd {
	panic("nothing here takes long")
}

func (h *host) set(d *model.Desk) {
	h.desk = d
	h.board = rules.Ground(d, rules.Options{})
	if h.tab != nil {
		h.tab.Changed()
	}
}

// newHost has the sample on the desk when full, and nothing otherwise. Its day
// is a Wednesday in the first week of the cohort that runs.
func newHost(t testing.TB, tag string, full bool) *host {
	t.Helper()
	h := &host{env: kittest.Env(tag), desk: &model.Desk{}}
	h.today, _ = model.NewDate(2026, 11, 18)
	h.env.Lang = lang.New(tag).With(h.name)
	h.stack = kit.NewStack(h.env)
	d := &model.Desk{}
	if full {
		var c model.Change
		for _, r := range sample.Make(h.today, 2013, 0) {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
		d = d.With(c, 1)
		for _, x := range d.CohortsByDate() {
			if h.cohort.IsZero() && x.Last >= h.today {
				h.cohort = x.ID
			}
		}
	}
	h.set(d)
	h.tab = New(h)
	h.size(120, 36)
	return h
}

func (h *host) name(id model.ID) string {
	d := h.desk
	if s := d.Staff.Get(id); s != nil {
		return s.Label()
	}
	if p := d.Places.Get(id); p != nil {
		return p.Label()
	}
	if v := d.Vehicles.Get(id); v != nil {
		return v.Name
	}
	if s := d.Sessions.Get(id); s != nil {
		return s.Block.Title.In(h.env.Lang.Tag())
	}
	if k := d.Kits.Get(id); k != nil {
		return k.Name.In(h.env.Lang.Tag())
	}
	return ""
}

func (h *host) size(w, rows int) {
	h.tab.Resize(w, rows)
	h.stack.Resize(w, rows)
}

// press gives keys as the program does: to the dialog, the filter, the
// actions, the tab.
func (h *host) press(keys ...string) {
	for _, k := range keys {
		msg := kit.KeyMsg(k)
		if _, handled := h.stack.Update(msg); handled {
			continue
		}
		if !h.tab.Typing() {
			if _, why, ok := kit.Press(h.tab.Actions(), msg); ok {
				if !why.IsZero() {
					h.told = append(h.told, why)
				}
				continue
			}
		}
		h.tab.Update(msg)
	}
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

// last is the last thing that was told, by its id.
func (h *host) last() string {
	if len(h.told) == 0 {
		return ""
	}
	return h.told[len(h.told)-1].ID
}

func (h *host) screen(w, rows int) string {
	h.size(w, rows)
	return kittest.Plain(w, rows, func(c *kit.Canvas) {
		h.tab.Draw(c)
		h.stack.Draw(c)
	})
}

func (h *host) People() *finder.Index { return nil }

func (h *host) Due() []due.Item { return nil }
