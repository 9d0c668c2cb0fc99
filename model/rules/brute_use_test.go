package rules

import (
	"slices"

	"muster/model"
)

// What the rules of practice, weather, stock, attempts and interpreters say.

// practice is a session's instructors where nobody fires, its means to call,
// and whether it splits a squad.
func (b *brute) practice(l *lesson) {
	k := &l.Block
	if k.Ammo == model.Live && l.p != nil {
		means := l.p.Means
		for _, d := range k.Kit {
			if kit := b.d.Kits.Get(d.Kit); kit != nil && kit.Radio {
				means += d.Count + d.Each*l.engaged
			}
		}
		if means < b.v("means-to-call") {
			b.tell("means-to-call", nil, l)
		}
	}
	busy := l.engaged
	if !b.on("engaged-only") {
		busy = l.Officers(l.c)
	}
	teach := 0
	for _, s := range l.in(model.Lead, model.Line) {
		if l.others(s, model.Lead, model.Line) == 0 {
			teach++
		}
	}
	hands := []model.Skill{model.SkillVehicle, model.SkillBuilding, model.SkillRescue, model.SkillTactics}
	switch {
	case busy == 0 || teach == 0:
	case k.Kind == "R" && k.Rescue.Casualties > 0:
		if teach*b.v("medical-ratio") < busy {
			b.tell("medical-ratio", nil, l)
		}
	case k.Ammo != model.Live && k.Ammo != model.Marking && slices.Contains(hands, skillFor(model.Lead, k)):
		if (teach-1)*b.v("practice-ratio") < busy {
			b.tell("practice-ratio", nil, l)
		}
	}
	if !l.byName() || !l.Again.IsZero() {
		return
	}
	for _, q := range l.c.SquadSet().List() {
		in, all := 0, 0
		for _, s := range l.c.Holders() {
			if s.Squad == q {
				all++
				if slices.Contains(l.Only, s.Person) {
					in++
				}
			}
		}
		if in != 0 && in != all {
			b.tell("squad-together", []string{q.String()}, l)
		}
	}
}

// weather: somewhere to go from the open air.
func (b *brute) weather(l *lesson) {
	if !l.Block.Strenuous || l.p == nil || !l.p.Outdoor {
		return
	}
	for p := range b.d.Places.All {
		fits := p.Kind == model.Gym || p.Kind == model.Classroom || p.Kind == l.p.Kind
		if p.Outdoor || !fits || p.Capacity != 0 && l.Officers(l.c) > p.Capacity || !p.OpenAt(l.own) {
			continue
		}
		taken, heads := false, l.Officers(l.c)
		for _, x := range p.Bookings {
			taken = taken || x.From < l.own.To && l.own.From < x.To
		}
		for _, o := range b.all {
			if o != l && o.p == p && o.from < l.to && l.from < o.to {
				heads += o.Officers(o.c)
				taken = taken || !p.Shared
			}
		}
		if !taken && (p.Capacity == 0 || heads <= p.Capacity) {
			return
		}
	}
	b.tell("indoor-fallback", nil, l)
}

// consumed: each session in turn takes what it needs, or what there is.
func (b *brute) consumed(k *model.Kit) {
	if k.Counted == 0 {
		return
	}
	gone := 0
	for _, l := range b.all {
		day := model.Quarter(l.from).Date()
		need := 0
		for _, d := range l.Block.Kit {
			if d.Kit == k.ID {
				need += d.Count + d.Each*l.Officers(l.c)
			}
		}
		if f := l.Block.Fire; f != nil && f.Ammunition == k.ID {
			need += l.rounds * l.Officers(l.c)
		}
		if day < k.Counted {
			continue
		}
		there := k.Count - gone
		for _, v := range k.Deliveries {
			if v.On >= k.Counted && v.On <= day {
				there += v.Count
			}
		}
		if need > there {
			b.tell("ammunition", nil, l)
			need = there
		}
		gone += need
	}
}

// attempt: between what it repeats and the graduation.
func (b *brute) attempt(l *lesson) {
	if l.Again.IsZero() {
		return
	}
	for _, o := range b.all {
		if o == l || o.c != l.c {
			continue
		}
		judged := o.Block.Exam || o.Block.Fire != nil && o.Block.Fire.Qualifies
		if l.Again == o.ID && judged && o.to > l.from || o.Block.Ends && l.to > o.from {
			b.tell("another-chance", nil, o, l)
		}
	}
}

// alone: how long somebody interprets without a pause and without a second.
func (b *brute) alone(x *body) {
	pause := b.v("interpreter-pause")
	var mine []*lesson
	for _, l := range x.lessons {
		if !l.Block.Rest && slices.Equal(l.in(model.Interpreter), []model.ID{x.staff.ID}) {
			mine = append(mine, l)
		}
	}
	for i := 0; i < len(mine); {
		j, end, minutes := i, mine[i].to, 0
		for ; j < len(mine) && x.day(mine[j]) == x.day(mine[i]) && (j == i || (mine[j].from-end)*15 < pause); j++ {
			end, minutes = max(end, mine[j].to), minutes+15*mine[j].Block.Length
		}
		if minutes > b.v("interpreter-load") {
			b.tell("interpreter-load", []string{x.name}, mine[i:j]...)
		}
		i = j
	}
}
