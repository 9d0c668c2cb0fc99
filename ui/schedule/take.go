package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
)

// takeCourse lets the user choose a course whose blocks the cohort is to have.
// The course the program brings is among them, also before anybody took it.
func (t *Tab) takeCourse() tea.Cmd {
	built := t.built
	var opts []kit.Option[model.ID]
	add := func(c *model.Course, note string) {
		if note == "" {
			note = t.env.T("schedule.take.note", "n", len(c.Blocks), "days", c.Days)
		}
		opts = append(opts, kit.Option[model.ID]{Value: c.ID, Label: c.Title.In(t.env.Lang.Tag()), Note: note})
	}
	d := t.host.Desk()
	if d.Courses.Get(built.Course.ID) == nil {
		add(built.Course, t.env.T("schedule.take.built-in", "n", len(built.Course.Blocks), "days", built.Course.Days))
	}
	for c := range d.Courses.All {
		add(c, "")
	}
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, model.Say("schedule.take.title", "cohort", t.cohort.Code), opts, 0),
		func(id model.ID) tea.Cmd {
			course := t.host.Desk().Courses.Get(id)
			if course == nil {
				course = built.Course
			}
			return t.addOrReplace(model.Say("schedule.take.how", "course", course.Title), func(replace bool) tea.Cmd {
				return t.take(built, course, replace)
			})
		})
	return nil
}

// addOrReplace asks what becomes of the sessions the cohort has already.
func (t *Tab) addOrReplace(title model.Message, then func(replace bool) tea.Cmd) tea.Cmd {
	if len(t.sessions) == 0 {
		return then(false)
	}
	choose := func(replace bool) tea.Cmd {
		if !replace {
			return then(false)
		}
		return t.askNoted(t.sessions, "enter", func() tea.Cmd { return then(true) })
	}
	opts := []kit.Option[bool]{
		{Value: false, Label: t.env.T("schedule.take.add"), Note: t.env.T("schedule.take.add.note")},
		{Value: true, Label: t.env.T("schedule.take.replace"), Note: t.env.T("schedule.take.replace.note", "n", len(t.sessions))},
	}
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, 0), choose)
	return nil
}

// take puts the course's blocks into the tray, and brings the kit they draw on when the desk lacks it.
func (t *Tab) take(built templates.Built, course *model.Course, replace bool) tea.Cmd {
	d := t.host.Desk()
	c := model.Change{Act: model.Say("schedule.act.take", "course", course.Title, "cohort", t.cohort.Code)}
	if course.ID == built.Course.ID {
		for _, r := range built.Missing(d) {
			c.Puts = append(c.Puts, d.Put(r))
		}
	}
	if replace {
		c.Removes = t.removal(t.sessions...)
	}
	next := *t.cohort
	next.Course = course.ID
	cohort, err := model.NewCohort(next)
	if err != nil {
		return t.refuse(err)
	}
	c.Puts = append(c.Puts, d.Put(cohort))
	for _, s := range course.Take(t.cohort, t.host.NewID) {
		r, err := model.NewSession(*s)
		if err != nil {
			return t.refuse(err)
		}
		c.Puts = append(c.Puts, d.Put(r))
	}
	t.at, t.inTray = 0, false
	cmd := t.commit(c)
	if !t.laidOut() {
		return tea.Batch(cmd, t.tell(kit.OK, model.Say("schedule.take.done", "n", len(t.tray))))
	}
	return cmd
}
