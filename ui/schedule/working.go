package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/change"
	"muster/ui/kit"
	"muster/ui/ride"
	"muster/ui/roll"
	"muster/ui/score"
)

// dayActions are the working day's dialogs, opened on the card under the
// cursor: roll call, results, rides, changes. What is about to run, or has
// run, has its roll call and its results in the line of keys.
func (t *Tab) dayActions() []kit.Action {
	out := t.ofRecord(roll.Actions(t.host, t.own))
	out = append(out, t.ofRecord(score.Actions(t.host, t.own))...)
	out = append(out, ride.Actions(t.host, t.own)...)
	out = append(out, t.ofRecord(change.Actions(t.host))...)
	out = append(out, kit.Action{ID: "score.fires", Group: "day", Run: func() tea.Cmd { return score.FireCourses(t.host) }})
	s := t.own()
	now := s != nil && s.Placed() && s.Off == nil && t.nowAt+soon >= s.Start
	for i := range out {
		out[i].Rank = 0
		if now && (out[i].ID == "roll.call" || out[i].ID == "score.results" && s.Block.Judged()) {
			out[i].Rank = 3
		}
	}
	return out
}

// ofRecord are actions that have no sense while a draft is shown: what happened,
// happened to the plan of record.
func (t *Tab) ofRecord(list []kit.Action) []kit.Action {
	if t.seam.Draft() == nil {
		return list
	}
	for i := range list {
		list[i].Why = t.whyDraft
	}
	return list
}

// soon is how long before its start a session's roll is likely wanted.
const soon = model.Quarter(model.Hour)

// editDetails opens what only blocks of its kind have: the ride's page, or the
// relays on the line.
func (t *Tab) editDetails() tea.Cmd {
	if s := t.own(); s.Ride == nil {
		return t.editRelays(s)
	}
	return ride.Open(t.host, t.own().ID)
}

// records are what has been noted of a session: its roll and its sheet.
func (t *Tab) records(s *model.Session) []model.Record {
	d := t.host.Desk()
	var out []model.Record
	if r := d.Rolls.Get(s.ID); r != nil {
		out = append(out, r)
	}
	if r := d.Sheets.Get(s.ID); r != nil {
		out = append(out, r)
	}
	return out
}

// removal takes sessions out, and what has been noted of them.
func (t *Tab) removal(list ...*model.Session) []model.Remove {
	d := t.host.Desk()
	var out []model.Remove
	for _, s := range list {
		out = append(out, d.Remove(s))
		for _, r := range t.records(s) {
			out = append(out, d.Remove(r))
		}
	}
	return out
}

// noted is how many of the sessions have a roll or a sheet.
func (t *Tab) noted(list []*model.Session) int {
	n := 0
	for _, s := range list {
		if len(t.records(s)) > 0 {
			n++
		}
	}
	return n
}

// askNoted asks before rolls and sheets go with their sessions; then goes
// ahead, at once when there are none.
func (t *Tab) askNoted(list []*model.Session, askedBy string, then func() tea.Cmd) tea.Cmd {
	n := t.noted(list)
	if n == 0 {
		return then()
	}
	ask := kit.NewConfirm(t.env, model.Say("schedule.noted.title"), model.Say("schedule.noted.ask", "n", n),
		model.Say("schedule.noted.detail"), "schedule.noted.go", "schedule.noted.keep", "y", askedBy)
	kit.Open(t.host.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return then() })
	return nil
}
