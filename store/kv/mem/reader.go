package mem

import (
	"bytes"
	"context"

	"muster/store/kv"
)

// reader is the kv.Reader of one snapshot. It notes what was read, and gives
// out copies that it spoils at the end: code that keeps them would crash on
// an engine that gives out mapped memory.
type reader struct {
	ctx   context.Context
	s     *snapshot
	read  map[string]kv.Rev // keys asked for with Get
	given [][]byte
}

func newReader(ctx context.Context, s *snapshot) *reader {
	return &reader{ctx: ctx, s: s, read: map[string]kv.Rev{}}
}

func (r *reader) spoil() {
	for _, b := range r.given {
		for i := range b {
			b[i] = 0xDB
		}
	}
}

func (r *reader) give(it kv.Item) kv.Item {
	it.Key, it.Value = bytes.Clone(it.Key), bytes.Clone(it.Value)
	r.given = append(r.given, it.Key, it.Value)
	return it
}

func (r *reader) Rev() kv.Rev { return r.s.rev }

func (r *reader) Get(key []byte) (kv.Item, bool, error) {
	i, ok := r.s.find(key)
	if !ok {
		r.read[string(key)] = 0
		return kv.Item{}, false, nil
	}
	it := r.s.items[i]
	r.read[string(key)] = it.Rev
	return r.give(it), true, nil
}

func (r *reader) Scan(prefix, after []byte, fn func(kv.Item) (bool, error)) error {
	i, _ := r.s.find(prefix)
	if bytes.Compare(after, prefix) >= 0 {
		found := false
		if i, found = r.s.find(after); found && after != nil {
			i++
		}
	}
	for ; i < len(r.s.items); i++ {
		if more, err := r.one(i, prefix, fn); err != nil || !more {
			return err
		}
	}
	return nil
}

func (r *reader) ScanReverse(prefix, before []byte, fn func(kv.Item) (bool, error)) error {
	end := kv.AfterPrefix(prefix)
	if before != nil && (end == nil || bytes.Compare(before, end) < 0) {
		end = before
	}
	i := len(r.s.items)
	if end != nil {
		i, _ = r.s.find(end)
	}
	for i--; i >= 0; i-- {
		if more, err := r.one(i, prefix, fn); err != nil || !more {
			return err
		}
	}
	return nil
}

// one gives fn the item i, if it has the prefix.
func (r *reader) one(i int, prefix []byte, fn func(kv.Item) (bool, error)) (bool, error) {
	if r.ctx.Err() != nil {
		return false, context.Cause(r.ctx)
	}
	it := r.s.items[i]
	if !bytes.HasPrefix(it.Key, prefix) {
		return false, nil
	}
	return fn(r.give(it))
}
