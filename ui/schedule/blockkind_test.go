package schedule

import (
	"testing"

	"muster/model"
)

// The pool that rounds are drawn from is chosen in the block's form; nothing
// else that is changed of the block loses it.
func TestAmmunitionStays(t *testing.T) {
	f := begin(t, 120, 37)
	k := &model.Kit{ID: num(model.KindKit, 77), Name: model.Text{En: "Cartridges"}, Spent: true}
	s := f.session(rifle).Clone()
	s.Block.Fire.Ammunition = k.ID
	f.Commit(model.Change{Puts: []model.Put{{Record: k}, f.desk.Put(&s)}})
	drawn := func(what string) {
		t.Helper()
		if got := f.session(rifle).Block.Fire.Ammunition; got != k.ID {
			t.Errorf("%s: drawn from %v", what, got)
		}
	}
	f.on(t, rifle)
	f.press("e", "ctrl+s")
	drawn("the form saved untouched")
	f.press("r", "tab", "right", "ctrl+s")
	drawn("other relays")
}
