package rules

import "muster/model"

// loads is hours, rest, and what a ride must be granted.
var loads = []spoil{
	{
		rule: "lunch", says: "clash.lunch.squad",
		broken: func(w *world) { w.class(at(1, 8, 0), 4.5, squadA); w.class(at(1, 13, 15), 2, squadA) },
		near: func(w *world) {
			w.class(at(1, 8, 0), 4.5, squadA)
			w.class(at(1, 13, 30), 2, squadA)
			w.class(at(2, 8, 0), 5.75, squadA)
		},
	},
	{
		rule: "lunch-from", says: "clash.lunch.squad",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 3, squadA)
			w.class(at(1, 12, 0), 3, squadA)
			w.set("lunch-from", 46)
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 3, squadA)
			w.class(at(1, 12, 0), 3, squadA)
			w.set("lunch-from", 44)
		},
	},
	{
		rule: "lunch-until", says: "clash.lunch.squad",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 5, squadA)
			w.class(at(1, 14, 0), 3, squadA)
			w.set("lunch-until", 55)
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 5, squadA)
			w.class(at(1, 14, 0), 3, squadA)
			w.set("lunch-until", 56)
		},
	},
	{
		rule: "taught-hours", says: "clash.taught-hours.squad",
		broken: func(w *world) { w.class(at(1, 8, 0), 4, squadA); w.class(at(1, 13, 0), 5.25, squadA) },
		near: func(w *world) {
			w.class(at(1, 8, 0), 4, squadA)
			w.meal(at(1, 12, 0))
			w.class(at(1, 13, 0), 5, squadA)
		},
	},
	{
		rule: "taught-hours-most", says: "clash.taught-hours.squad",
		broken: func(w *world) { w.class(at(1, 8, 0), 4, squadA); w.class(at(1, 13, 0), 8.25, squadA) },
		near: func(w *world) {
			w.class(at(1, 8, 0), 4, squadA)
			w.off("taught-hours")
			w.class(at(1, 13, 0), 8, squadA)
		},
	},
	{
		rule: "rest", says: "clash.rest.squad",
		broken: func(w *world) {
			w.class(at(1, 20, 0), 2.25, squadA)
			w.class(at(2, 8, 0), 1, squadA).Staff[0].Staff = id(7, 5)
		},
		near: func(w *world) {
			w.class(at(1, 20, 0), 2, squadA)
			w.class(at(2, 8, 0), 1, squadA).Staff[0].Staff = id(7, 5)
		},
	},
	{
		rule: "rest", says: "clash.rest.rider",
		broken: func(w *world) { w.ride(at(1, 20, 0), 2.25, model.PatrolRide, 0); w.class(at(2, 8, 0), 1, squadA) },
		near:   func(w *world) { w.ride(at(1, 20, 0), 2.25, model.PatrolRide, 0); w.class(at(2, 8, 0), 1, squadB) },
	},
	{
		rule: "rest-least", says: "clash.rest.staff",
		broken: func(w *world) { w.class(at(1, 22, 0), 2.25, squadA); w.class(at(2, 8, 0), 1, squadB) },
		near:   func(w *world) { w.class(at(1, 22, 0), 2, squadA); w.class(at(2, 8, 0), 1, squadB) },
	},
	{
		rule: "late-then-live", says: "clash.late-then-live.squad",
		broken: func(w *world) { w.class(at(1, 20, 0), 3.25, squadA); w.fire(at(2, 9, 45), 1, squadA) },
		near: func(w *world) {
			w.class(at(1, 20, 0), 3, squadA)
			w.fire(at(2, 9, 45), 1, squadA)
			w.class(at(2, 20, 0), 3.5, squadA)
			w.fire(at(3, 10, 0), 1, squadA)
		},
	},
	{
		rule: "late-then-live", says: "clash.late-then-live.rider",
		broken: func(w *world) { w.ride(at(1, 21, 15), 4, model.PatrolRide, 0); w.fire(at(2, 9, 30), 1, squadA) },
		near: func(w *world) {
			w.ride(at(1, 21, 15), 4, model.PatrolRide, 0)
			w.class(at(2, 9, 30), 0.5, squadA)
			w.fire(at(2, 10, 0), 1, squadA)
		},
	},
	{
		rule: "late-from", says: "clash.late-then-live.squad",
		broken: func(w *world) {
			w.class(at(1, 20, 0), 2, squadA)
			w.fire(at(2, 9, 0), 1, squadA)
			w.set("late-from", 87)
		},
		near: func(w *world) {
			w.class(at(1, 20, 0), 2, squadA)
			w.fire(at(2, 9, 0), 1, squadA)
			w.set("late-from", 88)
		},
	},
	{
		rule: "rest-day", says: "clash.rest-day.squad",
		broken: func(w *world) { w.daily(1, 2, 3, 4, 5, 6, 7) },
		near:   func(w *world) { w.daily(1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12) },
	},
	{
		rule: "instructor-hours", says: "clash.instructor-hours.staff",
		broken: func(w *world) { w.class(at(1, 8, 0), 4, squadA); w.class(at(1, 13, 0), 4.25, squadB) },
		near: func(w *world) {
			w.class(at(1, 8, 0), 4, squadA)
			w.class(at(1, 13, 0), 4, squadB)
			w.rescue(at(1, 18, 0), 1).Staff[1].Staff = id(7, 0)
		},
	},
	{
		rule:   "ride-length",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4.75, model.PatrolRide, 0) },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4.5, model.PatrolRide, 0) },
	},
	{
		rule:   "waiver",
		broken: func(w *world) { w.people[0].Papers.Waiver = 0; w.ride(at(1, 16, 0), 4, model.PatrolRide, 0) },
		near:   func(w *world) { w.people[0].Papers.Waiver = monday; w.ride(at(1, 16, 0), 4, model.PatrolRide, 0) },
	},
	{
		rule:   "host-approval",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0).Ride.Approved = 0 },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0).Ride.Command = 0 },
	},
	{
		rule: "host-approval", says: "clash.host-approval.later",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0).Ride.Approved = monday.Days(1) },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0).Ride.Approved = monday },
	},
	{
		rule:   "swat-approval",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0).Ride.Command = 0 },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0) },
	},
	{
		rule: "swat-approval", says: "clash.swat-approval.later",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0).Ride.Command = monday.Days(3) },
		near:   func(w *world) { w.ride(at(4, 16, 0), 4, model.SWATRide, 0).Ride.Command = monday.Days(3) },
	},
	{
		rule:   "swat-debrief",
		broken: func(w *world) { w.ride(at(1, 16, 0), 4, model.SWATRide, 0).Ride.Debrief = 0 },
		near:   func(w *world) { w.ride(at(1, 16, 0), 4, model.PatrolRide, 0).Ride.Debrief = 0 },
	},
}
