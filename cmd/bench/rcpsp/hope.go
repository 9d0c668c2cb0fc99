//go:build bench

package main

import "math/bits"

// hope says whether what has not begun may end in time, when none of it begins
// before at. It looks at the way from each job to the end, at jobs never under
// way together, and at work against units left. It fills in the ends of what
// has not begun: the soonest that the order allows.
func (p *prover) hope(at int32, begun uint64) bool {
	span := p.limit - at
	if span < 0 {
		return false
	}
	clear(p.rise[:span+1])
	for i, j := range p.by {
		if begun>>i&1 != 0 {
			// Under way: it works from now to its end.
			if rest := p.ends[j] - at; rest > 0 {
				if rest+p.after[i] > span {
					return false
				}
				p.rise[span] += p.needs[j]
				p.rise[span-rest] -= p.needs[j]
			}
			continue
		}
		ready := p.ready(j)
		if ready <= at && p.prior[i]&^begun == 0 && p.fit(j, ready)+p.lasts[j] <= at {
			return false // it could have been done by now, and start will not have it
		}
		ready = max(ready, at)
		if ready+p.tail[j] > p.limit {
			return false
		}
		p.ends[j] = ready + p.lasts[j]
		p.rise[p.tail[j]] += p.needs[j]
		p.rise[p.after[i]] -= p.needs[j]
	}
	return p.queue(begun) <= span && p.enoughUnits(span)
}

// enoughUnits says whether, for each q, there are units from now until q before
// the limit for the work that must be done until then: that of a job as late as
// it may be. The work needed grows, from q to q-1, by the needs of those whose
// tail is at least q and after is less: rise has where that begins and ends.
func (p *prover) enoughUnits(span int32) bool {
	var pace, work, units lanes
	for q := span; q > 0; q-- {
		pace += p.rise[q]
		work += pace
		units += p.units
		if !units.holds(work) {
			return false
		}
	}
	return true
}

// room says whether the sums of enoughUnits stay inside their lanes.
func (t *tables) room() bool {
	for shift := 0; shift < 64; shift += 16 {
		sum := int(t.units>>shift&mostUnits) * (t.long + 1)
		for _, need := range t.needs {
			sum += int(need >> shift & mostUnits)
		}
		if sum > mostUnits {
			return false
		}
	}
	return true
}

// queue is how long jobs take that have not begun and of which no two go
// together, with what follows the last: of such sets those got by taking each
// job and then always the next, by its tail, that goes with none taken.
func (p *prover) queue(begun uint64) int32 {
	most := int32(0)
	rest := p.everything() &^ begun
	for b := rest; b != 0; b &= b - 1 {
		i := bits.TrailingZeros64(b)
		sum, after := p.lasts[p.by[i]], p.after[i]
		for c := rest & p.apart[i]; c != 0; {
			k := bits.TrailingZeros64(c)
			sum += p.lasts[p.by[k]]
			after = min(after, p.after[k])
			c &= p.apart[k]
		}
		most = max(most, sum+after)
	}
	return most
}
