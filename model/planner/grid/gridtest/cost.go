package gridtest

import (
	"cmp"
	"math/big"
	"slices"

	"muster/model/planner/grid"
)

// Cost is what a plan costs, counted from nothing, criterion by criterion as the
// words of grid.Criterion have it.
func Cost(p *grid.Problem, plan grid.Plan) grid.Costs {
	c := &checker{p: p}
	for b := range p.Blocks {
		c.block(int32(b), plan)
	}
	var n grid.Costs
	for t := range p.Teams {
		c.team(&n, int32(t))
	}
	for who := range p.People {
		c.person(&n, int32(who))
	}
	for _, w := range c.works {
		c.alone(&n, w)
	}
	c.wishes(&n)
	for i := range n {
		n[i] *= int64(p.Soft.Weight[i])
	}
	return n
}

// team counts what shows in the days of one team.
func (c *checker) team(n *grid.Costs, t int32) {
	theirs := func(w work) bool { return slices.Contains(c.p.Blocks[w.block].Teams, t) }
	days := c.days(theirs)
	if whole := c.p.Teams[t].Of - 1; whole >= 0 {
		for d := range len(days) - 1 {
			if c.parted(days[d], whole) {
				n[grid.Rest] += c.weary(days[d], days[d+1], c.p.Soft.TeamRest)
				n[grid.Late] += c.drowsy(days[d], days[d+1])
			}
		}
		return
	}
	share := c.share(t)
	for d, day := range days {
		n[grid.Gaps] += c.gaps(day, theirs)
		n[grid.Balance] += over(slots(day), share)
		if c.p.Soft.TeamMost > 0 {
			n[grid.Long] += over(slots(day), c.p.Soft.TeamMost)
		}
		if len(day) > 0 && c.hungry(day) {
			n[grid.Lunch]++
		}
		if d+1 < len(days) {
			n[grid.Rest] += c.weary(day, days[d+1], c.p.Soft.TeamRest)
			n[grid.Late] += c.drowsy(day, days[d+1])
		}
	}
	n[grid.Moves] += c.moves(t)
	n[grid.Spread] += c.alike(t)
}

// parted reports whether a day ends for a part of a team with work that the
// whole has no part in.
func (c *checker) parted(day []work, whole int32) bool {
	last := int32(-1)
	for _, w := range day {
		last = max(last, w.end)
	}
	return slices.ContainsFunc(day, func(w work) bool {
		return w.end == last && !slices.Contains(c.p.Blocks[w.block].Teams, whole)
	})
}

func over(n, most int32) int64 { return int64(max(0, n-most)) }

// gaps is the slots between a day's first and last work of each stretch in which
// the team has no block at all.
func (c *checker) gaps(day []work, theirs func(work) bool) int64 {
	var n int64
	for s := range c.slots() {
		before, after, busy := false, false, false
		for _, w := range day {
			before = before || w.from < s && c.stretch(w.from, s)
			after = after || w.end-1 > s && c.stretch(s, w.end-1)
		}
		for _, w := range c.works {
			busy = busy || theirs(w) && w.from <= s && s < w.end
		}
		if before && after && !busy {
			n++
		}
	}
	return n
}

// stretch reports whether slots from to until are of one duty day and follow one
// another on the clock.
func (c *checker) stretch(from, until int32) bool {
	for s := from; s < until; s++ {
		if c.p.Day[s] != c.p.Day[s+1] || c.p.Clock[s+1] != c.p.Clock[s]+c.p.Tick {
			return false
		}
	}
	return true
}

// share is the slots a day of a team's work: the shortest modes over the days on
// which any of its work may begin, or is, rounded up.
func (c *checker) share(t int32) int32 {
	var sum int32
	days := map[int32]bool{}
	for i := range c.p.Blocks {
		b := &c.p.Blocks[i]
		if b.Idle || !slices.Contains(b.Teams, t) {
			continue
		}
		shortest := b.Modes[0].Len
		if b.Home.Start >= 0 {
			days[c.p.Day[b.Home.Start]] = true
		}
		for m := range b.Modes {
			mode := &b.Modes[m]
			shortest = min(shortest, mode.Len)
			for s := int32(0); s+mode.Len <= c.slots(); s++ {
				if mode.Starts.Has(s) && c.p.Day[s] == c.p.Day[s+mode.Len-1] {
					days[c.p.Day[s]] = true
				}
			}
		}
		sum += shortest
	}
	if len(days) == 0 {
		return 0
	}
	n := int32(len(days))
	return (sum + n - 1) / n
}

// hungry reports whether a day leaves no time for a meal.
func (c *checker) hungry(day []work) bool {
	need := c.p.Soft.LunchNeed
	if need <= 0 {
		return false
	}
	midnight := c.midnight(day[0])
	var run, longest int32
	for q := c.p.Soft.LunchFrom; q < c.p.Soft.LunchUntil; q++ {
		run++
		for _, w := range day {
			for s := w.from; s < w.end; s++ {
				if from := c.p.Clock[s] - midnight; from <= q && q < from+c.p.Tick {
					run = 0
				}
			}
		}
		longest = max(longest, run)
	}
	return longest < need
}

// midnight is the one before the first slot of a block's duty day.
func (c *checker) midnight(w work) int32 {
	first := c.p.Clock[slices.Index(c.p.Day, c.p.Day[w.from])]
	return first - (first%aDay+aDay)%aDay
}

// weary counts a rest from one duty day to the next that is shorter than wished.
func (c *checker) weary(day, next []work, wished int32) int64 {
	if len(day) == 0 || len(next) == 0 || wished <= 0 {
		return 0
	}
	last := slices.MaxFunc(day, func(a, b work) int { return cmp.Compare(a.end, b.end) })
	if c.between(last, next[0]) < wished {
		return 1
	}
	return 0
}

// drowsy counts the live blocks in the morning after a late evening.
func (c *checker) drowsy(day, next []work) int64 {
	late := slices.ContainsFunc(day, func(w work) bool {
		return c.p.Clock[w.end-1]+c.p.Tick-c.midnight(w) > c.p.Soft.LateFrom
	})
	var n int64
	for _, w := range next {
		if late && c.p.Blocks[w.block].Live && c.p.Clock[w.from]-c.midnight(w) < c.p.Soft.LateUntil {
			n++
		}
	}
	return n
}

// moves counts a team's changes of place between blocks that touch.
func (c *checker) moves(t int32) int64 {
	var n int64
	for _, v := range c.works {
		for _, w := range c.works {
			touch := v.end == w.from && c.stretch(v.end-1, w.from)
			if touch && slices.Contains(c.both(v, w), t) &&
				v.choice.Place >= 0 && w.choice.Place >= 0 && v.choice.Place != w.choice.Place {
				n++
			}
		}
	}
	return n
}

// alike counts a team's blocks of one kind beyond the first of a duty day.
func (c *checker) alike(t int32) int64 {
	seen := map[[2]int32]bool{}
	var n int64
	for _, w := range c.works {
		b := &c.p.Blocks[w.block]
		if b.Kind == 0 || !slices.Contains(b.Teams, t) {
			continue
		}
		key := [2]int32{b.Kind, c.p.Day[w.from]}
		if seen[key] {
			n++
		}
		seen[key] = true
	}
	return n
}

// person counts what shows in the days of one person.
func (c *checker) person(n *grid.Costs, who int32) {
	days := c.days(func(w work) bool { return slices.Contains(w.choice.People, who) })
	var taught int32
	for d, day := range days {
		if d+1 < len(days) {
			n[grid.Rest] += c.weary(day, days[d+1], c.p.Soft.PersonRest)
		}
	}
	perDay := make([]int32, len(days))
	for _, w := range c.works {
		if teaches(w, who) {
			taught += w.end - w.from
			perDay[c.p.Day[w.from]] += w.end - w.from
		}
	}
	for _, sum := range perDay {
		if c.p.Soft.PersonMost > 0 {
			n[grid.Long] += over(sum, c.p.Soft.PersonMost)
		}
	}
	n[grid.Fair] += over(taught, c.fairShare(who))
}

// teaches reports whether somebody has a role in a block that counts as taught.
func teaches(w work, who int32) bool {
	at := 0
	for _, need := range w.mode.Needs {
		for range need.Count {
			if at < len(w.choice.People) && w.choice.People[at] == who && need.Teaches {
				return true
			}
			at++
		}
	}
	return false
}

// fairShare is the slots somebody would teach if all were shared equally by all
// who can.
func (c *checker) fairShare(who int32) int32 {
	sum := new(big.Rat)
	for i := range c.p.Blocks {
		mode := &c.p.Blocks[i].Modes[0]
		for _, need := range mode.Needs {
			if need.Teaches && slices.Contains(need.From, who) {
				sum.Add(sum, big.NewRat(int64(mode.Len)*int64(need.Count), int64(len(need.From))))
			}
		}
	}
	up := new(big.Int).Add(sum.Num(), new(big.Int).Sub(sum.Denom(), big.NewInt(1)))
	return int32(up.Div(up, sum.Denom()).Int64())
}

// alone counts what shows in one block.
func (c *checker) alone(n *grid.Costs, w work) {
	b := &c.p.Blocks[w.block]
	n[grid.Modes] += int64(w.mode.Cost)
	if b.Wish >= 0 {
		d := c.p.Day[w.from] - c.p.Day[b.Wish]
		n[grid.Usual] += int64(max(d, -d))
	}
	home := b.Home
	switch {
	case home.Start < 0:
	case home.Start != w.choice.Start:
		n[grid.Close] += 2
	case home.Mode != w.choice.Mode || max(home.Place, -1) != max(w.choice.Place, -1) ||
		slices.ContainsFunc(w.choice.People, func(who int32) bool {
			return who >= 0 && !slices.Contains(home.People, who)
		}):
		n[grid.Close]++
	}
}

// wishes counts broken orders and gaps that are only wished for.
func (c *checker) wishes(n *grid.Costs) {
	at := map[int32]work{}
	for _, w := range c.works {
		at[w.block] = w
	}
	for i := range c.p.Orders {
		o := &c.p.Orders[i]
		a, okA := at[o.A]
		b, okB := at[o.B]
		if okA && okB && o.Soft && c.disorder(o, a, b) {
			n[grid.Ordering]++
		}
	}
	for _, a := range c.works {
		for _, b := range c.works {
			if a.end > b.from || a.block == b.block {
				continue
			}
			ca, cb, between := c.p.Blocks[a.block].Class, c.p.Blocks[b.block].Class, c.between(a, b)
			if tooClose(c.p.Soft.TeamGap, ca, cb, between) {
				n[grid.Between] += int64(len(slices.DeleteFunc(c.both(a, b), func(t int32) bool { return c.p.Teams[t].Of > 0 })))
			}
			if a.choice.Place >= 0 && a.choice.Place == b.choice.Place && tooClose(c.p.Soft.PlaceGap, ca, cb, between) {
				n[grid.Between]++
			}
		}
	}
}
