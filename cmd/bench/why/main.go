//go:build bench

// Command why measures what package proof says of impossible courses: verdict,
// lines, loosenings and milliseconds of CPU, and it checks each answer both ways.
//
//	MUSTER_BENCH=<bench folder> go run -tags bench ./cmd/bench/why [-v] [-time 3s] [file …]
//
// Without files it takes the course files of the bench folder, with the people
// fixed and chosen, and variants of the reference course made here.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
	"muster/model/planner/proof"
)

func main() {
	verbose := flag.Bool("v", false, "print every line and loosening")
	limit := flag.Duration("time", 6*time.Second, "of the wall clock, for each problem")
	quarters := flag.Bool("quarters", false, "the quarter-hour grid with relays, too")
	wide := flag.Bool("sweep", false, "absences and closures of the reference course instead")
	flag.Parse()
	cases, err := load(flag.Args(), *quarters)
	if err != nil {
		fmt.Fprintln(os.Stderr, "why:", err)
		os.Exit(1)
	}
	if *wide {
		var all []trial
		for _, c := range cases {
			if c.name == "r2w4 fixed" || c.name == "r2w4 chosen" {
				all = append(all, sweep(c)...)
			}
		}
		cases = all
	}
	fmt.Printf("%-34s %-10s %5s %7s %5s %5s %6s %6s %s\n", "problem", "verdict", "lines", "minimal", "works", "tried", "cpu ms", "checks", "how")
	for _, c := range cases {
		c.run(*limit, *verbose)
	}
}

// A trial is one problem.
type trial struct {
	name  string
	p     *grid.Problem
	names gridtest.Names
}

func load(files []string, quarters bool) ([]trial, error) {
	files, err := meter.Files(files, "course/*.json")
	if err != nil {
		return nil, err
	}
	var all []trial
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := meter.Name(file)
		for _, free := range []bool{false, true} {
			p, names, err := gridtest.Course(bytes.NewReader(data), free)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			how := map[bool]string{false: " fixed", true: " chosen"}[free]
			all = append(all, trial{name + how, p, names})
			if name == "r2w4" {
				all = append(all, variants(trial{name + how, p, names})...)
			}
			if quarters {
				p, names, err := gridtest.CourseQuarters(bytes.NewReader(data), free)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", name, err)
				}
				all = append(all, trial{name + how + " quarters", p, names})
			}
		}
	}
	return all, nil
}

func (c trial) run(limit time.Duration, verbose bool) {
	g, err := grid.New(c.p)
	if err != nil {
		fmt.Println(c.name, err)
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	used := meter.Begin()
	a := proof.Explain(ctx, g, proof.Options{})
	took := used()
	works, tried := 0, 0
	for _, l := range a.Loosen {
		if l.Works {
			works++
		}
		if l.Works || l.Fails {
			tried++
		}
	}
	fmt.Printf("%-34s %-10s %5d %7v %5d %5d %6.0f %6s %+v\n", c.name, verdict(a.Verdict), len(a.Lines), a.Minimal, works, tried,
		1000*took, c.check(g, a), a.Tally)
	if verbose {
		c.print(a)
	}
}

func verdict(v proof.Verdict) string {
	return [...]string{"not proved", "possible", "impossible"}[v]
}

// check looks at an answer from outside: a plan breaks nothing; the lines cannot
// hold together; without any one of them they can, by a plan that breaks none of
// the others; a loosening that works has a plan that breaks nothing.
func (c trial) check(g *grid.Grid, a proof.Answer) string {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if a.Verdict == proof.Possible {
		if len(gridtest.Check(c.p, a.Plan)) > 0 {
			return "PLAN"
		}
		return "ok"
	}
	if a.Verdict == proof.NotProved {
		return "-"
	}
	if v, _ := proof.Hold(ctx, g, a.Lines); v != proof.Impossible {
		return "SET"
	}
	for i := range a.Lines {
		rest := slices.Delete(slices.Clone(a.Lines), i, i+1)
		v, plan := proof.Hold(ctx, g, rest)
		if v != proof.Possible {
			if a.Minimal {
				return "LESS"
			}
			continue
		}
		if breaks(c.p, rest, plan) {
			return "LESS!"
		}
	}
	for _, l := range a.Loosen {
		if l.Works && len(gridtest.Check(l.Problem, l.Plan)) > 0 {
			return "LOOSE"
		}
	}
	return "ok"
}
