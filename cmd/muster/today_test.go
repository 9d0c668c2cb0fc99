package main

import (
	"testing"
	"time"

	"muster/model"
)

// The day that is asked for is that day in every zone, however far this
// machine's is from it.
func TestTheDayAskedForIsThatDayEverywhere(t *testing.T) {
	on, _ := model.NewDate(2026, 3, 11)
	for _, now := range []time.Time{
		time.Date(2026, 3, 11, 0, 30, 0, 0, time.FixedZone("east", 14*3600)),
		time.Date(2026, 3, 11, 23, 30, 0, 0, time.FixedZone("west", -11*3600)),
	} {
		f := &front{env: env{now: func() time.Time { return now }}}
		v, err := f.viewOf(t.Context(), nil, &model.Desk{}, todayFlags{}, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, zone := range []string{"", "America/New_York", "America/Tijuana"} {
			if got := v.at(zone).Date(); got != on {
				t.Errorf("%s, asked at %v: %v", zone, now, got)
			}
			if got, want := v.at(zone).OfDay(), v.clock(zone).OfDay(); got != want {
				t.Errorf("%s: at minute %d of the day, not %d", zone, got, want)
			}
		}
	}
}
