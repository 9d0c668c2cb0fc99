package ride

import (
	"muster/model"
)

func num(k model.Kind, n byte) model.ID { return model.ID{0: 1, 14: byte(k), 15: n} }

func date(day int) model.Date {
	d, _ := model.NewDate(2026, 1, day)
	return d
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Sessions of the fixture.
var (
	window = num(model.KindSession, 1) // SWAT on standby, tonight
	patrol = num(model.KindSession, 2) // fixed, tomorrow
	class  = num(model.KindSession, 3) // of squad B, while the patrol rides
	gone   = num(model.KindSession, 4) // a patrol on Monday that was called off
	past   = num(model.KindSession, 5) // a patrol on Tuesday: officer 1 rode
)

func officer(n byte) model.ID { return num(model.KindPerson, n) }

// course is a cohort of eight in two squads, with rides. Officers 1 to 6 have
// waivers that hold, 7's was not witnessed, 8 has none. 6 speaks French only.
func course(name func(string) string) *model.Desk {
	var put []model.Record
	add := func(r model.Record) { put = append(put, r) }
	add(must(model.NewAgency(model.Agency{ID: num(model.KindAgency, 1), Name: name("Metro Police"), Short: name("Metro PD")})))
	for i, v := range []model.Vehicle{
		{Name: "Bear 1", Kind: model.Armoured, Seats: 2},
		{Name: "Bear 2", Kind: model.Armoured, Seats: 1},
		{Name: "Patrol 14", Kind: model.Patrol, Seats: 2},
		{Name: "Patrol 15", Kind: model.Patrol, Seats: 1},
	} {
		v.ID, v.Name = num(model.KindVehicle, byte(i+1)), name(v.Name)
		add(must(model.NewVehicle(v)))
	}
	for i, who := range []struct {
		called string
		speaks []string
	}{{"Cole", []string{"en"}}, {"Santos", []string{"es", "en"}}} {
		add(must(model.NewStaff(model.Staff{
			ID: num(model.KindStaff, byte(i+1)), Family: name(who.called), Speaks: who.speaks,
			Quals: []model.Qualification{{Skill: model.SkillRideHost}},
		})))
	}
	c := model.Cohort{
		ID: num(model.KindCohort, 1), Code: "MEX-26-1", Zone: "America/New_York", First: date(12), Last: date(23),
		Places: 8, Squads: 2, State: model.Running,
	}
	names := [][2]string{
		{"Itzel", "Ávila Yáñez"},
		{"Luis", "Bojórquez Peña"},
		{"Raúl", "Cázares Ibáñez"},
		{"Sofía", "Duarte Leyva"},
		{"Óscar", "Encinas Ruelas"},
		{"Jean", "Félix"},
		{"Ana", "Gámez Cota"},
		{"Iván", "Híjar Núñez"},
	}
	for i, n := range names {
		p := model.Person{
			ID: officer(byte(i + 1)), Given: name(n[0]), Family: name(n[1]), Speaks: []string{"es"}, Phone: name("+52 662 555 010") + string('0'+rune(i)),
			Papers: model.Papers{Waiver: date(8), Witness: name("E. Ruiz")},
		}
		switch i {
		case 5:
			p.Speaks = []string{"fr"}
		case 6:
			p.Papers.Witness = ""
		case 7:
			p.Papers = model.Papers{}
		}
		add(must(model.NewPerson(p)))
		c.Seats = append(c.Seats, model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(i%2) + 1, Stage: model.InCourse})
	}
	add(must(model.NewCohort(c)))
	for _, s := range rides(name) {
		s.Cohort = c.ID
		add(must(model.NewSession(s)))
	}
	ch := model.Change{}
	for _, r := range put {
		ch.Puts = append(ch.Puts, model.Put{Record: r})
	}
	return (&model.Desk{}).With(ch, 1)
}

func rides(name func(string) string) []model.Session {
	title := func(s string) model.Text { return model.Text{En: name(s)} }
	swat := model.Block{Kind: model.KindRide, Title: title("SWAT 1"), Length: 20, RideKind: model.SWATRide}
	beat := model.Block{Kind: model.KindRide, Title: title("Patrol ride"), Length: 16, RideKind: model.PatrolRide}
	host := []model.Part{{Staff: num(model.KindStaff, 1), Role: model.Host}, {Staff: num(model.KindStaff, 2), Role: model.Host}}
	both := []model.ID{num(model.KindVehicle, 3), num(model.KindVehicle, 4)}
	return []model.Session{
		{
			ID: window, Block: swat, Start: date(15).At(76), Cars: []model.ID{num(model.KindVehicle, 1), num(model.KindVehicle, 2)},
			Ride: &model.Ride{Brief: 2, Debrief: 2, Standby: true, Host: num(model.KindAgency, 1), Approved: date(5)},
		},
		{
			ID: patrol, Block: beat, Start: date(16).At(68), Staff: host, Cars: both,
			Ride: &model.Ride{Brief: 2, Debrief: 2, Host: num(model.KindAgency, 1)},
		},
		{
			ID: class, Squads: model.SquadsOf(2), Start: date(16).At(72),
			Block: model.Block{Kind: model.KindClass, Title: title("Night class"), Length: 4},
		},
		{
			ID: gone, Block: beat, Start: date(12).At(68), Staff: host, Cars: both,
			Off:  &model.Off{At: date(12).Minute(15 * 60), Reason: name("storm")},
			Ride: &model.Ride{Brief: 2, Debrief: 2, Riders: []model.Rider{{Person: officer(2)}}},
		},
		{
			ID: past, Block: beat, Start: date(13).At(68), Staff: host, Cars: both,
			Ride: &model.Ride{Brief: 2, Debrief: 2, Riders: []model.Rider{{Person: officer(1), Car: "Patrol 14"}}},
		},
	}
}

func plainly(s string) string { return s }
