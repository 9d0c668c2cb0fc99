package ui

import (
	"context"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/sample"
	"muster/store"
	"muster/ui/kit"
)

// Many is the numbers the budgets must hold with, too.
const (
	manyPeople  = 20_000
	manyCohorts = 100
)

// putMany puts in a hundred cohorts of two hundred officers each, beside those
// of today: all over, or all still to come.
func putMany(t testing.TB, st *store.Store, open bool) {
	t.Helper()
	c := model.Change{Act: model.Say("cmd.act.sample")}
	keep := func() {
		if _, err := st.Commit(context.Background(), c); err != nil {
			t.Fatal(err)
		}
		c.Puts = nil
	}
	n := 0
	for r := range sample.InClasses(testDay, 2013, manyPeople, manyPeople/manyCohorts) {
		if co, ok := r.(*model.Cohort); ok && open && co.State == model.Closed {
			next := *co
			next.State = model.Planning
			next.First, next.Last = testDay.Days(7*n+30), testDay.Days(7*n+41)
			next.Seats = slices.Clone(co.Seats)
			for i := range next.Seats {
				next.Seats[i].Stage, next.Seats[i].Departed, next.Seats[i].Home = model.Cleared, 0, 0
			}
			r, n = &next, n+1
		}
		if c.Puts = append(c.Puts, model.Put{Record: r}); len(c.Puts) == 5000 {
			keep()
		}
	}
	keep()
}

// BenchmarkKeyToFrameMany is BenchmarkKeyToFrame with a hundred cohorts and
// twenty thousand people, all over (as after years) and all to come.
func BenchmarkKeyToFrameMany(b *testing.B) {
	for _, open := range []bool{false, true} {
		name := "closed"
		if open {
			name = "open"
		}
		st := newStore(b, false)
		putMany(b, st, open)
		d := drive(b, st, "en", 120, 40)
		for i, t := range d.app.tabs {
			b.Run(name+"/"+t.ID(), func(b *testing.B) {
				d.app.front = i
				keys := []tea.KeyPressMsg{kit.KeyMsg("down"), kit.KeyMsg("up")}
				var took []time.Duration
				for b.Loop() {
					begun := time.Now()
					d.app.Update(keys[len(took)%2])
					_ = d.app.View()
					took = append(took, time.Since(begun))
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds()), "p99-ns")
				b.ReportMetric(float64(took[len(took)-1].Nanoseconds()), "worst-ns")
			})
		}
		b.Run(name+"/minute", func(b *testing.B) {
			for b.Loop() {
				d.app.Update(clockMsg{})
				_ = d.app.View()
			}
		})
	}
}
