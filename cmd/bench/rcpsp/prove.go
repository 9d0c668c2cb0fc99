//go:build bench

package main

import (
	"math/bits"
	"slices"
)

// A prover searches through all schedules shorter than a limit, and so finds
// one or shows that there is none. It goes through time: at each end of a job
// it starts every set of jobs that may begin then, in turn. What it need not
// look at:
//
//   - a job that could have begun sooner among those begun: there is a schedule
//     as short in which it does;
//   - what cannot end in time by some bound (hope.go);
//   - the same jobs begun as before, no sooner and none of them ending sooner,
//     when that led nowhere (failures.go).
//
// A set of jobs is a word, hence no more than 64 of them.
type prover struct {
	*scheme
	by    []int32  // by bit: the job; the longest tail first
	prior []uint64 // by bit: whom it follows at once
	apart []uint64 // by bit: who is never under way at the same time
	after []int32  // by bit: from its end to the end of all
	rise  []lanes  // see hope

	ends   []int32 // by job: when it ends, or could at the soonest if not begun
	limit  int32   // schedules must end by then
	failed failures
	nodes  int64 // moments looked at
	enough func() bool
	gaveUp bool
}

// newProver is a prover, if there can be one for a problem of this size.
func newProver(t *tables) (*prover, bool) {
	if t.n > 64 || !t.room() {
		return nil, false
	}
	p := &prover{
		scheme: newScheme(t), prior: make([]uint64, t.n), apart: make([]uint64, t.n),
		rise: make([]lanes, t.long+1), ends: make([]int32, t.n),
	}
	for j := range t.n {
		p.by = append(p.by, int32(j))
	}
	// Whom a job follows has a longer tail, and so a lower bit.
	slices.SortStableFunc(p.by, func(a, b int32) int { return int(t.tail[b] - t.tail[a]) })
	for i, a := range p.by {
		p.after = append(p.after, t.tail[a]-t.lasts[a])
		for k, b := range p.by {
			if slices.Contains(t.before[a], b) {
				p.prior[i] |= 1 << k
			}
			if i != k && (t.all[a][b] || t.all[b][a] || !(t.units - t.needs[a]).holds(t.needs[b])) {
				p.apart[i] |= 1 << k
			}
		}
	}
	return p, true
}

// everything is the set of all jobs.
func (p *prover) everything() uint64 { return ^uint64(0) >> (64 - p.n) }

// shorten looks for a schedule that ends by limit; its ends are p.ends. With
// neither found nor proved, enough was true before an answer.
func (p *prover) shorten(limit int32, enough func() bool) (found, proved bool) {
	p.limit, p.enough, p.gaveUp = limit, enough, false
	if p.failed == nil {
		p.failed = newFailures()
	}
	for i := range p.left {
		p.left[i] = p.units
	}
	if !p.hope(0, 0) {
		return false, true
	}
	found = p.start(0, 0, 0)
	return found, found || !p.gaveUp
}

// start begins, at a time, each set of the jobs from bit first on that may begin
// then, and goes on from there.
func (p *prover) start(at int32, begun uint64, first int) bool {
	if begun == p.everything() {
		return true
	}
	for i := first; i < p.n; i++ {
		if begun>>i&1 != 0 || p.prior[i]&^begun != 0 {
			continue
		}
		j := p.by[i]
		if ready := p.ready(j); ready > at || p.fit(j, ready) != at {
			continue
		}
		p.ends[j] = at + p.lasts[j]
		p.draw(j, p.needs[j])
		found := p.start(at, begun|1<<i, i+1)
		if found {
			return true
		}
		p.draw(j, -p.needs[j])
		if p.gaveUp {
			return false
		}
	}
	return p.pass(at, begun)
}

// ready is when those a job follows have ended.
func (p *prover) ready(j int32) int32 {
	ready := int32(0)
	for _, k := range p.before[j] {
		ready = max(ready, p.ends[k])
	}
	return ready
}

// draw takes what a job needs for as long as it lasts.
func (p *prover) draw(j int32, need lanes) {
	left := p.left[p.ends[j]-p.lasts[j] : p.ends[j]]
	for i := range left {
		left[i] -= need
	}
}

// pass goes on to the next end of a job.
func (p *prover) pass(at int32, begun uint64) bool {
	if p.nodes++; p.nodes%256 == 0 && p.enough() {
		p.gaveUp = true
		return false
	}
	next := p.limit + 1
	for b := begun; b != 0; b &= b - 1 {
		if e := p.ends[p.by[bits.TrailingZeros64(b)]]; e > at {
			next = min(next, e)
		}
	}
	if next > p.limit || !p.hope(next, begun) {
		return false
	}
	now, small := p.moment(next, begun)
	if small && p.failed.covers(&now, p.ends) {
		return false
	}
	found := p.start(next, begun, 0)
	if small && !found && !p.gaveUp {
		p.failed.add(&now)
	}
	return found
}
