package alumni

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store"
	"muster/ui/tab"
)

// A file is what is kept of one person beyond the desk and the index.
type file struct {
	person   model.Row[*model.Person]
	contacts []model.Row[*model.Contact]
	papers   []model.Row[*model.Certificate]
	err      error
	no       int // the state of the desk it was read at
}

// fileMsg brings a file.
type fileMsg struct {
	id   model.ID
	file file
	ask  int
}

// files is what was read of people lately. Reading happens off the event
// loop, for one person at a time: whoever is looked at next ends it, and what
// comes late is dropped.
type files struct {
	known map[model.ID]file
	order []model.ID // the oldest first
	no    int        // grows when records move: what was read before is read again

	ask    int // the reading under way; 0 is none
	asks   int
	whom   model.ID
	since  time.Time
	cancel context.CancelFunc
	pause  time.Duration // how long somebody is looked at before they are read
}

const (
	filesKept = 64
	// restFor keeps a hand that runs down the list from reading everybody.
	restFor = 40 * time.Millisecond
	// patience is after how long an answer that has not come is asked for
	// again: it went to another tab.
	patience = 2 * time.Second
)

func newFiles() files {
	return files{known: map[model.ID]file{}, no: 1, pause: restFor}
}

// of is what was read of a person; ok is false before anything was. It may be
// out of date, and is then being read again.
func (f *files) of(id model.ID) (file, bool) {
	v, ok := f.known[id]
	return v, ok
}

// fresh reports whether what was read of a person holds.
func (f *files) fresh(id model.ID) bool { return f.known[id].no == f.no }

// outdate says that records have moved.
func (f *files) outdate() {
	f.no++
	f.stop()
}

func (f *files) stop() {
	if f.cancel != nil {
		f.cancel()
		f.cancel = nil
	}
	f.ask = 0
}

// want reads what is kept of a person, unless that is known or under way.
func (f *files) want(h tab.Host, id model.ID) tea.Cmd {
	now := h.Env().Now()
	if f.fresh(id) || f.ask != 0 && f.whom == id && now.Sub(f.since) < patience {
		return nil
	}
	f.stop()
	ctx, cancel := context.WithCancel(context.Background())
	f.asks++
	f.ask, f.whom, f.since, f.cancel = f.asks, id, now, cancel
	st, no, ask, pause := h.Store(), f.no, f.ask, f.pause
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
		v := readFile(ctx, st, id)
		if ctx.Err() != nil {
			return nil
		}
		v.no = no
		return fileMsg{id, v, ask}
	}
}

// arrived takes an answer, and reports whether it is the one waited for.
func (f *files) arrived(m fileMsg) bool {
	if m.ask != f.ask {
		return false
	}
	f.stop()
	if _, was := f.known[m.id]; !was {
		f.order = append(f.order, m.id)
		if len(f.order) > filesKept {
			delete(f.known, f.order[0])
			f.order = f.order[1:]
		}
	}
	f.known[m.id] = m.file
	return true
}

// readFile reads what is kept of a person. Whoever is not kept any more has an
// empty file.
func readFile(ctx context.Context, st *store.Store, id model.ID) (f file) {
	rec, rev, err := st.Get(ctx, model.Ref{Kind: model.KindPerson, ID: id})
	switch p, ok := rec.(*model.Person); {
	case errors.Is(err, store.ErrGone):
		return f
	case err != nil:
		return file{err: err}
	case ok:
		f.person = model.Row[*model.Person]{Rec: p, Rev: rev}
	}
	if f.contacts, err = st.ContactsOf(ctx, id); err != nil {
		return file{err: err}
	}
	if f.papers, err = st.CertificatesOf(ctx, id); err != nil {
		return file{err: err}
	}
	return f
}
