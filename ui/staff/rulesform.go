package staff

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// edit opens the form of the rule under the cursor: its value, its level,
// whether it is looked at, and why the unit does otherwise.
func (p *rulebook) edit() tea.Cmd {
	r, held := *p.current(), p.h.Desk().Settings
	was := p.setting(&r)
	e := p.h.Env()
	var fields []kit.Field
	value := valueField(r.rule, r.value)
	if r.rule.Unit != rules.NoUnit {
		fields = append(fields, value)
	}
	hard := kit.NewChoice("level", r.hard, []kit.Option[bool]{
		{Value: true, Label: e.T("rule.hard"), Note: e.T("staff.rule.hard.means")},
		{Value: false, Label: e.T("rule.soft"), Note: e.T("staff.rule.soft.means")},
	})
	on := kit.NewToggle("on", !r.off)
	on.Label, on.Hint = model.Say("staff.rule.on"), model.Say("staff.rule.on.hint")
	if r.rule.Of == "" {
		fields = append(fields, hard, on)
	}
	reason := kit.NewText("reason", was.Reason).Limit(model.MaxLine)
	reason.Hint = model.Say("staff.rule.reason.hint")
	fields = append(fields, reason)
	read := func() model.RuleSetting {
		next := was
		if v := value.Value(); r.rule.Unit != rules.NoUnit && v != r.value {
			next.Value = &v
		}
		if v := hard.Value(); v != r.hard {
			next.Hard = &v
		}
		next.Off, next.Reason = !on.Value(), reason.Value()
		return next
	}
	form := kit.NewForm(p.h.Dialogs(), r.rule.Title(), fields...)
	form.Check = func() error {
		next := read()
		if wrong := judge(r.rule, next); wrong != nil {
			return wrong
		}
		// A reason just typed is not thrown away without a word.
		if n, differs := plain(r.rule, next); !differs && n.Reason != "" && n.Reason != was.Reason {
			return model.Wrong("reason", "staff.rule.reason-idle")
		}
		return nil
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd { return p.put(&r, held, read()) })
	return nil
}

// valueField asks for a value in the rule's unit, within its bounds.
func valueField(r rules.Rule, v int) *kit.ValueField[int] {
	var f *kit.ValueField[int]
	low, high := amount(r, r.Min), amount(r, r.Max)
	switch r.Unit {
	case rules.Clock:
		f = kit.NewTime("value", v, false)
		f.Check = func(v int) *model.Problem {
			if v < r.Min || v > r.Max {
				return model.Wrong("value", "staff.rule.out-of-bounds", "low", low, "high", high)
			}
			return nil
		}
	case rules.PerOne, rules.Minutes, rules.Hours, rules.Days:
		f = kit.NewNumber("value", v, r.Min, r.Max, model.Say("staff.rule.unit."+string(r.Unit)))
	default:
		f = kit.NewNumber("value", v, r.Min, r.Max, model.Message{})
	}
	f.Label = model.Say("staff.rule.value")
	f.Hint = model.Say("staff.rule.value.hint", "low", low, "high", high, "default", amount(r, r.Default))
	return f
}
