package roll

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/tab"
)

// Notes opens what was said before and after a session, and when it really
// began and ended.
func Notes(h tab.Host, session model.ID) tea.Cmd {
	s := h.Desk().Sessions.Get(session)
	if why := whyNoNotes(h, s); !why.IsZero() {
		return h.Tell(kit.Warn, why)
	}
	ref := model.Ref{Kind: model.KindRoll, ID: s.ID}
	kept, was := h.Desk().Rolls.Get(s.ID), h.Desk().RevOf(ref)
	roll := model.Roll{ID: s.ID, Cohort: s.Cohort}
	if kept != nil {
		roll = *kept
	}
	brief, debrief := kit.NewNote("brief", roll.Brief), kit.NewNote("debrief", roll.Debrief)
	brief.Lines, debrief.Lines = 5, 5
	fields := []kit.Field{brief, debrief}
	begun := newMoment("begun", roll.Begun, s.Start.Minute(), true)
	ended := newMoment("ended", roll.Ended, s.Span().To.Minute(), true)
	if s.Placed() {
		begun.Hint = model.Say("roll.ran.hint")
		ended.Hint = begun.Hint
		fields = append(fields, begun, ended)
	}
	read := func() model.Roll {
		r := roll
		r.Brief, r.Debrief = brief.Value(), debrief.Value()
		if s.Placed() {
			r.Begun, r.Ended = begun.Value(), ended.Value()
		}
		return r
	}
	form := kit.NewForm(h.Dialogs(), model.Say("roll.notes.title", "block", s.Block.Title), fields...)
	form.Check = func() error {
		_, err := model.NewRoll(read())
		return err
	}
	kit.Open(h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		if !form.Dirty() {
			return nil
		}
		r, err := model.NewRoll(read())
		if err != nil {
			return h.Fail(err)
		}
		c := model.Change{Act: model.Say("roll.act.noted", "block", s.Block.Title, "cohort", paper.Code(h.Desk(), s))}
		switch {
		case !r.IsEmpty():
			c.Puts = []model.Put{{Record: r, Was: was}}
		case kept == nil:
			return nil
		default:
			c.Removes = []model.Remove{{Ref: ref, Was: was}}
		}
		return tea.Batch(h.Commit(c), h.Tell(kit.OK, model.Say("roll.noted", "block", s.Block.Title)))
	})
	return nil
}

// CallOff asks why a session is called off, and does it; one that is off is
// put on again.
func CallOff(h tab.Host, session model.ID) tea.Cmd {
	s := h.Desk().Sessions.Get(session)
	if why := whyNotOff(h, s); !why.IsZero() {
		return h.Tell(kit.Warn, why)
	}
	was := h.Desk().RevOf(model.RefOf(s))
	if s.Off != nil {
		return putOn(h, s, was)
	}
	zone := h.Desk().Cohorts.Get(s.Cohort).Zone
	label := "roll.off.label"
	if s.Ride != nil {
		label = "roll.off.label.ride"
	}
	check := func(reason string) *model.Problem {
		if model.Clean(reason) == "" {
			return model.Wrong("reason", "roll.off.why")
		}
		next := s.Clone()
		next.Off = &model.Off{At: 1, Reason: reason}
		return problemOf(model.NewSession(next))
	}
	p := kit.NewPrompt(h.Env(), model.Say("roll.off.title", "block", s.Block.Title), model.Say(label), "", check)
	kit.Open(h.Dialogs(), p, func(reason string) tea.Cmd {
		next := s.Clone()
		next.Off = &model.Off{At: tab.Clock(h, zone), Reason: reason}
		said := "roll.off.done"
		if s.Ride != nil && len(s.Ride.Riders) > 0 {
			said = "roll.off.done.ride"
		}
		return keepSession(h, next, was, "roll.act.off", model.Say(said, "block", s.Block.Title))
	})
	return nil
}

// putOn takes back that a session was called off.
func putOn(h tab.Host, s *model.Session, was model.Rev) tea.Cmd {
	detail := model.Say("roll.on.reason", "date", s.Off.At.Date(), "at", s.Off.At.Clock(), "reason", s.Off.Reason)
	ask := kit.NewConfirm(h.Env(), model.Say("roll.on.title"), model.Say("roll.on", "block", s.Block.Title), detail,
		"roll.on.act", "roll.on.keep", "y", "Z")
	kit.Open(h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		next := s.Clone()
		next.Off = nil
		return keepSession(h, next, was, "roll.act.on", model.Say("roll.on.done", "block", s.Block.Title))
	})
	return nil
}

func keepSession(h tab.Host, next model.Session, was model.Rev, act string, said model.Message) tea.Cmd {
	rec, err := model.NewSession(next)
	if err != nil {
		return h.Fail(err)
	}
	c := model.Change{
		Act:  model.Say(act, "block", rec.Block.Title, "cohort", paper.Code(h.Desk(), rec)),
		Puts: []model.Put{{Record: rec, Was: was}},
	}
	return tea.Batch(h.Commit(c), h.Tell(kit.OK, said))
}

// problemOf is the first problem of a constructor's error, for a prompt.
func problemOf(_ any, err error) *model.Problem {
	var many model.Problems
	if errors.As(err, &many) && len(many) > 0 {
		return many[0]
	}
	return nil
}
