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
	t.fallback(b, t.focus, t.was)
	for i := range t.stages {
		t.meets(&t.stages[i])
	}
	return tell(t.faults)
}

// A trial is a session that is not so yet among those that are.
type trial struct {
	sink
	board    *Board
	was      *item // the session as it is now on the board, or nil
	stages   []stage
	buf, out [128]*item
}

// A stage is a group in which the focus meets other sessions. Members are the
// board's own: what the session was is passed over when they are read.
type stage struct {
	key
	who
	members []*item // in order of time
	set     []*item // a squad's course, or a named officer's: members and the focus, in no order
	heirs   []*item // those of the set whose place in the course hangs on the focus
	squads  [][]*item
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
	t := &trial{sink: sink{ground: &b.ground, focus: m}, board: b, was: b.item(s.ID), stages: make([]stage, 0, len(keys)+8)}
	for _, of := range keys {
		t.stage(b, of, b.members(of))
	}
	if set := m.squads(); set != 0 {
		for i := range m.c.Seats {
			s := &m.c.Seats[i]
			if !set.Has(s.Squad) {
				continue
			}
			of := key{about: aRider, id: s.Person}
			if rides := b.members(of); len(rides) > 0 && (!here || len(near(rides, m.from-back, m.to+ahead)) > 0) {
				t.stage(b, of, rides)
			}
		}
	}
	return t
}

func (t *trial) stage(b *Board, of key, members []*item) {
	g := stage{key: of, members: members}
	switch of.about {
	case aStaff:
		g.staff = t.desk.Staff.Get(of.id)
	case aSquad:
		g.who.squads = model.SquadsOf(of.squad)
		g.set = t.with(make([]*item, 0, len(members)+1), members)
		for _, o := range g.set {
			if o == t.focus || t.focus.s.Block.Key != 0 && slices.ContainsFunc(o.s.Block.After, t.before) {
				g.heirs = append(g.heirs, o)
			}
		}
	case aRider:
		g.rider = of.id
		g.around(b, t.focus)
		for _, o := range members {
			g.around(b, o)
		}
		if t.focus.named() {
			g.set = t.with(nil, members)
			for _, list := range g.squads {
				if list[0].c.ID == t.focus.c.ID {
					g.set = t.others(g.set, list)
				}
			}
		}
	}
	t.stages = append(t.stages, g)
}

// around adds what a rider's squad does in the cohort of o.
func (g *stage) around(b *Board, o *item) {
	list := b.members(key{about: aSquad, id: o.s.Cohort, squad: o.r.squadOf(g.id)})
	if len(list) == 0 || slices.ContainsFunc(g.squads, func(had []*item) bool { return &had[0] == &list[0] }) {
		return
	}
	g.squads = append(g.squads, list)
}

// before reports whether an order of the course speaks of the focus.
func (t *trial) before(a model.After) bool { return a.Block == t.focus.s.Block.Key }

// others appends a list without the session as it is now.
func (t *trial) others(out, list []*item) []*item {
	for _, m := range list {
		if m != t.was {
			out = append(out, m)
		}
	}
	return out
}

// with is others, and the focus in its place in time.
func (t *trial) with(out, list []*item) []*item { return insert(t.others(out, list), t.focus) }

// meets looks at the focus among the sessions of one group; what goes by the
// clock, near it only.
func (t *trial) meets(g *stage) {
	m := t.focus
	switch g.about {
	case aRider:
		t.rides(g)
	case aLate:
		if t.cares(rLateArrival) || t.cares(rNoBriefing) {
			t.latecomers(m.r, t.with(t.buf[:0], g.members))
		}
	case aTurns:
		if t.cares(rTurns) {
			t.turns(m.r, t.with(t.buf[:0], g.members))
		}
	case aStaff:
		if g.staff == nil {
			return
		}
		list := t.with(t.buf[:0], near(g.members, m.from-back, m.to+ahead))
		t.sequence(&g.who, list)
		t.staffDay(&g.who, g.day(m), g.sameDay(list, m, t.out[:0]))
		if t.cares(rEnding) && !t.quick {
			t.ending(g.staff, t.with(t.out[:0], g.members))
		}
	case aSquad:
		list := t.with(t.buf[:0], near(g.members, m.from-back, m.to+ahead))
		t.sequence(&g.who, list)
		t.squadDay(&g.who, m.day, g.sameDay(list, m, t.out[:0]))
		t.beforehand(&g.who, g.set, m)
		for _, o := range g.heirs {
			t.courseOrder(&g.who, g.set, o)
		}
		t.restDay(&g.who, g.set)
	case aChances:
		if t.cares(rChance) {
			t.chances(t.with(t.buf[:0], g.members))
		}
	case aKit:
		list := g.members
		if p := t.desk.Kits.Get(g.id); p == nil || !p.Spent { // what is used up counts from the first on
			list = near(list, m.from-model.Day, m.to+model.Day)
		}
		t.pool(g.key, t.with(t.buf[:0], list))
	default:
		t.pool(g.key, t.with(t.buf[:0], near(g.members, m.from-model.Day, m.to+model.Day)))
	}
}

// rides looks at the focus in one rider's time.
func (t *trial) rides(g *stage) {
	m := t.focus
	rides := near(g.members, m.from-back, m.to+ahead)
	if len(rides) == 0 && !m.single() {
		return
	}
	list := t.buf[:0]
	for i, squad := range g.squads {
		part := near(squad, m.from-back, m.to+ahead)
		if i == 0 {
			list = t.others(list, part)
			continue
		}
		for _, o := range t.others(t.out[:0], part) {
			list = insert(list, o)
		}
	}
	for _, o := range rides {
		if o != t.was {
			list = insert(list, o)
		}
	}
	t.sequence(&g.who, insert(list, m))
	if m.named() {
		t.beforehand(&g.who, g.set, m)
	}
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
