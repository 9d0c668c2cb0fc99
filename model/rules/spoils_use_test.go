package rules

import "muster/model"

// capacity is one thing at a time, and no more than there is.
var capacity = []spoil{
	{
		rule:   "squad-twice",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadA); w.fire(at(1, 9, 45), 2, squadAB) },
		near: func(w *world) {
			w.class(at(1, 8, 0), 2, squadA)
			w.fire(at(1, 9, 0), 2, squadB)
			w.fire(at(1, 11, 0), 1, squadA)
		},
	},
	{
		rule:   "rider-twice",
		broken: func(w *world) { w.class(at(1, 16, 0), 3, squadA); w.ride(at(1, 18, 45), 4, model.PatrolRide, 0) },
		near: func(w *world) {
			w.class(at(1, 16, 0), 3, squadA)
			w.ride(at(1, 19, 0), 4, model.PatrolRide, 0)
			w.ride(at(1, 16, 0), 4, model.PatrolRide, 5)
			w.ride(at(1, 16, 0), 4, model.SWATRide, 1).Ride.Standby = true
		},
	},
	{
		rule:   "staff-twice",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadA); w.rescue(at(1, 9, 0), 2).Staff[0].Staff = id(7, 0) },
		near:   func(w *world) { w.class(at(1, 8, 0), 2, squadA); w.rescue(at(1, 10, 0), 2).Staff[0].Staff = id(7, 0) },
	},
	{
		rule:   "place-twice",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadA); w.class(at(1, 9, 0), 2, squadB) },
		near: func(w *world) {
			w.class(at(1, 8, 0), 2, squadA)
			w.class(at(1, 10, 0), 2, squadB)
			w.places[class].Shared = true
			w.class(at(1, 11, 0), 2, squadA)
		},
	},
	{
		rule: "vehicle-twice",
		broken: func(w *world) {
			w.ride(at(1, 16, 0), 2, model.SWATRide, 0)
			w.ride(at(1, 17, 0), 2, model.SWATRide, 5)
		},
		near: func(w *world) {
			w.ride(at(1, 16, 0), 2, model.SWATRide, 0)
			w.ride(at(1, 18, 0), 2, model.SWATRide, 5)
		},
	},
	{
		rule: "let-to-others",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 2, squadA)
			w.book(class, at(1, 9, 45), at(1, 11, 0), "county", false)
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 2, squadA)
			w.book(class, at(1, 10, 0), at(1, 11, 0), "county", false)
		},
	},
	{
		rule: "let-to-others", says: "clash.let-to-others.somebody",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadA); w.book(class, at(1, 7, 0), at(1, 8, 15), "", false) },
		near:   func(w *world) { w.class(at(1, 8, 0), 2, squadA); w.book(class, at(1, 7, 0), at(1, 8, 0), "", false) },
	},
	{
		rule: "kit",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 2, squadA).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 7}}
			w.rescue(at(1, 9, 0), 2).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Each: 1}}
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 2, squadA).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 7}}
			w.rescue(at(1, 9, 0), 2).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 3}}
			w.class(at(1, 11, 0), 2, squadA).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 7}}
		},
	},
	{
		rule:   "lanes",
		broken: func(w *world) { w.fire(at(1, 8, 0), 2, squadAB); w.places[field].Lanes = 7 },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadAB).Block.Fire.Relays = 2; w.places[field].Lanes = 4 },
	},
	{
		rule: "lanes", says: "clash.lanes.together",
		broken: func(w *world) {
			w.places[field].Shared, w.places[field].Lanes = true, 7
			w.fire(at(1, 8, 0), 2, squadA)
			w.fire(at(1, 9, 0), 2, squadB)
		},
		near: func(w *world) {
			w.places[field].Shared, w.places[field].Lanes = true, 8
			w.fire(at(1, 8, 0), 2, squadA)
			w.fire(at(1, 9, 0), 2, squadB)
		},
	},
	{
		rule:   "capacity",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadAB); w.places[class].Capacity = 7 },
		near:   func(w *world) { w.class(at(1, 8, 0), 2, squadAB); w.places[class].Capacity = 8 },
	},
	{
		rule: "capacity", says: "clash.capacity.together",
		broken: func(w *world) {
			w.places[class].Shared, w.places[class].Capacity = true, 7
			w.class(at(1, 8, 0), 2, squadA)
			w.class(at(1, 9, 0), 2, squadB)
		},
		near: func(w *world) {
			w.places[class].Shared, w.places[class].Capacity = true, 7
			w.class(at(1, 8, 0), 2, squadA)
			w.class(at(1, 10, 0), 2, squadB)
		},
	},
	{
		rule:   "one-team",
		broken: func(w *world) { w.house(at(1, 8, 0), 2, squadAB, model.Dry).Block.House.Team = 0 },
		near:   func(w *world) { w.house(at(1, 8, 0), 2, squadAB, model.Dry).Block.House.Team = 6 },
	},
	{
		rule: "one-team", says: "clash.one-team.overlap",
		broken: func(w *world) {
			w.places[house].Shared = true
			w.house(at(1, 8, 0), 2, squadA, model.Dry)
			w.house(at(1, 9, 0), 2, squadB, model.Dry)
		},
		near: func(w *world) {
			w.places[house].Shared = true
			w.house(at(1, 8, 0), 2, squadA, model.Dry)
			w.house(at(1, 10, 0), 2, squadB, model.Dry)
		},
	},
	{
		rule:   "together",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadAB).Block.Together = 1 },
		near:   func(w *world) { w.class(at(1, 8, 0), 2, squadAB).Block.Together = 2 },
	},
	{
		rule:   "vehicles-needed",
		broken: func(w *world) { w.cars(w.class(at(1, 8, 0), 2, squadA), 2) },
		near:   func(w *world) { w.cars(w.class(at(1, 8, 0), 2, squadA), 1) },
	},
	{
		rule: "rides-a-shift",
		broken: func(w *world) {
			w.ride(at(1, 16, 0), 4, model.PatrolRide, 0, 1)
			w.ride(at(1, 18, 0), 4, model.PatrolRide, 2, 3)
		},
		near: func(w *world) {
			w.ride(at(1, 16, 0), 4, model.PatrolRide, 0, 1, 4)
			w.ride(at(1, 20, 0), 4, model.PatrolRide, 2, 3, 5)
		},
	},
	{
		rule:   "rides-a-late-shift",
		broken: func(w *world) { w.ride(at(1, 22, 0), 4, model.PatrolRide, 0, 1, 2) },
		near: func(w *world) {
			w.ride(at(1, 22, 0), 4, model.PatrolRide, 0, 1)
			w.ride(at(2, 21, 45), 4, model.PatrolRide, 2, 3, 4)
		},
	},
	{
		rule: "late-shift-from", says: "clash.rides-a-late-shift",
		broken: func(w *world) { w.ride(at(1, 21, 0), 4, model.PatrolRide, 0, 1, 2); w.set("late-shift-from", 84) },
		near:   func(w *world) { w.ride(at(1, 21, 0), 4, model.PatrolRide, 0, 1, 2); w.set("late-shift-from", 85) },
	},
	{
		rule:   "one-ride-a-car",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0, 1).Ride.Riders[1].Car = "d-0" },
		near: func(w *world) {
			w.ride(at(1, 16, 0), 2, model.PatrolRide, 0)
			w.ride(at(1, 18, 0), 2, model.PatrolRide, 1).Ride.Riders[0].Car = "D-0"
		},
	},
	{
		rule:   "ride-seats",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0, 1, 2).Cars = []model.ID{id(10, 1)} },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0, 1).Cars = []model.ID{id(10, 1)} },
	},
	{
		rule:   "swat-seats",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0, 1, 2) },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0, 1, 2).Ride.Standby = true },
	},
	{
		rule: "swat-seats", says: "clash.swat-seats.none",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0).Cars = nil },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0, 1) },
	},
}
