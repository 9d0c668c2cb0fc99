package model

import "slices"

// Take makes the cohort's sessions from the course's blocks: one for each
// group of squads that takes a block together, all in the tray. A cohort whose
// squads are not dealt yet counts as one squad.
func (v *Course) Take(cohort *Cohort, newID func() ID) []*Session {
	squads := max(cohort.Squads, 1)
	var out []*Session
	for _, b := range v.Blocks {
		for _, set := range groups(squads, b.Together) {
			s := &Session{ID: newID(), Cohort: cohort.ID, Block: b.clone(), Squads: set}
			if b.Kind == KindRide {
				s.Squads = 0
				s.Ride = &Ride{Brief: 2, Debrief: 2}
			}
			out = append(out, s)
		}
	}
	return out
}

// groups deals the first n squads into sets of at most together each, in
// order; 0 together is all of them in one set.
func groups(n, together int) []Squads {
	if together <= 0 || together >= n {
		return []Squads{AllSquads(n)}
	}
	var out []Squads
	for from := 0; from < n; from += together {
		out = append(out, AllSquads(min(from+together, n))&^AllSquads(from))
	}
	return out
}

// clone is the block with details of its own.
func (b Block) clone() Block {
	b.Needs, b.Kit = slices.Clone(b.Needs), slices.Clone(b.Kit)
	b.Vehicles, b.After = slices.Clone(b.Vehicles), slices.Clone(b.After)
	b.Fire, b.Search, b.House = copied(b.Fire), copied(b.Search), copied(b.House)
	b.Rescue, b.Exercise = copied(b.Rescue), copied(b.Exercise)
	return b
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

// Clone is the session with details of its own, to be changed and passed to
// NewSession.
func (s *Session) Clone() Session {
	c := *s
	c.Block = s.Block.clone()
	c.Staff, c.Cars = slices.Clone(s.Staff), slices.Clone(s.Cars)
	c.Only, c.Off = slices.Clone(s.Only), copied(s.Off)
	if s.Circuit != nil {
		v := *s.Circuit
		v.Stations = slices.Clone(v.Stations)
		c.Circuit = &v
	}
	if s.Ride != nil {
		r := *s.Ride
		r.Riders = slices.Clone(s.Ride.Riders)
		c.Ride = &r
	}
	if s.Told != nil {
		v := *s.Told
		v.Staff = slices.Clone(v.Staff)
		c.Told = &v
	}
	return c
}

// UsualStart is where courses commonly have the session's block, on the
// cohort's own dates; none when the block does not say or the cohort is over
// by then.
func (s *Session) UsualStart(c *Cohort) Quarter {
	u := s.Block.Usual
	if u.Day < 1 || c.First.Days(u.Day-1) > c.Last {
		return 0
	}
	return c.First.Days(u.Day - 1).At(u.At)
}

// CopyPlan lays a past cohort's sessions on the dates of another: the same
// day of the course, the same hour, the same places and people. What belongs
// to the people who were there (riders, approvals, pins, what they were told)
// stays behind, squads the new cohort does not have are left out, and what
// would fall after its last day goes to the tray.
func CopyPlan(from *Cohort, sessions []*Session, to *Cohort, newID func() ID) []*Session {
	shift := Quarter(int(to.First-from.First) * Day)
	have := AllSquads(max(to.Squads, 1))
	var out []*Session
	for _, s := range sessions {
		if !s.Again.IsZero() || len(s.Only) > 0 {
			continue // another chance for somebody of that cohort
		}
		c := s.Clone()
		c.Off, c.Told = nil, nil
		c.ID, c.Cohort, c.Pinned = newID(), to.ID, false
		if c.Squads != 0 {
			if s.Squads == AllSquads(max(from.Squads, 1)) {
				c.Squads = have // "all" stays all, however many there are
			} else if c.Squads &= have; c.Squads == 0 {
				continue
			}
		}
		if c.Ride != nil {
			c.Ride.Riders, c.Ride.Approved, c.Ride.Command = nil, 0, 0
		}
		if c.Placed() {
			c.Start += shift
			if c.Start.Date() > to.Last {
				c.Start = 0
			}
		}
		out = append(out, &c)
	}
	return out
}
