package due

import "muster/model"

var during = []spoil{
	{
		rule: "roll-call", ref: model.KindRoll,
		due:  func(w *world) { w.day(1, 10); w.drop(model.KindRoll, w.opening.ID) },
		near: func(w *world) { w.day(1, 9); w.drop(model.KindRoll, w.opening.ID) },
	},
	{
		rule: "roll-call", ref: model.KindRoll,
		due: func(w *world) { w.drop(model.KindRoll, w.class(at(2, 8, 0)).ID); w.day(3, 9) },
		near: func(w *world) {
			s := w.class(at(2, 8, 0))
			w.drop(model.KindRoll, s.ID)
			s.Off = &model.Off{At: 1}
			w.day(3, 9)
		},
	},
	{
		rule: "absence", ref: model.KindSession,
		due: func(w *world) { w.missing(model.Mark{}); w.now = at(1, 9, 0).Minute() },
		near: func(w *world) {
			w.missing(model.Mark{Found: at(1, 9, 0).Minute()})
			w.now = at(1, 9, 0).Minute()
		},
	},
	{
		rule: "absence", says: "due.absence.late", hard: true, ref: model.KindSession,
		due:  func(w *world) { w.missing(model.Mark{}); w.now = at(1, 9, 15).Minute() },
		near: func(w *world) { w.missing(model.Mark{At: at(1, 8, 45).Minute()}); w.now = at(1, 9, 15).Minute() },
	},
	{ // back on a later roll, or out of the country
		rule: "absence", says: "due.absence.called", hard: true, ref: model.KindSession,
		due: func(w *world) {
			w.missing(model.Mark{Calls: []model.Call{{At: at(1, 9, 0).Minute(), Answer: model.NoAnswer}}})
			w.roll(w.class(at(2, 8, 0)), model.Mark{Person: id(1, 0), State: model.Missing, Calls: []model.Call{{At: at(2, 9, 0).Minute()}}})
			w.day(2, 12)
		},
		near: func(w *world) {
			w.missing(model.Mark{Calls: []model.Call{{At: at(1, 9, 0).Minute(), Answer: model.NoAnswer}}})
			w.roll(w.class(at(2, 8, 0)))
			w.day(2, 12)
		},
	},
	{ // out of the course is not found
		rule: "absence", says: "due.absence.out", hard: true, ref: model.KindSession,
		due: func(w *world) {
			w.missing(model.Mark{Calls: []model.Call{{At: at(1, 9, 0).Minute(), Answer: model.NoAnswer}}})
			w.cohort.Seats[0].Stage = model.Absent
			w.day(2, 12)
		},
		near: func(w *world) {
			w.missing(model.Mark{Found: at(2, 9, 0).Minute()})
			w.cohort.Seats[0].Stage = model.Absent
			w.day(2, 12)
		},
	},
	{
		rule: "attendance", hard: true, ref: model.KindSession,
		due: func(w *world) { w.skipped(); w.day(4, 8) },
		near: func(w *world) {
			s := w.skipped()
			again := w.fire(at(5, 10, 0))
			again.Squads, again.Only, again.Again = 0, []model.ID{id(1, 0)}, s.ID
			w.day(4, 8)
		},
	},
	{
		rule: "attendance", says: "due.attendance.several", hard: true, ref: model.KindSession,
		due: func(w *world) {
			w.skipped()
			s := w.fire(at(4, 10, 0))
			w.sheet(s, 1, 90, 90, 90)
			w.roll(s, model.Mark{Person: id(1, 0), State: model.Excused})
			w.day(5, 8)
		},
		near: func(w *world) { w.skipped(); w.day(4, 8) },
	},
	{ // one of two is half; a class missed is no practice
		rule: "attendance", hard: true, ref: model.KindSession,
		due:  func(w *world) { w.skipped(); w.fire(at(2, 10, 0)); w.set("attendance", 51); w.day(4, 8) },
		near: func(w *world) { w.skipped(); w.fire(at(2, 10, 0)); w.set("attendance", 50); w.day(4, 8) },
	},
	{
		rule: "results", ref: model.KindSession,
		due:  func(w *world) { w.sheet(w.fire(at(3, 10, 0)), 1, 90, -1, -1); w.day(4, 11) },
		near: func(w *world) { w.sheet(w.fire(at(3, 10, 0)), 1, 90, -1, -1); w.day(4, 10) },
	},
	{ // a second attempt was made, and nobody wrote down how it went
		rule: "results", ref: model.KindSession,
		due: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.second(at(4, 10, 0))
			w.day(6, 8)
		},
		near: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.roll(w.second(at(4, 10, 0)), model.Mark{Person: id(1, 0), State: model.Excused})
			w.day(6, 8)
		},
	},
	{
		rule: "retests", says: "due.retests.over", hard: true, ref: model.KindSession,
		due: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			for i := range 2 {
				w.sheet(w.second(at(4+i, 10, 0)), 2+i, 20)
			}
			w.day(6, 8)
		},
		near: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			for i := range 2 {
				w.sheet(w.second(at(4+i, 10, 0)), 2+i, 20+i*70)
			}
			w.day(6, 8)
		},
	},
	{
		rule: "retests", says: "due.retests.next", hard: true, ref: model.KindSession,
		due: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.sheet(w.second(at(4, 10, 0)), 2, 20)
			w.second(at(8, 10, 0))
			w.day(6, 8)
		},
		near: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.second(at(8, 10, 0))
			w.day(6, 8)
		},
	},
	{
		rule: "retests", says: "due.retests.used", ref: model.KindSession,
		due: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.sheet(w.second(at(4, 10, 0)), 2, 20)
			w.day(6, 8)
		},
		near: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.sheet(w.second(at(4, 10, 0)), 2, 20)
			w.cohort.Seats[0].Stage = model.Attended
			w.day(6, 8)
		},
	},
	{
		rule: "remediation", ref: model.KindSession,
		due:  func(w *world) { w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 20); w.day(6, 8) },
		near: func(w *world) { w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90); w.second(at(8, 10, 0)); w.day(6, 8) },
	},
	{
		rule: "remediation", says: "due.remediation.after", ref: model.KindSession,
		due: func(w *world) {
			w.set("remediation", 4)
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.second(at(8, 10, 0))
			w.day(6, 8)
		},
		near: func(w *world) {
			w.set("remediation", 5)
			w.sheet(w.fire(at(3, 10, 0)), 1, 10, 90, 90)
			w.second(at(8, 10, 0))
			w.day(6, 8)
		},
	},
	{
		rule: "remediation", says: "due.remediation.absent", ref: model.KindSession,
		due: func(w *world) {
			s := w.exam(at(3, 10, 0))
			w.sheet(s, 1, -1, 90, 90, 90, 90, 90)
			w.roll(s, model.Mark{Person: id(1, 0), State: model.Excused})
			w.day(6, 8)
		},
		near: func(w *world) { w.sheet(w.exam(at(3, 10, 0)), 1, -1, 90, 90, 90, 90, 90); w.day(6, 8) },
	},
	{
		rule: "rounds", ref: model.KindSession,
		due: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 90, 90, 90).Rounds = []model.Rounds{{Lot: "A1", Issued: 50, Fired: 49}, {Issued: 10, Fired: 9, Returned: 3}}
			w.day(3, 12)
		},
		near: func(w *world) {
			w.sheet(w.fire(at(3, 10, 0)), 1, 90, 90, 90).Rounds = []model.Rounds{{Lot: "A1", Issued: 50, Fired: 47, Returned: 2, Dud: 1}}
			w.day(3, 12)
		},
	},
	{
		rule: "called-off", ref: model.KindSession,
		due: func(w *world) { w.class(at(3, 10, 0)).Off = &model.Off{At: 1} },
		near: func(w *world) {
			s := w.class(at(3, 10, 0))
			s.Off = &model.Off{At: 1}
			w.class(at(4, 10, 0)).Again = s.ID
		},
	},
	{ // one squad is still without
		rule: "called-off", ref: model.KindSession,
		due:  func(w *world) { w.instead(1) },
		near: func(w *world) { w.instead(3) },
	},
	{
		rule: "called-off", says: "due.called-off.tray", ref: model.KindSession,
		due:  func(w *world) { w.class(0).Off = &model.Off{At: 1} },
		near: func(w *world) { s := w.class(0); s.Off = &model.Off{At: 1}; s.Squads = 0 },
	},
	{
		rule: "called-off", says: "due.called-off.ride", ref: model.KindSession,
		due: func(w *world) {
			w.ride(at(3, 18, 0), 0, 1, 2).Off = &model.Off{At: 1}
			w.ride(at(4, 18, 0), 1)
		},
		near: func(w *world) {
			w.ride(at(3, 18, 0), 0, 1).Off = &model.Off{At: 1}
			w.ride(at(4, 18, 0), 1)
			w.ride(at(5, 18, 0), 0)
		},
	},
	{
		rule: "called-off", says: "due.called-off.ride.tray", ref: model.KindSession,
		due:  func(w *world) { w.ride(0, 0).Off = &model.Off{At: 1} },
		near: func(w *world) { w.ride(0).Off = &model.Off{At: 1} },
	},
}

// instead calls a class off and puts the squads of the set into another of the
// same block.
func (w *world) instead(set model.Squads) {
	s := w.class(at(3, 10, 0))
	s.Off = &model.Off{At: 1}
	o := w.class(at(4, 10, 0))
	o.Squads, o.Block.Key = set, s.Block.Key
}

// missing marks the first officer as missing from the opening.
func (w *world) missing(m model.Mark) {
	m.Person, m.State = id(1, 0), model.Missing
	w.roll(w.opening, m)
}

// skipped is a practice the first officer was not at; all passed it.
func (w *world) skipped() *model.Session {
	s := w.fire(at(3, 10, 0))
	w.sheet(s, 1, 90, 90, 90)
	w.roll(s, model.Mark{Person: id(1, 0), State: model.Excused})
	return s
}

// second is another attempt of the first officer at the first qualification.
func (w *world) second(start model.Quarter) *model.Session {
	first := w.sessions[2]
	s := w.fire(start)
	s.Squads, s.Only, s.Again = 0, []model.ID{id(1, 0)}, first.ID
	return s
}
