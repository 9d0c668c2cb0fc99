package rules

import (
	"fmt"

	"pgregory.net/rapid"

	"muster/model"
)

// Desks made at random: small, dense, and full of faults.

func id(kind, n int) model.ID { return model.ID{0: byte(kind), 14: byte(n >> 8), 15: byte(n)} }

var monday = func() model.Date { d, _ := model.NewDate(2026, 1, 12); return d }()

type draw struct{ *rapid.T }

func (t draw) n(low, high int) int    { return rapid.IntRange(low, high).Draw(t.T, "n") }
func (t draw) chance(one int) bool    { return t.n(0, one-1) == 0 }
func pick[T any](t draw, list ...T) T { return list[t.n(0, len(list)-1)] }

const (
	nCohorts, nPeople, nStaff, nPlaces, nVehicles, nKits = 3, 7, 5, 6, 3, 2
)

func desk(t draw) *model.Desk {
	d := &model.Desk{}
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	put(t.settings())
	for i := range 2 {
		put(&model.Unit{ID: id(3, i), Name: fmt.Sprint("Unit ", i), Vetting: t.vetting()})
	}
	for i := range nCohorts {
		for j := range nPeople {
			put(t.person(i*nPeople + j))
		}
		put(t.cohort(i))
	}
	for i := range nStaff {
		put(t.staff(i))
	}
	for i := range nPlaces {
		put(t.place(i))
	}
	for i := range nVehicles {
		put(t.vehicle(i))
	}
	for i := range nKits {
		put(t.kit(i))
	}
	put(&model.FireCourse{ID: id(14, 0), Title: model.Text{En: "Course"}, Stages: []model.FireStage{{Rounds: t.n(1, 9)}}})
	for i := range t.n(0, 24) {
		put(t.session(i))
	}
	return d.With(c, 1)
}

func (t draw) settings() *model.Settings {
	s := &model.Settings{}
	for range t.n(0, 3) {
		r := rows[t.n(0, len(rows)-1)]
		set := model.RuleSetting{Rule: r.ID, Off: t.chance(4)}
		if _, twice := s.Rule(r.ID); twice {
			continue
		}
		if t.chance(2) {
			hard := t.chance(2)
			set.Hard = &hard
		}
		if t.chance(2) && r.Max > 0 {
			v := t.n(r.Min, r.Max)
			set.Value = &v
		}
		s.Rules = append(s.Rules, set)
	}
	return s
}

func (t draw) vetting() model.Vetting {
	return model.Vetting{
		State: pick(t, model.VettingApproved, model.VettingApproved, model.VettingApproved, model.NotVetted, model.VettingSent, model.VettingRejected),
		Until: monday.Days(t.n(0, 60)), Decided: pick(t, 0, monday.Days(-30), monday.Days(2)),
	}
}

func (t draw) person(n int) *model.Person {
	p := &model.Person{ID: id(1, n), Family: fmt.Sprint("P", n), Vetting: t.vetting(), Unit: pick(t, id(3, 0), id(3, 1), model.ID{})}
	p.Speaks = pick(t, nil, []string{"es"}, []string{"es", "en"}, []string{"fr"})
	p.Papers.Waiver, p.Papers.Witness = pick(t, 0, monday.Days(-3), monday.Days(-3)), pick(t, "", "W", "W")
	return p
}

func (t draw) cohort(n int) *model.Cohort {
	c := &model.Cohort{
		ID: id(5, n), Code: fmt.Sprint("C-", n), Zone: pick(t, "A", "A", "B"), First: monday, Last: monday.Days(t.n(3, 12)),
		Squads: t.n(1, 3), State: pick(t, model.Planning, model.Planning, model.Planning, model.Published, model.Closed),
	}
	for j := range nPeople {
		s := model.Seat{Person: id(1, n*nPeople+j), Squad: model.Squad(t.n(0, c.Squads)), Stage: model.Nominated}
		if t.chance(9) {
			s.Stage = model.Withdrew
		}
		if t.chance(9) {
			s.Alternate = 1
		}
		if t.chance(7) {
			s.Arrives = monday.At(t.n(30, 400))
		}
		c.Seats = append(c.Seats, s)
	}
	return c
}

func (t draw) staff(n int) *model.Staff {
	s := &model.Staff{ID: id(7, n), Family: fmt.Sprint("S", n), Speaks: pick(t, nil, []string{"es"}, []string{"en"}, []string{"fr", "en"})}
	for range t.n(0, 8) {
		s.Quals = append(s.Quals, model.Qualification{
			Skill: model.Skills[t.n(0, len(model.Skills)-1)], Until: pick(t, 0, 0, monday.Days(t.n(0, 90))), From: pick(t, 0, 0, monday.Days(2)),
		})
	}
	if t.chance(3) {
		at := monday.At(t.n(0, 400))
		s.Absences = []model.Absence{{Span: model.Span{From: at, To: at + model.Quarter(t.n(1, 60))}, Reason: pick(t, "", model.Sick)}}
	}
	if t.chance(6) {
		s.Left = monday.Days(t.n(0, 5))
	}
	return s
}

func (t draw) place(n int) *model.Place {
	p := &model.Place{
		ID: id(8, n), Name: fmt.Sprint("Place ", n), Kind: model.PlaceKinds[t.n(0, len(model.PlaceKinds)-1)],
		Site: pick(t, "", "North", "South"), Capacity: pick(t, 0, 0, t.n(1, 9)), Lanes: pick(t, 0, t.n(1, 6)),
		Shared: t.chance(3), Outdoor: t.chance(2), Kits: model.MedKit{Trauma: t.n(0, 1), AED: t.n(0, 1)}, Means: pick(t, 0, 0, t.n(0, 3)),
	}
	if n < 2 {
		p.Kind = model.ShootHouse
	}
	if t.chance(4) {
		for w := range 7 {
			p.Hours = append(p.Hours, model.Hours{Weekday: w, Open: t.n(20, 36), Close: t.n(70, 110)})
		}
	}
	if t.chance(3) {
		at := monday.At(t.n(0, 400))
		p.Bookings = []model.Booking{{Span: model.Span{From: at, To: at + model.Quarter(t.n(1, 60))}, By: pick(t, "", "county"), Closed: t.chance(2)}}
	}
	for i := range t.n(0, 3) {
		p.Travel = append(p.Travel, model.Leg{To: id(8, (n+i+1)%nPlaces), Minutes: t.n(0, 90)})
	}
	return p
}

// kit is a pool of radios or the like, or of what is used up.
func (t draw) kit(n int) *model.Kit {
	k := &model.Kit{ID: id(9, n), Name: model.Text{En: fmt.Sprint("Kit ", n)}, Count: t.n(0, 12), Radio: t.chance(2)}
	if k.Spent = t.chance(2); k.Spent {
		k.Count, k.Counted = t.n(0, 40), pick(t, 0, monday, monday, monday.Days(2))
		for range t.n(0, 2) {
			k.Deliveries = append(k.Deliveries, model.Delivery{On: monday.Days(t.n(-2, 6)), Count: t.n(1, 30)})
		}
	}
	return k
}

func (t draw) vehicle(n int) *model.Vehicle {
	v := &model.Vehicle{ID: id(10, n), Name: fmt.Sprint("Car ", n), Kind: pick(t, model.Armoured, model.Patrol), Seats: t.n(0, 3)}
	if t.chance(3) {
		at := monday.At(t.n(0, 400))
		v.Out = []model.Span{{From: at, To: at + model.Quarter(t.n(1, 100))}}
	}
	return v
}

func (t draw) block() model.Block {
	b := model.Block{
		Kind: pick(t, model.KindClass, model.KindFirearms, model.KindBuildings, model.KindBuildings, model.KindVehicles, model.KindRescue, model.KindExercise, model.KindRide, model.KindRide),
		Key:  t.n(0, 6), Length: t.n(1, 30), Ammo: pick(t, model.NoAmmo, model.Dry, model.Marking, model.Live),
		Night: t.chance(6), Briefing: t.chance(4), Rest: t.chance(8), Together: pick(t, 0, 0, 1), Language: pick(t, "", "", "en"),
	}
	b.Title = model.Text{En: fmt.Sprint(b.Kind, b.Key)}
	if t.chance(4) {
		b.Place = model.PlaceKinds[t.n(0, len(model.PlaceKinds)-1)]
	}
	if t.chance(5) {
		b.Earliest = t.n(20, 80)
	}
	if t.chance(5) {
		b.Latest = t.n(80, 120)
	}
	if t.chance(3) {
		b.After = []model.After{{Block: t.n(1, 6), Days: t.n(0, 2)}}
	}
	if t.chance(4) {
		b.Needs = []model.Need{{Role: model.Roles[t.n(0, len(model.Roles)-1)], Skill: pick(t, "", model.SkillFirearms), Count: t.n(0, 2), Per: t.n(0, 4)}}
	}
	if t.chance(3) {
		b.Kit = []model.KitNeed{{Kit: id(9, t.n(0, nKits-1)), Count: t.n(0, 4), Each: t.n(0, 2)}}
	}
	b.Strenuous, b.Ends = t.chance(3), t.chance(12)
	if t.chance(5) {
		b.Vehicles = []model.CarNeed{{Kind: model.Armoured, Count: t.n(1, 2)}}
	}
	switch b.Kind {
	case model.KindRide:
		b.RideKind, b.Ammo = pick(t, model.PatrolRide, model.PatrolRide, model.SWATRide), model.NoAmmo
	case model.KindBuildings:
		b.House = &model.House{Team: pick(t, 0, 3)}
	case model.KindFirearms:
		b.Ammo = pick(t, model.Live, model.Live, model.Dry)
		b.Fire = &model.Firing{Relays: t.n(0, 3), Auto: t.chance(4), First: t.chance(4), Long: t.chance(3), Qualifies: t.chance(3)}
		b.Fire.Rounds, b.Fire.Ammunition = t.n(0, 4), pick(t, model.ID{}, id(9, 0), id(9, 1))
		b.Fire.Course = pick(t, model.ID{}, id(14, 0))
	case model.KindRescue:
		b.Rescue = &model.Rescue{Heights: t.chance(2), Casualties: pick(t, 0, 2)}
	}
	return b
}

func (t draw) session(n int) *model.Session {
	cohort := t.n(0, nCohorts-1)
	s := &model.Session{ID: id(6, n), Cohort: id(5, cohort), Block: t.block()}
	if !t.chance(10) {
		s.Start = t.start()
	}
	if !t.chance(8) {
		s.Place = id(8, t.n(0, pick(t, 1, nPlaces-1)))
	}
	for range t.n(0, 4) {
		p := model.Part{Staff: id(7, t.n(0, nStaff-1)), Role: model.Roles[t.n(0, len(model.Roles)-1)]}
		twice := false
		for _, o := range s.Staff {
			twice = twice || o == p
		}
		if !twice {
			s.Staff = append(s.Staff, p)
		}
	}
	for i := range nVehicles {
		if t.chance(5) {
			s.Cars = append(s.Cars, id(10, i))
		}
	}
	if t.chance(12) {
		s.Off = &model.Off{At: 1}
	}
	if t.chance(4) {
		s.Circuit = t.circuit()
	}
	if s.Block.Kind != model.KindRide {
		s.Squads = model.Squads(t.n(0, 7))
		if t.chance(5) {
			t.name(s, cohort)
		}
		return s
	}
	s.Ride = &model.Ride{
		Seats: t.n(0, 3), Approved: pick(t, 0, monday, monday.Days(2)), Command: pick(t, 0, monday), Debrief: t.n(0, 2),
		Standby: t.chance(4), Host: pick(t, model.ID{}, id(2, 0)),
	}
	for j := range nPeople {
		if t.chance(4) {
			s.Ride.Riders = append(s.Ride.Riders, model.Rider{Person: id(1, cohort*nPeople+j), Car: pick(t, "", "D-1", "d-1", "D-2"), Host: pick(t, model.ID{}, id(7, t.n(0, nStaff-1)))})
		}
	}
	return s
}

func (t draw) circuit() *model.Circuit {
	v := &model.Circuit{}
	for i := range t.n(1, 3) {
		v.Stations = append(v.Stations, model.Post{
			Name: fmt.Sprint("Lane ", i), Vehicle: pick(t, model.ID{}, id(10, t.n(0, nVehicles-1))),
			Lead: pick(t, model.ID{}, id(7, t.n(0, nStaff-1))), Safety: pick(t, model.ID{}, id(7, t.n(0, nStaff-1))),
		})
	}
	return v
}

// name makes it a session for officers by name: another chance of one before.
func (t draw) name(s *model.Session, cohort int) {
	for j := range nPeople {
		if t.chance(3) {
			s.Only = append(s.Only, id(1, cohort*nPeople+j))
		}
	}
	if len(s.Only) > 0 {
		s.Squads, s.Again = 0, pick(t, model.ID{}, id(6, t.n(0, 23)), id(6, t.n(0, 23)))
	}
}

func (t draw) start() model.Quarter {
	if t.chance(12) {
		return monday.At(t.n(-20, 96*9))
	}
	if t.chance(2) { // crowded
		return monday.Days(t.n(0, 1)).At(pick(t, 32, 34, 38, 40, 46, 52, 56, 60, 64, 80, 88))
	}
	return monday.Days(pick(t, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7)).At(t.n(24, 92))
}

// change is one random edit of the desk.
func (t draw) change(d *model.Desk) model.Change {
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	switch t.n(0, 13) {
	case 0:
		put(t.settings())
	case 1:
		put(&model.Unit{ID: id(3, t.n(0, 1)), Name: "Unit", Vetting: t.vetting()})
	case 2:
		put(t.person(t.n(0, nCohorts*nPeople-1)))
	case 3:
		put(t.cohort(t.n(0, nCohorts-1)))
	case 4:
		put(t.staff(t.n(0, nStaff-1)))
	case 5:
		put(t.place(t.n(0, nPlaces-1)))
	case 6:
		put(t.vehicle(t.n(0, nVehicles-1)))
	case 7:
		if t.chance(3) {
			put(&model.FireCourse{ID: id(14, 0), Title: model.Text{En: "Course"}, Stages: []model.FireStage{{Rounds: t.n(1, 9)}}})
		} else {
			put(t.kit(t.n(0, nKits-1)))
		}
	case 8:
		ref := pick(t, model.Ref{Kind: model.KindSession, ID: id(6, t.n(0, 23))}, model.Ref{Kind: model.KindPlace, ID: id(8, t.n(0, nPlaces-1))},
			model.Ref{Kind: model.KindStaff, ID: id(7, t.n(0, nStaff-1))}, model.Ref{Kind: model.KindCohort, ID: id(5, t.n(0, nCohorts-1))},
			model.Ref{Kind: model.KindPerson, ID: id(1, t.n(0, 20))}, model.Ref{Kind: model.KindVehicle, ID: id(10, 0)}, model.Ref{Kind: model.KindKit, ID: id(9, t.n(0, nKits-1))}, model.Ref{Kind: model.KindFireCourse, ID: id(14, 0)})
		c.Removes = []model.Remove{{Ref: ref}}
	default:
		twice := map[int]bool{}
		for range t.n(1, 3) {
			n := t.n(0, 23)
			if twice[n] {
				continue
			}
			twice[n] = true
			if old := d.Sessions.Get(id(6, n)); old != nil && t.chance(2) {
				moved := *old
				if moved.Start = t.start(); t.chance(6) {
					moved.Off = &model.Off{At: 1}
				}
				put(&moved)
			} else {
				put(t.session(n))
			}
		}
	}
	return c
}

func refs(c model.Change) []model.Ref {
	var out []model.Ref
	for _, p := range c.Puts {
		out = append(out, model.RefOf(p.Record))
	}
	for _, r := range c.Removes {
		out = append(out, r.Ref)
	}
	return out
}

// zones is an hour between the zones A and B.
var zones = Options{Offset: func(zone string, _ model.Quarter) int {
	if zone == "B" {
		return 4
	}
	return 0
}}
