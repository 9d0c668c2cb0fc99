package due

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
	"muster/model/rules"
	"muster/model/sample"
)

// Desks made at random: small, and with something missing everywhere.

type draw struct{ *rapid.T }

func (t draw) n(low, high int) int    { return rapid.IntRange(low, high).Draw(t.T, "n") }
func (t draw) chance(one int) bool    { return t.n(0, one-1) == 0 }
func pick[T any](t draw, list ...T) T { return list[t.n(0, len(list)-1)] }

func (t draw) day(low, high int) model.Date { return pick(t, 0, monday.Days(t.n(low, high))) }

func (t draw) vetting() model.Vetting {
	return model.Vetting{State: pick(t, model.VettingStates...), Until: t.day(-5, 20), Decided: t.day(-400, 5)}
}

func (t draw) person(n int) *model.Person {
	p := &model.Person{ID: id(1, n), Family: fmt.Sprint("P", n), Speaks: []string{"es"}, Vetting: t.vetting(), Unit: pick(t, id(3, 0), id(3, 1), model.ID{})}
	p.Papers = model.Papers{Form: t.day(-9, 9), Passport: t.day(-9, 9), Photo: t.day(-9, 9), Insurance: t.day(-9, 9), Waiver: t.day(-9, 9), Witness: pick(t, "", "W")}
	p.Passport = model.Passport{No: pick(t, "", "X"), Expires: t.day(0, 400)}
	p.Standing = pick(t, model.Serving, model.DoNotContact)
	return p
}

func (t draw) cohort(n int) *model.Cohort {
	c := &model.Cohort{
		ID: id(5, n), Code: fmt.Sprint("C-", n), Zone: pick(t, "A", "B"), First: monday, Last: monday.Days(t.n(0, 12)),
		Squads: t.n(0, 3), Places: t.n(0, 9), State: pick(t, model.CohortStates...),
	}
	for j := range 6 {
		c.Seats = append(c.Seats, model.Seat{
			No: t.n(0, 6), Person: id(1, t.n(0, 1)*6+j), Squad: model.Squad(t.n(0, c.Squads)), Stage: pick(t, model.Stages...),
			Alternate: pick(t, 0, 0, 0, 1), Departed: t.day(10, 20), Home: t.day(10, 20), Note: pick(t, "", "x"),
			Arrives: pick(t, 0, 0, monday.At(t.n(0, 400))),
		})
	}
	return c
}

func (t draw) someone() model.ID { return id(1, t.n(0, 13)) }

func (t draw) session(n int) *model.Session {
	s := &model.Session{ID: id(6, n), Cohort: id(5, t.n(0, 3)), Place: pick(t, model.ID{}, id(8, t.n(0, 1))), Squads: model.Squads(t.n(0, 7))}
	s.Block = model.Block{
		Kind: pick(t, model.BlockKinds...), Key: t.n(0, 5), Length: t.n(1, 30), Title: model.Text{En: fmt.Sprint("B", n)},
		Rest: t.chance(8), Ends: t.chance(9), Ammo: pick(t, model.Ammos...),
	}
	if !t.chance(6) {
		s.Start = monday.At(t.n(-20, 96*14))
	}
	if t.chance(6) {
		s.Off = &model.Off{At: 1}
	}
	if t.chance(4) {
		s.Again = id(6, t.n(0, 15))
	}
	switch {
	case s.Block.Kind == model.KindRide:
		s.Squads, s.Ride = 0, &model.Ride{Standby: t.chance(3), Approved: t.day(-9, 9)}
		s.Block.RideKind = pick(t, model.RideKinds...)
		for range t.n(0, 3) {
			if p := t.someone(); !s.Ride.Rides(p) {
				s.Ride.Riders = append(s.Ride.Riders, model.Rider{Person: p})
			}
		}
	case t.chance(5):
		s.Squads, s.Only = 0, []model.ID{t.someone()}
	case s.Block.Kind == model.KindFirearms:
		s.Block.Fire = &model.Firing{Qualifies: t.chance(2), Course: pick(t, model.ID{}, id(14, 0))}
	case s.Block.Kind == model.KindClass:
		s.Block.Exam = t.chance(2)
	}
	s.Staff = []model.Part{{Staff: id(7, t.n(0, 2)), Role: pick(t, model.Roles...)}}
	return s
}

func (t draw) roll(n int) *model.Roll {
	r := &model.Roll{ID: id(6, n), Cohort: id(5, t.n(0, 3)), Done: t.chance(3)}
	for i := range t.n(0, 5) {
		m := model.Mark{Person: id(1, i*2+t.n(0, 1)), State: pick(t, model.Presences...), At: model.Minute(t.n(0, 1)) * monday.Minute(600), Found: model.Minute(t.n(0, 1)) * monday.Minute(900)}
		if t.chance(3) {
			m.Calls = []model.Call{{At: monday.Minute(700), Answer: model.NoAnswer}}
		}
		r.Marks = append(r.Marks, m)
	}
	return r
}

func (t draw) sheet(n int) *model.Sheet {
	s := &model.Sheet{ID: id(6, n), Cohort: id(5, t.n(0, 3)), Pass: pick(t, 0, 80), Rounds: []model.Rounds{{Lot: pick(t, "", "A"), Issued: t.n(0, 3), Fired: t.n(0, 3)}}}
	for i := range t.n(0, 4) {
		s.Rows = append(s.Rows, model.Score{Person: t.someone(), Attempt: i + 1, Points: t.n(0, 10), Of: pick(t, 0, 10), Verdict: pick(t, model.Verdicts...)})
	}
	return s
}

func (t draw) desk() *model.Desk {
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	set := &model.Settings{}
	for _, r := range rules.All() {
		if t.chance(20) {
			set.Rules = append(set.Rules, model.RuleSetting{Rule: r.ID, Off: t.chance(2), Value: pick(t, nil, new(int))})
		}
	}
	put(set)
	for i := range 12 {
		put(t.person(i))
	}
	for i := range 2 {
		put(&model.Unit{ID: id(3, i), Name: fmt.Sprint("U", i), Vetting: t.vetting()})
		put(&model.Place{ID: id(8, i), Name: fmt.Sprint("Place", i), Kind: pick(t, model.PlaceKinds...), Plan: t.day(-9, 9)})
		put(&model.Staff{ID: id(7, i), Family: fmt.Sprint("S", i), Quals: []model.Qualification{{Skill: pick(t, model.Skills...), Until: t.day(-3, 12)}}})
	}
	for i := range 3 {
		put(t.cohort(i))
	}
	put(&model.FireCourse{ID: id(14, 0), Title: model.Text{En: "Pistol"}, Pass: t.n(1, 100), Attempts: t.n(0, 3), Stages: []model.FireStage{{Rounds: 10, Points: 10}}})
	for i := range t.n(0, 16) {
		put(t.session(i))
		if t.chance(2) {
			put(t.roll(i))
		}
		if t.chance(2) {
			put(t.sheet(i))
		}
	}
	for i := range t.n(0, 9) {
		put(&model.Contact{ID: id(16, i), Person: t.someone(), At: 1, Due: t.day(-9, 40), Done: pick(t, 0, 0, monday), Cohort: id(5, t.n(0, 4))})
		put(&model.Certificate{ID: id(15, i), Person: t.someone(), Cohort: id(5, t.n(0, 3)), Void: pick(t, 0, 0, monday)})
	}
	return new(model.Desk).With(c, 1)
}

// sound holds every list to what its readers rely on.
func sound(t *testing.T, d *model.Desk, list []Item) {
	t.Helper()
	for i, x := range list {
		text := say(t, x.Text)
		if _, ok := rules.Find(x.Rule); !ok || x.Ref.ID.IsZero() || x.When.IsZero() || x.Grade == rules.Fine {
			t.Errorf("%s: %+v", text, x)
		}
		if c := d.Cohorts.Get(x.Cohort); !x.Cohort.IsZero() && (c == nil || c.State == model.Closed) {
			t.Errorf("%s: of no open cohort", text)
		}
		if i > 0 && x.Rank < list[i-1].Rank {
			t.Errorf("%s: %d after %d", text, x.Rank, list[i-1].Rank)
		}
		if (x.Grade == rules.Hard) && !x.Hard {
			t.Errorf("%s: a clash, and not hard", text)
		}
	}
}

func TestAnyDesk(t *testing.T) {
	seen := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		w := draw{rt}
		d := w.desk()
		now := monday.Minute(w.n(-100*1440, 40*1440))
		b := rules.Ground(d, rules.Options{})
		list := List(d, b, func(zone string) model.Minute {
			if zone == "B" {
				return now - 60
			}
			return now
		})
		sound(t, d, list)
		for _, x := range list {
			seen[x.Rule]++
		}
		if t.Failed() {
			rt.FailNow()
		}
	})
	for _, r := range rules.All() {
		if !r.Board() && r.Of == "" && r.ID != "due-ahead" && seen[r.ID] == 0 {
			t.Logf("%s never came about", r.ID)
		}
	}
}

// The demonstration, on every day from long before its course to long after.
func TestDemonstration(t *testing.T) {
	var c model.Change
	for _, r := range sample.Make(monday, 1, 60) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	d := new(model.Desk).With(c, 1)
	b := rules.Ground(d, rules.Options{})
	for day := -100; day < 100; day += 3 {
		now := monday.Days(day).Minute(11 * 60)
		sound(t, d, List(d, b, func(string) model.Minute { return now }))
	}
}
