package grid

import "math/bits"

// Bits is a set of slots.
type Bits []uint64

// NewBits is an empty set for n slots.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Has reports whether slot i is in the set; a nil set has every slot.
func (b Bits) Has(i int32) bool { return b == nil || b[i>>6]>>(uint(i)&63)&1 != 0 }

// has is Has for a set that is not nil.
func (b Bits) has(i int32) bool { return b[i>>6]>>(uint(i)&63)&1 != 0 }

// Set puts slot i in.
func (b Bits) Set(i int32) { b[i>>6] |= 1 << (uint(i) & 63) }

// Clear takes slot i out.
func (b Bits) Clear(i int32) { b[i>>6] &^= 1 << (uint(i) & 63) }

// Count is how many slots are in the set.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// All yields the slots in the set, in order.
func (b Bits) All(yield func(int32) bool) {
	for i, w := range b {
		for w != 0 {
			if !yield(int32(i<<6 + bits.TrailingZeros64(w))) {
				return
			}
			w &= w - 1
		}
	}
}

// windows are the slots from which n slots on end are in b.
func (b Bits) windows(n, size int32) Bits {
	if b == nil {
		return nil
	}
	w := NewBits(int(size))
	run := int32(0)
	for s := size - 1; s >= 0; s-- {
		if !b.Has(s) {
			run = 0
			continue
		}
		if run++; run >= n {
			w.Set(s)
		}
	}
	return w
}

// and is what is in both of two sets.
func (b Bits) and(o Bits) Bits {
	if b == nil {
		return o
	}
	if o == nil {
		return b
	}
	w := make(Bits, len(b))
	for i := range w {
		w[i] = b[i] & o[i]
	}
	return w
}

// cut takes out the slots from lo up to hi.
func (b Bits) cut(lo, hi int32) {
	for s := lo; s < hi; s++ {
		b.Clear(s)
	}
}
