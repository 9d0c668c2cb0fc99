//go:build bench

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

// drill takes each instructor away on each day of an improved plan, where
// qualified colleagues may take over, and mends the plan.
func (b *bench) drill(name string) error { return b.drills(name, gridtest.Course, 300_000) }

// drillQuarters is the same on the product's grid.
func (b *bench) drillQuarters(name string) error {
	return b.drills(name, gridtest.CourseQuarters, 300_000)
}

// A tally counts how absences were answered.
type tally struct {
	sound, people, places, proved, within, open, impossible, part int
	moves                                                         []int
	took                                                          meter.Times
	late, offers                                                  int
}

func (b *bench) drills(name string, read reader, steps int64) error {
	p, err := b.course(read, true)
	if err != nil {
		return err
	}
	all := tally{}
	for seed := range max(b.seeds/33, 1) {
		g, err := grid.New(p)
		if err != nil {
			return err
		}
		plan, _ := g.Make(meter.Within(10*time.Second), int64(seed), nil, nil)
		plan, _ = g.Improve(meter.Within(time.Minute), int64(seed), plan, steps, nil)
		if err := proved(p, plan, true); err != nil {
			return err
		}
		one, err := absences(p, plan)
		if err != nil {
			return err
		}
		line(fmt.Sprintf("%s, plan %d", name, seed+1), "%v", one)
		all.add(one)
	}
	line(name, "%v (≤ 1 s for each)", all)
	return nil
}

// absences takes everybody away on every day, one at a time.
func absences(p *grid.Problem, plan grid.Plan) (tally, error) {
	t := tally{}
	days := p.Day[len(p.Day)-1] + 1
	for who := range p.People {
		for day := range days {
			q := away(p, who, day)
			from := meter.Spent()
			g, err := grid.New(q)
			if err != nil {
				return t, err
			}
			ways := g.Repair(context.Background(), plan, 1, nil)
			t.took = append(t.took, meter.Spent()-from)
			if t.took[len(t.took)-1] > time.Second {
				t.late++
			}
			for _, m := range ways {
				if m.Unplaced == 0 {
					if err := proved(q, m.Plan, true); err != nil {
						return t, fmt.Errorf("person %d away on day %d: %w", who, day, err)
					}
				}
			}
			t.count(ways)
		}
	}
	return t, nil
}

// away is the problem with somebody away for a day.
func away(p *grid.Problem, who int, day int32) *grid.Problem {
	q := *p
	q.People = slices.Clone(p.People)
	free := grid.NewBits(len(p.Day))
	for s := range p.Day {
		if p.Day[s] != day && p.People[who].Free.Has(int32(s)) {
			free.Set(int32(s))
		}
	}
	q.People[who].Free = free
	return &q
}

func (t *tally) count(ways []grid.Mended) {
	first := ways[0]
	t.offers += len(ways) - 1
	switch {
	case first.Kind == grid.Sound:
		t.sound++
	case first.Kind == grid.Substitutes:
		t.people++
	case first.Kind == grid.Elsewhere:
		t.places++
	case first.Kind == grid.Part && first.Proved:
		t.impossible++
	case first.Kind == grid.Part:
		t.part++
	default:
		t.moves = append(t.moves, first.Moved)
		switch {
		case first.Proved:
			t.proved++
		case first.Moved == first.AtLeast+1:
			t.within++
		default:
			t.open++
		}
	}
}

func (t *tally) add(o tally) {
	t.sound += o.sound
	t.people += o.people
	t.places += o.places
	t.proved += o.proved
	t.within += o.within
	t.open += o.open
	t.impossible += o.impossible
	t.part += o.part
	t.late += o.late
	t.offers += o.offers
	t.moves = append(t.moves, o.moves...)
	t.took = append(t.took, o.took...)
}

func (t tally) String() string {
	slices.Sort(t.moves)
	moves := "none"
	if n := len(t.moves); n > 0 {
		moves = fmt.Sprintf("%d to %d, median %d", t.moves[0], t.moves[n-1], t.moves[n/2])
	}
	return fmt.Sprintf("%d absences: nothing hit %d, substitutes %d, other places %d, moves proved the fewest %d, "+
		"perhaps one too many %d, not proved %d, proved impossible (part kept) %d, part %d; moves %s; dearer offers %d; over 1 s %d; %v",
		len(t.took), t.sound, t.people, t.places, t.proved, t.within, t.open, t.impossible, t.part, moves, t.offers, t.late, t.took)
}

// fetPlan has the checker judge a plan that FET made.
func (b *bench) fetPlan(name string) error {
	p, err := os.Open(filepath.Join(b.folder, "r2w4.json"))
	if err != nil {
		return err
	}
	defer p.Close()
	course, names, err := gridtest.Course(p, false)
	if err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(b.folder, "r2w4-fet-solution-1.txt"))
	if err != nil {
		return err
	}
	defer f.Close()
	plan, err := gridtest.Solution(f, course, names)
	if err != nil {
		return err
	}
	if err := proved(course, plan, true); err != nil {
		return err
	}
	costs := gridtest.Cost(course, plan)
	line(name, "no faults; cost %d", costs.Sum())
	return nil
}
