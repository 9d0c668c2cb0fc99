package rules

import "muster/model"

// ordering is what comes before what, and the gap between.
var ordering = []spoil{
	{
		rule: "briefing", says: "clash.briefing.squad",
		broken: func(w *world) {
			w.fire(at(1, 8, 0), 1, squadA)
			w.fire(at(2, 8, 0), 1, squadA).Block.Briefing = false
		},
		near: func(w *world) {
			w.fire(at(1, 8, 0), 1, squadA)
			w.fire(at(1, 10, 0), 1, squadA).Block.Briefing = false
			w.class(at(2, 7, 45), 0.25, squadA).Block.Briefing = true
			w.fire(at(2, 8, 0), 1, squadA).Block.Briefing = false
		},
	},
	{
		rule: "weapons-check", says: "clash.weapons-check.squad",
		broken: func(w *world) { w.meal(at(1, 12, 0)); w.fire(at(1, 13, 0), 1, squadA) },
		near:   func(w *world) { w.meal(at(1, 12, 0)); w.fire(at(1, 13, 15), 1, squadA) },
	},
	{
		rule: "weapons-check", says: "clash.weapons-check.travel.squad",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA).Place = id(8, yard)
			w.set("travel", 25)
			w.fire(at(1, 9, 30), 1, squadA)
		},
		near: func(w *world) { w.class(at(1, 8, 0), 1, squadA).Place = id(8, yard); w.fire(at(1, 9, 30), 1, squadA) },
	},
	{
		rule: "wash-up", says: "clash.wash-up.squad",
		broken: func(w *world) { w.fire(at(1, 11, 0), 1, squadA); w.meal(at(1, 12, 0)) },
		near:   func(w *world) { w.fire(at(1, 10, 45), 1, squadA); w.meal(at(1, 12, 0)) },
	},
	{
		rule: "cleaning", says: "clash.cleaning.squad",
		broken: func(w *world) { w.fire(at(1, 14, 0), 1, squadA); w.class(at(1, 15, 15), 1, squadA) },
		near:   func(w *world) { w.fire(at(1, 14, 0), 1, squadA); w.class(at(1, 15, 30), 1, squadA) },
	},
	{
		rule: "fire-and-marking",
		broken: func(w *world) {
			w.house(at(1, 8, 0), 1, squadA, model.Marking)
			w.house(at(1, 9, 0), 1, squadB, model.Live)
		},
		near: func(w *world) {
			w.house(at(1, 8, 0), 1, squadA, model.Marking)
			w.house(at(1, 9, 15), 1, squadB, model.Live)
		},
	},
	{
		rule: "check-between", says: "clash.check-between.squad",
		broken: func(w *world) { w.fire(at(1, 8, 0), 1, squadA); w.house(at(1, 9, 0), 1, squadAB, model.Marking) },
		near:   func(w *world) { w.fire(at(1, 8, 0), 1, squadA); w.house(at(1, 9, 15), 1, squadA, model.Marking) },
	},
	{
		rule: "house-order", says: "clash.house-order.dry.squad",
		broken: func(w *world) {
			w.house(at(1, 8, 0), 1, squadA, model.Marking)
			w.house(at(2, 8, 0), 1, squadA, model.Live)
		},
		near: func(w *world) { w.runs(at(1, 8, 0), at(1, 10, 0)); w.house(at(2, 8, 0), 1, squadA, model.Live) },
	},
	{
		rule: "house-order", says: "clash.house-order.marking.squad",
		broken: func(w *world) { w.runs(at(1, 8, 0), at(3, 10, 0)); w.house(at(2, 8, 0), 1, squadA, model.Live) },
		near:   func(w *world) { w.runs(at(1, 8, 0), at(1, 10, 0)); w.house(at(1, 11, 30), 1, squadA, model.Live) },
	},
	{
		rule: "house-order", says: "clash.house-order.both.squad",
		broken: func(w *world) { w.runs(at(1, 8, 0), at(1, 10, 0)); w.house(at(2, 8, 0), 1, squadAB, model.Live) },
		near:   func(w *world) { w.runs(at(1, 8, 0), at(1, 10, 0)); w.house(at(2, 8, 0), 1, squadA, model.Live) },
	},
	{
		rule: "house-turnround",
		broken: func(w *world) {
			w.house(at(1, 8, 0), 1, squadA, model.Marking)
			w.house(at(1, 9, 15), 1, squadB, model.Marking)
		},
		near: func(w *world) {
			w.house(at(1, 8, 0), 1, squadA, model.Marking)
			w.house(at(1, 9, 30), 1, squadB, model.Marking)
		},
	},
	{
		rule: "travel", says: "clash.travel.squad",
		broken: func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.class(at(1, 9, 15), 1, squadA).Place = id(8, yard) },
		near:   func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.class(at(1, 9, 30), 1, squadA).Place = id(8, yard) },
	},
	{
		rule: "travel", says: "clash.travel.staff",
		broken: func(w *world) {
			w.places[yard].Travel = []model.Leg{{To: id(8, class), Minutes: 40}}
			w.class(at(1, 8, 0), 1, squadA)
			w.class(at(1, 9, 30), 1, squadB).Place = id(8, yard)
		},
		near: func(w *world) {
			w.places[yard].Travel = []model.Leg{{To: id(8, class), Minutes: 30}}
			w.class(at(1, 8, 0), 1, squadA)
			w.class(at(1, 9, 30), 1, squadB).Place = id(8, yard)
		},
	},
	{
		rule: "travel", says: "clash.travel.rider",
		broken: func(w *world) {
			w.class(at(1, 16, 0), 1, squadA).Place = id(8, yard)
			w.ride(at(1, 17, 15), 2, model.PatrolRide, 0, 1)
		},
		near: func(w *world) {
			w.class(at(1, 16, 0), 1, squadA).Place = id(8, yard)
			w.ride(at(1, 17, 15), 2, model.PatrolRide, 4, 5)
		},
	},
	{
		rule: "night-after-day", says: "clash.night-after-day.squad",
		broken: func(w *world) { w.fire(at(1, 20, 0), 1, squadA); w.fire(at(2, 14, 0), 1, squadA) },
		near:   func(w *world) { w.fire(at(1, 16, 0), 1, squadA); w.fire(at(1, 20, 0), 1, squadA) },
	},
	{
		rule: "course-order", says: "clash.course-order.squad",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA).Block.After = []model.After{{Block: 2}}
			w.class(at(1, 10, 0), 1, squadA)
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA).Block.After = []model.After{{Block: 2}}
			w.class(at(1, 10, 0), 1, squadB)
		},
	},
	{
		rule: "course-order", says: "clash.course-order.days.squad",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA)
			w.class(at(2, 8, 0), 1, squadA).Block.After = []model.After{{Block: 1, Days: 2}}
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 1, squadA)
			w.class(at(3, 7, 0), 1, squadA).Block.After = []model.After{{Block: 1, Days: 2}}
		},
	},
}
