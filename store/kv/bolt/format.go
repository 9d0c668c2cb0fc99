package bolt

// # The file, for ever
//
// A bbolt database (data file version 2) of two buckets:
//
//	"muster"  about the file
//	    "format"   4 bytes, big endian: 1
//	    "rev"      8 bytes, big endian: the revision of the last commit
//	"data"    the caller's keys
//	    key        8 bytes, big endian: the commit that last wrote it ‖ value
//
// Any other bucket, or any other key in "muster", needs a new format number.
// A program that meets a greater number than its own leaves the file alone
// (kv.ErrNewer).

import (
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"

	"muster/store/kv"
)

const (
	formatNumber = 1
	revSize      = 8 // bytes of revision before each value

	// fill is how full bbolt leaves a page that it splits. Most keys are
	// added at the end of their kind, where its own half would stay half
	// empty for ever: a million records took twice the room.
	fill = 0.9
)

// limits: a commit is held in memory whole, about four times its bytes.
// Keys could be 32 KiB, but long keys make a deep tree.
var limits = kv.Limits{Ops: 200_000, Checks: 1 << 30, Bytes: 128 << 20, Key: 1024}

func aboutName() []byte { return []byte("muster") }
func dataName() []byte  { return []byte("data") }
func formatKey() []byte { return []byte("format") }
func revKey() []byte    { return []byte("rev") }

// format fills a new, empty bbolt database.
func format(tx *bbolt.Tx) error {
	about, err := tx.CreateBucket(aboutName())
	if err != nil {
		return err
	}
	if err := about.Put(formatKey(), binary.BigEndian.AppendUint32(nil, formatNumber)); err != nil {
		return err
	}
	if err := about.Put(revKey(), binary.BigEndian.AppendUint64(nil, 0)); err != nil {
		return err
	}
	_, err = tx.CreateBucket(dataName())
	return err
}

// tree is the part of a transaction that is ours.
type tree struct {
	about, data *bbolt.Bucket
	rev         kv.Rev
}

// openTree finds our buckets, or says why this is not a file for us.
func openTree(tx *bbolt.Tx) (tree, error) {
	about := tx.Bucket(aboutName())
	if about == nil {
		return tree{}, fmt.Errorf("%w: it has no %q", kv.ErrForeign, aboutName())
	}
	number := about.Get(formatKey())
	if len(number) != 4 {
		return tree{}, fmt.Errorf("%w: format number of %d bytes", kv.ErrDamaged, len(number))
	}
	switch n := binary.BigEndian.Uint32(number); {
	case n > formatNumber:
		return tree{}, fmt.Errorf("%w: format %d, known are up to %d", kv.ErrNewer, n, formatNumber)
	case n < 1:
		return tree{}, fmt.Errorf("%w: format number %d", kv.ErrDamaged, n)
	}
	rev := about.Get(revKey())
	if len(rev) != revSize {
		return tree{}, fmt.Errorf("%w: revision of %d bytes", kv.ErrDamaged, len(rev))
	}
	data := tx.Bucket(dataName())
	if data == nil {
		return tree{}, fmt.Errorf("%w: it has no %q", kv.ErrDamaged, dataName())
	}
	data.FillPercent = fill
	return tree{about, data, kv.Rev(binary.BigEndian.Uint64(rev))}, nil
}

// item takes a stored value apart.
func (t tree) item(key, stored []byte) (kv.Item, error) {
	if len(stored) < revSize {
		return kv.Item{}, fmt.Errorf("%w: a value of %d bytes", kv.ErrDamaged, len(stored))
	}
	rev := kv.Rev(binary.BigEndian.Uint64(stored))
	if rev == 0 || rev > t.rev {
		return kv.Item{}, fmt.Errorf("%w: a value of revision %d, the last is %d", kv.ErrDamaged, rev, t.rev)
	}
	return kv.Item{Key: key, Value: stored[revSize:], Rev: rev}, nil
}

// apply writes the batch if its checks hold, and tells the revision after it
// and whether anything changed. On an error the transaction must be given up.
// im is the file as it is before.
func (t tree) apply(b kv.Batch, im image) (kv.Rev, bool, error) {
	ops, err := b.Ordered(limits)
	if err != nil {
		return 0, false, err
	}
	for _, c := range b.Checks {
		have := kv.Rev(0)
		if stored := t.data.Get(c.Key); stored != nil {
			it, err := t.item(c.Key, stored)
			if err != nil {
				return 0, false, err
			}
			have = it.Rev
		}
		if have != c.Rev {
			return 0, false, &kv.ConflictError{Key: append([]byte(nil), c.Key...), Want: c.Rev, Have: have}
		}
	}
	root, ways := uint64(t.data.RootPage()), paths{image: im}
	next, changed := t.rev+1, false
	for _, op := range ops {
		if root != 0 { // else the bucket lies within a page that was looked at
			if err := ways.check(root, op); err != nil {
				return 0, false, err
			}
		}
		if op.Delete {
			if t.data.Get(op.Key) == nil {
				continue
			}
			err = t.data.Delete(op.Key)
		} else {
			stored := make([]byte, 0, revSize+len(op.Value))
			stored = binary.BigEndian.AppendUint64(stored, uint64(next))
			err = t.data.Put(op.Key, append(stored, op.Value...))
		}
		if err != nil {
			return 0, false, err
		}
		changed = true
	}
	if !changed {
		return t.rev, false, nil
	}
	err = t.about.Put(revKey(), binary.BigEndian.AppendUint64(nil, uint64(next)))
	return next, true, err
}
