package templates

import "muster/model"

// Who a block cannot do without. The ratios are the ones the rules check by
// default: one line instructor for five on the line by day, one for four by
// night, the lead who calls the line not counted; two safety officers who do
// not teach where marking cartridges are fired; somebody who treats injuries
// wherever there are weapons, heights or casualties.

func need(r model.Role, s model.Skill, count int) model.Need {
	return model.Need{Role: r, Skill: s, Count: count}
}

func per(r model.Role, s model.Skill, n int) model.Need {
	return model.Need{Role: r, Skill: s, Per: n}
}

func taught(s model.Skill) []model.Need { return []model.Need{need(model.Lead, s, 1)} }

func pair(s model.Skill) []model.Need {
	return []model.Need{need(model.Lead, s, 1), need(model.Line, s, 1)}
}

// firingLine is the staff of a range: onLine officers to a line instructor.
func firingLine(s model.Skill, onLine int) []model.Need {
	return []model.Need{
		need(model.Lead, s, 1), per(model.Line, s, onLine),
		need(model.RSO, model.SkillRSO, 1), need(model.Medic, model.SkillMedic, 1),
	}
}

// qualifying is a firing line with a certified rangemaster over it.
func qualifying(s model.Skill, onLine int) []model.Need {
	return append(firingLine(s, onLine), need(model.Rangemaster, model.SkillMaster, 1))
}

// forceOnForce is the staff where marking cartridges are fired.
func forceOnForce(s model.Skill) []model.Need {
	return []model.Need{
		need(model.Lead, s, 1), need(model.Safety, model.SkillSafety, 2), need(model.Medic, model.SkillMedic, 1),
	}
}

// medical is the staff of practical skills in the care of the injured.
func medical() []model.Need {
	return []model.Need{
		need(model.Lead, model.SkillRescue, 1), per(model.Line, model.SkillRescue, 6),
		need(model.Medic, model.SkillMedic, 1),
	}
}

func hosted() []model.Need { return []model.Need{need(model.Host, model.SkillRideHost, 1)} }

// after says that the blocks come first, the same day or before.
func after(keys ...int) []model.After {
	var out []model.After
	for _, k := range keys {
		out = append(out, model.After{Block: k})
	}
	return out
}

// nextDay says that the block comes first, on an earlier day.
func nextDay(key int) model.After { return model.After{Block: key, Days: 1} }

func title(en, es string) model.Text { return model.Text{En: en, Es: es} }

func kit(needs ...model.KitNeed) []model.KitNeed { return needs }

func cars(k model.VehicleKind, n int) model.CarNeed { return model.CarNeed{Kind: k, Count: n} }

// clock is the quarter of the day of hour h, minute m.
func clock(h, m int) int { return h*model.Hour + m/15 }
