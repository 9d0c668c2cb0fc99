package bolt

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"muster/store/kv"
)

// A guard stands around one transaction. bbolt reads the file as memory and
// trusts it: in a damaged file it panics, or follows an offset out of the
// mapping, which would end the process. The guard turns both into ErrDamaged,
// and always gives the lock back.
type guard struct {
	caller bool // the caller's code runs now, not ours
	file   *os.File
	meta   meta // the file's newest commit, before ours
	db     *bbolt.DB
	tx     *bbolt.Tx
	begun  bool // bbolt may hold its inner locks
}

// run calls work with faults made into errors, then closes what is open.
// Only this goroutine is guarded.
func (g *guard) run(work func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		p := recover() // nil too when the goroutine is being ended (t.FailNow)
		cerr := g.close()
		if p != nil {
			err = g.verdict(p)
		} else if err == nil && cerr != nil {
			err = osError(cerr)
		}
	}()
	return work()
}

// verdict says what a panic means. That of the caller's own code goes on.
func (g *guard) verdict(p any) error {
	var fault interface {
		runtime.Error
		Addr() uintptr
	}
	if e, ok := p.(error); ok && errors.As(e, &fault) {
		return fmt.Errorf("%w: a place outside the file was to be read", kv.ErrDamaged)
	}
	if g.caller {
		panic(p)
	}
	return fmt.Errorf("%w: %v", kv.ErrDamaged, p)
}

// close ends the transaction and closes the file, which gives the lock back.
// After a panic bbolt may hold its inner locks for ever; then its memory map
// is left behind rather than waited for.
func (g *guard) close() error {
	if g.rolledBack() && g.db != nil {
		return g.db.Close()
	}
	// The map that is left behind would keep the lock of a file that is only
	// closed.
	return errors.Join(unlock(g.file), g.file.Close())
}

// rolledBack ends the transaction, if it has not ended, and tells whether
// bbolt can be closed.
func (g *guard) rolledBack() (done bool) {
	if g.begun && g.tx == nil {
		return false
	}
	defer func() {
		if recover() != nil {
			done = false
		}
	}()
	if g.tx != nil {
		if err := g.tx.Rollback(); err != nil && !errors.Is(err, bolterrors.ErrTxClosed) {
			return false
		}
	}
	return true
}

// begin opens bbolt on the file, which is locked already, and a transaction.
func (g *guard) begin(o bbolt.Options, write bool) error {
	o.ReadOnly = !write
	o.FreelistType = bbolt.FreelistMapType
	o.NoStatistics = true
	o.OpenFile = func(string, int, os.FileMode) (*os.File, error) { return g.file, nil }
	// bbolt makes the file as large as its map, so the map starts small and
	// doubles: a database of ten officers is 32 KiB.
	o.InitialMmapSize = 0
	db, err := bbolt.Open(g.file.Name(), 0o600, &o)
	if err != nil {
		return err
	}
	g.db = db
	g.begun = true
	tx, err := db.Begin(write)
	if err != nil {
		g.begun = false
		return err
	}
	g.tx = tx
	return nil
}
