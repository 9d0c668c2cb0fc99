package proof

import (
	"slices"

	"muster/model/planner/grid"
)

// remedies are the loosenings worth trying: of each line the likeliest, then of
// each line the next, and so on; what gives something up, and so changes what is
// taught or in what order, comes after all that does not.
func (e *examined) remedies(lines []Line) []Loosening {
	var lists [][]Loosening
	for i := range lines {
		lists = append(lists, e.remediesOf(i, &lines[i]))
	}
	if l := e.unlocked(lines); l.Problem != nil {
		lists = append(lists, []Loosening{l})
	}
	all := inTurn(lists)
	slices.SortStableFunc(all, func(x, y Loosening) int { return b2i(harsh(x)) - b2i(harsh(y)) })
	return all
}

func harsh(l Loosening) bool { return l.Ease == GiveUp || l.Ease == LeaveOut }

// inTurn takes the first of each list, then the second of each, and so on.
func inTurn(lists [][]Loosening) []Loosening {
	var all []Loosening
	for k, more := 0, true; more; k++ {
		more = false
		for _, list := range lists {
			if k < len(list) {
				all = append(all, list[k])
				more = true
			}
		}
	}
	return all
}

// remediesOf are those of one line, the likeliest first.
func (e *examined) remediesOf(i int, l *Line) []Loosening {
	var all []Loosening
	add := func(r Loosening, p *grid.Problem) {
		if p != nil {
			r.Line, r.Problem = i, p
			all = append(all, r)
		}
	}
	sets := gather(l.atoms, e.sorts.fine)
	switch l.Kind {
	case Apart, Later, Within:
		add(Loosening{Ease: Less, Orders: l.Orders}, e.less(l.atoms))
	case TeamDay, PersonDay:
		add(Loosening{Ease: Less, Teams: l.Teams, People: l.People}, e.less(l.atoms))
	case TeamRest, PersonRest, TeamGap, PlaceGap, TeamTravel, PersonTravel:
		add(Loosening{Ease: GiveUp}, e.without(l.atoms))
	case Starts:
		days, p := e.otherDays(l.atoms)
		add(Loosening{Ease: MoreTimes, Blocks: l.Blocks, Days: days}, p)
		add(Loosening{Ease: MoreTimes, Blocks: l.Blocks}, e.without(l.atoms))
	}
	for _, set := range sets {
		e.remediesOfSet(l, set, add)
	}
	if len(l.Days) > 1 && len(sets) == 1 {
		for k := range l.atoms {
			e.remediesOfSet(l, l.atoms[k:k+1], add) // one day of several
		}
	}
	if l.Count != nil {
		out, p := e.fewer(*l.Count)
		add(Loosening{Ease: LeaveOut, Blocks: out}, p)
	}
	return all
}

// remediesOfSet are those of requirements of one sort.
func (e *examined) remediesOfSet(l *Line, set []atom, add func(Loosening, *grid.Problem)) {
	of := []int32{set[0].of}
	switch set[0].kind {
	case PersonAway:
		add(Loosening{Ease: Present, People: of, Days: daysOf(set)}, e.without(set))
	case PlaceShut:
		add(Loosening{Ease: Present, Places: of, Days: daysOf(set)}, e.without(set))
	case PersonOnce, PersonDay:
		add(Loosening{Ease: OneMore, People: of}, e.anotherPerson(of[0]))
	case PlaceOnce, PlaceRoom:
		add(Loosening{Ease: OneMore, Places: of}, e.anotherPlace(of[0]))
	case PoolCount:
		add(Loosening{Ease: OneMore, Pools: of}, e.morePool(of[0]))
	case Need:
		add(Loosening{Ease: OneMore, Blocks: ofAtoms(set)}, e.somebody(set))
	case Before, Apart, Later, Within:
		add(Loosening{Ease: GiveUp, Orders: ofAtoms(set)}, e.without(set))
	case Starts:
		if l.Kind != Starts {
			add(Loosening{Ease: MoreTimes, Blocks: ofAtoms(set)}, e.without(set))
		}
	}
}

// ofAtoms are what atoms are of.
func ofAtoms(set []atom) []int32 {
	out := make([]int32, len(set))
	for i, a := range set {
		out[i] = a.of
	}
	return sorted(out)
}

// daysOf are the days atoms are about.
func daysOf(set []atom) []int32 {
	out := make([]int32, len(set))
	for i, a := range set {
		out[i] = a.day
	}
	return sorted(out)
}
