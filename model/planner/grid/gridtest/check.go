package gridtest

import (
	"cmp"
	"slices"

	"muster/model/planner/grid"
)

// A work is one placed block as the checker sees it: the slots from to end-1.
type work struct {
	block     int32
	from, end int32
	mode      *grid.Mode
	choice    grid.Choice
	idle      bool
}

// A checker holds a problem, the placed blocks of a plan, and what was found.
type checker struct {
	p      *grid.Problem
	works  []work
	faults []grid.Fault
}

// Check is everything a plan breaks, sorted; nothing when the plan is complete
// and free of clashes. A plan shorter than the problem leaves the rest unplaced.
func Check(p *grid.Problem, plan grid.Plan) []grid.Fault {
	c := &checker{p: p}
	for b := range p.Blocks {
		c.block(int32(b), plan)
	}
	c.pairs()
	c.places()
	c.pools()
	c.orders()
	c.teams()
	c.people()
	slices.SortFunc(c.faults, compare)
	return c.faults
}

func compare(a, b grid.Fault) int {
	return cmp.Or(cmp.Compare(a.Breach, b.Breach), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B),
		cmp.Compare(a.Of, b.Of), cmp.Compare(a.Slot, b.Slot))
}

func (c *checker) say(breach grid.Breach, a, b, of, slot int32) {
	c.faults = append(c.faults, grid.Fault{Breach: breach, A: a, B: b, Of: of, Slot: slot})
}

// slots is how many slots the problem has.
func (c *checker) slots() int32 { return int32(len(c.p.Day)) }

// block judges what a block breaks by itself, and notes it as placed.
func (c *checker) block(b int32, plan grid.Plan) {
	if int(b) >= len(plan) || plan[b].Start < 0 {
		if lock := c.p.Blocks[b]; lock.Lock != grid.Free && lock.Home.Start < 0 {
			return
		}
		c.say(grid.Unplaced, b, -1, -1, -1)
		return
	}
	block, choice := &c.p.Blocks[b], plan[b]
	if choice.Mode < 0 || int(choice.Mode) >= len(block.Modes) {
		c.say(grid.Barred, b, -1, -1, choice.Start)
		return
	}
	mode := &block.Modes[choice.Mode]
	end := choice.Start + mode.Len
	if end > c.slots() {
		c.say(grid.Barred, b, -1, -1, choice.Start)
		return
	}
	if !mode.Starts.Has(choice.Start) || c.p.Day[choice.Start] != c.p.Day[end-1] {
		c.say(grid.Barred, b, -1, -1, choice.Start)
	}
	w := work{block: b, from: choice.Start, end: end, mode: mode, choice: choice, idle: block.Idle}
	c.works = append(c.works, w)
	c.place(w)
	c.crew(w)
}

// place judges the place a block was given.
func (c *checker) place(w work) {
	place := w.choice.Place
	if len(w.mode.Places) == 0 {
		if place >= 0 {
			c.say(grid.WrongPlace, w.block, -1, place, w.from)
		}
		return
	}
	if !slices.Contains(w.mode.Places, place) {
		c.say(grid.WrongPlace, w.block, -1, place, w.from)
	}
	if place < 0 || int(place) >= len(c.p.Places) {
		return
	}
	for s := w.from; s < w.end; s++ {
		if !c.p.Places[place].Open.Has(s) {
			c.say(grid.Shut, w.block, -1, place, w.from)
			return
		}
	}
}

// crew judges the people a block was given, need after need.
func (c *checker) crew(w work) {
	people := w.choice.People
	var seen []int32
	at := 0
	for n := range w.mode.Needs {
		need := &w.mode.Needs[n]
		short := false
		for range need.Count {
			who := int32(-1)
			if at < len(people) {
				who = people[at]
			}
			at++
			if who < 0 {
				short = true
				continue
			}
			c.member(w, need, who, slices.Contains(seen, who))
			seen = append(seen, who)
		}
		if short {
			c.say(grid.Nobody, w.block, -1, int32(n), w.from)
		}
	}
	for ; at < len(people); at++ {
		if people[at] >= 0 {
			c.say(grid.WrongPerson, w.block, -1, people[at], w.from)
		}
	}
}

// member judges one person in one role of a block.
func (c *checker) member(w work, need *grid.Need, who int32, again bool) {
	i := slices.Index(need.From, who)
	wrong := again || i < 0
	for s := w.from; s < w.end && !wrong; s++ {
		wrong = need.Days != nil && !need.Days[i].Has(s)
	}
	if wrong {
		c.say(grid.WrongPerson, w.block, -1, who, w.from)
	}
	if int(who) >= len(c.p.People) || again {
		return
	}
	for s := w.from; s < w.end; s++ {
		if !c.p.People[who].Free.Has(s) {
			c.say(grid.Away, w.block, -1, who, w.from)
			return
		}
	}
}

// pairs judges each two blocks that are there at the same time, or follow one
// another too closely.
func (c *checker) pairs() {
	for i, v := range c.works {
		for _, w := range c.works[i+1:] {
			a, b := v, w
			if b.from < a.from {
				a, b = b, a
			}
			if a.end > b.from {
				c.overlap(v, w, b.from)
				continue
			}
			c.follow(a, b)
		}
	}
}

// overlap names everything that v and w share while both are on.
func (c *checker) overlap(v, w work, slot int32) {
	for _, t := range c.both(v, w) {
		c.say(grid.TeamTwice, v.block, w.block, t, slot)
	}
	for _, who := range shared(v.choice.People, w.choice.People) {
		c.say(grid.PersonTwice, v.block, w.block, who, slot)
	}
	place := v.choice.Place
	if place >= 0 && place == w.choice.Place && int(place) < len(c.p.Places) && c.p.Places[place].Room == 0 {
		c.say(grid.PlaceTwice, v.block, w.block, place, slot)
	}
}

// follow judges a, then b: gaps of their classes, the way between them, and the
// rest where a night lies between.
func (c *checker) follow(a, b work) {
	between := c.between(a, b)
	ca, cb := c.p.Blocks[a.block].Class, c.p.Blocks[b.block].Class
	travel := c.travel(a, b)
	night := !a.idle && !b.idle && c.p.Day[a.from] != c.p.Day[b.from]
	for _, t := range c.both(a, b) {
		if tooClose(c.p.TeamGap, ca, cb, between) {
			c.say(grid.TooClose, a.block, b.block, t, b.from)
		}
		if travel > between {
			c.say(grid.NoTravel, a.block, b.block, t, b.from)
		}
		if night && between < c.p.TeamRest {
			c.say(grid.NoRest, a.block, b.block, t, b.from)
		}
	}
	for _, who := range shared(a.choice.People, b.choice.People) {
		if travel > between {
			c.say(grid.PersonNoTravel, a.block, b.block, who, b.from)
		}
		if night && between < c.p.PersonRest {
			c.say(grid.PersonNoRest, a.block, b.block, who, b.from)
		}
	}
	if a.choice.Place >= 0 && a.choice.Place == b.choice.Place && tooClose(c.p.PlaceGap, ca, cb, between) {
		c.say(grid.PlaceTooClose, a.block, b.block, a.choice.Place, b.from)
	}
}

// between is the time from the end of a to the start of b, in quarters.
func (c *checker) between(a, b work) int32 {
	return c.p.Clock[b.from] - (c.p.Clock[a.end-1] + c.p.Tick)
}

// travel is the way from a's place to b's, in quarters.
func (c *checker) travel(a, b work) int32 {
	if c.p.Travel == nil || a.choice.Place < 0 || b.choice.Place < 0 {
		return 0
	}
	return c.p.Travel[c.p.Places[a.choice.Place].Site][c.p.Places[b.choice.Place].Site]
}

// aDay is 24 hours in quarters: gaps of classes are asked for within it.
const aDay = 96

func tooClose(gaps [][]int32, a, b, between int32) bool {
	return gaps != nil && between < aDay && between < gaps[a][b]
}

// both is the teams that v and w share.
func (c *checker) both(v, w work) []int32 {
	return shared(c.p.Blocks[v.block].Teams, c.p.Blocks[w.block].Teams)
}

// shared is what is in a and in b, once each, without those below 0.
func shared(a, b []int32) []int32 {
	var both []int32
	for _, x := range a {
		if x >= 0 && slices.Contains(b, x) && !slices.Contains(both, x) {
			both = append(both, x)
		}
	}
	return both
}
