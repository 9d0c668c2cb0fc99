package model

import "slices"

// Crew is everybody of the staff with any part in the session, each once: a
// role in the plan, a station of its circuit, or officers who ride with them.
func (s *Session) Crew() []ID {
	var out []ID
	s.Clone().parts(func(id *ID) {
		if !id.IsZero() && !slices.Contains(out, *id) {
			out = append(out, *id)
		}
	})
	return out
}

// Employs reports whether the staff member has any such part.
func (s *Session) Employs(staff ID) bool {
	return s.Has(staff) ||
		s.Circuit != nil && slices.ContainsFunc(s.Circuit.Stations, func(p Post) bool { return p.Lead == staff || p.Safety == staff }) ||
		s.Ride != nil && slices.ContainsFunc(s.Ride.Riders, func(r Rider) bool { return r.Host == staff })
}
