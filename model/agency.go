package model

// Agency is a police force, prosecutor's office or academy. Agencies are
// renamed; a former name stays findable.
type Agency struct {
	ID      ID       `cbor:"1,keyasint" json:"id"`
	Name    string   `cbor:"2,keyasint" json:"name"`
	Short   string   `cbor:"3,keyasint,omitempty" json:"short,omitempty"` // PESP Sonora: for lists
	Country string   `cbor:"4,keyasint,omitempty" json:"country,omitempty"`
	Region  string   `cbor:"5,keyasint,omitempty" json:"region,omitempty"`
	Level   Level    `cbor:"6,keyasint,omitempty" json:"level,omitempty"`
	Former  []Former `cbor:"7,keyasint,omitempty" json:"former,omitempty"`
	Note    string   `cbor:"8,keyasint,omitempty" json:"note,omitempty"`
}

// Level is the tier of government an agency belongs to.
type Level string

const (
	Federal    Level = "federal"
	State      Level = "state"
	Municipal  Level = "municipal"
	Prosecutor Level = "prosecutor"
)

// Former is a name an agency had until a day.
type Former struct {
	Name  string `cbor:"1,keyasint" json:"name"`
	Until Date   `cbor:"2,keyasint,omitempty" json:"until,omitzero"`
}

// NewAgency cleans a and refuses it without an id or a name.
func NewAgency(a Agency) (*Agency, error) {
	var c checker
	c.id("id", a.ID)
	c.must("name", &a.Name, MaxLine)
	c.text("short", &a.Short, MaxName)
	c.country("country", &a.Country)
	c.region("region", &a.Region, a.Country)
	oneOf(&c, "level", a.Level, []Level{"", Federal, State, Municipal, Prosecutor})
	former := make([]Former, len(a.Former))
	for i, f := range a.Former {
		c.must("former", &f.Name, MaxLine)
		former[i] = f
	}
	a.Former = none(former)
	c.note("note", &a.Note)
	return done(&a, &c)
}

// Label is the short form, or the name when there is none.
func (a *Agency) Label() string {
	if a.Short != "" {
		return a.Short
	}
	return a.Name
}

func (a *Agency) RecordID() ID           { return a.ID }
func (a *Agency) RecordKind() Kind       { return KindAgency }
func (a *Agency) Valid() (Record, error) { return record(NewAgency(*a)) }

// Unit is a part of an agency. Since 2020 a person's unit is vetted with the
// person, so a unit carries a vetting of its own.
type Unit struct {
	ID      ID      `cbor:"1,keyasint" json:"id"`
	Agency  ID      `cbor:"2,keyasint" json:"agency"`
	Parent  ID      `cbor:"3,keyasint,omitzero" json:"parent,omitzero"` // the unit it belongs to
	Name    string  `cbor:"4,keyasint" json:"name"`
	Region  string  `cbor:"5,keyasint,omitempty" json:"region,omitempty"`
	Vetting Vetting `cbor:"6,keyasint,omitzero" json:"vetting,omitzero"`
	Note    string  `cbor:"7,keyasint,omitempty" json:"note,omitempty"`
}

// NewUnit cleans u and refuses it without an id, an agency or a name.
func NewUnit(u Unit) (*Unit, error) {
	var c checker
	c.id("id", u.ID)
	c.id("agency", u.Agency)
	c.must("name", &u.Name, MaxLine)
	c.region("region", &u.Region, "")
	if !u.Parent.IsZero() && u.Parent == u.ID {
		c.wrong("parent", "model.own-parent")
	}
	u.Vetting.check(&c)
	c.note("note", &u.Note)
	return done(&u, &c)
}

func (u *Unit) RecordID() ID           { return u.ID }
func (u *Unit) RecordKind() Kind       { return KindUnit }
func (u *Unit) Valid() (Record, error) { return record(NewUnit(*u)) }
