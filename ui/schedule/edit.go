package schedule

import (
	"errors"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// keep commits sessions as one act. The line below says what was done, as a
// warning when a rule is broken by it; the details say which.
func (t *Tab) keep(act model.Message, next ...model.Session) tea.Cmd {
	c := model.Change{Act: act}
	d := t.host.Desk()
	for _, s := range next {
		r, err := model.NewSession(s)
		if err != nil {
			t.refresh()
			return t.refuse(err)
		}
		c.Puts = append(c.Puts, d.Put(r))
	}
	return t.commit(c)
}

func (t *Tab) commit(c model.Change) tea.Cmd {
	before := t.count[clashing]
	cmd := t.host.Commit(c)
	t.reveal()
	kind := kit.OK
	if t.count[clashing] > before {
		kind = kit.Warn
	}
	return tea.Batch(cmd, t.tell(kind, c.Act))
}

// refuse says why a record cannot be: in the status line when it is a matter
// of a value, as an error otherwise.
func (t *Tab) refuse(err error) tea.Cmd {
	var p *model.Problem
	if errors.As(err, &p) {
		return t.tell(kit.Warn, p.Message)
	}
	return t.host.Fail(err)
}

// nudge moves the card under the cursor at once, without lifting it.
func (t *Tab) nudge(days, quarters int) tea.Cmd {
	s := t.own().Clone()
	at := s.Start + model.Quarter(days*model.Day+quarters)
	if at.Date() < t.days[0].date || at.Date() > t.days[len(t.days)-1].date {
		return t.tell(kit.Warn, model.Say("schedule.not-on-board", "date", at.Date()))
	}
	s.Start = at
	t.at, t.sel, t.goal = at, s.ID, at.OfDay()
	return t.keep(model.Say("schedule.act.move", "block", s.Block.Title, "at", at), s)
}

// stretch makes the session longer or shorter by a quarter-hour.
func (t *Tab) stretch(by int) tea.Cmd {
	s := t.own().Clone()
	s.Block.Length += by
	if s.Block.Length < 1 {
		return t.tell(kit.Warn, model.Say("schedule.why.shortest"))
	}
	return t.keep(model.Say("schedule.act.length", "block", s.Block.Title, "length", lengthOf(s.Block.Length)), s)
}

// lengthOf is a length of time as an act names it: "3 h 15".
func lengthOf(quarters int) model.Message {
	h, m := quarters/model.Hour, quarters%model.Hour*15
	switch {
	case h == 0:
		return model.Say("schedule.length.minutes", "m", m)
	case m == 0:
		return model.Say("schedule.length.hours", "h", h)
	}
	return model.Say("schedule.length.both", "h", h, "m", m)
}

// duplicate lifts a copy of the card, to be dropped elsewhere; a copy of what
// lies in the tray goes into the tray.
func (t *Tab) duplicate() tea.Cmd {
	s := t.own()
	c := s.Clone()
	c.ID, c.Pinned, c.Off, c.Told = t.host.NewID(), false, nil, nil
	if c.Ride != nil {
		c.Ride.Riders = nil
	}
	if !s.Placed() {
		t.traySel = c.ID
		return t.keep(model.Say("schedule.act.copy-tray", "block", c.Block.Title), c)
	}
	at := s.Span().To
	if (at+model.Quarter(c.Block.Length)).OfDay() < at.OfDay() || at.Date() != s.Start.Date() {
		at = s.Start
	}
	t.lift(&c, at, true)
	return t.tell(kit.Info, model.Say("schedule.copy.how"))
}

// unplace puts the card back into the tray.
func (t *Tab) unplace() tea.Cmd {
	s := t.own().Clone()
	s.Start, s.Pinned = 0, false
	t.traySel = s.ID
	return t.keep(model.Say("schedule.act.unplace", "block", s.Block.Title), s)
}

// remove takes the session out of the plan. Undo brings it back, so it is only
// asked when a roll or a sheet goes with it.
func (t *Tab) remove() tea.Cmd {
	s := t.own()
	return t.askTold(s, func() tea.Cmd { return t.removeNow(s) })
}

// askTold asks before a session goes of which people have been told: called
// off it stands on the list of changes, gone it does not.
func (t *Tab) askTold(s *model.Session, then func() tea.Cmd) tea.Cmd {
	if s.Told == nil || t.seam.Draft() != nil {
		return then()
	}
	ask := kit.NewConfirm(t.env, model.Say("schedule.told.title"), model.Say("schedule.told.ask", "block", s.Block.Title),
		model.Say("schedule.told.detail"), "schedule.told.go", "schedule.told.keep", "y", "x")
	kit.Open(t.host.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return then() })
	return nil
}

func (t *Tab) removeNow(s *model.Session) tea.Cmd {
	return t.askNoted([]*model.Session{s}, "x", func() tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		t.nextAfter(s.ID)
		return t.commit(model.Change{
			Act:     model.Say("schedule.act.remove", "block", now.Block.Title),
			Removes: t.removal(now),
		})
	})
}

// nextAfter puts the tray's cursor on the row after the one that goes.
func (t *Tab) nextAfter(id model.ID) {
	list := t.trayShown()
	for i, s := range list {
		if s.ID != id {
			continue
		}
		switch {
		case i+1 < len(list):
			t.traySel = list[i+1].ID
		case i > 0:
			t.traySel = list[i-1].ID
		}
	}
}

// pin holds the card where it is, for the day a plan is made by itself.
func (t *Tab) pin() tea.Cmd {
	s := t.own().Clone()
	s.Pinned = !s.Pinned
	id := "schedule.act.pin"
	if !s.Pinned {
		id = "schedule.act.unpin"
	}
	return t.keep(model.Say(id, "block", s.Block.Title), s)
}

// pickSquads chooses who takes the session: squads, or the officers by name
// when it is another chance for some.
func (t *Tab) pickSquads() tea.Cmd {
	s := t.own()
	if len(s.Only) > 0 {
		return t.pickNamed(s)
	}
	opts := make([]kit.Option[model.Squad], 0, t.cohort.Squads)
	for _, q := range t.cohort.SquadSet().List() {
		opts = append(opts, kit.Option[model.Squad]{
			Value: q, Label: t.env.T("schedule.lens.squad", "squad", q.String()),
			Note: t.squadNote(s, q), On: s.Squads.Has(q),
		})
	}
	title := model.Say("schedule.squads.title", "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChooseMany(t.env, title, opts), func(list []model.Squad) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		next := now.Clone()
		next.Squads = model.SquadsOf(list...)
		if next.Squads == now.Squads {
			return nil
		}
		if next.Squads == 0 {
			return t.keep(model.Say("schedule.act.no-squads", "block", next.Block.Title), next)
		}
		return t.keep(model.Say("schedule.act.squads", "block", next.Block.Title, "squads", letters(next.Squads), "n", next.Squads.Len()), next)
	})
	return nil
}

// squadNote says how many the squad is and what else it has at that time.
func (t *Tab) squadNote(s *model.Session, q model.Squad) string {
	note := t.env.T("schedule.officers", "n", t.cohort.Strength(model.SquadsOf(q)))
	if !s.Placed() {
		return note
	}
	for _, o := range t.sessions {
		if o.ID != s.ID && o.Off == nil && o.Squads.Has(q) && o.Placed() && o.Span().Overlaps(s.Span()) {
			return note + " · " + t.env.T("schedule.busy", "block", o.Block.Title, "hours", t.env.Lang.Hours(o.Span()))
		}
	}
	return note
}

// pickNamed chooses the officers that a second chance is for.
func (t *Tab) pickNamed(s *model.Session) tea.Cmd {
	var opts []kit.Option[model.ID]
	for _, seat := range t.cohort.Holders() {
		name := "?"
		if p := t.host.Desk().People.Get(seat.Person); p != nil {
			name = p.Name()
		}
		opts = append(opts, kit.Option[model.ID]{
			Value: seat.Person, Label: strconv.Itoa(seat.No) + "  " + name, Note: seat.Squad.String(),
			On: slices.Contains(s.Only, seat.Person),
		})
	}
	title := model.Say("schedule.squads.title", "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChooseMany(t.env, title, opts), func(list []model.ID) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		switch {
		case now == nil:
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		case len(list) == 0:
			return t.tell(kit.Warn, model.Say("schedule.named.nobody"))
		}
		next := now.Clone()
		next.Only = list
		if slices.Equal(next.Only, now.Only) {
			return nil
		}
		return t.keep(model.Say("schedule.act.named", "block", next.Block.Title, "n", len(list)), next)
	})
	return nil
}

func letters(s model.Squads) []string {
	out := make([]string, 0, s.Len())
	for _, q := range s.List() {
		out = append(out, q.String())
	}
	return out
}

// swapping reports whether the cursor is on a card that the marked one could
// change places with.
func (t *Tab) swapping() bool {
	s := t.own()
	return !t.swap.IsZero() && !t.inTray && s != nil && s.ID != t.swap
}

// swapCards marks the card under the cursor, and the second time lets it and
// the one under the cursor change places in time.
func (t *Tab) swapCards() tea.Cmd {
	s := t.own()
	if t.swap.IsZero() || t.swap == s.ID {
		t.swap = s.ID
		return t.tell(kit.Info, model.Say("schedule.swap.how"))
	}
	first := t.host.Desk().Sessions.Get(t.swap)
	t.swap = model.ID{}
	if first == nil {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	a, b := first.Clone(), s.Clone()
	a.Start, b.Start = b.Start, a.Start
	t.at, t.sel = b.Start, b.ID
	return t.keep(model.Say("schedule.act.swap", "one", a.Block.Title, "other", b.Block.Title), a, b)
}

// back leads out of what the board is in the middle of.
func (t *Tab) back() tea.Cmd {
	switch {
	case t.typing || t.filter != nil:
		t.typing, t.filter = false, nil
		t.arrange()
	case !t.swap.IsZero():
		t.swap = model.ID{}
	case t.inTray:
		t.leaveTray()
	case t.big.on:
		return t.toggleDay()
	default:
		t.setLens(lens{})
	}
	return nil
}
