package kv

import (
	"bytes"
	"fmt"
	"slices"
)

// Ordered holds the batch against an engine's limits and answers its ops in
// rising order of their keys (the batch's own slice is left as it is). Each
// engine calls it before it touches anything.
func (b Batch) Ordered(l Limits) ([]Op, error) {
	if len(b.Ops) > l.Ops {
		return nil, fmt.Errorf("%w: %d ops, at most %d", ErrTooBig, len(b.Ops), l.Ops)
	}
	if len(b.Checks) > l.Checks {
		return nil, fmt.Errorf("%w: %d checks, at most %d", ErrTooBig, len(b.Checks), l.Checks)
	}
	for _, c := range b.Checks {
		if err := l.Fits(c.Key); err != nil {
			return nil, err
		}
	}
	size := 0
	for _, op := range b.Ops {
		if err := l.Fits(op.Key); err != nil {
			return nil, err
		}
		if op.Delete && op.Value != nil {
			return nil, fmt.Errorf("%w: a delete with a value", ErrBatch)
		}
		size += len(op.Key) + len(op.Value)
		if size > l.Bytes {
			return nil, fmt.Errorf("%w: more than %d bytes", ErrTooBig, l.Bytes)
		}
	}
	ops := slices.Clone(b.Ops)
	slices.SortFunc(ops, func(x, y Op) int { return bytes.Compare(x.Key, y.Key) })
	for i := 1; i < len(ops); i++ {
		if bytes.Equal(ops[i-1].Key, ops[i].Key) {
			return nil, fmt.Errorf("%w: key %x twice", ErrBatch, ops[i].Key)
		}
	}
	return ops, nil
}

// Fits tells whether the key may be written under these limits.
func (l Limits) Fits(key []byte) error {
	if len(key) == 0 {
		return fmt.Errorf("%w: an empty key", ErrBatch)
	}
	if len(key) > l.Key {
		return fmt.Errorf("%w: a key of %d bytes, at most %d", ErrTooBig, len(key), l.Key)
	}
	return nil
}

// AfterPrefix is the least key greater than every key that begins with
// prefix; nil if there is none (an empty prefix, or all bytes 0xff).
func AfterPrefix(prefix []byte) []byte {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i] != 0xff {
			end := bytes.Clone(prefix[:i+1])
			end[i]++
			return end
		}
	}
	return nil
}
