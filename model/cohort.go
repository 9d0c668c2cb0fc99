package model

import (
	"regexp"
	"slices"
	"strings"
)

// Cohort is one class: the people who come together on one pair of dates.
type Cohort struct {
	ID      ID          `cbor:"1,keyasint" json:"id"`
	Code    string      `cbor:"2,keyasint" json:"code"` // MEX-26-1: what everybody calls it
	Title   string      `cbor:"3,keyasint,omitempty" json:"title,omitempty"`
	Country string      `cbor:"4,keyasint,omitempty" json:"country,omitempty"` // they come from
	Zone    string      `cbor:"5,keyasint" json:"zone"`                        // IANA time zone of the course: America/New_York
	First   Date        `cbor:"6,keyasint" json:"first"`
	Last    Date        `cbor:"7,keyasint" json:"last"`
	Course  ID          `cbor:"8,keyasint,omitzero" json:"course,omitzero"`   // template taken, if any
	Places  int         `cbor:"9,keyasint,omitempty" json:"places,omitempty"` // seats agreed
	Squads  int         `cbor:"10,keyasint,omitempty" json:"squads,omitempty"`
	Seats   []Seat      `cbor:"11,keyasint,omitempty" json:"seats,omitempty"` // in roster order
	State   CohortState `cbor:"12,keyasint,omitempty" json:"state,omitempty"`
	Note    string      `cbor:"13,keyasint,omitempty" json:"note,omitempty"`
}

// CohortState is where a cohort stands.
type CohortState string

const (
	Planning  CohortState = "planning"
	Published CohortState = "published" // the plan is out; moves are marked
	Running   CohortState = "running"
	Graduated CohortState = "graduated" // taught, but not everybody is home
	Closed    CohortState = "closed"
)

// CohortStates lists every state in order.
var CohortStates = []CohortState{Planning, Published, Running, Graduated, Closed}

// A Seat ties a person to a cohort.
type Seat struct {
	No        int    `cbor:"1,keyasint,omitempty" json:"no,omitempty"` // class number, used on paper instead of the name
	Person    ID     `cbor:"2,keyasint" json:"person"`
	Alternate int    `cbor:"3,keyasint,omitempty" json:"alternate,omitempty"` // 0: holds a seat; 1 is first in line
	Squad     Squad  `cbor:"4,keyasint,omitempty" json:"squad,omitzero"`
	Stage     Stage  `cbor:"5,keyasint,omitempty" json:"stage,omitempty"`
	Since     Date   `cbor:"6,keyasint,omitempty" json:"since,omitzero"` // of the stage
	Note      string `cbor:"7,keyasint,omitempty" json:"note,omitempty"`
	// Departed is the day the person is known to have left the country of the
	// course, Home the day they are known to be home.
	Departed Date `cbor:"8,keyasint,omitempty" json:"departed,omitzero"`
	Home     Date `cbor:"9,keyasint,omitempty" json:"home,omitzero"`
	// Arrives is when somebody who comes late takes part from.
	Arrives Quarter `cbor:"10,keyasint,omitempty" json:"arrives,omitzero"`
}

// Stage is how far somebody has come, from the nomination to the end of the
// course; what follows, to home again, are the days on the seat.
type Stage string

const (
	Nominated  Stage = "nominated"
	PapersIn   Stage = "papers"
	InVetting  Stage = "vetting"
	Cleared    Stage = "cleared"
	Suspended  Stage = "suspended"
	Rejected   Stage = "rejected"
	VisaSought Stage = "visa"
	VisaHeld   Stage = "visa-issued"
	VisaRefuse Stage = "visa-refused"
	Ticketed   Stage = "ticketed"
	Arrived    Stage = "arrived"
	InCourse   Stage = "in-course"
	Completed  Stage = "completed"
	Attended   Stage = "attended" // without passing
	Withdrew   Stage = "withdrew"
	Dismissed  Stage = "dismissed"
	Absent     Stage = "absent" // without leave
)

// Stages lists every stage in order.
var Stages = []Stage{
	Nominated, PapersIn, InVetting, Cleared, Suspended, Rejected, VisaSought, VisaHeld, VisaRefuse,
	Ticketed, Arrived, InCourse, Completed, Attended, Withdrew, Dismissed, Absent,
}

// Out reports whether somebody at this stage takes no part in the course.
func (s Stage) Out() bool {
	switch s {
	case Rejected, VisaRefuse, Withdrew, Dismissed, Absent:
		return true
	}
	return false
}

var (
	codeForm = regexp.MustCompile(`^[A-Z0-9][A-Z0-9-]{0,23}$`)
	zoneForm = regexp.MustCompile(`^([A-Za-z_]+(/[A-Za-z0-9_+-]+)*)$`)
)

// MaxSeats is how many people may be in one cohort, seats and alternates
// together: far beyond any course, so that a whole academy's roll can be taken
// in, and little enough for one record.
const MaxSeats = 20_000

// NewCohort cleans v and refuses it without an id, a code, a zone or dates,
// when somebody sits in it twice, or a squad is beyond those it has.
func NewCohort(v Cohort) (*Cohort, error) {
	var c checker
	c.id("id", v.ID)
	v.Code = strings.ToUpper(Clean(v.Code))
	if !codeForm.MatchString(v.Code) {
		c.wrong("code", "model.not-code", "value", echo(v.Code))
	}
	c.text("title", &v.Title, MaxName)
	c.country("country", &v.Country)
	if !zoneForm.MatchString(v.Zone) {
		c.wrong("zone", "model.not-zone", "value", echo(v.Zone))
	}
	if v.First.IsZero() {
		c.wrong("first", "model.missing")
	}
	if v.Last.IsZero() {
		v.Last = v.First
	}
	if v.Last < v.First {
		c.wrong("last", "model.span-backwards")
	} else {
		c.within("last", int(v.Last-v.First)+1, 1, 366)
	}
	c.within("places", v.Places, 0, MaxSeats)
	c.within("squads", v.Squads, 0, MaxSquads)
	if v.State == "" {
		v.State = Planning
	}
	oneOf(&c, "state", v.State, CohortStates)
	c.within("seats", len(v.Seats), 0, MaxSeats)
	seats := make([]Seat, len(v.Seats))
	seen := make(map[ID]bool, len(v.Seats))
	for i, s := range v.Seats {
		c.id("person", s.Person)
		if seen[s.Person] {
			c.wrong("seats", "model.seated-twice", "person", s.Person)
		}
		seen[s.Person] = true
		if int(s.Squad) > v.Squads {
			c.wrong("squad", "model.no-such-squad", "squad", s.Squad.String(), "squads", v.Squads)
		}
		c.within("alternate", s.Alternate, 0, MaxSeats)
		c.within("no", s.No, 0, 9999)
		if s.Stage == "" {
			s.Stage = Nominated
		}
		oneOf(&c, "stage", s.Stage, Stages)
		if !s.Home.IsZero() && !s.Departed.IsZero() && s.Home < s.Departed {
			c.wrong("home", "model.span-backwards")
		}
		c.note("note", &s.Note)
		seats[i] = s
	}
	v.Seats = none(seats)
	c.note("note", &v.Note)
	return done(&v, &c)
}

// Days is how many calendar days the cohort lasts.
func (v *Cohort) Days() int { return int(v.Last-v.First) + 1 }

// SquadSet is the set of the cohort's squads.
func (v *Cohort) SquadSet() Squads { return AllSquads(v.Squads) }

// Holders is the seats that are held and take part: no alternates, nobody out.
func (v *Cohort) Holders() []Seat {
	return slices.DeleteFunc(slices.Clone(v.Seats), func(s Seat) bool { return s.Alternate > 0 || s.Stage.Out() })
}

// Alternates is those in line for a seat, first in line first.
func (v *Cohort) Alternates() []Seat {
	out := slices.DeleteFunc(slices.Clone(v.Seats), func(s Seat) bool { return s.Alternate == 0 || s.Stage.Out() })
	slices.SortStableFunc(out, func(a, b Seat) int { return a.Alternate - b.Alternate })
	return out
}

// Seat is the seat of the person; false when they have none.
func (v *Cohort) Seat(person ID) (Seat, bool) {
	for _, s := range v.Seats {
		if s.Person == person {
			return s, true
		}
	}
	return Seat{}, false
}

// WithSeat is a copy of the cohort with the seat in place of the same person's
// former one, to be passed to NewCohort.
func (v Cohort) WithSeat(s Seat) Cohort {
	v.Seats = slices.Clone(v.Seats)
	for i := range v.Seats {
		if v.Seats[i].Person == s.Person {
			v.Seats[i] = s
		}
	}
	return v
}

// Trained reports whether somebody at this stage was taught to the end.
func (s Stage) Trained() bool { return s == Completed || s == Attended }

// Strength is how many people take part in the squads of the set together.
// People not yet dealt into a squad count when the set is all squads.
func (v *Cohort) Strength(set Squads) int {
	n, all := 0, set == v.SquadSet()
	for _, s := range v.Seats {
		if s.Alternate == 0 && !s.Stage.Out() && (set.Has(s.Squad) || all && s.Squad == 0) {
			n++
		}
	}
	return n
}

func (v *Cohort) RecordID() ID           { return v.ID }
func (v *Cohort) RecordKind() Kind       { return KindCohort }
func (v *Cohort) Valid() (Record, error) { return record(NewCohort(*v)) }
