package model

import (
	"cmp"
	"slices"
)

// Settings is what the unit has decided about the rules. There is one such
// record; its id is SettingsID.
type Settings struct {
	Rules []RuleSetting `cbor:"1,keyasint,omitempty" json:"rules,omitempty"`
	// Callees are whom to call when somebody is missing, after those who may
	// know where they are; Desk.Callees has them in order.
	Callees []Callee `cbor:"2,keyasint,omitempty" json:"callees,omitempty"`
	// Wishes are how much the unit wants what makes a plan better.
	Wishes []WishSetting `cbor:"3,keyasint,omitempty" json:"wishes,omitempty"`
}

// A WishSetting is how much one wish of model/planner is wanted.
type WishSetting struct {
	ID   string `cbor:"1,keyasint" json:"id"`
	Step int    `cbor:"2,keyasint,omitempty" json:"step"` // 0 does not matter … MaxWish above all
}

// MaxWish is the highest step of a wish.
const MaxWish = 4

// A Callee is somebody to be called: the duty officer, the embassy.
type Callee struct {
	Name  string `cbor:"1,keyasint" json:"name"`
	Phone string `cbor:"2,keyasint,omitempty" json:"phone,omitempty"`
	// After is how many minutes somebody is missing before this call is due.
	After int `cbor:"3,keyasint,omitempty" json:"after,omitempty"`
}

// Callees are whom the unit wants called about somebody missing, the soonest
// first.
func (d *Desk) Callees() []Callee {
	if d.Settings.Rec == nil {
		return nil
	}
	out := slices.Clone(d.Settings.Rec.Callees)
	slices.SortStableFunc(out, func(a, b Callee) int { return cmp.Compare(a.After, b.After) })
	return out
}

// SettingsID is the id of the only Settings record.
var SettingsID = ID{15: 1}

// A RuleSetting changes one rule of model/rules. What is nil stays as the rule
// has it.
type RuleSetting struct {
	Rule   string `cbor:"1,keyasint" json:"rule"`                       // its id
	Value  *int   `cbor:"2,keyasint,omitempty" json:"value,omitempty"`  // in the rule's unit
	Hard   *bool  `cbor:"3,keyasint,omitempty" json:"hard,omitempty"`   //
	Off    bool   `cbor:"4,keyasint,omitempty" json:"off,omitempty"`    //
	Reason string `cbor:"5,keyasint,omitempty" json:"reason,omitempty"` // why the unit differs from the source
}

// NewSettings cleans s and refuses it when a rule is set twice.
func NewSettings(s Settings) (*Settings, error) {
	var c checker
	rules := make([]RuleSetting, len(s.Rules))
	seen := make(map[string]bool, len(s.Rules))
	for i, r := range s.Rules {
		c.must("rule", &r.Rule, MaxName)
		c.text("reason", &r.Reason, MaxLine)
		if seen[r.Rule] {
			c.wrong("rule", "model.rule-set-twice")
		}
		seen[r.Rule] = true
		rules[i] = r
	}
	s.Rules = none(rules)
	callees := make([]Callee, len(s.Callees))
	for i, v := range s.Callees {
		c.must("whom", &v.Name, MaxName)
		c.text("phone", &v.Phone, MaxName)
		c.within("after", v.After, 0, 24*60)
		callees[i] = v
	}
	s.Callees = none(callees)
	wishes := make([]WishSetting, len(s.Wishes))
	for i, v := range s.Wishes {
		c.must("wish", &v.ID, MaxShort)
		c.within("step", v.Step, 0, MaxWish)
		if slices.ContainsFunc(wishes[:i], func(w WishSetting) bool { return w.ID == v.ID }) {
			c.wrong("wish", "model.wish-set-twice")
		}
		wishes[i] = v
	}
	s.Wishes = none(wishes)
	return done(&s, &c)
}

// Rule is the setting of the rule with that id.
func (s *Settings) Rule(id string) (RuleSetting, bool) {
	if s != nil {
		for _, r := range s.Rules {
			if r.Rule == id {
				return r, true
			}
		}
	}
	return RuleSetting{Rule: id}, false
}

func (s *Settings) RecordID() ID           { return SettingsID }
func (s *Settings) RecordKind() Kind       { return KindSettings }
func (s *Settings) Valid() (Record, error) { return record(NewSettings(*s)) }
