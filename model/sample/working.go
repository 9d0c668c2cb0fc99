package sample

import (
	"slices"

	"muster/model"
)

// How the course that is in its middle has gone so far: the rolls of every day
// before today, the first sheets, and what does not go as planned in any
// course. Somebody overslept and was looked for, somebody was ill for a day
// and has missed practice, a ride was called off.
const (
	lateNo    = 7  // came late to the opening
	illNo     = 19 // was ill on the second day
	soughtNo  = 23 // was looked for on the third morning
	illDay    = 2
	soughtDay = 3
	offDay    = 3       // the patrol ride of that evening was called off
	weakAim   = 6       // every so many officers shoot badly
	lot9      = "9-114" // of pistol ammunition
	lot556    = "556-38"
)

// work is the records of what has been done of the plan by today.
func (u *unit) work(c *model.Cohort, plan []*model.Session, yield func(model.Record) bool) bool {
	model.SortSessions(plan)
	for _, s := range plan {
		u.circuit(s, c)
		if !s.Placed() || s.Start.Date() >= u.today {
			continue
		}
		if s.Block.Kind == model.KindRide && s.Start.Date() == c.First.Days(offDay-1) {
			s.Off = &model.Off{At: (s.Start - 5).Minute(), Reason: "The district needs its cars"}
		}
	}
	if !each(plan, yield) {
		return false
	}
	for _, s := range plan {
		if !s.Placed() || s.Start.Date() >= u.today || s.Off != nil || s.Block.Rest {
			continue
		}
		if !yield(u.roll(s, c)) {
			return false
		}
	}
	for _, s := range plan {
		if !s.Placed() || s.Start.Date() >= u.today || s.Off != nil {
			continue
		}
		if sheet := u.sheet(s, c); sheet != nil && !yield(sheet) {
			return false
		}
	}
	return true
}

// circuit is the stations of a vehicle search: its vehicles, with the hides
// shared out among them.
func (u *unit) circuit(s *model.Session, c *model.Cohort) {
	if s.Block.Search == nil || s.Block.Search.Hides == 0 || len(s.Cars) == 0 {
		return
	}
	s.Circuit = &model.Circuit{}
	for i, id := range s.Cars {
		post := model.Post{Vehicle: id, Hides: s.Block.Search.Hides / len(s.Cars)}
		if i < s.Block.Search.Hides%len(s.Cars) {
			post.Hides++
		}
		for _, v := range u.vehicles {
			if v.ID == id {
				post.Name = v.Name
			}
		}
		if leads := s.In(model.Line); i < len(leads) {
			post.Lead = leads[i]
		}
		s.Circuit.Stations = append(s.Circuit.Stations, post)
	}
}

// roll is who was there.
func (u *unit) roll(s *model.Session, c *model.Cohort) *model.Roll {
	r := &model.Roll{ID: s.ID, Cohort: c.ID, Done: true}
	day := int(s.Start.Date()-c.First) + 1
	for _, seat := range s.Takers(c) {
		m := model.Mark{Person: seat.Person, State: model.Here}
		switch {
		case seat.No == lateNo && day == 1 && s.Start.OfDay() == hm(8, 0):
			m.State, m.At = model.Late, s.Start.Minute()+12
		case seat.No == illNo && day == illDay:
			m.State, m.Note = model.Excused, "Fever; seen by the medic, back tomorrow"
		case seat.No == soughtNo && day == soughtDay && s.Start.OfDay() < hm(8, 0):
			m = sought(seat.Person, s.Start.Minute())
		}
		r.Marks = append(r.Marks, m)
	}
	seen := map[model.ID]bool{}
	for _, p := range s.Staff {
		if !seen[p.Staff] {
			seen[p.Staff] = true
			r.Marks = append(r.Marks, model.Mark{Staff: p.Staff, State: model.Here})
		}
	}
	if s.Ride != nil {
		r.Begun, r.Ended = s.Start.Minute()+4, s.Span().To.Minute()-9
		if s.Ride.Standby {
			r.Called = (s.Start + model.Quarter(s.Ride.Brief)).Minute() + 25
		}
		r.Brief = "Sectors and radio calls; riders stay in the car until told otherwise."
		r.Debrief = "Two traffic stops and a domestic call. Riders asked how the scene is handed to investigators."
	}
	return r
}

// sought is somebody who overslept: missing at seven thirty, found within the
// hour.
func sought(person model.ID, at model.Minute) model.Mark {
	return model.Mark{
		Person: person, State: model.Late, At: at + 48, Found: at + 41, Note: "Overslept; alarm set by the class leader",
		Calls: []model.Call{
			{At: at + 9, Whom: "own telephone", Answer: model.NoAnswer},
			{At: at + 14, Whom: "squad leader", Answer: model.Reached, Note: "Was not at breakfast"},
			{At: at + 38, Whom: "hotel desk", Answer: model.Reached, Note: "Woken in the room"},
		},
	}
}

// sheet is the results of a session that has any; nil for others.
func (u *unit) sheet(s *model.Session, c *model.Cohort) *model.Sheet {
	out := &model.Sheet{ID: s.ID, Cohort: c.ID}
	seats := slices.DeleteFunc(s.Takers(c), func(v model.Seat) bool {
		return v.No == illNo && s.Start.Date() == c.First.Days(illDay-1)
	})
	switch {
	case s.Block.Fire != nil:
		return u.rangeSheet(out, s, seats)
	case s.Circuit != nil:
		of := 0
		for _, p := range s.Circuit.Stations {
			of += p.Hides
		}
		for _, v := range seats {
			found := max(of-u.after.IntN(4), 0)
			verdict := model.Passed
			if found*4 < of*3 {
				verdict = model.Failed
			}
			out.Rows = append(out.Rows, model.Score{Person: v.Person, Attempt: 1, Points: found, Of: of, Verdict: verdict})
		}
		return out
	}
	return nil
}

// rangeSheet is the score sheet of a range, where a course of fire is shot, and
// the account of the ammunition.
func (u *unit) rangeSheet(out *model.Sheet, s *model.Session, seats []model.Seat) *model.Sheet {
	out.Lot, out.Light = lot9, model.Daylight
	if s.Block.Fire.Long {
		out.Lot = lot556
	}
	if s.Block.Night {
		out.Light = model.Dark
	}
	const dud = 1
	fired := s.Block.Fire.Rounds * len(seats)
	out.Rounds = []model.Rounds{{Lot: out.Lot, Issued: fired + 50, Fired: fired - dud, Returned: 50, Dud: dud}}
	for _, f := range u.course.Fire {
		if f.ID != s.Block.Fire.Course {
			continue
		}
		out.Fire = f
		for _, v := range seats {
			row := model.Score{
				Person: v.Person, Attempt: 1, Weapon: "Glock 17, 9 mm", Serial: serial(v.No),
				At: s.Span().To.Minute() - 10, By: first(s.In(model.Line)),
			}
			for _, stage := range f.Stages {
				row.Hits = append(row.Hits, max(stage.Rounds-u.missed(v.No, stage.Rounds), 0))
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// missed is the rounds of a stage that somebody misses.
func (u *unit) missed(no, rounds int) int {
	if no%weakAim == 0 {
		return u.after.IntN(rounds/3 + 1)
	}
	return u.after.IntN(max(rounds/12, 1) + 1)
}

func serial(no int) string {
	const letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
	return "X" + string(letters[no%len(letters)]) + string(letters[no*7%len(letters)]) + string(rune('1'+no%9)) + "0" + string(rune('0'+no*3%10))
}

func first(list []model.ID) model.ID {
	if len(list) == 0 {
		return model.ID{}
	}
	return list[0]
}
