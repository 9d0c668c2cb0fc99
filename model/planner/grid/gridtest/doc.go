// Package gridtest is what tests and harnesses need about package grid: a
// checker and a cost count that read the contract's words by brute force and
// share no code with the tables they judge, a reader of course files, and a
// generator of courses with a plan that is known to exist.
//
// It is imported by tests and by commands behind a build tag, never by a
// product package. What may not enter: anything of grid beyond the types of a
// problem and of a plan; speed at the price of plainness.
package gridtest
