// Package grid is a plan in numbers: blocks to be given a time, a place and
// people, on a line of slots, with everything that forbids or costs something.
// It finds plans, makes them better, and repairs them.
//
// It knows nothing of records, rules or words. Package planner makes a Problem
// of a desk and of the rules, and records of a Plan; the readers of test
// problems make theirs. What may enter: algorithms on a Problem. What may not:
// anything of package model, any clock but the context that ends a search, any
// sentence.
package grid
