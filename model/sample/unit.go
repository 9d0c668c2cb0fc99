package sample

import (
	"math/rand/v2"

	"muster/model"
	"muster/model/templates"
)

// A unit is what everything is invented around.
type unit struct {
	today  model.Date
	course templates.Built

	agencies []*model.Agency
	units    []*model.Unit
	forces   map[string][]force // by country
	host     model.ID           // the force that takes visitors along

	staff    []*model.Staff
	places   []*model.Place
	vehicles []*model.Vehicle

	// Each part of the world draws from its own stream, so that a change in
	// one leaves the others as they were.
	people *rand.Rand
	ids    *rand.Rand
	after  *rand.Rand     // what became of them
	drawn  int            // officers so far: makes their numbers unlike
	codes  map[string]int // cohorts so far, by country and year
}

// A force is an agency with its units, as officers are drawn from it.
type force struct {
	agency *model.Agency
	units  []*model.Unit
	ladder []rank
	weight int
}

const (
	streamPeople = iota + 1
	streamIDs
	streamAfter
)

func newUnit(today model.Date, seed uint64) *unit {
	u := &unit{
		today: today, course: templates.AdvancedTactical(), codes: map[string]int{},
		people: rand.New(rand.NewPCG(seed, streamPeople)),
		ids:    rand.New(rand.NewPCG(seed, streamIDs)),
		after:  rand.New(rand.NewPCG(seed, streamAfter)),
	}
	u.foundForces()
	u.buildSite()
	u.stockUp()
	u.hireStaff()
	return u
}

// id is an id as if the record had been made on that day.
func (u *unit) id(made model.Date) model.ID {
	const dayMs = 24 * 60 * 60 * 1000
	var chance [10]byte
	a, b := u.ids.Uint64(), u.ids.Uint64()
	for i := range chance {
		if i < 8 {
			chance[i] = byte(a >> (8 * i))
		} else {
			chance[i] = byte(b >> (8 * (i - 8)))
		}
	}
	return model.NewID(int64(made)*dayMs+int64(b>>16%dayMs), chance)
}

// opened is the day the unit began to keep records.
var opened = day(2013, 1, 14)

// day is a date known to exist.
func day(y, m, d int) model.Date {
	v, _ := model.NewDate(y, m, d)
	return v
}

// pick draws one of the list.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// chance is true n times in a hundred.
func chance(r *rand.Rand, n int) bool { return r.IntN(100) < n }

// monday is the Monday of the day's week.
func monday(d model.Date) model.Date { return d.Days(-((d.Weekday() + 6) % 7)) }
