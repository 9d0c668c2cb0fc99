package schedule

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// howMany is how many of something a block needs: so many, and one for every
// so many officers (people), or so many for each officer (kit).
type howMany struct{ count, per int }

// A needField is a role with how many the block needs in it.
type needField struct {
	role   model.Role
	number *kit.ValueField[howMany]
	skill  *kit.ChoiceField[model.Skill]
}

// newPer is how many people a block needs, typed as 2, or 1/5 for one to five
// officers, or 2 1/5 for both, whichever is more.
func newPer(v howMany) *kit.ValueField[howMany] {
	x := kit.NewValue("needs", v,
		func(_ *kit.Env, name, typed string) (howMany, *model.Problem) { return readPer(name, typed) },
		func(_ *kit.Env, v howMany) string {
			var parts []string
			if v.count > 0 {
				parts = append(parts, strconv.Itoa(v.count))
			}
			if v.per > 0 {
				parts = append(parts, "1/"+strconv.Itoa(v.per))
			}
			return strings.Join(parts, " ")
		})
	x.Width = 10
	x.Hint = model.Say("schedule.field.needs.hint")
	return x
}

func readPer(name, typed string) (howMany, *model.Problem) {
	var v howMany
	for _, word := range strings.Fields(strings.ReplaceAll(typed, ":", "/")) {
		one, per, ratio := strings.Cut(word, "/")
		n, err := strconv.Atoi(one)
		if ratio && err == nil && n == 1 {
			n, err = strconv.Atoi(per)
		} else if ratio {
			n = -1
		}
		if err != nil || n < 0 || n > 60 || ratio && n == 0 {
			return v, model.Wrong(name, "schedule.bad-need", "typed", typed)
		}
		if ratio {
			v.per = n
		} else {
			v.count = n
		}
	}
	return v, nil
}

// needFields has a line for each need, and one for each role without any.
func (f *blockForm) needFields(b *model.Block) {
	skills := append([]kit.Option[model.Skill]{{Label: f.t.env.T("schedule.field.any-skill")}},
		options(f.t, "word.skill.", model.Skills)...)
	add := func(n model.Need) {
		x := needField{role: n.Role, number: newPer(howMany{n.Count, n.Per}), skill: kit.NewChoice("skill", n.Skill, skills)}
		x.number.Label = model.Say("word.role." + string(n.Role))
		x.skill.Label = model.Say("schedule.field.skilled")
		x.skill.Hidden = func() bool { return x.number.Value() == howMany{} }
		f.needs = append(f.needs, x)
	}
	for _, role := range model.Roles {
		found := false
		for _, n := range b.Needs {
			if n.Role == role {
				add(n)
				found = true
			}
		}
		if !found {
			add(model.Need{Role: role})
		}
	}
}

func (f *blockForm) readNeeds(b *model.Block) {
	b.Needs = nil
	for _, x := range f.needs {
		if v := x.number.Value(); v != (howMany{}) {
			b.Needs = append(b.Needs, model.Need{Role: x.role, Skill: x.skill.Value(), Count: v.count, Per: v.per})
		}
	}
}

// A kitField is a pool of kit with how much of it the block draws.
type kitField struct {
	kit    model.ID
	number *kit.ValueField[howMany]
}

// A carField is a kind of vehicle with how many of it the block needs.
type carField struct {
	kind   model.VehicleKind
	number *kit.ValueField[int]
}

// newEach is how much kit a block draws, typed as 4, or +1 for one an
// officer, or 4+1 for both.
func newEach(v howMany) *kit.ValueField[howMany] {
	x := kit.NewValue("kit", v,
		func(_ *kit.Env, name, typed string) (howMany, *model.Problem) { return readEach(name, typed) },
		func(_ *kit.Env, v howMany) string {
			text := ""
			if v.count > 0 {
				text = strconv.Itoa(v.count)
			}
			if v.per > 0 {
				text += "+" + strconv.Itoa(v.per)
			}
			return text
		})
	x.Width = 10
	x.Hint = model.Say("schedule.field.kit.hint")
	return x
}

func readEach(name, typed string) (howMany, *model.Problem) {
	var v howMany
	count, each, _ := strings.Cut(strings.ReplaceAll(typed, " ", ""), "+")
	for _, part := range []struct {
		text string
		into *int
		most int
	}{{count, &v.count, 1000}, {each, &v.per, 100}} {
		if part.text == "" {
			continue
		}
		n, err := strconv.Atoi(part.text)
		if err != nil || n < 0 || n > part.most {
			return v, model.Wrong(name, "schedule.bad-kit", "typed", typed)
		}
		*part.into = n
	}
	return v, nil
}

func (f *blockForm) kitFields(b *model.Block) {
	for k := range f.t.host.Desk().Kits.All {
		var v howMany
		for _, n := range b.Kit {
			if n.Kit == k.ID {
				v = howMany{n.Count, n.Each}
			}
		}
		x := kitField{k.ID, newEach(v)}
		x.number.Label = model.Say("schedule.field.named", "name", k.Name)
		f.kits = append(f.kits, x)
	}
	for _, kind := range model.VehicleKinds {
		n := 0
		for _, v := range b.Vehicles {
			if v.Kind == kind {
				n += v.Count
			}
		}
		x := carField{kind, kit.NewNumber("vehicles", n, 0, 60, model.Message{})}
		x.number.Label = model.Say("word.vehicle." + string(kind))
		f.vehicles = append(f.vehicles, x)
	}
}

// readKit takes what the fields say; kit whose pool is not on the desk stays.
func (f *blockForm) readKit(b *model.Block) {
	var kits []model.KitNeed
	for _, n := range b.Kit {
		if f.t.host.Desk().Kits.Get(n.Kit) == nil {
			kits = append(kits, n)
		}
	}
	for _, x := range f.kits {
		if v := x.number.Value(); v != (howMany{}) {
			kits = append(kits, model.KitNeed{Kit: x.kit, Count: v.count, Each: v.per})
		}
	}
	b.Kit, b.Vehicles = kits, nil
	for _, x := range f.vehicles {
		if n := x.number.Value(); n > 0 {
			b.Vehicles = append(b.Vehicles, model.CarNeed{Kind: x.kind, Count: n})
		}
	}
}
