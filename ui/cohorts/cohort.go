package cohorts

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// listed is the cohort under the cursor of the list.
func (t *Tab) listed() *model.Cohort {
	i, ok := t.list.Current()
	if !ok {
		return nil
	}
	return t.cohorts[i].cohort
}

// inFocus is the cohort an action on a cohort means: the one under the cursor
// of the list while one is in it, else the one in hand.
func (t *Tab) inFocus() *model.Cohort {
	if t.inList {
		if c := t.listed(); c != nil {
			return c
		}
	}
	return t.cohort
}

func (t *Tab) takeCurrent() tea.Cmd {
	c := t.listed()
	if c == nil {
		return nil
	}
	cmd := t.take(c.ID)
	t.inList = false
	t.resize()
	return cmd
}

// take takes a cohort in hand. The people of a closed one are read first.
func (t *Tab) take(id model.ID) tea.Cmd {
	t.h.Choose(id)
	t.Changed()
	return t.readPast()
}

// step takes the next cohort by date in hand.
func (t *Tab) step(dir int) tea.Cmd {
	all := t.desk().CohortsByDate()
	i := slices.IndexFunc(all, func(c *model.Cohort) bool { return c.ID == t.cohort.ID })
	if i+dir < 0 || i+dir >= len(all) {
		return t.h.Tell(kit.Info, model.Say("cohorts.no-further"))
	}
	id := all[i+dir].ID
	cmd := t.take(id)
	t.list.Select(id) // what is done next in the list is about the cohort in hand
	return cmd
}

func (t *Tab) toList() tea.Cmd {
	t.inList = true
	if t.cohort != nil {
		t.list.Select(t.cohort.ID)
	}
	t.resize()
	return nil
}

func (t *Tab) toRoll() tea.Cmd {
	t.inList = false
	t.resize()
	return nil
}

// readPast reads the people of a closed cohort, who are not on the desk.
func (t *Tab) readPast() tea.Cmd {
	c := t.cohort
	if c == nil || c.State != model.Closed {
		return nil
	}
	var missing []model.ID
	for _, s := range c.Seats {
		if t.person(s.Person) == nil {
			missing = append(missing, s.Person)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	st := t.h.Store()
	return tab.Work(t.h, model.Say("cohorts.reading-past", "cohort", c.Code),
		func(ctx context.Context, progress func(done, total int64)) ([]*model.Person, error) {
			var out []*model.Person
			for i, id := range missing {
				progress(int64(i), int64(len(missing)))
				rec, _, err := st.Get(ctx, model.Ref{Kind: model.KindPerson, ID: id})
				if err != nil {
					return nil, err
				}
				if p, ok := rec.(*model.Person); ok {
					out = append(out, p)
				}
			}
			return out, nil
		},
		func(people []*model.Person, err error) tea.Cmd {
			if err != nil {
				return t.h.Fail(err)
			}
			for _, p := range people {
				t.past[p.ID] = p
			}
			t.Changed()
			return nil
		})
}

// deleteCohort takes out a cohort without a plan. Its people stay on record.
func (t *Tab) deleteCohort() tea.Cmd {
	c := t.listed()
	if c == nil {
		return nil
	}
	return t.commit(
		model.Change{Act: model.Say("cohorts.act.delete", "cohort", c.Code), Removes: t.desk().RemoveCohort(c)},
		model.Say("cohorts.deleted", "cohort", c.Code))
}

// changeState moves a cohort on from planning to closed, or back.
func (t *Tab) changeState() tea.Cmd {
	c := t.inFocus()
	if c == nil {
		return nil
	}
	var options []kit.Option[model.CohortState]
	for _, s := range model.CohortStates {
		options = append(options, kit.Option[model.CohortState]{
			Value: s, Label: t.env().T("word.state." + string(s)), Note: t.env().T("cohorts.state." + string(s)),
		})
	}
	at := slices.Index(model.CohortStates, c.State)
	kit.Open(t.h.Dialogs(), kit.NewChoose(t.env(), model.Say("cohorts.state.title", "cohort", c.Code), options, at),
		func(s model.CohortState) tea.Cmd {
			now := t.desk().Cohorts.Get(c.ID)
			if now == nil || now.State == s {
				return nil
			}
			if s == model.Closed {
				return t.askClose(now)
			}
			return t.setState(now, s)
		})
	return nil
}

// setState commits the cohort in another state.
func (t *Tab) setState(c *model.Cohort, s model.CohortState) tea.Cmd {
	next := *c
	next.State = s
	rec, err := model.NewCohort(next)
	if err != nil {
		return t.h.Fail(err)
	}
	word := model.Say("word.state." + string(s))
	return t.commit(
		model.Change{Act: model.Say("cohorts.act.state", "cohort", c.Code, "state", word), Puts: []model.Put{t.desk().Put(rec)}},
		model.Say("cohorts.state.done", "cohort", c.Code, "state", word))
}
