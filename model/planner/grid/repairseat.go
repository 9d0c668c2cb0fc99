package grid

import (
	"cmp"
	"slices"
)

// An usher gives blocks whose times stand a place and people. When somebody it
// wants is in another block, that one has to find somebody else, and so on.
//
// It tries every place and everybody who has the role; whatever stands in the
// way of a choice and is not decided yet is asked to decide anew, and each seat
// and place is decided once. So where it says no without having been cut short,
// no places and people exist for these times; and touched names blocks that
// cannot all keep theirs.
type usher struct {
	*ledger
	still   bool   // places stay as they are
	fixed   []bool // by unit
	touched []int32
	isIn    []bool // blocks in touched
	left    int    // decisions that may still be tried
	spent   bool   // they were not enough
}

// A unit is a thing to be decided: a seat of a block's crew, or its place (-1).
type unit struct{ b, at int32 }

// An option is one way to decide a unit, and what must be decided anew for it.
type option struct {
	value int32
	out   []unit
	price int32
}

func newUsher(l *ledger) usher {
	g := l.s.g
	return usher{ledger: l, fixed: make([]bool, int(g.width)+len(g.blocks)), isIn: make([]bool, len(g.blocks))}
}

func (u *usher) id(x unit) int32 {
	if x.at < 0 {
		return u.s.g.width + x.b
	}
	return u.s.g.blocks[x.b].crew + x.at
}

// settle decides the units, and what they push aside. When it fails everything
// is as it was.
func (u *usher) settle(units []unit, tries int) bool {
	for _, b := range u.touched {
		u.isIn[b] = false
	}
	u.touched, u.left, u.spent = u.touched[:0], tries, false
	clear(u.fixed)
	mark := u.mark()
	for _, x := range units {
		u.set(x, -1)
	}
	if u.next(units) {
		return true
	}
	u.undo(mark)
	return false
}

// touch notes that a block took part.
func (u *usher) touch(b int32) {
	if !u.isIn[b] {
		u.isIn[b] = true
		u.touched = append(u.touched, b)
	}
}

func (u *usher) next(units []unit) bool {
	if len(units) == 0 {
		return true
	}
	if u.left--; u.left < 0 {
		u.spent = true
		return false
	}
	// Places first: who can get there depends on them.
	i := max(0, slices.IndexFunc(units, func(x unit) bool { return x.at < 0 }))
	x := units[i]
	rest := slices.Delete(slices.Clone(units), i, i+1)
	u.touch(x.b)
	options := u.people(x)
	if x.at < 0 {
		options = u.places(x)
	}
	slices.SortStableFunc(options, func(a, b option) int {
		return cmp.Or(cmp.Compare(len(a.out), len(b.out)), cmp.Compare(a.price, b.price))
	})
	for _, o := range options {
		mark := u.mark()
		for _, y := range o.out {
			u.set(y, -1)
		}
		u.set(x, o.value)
		u.fixed[u.id(x)] = true
		if u.next(append(rest[:len(rest):len(rest)], o.out...)) {
			return true
		}
		u.fixed[u.id(x)] = false
		u.undo(mark)
		if u.spent {
			return false
		}
	}
	return false
}

// push adds a unit that has to be decided anew; false when it cannot be.
func (u *usher) push(out []unit, x unit) ([]unit, bool) {
	lock := u.s.g.blocks[x.b].Lock
	if u.fixed[u.id(x)] || lock == Frozen || x.at < 0 && (lock != Free || u.still) {
		return out, false
	}
	if !slices.Contains(out, x) {
		out = append(out, x)
	}
	return out, true
}

// seatOf is the seat somebody has in a placed block.
func (u *usher) seatOf(b, q int32) unit { return unit{b, int32(slices.Index(u.s.crew(b), q))} }

// needAt is the need a seat belongs to.
func (m *mode) needAt(at int32) int {
	for i := range m.needs {
		if at -= m.needs[i].Count; at < 0 {
			return i
		}
	}
	return -1
}

// people are the options of a seat.
func (u *usher) people(x unit) []option {
	if x.at < 0 {
		return nil
	}
	s, g := u.s, u.s.g
	a := s.at[x.b]
	v := g.try(x.b, a.start, a.mode, a.place)
	mine := v.m.needAt(x.at)
	if mine < 0 {
		return nil
	}
	n := &v.m.needs[mine]
	var options []option
	for j, q := range n.From {
		if !n.can[j].Has(a.start) {
			continue
		}
		o := option{value: q, price: s.taught[q] - g.share[q]}
		if at := slices.Index(s.crew(x.b), q); at >= 0 {
			if v.m.needAt(int32(at)) == mine {
				continue // a seat like this one: nothing is won
			}
			var ok bool
			if o.out, ok = u.push(o.out, unit{x.b, int32(at)}); !ok {
				continue
			}
		}
		if u.free(q, &v, &o) {
			options = append(options, o)
		}
	}
	return options
}

// free finds what keeps somebody from a block; false when that cannot change.
func (u *usher) free(q int32, v *trial, o *option) bool {
	s, g := u.s, u.s.g
	r := g.people + q
	k := s.crewKin()
	lo, hi := s.daysNear(v, &k)
	for d := lo; d <= hi; d++ {
		for _, y := range s.on[r*g.days+d] {
			if y != v.b && s.meets(v, y, &k) && !u.part(q, v, y, o) {
				return false
			}
		}
	}
	most := g.most[r]
	if most == 0 || !v.work {
		return true
	}
	load := v.end - v.start
	for _, y := range s.on[r*g.days+v.day] {
		if y != v.b && g.work[y] && !slices.Contains(o.out, u.seatOf(y, q)) {
			load += s.at[y].end - s.at[y].start
		}
	}
	if load <= most {
		return true
	}
	// Too much for a day: all that is not decided is decided anew.
	for _, y := range s.on[r*g.days+v.day] {
		x := u.seatOf(y, q)
		if y == v.b || !g.work[y] || slices.Contains(o.out, x) {
			continue
		}
		var ok bool
		if o.out, ok = u.push(o.out, x); ok {
			load -= s.at[y].end - s.at[y].start
		}
	}
	return load <= most
}

// part lets two blocks no longer share somebody, or be nearer to each other.
func (u *usher) part(q int32, v *trial, y int32, o *option) bool {
	var ok bool
	o.out, ok = u.push(o.out, u.seatOf(y, q))
	a := &u.s.at[y]
	if u.s.g.travels && (a.start >= v.end || v.start >= a.end) {
		for _, b := range []int32{y, v.b} {
			if u.s.at[b].place >= 0 {
				var also bool
				o.out, also = u.push(o.out, unit{b, -1})
				ok = ok || also
			}
		}
	}
	return ok
}

// places are the options of a block's place.
func (u *usher) places(x unit) []option {
	s, g := u.s, u.s.g
	if x.at >= 0 || u.still || g.blocks[x.b].Lock != Free {
		return nil
	}
	a := s.at[x.b]
	var options []option
	m := &g.blocks[x.b].modes[a.mode]
	for i, r := range m.Places {
		if !m.open[i].Has(a.start) {
			continue
		}
		v := g.try(x.b, a.start, a.mode, r)
		o := option{value: r}
		if u.empty(&v, &o) && (!g.travels || u.reach(&v, &o)) {
			options = append(options, o)
		}
	}
	return options
}

// empty finds who is in a place at the time of a trial.
func (u *usher) empty(v *trial, o *option) bool {
	s, g := u.s, u.s.g
	r := g.places + v.place
	k := s.placeKin()
	room := g.p.Places[v.place].Room
	full := false
	for t := v.start; t < v.end && room > 0; t++ {
		full = full || s.inside(v.place, t, v.b)+v.k.Size > room
	}
	if room > 0 && v.k.Size > room {
		return false
	}
	kept := v.k.Size
	lo, hi := s.daysNear(v, &k)
	for d := lo; d <= hi; d++ {
		for _, y := range s.on[r*g.days+d] {
			if y == v.b || !s.meets(v, y, &k) {
				continue
			}
			together := room > 0 && s.at[y].start < v.end && v.start < s.at[y].end
			if together && !full {
				continue
			}
			var ok bool
			if o.out, ok = u.push(o.out, unit{y, -1}); ok {
				continue
			}
			if !together {
				return false
			}
			kept += g.blocks[y].Size
		}
	}
	// Those that stay may be there at different times, and then there is room.
	return kept <= room || room == 0 || !full || u.roomy(v, o)
}

// roomy says whether a place takes a trial once those are out who have to go.
func (u *usher) roomy(v *trial, o *option) bool {
	s, g := u.s, u.s.g
	for t := v.start; t < v.end; t++ {
		n := s.inside(v.place, t, v.b) + v.k.Size
		for _, y := range o.out {
			if a := &s.at[y.b]; y.at < 0 && a.place == v.place && a.start <= t && t < a.end {
				n -= g.blocks[y.b].Size
			}
		}
		if n > g.p.Places[v.place].Room {
			return false
		}
	}
	return true
}

// reach finds who cannot get to a trial's place or from it.
func (u *usher) reach(v *trial, o *option) bool {
	s, g := u.s, u.s.g
	near := func(r int32, k kinship, apart func(y int32) bool) bool {
		lo, hi := s.daysNear(v, &k)
		for d := lo; d <= hi; d++ {
			for _, y := range s.on[r*g.days+d] {
				if y != v.b && s.at[y].place >= 0 && s.meets(v, y, &k) && !apart(y) {
					return false
				}
			}
		}
		return true
	}
	for _, t := range v.k.Teams {
		ok := near(t, s.teamKin(), func(y int32) (ok bool) {
			o.out, ok = u.push(o.out, unit{y, -1})
			return ok
		})
		if !ok {
			return false
		}
	}
	for at, q := range s.crew(v.b) {
		if q < 0 {
			continue
		}
		ok := near(g.people+q, s.crewKin(), func(y int32) bool {
			ok := false
			for _, x := range []unit{{v.b, int32(at)}, u.seatOf(y, q), {y, -1}} {
				var also bool
				o.out, also = u.push(o.out, x)
				ok = ok || also
			}
			return ok
		})
		if !ok {
			return false
		}
	}
	return true
}
