package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/ui/kit"
)

// The ways to a first plan, in the order they are offered.
func (t *Tab) starts() []struct {
	key, id string
	run     func() tea.Cmd
} {
	return []struct {
		key, id string
		run     func() tea.Cmd
	}{
		{"T", "schedule.empty.take", t.takeCourse},
		{"Y", "schedule.empty.copy", t.copyPlan},
		{"a", "schedule.empty.add", t.addBlock},
	}
}

func (t *Tab) drawNoCohort(c *kit.Canvas) {
	th := t.env.Theme
	w := min(60, max(c.W()-4, 1))
	x, y := (c.W()-w)/2, c.H()/3
	c.TextFit(x, y, w, th.Title, t.env.T("schedule.empty.no-cohort"))
	c.Wrap(kit.Rect{X: x, Y: y + 2, W: w, H: max(c.H()-y-2, 0)}, th.Muted, t.env.T("schedule.empty.no-cohort.do"))
}

// emptyTop is the row of the first way on the empty board.
func (t *Tab) emptyTop() int { return t.h/3 + 2 }

func (t *Tab) drawNoSessions(c *kit.Canvas) {
	th := t.env.Theme
	w := min(66, max(c.W()-4, 1))
	x, y := (c.W()-w)/2, t.emptyTop()
	c.TextFit(x, y-2, w, th.Title, t.env.T("schedule.empty.title", "cohort", t.cohort.Code,
		"dates", t.env.Lang.DateRange(t.cohort.First, t.cohort.Last)))
	for i, s := range t.starts() {
		c.Text(x, y+i, th.Key, s.key)
		c.TextFit(x+3, y+i, w-3, th.Text, t.env.T(s.id))
	}
	y += len(t.starts()) + 1
	if t.cohort.Squads == 0 {
		c.Wrap(kit.Rect{X: x, Y: y, W: w, H: max(c.H()-y, 0)}, th.Warn, t.env.T("schedule.empty.no-squads"))
	} else {
		c.Wrap(kit.Rect{X: x, Y: y, W: w, H: max(c.H()-y, 0)}, th.Muted,
			t.env.T("schedule.empty.squads", "n", t.cohort.Squads, "officers", t.cohort.Strength(t.cohort.SquadSet())))
	}
}

// pressEmpty is a click on one of the ways.
func (t *Tab) pressEmpty(y int) tea.Cmd {
	if i := y - t.emptyTop(); i >= 0 && i < len(t.starts()) {
		return t.starts()[i].run()
	}
	return nil
}
