package schedule

import (
	"reflect"
	"testing"

	"muster/model"
)

// How many days after another block one comes is on the form, of the blocks
// ticked only; what the plan does not have stays in the order.
func TestDaysAfter(t *testing.T) {
	f := begin(t, 120, 37)
	s := f.session(rifle).Clone()
	s.Block.Key = 90
	first, other := f.tab.sessions[0].Clone(), f.tab.sessions[1].Clone()
	first.Block.Key, other.Block.Key = 91, 92
	s.Block.After = []model.After{{Block: 400, Days: 2}, {Block: 91, Days: 1}}
	f.Commit(model.Change{Puts: []model.Put{f.desk.Put(&s), f.desk.Put(&first), f.desk.Put(&other)}})
	f.tab.Changed()
	b := f.tab.newBlockForm(f.session(rifle).Clone())
	for _, x := range b.later {
		if shown := !x.days.Hidden(); shown != (x.block == 91) {
			t.Errorf("block %d: its days are shown: %v", x.block, shown)
		}
	}
	if got := b.session().Block.After; !reflect.DeepEqual(got, s.Block.After) {
		t.Errorf("untouched: %v", got)
	}
	f.on(t, rifle)
	// To the days: backwards from the button, over the two notes.
	f.press("e", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "home")
	for range 3 {
		f.press("delete")
	}
	f.press("5", "ctrl+s")
	want := []model.After{{Block: 400, Days: 2}, {Block: 91, Days: 5}}
	if got := f.session(rifle).Block.After; !reflect.DeepEqual(got, want) {
		t.Errorf("after five days: %v", got)
	}
}
