package sample

import "muster/model"

// An instructorRow is somebody of the staff before dates are known.
type instructorRow struct {
	given, family, called, rank string
	speaks                      []string
	skills                      []model.Skill
}

// The twelve who teach. Each row has more skills than one course needs, as in
// any small unit; together they staff three squads side by side.
var instructorRows = []instructorRow{
	{
		"Elena", "Ruiz", "", "Sergeant",
		[]string{"es", "en"},
		[]model.Skill{
			model.SkillInstructor, model.SkillFirearms, model.SkillRifle, model.SkillRSO, model.SkillMaster,
			model.SkillClassroom, model.SkillTactics,
		},
	},
	{
		"Daniel", "Castro", "", "Officer",
		[]string{"es", "en"},
		[]model.Skill{
			model.SkillInstructor, model.SkillBuilding, model.SkillTactics, model.SkillSafety, model.SkillFirearms,
			model.SkillRSO, model.SkillClassroom, model.SkillRideHost,
		},
	},
	{
		"Marcos", "Ortega", "", "Officer",
		[]string{"es", "en"},
		[]model.Skill{
			model.SkillInstructor, model.SkillFirearms, model.SkillRifle, model.SkillRSO, model.SkillVehicle,
			model.SkillSafety,
		},
	},
	{
		"Lucía", "Pons", "", "Officer",
		[]string{"es", "en", "pt"},
		[]model.Skill{
			model.SkillInstructor, model.SkillRescue, model.SkillMedic, model.SkillClassroom, model.SkillInterpret,
		},
	},
	{
		"Andrés", "Vega", "", "Officer",
		[]string{"es", "en"},
		[]model.Skill{
			model.SkillInstructor, model.SkillRescue, model.SkillMedic, model.SkillRSO, model.SkillSafety,
			model.SkillFitness,
		},
	},
	{
		"Inés", "Maldonado", "", "Lieutenant",
		[]string{"es", "en", "pt"},
		[]model.Skill{
			model.SkillInstructor, model.SkillClassroom, model.SkillTactics, model.SkillRideHost, model.SkillVehicle,
			model.SkillSafety,
		},
	},
	{
		"Tomás", "Delgado", "", "Officer",
		[]string{"es", "en"},
		[]model.Skill{
			model.SkillInstructor, model.SkillVehicle, model.SkillMedic, model.SkillRescue, model.SkillFirearms,
			model.SkillSafety,
		},
	},
	{
		"Régine", "Saint-Vil", "", "Officer",
		[]string{"fr", "ht", "en", "es"},
		[]model.Skill{
			model.SkillInstructor, model.SkillFirearms, model.SkillRSO, model.SkillMedic, model.SkillBuilding,
			model.SkillInterpret,
		},
	},
	{
		"Terrence", "Brooks", "", "Sergeant",
		[]string{"en"},
		[]model.Skill{
			model.SkillInstructor, model.SkillRifle, model.SkillFirearms, model.SkillRSO, model.SkillMaster,
			model.SkillTactics, model.SkillRideHost,
		},
	},
	{
		"Karim", "Mansour", "", "Officer",
		[]string{"ar", "en", "fr"},
		[]model.Skill{
			model.SkillInstructor, model.SkillBuilding, model.SkillSafety, model.SkillFirearms, model.SkillRifle,
			model.SkillRideHost, model.SkillInterpret,
		},
	},
	{
		"Beatriz", "Acosta", "Bea Acosta", "Paramedic",
		[]string{"es", "en", "pt"},
		[]model.Skill{
			model.SkillInstructor, model.SkillMedic, model.SkillRescue, model.SkillFitness, model.SkillSafety,
			model.SkillClassroom,
		},
	},
	{
		"Dana", "Whitfield", "", "Officer",
		[]string{"en", "es"},
		[]model.Skill{
			model.SkillInstructor, model.SkillBuilding, model.SkillTactics, model.SkillMedic, model.SkillRSO,
			model.SkillRideHost, model.SkillSafety, model.SkillClassroom,
		},
	},
}

// hireStaff gives the instructors their certificates. All hold through both
// courses but two: one has lapsed, one ends within sixty days.
func (u *unit) hireStaff() {
	for i, r := range instructorRows {
		s := &model.Staff{
			ID: u.id(opened), Given: r.given, Family: r.family, Called: r.called, Rank: r.rank, Speaks: r.speaks,
			Phone: fictionPhone(i), Email: mailbox(r.given, r.family, 0),
		}
		for j, k := range r.skills {
			q := model.Qualification{
				Skill: k, From: opened.Days(-31*(i+j) - 7), Until: u.today.Days(400 + 29*((5*i+3*j)%17)),
			}
			switch {
			case k == model.SkillMedic || k == model.SkillInstructor || k == model.SkillClassroom:
			case s.Family == "Delgado" && k == model.SkillFirearms:
				q.From, q.Until = u.today.Days(-1480), u.today.Days(-19)
			case s.Family == "Vega" && k == model.SkillFitness:
				q.From, q.Until = u.today.Days(-580), u.today.Days(150)
			}
			s.Quals = append(s.Quals, q)
		}
		u.staff = append(u.staff, s)
	}
	week := monday(u.today)
	u.away("Ortega", week.Days(85), 12, model.Leave)
	u.away("Pons", week.Days(-42), 5, model.Away)
	u.away("Brooks", week.Days(61), 1, model.Court)
	u.away(absentee, u.starting().Days(absentDay-1), 2, model.Duty)
}

// away enters an absence of whole days.
func (u *unit) away(family string, first model.Date, days int, why model.Reason) {
	s := u.named(family)
	s.Absences = append(s.Absences, model.Absence{
		Span: model.Span{From: first.At(0), To: first.Days(days).At(0)}, Reason: why,
	})
}

// named is the instructor with that surname.
func (u *unit) named(family string) *model.Staff {
	for _, s := range u.staff {
		if s.Family == family {
			return s
		}
	}
	return nil
}
