package score

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// change is the one act that keeps what was typed; zero when nothing moved.
func (r *results) change() (model.Change, error) {
	r.leave(r.pad.row)
	f, d := r.draft, r.h.Desk()
	c := model.Change{Act: model.Say("score.act.results", "block", f.session.Block.Title, "cohort", f.cohort.Code)}
	rec, err := f.record()
	if err != nil {
		return c, err
	}
	switch {
	case !f.dirty(rec):
	case rec == nil:
		c.Removes = append(c.Removes, model.Remove{Ref: model.RefOf(f.was), Was: r.was})
	default:
		c.Puts = append(c.Puts, model.Put{Record: rec, Was: r.was})
	}
	if len(c.Puts)+len(c.Removes) == 0 {
		c.Act = model.Say("score.act.course", "block", f.session.Block.Title, "cohort", f.cohort.Code)
	}
	puts, err := r.courseOfBlock(d)
	c.Puts = append(c.Puts, puts...)
	return c, err
}

// courseOfBlock are the session with the course of fire that was chosen for
// it, and the course of fire itself where it is not on the desk yet.
func (r *results) courseOfBlock(d *model.Desk) ([]model.Put, error) {
	f := r.draft
	had := model.ID{}
	if f.session.Block.Fire != nil {
		had = f.session.Block.Fire.Course
	}
	if f.course == had {
		return nil, nil
	}
	var puts []model.Put
	if f.sheet.Fire != nil && f.sheet.Fire.ID == f.course && d.FireCourses.Get(f.course) == nil {
		fire, err := model.NewFireCourse(*f.sheet.Fire)
		if err != nil {
			return nil, err
		}
		puts = append(puts, model.Put{Record: fire})
	}
	next := *f.session
	var firing model.Firing
	if next.Block.Fire != nil {
		firing = *next.Block.Fire
	}
	firing.Course = f.course
	if f.sheet.Fire != nil {
		firing.Long = firing.Long || f.sheet.Fire.Long
	}
	next.Block.Fire = &firing
	s, err := model.NewSession(next)
	if err != nil {
		return nil, err
	}
	return append(puts, model.Put{Record: s, Was: r.wasFor}), nil
}

// keep makes the change and goes on from it.
func (r *results) keep() (tea.Cmd, error) {
	c, err := r.change()
	if err != nil || c.IsZero() {
		return nil, err
	}
	if r.h.Desk().Sessions.Get(r.draft.session.ID) == nil {
		return nil, model.Wrong("session", "score.gone")
	}
	cmd := r.h.Commit(c)
	r.kept = true
	d := r.h.Desk()
	r.draft.was = d.Sheets.Get(r.draft.session.ID)
	if s := d.Sessions.Get(r.draft.session.ID); s != nil {
		r.draft.session = s
	}
	r.hold()
	_, scored, passed := r.draft.tally()
	told, kind := model.Say("score.kept", "n", scored, "passed", passed, "failed", scored-passed), kit.OK
	if c.Act.ID == "score.act.course" {
		told = c.Act
	}
	if short := r.draft.short(); short != 0 {
		told, kind = model.Say("score.kept.short", "short", shortOf(short)), kit.Warn
	}
	return tea.Batch(cmd, r.h.Tell(kind, told)), nil
}

// saveNow keeps what there is and goes on.
func (r *results) saveNow() tea.Cmd {
	cmd, err := r.keep()
	if err != nil {
		r.hint = problem(err)
		return cmd
	}
	r.hint = model.Say("score.hint.kept")
	return cmd
}

// leaveAll keeps what was typed and ends the dialog; what cannot be kept is
// only thrown away when that is wanted.
func (r *results) leaveAll() (kit.Outcome, tea.Cmd) {
	cmd, err := r.keep()
	if err == nil {
		return kit.Done, cmd
	}
	r.hint = problem(err)
	ask := kit.NewConfirm(r.env, model.Say("score.cannot.title"), r.hint, model.Say("score.cannot"),
		"score.throw", "score.go-on", "x", "esc")
	kit.Open(r.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		r.h.Dialogs().Drop(r)
		return nil
	})
	return kit.Stay, cmd
}

// whyNotAgain is why there is no second attempt to be planned.
func (r *results) whyNotAgain() model.Message {
	if _, scored, passed := r.draft.tally(); scored == passed {
		return model.Say("score.why.nobody-failed")
	}
	if !r.draft.session.Block.Judged() {
		return model.Say("score.why.not-tested")
	}
	return model.Message{}
}

// again keeps what was typed and goes on to the second attempt.
func (r *results) again() tea.Cmd {
	cmd, err := r.keep()
	if err != nil {
		r.hint = problem(err)
		return cmd
	}
	r.h.Dialogs().Drop(r)
	return tea.Batch(cmd, offerAgain(r.h, r.draft.session.ID))
}

// problem is the sentence of an error.
func problem(err error) model.Message {
	var p *model.Problem
	if errors.As(err, &p) {
		return p.Message
	}
	return model.Say("score.cannot.title")
}

// revert goes back to what is kept, when that is wanted.
func (r *results) revert() tea.Cmd {
	c, err := r.change()
	if err == nil && c.IsZero() {
		r.hint = model.Say("score.why.nothing-typed")
		return nil
	}
	ask := kit.NewConfirm(r.env, model.Say("score.revert.title"), model.Say("score.revert"), model.Message{},
		"score.throw", "score.go-on", "x", "ctrl+z")
	kit.Open(r.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		d := r.h.Desk()
		s := d.Sessions.Get(r.draft.session.ID)
		if s == nil {
			return r.h.Tell(kit.Warn, model.Say("score.gone"))
		}
		of := r.draft.of
		r.draft = newDraft(d, s, courseOfFire(d, s), r.draft.scorer)
		r.draft.ask(of)
		r.hold()
		r.call()
		r.show()
		return nil
	})
	return nil
}
