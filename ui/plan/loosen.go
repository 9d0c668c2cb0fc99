package plan

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// loosen asks how strict a rule is to be and what its value is, and keeps the
// setting as one act; then follows.
func (p pages) loosen(r rules.Rule, then func() tea.Cmd) tea.Cmd {
	h := p.record()
	start := h.Desk()
	value, hard, off := r.Set(start.Settings.Rec)
	was, _ := start.Settings.Rec.Rule(r.ID)
	amount := ruleValue(r, value)
	level := kit.NewChoice("level", hard, []kit.Option[bool]{
		{Value: true, Label: h.Env().T("rule.hard")}, {Value: false, Label: h.Env().T("rule.soft")},
	})
	on := kit.NewToggle("on", !off)
	on.Label, on.Hint = model.Say("staff.rule.on"), model.Say("staff.rule.on.hint")
	reason := kit.NewText("reason", was.Reason).Limit(model.MaxLine)
	reason.Hint = model.Say("staff.rule.reason.hint")
	fields := []kit.Field{kit.NewHeading(r.Says(value))}
	if r.Unit != rules.NoUnit {
		fields = append(fields, amount)
	}
	if r.Of == "" {
		fields = append(fields, level, on)
	}
	form := kit.NewForm(h.Dialogs(), r.Title(), append(fields, reason)...)
	kit.Open(h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		next := was
		if v := amount.Value(); r.Unit != rules.NoUnit && v != value {
			next.Value = &v
		}
		if v := level.Value(); v != hard {
			next.Hard = &v
		}
		next.Off, next.Reason = !on.Value(), reason.Value()
		if next == was {
			return nil
		}
		var all model.Settings
		if s := start.Settings.Rec; s != nil {
			all = *s
		}
		all.Rules = slices.DeleteFunc(slices.Clone(all.Rules), func(s model.RuleSetting) bool { return s.Rule == r.ID })
		all.Rules = append(all.Rules, next)
		rec, err := model.NewSettings(all)
		if err != nil {
			return h.Fail(err)
		}
		act := model.Say("plan.act.rule", "rule", r.Title())
		cmd := h.Commit(model.Change{Act: act, Puts: []model.Put{{Record: rec, Was: start.Settings.Rev}}})
		return tea.Batch(cmd, h.Tell(kit.OK, model.Say("plan.done.rule", "rule", r.Title())), then())
	})
	return nil
}

// ruleValue asks for a value in the rule's unit, within its bounds.
func ruleValue(r rules.Rule, v int) *kit.ValueField[int] {
	var f *kit.ValueField[int]
	switch r.Unit {
	case rules.Clock:
		f = kit.NewTime("value", v, false)
		f.Check = func(v int) *model.Problem {
			if v < r.Min || v > r.Max {
				return model.Wrong("value", "staff.rule.out-of-bounds", "low", model.Clock(r.Min), "high", model.Clock(r.Max))
			}
			return nil
		}
	case rules.PerOne, rules.Minutes, rules.Hours, rules.Days:
		f = kit.NewNumber("value", v, r.Min, r.Max, model.Say("staff.rule.unit."+string(r.Unit)))
	default:
		f = kit.NewNumber("value", v, r.Min, r.Max, model.Message{})
	}
	f.Label = model.Say("staff.rule.value")
	return f
}
