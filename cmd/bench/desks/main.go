//go:build bench

// Command desks plans desks made at random and has the rules judge each plan: no
// rule may be broken that a plan could have kept, nothing may move that was to
// stay. It prints what is wrong by seed, and the sums.
//
//	go run -tags bench ./cmd/bench/desks [-n 10000] [-first 0] [-time 100ms] [-v]
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"muster/model/planner"
	"muster/model/planner/desktest"
)

func main() {
	n := flag.Int("n", 10_000, "how many desks")
	first := flag.Int("first", 0, "seed of the first")
	limit := flag.Duration("time", 100*time.Millisecond, "for each plan, of the wall clock")
	verbose := flag.Bool("v", false, "print each clash of a plan that is wrong")
	flag.Parse()
	var placed, unplaced, whole, bad int
	for seed := *first; seed < *first+*n; seed++ {
		w := desktest.New(uint64(seed))
		j, err := planner.New(w.Desk, w.Options)
		if err != nil {
			fmt.Fprintf(os.Stderr, "desks: %d: %v\n", seed, err)
			os.Exit(1)
		}
		ctx, cancel := context.WithTimeout(context.Background(), *limit)
		r := j.Make(ctx, nil)
		cancel()
		placed, unplaced = placed+r.Placed, unplaced+len(r.Unplaced)
		if len(r.Unplaced) == 0 {
			whole++
		}
		wrong := w.Judge(r)
		if len(wrong) == 0 {
			continue
		}
		bad++
		fmt.Printf("%d: %d wrong\n", seed, len(wrong))
		if *verbose {
			for _, s := range wrong {
				fmt.Printf("  %s\n", s)
			}
		}
	}
	fmt.Printf("%d desks: %d plans whole, %d sessions placed, %d not; %d plans are wrong\n", *n, whole, placed, unplaced, bad)
	if bad > 0 {
		os.Exit(1)
	}
}
