package schedule

import (
	"slices"
	"testing"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// num is the id of the n-th record of a kind in the fixture.
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

func title(en, es string) model.Text { return model.Text{En: en, Es: es} }

// Sessions of the fixture, by what they are.
var (
	opening = num(model.KindSession, 1)
	pistolA = num(model.KindSession, 2)
	searchB = num(model.KindSession, 3)
	rifle   = num(model.KindSession, 4) // clashes: its range is let
	swat    = num(model.KindSession, 5) // past midnight
	drags   = num(model.KindSession, 6) // in the tray
	finale  = num(model.KindSession, 7) // in the tray
)

// small is a desk with one cohort in two squads and seven sessions, enough
// for every part of the screen to have something to show.
func small(name func(string) string) *model.Desk {
	put := []model.Record{
		must(model.NewAgency(model.Agency{ID: num(model.KindAgency, 1), Name: name("PESP Sonora"), Country: "MX"})),
		must(model.NewPlace(model.Place{
			ID: num(model.KindPlace, 1), Name: name("Range 1"), Kind: model.Range, Lanes: 12, Capacity: 40,
			Bookings: []model.Booking{{Span: model.Span{From: date(15).At(28), To: date(15).At(44)}, By: name("County")}},
			Hours:    weekdays(28, 88),
		})),
		must(model.NewPlace(model.Place{ID: num(model.KindPlace, 2), Name: name("Classroom 1"), Short: "Class 1", Kind: model.Classroom, Capacity: 40})),
		must(model.NewPlace(model.Place{ID: num(model.KindPlace, 3), Name: name("Search yard"), Short: "Yard", Kind: model.SearchYard, Capacity: 30})),
		must(model.NewVehicle(model.Vehicle{ID: num(model.KindVehicle, 1), Name: name("Bear 1"), Kind: model.Armoured, Seats: 4})),
		must(model.NewKit(model.Kit{ID: num(model.KindKit, 1), Name: title(name("Search mirrors"), ""), Count: 10})),
	}
	skills := [][]model.Skill{
		{model.SkillFirearms, model.SkillRSO, model.SkillInstructor},
		{model.SkillVehicle, model.SkillFirearms},
		{model.SkillMedic},
		{model.SkillRideHost, model.SkillClassroom},
	}
	for i, who := range [][2]string{{"Elena", "Ruiz"}, {"Marcos", "Ortega"}, {"Lucía", "Pons"}, {"Andrés", "Vega"}} {
		s := model.Staff{ID: num(model.KindStaff, byte(i+1)), Given: name(who[0]), Family: name(who[1]), Speaks: []string{"es", "en"}}
		for _, k := range skills[i] {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		if i == 3 {
			s.Absences = []model.Absence{{Span: model.Span{From: date(14).At(0), To: date(15).At(0)}, Reason: model.Court}}
		}
		put = append(put, must(model.NewStaff(s)))
	}
	cohort := model.Cohort{
		ID: num(model.KindCohort, 1), Code: "MEX-26-1", Title: name("Sonora & Chihuahua"), Country: "MX", Zone: "America/New_York",
		First: date(12), Last: date(23), Places: 12, Squads: 2, State: model.Planning,
	}
	for i := range byte(12) {
		p := must(model.NewPerson(model.Person{ID: num(model.KindPerson, i+1), Given: name("Ana"), Family: name("Ávila " + string('A'+rune(i))), Country: "MX", Speaks: []string{"es"}}))
		put = append(put, p)
		cohort.Seats = append(cohort.Seats, model.Seat{No: int(i) + 1, Person: p.ID, Squad: model.Squad(i%2) + 1, Stage: model.Cleared})
	}
	put = append(put, must(model.NewCohort(cohort)))
	for _, s := range sessions(name) {
		put = append(put, must(model.NewSession(s)))
	}
	var c model.Change
	for _, r := range put {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return (&model.Desk{}).With(c, 1)
}

func weekdays(open, shut int) []model.Hours {
	var out []model.Hours
	for d := range 7 {
		out = append(out, model.Hours{Weekday: d, Open: open, Close: shut})
	}
	return out
}

func sessions(name func(string) string) []model.Session {
	cohort := num(model.KindCohort, 1)
	staff := func(n byte, r model.Role) model.Part { return model.Part{Staff: num(model.KindStaff, n), Role: r} }
	fire := model.Block{
		Kind: model.KindFirearms, Length: 8, Place: model.Range, Ammo: model.Live,
		Fire:  &model.Firing{Relays: 2, Rounds: 120},
		Needs: []model.Need{{Role: model.Lead, Skill: model.SkillFirearms, Count: 1}, {Role: model.Medic, Skill: model.SkillMedic, Count: 1}},
	}
	pistol, long := fire, fire
	pistol.Key, pistol.Title = 2, title(name("Pistol 1: fundamentals"), name("Pistola 1: fundamentos"))
	long.Key, long.Title = 4, title(name("Rifle"), name("Fusil"))
	return []model.Session{
		{
			ID: opening, Cohort: cohort, Squads: 3, Start: date(12).At(32), Place: num(model.KindPlace, 2),
			Staff: []model.Part{staff(4, model.Lead)},
			Block: model.Block{Key: 1, Kind: model.KindClass, Title: title(name("Opening"), name("Apertura")), Length: 4, Place: model.Classroom, Briefing: true},
		},
		{
			ID: pistolA, Cohort: cohort, Squads: 1, Start: date(12).At(40), Place: num(model.KindPlace, 1), Block: pistol,
			Staff: []model.Part{staff(1, model.Lead), staff(2, model.Line), staff(1, model.RSO), staff(3, model.Medic)},
		},
		{
			ID: searchB, Cohort: cohort, Squads: 2, Start: date(12).At(40), Place: num(model.KindPlace, 3), Pinned: true,
			Block: model.Block{
				Key: 3, Kind: model.KindVehicles, Title: title(name("Vehicle search 1"), name("Revisión de vehículos 1")), Length: 8,
				Place: model.SearchYard, Search: &model.SearchLot{Cars: 4, Hides: 8}, Kit: []model.KitNeed{{Kit: num(model.KindKit, 1), Count: 4}},
			},
		},
		{
			ID: rifle, Cohort: cohort, Squads: 3, Start: date(15).At(36), Place: num(model.KindPlace, 1), Block: long,
			Staff: []model.Part{staff(1, model.Lead)},
		},
		{
			ID: swat, Cohort: cohort, Start: date(14).At(86), Cars: []model.ID{num(model.KindVehicle, 1)},
			Block: model.Block{Key: 5, Kind: model.KindRide, Title: title(name("SWAT 1"), name("SWAT 1")), Length: 16, RideKind: model.SWATRide, Night: true},
			Ride: &model.Ride{Brief: 2, Debrief: 2, Riders: []model.Rider{
				{Person: num(model.KindPerson, 1)}, {Person: num(model.KindPerson, 2)},
			}},
		},
		{
			ID: drags, Cohort: cohort, Squads: 1,
			Block: model.Block{
				Key: 6, Kind: model.KindRescue, Title: title(name("Rescue: drags"), name("Rescate: arrastres")), Length: 6,
				Usual: model.Usual{Day: 2, At: 40}, Rescue: &model.Rescue{Casualties: 2},
			},
		},
		{
			ID: finale, Cohort: cohort, Squads: 3,
			Block: model.Block{
				Key: 7, Kind: model.KindExercise, Title: title(name("Final exercise"), name("Ejercicio final")), Length: 12,
				Usual: model.Usual{Day: 11, At: 32}, Exercise: &model.Exercise{Players: 4},
			},
		},
	}
}

// calm is the desk with every rule off but the one on bookings, so that the
// pictures of the board do not change when a rule does.
func calm(d *model.Desk) *model.Desk {
	off := slices.DeleteFunc(allOff(), func(r model.RuleSetting) bool { return r.Rule == "let-to-others" })
	return d.With(model.Change{Puts: []model.Put{{Record: must(model.NewSettings(model.Settings{Rules: off}))}}}, 2)
}

// allOff is every rule switched off.
func allOff() []model.RuleSetting {
	var off []model.RuleSetting
	for _, r := range rules.All() {
		off = append(off, model.RuleSetting{Rule: r.ID, Off: true})
	}
	return off
}

func plainly(s string) string { return s }

// begin is the fixture on a screen.
func begin(t testing.TB, w, h int) *fake {
	t.Helper()
	f := newFake(small(plainly), "en", kit.Mono)
	f.tab.Resize(w, h)
	f.stack.Resize(w, h)
	return f
}

func (f *fake) session(id model.ID) *model.Session { return f.desk.Sessions.Get(id) }

// on puts the cursor on a session.
func (f *fake) on(t testing.TB, id model.ID) {
	t.Helper()
	if !f.tab.Open(model.Ref{Kind: model.KindSession, ID: id}) {
		t.Fatal("the tab does not open the session")
	}
	f.settle()
	if s := f.tab.selected(); s == nil || s.ID != id {
		t.Fatal("the cursor is not on the session that was opened")
	}
}
