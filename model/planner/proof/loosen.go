package proof

import (
	"context"
	"slices"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

const (
	working = 3                      // loosenings that work, and no more are looked for
	trial   = 400 * time.Millisecond // for a plan of a loosened problem
)

// loosen tries what could be given up, eased or added, one thing at a time, on
// the whole problem.
func (e *examined) loosen(a *Answer, o Options) {
	list := e.remedies(a.Lines)
	done := 0
	for i := range list {
		r := &list[i]
		if e.stopped() || done == working {
			continue
		}
		switch plan, st := e.attempt(r.Problem, o); st {
		case sat.Sat:
			r.Works, r.Plan = true, plan
			done++
		case sat.Unsat:
			r.Fails = true
		}
	}
	slices.SortStableFunc(list, func(x, y Loosening) int { return rank(x) - rank(y) })
	a.Loosen = list
}

func rank(l Loosening) int {
	switch {
	case l.Works:
		return 0
	case l.Fails:
		return 2
	}
	return 1
}

// attempt looks for a plan of a loosened problem: it counts, asks, and makes, in
// turn.
func (e *examined) attempt(p *grid.Problem, o Options) (grid.Plan, sat.Status) {
	g, err := grid.New(p)
	if err != nil {
		return nil, sat.Unknown
	}
	f := examine(e.ctx, p, Options{Families: e.sorts.family})
	if f.hopeless() != nil || f.lack() != nil {
		return nil, sat.Unsat
	}
	q := f.quiz([][]atom{f.all}, false)
	for _, b := range f.by.every {
		q.z.block(b)
	}
	for turn := range 2 {
		e.tally.Questions++
		st, plan, _ := q.z.ask([]int32{0}, first<<turn, e.stopped, f.by)
		if st != sat.Unknown {
			e.tally.Conflicts += q.z.s.Conflicts
			return plan, st
		}
		ctx, cancel := context.WithTimeout(e.ctx, trial)
		plan, stats := g.Make(ctx, o.Seed+int64(turn), nil, nil)
		cancel()
		e.tally.Plans++
		if stats.Complete {
			return plan, sat.Sat
		}
	}
	e.tally.Conflicts += q.z.s.Conflicts
	return nil, sat.Unknown
}

// remedies are the loosenings worth trying, in that order: first what was to be
// expected to be there, then what could be added, then what could be asked less.
func (e *examined) remedies(lines []Line) []Loosening {
	var all []Loosening
	add := func(l Loosening, p *grid.Problem) {
		if p != nil {
			l.Problem = p
			all = append(all, l)
		}
	}
	for i, l := range lines {
		for _, set := range gather(l.atoms, e.sorts.fine) {
			switch of := set[0].of; set[0].kind {
			case PersonAway:
				add(Loosening{Line: i, Ease: Present, People: []int32{of}, Days: daysOf(set)}, e.without(set))
			case PlaceShut:
				add(Loosening{Line: i, Ease: Present, Places: []int32{of}, Days: daysOf(set)}, e.without(set))
			case PersonOnce, PersonDay:
				add(Loosening{Line: i, Ease: OneMore, People: []int32{of}}, e.anotherPerson(of))
			case PlaceOnce, PlaceRoom:
				add(Loosening{Line: i, Ease: OneMore, Places: []int32{of}}, e.anotherPlace(of))
			case PoolCount:
				add(Loosening{Line: i, Ease: OneMore, Pools: []int32{of}}, e.morePool(of))
			case Need:
				add(Loosening{Line: i, Ease: OneMore, Blocks: ofAtoms(set)}, e.somebody(set))
			}
		}
	}
	for i, l := range lines {
		switch l.Kind {
		case Apart, Later, Within:
			add(Loosening{Line: i, Ease: Less, Orders: l.Orders}, e.less(l.atoms))
		case TeamDay, PersonDay:
			add(Loosening{Line: i, Ease: Less, Teams: l.Teams, People: l.People}, e.less(l.atoms))
		case TeamRest, PersonRest, TeamGap, PlaceGap, TeamTravel, PersonTravel:
			add(Loosening{Line: i, Ease: GiveUp}, e.without(l.atoms))
		case Starts:
			add(e.otherDays(i, l.atoms))
			add(Loosening{Line: i, Ease: MoreTimes, Blocks: l.Blocks}, e.without(l.atoms))
		}
	}
	for i, l := range lines {
		sets := gather(l.atoms, e.sorts.fine)
		for _, set := range sets {
			switch set[0].kind {
			case Before, Apart, Later, Within:
				add(Loosening{Line: i, Ease: GiveUp, Orders: ofAtoms(set)}, e.without(set))
			case Starts:
				if l.Kind != Starts {
					add(Loosening{Line: i, Ease: MoreTimes, Blocks: ofAtoms(set)}, e.without(set))
				}
			}
		}
		if l.Count != nil {
			add(e.fewer(i, *l.Count))
		}
	}
	add(e.unlocked(lines))
	return all
}

// ofAtoms are what atoms are of.
func ofAtoms(set []atom) []int32 {
	out := make([]int32, len(set))
	for i, a := range set {
		out[i] = a.of
	}
	return sorted(out)
}

func daysOf(set []atom) []int32 {
	out := make([]int32, len(set))
	for i, a := range set {
		out[i] = a.day
	}
	return sorted(out)
}
