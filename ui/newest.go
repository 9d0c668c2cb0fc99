package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/store"
	"muster/ui/kit"
)

// newest is how the desk stays the newest: what was read from the store, and
// the watch that tells when to read again.
type newest struct {
	base    *model.Desk // as the store has it, without acts on their way
	events  <-chan store.Event
	reading bool // a read is under way
	again   bool // and something moved since it began
}

// deskMsg is a desk that was read, and which records moved since the former;
// nil when everything may have.
type deskMsg struct {
	desk *model.Desk
	refs []model.Ref
	err  error
}

// eventMsg is word from the watch.
type eventMsg store.Event

// read fetches the first desk off the event loop.
func (a *App) read() tea.Cmd {
	st, ctx := a.store, a.ctx
	a.newest.reading = true
	return func() tea.Msg {
		d, err := st.Desk(ctx)
		return deskMsg{desk: d, err: err}
	}
}

// renew reads what moved since the last desk was read.
func (a *App) renew() tea.Cmd {
	if a.newest.base == nil {
		return nil
	}
	if a.newest.reading {
		a.newest.again = true
		return nil
	}
	a.newest.reading = true
	st, ctx, old := a.store, a.ctx, a.newest.base
	return func() tea.Msg {
		d, refs, err := st.Renew(ctx, old)
		return deskMsg{d, refs, err}
	}
}

// listen waits for the watch to tell of the next act, ours or another's.
func (a *App) listen() tea.Cmd {
	events := a.newest.events
	return func() tea.Msg {
		e, ok := <-events
		if !ok {
			return nil
		}
		return eventMsg(e)
	}
}

// retryAfter is how long after a failed reading it is tried again: what moved
// meanwhile would not be shown otherwise until the next act.
const retryAfter = 2 * time.Second

// retryMsg says that the reading is to be tried again.
type retryMsg struct{}

// reread reads anew: the first desk, or what moved since.
func (a *App) reread() tea.Cmd {
	if a.newest.reading {
		return nil
	}
	if a.newest.base == nil {
		a.failed = nil
		return a.read()
	}
	return a.renew()
}

// told follows word from the watch.
func (a *App) told(e eventMsg) tea.Cmd {
	if e.Err != nil {
		what, _ := store.Explain(e.Err)
		return tea.Batch(a.Tell(kit.Fault, what), a.listen())
	}
	return tea.Batch(a.renew(), a.listen())
}

// arrived takes a desk that was read: under our own acts that it does not know
// yet.
func (a *App) arrived(m deskMsg) tea.Cmd {
	n := &a.newest
	n.reading = false
	if m.err != nil {
		if n.base == nil {
			a.failed = m.err
			return nil
		}
		// What was undone cannot be waited for any longer.
		a.saver.kept = slices.DeleteFunc(a.saver.kept, func(k act) bool { return k.change == nil })
		what, _ := store.Explain(m.err)
		return tea.Batch(a.Tell(kit.Fault, what), tea.Tick(retryAfter, func(time.Time) tea.Msg { return retryMsg{} }))
	}
	first := n.base == nil
	n.base = m.desk
	foreign := a.forget(m)
	a.overlay(m.refs)
	var cmds []tea.Cmd
	if first {
		n.events = a.store.Watch(a.ctx, m.desk.Rev)
		cmds = append(cmds, a.listen(), a.reindex(nil), a.welcome())
	} else if foreign > 0 {
		cmds = append(cmds, a.Tell(kit.Info, model.Say("ui.elsewhere", "n", foreign)))
	}
	if !first {
		cmds = append(cmds, a.reindex(m.refs))
	}
	if n.again {
		n.again = false
		cmds = append(cmds, a.renew())
	}
	return tea.Batch(cmds...)
}

// forget drops our acts that the desk read knows, and counts the records that
// moved through nobody of us.
func (a *App) forget(m deskMsg) (foreign int) {
	ours := map[model.Ref]bool{}
	travelled := false
	var later []act
	for _, k := range a.saver.kept {
		if k.rev > m.desk.Rev {
			later = append(later, k)
			continue
		}
		if k.change == nil {
			travelled = true
			continue
		}
		for _, r := range refsOf(*k.change) {
			ours[r] = true
		}
	}
	a.saver.kept = later
	// The desk may have been read before the store's answer came round to us.
	if f := a.saver.flight; f != nil {
		if c := a.saver.waiting[0].change; c == nil {
			travelled = true
		} else {
			for _, r := range refsOf(*c) {
				ours[r] = true
			}
		}
	}
	if travelled {
		return 0
	}
	for _, r := range m.refs {
		if !ours[r] {
			foreign++
		}
	}
	return foreign
}

// overlay makes the desk that is shown: the one that was read, with our own
// acts on it that it does not know. refs are the records that may differ from
// the desk shown so far; nil: any.
func (a *App) overlay(refs []model.Ref) {
	if a.newest.base == nil {
		return
	}
	desk := a.newest.base
	for _, list := range [][]act{a.saver.kept, a.saver.waiting} {
		for _, w := range list {
			if w.change != nil {
				desk = desk.With(*w.change, mine)
				if refs != nil {
					refs = append(refs, refsOf(*w.change)...)
				}
			}
		}
	}
	a.setDesk(desk, refs...)
	a.judge(refs)
	if a.Cohort() == nil {
		a.cohort = a.cohortOfTheDay()
	}
	a.changed()
}

// judge asks the rules about the records that may differ on the new desk; nil:
// about all of it, as also when the clock of the training site is another.
func (a *App) judge(refs []model.Ref) {
	home := Home(a.desk)
	if refs != nil && home == a.home {
		a.board = a.board.With(a.desk, refs...)
		return
	}
	a.home = home
	a.board = rules.Ground(a.desk, rules.Options{Offset: Clocks(home)})
}

// cohortOfTheDay is the cohort one most likely came for: the one that runs, or
// the next to begin, or the last that was.
func (a *App) cohortOfTheDay() model.ID {
	var id model.ID
	for _, c := range a.desk.CohortsByDate() {
		id = c.ID
		if c.Last >= a.today && c.State != model.Closed {
			break
		}
	}
	return id
}
