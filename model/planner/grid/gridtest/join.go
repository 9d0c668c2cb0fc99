package gridtest

import (
	"slices"

	"muster/model/planner/grid"
)

// Join puts problems side by side on one calendar: the duty days of problems[i]
// begin shifts[i] days later. Teams, blocks and orders are each problem's own;
// people, places and pools are the same ones throughout, row by row, with the
// calendar of the first problem that names them busy: whoever is away on a day
// in one problem is away for all. All problems need the same slots a day, and
// rests, travel and weights are those of the first.
func Join(problems []*grid.Problem, shifts []int32) *grid.Problem {
	first := problems[0]
	perDay := int32(slices.Index(first.Day, 1))
	if perDay < 0 {
		perDay = int32(len(first.Day))
	}
	var days int32
	for i, p := range problems {
		days = max(days, shifts[i]+int32(len(p.Day))/perDay)
	}
	n := int(days * perDay)
	all := &grid.Problem{
		Tick: first.Tick, Travel: first.Travel, TeamGap: first.TeamGap, PlaceGap: first.PlaceGap,
		TeamRest: first.TeamRest, PersonRest: first.PersonRest, Soft: first.Soft,
	}
	for d := range days {
		for s := range perDay {
			all.Day = append(all.Day, d)
			all.Clock = append(all.Clock, d*aDay+first.Clock[s])
		}
	}
	for i, p := range problems {
		add(all, p, shifts[i]*perDay, n)
	}
	return all
}

// moved is a calendar of was slots that begins at slot by of n; outside it all
// slots are in, or none. Nil stays nil where all are.
func moved(bits grid.Bits, by int32, n, was int, outside bool) grid.Bits {
	if bits == nil && outside {
		return nil
	}
	later := grid.NewBits(n)
	for s := range int32(n) {
		inside := s >= by && s < by+int32(was)
		if inside && bits.Has(s-by) || !inside && outside {
			later.Set(s)
		}
	}
	return later
}

// meet is the slots that are in a and in b.
func meet(a, b grid.Bits) grid.Bits {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	both := slices.Clone(a)
	for i := range both {
		both[i] &= b[i]
	}
	return both
}

// add puts problem p into all, its first slot at by.
func add(all, p *grid.Problem, by int32, n int) {
	was := len(p.Day)
	for i := range p.People {
		person := p.People[i]
		person.Free = moved(person.Free, by, n, was, true)
		if i < len(all.People) {
			all.People[i].Free = meet(all.People[i].Free, person.Free)
			continue
		}
		all.People = append(all.People, person)
	}
	for i := range p.Places {
		place := p.Places[i]
		place.Open = moved(place.Open, by, n, was, true)
		if i < len(all.Places) {
			all.Places[i].Open = meet(all.Places[i].Open, place.Open)
			continue
		}
		all.Places = append(all.Places, place)
	}
	for i := range p.Pools {
		if i == len(all.Pools) {
			all.Pools = append(all.Pools, grid.Pool{Count: p.Pools[i].Count})
		}
		pool := &all.Pools[i]
		if p.Pools[i].Out == nil {
			continue
		}
		if pool.Out == nil {
			pool.Out = make([]int32, n)
		}
		for s, out := range p.Pools[i].Out {
			pool.Out[int(by)+s] = max(pool.Out[int(by)+s], out)
		}
	}
	team, block := int32(len(all.Teams)), int32(len(all.Blocks))
	all.Teams = append(all.Teams, p.Teams...)
	for i := range p.Blocks {
		all.Blocks = append(all.Blocks, later(&p.Blocks[i], by, team, n, was))
	}
	for _, o := range p.Orders {
		o.A += block
		o.B += block
		all.Orders = append(all.Orders, o)
	}
}

// later is a block of p as it stands in the joined problem.
func later(b *grid.Block, by, team int32, n, was int) grid.Block {
	block := *b
	block.Teams = nil
	for _, t := range b.Teams {
		block.Teams = append(block.Teams, t+team)
	}
	if block.Home.Start >= 0 {
		block.Home.Start += by
	}
	if block.Wish >= 0 {
		block.Wish += by
	}
	block.Modes = nil
	for _, m := range b.Modes {
		m.Starts = moved(m.Starts, by, n, was, false)
		needs := slices.Clone(m.Needs)
		for i := range needs {
			if needs[i].Days == nil {
				continue
			}
			days := make([]grid.Bits, len(needs[i].Days))
			for k, bits := range needs[i].Days {
				days[k] = moved(bits, by, n, was, false)
			}
			needs[i].Days = days
		}
		m.Needs = needs
		block.Modes = append(block.Modes, m)
	}
	return block
}

// Staff gives a problem so many of each person, place and pool thing: whoever
// may take a role, so may each colleague of the same kind. Three courses joined
// that each have a plan have one together with three of everything.
func Staff(p *grid.Problem, times int32) *grid.Problem {
	big := *p
	people, places := int32(len(p.People)), int32(len(p.Places))
	big.People, big.Places = nil, nil
	for range times {
		big.People = append(big.People, p.People...)
		big.Places = append(big.Places, p.Places...)
	}
	big.Pools = slices.Clone(p.Pools)
	for i := range big.Pools {
		big.Pools[i].Count *= times
	}
	big.Blocks = slices.Clone(p.Blocks)
	for b := range big.Blocks {
		modes := slices.Clone(big.Blocks[b].Modes)
		for m := range modes {
			modes[m].Places = copies(modes[m].Places, places, times)
			needs := slices.Clone(modes[m].Needs)
			for i := range needs {
				needs[i].From = copies(needs[i].From, people, times)
				if days := needs[i].Days; days != nil {
					needs[i].Days = nil
					for range times {
						needs[i].Days = append(needs[i].Days, days...)
					}
				}
			}
			modes[m].Needs = needs
		}
		big.Blocks[b].Modes = modes
	}
	return &big
}

// copies is rows, and their colleagues: row i of n has i+n, i+2n …
func copies(rows []int32, n, times int32) []int32 {
	var all []int32
	for k := range times {
		for _, i := range rows {
			all = append(all, i+k*n)
		}
	}
	return all
}

// Cohorts is three cohorts of one course over half as long again, one beginning
// after another, that share everyone and everything; there are three of each,
// each with the absences and closures that p has for one of the cohorts. It has
// a plan when p has one.
func Cohorts(p *grid.Problem) *grid.Problem {
	days := p.Day[len(p.Day)-1] + 1
	var cohorts []*grid.Problem
	for k := range 3 {
		q := Staff(p, 3)
		for i := range q.People {
			if i/len(p.People) != k {
				q.People[i].Free = nil
			}
		}
		for i := range q.Places {
			if i/len(p.Places) != k {
				q.Places[i].Open = nil
			}
		}
		cohorts = append(cohorts, q)
	}
	return Join(cohorts, []int32{0, days / 4, days / 2})
}
