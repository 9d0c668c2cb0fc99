//go:build bench

package main

import (
	"math"
	"math/bits"

	"muster/cmd/bench/anneal"
)

// A founder seeks a first plan that breaks nothing, whatever it costs. It is
// guided ejection: the lecture that waits takes the period where those it drives
// out have so far been the least trouble, and they wait in turn. What is driven
// out again and again grows dear, and the search turns elsewhere.
type founder struct {
	*state
	dice    *anneal.Dice
	waiting []int32
	trouble []int   // by course: how often it was driven out or found no free period
	tabu    []int64 // by course and period: until when it may not come back
	step    int64
}

// found puts every lecture in place. False: spent said 1 or more before that.
func (s *state) found(d *anneal.Dice, spent func() float64) bool {
	f := &founder{
		state: s, dice: d,
		trouble: make([]int, len(s.courses)), tabu: make([]int64, len(s.courses)*s.nPeriods),
	}
	for l, p := range s.period {
		if p == none {
			f.waiting = append(f.waiting, int32(l))
		}
	}
	for len(f.waiting) > 0 {
		if f.step%64 == 0 && spent() >= 1 {
			return false
		}
		f.step++
		f.settle(f.take())
	}
	return true
}

// take takes out of the waiting the lecture with the fewest free periods, the
// most trouble first where that is the same.
func (f *founder) take() int32 {
	best, bestFree, bestTrouble, ties := 0, math.MaxInt, 0, 0
	for i, l := range f.waiting {
		c := f.of[l]
		free := 0
		for _, p := range f.open[c] {
			if f.freeFor(c, p) {
				free++
			}
		}
		better := free < bestFree || free == bestFree && f.trouble[c] > bestTrouble
		if free == bestFree && f.trouble[c] == bestTrouble {
			ties++
			better = f.dice.Below(ties) == 0
		} else if better {
			ties = 1
		}
		if better {
			best, bestFree, bestTrouble = i, free, f.trouble[c]
		}
	}
	l := f.waiting[best]
	last := len(f.waiting) - 1
	f.waiting[best] = f.waiting[last]
	f.waiting = f.waiting[:last]
	return l
}

// freeFor says whether a course could have a lecture then and nobody must go.
func (f *founder) freeFor(c, p int32) bool {
	taken := 0
	for w, busy := range f.busy[int(p)*f.words:][:f.words] {
		if busy&f.clash[int(c)*f.words+w] != 0 {
			return false
		}
		taken += bits.OnesCount64(busy)
	}
	return taken < f.nRooms
}

// settle puts a lecture where it does the least harm, and drives out what is in
// its way.
func (f *founder) settle(l int32) {
	c := f.of[l]
	best, bestHarm, ties := int32(none), math.MaxInt, 0
	for _, p := range f.open[c] {
		harm := f.harm(c, p)
		switch {
		case harm < bestHarm:
			best, bestHarm, ties = p, harm, 1
		case harm == bestHarm:
			ties++
			if f.dice.Below(ties) == 0 {
				best = p
			}
		}
	}
	if best == none { // a course without any period: it waits for ever
		f.waiting = append(f.waiting, l)
		return
	}
	if bestHarm > 0 {
		f.trouble[c]++
	}
	for w := range f.words {
		for in := f.busy[int(best)*f.words+w] & f.clash[int(c)*f.words+w]; in != 0; in &= in - 1 {
			f.drive(f.at[(w*64+bits.TrailingZeros64(in))*f.nPeriods+int(best)])
		}
	}
	room := f.roomiest(c, best)
	if room == none {
		out := f.easiest(best)
		room = f.room[out]
		f.drive(out)
	}
	f.enter(l, best, room)
}

// harm is the trouble of all that would have to go.
func (f *founder) harm(c, p int32) int {
	harm, stay := 0, 0
	for w := range f.words {
		busy, clash := f.busy[int(p)*f.words+w], f.clash[int(c)*f.words+w]
		stay += bits.OnesCount64(busy &^ clash)
		for in := busy & clash; in != 0; in &= in - 1 {
			harm += 1 + f.trouble[w*64+bits.TrailingZeros64(in)]
		}
	}
	if stay == f.nRooms {
		harm += 1 + f.trouble[f.of[f.easiest(p)]]
	}
	if f.tabu[int(c)*f.nPeriods+int(p)] > f.step {
		harm += 1 << 30
	}
	return harm
}

// easiest is the lecture of a period that was the least trouble.
func (f *founder) easiest(p int32) int32 {
	best, ties := int32(none), 0
	for _, l := range f.in[int(p)*f.nRooms:][:f.nRooms] {
		if l == none {
			continue
		}
		if best != none && f.trouble[f.of[l]] == f.trouble[f.of[best]] {
			ties++
			if f.dice.Below(ties) == 0 {
				best = l
			}
			continue
		}
		if best == none || f.trouble[f.of[l]] < f.trouble[f.of[best]] {
			best, ties = l, 1
		}
	}
	return best
}

// drive takes a lecture out, to wait again, and keeps its course from coming
// back to that period for a while.
func (f *founder) drive(l int32) {
	c, p := f.of[l], f.period[l]
	f.leave(l)
	f.trouble[c]++
	f.tabu[int(c)*f.nPeriods+int(p)] = f.step + 20 + int64(f.dice.Below(20))
	f.waiting = append(f.waiting, l)
}

// roomiest is the free room of a period that suits a course best.
func (f *founder) roomiest(c, p int32) int32 {
	best := int32(none)
	for r, l := range f.in[int(p)*f.nRooms:][:f.nRooms] {
		if l == none && (best == none || f.over[int(c)*f.nRooms+r] < f.over[int(c)*f.nRooms+int(best)]) {
			best = int32(r)
		}
	}
	return best
}
