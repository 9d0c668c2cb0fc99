package bolt

import (
	"context"
	"os"

	"muster/store/kv"
)

// Changed: see kv.Engine. It reads the two first pages. A commit that has
// just been written and is being forced to the disk shows already; a View
// then waits for its end.
func (e *Engine) Changed(ctx context.Context) (kv.Stamp, error) {
	e.open.RLock()
	defer e.open.RUnlock()
	if e.closed {
		return kv.Stamp{}, kv.ErrClosed
	}
	if ctx.Err() != nil {
		return kv.Stamp{}, context.Cause(ctx)
	}
	f, err := openFile(e.path, false)
	if err != nil {
		return kv.Stamp{}, err
	}
	stamp, err := e.stamp(f)
	if cerr := f.Close(); err == nil && cerr != nil {
		err = osError(cerr)
	}
	return stamp, err
}

// stamp reads the newest commit. One of the two pages may be half written at
// this moment; then the other counts, and the next look finds the new one.
func (e *Engine) stamp(f *os.File) (kv.Stamp, error) {
	info, err := f.Stat()
	if err != nil {
		return kv.Stamp{}, osError(err)
	}
	m, err := readMeta(f, int(e.pageSize.Load()), true)
	if err != nil {
		return kv.Stamp{}, err
	}
	return kv.Stamp{File: fileNumber(info), Commit: m.txid, Sum: m.sum}, nil
}
