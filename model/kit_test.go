package model_test

import (
	"slices"
	"testing"

	"muster/model"
)

func TestNewKit(t *testing.T) {
	name := model.Text{En: "Cartridges"}
	some := []model.Delivery{{On: 20010, Count: 5}, {On: 20002, Count: 7, Lot: " A  1 "}}
	for what, c := range map[string]struct {
		kit  model.Kit
		want []string
	}{
		"a pool":                      {model.Kit{ID: who(1), Name: name, Count: 40}, nil},
		"too many of a pool":          {model.Kit{ID: who(1), Name: name, Count: model.MaxPieces + 1}, []string{"count"}},
		"many rounds":                 {model.Kit{ID: who(1), Name: name, Count: 90_000, Spent: true}, nil},
		"delivered, and not used up":  {model.Kit{ID: who(1), Name: name, Deliveries: some}, []string{"deliveries"}},
		"counted, and not used up":    {model.Kit{ID: who(1), Name: name, Counted: 20000}, []string{"deliveries"}},
		"delivered on no day":         {model.Kit{ID: who(1), Name: name, Spent: true, Deliveries: []model.Delivery{{Count: 1}}}, []string{"on"}},
		"a delivery of nothing":       {model.Kit{ID: who(1), Name: name, Spent: true, Deliveries: []model.Delivery{{On: 1}}}, []string{"count"}},
		"delivered, and counted late": {model.Kit{ID: who(1), Name: name, Spent: true, Counted: 20005, Deliveries: some}, nil},
	} {
		if _, err := model.NewKit(c.kit); !slices.Equal(problems(err), c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	k, err := model.NewKit(model.Kit{ID: who(1), Name: name, Count: 10, Spent: true, Counted: 20001, Deliveries: some})
	if err != nil || k.Deliveries[0] != (model.Delivery{On: 20002, Count: 7, Lot: "A 1"}) || some[0].On != 20010 {
		t.Errorf("deliveries %+v, given %+v, %v", k.Deliveries, some, err)
	}
	for day, want := range map[model.Date]int{20000: 10, 20001: 10, 20002: 17, 20009: 17, 20010: 22} {
		if got := k.Stock(day); got != want {
			t.Errorf("on %v there are %d, want %d", day, got, want)
		}
	}
	if k.Counted = 20003; k.Stock(20010) != 15 || !k.Stocked() {
		t.Errorf("counted after the first delivery: %d", k.Stock(20010))
	}
	if k.Counted = 0; k.Stocked() {
		t.Error("never counted, and yet known")
	}
}

// Two note a delivery each: both are kept.
func TestDeliveriesMerge(t *testing.T) {
	base := &model.Kit{ID: who(1), Name: model.Text{En: "Cartridges"}, Spent: true}
	mine, theirs := *base, *base
	mine.Deliveries = []model.Delivery{{On: 20002, Count: 7}}
	theirs.Deliveries = []model.Delivery{{On: 20001, Count: 5, Lot: "B"}}
	got, err := model.Merge(base, &mine, &theirs)
	if err != nil || len(got.(*model.Kit).Deliveries) != 2 {
		t.Errorf("%+v, %v", got, err)
	}
}
