package cohorts

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/change"
	"muster/ui/kit"
	"muster/ui/ride"
	"muster/ui/roll"
	"muster/ui/score"
)

// workingDay is what the day's dialogs offer here: about the session under
// the cursor where the view has sessions, and what changes during the course.
func (t *Tab) workingDay() []kit.Action {
	var out []kit.Action
	if t.view == attendanceView || t.view == resultsView {
		out = append(out, roll.Actions(t.h, t.session)...)
		out = append(out, score.Actions(t.h, t.session)...)
		out = append(out, ride.Actions(t.h, t.session)...)
	}
	out = append(out, change.Actions(t.h)...)
	for i := range out {
		out[i].Rank = 0 // the footer has its own few here
	}
	return out
}

// openCell opens what the cell under the cursor is about: the roll of a block,
// or the results of a test.
func (t *Tab) openCell() tea.Cmd {
	s := t.session()
	switch {
	case s == nil:
		return nil
	case t.view == resultsView:
		return score.Open(t.h, s.ID)
	case s.Ride != nil:
		return ride.Open(t.h, s.ID)
	}
	return roll.Open(t.h, s.ID)
}

func (t *Tab) whyNoCell() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	if t.session() == nil {
		return model.Say("cohorts.why.no-cell")
	}
	return model.Message{}
}

// card shows the emergency card of the person under the cursor.
func (t *Tab) card() tea.Cmd {
	if r := t.current(); r != nil {
		return roll.Card(t.h, r.seat.Person)
	}
	return nil
}
