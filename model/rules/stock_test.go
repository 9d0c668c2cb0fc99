package rules

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/model"
)

// What a pool is drawn by, and where it runs out: what is lacking is not taken
// from those after.
func TestDraws(t *testing.T) {
	w := newWorld()
	for i, n := range []int{100, 60, 20, 10} {
		w.rounds(at(i+1, 8, 0), n)
	}
	w.stock(500, monday.Days(1), 30, 4)
	d := func(n, need, left, short int) Draw { return Draw{id(6, n), need, left, short} }
	for name, c := range map[string]struct {
		counted model.Date
		want    []Draw
	}{
		"counted on the second day": {monday.Days(1), []Draw{d(1, 240, 500, 0), d(2, 80, 260, 0), d(3, 40, 210, 0)}},
		"counted on the first":      {monday, []Draw{d(0, 400, 500, 0), d(1, 240, 100, 140), d(2, 80, 0, 80), d(3, 40, 30, 10)}},
		"never counted":             {0, []Draw{d(0, 400, 0, 0), d(1, 240, 0, 0), d(2, 80, 0, 0), d(3, 40, 0, 0)}},
	} {
		w.radios.Counted = c.counted
		if diff := cmp.Diff(c.want, Ground(w.desk(), Options{}).Draws(w.radios.ID)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	w.radios.Spent = false
	if got := Ground(w.desk(), Options{}).Draws(w.radios.ID); got != nil {
		t.Errorf("drawn from what is not used up: %v", got)
	}
}
