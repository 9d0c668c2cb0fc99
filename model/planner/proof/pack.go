package proof

import (
	"muster/model/planner/grid"
)

// An item is a block that needs so many units of something at a time.
type item struct {
	block  int32
	amount int32 // units, at least
	len    int32 // slots, of its shortest mode
	work   int32 // amount times length, at least, over its modes
	starts []int32
}

// A unit is one of the things items need: a person, a place, a team, a part of a
// pool.
type unit struct {
	free grid.Bits
	most int32   // slots of work a day; 0: no limit
	any  bool    // it can be in several at a time
	work []int32 // of locked blocks, by day; nil: none
}

// fit is the most that items can make of a unit on a day: how many of them, or
// with slots how many slots. Each may come as often as it likes, which only
// makes the answer larger than it is.
func (e *examined) fit(items []item, u unit, day int32, slots bool) int32 {
	from, until := e.from(day), e.from(day+1)
	best := e.room[:0]
	for range until - from + 1 {
		best = append(best, 0)
	}
	e.room = best
	// gains[s] is for each length that may begin in slot from+s.
	for len(e.begins) < int(until-from) {
		e.begins = append(e.begins, nil)
	}
	for s := range e.begins {
		e.begins[s] = e.begins[s][:0]
	}
	least := int32(0)
	for i := range items {
		it := &items[i]
		for m := range e.modes(it.block) {
			n := e.mode(it.block, m).Len
			if least == 0 || n < least {
				least = n
			}
			for j := at(it.starts, from); j < len(it.starts) && it.starts[j] < until; j++ {
				s := it.starts[j]
				if s+n > until {
					continue
				}
				list := e.begins[s-from]
				seen := false
				for _, l := range list {
					seen = seen || l == n
				}
				if !seen {
					e.begins[s-from] = append(list, n)
				}
			}
		}
	}
	run := int32(0) // free slots from here on
	for s := until - from - 1; s >= 0; s-- {
		best[s] = best[s+1]
		if !u.free.Has(from + s) {
			run = 0
			continue
		}
		run++
		for _, n := range e.begins[s] {
			gain := int32(1)
			if slots {
				gain = n
			}
			if n <= run {
				best[s] = max(best[s], gain+best[s+n])
			}
		}
	}
	got := best[0]
	if u.any && got > 0 {
		got = plenty
	}
	if u.most > 0 {
		limit := u.most
		if u.work != nil {
			limit = max(0, limit-u.work[day])
		}
		if !slots && least > 0 {
			limit /= least
		}
		got = min(got, limit)
	}
	return got
}

const plenty = 1 << 20
