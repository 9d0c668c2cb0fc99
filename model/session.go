package model

import "slices"

// Session is a block on a cohort's board: what is taught to which squads,
// when, where, by whom and with what. Without a start it lies in the tray.
type Session struct {
	ID     ID      `cbor:"1,keyasint" json:"id"`
	Cohort ID      `cbor:"2,keyasint" json:"cohort"`
	Block  Block   `cbor:"3,keyasint" json:"block"`
	Squads Squads  `cbor:"4,keyasint,omitempty" json:"squads,omitzero"` // none for a ride: its riders come one by one
	Start  Quarter `cbor:"5,keyasint,omitempty" json:"start,omitzero"`  // on the wall clock of the cohort's zone
	Place  ID      `cbor:"6,keyasint,omitzero" json:"place,omitzero"`
	Staff  []Part  `cbor:"7,keyasint,omitempty" json:"staff,omitempty"`
	Cars   []ID    `cbor:"8,keyasint,omitempty" json:"cars,omitempty"` // vehicles
	Ride   *Ride   `cbor:"9,keyasint,omitempty" json:"ride,omitempty"` // S only
	Pinned bool    `cbor:"10,keyasint,omitempty" json:"pinned,omitempty"`
	Note   string  `cbor:"11,keyasint,omitempty" json:"note,omitempty"`
}

// A Part is somebody's part in a session.
type Part struct {
	Staff ID   `cbor:"1,keyasint" json:"staff"`
	Role  Role `cbor:"2,keyasint" json:"role"`
}

// NewSession cleans s and refuses it without an id or a cohort, with a block
// that cannot be, or with somebody in the same role twice.
func NewSession(s Session) (*Session, error) {
	var c checker
	c.id("id", s.ID)
	c.id("cohort", s.Cohort)
	s.Block.check(&c)
	seen := make(map[Part]bool, len(s.Staff))
	for _, d := range s.Staff {
		c.id("staff", d.Staff)
		oneOf(&c, "role", d.Role, Roles)
		if seen[d] {
			c.wrong("staff", "model.part-twice", "staff", d.Staff)
		}
		seen[d] = true
	}
	for i, v := range s.Cars {
		c.id("cars", v)
		if slices.Contains(s.Cars[:i], v) {
			c.wrong("cars", "model.car-twice", "vehicle", v)
		}
	}
	if s.Squads >= 1<<MaxSquads {
		c.wrong("squads", "model.not-squad", "value", "?")
	}
	if s.Ride != nil {
		if s.Block.Kind != KindRide {
			c.wrong("ride", "model.detail-of-another-kind", "kind", Say("word.kind."+string(s.Block.Kind)))
		}
		r := *s.Ride
		r.check(&c, s.Block.Length)
		s.Ride = &r
	} else if s.Block.Kind == KindRide {
		s.Ride = &Ride{}
	}
	s.Staff, s.Cars = none(s.Staff), none(s.Cars)
	c.note("note", &s.Note)
	return done(&s, &c)
}

// Placed reports whether the session has a time.
func (s *Session) Placed() bool { return !s.Start.IsZero() }

// Span is the time the session takes; empty in the tray.
func (s *Session) Span() Span {
	if !s.Placed() {
		return Span{}
	}
	return Span{s.Start, s.Start + Quarter(s.Block.Length)}
}

// Officers is how many officers take part.
func (s *Session) Officers(c *Cohort) int {
	if s.Ride != nil {
		return len(s.Ride.Riders)
	}
	return c.Strength(s.Squads)
}

// Engaged is how many officers are actively engaged at a time.
func (s *Session) Engaged(c *Cohort) int { return s.Block.Engaged(s.Officers(c)) }

// In is the staff in the role.
func (s *Session) In(r Role) []ID {
	var out []ID
	for _, d := range s.Staff {
		if d.Role == r {
			out = append(out, d.Staff)
		}
	}
	return out
}

// Has reports whether the staff member has any part in the session.
func (s *Session) Has(staff ID) bool {
	return slices.ContainsFunc(s.Staff, func(d Part) bool { return d.Staff == staff })
}

func (s *Session) RecordID() ID           { return s.ID }
func (s *Session) RecordKind() Kind       { return KindSession }
func (s *Session) Valid() (Record, error) { return record(NewSession(*s)) }
