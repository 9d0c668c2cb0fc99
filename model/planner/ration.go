package planner

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
)

// ration shares out what is used up. Sessions draw in the order in which courses
// have them, those that stay first: each may begin from the day on which there
// has been delivered what it and those before it take together. However the plan
// lies, none then lacks anything.
func (t *task) ration() {
	t.stocked = map[*item]model.Quarter{}
	_, hard, off := t.value("ammunition")
	if !hard || off {
		return
	}
	for k := range t.desk.Kits.All {
		if k.Stocked() {
			t.rationed(k)
		}
	}
}

func (t *task) rationed(k *model.Kit) {
	days := []model.Date{k.Counted}
	for _, d := range k.Deliveries {
		if d.On > k.Counted {
			days = append(days, d.On)
		}
	}
	type draw struct {
		it *item
		n  int
	}
	var list []draw
	for _, it := range t.items {
		if it.rest || it.lock != grid.Free && it.s.Start.Date() < k.Counted {
			continue
		}
		if n := t.asks.Spends(it.s, k.ID); n > 0 {
			list = append(list, draw{it, n})
		}
	}
	slices.SortStableFunc(list, func(a, b draw) int {
		x, y := a.it, b.it
		return cmp.Or(
			first(x.lock != grid.Free, y.lock != grid.Free),
			cmp.Compare(x.class.c.First.Days(x.s.Block.Usual.Day), y.class.c.First.Days(y.s.Block.Usual.Day)), x.s.ID.Compare(y.s.ID),
		)
	})
	sum := 0
	for _, d := range list {
		i := slices.IndexFunc(days, func(on model.Date) bool { return k.Stock(on) >= sum+d.n })
		if i < 0 {
			t.lack(lack{it: d.it, pool: pool{kit: k.ID}, n: sum + d.n - k.Stock(days[len(days)-1])})
			continue
		}
		sum += d.n
		if d.it.lock == grid.Free && i > 0 {
			t.stocked[d.it] = max(t.stocked[d.it], days[i].At(0))
		}
	}
}
