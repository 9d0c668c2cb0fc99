package schedule

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/tab"
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
	return t.commit(c)
}

// copyPlan lays another cohort's plan on this cohort's dates.
func (t *Tab) copyPlan() tea.Cmd {
	d := t.host.Desk()
	list := d.CohortsByDate()
	slices.Reverse(list)
	var opts []kit.Option[model.ID]
	for _, c := range list {
		if c.ID == t.cohort.ID {
			continue
		}
		note := t.env.Lang.Date(c.First) + " – " + t.env.Lang.Date(c.Last) + " · " + t.env.T("word.state."+string(c.State))
		opts = append(opts, kit.Option[model.ID]{Value: c.ID, Label: c.Code + "  " + c.Title, Note: note})
	}
	if len(opts) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.copy-plan.none"))
	}
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, model.Say("schedule.copy-plan.title", "cohort", t.cohort.Code), opts, 0), t.fetchPlan)
	return nil
}

// fetchPlan gets the sessions of the cohort to copy from: from the desk, or
// from the store when the cohort is closed.
func (t *Tab) fetchPlan(id model.ID) tea.Cmd {
	d := t.host.Desk()
	from, to := d.Cohorts.Get(id), t.cohort
	if from == nil {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	if from.State != model.Closed {
		return t.offerPlan(from, to, d.SessionsOf(id))
	}
	st := t.host.Store()
	return tab.Work(t.host, model.Say("schedule.copy-plan.reading", "cohort", from.Code),
		func(ctx context.Context, _ func(done, total int64)) ([]*model.Session, error) {
			rows, err := st.SessionsOf(ctx, id)
			out := make([]*model.Session, len(rows))
			for i, r := range rows {
				out[i] = r.Rec
			}
			return out, err
		},
		func(list []*model.Session, err error) tea.Cmd {
			if err != nil {
				return t.host.Fail(err)
			}
			return t.offerPlan(from, to, list)
		})
}

func (t *Tab) offerPlan(from, to *model.Cohort, list []*model.Session) tea.Cmd {
	if len(list) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.copy-plan.empty", "cohort", from.Code))
	}
	if t.cohort == nil || t.cohort.ID != to.ID {
		return t.tell(kit.Warn, model.Say("schedule.copy-plan.elsewhere", "cohort", to.Code))
	}
	return t.addOrReplace(model.Say("schedule.copy-plan.how", "cohort", from.Code), func(replace bool) tea.Cmd {
		d := t.host.Desk()
		c := model.Change{Act: model.Say("schedule.act.copy-plan", "from", from.Code, "cohort", to.Code)}
		if replace {
			c.Removes = t.removal(t.sessions...)
		}
		for _, s := range model.CopyPlan(from, list, t.cohort, t.host.NewID) {
			t.dropUnknown(s)
			r, err := model.NewSession(*s)
			if err != nil {
				return t.refuse(err)
			}
			c.Puts = append(c.Puts, d.Put(r))
		}
		t.at, t.inTray = 0, false
		return t.commit(c)
	})
}

// dropUnknown takes out of a copied session who and what is not on the desk
// any more: an instructor who has left the records, a place given up.
func (t *Tab) dropUnknown(s *model.Session) {
	d := t.host.Desk()
	if d.Places.Get(s.Place) == nil {
		s.Place = model.ID{}
	}
	s.Staff = slices.DeleteFunc(s.Staff, func(p model.Part) bool { return d.Staff.Get(p.Staff) == nil })
	s.Cars = slices.DeleteFunc(s.Cars, func(id model.ID) bool { return d.Vehicles.Get(id) == nil })
	s.Block.Kit = slices.DeleteFunc(s.Block.Kit, func(k model.KitNeed) bool { return d.Kits.Get(k.Kit) == nil })
	if f := s.Block.Fire; f != nil && d.FireCourses.Get(f.Course) == nil {
		f.Course = model.ID{}
	}
	if s.Circuit != nil {
		for i := range s.Circuit.Stations {
			p := &s.Circuit.Stations[i]
			if d.Staff.Get(p.Lead) == nil {
				p.Lead = model.ID{}
			}
			if d.Staff.Get(p.Safety) == nil {
				p.Safety = model.ID{}
			}
			if d.Vehicles.Get(p.Vehicle) == nil {
				p.Vehicle = model.ID{}
			}
		}
	}
	if s.Ride != nil && d.Agencies.Get(s.Ride.Host) == nil {
		s.Ride.Host = model.ID{}
	}
}
