//go:build bench

package main

import "muster/cmd/bench/anneal"

// Shares of the time: until when a herd is bred first, and all schedules are
// searched then. The herd has the rest.
const (
	untilBred   = 0.1
	untilProved = 0.6
)

// A result is a schedule and what is known of it.
type result struct {
	starts []int // by job
	end    int
	floor  int // no schedule ends sooner
	born   int64
	nodes  int64
}

// proved says that no schedule is shorter.
func (r *result) proved() bool { return r.end == r.floor }

// solve schedules a problem until spent, which tells how much of the time is
// gone, says 1, or until the schedule is proved to be the shortest.
func solve(p *problem, seed int64, spent func() float64) result {
	until := func(share float64) func() bool {
		n := 0
		return func() bool { n++; return n%16 == 0 && spent() >= share }
	}
	forth, back := tabulate(p)
	h := newHerd(forth, back, anneal.NewDice(seed))
	floor := forth.floor()
	prover, can := newProver(forth)
	if can {
		floor = prover.raise(floor)
	}
	h.alive = append(h.alive, h.settle(h.draw())) // whatever the time, there is one
	h.breed(floor, until(untilBred))
	if can {
		floor = prover.close(h, floor, until(untilProved))
	}
	h.breed(floor, until(1))
	r := result{end: int(h.end), floor: int(floor), born: h.born, starts: p.starts(forth, h.best)}
	if can {
		r.nodes = prover.nodes
	}
	return r
}

// floor is a time before which no schedule ends: by the longest way, and by the
// work for each resource.
func (t *tables) floor() int32 {
	most := int32(0)
	for _, tail := range t.tail {
		most = max(most, tail)
	}
	for shift := 0; shift < 64; shift += 16 {
		work, units := int32(0), int32(t.units>>shift&mostUnits)
		for j, need := range t.needs {
			work += t.lasts[j] * int32(need>>shift&mostUnits)
		}
		if units > 0 {
			most = max(most, (work+units-1)/units)
		}
	}
	return most
}

// raise raises a floor as long as there is no hope to end by it.
func (p *prover) raise(floor int32) int32 {
	for i := range p.left {
		p.left[i] = p.units
	}
	for p.limit = floor; p.limit < int32(p.long) && !p.hope(0, 0); {
		p.limit++
	}
	return p.limit
}

// close shortens the best schedule of a herd until there is no shorter one,
// which is the floor then, or until enough is true.
func (p *prover) close(h *herd, floor int32, enough func() bool) int32 {
	for h.end > floor {
		found, proved := p.shorten(h.end-1, enough)
		if !found {
			if proved {
				return h.end
			}
			break
		}
		h.best = append(h.best[:0], p.ends...)
		h.end = 0
		for _, e := range p.ends {
			h.end = max(h.end, e)
		}
	}
	return floor
}

// starts are those of all jobs, given the ends of those that last.
func (p *problem) starts(t *tables, ends []int32) []int {
	out := make([]int, len(p.jobs))
	for i, j := range t.name {
		out[j] = int(ends[i] - t.lasts[i])
	}
	// Those without length begin as soon as those they follow have ended.
	for _, j := range p.order() {
		for _, k := range p.jobs[j].then {
			if p.jobs[k].lasts == 0 {
				out[k] = max(out[k], out[j]+p.jobs[j].lasts)
			}
		}
	}
	return out
}
