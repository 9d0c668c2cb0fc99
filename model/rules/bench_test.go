package rules

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"muster/model"
)

// busy is a desk with four cohorts on the board at once: 4 squads and 90
// sessions each over two weeks, 12 instructors and 9 places shared by all.
func busy() *model.Desk {
	d := &model.Desk{}
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	put(&model.Unit{ID: id(3, 0), Name: "PESP", Vetting: model.Vetting{State: model.VettingApproved, Until: monday.Days(90)}})
	kinds := []model.PlaceKind{model.Classroom, model.Classroom, model.Range, model.Range, model.ShootHouse, model.SearchYard, model.Tower, model.Field, model.Station}
	for i, k := range kinds {
		put(&model.Place{ID: id(8, i), Name: fmt.Sprint("Place ", i), Kind: k, Lanes: 12, Capacity: 40, Site: "North", Outdoor: true, Kits: model.MedKit{Trauma: 1, AED: 1}, Means: 2})
	}
	put(&model.Kit{ID: id(9, 0), Name: model.Text{En: "Radios"}, Count: 40})
	for i := range 12 {
		s := &model.Staff{ID: id(7, i), Family: fmt.Sprint("S", i), Speaks: []string{"es", "en"}}
		for _, k := range model.Skills {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		put(s)
	}
	for i := range 4 {
		co := &model.Cohort{ID: id(5, i), Code: fmt.Sprint("C-", i), Zone: "A", First: monday, Last: monday.Days(12), Squads: 4}
		for j := range 30 {
			n := i*30 + j
			put(&model.Person{
				ID: id(1, n), Family: fmt.Sprint("P", n), Speaks: []string{"es"}, Unit: id(3, 0),
				Vetting: model.Vetting{State: model.VettingApproved, Until: monday.Days(90)}, Papers: model.Papers{Waiver: monday.Days(-9), Witness: "Sgt. Vega"},
			})
			co.Seats = append(co.Seats, model.Seat{No: j + 1, Person: id(1, n), Squad: model.Squad(j%4 + 1)})
		}
		put(co)
		for j := range 90 {
			put(busySession(i, j))
		}
	}
	return d.With(c, 1)
}

// busySession is one of 90: eight hours of a day, for one squad, half the class
// or all of it, rides every few evenings; people, places and kit go round so
// that hardly anything clashes.
func busySession(cohort, n int) *model.Session {
	day, slot := n%12, n/12
	s := &model.Session{ID: id(6, cohort*100+n), Cohort: id(5, cohort), Squads: model.AllSquads(4)}
	s.Block = model.Block{Kind: model.KindClass, Key: n%45 + 1, Length: 4, Title: model.Text{En: fmt.Sprint("Block ", n)}}
	if n%45 >= 12 {
		s.Block.After = []model.After{{Block: n%45 - 11}}
	}
	switch n % 5 {
	case 1:
		s.Block.Kind, s.Block.Ammo, s.Block.Fire = model.KindFirearms, model.Live, &model.Firing{Relays: 2}
		s.Block.Briefing, s.Squads = true, model.SquadsOf(model.Squad(n%4+1))
	case 2:
		s.Block.Kind = model.KindVehicles
		s.Block.Briefing = true
	}
	s.Start = monday.Days(day).At(30 + slot*5 + slot/4*4)
	s.Place = id(8, (cohort+slot)%4*2+n%2)
	group := (cohort + slot) % 4 * 3
	roles := []model.Role{model.Lead}
	if s.Block.Kind == model.KindFirearms {
		roles = []model.Role{model.Lead, model.RSO, model.Medic}
	}
	for i, r := range roles {
		s.Staff = append(s.Staff, model.Part{Staff: id(7, group+i), Role: r})
	}
	s.Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 2}}
	if slot == 7 {
		s.Block.Kind, s.Block.RideKind, s.Block.Ammo, s.Block.Fire = model.KindRide, model.PatrolRide, "", nil
		s.Block.Length, s.Block.After, s.Squads, s.Staff, s.Place = 14, nil, 0, nil, id(8, 8)
		s.Start = monday.Days(day).At(76)
		s.Ride = &model.Ride{Brief: 1, Debrief: 1, Approved: monday, Host: id(2, cohort)}
		for j := range 3 {
			s.Ride.Riders = append(s.Ride.Riders, model.Rider{Person: id(1, cohort*30+(day*3+j)%30), Car: fmt.Sprint("D-", j)})
		}
	}
	return s
}

func BenchmarkGround(b *testing.B) {
	d := busy()
	b.ReportAllocs()
	for b.Loop() {
		Ground(d, Options{})
	}
}

// An edit of one session, and what is then wrong with it. Budget: 200 µs.
func BenchmarkEdit(b *testing.B) {
	d := busy()
	board := Ground(d, Options{})
	hard, soft := board.Count()
	edits, nexts := moves(d)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		s := edits[i%len(edits)]
		board.With(nexts[i%len(edits)], model.RefOf(s)).ClashesOf(s.ID)
		i++
	}
	b.ReportMetric(float64(hard+soft), "clashes")
}

// moves is an edit of every session, one of them on each desk.
func moves(d *model.Desk) ([]*model.Session, []*model.Desk) {
	var edits []*model.Session
	var nexts []*model.Desk
	for s := range d.Sessions.All {
		moved := *s
		moved.Start++
		edits = append(edits, &moved)
		nexts = append(nexts, d.With(model.Change{Puts: []model.Put{{Record: &moved}}}, 2))
	}
	return edits, nexts
}

// What would be wrong with a session elsewhere. Budget: 50 µs for 99 of 100
// sessions, each at the best of its turns, for the machine may be shared.
func BenchmarkTry(b *testing.B) {
	board := Ground(busy(), Options{})
	edits, _ := moves(board.Desk())
	best := make([]time.Duration, len(edits))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		began := time.Now()
		board.Try(edits[i%len(edits)])
		if took := time.Since(began); i < len(edits) || took < best[i%len(edits)] {
			best[i%len(edits)] = took
		}
		i++
	}
	slices.Sort(best)
	b.ReportMetric(float64(best[len(best)*99/100].Nanoseconds()), "p99-ns/op")
}

// The legal starts of a session in two weeks. Budget: 2 ms.
func BenchmarkStarts(b *testing.B) {
	d := busy()
	board := Ground(d, Options{})
	edits, _ := moves(d)
	from, to := monday.At(0), monday.Days(14).At(0)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		board.Starts(edits[i%len(edits)], from, to)
		i++
	}
}

func BenchmarkClashes(b *testing.B) {
	board := Ground(busy(), Options{})
	b.ReportAllocs()
	for b.Loop() {
		anew := &Board{ground: board.ground, items: board.items, groups: board.groups}
		anew.ClashesOf(board.items[0].s.ID)
	}
}

// A seat changes hands: everything the cohort does is looked at again.
func BenchmarkSeat(b *testing.B) {
	d := busy()
	board := Ground(d, Options{})
	c := *d.Cohorts.Get(id(5, 1))
	c.Seats = slices.Clone(c.Seats)
	c.Seats[3].Stage = model.Withdrew
	next := d.With(model.Change{Puts: []model.Put{{Record: &c}}}, 2)
	for b.Loop() {
		board.With(next, model.RefOf(&c)).Count()
	}
}
