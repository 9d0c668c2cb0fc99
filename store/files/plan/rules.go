package plan

import (
	"slices"
	"strings"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
)

// others stands for every rule that says more than the file does.
const others = "*"

// kept are the rules of the families that others turns off which only say what
// a file has fields for.
var kept = [...]string{
	"kit", "lanes", "capacity", "vehicles-needed", "ride-seats", "people-needed", "nobody-leads", "course-order",
}

// settle checks settings of rules against the table of rules, and puts the
// rules that others stands for in its place: those that the file does not name
// and that do not only say what it has fields for.
func settle(list []model.RuleSetting) ([]model.RuleSetting, error) {
	var out []model.RuleSetting
	bare := false
	for i, s := range list {
		if s.Rule == others {
			if !s.Off || s.Value != nil || s.Hard != nil {
				return nil, &Fault{List: "rules", N: i + 1, What: model.Say("planfile.rules-others", "n", i+1)}
			}
			bare = true
			continue
		}
		r, ok := rules.Find(s.Rule)
		if !ok {
			return nil, &Fault{List: "rules", N: i + 1, What: model.Say("planfile.no-rule", "n", i+1, "id", model.Clean(s.Rule))}
		}
		if s.Value != nil && (*s.Value < r.Min || *s.Value > r.Max) {
			return nil, fault("rules", i+1, model.Problems{
				model.Wrong("value", "model.out-of-range", "value", *s.Value, "min", r.Min, "max", r.Max),
			})
		}
		out = append(out, s)
	}
	if !bare {
		return out, nil
	}
	for _, r := range rules.All() {
		named := slices.ContainsFunc(list, func(s model.RuleSetting) bool { return s.Rule == r.ID || s.Rule == r.Of && r.Of != "" })
		if !named && !says(r) {
			out = append(out, model.RuleSetting{Rule: r.ID, Off: true})
		}
	}
	return out, nil
}

// says reports whether the rule only says what a file has fields for.
func says(r rules.Rule) bool {
	switch r.Family {
	case rules.Exclusive, rules.Window, rules.Papers, rules.Running, rules.Afterwards:
		return true
	}
	return slices.Contains(kept[:], r.ID)
}

// wished refuses wishes that nothing weighs.
func wished(list []model.WishSetting) error {
	var known []string
	for _, w := range planner.Wishes() {
		known = append(known, w.ID)
	}
	for i, w := range list {
		if !slices.Contains(known, w.ID) {
			return &Fault{List: "wishes", N: i + 1, What: model.Say("planfile.no-wish", "n", i+1,
				"id", model.Clean(w.ID), "known", strings.Join(known, ", "))}
		}
	}
	return nil
}
