package model

// RideKind is what visitors ride along with.
type RideKind string

const (
	PatrolRide RideKind = "patrol" // one visitor a car
	SWATRide   RideKind = "swat"   // observers in the armoured vehicle
)

// RideKinds lists every kind in the order forms offer them.
var RideKinds = []RideKind{PatrolRide, SWATRide}

// Ride is what a ride-along has beyond other sessions. It runs brief →
// observe → debrief: the first and the last quarters of the session are the
// briefing and the debriefing.
type Ride struct {
	Brief   int `cbor:"1,keyasint,omitempty" json:"brief,omitempty"`   // quarters
	Debrief int `cbor:"2,keyasint,omitempty" json:"debrief,omitempty"` // quarters
	Seats   int `cbor:"3,keyasint,omitempty" json:"seats,omitempty"`   // offered; 0: those of its vehicles
	Host    ID  `cbor:"4,keyasint,omitzero" json:"host,omitzero"`      // agency that takes them along
	// Approved is the day the host agency approved visiting officers; Command
	// the day the commander approved observers on an operation.
	Approved Date    `cbor:"5,keyasint,omitempty" json:"approved,omitzero"`
	Command  Date    `cbor:"6,keyasint,omitempty" json:"command,omitzero"`
	Standby  bool    `cbor:"7,keyasint,omitempty" json:"standby,omitempty"` // a window in which an operation may come
	Riders   []Rider `cbor:"8,keyasint,omitempty" json:"riders,omitempty"`  // ranked when on standby
}

// A Rider is a visitor on a ride.
type Rider struct {
	Person ID     `cbor:"1,keyasint" json:"person"`
	Car    string `cbor:"2,keyasint,omitempty" json:"car,omitempty"` // sector or car: "D-14"
	Host   ID     `cbor:"3,keyasint,omitzero" json:"host,omitzero"`  // staff who takes them along
}

func (r *Ride) check(c *checker, length int) {
	c.within("brief", r.Brief, 0, Day)
	c.within("debrief", r.Debrief, 0, Day)
	if r.Brief+r.Debrief >= length {
		c.wrong("brief", "model.ride-all-talk")
	}
	c.within("seats", r.Seats, 0, 60)
	riders := make([]Rider, len(r.Riders))
	seen := make(map[ID]bool, len(r.Riders))
	for i, v := range r.Riders {
		c.id("riders", v.Person)
		if seen[v.Person] {
			c.wrong("riders", "model.rides-twice", "person", v.Person)
		}
		seen[v.Person] = true
		c.text("car", &v.Car, MaxShort)
		riders[i] = v
	}
	r.Riders = none(riders)
}

// Rides reports whether the person is on the ride.
func (r *Ride) Rides(person ID) bool {
	for _, v := range r.Riders {
		if v.Person == person {
			return true
		}
	}
	return false
}
