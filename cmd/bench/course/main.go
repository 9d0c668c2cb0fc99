//go:build bench

// Command course measures the planner on the reference course and on courses
// made like it, and prints a table of bars: the first complete plan with the
// people fixed and free, beside FET's command line where that is installed;
// quality after one second and five; the product's quarter-hour grid; three
// cohorts; the check after an edit; memory. Times are of the processor.
//
//	MUSTER_BENCH=… go run -tags bench ./cmd/bench/course [-seeds 100] [-only fixed,free]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

func main() {
	seeds := flag.Int("seeds", 100, "seeds for first plans; a tenth of them where a plan takes long")
	only := flag.String("only", "", "rows to run, by the start of their names, with commas; all when empty")
	flag.Parse()
	folder, err := meter.Folder("course/r2w4.json")
	if err != nil {
		fmt.Fprintln(os.Stderr, "course:", err)
		os.Exit(1)
	}
	debug.SetGCPercent(50)
	b := bench{folder: filepath.Join(folder, "course"), seeds: *seeds}
	fmt.Printf("%-38s %s\n", "", "measured, and the bar")
	for _, row := range rows {
		if *only != "" && !wanted(row.name, *only) {
			continue
		}
		if err := row.run(&b, row.name); err != nil {
			fmt.Fprintf(os.Stderr, "course: %s: %v\n", row.name, err)
			os.Exit(1)
		}
	}
}

func wanted(name, only string) bool {
	for _, w := range strings.Split(only, ",") {
		if strings.HasPrefix(name, w) {
			return true
		}
	}
	return false
}

// A bench is where the problems are and how often to try each.
type bench struct {
	folder string
	seeds  int
	fixed  float64 // median seconds of a first plan with people fixed
}

var rows = []struct {
	name string
	run  func(*bench, string) error
}{
	{"ready", (*bench).ready},
	{"fixed people, first plan", (*bench).fixedPeople},
	{"fet-cl, the same", (*bench).fet},
	{"free people, first plan", (*bench).freePeople},
	{"quarter grid, fixed", (*bench).quartersFixed},
	{"quarter grid, relays and people ours", (*bench).quarters},
	{"three cohorts, made of r2w4", (*bench).cohorts},
	{"three cohorts, random", (*bench).randomCohorts},
	{"random courses", (*bench).random},
	{"tight courses, with proof", (*bench).tight},
	{"legality of all blocks after an edit", (*bench).legality},
	{"quality after 1 s", (*bench).second},
	{"quality after 5 s", (*bench).fiveSeconds},
	{"edits against brute force", (*bench).edits},
	{"plans of generated courses", (*bench).sound},
	{"FET's plan", (*bench).fetPlan},
	{"absence drill", (*bench).drill},
	{"absence drill, quarter grid", (*bench).drillQuarters},
	{"memory", (*bench).memory},
}

// course reads the reference course.
func (b *bench) course(read reader, free bool) (*grid.Problem, error) {
	f, err := os.Open(filepath.Join(b.folder, "r2w4.json"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p, _, err := read(f, free)
	return p, err
}

func line(name, format string, args ...any) {
	fmt.Printf("%-38s %s\n", name, fmt.Sprintf(format, args...))
}

// proved is an error when a plan that says it is complete is not.
func proved(p *grid.Problem, plan grid.Plan, complete bool) error {
	if f := gridtest.Check(p, plan); complete && len(f) > 0 {
		return fmt.Errorf("a plan breaks %d things: %+v", len(f), f[0])
	}
	return nil
}
