package ride

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Actions is what a tab that shows sessions adds for rides. session is the one
// under the cursor, nil when there is none.
func Actions(h tab.Host, session func() *model.Session) []kit.Action {
	return []kit.Action{{
		ID: "ride.duty", Keys: []string{"D"}, Group: "day",
		Why: func() model.Message { return whyNot(h, session()) },
		Run: func() tea.Cmd {
			if s := session(); s != nil {
				return Open(h, s.ID)
			}
			return Open(h, model.ID{})
		},
	}}
}

// whyNot is why the page of rides cannot be opened now.
func whyNot(h tab.Host, s *model.Session) model.Message {
	switch {
	case s != nil && s.Ride == nil:
		return model.Say("ride.why.no-ride")
	case h.Cohort() == nil:
		return model.Say("ride.why.no-cohort")
	}
	return model.Message{}
}
