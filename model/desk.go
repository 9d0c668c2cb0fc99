package model

import (
	"cmp"
	"slices"
)

// Desk is everything small at one revision: what a planner has on the desk.
// It is never changed; With makes the next one. The people on it are those who
// have a seat in a cohort that is not closed, never the million others.
type Desk struct {
	Rev      Rev
	People   Table[*Person]
	Agencies Table[*Agency]
	Units    Table[*Unit]
	Courses  Table[*Course]
	Cohorts  Table[*Cohort]
	Sessions Table[*Session]
	Staff    Table[*Staff]
	Places   Table[*Place]
	Kits     Table[*Kit]
	Vehicles Table[*Vehicle]
	Settings Row[*Settings]
}

// With is the desk after the change, at revision rev. Records of the change
// are taken as they are: they come from constructors.
func (d *Desk) With(c Change, rev Rev) *Desk {
	next := *d
	next.Rev = rev
	for _, r := range c.Removes {
		next.remove(r.Ref)
	}
	for _, p := range c.Puts {
		next.put(p.Record, rev)
	}
	return &next
}

func (d *Desk) put(r Record, rev Rev) {
	switch r := r.(type) {
	case *Person:
		d.People = d.People.With(r, rev)
	case *Agency:
		d.Agencies = d.Agencies.With(r, rev)
	case *Unit:
		d.Units = d.Units.With(r, rev)
	case *Course:
		d.Courses = d.Courses.With(r, rev)
	case *Cohort:
		d.Cohorts = d.Cohorts.With(r, rev)
	case *Session:
		d.Sessions = d.Sessions.With(r, rev)
	case *Staff:
		d.Staff = d.Staff.With(r, rev)
	case *Place:
		d.Places = d.Places.With(r, rev)
	case *Kit:
		d.Kits = d.Kits.With(r, rev)
	case *Vehicle:
		d.Vehicles = d.Vehicles.With(r, rev)
	case *Settings:
		d.Settings = Row[*Settings]{r, rev}
	}
}

func (d *Desk) remove(r Ref) {
	switch r.Kind {
	case KindPerson:
		d.People = d.People.Without(r.ID)
	case KindAgency:
		d.Agencies = d.Agencies.Without(r.ID)
	case KindUnit:
		d.Units = d.Units.Without(r.ID)
	case KindCourse:
		d.Courses = d.Courses.Without(r.ID)
	case KindCohort:
		d.Cohorts = d.Cohorts.Without(r.ID)
	case KindSession:
		d.Sessions = d.Sessions.Without(r.ID)
	case KindStaff:
		d.Staff = d.Staff.Without(r.ID)
	case KindPlace:
		d.Places = d.Places.Without(r.ID)
	case KindKit:
		d.Kits = d.Kits.Without(r.ID)
	case KindVehicle:
		d.Vehicles = d.Vehicles.Without(r.ID)
	case KindSettings:
		d.Settings = Row[*Settings]{}
	}
}

// RevOf is the revision the record was last written at, 0 when it is not on
// the desk.
func (d *Desk) RevOf(r Ref) Rev {
	switch r.Kind {
	case KindPerson:
		return revOf(d.People, r.ID)
	case KindAgency:
		return revOf(d.Agencies, r.ID)
	case KindUnit:
		return revOf(d.Units, r.ID)
	case KindCourse:
		return revOf(d.Courses, r.ID)
	case KindCohort:
		return revOf(d.Cohorts, r.ID)
	case KindSession:
		return revOf(d.Sessions, r.ID)
	case KindStaff:
		return revOf(d.Staff, r.ID)
	case KindPlace:
		return revOf(d.Places, r.ID)
	case KindKit:
		return revOf(d.Kits, r.ID)
	case KindVehicle:
		return revOf(d.Vehicles, r.ID)
	case KindSettings:
		return d.Settings.Rev
	}
	return 0
}

func revOf[R Record](t Table[R], id ID) Rev {
	r, _ := t.Row(id)
	return r.Rev
}

// Put is a Change's line that replaces the record as it lies on the desk.
func (d *Desk) Put(r Record) Put { return Put{r, d.RevOf(RefOf(r))} }

// Remove is a Change's line that takes the record out.
func (d *Desk) Remove(r Record) Remove {
	ref := RefOf(r)
	return Remove{ref, d.RevOf(ref)}
}

// CohortsByDate is the cohorts in the order they begin, then by code.
func (d *Desk) CohortsByDate() []*Cohort {
	out := slices.Collect(d.Cohorts.All)
	slices.SortFunc(out, func(a, b *Cohort) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// CohortByCode is the cohort everybody calls by that code, or nil.
func (d *Desk) CohortByCode(code string) *Cohort {
	for c := range d.Cohorts.All {
		if c.Code == code {
			return c
		}
	}
	return nil
}

// SessionsOf is the cohort's sessions, in the order of SortSessions.
func (d *Desk) SessionsOf(cohort ID) []*Session {
	var out []*Session
	for s := range d.Sessions.All {
		if s.Cohort == cohort {
			out = append(out, s)
		}
	}
	SortSessions(out)
	return out
}

// SortSessions puts sessions in the order plans are read in: those with a time
// by their start, then those in the tray by where their block usually lies.
func SortSessions(list []*Session) {
	slices.SortFunc(list, func(a, b *Session) int {
		if a.Placed() != b.Placed() {
			if a.Placed() {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.Start, b.Start),
			cmp.Compare(a.Block.Usual.Day, b.Block.Usual.Day), cmp.Compare(a.Block.Usual.At, b.Block.Usual.At),
			cmp.Compare(a.Block.Key, b.Block.Key), cmp.Compare(a.Squads, b.Squads), a.ID.Compare(b.ID))
	})
}
