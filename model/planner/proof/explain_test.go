package proof

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"muster/model/planner/grid"
	"muster/model/planner/grid/gridtest"
)

func keep(lines []Line) map[atom]bool {
	kept := map[atom]bool{}
	for _, l := range lines {
		for _, a := range l.atoms {
			kept[a] = true
		}
	}
	return kept
}

// What is said of tiny problems is what trying all plans says: that there is
// none, that the lines alone leave none, and that without any one of them there
// is one.
func TestAgainstAllPlans(t *testing.T) {
	n := 400
	if testing.Short() {
		n = 100
	}
	var none, some, counted, minimal, lines int
	for seed := range uint64(n) {
		p := tiny(rand.New(rand.NewPCG(seed, 4)))
		g, err := grid.New(p)
		if err != nil {
			t.Fatal(seed, err)
		}
		all := map[atom]bool{}
		for _, a := range atoms(p) {
			all[a] = true
		}
		want := possible(p, all)
		a := Explain(context.Background(), g, Options{})
		switch {
		case a.Verdict == Possible && want:
			some++
			before := grid.Plan{}
			for b := range p.Blocks {
				before = append(before, grid.Choice{Start: -1, Place: -1})
				if p.Blocks[b].Lock != grid.Free {
					before[b] = p.Blocks[b].Home
				}
			}
			if was, is := faultsOf(p, before, all), faultsOf(p, a.Plan, all); len(is) != len(was) {
				t.Errorf("seed %d: the plan breaks %v", seed, is)
			}
		case a.Verdict == Impossible && !want:
			none++
			if a.Tally.Counted {
				counted++
			}
			lines += len(a.Lines)
			check(t, seed, p, a)
			if a.Minimal {
				minimal++
			}
		default:
			t.Errorf("seed %d: verdict %d, possible %v; %+v", seed, a.Verdict, want, a.Lines)
		}
	}
	t.Logf("%d possible, %d not; %d by counting, %d shown minimal, %d lines", some, none, counted, minimal, lines)
	if none < n/5 || some < n/5 || counted == 0 || minimal < none*9/10 {
		t.Errorf("%d possible, %d not; %d by counting, %d minimal: the test shows too little", some, none, counted, minimal)
	}
}

func check(t *testing.T, seed uint64, p *grid.Problem, a Answer) {
	t.Helper()
	if len(a.Lines) == 0 || len(a.Lines) > maxLines || possible(p, keep(a.Lines)) {
		t.Errorf("seed %d: the lines do not show it: %+v", seed, a.Lines)
	}
	for i := range a.Lines {
		if a.Lines[i].Kind == Need {
			continue // without it the block would not be the block
		}
		rest := slices.Delete(slices.Clone(a.Lines), i, i+1)
		if a.Minimal && !possible(p, keep(rest)) {
			t.Errorf("seed %d: line %d of %+v is not needed", seed, i, a.Lines)
		}
	}
	for _, l := range a.Loosen {
		if l.Works && slices.ContainsFunc(gridtest.Check(l.Problem, l.Plan), func(f grid.Fault) bool {
			return p.Blocks[f.A].Lock == grid.Free || f.B >= 0 && p.Blocks[f.B].Lock == grid.Free
		}) {
			t.Errorf("seed %d: %+v: plan breaks something", seed, l.Ease)
		}
		if l.Fails {
			all := map[atom]bool{}
			for _, a := range atoms(l.Problem) {
				all[a] = true
			}
			if len(l.Problem.People) == len(p.People) && possible(l.Problem, all) {
				t.Errorf("seed %d: loosening %d of line %d does work", seed, l.Ease, l.Line)
			}
		}
	}
}
