package plan

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// beat is how often a search that has nothing new is looked at, so that the
// time it takes is seen to pass.
const beat = 200 * time.Millisecond

// leash is how long a search goes on that nobody hears: the program has ended,
// or its page was dropped.
const leash = 5 * time.Second

// A run is a search under way off the event loop. Only the newest of what it
// shows is handed on: a screen that is slow misses some, never the last.
type run[T any] struct {
	stop  context.CancelFunc
	leash *time.Timer
	wake  chan struct{}

	mu   sync.Mutex
	last T
	some bool
	over bool
	err  error
}

// A word is what a run has to say. Whoever does not know the run drops it.
type word[T any] struct {
	of   *run[T]
	best T
	some bool // best is the best so far
	over bool // nothing more comes
	err  error
}

// search begins a run of at most limit and gives the command that does it and
// the one that hears the first word of it. f must return when its context is
// done.
func search[T any](limit time.Duration, f func(ctx context.Context, show func(T)) (T, error)) (*run[T], tea.Cmd) {
	ctx, stop := context.WithTimeout(context.Background(), limit)
	r := &run[T]{stop: stop, leash: time.AfterFunc(leash, stop), wake: make(chan struct{}, 1)}
	work := func() tea.Msg {
		defer stop()
		last, err := f(ctx, func(v T) { r.tell(v, false, nil) })
		r.tell(last, true, err)
		r.leash.Stop()
		return nil
	}
	return r, tea.Batch(work, r.hear())
}

func (r *run[T]) tell(v T, over bool, err error) {
	r.mu.Lock()
	r.over, r.err = over, err
	if err == nil {
		r.last, r.some = v, true
	}
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default: // the last one has not been heard yet
	}
}

// hear waits for the next word, not longer than a beat.
func (r *run[T]) hear() tea.Cmd {
	return func() tea.Msg {
		r.leash.Reset(leash)
		t := time.NewTimer(beat)
		defer t.Stop()
		select {
		case <-r.wake:
		case <-t.C:
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		return word[T]{r, r.last, r.some, r.over, r.err}
	}
}

// end ends the run; what it still says will be dropped. A nil run is none.
func (r *run[T]) end() {
	if r != nil {
		r.leash.Stop()
		r.stop()
	}
}
