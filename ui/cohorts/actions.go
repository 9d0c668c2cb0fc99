package cohorts

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// Actions is what can be done: with the list, or with the roll, in whichever
// the keys are.
func (t *Tab) Actions() []kit.Action {
	imports := kit.Action{ID: "cohorts.import", Keys: []string{"ctrl+o"}, Run: t.importRoster, Group: "cohort"}
	if t.inList || len(t.seats) == 0 { // else r gives a seat to an alternate
		imports.Keys, imports.Rank = []string{"r", "ctrl+o"}, t.rank(3, 1)
	}
	out := []kit.Action{
		{ID: "cohorts.new", Keys: []string{"c"}, Run: t.newCohort, Group: "cohort", Rank: t.rank(2, 0)},
		imports,
	}
	if t.inList {
		out = append(out, t.listActions()...)
	} else {
		out = append(out, t.rollActions()...)
	}
	grid := func(key string) func() tea.Cmd {
		return func() tea.Cmd { return t.Update(kit.KeyMsg(key)) }
	}
	if text, typing := t.focused().Filter(); typing || text != "" || len(t.focused().Marked()) > 0 {
		out = append(out, kit.Action{ID: "cohorts.unfilter", Keys: []string{"esc"}, Run: grid("esc"), Group: "list"})
	}
	if !t.inList {
		out = append(out, kit.Action{ID: "cohorts.mark", Keys: []string{"space"}, Run: grid("space"), Why: t.whyNobody, Group: "list"})
	}
	return append(out,
		kit.Action{ID: "cohorts.filter", Keys: []string{"/"}, Run: grid("/"), Why: t.whyNoCohorts, Group: "list"},
		kit.Action{ID: "cohorts.edit", Keys: []string{"E"}, Run: t.editCohort, Why: t.whyNoCohort, Group: "cohort"},
		kit.Action{ID: "cohorts.state", Keys: []string{"S"}, Run: t.changeState, Why: t.whyNoCohort, Group: "cohort"},
		kit.Action{ID: "cohorts.export", Keys: []string{"x"}, Run: t.export, Why: t.whyNoExport, Group: "cohort", Rank: t.rank(0, 9)},
		kit.Action{ID: "cohorts.next", Keys: []string{"]"}, Run: func() tea.Cmd { return t.step(1) }, Why: t.whyNoCohort, Group: "cohort"},
		kit.Action{ID: "cohorts.previous", Keys: []string{"["}, Run: func() tea.Cmd { return t.step(-1) }, Why: t.whyNoCohort, Group: "cohort"},
	)
}

// rank is where an action stands in the footer: in the list, in the roll.
func (t *Tab) rank(list, roll int) int {
	if t.inList {
		return list
	}
	return roll
}

func (t *Tab) listActions() []kit.Action {
	return []kit.Action{
		{ID: "cohorts.take", Keys: []string{"enter"}, Run: t.takeCurrent, Why: t.whyNoCohorts, Group: "cohort", Rank: min(len(t.cohorts), 1)},
		{ID: "cohorts.roll", Keys: []string{"l"}, Run: t.toRoll, Why: t.whyNoCohort, Group: "cohort"},
		{ID: "cohorts.delete", Keys: []string{"d", "delete"}, Run: t.deleteCohort, Why: t.whyKeep, Group: "cohort"},
	}
}

// rollActions are those on the people of the cohort. enter does what the view
// is for.
func (t *Tab) rollActions() []kit.Action {
	// in is the rank in the footer of an action in the views given.
	in := func(rank int, views ...view) int {
		if slices.Contains(views, t.view) && len(t.seats) > 0 {
			return rank
		}
		return 0
	}
	person := kit.Action{ID: "cohorts.person", Keys: []string{"enter", "e"}, Run: t.editPerson, Why: t.whyNoPerson, Group: "people", Rank: in(1, seatsView)}
	out := []kit.Action{
		{ID: "cohorts.view", Keys: []string{"o"}, Run: t.nextView(1), Why: t.whyNoCohort, Group: "view", Rank: in(2, seatsView, attendanceView, resultsView, outcomeView)},
		{ID: "cohorts.view-back", Keys: []string{"O"}, Run: t.nextView(-1), Why: t.whyNoCohort, Group: "view"},
	}
	if t.view != seatsView {
		person.Keys = []string{"e"}
	}
	switch t.view {
	case attendanceView, resultsView:
		enter := kit.Action{ID: "cohorts.open-roll", Keys: []string{"enter"}, Run: t.openCell, Why: t.whyNoCell, Group: "view", Rank: 1}
		if t.view == resultsView {
			enter.ID = "cohorts.open-results"
		}
		out = append(
			out, enter,
			kit.Action{ID: "cohorts.left", Keys: []string{"left"}, Run: func() tea.Cmd { return t.sideways(-1) }, Why: t.whyNobody, Group: "view"},
			kit.Action{ID: "cohorts.right", Keys: []string{"right"}, Run: func() tea.Cmd { return t.sideways(1) }, Why: t.whyNobody, Group: "view", Rank: 3},
		)
	case outcomeView:
		held := func(rank int) int { // where there is one, its keys are shown
			if a := t.award(); a != nil && a.Held != nil {
				return rank
			}
			return 0
		}
		out = append(
			out, kit.Action{ID: "cohorts.certificate", Keys: []string{"enter"}, Run: t.showCertificate, Why: t.whyNoCertificate, Group: "view", Rank: held(1)},
			kit.Action{ID: "cohorts.void", Keys: []string{"X"}, Run: t.voidCertificate, Why: t.whyNoCertificate, Group: "view", Rank: held(3)},
		)
	case seatsView, viewCount:
	}
	out = append(
		out, person,
		kit.Action{ID: "cohorts.replace", Keys: []string{"r"}, Run: t.replace, Why: t.whyNoReplace, Group: "seats", Rank: in(3, seatsView)},
		kit.Action{ID: "cohorts.stage", Keys: []string{"s"}, Run: t.changeStage, Why: t.whyKept, Group: "people", Rank: in(4, seatsView)},
		kit.Action{ID: "cohorts.papers", Keys: []string{"p"}, Run: t.changePapers, Why: t.whyNoPerson, Group: "people", Rank: in(5, seatsView)},
		kit.Action{ID: "cohorts.vetting", Keys: []string{"v"}, Run: t.changeVetting, Why: t.whyNoPerson, Group: "people", Rank: in(6, seatsView)},
		kit.Action{ID: "cohorts.unit", Keys: []string{"V"}, Run: t.editUnit, Why: t.whyNoUnit, Group: "people"},
		kit.Action{ID: "cohorts.read", Keys: []string{"i"}, Run: t.readAll, Why: t.whyNobody, Group: "people"},
		kit.Action{ID: "cohorts.card", Keys: []string{"!"}, Run: t.card, Why: t.whyNoPerson, Group: "people"},
		kit.Action{ID: "cohorts.add", Keys: []string{"a"}, Run: t.addPerson, Why: t.whyNoAdding, Group: "people", Rank: in(8, seatsView)},
		kit.Action{ID: "cohorts.remove", Keys: []string{"d", "delete"}, Run: t.takeOut, Why: t.whyKept, Group: "people"},
		kit.Action{ID: "cohorts.seat", Keys: []string{"t"}, Run: t.changeSeat, Why: t.whyKept, Group: "seats"},
		kit.Action{ID: "cohorts.up", Keys: []string{"shift+up", "K"}, Run: func() tea.Cmd { return t.moveAlternate(-1) }, Why: t.whyNoAlternate, Group: "seats"},
		kit.Action{ID: "cohorts.down", Keys: []string{"shift+down", "J"}, Run: func() tea.Cmd { return t.moveAlternate(1) }, Why: t.whyNoAlternate, Group: "seats"},
		kit.Action{ID: "cohorts.deal", Keys: []string{"g"}, Run: t.deal, Why: t.whyKept, Group: "squads", Rank: in(7, seatsView)},
		kit.Action{ID: "cohorts.squad", Keys: []string{"m"}, Run: t.moveSquad, Why: t.whyNoMove, Group: "squads"},
		kit.Action{ID: "cohorts.swap", Keys: []string{"w"}, Run: t.swapSquads, Why: t.whyNoSwap, Group: "squads"},
		kit.Action{ID: "cohorts.balance", Keys: []string{"b"}, Run: t.showBalance, Why: t.whyNoSquads, Group: "squads"},
		kit.Action{ID: "cohorts.graduate", Keys: []string{"G"}, Run: t.graduate, Why: t.whyNoGraduation, Group: "after", Rank: in(4, outcomeView)},
		kit.Action{ID: "cohorts.home", Keys: []string{"h"}, Run: t.confirmHome, Why: t.whyKept, Group: "after", Rank: in(5, outcomeView)},
		kit.Action{ID: "cohorts.list", Keys: []string{"l"}, Run: t.toList, Group: "cohort"},
	)
	return append(out, t.workingDay()...)
}

func (t *Tab) whyNoCohorts() model.Message {
	if len(t.cohorts) == 0 {
		return model.Say("cohorts.why.no-cohorts")
	}
	return model.Message{}
}

func (t *Tab) whyNoCohort() model.Message {
	if t.cohort == nil {
		return model.Say("cohorts.why.no-cohort")
	}
	return model.Message{}
}

func (t *Tab) whyNobody() model.Message {
	if m := t.whyNoCohort(); !m.IsZero() {
		return m
	}
	if len(t.roll.Chosen()) == 0 {
		return model.Say("cohorts.why.nobody")
	}
	return model.Message{}
}

// whyKept also refuses a closed cohort, which stays as it was.
func (t *Tab) whyKept() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	return t.whyClosed()
}

func (t *Tab) whyNoAdding() model.Message {
	if m := t.whyNoCohort(); !m.IsZero() {
		return m
	}
	return t.whyClosed()
}

func (t *Tab) whyClosed() model.Message {
	if t.cohort.State == model.Closed {
		return model.Say("cohorts.why.closed-cohort")
	}
	return model.Message{}
}

// whyNoPerson also refuses people of a closed cohort, who are not on the desk.
func (t *Tab) whyNoPerson() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	for _, id := range t.roll.Chosen() {
		if t.desk().People.Get(id) == nil {
			return model.Say("cohorts.why.closed")
		}
	}
	return model.Message{}
}

func (t *Tab) whyNoUnit() model.Message {
	if m := t.whyNoPerson(); !m.IsZero() {
		return m
	}
	if r := t.current(); r == nil || t.desk().Units.Get(r.person.Unit) == nil {
		return model.Say("cohorts.why.no-unit")
	}
	return model.Message{}
}

func (t *Tab) whyNoAlternate() model.Message {
	if m := t.whyKept(); !m.IsZero() {
		return m
	}
	if r := t.current(); r == nil || r.seat.Alternate == 0 {
		return model.Say("cohorts.why.no-alternate")
	}
	return model.Message{}
}

func (t *Tab) whyNoSquads() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	if t.cohort.Squads == 0 {
		return model.Say("cohorts.why.no-squads")
	}
	return model.Message{}
}

func (t *Tab) whyNoMove() model.Message {
	if m := t.whyNoSquads(); !m.IsZero() {
		return m
	}
	return t.whyClosed()
}

func (t *Tab) whyNoSwap() model.Message {
	if m := t.whyNoSquads(); !m.IsZero() {
		return m
	}
	if m := t.whyClosed(); !m.IsZero() {
		return m
	}
	if _, _, ok := t.swapPair(); !ok {
		return model.Say("cohorts.why.no-swap")
	}
	return model.Message{}
}

// whyKeep says why the cohort under the cursor of the list cannot be taken
// out.
func (t *Tab) whyKeep() model.Message {
	if m := t.whyNoCohorts(); !m.IsZero() {
		return m
	}
	c := t.listed()
	switch {
	case c == nil:
		return model.Say("cohorts.why.no-cohorts")
	case c.State == model.Closed:
		return model.Say("cohorts.why.closed-cohort")
	}
	if n := len(t.desk().SessionsOf(c.ID)); n > 0 {
		return model.Say("cohorts.why.has-plan", "n", n)
	}
	return model.Message{}
}
