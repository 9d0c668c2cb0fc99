// Package desktest makes desks at random and judges what the planner makes of
// them: the site and the staff of a unit, one to three cohorts of two to six
// squads, courses that are parts of the built-in one and blocks nobody thought
// of, half of it planned, pinned, told, or over.
//
// What may enter: the generator and the judge, for tests and harnesses. What may
// not: a reading of the rules of its own; the judge is package rules.
package desktest
