package model

import (
	"cmp"
	"slices"
)

// Desk is everything small at one revision: what a planner has on the desk.
// It is never changed; With makes the next one. The people on it are those who
// have a seat in a cohort that is not closed or a follow-up to come, never the
// million others.
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

	Rolls        Table[*Roll]        // of the sessions on the desk, by their ids
	Sheets       Table[*Sheet]       // likewise
	FireCourses  Table[*FireCourse]  //
	Certificates Table[*Certificate] // of the cohorts that are not closed
	Contacts     Table[*Contact]     // with a follow-up to come
	Drafts       Table[*Draft]       // of the cohorts that are not closed
}

// With is the desk after the change, at revision rev. Records of the change
// are taken as they are: they come from constructors.
func (d *Desk) With(c Change, rev Rev) *Desk {
	next := *d
	next.Rev = rev
	next.People = with(d.People, KindPerson, c, rev)
	next.Agencies = with(d.Agencies, KindAgency, c, rev)
	next.Units = with(d.Units, KindUnit, c, rev)
	next.Courses = with(d.Courses, KindCourse, c, rev)
	next.Cohorts = with(d.Cohorts, KindCohort, c, rev)
	next.Sessions = with(d.Sessions, KindSession, c, rev)
	next.Staff = with(d.Staff, KindStaff, c, rev)
	next.Places = with(d.Places, KindPlace, c, rev)
	next.Kits = with(d.Kits, KindKit, c, rev)
	next.Vehicles = with(d.Vehicles, KindVehicle, c, rev)
	next.Rolls = with(d.Rolls, KindRoll, c, rev)
	next.Sheets = with(d.Sheets, KindSheet, c, rev)
	next.FireCourses = with(d.FireCourses, KindFireCourse, c, rev)
	next.Certificates = with(d.Certificates, KindCertificate, c, rev)
	next.Contacts = with(d.Contacts, KindContact, c, rev)
	next.Drafts = with(d.Drafts, KindDraft, c, rev)
	for _, r := range c.Removes {
		if r.Kind == KindSettings {
			next.Settings = Row[*Settings]{}
		}
	}
	for _, p := range c.Puts {
		if s, ok := p.Record.(*Settings); ok {
			next.Settings = Row[*Settings]{s, rev}
		}
	}
	return &next
}

// with is the table after the change's records of its kind.
func with[R Record](t Table[R], k Kind, c Change, rev Rev) Table[R] {
	var puts []Row[R]
	for _, p := range c.Puts {
		if r, ok := p.Record.(R); ok {
			puts = append(puts, Row[R]{r, rev})
		}
	}
	var removes []ID
	for _, r := range c.Removes {
		if r.Kind == k {
			removes = append(removes, r.ID)
		}
	}
	return t.With(puts, removes)
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
	case KindRoll:
		return revOf(d.Rolls, r.ID)
	case KindSheet:
		return revOf(d.Sheets, r.ID)
	case KindFireCourse:
		return revOf(d.FireCourses, r.ID)
	case KindCertificate:
		return revOf(d.Certificates, r.ID)
	case KindContact:
		return revOf(d.Contacts, r.ID)
	case KindDraft:
		return revOf(d.Drafts, r.ID)
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
