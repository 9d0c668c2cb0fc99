//go:build bench

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "cbctt:", err)
		}
		os.Exit(1)
	}
}

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
	files, err := files(flags.Args())
	if err != nil {
		return err
	}
	t := table{out: out, json: *asJSON}
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

// files are those named, or else all of the folder.
func files(named []string) ([]string, error) {
	if len(named) > 0 {
		return named, nil
	}
	folder := os.Getenv("MUSTER_BENCH")
	if folder == "" {
		return nil, errors.New("name files, or set MUSTER_BENCH to the folder that has cbctt/*.ctt")
	}
	found, err := filepath.Glob(filepath.Join(folder, "cbctt", "*.ctt"))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s has no cbctt/*.ctt", folder)
	}
	return found, err
}

// name is a file's without folder and ending.
func name(file string) string {
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}

// open reads a problem from a file.
func open(file string) (*problem, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	p, err := read(f)
	return p, errors.Join(err, f.Close())
}

// plan plans a file, and prints what the judge says of the plan.
func (t *table) plan(file string, seed int64, seconds float64, folder string) error {
	p, err := open(file)
	if err != nil {
		return err
	}
	begin, err := cpu()
	if err != nil {
		return err
	}
	used := func() float64 {
		now, _ := cpu() // it was there a moment ago
		return now - begin
	}
	r := solve(p, seed, func() float64 { return used() / seconds })
	w := row{Name: name(file), Seconds: used(), First: r.first * seconds, Complete: r.found, Tried: r.tried, verdict: judge(p, r.plan)}
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
	p, err := open(file)
	if err != nil {
		return err
	}
	solutions := filepath.Join(filepath.Dir(file), "solutions")
	path := filepath.Join(solutions, name(file)+".sol")
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	plan, err := readSolution(f, p)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	w := row{Name: name(file), Complete: true, verdict: judge(p, plan)}
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
