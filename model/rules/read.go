package rules

import (
	"slices"

	"muster/model"
)

// look finds what is wrong with a group.
func (b *Board) look(g *group) {
	k := sink{ground: &b.ground}
	k.read(b, g.key, g.members)
	g.faults = k.faults
}

// read passes a whole group to the functions of the families that speak of
// such a group.
func (k *sink) read(b *Board, of key, members []*item) {
	switch of.about {
	case aStaff:
		if st := k.desk.Staff.Get(of.id); st != nil {
			w := who{staff: st}
			k.sequence(&w, members)
			w.days(members, func(day model.Date, list []*item) { k.staffDay(&w, day, list) })
			k.ending(st, members)
		}
	case aSquad:
		w := who{squads: model.SquadsOf(of.squad)}
		k.sequence(&w, members)
		w.days(members, func(day model.Date, list []*item) { k.squadDay(&w, day, list) })
		for _, m := range members {
			k.beforehand(&w, members, m)
			k.courseOrder(&w, members, m)
		}
		k.restDay(&w, members)
	case aRider:
		k.rider(b, of.id, members)
	case aTurns:
		if r := k.roster(of.id); r != nil {
			k.turns(r, members)
		}
	case aVetting:
		if r := k.roster(of.id); r != nil {
			k.vetting(r)
		}
	case aLate:
		if r := k.roster(of.id); r != nil {
			k.latecomers(r, members)
		}
	case aChances:
		k.chances(members)
	case aSession:
		for _, m := range members {
			k.fixed(m)
			k.timed(m)
			k.fallback(b, m, nil)
		}
	default:
		k.pool(of, members)
	}
}

// pool reads a group of something shared by the clock alone.
func (k *sink) pool(of key, members []*item) {
	switch of.about {
	case aPlace:
		k.shared(k.desk.Places.Get(of.id), members)
	case aKit:
		k.kit(k.desk.Kits.Get(of.id), members)
	case aVehicle:
		k.vehicle(of.id, members)
	case aStation:
		k.station(members)
	}
}

// fixed looks at a session by itself: what no other start would cure.
func (k *sink) fixed(m *item) {
	k.onLine(m)
	k.people(m)
	k.language(m)
	k.where(m)
	k.carsNeeded(m)
	k.ride(m)
	k.drill(m)
	k.atOnce(m)
	k.split(m)
}

// atOnce: no more squads at a time than the block is for.
func (k *sink) atOnce(m *item) {
	if n := m.squads().Len(); m.s.Block.Together > 0 && n > m.s.Block.Together && k.hit(rTogether, true, m) {
		k.add(rTogether, model.Say("clash.together", "taking", n, "most", m.s.Block.Together), m)
	}
}

// split: a squad stays together, but for another attempt or to make up what
// some of them missed.
func (k *sink) split(m *item) {
	if !m.named() || !m.s.Again.IsZero() || !k.cares(rSplit) {
		return
	}
	var named [model.MaxSquads + 1]int
	for i := range m.c.Seats {
		if s := &m.c.Seats[i]; s.Squad != 0 && s.Alternate == 0 && !s.Stage.Out() && slices.Contains(m.s.Only, s.Person) {
			named[s.Squad]++
		}
	}
	var parted model.Squads
	for q, n := range named {
		if n > 0 && n < m.r.strength[q] {
			parted |= model.SquadsOf(model.Squad(q))
		}
	}
	if parted != 0 && k.hit(rSplit, true, m) {
		k.add(rSplit, model.Say("clash.squad-together"), m).squads = parted
	}
}

// rider looks at one person's own time: their rides, and what they take by
// name, among what their squad does. What the squad does besides is told of the
// squad.
func (k *sink) rider(b *Board, person model.ID, rides []*item) {
	var buf [96]*item
	mine := buf[:0]
	for _, m := range rides {
		if g := b.group(key{about: aSquad, id: m.s.Cohort, squad: m.r.squadOf(person)}); g != nil {
			mine = append(mine, near(g.members, m.from-back, m.to+ahead)...)
		}
	}
	if len(rides) > 1 { // their surroundings may be the same
		slices.SortFunc(mine, (*item).order)
		mine = slices.Compact(mine)
	}
	for _, m := range rides {
		mine = insert(mine, m)
	}
	w := who{rider: person}
	k.sequence(&w, mine)
	for _, m := range rides {
		if !m.named() {
			continue
		}
		course := slices.Clone(rides)
		if g := b.group(key{about: aSquad, id: m.s.Cohort, squad: m.r.squadOf(person)}); g != nil {
			course = append(course, g.members...)
		}
		k.beforehand(&w, course, m)
	}
}

// How far before and after a session, in quarters, another can begin and still
// have to do with it by the clock: it may last a day, and a rest take one.
const (
	back  = 2 * model.Day
	ahead = model.Day + model.Day/2
)

// near is the part of a list in order of time that begins within the span.
func near(list []*item, from, to model.Quarter) []*item {
	lo, _ := slices.BinarySearchFunc(list, from, beginsAt)
	hi := lo
	for hi < len(list) && list[hi].from < to {
		hi++
	}
	return list[lo:hi]
}

func beginsAt(m *item, q model.Quarter) int { return int(m.from - q) }

// insert puts m into a list in order of time.
func insert(list []*item, m *item) []*item {
	list = append(list, m)
	for i := len(list) - 1; i > 0 && m.order(list[i-1]) < 0; i-- {
		list[i], list[i-1] = list[i-1], m
	}
	return list
}
