package model

import (
	"errors"
	"fmt"
)

// Date is a day of the calendar: days since 1 January 1970, which is day 0 and
// also means "no date". (Nobody in these records was born or hired that day to
// the exclusion of being entered a day off; the constructors refuse it.)
type Date int32

// ErrBadDate is returned for text that is not a date.
var ErrBadDate = errors.New("model: not a date")

// NewDate makes a date of the Gregorian calendar; false when there is no such
// day, or it lies outside the years 1900 to 2199.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	d := Date(civilDays(year, month, day))
	return d, d != 0
}

// civilDays counts the days from 1970-01-01 in the proleptic Gregorian
// calendar; years begin in March so that the leap day comes last.
func civilDays(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Civil is the date as year, month (1–12) and day (1–31).
func (d Date) Civil() (year, month, day int) {
	z := int(d) + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday is the day of the week: 0 Sunday … 6 Saturday.
func (d Date) Weekday() int { return ((int(d)+4)%7 + 7) % 7 }

// Days is the date n days later (earlier when n is negative).
func (d Date) Days(n int) Date { return d + Date(n) }

// Months is the day so many months later (n is not negative), or the last of
// that month when it is shorter.
func (d Date) Months(n int) Date {
	y, m, day := d.Civil()
	y, m = y+(m-1+n)/12, (m-1+n)%12+1
	then, _ := NewDate(y, m, min(day, daysIn(y, m)))
	return then
}

// String is the date as 2026-01-12, or "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// MarshalText writes the date for JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date of the form 2026-01-12.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// ParseDate reads a date of the form 2026-01-12.
func ParseDate(s string) (Date, error) {
	var y, m, day int
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, ErrBadDate
	}
	for i, c := range []byte(s) {
		switch {
		case i == 4 || i == 7:
		case c < '0' || c > '9':
			return 0, ErrBadDate
		case i < 4:
			y = y*10 + int(c-'0')
		case i < 7:
			m = m*10 + int(c-'0')
		default:
			day = day*10 + int(c-'0')
		}
	}
	d, ok := NewDate(y, m, day)
	if !ok {
		return 0, ErrBadDate
	}
	return d, nil
}
