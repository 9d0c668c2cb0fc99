package plan

import (
	"slices"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
)

// num is the id of the n-th record of a kind in the fixture.
func num(k model.Kind, n byte) model.ID { return model.ID{0: 1, 14: byte(k), 15: n} }

func date(day int) model.Date {
	d, _ := model.NewDate(2026, 1, day)
	return d
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Records of the fixture, by what they are.
var (
	mex, hti = num(model.KindCohort, 1), num(model.KindCohort, 2)

	ruiz, ortega   = num(model.KindStaff, 1), num(model.KindStaff, 2)
	vega, pons     = num(model.KindStaff, 3), num(model.KindStaff, 4)
	range1, range2 = num(model.KindPlace, 1), num(model.KindPlace, 2)
	yard, class1   = num(model.KindPlace, 3), num(model.KindPlace, 4)

	opening = num(model.KindSession, 1) // past
	pistolA = num(model.KindSession, 2) // published
	pistolB = num(model.KindSession, 3) // pinned
	searchA = num(model.KindSession, 4)
	searchB = num(model.KindSession, 5)
	lanes   = num(model.KindSession, 6) // in the tray
	night   = num(model.KindSession, 7) // in the tray
)

// course is a desk with a cohort of two squads on Tuesday of its first week,
// 09:41, and another that begins a week later.
func course(name func(string) string) *model.Desk {
	place := func(id model.ID, n, short string, k model.PlaceKind, lanes int, outdoor bool) model.Record {
		return must(model.NewPlace(model.Place{ID: id, Name: name(n), Short: short, Kind: k, Lanes: lanes, Capacity: 40, Outdoor: outdoor}))
	}
	put := []model.Record{
		place(range1, "Range 1", "", model.Range, 12, true),
		place(range2, "Range 2", "", model.Range, 8, false),
		place(yard, "Search yard", "Yard", model.SearchYard, 0, true),
		place(class1, "Classroom 1", "Class 1", model.Classroom, 0, false),
	}
	for i, family := range []string{"Ruiz", "Ortega", "Vega", "Pons"} {
		s := model.Staff{ID: num(model.KindStaff, byte(i+1)), Given: name("Ana"), Family: name(family), Speaks: []string{"es", "en"}}
		for _, k := range []model.Skill{model.SkillFirearms, model.SkillRSO, model.SkillVehicle, model.SkillClassroom} {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		put = append(put, must(model.NewStaff(s)))
	}
	first := model.Cohort{ID: mex, Code: "MEX-26-1", Zone: "America/New_York", First: date(12), Last: date(23), Squads: 2, State: model.Running}
	for i := range byte(12) {
		p := must(model.NewPerson(model.Person{ID: num(model.KindPerson, i+1), Given: name("Luz"), Family: name("Ávila"), Speaks: []string{"es"}}))
		put = append(put, p)
		first.Seats = append(first.Seats, model.Seat{No: int(i) + 1, Person: p.ID, Squad: model.Squad(i%2) + 1, Stage: model.InCourse})
	}
	put = append(put, must(model.NewCohort(first)),
		must(model.NewCohort(model.Cohort{ID: hti, Code: "HTI-26-1", Zone: "America/New_York", First: date(19), Last: date(30), Squads: 1, State: model.Planning})))
	for _, s := range sessions(name) {
		put = append(put, must(model.NewSession(s)))
	}
	on := []string{"squad-twice", "staff-twice", "place-twice", "let-to-others", "place-closed", "lunch", "taught-hours"}
	var set model.Settings
	for _, r := range rules.All() { // the others would make pictures of their own
		if !slices.Contains(on, r.ID) {
			set.Rules = append(set.Rules, model.RuleSetting{Rule: r.ID, Off: true})
		}
	}
	put = append(put, must(model.NewSettings(set)))
	var c model.Change
	for _, r := range put {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return (&model.Desk{}).With(c, 1)
}

func sessions(name func(string) string) []model.Session {
	part := func(who model.ID, r model.Role) model.Part { return model.Part{Staff: who, Role: r} }
	text := func(en, es string) model.Text { return model.Text{En: name(en), Es: name(es)} }
	pistol := model.Block{
		Kind: model.KindFirearms, Title: text("Pistol 1", "Pistola 1"), Length: 8, Place: model.Range, Ammo: model.Live,
		Fire: &model.Firing{Relays: 2, Rounds: 60}, Needs: []model.Need{{Role: model.Lead, Skill: model.SkillFirearms, Count: 1}},
	}
	search := model.Block{Kind: model.KindVehicles, Title: text("Vehicle search 1", "Revisión de vehículos 1"), Length: 8, Place: model.SearchYard, Search: &model.SearchLot{Cars: 4}}
	out := []model.Session{
		{
			ID: opening, Squads: 3, Start: date(12).At(32), Place: class1, Staff: []model.Part{part(vega, model.Lead)},
			Block: model.Block{Kind: model.KindClass, Title: text("Opening", "Apertura"), Length: 4, Place: model.Classroom},
		},
		{ID: pistolA, Squads: 1, Start: date(14).At(32), Place: range1, Block: pistol, Staff: []model.Part{part(ruiz, model.Lead), part(ortega, model.Line)}},
		{ID: pistolB, Squads: 2, Start: date(15).At(32), Place: range1, Block: pistol, Staff: []model.Part{part(ruiz, model.Lead), part(ortega, model.Line)}, Pinned: true},
		{ID: searchA, Squads: 1, Start: date(15).At(32), Place: yard, Block: search, Staff: []model.Part{part(vega, model.Lead)}},
		{ID: searchB, Squads: 2, Start: date(14).At(32), Place: yard, Block: search, Staff: []model.Part{part(vega, model.Lead)}},
		{ID: lanes, Squads: 3, Block: model.Block{Kind: model.KindRescue, Title: text("Rescue lanes", "Carriles de rescate"), Length: 6, Rescue: &model.Rescue{Casualties: 2}}},
		{ID: night, Squads: 3, Block: model.Block{Kind: model.KindFirearms, Title: text("Night fire", "Tiro nocturno"), Length: 12, Place: model.Range, Ammo: model.Live, Night: true, Fire: &model.Firing{Relays: 2}}},
	}
	for i := range out {
		out[i].Cohort = mex
		if out[i].ID == pistolA {
			out[i].Told = out[i].Tell()
		}
	}
	return out
}

// with is a session of the desk changed.
func with(d *model.Desk, id model.ID, f func(*model.Session)) *model.Session {
	s := d.Sessions.Get(id).Clone()
	f(&s)
	return must(model.NewSession(s))
}

func costs(pairs ...any) []planner.Cost {
	var out []planner.Cost
	for i := 0; i < len(pairs); i += 2 {
		n := pairs[i+1].(int)
		out = append(out, planner.Cost{Wish: pairs[i].(string), Count: n / 2, Points: int64(n)})
	}
	return out
}

func sum(list []planner.Cost) int64 {
	var n int64
	for _, c := range list {
		n += c.Points
	}
	return n
}

// plans are three better and better ones: a part, a whole one, a cheaper one.
func plans(d *model.Desk) []*planner.Result {
	at := func(q model.Quarter) func(*model.Session) { return func(s *model.Session) { s.Start = q } }
	one := &planner.Result{
		Sessions: []*model.Session{with(d, lanes, at(date(14).At(44)))}, Placed: 6, Unplaced: []model.ID{night},
		Costs: costs("gaps", 40, "travel", 22, "meals", 9),
		Why:   []model.Message{model.Say("clash.let-to-others", "place", range1, "by", "county", "until", date(15).At(88))},
	}
	two := &planner.Result{
		Sessions: []*model.Session{with(d, lanes, at(date(14).At(44))), with(d, night, at(date(16).At(76)))}, Placed: 7,
		Costs: costs("gaps", 36, "travel", 22, "rest", 12, "usual", 3),
	}
	three := &planner.Result{
		Sessions: []*model.Session{
			with(d, lanes, at(date(16).At(32))), with(d, night, at(date(19).At(76))),
			with(d, searchA, func(s *model.Session) { s.Start = date(15).At(44); s.Staff[0].Staff = ortega }),
		}, Placed: 7, Moved: 1, Swapped: 1, Costs: costs("gaps", 10, "travel", 6, "rest", 12), Bound: 12, Steps: 1204332,
	}
	out := []*planner.Result{one, two, three}
	for _, r := range out {
		r.Cost = sum(r.Costs)
	}
	return out
}

// present is what the plan of the desk costs as it is: more with higher
// sliders.
func present(d *model.Desk) *planner.Result {
	r := &planner.Result{Placed: 5}
	for _, w := range planner.Wishes() {
		if n := map[string]int{"gaps": 6, "travel": 3, "meals": 1}[w.ID]; n > 0 {
			r.Costs = append(r.Costs, planner.Cost{Wish: w.ID, Count: n, Points: int64(n * w.Step(d.Settings.Rec))})
		}
	}
	r.Cost = sum(r.Costs)
	return r
}

// offers is a price list of each kind.
func offers(d *model.Desk) []planner.Offer {
	sub := func(who model.ID) func(*model.Session) { return func(s *model.Session) { s.Staff[0].Staff = who } }
	list := []planner.Offer{
		{Kind: planner.FairPrice, Result: planner.Result{Moved: 3, Swapped: 1, Costs: costs("gaps", 8, "travel", 4), Sessions: []*model.Session{
			with(d, searchA, func(s *model.Session) { s.Start = date(16).At(32) }),
			with(d, searchB, func(s *model.Session) { s.Start = date(16).At(44) }),
			with(d, lanes, func(s *model.Session) { s.Start = date(15).At(44) }),
		}}},
		{Kind: planner.Substitutes, Proved: true, Result: planner.Result{Swapped: 2, Costs: costs("gaps", 14, "travel", 6, "fair", 2), Sessions: []*model.Session{
			with(d, searchA, sub(pons)), with(d, searchB, sub(pons)),
		}}},
		{Kind: planner.FewestMoves, Proved: true, Atleast: 1, Result: planner.Result{Moved: 1, Costs: costs("gaps", 12, "travel", 6), Sessions: []*model.Session{
			with(d, searchA, func(s *model.Session) { s.Start, s.Place = date(16).At(32), range2 }),
		}}},
		{Kind: planner.LargestPart, Result: planner.Result{Unplaced: []model.ID{searchB}, Costs: costs("gaps", 9), Sessions: []*model.Session{
			with(d, searchB, func(s *model.Session) { s.Start = 0 }),
		}}},
	}
	for i := range list {
		list[i].Cost = sum(list[i].Costs)
	}
	return list
}

// no is why there is no plan.
func no() planner.Explanation {
	let := model.Say("clash.let-to-others", "place", range1, "by", "county", "until", date(16).At(88))
	return planner.Explanation{
		Verdict: planner.Impossible, Minimal: true,
		Requirements: []planner.Requirement{
			{Rule: "let-to-others", Sessions: []model.ID{night}, Text: let},
			{Rule: "pinned", Sessions: []model.ID{pistolB}, Text: model.Say("clash.place-twice", "place", range1, "a", pistolB, "b", night, "until", date(15).At(88))},
		},
		Loosen: []planner.Loosening{
			{Rule: "staff-absent", Text: model.Say("planner.loosen.present.person", "people", []model.ID{vega}, "days", []model.Date{date(15)})},
			{Rule: "taught-hours", Text: model.Say("planner.loosen.less.squad-day", "squads", []string{"A"}), Works: true},
			{Rule: "pinned", Text: model.Say("planner.loosen.unlock", "blocks", []model.Text{{En: "Pistol 1", Es: "Pistola 1"}}), Works: true},
		},
	}
}

// ways are the relays of a session of twelve.
func ways() []planner.Way {
	return []planner.Way{
		{Relays: 1, Length: 6, Engaged: 12, Line: 3, Crew: 6, Why: model.Say("planner.way.people", "n", 1)},
		{Relays: 2, Length: 8, Engaged: 6, Line: 2, Crew: 5, Now: true},
		{Relays: 3, Length: 12, Engaged: 4, Line: 1, Crew: 3},
	}
}

func plainly(s string) string { return s }
