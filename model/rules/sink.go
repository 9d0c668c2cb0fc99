package rules

import "muster/model"

// A sink takes what the families' functions find. It has three uses: every
// fault of a group; only the faults that concern one session (focus); or only
// the question whether there is a hard one that another start could cure.
type sink struct {
	*ground
	faults []*fault
	focus  *item // nil: every fault
	quick  bool  // stop at the first hard fault a start can cure
	bad    bool  // quick: there is one
	always bool  // what the last hit said of other starts
}

// cares reports whether it is worth looking at the rule at all.
func (k *sink) cares(row int) bool {
	l := &k.limits[row]
	return !l.off && (!k.quick || l.hard && !k.bad)
}

// hit reports whether the fault found has to be described; always says that
// no other start of the sessions would cure it. One of the items must be the
// focus, where there is one.
func (k *sink) hit(row int, always bool, items ...*item) bool {
	if !k.cares(row) || !k.concerns(items) {
		return false
	}
	if k.quick {
		k.bad = k.bad || !always
		return false
	}
	k.always = always
	return true
}

func (k *sink) concerns(items []*item) bool {
	if k.focus == nil {
		return true
	}
	for _, m := range items {
		if m == k.focus {
			return true
		}
	}
	return false
}

// add keeps a fault of the items; the first of them tells cohort and clock.
func (k *sink) add(row int, text model.Message, items ...*item) *fault {
	first := items[0]
	f := &fault{row: row, Clash: Clash{
		Rule: rows[row].ID, Hard: k.limits[row].hard, Cohort: first.c.ID, At: first.own(), AnyTime: k.always, Text: text,
	}}
	f.Sessions = make([]model.ID, len(items))
	for i, m := range items {
		f.Sessions[i] = m.s.ID
	}
	f.Sessions = sortedIDs(f.Sessions)
	k.faults = append(k.faults, f)
	return f
}

// value is the rule's value as set.
func (k *sink) value(row int) int { return k.limits[row].value }
