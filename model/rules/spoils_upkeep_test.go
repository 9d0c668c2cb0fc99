package rules

import "muster/model"

// upkeep is what practice without fire takes, what is used up, somewhere to go
// from the rain, other attempts, interpreters.
var upkeep = []spoil{
	{
		rule: "practice-ratio",
		broken: func(w *world) {
			w.house(at(1, 8, 0), 2, squadA, model.Dry).Staff = w.house(at(2, 8, 0), 1, squadA, model.Dry).Staff[:3]
		},
		near: func(w *world) {
			w.house(at(1, 8, 0), 2, squadA, model.Dry)
			w.house(at(2, 8, 0), 2, squadA, model.Marking)
		},
	},
	{
		rule:   "medical-ratio",
		broken: func(w *world) { w.treat(at(1, 8, 0), squadAB).Staff = []model.Part{w.part(9, model.Lead)} },
		near: func(w *world) {
			w.treat(at(1, 8, 0), squadAB)
			w.treat(at(2, 8, 0), squadA).Staff = []model.Part{w.part(9, model.Lead)}
		},
	},
	{
		rule: "means-to-call",
		broken: func(w *world) {
			w.radios.Radio, w.places[field].Means = true, 0
			w.fire(at(1, 8, 0), 2, squadA).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 1}}
		},
		near: func(w *world) {
			w.radios.Radio, w.places[field].Means = true, 1
			w.fire(at(1, 8, 0), 2, squadA).Block.Kit = []model.KitNeed{{Kit: id(9, 0), Count: 1}}
		},
	},
	{
		rule:   "squad-together",
		broken: func(w *world) { w.only(w.class(at(1, 8, 0), 2, 0), 0, 1, 2) },
		near: func(w *world) {
			w.only(w.class(at(1, 8, 0), 2, 0), 0, 1, 2, 3)
			first := w.class(at(2, 8, 0), 2, squadA)
			w.only(w.class(at(3, 8, 0), 2, 0), 0).Again = first.ID
		},
	},
	{
		rule: "ammunition",
		broken: func(w *world) {
			w.rounds(at(1, 8, 0), 100)
			w.rounds(at(2, 8, 0), 60)
			w.stock(600, monday, 30, 3)
		},
		near: func(w *world) {
			w.rounds(at(1, 8, 0), 100)
			w.rounds(at(2, 8, 0), 60)
			w.stock(600, monday, 40, 2)
		},
	},
	{
		rule:   "ammunition",
		broken: func(w *world) { w.rounds(at(3, 8, 0), 100); w.stock(399, monday.Days(2), 500, 0) },
		near:   func(w *world) { w.rounds(at(3, 8, 0), 100); w.stock(1, monday.Days(3), 0, 0) },
	},
	{
		rule:   "ammunition",
		broken: func(w *world) { w.rounds(at(3, 8, 0), 100); w.stock(399, monday, 0, 0) },
		near:   func(w *world) { w.rounds(at(3, 8, 0), 100); w.stock(399, 0, 0, 0) },
	},
	{
		rule: "indoor-fallback",
		broken: func(w *world) {
			w.outdoors(at(1, 8, 0))
			w.class(at(1, 9, 0), 2, squadB)
			w.book(indoor, at(1, 9, 45), at(1, 11, 0), "county", false)
		},
		near: func(w *world) {
			w.outdoors(at(1, 8, 0))
			w.class(at(1, 10, 0), 2, squadB)
			w.book(indoor, at(1, 9, 45), at(1, 11, 0), "county", false)
		},
	},
	{
		rule: "indoor-fallback", says: "clash.indoor-fallback.none",
		broken: func(w *world) { w.outdoors(at(1, 8, 0)); w.places[class].Capacity, w.places[indoor].Capacity = 3, 3 },
		near:   func(w *world) { w.outdoors(at(1, 8, 0)); w.places[class].Capacity, w.places[indoor].Capacity = 3, 4 },
	},
	{
		rule: "another-chance", says: "clash.another-chance.early",
		broken: func(w *world) { w.again(w.exam(at(2, 8, 0)), at(2, 8, 45)) },
		near: func(w *world) {
			w.again(w.exam(at(2, 8, 0)), at(2, 9, 0))
			w.again(w.class(at(3, 8, 0), 1, squadA), at(2, 12, 0))
		},
	},
	{
		rule: "another-chance", says: "clash.another-chance.late",
		broken: func(w *world) {
			w.class(at(5, 8, 0), 1, squadAB).Block.Ends = true
			w.again(w.exam(at(2, 8, 0)), at(5, 7, 15))
		},
		near: func(w *world) {
			w.class(at(5, 8, 0), 1, squadAB).Block.Ends = true
			w.again(w.exam(at(2, 8, 0)), at(5, 7, 0))
		},
	},
	{
		rule: "interpreter-load", says: "clash.interpreter-load.staff",
		broken: func(w *world) { w.interpreted(at(1, 8, 0), at(1, 9, 0)) },
		near: func(w *world) {
			w.interpreted(at(1, 8, 0), at(1, 9, 15))
			s := w.class(at(2, 8, 0), 3, squadA)
			s.Staff = append(s.Staff, w.part(10, model.Interpreter), w.part(11, model.Interpreter))
		},
	},
	{
		rule: "interpreter-pause", says: "clash.interpreter-load.staff",
		broken: func(w *world) { w.interpreted(at(1, 8, 0), at(1, 9, 15)); w.set("interpreter-pause", 30) },
		near:   func(w *world) { w.interpreted(at(1, 8, 0), at(1, 9, 30)); w.set("interpreter-pause", 30) },
	},
}

// treat is practice in treating the injured.
func (w *world) treat(start model.Quarter, squads model.Squads) *model.Session {
	s := w.rescue(start, 2)
	s.Squads, s.Block.Rescue = squads, &model.Rescue{Casualties: 3}
	return s
}

// only makes it a session for some officers by name.
func (w *world) only(s *model.Session, who ...int) *model.Session {
	s.Squads = 0
	for _, n := range who {
		s.Only = append(s.Only, id(1, n))
	}
	return s
}

// rounds is live fire of so many rounds for each of four officers.
func (w *world) rounds(start model.Quarter, n int) {
	w.fire(start, 2, squadA).Block.Fire = &model.Firing{Rounds: n, Ammunition: w.radios.ID}
}

// stock makes the pool one of so many rounds, counted on the day, with a
// delivery on a day of the course from 1.
func (w *world) stock(count int, counted model.Date, delivered, day int) {
	w.radios.Spent, w.radios.Count, w.radios.Counted = true, count, counted
	if delivered > 0 {
		w.radios.Deliveries = []model.Delivery{{On: monday.Days(day - 1), Count: delivered}}
	}
}

// outdoors is two strenuous hours on the range.
func (w *world) outdoors(start model.Quarter) {
	w.fire(start, 2, squadA).Block.Strenuous = true
}

// exam is an hour's test for squad A.
func (w *world) exam(start model.Quarter) *model.Session {
	s := w.class(start, 1, squadA)
	s.Block.Exam = true
	return s
}

// again is another attempt of an hour for one officer.
func (w *world) again(first *model.Session, start model.Quarter) {
	s := w.only(w.exam(start), 0)
	s.Again = first.ID
}

// interpreted is two sessions of an hour with one interpreter.
func (w *world) interpreted(starts ...model.Quarter) {
	for _, at := range starts {
		s := w.class(at, 1, squadA)
		s.Staff = append(s.Staff, w.part(10, model.Interpreter))
	}
}
