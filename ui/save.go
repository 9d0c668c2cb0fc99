package ui

import (
	"context"
	"errors"
	"math"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/kit"
	"muster/ui/tab"
)

// mine stands for the revision of a record whose change is not kept yet: the
// real one is known when the store has answered.
const mine = model.Rev(math.MaxUint64)

// A saver hands acts to the store one at a time, in the order they were made,
// while the desk already shows them.
type saver struct {
	waiting []act
	flight  *flight                 // the first of the waiting, in the store's hands
	kept    []act                   // in the store, but not yet on the desk that was read from it
	revs    map[model.Ref]model.Rev // what our own acts were given
}

// An act is a change, or an undo or redo (change is nil).
type act struct {
	change *model.Change
	travel func(context.Context) (store.Entry, error)
	redo   bool
	rev    model.Rev     // once it is kept
	said   model.Message // what is told once it is kept
}

// A flight is an act in the store's hands. Answer may be read once done is
// closed.
type flight struct {
	done   chan struct{}
	answer savedMsg
}

// savedMsg is the store's answer to the act at the head of the queue.
type savedMsg struct {
	of    *flight
	rev   model.Rev
	entry store.Entry
	err   error
}

// Commit makes the change: on the desk now, in the store soon. As long as
// nobody has said whose act it is, it waits for the name.
func (a *App) Commit(c model.Change) tea.Cmd {
	if c.IsZero() {
		return nil
	}
	a.show(c)
	return a.hand(act{change: &c})
}

// hand puts an act into the queue.
func (a *App) hand(next act) tea.Cmd {
	a.saver.waiting = append(a.saver.waiting, next)
	if a.store.Actor() == "" {
		return a.askActor()
	}
	return a.save()
}

// show puts the change on the desk and asks the rules about what it touched.
func (a *App) show(c model.Change) {
	a.setDesk(a.desk.With(c, mine), refsOf(c)...)
	a.judge(refsOf(c))
	a.changed()
}

func refsOf(c model.Change) []model.Ref {
	refs := make([]model.Ref, 0, len(c.Puts)+len(c.Removes))
	for _, p := range c.Puts {
		refs = append(refs, model.RefOf(p.Record))
	}
	for _, r := range c.Removes {
		refs = append(refs, r.Ref)
	}
	return refs
}

// save hands the next act to the store when it is free. It goes at once and
// not with the command, which a program that is ended may never run.
func (a *App) save() tea.Cmd {
	s := &a.saver
	if s.flight != nil || len(s.waiting) == 0 || a.store.Actor() == "" {
		return nil
	}
	if c := s.waiting[0].change; c != nil {
		settled := s.settle(*c)
		s.waiting[0].change = &settled
	}
	f, next, st := &flight{done: make(chan struct{})}, s.waiting[0], a.store
	s.flight = f
	go func() {
		f.answer = next.keep(st)
		f.answer.of = f
		close(f.done)
	}()
	return func() tea.Msg {
		<-f.done
		return f.answer
	}
}

// keep does the act in the store. It is not cut short by the program's end:
// what was shown as done is to be kept.
func (w act) keep(st *store.Store) (m savedMsg) {
	if w.change == nil {
		m.entry, m.err = w.travel(context.Background())
		return m
	}
	m.rev, m.err = st.Commit(context.Background(), *w.change)
	return m
}

// settle gives the change the revisions our own former acts were given.
func (s *saver) settle(c model.Change) model.Change {
	puts := make([]model.Put, len(c.Puts))
	for i, p := range c.Puts {
		if p.Was == mine {
			p.Was = s.revs[model.RefOf(p.Record)]
		}
		puts[i] = p
	}
	removes := make([]model.Remove, len(c.Removes))
	for i, r := range c.Removes {
		if r.Was == mine {
			r.Was = s.revs[r.Ref]
		}
		removes[i] = r
	}
	c.Puts, c.Removes = puts, removes
	return c
}

// note remembers which revision a kept change was given.
func (s *saver) note(c model.Change, rev model.Rev) {
	if s.revs == nil {
		s.revs = map[model.Ref]model.Rev{}
	}
	for _, p := range c.Puts {
		s.revs[model.RefOf(p.Record)] = rev
	}
	for _, r := range c.Removes {
		s.revs[r.Ref] = 0
	}
}

// saved takes the store's answer.
func (a *App) saved(m savedMsg) tea.Cmd {
	s := &a.saver
	if m.of != s.flight {
		return nil
	}
	done := s.waiting[0]
	s.flight, s.waiting = nil, s.waiting[1:]
	if m.err != nil {
		return a.refused(done, m.err)
	}
	a.status.Saved(tab.In(a.env.Now(), a.home))
	done.rev = m.rev
	var cmds []tea.Cmd
	if done.change != nil {
		s.note(*done.change, m.rev)
	} else {
		done.rev = m.entry.Rev
		cmds = append(cmds, a.travelled(done, m.entry), a.renew())
	}
	if !done.said.IsZero() {
		cmds = append(cmds, a.status.Show(kit.OK, done.said))
	}
	if a.newest.base == nil || done.rev > a.newest.base.Rev {
		s.kept = append(s.kept, done)
	}
	if a.quitting && len(s.waiting) == 0 {
		return a.quit()
	}
	return tea.Batch(append(cmds, a.save())...)
}

// refused: an act could not be kept. Those made after a change rest on it: all
// of them are taken back, and the desk is as it is kept.
func (a *App) refused(done act, err error) tea.Cmd {
	a.quitting = false
	if kind, _ := a.status.Shown(); kind != kit.Fault {
		a.status.Clear() // what it tells may be of what is taken back
	}
	if done.change == nil {
		return tea.Batch(a.stayed(err), a.renew(), a.save())
	}
	lost := a.saver.waiting
	a.saver.waiting = nil
	a.overlay(nil)
	var conflict *store.ConflictError
	if errors.As(err, &conflict) && len(conflict.Conflicts) > 0 {
		a.conflict(conflict.Conflicts, append([]act{done}, lost...))
		return a.renew()
	}
	cmds := []tea.Cmd{a.Fail(err), a.renew()}
	if len(lost) > 0 {
		cmds = append(cmds, a.Tell(kit.Fault, model.Say("ui.taken-back", "n", len(lost)+1)))
	}
	return tea.Batch(cmds...)
}

// finish keeps what was still on its way when the program ended.
func (s *saver) finish(st *store.Store) error {
	for i, w := range s.waiting {
		var m savedMsg
		if i == 0 && s.flight != nil {
			<-s.flight.done
			m = s.flight.answer
		} else {
			if w.change != nil {
				c := s.settle(*w.change)
				w.change = &c
			}
			m = w.keep(st)
		}
		if m.err != nil {
			return m.err
		}
		if w.change != nil {
			s.note(*w.change, m.rev)
		}
	}
	s.waiting, s.flight = nil, nil
	return nil
}
