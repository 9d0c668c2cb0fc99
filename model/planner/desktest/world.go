package desktest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/model/sample"
	"muster/model/templates"
)

// A World is a desk made at random, and what is asked of it.
type World struct {
	Desk    *model.Desk
	Options planner.Options

	r *rand.Rand
	n int
}

var monday = func() model.Date { d, _ := model.NewDate(2027, 3, 1); return d }()

// New makes the desk of a seed.
func New(seed uint64) *World {
	w := &World{r: rand.New(rand.NewPCG(seed, 7))}
	var c model.Change
	for _, r := range sample.Make(monday.Days(-30), seed%5, 0) {
		switch r.RecordKind() {
		case model.KindCohort, model.KindSession, model.KindPerson, model.KindRoll, model.KindSheet,
			model.KindCertificate, model.KindContact, model.KindSettings, model.KindDraft:
		default:
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
	}
	put := func(r model.Record) {
		v, err := r.Valid()
		if err != nil {
			panic(fmt.Sprint(err, r))
		}
		c.Puts = append(c.Puts, model.Put{Record: v})
	}
	put(w.settings())
	w.Options = planner.Options{Seed: int64(seed), Keep: w.chance(3)}
	for i := range 1 + w.r.IntN(3) {
		v, people := w.cohort(i)
		for _, p := range people {
			put(p)
		}
		put(v)
		if i == 0 || w.chance(2) {
			w.Options.Cohorts = append(w.Options.Cohorts, v.ID)
		}
		for _, s := range w.sessions(v) {
			put(s)
		}
	}
	w.Desk = (&model.Desk{}).With(c, 1)
	w.layOut()
	if w.chance(3) {
		now := monday.Days(w.r.IntN(6)).At(w.r.IntN(96))
		w.Options.Now = func(string) model.Quarter { return now }
	}
	w.Options.Loose = w.chance(4)
	return w
}

func (w *World) chance(one int) bool { return w.r.IntN(one) == 0 }

func (w *World) id(kind byte) model.ID {
	w.n++
	return model.ID{0: 0xF0, 5: kind, 14: byte(w.n >> 8), 15: byte(w.n)}
}

// settings are a few rules as another unit might have them.
func (w *World) settings() *model.Settings {
	s := &model.Settings{}
	all := rules.All()
	for range w.r.IntN(6) {
		r := all[w.r.IntN(len(all))]
		if r.Family == rules.Exclusive || r.ID == "certified" || slices.ContainsFunc(s.Rules, func(o model.RuleSetting) bool { return o.Rule == r.ID }) {
			continue
		}
		set := model.RuleSetting{Rule: r.ID}
		switch w.r.IntN(3) {
		case 0:
			hard := w.chance(2)
			set.Hard = &hard
		case 1:
			set.Off = true
		}
		s.Rules = append(s.Rules, set)
	}
	return s
}

func (w *World) cohort(i int) (*model.Cohort, []*model.Person) {
	first := monday.Days(7*w.r.IntN(2) + w.r.IntN(2))
	v := &model.Cohort{
		ID: w.id(1), Code: fmt.Sprintf("GEN-%d", i), Zone: "America/New_York", First: first,
		Last: first.Days(4 + w.r.IntN(12)), Squads: 2 + w.r.IntN(5), State: model.Planning,
		Course: templates.AdvancedTactical().Course.ID,
	}
	if w.chance(3) {
		v.State = model.Published
	}
	var people []*model.Person
	for k := range v.Squads * (2 + w.r.IntN(8)) {
		p := &model.Person{ID: w.id(2), Family: fmt.Sprint("P", k), Speaks: []string{"es"}}
		if w.chance(12) {
			p.Speaks = []string{"pt"}
		}
		if !w.chance(4) {
			p.Papers = model.Papers{Waiver: first.Days(-20 + w.r.IntN(25)), Witness: "W"}
		}
		people = append(people, p)
		seat := model.Seat{No: k + 1, Person: p.ID, Squad: model.Squad(k%v.Squads + 1), Stage: model.InCourse}
		if w.chance(40) {
			seat.Arrives = first.Days(1).At(40)
		}
		v.Seats = append(v.Seats, seat)
	}
	return v, people
}

// sessions is a part of the built-in course, some of it altered, and what is to
// be made up.
func (w *World) sessions(v *model.Cohort) []*model.Session {
	built := templates.AdvancedTactical()
	course := *built.Course
	course.Blocks = nil
	part := 15 + w.r.IntN(50) // percent
	for _, b := range built.Course.Blocks {
		if w.r.IntN(100) < part {
			course.Blocks = append(course.Blocks, w.alter(b))
		}
	}
	have := map[int]bool{}
	for i := range course.Blocks {
		have[course.Blocks[i].Key] = true
	}
	for i := range course.Blocks {
		b := &course.Blocks[i]
		b.After = slices.DeleteFunc(slices.Clone(b.After), func(a model.After) bool { return !have[a.Block] })
	}
	out := course.Take(v, func() model.ID { return w.id(3) })
	for _, s := range slices.Clone(out) {
		if s.Ride == nil && w.chance(60) {
			again := s.Clone()
			again.ID, again.Again, again.Squads = w.id(3), s.ID, 0
			for range 1 + w.r.IntN(3) {
				p := v.Seats[w.r.IntN(len(v.Seats))].Person
				if !slices.Contains(again.Only, p) {
					again.Only = append(again.Only, p)
				}
			}
			out = append(out, &again)
		}
	}
	return out
}

func (w *World) alter(b model.Block) model.Block {
	if w.chance(6) {
		b.Earliest, b.Latest = 0, 0
	}
	if w.chance(8) {
		b.Needs = nil
	}
	if w.chance(8) {
		b.Briefing = false
	}
	if w.chance(8) {
		b.Length = 1 + w.r.IntN(12)
		if b.Earliest > 0 && b.Latest > 0 && b.Latest < b.Earliest+b.Length || b.Kind == model.KindRide {
			b.Length = 8
		}
	}
	if w.chance(10) {
		b.Together = w.r.IntN(3)
	}
	if w.chance(10) {
		b.Place = model.PlaceKinds[w.r.IntN(len(model.PlaceKinds))]
	}
	if w.chance(10) && b.Kind != model.KindFirearms {
		b.Ammo = model.Ammos[w.r.IntN(len(model.Ammos))]
	}
	if b.Fire != nil && w.chance(4) {
		f := *b.Fire
		f.Relays, f.First = w.r.IntN(4), w.chance(3)
		b.Fire = &f
	}
	b.Usual = model.Usual{Day: b.Usual.Day, At: b.Usual.At}
	return b
}

// layOut gives some of the sessions a time as a hurried hand would: here and
// there wrong, some pinned, some told.
func (w *World) layOut() {
	var changed []*model.Session
	for s := range w.Desk.Sessions.All {
		v := w.Desk.Cohorts.Get(s.Cohort)
		if !w.chance(3) {
			continue
		}
		next := s.Clone()
		next.Start = v.First.Days(w.r.IntN(v.Days())).At(28 + w.r.IntN(40))
		for p := range w.Desk.Places.All {
			if p.Kind == next.Block.Place && w.chance(2) {
				next.Place = p.ID
			}
		}
		for _, n := range next.Block.Needs {
			for st := range w.Desk.Staff.All {
				part := model.Part{Staff: st.ID, Role: n.Role}
				if n.Skill != "" && st.Qualified(n.Skill, next.Start.Date()) && w.chance(3) && !slices.Contains(next.Staff, part) {
					next.Staff = append(next.Staff, part)
				}
			}
		}
		next.Pinned = w.chance(8)
		if v.State != model.Planning && w.chance(2) {
			next.Told = next.Tell()
		}
		if w.chance(15) {
			next.Off = &model.Off{At: next.Start.Minute()}
		}
		clean, err := model.NewSession(next)
		if err != nil {
			panic(err)
		}
		changed = append(changed, clean)
	}
	w.Desk = planner.With(w.Desk, changed)
}

// stays reports whether the session must not move.
func (w *World) stays(s *model.Session) bool {
	v := w.Desk.Cohorts.Get(s.Cohort)
	switch {
	case s.Off != nil, !slices.Contains(w.Options.Cohorts, s.Cohort):
		return true
	case !s.Placed():
		return false
	case s.Pinned, w.past(s):
		return true
	}
	for o := range w.Desk.Sessions.All {
		if o.Cohort == s.Cohort && o.Told != nil {
			start, place, _ := s.Kept()
			return !w.Options.Loose && v.State != model.Planning && s.Told != nil && start && place
		}
	}
	return !w.Options.Loose && v.State != model.Planning // published before it was kept what was told
}

// past reports whether the session has begun. Of a cohort that is over and was
// never published nothing was held.
func (w *World) past(s *model.Session) bool {
	if w.Options.Now == nil {
		return false
	}
	now, c := w.Options.Now(""), w.Desk.Cohorts.Get(s.Cohort)
	trial := c.State == model.Planning && now >= c.Last.Days(1).At(0)
	return s.Start < now && !trial
}
