package rules

import (
	"fmt"

	"muster/model"
)

// Family is what kind of thing a rule asks for; its name is the message
// "rule.family.<family>".
type Family string

const (
	Exclusive Family = "exclusive" // in one thing at a time
	Capacity  Family = "capacity"  // no more than there is
	Ratio     Family = "ratio"     // instructors for officers
	People    Family = "people"    // who must be there
	Order     Family = "order"     // what comes before what, and the gap between
	Window    Family = "window"    // when it may be at all
	Load      Family = "load"      // hours and rest
	Gate      Family = "gate"      // what must be granted first
	Fairness  Family = "fairness"  // everybody's turn

	Papers     Family = "papers"  // what must be in hand before
	Running    Family = "running" // what must be done and kept while it runs
	Afterwards Family = "after"   // what is still to be done when it is over
)

// Families lists every family in the order of the table.
var Families = []Family{
	Exclusive, Capacity, Ratio, People, Order, Window, Load, Gate, Fairness, Papers, Running, Afterwards,
}

// Unit is what a rule's value counts.
type Unit string

const (
	NoUnit  Unit = ""
	PerOne  Unit = "ratio"   // officers for one instructor
	Count   Unit = "count"   // people, kits, cars, percent; the sentence says of what
	Minutes Unit = "minutes" //
	Hours   Unit = "hours"   //
	Days    Unit = "days"    //
	Clock   Unit = "clock"   // quarter of the day, 0 (00:00) to 95 (23:45)
)

// A Rule is one row of the table. Its title is the message "rule.<id>", its
// sentence "rule.<id>.says" with {value}.
type Rule struct {
	ID       string // stable: settings name it
	No       int    // number in the unit's list of rules; 0 for one of our own
	Family   Family
	Hard     bool // broken, it forbids; else it warns
	Default  int
	Unit     Unit
	Min, Max int    // bounds of the setting
	Source   string // who says so, and the key of the citation; "": common practice, or our own
	Of       string // not a rule by itself but a further setting of the rule with this id
}

// All is every rule, in the order of the table.
func All() []Rule {
	out := make([]Rule, len(rows))
	copy(out, rows[:])
	return out
}

// Find is the rule with that id; false when there is none.
func Find(id string) (Rule, bool) {
	for _, r := range rows {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Board reports whether a Board looks at the rule. The others speak of records
// and of the day it is, which a board does not know: model/due reads them.
func (r Rule) Board() bool {
	switch r.Family {
	case Papers, Running, Afterwards:
		return false
	}
	return true
}

// Title is the rule's short name.
func (r Rule) Title() model.Message { return model.Say("rule." + r.ID) }

// Says is the rule in a sentence, for a value of its setting.
func (r Rule) Says(value int) model.Message {
	return model.Say("rule."+r.ID+".says", "value", r.shown(value))
}

// shown is the value as sentences carry it: "1:5", "11:00", or a number.
func (r Rule) shown(value int) any {
	switch r.Unit {
	case PerOne:
		return fmt.Sprintf("1:%d", value)
	case Clock:
		return model.Clock(value)
	}
	return value
}

// Title is the family's name.
func (f Family) Title() model.Message { return model.Say("rule.family." + string(f)) }

// A limit is a rule as the unit has set it.
type limit struct {
	value int
	hard  bool
	off   bool
}

// limits is every rule as set, by its row.
type limits [len(rows)]limit

// Set is the rule as the unit's settings have it: its value, brought within
// bounds, whether it forbids, and whether it is off. Settings may be nil.
func (r Rule) Set(s *model.Settings) (value int, hard, off bool) {
	value, hard = r.Default, r.Hard
	set, _ := s.Rule(r.ID)
	if set.Value != nil {
		value = max(r.Min, min(r.Max, *set.Value))
	}
	if set.Hard != nil {
		hard = *set.Hard
	}
	return value, hard, set.Off
}

// limitsOf applies the settings; one of a rule that is no more is passed over.
func limitsOf(s *model.Settings) *limits {
	var l limits
	for i, r := range rows {
		l[i].value, l[i].hard, l[i].off = r.Set(s)
	}
	return &l
}
