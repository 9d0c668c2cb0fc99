package store

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
)

// world draws a programme: records of every kind, valid, pointing only at one
// another.
func world(t *rapid.T, id func() model.ID) []model.Record {
	w := &drawn{T: t, id: id}
	agencies := some(w, 1, 3, w.agency)
	var units []*model.Unit
	for range w.n(0, 2) {
		u := w.unit(pick(w, agencies).ID)
		if len(units) > 0 && w.yes() {
			u.Parent = pick(w, units).ID
		}
		units = append(units, u)
	}
	people := some(w, 1, 6, func() *model.Person { return w.person(agencies, units) })
	staff := some(w, 1, 3, w.staff)
	places := some(w, 1, 3, w.place)
	for _, p := range places {
		if o := pick(w, places); w.yes() && o.ID != p.ID {
			p.Travel = []model.Leg{{To: o.ID, Minutes: w.n(0, 90)}}
		}
	}
	kits := some(w, 1, 2, w.kit)
	cars := some(w, 1, 2, w.vehicle)
	fires := some(w, 0, 2, w.fire)
	courses := some(w, 0, 2, func() *model.Course { return w.course(kits, fires) })
	cohorts := some(w, 1, 2, func() *model.Cohort { return w.cohort(people, courses) })
	var out []model.Record
	if w.yes() {
		out = append(out, w.settings())
	}
	for _, c := range cohorts {
		var before *model.Session
		for range w.n(0, 4) {
			s := w.session(c, kits, fires, places, staff, cars, agencies, people)
			if before != nil && w.yes() {
				s.Again = before.ID
			}
			before, out = s, append(out, s)
			if w.yes() {
				out = append(out, w.roll(s, people, staff))
			}
			if w.yes() {
				out = append(out, w.sheet(s, fires, people, staff))
			}
		}
	}
	out = append(out, w.after(people, cohorts)...)
	out = append(out, w.drafts(cohorts, kits, fires, places, staff, cars, agencies, people)...)
	out = joined(out, agencies, units, people, staff, places, kits, cars, fires, courses, cohorts)
	for i, r := range out {
		v, err := r.Valid()
		if err != nil {
			t.Fatalf("%s: %v", r.RecordKind(), err)
		}
		out[i] = v
	}
	return out
}

func joined(out []model.Record, lists ...any) []model.Record {
	for _, l := range lists {
		switch l := l.(type) {
		case []*model.Agency:
			out = add(out, l)
		case []*model.Unit:
			out = add(out, l)
		case []*model.Person:
			out = add(out, l)
		case []*model.Staff:
			out = add(out, l)
		case []*model.Place:
			out = add(out, l)
		case []*model.Kit:
			out = add(out, l)
		case []*model.Vehicle:
			out = add(out, l)
		case []*model.FireCourse:
			out = add(out, l)
		case []*model.Course:
			out = add(out, l)
		case []*model.Cohort:
			out = add(out, l)
		}
	}
	return out
}

func add[R model.Record](out []model.Record, list []R) []model.Record {
	for _, r := range list {
		out = append(out, r)
	}
	return out
}

type drawn struct {
	*rapid.T
	id     func() model.ID
	codes  int
	papers int
}

func some[R any](w *drawn, low, high int, make func() R) []R {
	var out []R
	for range w.n(low, high) {
		out = append(out, make())
	}
	return out
}

func pick[T any](w *drawn, list []T) T { return rapid.SampledFrom(list).Draw(w.T, "pick") }

func (w *drawn) n(low, high int) int  { return rapid.IntRange(low, high).Draw(w.T, "n") }
func (w *drawn) yes() bool            { return rapid.Bool().Draw(w.T, "yes") }
func (w *drawn) date() model.Date     { return model.Date(w.n(1, 40000)) }
func (w *drawn) at() model.Quarter    { return w.date().At(w.n(0, 95)) }
func (w *drawn) minute() model.Minute { return w.date().Minute(w.n(0, 1439)) }
func (w *drawn) span() model.Span {
	a := w.at()
	return model.Span{From: a, To: a + model.Quarter(w.n(1, 200))}
}

// words is text with accents, quotes and signs that JSON would escape.
func (w *drawn) words() string {
	return rapid.StringMatching(`[A-ZÁÑ][a-zñé]{0,8}( [a-z<>&"\\]{1,6})?`).Draw(w.T, "words")
}

func (w *drawn) maybe() string {
	if w.yes() {
		return w.words()
	}
	return ""
}

func (w *drawn) text() model.Text { return model.Text{En: w.words(), Es: w.maybe()} }

func (w *drawn) vetting() model.Vetting {
	return model.Vetting{
		State: pick(w, []model.VettingState{"", model.VettingSent, model.VettingApproved}),
		Until: 30000, Case: w.maybe(),
	}
}

func (w *drawn) agency() *model.Agency {
	a := &model.Agency{ID: w.id(), Name: w.words(), Short: w.maybe(), Note: w.maybe(), Country: "MX", Region: "MX-SON"}
	if w.yes() {
		a.Former = []model.Former{{Name: w.words(), Until: w.date()}}
		a.Level = model.State
	}
	return a
}

func (w *drawn) unit(agency model.ID) *model.Unit {
	return &model.Unit{ID: w.id(), Agency: agency, Name: w.words(), Vetting: w.vetting(), Note: w.maybe()}
}

func (w *drawn) person(agencies []*model.Agency, units []*model.Unit) *model.Person {
	p := &model.Person{
		ID: w.id(), Given: w.words(), Family: w.maybe(), Family2: w.maybe(), Native: w.maybe(), Called: w.maybe(),
		Sex: pick(w, []model.Sex{"", model.Female, model.Male}), Birthplace: w.maybe(), Rank: w.maybe(),
		Sizes: w.maybe(), Note: w.maybe(), Vetting: w.vetting(),
	}
	if w.yes() {
		p.Born, p.Nationality, p.Country, p.Region = w.date(), "MX", "MX", "MX-CHH"
		p.Passport = model.Passport{No: fmt.Sprintf("G-%05d", w.n(0, 99999)), Country: "MX", Expires: w.date()}
		p.NationalID, p.ServiceNo = "AAAA-"+fmt.Sprint(w.n(0, 9)), w.maybe()
		p.Speaks, p.Email, p.Phone = []string{"es", "en"}, "someone@example.org", "+52 662 555 0101"
		p.Emergency = model.Emergency{Name: w.words(), Phone: "555", Blood: "O+", Allergies: w.maybe()}
		p.Papers = model.Papers{Form: w.date(), Visa: w.date(), Witness: w.maybe()}
		p.Agency = pick(w, agencies).ID
		if len(units) > 0 {
			p.Unit = pick(w, units).ID
		}
	}
	if w.yes() {
		p.Standing = pick(w, model.Standings)
		p.Ways = []model.Way{{Channel: pick(w, model.Channels), Handle: w.words(), Preferred: w.yes(), Consent: w.date()}}
	}
	return p
}

func (w *drawn) staff() *model.Staff {
	s := &model.Staff{ID: w.id(), Given: w.maybe(), Family: w.words(), Called: w.maybe(), Speaks: []string{"en"}}
	for range w.n(0, 2) {
		s.Quals = append(s.Quals, model.Qualification{Skill: pick(w, model.Skills), Until: w.date()})
		s.Absences = append(s.Absences, model.Absence{Span: w.span(), Reason: pick(w, model.Reasons)})
	}
	return s
}

func (w *drawn) place() *model.Place {
	p := &model.Place{
		ID: w.id(), Name: w.words(), Short: w.maybe(), Kind: pick(w, model.PlaceKinds), Lanes: 12,
		Capacity: w.n(0, 40), Outdoor: w.yes(), Kits: model.MedKit{AED: w.n(0, 2)}, Plan: w.date(), Means: w.n(0, 2),
	}
	if w.yes() {
		p.Hours = []model.Hours{{Weekday: w.n(0, 6), Open: 30, Close: 100}}
		p.Bookings = []model.Booking{{Span: w.span(), By: w.maybe(), Closed: w.yes(), Ref: w.maybe()}}
	}
	return p
}

func (w *drawn) kit() *model.Kit {
	k := &model.Kit{ID: w.id(), Name: w.text(), Count: w.n(0, 50), Radio: w.yes(), Spent: w.yes()}
	if k.Spent && w.yes() {
		k.Counted = w.date()
		k.Deliveries = []model.Delivery{{On: w.date(), Count: w.n(1, 90_000), Lot: w.maybe()}}
	}
	return k
}

func (w *drawn) vehicle() *model.Vehicle {
	v := &model.Vehicle{ID: w.id(), Name: w.words(), Kind: pick(w, model.VehicleKinds), Seats: w.n(0, 8)}
	if w.yes() {
		v.Out = []model.Span{w.span()}
	}
	return v
}

func (w *drawn) block(key int, kits []*model.Kit, fires []*model.FireCourse) model.Block {
	b := model.Block{
		Key: key, Kind: pick(w, model.BlockKinds), Title: w.text(), Length: w.n(4, 40), Together: w.n(0, 3),
		Night: w.yes(), Briefing: w.yes(), Usual: model.Usual{Day: w.n(0, 9), At: w.n(0, 90)}, Note: w.maybe(),
	}
	switch b.Kind {
	case model.KindFirearms:
		b.Ammo, b.Fire = model.Live, &model.Firing{Relays: w.n(0, 3), Rounds: w.n(0, 90), Qualifies: w.yes()}
		if len(fires) > 0 && w.yes() {
			b.Fire.Course = pick(w, fires).ID
		}
		if w.yes() {
			b.Fire.Ammunition = pick(w, kits).ID
		}
	case model.KindBuildings:
		b.House = &model.House{Team: 4, Runs: w.n(0, 6)}
	case model.KindVehicles:
		b.Search = &model.SearchLot{Cars: w.n(0, 6)}
	case model.KindRescue:
		b.Rescue = &model.Rescue{Heights: w.yes()}
	case model.KindExercise:
		b.Exercise = &model.Exercise{Players: w.n(0, 6)}
	case model.KindRide:
		b.RideKind = model.PatrolRide
	case model.KindClass:
		b.Exam, b.Ends = w.yes(), w.yes()
	}
	if w.yes() {
		b.Needs = []model.Need{{Role: model.Line, Skill: model.SkillFirearms, Per: 4}}
		b.Kit = []model.KitNeed{{Kit: pick(w, kits).ID, Each: 1}}
		b.Vehicles = []model.CarNeed{{Kind: model.Patrol, Count: 2}}
	}
	return b
}

func (w *drawn) course(kits []*model.Kit, fires []*model.FireCourse) *model.Course {
	c := &model.Course{ID: w.id(), Title: w.text(), Days: w.n(1, 12), Note: w.maybe()}
	for i := range w.n(0, 4) {
		b := w.block(i+1, kits, fires)
		if i > 0 && w.yes() {
			b.After = []model.After{{Block: i, Days: w.n(0, 2)}}
		}
		c.Blocks = append(c.Blocks, b)
	}
	return c
}

func (w *drawn) cohort(people []*model.Person, courses []*model.Course) *model.Cohort {
	w.codes++
	c := &model.Cohort{
		ID: w.id(), Code: fmt.Sprintf("MEX-26-%d", w.codes), Title: w.maybe(), Country: "MX", Zone: "America/New_York",
		First: w.date(), Places: w.n(0, 40), Squads: 3, State: pick(w, model.CohortStates), Note: w.maybe(),
	}
	c.Last = c.First.Days(w.n(0, 12))
	if len(courses) > 0 && w.yes() {
		c.Course = pick(w, courses).ID
	}
	for i, p := range people {
		if w.yes() {
			c.Seats = append(c.Seats, model.Seat{
				No: i + 1, Person: p.ID, Squad: model.Squad(w.n(0, 3)), Stage: pick(w, model.Stages),
				Alternate: w.n(0, 1), Since: w.date(), Note: w.maybe(),
			})
			if s := &c.Seats[len(c.Seats)-1]; w.yes() {
				s.Departed, s.Arrives = w.date(), w.at()
				s.Home = s.Departed.Days(w.n(0, 9))
			}
		}
	}
	return c
}

func (w *drawn) session(c *model.Cohort, kits []*model.Kit, fires []*model.FireCourse, places []*model.Place, staff []*model.Staff,
	cars []*model.Vehicle, agencies []*model.Agency, people []*model.Person,
) *model.Session {
	s := &model.Session{
		ID: w.id(), Cohort: c.ID, Block: w.block(w.n(0, 9), kits, fires), Squads: model.AllSquads(w.n(0, 3)),
		Pinned: w.yes(), Note: w.maybe(),
	}
	if w.yes() {
		s.Start, s.Place = w.at(), pick(w, places).ID
		s.Staff = []model.Part{{Staff: pick(w, staff).ID, Role: pick(w, model.Roles)}}
		s.Cars = []model.ID{pick(w, cars).ID}
	}
	if w.yes() {
		s.Told = &model.Told{Start: w.at(), Place: w.id(), Staff: []model.Part{{Staff: w.id(), Role: pick(w, model.Roles)}}}
	}
	if s.Block.Kind == model.KindRide && w.yes() {
		s.Ride = &model.Ride{
			Brief: 1, Debrief: 1, Host: pick(w, agencies).ID, Approved: w.date(),
			Riders: []model.Rider{{Person: pick(w, people).ID, Car: "D-14", Host: pick(w, staff).ID}},
		}
	}
	if w.yes() {
		s.Squads, s.Only = 0, []model.ID{pick(w, people).ID}
		s.Off = &model.Off{At: w.minute(), Reason: w.maybe()}
		s.Circuit = &model.Circuit{Turn: 20, Stations: []model.Post{
			{Name: w.words(), Vehicle: pick(w, cars).ID, Hides: 3, Lead: pick(w, staff).ID, Safety: pick(w, staff).ID},
		}}
	}
	return s
}

func (w *drawn) settings() *model.Settings {
	n, hard := w.n(0, 9), w.yes()
	out := &model.Settings{Rules: []model.RuleSetting{{Rule: "rest", Value: &n, Hard: &hard, Off: w.yes(), Reason: w.maybe()}}, Callees: []model.Callee{{Name: w.words(), After: n}}}
	if w.yes() {
		out.Wishes = []model.WishSetting{{ID: "gaps", Step: w.n(0, model.MaxWish)}}
	}
	return out
}

// programme is a fixed world of the size of the demo: the given cohorts open,
// 30 closed ones, 24 people each, 45 sessions each.
func programme(s *Store, open int) []model.Record {
	agency := &model.Agency{ID: s.NewID(), Name: "State Police", Country: "MX"}
	kit := &model.Kit{ID: s.NewID(), Name: model.Text{En: "Radios"}, Count: 40, Radio: true}
	out := []model.Record{agency, kit}
	var staff []*model.Staff
	var places []*model.Place
	for i := range 12 {
		staff = append(staff, &model.Staff{ID: s.NewID(), Family: fmt.Sprintf("Instructor %d", i), Speaks: []string{"es", "en"}})
		places = append(places, &model.Place{ID: s.NewID(), Name: fmt.Sprintf("Room %d", i), Kind: model.Classroom})
		out = append(out, staff[i], places[i], &model.Vehicle{ID: s.NewID(), Name: fmt.Sprintf("Patrol %d", i), Kind: model.Patrol})
	}
	course := &model.Course{ID: s.NewID(), Title: model.Text{En: "Advanced", Es: "Avanzado"}, Days: 12}
	out = append(out, course)
	for i := range 30 + open {
		c := &model.Cohort{
			ID: s.NewID(), Code: fmt.Sprintf("MEX-%d", i), Zone: "America/New_York", Course: course.ID,
			First: model.Date(20000 + 14*i), Last: model.Date(20011 + 14*i), Squads: 3, State: model.Closed,
		}
		if i >= 30 {
			c.State = model.Planning
		}
		for j := range 24 {
			p := &model.Person{
				ID: s.NewID(), Given: "Itzel", Family: fmt.Sprintf("Ávila%d", i), Family2: fmt.Sprintf("Yáñez%d", j),
				Born: model.Date(6000 + 31*i + j), Agency: agency.ID, Country: "MX", Region: "MX-SON", Rank: "Oficial",
				Passport: model.Passport{No: fmt.Sprintf("G%04d%03d", i, j), Country: "MX"}, Speaks: []string{"es"},
			}
			out = append(out, p)
			c.Seats = append(c.Seats, model.Seat{No: j + 1, Person: p.ID, Squad: model.Squad(1 + j%3), Stage: model.InCourse})
		}
		out = append(out, c)
		for j := range 45 {
			out = append(out, &model.Session{
				ID: s.NewID(), Cohort: c.ID, Squads: model.AllSquads(3), Start: c.First.Days(j / 4).At(28 + 8*(j%4)),
				Block: model.Block{
					Key: j + 1, Kind: model.KindClass, Title: model.Text{En: "Use of force", Es: "Uso de la fuerza"}, Length: 8,
					Place: model.Classroom, Needs: []model.Need{{Role: model.Lead, Skill: model.SkillClassroom, Count: 1}},
					Kit: []model.KitNeed{{Kit: kit.ID, Count: 2}}, Usual: model.Usual{Day: 1 + j/4, At: 28},
				},
				Place: places[j%12].ID, Staff: []model.Part{{Staff: staff[j%12].ID, Role: model.Lead}},
			})
		}
	}
	return out
}

// fill commits the records in one act.
func fill(t testing.TB, s *Store, recs []model.Record) model.Rev {
	t.Helper()
	return put(t, s, 0, slices.Clone(recs)...)
}
