// Package planner makes plans, improves and repairs them, and says why one
// cannot be: for one or several cohorts that share instructors, places,
// vehicles and kit, against the rules of package rules.
//
// New reads a desk into a Job: sessions, the rules with their settings, people,
// places, kit, become a problem in numbers (package grid), which does the
// searching; package proof finds which requirements cannot hold together.
// What comes out are sessions and a model.Change, which the caller commits.
//
// The desk is a snapshot: a Job knows nothing of what is changed later. Nothing
// here reads a clock: a context ends a search, Options.Now says what is past.
// What may enter: the translation between records and numbers. What may not:
// words (sentences are messages), and a rule of its own: what a rule asks, how
// strictly and with what value is read from package rules.
package planner
