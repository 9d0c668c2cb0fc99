package model

// Place is where something is taught: a classroom, a range, a shoot house.
type Place struct {
	ID       ID        `cbor:"1,keyasint" json:"id"`
	Name     string    `cbor:"2,keyasint" json:"name"`
	Short    string    `cbor:"3,keyasint,omitempty" json:"short,omitempty"`
	Kind     PlaceKind `cbor:"4,keyasint" json:"kind"`
	Site     string    `cbor:"5,keyasint,omitempty" json:"site,omitempty"` // places of one site are a short walk apart
	Capacity int       `cbor:"6,keyasint,omitempty" json:"capacity,omitempty"`
	Lanes    int       `cbor:"7,keyasint,omitempty" json:"lanes,omitempty"`   // firing lanes
	Shared   bool      `cbor:"8,keyasint,omitempty" json:"shared,omitempty"`  // several sessions at once, up to capacity
	Outdoor  bool      `cbor:"9,keyasint,omitempty" json:"outdoor,omitempty"` //
	Hours    []Hours   `cbor:"10,keyasint,omitempty" json:"hours,omitempty"`  // none: always open
	Bookings []Booking `cbor:"11,keyasint,omitempty" json:"bookings,omitempty"`
	Travel   []Leg     `cbor:"12,keyasint,omitempty" json:"travel,omitempty"`
	Kits     MedKit    `cbor:"13,keyasint,omitzero" json:"kits,omitzero"`
	Plan     Date      `cbor:"14,keyasint,omitempty" json:"plan,omitzero"` // day the site safety plan was approved
	Note     string    `cbor:"15,keyasint,omitempty" json:"note,omitempty"`
	// Means is how many means there are to call for help that stay there: a
	// telephone, a base radio.
	Means int `cbor:"16,keyasint,omitempty" json:"means,omitempty"`
}

// PlaceKind is what a place can be used for.
type PlaceKind string

const (
	Classroom  PlaceKind = "classroom"
	Range      PlaceKind = "range"
	ShootHouse PlaceKind = "shoot-house"
	SearchYard PlaceKind = "search-yard"
	Tower      PlaceKind = "tower"
	Field      PlaceKind = "field"
	Gym        PlaceKind = "gym"
	Station    PlaceKind = "station" // where ride-alongs start
)

// PlaceKinds lists every kind in the order forms offer them.
var PlaceKinds = []PlaceKind{Classroom, Range, ShootHouse, SearchYard, Tower, Field, Gym, Station}

// Hours is when a place is open on a weekday (0 Sunday … 6 Saturday), in
// quarters of the day; Close may pass midnight (up to 2×96).
type Hours struct {
	Weekday int `cbor:"1,keyasint" json:"weekday"`
	Open    int `cbor:"2,keyasint" json:"open"`
	Close   int `cbor:"3,keyasint" json:"close"`
}

// A Booking is a time the place is let to somebody outside the course, or
// closed.
type Booking struct {
	Span
	By     string `cbor:"3,keyasint,omitempty" json:"by,omitempty"`        // "county"
	Closed bool   `cbor:"4,keyasint,omitempty" json:"closed,omitempty"`    // shut, not let
	Ref    string `cbor:"5,keyasint,omitempty" json:"reference,omitempty"` // as the other side calls it
}

// A Leg is the time it takes to get to another place, in minutes.
type Leg struct {
	To      ID  `cbor:"1,keyasint" json:"to"`
	Minutes int `cbor:"2,keyasint" json:"minutes"`
}

// MedKit is what stands ready at a place for an injury.
type MedKit struct {
	FirstAid int `cbor:"1,keyasint,omitempty" json:"firstAid,omitempty"`
	Trauma   int `cbor:"2,keyasint,omitempty" json:"trauma,omitempty"`
	AED      int `cbor:"3,keyasint,omitempty" json:"aed,omitempty"`
}

// NewPlace cleans p and refuses it without an id, a name or a kind, with a
// range that has no lanes, or with hours, bookings or travel that cannot be.
func NewPlace(p Place) (*Place, error) {
	var c checker
	c.id("id", p.ID)
	c.must("name", &p.Name, MaxName)
	c.text("short", &p.Short, MaxShort)
	oneOf(&c, "kind", p.Kind, PlaceKinds)
	c.text("site", &p.Site, MaxName)
	c.within("capacity", p.Capacity, 0, 2000)
	c.within("lanes", p.Lanes, 0, 200)
	if p.Kind == Range && p.Lanes == 0 {
		c.wrong("lanes", "model.range-without-lanes")
	}
	for _, h := range p.Hours {
		c.within("weekday", h.Weekday, 0, 6)
		c.within("open", h.Open, 0, Day-1)
		if h.Close <= h.Open || h.Close > 2*Day {
			c.wrong("close", "model.span-backwards")
		}
	}
	bookings := make([]Booking, len(p.Bookings))
	for i, b := range p.Bookings {
		c.span("booking", b.Span)
		c.text("by", &b.By, MaxName)
		c.text("reference", &b.Ref, MaxName)
		bookings[i] = b
	}
	for _, l := range p.Travel {
		c.id("to", l.To)
		c.within("minutes", l.Minutes, 0, 24*60)
	}
	p.Hours, p.Bookings, p.Travel = none(p.Hours), none(bookings), none(p.Travel)
	c.within("firstAid", p.Kits.FirstAid, 0, 100)
	c.within("trauma", p.Kits.Trauma, 0, 100)
	c.within("aed", p.Kits.AED, 0, 100)
	c.within("means", p.Means, 0, 20)
	c.note("note", &p.Note)
	return done(&p, &c)
}

// Label is the short form, or the name when there is none.
func (p *Place) Label() string {
	if p.Short != "" {
		return p.Short
	}
	return p.Name
}

// OpenAt reports whether the whole span lies within the place's hours. A span
// past midnight must lie within the hours of the day it began.
func (p *Place) OpenAt(s Span) bool {
	if len(p.Hours) == 0 {
		return true
	}
	for back := range 2 { // the hours of the day before may reach into this one
		day := s.From.Date().Days(-back)
		for _, h := range p.Hours {
			if h.Weekday == day.Weekday() && day.At(h.Open) <= s.From && s.To <= day.At(h.Close) {
				return true
			}
		}
	}
	return false
}

func (p *Place) RecordID() ID           { return p.ID }
func (p *Place) RecordKind() Kind       { return KindPlace }
func (p *Place) Valid() (Record, error) { return record(NewPlace(*p)) }
