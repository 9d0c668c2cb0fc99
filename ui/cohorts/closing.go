package cohorts

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	dues "muster/model/due"
	"muster/ui/kit"
)

// open is what is still wrong or due about a cohort, the worst first: once it
// is closed nobody is told of it any more.
func (t *Tab) open(cohort model.ID) []dues.Item {
	var out []dues.Item
	for _, v := range t.h.Due() {
		if v.Concerns(t.desk(), cohort) {
			out = append(out, v)
		}
	}
	return out
}

// toldOpen is how many of what is open the question before closing tells in
// full.
const toldOpen = 3

// askClose closes a cohort, and asks before when anything is open.
func (t *Tab) askClose(c *model.Cohort) tea.Cmd {
	open := t.open(c.ID)
	if len(open) == 0 {
		return t.setState(c, model.Closed)
	}
	var detail model.Message
	for i := min(len(open), toldOpen) - 1; i >= 0; i-- {
		sign := "·"
		if open[i].Hard {
			sign = "!"
		}
		switch {
		case !detail.IsZero():
			detail = model.Say("cohorts.close.then", "sign", sign, "first", open[i].Text, "then", detail)
		case len(open) > toldOpen:
			detail = model.Say("cohorts.close.more", "sign", sign, "first", open[i].Text, "n", len(open)-toldOpen)
		default:
			detail = model.Say("cohorts.close.last", "sign", sign, "first", open[i].Text)
		}
	}
	ask := kit.NewConfirm(t.env(), model.Say("cohorts.close.title", "cohort", c.Code), model.Say("cohorts.close", "n", len(open)),
		detail, "cohorts.close.act", "cohorts.close.keep", "y", "S")
	kit.Open(t.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		now := t.desk().Cohorts.Get(c.ID)
		if now == nil || now.State == model.Closed {
			return nil
		}
		return t.setState(now, model.Closed)
	})
	return nil
}

// sayAllHome says that everybody is home, and that the cohort can be closed,
// unless something is still wrong about it. That somebody is not home does not
// count: the list may not have heard of it yet.
func (t *Tab) sayAllHome(c *model.Cohort) tea.Cmd {
	wrong := 0
	for _, v := range t.open(c.ID) {
		if v.Hard && v.Rule != "departure" {
			wrong++
		}
	}
	if wrong > 0 {
		return t.h.Tell(kit.Warn, model.Say("cohorts.home.but", "cohort", c.Code, "n", wrong))
	}
	return t.h.Tell(kit.OK, model.Say("cohorts.home.all", "cohort", c.Code))
}
