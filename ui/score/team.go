package score

import (
	"reflect"
	"slices"
	"strconv"

	"muster/model"
	"muster/ui/kit"
)

// teamNames is what the teams of a session are called: by their squad, or by a
// number.
func teamNames(e *kit.Env, s *model.Session, c *model.Cohort) []string {
	var out []string
	for i, t := range s.Teams(c) {
		if t.Squad > 0 {
			out = append(out, e.T("score.squad", "squad", t.Squad.String()))
		} else {
			out = append(out, e.T("score.team", "no", strconv.Itoa(i+1)))
		}
	}
	return out
}

// teamOf is the number of everybody's team, from 1.
func (f *draft) teamOf() map[model.ID]int {
	out := map[model.ID]int{}
	for i, t := range f.session.Teams(f.cohort) {
		for _, p := range t.People {
			out[p] = i + 1
		}
	}
	return out
}

// together makes one row of the rows of a team at a station. It does nothing,
// and says so, when they are not all alike.
func (f *draft) together() bool {
	teams := f.teamOf()
	type spot struct{ team, station, attempt int }
	at := map[spot]int{}
	var out []entry
	for _, e := range f.entries {
		k := spot{teams[e.people[0]], e.station, e.attempt}
		i, seen := at[k]
		if k.team == 0 || !seen {
			at[k] = len(out)
			e.team = k.team
			e.people = slices.Clone(e.people)
			out = append(out, e)
			continue
		}
		if !alike(out[i], e) {
			return false
		}
		out[i].people = append(out[i].people, e.people...)
	}
	f.entries, f.teams = out, true
	return true
}

// alike reports whether two rows say the same of different people.
func alike(a, b entry) bool {
	for _, e := range []*entry{&a, &b} {
		e.people, e.team, e.relay, e.away, e.at, e.by = nil, 0, 0, "", 0, model.ID{}
	}
	return reflect.DeepEqual(a, b)
}

// apart makes a row for each officer of the rows of teams.
func (f *draft) apart() {
	var out []entry
	for _, e := range f.entries {
		for _, p := range e.people {
			one := e
			one.people, one.team, one.hits = []model.ID{p}, 0, slices.Clone(e.hits)
			out = append(out, one)
		}
	}
	f.entries, f.teams = out, false
}
