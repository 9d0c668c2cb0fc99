package rules

import "muster/model"

// who is whose time a sequence of sessions is: a squad's, a staff member's, or
// a rider's own.
type who struct {
	squads model.Squads // one squad
	staff  *model.Staff
	rider  model.ID
}

// suffix of the message ids that speak of them.
func (w *who) suffix() string {
	switch {
	case w.staff != nil:
		return ".staff"
	case w.squads != 0:
		return ".squad"
	}
	return ".rider"
}

// twice is the row that keeps them in one thing at a time.
func (w *who) twice() int {
	switch {
	case w.staff != nil:
		return rStaffTwice
	case w.squads != 0:
		return rSquadTwice
	}
	return rRiderTwice
}

// day is the day of duty: a squad's and a rider's on their own clock, a staff
// member's, who may serve several cohorts, on the common one.
func (w *who) day(m *item) model.Date {
	if w.staff != nil {
		return dutyDay(m.from)
	}
	return m.day
}

// concerns reports whether the sessions are theirs to be told about: a rider's
// squad is told of what the squad does anyway.
func (w *who) concerns(a, b *item) bool {
	return w.rider.IsZero() || a.single() || b.single()
}

// trains reports whether what lies between the sessions is theirs: of the
// squad, or of an officer who takes one of them by name. On a ride nobody is
// armed.
func (w *who) trains(a, b *item) bool {
	return w.squads != 0 || !w.rider.IsZero() && (a.named() || b.named())
}

// told marks the fault as theirs.
func (w *who) told(f *fault) {
	switch {
	case w.staff != nil:
		f.People = []model.ID{w.staff.ID}
	case w.squads != 0:
		f.squads = w.squads
	default:
		f.riders, f.People = true, []model.ID{w.rider}
	}
}

// say is the message in the form that speaks of them.
func (w *who) say(id string, pairs ...any) model.Message {
	if w.staff != nil {
		pairs = append(pairs, "staff", w.staff.ID)
	}
	return model.Say(id+w.suffix(), pairs...)
}

// before is the sessions just over when another begins: of those that began
// earlier, the one that ends last, in three respects.
type before struct {
	any    *item // of all
	work   *item // of those that are no meal
	placed *item // of those at a place
}

func (b *before) pass(m *item) {
	later(&b.any, m)
	if m.works() {
		later(&b.work, m)
	}
	if m.place != nil {
		later(&b.placed, m)
	}
}

func later(last **item, m *item) {
	if *last == nil || m.to >= (*last).to {
		*last = m
	}
}

// sequence looks at sessions of one person or squad in order of time: never
// two at once, time to travel, time to rest, and what must lie between.
func (k *sink) sequence(w *who, list []*item) {
	var last before
	for i, m := range list {
		if k.quick && k.bad {
			return
		}
		for _, o := range list[i+1:] {
			if o.from >= m.to {
				break
			}
			if w.concerns(m, o) && k.hit(w.twice(), false, m, o) {
				w.told(k.add(w.twice(), model.Say("clash."+rows[w.twice()].ID,
					w.pairs("a", m.s.Block.Title, "b", o.s.Block.Title)...), m, o))
			}
		}
		if k.focus == nil || m == k.focus || last.any == k.focus || last.work == k.focus || last.placed == k.focus {
			if p := last.placed; p != nil && m.place != nil && w.concerns(p, m) {
				k.travel(w, p, m)
			}
			if p := last.work; p != nil && m.works() && w.concerns(p, m) {
				k.rest(w, p, m)
			}
			if p := last.any; p != nil && w.trains(p, m) {
				k.between(w, p, m)
			}
		}
		last.pass(m)
	}
}

// pairs is the arguments with the staff member's name among them.
func (w *who) pairs(pairs ...any) []any {
	if w.staff != nil {
		pairs = append(pairs, "staff", w.staff.ID)
	}
	return pairs
}

func (k *sink) travel(w *who, p, m *item) {
	if p.place == m.place || m.from < p.to || int(m.from-p.to) >= model.Day || !k.cares(rTravel) {
		return
	}
	need, have := k.travelTime(p.place, m.place), minutes(p, m)
	if have >= need || !k.hit(rTravel, false, p, m) {
		return
	}
	f := k.add(rTravel, w.say("clash.travel", "from", p.s.Place, "to", m.s.Place,
		"need", need, "have", have, "b", m.s.Block.Title), p, m)
	f.Place = m.s.Place
	w.told(f)
}

// minutes is the time between the end of one session and the start of another.
func minutes(p, m *item) int { return int(m.from-p.to) * 15 }

// rest: between the last session of a day of duty and the first of the next,
// and no live fire in the morning after a late night.
func (k *sink) rest(w *who, p, m *item) {
	if w.day(p) >= w.day(m) || m.from < p.to {
		return
	}
	row := rRestLeast
	if k.limits[row].off || minutes(p, m) >= k.value(row)*60 {
		row = rRest
	}
	if need := k.value(row); minutes(p, m) < need*60 && k.hit(row, false, p, m) {
		until := p.own().To
		w.told(k.add(row, w.say("clash.rest", "until", until, "rests", until+model.Quarter(need*model.Hour),
			"hours", need, "b", m.s.Block.Title), p, m))
	}
	if w.staff != nil || !m.s.Block.LiveFire() || w.day(m) != w.day(p)+1 {
		return
	}
	late := w.day(p).At(k.value(rLateFrom))
	earliest := w.day(m).At(k.value(rLateLive))
	if p.own().To > late && m.own().From < earliest && k.hit(rLateLive, false, p, m) {
		w.told(k.add(rLateLive, w.say("clash.late-then-live", "until", p.own().To,
			"earliest", earliest, "b", m.s.Block.Title), p, m))
	}
}

// between: what must lie between two sessions of officers that follow one
// another: a check of weapons, a wash, a search for live rounds.
func (k *sink) between(w *who, p, m *item) {
	if m.from < p.to || int(m.from-p.to) >= model.Day {
		return
	}
	a, b, gap := &p.s.Block, &m.s.Block, minutes(p, m)
	if mixed(a, b) && gap < k.value(rCheck) && k.hit(rCheck, false, p, m) {
		w.told(k.add(rCheck, w.say("clash.check-between", "a", a.Title, "b", b.Title,
			"need", k.value(rCheck), "have", gap), p, m))
	}
	if a.LiveFire() && b.Rest && gap < k.value(rWash) && k.hit(rWash, false, p, m) {
		w.told(k.add(rWash, w.say("clash.wash-up", "a", a.Title, "b", b.Title,
			"need", k.value(rWash), "have", gap), p, m))
	}
	if b.Ammo == model.NoAmmo || !k.cares(rWeapons) {
		return
	}
	need := k.value(rWeapons)
	id := "clash.weapons-check"
	if !a.Rest {
		way := 0
		if p.place != nil && m.place != nil {
			way = k.travelTime(p.place, m.place)
		}
		if way == 0 || gap < way { // together, or too short to travel at all: told as such
			return
		}
		need, id = need+way, id+".travel"
	}
	if gap < need && k.hit(rWeapons, false, p, m) {
		w.told(k.add(rWeapons, w.say(id, "a", a.Title, "b", b.Title, "need", need, "have", gap), p, m))
	}
}

// mixed reports whether one fires live rounds and the other marking cartridges.
func mixed(a, b *model.Block) bool {
	return a.LiveFire() && b.ForceOnForce() || a.ForceOnForce() && b.LiveFire()
}
