package lang

import (
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es_MX"
)

// A calendar is how a language names months and days. Abbreviations lose
// their full stop: columns are narrow, and "lun 12" reads well.
type calendar struct {
	monthShort, monthLong, dayShort, dayLong []string // months from 1, days from Sunday
}

func newCalendar(tag string) calendar {
	var l locales.Translator = en.New()
	if tag == "es" {
		l = es_MX.New()
	}
	bare := func(names []string) []string {
		out := make([]string, len(names))
		for i, n := range names {
			out[i] = strings.TrimSuffix(n, ".")
		}
		return out
	}
	return calendar{
		// go-playground's lists of months have no entry for 0.
		monthShort: bare(l.MonthsAbbreviated()), monthLong: bare(l.MonthsWide()),
		dayShort: bare(l.WeekdaysAbbreviated()), dayLong: bare(l.WeekdaysWide()),
	}
}

// Month is a month's name: "January", "enero".
func (p *Printer) Month(m time.Month) string { return p.cal.monthLong[(int(m)+11)%12] }

// MonthShort is a month's short name: "Jan", "ene".
func (p *Printer) MonthShort(m time.Month) string { return p.cal.monthShort[(int(m)+11)%12] }

// Weekday is a day's name: "Monday", "lunes".
func (p *Printer) Weekday(d time.Weekday) string { return p.cal.dayLong[int(d)%7] }

// WeekdayShort is a day's short name: "Mon", "lun".
func (p *Printer) WeekdayShort(d time.Weekday) string { return p.cal.dayShort[int(d)%7] }

// Length is a length of time in quarter-hours, in hours and minutes:
// "1 h 30", "45 min", "2 h".
func (p *Printer) Length(quarters int) string {
	if quarters < 0 {
		return "−" + p.Length(-quarters)
	}
	h, m := quarters/4, quarters%4*15
	switch {
	case h == 0:
		return strconv.Itoa(m) + " min"
	case m == 0:
		return strconv.Itoa(h) + " h"
	}
	return strconv.Itoa(h) + " h " + strconv.Itoa(m)
}

// Number writes a whole number in groups of three from 10 000 on, with a
// space, which no reader takes for a decimal mark.
func (p *Printer) Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "−", s[1:]
	}
	if len(s) < 5 {
		return sign + s
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range []byte(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// Decimal writes a number with the given places: "2.5". Mexico and the United
// States share the decimal point.
func (p *Printer) Decimal(v float64, places int) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', places, 64), "-", "−", 1)
}
