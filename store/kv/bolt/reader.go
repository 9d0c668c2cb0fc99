package bolt

import (
	"bytes"
	"context"

	"muster/store/kv"
)

// reader is the kv.Reader of one transaction. Around each call it tells the
// guard whose code is running: a fault in ours or bbolt's is a damaged file,
// a panic in the caller's is the caller's.
type reader struct {
	tree
	ctx context.Context
	in  *guard
}

func (r *reader) Rev() kv.Rev { return r.rev }

func (r *reader) Get(key []byte) (kv.Item, bool, error) {
	r.in.caller = false
	stored := r.data.Get(key)
	r.in.caller = true
	if stored == nil {
		return kv.Item{}, false, nil
	}
	it, err := r.item(key, stored)
	return it, err == nil, err
}

func (r *reader) Scan(prefix, after []byte, fn func(kv.Item) (bool, error)) error {
	r.in.caller = false
	c := r.data.Cursor()
	start := prefix
	if bytes.Compare(after, prefix) > 0 {
		start = after
	}
	k, v := c.Seek(start)
	if after != nil && bytes.Equal(k, after) {
		k, v = c.Next()
	}
	err := r.walk(prefix, k, v, c.Next, fn)
	r.in.caller = true
	return err
}

func (r *reader) ScanReverse(prefix, before []byte, fn func(kv.Item) (bool, error)) error {
	r.in.caller = false
	c := r.data.Cursor()
	end := kv.AfterPrefix(prefix) // all that is wanted is less
	if before != nil && (end == nil || bytes.Compare(before, end) < 0) {
		end = before
	}
	var k, v []byte
	if end != nil {
		k, _ = c.Seek(end)
	}
	if k == nil {
		k, v = c.Last()
	} else {
		k, v = c.Prev()
	}
	err := r.walk(prefix, k, v, c.Prev, fn)
	r.in.caller = true
	return err
}

// walk gives fn one item after the other while they have the prefix. It looks
// at the context now and then, so that a long scan can be given up.
func (r *reader) walk(prefix, k, v []byte, next func() ([]byte, []byte), fn func(kv.Item) (bool, error)) error {
	for n := 1; k != nil && bytes.HasPrefix(k, prefix); n++ {
		it, err := r.item(k, v)
		if err != nil {
			return err
		}
		r.in.caller = true
		more, err := fn(it)
		r.in.caller = false
		if err != nil || !more {
			return err
		}
		if n%1024 == 0 && r.ctx.Err() != nil {
			return context.Cause(r.ctx)
		}
		k, v = next()
	}
	return nil
}

// newReader opens the tree within the guard's transaction.
func newReader(ctx context.Context, g *guard) (*reader, error) {
	t, err := openTree(g.tx)
	if err != nil {
		return nil, err
	}
	return &reader{tree: t, ctx: ctx, in: g}, nil
}
