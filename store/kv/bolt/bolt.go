// Package bolt keeps items in one bbolt file. It is the product's engine.
//
// The file is locked for a transaction, not for a session: each View and each
// Update opens the file, waits in the kernel for its lock, does its work and
// closes. So several programs share one file, and one that is killed leaves
// nothing locked. Readers share the lock.
//
// Nothing may enter here that knows what the values mean.
package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"muster/store/kv"
)

// maxWaiters is how many goroutines of an engine may sleep in the kernel for
// the lock. They cannot be woken; if another process never gives the lock
// back, their number must not grow.
const maxWaiters = 4

// DefaultWait is how long a transaction waits for the lock.
const DefaultWait = 5 * time.Second

// Options for Open. The zero value opens a database that exists, for reading
// and writing.
type Options struct {
	Create   bool          // make the file, and its folder (0700), if there is none
	ReadOnly bool          // refuse Update
	Salvage  bool          // read-only, and accept the loss of the last commit: see Open
	Wait     time.Duration // for the lock, each transaction; 0 is DefaultWait
}

// An Engine is a kv.Engine over one file. Between its methods no file is open.
type Engine struct {
	path    string // absolute, without symbolic links
	options Options

	open     sync.RWMutex // read-held while a method runs
	closed   bool         // guarded by open
	pageSize atomic.Int64 // a hint, from the last look
	sound    atomic.Pointer[soundFile]
	waiters  chan struct{} // a place for each goroutine that waits for the lock
}

// soundFile is the file whose tree of pages was found to be one.
type soundFile struct{ info os.FileInfo }

// Open looks at the database at path and answers an engine for it.
//
// A file that was cut off, or whose tree of pages is broken, is ErrDamaged.
// So is one of which one of the two first pages is bad: the last commit
// cannot be known then. With Salvage the state of the other page, which may be
// one commit older, can be read and backed up.
//
// Other errors: ErrNotFound, ErrForeign (not a file, or another program's),
// ErrNewer, ErrDenied, ErrBusy, ErrReadOnly (when it has to be made), ErrDisk.
func Open(ctx context.Context, path string, o Options) (*Engine, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, osError(err)
	}
	if o.Salvage {
		o.ReadOnly = true
	}
	if o.Wait <= 0 {
		o.Wait = DefaultWait
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && o.Create {
		if err := create(path); err != nil && !errors.Is(err, kv.ErrExists) {
			return nil, err
		}
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	e := newEngine(path, o)
	if err := e.View(ctx, func(kv.Reader) error { return nil }); err != nil {
		return nil, err
	}
	return e, nil
}

func newEngine(path string, o Options) *Engine {
	return &Engine{path: path, options: o, waiters: make(chan struct{}, maxWaiters)}
}

// Path is the file's place, absolute.
func (e *Engine) Path() string { return e.path }

// Limits: see kv.Engine.
func (e *Engine) Limits() kv.Limits { return limits }

// View: see kv.Engine. It waits for the lock, which readers share.
func (e *Engine) View(ctx context.Context, fn func(kv.Reader) error) error {
	return e.transact(ctx, false, func(g *guard) error {
		r, err := newReader(ctx, g)
		if err != nil {
			return err
		}
		g.caller = true
		err = fn(r)
		g.caller = false
		return err
	})
}

// Update: see kv.Engine. It holds the lock while fn runs, and calls it once.
func (e *Engine) Update(ctx context.Context, fn func(kv.Reader) (kv.Batch, error)) (rev kv.Rev, err error) {
	if e.options.ReadOnly {
		return 0, fmt.Errorf("%w: opened so", kv.ErrReadOnly)
	}
	err = e.transact(ctx, true, func(g *guard) error {
		r, err := newReader(ctx, g)
		if err != nil {
			return err
		}
		g.caller = true
		batch, err := fn(r)
		g.caller = false
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		var changed bool
		rev, changed, err = r.apply(batch, image{g.file, g.meta})
		if err != nil || !changed {
			return err
		}
		return g.commit()
	})
	if err != nil {
		return 0, err
	}
	return rev, nil
}

// Close: see kv.Engine.
func (e *Engine) Close() error {
	e.open.Lock()
	defer e.open.Unlock()
	e.closed = true
	return nil
}

// transact locks the file, looks whether it is sound, and runs work within a
// bbolt transaction that is rolled back unless work commits it.
func (e *Engine) transact(ctx context.Context, write bool, work func(*guard) error) error {
	return e.locked(ctx, write, func(g *guard) error {
		if err := e.inspect(g.file, g.meta); err != nil {
			return err
		}
		if err := g.begin(bbolt.Options{Timeout: e.options.Wait}, write); err != nil {
			return osError(err)
		}
		return work(g)
	})
}

// locked runs work with the file open, locked, and its newest commit known.
func (e *Engine) locked(ctx context.Context, write bool, work func(*guard) error) error {
	e.open.RLock()
	defer e.open.RUnlock()
	if e.closed {
		return kv.ErrClosed
	}
	f, err := e.lock(ctx, write)
	if err != nil {
		return err
	}
	g := &guard{file: f}
	return g.run(func() error {
		m, err := readMeta(f, int(e.pageSize.Load()), e.options.Salvage)
		if err != nil {
			return err
		}
		e.pageSize.Store(int64(m.pageSize))
		g.meta = m
		return work(g)
	})
}

// inspect finds damage that bbolt would not survive: a file cut short and,
// once for each file, a tree of pages that runs in a circle.
func (e *Engine) inspect(f *os.File, m meta) error {
	info, err := f.Stat()
	if err != nil {
		return osError(err)
	}
	if m.bytes() > uint64(info.Size()) {
		return damaged("the file is cut short: %d of %d bytes", info.Size(), m.bytes())
	}
	if s := e.sound.Load(); s != nil && os.SameFile(s.info, info) {
		return nil
	}
	if err := checkBranches(f, m); err != nil {
		return err
	}
	e.sound.Store(&soundFile{info})
	return nil
}
