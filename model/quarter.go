package model

import (
	"errors"
	"fmt"
)

// Quarter is a moment on the wall clock of a cohort's time zone, in
// quarter-hours since 1970-01-01 00:00. The board knows no finer time. 0 means
// "no time": a session without one lies in the tray.
type Quarter int32

const (
	// Hour is four quarters.
	Hour = 4
	// Day is the quarters of a day.
	Day = 24 * Hour
)

// ErrBadTime is returned for text that is not a moment of the board.
var ErrBadTime = errors.New("model: not a time")

// At is the moment of that day at the given quarter (0–95; beyond, it runs on
// into the following days).
func (d Date) At(quarter int) Quarter { return Quarter(int(d)*Day + quarter) }

// IsZero reports whether there is no time.
func (q Quarter) IsZero() bool { return q == 0 }

// Date is the day the moment falls on.
func (q Quarter) Date() Date {
	if q < 0 {
		return Date((int(q) - Day + 1) / Day)
	}
	return Date(int(q) / Day)
}

// OfDay is the quarter of its day, 0 (midnight) to 95 (23:45).
func (q Quarter) OfDay() int { return int(q) - int(q.Date())*Day }

// Clock is the time of day as 07:30.
func (q Quarter) Clock() string { return Clock(q.OfDay()) }

// Clock writes a quarter of the day (0–96) as 07:30.
func Clock(ofDay int) string { return fmt.Sprintf("%02d:%02d", ofDay/Hour, ofDay%Hour*15) }

// String is the moment as 2026-01-12T07:30, or "" for none.
func (q Quarter) String() string {
	if q.IsZero() {
		return ""
	}
	return q.Date().String() + "T" + q.Clock()
}

// MarshalText writes the moment for JSON.
func (q Quarter) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads a moment of the form 2026-01-12T07:30.
func (q *Quarter) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*q = 0
		return nil
	}
	v, err := ParseQuarter(string(b))
	if err == nil {
		*q = v
	}
	return err
}

// ParseQuarter reads a moment of the form 2026-01-12T07:30; the minutes are
// 00, 15, 30 or 45.
func ParseQuarter(s string) (Quarter, error) {
	m, err := ParseMinute(s)
	if err != nil {
		return 0, err
	}
	if m.OfDay()%15 != 0 {
		return 0, ErrBadTime
	}
	return m.Quarter(), nil
}

// A Span is a stretch of time: from From up to, but not including, To.
type Span struct {
	From Quarter `cbor:"1,keyasint" json:"from"`
	To   Quarter `cbor:"2,keyasint" json:"to"`
}

// Len is the length in quarters.
func (s Span) Len() int { return int(s.To - s.From) }

// Overlaps reports whether the two spans share any time.
func (s Span) Overlaps(t Span) bool { return s.From < t.To && t.From < s.To }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.From <= t.From && t.To <= s.To }

// Grow is the span with before and after quarters added to its ends.
func (s Span) Grow(before, after int) Span {
	return Span{s.From - Quarter(before), s.To + Quarter(after)}
}

// Meet is the time both spans share, empty (To ≤ From) when there is none.
func (s Span) Meet(t Span) Span { return Span{max(s.From, t.From), min(s.To, t.To)} }
