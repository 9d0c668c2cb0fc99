//go:build bench

package main

import "math/bits"

// none is where a lecture is that has no place, and what is in an empty one.
const none = -1

// A state is a plan that breaks nothing: at most one lecture in a room, none
// beside another it may not be beside, none when its course cannot be. It may
// have lectures without a place while the first plan is sought; after that, all
// have one. Every count that a cost depends on is kept up to date, so that the
// price of a move is a handful of look-ups.
type state struct {
	*tables
	period []int32  // by lecture
	room   []int32  // by lecture
	in     []int32  // by period and room: the lecture there
	at     []int32  // by course and period: its lecture then
	busy   []uint64 // by period: its courses, as bits
	hours  []uint32 // by curriculum and day: the hours it has, as bits
	onDay  []int32  // by course and day: its lectures
	days   []int32  // by course: on how many days it is
	using  []int32  // by course and room: its lectures there
}

func newState(t *tables) *state {
	n := len(t.courses)
	return &state{
		tables: t,
		period: filled(len(t.of)), room: filled(len(t.of)),
		in: filled(t.nPeriods * t.nRooms), at: filled(n * t.nPeriods),
		busy:  make([]uint64, t.nPeriods*t.words),
		hours: make([]uint32, len(t.curricula)*t.problem.days),
		onDay: make([]int32, n*t.problem.days), days: make([]int32, n),
		using: make([]int32, n*t.nRooms),
	}
}

// filled is n times none.
func filled(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = none
	}
	return s
}

// enter puts a lecture that has no place into an empty one.
func (s *state) enter(l, period, room int32) {
	s.room[l] = room
	s.in[int(period)*s.nRooms+int(room)] = l
	s.using[int(s.of[l])*s.nRooms+int(room)]++
	s.period[l] = period
	c := s.of[l]
	s.at[int(c)*s.nPeriods+int(period)] = l
	s.book(c, period, 1)
}

// leave takes a lecture out of its place.
func (s *state) leave(l int32) {
	c, period, room := s.of[l], s.period[l], s.room[l]
	s.in[int(period)*s.nRooms+int(room)] = none
	s.using[int(c)*s.nRooms+int(room)]--
	s.at[int(c)*s.nPeriods+int(period)] = none
	s.book(c, period, -1)
	s.period[l], s.room[l] = none, none
}

// book notes that a course comes (1) or goes (-1) in a period.
func (s *state) book(c, period, by int32) {
	s.busy[int(period)*s.words+int(c)/64] ^= 1 << (uint(c) % 64)
	day, hour := int(period)/s.problem.hours, uint(period)%uint(s.problem.hours)
	for _, q := range s.groups[c] {
		s.hours[int(q)*s.problem.days+day] ^= 1 << hour
	}
	n := &s.onDay[int(c)*s.problem.days+day]
	if *n == 0 {
		s.days[c]++
	}
	*n += by
	if *n == 0 {
		s.days[c]--
	}
}

// aloneIn is how many of a day's hours have no neighbour.
func aloneIn(hours uint32) int {
	return bits.OnesCount32(hours &^ (hours<<1 | hours>>1))
}

// shift is what it costs that a course goes from one period to another, but for
// its rooms. What the two periods exchange may be more than this course: a
// curriculum that has both periods, or a course that does, has them afterwards
// too, because whatever had the other one clashes with this course and goes the
// other way.
func (s *state) shift(c, from, to int32) int {
	h := int32(s.problem.hours)
	dayFrom, dayTo := from/h, to/h
	bitFrom, bitTo := uint32(1)<<uint(from%h), uint32(1)<<uint(to%h)
	delta := 0
	for _, q := range s.groups[c] {
		row := s.hours[int(q)*s.problem.days:][:s.problem.days]
		there := row[dayTo]
		if there&bitTo != 0 {
			continue
		}
		here := row[dayFrom]
		if dayFrom == dayTo {
			delta += aloneIn(here^bitFrom^bitTo) - aloneIn(here)
			continue
		}
		delta += aloneIn(here^bitFrom) - aloneIn(here) + aloneIn(there^bitTo) - aloneIn(there)
	}
	delta *= costAlone
	if dayFrom != dayTo && s.at[int(c)*s.nPeriods+int(to)] == none {
		row := s.onDay[int(c)*s.problem.days:][:s.problem.days]
		days, least := int(s.days[c]), s.courses[c].minDays
		after := days
		if row[dayFrom] == 1 {
			after--
		}
		if row[dayTo] == 0 {
			after++
		}
		if after != days {
			delta += costDays * (max(0, least-after) - max(0, least-days))
		}
	}
	return delta
}

// refit is what it costs that one lecture of a course changes its room.
func (s *state) refit(c, from, to int32) int {
	if from == to {
		return 0
	}
	row, using := s.over[int(c)*s.nRooms:][:s.nRooms], s.using[int(c)*s.nRooms:][:s.nRooms]
	delta := row[to] - row[from]
	if using[to] == 0 {
		delta += costRoom
	}
	if using[from] == 1 {
		delta -= costRoom
	}
	return delta
}

// cost is all of it, counted from the tables.
func (s *state) cost() int {
	cost := 0
	for l, c := range s.of {
		if s.room[l] != none {
			cost += s.over[int(c)*s.nRooms+int(s.room[l])]
		}
	}
	for c, course := range s.courses {
		if course.lectures > 0 {
			cost += costDays * max(0, course.minDays-int(s.days[c]))
		}
		rooms := 0
		for _, n := range s.using[c*s.nRooms:][:s.nRooms] {
			if n > 0 {
				rooms++
			}
		}
		cost += costRoom * max(0, rooms-1)
	}
	for _, hours := range s.hours {
		cost += costAlone * aloneIn(hours)
	}
	return cost
}

// plan is the state as a solution is written.
func (s *state) plan() []seat {
	var out []seat
	for l, c := range s.of {
		if s.period[l] != none {
			out = append(out, seat{int(c), int(s.room[l]), int(s.period[l])})
		}
	}
	return out
}
