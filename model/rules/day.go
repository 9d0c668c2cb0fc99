package rules

import (
	"slices"

	"muster/model"
)

// days cuts a list in order of time into days of duty and gives each to look.
func (w *who) days(list []*item, look func(day model.Date, list []*item)) {
	for i := 0; i < len(list); {
		day, j := w.day(list[i]), i+1
		for j < len(list) && w.day(list[j]) == day {
			j++
		}
		look(day, list[i:j])
		i = j
	}
}

// squadDay looks at one day of a squad.
func (k *sink) squadDay(w *who, day model.Date, list []*item) {
	k.taught(w, day, list)
	k.lunch(w, day, list)
	k.cleaning(w, list)
}

// taught: hours taught in a day.
func (k *sink) taught(w *who, day model.Date, list []*item) {
	sum := 0
	for _, m := range list {
		if m.works() {
			sum += m.s.Block.Length
		}
	}
	row := rTaughtMost
	if k.limits[row].off || sum <= k.value(row)*model.Hour {
		row = rTaught
	}
	if sum <= k.value(row)*model.Hour || !k.cares(row) {
		return
	}
	var buf [32]*item
	work := buf[:0]
	for _, m := range list {
		if m.works() {
			work = append(work, m)
		}
	}
	if k.hit(row, false, work...) {
		w.told(k.add(row, w.say("clash.taught-hours", "date", day,
			"taught", hoursText(sum), "most", k.value(row)), work...))
	}
}

// hoursText is a number of quarters as hours and minutes: "9:30".
func hoursText(quarters int) string {
	s := model.Clock(quarters)
	if s[0] == '0' {
		s = s[1:]
	}
	return s
}

// lunch: an hour free inside the window, for who works before and after it.
func (k *sink) lunch(w *who, day model.Date, list []*item) {
	if !k.cares(rLunch) {
		return
	}
	from, until := day.At(k.value(rLunchFrom)), day.At(k.value(rLunchUntil))
	need := k.value(rLunch)
	early, late, at, longest := false, false, from, 0
	for _, m := range list {
		t := m.own()
		if !m.works() {
			continue
		}
		early = early || t.From <= from
		late = late || t.To >= until
		if t.From < until && t.To > from {
			longest = max(longest, int(t.From-at))
			at = max(at, t.To)
		}
	}
	longest = max(longest, int(until-at)) * 15
	if !early || !late || longest >= need {
		return
	}
	var buf [16]*item
	inside := buf[:0]
	for _, m := range list {
		if t := m.own(); m.works() && t.From < until && t.To > from {
			inside = append(inside, m)
		}
	}
	if len(inside) > 0 && k.hit(rLunch, false, inside...) {
		f := k.add(rLunch, w.say("clash.lunch", "need", need, "have", longest,
			"from", model.Clock(k.value(rLunchFrom)), "until", model.Clock(k.value(rLunchUntil)), "date", day), inside...)
		f.At = model.Span{From: from, To: until}
		w.told(f)
	}
}

// cleaning: time to clean and turn in weapons after the last live fire of the
// day, before anything else but a meal.
func (k *sink) cleaning(w *who, list []*item) {
	if !k.cares(rCleaning) {
		return
	}
	var last, next *item
	for _, m := range list {
		if m.s.Block.LiveFire() && (last == nil || m.to >= last.to) {
			last = m
		}
	}
	if last == nil {
		return
	}
	for _, m := range list {
		if m.works() && m != last && m.from >= last.to && next == nil {
			next = m
		}
	}
	if next != nil && minutes(last, next) < k.value(rCleaning) && k.hit(rCleaning, false, last, next) {
		w.told(k.add(rCleaning, w.say("clash.cleaning", "a", last.s.Block.Title, "b", next.s.Block.Title,
			"need", k.value(rCleaning), "have", minutes(last, next)), last, next))
	}
}

// staffDay looks at one day of a staff member.
func (k *sink) staffDay(w *who, day model.Date, list []*item) {
	k.instructor(w, day, list)
	k.interprets(w, list)
}

// instructor: hours an instructor leads or instructs in a day.
func (k *sink) instructor(w *who, day model.Date, list []*item) {
	if !k.cares(rInstructor) {
		return
	}
	sum := 0
	for _, m := range list {
		if m.teaches(w.staff) {
			sum += m.s.Block.Length
		}
	}
	if sum <= k.value(rInstructor)*model.Hour {
		return
	}
	work := slices.DeleteFunc(slices.Clone(list), func(m *item) bool { return !m.teaches(w.staff) })
	if k.hit(rInstructor, false, work...) {
		w.told(k.add(rInstructor, w.say("clash.instructor-hours", "date", day,
			"taught", hoursText(sum), "most", k.value(rInstructor)), work...))
	}
}

func (m *item) teaches(st *model.Staff) bool {
	return m.works() && (m.plays(st, model.Lead) || m.plays(st, model.Line))
}

// restDay: a day off in so many. The sessions told are those from the day on
// that should have been free.
func (k *sink) restDay(w *who, set []*item) {
	if !k.cares(rRestDay) || len(set) == 0 {
		return
	}
	var worked [8]uint64 // days since the first day of the cohort, a cohort lasts at most 366
	first := set[0].c.First
	for _, m := range set {
		if d := int(m.day - first); m.works() && d >= 0 && d < 64*len(worked) {
			worked[d/64] |= 1 << (d % 64)
		}
	}
	run := 0
	for d := range 64*len(worked) + 1 {
		if d < 64*len(worked) && worked[d/64]&(1<<(d%64)) != 0 {
			run++
			continue
		}
		if run >= k.value(rRestDay) {
			k.noRest(w, set, first.Days(d-run), first.Days(d))
		}
		run = 0
	}
}

// noRest tells of a run of days at work, up to but not including end.
func (k *sink) noRest(w *who, set []*item, from, end model.Date) {
	free := from.Days(k.value(rRestDay) - 1)
	if f := k.focus; f != nil && (f.day < free || f.day >= end) {
		return
	}
	var over []*item
	for _, m := range set {
		if m.works() && m.day >= free && m.day < end {
			over = append(over, m)
		}
	}
	slices.SortFunc(over, (*item).order)
	if k.hit(rRestDay, false, over...) {
		f := k.add(rRestDay, w.say("clash.rest-day", "days", int(end-from), "from", from, "until", end.Days(-1)), over...)
		f.At = model.Span{From: from.At(0), To: end.At(0)}
		w.told(f)
	}
}
