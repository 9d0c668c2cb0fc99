package rules

import "muster/model"

// beforehand looks at what a squad must have had before the session: set is
// all its sessions, in any order.
func (k *sink) beforehand(w *who, set []*item, m *item) {
	k.briefed(w, set, m)
	if m.s.Block.LiveFire() {
		if m.s.Block.Kind == model.KindBuildings {
			k.houseOrder(w, set, m)
		}
		if k.night(m) {
			k.nightAfterDay(w, set, m)
		}
	}
}

// briefed: a safety briefing precedes the first session of each hazard each
// day. The session may open with it, or a briefing of its own, of the length
// asked for, serves for every hazard of the day.
func (k *sink) briefed(w *who, set []*item, m *item) {
	if m.hazard == "" || m.s.Block.Briefing || !k.cares(rBriefing) {
		return
	}
	for _, e := range set {
		if e == m || e.day != m.day {
			continue
		}
		b := &e.s.Block
		if e.hazard == m.hazard && e.order(m) < 0 ||
			b.Briefing && e.hazard == "" && e.to <= m.from && b.Length*15 >= k.value(rBriefing) {
			return
		}
	}
	if k.hit(rBriefing, true, m) {
		w.told(k.add(rBriefing, w.say("clash.briefing", "hazard", model.Say("clash.hazard."+string(m.hazard))), m))
	}
}

// houseOrder: live fire in the shoot house comes after a dry run and one with
// marking cartridges [IALEFI27].
func (k *sink) houseOrder(w *who, set []*item, m *item) {
	var dry, mark, dryEver, markEver bool
	for _, e := range set {
		if e == m || e.s.Block.Kind != model.KindBuildings {
			continue
		}
		switch e.s.Block.Ammo {
		case model.Dry:
			dryEver, dry = true, dry || e.to <= m.from
		case model.Marking:
			markEver, mark = true, mark || e.to <= m.from
		}
	}
	if dry && mark {
		return
	}
	always := !dry && !dryEver || !mark && !markEver
	if !k.hit(rHouseOrder, always, m) {
		return
	}
	id := "clash.house-order.both"
	switch {
	case dry:
		id = "clash.house-order.marking"
	case mark:
		id = "clash.house-order.dry"
	}
	w.told(k.add(rHouseOrder, w.say(id), m))
}

// nightAfterDay: live fire in the dark comes after live fire by day.
func (k *sink) nightAfterDay(w *who, set []*item, m *item) {
	ever := false
	for _, e := range set {
		if e == m || !e.s.Block.LiveFire() || k.night(e) {
			continue
		}
		if e.to <= m.from {
			return
		}
		ever = true
	}
	if k.hit(rNightAfterDay, !ever, m) {
		w.told(k.add(rNightAfterDay, w.say("clash.night-after-day"), m))
	}
}

// courseOrder: a block comes after the blocks its course puts before it, so
// many days later. Blocks still in the tray are not waited for: the tray tells
// of them. Of several sessions of the earlier block one is enough.
func (k *sink) courseOrder(w *who, set []*item, m *item) {
	if !k.cares(rCourseOrder) {
		return
	}
	for _, after := range m.s.Block.After {
		var first *item
		met := false
		for _, e := range set {
			if e == m || e.s.Block.Key != after.Block {
				continue
			}
			if e.to <= m.from && int(m.own().From.Date()-e.own().From.Date()) >= after.Days {
				met = true
				break
			}
			if first == nil || e.order(first) < 0 {
				first = e
			}
		}
		if met || first == nil || !k.hit(rCourseOrder, false, first, m) {
			continue
		}
		id := "clash.course-order"
		if after.Days > 0 {
			id += ".days"
		}
		f := k.add(rCourseOrder, w.say(id, "a", first.s.Block.Title, "b", m.s.Block.Title,
			"days", model.Say("clash.span.days", "n", after.Days), "at", first.own().To), first, m)
		f.At = m.own()
		w.told(f)
	}
}
