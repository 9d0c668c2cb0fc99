package lang

import (
	"fmt"
	"strconv"
	"time"

	"muster/model"
)

// Value renders one argument of a message. What it does not know is written
// with %v: a mistake, but a visible one.
func (p *Printer) Value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return p.Number(v)
	case bool:
		if v {
			return p.T("date.yes")
		}
		return p.T("date.no")
	case model.Date:
		return p.Date(v)
	case model.Quarter:
		return p.When(v)
	case model.Span:
		return p.Span(v)
	case model.ID:
		return p.Name(v)
	case model.Text:
		return v.In(p.tag)
	case model.Message:
		return p.Say(v)
	case *model.Problem:
		return p.Say(v.Message)
	case []string:
		return p.List(v)
	case []int:
		return listOf(p, v)
	case []model.Date:
		return listOf(p, v)
	case []model.Quarter:
		return listOf(p, v)
	case []model.Span:
		return listOf(p, v)
	case []model.ID:
		return listOf(p, v)
	case []model.Text:
		return listOf(p, v)
	case []model.Message:
		return listOf(p, v)
	case int32:
		return p.Number(int(v))
	case int64:
		return p.Number(int(v))
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprintf("%v", v)
}

func listOf[T any](p *Printer, vs []T) string {
	said := make([]string, len(vs))
	for i, v := range vs {
		said[i] = p.Value(v)
	}
	return p.List(said)
}

// Name is the name of a record: from the Namer given to With, and "?" in its
// absence or for an id it does not know.
func (p *Printer) Name(id model.ID) string {
	if p.name != nil {
		if s := p.name(id); s != "" {
			return s
		}
	}
	return "?"
}

// Date is a full date: "12 Jan 2026", "12 ene 2026". The zero date is "–".
func (p *Printer) Date(d model.Date) string {
	if d.IsZero() {
		return "–"
	}
	y, _, _ := d.Civil()
	return p.DayMonth(d) + " " + strconv.Itoa(y)
}

// DayMonth is a date of the year one is in: "12 Jan", "12 ene".
func (p *Printer) DayMonth(d model.Date) string {
	_, m, day := d.Civil()
	return strconv.Itoa(day) + " " + p.MonthShort(time.Month(m))
}

// Day is the short name of a day of the week and its number: "Mon 12".
func (p *Printer) Day(d model.Date) string {
	_, _, day := d.Civil()
	return p.WeekdayShort(time.Weekday(d.Weekday())) + " " + strconv.Itoa(day)
}

// DayDate is the day and the month: "Mon 12 Jan", "lun 12 ene".
func (p *Printer) DayDate(d model.Date) string {
	return p.WeekdayShort(time.Weekday(d.Weekday())) + " " + p.DayMonth(d)
}

// LongDate is a date in full words for a heading: "Monday 12 January 2026",
// "lunes 12 de enero de 2026".
func (p *Printer) LongDate(d model.Date) string {
	y, m, day := d.Civil()
	return p.T("date.long", "weekday", p.Weekday(time.Weekday(d.Weekday())),
		"day", strconv.Itoa(day), "month", p.Month(time.Month(m)), "year", strconv.Itoa(y))
}

// DateRange is two dates without what they share: "12–17 Jan",
// "30 Jan–3 Feb", "29 Dec 2025–3 Jan 2026".
func (p *Printer) DateRange(from, to model.Date) string {
	y1, m1, d1 := from.Civil()
	y2, m2, _ := to.Civil()
	switch {
	case from == to:
		return p.DayMonth(from)
	case y1 != y2:
		return p.Date(from) + "–" + p.Date(to)
	case m1 != m2:
		return p.DayMonth(from) + "–" + p.DayMonth(to)
	}
	return strconv.Itoa(d1) + "–" + p.DayMonth(to)
}

// Time is a time of day: "07:30".
func (p *Printer) Time(q model.Quarter) string { return clock(q.OfDay()) }

// When is a moment: "Thu 15 09:00".
func (p *Printer) When(q model.Quarter) string { return p.Day(q.Date()) + " " + clock(q.OfDay()) }

// Span is a stretch of time: "Thu 15 09:00–11:00". One that ends after
// midnight, as a ride does, only adds the hour: "Thu 15 21:00–01:15"; one that
// is longer than a day names the last day too.
func (p *Printer) Span(s model.Span) string {
	if s.Len() > model.Day {
		return p.When(s.From) + "–" + p.When(s.To)
	}
	return p.When(s.From) + "–" + clock(s.To.OfDay())
}

// Hours is a span's times alone: "09:00–11:00".
func (p *Printer) Hours(s model.Span) string {
	return clock(s.From.OfDay()) + "–" + clock(s.To.OfDay())
}

// clock writes quarter-hours since midnight as "07:30", without allocating
// more than the string: the board says hundreds of them a frame.
func clock(ofDay int) string {
	h, m := ofDay/model.Hour, ofDay%model.Hour*15
	return string([]byte{'0' + byte(h/10%10), '0' + byte(h%10), ':', '0' + byte(m/10), '0' + byte(m%10)})
}
