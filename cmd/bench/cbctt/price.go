//go:build bench

package main

import "math/bits"

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
	h := int32(s.hours)
	dayFrom, dayTo := from/h, to/h
	bitFrom, bitTo := uint32(1)<<uint(from%h), uint32(1)<<uint(to%h)
	delta := 0
	for _, q := range s.groups[c] {
		row := s.held[int(q)*s.days:][:s.days]
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
		row := s.onDay[int(c)*s.days:][:s.days]
		days, least := int(s.spread[c]), s.courses[c].minDays
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
			cost += costDays * max(0, course.minDays-int(s.spread[c]))
		}
		rooms := 0
		for _, n := range s.using[c*s.nRooms:][:s.nRooms] {
			if n > 0 {
				rooms++
			}
		}
		cost += costRoom * max(0, rooms-1)
	}
	for _, hours := range s.held {
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
