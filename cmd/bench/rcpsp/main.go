//go:build bench

package main

import (
	"flag"
	"fmt"
	"io"

	"muster/cmd/bench/meter"
)

func main() { meter.Main("rcpsp", run) }

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
	files, err := meter.Files(flags.Args(), "rcpsp/*.sm")
	if err != nil {
		return err
	}
	t := table{Sheet: meter.Sheet{Out: out, JSON: *asJSON, Titles: titles}}
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

// try schedules one file and judges the schedule.
func try(file string, seed int64, seconds float64) (row, error) {
	p, err := meter.Read(file, read)
	if err != nil {
		return row{}, err
	}
	used := meter.Begin()
	r := solve(p, seed, func() float64 { return used() / seconds })
	w := row{
		Name: meter.Name(file), Jobs: len(p.jobs), End: r.end, Floor: r.floor, Proved: r.proved(),
		Seconds: used(), Schedules: r.born, Nodes: r.nodes,
	}
	if err := judge(p, r.starts); err != nil {
		w.Wrong = err.Error()
	} else if p.makespan(r.starts) != r.end {
		w.Wrong = fmt.Sprintf("ends at %d, not at %d", p.makespan(r.starts), r.end)
	}
	return w, nil
}
