//go:build bench

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "rcpsp:", err)
		}
		os.Exit(1)
	}
}

// run does what the arguments say. The error names a file that cannot be read,
// or says that something was wrong.
func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("rcpsp", flag.ContinueOnError)
	seconds := flags.Float64("time", 1, "seconds of processor time for each file")
	seed := flags.Int64("seed", 1, "of the search")
	asJSON := flags.Bool("json", false, "print JSON, a line for each file")
	if err := flags.Parse(args); err != nil {
		return err
	}
	files, err := files(flags.Args())
	if err != nil {
		return err
	}
	t := table{out: out, json: *asJSON}
	known := bounds{}
	for _, file := range files {
		row, err := try(file, *seed, *seconds)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if row.Lower, row.Best, err = known.of(file); err != nil {
			return err
		}
		if err := t.print(row); err != nil {
			return err
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
		return nil, errors.New("name files, or set MUSTER_BENCH to the folder that has rcpsp/*.sm")
	}
	found, err := filepath.Glob(filepath.Join(folder, "rcpsp", "*.sm"))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s has no rcpsp/*.sm", folder)
	}
	return found, err
}

// try schedules one file and judges the schedule.
func try(file string, seed int64, seconds float64) (row, error) {
	f, err := os.Open(file)
	if err != nil {
		return row{}, err
	}
	p, err := read(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return row{}, err
	}
	begin, err := cpu()
	if err != nil {
		return row{}, err
	}
	used := func() float64 {
		now, _ := cpu() // it was there a moment ago
		return now - begin
	}
	r := solve(p, seed, func() float64 { return used() / seconds })
	w := row{
		Name: name(file), Jobs: len(p.jobs), End: r.end, Floor: r.floor, Proved: r.proved(),
		Seconds: used(), Schedules: r.born, Nodes: r.nodes,
	}
	if err := judge(p, r.starts); err != nil {
		w.Wrong = err.Error()
	} else if p.makespan(r.starts) != r.end {
		w.Wrong = fmt.Sprintf("ends at %d, not at %d", p.makespan(r.starts), r.end)
	}
	return w, nil
}
