// Package mem keeps items in memory, for tests.
//
// It is as hard to live with as an engine may be: it has no lock, but finds
// out at the end that a writer was overtaken and calls it again; it takes
// only a few ops at once; it spoils the bytes it gave out; and it can fail on
// demand. What works on it works on a far-off engine.
package mem

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"

	"muster/store/kv"
)

// Small is the default limits: fewer than any real engine's.
func Small() kv.Limits { return kv.Limits{Ops: 8, Checks: 16, Bytes: 4 << 10, Key: 64} }

// Options for New. The zero value has Small limits.
type Options struct {
	Limits kv.Limits
	Twice  bool // call the func of each Update once more than needed, so that side effects show
}

// maxTries is how often an Update is overtaken before it is ErrBusy.
const maxTries = 1000

// shared is the data, and what the handles on it have in common.
type shared struct {
	options Options
	mu      sync.Mutex
	now     *snapshot
	fail    *failure
}

// snapshot is one revision; it never changes.
type snapshot struct {
	rev   kv.Rev
	items []kv.Item // in order of keys
}

// When says at which moment a commit fails.
type When int

const (
	Before When = iota // nothing is written, and the given error comes back
	After              // it is written, and ErrUnknown comes back
)

type failure struct {
	when When
	err  error
}

// An Engine is a kv.Engine.
type Engine struct {
	data   *shared
	open   sync.RWMutex // read-held while a method runs
	closed bool         // guarded by open
}

// New makes an empty engine.
func New(o Options) *Engine {
	if o.Limits == (kv.Limits{}) {
		o.Limits = Small()
	}
	return &Engine{data: &shared{options: o, now: &snapshot{}}}
}

// Again is another engine on the same data, as another process would have.
func (e *Engine) Again() *Engine { return &Engine{data: e.data} }

// FailNext makes the next commit, on any handle, fail.
func (e *Engine) FailNext(when When, err error) {
	e.data.mu.Lock()
	defer e.data.mu.Unlock()
	e.data.fail = &failure{when, err}
}

// Limits: see kv.Engine.
func (e *Engine) Limits() kv.Limits { return e.data.options.Limits }

// Close: see kv.Engine. Other handles go on.
func (e *Engine) Close() error {
	e.open.Lock()
	defer e.open.Unlock()
	e.closed = true
	return nil
}

// enter begins a method; leave ends it.
func (e *Engine) enter(ctx context.Context) error {
	e.open.RLock()
	err := context.Cause(ctx)
	if e.closed {
		err = kv.ErrClosed
	}
	if err != nil {
		e.leave()
	}
	return err
}

func (e *Engine) leave() { e.open.RUnlock() }

// Changed: see kv.Engine.
func (e *Engine) Changed(ctx context.Context) (kv.Stamp, error) {
	if err := e.enter(ctx); err != nil {
		return kv.Stamp{}, err
	}
	defer e.leave()
	return kv.Stamp{Commit: uint64(e.data.snapshot().rev)}, nil
}

// View: see kv.Engine.
func (e *Engine) View(ctx context.Context, fn func(kv.Reader) error) error {
	if err := e.enter(ctx); err != nil {
		return err
	}
	defer e.leave()
	r := newReader(ctx, e.data.snapshot())
	defer r.spoil()
	return fn(r)
}

// Update: see kv.Engine.
func (e *Engine) Update(ctx context.Context, fn func(kv.Reader) (kv.Batch, error)) (kv.Rev, error) {
	if err := e.enter(ctx); err != nil {
		return 0, err
	}
	defer e.leave()
	if e.data.options.Twice {
		r := newReader(ctx, e.data.snapshot())
		_, err := fn(r)
		r.spoil()
		if err != nil {
			return 0, err
		}
	}
	for range maxTries {
		rev, done, err := e.data.try(ctx, fn)
		if done || err != nil {
			return rev, err
		}
		if ctx.Err() != nil {
			return 0, context.Cause(ctx)
		}
	}
	return 0, fmt.Errorf("%w: overtaken %d times", kv.ErrBusy, maxTries)
}

func (s *shared) snapshot() *snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// try runs fn once, and answers false if it was overtaken.
func (s *shared) try(ctx context.Context, fn func(kv.Reader) (kv.Batch, error)) (kv.Rev, bool, error) {
	seen := s.snapshot()
	r := newReader(ctx, seen)
	defer r.spoil()
	batch, err := fn(r)
	if err != nil {
		return 0, false, err
	}
	if ctx.Err() != nil {
		return 0, false, context.Cause(ctx)
	}
	ops, err := batch.Ordered(s.options.Limits)
	if err != nil {
		return 0, false, err
	}
	for _, c := range batch.Checks {
		if have := seen.rev1(c.Key); have != c.Rev {
			return 0, false, &kv.ConflictError{Key: bytes.Clone(c.Key), Want: c.Rev, Have: have}
		}
		r.read[string(c.Key)] = c.Rev
	}
	if len(r.read) > s.options.Limits.Checks {
		return 0, false, fmt.Errorf("%w: %d keys read or checked, at most %d", kv.ErrTooBig, len(r.read), s.options.Limits.Checks)
	}
	return s.commit(seen, r.read, ops)
}

// commit writes if the keys that were read are as they were.
func (s *shared) commit(seen *snapshot, read map[string]kv.Rev, ops []kv.Op) (kv.Rev, bool, error) {
	next := seen.with(ops)
	if next == seen {
		return seen.rev, true, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.now != seen {
		for key, rev := range read {
			if s.now.rev1([]byte(key)) != rev {
				return 0, false, nil
			}
		}
		next = s.now.with(ops)
	}
	fail := s.fail
	s.fail = nil
	if fail != nil && fail.when == Before {
		return 0, false, fail.err
	}
	s.now = next
	if fail != nil {
		return 0, false, fmt.Errorf("%w: %w", kv.ErrUnknown, fail.err)
	}
	return next.rev, true, nil
}

// find tells where the key is, or would be.
func (s *snapshot) find(key []byte) (int, bool) {
	return slices.BinarySearchFunc(s.items, key, func(it kv.Item, k []byte) int { return bytes.Compare(it.Key, k) })
}

// rev1 is the revision of one key.
func (s *snapshot) rev1(key []byte) kv.Rev {
	if i, ok := s.find(key); ok {
		return s.items[i].Rev
	}
	return 0
}

// with is the snapshot after the ops; itself, if they change nothing.
func (s *snapshot) with(ops []kv.Op) *snapshot {
	next := &snapshot{rev: s.rev + 1, items: slices.Clone(s.items)}
	changed := false
	for _, op := range ops {
		i, found := next.find(op.Key)
		switch {
		case op.Delete && !found:
			continue
		case op.Delete:
			next.items = slices.Delete(next.items, i, i+1)
		default:
			it := kv.Item{Key: bytes.Clone(op.Key), Value: append([]byte{}, op.Value...), Rev: next.rev}
			if found {
				next.items[i] = it
			} else {
				next.items = slices.Insert(next.items, i, it)
			}
		}
		changed = true
	}
	if !changed {
		return s
	}
	return next
}
