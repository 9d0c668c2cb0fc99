package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A seam is the host as the board and the dialogs it opens know it: the one
// place through which the desk is read and all edits commit. While a draft is
// shown the desk is what would be, and edits are worked into the draft; what a
// draft cannot hold (rolls, results, a cohort's record) stays with the record.
type seam struct {
	tab.Host
	draft model.ID

	// What has been made of the desk of record, until there is another.
	base  *model.Desk
	rec   *model.Draft
	desk  *model.Desk
	board *rules.Board
	refs  []model.Ref // changed by the commit under way
}

// Record is the program's own host: the plan of record.
func (s *seam) Record() tab.Host { return s.Host }

// Draft is the draft shown; nil while the board shows the plan of record.
func (s *seam) Draft() *model.Draft {
	s.look()
	return s.rec
}

// ShowDraft shows a draft, or with no id the plan of record. What shows it is
// the next refresh.
func (s *seam) ShowDraft(id model.ID) {
	s.draft, s.base, s.board, s.rec = id, nil, nil, nil
}

// look lays the draft over the desk of record, when either is another.
func (s *seam) look() {
	if s.draft.IsZero() {
		return
	}
	base := s.Host.Desk()
	if base == s.base {
		return
	}
	v := base.Drafts.Get(s.draft)
	if v == nil { // adopted, thrown away, or the draft of somebody else's undo
		s.ShowDraft(model.ID{})
		return
	}
	desk := base.WithDraft(v)
	if s.board != nil && s.refs != nil {
		s.board = s.board.With(desk, s.refs...)
	} else {
		s.board = s.Host.Board().With(desk, draftRefs(v)...)
	}
	s.base, s.rec, s.desk, s.refs = base, v, desk, nil
}

// draftRefs is what a draft makes other than it is.
func draftRefs(v *model.Draft) []model.Ref {
	out := make([]model.Ref, 0, len(v.Sessions)+len(v.Gone))
	for i := range v.Sessions {
		out = append(out, model.Ref{Kind: model.KindSession, ID: v.Sessions[i].ID})
	}
	for _, id := range v.Gone {
		out = append(out, model.Ref{Kind: model.KindSession, ID: id})
	}
	return out
}

// Desk is the desk of record, or what it would be.
func (s *seam) Desk() *model.Desk {
	if s.Draft() == nil {
		return s.Host.Desk()
	}
	return s.desk
}

// Board is what the rules say of Desk.
func (s *seam) Board() *rules.Board {
	if s.Draft() == nil {
		return s.Host.Board()
	}
	return s.board
}

// Commit makes the change; into the draft, while one is shown, unless it is
// about drafts itself. Either way it is one act.
func (s *seam) Commit(c model.Change) tea.Cmd {
	v := s.Draft()
	if v == nil || aboutDrafts(c) {
		return s.Host.Commit(c)
	}
	next := v.With(s.base, c) // of a draft and of sessions that are sound: none is asked twice
	for _, p := range c.Puts {
		s.refs = append(s.refs, model.RefOf(p.Record))
	}
	for _, r := range c.Removes {
		s.refs = append(s.refs, r.Ref)
	}
	cmd := s.Host.Commit(model.Change{
		Act:  model.Say("schedule.act.draft", "act", c.Act),
		Puts: []model.Put{s.base.Put(&next)},
	})
	s.refs = nil // what moves the desk from here on is not this
	return cmd
}

func aboutDrafts(c model.Change) bool {
	for _, p := range c.Puts {
		if p.Record.RecordKind() == model.KindDraft {
			return true
		}
	}
	for _, r := range c.Removes {
		if r.Kind == model.KindDraft {
			return true
		}
	}
	return false
}

// showDraft opens a draft on the board of its cohort.
func (t *Tab) showDraft(id model.ID) bool {
	v := t.seam.Host.Desk().Drafts.Get(id)
	if v == nil || t.host.Desk().Cohorts.Get(v.Cohort) == nil {
		return false
	}
	t.seam.ShowDraft(id)
	t.host.Choose(v.Cohort)
	t.refresh()
	return true
}

// leaveDraft shows the plan of record again; the draft stays as it is.
func (t *Tab) leaveDraft() tea.Cmd {
	t.seam.ShowDraft(model.ID{})
	t.refresh()
	return t.tell(kit.Info, model.Say("schedule.draft.left"))
}

// whyDraft is for what has no sense beside the plan of record.
func (t *Tab) whyDraft() model.Message {
	if t.seam.Draft() != nil {
		return model.Say("schedule.why.draft")
	}
	return model.Message{}
}
