package alumni

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"muster/model"
	"muster/ui/kit"
)

// crowd is so many people in cohorts of thirty, with a certificate each and a
// follow-up for every hundredth.
func crowd(n int) []model.Record {
	families := []string{"Hernández", "Fernández", "Ávila", "Bojórquez", "Cázares", "Núñez", "Zúñiga", "Güemes", "Ortiz", "Paz", "Xol", "Duarte", "Encinas", "Figueroa", "Grijalva"}
	givens := []string{"Mario", "Ana Lucía", "Jesús", "Itzel", "Luis", "Raúl", "Sofía", "Óscar", "Lucía", "Benito", "Delmy", "Marcos", "Ramón"}
	regions := []string{"MX-SON", "MX-CHH", "MX-SIN", "MX-BCN", "MX-DUR", "MX-COA", "MX-NLE", "HN-FM"}
	out := slices.DeleteFunc(fixture(), func(r model.Record) bool {
		k := r.RecordKind()
		return k != model.KindAgency && k != model.KindCourse
	})
	var seats []model.Seat
	for i := range n {
		region := regions[i%len(regions)]
		p := must(model.NewPerson(model.Person{
			ID: model.ID{1, byte(i >> 16), byte(i >> 8), byte(i)}, Given: givens[i%len(givens)], Family: families[i%len(families)],
			Family2: fmt.Sprintf("%s %d", families[(i/7)%len(families)], i/97), Rank: "Oficial", Country: region[:2], Region: region,
			Agency: num(model.KindAgency, 1+i%5), Phone: fmt.Sprint("+52 ", i),
		}))
		out = append(out, p)
		seats = append(seats, model.Seat{No: len(seats) + 1, Person: p.ID, Stage: model.Completed})
		if len(seats) < 30 && i < n-1 {
			continue
		}
		first := day(2013, 1, 7).Days(i / 30 * 6)
		c := must(model.NewCohort(model.Cohort{
			ID: model.ID{5, byte(i >> 16), byte(i >> 8), byte(i)}, Code: fmt.Sprintf("C-%d", i/30), Zone: "America/New_York", First: first, Last: first.Days(11),
			Course: num(model.KindCourse, 1), State: model.Closed, Seats: seats,
		}))
		out, seats = append(out, c), nil
	}
	for i := 0; i < n; i += 100 {
		out = append(out, must(model.NewContact(model.Contact{
			ID: model.ID{16, byte(i >> 16), byte(i >> 8), byte(i)}, Person: model.ID{1, byte(i >> 16), byte(i >> 8), byte(i)},
			At: day(2025, 12, 1).Minute(600), By: "Pons", Next: "Call", Due: day(2026, 1, 1+i/100%28),
		})))
	}
	return out
}

// BenchmarkKeyToFrame is one key and the frame that answers it, with 20 000
// people. Budget: p99 under 2 ms at 120x40.
func BenchmarkKeyToFrame(b *testing.B) {
	h := newHost(b, "en", crowd(20_000))
	c := kit.NewCanvas(120, 36)
	for _, run := range []struct {
		name  string
		setup []string
		keys  []string
	}{
		{"type", nil, []string{"h", "e", "r", "n", "a", "n", "d", "e", "s", "space", "o", "f", "i", "space", "s", "o", "n", "esc"}},
		{"scroll", []string{"down"}, []string{"down", "pgdown", "down", "pgup"}},
		{"queue", []string{"down", "Q"}, []string{"down", "pgdown", "up", "pgup"}},
		{"card", []string{"down", "enter"}, []string{"down", "up", "space"}},
		{"mates", []string{"down", "c"}, []string{"down", "up"}},
	} {
		b.Run(run.name, func(b *testing.B) {
			h.begin()
			h.size(120, 36)
			h.press(run.setup...)
			b.ReportAllocs()
			var took []time.Duration
			n := 0
			for b.Loop() {
				msg := kit.KeyMsg(run.keys[n%len(run.keys)])
				began := time.Now()
				pressed := false
				if !h.tab.Typing() {
					_, _, pressed = kit.Press(h.tab.Actions(), msg)
				}
				if !pressed {
					h.tab.Update(msg)
				}
				_ = h.tab.Pending() // what it reads is not read on the event loop
				c.Clear(c.Bounds())
				h.tab.Draw(c)
				_ = c.String()
				took = append(took, time.Since(began))
				n++
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
		})
	}
	b.Run("changed", func(b *testing.B) {
		h.begin()
		h.size(120, 36)
		h.press("down", "pgdown")
		for b.Loop() {
			h.tab.Changed()
		}
	})
}
