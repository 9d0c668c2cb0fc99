package rules

import (
	"slices"

	"muster/model"
)

// turn is when a day of duty ends and the next begins, in quarters.
const turn = 4 * model.Hour

// An item is a session with a time as the families read it: names resolved,
// times on the common clock. It is never changed once it lies in a group.
type item struct {
	s        *model.Session
	c        *model.Cohort
	r        *roster
	place    *model.Place  // nil when none is chosen, or it is not on the desk
	from, to model.Quarter // on the common clock
	off      model.Quarter // from the cohort's wall clock to the common clock
	day      model.Date    // of duty
	officers int           // who take part
	engaged  int           // actively, at a time
	rounds   int           // each fires
	hazard   hazard
	parts    []part
	cars     []*model.Vehicle
}

// A part is somebody's part in a session; hosts of riders have one too.
type part struct {
	st   *model.Staff
	role model.Role
}

// A hazard is what a safety briefing is about; "" needs none.
type hazard string

const (
	fire     hazard = "fire"     // live rounds
	marking  hazard = "marking"  // force on force
	rescue   hazard = "rescue"   // heights, casualties, breaking in
	vehicles hazard = "vehicles" // traffic, hidden compartments, devices
)

func hazardOf(b *model.Block) hazard {
	switch {
	case b.LiveFire():
		return fire
	case b.ForceOnForce():
		return marking
	case b.Kind == model.KindRescue:
		return rescue
	case b.Kind == model.KindVehicles:
		return vehicles
	}
	return ""
}

// own is the item's time on its cohort's wall clock.
func (m *item) own() model.Span { return model.Span{From: m.from - m.off, To: m.to - m.off} }

// works reports whether the time is spent at work: not a meal, not free.
func (m *item) works() bool { return m.s.Block.Taught() }

func (m *item) order(o *item) int {
	if m.from != o.from {
		return int(m.from - o.from)
	}
	return m.s.ID.Compare(o.s.ID)
}

// squads is who takes it as whole squads; the officers of a ride come one by
// one, and so do those who are named.
func (m *item) squads() model.Squads {
	if m.single() {
		return 0
	}
	return m.s.Squads & m.c.SquadSet()
}

// single reports whether officers take part one by one, not as squads.
func (m *item) single() bool { return m.s.Ride != nil || m.named() }

// named reports whether the session is for officers named one by one: another
// attempt, or to make up what they missed.
func (m *item) named() bool { return m.s.Ride == nil && len(m.s.Only) > 0 }

// dutyDay is the day of duty the moment belongs to.
func dutyDay(q model.Quarter) model.Date { return (q - turn).Date() }

// compile makes the item of a session; nil when it lies in the tray, was called
// off, or its cohort is closed or not on the desk.
func (g *ground) compile(s *model.Session) *item {
	if !s.Placed() || s.Off != nil {
		return nil
	}
	r := g.roster(s.Cohort)
	if r == nil || r.c.State == model.Closed {
		return nil
	}
	m := &item{s: s, c: r.c, r: r, hazard: hazardOf(&s.Block)}
	if !s.Place.IsZero() {
		m.place = g.desk.Places.Get(s.Place)
	}
	m.officers = r.officers(s)
	m.engaged = s.Block.Engaged(m.officers)
	m.rounds = roundsOf(&s.Block, g.desk)
	m.parts = make([]part, 0, len(s.Staff)+2)
	for _, p := range s.Staff {
		m.play(g.desk.Staff.Get(p.Staff), p.Role)
	}
	if s.Ride != nil {
		for _, v := range s.Ride.Riders {
			if !v.Host.IsZero() {
				m.play(g.desk.Staff.Get(v.Host), model.Host)
			}
		}
	}
	for _, id := range s.Cars {
		m.drive(g.desk.Vehicles.Get(id))
	}
	if s.Circuit != nil {
		m.circuit(g.desk)
	}
	g.set(m, s.Start)
	return m
}

// circuit adds who is at the stations, and the vehicles there. Who leads the
// session, or instructs in it, has no second part for a station of it.
func (m *item) circuit(d *model.Desk) {
	for _, p := range m.s.Circuit.Stations {
		if st := d.Staff.Get(p.Lead); st != nil && !m.plays(st, model.Lead) {
			m.play(st, model.Line)
		}
		m.play(d.Staff.Get(p.Safety), model.Safety)
		m.drive(d.Vehicles.Get(p.Vehicle))
	}
}

func (m *item) drive(v *model.Vehicle) {
	if v != nil && !slices.Contains(m.cars, v) {
		m.cars = append(m.cars, v)
	}
}

// drives reports whether the session names the vehicle for anything.
func drives(s *model.Session, vehicle model.ID) bool {
	return slices.Contains(s.Cars, vehicle) ||
		s.Circuit != nil && slices.ContainsFunc(s.Circuit.Stations, func(p model.Post) bool { return p.Vehicle == vehicle })
}

func (m *item) play(st *model.Staff, role model.Role) {
	if st == nil {
		return
	}
	for _, p := range m.parts {
		if p.st == st && p.role == role {
			return
		}
	}
	m.parts = append(m.parts, part{st, role})
}

// set gives the item its start, on its cohort's wall clock.
func (g *ground) set(m *item, start model.Quarter) {
	m.off = 0
	if g.opts.Offset != nil {
		m.off = model.Quarter(g.opts.Offset(m.c.Zone, start))
	}
	m.from = start + m.off
	m.to = m.from + model.Quarter(m.s.Block.Length)
	m.day = dutyDay(start)
}

// first reports whether parts[i] is the first part of its staff member.
func (m *item) first(i int) bool {
	for _, p := range m.parts[:i] {
		if p.st == m.parts[i].st {
			return false
		}
	}
	return true
}

// plays reports whether the staff member has the role.
func (m *item) plays(st *model.Staff, role model.Role) bool {
	for _, p := range m.parts {
		if p.st == st && p.role == role {
			return true
		}
	}
	return false
}

// count is how many are in the role.
func (m *item) count(role model.Role) int {
	n := 0
	for _, p := range m.parts {
		if p.role == role {
			n++
		}
	}
	return n
}
