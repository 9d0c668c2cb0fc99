package proof

import (
	"slices"

	"muster/model/planner/grid"
)

// Each of these is the problem with one thing changed; what is not changed is
// shared with it.

// without gives requirements up.
func (e *examined) without(set []atom) *grid.Problem {
	p := *e.p
	p.People, p.Places, p.Teams = slices.Clone(p.People), slices.Clone(p.Places), slices.Clone(p.Teams)
	p.Orders, p.Blocks = slices.Clone(p.Orders), slices.Clone(p.Blocks)
	for _, a := range set {
		switch a.kind {
		case PersonAway:
			p.People[a.of].Free = e.opened(p.People[a.of].Free, a.day)
		case PlaceShut:
			p.Places[a.of].Open = e.opened(p.Places[a.of].Open, a.day)
		case TeamDay:
			p.Teams[a.of].Most = 0
		case PersonDay:
			p.People[a.of].Most = 0
		case TeamRest:
			p.TeamRest = 0
		case PersonRest:
			p.PersonRest = 0
		case TeamGap:
			p.TeamGap = nil
		case PlaceGap:
			p.PlaceGap = nil
		case TeamTravel, PersonTravel:
			p.Travel = nil
		case Before, Later:
			p.Orders[a.of].Least = -1
		case Apart:
			p.Orders[a.of].Apart = 0
		case Within:
			p.Orders[a.of].Most = -1
		case Starts:
			e.freely(&p.Blocks[a.of], func(int32) bool { return true })
		}
	}
	return &p
}

// opened is free with all slots of a day.
func (e *examined) opened(free grid.Bits, day int32) grid.Bits {
	if free == nil {
		return nil
	}
	out := slices.Clone(free)
	for s := e.from(day); s < e.from(day+1); s++ {
		out.Set(s)
	}
	return out
}

// freely lets a block begin in each slot that also accepts.
func (e *examined) freely(b *grid.Block, also func(int32) bool) {
	b.Modes = slices.Clone(b.Modes)
	for i := range b.Modes {
		m := &b.Modes[i]
		starts := grid.NewBits(int(e.n))
		for s := range e.n {
			if e.fits(s, m.Len) && (m.Starts.Has(s) || also(s)) {
				starts.Set(s)
			}
		}
		m.Starts = starts
	}
}

// less asks for one day less apart, or one more within, or an hour more a day.
func (e *examined) less(set []atom) *grid.Problem {
	p := *e.p
	p.People, p.Teams, p.Orders = slices.Clone(p.People), slices.Clone(p.Teams), slices.Clone(p.Orders)
	hour := max(1, quartersAnHour/p.Tick)
	for _, a := range set {
		switch a.kind {
		case Apart:
			p.Orders[a.of].Apart--
		case Later:
			p.Orders[a.of].Least--
		case Within:
			p.Orders[a.of].Most++
		case TeamDay:
			p.Teams[a.of].Most += hour
		case PersonDay:
			p.People[a.of].Most += hour
		}
	}
	return &p
}

const quartersAnHour = 4

// remode changes the modes of all blocks.
func (e *examined) remode(p *grid.Problem, change func(*grid.Mode)) {
	p.Blocks = slices.Clone(p.Blocks)
	for b := range p.Blocks {
		p.Blocks[b].Modes = slices.Clone(p.Blocks[b].Modes)
		for i := range p.Blocks[b].Modes {
			change(&p.Blocks[b].Modes[i])
		}
	}
}

// anotherPerson adds somebody who can do what q can, and is always there.
func (e *examined) anotherPerson(q int32) *grid.Problem {
	p := *e.p
	p.People = append(slices.Clip(p.People), grid.Person{Most: p.People[q].Most})
	e.remode(&p, func(m *grid.Mode) {
		m.Needs = slices.Clone(m.Needs)
		for i := range m.Needs {
			n := &m.Needs[i]
			if c := slices.Index(n.From, q); c >= 0 {
				n.From = append(slices.Clip(n.From), int32(len(p.People)-1))
				if n.Days != nil {
					n.Days = append(slices.Clip(n.Days), n.Days[c])
				}
			}
		}
	})
	return &p
}

// somebody adds as many people as blocks need who there are too few of.
func (e *examined) somebody(set []atom) *grid.Problem {
	p := *e.p
	short := int32(0)
	blocks := map[int32]bool{}
	for _, a := range set {
		blocks[a.of] = true
		for i := range e.modes(a.of) {
			for _, n := range e.mode(a.of, i).Needs {
				short = max(short, n.Count-int32(len(sorted(n.From))))
			}
		}
	}
	p.People = slices.Clip(p.People)
	var more []int32
	for range short {
		more = append(more, int32(len(p.People)))
		p.People = append(p.People, grid.Person{})
	}
	p.Blocks = slices.Clone(p.Blocks)
	for b := range blocks {
		p.Blocks[b].Modes = slices.Clone(p.Blocks[b].Modes)
		for i := range p.Blocks[b].Modes {
			m := &p.Blocks[b].Modes[i]
			m.Needs = slices.Clone(m.Needs)
			for j := range m.Needs {
				n := &m.Needs[j]
				if int(n.Count) > len(sorted(n.From)) {
					n.From = append(slices.Clip(n.From), more...)
					if n.Days != nil {
						n.Days = append(slices.Clip(n.Days), make([]grid.Bits, len(more))...)
					}
				}
			}
		}
	}
	return &p
}

// anotherPlace adds a place like r that is always open.
func (e *examined) anotherPlace(r int32) *grid.Problem {
	p := *e.p
	like := p.Places[r]
	like.Open = nil
	p.Places = append(slices.Clip(p.Places), like)
	e.remode(&p, func(m *grid.Mode) {
		if slices.Contains(m.Places, r) {
			m.Places = append(slices.Clip(m.Places), int32(len(p.Places)-1))
		}
	})
	return &p
}

// morePool adds what one more block draws at the most.
func (e *examined) morePool(q int32) *grid.Problem {
	p := *e.p
	most := int32(1)
	for _, b := range e.by.byPool[q] {
		for i := range e.modes(b) {
			most = max(most, drawn(e.mode(b, i), q))
		}
	}
	p.Pools = slices.Clone(p.Pools)
	p.Pools[q].Count += most
	return &p
}

// otherDays lets blocks begin at their hours on other days too; which is told.
func (e *examined) otherDays(set []atom) ([]int32, *grid.Problem) {
	p := *e.p
	p.Blocks = slices.Clone(p.Blocks)
	days := map[int32]bool{}
	for _, a := range set {
		hours := map[int32]bool{}
		on := map[int32]bool{}
		for _, s := range e.may[a.of] {
			hours[e.hour(s)] = true
			on[e.p.Day[s]] = true
		}
		e.freely(&p.Blocks[a.of], func(s int32) bool {
			if on[e.p.Day[s]] || !hours[e.hour(s)] {
				return false
			}
			days[e.p.Day[s]] = true
			return true
		})
	}
	if len(days) == 0 {
		return nil, nil
	}
	return sortedKeys(days), &p
}

// hour is when a slot begins, on the clock of a day.
func (e *examined) hour(s int32) int32 {
	const day = 24 * quartersAnHour
	return (e.p.Clock[s]%day + day) % day
}

// fewer leaves out as many blocks as are too many: those that the fewest orders
// hold.
func (e *examined) fewer(c Count) ([]int32, *grid.Problem) {
	held := map[int32]int{}
	for _, o := range e.p.Orders {
		if !o.Soft {
			held[o.A]++
			held[o.B]++
		}
	}
	free := slices.DeleteFunc(slices.Clone(c.Blocks), func(b int32) bool { return e.fixed[b] })
	slices.SortStableFunc(free, func(x, y int32) int { return held[x] - held[y] })
	over := c.Asked - c.Have
	var out []int32
	for _, b := range free {
		if over <= 0 {
			break
		}
		out = append(out, b)
		if c.Each > 0 {
			over--
		} else {
			over -= e.least(b)
		}
	}
	if over > 0 {
		return nil, nil
	}
	p := *e.p
	p.Blocks = slices.Clone(p.Blocks)
	for _, b := range out {
		p.Blocks[b].Lock, p.Blocks[b].Home = grid.Held, grid.Choice{Start: -1, Place: -1}
	}
	return sorted(out), &p
}

// unlocked lets the locked blocks that lines speak of move.
func (e *examined) unlocked(lines []Line) Loosening {
	var out []int32
	for _, l := range lines {
		for _, a := range l.atoms {
			for _, b := range e.by.blocks(a) {
				if e.fixed[b] {
					out = append(out, b)
				}
			}
		}
	}
	if out == nil {
		return Loosening{}
	}
	p := *e.p
	p.Blocks = slices.Clone(p.Blocks)
	for _, b := range sorted(out) {
		p.Blocks[b].Lock = grid.Free
	}
	return Loosening{Line: -1, Ease: Unlock, Blocks: sorted(out), Problem: &p}
}
