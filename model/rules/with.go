package rules

import (
	"slices"

	"muster/model"
)

// With is the board of the next desk, which differs from b's in the records
// named, and perhaps in none of them. Only the groups that the old or the new
// state of those records belongs to are looked at again; b stays as it was.
func (b *Board) With(next *model.Desk, changed ...model.Ref) *Board {
	e := edit{old: b, Board: &Board{ground: b.ground}}
	e.desk = next
	for _, r := range changed {
		if r.Kind == model.KindSettings {
			return Ground(next, b.opts)
		}
		e.mark(r)
	}
	e.items, e.groups = slices.Clone(b.items), slices.Clone(b.groups)
	e.enrol()
	slices.SortFunc(e.sessions, model.ID.Compare)
	for _, id := range slices.Compact(e.sessions) {
		e.replace(id)
	}
	e.riders()
	e.shelters()
	for _, k := range e.keys {
		if g := e.own(k); len(g.members) > 0 || k.about == aVetting && e.roster(k.id) != nil {
			e.look(g)
		} else if i, ok := e.find(k); ok {
			e.groups = slices.Delete(e.groups, i, i+1)
		}
	}
	return e.Board
}

// An edit is a board in the making.
type edit struct {
	*Board
	old      *Board
	sessions []model.ID // to compile again
	cohorts  []model.ID // whose rosters to make again
	keys     []key      // groups to look at again
	places   bool       // a place has changed
}

// mark notes what the change of a record touches.
func (e *edit) mark(r model.Ref) {
	switch r.Kind {
	case model.KindSession:
		e.sessions = append(e.sessions, r.ID)
	case model.KindCohort:
		e.cohort(r.ID)
	case model.KindPerson:
		for _, o := range e.old.rosters {
			if _, sits := o.c.Seat(r.ID); sits {
				e.cohort(o.c.ID)
			}
		}
		e.touch(key{about: aRider, id: r.ID})
		for _, m := range e.old.items { // who is named, also without a seat
			if m.s.Ride != nil && m.s.Ride.Rides(r.ID) || slices.Contains(m.s.Only, r.ID) {
				e.sessions = append(e.sessions, m.s.ID)
			}
		}
	case model.KindUnit:
		for _, o := range e.old.rosters {
			e.touch(key{about: aVetting, id: o.c.ID})
		}
	case model.KindPlace:
		e.places = true
		for _, m := range e.old.items {
			if m.s.Place == r.ID {
				e.sessions = append(e.sessions, m.s.ID)
			}
		}
	case model.KindStaff:
		for _, m := range e.old.items {
			if m.s.Employs(r.ID) {
				e.sessions = append(e.sessions, m.s.ID)
			}
		}
	case model.KindVehicle:
		for _, m := range e.old.items {
			if drives(m.s, r.ID) {
				e.sessions = append(e.sessions, m.s.ID)
			}
		}
	case model.KindKit:
		e.touch(key{about: aKit, id: r.ID})
		for _, m := range e.old.members(key{about: aKit, id: r.ID}) { // it may be a radio or not
			e.touch(key{about: aSession, id: m.s.ID})
		}
	case model.KindFireCourse:
		for _, m := range e.old.items {
			if f := m.s.Block.Fire; f != nil && f.Course == r.ID {
				e.sessions = append(e.sessions, m.s.ID)
			}
		}
	}
}

// cohort notes that a cohort's roster, and all it does, is to be looked at.
func (e *edit) cohort(id model.ID) {
	e.cohorts = append(e.cohorts, id)
	e.touch(key{about: aVetting, id: id})
	e.touch(key{about: aTurns, id: id})
	e.touch(key{about: aLate, id: id})
	for s := range e.desk.Sessions.All {
		if s.Cohort == id {
			e.sessions = append(e.sessions, s.ID)
		}
	}
	for _, m := range e.old.items {
		if m.s.Cohort == id {
			e.sessions = append(e.sessions, m.s.ID)
		}
	}
}

// enrol makes the rosters of changed cohorts again.
func (e *edit) enrol() {
	if len(e.cohorts) == 0 {
		return
	}
	e.rosters = slices.Clone(e.rosters)
	for _, id := range e.cohorts {
		i, ok := slices.BinarySearchFunc(e.rosters, id, func(r *roster, id model.ID) int { return r.c.ID.Compare(id) })
		switch c := e.desk.Cohorts.Get(id); {
		case c != nil && ok:
			e.rosters[i] = newRoster(c, e.desk)
		case c != nil:
			e.rosters = slices.Insert(e.rosters, i, newRoster(c, e.desk))
		case ok:
			e.rosters = slices.Delete(e.rosters, i, i+1)
		}
	}
}

// replace takes the session out of the groups it was in and puts it, as it now
// is, in those it belongs to.
func (e *edit) replace(id model.ID) {
	var buf [64]key
	if m := e.old.item(id); m != nil {
		for _, k := range m.keys(buf[:0]) {
			e.own(k).drop(m)
			e.touch(k)
		}
	}
	i, was := slices.BinarySearchFunc(e.items, id, func(m *item, id model.ID) int { return m.s.ID.Compare(id) })
	var m *item
	if s := e.desk.Sessions.Get(id); s != nil {
		m = e.compile(s)
	}
	switch {
	case m == nil && was:
		e.items = slices.Delete(e.items, i, i+1)
		return
	case m == nil:
		return
	case was:
		e.items[i] = m
	default:
		e.items = slices.Insert(e.items, i, m)
	}
	for _, k := range m.keys(buf[:0]) {
		e.own(k).put(m)
		e.touch(k)
	}
}

// own is the group of the board in the making, which it may change.
func (e *edit) own(k key) *group {
	i, ok := e.find(k)
	if !ok {
		e.groups = slices.Insert(e.groups, i, &group{key: k, maker: e.Board})
		return e.groups[i]
	}
	g := e.groups[i]
	if g.maker != e.Board {
		members := make([]*item, len(g.members), len(g.members)+1)
		copy(members, g.members)
		g = &group{key: k, members: members, maker: e.Board}
		e.groups[i] = g
	}
	return g
}

func (e *edit) touch(k key) {
	if !slices.Contains(e.keys, k) {
		e.keys = append(e.keys, k)
	}
}

// riders notes the people who ride and whose squad has been touched: their own
// time is made of both.
func (e *edit) riders() {
	for _, k := range slices.Clone(e.keys) {
		if k.about != aSquad {
			continue
		}
		for _, r := range []*roster{e.old.roster(k.id), e.roster(k.id)} {
			if r == nil {
				continue
			}
			for i := range r.c.Seats {
				s := &r.c.Seats[i]
				if s.Squad != k.squad {
					continue
				}
				if own := (key{about: aRider, id: s.Person}); e.group(own) != nil {
					e.touch(own)
				}
			}
			if r == e.roster(k.id) && e.old.roster(k.id) == r {
				break
			}
		}
	}
}
