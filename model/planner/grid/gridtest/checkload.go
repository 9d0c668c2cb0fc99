package gridtest

import (
	"cmp"
	"slices"

	"muster/model/planner/grid"
)

// places looks for places with more officers than room.
func (c *checker) places() {
	for place := range c.p.Places {
		room := c.p.Places[place].Room
		if room == 0 {
			continue
		}
		c.runs(grid.PlaceFull, int32(place), func(w work, _ int32) int32 {
			if w.choice.Place != int32(place) {
				return 0
			}
			return c.p.Blocks[w.block].Size
		}, func(int32) int32 { return room })
	}
}

// pools looks for pools that are overdrawn.
func (c *checker) pools() {
	for i := range c.p.Pools {
		pool := &c.p.Pools[i]
		c.runs(grid.PoolShort, int32(i), func(w work, _ int32) int32 {
			var n int32
			for _, use := range w.mode.Uses {
				if use.Pool == int32(i) {
					n += use.Count
				}
			}
			return n
		}, func(s int32) int32 {
			if pool.Out == nil {
				return pool.Count
			}
			return pool.Count - pool.Out[s]
		})
	}
}

// runs says a breach for each run of slots in which what the blocks take is
// more than there is, naming the lowest block that takes part at its start.
func (c *checker) runs(breach grid.Breach, of int32, takes func(work, int32) int32, there func(int32) int32) {
	over := false
	for s := range c.slots() {
		var sum int32
		first := int32(-1)
		for _, w := range c.works {
			if s < w.from || s >= w.end {
				continue
			}
			if n := takes(w, s); n > 0 {
				sum += n
				if first < 0 {
					first = w.block
				}
			}
		}
		if now := sum > 0 && sum > there(s); now != over {
			over = now
			if over {
				c.say(breach, first, -1, of, s)
			}
		}
	}
}

// orders judges what pairs of blocks ask of each other.
func (c *checker) orders() {
	at := map[int32]work{}
	for _, w := range c.works {
		at[w.block] = w
	}
	for i := range c.p.Orders {
		o := &c.p.Orders[i]
		a, okA := at[o.A]
		b, okB := at[o.B]
		if okA && okB && !o.Soft && c.disorder(o, a, b) {
			c.say(grid.Disorder, o.A, o.B, int32(i), max(a.from, b.from))
		}
	}
}

func (c *checker) disorder(o *grid.Order, a, b work) bool {
	dayA, dayB := c.p.Day[a.from], c.p.Day[b.from]
	apart := max(dayA-dayB, dayB-dayA)
	switch {
	case o.Least >= 0 && (b.from < a.end || dayB < dayA+o.Least):
		return true
	case apart < o.Apart:
		return true
	}
	return o.Most >= 0 && apart > o.Most
}

// teams judges the days of each team.
func (c *checker) teams() {
	for t := range c.p.Teams {
		days := c.days(func(w work) bool { return slices.Contains(c.p.Blocks[w.block].Teams, int32(t)) })
		c.long(grid.TooLong, int32(t), c.p.Teams[t].Most, days)
	}
}

// people judges the days of each person.
func (c *checker) people() {
	for who := range c.p.People {
		days := c.days(func(w work) bool { return slices.Contains(w.choice.People, int32(who)) })
		c.long(grid.PersonTooLong, int32(who), c.p.People[who].Most, days)
	}
}

// days is the work (no idle blocks) that belongs to somebody, by duty day, in
// order of time.
func (c *checker) days(theirs func(work) bool) [][]work {
	days := make([][]work, c.lastDay()+1)
	for _, w := range c.works {
		if !w.idle && theirs(w) {
			day := c.p.Day[w.from]
			days[day] = append(days[day], w)
		}
	}
	for _, day := range days {
		slices.SortFunc(day, func(a, b work) int {
			return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.block, b.block))
		})
	}
	return days
}

func (c *checker) lastDay() int32 {
	if len(c.p.Day) == 0 {
		return -1
	}
	return c.p.Day[len(c.p.Day)-1]
}

// nights is the last work of each day worked with the first of the next one.
func nights(days [][]work) [][2]work {
	var pairs [][2]work
	var last *work
	for _, day := range days {
		if len(day) == 0 {
			continue
		}
		if last != nil {
			pairs = append(pairs, [2]work{*last, day[0]})
		}
		latest := slices.MaxFunc(day, func(a, b work) int { return cmp.Compare(a.end, b.end) })
		last = &latest
	}
	return pairs
}

// long judges the slots of work of each duty day.
func (c *checker) long(breach grid.Breach, of, most int32, days [][]work) {
	if most <= 0 {
		return
	}
	for _, day := range days {
		if slots(day) > most {
			first := slices.MinFunc(day, func(a, b work) int { return cmp.Compare(a.block, b.block) })
			c.say(breach, first.block, -1, of, first.from)
		}
	}
}

// slots is how many slots of work there are in a day.
func slots(day []work) int32 {
	var sum int32
	for _, w := range day {
		sum += w.end - w.from
	}
	return sum
}
