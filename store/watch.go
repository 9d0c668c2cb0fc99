package store

import (
	"context"
	"errors"
	"time"

	"muster/model"
	"muster/store/kv"
)

// An Event says what moved.
type Event struct {
	Rev  model.Rev   // the revision now
	Refs []model.Ref // records that moved since the event before, each once
	All  bool        // everything may have moved: take a new Desk
	Err  error       // could not look this time; the watch goes on
}

// Watch tells of every act after the revision, of this process and of others,
// until the context ends or the store is closed; then the channel is closed.
// An act of this store is told at once, one of another process within a
// second. Acts that come while nobody receives are told together.
//
// Looking for them is one small read each time, which waits for no lock;
// nothing is written.
func (s *Store) Watch(ctx context.Context, since model.Rev) <-chan Event {
	out := make(chan Event)
	go func() {
		defer close(out)
		w := watcher{Store: s, rev: since}
		tick := time.NewTicker(s.o.Poll)
		defer tick.Stop()
		for {
			own := s.nextMove()
			e, ok := w.look(ctx)
			if errors.Is(e.Err, kv.ErrClosed) || ctx.Err() != nil {
				return
			}
			if ok {
				select {
				case out <- e:
				case <-ctx.Done():
					return
				}
				continue
			}
			select {
			case <-own:
			case <-tick.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// nextMove is closed at this store's next act.
func (s *Store) nextMove() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.moved
}

// watcher remembers what was told.
type watcher struct {
	*Store
	rev    model.Rev
	stamp  kv.Stamp
	looked bool
	failed bool // told of a failure; not again until it is over
}

// look is the next event; false when there is nothing to tell.
func (w *watcher) look(ctx context.Context) (e Event, ok bool) {
	e, ok, err := w.try(ctx)
	if err == nil {
		w.failed = false
		return e, ok
	}
	w.looked = false
	ok, w.failed = !w.failed, true
	return Event{Rev: w.rev, Err: err}, ok
}

func (w *watcher) try(ctx context.Context) (e Event, ok bool, err error) {
	stamp, err := w.eng.Changed(ctx)
	if err != nil || w.looked && stamp == w.stamp {
		return e, false, err
	}
	err = w.view(ctx, func(l look, h head) error {
		e = Event{Rev: h.Rev}
		if h.Rev != w.rev {
			e.Refs, e.All, err = l.since(w.rev, h.Rev)
		}
		return err
	})
	if errors.Is(err, ErrFilling) { // somebody fills it: look again when it is done
		return e, false, nil
	}
	if err != nil {
		return e, false, err
	}
	if e.All {
		e.Refs = nil
	}
	ok = e.Rev != w.rev
	w.stamp, w.looked, w.rev = stamp, true, e.Rev
	return e, ok, nil
}
