package grid

import (
	"cmp"
	"slices"
)

// Faults are all that is broken in the plan as it stands, sorted.
func (s *State) Faults() []Fault {
	var f []Fault
	say := func(breach Breach, a, b, of, slot int32) { f = append(f, Fault{breach, a, b, of, slot}) }
	g := s.g
	for b := range g.blocks {
		if s.at[b].start < 0 {
			say(Unplaced, int32(b), -1, -1, -1)
			continue
		}
		s.alone(int32(b), say)
	}
	for t := range g.people {
		s.together(t, t, breaches{TeamTwice, TooClose, NoTravel, NoRest}, say)
		s.daily(t, t, TooLong, say)
	}
	for r := g.people; r < g.places; r++ {
		s.together(r, r-g.people, breaches{PersonTwice, 0, PersonNoTravel, PersonNoRest}, say)
		s.daily(r, r-g.people, PersonTooLong, say)
	}
	for r := g.places; r < g.rsrc; r++ {
		s.together(r, r-g.places, breaches{PlaceTwice, PlaceTooClose, 0, 0}, say)
		s.crowded(r-g.places, say)
	}
	for i := range g.p.Pools {
		s.drained(int32(i), say)
	}
	for i := range g.p.Orders {
		if o := &g.p.Orders[i]; !o.Soft && s.disorder(o) {
			say(Disorder, o.A, o.B, int32(i), max(s.at[o.A].start, s.at[o.B].start))
		}
	}
	slices.SortFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Breach, b.Breach), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B),
			cmp.Compare(a.Of, b.Of), cmp.Compare(a.Slot, b.Slot))
	})
	return f
}

type say = func(breach Breach, a, b, of, slot int32)

// alone says what a placed block breaks by itself.
func (s *State) alone(b int32, say say) {
	g, a := s.g, &s.at[b]
	m := &g.blocks[b].modes[a.mode]
	if !m.starts.Has(a.start) {
		say(Barred, b, -1, -1, a.start)
	}
	i := slices.Index(m.Places, a.place)
	if i < 0 && (a.place >= 0 || len(m.Places) > 0) {
		say(WrongPlace, b, -1, a.place, a.start)
	}
	if a.place >= 0 {
		s.closed(b, a.place, say)
	}
	crew := s.crew(b)
	at := 0
	for i := range m.needs {
		n := &m.needs[i]
		missing := false
		for range n.Count {
			q := int32(-1)
			if at < len(crew) {
				q = crew[at]
			}
			if at++; q < 0 {
				missing = true
				continue
			}
			s.miscast(b, n, q, slices.Contains(crew[:at-1], q), say)
		}
		if missing {
			say(Nobody, b, -1, int32(i), a.start)
		}
	}
	for ; at < len(crew); at++ {
		if crew[at] >= 0 {
			say(WrongPerson, b, -1, crew[at], a.start)
		}
	}
}

// closed says that a block's place is shut.
func (s *State) closed(b, place int32, say say) {
	for t := s.at[b].start; t < s.at[b].end; t++ {
		if !s.g.p.Places[place].Open.Has(t) {
			say(Shut, b, -1, place, s.at[b].start)
			return
		}
	}
}

// miscast says what is wrong with somebody in a role.
func (s *State) miscast(b int32, n *need, q int32, again bool, say say) {
	a := &s.at[b]
	j := slices.Index(n.From, q)
	wrong := j < 0 || again
	for t := a.start; t < a.end && !wrong; t++ {
		wrong = n.Days != nil && !n.Days[j].Has(t)
	}
	if wrong {
		say(WrongPerson, b, -1, q, a.start)
	}
	for t := a.start; t < a.end && !again; t++ {
		if !s.g.p.People[q].Free.Has(t) {
			say(Away, b, -1, q, a.start)
			return
		}
	}
}

// Breaches are what two blocks break that share a team, a person or a place: at
// once, too close, too far, badly rested; 0 for what is not asked.
type breaches struct{ twice, close, travel, rest Breach }

// together says which blocks of a resource are too close.
func (s *State) together(r, of int32, as breaches, say say) {
	g := s.g
	shared := r >= g.places && g.p.Places[r-g.places].Room > 0
	var all []int32
	for d := range g.days {
		all = append(all, s.on[r*g.days+d]...)
	}
	for i, x := range all {
		for _, y := range all[i+1:] {
			switch {
			case s.at[y].start >= s.at[x].end:
				s.follow(x, y, of, as, say)
			case !shared:
				say(as.twice, min(x, y), max(x, y), of, s.at[y].start)
			}
		}
	}
}

// follow says what is wrong with two blocks of a resource, the first before the
// other.
func (s *State) follow(x, y, of int32, as breaches, say say) {
	g, a, z := s.g, &s.at[x], &s.at[y]
	between := g.clock[z.start] - g.end(a.end)
	var gaps [][]int32
	switch as.close {
	case TooClose:
		gaps = g.p.TeamGap
	case PlaceTooClose:
		gaps = g.p.PlaceGap
	}
	if gaps != nil && between < gaps[g.blocks[x].Class][g.blocks[y].Class] {
		say(as.close, x, y, of, z.start)
	}
	if as.travel != 0 && g.travels && a.place >= 0 && z.place >= 0 &&
		between < g.p.Travel[g.p.Places[a.place].Site][g.p.Places[z.place].Site] {
		say(as.travel, x, y, of, z.start)
	}
	rest := g.p.TeamRest
	if as.rest == PersonNoRest {
		rest = g.p.PersonRest
	}
	if as.rest != 0 && between < rest && a.day != z.day && g.work[x] && g.work[y] {
		say(as.rest, x, y, of, z.start)
	}
}

// daily says on which days a team or person works too long.
func (s *State) daily(r, of int32, long Breach, say say) {
	g := s.g
	most := g.most[r]
	for d := range g.days {
		if most == 0 || s.load[r*g.days+d] <= most {
			continue
		}
		lowest := int32(-1)
		for _, b := range s.on[r*g.days+d] {
			if g.work[b] && (lowest < 0 || b < lowest) {
				lowest = b
			}
		}
		say(long, lowest, -1, of, s.at[lowest].start)
	}
}

// crowded says where a place has more officers than room.
func (s *State) crowded(place int32, say say) {
	g := s.g
	room := g.p.Places[place].Room
	if room == 0 {
		return
	}
	full := false
	for t := range g.n {
		now := s.room[place*g.n+t] > room
		if now && !full {
			say(PlaceFull, s.lowest(t, func(b int32) bool { return s.at[b].place == place }), -1, place, t)
		}
		full = now
	}
}

// drained says where a pool is overdrawn.
func (s *State) drained(pool int32, say say) {
	g := s.g
	short := false
	for t := range g.n {
		now := s.drew[pool*g.n+t] > 0 && s.left(pool, t, -1) < 0
		if now && !short {
			say(PoolShort, s.lowest(t, func(b int32) bool {
				return slices.ContainsFunc(g.blocks[b].modes[s.at[b].mode].Uses, func(u Use) bool {
					return u.Pool == pool && u.Count > 0
				})
			}), -1, pool, t)
		}
		short = now
	}
}

// lowest is the block of the lowest number that is on in a slot and of a kind.
func (s *State) lowest(t int32, of func(int32) bool) int32 {
	for b := range s.at {
		if a := &s.at[b]; a.start >= 0 && a.start <= t && t < a.end && of(int32(b)) {
			return int32(b)
		}
	}
	return -1
}
