package model

import (
	"cmp"
	"slices"
)

// Deal spreads the cohort's seat holders over n squads of equal size (one more
// in the first ones when it does not come out even), so that each squad has
// people of every agency, language and sex: colleagues meet others, and each
// squad has somebody who speaks for it. Alternates are in no squad until they
// hold a seat. The answer is the cohort to be put in place of this one.
func (v *Cohort) Deal(n int, person func(ID) *Person) (*Cohort, error) {
	next := *v
	next.Squads = n
	next.Seats = slices.Clone(v.Seats)
	var order []int
	for i := range next.Seats {
		next.Seats[i].Squad = 0
		if s := next.Seats[i]; s.Alternate == 0 && !s.Stage.Out() {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		p, q := person(next.Seats[a].Person), person(next.Seats[b].Person)
		if p == nil || q == nil {
			return 0
		}
		return cmp.Or(p.Agency.Compare(q.Agency), cmp.Compare(first(p.Speaks), first(q.Speaks)),
			cmp.Compare(p.Sex, q.Sex), cmp.Compare(p.Rank, q.Rank))
	})
	for k, i := range order {
		if n > 0 {
			next.Seats[i].Squad = Squad(k%n) + 1
		}
	}
	return NewCohort(next)
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}
