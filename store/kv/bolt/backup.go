package bolt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"muster/store/kv"
	"muster/store/kv/newfile"
)

// BackupTo writes a whole database, as of one revision, and tells its bytes.
// Commits wait for the end, so w should be a file and not a slow line.
func (e *Engine) BackupTo(ctx context.Context, w io.Writer) (n int64, err error) {
	err = e.transact(ctx, false, func(g *guard) error {
		if _, err := openTree(g.tx); err != nil {
			return err
		}
		n, err = g.tx.WriteTo(untilDone{ctx, w})
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case err != nil:
			return osError(err)
		}
		return nil
	})
	return n, err
}

// Backup makes the file path (0600) a copy as of one revision. It is never
// written over another file (ErrExists).
func (e *Engine) Backup(ctx context.Context, path string) error {
	var inner error
	err := newfile.Create(path, func(f *os.File) error {
		_, inner = e.BackupTo(ctx, f)
		return inner
	})
	if err == nil || inner != nil {
		return inner
	}
	return osError(err)
}

// Restore puts a copy of the database from in the place of the one at path,
// which may be damaged or missing. The former file is kept as keep, a name
// that must be free; with keep empty it is lost. The copy is verified before
// anything is touched. Other processes go on with the restored database from
// their next transaction.
func Restore(ctx context.Context, path, from, keep string, o Options) error {
	src, err := Open(ctx, from, Options{ReadOnly: true, Wait: o.Wait})
	if err != nil {
		return err
	}
	if err := src.Verify(ctx); err != nil {
		return err
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return osError(err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	tmp, err := src.copyBeside(ctx, path)
	if err != nil {
		return err
	}
	o.Create, o.ReadOnly = false, false
	if o.Wait <= 0 {
		o.Wait = DefaultWait
	}
	dst := newEngine(path, o)
	if err := dst.giveWay(ctx, tmp, keep); err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	return nil
}

// copyBeside makes a copy of the database under a passing name in path's
// folder, forced to the disk.
func (e *Engine) copyBeside(ctx context.Context, path string) (tmp string, err error) {
	f, err := newfile.Temp(path)
	if err != nil {
		return "", osError(err)
	}
	if _, err = e.BackupTo(ctx, f); err == nil {
		err = osError(f.Sync())
	}
	if cerr := f.Close(); err == nil {
		err = osError(cerr)
	}
	if err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// giveWay puts tmp in the database's place under the lock, so that nobody is
// writing to the file that goes.
func (e *Engine) giveWay(ctx context.Context, tmp, keep string) error {
	f, err := e.lock(ctx, true)
	if errors.Is(err, kv.ErrNotFound) {
		return osError(newfile.Publish(tmp, e.path))
	}
	if err != nil {
		return err
	}
	return errors.Join(e.swap(tmp, keep), osError(f.Close()))
}

func (e *Engine) swap(tmp, keep string) error {
	if keep != "" {
		if err := newfile.Keep(e.path, keep); err != nil {
			return osError(err)
		}
	}
	if err := newfile.Replace(tmp, e.path); err != nil {
		return fmt.Errorf("%w: %w", kv.ErrUnknown, osError(err))
	}
	return nil
}

// untilDone is a writer that ends with its context.
type untilDone struct {
	ctx context.Context
	w   io.Writer
}

func (u untilDone) Write(b []byte) (int, error) {
	if u.ctx.Err() != nil {
		return 0, context.Cause(u.ctx)
	}
	return u.w.Write(b)
}
