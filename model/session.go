package model

import "slices"

// Session is a block on a cohort's board: what is taught to which squads,
// when, where, by whom and with what. Without a start it lies in the tray.
type Session struct {
	ID     ID      `cbor:"1,keyasint" json:"id"`
	Cohort ID      `cbor:"2,keyasint" json:"cohort"`
	Block  Block   `cbor:"3,keyasint" json:"block"`
	Squads Squads  `cbor:"4,keyasint,omitempty" json:"squads,omitzero"` // none for a ride: its riders come one by one; none with Only
	Start  Quarter `cbor:"5,keyasint,omitempty" json:"start,omitzero"`  // on the wall clock of the cohort's zone
	Place  ID      `cbor:"6,keyasint,omitzero" json:"place,omitzero"`
	Staff  []Part  `cbor:"7,keyasint,omitempty" json:"staff,omitempty"`
	Cars   []ID    `cbor:"8,keyasint,omitempty" json:"cars,omitempty"` // vehicles
	Ride   *Ride   `cbor:"9,keyasint,omitempty" json:"ride,omitempty"` // S only
	Pinned bool    `cbor:"10,keyasint,omitempty" json:"pinned,omitempty"`
	Note   string  `cbor:"11,keyasint,omitempty" json:"note,omitempty"`
	// Only are the officers who take it when it is not for squads: those of a
	// second attempt, or who make up what they missed.
	Only []ID `cbor:"12,keyasint,omitempty" json:"only,omitempty"`
	// Again is the session of which this one is another chance.
	Again   ID       `cbor:"13,keyasint,omitzero" json:"again,omitzero"`
	Off     *Off     `cbor:"14,keyasint,omitempty" json:"off,omitempty"` // called off: it takes nobody's time
	Circuit *Circuit `cbor:"15,keyasint,omitempty" json:"circuit,omitempty"`
	// Told is what was published of it; nil when it never was.
	Told *Told `cbor:"16,keyasint,omitempty" json:"told,omitempty"`
}

// Off is that a session was called off, when, and why.
type Off struct {
	At     Minute `cbor:"1,keyasint" json:"at"`
	Reason string `cbor:"2,keyasint,omitempty" json:"reason,omitempty"`
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
	for i, p := range s.Only {
		c.id("only", p)
		if slices.Contains(s.Only[:i], p) {
			c.wrong("only", "model.seated-twice", "person", p)
		}
	}
	if len(s.Only) > 0 && s.Squads != 0 {
		c.wrong("only", "model.squads-and-only")
	}
	if s.Again == s.ID && !s.ID.IsZero() {
		c.wrong("again", "model.after-itself")
	}
	if s.Off != nil {
		o := *s.Off
		c.text("reason", &o.Reason, MaxLine)
		s.Off = &o
	}
	if s.Told != nil {
		v := *s.Told
		v.check(&c)
		s.Told = &v
	}
	if s.Circuit != nil {
		v := *s.Circuit
		v.check(&c)
		s.Circuit = &v
	}
	s.Staff, s.Cars, s.Only = none(s.Staff), none(s.Cars), none(s.Only)
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
	switch {
	case s.Ride != nil:
		return len(s.Ride.Riders)
	case len(s.Only) > 0:
		return len(s.Only)
	}
	return c.Strength(s.Squads)
}

// Takers are the seats of those who take it, in the order of squads and seats;
// riders and those of another chance in the order they are named.
func (s *Session) Takers(c *Cohort) []Seat {
	var names []ID
	switch {
	case s.Ride != nil:
		for _, r := range s.Ride.Riders {
			names = append(names, r.Person)
		}
	case len(s.Only) > 0:
		names = s.Only
	default:
		var out []Seat
		all := s.Squads == c.SquadSet()
		for _, v := range c.Seats {
			if v.Alternate == 0 && !v.Stage.Out() && (s.Squads.Has(v.Squad) || all && v.Squad == 0) {
				out = append(out, v)
			}
		}
		slices.SortStableFunc(out, func(a, b Seat) int { return int(a.Squad) - int(b.Squad) })
		return out
	}
	out := make([]Seat, 0, len(names))
	for _, id := range names {
		if v, ok := c.Seat(id); ok {
			out = append(out, v)
		}
	}
	return out
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
