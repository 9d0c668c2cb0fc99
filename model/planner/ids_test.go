package planner

import (
	"os"
	"regexp"
	"testing"

	"muster/model/planner/proof"
)

// Each requirement that a proof can name, and each way to loosen one, has its
// sentence.
func TestEveryRequirementHasASentence(t *testing.T) {
	raw, err := os.ReadFile("../../ui/lang/en/planner.po")
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^msgid "([^"]+)"`).FindAllSubmatch(raw, -1) {
		has[string(m[1])] = true
	}
	need := func(id string) {
		if !has[id] {
			t.Errorf("no sentence %s", id)
		}
	}
	var tk task
	for k := proof.TeamOnce; k <= proof.Latest; k++ {
		_, id := tk.rule(&proof.Line{Kind: k})
		if id == "needed" {
			t.Errorf("kind %d is unknown", k)
		}
		need("planner.line." + id)
		switch k {
		case proof.PersonAway, proof.PlaceShut, proof.Starts, proof.TeamDay, proof.PersonDay:
			need("planner.line." + id + ".days")
		}
		switch k {
		case proof.Apart, proof.Later, proof.Within, proof.TeamDay, proof.PersonDay:
			need("planner.loosen.less." + id)
		}
	}
	for id := range dropped {
		need("planner.loosen.drop." + id)
	}
	one := []int32{0}
	for _, l := range []proof.Line{{People: one}, {Places: one}, {Pools: one}, {Teams: one}} {
		for _, each := range []int32{0, 8} {
			l.Count = &proof.Count{Each: each}
			need("planner.count." + scarceID(&l))
		}
		need("planner.loosen.more." + kindOf(&l))
	}
	for _, id := range []string{"present.person", "present.place", "times", "times.days", "leave-out", "unlock", "way", "way.place"} {
		need("planner.loosen." + id)
	}
}
