package kv

import (
	"errors"
	"fmt"

	"muster/model"
)

// What can go wrong, in one place. Engines wrap these; find them with
// errors.Is. None carries a value or a name, so that they may be logged.
var (
	// ErrConflict: a key was no longer at the revision it was read at.
	// errors.As finds the *ConflictError, which names the key.
	ErrConflict = errors.New("kv: changed by somebody else meanwhile")

	// ErrTooBig: the batch is beyond the engine's Limits.
	ErrTooBig = errors.New("kv: too much for one commit")

	// ErrUnknown: the disk failed at the last step; the commit may or may not
	// have happened. Reopen and look.
	ErrUnknown = errors.New("kv: unknown whether it was saved")

	// ErrBusy: another process had the database for the whole wait.
	ErrBusy = errors.New("kv: in use by another process")

	// ErrDamaged: the file contradicts itself.
	ErrDamaged = errors.New("kv: database damaged")

	// ErrEmpty is the ErrDamaged of a file without a single byte.
	ErrEmpty = fmt.Errorf("%w: it is empty", ErrDamaged)

	// ErrNewer: a newer program made the file, in a form unknown here.
	ErrNewer = errors.New("kv: made by a newer program")

	// ErrReadOnly: the file, its disk, or this engine only lets itself be read.
	ErrReadOnly = errors.New("kv: read-only")

	// ErrFull: no room on the disk; nothing was written.
	ErrFull = errors.New("kv: disk full")

	// ErrNotFound: there is no database at that place.
	ErrNotFound = errors.New("kv: no database there")

	// ErrExists: there is a file at that place already, which is left alone.
	ErrExists = errors.New("kv: a file is there already")

	// ErrForeign: the file is something else, or no more to be known as ours.
	ErrForeign = errors.New("kv: not a database of this program")

	// ErrDenied: this user may not open the file.
	ErrDenied = errors.New("kv: no permission")

	// ErrDisk: the disk or the system refused; nothing was written.
	ErrDisk = errors.New("kv: disk error")

	// ErrClosed: the engine was closed before.
	ErrClosed = errors.New("kv: closed")

	// ErrBatch: the batch makes no sense (an empty key, a key twice). That is
	// a mistake in the program.
	ErrBatch = errors.New("kv: malformed batch")
)

// A ConflictError names the key whose check did not hold.
type ConflictError struct {
	Key        []byte
	Want, Have Rev // the check's revision, and the one found (0: not there)
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("%v: key %x is at revision %d, not %d", ErrConflict, e.Key, e.Have, e.Want)
}

// Is makes errors.Is(err, ErrConflict) true.
func (e *ConflictError) Is(target error) bool { return target == ErrConflict }

// Explain is the error in the user's words: what is wrong, and with ".do"
// after the message's id, what to do. It answers false for what is not an
// error of this package, or not one that a user can meet (ErrBatch).
func Explain(err error) (model.Message, bool) {
	// The first that fits counts: a failure that leaves the outcome open
	// matters more than what caused it.
	for _, e := range []struct {
		err error
		id  string
	}{
		{ErrUnknown, "kv.unknown"},
		{ErrConflict, "kv.conflict"},
		{ErrTooBig, "kv.toobig"},
		{ErrBusy, "kv.busy"},
		{ErrNewer, "kv.newer"},
		{ErrForeign, "kv.foreign"},
		{ErrEmpty, "kv.empty"},
		{ErrDamaged, "kv.damaged"},
		{ErrFull, "kv.full"},
		{ErrReadOnly, "kv.readonly"},
		{ErrDenied, "kv.denied"},
		{ErrNotFound, "kv.notfound"},
		{ErrExists, "kv.exists"},
		{ErrDisk, "kv.disk"},
		{ErrClosed, "kv.closed"},
	} {
		if errors.Is(err, e.err) {
			return model.Say(e.id), true
		}
	}
	return model.Message{}, false
}
