package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
)

// A table after a change holds what a map would, in the order of the ids.
func TestTableIsASortedMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := model.NewTable[*model.Kit](nil)
		want := map[model.ID]*model.Kit{}
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			var puts []model.Row[*model.Kit]
			var removes []model.ID
			touched := map[byte]bool{}
			for range rapid.IntRange(0, 12).Draw(t, "moves") {
				n := rapid.ByteRange(1, 30).Draw(t, "id")
				if touched[n] {
					continue // a change names each record once
				}
				touched[n] = true
				id := model.ID{n}
				if rapid.Bool().Draw(t, "remove") {
					removes = append(removes, id)
					delete(want, id)
					continue
				}
				k := &model.Kit{ID: id, Count: rapid.IntRange(0, 99).Draw(t, "count")}
				puts = append(puts, model.Row[*model.Kit]{Rec: k})
				want[id] = k
			}
			table = table.With(puts, removes)
		}
		got := slices.Collect(table.All)
		if len(got) != len(want) || !slices.IsSortedFunc(got, func(a, b *model.Kit) int { return a.ID.Compare(b.ID) }) {
			t.Fatalf("%d rows, want %d, in order", len(got), len(want))
		}
		for _, k := range got {
			if want[k.ID] != k || table.Get(k.ID) != k {
				t.Fatalf("row %v is not the one put last", k.ID)
			}
		}
	})
}
