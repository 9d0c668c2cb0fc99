package alumni

import (
	"fmt"

	"muster/model"
)

// num is an id of the fixture: a kind and a number.
func num(k model.Kind, n int) model.ID { return model.ID{byte(k), byte(n / 256), byte(n)} }

func day(y, m, d int) model.Date {
	v, ok := model.NewDate(y, m, d)
	if !ok {
		panic("no such day")
	}
	return v
}

func must[T model.Record](r T, err error) T {
	if err != nil {
		panic(err)
	}
	return r
}

// person is one officer of the fixture.
type person struct {
	family, family2, given, rank string
	agency                       int
	region                       string
}

var officers = []person{
	{"Hernández", "Cota", "Mario", "Inspector", 1, "MX-SON"},
	{"Hernández", "Ruiz", "Ana Lucía", "Oficial", 3, "MX-SON"},
	{"Fernández", "Soto", "Jesús", "Policía Primero", 1, "MX-SON"},
	{"Ávila", "Yáñez", "Itzel", "Oficial", 1, "MX-SON"},
	{"Bojórquez", "Peña", "Luis", "Policía Primero", 2, "MX-CHH"},
	{"Cázares", "Ibáñez", "Raúl", "Suboficial", 2, "MX-CHH"},
	{"Núñez", "Íñiguez", "Sofía", "Policía Segundo", 2, "MX-CHH"},
	{"Zúñiga", "Ríos", "Óscar", "Comandante", 4, "MX-SIN"},
	{"Güemes", "Ochoa", "Lucía", "Oficial", 4, "MX-SIN"},
	{"Ortiz", "Leal", "Benito", "Agente", 5, "HN-CR"},
	{"Paz", "Mejía", "Delmy", "Subinspector", 5, "HN-FM"},
	{"Xol", "Caal", "Marcos", "Agente", 5, "HN-FM"},
}

// fixture is twelve officers, three cohorts, a few certificates and contacts.
// Today is 15 January 2026. The first of them is reached by WhatsApp and has a
// talk behind him and a follow-up that is overdue.
func fixture() []model.Record {
	var out []model.Record
	for i, a := range []struct{ short, country, region string }{
		{"PESP Sonora", "MX", "MX-SON"},
		{"SSPE Chihuahua", "MX", "MX-CHH"},
		{"Mun. Nogales", "MX", "MX-SON"},
		{"SSP Sinaloa", "MX", "MX-SIN"},
		{"DNPI", "HN", ""},
	} {
		out = append(out, must(model.NewAgency(model.Agency{ID: num(model.KindAgency, i+1), Name: "Policía " + a.short, Short: a.short, Country: a.country, Region: a.region})))
	}
	for i, o := range officers {
		p := model.Person{
			ID: num(model.KindPerson, i+1), Given: o.given, Family: o.family, Family2: o.family2, Rank: o.rank,
			Agency: num(model.KindAgency, o.agency), Country: o.region[:2], Region: o.region, Phone: fmt.Sprintf("+52 555 010 %04d", i+1),
		}
		switch i {
		case 0:
			p.Called = "Güero"
			p.Ways = []model.Way{
				{Channel: model.WhatsApp, Handle: "+52 555 777 0101", Preferred: true, Verified: day(2025, 3, 3)},
				{Channel: model.Signal, Handle: "mhc.01"},
			}
			p.Email = "mhc@example.org"
			p.Note = "Speaks for the unit at the border meetings."
		case 2:
			p.Standing = model.DoNotContact
		case 5:
			p.Standing = model.Deceased
		case 7:
			p.Phone = ""
		}
		out = append(out, must(model.NewPerson(p)))
	}
	course := must(model.NewCourse(model.Course{ID: num(model.KindCourse, 1), Title: model.OneText("en", "Advanced tactical course"), Days: 12}))
	out = append(out, course)
	seats := func(stage model.Stage, who ...int) []model.Seat {
		var list []model.Seat
		for i, n := range who {
			list = append(list, model.Seat{No: i + 1, Person: num(model.KindPerson, n), Stage: stage})
		}
		return list
	}
	for i, c := range []struct {
		code  string
		first model.Date
		state model.CohortState
		seats []model.Seat
	}{
		{"MEX-24-2", day(2024, 3, 4), model.Closed, seats(model.Completed, 1, 2, 3, 5, 6, 7, 8, 9)},
		{"MEX-25-1", day(2025, 5, 5), model.Closed, seats(model.Completed, 1, 4, 3)},
		{"HND-25-1", day(2025, 9, 1), model.Closed, seats(model.Attended, 10, 11)},
		{"MEX-26-1", day(2026, 2, 2), model.Planning, seats(model.Cleared, 12)},
	} {
		out = append(out, must(model.NewCohort(model.Cohort{
			ID: num(model.KindCohort, i+1), Code: c.code, Zone: "America/New_York", First: c.first, Last: c.first.Days(11),
			Course: course.ID, Places: 30, State: c.state, Seats: c.seats,
		})))
	}
	for i, c := range []model.Certificate{
		{Person: num(model.KindPerson, 1), Cohort: num(model.KindCohort, 1), No: "MEX-24-2-01", Kind: model.CompletedCourse, On: day(2024, 3, 15), Name: "Mario Hernández Cota", Hours: 80, Skills: []model.Skill{model.SkillFirearms, model.SkillVehicle}, Marks: []model.CourseMark{{Title: model.OneText("en", "Pistol qualification"), Percent: 92, Attempt: 1, Passed: true}}},
		{Person: num(model.KindPerson, 2), Cohort: num(model.KindCohort, 1), No: "MEX-24-2-02", Kind: model.CompletedCourse, On: day(2024, 3, 15), Name: "Ana Lucía Hernández Ruiz", Hours: 80, Skills: []model.Skill{model.SkillVehicle}},
		{Person: num(model.KindPerson, 3), Cohort: num(model.KindCohort, 1), No: "MEX-24-2-03", Kind: model.CompletedCourse, On: day(2024, 3, 15), Name: "Jesús Fernández Soto", Hours: 80, Skills: []model.Skill{model.SkillVehicle, model.SkillBuilding}},
	} {
		c.ID, c.Course = num(model.KindCertificate, i+1), course.Title
		out = append(out, must(model.NewCertificate(c)))
	}
	for i, c := range []model.Contact{
		{Person: num(model.KindPerson, 1), At: day(2025, 5, 20).Minute(14*60 + 2), Channel: model.Phone, Way: model.WeSought, By: "Vega", About: "The vehicle drills were taken up by the unit.", Taught: 41},
		{Person: num(model.KindPerson, 1), At: day(2025, 7, 2).Minute(9 * 60), Channel: model.WhatsApp, Way: model.TheySought, By: "Pons", About: "Asks for the search checklist.", Next: "Send the checklist", Due: day(2025, 10, 4)},
		{Person: num(model.KindPerson, 5), At: day(2026, 1, 8).Minute(10 * 60), By: "Pons", Next: "Ask about the visit", Due: day(2026, 2, 1)},
	} {
		c.ID = num(model.KindContact, i+1)
		out = append(out, must(model.NewContact(c)))
	}
	return out
}
