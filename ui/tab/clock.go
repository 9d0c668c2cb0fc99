package tab

import (
	"time"

	"muster/model"
)

// Clock is the present minute on the wall clock of a zone; of this machine's
// own where the zone is not known here.
func Clock(h Host, zone string) model.Minute { return MinuteIn(h.Env().Now(), zone) }

// MinuteIn is the minute of a moment on the wall clock of a zone.
func MinuteIn(t time.Time, zone string) model.Minute {
	t = In(t, zone)
	d, _ := model.NewDate(t.Year(), int(t.Month()), t.Day())
	return d.Minute(t.Hour()*60 + t.Minute())
}

// In is the moment as the clocks of a zone show it; unchanged where the zone
// is not known here.
func In(t time.Time, zone string) time.Time {
	if loc, err := time.LoadLocation(zone); err == nil && zone != "" {
		return t.In(loc)
	}
	return t
}
