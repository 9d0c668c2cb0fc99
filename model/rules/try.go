package rules

import (
	"slices"

	"muster/model"
)

// Try is what would be wrong with the session if it were so: what ClashesOf
// would say of it on the board of a desk on which it is. Nothing is kept. The
// session may be on the board already, elsewhere or otherwise, or be new.
func (b *Board) Try(s *model.Session) []Clash {
	t := b.trial(s, true)
	if t == nil {
		return nil
	}
	t.fixed(t.focus)
	t.timed(t.focus)
	for i := range t.stages {
		t.meets(&t.stages[i])
	}
	return tell(t.faults)
}

// A trial is a session that is not so yet among those that are.
type trial struct {
	sink
	stages   []stage
	buf, out [128]*item
}

// A stage is a group in which the focus meets other sessions.
type stage struct {
	key
	who
	others []*item   // of the group, in order of time, without the focus
	set    []*item   // others and the focus, in no order
	heirs  []*item   // those of the set whose place in the course hangs on the focus
	squads [][]*item // for a rider: what their squad does, in order, without the focus
}

// trial prepares the groups in which the session meets others, here where it
// is or wherever it might be; nil when it lies in the tray.
func (b *Board) trial(s *model.Session, here bool) *trial {
	m := b.compile(s)
	if m == nil {
		return nil
	}
	var buf [64]key
	keys := m.keys(buf[:0])[1:] // the first is the session by itself
	t := &trial{sink: sink{ground: &b.ground, focus: m}, stages: make([]stage, 0, len(keys)+8)}
	for _, of := range keys {
		t.stage(b, of)
	}
	if set := m.squads(); set != 0 {
		for i := range m.c.Seats {
			if s := &m.c.Seats[i]; set.Has(s.Squad) {
				of := key{about: aRider, id: s.Person}
				if g := b.group(of); g != nil && (!here || len(near(g.members, m.from-back, m.to+ahead)) > 0) {
					t.stage(b, of)
				}
			}
		}
	}
	return t
}

func (t *trial) stage(b *Board, of key) {
	g := stage{key: of, others: t.without(b.group(of))}
	switch of.about {
	case aStaff:
		g.staff = t.desk.Staff.Get(of.id)
		g.set = append(slices.Clip(g.others), t.focus)
	case aSquad:
		g.who.squads = model.SquadsOf(of.squad)
		g.set = append(slices.Clip(g.others), t.focus)
		for _, o := range g.set {
			if o == t.focus || t.focus.s.Block.Key != 0 && slices.ContainsFunc(o.s.Block.After, t.before) {
				g.heirs = append(g.heirs, o)
			}
		}
	case aRider:
		g.rider = of.id
		var seen [4]key
		had := seen[:0]
		for _, o := range append(slices.Clip(g.others), t.focus) {
			k := key{about: aSquad, id: o.s.Cohort, squad: o.r.squadOf(of.id)}
			if slices.Contains(had, k) {
				continue
			}
			had = append(had, k)
			if list := t.squad(b, k); len(list) > 0 {
				g.squads = append(g.squads, list)
			}
		}
	}
	t.stages = append(t.stages, g)
}

// squad is what a squad does without the focus.
func (t *trial) squad(b *Board, k key) []*item {
	for i := range t.stages {
		if t.stages[i].key == k {
			return t.stages[i].others
		}
	}
	return t.without(b.group(k))
}

// before reports whether an order of the course speaks of the focus.
func (t *trial) before(a model.After) bool { return a.Block == t.focus.s.Block.Key }

// without is a group's members less the session as it is now. The members of a
// board are never changed, so that they can serve where it is not among them.
func (t *trial) without(g *group) []*item {
	if g == nil {
		return nil
	}
	is := func(m *item) bool { return m.s.ID == t.focus.s.ID }
	i := slices.IndexFunc(g.members, is)
	if i < 0 {
		return g.members
	}
	out := make([]*item, 0, len(g.members))
	return append(append(out, g.members[:i]...), g.members[i+1:]...)
}

// meets looks at the focus among the sessions of one group; what goes by the
// clock, near it only.
func (t *trial) meets(g *stage) {
	m := t.focus
	list := near(g.others, m.from-back, m.to+ahead)
	switch g.about {
	case aRider:
		t.rides(g, list)
	case aTurns:
		if t.cares(rTurns) {
			t.turns(m.r, insert(append(t.buf[:0], g.others...), m))
		}
	case aStaff:
		if g.staff == nil {
			return
		}
		list = insert(append(t.buf[:0], list...), m)
		t.sequence(&g.who, list)
		t.instructor(&g.who, g.day(m), g.sameDay(list, m, t.out[:0]))
		if t.cares(rEnding) && !t.quick {
			t.ending(g.staff, insert(append(t.out[:0], g.others...), m))
		}
	case aSquad:
		list = insert(append(t.buf[:0], list...), m)
		t.sequence(&g.who, list)
		t.squadDay(&g.who, m.day, g.sameDay(list, m, t.out[:0]))
		t.beforehand(&g.who, g.set, m)
		for _, o := range g.heirs {
			t.courseOrder(&g.who, g.set, o)
		}
		t.restDay(&g.who, g.set)
	default:
		list = near(list, m.from-model.Day, m.to+model.Day)
		t.pool(g.key, insert(append(t.buf[:0], list...), m))
	}
}

// rides looks at the focus in one rider's time.
func (t *trial) rides(g *stage, rides []*item) {
	m := t.focus
	if len(rides) == 0 && m.s.Ride == nil {
		return
	}
	list := t.buf[:0]
	for i, squad := range g.squads {
		part := near(squad, m.from-back, m.to+ahead)
		if i == 0 {
			list = append(list, part...)
			continue
		}
		for _, o := range part {
			list = insert(list, o)
		}
	}
	for _, o := range rides {
		list = insert(list, o)
	}
	t.sequence(&g.who, insert(list, m))
}

// sameDay is the sessions of the list on the day of duty of m.
func (w *who) sameDay(list []*item, m *item, buf []*item) []*item {
	day := w.day(m)
	for _, o := range list {
		if w.day(o) == day {
			buf = append(buf, o)
		}
	}
	return buf
}
