package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/course"
	"muster/ui/kit"
	"muster/ui/year"
)

// courses opens the editor of courses, with the board's own form of a block.
// Courses are of record, also while a draft is shown.
func (t *Tab) courses() tea.Cmd { return course.Open(t.seam.Record(), t.built, t.courseBlock) }

// courseBlock opens the form of a block of a course: as that of a session, but
// for what only a session has.
func (t *Tab) courseBlock(title model.Message, b model.Block, others []model.Block, check func(model.Block) error, then func(model.Block) tea.Cmd) {
	alone := &Tab{host: t.seam.Record(), seam: t.seam, env: t.env, built: t.built, cohort: &model.Cohort{}}
	for i := range others {
		alone.sessions = append(alone.sessions, &model.Session{Block: others[i]})
	}
	s := model.Session{ID: t.host.NewID(), Cohort: t.host.NewID(), Block: b}
	f := alone.newBlockForm(s.Clone())
	f.sessionNote.Hidden = func() bool { return true }
	form := f.form(title)
	own := form.Check
	form.Check = func() error {
		if err := own(); err != nil {
			return err
		}
		return check(f.session().Block)
	}
	kit.Open(t.host.Dialogs(), form, func(*kit.Form) tea.Cmd { return then(f.session().Block) })
}

// showYear opens the year strip; the cohort chosen on it comes to the board.
func (t *Tab) showYear() tea.Cmd {
	return year.Open(t.seam.Record(), func(id model.ID) tea.Cmd {
		if t.cohort == nil || id != t.cohort.ID {
			t.host.Choose(id)
			t.refresh()
		}
		return nil
	})
}
