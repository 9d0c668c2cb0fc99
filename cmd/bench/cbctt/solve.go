//go:build bench

package main

import "muster/cmd/bench/anneal"

// cold is the heat annealing ends with: a change that costs 1 is then taken
// once in some 800 times.
const cold = 0.15

// hot is the heat it begins with: the more curricula a lecture is in, the more a
// move costs, and the hotter it must be for the search to get around.
func (t *tables) hot() float64 {
	groups := 0
	for _, c := range t.of {
		groups += len(t.groups[c])
	}
	return 1 + float64(groups)/float64(len(t.of))
}

// A result is a plan and how it came about.
type result struct {
	plan  []seat
	found bool    // every lecture has a place
	first float64 // share of the time until that
	cost  int     // as the search counts
	tried int64
}

// solve plans until spent, which tells how much of the time is gone, says 1.
// With no plan by then that has all lectures, it is the part there is.
func solve(p *problem, seed int64, spent func() float64) result {
	s := newState(tabulate(p))
	d := anneal.NewDice(seed)
	found := s.found(d, spent)
	r := result{plan: s.plan(), found: found, first: spent(), cost: s.cost()}
	if !found || len(s.of) == 0 {
		return r
	}
	w := newWalker(s, d)
	r.cost, _, r.tried = anneal.Cooling{From: s.hot(), To: cold}.Run(w, d, r.cost, 0, spent)
	r.plan = w.best
	return r
}
