package bolt

import (
	"fmt"

	"muster/store/kv"
)

// commit ends the transaction by writing it. When that fails, the file itself
// tells how far it came, while the lock is still ours: bbolt writes one of the
// two first pages last, in one piece, so a commit whose page is not there did
// not happen. If it is there but could not be forced to the disk, nobody knows
// what a power cut would leave: ErrUnknown.
func (g *guard) commit() (err error) {
	id := uint64(g.tx.ID())
	defer func() {
		if p := recover(); p != nil { // a damaged list of free pages, for one
			err = g.outcome(id, g.verdict(p))
		}
	}()
	if err := g.tx.Commit(); err != nil {
		return g.outcome(id, osError(err))
	}
	return nil
}

// outcome adds to a failed commit's error whether it happened.
func (g *guard) outcome(id uint64, failed error) error {
	m, err := readMeta(g.file, 0, true)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w; and then: %w", kv.ErrUnknown, failed, err)
	case m.txid >= id:
		return fmt.Errorf("%w: %w", kv.ErrUnknown, failed)
	}
	return failed
}
