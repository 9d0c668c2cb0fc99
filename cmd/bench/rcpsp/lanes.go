//go:build bench

package main

// lanes are up to four amounts in one word, 15 bits each and a guard above:
// whether a job fits into what is left of every resource is one subtraction.
type lanes uint64

const guards lanes = 1<<15 | 1<<31 | 1<<47 | 1<<63

func pack(amounts []int) lanes {
	var w lanes
	for i, n := range amounts {
		w |= lanes(n) << (16 * i)
	}
	return w
}

// holds says whether there is at least so much left in every lane: a lane that
// has too little borrows its guard.
func (left lanes) holds(need lanes) bool {
	return (left|guards-need)&guards == guards
}
