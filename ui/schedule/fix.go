package schedule

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A fix is one change that makes a session better, tried out beforehand.
type fix struct {
	how  model.Message
	next []model.Session // what it would put; two for a swap
	left tally
	cost int // how much it disturbs, among fixes that leave as much
}

// A tally is what the rules say, by grade.
type tally [clashing + 1]int

func tallyOf(cs []rules.Clash) tally {
	var n tally
	for i := range cs {
		n[cs[i].Grade()]++
	}
	return n
}

// compare orders tallies, fewer clashes first.
func (a tally) compare(b tally) int {
	return cmp.Or(cmp.Compare(a[clashing], b[clashing]), cmp.Compare(a[lacking], b[lacking]), cmp.Compare(a[hinted], b[hinted]))
}

// How many of each sort are offered, so that the list can be read.
const (
	fixStarts = 6
	fixAll    = 14
	noteCost  = 4 // what a note left is worth in disturbance
)

// offerFixes lists what would make the session under the cursor better, the
// best first, and does what is chosen.
func (t *Tab) offerFixes() tea.Cmd {
	s := t.own()
	list := t.fixes(s)
	if len(list) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.fix.none"))
	}
	opts := make([]kit.Option[int], len(list))
	for i, f := range list {
		opts[i] = kit.Option[int]{Value: i, Label: t.env.Say(f.how), Note: t.leftNote(f.left)}
	}
	title := model.Say("schedule.fix.title", "block", s.Block.Title)
	rev := t.host.Desk().Sessions
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, 0), func(i int) tea.Cmd {
		for _, n := range list[i].next {
			if t.host.Desk().Sessions.Get(n.ID) != rev.Get(n.ID) {
				return t.tell(kit.Warn, model.Say("schedule.gone"))
			}
		}
		own := s
		if first := list[i].next[0]; first.ID == s.ID {
			own = &first
		}
		t.at, t.sel = own.Start, own.ID
		return t.keep(model.Say("schedule.act.fix", "block", own.Block.Title, "how", list[i].how), list[i].next...)
	})
	return nil
}

func (t *Tab) leftNote(n tally) string {
	switch {
	case n[clashing] > 0:
		return t.env.T("schedule.fix.left", "n", n[clashing])
	case n[lacking] > 0:
		return t.env.T("schedule.fix.lacks", "n", n[lacking])
	case n[hinted] > 0:
		return t.env.T("schedule.fix.hints", "n", n[hinted])
	}
	return t.env.T("schedule.fix.clean")
}

// fixes tries other people, places, times and swaps, and keeps those that
// leave less than there is now.
func (t *Tab) fixes(s *model.Session) []fix {
	now := tallyOf(t.host.Board().Try(s))
	var out []fix
	for _, list := range [][]fix{t.fixPeople(s), t.fixOther(s), t.fixApprovals(s), t.fixPlaces(s), t.fixStarts(s), t.fixSwaps(s)} {
		for _, f := range list {
			if f.left.compare(now) < 0 {
				out = append(out, f)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b fix) int {
		return cmp.Or(cmp.Compare(a.left[clashing], b.left[clashing]), cmp.Compare(a.left[lacking], b.left[lacking]),
			cmp.Compare(a.cost+noteCost*a.left[hinted], b.cost+noteCost*b.left[hinted]))
	})
	return out[:min(len(out), fixAll)]
}

func (t *Tab) tried(how model.Message, cost int, next model.Session) fix {
	return fix{how: how, next: []model.Session{next}, left: tallyOf(t.host.Board().Try(&next)), cost: cost}
}

// fixPeople puts the best candidate into each role that lacks somebody, and
// in place of each who is the reason for a clash.
func (t *Tab) fixPeople(s *model.Session) []fix {
	var out []fix
	blamed := map[model.ID]bool{}
	for _, c := range t.host.Board().Try(s) {
		for _, id := range c.People {
			blamed[id] = true
		}
	}
	for _, w := range t.wants(s) {
		var free []candidate
		for _, c := range t.candidates(s, vacancy{w.role, w.skill}) {
			if !c.in && c.rank == 0 && !s.Has(c.staff.ID) {
				free = append(free, c)
			}
		}
		free = free[:min(len(free), 2)]
		role := model.Say("clash.role." + string(w.role))
		for i, c := range free {
			if w.fills < w.need {
				next := s.Clone()
				next.Staff = append(next.Staff, model.Part{Staff: c.staff.ID, Role: w.role})
				out = append(out, t.tried(model.Say("schedule.fix.person", "who", c.staff.ID, "role", role), i, next))
			}
			for _, old := range w.have {
				if !blamed[old] {
					continue
				}
				next := s.Clone()
				for j := range next.Staff {
					if next.Staff[j] == (model.Part{Staff: old, Role: w.role}) {
						next.Staff[j].Staff = c.staff.ID
					}
				}
				how := model.Say("schedule.fix.instead", "who", c.staff.ID, "other", old, "role", role)
				out = append(out, t.tried(how, 1+i, next))
			}
		}
	}
	return out
}

// fixOther leaves the session as it is and gives the other one, which wants
// the same person at the same time, somebody else.
func (t *Tab) fixOther(s *model.Session) []fix {
	board, desk := t.host.Board(), t.host.Desk()
	var out []fix
	for _, c := range board.ClashesOf(s.ID) {
		if c.Rule != staffTwice || len(c.People) != 1 {
			continue
		}
		for _, id := range c.Sessions {
			o := desk.Sessions.Get(id)
			if o == nil || o.ID == s.ID || o.Cohort != t.cohort.ID {
				continue
			}
			for _, f := range t.fixPeople(o) {
				next := f.next[0]
				if next.Has(c.People[0]) {
					continue
				}
				ref := model.Ref{Kind: model.KindSession, ID: next.ID}
				with := board.With(desk.With(model.Change{Puts: []model.Put{{Record: &next}}}, desk.Rev), ref)
				out = append(out, fix{
					how:  model.Say("schedule.fix.there", "block", o.Block.Title, "how", f.how),
					next: f.next, left: tallyOf(with.ClashesOf(s.ID)), cost: f.cost + 2,
				})
			}
		}
	}
	return out
}

// staffTwice is the rule that nobody is in two sessions at once.
const staffTwice = "staff-twice"

// fixApprovals records today what a ride still wants: the host agency's
// approval, the commander's.
func (t *Tab) fixApprovals(s *model.Session) []fix {
	today := t.host.Today()
	if s.Ride == nil || today > s.Start.Date() {
		return nil
	}
	var out []fix
	for _, c := range t.host.Board().ClashesOf(s.ID) {
		next := s.Clone()
		switch c.Rule {
		case "host-approval":
			next.Ride.Approved = today
		case "swat-approval":
			next.Ride.Command = today
		default:
			continue
		}
		out = append(out, t.tried(model.Say("schedule.fix."+c.Rule), 0, next))
	}
	return out
}

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

// fixStarts tries legal starts: the nearest on the same day, then the first
// ones of other days, near days first.
func (t *Tab) fixStarts(s *model.Session) []fix {
	type start struct {
		at   model.Quarter
		cost int
	}
	var list []start
	lo, hi := t.cohort.First.At(0), t.cohort.Last.At(model.Day)
	legal := t.host.Board().Starts(s, lo, hi)
	seen := map[model.Date]int{}
	for i, ok := range legal {
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
	var out []fix
	for _, st := range list {
		if len(out) == fixStarts {
			break
		}
		if seen[st.at.Date()]++; seen[st.at.Date()] > 2 {
			continue
		}
		next := s.Clone()
		next.Start = st.at
		out = append(out, t.tried(model.Say("schedule.fix.move", "at", next.Span()), st.cost, next))
	}
	return out
}

// fixSwaps tries to change places in time with another session of the same
// length and squads, on any day. What either of the two has to say counts.
func (t *Tab) fixSwaps(s *model.Session) []fix {
	board, desk := t.host.Board(), t.host.Desk()
	var out []fix
	for _, o := range t.sessions {
		if o.ID == s.ID || !o.Placed() || o.Off != nil || o.Pinned || o.Start == s.Start ||
			o.Block.Length != s.Block.Length || o.Squads != s.Squads || len(o.Only) > 0 || len(s.Only) > 0 {
			continue
		}
		a, b := s.Clone(), o.Clone()
		a.Start, b.Start = b.Start, a.Start
		ref := model.Ref{Kind: model.KindSession, ID: b.ID}
		with := board.With(desk.With(model.Change{Puts: []model.Put{{Record: &b}}}, desk.Rev), ref)
		left := tallyOf(with.Try(&a))
		grew := tallyOf(with.ClashesOf(b.ID)).compare(tallyOf(board.ClashesOf(o.ID))) > 0
		if grew {
			continue // it would only hand the trouble on
		}
		days := int(o.Start.Date() - s.Start.Date())
		how := model.Say("schedule.fix.swap", "block", o.Block.Title, "at", o.Start)
		out = append(out, fix{how: how, next: []model.Session{a, b}, left: left, cost: 15 + 20*max(days, -days)})
	}
	return out
}
