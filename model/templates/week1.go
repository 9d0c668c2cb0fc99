package templates

import "muster/model"

// Times within which blocks may be taught, as quarters of the day.
var (
	dayBegins  = clock(7, 0)
	dayEnds    = clock(19, 0)
	nightFalls = clock(20, 0) // dark in every season at the latitude of Miami
	nightEnds  = clock(23, 0)
	ridesEnd   = clock(26, 0) // a late shift reaches into the next day
)

// weekOne is the blocks of the first seven days. Those in a rotation have
// their usual time from there.
func weekOne() []model.Block {
	return append(arrival(), append(basics(), firstFriday()...)...)
}

func arrival() []model.Block {
	return []model.Block{
		{
			Key: opening, Kind: model.KindClass, Title: title("Opening and welcome", "Apertura y bienvenida"),
			Length: 2, Place: model.Classroom, Needs: taught(""), Usual: on(1, clock(8, 0)),
		},
		{
			Key: rulesOfCourse, Kind: model.KindClass,
			Title:  title("Course rules, safety, waivers", "Reglas del curso, seguridad, cartas responsivas"),
			Length: 5, Place: model.Classroom, Briefing: true, Needs: taught(model.SkillClassroom),
			After: after(opening), Usual: on(1, clock(8, 30)),
		},
		{
			Key: useOfForce, Kind: model.KindClass,
			Title:  title("Use of force and human rights", "Uso de la fuerza y derechos humanos"),
			Length: 6, Place: model.Classroom, Needs: taught(model.SkillClassroom),
			After: after(rulesOfCourse), Usual: on(1, clock(10, 0)),
		},
		{
			Key: fitness, Kind: model.KindExercise,
			Title:  title("Fitness assessment", "Evaluación de condición física"),
			Length: 4, Together: 1, Place: model.Gym, Strenuous: true,
			Needs: []model.Need{need(model.Lead, model.SkillFitness, 1), need(model.Medic, model.SkillMedic, 1)},
			After: after(rulesOfCourse), Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: shootingTest, Kind: model.KindFirearms,
			Title:  title("Shooting assessment", "Evaluación inicial de tiro"),
			Length: 4, Together: 1, Place: model.Range, Ammo: model.Live, Briefing: true,
			Needs: firingLine(model.SkillFirearms, 5), Kit: kit(each(kitEarEye), some(kitRadios, 2)),
			After: after(rulesOfCourse, useOfForce), Earliest: dayBegins, Latest: dayEnds,
			Fire: &model.Firing{Relays: 1, Rounds: 50, Course: shoots(firePistolDay), Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: kitIssue, Kind: model.KindClass,
			Title:  title("Kit issue and emergency cards", "Entrega de equipo y tarjetas de emergencia"),
			Length: 4, Together: 1, Place: model.Classroom, Needs: taught(""), After: after(opening),
		},
	}
}

func basics() []model.Block {
	return []model.Block{
		{
			Key: pistol1, Kind: model.KindFirearms,
			Title:  title("Pistol 1: fundamentals", "Pistola 1: fundamentos"),
			Length: 8, Together: 1, Place: model.Range, Ammo: model.Live, Briefing: true,
			Needs: firingLine(model.SkillFirearms, 5), Kit: kit(each(kitEarEye), some(kitRadios, 2)),
			After: after(shootingTest), Earliest: dayBegins, Latest: dayEnds,
			Fire: &model.Firing{Relays: 1, Rounds: 150, Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: building1, Kind: model.KindBuildings,
			Title:  title("Building search 1: doors and corners", "Registro de inmuebles 1: puertas y esquinas"),
			Length: 8, Together: 1, Place: model.Gym, Ammo: model.Dry, Briefing: true,
			Needs: pair(model.SkillBuilding), Kit: kit(each(kitDummies), some(kitShields, 2)),
			After: after(useOfForce), Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: tecc1, Kind: model.KindRescue,
			Title:  title("Emergency casualty care 1", "Atención táctica de heridos 1"),
			Length: 8, Together: 1, Place: model.Classroom, Briefing: true, Needs: medical(),
			Kit:    kit(each(kitTourniquets), some(kitBandage, 4)),
			Rescue: &model.Rescue{Casualties: 3}, Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: swatPlanning, Kind: model.KindClass,
			Title:  title("SWAT: organisation and planning", "SWAT: organización y planeación"),
			Length: 4, Place: model.Classroom, Needs: taught(model.SkillTactics), Usual: on(2, clock(16, 15)),
		},
		{
			Key: pistol2, Kind: model.KindFirearms,
			Title:  title("Pistol 2: movement and cover", "Pistola 2: movimiento y cobertura"),
			Length: 8, Together: 1, Place: model.Range, Ammo: model.Live, Briefing: true, Strenuous: true,
			Needs: firingLine(model.SkillFirearms, 5), Kit: kit(each(kitEarEye), some(kitRadios, 2)),
			After: []model.After{nextDay(pistol1)}, Earliest: dayBegins, Latest: dayEnds,
			Fire: &model.Firing{Relays: 1, Rounds: 180, Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: search1, Kind: model.KindVehicles,
			Title:  title("Vehicle search 1: hides", "Revisión de vehículos 1: compartimentos ocultos"),
			Length: 8, Together: 1, Place: model.SearchYard, Briefing: true,
			Needs: pair(model.SkillVehicle), Kit: kit(some(kitMirrors, 5), some(kitScopes, 2), some(kitLights, 5)),
			Vehicles: []model.CarNeed{cars(model.Search, 3)}, Search: &model.SearchLot{Cars: 3, Hides: 8},
			Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: houseDry, Kind: model.KindBuildings,
			Title:  title("Shoot house: dry runs", "Casa de tiro: recorridos en seco"),
			Length: 8, Together: 1, Place: model.ShootHouse, Ammo: model.Dry, Briefing: true,
			Needs: append(pair(model.SkillBuilding), need(model.Medic, model.SkillMedic, 1)),
			Kit:   kit(each(kitDummies), some(kitShields, 2), some(kitBreach, 1)),
			After: after(building1), Earliest: dayBegins, Latest: dayEnds, House: &model.House{Team: 5, Runs: 4},
		},
		patrolRide(patrol1, 1, on(3, clock(18, 0))),
		{
			Key: rifle1, Kind: model.KindFirearms, Title: title("Rifle", "Fusil"),
			Length: 8, Together: 1, Place: model.Range, Ammo: model.Live, Briefing: true,
			Needs: firingLine(model.SkillRifle, 5),
			Kit:   kit(each(kitEarEye), each(kitCarbines), some(kitRadios, 2)),
			After: after(pistol1), Earliest: dayBegins, Latest: dayEnds,
			Fire: &model.Firing{Relays: 1, Rounds: 120, Long: true, Course: shoots(fireRifle), Ammunition: cartridges(kitRifleRounds)},
		},
		{
			Key: stops, Kind: model.KindVehicles,
			Title:  title("High-risk vehicle stops", "Detención de vehículos de alto riesgo"),
			Length: 8, Together: 1, Place: model.Field, Ammo: model.Dry, Briefing: true,
			Needs: pair(model.SkillVehicle), Kit: kit(each(kitDummies), some(kitRadios, 6)),
			Vehicles: []model.CarNeed{cars(model.Patrol, 3), cars(model.Search, 2)},
			Search:   &model.SearchLot{Cars: 2}, Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: carries, Kind: model.KindRescue,
			Title:  title("Victim rescue: drags and carries", "Rescate de víctimas: arrastres y cargas"),
			Length: 8, Together: 1, Place: model.Gym, Briefing: true, Strenuous: true,
			Needs: []model.Need{
				need(model.Lead, model.SkillRescue, 1), need(model.Line, "", 1),
				need(model.Medic, model.SkillMedic, 1),
			},
			Kit: kit(some(kitStretchers, 4)), Rescue: &model.Rescue{Casualties: 5},
			After: after(tecc1), Earliest: dayBegins, Latest: dayEnds,
		},
		patrolRide(patrol2, 2, on(4, clock(18, 0))),
	}
}

func firstFriday() []model.Block {
	return []model.Block{
		{
			Key: contraband, Kind: model.KindClass,
			Title:  title("Contraband and organised crime", "Contrabando y delincuencia organizada"),
			Length: 8, Together: 1, Place: model.Classroom, Needs: taught(model.SkillClassroom),
		},
		{
			Key: search2, Kind: model.KindVehicles,
			Title:  title("Vehicle search 2: practice", "Revisión de vehículos 2: práctica"),
			Length: 8, Together: 1, Place: model.SearchYard, Briefing: true,
			Needs: pair(model.SkillVehicle), Kit: kit(some(kitMirrors, 6), some(kitScopes, 3), some(kitLights, 5)),
			Vehicles: []model.CarNeed{cars(model.Search, 4)}, Search: &model.SearchLot{Cars: 4, Hides: 12},
			After: []model.After{nextDay(search1)}, Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: carAssault, Kind: model.KindExercise,
			Title:  title("Vehicle assault, marking", "Asalto a vehículo con munición marcadora"),
			Length: 8, Together: 1, Place: model.Field, Ammo: model.Marking, Briefing: true, Strenuous: true,
			Needs: forceOnForce(model.SkillTactics), Kit: kit(each(kitMarking), each(kitMasks), some(kitRadios, 4)),
			Vehicles: []model.CarNeed{cars(model.Patrol, 2)}, Exercise: &model.Exercise{Players: 3, Teams: 2},
			After: after(stops), Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: nightFire, Kind: model.KindFirearms,
			Title:  title("Night fire", "Tiro nocturno"),
			Length: 8, Place: model.Range, Ammo: model.Live, Night: true, Briefing: true,
			Needs: firingLine(model.SkillFirearms, 4),
			Kit:   kit(each(kitEarEye), each(kitLights), some(kitRadios, 3)),
			After: after(pistol2), Earliest: nightFalls, Latest: nightEnds, Usual: on(5, clock(20, 30)),
			Fire: &model.Firing{Relays: 3, Rounds: 60, Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: culture, Kind: model.KindClass, Title: title("Cultural visit", "Visita cultural"),
			Length: 12, Rest: true, Usual: on(6, clock(9, 0)),
		},
		patrolRide(patrol3, 3, on(6, clock(14, 0))),
		swatRide(swat1, 1, 1, on(6, clock(16, 0))),
		patrolRide(patrol4, 4, on(6, clock(21, 30))), // past midnight; the Sunday is free,
	}
}
