package plan

import (
	"slices"

	"muster/model"
)

// A move is a session that one plan has otherwise than another.
type move struct {
	was, now *model.Session // nil: that plan does not have it
	sort     sort
}

// A sort is what becomes of a session, by what is noticed first.
type sort uint8

const (
	comes   sort = iota // it was not there, or had no time
	moves               // another time
	toTray              // it loses its time
	goes                // it is taken out
	places              // the same time, elsewhere
	swaps               // the same time and place, other people or vehicles
	differs             // in something else: relays, riders
)

// mark says the sort without colour.
func (s sort) mark() string {
	return [...]string{comes: "+", moves: "→", toTray: "▾", goes: "−", places: "@", swaps: "~", differs: "·"}[s]
}

// sorted is what becomes of a session; ok is false when nothing does.
func sorted(was, now *model.Session) (s sort, ok bool) {
	switch {
	case was == nil && now == nil:
		return 0, false
	case was == nil:
		return comes, true
	case now == nil:
		return goes, true
	case !was.Placed() && now.Placed():
		return comes, true
	case was.Placed() && !now.Placed():
		return toTray, true
	case was.Start != now.Start:
		return moves, true
	case was.Place != now.Place:
		return places, true
	case !sameCrew(was, now) || !slices.Equal(was.Cars, now.Cars):
		return swaps, true
	}
	return differs, !same(was, now)
}

// sameCrew reports whether two sessions have the same people in the same
// parts, in whatever order.
func sameCrew(a, b *model.Session) bool {
	gone, come := crewDiff(a, b)
	return len(gone) == 0 && len(come) == 0
}

// crewDiff is the parts that only the one and only the other has.
func crewDiff(was, now *model.Session) (gone, come []model.Part) {
	for _, p := range was.Staff {
		if !slices.Contains(now.Staff, p) {
			gone = append(gone, p)
		}
	}
	for _, p := range now.Staff {
		if !slices.Contains(was.Staff, p) {
			come = append(come, p)
		}
	}
	return gone, come
}

// same reports whether the rest of two sessions, which have the same time,
// place and people, is the same to a planner: how it shoots, how long it is,
// who rides, who takes it.
func same(a, b *model.Session) bool {
	fire := func(s *model.Session) model.Firing {
		if s.Block.Fire != nil {
			return *s.Block.Fire
		}
		return model.Firing{}
	}
	riders := func(s *model.Session) []model.Rider {
		if s.Ride != nil {
			return s.Ride.Riders
		}
		return nil
	}
	return fire(a) == fire(b) && a.Block.Length == b.Block.Length && a.Block.Title == b.Block.Title &&
		a.Squads == b.Squads && a.Pinned == b.Pinned && (a.Off == nil) == (b.Off == nil) &&
		slices.Equal(a.Only, b.Only) && slices.Equal(riders(a), riders(b))
}

// compare is what the sessions named are otherwise on the other desk, in the
// order of time. A nil list names all.
func compare(old, next *model.Desk, ids []model.ID) []move {
	if ids == nil {
		for s := range old.Sessions.All {
			if next.Sessions.Get(s.ID) != s {
				ids = append(ids, s.ID)
			}
		}
		for s := range next.Sessions.All {
			if old.Sessions.Get(s.ID) == nil {
				ids = append(ids, s.ID)
			}
		}
	}
	var out []move
	for _, id := range ids {
		was, now := old.Sessions.Get(id), next.Sessions.Get(id)
		if k, ok := sorted(was, now); ok {
			out = append(out, move{was, now, k})
		}
	}
	slices.SortStableFunc(out, func(a, b move) int { return int(a.at() - b.at()) })
	return out
}

// at is when a move is felt first; what never had a time comes last.
func (m move) at() model.Quarter {
	first := model.Quarter(1 << 30)
	for _, s := range []*model.Session{m.was, m.now} {
		if s != nil && s.Placed() {
			first = min(first, s.Start)
		}
	}
	return first
}

// session is the session as it would be, else as it was.
func (m move) session() *model.Session {
	if m.now != nil {
		return m.now
	}
	return m.was
}

// concerned are the people whose parts or times are other: staff by name, in
// the order of the moves.
func concerned(list []move) []model.ID {
	var out []model.ID
	add := func(id model.ID) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, m := range list {
		timed := m.sort != places && m.sort != swaps && m.sort != differs
		for _, s := range []*model.Session{m.was, m.now} {
			if s == nil {
				continue
			}
			other := m.now
			if s == m.now {
				other = m.was
			}
			for _, p := range s.Staff {
				if timed || other == nil || !slices.Contains(other.Staff, p) {
					add(p.Staff)
				}
			}
		}
	}
	return out
}
