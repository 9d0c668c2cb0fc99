package roll

import (
	"fmt"
	"testing"
	"time"

	"muster/model"
	"muster/ui/tab/tabtest"
)

// host is a course to be looked at.
type host struct{ *tabtest.Host }

func (h *host) roll(session model.ID) *model.Roll { return h.Desk().Rolls.Get(session) }

// missing is the first officer marked missing on the roll of the pistol class.
func (h *host) missing() model.ID {
	for _, m := range h.roll(pistol).Marks {
		if m.State == model.Missing {
			return m.Person
		}
	}
	return model.ID{}
}

// id is an id of the fixture: a letter for the kind, and a number.
func id(kind byte, n int) model.ID { return model.ID{kind, byte(n >> 8), byte(n)} }

// Ids of the fixture.
var (
	opening = id('s', 1) // Thursday 06:00–07:00, all squads
	pistol  = id('s', 2) // Thursday 07:00–10:00, squads A and B
	search  = id('s', 3) // Thursday 07:00–10:00, squad C
	ride    = id('s', 4) // Thursday 20:00, two riders
	later   = id('s', 5) // Friday
	tray    = id('s', 6)
)

func thursday() model.Date { d, _ := model.NewDate(2026, 1, 15); return d }

func officer(n int) model.ID { return id('p', n) }

// newHost has one course in its first week, of n officers in three squads. It
// is Thursday 15 January 2026, 07:42 in New York.
func newHost(t testing.TB, tag string, n int) *host {
	t.Helper()
	h := &host{tabtest.New(t, tag, time.Date(2026, 1, 15, 12, 42, 10, 0, time.UTC))}
	h.Unfailing = true
	h.Resize(120, 36)
	h.InHand = id('c', 1)
	h.Hold(fixture(t, n)...)
	return h
}

func must[R model.Record](t testing.TB) func(R, error) model.Record {
	return func(r R, err error) model.Record {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
}

func fixture(t testing.TB, n int) []model.Record {
	t.Helper()
	given := []string{"Itzel", "Luis", "Raúl", "Sofía", "Óscar", "Ana Lucía", "Mario", "Jesús", "Ximena", "Iker", "Nadia", "Hugo"}
	family := []string{"Ávila Yáñez", "Bojórquez Peña", "Cázares Ibáñez", "Núñez Íñiguez", "Zúñiga Ríos", "Hernández Ruiz", "Duarte Cota", "Fernández Soto", "Ibarra Leyva", "Jasso Marín", "Lozano Vega", "Quiroz Peralta"}
	var out []model.Record
	out = append(out, must[*model.Agency](t)(model.NewAgency(model.Agency{ID: id('a', 1), Name: "Policía Estatal de Sonora", Short: "PESP Sonora", Country: "MX"})))
	var seats []model.Seat
	for i := range n {
		p := model.Person{ID: officer(i + 1), Given: given[i%12], Family: family[i%12], Rank: "Suboficial", Agency: id('a', 1), Speaks: []string{"es"}}
		if i >= 12 {
			p.Given += fmt.Sprintf(" %d", i)
		}
		p.Phone = fmt.Sprintf("+52 662 555 %04d", i)
		if i == 2 {
			p.Ways = []model.Way{{Channel: model.WhatsApp, Handle: "+52 662 555 9002", Preferred: true}}
			p.Sex, p.Nationality, p.Born = model.Male, "MX", thursday().Days(-11000)
			p.Passport = model.Passport{No: "G1234567", Country: "MX", Expires: thursday().Days(1800)}
			p.Emergency = model.Emergency{
				Name: "Marta Ibáñez", Relation: "madre", Phone: "+52 662 555 7777", Blood: "O+",
				Allergies: "Penicilina", Medical: "Asma leve; lleva inhalador",
			}
		}
		out = append(out, must[*model.Person](t)(model.NewPerson(p)))
		seats = append(seats, model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(i*3/n) + 1, Stage: model.InCourse})
	}
	places := []model.Place{
		{ID: id('l', 1), Name: "Classroom 1", Short: "Class 1", Kind: model.Classroom, Capacity: 2000},
		{ID: id('l', 2), Name: "Range 1", Kind: model.Range, Lanes: 12},
	}
	for _, p := range places {
		out = append(out, must[*model.Place](t)(model.NewPlace(p)))
	}
	for i, s := range []model.Staff{{Family: "Ruiz", Given: "Elena"}, {Family: "Ortega", Given: "Pablo"}, {Family: "Pons", Given: "Carla"}} {
		s.ID = id('t', i+1)
		out = append(out, must[*model.Staff](t)(model.NewStaff(s)))
	}
	out = append(out, must[*model.Cohort](t)(model.NewCohort(model.Cohort{
		ID: id('c', 1), Code: "MEX-26-1", Title: "Sonora", Zone: "America/New_York", State: model.Running,
		First: thursday().Days(-3), Last: thursday().Days(9), Squads: 3, Seats: seats,
	})))
	th := thursday()
	cast := []model.Part{
		{Staff: id('t', 1), Role: model.Lead},
		{Staff: id('t', 2), Role: model.Line},
		{Staff: id('t', 2), Role: model.RSO},
		{Staff: id('t', 3), Role: model.Medic},
	}
	sessions := []model.Session{
		{ID: opening, Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Opening", Es: "Apertura"}, Length: 4}, Squads: model.AllSquads(3), Start: th.At(24), Place: id('l', 1)},
		{ID: pistol, Block: model.Block{Kind: model.KindFirearms, Title: model.Text{En: "Pistol 1", Es: "Pistola 1"}, Length: 12, Ammo: model.Dry}, Squads: model.AllSquads(2), Start: th.At(28), Place: id('l', 2), Staff: cast},
		{ID: search, Block: model.Block{Kind: model.KindVehicles, Title: model.Text{En: "Vehicle search 1", Es: "Revisión 1"}, Length: 12}, Squads: model.SquadsOf(3), Start: th.At(28)},
		{
			ID: ride, Block: model.Block{Kind: model.KindRide, Title: model.Text{En: "Ride-along 1", Es: "Acompañamiento 1"}, Length: 16, RideKind: model.PatrolRide}, Start: th.At(80),
			Ride: &model.Ride{Riders: []model.Rider{{Person: officer(1), Host: id('t', 1)}, {Person: officer(2)}}},
		},
		{ID: later, Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Law", Es: "Derecho"}, Length: 8}, Squads: model.AllSquads(3), Start: th.Days(1).At(48), Place: id('l', 1)},
		{ID: tray, Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Survey", Es: "Encuesta"}, Length: 4}, Squads: model.AllSquads(3)},
	}
	for _, s := range sessions {
		s.Cohort = id('c', 1)
		out = append(out, must[*model.Session](t)(model.NewSession(s)))
	}
	return out
}
