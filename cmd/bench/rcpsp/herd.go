//go:build bench

package main

import "muster/cmd/bench/anneal"

const (
	herdSize = 60
	herdIdle = 600 // children in a row that were no use, before a new herd
)

// A herd is a genetic search over lists of jobs. A child takes a stretch of its
// order from one parent and the rest from the other; then it is pushed to the
// right against its end and back to the left (double justification), which
// closes gaps, and its list is the order in which its jobs then begin. Herds
// that find nothing better are given up soon: many small ones find more than one
// that lives long.
type herd struct {
	forth, back *scheme
	dice        *anneal.Dice
	then        [][]int32 // by job: who follows it at once
	alive       []animal
	idle        int
	born        int64
	ends        []int32 // of the schedule at hand
	used        []bool

	best []int32 // ends of the shortest schedule found
	end  int32   // of it
}

// An animal is a list of jobs, each after those it follows, with what its
// schedule is worth: when it ends, and when its jobs do, all together.
type animal struct {
	list []int32
	end  int32
	sum  int64
}

func (a animal) before(o animal) bool { return a.end < o.end || a.end == o.end && a.sum < o.sum }

func newHerd(forth, back *tables, d *anneal.Dice) *herd {
	return &herd{
		forth: newScheme(forth), back: newScheme(back), dice: d, then: back.before,
		ends: make([]int32, forth.n), used: make([]bool, forth.n),
		end: int32(forth.long) + 1,
	}
}

// breed breeds until enough is gone or a schedule ends at goal.
func (h *herd) breed(goal int32, enough func() bool) {
	for h.end > goal && !enough() {
		if len(h.alive) < herdSize {
			h.alive = append(h.alive, h.settle(h.draw()))
			continue
		}
		if h.idle >= herdIdle {
			h.alive, h.idle = h.alive[:0], 0
			continue
		}
		h.idle++
		h.admit(h.settle(h.mutate(h.cross(h.pick().list, h.pick().list))))
	}
}

// draw is a list by chance. Of those that may come next, three are drawn, and
// the one with the longest way to the end comes.
func (h *herd) draw() []int32 {
	waits := make([]int, h.forth.n)
	var ready, list []int32
	for j, before := range h.forth.before {
		if waits[j] = len(before); waits[j] == 0 {
			ready = append(ready, int32(j))
		}
	}
	for len(ready) > 0 {
		i := h.dice.Below(len(ready))
		for range 2 {
			if k := h.dice.Below(len(ready)); h.forth.tail[ready[k]] > h.forth.tail[ready[i]] {
				i = k
			}
		}
		j, last := ready[i], len(ready)-1
		ready[i] = ready[last]
		ready = ready[:last]
		list = append(list, j)
		for _, k := range h.then[j] {
			if waits[k]--; waits[k] == 0 {
				ready = append(ready, k)
			}
		}
	}
	return list
}

// settle schedules a list, pushes all to the right and to the left, and keeps
// what is shorter than all before. The list becomes the order of the result.
func (h *herd) settle(list []int32) animal {
	h.born++
	h.forth.run(list, h.ends)
	turn(list, h.ends)
	h.back.run(list, h.ends)
	turn(list, h.ends)
	end := h.forth.run(list, h.ends)
	if end < h.end {
		h.end = end
		h.best = append(h.best[:0], h.ends...)
	}
	sum := int64(0)
	for _, e := range h.ends {
		sum += int64(e)
	}
	return animal{list, end, sum}
}

// admit lets a child take the place of a bad one, unless it is as one that is
// there already.
func (h *herd) admit(child animal) {
	for _, a := range h.alive {
		if a.end == child.end && a.sum == child.sum {
			return
		}
	}
	worst := h.dice.Below(len(h.alive))
	for range 3 {
		if k := h.dice.Below(len(h.alive)); h.alive[worst].before(h.alive[k]) {
			worst = k
		}
	}
	if child.before(h.alive[worst]) {
		h.alive[worst] = child
		h.idle = 0
	}
}

// pick is the better of two.
func (h *herd) pick() animal {
	a, b := h.alive[h.dice.Below(len(h.alive))], h.alive[h.dice.Below(len(h.alive))]
	if b.before(a) {
		return b
	}
	return a
}

// cross takes the first and last jobs in the order of ma, a stretch between in
// that of pa. The result respects the order of jobs because both do.
func (h *herd) cross(ma, pa []int32) []int32 {
	n := len(ma)
	child := make([]int32, 0, n)
	clear(h.used)
	from, to := h.dice.Below(n+1), h.dice.Below(n+1)
	for _, part := range []struct {
		list  []int32
		until int
	}{{ma, min(from, to)}, {pa, max(from, to)}, {ma, n}} {
		for _, j := range part.list {
			if len(child) == part.until {
				break
			}
			if !h.used[j] {
				h.used[j] = true
				child = append(child, j)
			}
		}
	}
	return child
}

// mutate changes one pair of neighbours in twenty, where neither must be first.
func (h *herd) mutate(list []int32) []int32 {
	for i := 1; i < len(list); i++ {
		if h.dice.Below(20) == 0 && !h.forth.all[list[i]][list[i-1]] {
			list[i], list[i-1] = list[i-1], list[i]
		}
	}
	return list
}
