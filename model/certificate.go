package model

import "slices"

// Certificate is the paper somebody goes home with, as it was printed: what is
// on it does not follow later promotions or renamings.
type Certificate struct {
	ID     ID              `cbor:"1,keyasint" json:"id"`
	Person ID              `cbor:"2,keyasint" json:"person"`
	Cohort ID              `cbor:"3,keyasint" json:"cohort"`
	No     string          `cbor:"4,keyasint" json:"no"` // MEX-26-1-07; no other has it
	Kind   CertificateKind `cbor:"5,keyasint" json:"kind"`
	On     Date            `cbor:"6,keyasint" json:"on"`
	Name   string          `cbor:"7,keyasint" json:"name"` // in full, with every accent
	Rank   string          `cbor:"8,keyasint,omitempty" json:"rank,omitempty"`
	Agency string          `cbor:"9,keyasint,omitempty" json:"agency,omitempty"`
	Course Text            `cbor:"10,keyasint" json:"course"`
	Hours  int             `cbor:"11,keyasint,omitempty" json:"hours,omitempty"`
	Skills []Skill         `cbor:"12,keyasint,omitempty" json:"skills,omitempty"`
	Marks  []CourseMark    `cbor:"13,keyasint,omitempty" json:"marks,omitempty"`
	Void   Date            `cbor:"14,keyasint,omitempty" json:"void,omitzero"` // no longer good from this day
	Note   string          `cbor:"15,keyasint,omitempty" json:"note,omitempty"`
}

// CertificateKind is what a certificate says.
type CertificateKind string

const (
	CompletedCourse CertificateKind = "completed"
	AttendedCourse  CertificateKind = "attended" // did not meet the rules
)

// CertificateKinds lists every kind in the order forms offer them.
var CertificateKinds = []CertificateKind{CompletedCourse, AttendedCourse}

// A CourseMark is a result worth keeping: of a qualification or a test.
type CourseMark struct {
	Title   Text `cbor:"1,keyasint" json:"title"`
	Percent int  `cbor:"2,keyasint" json:"percent"`
	Attempt int  `cbor:"3,keyasint,omitempty" json:"attempt,omitempty"`
	Passed  bool `cbor:"4,keyasint,omitempty" json:"passed,omitempty"`
}

// NewCertificate cleans v and refuses it without ids, a number, a kind, a day,
// a name or a course.
func NewCertificate(v Certificate) (*Certificate, error) {
	var c checker
	c.id("id", v.ID)
	c.id("person", v.Person)
	c.id("cohort", v.Cohort)
	c.must("certificateNo", &v.No, MaxName)
	oneOf(&c, "certificateKind", v.Kind, CertificateKinds)
	if v.On.IsZero() {
		c.wrong("on", "model.missing")
	}
	c.must("name", &v.Name, MaxLine)
	c.text("rank", &v.Rank, MaxName)
	c.text("agency", &v.Agency, MaxLine)
	c.title("course", &v.Course)
	c.within("hours", v.Hours, 0, 10000)
	for _, s := range v.Skills {
		oneOf(&c, "skill", s, Skills)
	}
	v.Skills = slices.Clone(v.Skills)
	slices.Sort(v.Skills)
	v.Skills = none(slices.Compact(v.Skills))
	marks := make([]CourseMark, len(v.Marks))
	for i, m := range v.Marks {
		c.title("title", &m.Title)
		c.within("percent", m.Percent, 0, 100)
		c.within("attempt", m.Attempt, 0, 9)
		marks[i] = m
	}
	v.Marks = none(marks)
	c.note("note", &v.Note)
	return done(&v, &c)
}

func (v *Certificate) RecordID() ID           { return v.ID }
func (v *Certificate) RecordKind() Kind       { return KindCertificate }
func (v *Certificate) Valid() (Record, error) { return record(NewCertificate(*v)) }
