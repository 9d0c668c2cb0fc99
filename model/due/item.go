package due

import (
	"slices"

	"muster/model"
	"muster/model/rules"
)

// An Item is one thing that is wrong or due.
type Item struct {
	Rule string // of the table of model/rules
	Hard bool   // what the rule forbids has come about; else a warning, or not yet
	// Grade tells a clash from what is only still to be named; what records
	// lack is Hard or a Note.
	Grade  rules.Grade
	When   model.Date // the day it is due or hurts; for what has happened, the day it did; none: at no day
	Cohort model.ID   // zero for what concerns none
	// Ref is where to jump to: a session, its roll (be there one or not), a
	// person, cohort, staff member, place or contact.
	Ref      model.Ref
	People   []model.ID // officers and staff concerned, in order of id
	Sessions []model.ID // concerned, in order of id
	Text     model.Message
	Rank     int // 0 is the worst: somebody is missing; see the constants
}

// Ranks: what hurts today first.
const (
	RankMissing  = iota // somebody is missing
	RankNow             // forbidden, today or earlier
	RankSoon            // forbidden, within the days that are told ahead
	RankLate            // late, or to be done today
	RankDueSoon         // due within those days
	RankLater           // forbidden, later
	RankDueLater        // due later
)

// Concerns reports whether the item is about the cohort, be it only by one of
// its sessions.
func (i *Item) Concerns(d *model.Desk, cohort model.ID) bool {
	return i.Cohort == cohort || slices.ContainsFunc(i.Sessions, func(id model.ID) bool {
		s := d.Sessions.Get(id)
		return s != nil && s.Cohort == cohort
	})
}
