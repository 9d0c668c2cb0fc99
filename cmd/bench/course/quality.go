//go:build bench

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

func (b *bench) second(name string) error { return b.quality(name, time.Second, "≤ 80", 12) }

func (b *bench) fiveSeconds(name string) error { return b.quality(name, 5*time.Second, "≤ 66", 6) }

// quality makes plans of the reference course from nothing and betters them for
// what is left of a time.
func (b *bench) quality(name string, limit time.Duration, bar string, seeds int) error {
	p, err := b.course(gridtest.Course, false)
	if err != nil {
		return err
	}
	var found []int64
	var steps int64
	for seed := range seeds {
		ctx := meter.Within(limit)
		g, err := grid.New(p)
		if err != nil {
			return err
		}
		plan, _ := g.Make(ctx, int64(seed), nil, nil)
		plan, stats := g.Improve(ctx, int64(seed), plan, 0, nil)
		steps += stats.Steps
		if err := proved(p, plan, true); err != nil {
			return err
		}
		costs := gridtest.Cost(p, plan)
		found = append(found, costs.Sum())
	}
	slices.Sort(found)
	line(name, "median %d of %v; %.1f M tries a second (%s)", found[len(found)/2], found,
		float64(steps)/limit.Seconds()/float64(seeds)/1e6, bar)
	return nil
}

// legality measures what is known after an edit: a block moved, then the starts
// of all blocks.
func (b *bench) legality(name string) error {
	p, err := b.course(gridtest.Course, false)
	if err != nil {
		return err
	}
	g, err := grid.New(p)
	if err != nil {
		return err
	}
	plan, _ := g.Make(meter.Within(5*time.Second), 1, nil, nil)
	s := g.State(plan)
	rnd := rand.New(rand.NewPCG(1, 1))
	set := grid.NewBits(len(p.Day))
	var all, one meter.Times
	for range 2000 {
		o := rnd.Int32N(int32(len(p.Blocks)))
		from := meter.Spent()
		c := s.Choice(o)
		c.People = slices.Clone(c.People)
		s.Lift(o)
		for i := range p.Blocks {
			s.StartsInto(int32(i), set)
		}
		all = append(all, meter.Spent()-from)
		start := rnd.Int32N(int32(len(p.Day)) - 4)
		from = meter.Spent()
		if _, ok := s.Blockers(o, start, 0, c.Place, nil); !ok {
			s.Legal(o, c)
		}
		one = append(one, meter.Spent()-from)
		s.Place(o, c)
	}
	line(name, "%v (median ≤ 0.2 ms, p99 ≤ 1 ms)", all)
	line("who is in the way of one block", "%v (p99 ≤ 50 µs)", one)
	return nil
}

// edits makes random edits and compares what the state counts as it goes with
// what is counted from nothing.
func (b *bench) edits(name string) error {
	done := 0
	for seed := uint64(0); done < 1000*b.seeds; seed++ {
		rnd := rand.New(rand.NewPCG(seed, 9))
		p, plan := gridtest.Random(rnd, gridtest.Shape{Squads: 2, Days: 3, Costs: true, Quarter: seed%4 == 3})
		g, err := grid.New(p)
		if err != nil {
			return err
		}
		s := g.State(plan)
		for range 200 {
			o := rnd.Int32N(int32(len(p.Blocks)))
			m := &p.Blocks[o].Modes[rnd.IntN(len(p.Blocks[o].Modes))]
			starts := slices.Collect(m.Starts.All)
			if len(starts) == 0 {
				continue
			}
			c := grid.Choice{Start: starts[rnd.IntN(len(starts))], Mode: int32(slices.IndexFunc(p.Blocks[o].Modes,
				func(x grid.Mode) bool { return x.Len == m.Len })), Place: -1}
			if m = &p.Blocks[o].Modes[c.Mode]; !m.Starts.Has(c.Start) {
				continue
			}
			if n := len(m.Places); n > 0 {
				c.Place = m.Places[rnd.IntN(n)]
			}
			for _, n := range m.Needs {
				for range n.Count {
					c.People = append(c.People, n.From[rnd.IntN(len(n.From))])
				}
			}
			s.Place(o, c)
			done++
			if got, want := s.Cost(), gridtest.Cost(p, s.Plan()); got != want {
				return fmt.Errorf("problem %d: cost %v, want %v", seed, got, want)
			}
			if got, want := s.Faults(), gridtest.Check(p, s.Plan()); !slices.Equal(got, want) {
				return fmt.Errorf("problem %d: faults %v, want %v", seed, got, want)
			}
		}
	}
	line(name, "%d edits, no difference (100,000)", done)
	return nil
}

// memory tells the most this process has held.
func (b *bench) memory(name string) error {
	runtime.GC()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return err
	}
	most := fmt.Sprintf("%d KB", r.Maxrss)
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		for _, l := range strings.Split(string(status), "\n") {
			if v, ok := strings.CutPrefix(l, "VmHWM:"); ok {
				most = strings.TrimSpace(v)
			}
		}
	}
	line(name, "at most %s held by the whole run (≤ 60 MB)", most)
	return nil
}
