package progress_test

import (
	"testing"

	"muster/model"
	"muster/model/progress"
	"muster/model/sample"
)

// BenchmarkOf counts the sample's running cohort: thirty officers, a hundred
// sessions, a week of rolls.
func BenchmarkOf(b *testing.B) {
	today, err := model.ParseDate("2026-11-24")
	if err != nil {
		b.Fatal(err)
	}
	var c model.Change
	var running *model.Cohort
	for _, r := range sample.Make(today, 1, 0) {
		c.Puts = append(c.Puts, model.Put{Record: r})
		if co, ok := r.(*model.Cohort); ok && co.State == model.Running {
			running = co
		}
	}
	d := (&model.Desk{}).With(c, 1)
	for b.Loop() {
		progress.Of(d, running, today.Minute(600))
	}
}
