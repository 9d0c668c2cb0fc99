package model

import "slices"

// places yields where the session names somebody of the staff: in a role of the
// plan, at a station of its circuit, as host of a rider.
func (s *Session) places(yield func(*ID) bool) {
	for i := range s.Staff {
		if !yield(&s.Staff[i].Staff) {
			return
		}
	}
	if s.Circuit != nil {
		for i := range s.Circuit.Stations {
			if p := &s.Circuit.Stations[i]; !yield(&p.Lead) || !yield(&p.Safety) {
				return
			}
		}
	}
	if s.Ride != nil {
		for i := range s.Ride.Riders {
			if !yield(&s.Ride.Riders[i].Host) {
				return
			}
		}
	}
}

// Crew is everybody of the staff with a part in the session, each once: a role
// in the plan, a station of its circuit, or officers who ride along with them.
func (s *Session) Crew() []ID {
	var out []ID
	for id := range s.places {
		if !id.IsZero() && !slices.Contains(out, *id) {
			out = append(out, *id)
		}
	}
	return out
}

// Employs reports whether the staff member has any such part.
func (s *Session) Employs(staff ID) bool {
	for id := range s.places {
		if *id == staff {
			return true
		}
	}
	return false
}

// Recast is a copy with somebody in every part that another had, to be passed
// to NewSession; the zero ID leaves those parts empty.
func (s *Session) Recast(from, to ID) Session {
	next := s.Clone()
	for id := range next.places {
		if *id == from {
			*id = to
		}
	}
	if to.IsZero() {
		next.Staff = slices.DeleteFunc(next.Staff, func(p Part) bool { return p.Staff.IsZero() })
	}
	return next
}
