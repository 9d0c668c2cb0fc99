package store

import (
	"cmp"
	"slices"

	"muster/model"
)

// The formats:
//
//	1  people, agencies, units, courses, cohorts, sessions, staff, places, kits,
//	   vehicles, settings
//	2  the working day: rolls, sheets, courses of fire, certificates, contacts,
//	   and the fields that lead to them. The days somebody left and came home
//	   stand on the seat; they were stages in format 1.
//	3  the planner: drafts, what was published of a session, how much each wish
//	   is wanted; kit that is used up, and what it is used up by; means to call
//	   for help
//
// A record is written in the oldest format that can hold it, so that programs
// of that format can go on working with it. They would take a database with
// anything newer for a damaged one and would leave it out of what they write
// out, so from the first such record on the head turns them away.

// needs is the oldest format that can hold the record.
func needs(r model.Record) uint64 {
	switch {
	case planned(r):
		return 3
	case worked(r):
		return 2
	}
	return 1
}

// planned reports whether something of format 3 is in the record.
func planned(r model.Record) bool {
	switch r := r.(type) {
	case *model.Draft:
		return true
	case *model.Settings:
		return len(r.Wishes) > 0
	case *model.Kit:
		return r.Spent || !r.Counted.IsZero() || len(r.Deliveries) > 0
	case *model.Place:
		return r.Means > 0
	case *model.Course:
		return slices.ContainsFunc(r.Blocks, draws)
	case *model.Session:
		return r.Told != nil || draws(r.Block)
	}
	return false
}

// worked reports whether something of format 2 is in the record.
func worked(r model.Record) bool {
	switch r := r.(type) {
	case *model.Roll, *model.Sheet, *model.FireCourse, *model.Certificate, *model.Contact:
		return true
	case *model.Person:
		return len(r.Ways) > 0 || r.Standing != model.Serving || r.Papers.Witness != ""
	case *model.Settings:
		return len(r.Callees) > 0
	case *model.Course:
		return slices.ContainsFunc(r.Blocks, newBlock)
	case *model.Cohort:
		return r.State == model.Graduated || slices.ContainsFunc(r.Seats, func(s model.Seat) bool {
			return !s.Departed.IsZero() || !s.Home.IsZero() || !s.Arrives.IsZero()
		})
	case *model.Session:
		return newBlock(r.Block) || len(r.Only) > 0 || !r.Again.IsZero() || r.Off != nil || r.Circuit != nil
	}
	return false
}

// draws reports whether the block names the ammunition it uses up.
func draws(b model.Block) bool { return b.Fire != nil && !b.Fire.Ammunition.IsZero() }

func newBlock(b model.Block) bool { return b.Ends || b.Fire != nil && !b.Fire.Course.IsZero() }

// admit raises the head to what the record needs.
func (h *head) admit(needs uint64) {
	h.Format, h.Needs, h.Writer = max(h.Format, needs), max(h.Needs, needs), max(h.Writer, needs)
}

// Stages of format 1.
const (
	stageDeparted model.Stage = "departed"
	stageHome     model.Stage = "home"
)

// renew puts a record of an older format into the words of this one. Without a
// day of the stage, that of the end of the course is taken.
func renew(r model.Record) {
	c, ok := r.(*model.Cohort)
	if !ok {
		return
	}
	for i := range c.Seats {
		s := &c.Seats[i]
		day := cmp.Or(s.Since, c.Last)
		switch s.Stage {
		case stageDeparted:
			s.Departed = day
		case stageHome:
			s.Home = day
		default:
			continue
		}
		s.Stage, s.Since = model.Completed, c.Last
	}
}
