package schedule

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/change"
	"muster/ui/kit"
	"muster/ui/plan"
)

// planBoard is what the planner's pages are told of this board.
func (t *Tab) planBoard() plan.Board {
	return plan.Board{
		Session: t.planned, Slot: t.slot,
		Record: t.seam.Record(), Draft: t.seam.Draft,
		Show: t.showPlan, Happened: change.Open,
	}
}

// planned is the session the planner is asked about: the one in the air, or
// one's own under the cursor.
func (t *Tab) planned() *model.Session {
	if t.move != nil {
		return t.move.was
	}
	return t.own()
}

// slot is where the session in the air would be dropped.
func (t *Tab) slot() model.Quarter {
	if t.move == nil {
		return 0
	}
	return t.move.at
}

// showPlan shows a draft, or with the zero id the plan of record.
func (t *Tab) showPlan(draft model.ID) tea.Cmd {
	if draft.IsZero() {
		t.seam.ShowDraft(draft)
		t.refresh()
		return nil
	}
	if !t.showDraft(draft) {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	return t.tell(kit.Info, model.Say("schedule.draft.shown"))
}

// planActions are the planner's pages.
func (t *Tab) planActions() []kit.Action {
	if t.cohort == nil {
		return nil
	}
	list := plan.Actions(t.host, t.planBoard())
	i := slices.IndexFunc(list, func(a kit.Action) bool { return a.ID == "plan.menu" })
	if i >= 0 && on(t.tray) > 0 {
		list[i].Rank = 2 // what lies in the tray it can place
		if !t.laidOut() {
			list[i].Rank = 1
		}
	}
	return list
}

// laidOut reports whether any block of the cohort has a time.
func (t *Tab) laidOut() bool { return slices.ContainsFunc(t.sessions, (*model.Session).Placed) }

// whyHere is the planner's answer for a card in the air: why not here.
func (t *Tab) whyHere() []kit.Action {
	list := t.planActions()
	i := slices.IndexFunc(list, func(a kit.Action) bool { return a.ID == "plan.why" })
	if i < 0 {
		return nil
	}
	why := list[i]
	why.Keys, why.Group = []string{"p"}, "move"
	return []kit.Action{why}
}
