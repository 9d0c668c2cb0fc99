package grid

import "math/bits"

// Bits is a set of slots.
type Bits []uint64

// NewBits is an empty set for n slots.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Has reports whether slot i is in the set; a nil set has every slot.
func (b Bits) Has(i int32) bool { return b == nil || b[i>>6]>>(uint(i)&63)&1 != 0 }

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
