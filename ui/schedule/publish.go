package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// publish puts the plan out, or shows what has changed since it was. With
// clashes in it, it asks first.
func (t *Tab) publish() tea.Cmd {
	if !published(t.sessions) {
		return t.publishNow()
	}
	if t.cohort.State != model.Planning && len(revisions(t.sessions)) == 0 {
		return t.tell(kit.Info, model.Say("schedule.publish.same", "cohort", t.cohort.Code))
	}
	return t.showChanges()
}

// publishNow tells everybody the plan as it is, in one act, after asking when
// something in it clashes.
func (t *Tab) publishNow() tea.Cmd {
	if t.count[clashing] == 0 {
		return t.putOut()
	}
	question, detail := "schedule.publish.clashes", "schedule.publish.detail"
	if t.onlyPapers() {
		question, detail = "schedule.publish.papers", "schedule.publish.papers.detail"
	}
	ask := kit.NewConfirm(t.env, model.Say("schedule.publish.title", "cohort", t.cohort.Code),
		model.Say(question, "n", t.count[clashing]), model.Say(detail),
		"schedule.publish.go", "schedule.publish.wait", "y", "G")
	kit.Open(t.host.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return t.putOut() })
	return nil
}

// onlyPapers reports whether all that forbids is what somebody has to grant:
// papers, which no fix brings.
func (t *Tab) onlyPapers() bool {
	for i := range t.clashes {
		if c := &t.clashes[i]; c.Grade() == clashing && !planner.Granted(c.Rule) {
			return false
		}
	}
	return true
}

func (t *Tab) putOut() tea.Cmd {
	d := t.host.Desk()
	c := model.Change{Act: model.Say("schedule.act.publish", "cohort", t.cohort.Code)}
	if t.cohort.State == model.Planning {
		next := *t.cohort
		next.State = model.Published
		r, err := model.NewCohort(next)
		if err != nil {
			return t.refuse(err)
		}
		c.Puts = append(c.Puts, d.Put(r))
	}
	changed := 0
	for _, s := range t.sessions {
		if !altered(s, true) && (s.Told != nil) == (told(s) != nil) {
			continue
		}
		next := s.Clone()
		next.Told = told(s)
		r, err := model.NewSession(next)
		if err != nil {
			return t.refuse(err)
		}
		c.Puts = append(c.Puts, d.Put(r))
		changed++
	}
	if published(t.sessions) {
		c.Act = model.Say("schedule.act.publish-again", "cohort", t.cohort.Code, "n", changed)
	}
	return t.commit(c)
}

// whyNotPublish says why nothing can be put out now, or nothing.
func (t *Tab) whyNotPublish() model.Message {
	for _, why := range []model.Message{t.whyEmpty(), t.whyDraft()} {
		if !why.IsZero() {
			return why
		}
	}
	for _, s := range t.sessions {
		if s.Placed() {
			return model.Message{}
		}
	}
	return model.Say("schedule.why.nothing-placed")
}
