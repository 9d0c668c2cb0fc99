package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Actions is what a tab that shows a board offers of the planner: one key for
// the menu, and every page of it by name.
func Actions(h tab.Host, b Board) []kit.Action {
	p := pages{h: h, board: b, eng: planners()}
	out := []kit.Action{{ID: "plan.menu", Keys: []string{"p"}, Group: "plan", Why: p.whyCohort, Run: p.menu}}
	for _, x := range p.items() {
		x.Keys = nil
		out = append(out, x)
	}
	return out
}

// items are the pages, each with its letter in the menu.
func (p pages) items() []kit.Action {
	item := func(id, key string, why func() model.Message, run func() tea.Cmd) kit.Action {
		return kit.Action{ID: "plan." + id, Keys: []string{key}, Group: "plan", Why: why, Run: run}
	}
	return []kit.Action{
		item("make", "m", p.whyEmpty, p.makePlan),
		item("repair", "r", p.whyEmpty, func() tea.Cmd { return p.repair(nil) }),
		item("why", "w", p.whyBlock, func() tea.Cmd { return p.why(p.session().ID, p.slot()) }),
		item("whole", "y", p.whyEmpty, func() tea.Cmd { return p.why(model.ID{}, 0) }),
		item("drafts", "d", p.whyEmpty, p.drafts),
		item("wishes", "s", nil, p.wishes),
		item("relays", "l", p.whyRelays, p.relays),
		item("storm", "t", p.whyStorm, func() tea.Cmd { return p.storm(p.weathered) }),
	}
}

func (p pages) makePlan() tea.Cmd {
	m, cmd := newMaking(p)
	kit.Open(p.h.Dialogs(), m, leave)
	return cmd
}

func (p pages) drafts() tea.Cmd {
	l, cmd := newDraftList(p)
	kit.Open(p.h.Dialogs(), l, leave)
	return cmd
}

func (p pages) wishes() tea.Cmd {
	s, cmd := newSliders(p)
	kit.Open(p.h.Dialogs(), s, leave)
	return cmd
}

// The reasons why a page cannot be opened now.

func (p pages) whyCohort() model.Message {
	if p.h.Cohort() == nil {
		return model.Say("plan.why.no-cohort")
	}
	return model.Message{}
}

func (p pages) whyEmpty() model.Message {
	if why := p.whyCohort(); !why.IsZero() {
		return why
	}
	if p.h.Cohort().State == model.Closed {
		return model.Say("plan.why.closed")
	}
	for s := range p.h.Desk().Sessions.All {
		if s.Cohort == p.h.Cohort().ID {
			return model.Message{}
		}
	}
	return model.Say("plan.why.no-sessions")
}

func (p pages) whyBlock() model.Message {
	if why := p.whyEmpty(); !why.IsZero() {
		return why
	}
	if p.session() == nil {
		return model.Say("plan.why.no-card")
	}
	return model.Message{}
}
