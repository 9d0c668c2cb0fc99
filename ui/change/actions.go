package change

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Actions is what a tab offers of this package.
func Actions(h tab.Host) []kit.Action {
	return []kit.Action{{
		ID: "change.open", Keys: []string{"A"}, Group: "day",
		Why: func() model.Message { return whyNot(h) },
		Run: func() tea.Cmd { return Open(h) },
	}}
}

// whyNot says why nothing can change, or nothing.
func whyNot(h tab.Host) model.Message {
	if h.Desk().Staff.Len() == 0 && h.Desk().Places.Len() == 0 && h.Cohort() == nil {
		return model.Say("change.why.nothing")
	}
	return model.Message{}
}

// Open asks what has changed: an instructor absent, a place closed, an officer
// late.
func Open(h tab.Host) tea.Cmd {
	e := h.Env()
	off := func(none bool, id string) model.Message {
		if none {
			return model.Say(id)
		}
		return model.Message{}
	}
	opts := []kit.Option[func(tab.Host, model.ID) tea.Cmd]{
		{Value: Absent, Label: e.T("change.menu.absent"), Off: off(h.Desk().Staff.Len() == 0, "change.why.no-staff")},
		{Value: Closed, Label: e.T("change.menu.closed"), Off: off(h.Desk().Places.Len() == 0, "change.why.no-place")},
		{Value: Late, Label: e.T("change.menu.late"), Off: off(h.Cohort() == nil || len(h.Cohort().Holders()) == 0, "change.why.no-officer")},
	}
	kit.Open(h.Dialogs(), kit.NewChoose(e, model.Say("change.menu.title"), opts, 0), func(open func(tab.Host, model.ID) tea.Cmd) tea.Cmd {
		return open(h, model.ID{})
	})
	return nil
}
