package model

import "fmt"

// Minute is a moment on the wall clock of a cohort's time zone, in minutes
// since 1970-01-01 00:00: what happened is told by the minute, what is planned
// by the quarter. 0 means "no time".
type Minute int32

// Minute is the moment's minute.
func (q Quarter) Minute() Minute { return Minute(q) * 15 }

// Minute is that minute (0–1439; beyond, it runs on) of the day.
func (d Date) Minute(ofDay int) Minute { return Minute(int(d)*24*60 + ofDay) }

// IsZero reports whether there is no time.
func (m Minute) IsZero() bool { return m == 0 }

// Quarter is the quarter in which the minute lies.
func (m Minute) Quarter() Quarter {
	if m < 0 {
		return Quarter((int(m) - 14) / 15)
	}
	return Quarter(int(m) / 15)
}

// Date is the day the moment falls on.
func (m Minute) Date() Date { return m.Quarter().Date() }

// OfDay is the minute of its day, 0 to 1439.
func (m Minute) OfDay() int { return int(m) - int(m.Date())*24*60 }

// Clock is the time of day as 07:42.
func (m Minute) Clock() string {
	n := m.OfDay()
	return fmt.Sprintf("%02d:%02d", n/60, n%60)
}

// String is the moment as 2026-01-12T07:42, or "" for none.
func (m Minute) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Date().String() + "T" + m.Clock()
}

// MarshalText writes the moment for JSON.
func (m Minute) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a moment of the form 2026-01-12T07:42.
func (m *Minute) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*m = 0
		return nil
	}
	v, err := ParseMinute(string(b))
	if err == nil {
		*m = v
	}
	return err
}

// ParseMinute reads a moment of the form 2026-01-12T07:42, or ErrBadTime.
func ParseMinute(s string) (Minute, error) {
	if len(s) != 16 || s[10] != 'T' {
		return 0, ErrBadTime
	}
	d, err := ParseDate(s[:10])
	if err != nil {
		return 0, ErrBadTime
	}
	n, err := ParseClock(s[11:])
	if err != nil {
		return 0, err
	}
	return d.Minute(n), nil
}

// ParseClock reads a time of day of the form 07:42 as minutes, or ErrBadTime.
func ParseClock(s string) (int, error) {
	if len(s) != 5 || s[2] != ':' {
		return 0, ErrBadTime
	}
	two := func(i int) int {
		a, b := int(s[i])-'0', int(s[i+1])-'0'
		if a < 0 || a > 9 || b < 0 || b > 9 {
			return -1
		}
		return a*10 + b
	}
	h, m := two(0), two(3)
	if h < 0 || h > 23 || m < 0 || m > 59 {
		return 0, ErrBadTime
	}
	return h*60 + m, nil
}
