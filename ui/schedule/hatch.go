package schedule

import "muster/model"

// A hatch is time that cannot be used, and why.
type hatch struct {
	span model.Span
	why  string
	of   lens // whose, on a day seen large; everybody's otherwise
}

// findHatches is the time that what the lens looks at cannot be used, or,
// while a card is moved, that its place cannot.
func (t *Tab) findHatches() []hatch {
	dates := model.Span{From: monday(t.cohort.First).At(0), To: monday(t.cohort.Last).Days(7).At(0)}
	switch {
	case t.big.on && t.big.by != bySquad:
		dates = model.Span{From: t.big.date.At(0), To: t.big.date.At(model.Day)}
		var out []hatch
		for _, l := range t.big.who {
			for _, h := range t.hatchesOf(l, dates) {
				h.of = l
				out = append(out, h)
			}
		}
		return out
	case t.lens.others():
		return t.hatchesOf(t.lens, dates)
	case t.move != nil:
		return t.hatchesOf(lens{kind: byPlace, id: t.move.s.Place}, dates)
	}
	return nil
}

// hatchesOf is when somebody is away, a place is let, closed or shut, a vehicle
// out.
func (t *Tab) hatchesOf(l lens, dates model.Span) []hatch {
	d := t.host.Desk()
	var out []hatch
	add := func(s model.Span, why string) {
		if s.Overlaps(dates) {
			out = append(out, hatch{span: s, why: why})
		}
	}
	switch l.kind {
	case byStaff:
		if s := d.Staff.Get(l.id); s != nil {
			for _, a := range s.Absences {
				add(a.Span, t.env.T("word.reason."+string(a.Reason)))
			}
		}
	case byVehicle:
		if v := d.Vehicles.Get(l.id); v != nil {
			for _, s := range v.Out {
				add(s, t.env.T("field.out"))
			}
		}
	case byPlace:
		if p := d.Places.Get(l.id); p != nil {
			for _, b := range p.Bookings {
				add(b.Span, t.bookingWhy(b))
			}
			for date := dates.From.Date(); len(p.Hours) > 0 && date.At(0) < dates.To; date++ {
				out = append(out, t.shut(p, date)...)
			}
		}
	case byAll, bySquad:
	}
	return out
}

func (t *Tab) bookingWhy(b model.Booking) string {
	id := "schedule.hatch.let"
	switch {
	case b.Closed:
		id = "schedule.hatch.closed"
	case b.By == "":
		id = "schedule.hatch.taken"
	}
	return t.env.T(id, "by", b.By)
}

// shut is when the place is not open on that day.
func (t *Tab) shut(p *model.Place, date model.Date) []hatch {
	why := t.env.T("schedule.hatch.shut")
	var out []hatch
	from := -1
	for q := 0; q <= model.Day; q++ {
		open := q == model.Day || p.OpenAt(model.Span{From: date.At(q), To: date.At(q + 1)})
		switch {
		case !open && from < 0:
			from = q
		case open && from >= 0:
			out = append(out, hatch{span: model.Span{From: date.At(from), To: date.At(q)}, why: why})
			from = -1
		}
	}
	return out
}
