package planner

import (
	"muster/model"
	"muster/model/planner/proof"
	"muster/model/rules"
)

// What a proof speaks of in numbers, in the words of records.

// rule is the row of the table that a line of a proof is about, and the last
// part of its sentence's id.
func (t *task) rule(l *proof.Line) (rule, id string) {
	switch l.Kind {
	case proof.TeamOnce:
		return "squad-twice", "squad-once"
	case proof.PersonOnce:
		return "staff-twice", "person-once"
	case proof.PlaceOnce:
		return "place-twice", "place-once"
	case proof.PlaceRoom:
		return "capacity", "room"
	case proof.PoolCount:
		return t.poolRule(l.Pools), "pool"
	case proof.PersonAway:
		return "staff-absent", "away"
	case proof.PlaceShut:
		return "place-closed", "shut"
	case proof.Starts:
		return "time-window", "starts"
	case proof.Before:
		return "course-order", "before"
	case proof.Later:
		return "course-order", "later"
	case proof.Apart:
		return "course-order", "apart"
	case proof.Within:
		return "briefing", "within"
	case proof.TeamDay:
		return "taught-hours-most", "squad-day"
	case proof.PersonDay:
		return "instructor-hours", "person-day"
	case proof.TeamRest:
		return "rest-least", "squad-rest"
	case proof.PersonRest:
		return "rest-least", "person-rest"
	case proof.TeamGap:
		return "check-between", "gap"
	case proof.PlaceGap:
		return "fire-and-marking", "place-gap"
	case proof.TeamTravel:
		return "travel", "squad-way"
	case proof.PersonTravel:
		return "travel", "person-way"
	case proof.Need:
		return "people-needed", "need"
	case proof.Stands:
		return "", "stands"
	case proof.Earliest:
		return "course-order", "earliest"
	case proof.Latest:
		return "course-order", "latest"
	}
	return "", "needed"
}

func (t *task) poolRule(list []int32) string {
	for _, i := range list {
		switch k := t.pools[i]; {
		case k.cars != "":
			return "vehicles-needed"
		case !k.lanes.IsZero():
			return "lanes"
		case !k.host.IsZero():
			return "rides-a-shift"
		case k.car != "":
			return "one-ride-a-car"
		}
	}
	return "kit"
}

// requirement is a line of a proof as a sentence.
func (t *task) requirement(l *proof.Line) Requirement {
	rule, id := t.rule(l)
	r := Requirement{Rule: rule, Sessions: t.ids(l.Blocks)}
	if c := l.Count; c != nil {
		r.Text = model.Say("planner.count."+scarceID(l), append(t.args(l), "from", t.date(c.From), "until", t.date(c.Until),
			"asked", t.amount(c.Asked, c.Each), "have", t.amount(c.Have, c.Each), "each", hoursOf(c.Each),
			"n", len(c.Blocks))...)
		return r
	}
	if (l.Kind == proof.Earliest || l.Kind == proof.Latest) && int(l.Slot) < t.line.slots() {
		r.Text = model.Say("planner.line."+id, append(t.args(l), "at", t.moment(l))...)
		return r
	}
	switch l.Kind {
	case proof.PersonAway, proof.PlaceShut, proof.Starts, proof.TeamDay, proof.PersonDay:
		if len(l.Days) > 0 {
			id += ".days"
		}
	}
	if len(l.Blocks) == 0 {
		id += whole[l.Kind]
	}
	r.Text = model.Say("planner.line."+id, append(t.args(l), "n", t.apartOf(l.Orders))...)
	return r
}

// whole are the requirements that may be about no block in particular: the last
// part of the sentence that names none.
var whole = map[proof.Kind]string{
	proof.TeamOnce: ".all", proof.PersonOnce: ".all", proof.PlaceOnce: ".all", proof.PlaceRoom: ".all",
	proof.PoolCount: ".all", proof.TeamGap: ".all", proof.PlaceGap: ".all",
}

// scarceID is the last part of the id of a sentence that counts.
func scarceID(l *proof.Line) string {
	id := "squads"
	switch {
	case len(l.People) > 0:
		id = "people"
	case len(l.Places) > 0:
		id = "places"
	case len(l.Pools) > 0:
		id = "things"
	}
	if l.Count.Each == 0 {
		id += ".hours"
	}
	return id
}

// amount is a number of times, or hours where the blocks differ in length.
func (t *task) amount(n, each int32) any {
	if each > 0 {
		return int(n)
	}
	return hoursOf(n)
}

// hoursOf is a number of quarters: "9:30".
func hoursOf(n int32) string { return rules.HoursText(int(n)) }

// args are what every sentence may name.
func (t *task) args(l *proof.Line) []any {
	first, then := t.pairs(l.Orders)
	return []any{
		"blocks", t.titles(l.Blocks), "squads", t.squads(l.Teams), "people", t.staff(l.People), "places", t.sites(l.Places),
		"things", t.things(l.Pools), "days", t.dates(l.Days), "a", first, "b", then,
	}
}

// loosening is a change that would help as a sentence; false when there is
// nothing a person could do about it.
func (t *task) loosening(l *proof.Line, v *proof.Loosening) (Loosening, bool) {
	out := Loosening{Works: v.Works}
	of := proof.Line{Blocks: v.Blocks, Orders: v.Orders, Teams: v.Teams, People: v.People, Places: v.Places, Pools: v.Pools, Days: v.Days}
	id := ""
	if l != nil {
		out.Rule, id = t.rule(l)
		fill(&of.Blocks, l.Blocks)
		fill(&of.Orders, l.Orders)
		fill(&of.Teams, l.Teams)
		fill(&of.People, l.People)
		fill(&of.Places, l.Places)
		fill(&of.Pools, l.Pools)
		fill(&of.Days, l.Days)
	}
	switch v.Ease {
	case proof.GiveUp:
		if _, ok := dropped[id]; !ok {
			return out, false
		}
		id = "drop." + id
	case proof.Less:
		id = "less." + id
	case proof.OneMore:
		id = "more." + kindOf(&of)
	case proof.Present:
		id = "present." + kindOf(&of)
		if len(of.Days) == 0 {
			id += ".all"
		}
	case proof.MoreTimes:
		id = "times"
		if len(v.Days) > 0 {
			id += ".days"
		}
	case proof.LeaveOut:
		id = "leave-out"
	case proof.Unlock:
		id = "unlock"
	default:
		return out, false
	}
	out.Text = model.Say("planner.loosen."+id, append(t.args(&of), "n", len(of.Blocks))...)
	return out, true
}

// way is a time and place a session could have if others gave way.
func (t *task) way(it *item, w proof.Way) Loosening {
	id, place := "planner.loosen.way", model.ID{}
	if w.Place >= 0 {
		id, place = id+".place", t.places[w.Place].ID
	}
	return Loosening{Text: model.Say(id, "at", t.wall(it.class, w.Start), "place", place,
		"blocks", t.titles(w.Blocks), "n", len(w.Blocks))}
}

func fill(v *[]int32, from []int32) {
	if len(*v) == 0 {
		*v = from
	}
}

// dropped are the requirements that can be given up, by the last part of their
// ids.
var dropped = map[string]struct{}{
	"before": {}, "later": {}, "apart": {}, "within": {}, "squad-rest": {}, "person-rest": {},
	"gap": {}, "place-gap": {}, "squad-way": {}, "person-way": {},
}

func kindOf(of *proof.Line) string {
	switch {
	case len(of.People) > 0:
		return "person"
	case len(of.Places) > 0:
		return "place"
	case len(of.Pools) > 0:
		return "thing"
	}
	return "need"
}
