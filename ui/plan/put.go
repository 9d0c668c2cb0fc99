package plan

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/store"
	"muster/ui/kit"
)

// gone reports whether the draft that was planned on is no longer the one the
// board shows: what was planned must not go into another plan.
func (p pages) gone(draft *model.Draft) bool {
	now := p.draft()
	return (draft == nil) != (now == nil) || draft != nil && draft.ID != now.ID
}

// put keeps a plan made on start as one act, and says what was done, as done
// has it of the desk as it then is. What somebody else changed since stays as
// they have it, and is named.
func (p pages) put(start *model.Desk, r *planner.Result, act model.Message, done func() (kit.StatusKind, model.Message)) tea.Cmd {
	now := p.h.Desk()
	mine, theirs := *r, []model.ID(nil)
	mine.Sessions = nil
	for _, s := range r.Sessions {
		if now.Sessions.Get(s.ID) != start.Sessions.Get(s.ID) {
			theirs = append(theirs, s.ID)
			continue
		}
		mine.Sessions = append(mine.Sessions, s)
	}
	if len(mine.Sessions) == 0 {
		return p.h.Tell(kit.Warn, model.Say("plan.all-changed"))
	}
	before := forbidden(p.h.Board())
	cmd := p.h.Commit(mine.Change(start, act))
	if len(theirs) > 0 {
		return tea.Batch(cmd, p.h.Tell(kit.Warn, model.Say("plan.some-changed", "n", len(theirs), "sessions", theirs[:min(len(theirs), 3)])))
	}
	if after := forbidden(p.h.Board()); after > before {
		return tea.Batch(cmd, p.h.Tell(kit.Warn, model.Say("plan.hurts", "n", after-before)))
	}
	return tea.Batch(cmd, p.h.Tell(done()))
}

// forbidden is how often a plan breaks what forbids, in the cohorts or, without
// any, in all: two things that cannot both be, somebody who is not named. What
// has to be granted is no matter of a plan.
func forbidden(b *rules.Board, cohorts ...model.ID) int {
	n, list := 0, b.Clashes()
	for i := range list {
		c := &list[i]
		if c.Hard && !planner.Granted(c.Rule) && (len(cohorts) == 0 || slices.Contains(cohorts, c.Cohort)) {
			n++
		}
	}
	return n
}

func hardOf(list []rules.Clash) int {
	n := 0
	for i := range list {
		if list[i].Grade() == rules.Hard {
			n++
		}
	}
	return n
}

// after is the desk with the plan on it.
func after(d *model.Desk, r *planner.Result) *model.Desk {
	return d.With(r.Change(d, model.Message{}), d.Rev)
}

// ids are the sessions' ids.
func ids(list []*model.Session) []model.ID {
	out := make([]model.ID, len(list))
	for i, s := range list {
		out[i] = s.ID
	}
	return out
}

// wrong is an error as a sentence.
func wrong(err error) model.Message {
	var p *model.Problem
	if errors.As(err, &p) {
		return p.Message
	}
	what, _ := store.Explain(err)
	return what
}
