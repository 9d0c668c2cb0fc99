package rules

import (
	"slices"

	"muster/model"
)

// subject is what a group is about.
type subject uint8

const (
	aSession subject = iota // one session by itself
	aPlace                  // the sessions at a place
	aStaff                  // the sessions a staff member has a part in
	aSquad                  // the sessions of a squad of a cohort
	aRider                  // the sessions a person takes by name: rides, and what is made up
	aKit                    // the sessions that draw from a pool
	aVehicle                // the sessions a vehicle is in
	aStation                // the patrol rides with one host
	aTurns                  // the patrol rides of a cohort
	aVetting                // a cohort's people
	aLate                   // the sessions of a cohort to which somebody comes late
	aChances                // those of a cohort that can be failed, other attempts at them, and the end
)

// A key names a group.
type key struct {
	about subject
	squad model.Squad
	id    model.ID
}

func (a key) order(b key) int {
	if a.about != b.about {
		return int(a.about) - int(b.about)
	}
	if c := a.id.Compare(b.id); c != 0 {
		return c
	}
	return int(a.squad) - int(b.squad)
}

// A group is what one thing is used for, in order of time, and what is wrong
// with that. Once its board is made it is never changed.
type group struct {
	key
	members []*item
	faults  []*fault
	maker   *Board // the board being made when the group was: only it may change it
}

// at is where in the members the item is, or would be.
func (g *group) at(m *item) (int, bool) {
	return slices.BinarySearchFunc(g.members, m, (*item).order)
}

func (g *group) put(m *item) {
	i, _ := g.at(m)
	g.members = slices.Insert(g.members, i, m)
}

func (g *group) drop(m *item) {
	if i, ok := g.at(m); ok {
		g.members = slices.Delete(g.members, i, i+1)
	}
}

// keys appends the keys of the groups the item belongs to.
func (m *item) keys(out []key) []key {
	s := m.s
	out = append(out, key{about: aSession, id: s.ID})
	if !s.Place.IsZero() {
		out = append(out, key{about: aPlace, id: s.Place})
	}
	for i, p := range m.parts {
		if m.first(i) {
			out = append(out, key{about: aStaff, id: p.st.ID})
		}
	}
	if set := m.squads(); set != 0 {
		for q := model.Squad(1); q <= model.MaxSquads; q++ {
			if set.Has(q) {
				out = append(out, key{about: aSquad, id: s.Cohort, squad: q})
			}
		}
	}
	for i, d := range s.Block.Kit {
		if d.For(m.engaged) > 0 && !slices.ContainsFunc(s.Block.Kit[:i], func(e model.KitNeed) bool { return e.Kit == d.Kit && e.For(m.engaged) > 0 }) {
			out = append(out, key{about: aKit, id: d.Kit})
		}
	}
	if id := m.ammunition(); !id.IsZero() && m.officers > 0 && !slices.Contains(out, key{about: aKit, id: id}) {
		out = append(out, key{about: aKit, id: id})
	}
	if m.attempted() {
		out = append(out, key{about: aChances, id: s.Cohort})
	}
	for _, v := range m.cars {
		out = append(out, key{about: aVehicle, id: v.ID})
	}
	if s.Ride != nil {
		out = m.rideKeys(out)
	}
	if m.named() {
		for _, id := range s.Only {
			out = append(out, key{about: aRider, id: id})
		}
	}
	if len(m.r.late) > 0 {
		out = append(out, key{about: aLate, id: s.Cohort})
	}
	return out
}

func (m *item) rideKeys(out []key) []key {
	if m.out() {
		for _, v := range m.s.Ride.Riders {
			out = append(out, key{about: aRider, id: v.Person})
		}
	}
	if m.patrol() {
		if h := m.host(); !h.IsZero() {
			out = append(out, key{about: aStation, id: h})
		}
		out = append(out, key{about: aTurns, id: m.s.Cohort})
	}
	return out
}

// host is who takes the riders along: the agency, or where they start from.
func (m *item) host() model.ID {
	if !m.s.Ride.Host.IsZero() {
		return m.s.Ride.Host
	}
	if !m.s.Place.IsZero() {
		return m.s.Place
	}
	return m.s.ID // a ride whose host nobody has named is a shift by itself
}
