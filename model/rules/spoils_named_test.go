package rules

import "muster/model"

// only makes the session one for officers by name.
func only(s *model.Session, people ...int) *model.Session {
	s.Squads = 0
	for _, n := range people {
		s.Only = append(s.Only, id(1, n))
	}
	return s
}

func (w *world) circuit(s *model.Session, safety ...int) *model.Session {
	s.Circuit = &model.Circuit{}
	for _, n := range safety {
		p := model.Post{Name: "Lane"}
		if n > 0 {
			p.Safety = id(7, n)
		}
		s.Circuit.Stations = append(s.Circuit.Stations, p)
	}
	return s
}

// arrives makes the first officer of squad A come late.
func (w *world) arrives(at model.Quarter) { w.cohort.Seats[0].Arrives = at }

// named is officers who take something by name, come late, or go round
// stations.
var named = []spoil{
	{ // two of the squad are wanted by name at the time of its class
		rule: "rider-twice",
		broken: func(w *world) {
			w.class(at(1, 16, 0), 3, squadA)
			only(w.class(at(1, 18, 45), 1, 0), 0, 1).Staff[0].Staff = id(7, 5)
		},
		near: func(w *world) {
			w.class(at(1, 16, 0), 3, squadA)
			only(w.class(at(1, 18, 45), 1, 0), 4, 5)
			only(w.class(at(1, 19, 0), 1, 0), 0)
			only(w.class(at(1, 16, 0), 1, 0), 1).Off = &model.Off{At: 1}
		},
	},
	{ // called off, it is nobody's
		rule: "staff-twice",
		broken: func(w *world) {
			w.class(at(1, 16, 0), 3, squadA)
			w.class(at(1, 16, 0), 3, squadB)
		},
		near: func(w *world) {
			w.class(at(1, 16, 0), 3, squadA)
			w.class(at(1, 16, 0), 3, squadB).Off = &model.Off{At: 1}
		},
	},
	{ // whoever stands at a station is in it, and so is its vehicle
		rule: "staff-twice",
		broken: func(w *world) {
			w.circuit(w.class(at(1, 16, 0), 3, squadA), 5).Circuit.Stations[0].Lead = id(7, 4)
			w.class(at(1, 16, 0), 3, squadB).Staff[0].Staff = id(7, 4)
		},
		near: func(w *world) {
			w.circuit(w.class(at(1, 16, 0), 3, squadA), 5).Circuit.Stations[0].Lead = id(7, 0)
			w.class(at(1, 16, 0), 3, squadB).Staff[0].Staff = id(7, 4)
		},
	},
	{
		rule: "vehicle-twice",
		broken: func(w *world) {
			w.circuit(w.class(at(1, 16, 0), 3, squadA), 5).Circuit.Stations[0].Vehicle = id(10, 1)
			w.class(at(1, 16, 0), 3, squadB).Cars = []model.ID{id(10, 1)}
		},
		near: func(w *world) {
			w.circuit(w.class(at(1, 16, 0), 3, squadA), 5).Circuit.Stations[0].Vehicle = id(10, 1)
			w.class(at(1, 16, 0), 3, squadB).Cars = []model.ID{id(10, 0)}
		},
	},
	{ // five by name in a room for four
		rule: "capacity",
		broken: func(w *world) {
			w.places[class].Capacity = 4
			only(w.class(at(1, 8, 0), 1, 0), 0, 1, 2, 4, 5)
		},
		near: func(w *world) { w.places[class].Capacity = 4; only(w.class(at(1, 8, 0), 1, 0), 0, 1, 4, 5) },
	},
	{ // one is needed for four officers named
		rule: "language", says: "clash.language",
		broken: func(w *world) { w.people[5].Speaks = []string{"fr"}; only(w.class(at(1, 8, 0), 1, 0), 4, 5) },
		near:   func(w *world) { w.people[6].Speaks = []string{"fr"}; only(w.class(at(1, 8, 0), 1, 0), 4, 5) },
	},
	{
		rule: "station-safety",
		broken: func(w *world) {
			w.circuit(w.house(at(1, 8, 0), 1, squadA, model.Marking), 7, 0)
		},
		near: func(w *world) {
			w.circuit(w.house(at(1, 8, 0), 1, squadA, model.Marking), 7, 8)
			w.circuit(w.house(at(1, 10, 0), 1, squadA, model.Dry), 0, 0)
		},
	},
	{
		rule:   "late-arrival",
		broken: func(w *world) { w.arrives(at(1, 15, 0)); w.fire(at(1, 14, 0), 2, squadA) },
		near: func(w *world) {
			w.arrives(at(1, 15, 0))
			w.class(at(1, 10, 0), 2, squadA)
			w.fire(at(1, 15, 0), 2, squadA)
			w.fire(at(1, 10, 0), 2, squadB)
		},
	},
	{ // what is made up later is not missed
		rule: "late-arrival",
		broken: func(w *world) {
			w.arrives(at(1, 15, 0))
			s := w.fire(at(1, 14, 0), 2, squadA)
			only(w.fire(at(2, 14, 0), 2, 0), 1).Again = s.ID
		},
		near: func(w *world) {
			w.arrives(at(1, 15, 0))
			s := w.fire(at(1, 14, 0), 2, squadA)
			only(w.fire(at(2, 14, 0), 2, 0), 0).Again = s.ID
		},
	},
	{ // the squad had its briefing while one was still on the way
		rule: "no-briefing",
		broken: func(w *world) {
			w.arrives(at(1, 15, 0))
			w.class(at(1, 13, 0), 1, squadA).Block.Briefing = true
			w.fire(at(1, 16, 0), 2, squadA).Block.Briefing = false
		},
		near: func(w *world) {
			w.arrives(at(1, 13, 0))
			w.class(at(1, 13, 0), 1, squadA).Block.Briefing = true
			w.fire(at(1, 16, 0), 2, squadA).Block.Briefing = false
		},
	},
	{ // a briefing on something else
		rule: "no-briefing",
		broken: func(w *world) {
			w.arrives(at(1, 9, 0))
			w.rescue(at(1, 10, 0), 1)
			w.fire(at(1, 16, 0), 2, squadA).Block.Briefing = false
		},
		near: func(w *world) {
			w.arrives(at(1, 9, 0))
			w.fire(at(1, 10, 0), 1, squadA)
			w.fire(at(2, 16, 0), 2, squadA).Block.Briefing = false
		},
	},
	{
		rule: "waiver", says: "clash.waiver.unwitnessed",
		broken: func(w *world) { w.people[0].Papers.Witness = ""; w.ride(at(1, 16, 0), 4, model.PatrolRide, 0) },
		near:   func(w *world) { w.people[0].Papers.Witness = ""; w.ride(at(1, 16, 0), 4, model.PatrolRide, 1) },
	},
	{
		rule: "weapons-check", says: "clash.weapons-check.rider",
		broken: func(w *world) { w.meal(at(1, 12, 0)); only(w.fire(at(1, 13, 0), 1, 0), 0) },
		near:   func(w *world) { w.meal(at(1, 12, 0)); only(w.fire(at(1, 13, 0), 1, 0), 4) },
	},
	{
		rule: "weapons-check", says: "clash.weapons-check.travel.rider",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA).Place = id(8, yard)
			w.set("travel", 25)
			only(w.fire(at(1, 9, 30), 1, 0), 0)
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA).Place = id(8, yard)
			only(w.fire(at(1, 9, 30), 1, 0), 0)
		},
	},
	{
		rule: "wash-up", says: "clash.wash-up.rider",
		broken: func(w *world) { only(w.fire(at(1, 11, 0), 1, 0), 0); w.meal(at(1, 12, 0)) },
		near:   func(w *world) { only(w.fire(at(1, 10, 45), 1, 0), 0); w.meal(at(1, 12, 0)) },
	},
	{
		rule: "check-between", says: "clash.check-between.rider",
		broken: func(w *world) {
			only(w.fire(at(1, 8, 0), 1, 0), 0)
			w.house(at(1, 9, 0), 1, squadA, model.Marking)
		},
		near: func(w *world) {
			only(w.fire(at(1, 8, 0), 1, 0), 0)
			w.house(at(1, 9, 15), 1, squadA, model.Marking)
		},
	},
	{ // the squad was briefed the day before
		rule: "briefing", says: "clash.briefing.rider",
		broken: func(w *world) {
			w.fire(at(1, 8, 0), 1, squadA)
			only(w.fire(at(2, 8, 0), 1, 0), 0).Block.Briefing = false
		},
		near: func(w *world) {
			w.fire(at(1, 8, 0), 1, squadA)
			only(w.fire(at(1, 14, 0), 1, 0), 0).Block.Briefing = false
		},
	},
	{
		rule: "house-order", says: "clash.house-order.both.rider",
		broken: func(w *world) { only(w.house(at(2, 8, 0), 1, 0, model.Live), 0, 4) },
		near:   func(w *world) { w.runs(at(1, 8, 0), at(1, 10, 0)); only(w.house(at(2, 8, 0), 1, 0, model.Live), 0) },
	},
	{
		rule: "house-order", says: "clash.house-order.dry.rider",
		broken: func(w *world) {
			w.house(at(1, 10, 0), 1, squadA, model.Marking)
			only(w.house(at(2, 8, 0), 1, 0, model.Live), 0)
		},
		near: func(w *world) {
			w.house(at(1, 10, 0), 1, squadA, model.Marking)
			only(w.house(at(1, 8, 0), 1, 0, model.Dry), 0)
			only(w.house(at(2, 8, 0), 1, 0, model.Live), 0)
		},
	},
	{
		rule: "house-order", says: "clash.house-order.marking.rider",
		broken: func(w *world) {
			w.house(at(1, 10, 0), 1, squadA, model.Dry)
			only(w.house(at(2, 8, 0), 1, 0, model.Live), 0)
		},
		near: func(w *world) { w.runs(at(1, 8, 0), at(1, 10, 0)); only(w.house(at(2, 8, 0), 1, 0, model.Live), 0) },
	},
	{
		rule: "night-after-day", says: "clash.night-after-day.rider",
		broken: func(w *world) { only(w.fire(at(1, 19, 0), 1, 0), 0) },
		near:   func(w *world) { w.fire(at(1, 8, 0), 1, squadA); only(w.fire(at(1, 19, 0), 1, 0), 0) },
	},
}
