//go:build bench

// Command cbctt tries the planner's ideas on a problem everybody knows:
// curriculum-based course timetabling (the third track of the timetabling
// competition of 2007). It is a harness: behind the build tag bench, in no
// product, run by hand.
//
//	MUSTER_BENCH=folder go run -tags bench ./cmd/bench/cbctt [-time 60] [-seed 1] [-json] [-out folder] [files…]
//	MUSTER_BENCH=folder go run -tags bench ./cmd/bench/cbctt -check
//
// Without files it takes all of the folder's cbctt/*.ctt. Beside a file it looks
// for best-known.csv, to compare with. -check judges recorded solutions
// (solutions/*.sol beside the files) instead, and compares with the costs that
// the competition's validator gave them (solutions/costs.csv).
//
// A first plan is found by guided ejection (first.go), in milliseconds. Then it
// is annealed (package anneal) by changes that break nothing (walk.go, chain.go,
// rooms.go), so that no weight for what is broken has to be set. One set of
// parameters serves all; what must fit the problem is taken from it.
//
// What may enter: this problem. What may not: anything of the product but
// package anneal.
package main
