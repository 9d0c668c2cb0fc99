// Package kv is the narrow engine beneath the store: ordered byte keys, one
// atomic step that reads, checks and writes, and revisions.
//
// Nothing about people, courses or journals may enter here, nor any key or
// cipher: values are opaque bytes, sealed above. An engine is small enough
// that another (etcd) can be added; kvtest is the suite that each one passes.
//
// Nothing here relies on a lock being held between two calls. A writer reads
// what it needs inside Update, says what must still be so, and is told if it
// is not.
package kv

import (
	"context"
)

// A Rev counts commits: each commit has a greater one than all before it.
// 0 is the revision of what does not exist.
//
// Only an engine makes revisions. Do not compute the one a commit will get:
// some engines share the count with others.
type Rev uint64

// An Item is one key with what it holds.
//
// Key and Value belong to the engine. Until the function given to View or
// Update returns they may be read, by its own goroutine only, and never
// written; and they may be part of the batch that it answers. Keep a copy
// (bytes.Clone) of what must live longer.
type Item struct {
	Key   []byte
	Value []byte
	Rev   Rev // the commit that last wrote this key
}

// A Check holds if the key's item is still the one of that revision. Rev 0
// says that the key must not exist.
type Check struct {
	Key []byte
	Rev Rev
}

// An Op writes one key, or deletes it. Deleting what does not exist changes
// nothing.
type Op struct {
	Key    []byte
	Value  []byte
	Delete bool
}

// Put is the op that writes a key.
func Put(key, value []byte) Op { return Op{Key: key, Value: value} }

// Delete is the op that removes a key.
func Delete(key []byte) Op { return Op{Key: key, Delete: true} }

// A Batch is what one commit does: all ops, if all checks hold; else nothing.
// No two ops may name the same key. The order of ops has no meaning.
type Batch struct {
	Checks []Check
	Ops    []Op
}

// A Reader sees one revision; nothing committed later shows in it.
type Reader interface {
	// Get finds one key. The bool tells whether it exists.
	Get(key []byte) (Item, bool, error)

	// Scan gives the items whose keys begin with prefix (nil: all) and come
	// strictly after the key given (nil: from the first), in rising order of
	// the bytes, until fn answers false or an error. To page, give the last
	// key of the page before.
	Scan(prefix, after []byte, fn func(Item) (more bool, err error)) error

	// ScanReverse gives them in falling order, those strictly before the key
	// given (nil: from the last).
	ScanReverse(prefix, before []byte, fn func(Item) (more bool, err error)) error

	// Rev is the revision that is seen: that of the last commit, 0 if there
	// has been none.
	Rev() Rev
}

// A Stamp tells two states of a database apart: it differs if anything was
// committed in between, by any process, or if the database was replaced as a
// whole. It can only be compared (==), and not be ordered.
type Stamp struct{ File, Commit, Sum uint64 }

// Limits is how much an engine takes in one commit. A batch beyond them is
// refused whole with ErrTooBig.
type Limits struct {
	Ops    int // ops of a batch
	Checks int // distinct keys an Update may read with Get or check
	Bytes  int // keys and values of all ops, together
	Key    int // length of one key in bytes; the least is 1
}

// An Engine keeps items. All methods may be called from several goroutines;
// but not from within a function that was given to View or Update, since that
// one may hold the lock which the inner call would wait for.
//
// Errors are those of errors.go, wrapped, or the context's, or what the given
// function returned (as it is).
type Engine interface {
	// View calls fn once, with one revision. It is over soon: never wait in
	// it for a person, since commits may have to wait for its end.
	View(ctx context.Context, fn func(Reader) error) error

	// Update is the one way to write. It calls fn with the newest revision
	// and commits the batch that fn answers, as if nothing could happen in
	// between: every key that fn read with Get is checked by the engine too.
	// (A scan is not: check a key that every writer of the range writes.)
	//
	// An engine without locks finds out only at the end that it was overtaken
	// and calls fn again; so fn must have no effect but its answer, and start
	// from nothing each time.
	//
	// A check that does not hold is a *ConflictError (ErrConflict), and fn
	// is not called again. An error of fn gives up; nothing is written.
	//
	// A batch that changes nothing makes no commit: the answer is the
	// revision that fn saw.
	//
	// ErrUnknown says that the commit may or may not have happened. Close,
	// reopen and look; put a mark into each batch by which to know it again.
	// Any other error says that nothing was written.
	Update(ctx context.Context, fn func(Reader) (Batch, error)) (Rev, error)

	// Changed is one small read that waits for no lock; ask as often as you
	// like whether there is something new to View.
	Changed(ctx context.Context) (Stamp, error)

	// Limits never change while the engine is open.
	Limits() Limits

	// Close waits for what is under way. Afterwards every method is
	// ErrClosed; closing again is nothing.
	Close() error
}
