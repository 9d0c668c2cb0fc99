package model

// Staff is somebody who makes a course happen: an instructor, a safety
// officer, a medic, an interpreter, a host officer for ride-alongs.
type Staff struct {
	ID       ID              `cbor:"1,keyasint" json:"id"`
	Given    string          `cbor:"2,keyasint,omitempty" json:"given,omitempty"`
	Family   string          `cbor:"3,keyasint,omitempty" json:"family,omitempty"`
	Called   string          `cbor:"4,keyasint,omitempty" json:"called,omitempty"` // the short name on cards: Ruiz
	Rank     string          `cbor:"5,keyasint,omitempty" json:"rank,omitempty"`
	Speaks   []string        `cbor:"6,keyasint,omitempty" json:"speaks,omitempty"` // ISO 639-1
	Quals    []Qualification `cbor:"7,keyasint,omitempty" json:"quals,omitempty"`
	Absences []Absence       `cbor:"8,keyasint,omitempty" json:"absences,omitempty"`
	Phone    string          `cbor:"9,keyasint,omitempty" json:"phone,omitempty"`
	Email    string          `cbor:"10,keyasint,omitempty" json:"email,omitempty"`
	Left     Date            `cbor:"11,keyasint,omitempty" json:"left,omitzero"` // no longer with the unit from this day
	Note     string          `cbor:"12,keyasint,omitempty" json:"note,omitempty"`
}

// A Skill is what somebody is certified to teach or do.
type Skill string

const (
	SkillClassroom  Skill = "classroom"
	SkillFirearms   Skill = "firearms"        // firearms instructor, handgun
	SkillRifle      Skill = "rifle"           // firearms instructor, long gun
	SkillRSO        Skill = "rso"             // range safety officer
	SkillMaster     Skill = "rangemaster"     //
	SkillVehicle    Skill = "vehicle-search"  //
	SkillBuilding   Skill = "building-search" //
	SkillRescue     Skill = "rescue"          // victim rescue and extraction
	SkillMedic      Skill = "medic"           // treats injuries on site
	SkillSafety     Skill = "safety"          // safety officer for force-on-force
	SkillTactics    Skill = "tactics"         // planning, SWAT
	SkillInterpret  Skill = "interpreter"     //
	SkillRideHost   Skill = "ride-host"       // takes visitors along
	SkillFitness    Skill = "fitness"         //
	SkillInstructor Skill = "skills"          // full skills instructor
)

// Skills lists every skill in the order forms offer them.
var Skills = []Skill{
	SkillClassroom, SkillFirearms, SkillRifle, SkillRSO, SkillMaster, SkillVehicle, SkillBuilding,
	SkillRescue, SkillMedic, SkillSafety, SkillTactics, SkillInterpret, SkillRideHost, SkillFitness,
	SkillInstructor,
}

// A Qualification is a certificate for a skill, valid from one day to another
// (inclusive). No last day: it does not lapse.
type Qualification struct {
	Skill Skill `cbor:"1,keyasint" json:"skill"`
	From  Date  `cbor:"2,keyasint,omitempty" json:"from,omitzero"`
	Until Date  `cbor:"3,keyasint,omitempty" json:"until,omitzero"`
}

// On reports whether the qualification holds on that day.
func (q Qualification) On(d Date) bool {
	return (q.From.IsZero() || q.From <= d) && (q.Until.IsZero() || d <= q.Until)
}

// An Absence is a time somebody cannot be used, on the wall clock of the
// training site.
type Absence struct {
	Span
	Reason Reason `cbor:"3,keyasint,omitempty" json:"reason,omitempty"`
}

// Reason is why somebody is away: no more than a planner need know.
type Reason string

const (
	Sick  Reason = "sick"
	Leave Reason = "leave"
	Court Reason = "court"
	Duty  Reason = "duty"   // called to duty elsewhere
	Away  Reason = "course" // on a course
)

// Reasons lists every reason in the order forms offer them.
var Reasons = []Reason{Sick, Leave, Court, Duty, Away}

// NewStaff cleans s and refuses it without an id or a name.
func NewStaff(s Staff) (*Staff, error) {
	var c checker
	c.id("id", s.ID)
	c.text("given", &s.Given, MaxName)
	c.text("family", &s.Family, MaxName)
	if s.Given == "" && s.Family == "" {
		c.wrong("family", "model.name-missing")
	}
	c.text("called", &s.Called, MaxShort)
	c.text("rank", &s.Rank, MaxName)
	c.languages("speaks", &s.Speaks)
	for _, q := range s.Quals {
		oneOf(&c, "skill", q.Skill, Skills)
		if !q.Until.IsZero() && !q.From.IsZero() && q.Until < q.From {
			c.wrong("until", "model.until-before-from")
		}
	}
	for _, a := range s.Absences {
		c.span("absence", a.Span)
		oneOf(&c, "reason", a.Reason, append([]Reason{""}, Reasons...))
	}
	s.Quals, s.Absences = none(s.Quals), none(s.Absences)
	c.text("phone", &s.Phone, MaxName)
	c.text("email", &s.Email, MaxLine)
	c.note("note", &s.Note)
	return done(&s, &c)
}

// Label is the short name for cards: what colleagues say, or the surname.
func (s *Staff) Label() string {
	switch {
	case s.Called != "":
		return s.Called
	case s.Family != "":
		return s.Family
	}
	return s.Given
}

// Name is the name as lists give it: "Ruiz, Elena".
func (s *Staff) Name() string {
	return (&Person{Given: s.Given, Family: s.Family}).Name()
}

// Qualified reports whether s holds the skill on that day.
func (s *Staff) Qualified(k Skill, on Date) bool {
	for _, q := range s.Quals {
		if q.Skill == k && q.On(on) {
			return true
		}
	}
	return false
}

// Has reports whether s ever held the skill, lapsed or not, and the last day
// of the newest such certificate (zero: does not lapse).
func (s *Staff) Has(k Skill) (until Date, ok bool) {
	for _, q := range s.Quals {
		if q.Skill != k {
			continue
		}
		if q.Until.IsZero() {
			return 0, true
		}
		until, ok = max(until, q.Until), true
	}
	return until, ok
}

func (s *Staff) RecordID() ID           { return s.ID }
func (s *Staff) RecordKind() Kind       { return KindStaff }
func (s *Staff) Valid() (Record, error) { return record(NewStaff(*s)) }
