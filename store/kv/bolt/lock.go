package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"muster/store/kv"
)

// pollEvery is how often the lock is tried when too many goroutines wait in
// the kernel already.
const pollEvery = 50 * time.Millisecond

// lock opens the database file and waits for its lock: shared to read,
// exclusive to write. Closing the file gives it back.
//
// While it waits, another process may put a new file in the place of this one
// (restore, compact); so it looks again afterwards.
func (e *Engine) lock(ctx context.Context, write bool) (*os.File, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, e.options.Wait, kv.ErrBusy)
	defer cancel()
	for {
		f, err := openFile(e.path, write)
		if err != nil {
			return nil, err
		}
		if err := e.await(ctx, f, write); err != nil {
			return nil, err
		}
		same, err := stillThere(f, e.path)
		if same {
			return f, nil
		}
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, osError(err)
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
	}
}

// await waits for the lock on f until the context ends. On an error f is
// closed, or will be by the goroutine left behind.
func (e *Engine) await(ctx context.Context, f *os.File, write bool) error {
	if ctx.Err() != nil {
		return errors.Join(context.Cause(ctx), f.Close())
	}
	got, err := tryLock(f, write)
	if got {
		return nil
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%w: lock: %w", kv.ErrDisk, err), f.Close())
	}
	select {
	case e.waiters <- struct{}{}:
	default:
		return poll(ctx, f, write)
	}
	// A wait in the kernel cannot be called off. If nobody wants the lock any
	// more when it comes, the goroutine gives it back by closing the file.
	locked := make(chan error)
	go func() {
		err := waitLock(f, write)
		<-e.waiters
		select {
		case locked <- err:
		case <-ctx.Done():
			_ = f.Close() // nothing was written; nobody is there to be told
		}
	}()
	select {
	case err := <-locked:
		if err != nil {
			return errors.Join(fmt.Errorf("%w: lock: %w", kv.ErrDisk, err), f.Close())
		}
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// poll tries for the lock again and again.
func poll(ctx context.Context, f *os.File, write bool) error {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), f.Close())
		case <-tick.C:
		}
		got, err := tryLock(f, write)
		if got {
			return nil
		}
		if err != nil {
			return errors.Join(fmt.Errorf("%w: lock: %w", kv.ErrDisk, err), f.Close())
		}
	}
}

// openFile opens a database file that exists.
func openFile(path string, write bool) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, osError(err)
	}
	if !info.Mode().IsRegular() { // to open a pipe would wait for ever
		return nil, fmt.Errorf("%w: not a file", kv.ErrForeign)
	}
	if info.Size() == 0 {
		return nil, kv.ErrEmpty
	}
	flag := os.O_RDONLY
	if write {
		flag = os.O_RDWR
	}
	f, err := os.OpenFile(path, flag, 0)
	if err == nil {
		return f, nil
	}
	if write && errors.Is(err, fs.ErrPermission) {
		if r, rerr := os.Open(path); rerr == nil {
			return nil, errors.Join(fmt.Errorf("%w: %w", kv.ErrReadOnly, bare(err)), r.Close())
		}
	}
	return nil, osError(err)
}

// stillThere tells whether path still names the open file f.
func stillThere(f *os.File, path string) (bool, error) {
	mine, err := f.Stat()
	if err != nil {
		return false, err
	}
	now, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	return os.SameFile(mine, now), nil
}
