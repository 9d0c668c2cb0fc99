// Package anneal is simulated annealing apart from what is annealed: a state
// that can try a small change (Walker), and a loop that decides how much worse
// a change may make it now (Cooling.Run).
//
// The loop draws the limit before the change is tried, not a coin afterwards,
// so that a state may drop a change as soon as it is seen to cost too much.
// Which is the same lottery: a change of cost d is taken with probability
// exp(-d/T) when d ≤ -T·ln(u) for u even on (0, 1).
//
// It cools by how much of the time allowed is spent, not by steps made: the
// last stretch is cold on a fast machine and on a slow one. What may enter: the
// loop and its dice. What may not: a clock (the caller says how far it is), or
// anything of the problem.
package anneal
