package model

// Kit is a pool of like things that sessions draw from while they run: marking
// weapons, search mirrors, stretchers, radios.
type Kit struct {
	ID    ID     `cbor:"1,keyasint" json:"id"`
	Name  Text   `cbor:"2,keyasint" json:"name"`
	Count int    `cbor:"3,keyasint" json:"count"` // fit for use
	Radio bool   `cbor:"4,keyasint,omitempty" json:"radio,omitempty"`
	Note  string `cbor:"5,keyasint,omitempty" json:"note,omitempty"`
}

// NewKit cleans k and refuses it without an id or a name.
func NewKit(k Kit) (*Kit, error) {
	var c checker
	c.id("id", k.ID)
	c.title("name", &k.Name)
	c.within("count", k.Count, 0, 10000)
	c.note("note", &k.Note)
	return done(&k, &c)
}

func (k *Kit) RecordID() ID           { return k.ID }
func (k *Kit) RecordKind() Kind       { return KindKit }
func (k *Kit) Valid() (Record, error) { return record(NewKit(*k)) }

// Vehicle is one vehicle: it is in one session at a time.
type Vehicle struct {
	ID   ID          `cbor:"1,keyasint" json:"id"`
	Name string      `cbor:"2,keyasint" json:"name"` // "Bear 1", "Patrol 14"
	Kind VehicleKind `cbor:"3,keyasint" json:"kind"`
	// Seats are those for visitors: an armoured vehicle that carries a team of
	// ten may have four seats for observers.
	Seats int    `cbor:"4,keyasint,omitempty" json:"seats,omitempty"`
	Note  string `cbor:"5,keyasint,omitempty" json:"note,omitempty"`
	Out   []Span `cbor:"6,keyasint,omitempty" json:"out,omitempty"` // in the workshop, or lent
}

// VehicleKind is what a vehicle serves for.
type VehicleKind string

const (
	Patrol   VehicleKind = "patrol"
	Armoured VehicleKind = "armoured"
	Search   VehicleKind = "search" // to be searched
	Van      VehicleKind = "van"
	ATV      VehicleKind = "atv"
)

// VehicleKinds lists every kind in the order forms offer them.
var VehicleKinds = []VehicleKind{Patrol, Armoured, Search, Van, ATV}

// NewVehicle cleans v and refuses it without an id, a name or a kind.
func NewVehicle(v Vehicle) (*Vehicle, error) {
	var c checker
	c.id("id", v.ID)
	c.must("name", &v.Name, MaxName)
	oneOf(&c, "kind", v.Kind, VehicleKinds)
	c.within("seats", v.Seats, 0, 100)
	for _, s := range v.Out {
		c.span("out", s)
	}
	v.Out = none(v.Out)
	c.note("note", &v.Note)
	return done(&v, &c)
}

func (v *Vehicle) RecordID() ID           { return v.ID }
func (v *Vehicle) RecordKind() Kind       { return KindVehicle }
func (v *Vehicle) Valid() (Record, error) { return record(NewVehicle(*v)) }
