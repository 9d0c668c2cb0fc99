package rules

import "muster/model"

// timed looks at when a session is, by itself: what another start can cure.
func (k *sink) timed(m *item) {
	t := m.own()
	k.dates(m, t)
	k.times(m, t)
	k.approvals(m, t.From.Date())
	if m.s.Block.Night {
		k.dark(m, t)
	}
	if m.place != nil {
		k.open(m, t)
	}
	for i, p := range m.parts {
		if m.first(i) {
			k.there(m, p.st, t)
		}
	}
	for _, v := range m.cars {
		for _, out := range v.Out {
			if out.Overlaps(t) && k.hit(rVehicleOut, false, m) {
				k.add(rVehicleOut, model.Say("clash.vehicle-out", "vehicle", v.ID, "until", until(out.To)), m)
			}
		}
	}
}

func (k *sink) dates(m *item, t model.Span) {
	if day := t.From.Date(); (day < m.c.First || day > m.c.Last) && k.hit(rDates, false, m) {
		k.add(rDates, model.Say("clash.course-dates", "cohort", m.c.Code, "first", m.c.First, "last", m.c.Last), m)
	}
}

// times: within the block's own hours. A block that may run past midnight may
// begin past it too, and then belongs to the day before.
func (k *sink) times(m *item, t model.Span) {
	b := &m.s.Block
	if b.Earliest == 0 && b.Latest == 0 || !k.cares(rTimes) {
		return
	}
	for back := range 2 {
		day := t.From.Date().Days(-back)
		if back == 1 && b.Latest <= model.Day {
			break
		}
		if day.At(b.Earliest) <= t.From && (b.Latest == 0 || t.To <= day.At(b.Latest)) {
			return
		}
	}
	if !k.hit(rTimes, false, m) {
		return
	}
	id := "clash.time-window"
	switch {
	case b.Latest == 0:
		id = "clash.time-window.earliest"
	case b.Earliest == 0:
		id = "clash.time-window.latest"
	}
	k.add(rTimes, model.Say(id, "earliest", model.Clock(b.Earliest), "latest", model.Clock(b.Latest%model.Day)), m)
}

// dark: a night block lies between sunset and sunrise.
func (k *sink) dark(m *item, t model.Span) {
	sunset, sunrise := k.value(rSunset), k.value(rSunrise)
	for back := range 2 {
		day := t.From.Date().Days(-back)
		if day.At(sunset) <= t.From && t.To <= day.Days(1).At(sunrise) {
			return
		}
	}
	if k.hit(rDark, false, m) {
		k.add(rDark, model.Say("clash.night-dark", "sunset", model.Clock(sunset), "sunrise", model.Clock(sunrise)), m)
	}
}

// open: the place is open, and not let to others.
func (k *sink) open(m *item, t model.Span) {
	p := m.place
	if !p.OpenAt(t) && k.hit(rClosed, false, m) {
		k.add(rClosed, model.Say("clash.place-closed.hours", "place", p.ID, "hours", hoursOf(p, t.From.Date())), m).Place = p.ID
	}
	for _, b := range p.Bookings {
		if !b.Overlaps(t) {
			continue
		}
		row, id := rBooked, "clash.let-to-others"
		if b.Closed {
			row, id = rClosed, "clash.place-closed"
		} else if b.By == "" {
			id += ".somebody"
		}
		if k.hit(row, false, m) {
			k.add(row, model.Say(id, "place", p.ID, "by", b.By, "until", until(b.To)), m).Place = p.ID
		}
	}
}

// until says when something ends: a day that is over at midnight is told as
// its last day.
func until(end model.Quarter) model.Message {
	if end.OfDay() == 0 {
		return model.Say("clash.until.day", "date", (end - 1).Date())
	}
	return model.Say("clash.until.time", "at", end)
}

// hoursOf is the place's hours that day as a message: a list, or "all day shut".
func hoursOf(p *model.Place, day model.Date) model.Message {
	var list []string
	for _, h := range p.Hours {
		if h.Weekday == day.Weekday() {
			list = append(list, model.Clock(h.Open)+"–"+model.Clock(h.Close%model.Day))
		}
	}
	if list == nil {
		return model.Say("clash.place-closed.shut")
	}
	return model.Say("clash.place-closed.open", "hours", list)
}

// there: nobody is planned who is away or has left.
func (k *sink) there(m *item, st *model.Staff, t model.Span) {
	for _, a := range st.Absences {
		if !a.Overlaps(t) || !k.hit(rAbsent, false, m) {
			continue
		}
		id, pairs := "clash.staff-absent", []any{"staff", st.ID, "until", until(a.To)}
		if a.Reason != "" {
			id, pairs = id+".reason", append(pairs, "reason", model.Say("clash.reason."+string(a.Reason)))
		}
		k.add(rAbsent, model.Say(id, pairs...), m).People = []model.ID{st.ID}
	}
	if !st.Left.IsZero() && (t.To-1).Date() >= st.Left && k.hit(rLeft, false, m) {
		k.add(rLeft, model.Say("clash.staff-left", "staff", st.ID, "date", st.Left), m).People = []model.ID{st.ID}
	}
}

// where looks at the place chosen, whatever the time.
func (k *sink) where(m *item) {
	b, p := &m.s.Block, m.place
	if p == nil {
		if b.Place != "" && k.hit(rNoPlace, true, m) {
			k.add(rNoPlace, model.Say("clash.no-place", "kind", model.Say("clash.place."+string(b.Place))), m)
		}
		return
	}
	if b.Place != "" && p.Kind != b.Place && k.hit(rPlaceKind, true, m) {
		k.add(rPlaceKind, model.Say("clash.place-kind", "place", p.ID, "kind", model.Say("clash.place."+string(b.Place))), m).Place = p.ID
	}
	if over := m.officers - p.Capacity; p.Capacity > 0 && over > 0 && k.hit(rCapacity, true, m) {
		k.add(rCapacity, model.Say("clash.capacity", "place", p.ID, "capacity", p.Capacity,
			"officers", m.officers, "n", over), m).Place = p.ID
	}
	if fires(m) && m.engaged > p.Lanes && k.hit(rLanes, true, m) {
		k.add(rLanes, model.Say("clash.lanes", "place", p.ID, "lanes", p.Lanes,
			"officers", m.engaged, "n", m.engaged-p.Lanes), m).Place = p.ID
	}
	if p.Kind == model.ShootHouse && b.Kind == model.KindBuildings && m.engaged > k.value(rOneTeam) && k.hit(rOneTeam, true, m) {
		k.add(rOneTeam, model.Say("clash.one-team", "place", p.ID, "officers", m.engaged, "most", k.value(rOneTeam)), m).Place = p.ID
	}
}

// fires reports whether the session takes lanes where it is.
func fires(m *item) bool {
	return m.s.Block.Ammo != model.NoAmmo && m.place != nil && m.place.Lanes > 0
}
