package ui

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/due"
	"muster/model/rules"
	"muster/ui/tab"
)

// dues is everything wrong or due, as it was last told. With many cohorts that
// takes longer than a frame, so it is told off the event loop, anew whenever
// the desk, the board or the minute is another.
type dues struct {
	list    []due.Item
	of      asked
	telling bool
}

// asked is what the list was told of.
type asked struct {
	desk  *model.Desk
	board *rules.Board
	now   model.Minute
}

// dueMsg is the list as it was told.
type dueMsg struct {
	list []due.Item
	of   asked
}

// Due is everything wrong or due, worst first, as of a moment ago.
func (a *App) Due() []due.Item { return a.dues.list }

// weigh has the list told anew when it is of another desk or minute.
func (a *App) weigh() tea.Cmd {
	now := a.env.Now()
	of := asked{a.desk, a.board, tab.MinuteIn(now, "")}
	if a.newest.base == nil || a.dues.telling || of == a.dues.of {
		return nil
	}
	a.dues.telling = true
	return func() tea.Msg {
		return dueMsg{due.List(of.desk, of.board, func(zone string) model.Minute { return tab.MinuteIn(now, zone) }), of}
	}
}

// weighed takes the list that was told. What moved meanwhile is told next.
func (a *App) weighed(m dueMsg) {
	a.dues = dues{list: m.list, of: m.of}
	a.changed()
}
