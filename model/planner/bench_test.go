package planner_test

import (
	"context"
	"testing"

	"muster/model"
	"muster/model/planner"
	"muster/model/sample"
	"muster/model/templates"
)

// tray is the demonstration's site and staff with one cohort of so many squads
// that has the whole built-in course in the tray.
func tray(tb testing.TB, squads int) (*model.Desk, *model.Cohort) {
	day := date(tb, "2026-11-22")
	var c model.Change
	for _, r := range sample.Make(day, 1, 0) {
		switch r.RecordKind() {
		case model.KindCohort, model.KindSession, model.KindPerson:
		default:
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
	}
	course := templates.AdvancedTactical().Course
	v := &model.Cohort{
		ID: model.ID{1}, Code: "GEN-1", Zone: "America/New_York", First: day.Days(15), Last: day.Days(26),
		Squads: squads, State: model.Planning, Course: course.ID,
	}
	for k := range squads * 8 {
		p := &model.Person{
			ID: model.ID{2, byte(k + 1)}, Family: "P", Speaks: []string{"es"},
			Papers: model.Papers{Waiver: day, Witness: "W"},
		}
		c.Puts = append(c.Puts, model.Put{Record: p})
		v.Seats = append(v.Seats, model.Seat{No: k + 1, Person: p.ID, Squad: model.Squad(k%squads + 1), Stage: model.InCourse})
	}
	c.Puts = append(c.Puts, model.Put{Record: v})
	n := 0
	for _, s := range course.Take(v, func() model.ID { n++; return model.ID{3, byte(n >> 8), byte(n)} }) {
		c.Puts = append(c.Puts, model.Put{Record: s})
	}
	return (&model.Desk{}).With(c, 1), v
}

func BenchmarkNew(b *testing.B) {
	d, v := tray(b, 4)
	for b.Loop() {
		if _, err := planner.New(d, planner.Options{Cohorts: []model.ID{v.ID}}); err != nil {
			b.Fatal(err)
		}
	}
}

// The first complete plan, people included, from a desk that is ready.
func BenchmarkFirstPlan(b *testing.B) {
	d, v := tray(b, 4)
	seed := int64(0)
	for b.Loop() {
		j, err := planner.New(d, planner.Options{Cohorts: []model.ID{v.ID}, Seed: seed, Steps: 1})
		if err != nil {
			b.Fatal(err)
		}
		seed++
		if r := j.Make(context.Background(), nil); len(r.Unplaced) > 0 {
			b.Fatalf("seed %d: %d not placed", seed, len(r.Unplaced))
		}
	}
}
