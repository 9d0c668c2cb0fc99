package rules

import (
	"testing"

	"muster/model"
)

// A digest loses no clash and no note, and tells what a session lacks once.
func TestDigest(t *testing.T) {
	for _, c := range spoils() {
		w := newWorld()
		c.broken(w)
		all := Ground(w.desk(), Options{}).Clashes()
		short := Digest(all)
		want, got := [Hard + 1]int{}, [Hard + 1]int{}
		lacking := map[model.ID]bool{}
		for i := range all {
			if g := all[i].Grade(); g != Incomplete {
				want[g]++
			} else {
				lacking[all[i].Sessions[0]] = true
			}
		}
		want[Incomplete] = len(lacking)
		for i := range short {
			got[short[i].Grade()]++
			say(t, short[i].Text)
			if i > 0 && short[i].Grade() > short[i-1].Grade() {
				t.Errorf("%s: the worst is not first", c.rule)
			}
		}
		if got != want {
			t.Errorf("%s: %v told, not %v", c.rule, got, want)
		}
		if hard, incomplete, notes := Tally(short); hard != want[Hard] || incomplete != want[Incomplete] || notes != want[Note] {
			t.Errorf("%s: counted %d, %d, %d", c.rule, hard, incomplete, notes)
		}
	}
}

// What two rules miss is missed once, with the greater number.
func TestDigestSaysWhatIsMissing(t *testing.T) {
	w := newWorld()
	s := w.fire(at(1, 14, 0), 2, squadA)
	s.Staff, s.Place, s.Block.Place = nil, model.ID{}, model.Range
	for _, c := range Digest(Ground(w.desk(), Options{}).Clashes()) {
		if c.Text.ID != "clash.missing" {
			continue
		}
		seen := map[string]bool{}
		for _, m := range c.Text.Args[0].Value.([]model.Message) {
			if m.ID == "clash.missing.several" {
				m = m.Args[1].Value.(model.Message)
			}
			if seen[m.ID] {
				t.Errorf("%s is missed twice", m.ID)
			}
			seen[m.ID] = true
		}
		for _, id := range []string{"clash.role.rso", "clash.role.medic", "clash.missing.place"} {
			if !seen[id] {
				t.Errorf("%s is not missed: %v", id, seen)
			}
		}
		return
	}
	t.Error("nothing is missed")
}
