package schedule

import (
	"muster/model"
	"muster/model/rules"
)

// A grade is how bad it stands with a session, the worst last.
type grade = rules.Grade

const (
	fine     = rules.Fine
	hinted   = rules.Note
	lacking  = rules.Incomplete
	clashing = rules.Hard
)

// weigh notes how it stands with each session, and counts: what the head, the
// badge and the title of the list say is this one count.
func (t *Tab) weigh() {
	t.count = tally{}
	t.wrong = map[model.ID]grade{}
	t.clashes = rules.Digest(t.host.Board().CohortClashes(t.cohort.ID))
	for i := range t.clashes {
		g := t.clashes[i].Grade()
		t.count[g]++
		for _, id := range t.clashes[i].Sessions {
			t.wrong[id] = max(t.wrong[id], g)
		}
	}
}

// markOf is what stands before the letter of a card of the grade.
func markOf(g grade) string {
	switch g {
	case clashing:
		return "!"
	case lacking:
		return "?"
	case hinted:
		return "~"
	}
	return ""
}
