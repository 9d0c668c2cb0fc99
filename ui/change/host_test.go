package change

import (
	"fmt"
	"testing"
	"time"

	"muster/model"
	"muster/ui/tab/tabtest"
)

// host is a course to be looked at.
type host struct{ *tabtest.Host }

// id is an id of the fixture: a letter for the kind, and a number.
func id(kind byte, n int) model.ID { return model.ID{kind, byte(n >> 8), byte(n)} }

// Ids of the fixture.
var (
	ruiz, ortega, vega, pons, castro = id('t', 1), id('t', 2), id('t', 3), id('t', 4), id('t', 5)
	room1, range1, range2, yard      = id('l', 1), id('l', 2), id('l', 3), id('l', 4)

	pistol1 = id('s', 1) // Thursday 07:00–10:00, Range 1: Ruiz leads, Ortega on the line
	pistol2 = id('s', 2) // Thursday 13:00–15:00, Range 1: Ruiz leads
	law     = id('s', 3) // Thursday 10:30–12:00, Class 1: Ortega
	search  = id('s', 4) // Thursday 07:00–10:00, the yard: Castro
	friday  = id('s', 5) // Friday 07:00–09:00, Range 1: Ruiz
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
	var out []model.Record
	var seats []model.Seat
	for i := range n {
		p := model.Person{ID: officer(i + 1), Given: "Luz", Family: fmt.Sprintf("Zamora %02d", i+1), Speaks: []string{"es"}}
		out = append(out, must[*model.Person](t)(model.NewPerson(p)))
		seats = append(seats, model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(i*2/n) + 1, Stage: model.InCourse})
	}
	for _, p := range []model.Place{
		{ID: room1, Name: "Classroom 1", Short: "Class 1", Kind: model.Classroom, Capacity: 40},
		{ID: range1, Name: "Range 1", Kind: model.Range, Lanes: 12},
		{ID: range2, Name: "Range 2", Kind: model.Range, Lanes: 12},
		{ID: yard, Name: "Yard", Kind: model.SearchYard},
	} {
		out = append(out, must[*model.Place](t)(model.NewPlace(p)))
	}
	skills := map[model.ID][]model.Skill{
		ruiz: {model.SkillFirearms, model.SkillRSO, model.SkillClassroom}, ortega: {model.SkillFirearms, model.SkillRSO, model.SkillClassroom},
		vega: {model.SkillFirearms, model.SkillRSO}, pons: {model.SkillMedic}, castro: {model.SkillVehicle},
	}
	for i, name := range []string{"Ruiz", "Ortega", "Vega", "Pons", "Castro"} {
		s := model.Staff{ID: id('t', i+1), Family: name, Given: "Ana", Speaks: []string{"es", "en"}}
		for _, k := range skills[s.ID] {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		out = append(out, must[*model.Staff](t)(model.NewStaff(s)))
	}
	th := thursday()
	out = append(out, must[*model.Cohort](t)(model.NewCohort(model.Cohort{
		ID: id('c', 1), Code: "MEX-26-1", Title: "Sonora", Zone: "America/New_York", State: model.Running,
		First: th.Days(-3), Last: th.Days(9), Squads: 2, Seats: seats,
	})))
	block := func(kind model.BlockKind, en, es string, length int, place model.PlaceKind) model.Block {
		b := model.Block{Kind: kind, Title: model.Text{En: en, Es: es}, Length: length, Place: place, Ammo: model.NoAmmo}
		if kind == model.KindFirearms {
			b.Ammo = model.Dry
		}
		return b
	}
	part := func(who model.ID, r model.Role) model.Part { return model.Part{Staff: who, Role: r} }
	need := []model.Need{{Role: model.Lead, Skill: model.SkillFirearms, Count: 1}}
	pistol := func(en, es string, length int) model.Block {
		b := block(model.KindFirearms, en, es, length, model.Range)
		b.Needs = need
		return b
	}
	for _, s := range []model.Session{
		{ID: pistol1, Block: pistol("Pistol 1", "Pistola 1", 12), Squads: model.SquadsOf(1), Start: th.At(28), Place: range1, Staff: []model.Part{part(ruiz, model.Lead), part(ortega, model.Line)}},
		{ID: pistol2, Block: pistol("Pistol 2", "Pistola 2", 8), Squads: model.SquadsOf(1), Start: th.At(52), Place: range1, Staff: []model.Part{part(ruiz, model.Lead)}},
		{ID: law, Block: block(model.KindClass, "Law", "Derecho", 6, model.Classroom), Squads: model.AllSquads(2), Start: th.At(42), Place: room1, Staff: []model.Part{part(ortega, model.Lead)}},
		{ID: search, Block: block(model.KindVehicles, "Vehicle search 1", "Revisión 1", 12, model.SearchYard), Squads: model.SquadsOf(2), Start: th.At(28), Place: yard, Staff: []model.Part{part(castro, model.Lead)}},
		{ID: friday, Block: pistol("Pistol 3", "Pistola 3", 8), Squads: model.SquadsOf(1), Start: th.Days(1).At(28), Place: range1, Staff: []model.Part{part(ruiz, model.Lead)}},
	} {
		s.Cohort = id('c', 1)
		out = append(out, must[*model.Session](t)(model.NewSession(s)))
	}
	return out
}
