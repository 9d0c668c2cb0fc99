//go:build bench

package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"muster/cmd/bench/meter"
	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

type reader = func(io.Reader, bool) (*grid.Problem, gridtest.Names, error)

func (b *bench) ready(name string) error {
	p, err := b.course(gridtest.Course, false)
	if err != nil {
		return err
	}
	var t meter.Times
	for range 50 {
		from := meter.Spent()
		if _, err := grid.New(p); err != nil {
			return err
		}
		t = append(t, meter.Spent()-from)
	}
	line(name, "%v (≤ 20 ms)", t)
	return nil
}

// first makes first plans of problems and prints how long they took.
func (b *bench) first(name, bar string, limit time.Duration, seeds int, problem func(int) (*grid.Problem, error)) (meter.Times, error) {
	var t meter.Times
	complete := 0
	for seed := range seeds {
		p, err := problem(seed)
		if err != nil {
			return nil, err
		}
		runtime.GC()
		from := meter.Spent()
		g, err := grid.New(p)
		if err != nil {
			return nil, err
		}
		plan, stats := g.Make(meter.Within(limit), int64(seed), nil, nil)
		t = append(t, meter.Spent()-from)
		if stats.Complete {
			complete++
		}
		if err := proved(p, plan, stats.Complete); err != nil {
			return nil, err
		}
	}
	line(name, "%d of %d; %v (%s)", complete, seeds, t, bar)
	return t, nil
}

// same is the course whatever the seed.
func (b *bench) same(read reader, free bool) func(int) (*grid.Problem, error) {
	p, err := b.course(read, free)
	return func(int) (*grid.Problem, error) { return p, err }
}

func (b *bench) fixedPeople(name string) error {
	t, err := b.first(name, "all; median ≤ 100 ms, p99 ≤ 500 ms", 10*time.Second, b.seeds, b.same(gridtest.Course, false))
	if err == nil {
		b.fixed = t.At(0.5).Seconds()
	}
	return err
}

func (b *bench) freePeople(name string) error {
	_, err := b.first(name, "median ≤ 150 ms", 10*time.Second, b.seeds, b.same(gridtest.Course, true))
	return err
}

func (b *bench) quartersFixed(name string) error {
	_, err := b.first(name, "no bar", 10*time.Second, b.seeds, b.same(gridtest.CourseQuarters, false))
	return err
}

func (b *bench) quarters(name string) error {
	_, err := b.first(name, "all; median ≤ 300 ms", 10*time.Second, b.seeds, b.same(gridtest.CourseQuarters, true))
	return err
}

func (b *bench) cohorts(name string) error {
	p, err := b.course(gridtest.Course, true)
	if err != nil {
		return err
	}
	three := gridtest.Cohorts(p)
	_, err = b.first(name, "median ≤ 1.5 s", 10*time.Second, max(b.seeds/4, 1), func(int) (*grid.Problem, error) { return three, nil })
	return err
}

func (b *bench) randomCohorts(name string) error {
	_, err := b.first(name, "median ≤ 1.5 s", 10*time.Second, max(b.seeds/5, 1), func(seed int) (*grid.Problem, error) {
		p, _ := gridtest.Random(rand.New(rand.NewPCG(uint64(seed), 3)), gridtest.Shape{Cohorts: 3, Squads: 4, Days: 10})
		return p, nil
	})
	return err
}

func (b *bench) random(name string) error {
	_, err := b.first(name, "no bar", 5*time.Second, b.seeds, func(seed int) (*grid.Problem, error) {
		p, _ := gridtest.Random(rand.New(rand.NewPCG(uint64(seed), 4)), gridtest.Shape{})
		return p, nil
	})
	return err
}

// fet runs FET's command line on the same course, a few times.
func (b *bench) fet(name string) error {
	tool, err := exec.LookPath("fet-cl")
	if err != nil {
		line(name, "not installed")
		return nil
	}
	dir, err := os.MkdirTemp("", "course")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	input := filepath.Join(dir, "r2w4.fet")
	if err := unzip(filepath.Join(b.folder, "r2w4.fet.gz"), input); err != nil {
		return err
	}
	var t meter.Times
	for i := range max(b.seeds/20, 3) {
		from := meter.Children()
		// FET draws its own seed; writing no tables is the least it can do.
		out, err := exec.Command(tool, "--inputfile="+input, "--outputdir="+dir, "--htmllevel=0", "--timelimitseconds=60",
			fmt.Sprintf("--randomseeds10=%d", i+1), "--randomseeds11=2", "--randomseeds12=3",
			"--randomseeds20=4", "--randomseeds21=5", "--randomseeds22=6").CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
		t = append(t, meter.Children()-from)
	}
	ratio := "run it with the fixed people to compare"
	if b.fixed > 0 {
		ratio = fmt.Sprintf("we are %.0f times as fast", t.At(0.5).Seconds()/b.fixed)
	}
	line(name, "%v; %s (≥ 20)", t, ratio)
	return nil
}

func unzip(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}
