package ui

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/store"
	"muster/ui/kit"
)

// BenchmarkKeyToFrame is one key and the frame that answers it, on each tab
// with the sample on the desk. Budget: p99 under 2 ms at 120x40.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"200x50", 200, 50}} {
		d := drive(b, newStore(b, true), "en", size.w, size.h)
		for i, t := range d.app.tabs {
			b.Run(t.ID()+"/"+size.name, func(b *testing.B) {
				d.app.front = i
				keys := []tea.KeyPressMsg{kit.KeyMsg("down"), kit.KeyMsg("up")}
				b.ReportAllocs()
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
	}
}

// BenchmarkStart is from the opening of the sample's database to the first
// frame, and to the frame with the desk on it. Budget for a process: 40 ms.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	o := store.Options{Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Actor: "Vega", Now: testNow}
	fill(b, o)
	for _, filled := range []bool{false, true} {
		name := "frame"
		if filled {
			name = "desk"
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				st, err := store.Open(context.Background(), o)
				if err != nil {
					b.Fatal(err)
				}
				app := New(Options{Store: st, Prefs: Prefs{Actor: "Vega", Lang: "en", Theme: "dark"}, Now: testNow})
				app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
				if filled {
					app.Update(app.read()())
				}
				_ = app.View()
				app.leave()
				if err := st.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
