package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// settle says where the plan of record has the session, and who is there: as
// many of its people as have a part in what it needs.
func (t *task) settle(it *item, b *grid.Block) {
	s := it.s
	slot, on := t.slot(it.class, s.Start)
	if !s.Placed() || !on || t.split(it) > 0 || len(b.Modes) == 0 {
		return
	}
	place, has := t.place[s.Place]
	if !has {
		place = -1
	}
	best, most := 0, -1
	for i := range b.Modes {
		m, w := &b.Modes[i], &it.modes[i]
		fits := 1
		if w.block.Length == s.Block.Length && sameRelays(&w.block, &s.Block) {
			fits += 1000
		}
		if slices.Contains(m.Places, place) || len(m.Places) == 0 && !has {
			fits += 500
		}
		if m.Starts.Has(slot) {
			fits += 250
		}
		for _, q := range t.at(it, m, w) {
			if q >= 0 {
				fits++
			} else {
				fits--
			}
		}
		if fits > most {
			best, most = i, fits
		}
	}
	if it.lock == grid.Held {
		b.Modes, it.modes = b.Modes[best:best+1], it.modes[best:best+1]
		best = 0
	}
	if it.lock == grid.Held || t.opts.Keep {
		t.keepOthers(it, b, best, slot)
	}
	if it.lock == grid.Free && t.opts.Keep {
		t.admit(it, b, best, slot)
	}
	b.Home = grid.Choice{Start: slot, Mode: int32(best), Place: place, People: t.at(it, &b.Modes[best], &it.modes[best])}
	if it.lock == grid.Held && !t.mends && t.opts.Only == nil && t.staffed(b, slot, it.s.Block.Length) {
		b.Lock = grid.Frozen // nobody is taken out of what is pinned or published without need
	}
}

// staffed reports whether the block has all its people at home, and all are
// there.
func (t *task) staffed(b *grid.Block, slot int32, length int) bool {
	i := 0
	for _, n := range b.Modes[b.Home.Mode].Needs {
		for range n.Count {
			q := b.Home.People[i]
			i++
			if q < 0 || !t.there(q, slot, length) {
				return false
			}
			if k := slices.Index(n.From, q); n.Days != nil && k >= 0 && !n.Days[k].Has(slot) {
				return false
			}
		}
	}
	return true
}

// admit lets the session begin where it does, though nobody would put it there,
// when no rule forbids it.
func (t *task) admit(it *item, b *grid.Block, mode int, slot int32) {
	m := &b.Modes[mode]
	start := it.s.Start
	if m.Starts.Has(slot) || int(m.Len) != it.s.Block.Length || start < max(it.class.now, t.ready(it), t.stocked[it]) || !t.asks.Begins(it.s, start, start+1)[0] {
		return
	}
	if !t.bears(it, start) {
		return
	}
	for i := range m.Starts.All { // what it takes by day is not what it takes by night
		if at := t.wall(it.class, i); t.asks.Dark(it.s, at) != t.asks.Dark(it.s, start) || t.late(it, at) != t.late(it, start) {
			return
		}
		break
	}
	was := m.Starts
	m.Starts = slices.Clone(was)
	m.Starts.Set(slot)
	for i := range b.Modes {
		if same(b.Modes[i].Starts, was) {
			b.Modes[i].Starts = m.Starts
		}
	}
}

// bears reports whether the hours that are kept free for the sake of other
// sessions are free of it.
func (t *task) bears(it *item, start model.Quarter) bool {
	b := &it.s.Block
	h := hours{class: it.class, length: b.Length, ride: it.s.Ride != nil, free: b.Rest}
	day := rules.DutyDay(start)
	at := int(start - day.At(0))
	end, early := t.early()
	return !it.class.meal(day).meets(at, h) && (!early || at+b.Length <= end) && (!it.class.strict || it.class.opens(h, day))
}

func sameRelays(a, b *model.Block) bool {
	if a.Fire == nil || b.Fire == nil {
		return true
	}
	return max(a.Fire.Relays, 1) == max(b.Fire.Relays, 1)
}

// at is the people of the session as a choice of the mode: -1 where nobody of
// them serves.
func (t *task) at(it *item, m *grid.Mode, w *manner) []int32 {
	out := make([]int32, 0, len(w.parts))
	for _, n := range m.Needs {
		for range n.Count {
			out = append(out, t.serves(it, n.From, w.parts[len(out)], out))
		}
	}
	return out
}

// serves is one of the session's people who has all those roles in it, is among
// those who can, and is not yet taken.
func (t *task) serves(it *item, from []int32, roles []model.Role, taken []int32) int32 {
	if len(from) == 1 && slices.Contains(t.stationed(it), from[0]) {
		return from[0]
	}
	for _, p := range it.s.Staff {
		q, ok := t.person[p.Staff]
		if ok && p.Role == roles[0] && slices.Contains(from, q) && !slices.Contains(taken, q) &&
			!slices.ContainsFunc(roles[1:], func(r model.Role) bool { return !slices.Contains(it.s.Staff, model.Part{Staff: p.Staff, Role: r}) }) {
			return q
		}
	}
	return -1
}

// keepOthers keeps those of the session's people for whom there is no need, and
// who are there at the time.
func (t *task) keepOthers(it *item, b *grid.Block, mode int, slot int32) {
	has := t.at(it, &b.Modes[mode], &it.modes[mode])
	var more []model.ID
	for _, p := range it.s.Staff {
		q, ok := t.person[p.Staff]
		if !ok || slices.Contains(has, q) || slices.Contains(more, p.Staff) || !t.there(q, slot, it.s.Block.Length) ||
			wantsRole(&it.modes[mode], p.Role) && slices.Contains(has, -1) {
			continue
		}
		more = append(more, p.Staff)
	}
	for _, id := range more {
		var roles []model.Role
		for _, p := range it.s.Staff {
			if p.Staff == id {
				roles = append(roles, p.Role)
			}
		}
		if len(roles) > 1 && !mayDouble(roles) {
			roles = roles[:1]
		}
		teaches := slices.Contains(roles, model.Lead) || slices.Contains(roles, model.Line)
		for i := range b.Modes {
			b.Modes[i].Needs = append(b.Modes[i].Needs, grid.Need{
				Count: 1, From: []int32{t.person[id]}, Teaches: teaches && it.s.Block.Taught(),
			})
			it.modes[i].parts = append(it.modes[i].parts, roles)
		}
	}
}

func wantsRole(w *manner, r model.Role) bool {
	return slices.ContainsFunc(w.parts, func(roles []model.Role) bool { return slices.Contains(roles, r) })
}

// there reports whether nothing keeps the person away while a block lasts.
func (t *task) there(person, slot int32, length int) bool {
	for i := range int32(length) {
		if int(slot+i) < t.line.slots() && !t.p.People[person].Free.Has(slot+i) {
			return false
		}
	}
	return true
}
