package proof

import "muster/model/planner/grid"

// An atom is the smallest piece of a requirement: what of is, depends on the
// kind: an order, a block, a team, a person, a place, a pool. Day is a duty day
// for PersonAway and PlaceShut, else 0.
type atom struct {
	kind Kind
	of   int32
	day  int32
}

// atoms are all pieces of what a problem requires.
func atoms(p *grid.Problem) []atom {
	var all []atom
	add := func(k Kind, of int32) { all = append(all, atom{k, of, 0}) }
	for t := range p.Teams {
		i := int32(t)
		add(TeamOnce, i)
		if p.Teams[t].Most > 0 {
			add(TeamDay, i)
		}
		if p.TeamRest > 0 {
			add(TeamRest, i)
		}
		if p.TeamGap != nil {
			add(TeamGap, i)
		}
		if p.Travel != nil {
			add(TeamTravel, i)
		}
	}
	for q := range p.People {
		i := int32(q)
		add(PersonOnce, i)
		if p.People[q].Most > 0 {
			add(PersonDay, i)
		}
		if p.PersonRest > 0 {
			add(PersonRest, i)
		}
		if p.Travel != nil {
			add(PersonTravel, i)
		}
		all = barredDays(p, PersonAway, i, p.People[q].Free, all)
	}
	for r := range p.Places {
		i := int32(r)
		if p.Places[r].Room > 0 {
			add(PlaceRoom, i)
		} else {
			add(PlaceOnce, i)
		}
		if p.PlaceGap != nil {
			add(PlaceGap, i)
		}
		all = barredDays(p, PlaceShut, i, p.Places[r].Open, all)
	}
	for q := range p.Pools {
		add(PoolCount, int32(q))
	}
	for b := range p.Blocks {
		if p.Blocks[b].Lock == grid.Free {
			add(Starts, int32(b))
		}
	}
	for i, o := range p.Orders {
		if o.Soft {
			continue
		}
		switch {
		case o.Least > 0:
			add(Later, int32(i))
		case o.Least == 0:
			add(Before, int32(i))
		}
		if o.Apart > 0 {
			add(Apart, int32(i))
		}
		if o.Most >= 0 {
			add(Within, int32(i))
		}
	}
	return all
}

// barredDays adds an atom for each day with a slot that is not in free.
func barredDays(p *grid.Problem, k Kind, of int32, free grid.Bits, all []atom) []atom {
	if free == nil {
		return all
	}
	last := int32(-1)
	for s, d := range p.Day {
		if d != last && !free.Has(int32(s)) {
			all = append(all, atom{k, of, d})
			last = d
		}
	}
	return all
}
