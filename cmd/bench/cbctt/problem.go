//go:build bench

package main

// A problem is what a file says, in numbers. Courses, rooms and curricula are
// numbered in the order of the file; period p is hour p%hours of day p/hours.
type problem struct {
	name      string
	days      int
	hours     int // of a day
	courses   []course
	rooms     []room
	curricula []curriculum
	barred    [][]bool // by course and period
}

type course struct {
	id       string
	teacher  string
	lectures int
	minDays  int // days its lectures should spread over, at least
	students int
}

type room struct {
	id    string
	seats int
}

type curriculum struct {
	id      string
	courses []int
}

// periods is how many there are in all.
func (p *problem) periods() int { return p.days * p.hours }

// A seat is where a lecture is put.
type seat struct {
	course, room, period int
}

// Costs of the competition, per unit: a student who finds no seat, a day that
// is missing, a lecture alone, a room too many.
const (
	costNoSeat = 1
	costDays   = 5
	costAlone  = 2
	costRoom   = 1
)
