// Package rules holds every rule of scheduling once: what it is called, where
// it comes from, how strict it is, and what breaks it.
//
// A rule is a row of a table (rows.go), grouped in a few families. Ground
// turns rows and records into groups: a squad, an instructor, a place, a car,
// a kit pool, a rider, a session, a cohort, each with the sessions that concern
// it in order of time. One function a family reads a group and names what is
// broken, with its witnesses. Board.With looks again only at the groups that a
// change touches; Board.Try and Board.Starts ask the same functions about a
// session that is not so yet.
//
// The rows of the families papers, running and after speak of records, and of
// the day it is, which a board does not know: the table holds how strict they
// are and their values, package due reads them.
//
// Times are compared on a clock common to all cohorts (Options.Offset); hours,
// bookings and absences are on the wall clock of the session's own cohort. A
// day of duty runs from 04:00 to 04:00, so that what ends after midnight
// belongs to the evening it began in.
//
// What may enter: rules that speak of several records together. What may not:
// what a single record must be (package model), words (ui/lang), or choosing
// what to do about a clash (the planner).
package rules
