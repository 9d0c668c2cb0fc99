package today

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/change"
	"muster/ui/kit"
	"muster/ui/ride"
	"muster/ui/roll"
	"muster/ui/score"
)

// working is what can be done to the block under the cursor on the day itself.
// Each acts on the cohort of that block.
func (t *Tab) working() []kit.Action {
	out := slices.Concat(
		roll.Actions(t.h, t.session), score.Actions(t.h, t.session), ride.Actions(t.h, t.session), change.Actions(t.h),
	)
	for i := range out {
		run := out[i].Run
		if run == nil {
			continue
		}
		out[i].Run = func() tea.Cmd {
			t.choose(t.session())
			return run()
		}
	}
	return out
}

// choose takes the cohort of a block in hand.
func (t *Tab) choose(s *model.Session) {
	if s != nil {
		t.h.Choose(s.Cohort)
	}
}
