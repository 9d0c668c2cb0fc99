package schedule

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// Actions is everything that can be done here and now.
func (t *Tab) Actions() []kit.Action {
	if t.move != nil {
		return t.moveActions()
	}
	out := t.walkActions()
	out = append(out, t.cardActions()...)
	out = append(out, t.dayActions()...)
	out = append(out, t.planActions()...)
	out = append(out, t.boardActions()...)
	switch {
	case t.inTray || !t.swap.IsZero() || t.typing || t.filter != nil || t.lens != (lens{}) || t.big.on:
		out = append(out, kit.Action{ID: "schedule.back", Keys: []string{"esc"}, Group: "view", Run: t.back})
	case t.seam.Draft() != nil:
		out = append(out, kit.Action{ID: "schedule.leave-draft", Keys: []string{"esc"}, Group: "plan", Rank: 4, Run: t.leaveDraft})
	}
	for i := range out {
		if out[i].Rank > 0 && !out[i].Enabled() {
			out[i].Rank += behind
		}
	}
	return out
}

// behind is what is added to the rank of an action that can do nothing now: it
// comes after all that can, the program's own too.
const behind = 100

// walkActions move the cursor; help need not list them.
func (t *Tab) walkActions() []kit.Action {
	if t.cohort == nil || len(t.sessions) == 0 {
		return nil
	}
	walk := func(id string, run func() tea.Cmd, keys ...string) kit.Action {
		return kit.Action{ID: "schedule." + id, Keys: keys, Group: "view", Hidden: true, Run: run}
	}
	return []kit.Action{
		walk("up", func() tea.Cmd { return t.goTime(-1) }, "up", "k"),
		walk("down", func() tea.Cmd { return t.goTime(1) }, "down", "j"),
		walk("left", func() tea.Cmd { return t.goDay(-1) }, "left", "h"),
		walk("right", func() tea.Cmd { return t.goDay(1) }, "right", "l"),
		walk("page-up", func() tea.Cmd { return t.page(-1) }, "pgup"),
		walk("page-down", func() tea.Cmd { return t.page(1) }, "pgdown"),
		walk("home", func() tea.Cmd { return t.goEnd(-1) }, "home"),
		walk("end", func() tea.Cmd { return t.goEnd(1) }, "end"),
	}
}

// cardActions are about the session under the cursor.
func (t *Tab) cardActions() []kit.Action {
	act := func(id string, rank int, why func() model.Message, run func() tea.Cmd, keys ...string) kit.Action {
		return kit.Action{ID: "schedule." + id, Keys: keys, Group: "session", Rank: rank, Why: why, Run: run}
	}
	any, running, placed := t.whySession, t.whyOn, t.whyPlaced
	fixRank := 0
	if s := t.own(); s != nil && t.wrong[s.ID] != fine {
		fixRank = 1 // beside moving: it is what one wants of a card that clashes
	}
	var out []kit.Action
	switch {
	case t.swapping():
		out = append(out, act("swap-here", 1, placed, t.swapCards, "enter"), act("move", 2, running, t.startMove, "m"))
	case t.inTray:
		out = append(out, act("place", 1, running, t.startMove, "enter", "m"))
	case t.selected() == nil:
		id := "fill"
		if len(t.tray) == 0 {
			id = "add-here"
		}
		out = append(out, act(id, 1, t.whyCohort, t.fillCell, "enter"), act("move", 2, running, t.startMove, "m"))
	default:
		out = append(out, act("open", 3, any, t.editBlock, "enter"), act("move", 1, running, t.startMove, "m"))
	}
	out = append(out,
		act("people", 2, running, t.pickRole, "i"),
		act("where", 4, running, t.pickPlace, "v"),
		act("best-fix", fixRank, t.whyNoFix, t.bestFix, "F"),
		act("fix", 2*fixRank, t.whyNoFix, t.offerFixes, "f"),
		act("stretch", 0, running, func() tea.Cmd { return t.stretch(1) }, "shift+down", ">"),
		act("shrink", 0, running, func() tea.Cmd { return t.stretch(-1) }, "shift+up", "<"),
		act("nudge-left", 0, placed, func() tea.Cmd { return t.nudge(-1, 0) }, "H", "alt+left", "ctrl+left"),
		act("nudge-right", 0, placed, func() tea.Cmd { return t.nudge(1, 0) }, "L", "alt+right", "ctrl+right"),
		act("nudge-up", 0, placed, func() tea.Cmd { return t.nudge(0, -1) }, "K", "alt+up", "ctrl+up"),
		act("nudge-down", 0, placed, func() tea.Cmd { return t.nudge(0, 1) }, "J", "alt+down", "ctrl+down"),
		act("edit", 6, any, t.editBlock, "e"),
		act("squads", 0, t.whySquads, t.pickSquads, "S"),
		act("details", 0, t.whyDetails, t.editDetails, "r"),
		act("cars", 0, any, t.pickCars, "V"),
		act("copy", 0, any, t.duplicate, "y"),
		act("swap", 0, placed, t.swapCards, "s"),
		act("pin", 0, placed, t.pin, "P"),
		act("unplace", 7, t.whyTimed, t.unplace, "backspace"),
		act("remove", 8, any, t.remove, "x", "delete"),
	)
	return out
}

// boardActions are about the whole plan and how it is seen.
func (t *Tab) boardActions() []kit.Action {
	act := func(group, id string, rank int, why func() model.Message, run func() tea.Cmd, keys ...string) kit.Action {
		return kit.Action{ID: "schedule." + id, Keys: keys, Group: group, Rank: rank, Why: why, Run: run}
	}
	some, in := t.whyEmpty, t.whyCohort
	empty := 0
	if t.cohort != nil && len(t.sessions) == 0 {
		empty = 1
	}
	trayRank := 5
	if on(t.tray) == 0 || t.inTray {
		trayRank = 0
	}
	week, step := [2]string{"next-week", "last-week"}, t.goWeek
	if t.big.on {
		week, step = [2]string{"next-day", "last-day"}, t.goOneDay
	}
	publishRank := 0 // when there is something to be told
	switch {
	case empty > 0 || t.cohort == nil:
	case t.out && slices.ContainsFunc(t.sessions, func(s *model.Session) bool { return altered(s, true) }):
		publishRank = 5
	case !t.out && on(t.tray) == 0 && t.count[clashing] == 0:
		publishRank = 3
	}
	return []kit.Action{
		act("plan", "add", 9*(1-empty)+3*empty, in, t.addBlock, "a"),
		act("plan", "take", empty, t.whyNotTake, t.takeCourse, "T"),
		act("plan", "copy-plan", 2*empty, in, t.copyPlan, "Y"),
		act("plan", "usual", 0, t.whyTray, t.layOut, "U"),
		act("plan", "clashes", 10, t.whyNoClash, t.listClashes, "c"),
		act("plan", "next-clash", 0, t.whyNoClash, func() tea.Cmd { return t.goClash(1) }, "n", "]"),
		act("plan", "last-clash", 0, t.whyNoClash, func() tea.Cmd { return t.goClash(-1) }, "N", "["),
		act("plan", "courses", 0, nil, t.courses, "E"),
		act("plan", "hand-on", 0, some, t.handOn, "X"),
		act("plan", "publish", publishRank, t.whyNotPublish, t.publish, "G"),
		act("view", "year", 0, nil, t.showYear, "Q"),
		act("view", "heat", 0, in, t.showHeat, "%"),
		act("view", "tray", trayRank, some, t.toggleTray, "t"),
		act("view", "filter", 0, t.whyTray, t.openFilter, "/"),
		act("view", "lens", 11, some, t.pickLens, "O"),
		act("view", "more", 0, t.whyNoMore, t.seeMore, "space"),
		act("view", "next-lens", 0, some, func() tea.Cmd { return t.nextLens(1) }, "o"),
		act("view", "last-lens", 0, some, func() tea.Cmd { return t.nextLens(-1) }, "ctrl+o"),
		act("view", "by-person", 0, some, func() tea.Cmd { return t.seeOf(byStaff) }, "I"),
		act("view", "by-place", 0, some, t.seeWhere, "W"),
		act("view", "by-vehicle", 0, some, func() tea.Cmd { return t.seeOf(byVehicle) }),
		act("view", "big-day", 0, some, t.toggleDay, "d"),
		act("view", week[0], 0, some, func() tea.Cmd { return step(1) }, "w"),
		act("view", week[1], 0, some, func() tea.Cmd { return step(-1) }, "b"),
		act("view", "today", 0, some, t.goToday, "."),
		act("view", "goto", 0, some, t.askDate, "g"),
		act("view", "zoom-in", 0, some, func() tea.Cmd { return t.zoom(1) }, "+", "="),
		act("view", "zoom-out", 0, some, func() tea.Cmd { return t.zoom(-1) }, "-"),
		act("view", "days", 0, some, t.widen, "z"),
	}
}

// moveActions are what can be done while a card is in the air.
func (t *Tab) moveActions() []kit.Action {
	act := func(id string, rank int, run func() tea.Cmd, keys ...string) kit.Action {
		return kit.Action{ID: "schedule." + id, Keys: keys, Group: "move", Rank: rank, Run: run}
	}
	step := t.scale.step
	hide := func(a kit.Action) kit.Action { a.Hidden = true; return a }
	return append(t.whyHere(), []kit.Action{
		act("drop", 1, t.drop, "enter", "space", "m"),
		act("let-go", 2, t.letGo, "esc"),
		act("ghost-next", 3, func() tea.Cmd { return t.nextLegal(1) }, "n", "]"),
		act("ghost-last", 4, func() tea.Cmd { return t.nextLegal(-1) }, "N", "["),
		act("ghost-fine-up", 0, func() tea.Cmd { return t.shift(0, -1) }, "shift+up", "K"),
		act("ghost-fine-down", 5, func() tea.Cmd { return t.shift(0, 1) }, "shift+down", "J"),
		act("ghost-usual", 6, t.carryHome, "home"),
		act("ghost-next-week", 0, func() tea.Cmd { return t.shift(7, 0) }, "w"),
		act("ghost-last-week", 0, func() tea.Cmd { return t.shift(-7, 0) }, "b"),
		hide(act("up", 0, func() tea.Cmd { return t.shift(0, -step) }, "up", "k")),
		hide(act("down", 0, func() tea.Cmd { return t.shift(0, step) }, "down", "j")),
		hide(act("left", 0, func() tea.Cmd { return t.shift(-1, 0) }, "left", "h")),
		hide(act("right", 0, func() tea.Cmd { return t.shift(1, 0) }, "right", "l")),
		hide(act("page-up", 0, func() tea.Cmd { return t.shift(0, -4*step) }, "pgup")),
		hide(act("page-down", 0, func() tea.Cmd { return t.shift(0, 4*step) }, "pgdown")),
		act("zoom-in", 0, func() tea.Cmd { return t.zoom(1) }, "+", "="),
		act("zoom-out", 0, func() tea.Cmd { return t.zoom(-1) }, "-"),
	}...)
}

// The reasons why something can do nothing now.

func (t *Tab) whyCohort() model.Message {
	if t.cohort == nil {
		return model.Say("schedule.why.no-cohort")
	}
	return model.Message{}
}

// whyNotTake: a course that is taken is the cohort's, which a draft does not hold.
func (t *Tab) whyNotTake() model.Message {
	if why := t.whyCohort(); !why.IsZero() {
		return why
	}
	return t.whyDraft()
}

func (t *Tab) whyEmpty() model.Message {
	if why := t.whyCohort(); !why.IsZero() {
		return why
	}
	if len(t.sessions) == 0 {
		return model.Say("schedule.why.no-sessions")
	}
	return model.Message{}
}

func (t *Tab) whySession() model.Message {
	if why := t.whyEmpty(); !why.IsZero() {
		return why
	}
	s := t.selected()
	switch {
	case s == nil:
		return model.Say("schedule.why.no-card")
	case t.seam.Draft() != nil && len(t.records(s)) > 0:
		return model.Say("schedule.why.held")
	case s.Cohort != t.cohort.ID:
		if c := t.host.Desk().Cohorts.Get(s.Cohort); c != nil {
			return model.Say("schedule.why.guest", "cohort", c.Code)
		}
		return model.Say("schedule.gone")
	}
	return model.Message{}
}

// whyOn is for what has no sense while a session is called off.
func (t *Tab) whyOn() model.Message {
	if why := t.whySession(); !why.IsZero() {
		return why
	}
	if t.own().Off != nil {
		return model.Say("schedule.why.off")
	}
	return model.Message{}
}

func (t *Tab) whyPlaced() model.Message {
	if why := t.whyOn(); !why.IsZero() {
		return why
	}
	if !t.own().Placed() {
		return model.Say("schedule.why.in-tray")
	}
	return model.Message{}
}

// whyTimed is for what only takes the time away.
func (t *Tab) whyTimed() model.Message {
	if why := t.whySession(); !why.IsZero() {
		return why
	}
	if !t.own().Placed() {
		return model.Say("schedule.why.in-tray")
	}
	return model.Message{}
}

func (t *Tab) whySquads() model.Message {
	if why := t.whySession(); !why.IsZero() {
		return why
	}
	switch {
	case t.own().Ride != nil:
		return model.Say("schedule.why.ride-squads")
	case t.cohort.Squads == 0 && len(t.own().Only) == 0:
		return model.Say("schedule.why.no-squads")
	}
	return model.Message{}
}

func (t *Tab) whyDetails() model.Message {
	if why := t.whySession(); !why.IsZero() {
		return why
	}
	if s := t.own(); s.Ride == nil && s.Block.Fire == nil {
		return model.Say("schedule.why.no-details")
	}
	return model.Message{}
}

func (t *Tab) whyTray() model.Message {
	if why := t.whyEmpty(); !why.IsZero() {
		return why
	}
	if len(t.tray) == 0 {
		return model.Say("schedule.tray.empty")
	}
	return model.Message{}
}

func (t *Tab) whyNoClash() model.Message {
	if why := t.whyEmpty(); !why.IsZero() {
		return why
	}
	if len(t.clashes) == 0 {
		return model.Say("schedule.why.no-clash")
	}
	return model.Message{}
}

func (t *Tab) whyNoMore() model.Message {
	if t.moreLeft == 0 && t.moreFrom == 0 {
		return model.Say("schedule.why.no-more")
	}
	return model.Message{}
}

func (t *Tab) whyNoFix() model.Message {
	if why := t.whyPlaced(); !why.IsZero() {
		return why
	}
	if t.wrong[t.own().ID] == fine {
		return model.Say("schedule.why.fine")
	}
	return model.Message{}
}

func (t *Tab) toggleTray() tea.Cmd {
	if t.inTray {
		t.leaveTray()
		return nil
	}
	return t.enterTray()
}
