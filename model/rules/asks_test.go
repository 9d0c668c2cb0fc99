package rules

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
)

// Whoever gets the people that Asks names for a session, all of them able and
// speaking every language, breaks no rule about people or ratios; a start that
// Begins allows breaks no rule of windows that the session breaks by itself; and
// a place that Suits forbids is forbidden.
func TestAsksIsEnough(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := desk(draw{rt})
		var c model.Change
		var able []model.ID
		for i := range 80 {
			s := &model.Staff{ID: model.ID{0xAB, 15: byte(i)}, Family: fmt.Sprint("A", i), Speaks: append(slices.Clone(model.Languages), "xx")}
			for _, k := range model.Skills {
				s.Quals = append(s.Quals, model.Qualification{Skill: k})
			}
			for p := range d.People.All {
				for _, l := range p.Speaks {
					if !slices.Contains(s.Speaks, l) {
						s.Speaks = append(s.Speaks, l)
					}
				}
			}
			able = append(able, s.ID)
			c.Puts = append(c.Puts, model.Put{Record: s})
		}
		d = d.With(c, 2)
		o := Options{Offset: func(zone string, _ model.Quarter) int { return len(zone) % 3 }}
		b, a := Ground(d, o), NewAsks(d, o)
		for s := range d.Sessions.All {
			if !s.Placed() || s.Off != nil || b.item(s.ID) == nil {
				continue
			}
			next := s.Clone()
			next.Staff, next.Circuit = nil, nil
			if next.Ride != nil {
				for i := range next.Ride.Riders {
					next.Ride.Riders[i].Host = model.ID{}
				}
			}
			n := 0
			for _, w := range a.Crew(&next, next.Place, next.Start) {
				for range w.Best {
					if n < len(able) {
						next.Staff = append(next.Staff, model.Part{Staff: able[n], Role: w.Role})
						n++
					}
				}
			}
			clashes := b.Try(&next)
			enough(rt, &next, clashes, n < len(able))
			if begins := a.Begins(&next, next.Start, next.Start+1)[0]; begins {
				for _, k := range clashes {
					if k.Rule == "course-dates" || k.Rule == "time-window" || k.Rule == "night-dark" {
						rt.Errorf("%v may begin, and yet %s", next.Start, k.Rule)
					}
				}
			}
			if a.Suits(&next, next.Place) == Hard && !slices.ContainsFunc(clashes, func(k Clash) bool { return k.Hard }) {
				rt.Errorf("a place does not suit, and nothing says so")
			}
		}
	})
}

// enough looks for a clash about people who should be there.
func enough(t *rapid.T, s *model.Session, clashes []Clash, all bool) {
	for _, k := range clashes {
		r, _ := Find(k.Rule)
		switch k.Rule {
		case "trauma-kit", "means-to-call", "nobody-takes", "station-safety", "language", "language-hazard", "certificate-ending":
			continue // a place, riders, a language of the block that nobody speaks
		}
		if all && (r.Family == Ratio || r.Family == People) {
			t.Errorf("%s of %s: %v with %d people", k.Rule, s.Block.Title.En, k.Text, len(s.Staff))
		}
	}
}
