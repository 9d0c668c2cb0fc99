package ui

import (
	"sync"
	"time"

	"muster/model"
)

// Home is the zone that most cohorts of the desk keep, the first by name among
// equals: the clock of the training site.
func Home(d *model.Desk) string {
	count := map[string]int{}
	for c := range d.Cohorts.All {
		count[c.Zone]++
	}
	home := ""
	for zone, n := range count {
		if n > count[home] || n == count[home] && zone < home {
			home = zone
		}
	}
	return home
}

// Clocks answers how many quarters to add to a moment of a zone's wall clock
// to reach that of home, on which cohorts of different zones are compared. A
// zone that this machine does not know counts as UTC. It is for
// rules.Options.Offset and may be used by several goroutines.
func Clocks(home string) func(zone string, at model.Quarter) int {
	var (
		mu    sync.Mutex
		known = map[string]*time.Location{}
	)
	find := func(zone string) *time.Location {
		mu.Lock()
		defer mu.Unlock()
		loc, ok := known[zone]
		if !ok {
			var err error
			if loc, err = time.LoadLocation(zone); err != nil {
				loc = time.UTC
			}
			known[zone] = loc
		}
		return loc
	}
	east := func(zone string, at model.Quarter) int { // of Greenwich, in quarters
		y, m, d := at.Date().Civil()
		_, seconds := time.Date(y, time.Month(m), d, at.OfDay()/model.Hour, at.OfDay()%model.Hour*15, 0, 0, find(zone)).Zone()
		return seconds / (15 * 60)
	}
	return func(zone string, at model.Quarter) int {
		if zone == home {
			return 0
		}
		return east(home, at) - east(zone, at)
	}
}
