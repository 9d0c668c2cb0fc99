package model

import "slices"

// Told is what everybody was told of a session when the plan was published.
type Told struct {
	Start Quarter `cbor:"1,keyasint,omitempty" json:"start,omitzero"`
	Place ID      `cbor:"2,keyasint,omitzero" json:"place,omitzero"`
	Staff []Part  `cbor:"3,keyasint,omitempty" json:"staff,omitempty"`
}

func (t *Told) check(c *checker) {
	for _, p := range t.Staff {
		c.id("staff", p.Staff)
		oneOf(c, "role", p.Role, Roles)
	}
	t.Staff = none(t.Staff)
}

// Tell is what would be published of the session as it is.
func (s *Session) Tell() *Told { return &Told{s.Start, s.Place, slices.Clone(s.Staff)} }

// Kept reports whether the session is as it was published: its start, its
// place, and whether its people are. A session never published is as it was.
func (s *Session) Kept() (start, place, staff bool) {
	t := s.Told
	if t == nil {
		return true, true, true
	}
	return s.Start == t.Start, s.Place == t.Place, sameParts(s.Staff, t.Staff)
}

func sameParts(a, b []Part) bool {
	if len(a) != len(b) {
		return false
	}
	for _, p := range a {
		if !slices.Contains(b, p) {
			return false
		}
	}
	return true
}
