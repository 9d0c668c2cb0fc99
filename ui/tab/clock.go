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
	if loc, err := time.LoadLocation(zone); err == nil && zone != "" {
		t = t.In(loc)
	}
	d, _ := model.NewDate(t.Year(), int(t.Month()), t.Day())
	return d.Minute(t.Hour()*60 + t.Minute())
}
