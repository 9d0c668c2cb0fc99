package cohorts

import (
	"fmt"
	"testing"

	"muster/model"
	"muster/ui/kit"
)

func BenchmarkChangedIn(b *testing.B) {
	for _, n := range []int{30, 200} {
		for v := range viewCount {
			h := newStage(b, "en", taught(b, n, today)...)
			h.Choose(cid(1, 1))
			h.tab.toRoll()
			h.tab.Resize(120, 36)
			h.tab.show(v)
			b.Run(fmt.Sprintf("%s-%d", v.id(), n), func(b *testing.B) {
				for b.Loop() {
					h.tab.Changed()
				}
			})
		}
	}
}

func BenchmarkKeyToFrameOfTwentyThousandSeats(b *testing.B) {
	records := taught(b, 40, today)
	for i, r := range records {
		if c, ok := r.(*model.Cohort); ok {
			next := *c
			for k := len(c.Seats); k < model.MaxSeats; k++ {
				next.Seats = append(next.Seats, model.Seat{Person: cid(200+k/60000, k), No: k % 9999, Squad: 1, Stage: model.InCourse})
			}
			rec, err := model.NewCohort(next)
			if err != nil {
				b.Fatal(err)
			}
			records[i] = rec
		}
	}
	h := newStage(b, "en", records...)
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	h.tab.Resize(120, 36)
	c := kit.NewCanvas(120, 36)
	for i := 0; b.Loop(); i++ {
		key := "down"
		if i%40 > 20 {
			key = "up"
		}
		h.press(key)
		c.Reset(120, 36)
		h.tab.Draw(c)
		if c.String() == "" {
			b.Fatal("nothing")
		}
	}
}
