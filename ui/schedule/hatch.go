package schedule

import "muster/model"

// A hatch is time that cannot be used, and why.
type hatch struct {
	span model.Span
	why  string
}

// findHatches is the time that what the lens looks at cannot be used, or,
// while a card is moved, that its place cannot.
func (t *Tab) findHatches() []hatch {
	d := t.host.Desk()
	place := model.ID{}
	switch {
	case t.lens.kind == byPlace:
		place = t.lens.id
	case t.move != nil && t.lens.kind != byStaff:
		place = t.move.s.Place
	}
	var out []hatch
	if t.lens.kind == byStaff {
		if s := d.Staff.Get(t.lens.id); s != nil {
			for _, a := range s.Absences {
				out = append(out, hatch{a.Span, t.env.T("word.reason." + string(a.Reason))})
			}
		}
	}
	p := d.Places.Get(place)
	if p == nil {
		return out
	}
	for _, b := range p.Bookings {
		id := "schedule.hatch.let"
		switch {
		case b.Closed:
			id = "schedule.hatch.closed"
		case b.By == "":
			id = "schedule.hatch.taken"
		}
		out = append(out, hatch{b.Span, t.env.T(id, "by", b.By)})
	}
	if len(p.Hours) > 0 {
		for date := monday(t.cohort.First); date <= monday(t.cohort.Last).Days(6); date++ {
			out = append(out, t.shut(p, date)...)
		}
	}
	return out
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
			out = append(out, hatch{model.Span{From: date.At(from), To: date.At(q)}, why})
			from = -1
		}
	}
	return out
}
