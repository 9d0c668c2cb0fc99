package staff

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

func (p *rulebook) actions() []kit.Action {
	on := func(why func(r *ruleRow) model.Message) func() model.Message {
		return func() model.Message {
			if r := p.current(); r != nil {
				return why(r)
			}
			return model.Say("staff.nothing")
		}
	}
	return []kit.Action{
		{ID: "staff.rule-edit", Keys: []string{"e", "enter"}, Group: "staff", Rank: 1, Why: on(func(*ruleRow) model.Message { return model.Message{} }), Run: p.edit},
		{ID: "staff.rule-more", Keys: []string{"+", "="}, Group: "staff", Rank: 2, Why: on(func(r *ruleRow) model.Message { return r.stuck(1) }), Run: func() tea.Cmd { return p.step(1) }},
		{ID: "staff.rule-less", Keys: []string{"-"}, Group: "staff", Rank: 3, Why: on(func(r *ruleRow) model.Message { return r.stuck(-1) }), Run: func() tea.Cmd { return p.step(-1) }},
		{ID: "staff.rule-off", Keys: []string{"o"}, Group: "staff", Rank: 4, Why: on(p.unlevelled), Run: p.toggle},
		{ID: "staff.rule-level", Keys: []string{"f"}, Group: "staff", Rank: 5, Why: on(p.idle), Run: p.relevel},
		{ID: "staff.rule-default", Keys: []string{"backspace", "0"}, Group: "staff", Rank: 9, Why: on((*ruleRow).untouched), Run: p.reset},
		{ID: "staff.rule-sessions", Keys: []string{"s"}, Group: "staff", Rank: 6, Why: on(p.unbroken), Run: p.show},
	}
}

// stuck is why the value cannot go up or down.
func (r *ruleRow) stuck(dir int) model.Message {
	switch {
	case r.rule.Unit == rules.NoUnit:
		return model.Say("staff.rule.no-value", "rule", r.rule.Title())
	case dir > 0 && r.value >= r.rule.Max:
		return model.Say("staff.rule.at-most", "value", amount(r.rule, r.rule.Max))
	case dir < 0 && r.value <= r.rule.Min:
		return model.Say("staff.rule.at-least", "value", amount(r.rule, r.rule.Min))
	}
	return model.Message{}
}

// unlevelled is why a row has no level, and cannot be off.
func (p *rulebook) unlevelled(r *ruleRow) model.Message {
	if r.rule.Of == "" {
		return model.Message{}
	}
	return model.Say("staff.rule.only-value", "rule", p.rows[r.head].rule.Title())
}

// idle is why the level cannot be changed: of a rule that is off it says
// nothing, and to forbid while off would need a reason.
func (p *rulebook) idle(r *ruleRow) model.Message {
	if r.off {
		return model.Say("staff.rule.is-off", "rule", r.rule.Title())
	}
	return p.unlevelled(r)
}

func (r *ruleRow) untouched() model.Message {
	if r.set {
		return model.Message{}
	}
	return model.Say("staff.rule.as-it-comes", "rule", r.rule.Title())
}

func (p *rulebook) unbroken(*ruleRow) model.Message {
	if len(p.sessions()) == 0 {
		return model.Say("staff.rule.no-session")
	}
	return model.Message{}
}

// show lists the sessions in which the rule is broken, to go there.
func (p *rulebook) show() tea.Cmd {
	return choose(p.h, model.Say("staff.rule.sessions", "rule", p.current().rule.Title()), p.sessions(), p.kind(), model.ID{})
}

// minutesStep is how far one key moves a value in minutes.
const minutesStep = 5

// step moves the value to the next round one.
func (p *rulebook) step(dir int) tea.Cmd {
	r := p.current()
	by, v := 1, r.value
	if r.rule.Unit == rules.Minutes {
		by = minutesStep
	}
	if dir > 0 {
		v = (v/by + 1) * by
	} else {
		v = (v - 1) / by * by
	}
	v = max(r.rule.Min, min(r.rule.Max, v))
	next := p.setting(r)
	next.Value = &v
	return p.put(r, p.h.Desk().Settings, next)
}

// relevel makes a rule warn that forbids, and the other way round.
func (p *rulebook) relevel() tea.Cmd {
	r := p.current()
	next, hard := p.setting(r), !r.hard
	next.Hard = &hard
	return p.put(r, p.h.Desk().Settings, next)
}

// toggle switches the rule off and on. Nobody is kept from switching off what
// forbids, but it is not done without a word why.
func (p *rulebook) toggle() tea.Cmd {
	r, held := *p.current(), p.h.Desk().Settings
	next := p.setting(&r)
	next.Off = !r.off
	if !owesReason(r.rule, next) {
		return p.put(&r, held, next)
	}
	ask := kit.NewPrompt(p.h.Env(), model.Say("staff.rule.off.title", "rule", r.rule.Title()), model.Say("staff.rule.off.why"), next.Reason, func(typed string) *model.Problem {
		next.Reason = typed
		return judge(r.rule, next)
	})
	kit.Open(p.h.Dialogs(), ask, func(typed string) tea.Cmd {
		next.Reason = typed
		return p.put(&r, held, next)
	})
	return nil
}

// reset puts the rule back to what it is by default.
func (p *rulebook) reset() tea.Cmd {
	r := p.current()
	return p.put(r, p.h.Desk().Settings, model.RuleSetting{Rule: r.rule.ID})
}

// setting is the unit's entry of the rule, or an empty one.
func (p *rulebook) setting(r *ruleRow) model.RuleSetting {
	set, _ := p.h.Desk().Settings.Rec.Rule(r.rule.ID)
	return set
}

// owesReason reports whether a reason must be given: for switching off what
// forbids, be it by default or by the unit.
func owesReason(r rules.Rule, set model.RuleSetting) bool {
	return set.Off && (r.Hard || set.Hard != nil && *set.Hard)
}

// judge says what is wrong with a setting, or nothing.
func judge(r rules.Rule, set model.RuleSetting) *model.Problem {
	if owesReason(r, set) && model.Clean(set.Reason) == "" {
		return model.Wrong("reason", "staff.rule.reason-missing")
	}
	var wrong *model.Problem
	if _, err := model.NewSettings(model.Settings{Rules: []model.RuleSetting{set}}); errors.As(err, &wrong) {
		return wrong
	}
	return nil
}

// plain leaves out of a setting what is so by default; differs is false when
// nothing is left and the entry can go, with its reason.
func plain(r rules.Rule, set model.RuleSetting) (out model.RuleSetting, differs bool) {
	if set.Value != nil && *set.Value == r.Default {
		set.Value = nil
	}
	if set.Hard != nil && *set.Hard == r.Hard {
		set.Hard = nil
	}
	set.Reason = model.Clean(set.Reason)
	return set, set.Value != nil || set.Hard != nil || set.Off
}

// equal compares two entries by what they say.
func equal(a, b model.RuleSetting) bool {
	return a.Off == b.Off && a.Reason == b.Reason && same(a.Value, b.Value) && same(a.Hard, b.Hard)
}

func same[T comparable](a, b *T) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// put keeps the setting of one rule. held is the record that the change was
// thought out on: what happened to other rules since is kept, and only where
// this one has changed does the old revision stand, so that nobody is
// overwritten unseen. Entries of rules that this program does not know stay.
func (p *rulebook) put(r *ruleRow, held model.Row[*model.Settings], next model.RuleSetting) tea.Cmd {
	before, had := held.Rec.Rule(r.rule.ID)
	if now, has := p.h.Desk().Settings.Rec.Rule(r.rule.ID); has == had && equal(now, before) {
		held = p.h.Desk().Settings
	}
	next, differs := plain(r.rule, next)
	if had == differs && equal(before, next) {
		return nil
	}
	var v model.Settings
	if held.Rec != nil {
		v = *held.Rec
	}
	v.Rules = slices.Clone(v.Rules)
	at := slices.IndexFunc(v.Rules, func(s model.RuleSetting) bool { return s.Rule == r.rule.ID })
	switch {
	case at < 0:
		v.Rules = append(v.Rules, next)
	case differs:
		v.Rules[at] = next
	default:
		v.Rules = slices.Delete(v.Rules, at, at+1)
	}
	rec, err := model.NewSettings(v)
	if err != nil {
		return p.h.Fail(err)
	}
	return hold{h: p.h, was: held.Rev}.keepAs(rec, true, model.Say("staff.act.rule", "rule", r.rule.Title(), "to", became(r.rule, before, next)))
}

// became is what of the rule is another now, the weightiest of it.
func became(r rules.Rule, before, next model.RuleSetting) model.Message {
	a, b := &model.Settings{Rules: []model.RuleSetting{before}}, &model.Settings{Rules: []model.RuleSetting{next}}
	oldValue, oldHard, oldOff := r.Set(a)
	value, hard, off := r.Set(b)
	switch {
	case off == oldOff && value != oldValue:
		return amount(r, value)
	case off == oldOff && hard == oldHard:
		return model.Say("staff.rule.because")
	}
	_, word := level(hard, off)
	return word
}
