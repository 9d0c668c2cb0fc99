//go:build bench

package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"muster/model/planner/anneal"
)

var defaultMix mix

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func main() {
	secs := flag.Float64("time", 60, "")
	seed := flag.Int64("seed", 1, "")
	t0 := flag.Float64("t0", 3, "")
	t1 := flag.Float64("t1", 0.15, "")
	m1 := flag.Int("m1", 150, "")
	m2 := flag.Int("m2", 170, "")
	m3 := flag.Int("m3", 900, "")
	flag.Float64Var(&anneal.Bend, "bend", 1, "")
	flag.Parse()
	defaultMix = mix{*m1, *m2, *m3}
	for _, a := range flag.Args() {
		f, err := os.Open(a)
		if err != nil {
			panic(err)
		}
		p, err := read(f)
		if err != nil {
			panic(err)
		}
		start := cpu()
		spent := func() float64 { return (cpu() - start) / *secs }
		s := newState(tabulate(p))
		if *t0 < 0 {
			g := 0
			for _, c := range s.of { g += len(s.groups[c]) }
			*t0 = -*t0 * (1+float64(g)/float64(len(s.of)))
		}
		d := anneal.NewDice(*seed)
		ok := s.found(d, spent)
		ft := cpu() - start
		w := newWalker(s, d)
		var tried int64
		c0, last := s.cost(), 0
		best := c0
		if ok {
			best, last, tried = anneal.Cooling{*t0, *t1}.Run(w, d, c0, 0, spent)
		}
		v := judge(p, w.best)
		fmt.Printf("%-8s found %v %.3fs first %d best %d last %d %d judge hard %d cost %d  %+v %.2fM/s %v\n", filepath.Base(a), ok, ft, c0, best, last, s.cost(), v.hard(), v.cost(), v, float64(tried)/1e6/(cpu()-start-ft), w.stat)
	}
}
