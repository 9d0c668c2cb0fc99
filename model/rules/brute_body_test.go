package rules

import (
	"slices"

	"muster/model"
)

// bodies gathers everybody who can be in one thing at a time.
func (b *brute) bodies() {
	ownDay := func(l *lesson) int { return l.day }
	for c := range b.d.Cohorts.All {
		for _, q := range c.SquadSet().List() {
			x := body{row: "squad-twice", name: q.String(), day: ownDay, squad: true}
			for _, l := range b.all {
				if l.c == c && l.Ride == nil && !l.byName() && l.Squads.Has(q) {
					x.lessons = append(x.lessons, l)
				}
			}
			b.body(&x)
			b.squad(&x, c)
		}
	}
	riders := map[model.ID]bool{}
	for _, l := range b.all {
		if l.Ride != nil && !l.Ride.Standby {
			for _, r := range l.Ride.Riders {
				riders[r.Person] = true
			}
		}
		if l.byName() {
			for _, p := range l.Only {
				riders[p] = true
			}
		}
	}
	for person := range riders {
		x := body{row: "rider-twice", name: person.String(), day: ownDay, rider: true}
		for _, l := range b.all {
			seat, _ := l.c.Seat(person)
			if l.Ride != nil && !l.Ride.Standby && l.Ride.Rides(person) || l.byName() && slices.Contains(l.Only, person) ||
				l.Ride == nil && !l.byName() && seat.Squad != 0 && l.Squads.Has(seat.Squad) {
				x.lessons = append(x.lessons, l)
			}
		}
		b.body(&x)
		for _, l := range x.lessons {
			if l.byName() {
				b.ready(&x, l)
			}
		}
	}
	for st := range b.d.Staff.All {
		x := body{row: "staff-twice", name: st.ID.String(), day: func(l *lesson) int { return (l.from - 16) / 96 }, staff: st}
		for _, l := range b.all {
			if slices.ContainsFunc(l.parts, func(p model.Part) bool { return p.Staff == st.ID }) {
				x.lessons = append(x.lessons, l)
			}
		}
		b.body(&x)
		b.instructor(&x)
	}
}

// last is the session that ends last of those that began before l.
func (x *body) last(l *lesson, fits func(*lesson) bool) (found *lesson) {
	for _, e := range x.lessons {
		if e != l && e.before(l) && fits(e) && (found == nil || e.to >= found.to) {
			found = e
		}
	}
	if found != nil && (found.to > l.from || x.rider && !x.own(found) && !x.own(l)) {
		return nil
	}
	return found
}

// own reports whether it is a rider's alone, and not their squad's.
func (x *body) own(l *lesson) bool { return l.Ride != nil || l.byName() }

func (b *brute) way(p, q *model.Place) int {
	if p == nil || q == nil || p == q || p.Site == q.Site {
		return 0
	}
	for _, from := range [][2]*model.Place{{p, q}, {q, p}} {
		for _, leg := range from[0].Travel {
			if leg.To == from[1].ID {
				return leg.Minutes
			}
		}
	}
	return b.v("travel")
}

func (b *brute) body(x *body) {
	who := []string{x.name}
	for _, l := range x.lessons {
		for _, m := range x.lessons {
			if l.before(m) && l.from < m.to && m.from < l.to && (!x.rider || x.own(l) || x.own(m)) {
				b.tell(x.row, who, l, m)
			}
		}
		any := x.last(l, func(*lesson) bool { return true })
		work := x.last(l, func(e *lesson) bool { return !e.Block.Rest })
		placed := x.last(l, func(e *lesson) bool { return e.p != nil })
		if placed != nil && l.p != nil && (l.from-placed.to)*15 < b.way(placed.p, l.p) {
			b.tell("travel", who, placed, l)
		}
		if work != nil && !l.Block.Rest && x.day(work) < x.day(l) {
			gap := (l.from - work.to) * 15
			if b.on("rest-least") && gap < 60*b.v("rest-least") {
				b.tell("rest-least", who, work, l)
			} else if gap < 60*b.v("rest") {
				b.tell("rest", who, work, l)
			}
			if x.staff == nil && l.Block.Ammo == model.Live && x.day(l) == x.day(work)+1 &&
				int(work.own.To) > x.day(work)*96+b.v("late-from") && int(l.own.From) < x.day(l)*96+b.v("late-then-live") {
				b.tell("late-then-live", who, work, l)
			}
		}
		if any != nil && (x.squad || x.rider && (any.byName() || l.byName())) {
			b.between(x, any, l)
		}
	}
}

func (b *brute) between(x *body, l, m *lesson) {
	who, gap := []string{x.name}, (m.from-l.to)*15
	if l.Block.Ammo == model.Live && m.Block.Ammo == model.Marking || l.Block.Ammo == model.Marking && m.Block.Ammo == model.Live {
		if gap < b.v("check-between") {
			b.tell("check-between", who, l, m)
		}
	}
	if l.Block.Ammo == model.Live && m.Block.Rest && gap < b.v("wash-up") {
		b.tell("wash-up", who, l, m)
	}
	way := b.way(l.p, m.p)
	if m.Block.Ammo != "" && gap < way+b.v("weapons-check") && (l.Block.Rest && gap < b.v("weapons-check") || !l.Block.Rest && way > 0 && gap >= way) {
		b.tell("weapons-check", who, l, m)
	}
}

// squad is a squad's days, and its course.
func (b *brute) squad(x *body, c *model.Cohort) {
	who := []string{x.name}
	for day := int(c.First) - 30; day < int(c.Last)+40; day++ {
		var today []*lesson
		minutes, early, late := 0, false, false
		free := make([]bool, 96)
		for i := range free {
			free[i] = true
		}
		for _, l := range x.lessons {
			if l.day != day || l.Block.Rest {
				continue
			}
			today = append(today, l)
			minutes += l.Block.Length * 15
			from, to := int(l.own.From)-day*96, int(l.own.To)-day*96
			early, late = early || from <= b.v("lunch-from"), late || to >= b.v("lunch-until")
			for q := from; q < to && q < 96; q++ {
				free[q] = false
			}
		}
		if b.on("taught-hours-most") && minutes > 60*b.v("taught-hours-most") {
			b.tell("taught-hours-most", who, today...)
		} else if minutes > 60*b.v("taught-hours") {
			b.tell("taught-hours", who, today...)
		}
		run, best := 0, 0
		for q := b.v("lunch-from"); q < b.v("lunch-until"); q++ {
			run++
			if !free[q] {
				run = 0
			}
			best = max(best, run)
		}
		var over []*lesson
		for _, l := range today {
			if int(l.own.From)-day*96 < b.v("lunch-until") && int(l.own.To)-day*96 > b.v("lunch-from") {
				over = append(over, l)
			}
		}
		if early && late && best*15 < b.v("lunch") && len(over) > 0 {
			b.tell("lunch", who, over...)
		}
		b.cleaning(x, day)
	}
	b.daysOff(x, c)
	for _, l := range x.lessons {
		b.prepared(x, l)
	}
}

func (b *brute) cleaning(x *body, day int) {
	var last, next *lesson
	for _, l := range x.lessons {
		if l.day == day && l.Block.Ammo == model.Live && (last == nil || l.to >= last.to) {
			last = l
		}
	}
	if last == nil {
		return
	}
	for _, l := range x.lessons {
		if l.day == day && !l.Block.Rest && l != last && l.from >= last.to && (next == nil || l.before(next)) {
			next = l
		}
	}
	if next != nil && (next.from-last.to)*15 < b.v("cleaning") {
		b.tell("cleaning", []string{x.name}, last, next)
	}
}

func (b *brute) daysOff(x *body, c *model.Cohort) {
	works := func(day int) bool {
		return day >= int(c.First) && slices.ContainsFunc(x.lessons, func(l *lesson) bool { return l.day == day && !l.Block.Rest })
	}
	for first := int(c.First); first < int(c.Last)+40; first++ {
		if !works(first) || works(first-1) {
			continue
		}
		var over []*lesson
		for day := first; works(day); day++ {
			for _, l := range x.lessons {
				if l.day == day && !l.Block.Rest && day-first >= b.v("rest-day")-1 {
					over = append(over, l)
				}
			}
		}
		if len(over) > 0 {
			b.tell("rest-day", []string{x.name}, over...)
		}
	}
}

// prepared is what a squad must have had before.
func (b *brute) prepared(x *body, l *lesson) {
	b.ready(x, l)
	who, k := []string{x.name}, &l.Block
	for _, after := range k.After {
		var first *lesson
		met := false
		for _, e := range x.lessons {
			if e != l && e.Block.Key == after.Block {
				if first == nil {
					first = e
				}
				met = met || e.to <= l.from && int(l.own.From.Date()-e.own.From.Date()) >= after.Days
			}
		}
		if first != nil && !met {
			b.tell("course-order", who, first, l)
		}
	}
}

// ready is what must come before danger, for a squad or an officer named.
func (b *brute) ready(x *body, l *lesson) {
	who, k := []string{x.name}, &l.Block
	had := func(fits func(e *lesson) bool) bool {
		return slices.ContainsFunc(x.lessons, func(e *lesson) bool { return e != l && fits(e) })
	}
	if danger := dangerous(k); danger != "" && !k.Briefing && !had(func(e *lesson) bool {
		own := e.Block.Briefing && dangerous(&e.Block) == "" && e.to <= l.from && e.Block.Length*15 >= b.v("briefing")
		return e.day == l.day && (own || dangerous(&e.Block) == danger && e.before(l))
	}) {
		b.tell("briefing", who, l)
	}
	run := func(ammo model.Ammo) bool {
		return had(func(e *lesson) bool { return e.Block.Kind == "B" && e.Block.Ammo == ammo && e.to <= l.from })
	}
	if k.Kind == "B" && k.Ammo == model.Live && !(run(model.Dry) && run(model.Marking)) {
		b.tell("house-order", who, l)
	}
	if k.Ammo == model.Live && b.dark(l) && !had(func(e *lesson) bool {
		return e.Block.Ammo == model.Live && !b.dark(e) && e.to <= l.from
	}) {
		b.tell("night-after-day", who, l)
	}
}

func (b *brute) instructor(x *body) {
	perDay := map[int][]*lesson{}
	minutes := map[int]int{}
	told := map[string]bool{}
	for _, l := range x.lessons {
		if !l.Block.Rest && slices.Contains(l.in(model.Lead, model.Line), x.staff.ID) {
			perDay[x.day(l)] = append(perDay[x.day(l)], l)
			minutes[x.day(l)] += l.Block.Length * 15
		}
		for _, p := range l.parts {
			skill := skillFor(p.Role, &l.Block)
			if p.Staff != x.staff.ID || skill == "" || !x.staff.Qualified(skill, l.own.From.Date()) {
				continue
			}
			key := l.c.Code + string(skill)
			if until, _ := x.staff.Has(skill); until != 0 && until <= l.c.Last.Days(b.v("certificate-ending")) && !told[key] {
				told[key] = true
				b.tell("certificate-ending", []string{x.name}, l)
			}
		}
	}
	b.alone(x)
	for day, list := range perDay {
		if minutes[day] > 60*b.v("instructor-hours") {
			b.tell("instructor-hours", []string{x.name}, list...)
		}
	}
}
