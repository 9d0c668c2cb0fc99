package finder

import (
	"slices"
	"strings"

	"muster/model"
	"muster/model/names"
)

// SkillNamed is the skill of that id, or the only one that all the words of
// the name fit: whole words of those it is called by before beginnings of
// them. Without words (nil) only ids are known.
func SkillNamed(name string, words func(model.Skill) string) (model.Skill, bool) {
	if k := model.Skill(strings.ToLower(strings.TrimSpace(name))); slices.Contains(model.Skills, k) {
		return k, true
	}
	given := names.Tokens(strings.ReplaceAll(name, "-", " "))
	if words == nil || len(given) == 0 {
		return "", false
	}
	for _, fits := range []func(have, want string) bool{func(have, want string) bool { return have == want }, strings.HasPrefix} {
		var found []model.Skill
		for _, k := range model.Skills {
			called := names.Tokens(string(k) + " " + words(k))
			missing := func(want string) bool {
				return !slices.ContainsFunc(called, func(have string) bool { return fits(have, want) })
			}
			if !slices.ContainsFunc(given, missing) {
				found = append(found, k)
			}
		}
		if len(found) > 0 {
			return found[0], len(found) == 1
		}
	}
	return "", false
}
