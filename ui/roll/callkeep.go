package roll

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/paper"
)

// What the call list changes: the calls made, that somebody is found, that
// they are out of the course, and whom the unit wants called.

// keep commits the mark as it is now, on the roll it was taken from: what
// somebody else has written since is not overwritten unseen.
func (l *callList) keep(on kept, m model.Mark, act string, said model.Message, also ...model.Put) tea.Cmd {
	r := model.Roll{ID: l.session.ID, Cohort: l.session.Cohort}
	if on.roll != nil {
		r = *on.roll
	}
	rec, err := model.NewRoll(r.With(m))
	if err != nil {
		return l.h.Fail(err)
	}
	cmd := l.h.Commit(model.Change{
		Act:  model.Say(act, "block", l.session.Block.Title, "cohort", l.cohort.Code, "person", l.person.ID),
		Puts: append([]model.Put{{Record: rec, Was: on.was}}, also...),
	})
	l.read()
	return tea.Batch(cmd, l.h.Tell(kit.OK, said))
}

// log asks what came of a call to the step in hand.
func (l *callList) log() tea.Cmd {
	i, ok := l.grid.Current()
	switch {
	case !ok:
		return nil
	case l.mark.State == "":
		return l.unmarked()
	}
	e, s, m, on := l.env, l.steps[i], l.mark, l.kept
	var opts []kit.Option[model.CallAnswer]
	for _, a := range model.CallAnswers {
		opts = append(opts, kit.Option[model.CallAnswer]{Value: a, Label: e.T("word.answer." + string(a))})
	}
	answer := kit.NewChoice("answer", model.Reached, opts)
	note := kit.NewText("note", "")
	at := newMoment("calledAt", l.watch.now, l.watch.now, false)
	form := kit.NewForm(l.h.Dialogs(), model.Say("roll.log.title", "whom", s.whom), answer, note, at)
	read := func() model.Mark {
		next := m
		next.Calls = append(slices.Clone(m.Calls), model.Call{At: at.Value(), Whom: s.whom, Answer: answer.Value(), Note: note.Value()})
		return next
	}
	form.Check = func() error { return l.fits(read()) }
	kit.Open(l.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		return l.keep(on, read(), "roll.act.call-about", model.Say("roll.logged", "whom", s.whom))
	})
	return nil
}

// unmarked says that the mark was taken back, here or elsewhere.
func (l *callList) unmarked() tea.Cmd {
	return l.h.Tell(kit.Warn, model.Say("roll.calls.not-missing", "who", l.person.ID))
}

// fits says why a mark cannot be kept, or nothing.
func (l *callList) fits(m model.Mark) error {
	_, err := model.NewRoll(model.Roll{ID: l.session.ID, Cohort: l.session.Cohort}.With(m))
	return err
}

// found asks when somebody was accounted for, and what they are now.
func (l *callList) found() tea.Cmd {
	if l.mark.State == "" {
		return l.unmarked()
	}
	e, m, on := l.env, l.mark, l.kept
	now := l.watch.now
	if !m.Found.IsZero() {
		now = m.Found
	}
	at := newMoment("foundAt", now, now, false)
	at.Label = model.Say("roll.found.at")
	state := model.Late
	switch {
	case m.State != model.Missing:
		state = m.State
	case now > l.session.Span().To.Minute():
		state = model.Missing
	}
	var opts []kit.Option[model.Presence]
	for _, p := range []model.Presence{model.Late, model.Missing, model.Excused} {
		opts = append(opts, kit.Option[model.Presence]{Value: p, Label: e.T("roll.found." + string(p))})
	}
	as := kit.NewChoice("presence", state, opts)
	note := kit.NewText("note", m.Note)
	form := kit.NewForm(l.h.Dialogs(), model.Say("roll.found.title", "who", l.person.ID), at, as, note)
	read := func() model.Mark {
		next := m
		next.Found, next.Note = at.Value(), note.Value()
		if next.State != as.Value() {
			next.State = as.Value()
			switch next.State {
			case model.Late:
				next.At = at.Value()
			case model.Excused:
				next.At = 0
			}
		}
		return next
	}
	form.Check = func() error {
		if p := l.watch.ahead("foundAt", at.Value()); p != nil {
			return p
		}
		return l.fits(read())
	}
	kit.Open(l.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		also, err := accounted(l.h.Desk(), l.cohort.ID, l.person.ID, l.session.ID, at.Value())
		if err != nil {
			return l.h.Fail(err)
		}
		return l.keep(on, read(), "roll.act.accounted", model.Say("roll.found.done", "who", l.person.ID, "at", at.Value().Clock()), also...)
	})
	return nil
}

// out takes somebody out of the course as absent without leave.
func (l *callList) out() tea.Cmd {
	if l.seat.Person.IsZero() || l.seat.Stage == model.Absent {
		return l.h.Tell(kit.Warn, model.Say("roll.awol.already", "who", l.person.ID))
	}
	c, seat, was := l.cohort, l.seat, l.h.Desk().RevOf(model.RefOf(l.cohort))
	ask := kit.NewConfirm(l.env, model.Say("roll.awol.title"), model.Say("roll.awol", "who", l.person.ID, "cohort", l.cohort.Code),
		model.Say("roll.awol.detail"), "roll.awol.act", "roll.awol.keep", "y", "w")
	kit.Open(l.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		seat.Stage, seat.Since = model.Absent, l.watch.now.Date()
		rec, err := model.NewCohort(c.WithSeat(seat))
		if err != nil {
			return l.h.Fail(err)
		}
		cmd := l.h.Commit(model.Change{
			Act:  model.Say("roll.act.absent", "cohort", rec.Code, "person", seat.Person),
			Puts: []model.Put{{Record: rec, Was: was}},
		})
		l.read()
		return tea.Batch(cmd, l.h.Tell(kit.OK, model.Say("roll.awol.done", "who", l.person.ID)))
	})
	return nil
}

// callees chooses one of those the unit wants called, or somebody new.
func (l *callList) callees() tea.Cmd {
	e := l.env
	list := l.h.Desk().Callees()
	was := l.h.Desk().Settings.Rev
	var opts []kit.Option[int]
	for i, v := range list {
		opts = append(opts, kit.Option[int]{Value: i, Label: v.Name, Note: e.T("roll.callee.after", "for", paper.Lasting(e.Lang, v.After))})
	}
	opts = append(opts, kit.Option[int]{Value: -1, Label: e.T("roll.callee.new")})
	kit.Open(l.h.Dialogs(), kit.NewChoose(e, model.Say("roll.callees.title"), opts, 0), func(i int) tea.Cmd {
		return l.callee(list, i, was)
	})
	return nil
}

// callee is the form of one of them; i is -1 for a new one.
func (l *callList) callee(list []model.Callee, i int, was model.Rev) tea.Cmd {
	v := model.Callee{After: rules.AbsenceMinutes(l.h.Desk().Settings.Rec)}
	if i >= 0 {
		v = list[i]
	}
	whom, phone := kit.NewText("whom", v.Name), kit.NewText("phone", v.Phone)
	after := kit.NewNumber("afterMinutes", v.After, 0, 24*60, model.Say("roll.callee.minutes"))
	after.Label = model.Say("roll.callee.when")
	after.Hint = model.Say("roll.callee.hint")
	gone := kit.NewToggle("withdrawn", false)
	gone.Hidden = func() bool { return i < 0 }
	read := func() model.Settings {
		var s model.Settings
		if rec := l.h.Desk().Settings.Rec; rec != nil {
			s = *rec
		}
		now := model.Callee{Name: whom.Value(), Phone: phone.Value(), After: after.Value()}
		s.Callees = slices.Clone(list)
		switch {
		case i < 0:
			s.Callees = append(s.Callees, now)
		case gone.Value():
			s.Callees = slices.Delete(s.Callees, i, i+1)
		default:
			s.Callees[i] = now
		}
		return s
	}
	form := kit.NewForm(l.h.Dialogs(), model.Say("roll.callee.title"), whom, phone, after, gone)
	form.Check = func() error {
		_, err := model.NewSettings(read())
		return err
	}
	kit.Open(l.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewSettings(read())
		if err != nil {
			return l.h.Fail(err)
		}
		cmd := l.h.Commit(model.Change{
			Act:  model.Say("roll.act.callees", "n", len(rec.Callees)),
			Puts: []model.Put{{Record: rec, Was: was}},
		})
		l.read()
		return tea.Batch(cmd, l.h.Tell(kit.OK, model.Say("roll.callees.done", "n", len(rec.Callees))))
	})
	return nil
}
