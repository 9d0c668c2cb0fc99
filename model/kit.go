package model

import "slices"

// Kit is a pool of like things that sessions draw from while they run: marking
// weapons, search mirrors, stretchers, radios. What is used up does not come
// back: ammunition, a pool for each calibre.
type Kit struct {
	ID    ID     `cbor:"1,keyasint" json:"id"`
	Name  Text   `cbor:"2,keyasint" json:"name"`
	Count int    `cbor:"3,keyasint" json:"count"` // fit for use
	Radio bool   `cbor:"4,keyasint,omitempty" json:"radio,omitempty"`
	Note  string `cbor:"5,keyasint,omitempty" json:"note,omitempty"`
	// Spent is that it is used up: Count, in rounds or pieces, is what was there
	// on the morning of the day Counted, when the sessions from that day on had
	// drawn nothing yet. Nobody knows the stock of what was never counted.
	Spent      bool       `cbor:"6,keyasint,omitempty" json:"spent,omitempty"`
	Counted    Date       `cbor:"7,keyasint,omitempty" json:"counted,omitzero"`
	Deliveries []Delivery `cbor:"8,keyasint,omitempty" json:"deliveries,omitempty"`
}

// A Delivery is what comes in, or is to come, and is there from that day on.
type Delivery struct {
	On    Date   `cbor:"1,keyasint" json:"on"`
	Count int    `cbor:"2,keyasint" json:"count"`
	Lot   string `cbor:"3,keyasint,omitempty" json:"lot,omitempty"`
}

// The most pieces of kit, and rounds or pieces of what is used up.
const (
	MaxPieces = 10_000
	MaxStock  = 10_000_000
	// MaxDeliveries is how many a pool keeps: those before a count may go.
	MaxDeliveries = 500
)

// NewKit cleans k and refuses it without an id or a name, or with a delivery
// of nothing, on no day, or of what is not used up.
func NewKit(k Kit) (*Kit, error) {
	var c checker
	c.id("id", k.ID)
	c.title("name", &k.Name)
	most := MaxPieces
	if k.Spent {
		most = MaxStock
	}
	c.within("count", k.Count, 0, most)
	c.note("note", &k.Note)
	if !k.Spent && (!k.Counted.IsZero() || len(k.Deliveries) > 0) {
		c.wrong("deliveries", "model.not-used-up")
	}
	deliveries := slices.Clone(k.Deliveries)
	for i := range deliveries {
		v := &deliveries[i]
		if v.On.IsZero() {
			c.wrong("on", "model.missing")
		}
		c.within("count", v.Count, 1, MaxStock)
		c.text("lot", &v.Lot, MaxName)
	}
	c.within("deliveries", len(deliveries), 0, MaxDeliveries)
	slices.SortStableFunc(deliveries, func(a, b Delivery) int { return int(a.On - b.On) })
	k.Deliveries = none(deliveries)
	return done(&k, &c)
}

// Stocked reports whether it is known how much there is of it: it is used up,
// and was counted.
func (k *Kit) Stocked() bool { return k.Spent && !k.Counted.IsZero() }

// Stock is what there would be on the day if nothing were drawn: the count,
// and what is delivered from the day it was made to that day.
func (k *Kit) Stock(on Date) int {
	n := k.Count
	for _, v := range k.Deliveries {
		if v.On >= k.Counted && v.On <= on {
			n += v.Count
		}
	}
	return n
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
