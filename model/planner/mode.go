package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// modes makes the item's block of the problem: what it takes, and the ways in
// which it can be done.
func (t *task) modes(it *item) {
	all, _ := it.officers(&it.s.Block)
	b := grid.Block{
		Teams: t.teams(it), Size: int32(all), Class: t.sort(it), Idle: it.s.Block.Rest,
		Live: it.s.Block.LiveFire(), Kind: t.kind(it), Lock: it.lock, Wish: t.usual(it),
		Home: grid.Choice{Start: -1, Place: -1},
	}
	if it.lock == grid.Frozen {
		t.asIs(it, &b)
	} else {
		t.ways(it, &b)
		t.settle(it, &b)
	}
	if len(b.Modes) == 0 {
		b.Modes = []grid.Mode{{Len: int32(it.s.Block.Length), Starts: grid.NewBits(t.line.slots())}}
		it.modes = []manner{{block: it.s.Block}}
	}
	t.p.Blocks = append(t.p.Blocks, b)
}

// asIs is the block of a session of which all stays.
func (t *task) asIs(it *item, b *grid.Block) {
	s := it.s
	slot, _ := t.slot(it.class, s.Start)
	length := s.Block.Length
	if past := t.split(it); past > 0 {
		if it.rest {
			slot, length = slot+int32(length-past), past
		} else {
			length -= past
		}
	}
	if int(slot) >= t.line.slots() { // what is left of it lies beyond the line
		b.Modes = nil
		return
	}
	_, engaged := it.officers(&s.Block)
	m := grid.Mode{Len: int32(length)}
	b.Home = grid.Choice{Start: slot, Place: -1}
	if i, ok := t.place[s.Place]; ok {
		m.Places, b.Home.Place = []int32{i}, i
		m.Uses = t.uses(it, s, engaged, t.places[i], t.late(it, s.Start))
	} else {
		m.Uses = t.uses(it, s, engaged, nil, t.late(it, s.Start))
	}
	for _, teaches := range []bool{true, false} {
		n := grid.Need{Teaches: teaches}
		for _, id := range s.Crew() {
			if q, ok := t.person[id]; ok && teaching(s, id) == teaches {
				n.From = append(n.From, q)
			}
		}
		if n.Count = int32(len(n.From)); n.Count > 0 {
			m.Needs = append(m.Needs, n)
			b.Home.People = append(b.Home.People, n.From...)
		}
	}
	b.Modes = []grid.Mode{m}
	it.modes = []manner{{block: s.Block}}
}

func teaching(s *model.Session, id model.ID) bool {
	return s.Block.Taught() && slices.ContainsFunc(s.Staff, func(p model.Part) bool {
		return p.Staff == id && (p.Role == model.Lead || p.Role == model.Line)
	})
}

// ways adds the modes of a session that may be planned: the ways to have its
// relays, in the places alike in what they ask for, with the crews that do.
func (t *task) ways(it *item, b *grid.Block) {
	for _, r := range t.relays(it) {
		s := *it.s
		s.Block = r.block
		if s.Ride != nil {
			ride := *s.Ride
			ride.Riders = it.gets
			s.Ride = &ride
		}
		starts := t.starts(it, &r.block)
		switch slot, on := t.slot(it.class, it.s.Start); {
		case it.lock == grid.Held:
			starts = nil
		case it.stuck && on:
			starts = grid.NewBits(t.line.slots())
			starts.Set(slot)
		}
		for _, p := range t.spots(it, &s, starts) {
			for _, c := range t.crews(it, &r.block, p.wanted) {
				m := grid.Mode{Len: int32(r.block.Length), Starts: p.starts, Places: p.places, Uses: p.uses, Cost: r.cost + c.cost}
				w := manner{block: r.block}
				t.needs(it, &m, &w, c)
				b.Modes = append(b.Modes, m)
				it.modes = append(it.modes, w)
			}
		}
	}
}

// needs turns a crew into needs, posts that are alike into one.
func (t *task) needs(it *item, m *grid.Mode, w *manner, c crew) {
	for i := range c.posts {
		p := &c.posts[i]
		teaches := p.teaches() && it.s.Block.Taught()
		if k := len(m.Needs) - 1; k >= 0 && i > 0 && c.posts[i-1].pick == p.pick && m.Needs[k].Teaches == teaches {
			m.Needs[k].Count++
		} else {
			m.Needs = append(m.Needs, grid.Need{Count: 1, From: p.from, Days: p.days, Teaches: teaches})
		}
		w.parts = append(w.parts, p.roles)
	}
	for _, q := range t.stationed(it) {
		var roles []model.Role // in the plan, beside the station
		for _, p := range it.s.Staff {
			if p.Staff == t.people[q].ID {
				roles = append(roles, p.Role)
			}
		}
		m.Needs = append(m.Needs, grid.Need{Count: 1, From: []int32{q}, Teaches: teaching(it.s, t.people[q].ID)})
		w.parts = append(w.parts, roles)
	}
}

// A spot is places that ask for the same people and things.
type spot struct {
	places []int32
	wanted []rules.Wanted
	uses   []grid.Use
	starts grid.Bits
}

// spots are the places where the session may be, grouped; one of no place when
// it needs none or there is none. A ride has a spot for its late starts.
func (t *task) spots(it *item, s *model.Session, starts grid.Bits) []spot {
	homes := t.homes(s)
	if it.lock == grid.Held {
		homes = nil
		if i, ok := t.place[s.Place]; ok {
			homes = []int32{i}
		}
	} else if len(homes) == 0 && s.Block.Place != "" {
		t.lack(lack{it: it, place: s.Block.Place, n: 1})
		if _, hard, off := t.value("no-place"); hard && !off {
			return nil
		}
	}
	var out []spot
	for _, part := range t.shifts(it, starts) {
		if len(homes) == 0 {
			out = append(out, t.spot(it, s, -1, part))
		}
		for _, i := range homes {
			v := t.spot(it, s, i, part)
			k := slices.IndexFunc(out, func(o spot) bool {
				return slices.Equal(o.wanted, v.wanted) && slices.Equal(o.uses, v.uses) && same(o.starts, v.starts)
			})
			if k >= 0 {
				out[k].places = append(out[k].places, i)
			} else {
				out = append(out, v)
			}
		}
	}
	return out
}

func same(a, b grid.Bits) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// shifts are the starts of a ride, those of the late shift apart; of other
// sessions, all of them.
func (t *task) shifts(it *item, starts grid.Bits) []grid.Bits {
	if starts == nil || it.s.Ride == nil {
		return []grid.Bits{starts}
	}
	var sets [2]grid.Bits
	for i := range starts.All {
		k := 0
		if t.late(it, t.wall(it.class, i)) {
			k = 1
		}
		if sets[k] == nil {
			sets[k] = grid.NewBits(t.line.slots())
		}
		sets[k].Set(i)
	}
	n, hard, off := t.value("rides-a-late-shift")
	var out []grid.Bits
	for k, b := range sets {
		full := k == 1 && hard && !off && len(it.gets) > n && sets[0] != nil
		if b != nil && !full {
			out = append(out, b)
		}
	}
	return out
}

// spot is what the session asks for in a place (-1: none) if it begins at one
// of the starts, which are all by day or all by night.
func (t *task) spot(it *item, s *model.Session, place int32, starts grid.Bits) spot {
	at := s.Start
	if starts != nil {
		at = it.class.c.First.At(12 * model.Hour)
		for i := range starts.All {
			at = t.wall(it.class, i)
			break
		}
	}
	v := spot{starts: starts}
	var p *model.Place
	if place >= 0 {
		p, v.places = t.places[place], []int32{place}
	}
	id := model.ID{}
	if p != nil {
		id = p.ID
	}
	named := *s
	named.Place = id
	_, engaged := it.officers(&s.Block)
	v.wanted = t.asks.Crew(s, id, at)
	v.uses = t.uses(it, &named, engaged, p, t.late(it, at))
	return v
}
