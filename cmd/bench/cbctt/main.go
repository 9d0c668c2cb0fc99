//go:build bench

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"muster/cmd/bench/meter"
)

func main() { meter.Main("cbctt", run) }

// run does what the arguments say. The error names a file that cannot be read,
// or says that something was wrong.
func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("cbctt", flag.ContinueOnError)
	seconds := flags.Float64("time", 60, "seconds of processor time for each file")
	seed := flags.Int64("seed", 1, "of the search")
	asJSON := flags.Bool("json", false, "print JSON, a line for each file")
	recorded := flags.Bool("check", false, "judge recorded solutions instead of planning")
	folder := flags.String("out", "", "folder to write solutions to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	files, err := meter.Files(flags.Args(), "cbctt/*.ctt")
	if err != nil {
		return err
	}
	t := table{Sheet: meter.Sheet{Out: out, JSON: *asJSON, Titles: titles}}
	for _, file := range files {
		if *recorded {
			err = t.recorded(file)
		} else {
			err = t.plan(file, *seed, *seconds, *folder)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return t.close()
}

// plan plans a file, and prints what the judge says of the plan.
func (t *table) plan(file string, seed int64, seconds float64, folder string) error {
	p, err := meter.Read(file, read)
	if err != nil {
		return err
	}
	used := meter.Begin()
	r := solve(p, seed, func() float64 { return used() / seconds })
	w := row{Name: meter.Name(file), Seconds: used(), First: r.first * seconds, Complete: r.found, Tried: r.tried, verdict: judge(p, r.plan)}
	w.sum()
	if r.found && (w.Hard > 0 || w.Cost != r.cost) {
		w.Wrong = fmt.Sprintf("the judge counts %d broken and a cost of %d, the search %d", w.Hard, w.Cost, r.cost)
	}
	if w.Best, w.HasBest, err = known(file, "best-known.csv", "best_known"); err != nil {
		return err
	}
	if folder != "" {
		if err := save(filepath.Join(folder, w.Name+".sol"), p, r.plan); err != nil {
			return err
		}
	}
	return t.print(w)
}

// recorded judges the recorded solution of a file.
func (t *table) recorded(file string) error {
	p, err := meter.Read(file, read)
	if err != nil {
		return err
	}
	solutions := filepath.Join(filepath.Dir(file), "solutions")
	path := filepath.Join(solutions, meter.Name(file)+".sol")
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	plan, err := readSolution(f, p)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	w := row{Name: meter.Name(file), Complete: true, verdict: judge(p, plan)}
	w.sum()
	if w.Best, w.HasBest, err = known(file, filepath.Join("solutions", "costs.csv"), "cost"); err != nil {
		return err
	}
	if !w.HasBest {
		return fmt.Errorf("%s has no cost of it", filepath.Join(solutions, "costs.csv"))
	}
	if w.Hard > 0 || w.Cost != w.Best {
		w.Wrong = fmt.Sprintf("%d broken and a cost of %d; the validator says %d", w.Hard, w.Cost, w.Best)
	}
	return t.print(w)
}

func save(path string, p *problem, plan []seat) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(writeSolution(f, p, plan), f.Close())
}
