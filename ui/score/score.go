package score

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Actions are the rows a tab appends to its own: the results of the session in
// hand, and its stations. session is what the cursor is on, or nil.
func Actions(h tab.Host, session func() *model.Session) []kit.Action {
	id := func() model.ID {
		if s := session(); s != nil {
			return s.ID
		}
		return model.ID{}
	}
	return []kit.Action{
		{
			ID: "score.results", Keys: []string{"R"}, Group: "day",
			Why: func() model.Message { return whyNoResults(session()) },
			Run: func() tea.Cmd { return Open(h, id()) },
		},
		{
			ID: "score.circuit", Keys: []string{"M"}, Group: "day",
			Why: func() model.Message { return whyNoStations(session()) },
			Run: func() tea.Cmd { return Circuit(h, id()) },
		},
	}
}

// whyNoResults is why there is nothing to score, or the zero message.
func whyNoResults(s *model.Session) model.Message {
	switch {
	case s == nil:
		return model.Say("score.why.nothing")
	case s.Off != nil:
		return model.Say("score.why.off")
	case s.Block.Rest || s.Block.Kind == model.KindRide || s.Block.Kind == model.KindClass && !s.Block.Exam:
		return model.Say("score.why.not-judged", "block", s.Block.Title)
	}
	return model.Message{}
}

// whyNoStations is why there is nothing to go round, or the zero message.
func whyNoStations(s *model.Session) model.Message {
	switch {
	case s == nil:
		return model.Say("score.why.nothing")
	case s.Off != nil:
		return model.Say("score.why.off")
	case s.Block.Rest || s.Block.Kind == model.KindRide:
		return model.Say("score.why.no-stations", "block", s.Block.Title)
	}
	return model.Message{}
}
