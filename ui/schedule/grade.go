package schedule

import (
	"muster/model"
	"muster/model/rules"
)

// A grade is how bad it stands with a session, the worst last.
type grade uint8

const (
	fine     grade = iota
	hinted         // a soft rule is broken
	lacking        // people or vehicles are still to be named
	clashing       // a hard rule of any other sort is broken
)

// gradeOf is the grade of one clash. What only wants somebody named is no
// clash of plans: a fresh plan would be all alarm.
func gradeOf(c *rules.Clash) grade {
	if !c.Hard {
		return hinted
	}
	if r, ok := rules.Find(c.Rule); ok && (r.Family == rules.People || r.Family == rules.Ratio || r.ID == carsNeeded) {
		return lacking
	}
	return clashing
}

// carsNeeded is the rule that a block's vehicles are named: a matter of
// staffing like that of people, though it counts pieces.
const carsNeeded = "vehicles-needed"

// weigh notes how it stands with each session, and counts.
func (t *Tab) weigh() {
	t.hard, t.count = 0, [clashing + 1]int{}
	t.wrong = map[model.ID]grade{}
	t.clashes = t.host.Board().CohortClashes(t.cohort.ID)
	lack := map[model.ID]bool{}
	for i := range t.clashes {
		c := &t.clashes[i]
		g := gradeOf(c)
		if c.Hard {
			t.hard++
		}
		if g != lacking {
			t.count[g]++
		}
		for _, id := range c.Sessions {
			t.wrong[id] = max(t.wrong[id], g)
			if g == lacking {
				lack[id] = true
			}
		}
	}
	t.count[lacking] = len(lack)
}

// mark is what stands before the letter of a card of the grade.
func (g grade) mark() string {
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
