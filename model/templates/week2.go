package templates

import (
	"strconv"

	"muster/model"
)

// weekTwo is the blocks of days 8 to 12.
func weekTwo() []model.Block { return append(advanced(), finish()...) }

func advanced() []model.Block {
	return []model.Block{
		{
			Key: houseMarking, Kind: model.KindBuildings,
			Title:  title("Shoot house: marking runs", "Casa de tiro: munición marcadora"),
			Length: 8, Together: 1, Place: model.ShootHouse, Ammo: model.Marking, Briefing: true, Strenuous: true,
			Needs: forceOnForce(model.SkillBuilding),
			Kit:   kit(each(kitMarking), each(kitMasks), some(kitShields, 2), some(kitRadios, 2)),
			After: []model.After{nextDay(houseDry)}, Earliest: dayBegins, Latest: dayEnds,
			House: &model.House{Team: 5, Runs: 4},
		},
		{
			Key: heights, Kind: model.KindRescue,
			Title:  title("Rescue from height", "Rescate en alturas"),
			Length: 8, Together: 1, Place: model.Tower, Briefing: true, Strenuous: true,
			Needs: medical(), Kit: kit(each(kitRopes), some(kitStretchers, 2), some(kitRadios, 2)),
			After: after(carries), Earliest: dayBegins, Latest: dayEnds,
			Rescue: &model.Rescue{Casualties: 2, Heights: true},
		},
		{
			Key: negotiation, Kind: model.KindClass,
			Title:  title("Hostage incidents and negotiation", "Toma de rehenes y negociación"),
			Length: 8, Together: 1, Place: model.Classroom, Needs: taught(model.SkillClassroom),
		},
		{
			Key: command, Kind: model.KindClass,
			Title:  title("Command post and incident command", "Puesto de mando y manejo de crisis"),
			Length: 4, Place: model.Classroom, Needs: taught(model.SkillTactics),
			After: after(swatPlanning), Usual: on(8, clock(16, 15)),
		},
		{
			Key: pistolTest, Kind: model.KindFirearms,
			Title:  title("Pistol qualification, day", "Calificación de pistola, diurna"),
			Length: 8, Together: 1, Place: model.Range, Ammo: model.Live, Briefing: true,
			Needs: qualifying(model.SkillFirearms, 5), Kit: kit(each(kitEarEye), some(kitRadios, 2)),
			After: after(pistol2), Earliest: dayBegins, Latest: dayEnds,
			Fire: &model.Firing{Relays: 1, Rounds: 100, Qualifies: true, Course: shoots(firePistolDay), Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: tecc2, Kind: model.KindRescue,
			Title:  title("Emergency casualty care 2: under fire", "Atención táctica de heridos 2: bajo fuego"),
			Length: 8, Together: 1, Place: model.Tower, Briefing: true, Needs: medical(),
			Kit:   kit(each(kitTourniquets), some(kitBandage, 6), some(kitStretchers, 2)),
			After: []model.After{nextDay(tecc1)}, Earliest: dayBegins, Latest: dayEnds,
			Rescue: &model.Rescue{Casualties: 4},
		},
		{
			Key: interview, Kind: model.KindClass,
			Title:  title("Interview, evidence, case file", "Entrevista, evidencia y carpeta de investigación"),
			Length: 8, Together: 1, Place: model.Classroom, Needs: taught(model.SkillClassroom),
		},
		{
			Key: nightTest, Kind: model.KindFirearms,
			Title:  title("Pistol qualification, night", "Calificación de pistola, nocturna"),
			Length: 8, Place: model.Range, Ammo: model.Live, Night: true, Briefing: true,
			Needs: firingLine(model.SkillFirearms, 4),
			Kit:   kit(each(kitEarEye), each(kitLights), some(kitRadios, 3)),
			After: after(pistolTest, nightFire), Earliest: nightFalls, Latest: nightEnds, Usual: on(9, clock(20, 30)),
			Fire: &model.Firing{Relays: 3, Rounds: 50, Qualifies: true, Course: shoots(firePistolNight), Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: houseLive, Kind: model.KindBuildings,
			Title:  title("Shoot house: live", "Casa de tiro: fuego real"),
			Length: 6, Together: 1, Place: model.ShootHouse, Ammo: model.Live, Briefing: true, Strenuous: true,
			Needs: firingLine(model.SkillBuilding, 5),
			Kit:   kit(each(kitEarEye), each(kitArmour), some(kitRadios, 2)),
			After: after(houseMarking, pistolTest), Earliest: dayBegins, Latest: dayEnds,
			House: &model.House{Team: 5, Runs: 2}, Fire: &model.Firing{Rounds: 40, Ammunition: cartridges(kitPistolRounds)},
		},
		{
			Key: victimLanes, Kind: model.KindRescue,
			Title:  title("Victim rescue lanes", "Pista de rescate de víctimas"),
			Length: 6, Together: 1, Place: model.Field, Briefing: true, Strenuous: true, Needs: medical(),
			Kit:      kit(some(kitStretchers, 4), some(kitShields, 2), some(kitRadios, 4)),
			Vehicles: []model.CarNeed{cars(model.Armoured, 1)}, Rescue: &model.Rescue{Casualties: 6},
			After: after(tecc2, carries), Earliest: dayBegins, Latest: dayEnds,
		},
		{
			Key: trucks, Kind: model.KindVehicles,
			Title:  title("Vehicle search 3: trucks and buses", "Revisión de vehículos 3: camiones y autobuses"),
			Length: 6, Together: 1, Place: model.SearchYard, Briefing: true,
			Needs: pair(model.SkillVehicle), Kit: kit(some(kitMirrors, 6), some(kitScopes, 3), some(kitLights, 5)),
			Vehicles: []model.CarNeed{cars(model.Search, 4)}, Search: &model.SearchLot{Cars: 4, Hides: 10},
			After: after(search2), Earliest: dayBegins, Latest: dayEnds,
		},
		swatRide(swat2, 2, 2, on(10, clock(18, 0))),
	}
}

func finish() []model.Block {
	return []model.Block{
		{
			Key: finalExercise, Kind: model.KindExercise,
			Title:  title("Final exercise", "Ejercicio final"),
			Length: 13, Place: model.Field, Ammo: model.Marking, Briefing: true, Strenuous: true,
			Needs: append(forceOnForce(model.SkillTactics),
				need(model.Line, model.SkillBuilding, 2), need(model.Assistant, "", 2)),
			Kit:      kit(each(kitMarking), each(kitMasks), some(kitRadios, 12), some(kitStretchers, 3)),
			Vehicles: []model.CarNeed{cars(model.Armoured, 1), cars(model.Patrol, 3), cars(model.Search, 2)},
			Exercise: &model.Exercise{Players: 6, Teams: 3},
			After:    after(houseMarking, carAssault, victimLanes, command),
			Earliest: dayBegins, Latest: dayEnds, Usual: on(11, clock(8, 30)),
		},
		{
			Key: review, Kind: model.KindClass,
			Title:  title("After-action review", "Revisión posterior al ejercicio"),
			Length: 3, Place: model.Classroom, Needs: taught(model.SkillTactics),
			After: after(finalExercise), Usual: on(11, clock(13, 0)),
		},
		{
			Key: remedial, Kind: model.KindFirearms,
			Title:  title("Second attempt and remedial fire", "Segundo intento y tiro de recuperación"),
			Length: 6, Place: model.Range, Ammo: model.Live, Briefing: true,
			Needs: firingLine(model.SkillFirearms, 5), Kit: kit(each(kitEarEye), some(kitRadios, 2)),
			After: after(pistolTest, nightTest), Earliest: dayBegins, Latest: dayEnds, Usual: on(11, clock(14, 15)),
			Fire: &model.Firing{Relays: 3, Rounds: 50, Qualifies: true, Course: shoots(firePistolDay), Ammunition: cartridges(kitPistolRounds)},
		},
		class(exam, "Written exam", "Examen escrito", 4, on(11, clock(16, 15))),
		class(rehearsal, "Graduation rehearsal", "Ensayo de graduación", 2, on(11, clock(17, 15))),
		class(resit, "Written exam: re-sits", "Examen escrito: segunda oportunidad", 4, on(12, clock(8, 30)), exam),
		class(network, "Working cases across state lines", "Casos entre estados: red de enlace", 3,
			on(12, clock(9, 30))),
		class(survey, "Course survey", "Encuesta del curso", 2, on(12, clock(10, 15))),
		class(kitReturn, "Kit and weapons return", "Devolución de equipo y armas", 3, on(12, clock(10, 45))),
		{
			Key: graduation, Kind: model.KindClass, Ends: true,
			Title:  title("Certificates and graduation", "Entrega de constancias y graduación"),
			Length: 4, Place: model.Classroom, Needs: taught(""), After: after(resit), Usual: on(12, clock(11, 30)),
		},
		{
			Key: departure, Kind: model.KindClass, Title: title("Departures", "Salidas"),
			Length: 8, Rest: true, After: after(graduation), Usual: on(12, clock(14, 0)),
		},
	}
}

// class is an hour or so in the classroom for everybody.
func class(key int, en, es string, length int, at model.Usual, first ...int) model.Block {
	return model.Block{
		Key: key, Kind: model.KindClass, Title: title(en, es), Length: length, Place: model.Classroom,
		Exam: key == exam || key == resit, Needs: taught(""), After: after(first...), Usual: at,
	}
}

// patrolRide is the n-th ride-along with patrol: half an hour's briefing, two
// hours on the road, half an hour's debriefing.
func patrolRide(key, n int, at model.Usual) model.Block {
	return model.Block{
		Key: key, Kind: model.KindRide,
		Title:  title("Patrol ride-along "+strconv.Itoa(n), "Acompañamiento en patrulla "+strconv.Itoa(n)),
		Length: 12, Place: model.Station, Needs: hosted(), RideKind: model.PatrolRide, Usual: at,
		Earliest: clock(12, 0), Latest: ridesEnd,
	}
}

// swatRide is the n-th window in which a SWAT operation is observed from
// armoured vehicles, with the planning before and the debriefing after.
func swatRide(key, n, vehicles int, at model.Usual) model.Block {
	return model.Block{
		Key: key, Kind: model.KindRide,
		Title:  title("SWAT observation "+strconv.Itoa(n), "Observación SWAT "+strconv.Itoa(n)),
		Length: 16, Place: model.Station, Needs: hosted(), RideKind: model.SWATRide, Usual: at,
		Vehicles: []model.CarNeed{cars(model.Armoured, vehicles)}, Earliest: clock(12, 0), Latest: ridesEnd,
	}
}
