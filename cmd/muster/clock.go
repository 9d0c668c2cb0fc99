package main

import (
	"strconv"
	"strings"
	"time"

	"muster/model"
)

// setClock moves the program's clock to the moment of --now, from where it
// goes on. The history keeps the real time: nobody can date an act otherwise.
func (f *front) setClock() error {
	if f.moment == "" {
		return nil
	}
	real := f.now()
	to, ok := momentOf(f.moment, real)
	if !ok {
		return wrongUse("cmd.bad-now", "value", model.Clean(f.moment))
	}
	ahead := to.Sub(real)
	present := f.now
	f.now = func() time.Time { return present().Add(ahead) }
	return nil
}

// momentOf reads a day, a day and time, or a number of days from now, on the
// wall clock of this machine. A day alone keeps the time of day.
func momentOf(s string, now time.Time) (time.Time, bool) {
	if n, ok := strings.CutPrefix(s, "+"); ok {
		days, err := strconv.Atoi(strings.TrimSuffix(n, "d"))
		return now.AddDate(0, 0, days), err == nil && days >= 0 && days <= 36500
	}
	text, clock, timed := strings.Cut(s, "T")
	d, err := model.ParseDate(text)
	if err != nil {
		return now, false
	}
	hour, minute := now.Hour(), now.Minute()
	if timed {
		n, err := model.ParseClock(clock)
		if err != nil {
			return now, false
		}
		hour, minute = n/60, n%60
	}
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, hour, minute, 0, 0, now.Location()), true
}
