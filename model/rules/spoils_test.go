package rules

import (
	"slices"

	"muster/model"
)

// spoils is a case for every rule: what breaks it, and what only nearly does.
func spoils() []spoil {
	return slices.Concat(capacity, staffing, ordering, windows, loads, gates, named, upkeep)
}

// gates is vetting, and turns to ride.
var gates = []spoil{
	vetted("unsent", model.Vetting{}, 0), vetted("sent", model.Vetting{State: model.VettingSent}, 0),
	vetted("ends", model.Vetting{State: model.VettingApproved, Until: monday.Days(10)}, 11),
	vetted("begins", model.Vetting{State: model.VettingApproved, Until: monday.Days(90), Decided: monday.Days(1)}, 0),
	vetted("suspended", model.Vetting{State: model.VettingSuspend, Decided: monday}, 0),
	vetted("suspended.undated", model.Vetting{State: model.VettingSuspend}, 0),
	vetted("rejected", model.Vetting{State: model.VettingRejected, Decided: monday}, 0),
	vetted("rejected.undated", model.Vetting{State: model.VettingRejected}, 0),
	vetted("cancelled", model.Vetting{State: model.VettingCancel, Decided: monday}, 0),
	vetted("cancelled.undated", model.Vetting{State: model.VettingCancel}, 0),
	vettedUnit("unsent", model.Vetting{}, 0), vettedUnit("sent", model.Vetting{State: model.VettingSent}, 0),
	vettedUnit("ends", model.Vetting{State: model.VettingApproved, Until: monday.Days(10)}, 11),
	vettedUnit("begins", model.Vetting{State: model.VettingApproved, Until: monday.Days(90), Decided: monday.Days(1)}, 0),
	vettedUnit("suspended", model.Vetting{State: model.VettingSuspend, Decided: monday}, 0),
	vettedUnit("suspended.undated", model.Vetting{State: model.VettingSuspend}, 0),
	vettedUnit("rejected", model.Vetting{State: model.VettingRejected, Decided: monday}, 0),
	vettedUnit("rejected.undated", model.Vetting{State: model.VettingRejected}, 0),
	vettedUnit("cancelled", model.Vetting{State: model.VettingCancel, Decided: monday}, 0),
	vettedUnit("cancelled.undated", model.Vetting{State: model.VettingCancel}, 0),
	{
		rule: "vetting-unit", says: "clash.vetting-unit.none",
		broken: func(w *world) { w.people[3].Unit = model.ID{} },
		near:   func(w *world) { w.people[3].Unit = model.ID{}; w.cohort.Seats[3].Stage = model.Withdrew },
	},
	{
		rule:   "ride-turns",
		broken: func(w *world) { w.everybody(6); w.ride(at(9, 16, 0), 2, model.PatrolRide, 0) },
		near: func(w *world) {
			w.everybody(6)
			w.ride(at(9, 16, 0), 2, model.PatrolRide, 7, 6)
			w.ride(at(9, 19, 0), 2, model.PatrolRide, 0)
		},
	},
}

// vetted is a case of a person whose vetting is so; the near miss lies a day
// later where that holds, or is of an alternate.
func vetted(why string, v model.Vetting, until int) spoil {
	return spoil{
		rule: "vetting-person", says: "clash.vetting-person." + why,
		broken: func(w *world) { w.people[3].Vetting = v },
		near: func(w *world) {
			w.people[3].Vetting = v
			if until > 0 {
				w.people[3].Vetting.Until = monday.Days(until)
			} else {
				w.cohort.Seats[3].Alternate = 1
			}
		},
	}
}

func vettedUnit(why string, v model.Vetting, until int) spoil {
	return spoil{
		rule: "vetting-unit", says: "clash.vetting-unit." + why,
		broken: func(w *world) { w.unit.Vetting = v },
		near: func(w *world) {
			w.unit.Vetting = v
			if until > 0 {
				w.unit.Vetting.Until = monday.Days(until)
				return
			}
			for i := range w.cohort.Seats {
				w.cohort.Seats[i].Alternate = i + 1
			}
		},
	}
}

func (w *world) book(place int, from, to model.Quarter, by string, closed bool) {
	w.places[place].Bookings = append(w.places[place].Bookings, model.Booking{Span: model.Span{From: from, To: to}, By: by, Closed: closed})
}

func (w *world) open(weekday, from, to int) {
	w.places[class].Hours = append(w.places[class].Hours, model.Hours{Weekday: weekday, Open: from, Close: to})
}

func (w *world) away(from, to model.Quarter, why model.Reason) {
	w.staff[0].Absences = []model.Absence{{Span: model.Span{From: from, To: to}, Reason: why}}
}

// cars makes the session ask for so many patrol cars and name the one there is.
func (w *world) cars(s *model.Session, n int) {
	s.Block.Vehicles, s.Cars = []model.CarNeed{{Kind: model.Patrol, Count: n}}, []model.ID{id(10, 1)}
}

// fifth moves a fifth officer into squad A.
func (w *world) fifth() { w.cohort.Seats[4].Squad = 1 }

func (w *world) quals(staff int, skill model.Skill) {
	w.staff[staff].Quals = []model.Qualification{{Skill: skill}}
}

func (w *world) until(staff int, skill model.Skill, last model.Date) {
	w.staff[staff].Quals = []model.Qualification{{Skill: skill, Until: last}}
}

func (w *world) meal(start model.Quarter) {
	s := w.class(start, 1, squadA)
	s.Block.Rest, s.Place, s.Staff = true, model.ID{}, nil
}

// runs is the dry run and the run with marking cartridges.
func (w *world) runs(dry, marking model.Quarter) {
	w.house(dry, 1, squadA, model.Dry)
	w.house(marking, 1, squadA, model.Marking)
}

// window is four hours with the hours a block is given.
func (w *world) window(start model.Quarter, earliest, latest int) {
	b := &w.class(start, 4, squadA).Block
	b.Earliest, b.Latest = earliest, latest
	if latest > model.Day {
		b.Length = 8
	}
}

func (w *world) daily(days ...int) {
	for _, d := range days {
		w.class(at(d, 8, 0), 2, squadA)
	}
}

// everybody gives the first n officers their turn, two a day.
func (w *world) everybody(n int) {
	for i := 0; i < n; i += 2 {
		w.ride(at(i/2+1, 16, 0), 2, model.PatrolRide, i, i+1)
	}
}
