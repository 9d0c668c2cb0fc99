package rules

import "muster/model"

// windows is when and where a session may be at all.
var windows = []spoil{
	{
		rule:   "course-dates",
		broken: func(w *world) { w.class(at(13, 8, 0), 1, squadA) },
		near:   func(w *world) { w.class(at(12, 8, 0), 1, squadA) },
	},
	{
		rule:   "time-window",
		broken: func(w *world) { w.window(at(1, 19, 45), 80, 104) },
		near:   func(w *world) { w.window(at(1, 22, 0), 80, 104); w.window(at(3, 0, 0), 80, 104) },
	},
	{
		rule: "time-window", says: "clash.time-window.earliest",
		broken: func(w *world) { w.window(at(1, 7, 45), 32, 0) },
		near:   func(w *world) { w.window(at(1, 8, 0), 32, 0) },
	},
	{
		rule: "time-window", says: "clash.time-window.latest",
		broken: func(w *world) { w.window(at(1, 12, 15), 0, 64) },
		near:   func(w *world) { w.window(at(1, 12, 0), 0, 64) },
	},
	{
		rule:   "night-dark",
		broken: func(w *world) { w.class(at(1, 18, 45), 1, squadA).Block.Night = true },
		near: func(w *world) {
			w.class(at(1, 19, 0), 1, squadA).Block.Night = true
			w.class(at(3, 5, 30), 1, squadA).Block.Night = true
		},
	},
	{
		rule: "sunset", says: "clash.night-dark",
		broken: func(w *world) { w.class(at(1, 19, 0), 1, squadA).Block.Night = true; w.set("sunset", 77) },
		near:   func(w *world) { w.class(at(1, 19, 0), 1, squadA).Block.Night = true; w.set("sunset", 76) },
	},
	{
		rule: "sunrise", says: "clash.night-dark",
		broken: func(w *world) { w.class(at(2, 5, 0), 1, squadA).Block.Night = true; w.set("sunrise", 23) },
		near:   func(w *world) { w.class(at(2, 5, 0), 1, squadA).Block.Night = true; w.set("sunrise", 24) },
	},
	{
		rule: "no-place",
		broken: func(w *world) {
			s := w.class(at(1, 8, 0), 1, squadA)
			s.Place, s.Block.Place = model.ID{}, model.Classroom
		},
		near: func(w *world) { w.class(at(1, 8, 0), 1, squadA).Place = model.ID{} },
	},
	{
		rule:   "place-kind",
		broken: func(w *world) { w.class(at(1, 8, 0), 1, squadA).Block.Place = model.Gym },
		near:   func(w *world) { w.class(at(1, 8, 0), 1, squadA).Block.Place = model.Classroom },
	},
	{
		rule:   "place-closed",
		broken: func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.book(class, at(1, 8, 45), at(1, 20, 0), "", true) },
		near:   func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.book(class, at(1, 9, 0), at(1, 20, 0), "", true) },
	},
	{
		rule: "place-closed", says: "clash.place-closed.hours",
		broken: func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.class(at(2, 8, 0), 1, squadA); w.open(1, 32, 35) },
		near:   func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.open(1, 32, 36) },
	},
	{
		rule:   "staff-absent",
		broken: func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.away(at(1, 8, 45), at(1, 9, 0), "") },
		near:   func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.away(at(1, 9, 0), at(1, 10, 0), "") },
	},
	{
		rule: "staff-absent", says: "clash.staff-absent.reason",
		broken: func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.away(at(1, 8, 45), at(1, 9, 0), model.Court) },
		near:   func(w *world) { w.class(at(1, 8, 0), 1, squadA); w.away(at(1, 7, 0), at(1, 8, 0), model.Court) },
	},
	{
		rule:   "staff-left",
		broken: func(w *world) { w.class(at(3, 8, 0), 1, squadA); w.staff[0].Left = monday.Days(2) },
		near:   func(w *world) { w.class(at(2, 8, 0), 1, squadA); w.staff[0].Left = monday.Days(2) },
	},
	{
		rule: "vehicle-out",
		broken: func(w *world) {
			w.ride(at(1, 18, 0), 2, model.SWATRide, 0)
			w.vehicles[0].Out = []model.Span{{From: at(1, 19, 45), To: at(4, 0, 0)}}
		},
		near: func(w *world) {
			w.ride(at(1, 18, 0), 2, model.SWATRide, 0)
			w.vehicles[0].Out = []model.Span{{From: at(1, 20, 0), To: at(4, 0, 0)}}
		},
	},
}
