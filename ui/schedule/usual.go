package schedule

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// layOut puts what lies in the tray where courses usually have it. What finds
// its usual time taken, by a squad's other work or for want of a place, goes to
// the next time the rules allow, and stays in the tray when there is none.
// Places of the kind asked for are given out on the way, since a turn on the
// range is only free when a range is. Blocks for everybody come first: the
// turns of the squads go round them, in the order of the course.
func (t *Tab) layOut() tea.Cmd {
	c := model.Change{}
	desk, board := t.host.Desk(), t.host.Board()
	put := 0
	for _, s := range t.byUsual() {
		next, ok := t.settleUsual(board, s)
		if !ok {
			continue
		}
		r, err := model.NewSession(next)
		if err != nil {
			return t.refuse(err)
		}
		c.Puts = append(c.Puts, desk.Put(r))
		step := model.Change{Puts: []model.Put{desk.Put(r)}}
		board = board.With(board.Desk().With(step, board.Desk().Rev), model.RefOf(r))
		put++
	}
	of := on(t.tray)
	if put == 0 {
		return t.tell(kit.Warn, model.Say("schedule.usual.none"))
	}
	c.Act = model.Say("schedule.act.usual", "n", put, "cohort", t.cohort.Code)
	t.at = 0
	cmd := t.commit(c)
	if of > put {
		return tea.Batch(cmd, t.tell(kit.Info, model.Say("schedule.usual.left", "put", put, "of", of, "n", of-put)))
	}
	return cmd
}

// byUsual is the tray in the order it is laid out: everybody's blocks, then
// the turns of the squads, each by its usual time.
func (t *Tab) byUsual() []*model.Session {
	list := slices.DeleteFunc(slices.Clone(t.tray), func(s *model.Session) bool { return s.Off != nil })
	slices.SortStableFunc(list, func(a, b *model.Session) int {
		return cmp.Or(cmp.Compare(boolInt(a.Block.Together > 0), boolInt(b.Block.Together > 0)),
			cmp.Compare(t.usualStart(a), t.usualStart(b)))
	})
	return list
}

// settleUsual finds a time and a place for a session from the tray: the usual
// time, or the next one after it that the rules allow.
func (t *Tab) settleUsual(board *rules.Board, s *model.Session) (model.Session, bool) {
	at := t.usualStart(s)
	if at.IsZero() {
		return model.Session{}, false
	}
	next := s.Clone()
	next.Start = at
	if place, ok := t.freePlace(board, next, at); ok {
		next.Place = place
		return next, true
	}
	open, shut := 7*model.Hour, 20*model.Hour
	if at.OfDay() >= 17*model.Hour { // what belongs to the evening stays there
		open, shut = 17*model.Hour, model.Day
	}
	for day := at.Date(); day <= t.cohort.Last; day++ {
		from, to := max(at, day.At(open)), day.At(shut)
		best := model.Quarter(0)
		for _, place := range t.placesFor(&next) {
			try := next
			try.Place = place
			for i, legal := range board.Starts(&try, from, to) {
				if q := from + model.Quarter(i); legal && (best.IsZero() || q < best) {
					best, next.Place = q, place
					break
				}
			}
		}
		if !best.IsZero() {
			next.Start = best
			return next, true
		}
	}
	return model.Session{}, false
}

// freePlace is a place of the right kind where the session may be at that
// time; the one it has comes first.
func (t *Tab) freePlace(board *rules.Board, s model.Session, at model.Quarter) (model.ID, bool) {
	for _, place := range t.placesFor(&s) {
		s.Place = place
		if board.Starts(&s, at, at+1)[0] {
			return place, true
		}
	}
	return model.ID{}, false
}

// placesFor is the places a session could be given: its own if it has one,
// else those of its kind that hold it, else none.
func (t *Tab) placesFor(s *model.Session) []model.ID {
	if !s.Place.IsZero() || s.Block.Place == "" {
		return []model.ID{s.Place}
	}
	var out []model.ID
	for p := range t.host.Desk().Places.All {
		if _, small := t.sizeNote(s, p); p.Kind == s.Block.Place && !small {
			out = append(out, p.ID)
		}
	}
	if len(out) == 0 {
		out = append(out, model.ID{})
	}
	return out
}

// usualStart is where the session commonly lies on the cohort's dates. In the
// course the program brings, squads that rotate have each their own turn.
// Another chance comes after what it repeats.
func (t *Tab) usualStart(s *model.Session) model.Quarter {
	if first := t.host.Desk().Sessions.Get(s.Again); first != nil {
		if !first.Placed() {
			return 0
		}
		return max(s.UsualStart(t.cohort), first.Span().To)
	}
	if t.cohort.Course != t.built.Course.ID || t.built.Turns(s.Block.Key) < 2 || s.Squads == 0 {
		return s.UsualStart(t.cohort)
	}
	u := t.built.Turn(s.Block.Key, int(low(s.Squads)-1)/max(s.Block.Together, 1))
	if u == (model.Usual{}) {
		return s.UsualStart(t.cohort)
	}
	turn := *s
	turn.Block.Usual = u
	return turn.UsualStart(t.cohort)
}
