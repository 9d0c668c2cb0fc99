package schedule

import (
	"fmt"
	"testing"

	"muster/model"
	"muster/ui/kit"
)

// The course the program brings, laid out as usual for any number of squads:
// no squad is ever in two things at once, and what is not laid out is said.
func TestLayOutForAnyNumberOfSquads(t *testing.T) {
	for squads := 1; squads <= 6; squads++ {
		t.Run(fmt.Sprint(squads), func(t *testing.T) {
			d := small(plainly)
			c := *d.Cohorts.Get(num(model.KindCohort, 1))
			c.Squads = squads
			c.Seats = append([]model.Seat(nil), c.Seats...)
			for i := range c.Seats {
				c.Seats[i].Squad = model.Squad(i%squads) + 1
			}
			ch := model.Change{Puts: []model.Put{{Record: must(model.NewCohort(c))}}}
			for s := range d.Sessions.All {
				ch.Removes = append(ch.Removes, d.Remove(s))
			}
			f := newFake(d.With(ch, 2), "en", kit.Mono)
			f.tab.Resize(120, 37)
			f.press("T", "enter")
			all := len(f.tab.tray)
			if all < 40 {
				t.Fatalf("%d blocks taken: %v", all, f.said)
			}
			f.press("U")
			left := len(f.tab.tray)
			t.Logf("laid %d of %d, %v", all-left, all, f.tab.standing())
			if left > 0 {
				if m := f.said[len(f.said)-1]; m.ID != "schedule.usual.left" {
					t.Errorf("%d stay in the tray, and what is said is %s", left, m)
				}
			}
			for _, c := range f.board.Clashes() {
				switch c.Rule {
				case "squad-twice", "course-order", "place-twice", "course-dates":
					t.Error(f.env.Say(c.Text))
				}
			}
			if squads <= 3 && left*10 > all {
				t.Errorf("%d of %d are left", left, all)
			}
		})
	}
}
