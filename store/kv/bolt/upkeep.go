package bolt

import (
	"context"
	"errors"
	"io"
	"os"

	"go.etcd.io/bbolt"

	"muster/store/kv"
	"muster/store/kv/newfile"
)

// Stats is how the file's room is used.
type Stats struct {
	FileBytes        int64
	PageSize         int // bytes
	Pages, FreePages int
}

// Stats reads the list of free pages. Compact is worth its while when more
// than a quarter of the pages are free.
func (e *Engine) Stats(ctx context.Context) (s Stats, err error) {
	err = e.transact(ctx, false, func(g *guard) error {
		info, err := g.file.Stat()
		if err != nil {
			return osError(err)
		}
		ids, _, err := image{g.file, g.meta}.free()
		s = Stats{info.Size(), g.meta.pageSize, int(g.meta.pages), len(ids)}
		return err
	})
	return s, err
}

// compactBytes is how much Compact writes in one of its transactions.
const compactBytes = 16 << 20

// Compact writes the items into a new file without free pages and puts it in
// the place of this one; what was deleted is then gone from the file. Others
// wait meanwhile. It needs room for a second file.
func (e *Engine) Compact(ctx context.Context) error {
	if e.options.ReadOnly {
		return kv.ErrReadOnly
	}
	return e.transact(ctx, true, func(g *guard) error {
		if _, err := openTree(g.tx); err != nil {
			return err
		}
		if err := checkAll(ctx, g.file, g.meta); err != nil {
			return err // rather than carry damage over
		}
		if err := g.tx.Rollback(); err != nil { // bbolt.Compact opens its own
			return osError(err)
		}
		f, err := newfile.Temp(e.path)
		if err != nil {
			return osError(err)
		}
		tmp := f.Name()
		if err := f.Close(); err != nil {
			return osError(err)
		}
		err = writeNew(tmp, func(dst *bbolt.DB) error { return bbolt.Compact(dst, g.db, compactBytes) })
		if err == nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		} else if err != nil {
			err = osError(err)
		}
		if err != nil {
			return errors.Join(err, os.Remove(tmp))
		}
		return e.swap(tmp, "")
	})
}

// Warm reads the file from end to end, so that a scan of everything finds it
// in memory: bbolt by itself fetches a cold file page by page, some twenty
// times slower. It waits for no lock.
func (e *Engine) Warm(ctx context.Context) error {
	e.open.RLock()
	defer e.open.RUnlock()
	if e.closed {
		return kv.ErrClosed
	}
	f, err := openFile(e.path, false)
	if err != nil {
		return err
	}
	buf := make([]byte, 1<<20)
	for err == nil && ctx.Err() == nil {
		_, err = f.Read(buf)
	}
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	} else if errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
