//go:build bench

package main

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/cmd/bench/anneal"
)

// drawn is a small problem with a hidden plan: lectures are put where they break
// nothing, and courses are made of what could be put.
func drawn(t *rapid.T) *problem {
	p := &problem{name: "drawn", days: rapid.IntRange(1, 4).Draw(t, "days"), hours: rapid.IntRange(2, 5).Draw(t, "hours")}
	for r := range rapid.IntRange(1, 4).Draw(t, "rooms") {
		p.rooms = append(p.rooms, room{fmt.Sprint("r", r), rapid.IntRange(10, 40).Draw(t, "seats")})
	}
	n := rapid.IntRange(1, 12).Draw(t, "courses")
	for q := range rapid.IntRange(0, 8).Draw(t, "curricula") {
		all := rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 1, min(n, 4), rapid.ID).Draw(t, "curriculum")
		p.curricula = append(p.curricula, curriculum{fmt.Sprint("q", q), all})
	}
	for c := range n {
		p.courses = append(p.courses, course{
			fmt.Sprint("c", c), fmt.Sprint("t", rapid.IntRange(0, 6).Draw(t, "teacher")), 0,
			rapid.IntRange(0, 4).Draw(t, "days"), rapid.IntRange(5, 45).Draw(t, "students"),
		})
		p.barred = append(p.barred, make([]bool, p.periods()))
	}
	together := sharing(p)
	at := make([][]int, p.periods())
	for c := range n {
		for range rapid.IntRange(0, 4).Draw(t, "lectures") {
			period := rapid.IntRange(0, p.periods()-1).Draw(t, "period")
			clash := slices.ContainsFunc(at[period], func(b int) bool { return b == c || together[[2]int{max(b, c), min(b, c)}] })
			if !clash && len(at[period]) < len(p.rooms) {
				at[period] = append(at[period], c)
				p.courses[c].lectures++
			}
		}
		for period := range p.barred[c] {
			p.barred[c][period] = !slices.Contains(at[period], c) && rapid.IntRange(0, 4).Draw(t, "barred") == 0
		}
	}
	return p
}

// A first plan is found where there is one, and after every change nothing is
// broken, the change cost what it said, and the tables say what the judge does.
func TestWalkBreaksNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		s := newState(tabulate(p))
		d := anneal.NewDice(rapid.Int64().Draw(t, "seed"))
		looks := 0
		if !s.found(d, func() float64 { looks++; return float64(looks) / 1000 }) {
			t.Fatal("no plan found, and there is one")
		}
		if len(s.of) == 0 {
			return
		}
		w := newWalker(s, d)
		cost := s.cost()
		check := func() {
			v := judge(p, s.plan())
			if v.hard() > 0 || v.cost() != cost || s.cost() != cost {
				t.Fatalf("%+v; counted along the way %d, by the tables %d", v, cost, s.cost())
			}
		}
		check()
		for i := range 300 {
			most := d.Below(30) - 3
			before := s.plan()
			delta, changed := w.Try(most)
			if changed && delta > most {
				t.Fatalf("cost %d, more than %d", delta, most)
			}
			if !changed && !slices.Equal(before, s.plan()) {
				t.Fatal("changed, and said it was not")
			}
			if changed {
				cost += delta
			}
			if changed || i%20 == 0 {
				check()
			}
		}
	})
}

// What is written is read back as it was.
func TestSolutionRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		looks := 0.0
		r := solve(p, 1, func() float64 { looks++; return looks / 50 })
		var b bytes.Buffer
		if err := writeSolution(&b, p, r.plan); err != nil {
			t.Fatal(err)
		}
		got, err := readSolution(&b, p)
		if err != nil || !slices.Equal(got, r.plan) {
			t.Fatalf("%v %v", err, got)
		}
		if v := judge(p, got); v.hard() > 0 || v.cost() != r.cost {
			t.Fatalf("%+v, not %d", v, r.cost)
		}
	})
}

// Where no plan can be complete, the part there is comes back, unbroken.
func TestSolveNoPlan(t *testing.T) {
	p, _ := six(t)
	for period := range p.barred[0] {
		p.barred[0][period] = period > 0 // three lectures, one period
	}
	looks := 0.0
	r := solve(p, 1, func() float64 { looks++; return looks / 20 })
	v := judge(p, r.plan)
	if r.found || len(r.plan) == 0 || v.Conflicts+v.Barred+v.RoomTwice > 0 {
		t.Fatalf("found %v, %+v", r.found, v)
	}
}
