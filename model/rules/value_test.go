package rules

import (
	"testing"

	"muster/model"
)

// What others ask of the rules is the default, the unit's own value, or what
// stands for a rule that is off.
func TestValues(t *testing.T) {
	for rule, c := range map[string]struct {
		of            func(*model.Settings) int
		usual, is, no int // without settings, set to 3, off
	}{
		"pass-mark":       {PassMark, 80, 3, 0},
		"retests":         {Attempts, 2, 4, 0},
		"attendance":      {AttendancePercent, 100, 3, 0},
		"contact-cadence": {ContactDays, 90, 3, 90},
		"absence":         {AbsenceMinutes, 60, 3, 0},
	} {
		three := 3
		set := func(s model.RuleSetting) *model.Settings {
			s.Rule = rule
			return &model.Settings{Rules: []model.RuleSetting{s}}
		}
		for _, x := range []struct {
			s    *model.Settings
			want int
		}{{nil, c.usual}, {&model.Settings{}, c.usual}, {set(model.RuleSetting{Value: &three}), c.is}, {set(model.RuleSetting{Off: true}), c.no}} {
			if got := c.of(x.s); got != x.want {
				t.Errorf("%s: %d, not %d (%+v)", rule, got, x.want, x.s)
			}
		}
	}
	if n := AttemptsAt(nil, &model.FireCourse{Attempts: 5}); n != 5 {
		t.Errorf("a course of fire of five attempts allows %d", n)
	}
	if a, b := AttemptsAt(nil, nil), AttemptsAt(nil, &model.FireCourse{}); a != 2 || b != 2 {
		t.Errorf("without a number of its own: %d, %d", a, b)
	}
}
