//go:build bench

// Command rcpsp tries the planner's ideas on a problem everybody knows: jobs
// that follow one another and share resources, to be done as soon as possible
// (PSPLIB, single mode). It is a harness: behind the build tag bench, in no
// product, run by hand.
//
//	MUSTER_BENCH=folder go run -tags bench ./cmd/bench/rcpsp [-time 1] [-seed 1] [-json] [files…]
//
// Without files it takes all of the folder's rcpsp/*.sm. Beside a file it looks
// for best-known.csv (set,instance,lb,ub), to compare with. It ends with 1 when a
// schedule is wrong, when one is shorter than a published bound, or when
// something was called proved that is not so.
//
// A schedule is sought by breeding (herd.go), then proved the shortest or beaten
// by a search through all (prove.go), then by breeding again; what ends at a
// lower bound ends the search. An annealing loop does not serve here: a list of
// jobs has no price of a small change short of scheduling it anew.
//
// What may enter: this problem. What may not: anything of the product but the
// dice of package anneal.
package main
