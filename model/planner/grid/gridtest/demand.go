package gridtest

import (
	"slices"

	"muster/model/planner/grid"
)

// orders asks of pairs of blocks of one squad what the layout has.
func (m *maker) orders() {
	theirs := make([][]int32, len(m.p.Teams))
	for b := range m.p.Blocks {
		for _, t := range m.p.Blocks[b].Teams {
			theirs[t] = append(theirs[t], int32(b))
		}
	}
	for range 2 * len(m.p.Blocks) {
		of := theirs[m.rnd.IntN(len(theirs))]
		a, b := of[m.rnd.IntN(len(of))], of[m.rnd.IntN(len(of))]
		if m.plan[b].Start < m.plan[a].Start {
			a, b = b, a
		}
		v, w := m.work(a), m.work(b)
		if v.end > w.from {
			continue
		}
		days := m.p.Day[w.from] - m.p.Day[v.from]
		o := grid.Order{A: a, B: b, Least: 0, Most: -1}
		switch m.rnd.IntN(6) {
		case 0:
			o.Least = min(days, 1)
		case 1:
			o.Least, o.Apart = -1, min(days, 1)
		case 2:
			o.Most = days + int32(m.rnd.IntN(2))
		case 3:
			o.Least, o.Most = -1, days+int32(m.rnd.IntN(2))
		}
		m.p.Orders = append(m.p.Orders, o)
	}
}

// modes gives some blocks the places and people of their kind, all of them by
// now, and a second way to do it.
func (m *maker) modes() {
	for b := range m.p.Blocks {
		block, choice := &m.p.Blocks[b], &m.plan[b]
		s := m.kinds[block.Kind-1]
		mode := &block.Modes[0]
		if choice.Place >= 0 {
			mode.Places = slices.Clone(s.places)
		}
		mode.Needs = []grid.Need{{Count: s.need, From: slices.Clone(s.people), Teaches: true}}
		if need := &mode.Needs[0]; m.rnd.IntN(12) == 0 {
			m.certificates(need, choice.People)
		}
		if m.shape.Plain || m.rnd.IntN(6) > 0 {
			continue
		}
		other := *mode
		other.Cost = int32(1 + m.rnd.IntN(4))
		other.Len = mode.Len + 1
		other.Starts = m.starts(m.cohort[b], choice.Start, other.Len, choice.Start%m.perDay >= dayHours*m.unit)
		other.Starts.Clear(choice.Start)
		other.Needs = []grid.Need{{Count: 1, From: s.people, Teaches: true}}
		block.Modes = append(block.Modes, other)
		if m.rnd.IntN(2) == 0 {
			block.Modes[0], block.Modes[1] = block.Modes[1], block.Modes[0]
			choice.Mode = 1
		}
	}
}

// certificates lets some who are not in the crew have the role for a while only.
func (m *maker) certificates(need *grid.Need, crew []int32) {
	need.Days = make([]grid.Bits, len(need.From))
	for i, who := range need.From {
		bits := grid.NewBits(len(m.p.Day))
		from := m.rnd.IntN(len(m.p.Day))
		for s := range len(m.p.Day) {
			if s >= from || slices.Contains(crew, who) {
				bits.Set(int32(s))
			}
		}
		need.Days[i] = bits
	}
}

// absences takes people and places away for halves of days in which the layout
// does not need them.
func (m *maker) absences() {
	m.modes()
	n := len(m.p.Day)
	for i := range m.p.People {
		m.p.People[i].Free = m.holes(n, func(w work) bool { return slices.Contains(w.choice.People, int32(i)) })
	}
	for i := range m.p.Places {
		m.p.Places[i].Open = m.holes(n, func(w work) bool { return w.choice.Place == int32(i) })
	}
}

// holes is all slots but a few half days, or nil, without touching what is used.
func (m *maker) holes(n int, uses func(work) bool) grid.Bits {
	if m.rnd.IntN(2) == 0 {
		return nil
	}
	bits := grid.NewBits(n)
	for s := range n {
		bits.Set(int32(s))
	}
	for range 1 + m.rnd.IntN(3) {
		from := int32(m.rnd.IntN(int(m.days)))*m.perDay + int32(m.rnd.IntN(2))*4*m.unit
		for s := from; s < from+4*m.unit; s++ {
			bits.Clear(s)
		}
	}
	for b := range m.p.Blocks {
		if w := m.work(int32(b)); uses(w) {
			for s := w.from; s < w.end; s++ {
				bits.Set(s)
			}
		}
	}
	return bits
}

// limits sets hours a day, rests and pools to what the layout just keeps.
func (m *maker) limits() {
	c := m.laid()
	for t := range m.p.Teams {
		days := c.days(func(w work) bool { return slices.Contains(m.p.Blocks[w.block].Teams, int32(t)) })
		m.p.Teams[t].Most = longest(days)
		m.p.TeamRest = c.least(m.p.TeamRest, days)
	}
	for who := range m.p.People {
		days := c.days(func(w work) bool { return slices.Contains(w.choice.People, int32(who)) })
		m.p.People[who].Most = longest(days)
		m.p.PersonRest = c.least(m.p.PersonRest, days)
	}
	m.p.TeamRest = min(m.p.TeamRest, 12*hour)
	m.p.PersonRest = min(m.p.PersonRest, 8*hour)
	for i := range m.p.Pools {
		for s := range c.slots() {
			m.p.Pools[i].Count = max(m.p.Pools[i].Count, c.drawn(int32(i), s))
		}
		out := make([]int32, len(m.p.Day))
		for s := range out {
			if spare := m.p.Pools[i].Count - c.drawn(int32(i), int32(s)); spare > 0 && m.rnd.IntN(4) == 0 {
				out[s] = 1
			}
		}
		m.p.Pools[i].Out = out
	}
}

// laid is a checker of the layout.
func (m *maker) laid() *checker {
	c := &checker{p: m.p}
	for b := range m.p.Blocks {
		c.works = append(c.works, m.work(int32(b)))
	}
	return c
}

// drawn is how many of a pool are in use at a slot.
func (c *checker) drawn(pool, s int32) int32 {
	var n int32
	for _, w := range c.works {
		for _, use := range w.mode.Uses {
			if use.Pool == pool && w.from <= s && s < w.end {
				n += use.Count
			}
		}
	}
	return n
}

func longest(days [][]work) int32 {
	var most int32
	for _, day := range days {
		most = max(most, slots(day))
	}
	return most
}

// least is the shortest rest in those days, or so far where that is less; so far
// 0 is none yet.
func (c *checker) least(sofar int32, days [][]work) int32 {
	for _, pair := range nights(days) {
		if rest := c.between(pair[0], pair[1]); sofar == 0 || rest < sofar {
			sofar = rest
		}
	}
	return sofar
}

// classes asks for gaps between classes where the layout has them: class 1 is
// blocks with time after them in the layout, class 2 with time before them.
func (m *maker) classes() {
	if m.shape.Plain {
		return
	}
	c := m.laid()
	for _, v := range c.works {
		before, after := int32(aDay), int32(aDay)
		for _, w := range c.works {
			switch {
			case v.block == w.block || len(c.both(v, w)) == 0:
			case v.end <= w.from:
				after = min(after, c.between(v, w))
			default:
				before = min(before, c.between(w, v))
			}
		}
		if after >= hour && m.rnd.IntN(2) == 0 {
			m.p.Blocks[v.block].Class = 1
		} else if before >= hour {
			m.p.Blocks[v.block].Class = 2
		}
	}
	a, b := int32(m.rnd.IntN(hour+1)), int32(m.rnd.IntN(hour+1))
	m.p.TeamGap = [][]int32{{0, 0, b}, {a, a, max(a, b)}, {0, 0, b}}
	m.p.PlaceGap = [][]int32{{0, 0, hour}, {hour, hour, hour}, {0, 0, 0}}
	for _, v := range c.works {
		for _, w := range c.works {
			place := v.choice.Place
			if v.end > w.from || v.block == w.block || place < 0 || place != w.choice.Place {
				continue
			}
			gap := &m.p.PlaceGap[m.p.Blocks[v.block].Class][m.p.Blocks[w.block].Class]
			*gap = min(*gap, c.between(v, w))
		}
	}
}

// soft sets the weights.
func (m *maker) soft() {
	soft := &m.p.Soft
	soft.Weight[grid.Gaps], soft.Weight[grid.Moves] = 2, 1
	if !m.shape.Costs {
		return
	}
	for i := range soft.Weight {
		soft.Weight[i] = int32(m.rnd.IntN(4))
	}
	soft.LunchNeed, soft.LunchFrom, soft.LunchUntil = hour, 11*hour, 14*hour
	soft.TeamRest, soft.PersonRest = 12*hour, 12*hour
	soft.TeamMost, soft.PersonMost = 7*m.unit, 6*m.unit
	soft.LateFrom, soft.LateUntil = 21*hour, 10*hour
	if !m.shape.Plain {
		soft.TeamGap = [][]int32{{0, 4, 0}, {0, 0, 2}, {8, 0, 0}}
		soft.PlaceGap = [][]int32{{2, 0, 0}, {0, 0, 4}, {0, 0, 0}}
	}
	for b := range m.p.Blocks {
		if m.rnd.IntN(2) == 0 {
			m.p.Blocks[b].Wish = int32(m.rnd.IntN(len(m.p.Day)))
		}
		if m.rnd.IntN(2) == 0 {
			m.p.Blocks[b].Home = m.plan[b]
		}
	}
	for t := 1; t < len(m.p.Teams); t++ {
		if whole := int32(m.rnd.IntN(t)); m.rnd.IntN(6) == 0 && m.p.Teams[whole].Of == 0 {
			m.p.Teams[t].Of = whole + 1
		}
	}
	for i := range m.p.Orders {
		m.p.Orders[i].Soft = m.rnd.IntN(8) == 0
	}
}

// shuffle puts the blocks in any order, so that their order tells nothing.
func (m *maker) shuffle() {
	to := m.rnd.Perm(len(m.p.Blocks))
	blocks, plan := make([]grid.Block, len(to)), make(grid.Plan, len(to))
	for from, at := range to {
		blocks[at], plan[at] = m.p.Blocks[from], m.plan[from]
	}
	for i := range m.p.Orders {
		o := &m.p.Orders[i]
		o.A, o.B = int32(to[o.A]), int32(to[o.B])
	}
	m.p.Blocks, m.plan = blocks, plan
}
