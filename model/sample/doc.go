// Package sample invents a training unit in the shape of the real ones, for
// `muster demo` and for tests: a two-week course in its middle, the next one
// half planned, and everybody who ever came before.
//
// It is pure. The same day, seed and number of people give the same records to
// the byte; only dates follow the day asked for. Nobody in it exists: names are
// drawn from lists of common ones, document numbers are of forms no office
// issues, telephone numbers lie in the range kept free for fiction (555-01xx),
// mail goes to example.org.
package sample

import (
	"iter"
	"slices"

	"muster/model"
)

// Alumni is how many past officers the demonstration has.
const Alumni = 700

// Make invents the records of a unit as they stand on the day today: two
// cohorts under way or to come, and past ones with about `people` officers in
// all (Alumni is the demonstration's number). They come in the order of
// model.Kinds, so that what is referred to precedes what refers to it, and as
// their constructors return them.
func Make(today model.Date, seed uint64, people int) []model.Record {
	out := slices.Collect(All(today, seed, people))
	rank := make(map[model.Kind]int, len(model.Kinds))
	for i, k := range model.Kinds {
		rank[k] = i
	}
	slices.SortStableFunc(out, func(a, b model.Record) int { return rank[a.RecordKind()] - rank[b.RecordKind()] })
	return out
}

// All yields the same records one by one, a past cohort after its people, so
// that a million people need not be held at once. The last past cohorts and
// the two of today come with their sessions.
func All(today model.Date, seed uint64, people int) iter.Seq[model.Record] {
	return InClasses(today, seed, people, classSize)
}

// InClasses is All with past cohorts of about that size, for trials with many.
func InClasses(today model.Date, seed uint64, people, size int) iter.Seq[model.Record] {
	return func(yield func(model.Record) bool) {
		u := newUnit(today, seed)
		if u.place(yield) && u.past(people, size, yield) {
			u.present(yield)
		}
	}
}

// place yields what the unit owns and whom it works with.
func (u *unit) place(yield func(model.Record) bool) bool {
	if !yield(settings()) {
		return false
	}
	for _, r := range u.course.Records() {
		if !yield(r) {
			return false
		}
	}
	return each(u.agencies, yield) && each(u.units, yield) && each(u.staff, yield) &&
		each(u.places, yield) && each(u.vehicles, yield)
}

func each[R model.Record](list []R, yield func(model.Record) bool) bool {
	for _, r := range list {
		if !yield(r) {
			return false
		}
	}
	return true
}
