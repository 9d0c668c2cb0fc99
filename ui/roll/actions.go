package roll

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Actions is what a tab offers of this package for the session under its
// cursor: roll call, notes, call off. session gives nil when there is none.
func Actions(h tab.Host, session func() *model.Session) []kit.Action {
	act := func(id, key string, rank int, why func(tab.Host, *model.Session) model.Message, run func(tab.Host, model.ID) tea.Cmd) kit.Action {
		return kit.Action{
			ID: "roll." + id, Keys: []string{key}, Rank: rank, Group: "day",
			Why: func() model.Message { return why(h, session()) },
			Run: func() tea.Cmd { return run(h, session().ID) },
		}
	}
	return []kit.Action{
		act("call", "C", 2, whyNot, Open),
		act("notes", "B", 0, whyNoNotes, Notes),
		act("off", "Z", 0, whyNotOff, CallOff),
	}
}

// night is the quarter of the day until which a session belongs to the evening
// before it.
const night = 6 * model.Hour

// whyNot says why the session's roll cannot be called, or nothing: who means to
// do it before its day has the wrong session in hand.
func whyNot(h tab.Host, s *model.Session) model.Message {
	switch why := whyNotOff(h, s); {
	case !why.IsZero():
		return why
	case s.Off != nil:
		return model.Say("roll.why.off")
	}
	day := s.Start.Date()
	if s.Start.OfDay() < night {
		day = day.Days(-1)
	}
	if day > tab.Clock(h, h.Desk().Cohorts.Get(s.Cohort).Zone).Date() {
		return model.Say("roll.why.early", "at", s.Start)
	}
	return model.Message{}
}

// whyNotOff says why the session cannot be called off, or nothing.
func whyNotOff(h tab.Host, s *model.Session) model.Message {
	switch why := whyNoNotes(h, s); {
	case !why.IsZero():
		return why
	case !s.Placed():
		return model.Say("roll.why.tray")
	}
	return model.Message{}
}

// whyNoNotes says why nothing can be noted of the session, or nothing.
func whyNoNotes(h tab.Host, s *model.Session) model.Message {
	switch {
	case s == nil:
		return model.Say("roll.why.none")
	case h.Desk().Cohorts.Get(s.Cohort) == nil:
		return model.Say("roll.why.gone")
	}
	return model.Message{}
}
