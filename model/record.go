package model

// Kind says what a record is. The numbers are stored and are for ever.
type Kind uint8

const (
	KindPerson   Kind = 1
	KindAgency   Kind = 2
	KindUnit     Kind = 3
	KindCourse   Kind = 4
	KindCohort   Kind = 5
	KindSession  Kind = 6
	KindStaff    Kind = 7
	KindPlace    Kind = 8
	KindKit      Kind = 9
	KindVehicle  Kind = 10
	KindSettings Kind = 11

	KindRoll        Kind = 12
	KindSheet       Kind = 13
	KindFireCourse  Kind = 14
	KindCertificate Kind = 15
	KindContact     Kind = 16
	KindDraft       Kind = 17
)

// Kinds lists every kind, in the order in which records are exported: those
// that are referred to before those that refer to them.
var Kinds = []Kind{
	KindSettings, KindAgency, KindUnit, KindPerson, KindStaff, KindPlace, KindKit, KindVehicle,
	KindFireCourse, KindCourse, KindCohort, KindSession, KindRoll, KindSheet, KindCertificate, KindContact,
	KindDraft,
}

var kindNames = [...]string{
	KindPerson: "person", KindAgency: "agency", KindUnit: "unit", KindCourse: "course",
	KindCohort: "cohort", KindSession: "session", KindStaff: "staff", KindPlace: "place",
	KindKit: "kit", KindVehicle: "vehicle", KindSettings: "settings",
	KindRoll: "roll", KindSheet: "sheet", KindFireCourse: "fire-course", KindCertificate: "certificate",
	KindContact: "contact", KindDraft: "draft",
}

// String is the kind's name in JSON.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// KindOf is the kind of that name; false when there is none.
func KindOf(name string) (Kind, bool) {
	for k, n := range kindNames {
		if n != "" && n == name {
			return Kind(k), true
		}
	}
	return 0, false
}

// A Record is one thing that is kept: *Person, *Agency, *Unit, *Course,
// *Cohort, *Session, *Staff, *Place, *Kit, *Vehicle, *Settings, *Roll, *Sheet,
// *FireCourse, *Certificate, *Contact or *Draft. Records are values behind a pointer:
// once shared they are never changed, only replaced.
type Record interface {
	RecordID() ID
	RecordKind() Kind
	// Valid is the record as its constructor would return it.
	Valid() (Record, error)
}

// New is an empty record of the kind to decode into; nil for an unknown kind.
func (k Kind) New() Record {
	switch k {
	case KindPerson:
		return new(Person)
	case KindAgency:
		return new(Agency)
	case KindUnit:
		return new(Unit)
	case KindCourse:
		return new(Course)
	case KindCohort:
		return new(Cohort)
	case KindSession:
		return new(Session)
	case KindStaff:
		return new(Staff)
	case KindPlace:
		return new(Place)
	case KindKit:
		return new(Kit)
	case KindVehicle:
		return new(Vehicle)
	case KindSettings:
		return new(Settings)
	case KindRoll:
		return new(Roll)
	case KindSheet:
		return new(Sheet)
	case KindFireCourse:
		return new(FireCourse)
	case KindCertificate:
		return new(Certificate)
	case KindContact:
		return new(Contact)
	case KindDraft:
		return new(Draft)
	}
	return nil
}

// Rev is a revision of the database: it grows by one with each act. A record
// carries the revision of the act that last wrote it; 0 is "not yet kept".
type Rev uint64

// A Ref names a record.
type Ref struct {
	Kind Kind
	ID   ID
}

// RefOf names the record.
func RefOf(r Record) Ref { return Ref{r.RecordKind(), r.RecordID()} }

// A Change is one act of a user: the records it puts and removes, and the
// revision each was read at, so that nobody's work is overwritten unseen. It
// is kept whole or not at all, and undone whole.
type Change struct {
	// Act says what was done, for the journal: an id of the catalogue ("act…")
	// whose arguments are ids, codes, dates and numbers, never personal data.
	Act     Message
	Puts    []Put
	Removes []Remove
}

// A Put keeps a record. Was is the revision it replaces, 0 for a new one.
type Put struct {
	Record Record
	Was    Rev
}

// A Remove takes a record out.
type Remove struct {
	Ref
	Was Rev
}

// IsZero reports whether the change changes nothing.
func (c Change) IsZero() bool { return len(c.Puts) == 0 && len(c.Removes) == 0 }
