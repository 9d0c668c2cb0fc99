package rules

import (
	"cmp"
	"slices"

	"muster/model"
)

// A Clash is a rule broken: by what, who is concerned, when, and the sentence
// that says so.
type Clash struct {
	Rule     string
	Hard     bool
	Sessions []model.ID    // in order of id; none for what concerns a cohort as a whole
	People   []model.ID    // officers and staff concerned, in order of id
	Place    model.ID      // zero when none
	Cohort   model.ID      // the cohort it is about: of the earlier session where there are two
	At       model.Span    // on the wall clock of Cohort; zero for a whole cohort
	AnyTime  bool          // no other start of the sessions would cure it
	Text     model.Message // "clash.…"
}

// A fault is a clash as a family's function finds it. The same fault found for
// several squads, or several riders, is told once: see merge.
type fault struct {
	Clash
	row    int
	squads model.Squads // said as {squads}
	riders bool         // People said as {people}
}

// order is the order clashes are told in: by time, then by the table.
func (f *fault) order(o *fault) int {
	if c := cmp.Or(int(f.At.From-o.At.From), int(f.At.To-o.At.To), f.row-o.row); c != 0 {
		return c
	}
	if c := cmp.Or(f.Cohort.Compare(o.Cohort), compareIDs(f.Sessions, o.Sessions), cmp.Compare(f.Text.ID, o.Text.ID)); c != 0 {
		return c
	}
	if c := cmp.Or(cmp.Compare(f.squads, o.squads), compareIDs(f.People, o.People), f.Place.Compare(o.Place)); c != 0 {
		return c
	}
	return compareArgs(f.Text.Args, o.Text.Args)
}

// compareArgs orders two sayings of one sentence, which differ in the vehicle,
// the booking or the need they speak of, so that the order is the same however
// the faults were found.
func compareArgs(a, b []model.Arg) int {
	for i := range min(len(a), len(b)) {
		c := 0
		switch v := a[i].Value.(type) {
		case model.ID:
			w, _ := b[i].Value.(model.ID)
			c = v.Compare(w)
		case int:
			w, _ := b[i].Value.(int)
			c = cmp.Compare(v, w)
		case model.Quarter:
			w, _ := b[i].Value.(model.Quarter)
			c = cmp.Compare(v, w)
		case string:
			w, _ := b[i].Value.(string)
			c = cmp.Compare(v, w)
		case model.Text:
			w, _ := b[i].Value.(model.Text)
			c = cmp.Or(cmp.Compare(v.En, w.En), cmp.Compare(v.Es, w.Es))
		case model.Message:
			w, _ := b[i].Value.(model.Message)
			c = cmp.Or(cmp.Compare(v.ID, w.ID), compareArgs(v.Args, w.Args))
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// alike reports whether two faults differ only in the squads or riders.
func (f *fault) alike(o *fault) bool {
	return (f.squads != 0 && o.squads != 0 || f.riders && o.riders) &&
		f.row == o.row && f.At == o.At && f.Cohort == o.Cohort && f.Text.ID == o.Text.ID &&
		compareIDs(f.Sessions, o.Sessions) == 0
}

func compareIDs(a, b []model.ID) int {
	return slices.CompareFunc(a, b, model.ID.Compare)
}

// tell sorts the faults, joins those that are alike and gives each its
// sentence's {squads}, {people} and {n}.
func tell(faults []*fault) []Clash {
	if len(faults) == 0 {
		return nil
	}
	slices.SortFunc(faults, (*fault).order)
	out := make([]Clash, 0, len(faults))
	for i := 0; i < len(faults); {
		f := faults[i]
		j, squads, people := i+1, f.squads, f.People
		for ; j < len(faults) && f.alike(faults[j]); j++ {
			squads |= faults[j].squads
			people = joined(people, faults[j].People)
		}
		out = append(out, f.told(squads, people))
		i = j
	}
	return out
}

func (f *fault) told(squads model.Squads, people []model.ID) Clash {
	c := f.Clash
	c.People = people
	var add []model.Arg
	switch {
	case squads != 0:
		add = []model.Arg{{Name: "squads", Value: letters(squads)}, {Name: "n", Value: squads.Len()}}
	case f.riders:
		add = []model.Arg{{Name: "people", Value: people}, {Name: "n", Value: len(people)}}
	}
	if add != nil {
		c.Text.Args = append(slices.Clip(c.Text.Args), add...)
	}
	return c
}

// joined is both sorted lists of ids as one.
func joined(a, b []model.ID) []model.ID {
	return sortedIDs(append(slices.Clip(a), b...))
}

// sortedIDs sorts ids in place and drops what comes twice.
func sortedIDs(ids []model.ID) []model.ID {
	slices.SortFunc(ids, model.ID.Compare)
	return slices.Compact(ids)
}

func letters(s model.Squads) []string {
	out := make([]string, 0, s.Len())
	for _, q := range s.List() {
		out = append(out, q.String())
	}
	return out
}
