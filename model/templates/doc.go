// Package templates holds the courses the program brings with it. They are
// written down here as plain tables, so that a unit which has no curriculum of
// its own can begin with one and change it.
//
// It is pure like the rest of model: nothing here reads a clock, a disk or a
// screen, and what it returns is made anew on each call, so that nobody can
// change somebody else's copy.
//
// # Ids
//
// Built-in records have ids that never change from one release to the next:
// the six bytes of time are zero, byte 6 is the record's kind, bytes 14 and 15
// are its number (1 and up; never given twice), the rest is zero. An id made
// at run time carries the time it was made, so none can collide with these,
// and built-in records sort before all others. Blocks refer to kit and to courses of
// fire by these ids, which is why those come with the course.
package templates

import (
	"slices"

	"muster/model"
)

// Built is a course and what its blocks refer to.
type Built struct {
	Course *model.Course
	// Kits are the pools the blocks draw from. A database that lacks one is
	// given it; one that has it keeps its own name and count.
	Kits []*model.Kit
	// Fire is the courses of fire its blocks shoot.
	Fire []*model.FireCourse
	// turns is where each group of squads has a block, by key; see Turn.
	turns map[int][]model.Usual
}

// id is the fixed id of the n-th built-in record of a kind.
func id(k model.Kind, n uint16) model.ID {
	return model.ID{6: byte(k), 14: byte(n >> 8), 15: byte(n)}
}

// Turn is the day and the quarter at which the n-th group of squads (0 is the
// first) commonly has the block: a course whose squads rotate has them at
// different places at the same time. The zero Usual when there is no such
// turn.
func (b Built) Turn(key, n int) model.Usual {
	if t := b.turns[key]; n >= 0 && n < len(t) {
		return t[n]
	}
	return model.Usual{}
}

// Turns is how many groups of squads the course has turns for in that block.
func (b Built) Turns(key int) int { return len(b.turns[key]) }

// Records is everything of b, what is referred to first.
func (b Built) Records() []model.Record {
	out := make([]model.Record, 0, len(b.Kits)+len(b.Fire)+1)
	for _, k := range b.Kits {
		out = append(out, k)
	}
	for _, f := range b.Fire {
		out = append(out, f)
	}
	return append(out, b.Course)
}

// Missing is the records of b that the desk has not: what a change has to put
// before a cohort can take the course.
func (b Built) Missing(d *model.Desk) []model.Record {
	return slices.DeleteFunc(b.Records(), func(r model.Record) bool { return d.RevOf(model.RefOf(r)) != 0 })
}
