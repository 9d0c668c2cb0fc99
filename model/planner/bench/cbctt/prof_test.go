//go:build bench

package main

import (
	"muster/model/planner/anneal"
	"os"
	"testing"
)

func BenchmarkWalk(b *testing.B) {
	f, _ := os.Open("/work/shared/bench/cbctt/comp02.ctt")
	p, _ := read(f)
	s := newState(tabulate(p))
	d := anneal.NewDice(1)
	s.found(d, func() float64 { return 0 })
	defaultMix = mix{150, 170, 900}
	w := newWalker(s, d)
	n := 0.0
	anneal.Cooling{3, .15}.Run(w, d, s.cost(), 0, func() float64 { n += 1; return n / 20000 })
}
