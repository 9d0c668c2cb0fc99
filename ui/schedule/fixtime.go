package schedule

import (
	"cmp"
	"slices"

	"muster/model"
)

// fixPlaces tries the other places of the block's kind.
func (t *Tab) fixPlaces(s *model.Session) []fix {
	var out []fix
	for _, p := range t.sites(s) {
		if p.place.ID == s.Place || p.rank >= 50 {
			continue
		}
		next := s.Clone()
		next.Place = p.place.ID
		out = append(out, t.tried(model.Say("schedule.fix.place", "place", p.place.ID), 3, next))
	}
	return out
}

// A start is a legal one, and how far it is from the one there is.
type start struct {
	at   model.Quarter
	cost int
}

// fixStarts tries legal starts: the nearest on the same day, then the first
// ones of other days, near days first. What is pinned is unpinned by it.
func (t *Tab) fixStarts(s *model.Session, most int) []fix {
	var out []fix
	seen := map[model.Date]int{}
	for _, st := range t.nearStarts(s) {
		if len(out) == most {
			break
		}
		if seen[st.at.Date()]++; seen[st.at.Date()] > 2 {
			continue
		}
		next := s.Clone()
		next.Start = st.at
		id := "schedule.fix.move"
		if next.Pinned {
			id, next.Pinned, st.cost = "schedule.fix.unpin", false, st.cost+30
		}
		out = append(out, t.tried(model.Say(id, "at", next.Span()), st.cost, next))
	}
	return out
}

// nearStarts is the legal starts of the session in the hours of teaching, the
// nearest first.
func (t *Tab) nearStarts(s *model.Session) []start {
	var list []start
	lo, hi := t.cohort.First.At(0), t.cohort.Last.At(model.Day)
	for i, ok := range t.starting(s, lo, hi) {
		at := lo + model.Quarter(i)
		if !ok || at == s.Start || at.OfDay() < 7*model.Hour || at.OfDay()%2 != 0 {
			continue
		}
		days := int(at.Date() - s.Start.Date())
		cost := 10 + 20*max(days, -days) + max(at.OfDay()-s.Start.OfDay(), s.Start.OfDay()-at.OfDay())
		if wd := at.Date().Weekday(); wd == 0 || wd == 6 {
			cost += 45 // a free weekend is given up last
		}
		list = append(list, start{at, cost})
	}
	slices.SortStableFunc(list, func(a, b start) int { return cmp.Compare(a.cost, b.cost) })
	return list
}

// fixElsewhere tries another place at another time, of which neither alone
// would do: the nearest start at each place of the kind.
func (t *Tab) fixElsewhere(s *model.Session) []fix {
	var out []fix
	for _, p := range t.sites(s) {
		if p.place.ID == s.Place || p.rank%100 >= 50 || len(out) == fixSoon {
			continue
		}
		next := s.Clone()
		next.Place = p.place.ID
		for _, st := range t.nearStarts(&next) {
			next.Start, next.Pinned = st.at, false
			how := model.Say("schedule.fix.elsewhere", "place", p.place.ID, "at", next.Span())
			out = append(out, t.tried(how, st.cost+5, next))
			break
		}
	}
	return out
}

// With how many others, the nearest first, changing places is tried: when asked
// for, and for the lines below the board.
const (
	swapsTried = 12
	swapsSoon  = 2
)

// fixSwaps tries to change places in time with up to most other sessions of the
// same length and squads, on any day. What either of the two has to say counts.
func (t *Tab) fixSwaps(s *model.Session, most int) []fix {
	board, desk := t.host.Board(), t.host.Desk()
	far := func(o *model.Session) int {
		days := int(o.Start.Date() - s.Start.Date())
		return max(days, -days)
	}
	var others []*model.Session
	for _, o := range t.sessions {
		if o.ID == s.ID || !o.Placed() || o.Off != nil || o.Pinned || s.Pinned || o.Start == s.Start ||
			o.Block.Length != s.Block.Length || o.Squads != s.Squads || len(o.Only) > 0 || len(s.Only) > 0 || len(t.records(o)) > 0 {
			continue
		}
		others = append(others, o)
	}
	slices.SortStableFunc(others, func(a, b *model.Session) int { return cmp.Compare(far(a), far(b)) })
	var out []fix
	for _, o := range others[:min(len(others), most)] {
		a, b := s.Clone(), o.Clone()
		a.Start, b.Start = b.Start, a.Start
		ref := model.Ref{Kind: model.KindSession, ID: b.ID}
		with := board.With(desk.With(model.Change{Puts: []model.Put{{Record: &b}}}, desk.Rev), ref)
		left := tallyOf(with.Try(&a))
		grew := tallyOf(with.ClashesOf(b.ID)).compare(tallyOf(board.ClashesOf(o.ID))) > 0
		if grew {
			continue // it would only hand the trouble on
		}
		how := model.Say("schedule.fix.swap", "block", o.Block.Title, "at", o.Start)
		out = append(out, fix{how: how, next: []model.Session{a, b}, left: left, cost: 15 + 20*far(o)})
	}
	return out
}
