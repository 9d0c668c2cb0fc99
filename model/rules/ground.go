package rules

import (
	"slices"

	"muster/model"
)

// Options is what the desk does not say.
type Options struct {
	// Offset is how many quarters to add to a moment on the zone's wall clock
	// to reach the clock on which cohorts are compared, best that of the
	// training site. nil: every cohort keeps the same clock.
	Offset func(zone string, at model.Quarter) int
}

// A ground is what rules are read against: the desk, the settings, the rosters.
type ground struct {
	*limits
	desk    *model.Desk
	opts    Options
	rosters []*roster // by the cohort's id
}

// roster is the cohort's roster, or nil.
func (g *ground) roster(cohort model.ID) *roster {
	i, ok := slices.BinarySearchFunc(g.rosters, cohort, func(r *roster, id model.ID) int { return r.c.ID.Compare(id) })
	if !ok {
		return nil
	}
	return g.rosters[i]
}

// travelTime is the way from one place to another in minutes: nothing within a
// site (places without a site are taken as one), else what either place says,
// else the setting.
func (g *ground) travelTime(a, b *model.Place) int {
	if a.ID == b.ID || a.Site == b.Site {
		return 0
	}
	for _, l := range a.Travel {
		if l.To == b.ID {
			return l.Minutes
		}
	}
	for _, l := range b.Travel {
		if l.To == a.ID {
			return l.Minutes
		}
	}
	return g.limits[rTravel].value
}

// Ground looks at everything on the desk.
func Ground(d *model.Desk, o Options) *Board {
	b := &Board{ground: ground{limits: limitsOf(d.Settings.Rec), desk: d, opts: o}}
	for c := range d.Cohorts.All {
		b.rosters = append(b.rosters, newRoster(c, d))
	}
	var keys []key
	at := map[key]*group{}
	of := func(k key) *group {
		g := at[k]
		if g == nil {
			g = &group{key: k, maker: b}
			at[k] = g
			b.groups = append(b.groups, g)
		}
		return g
	}
	for s := range d.Sessions.All {
		m := b.compile(s)
		if m == nil {
			continue
		}
		b.items = append(b.items, m)
		keys = m.keys(keys[:0])
		for _, k := range keys {
			g := of(k)
			g.members = append(g.members, m)
		}
	}
	for _, r := range b.rosters {
		of(key{about: aVetting, id: r.c.ID})
	}
	for _, g := range b.groups {
		slices.SortFunc(g.members, (*item).order)
	}
	slices.SortFunc(b.groups, func(x, y *group) int { return x.key.order(y.key) })
	for _, g := range b.groups {
		b.look(g)
	}
	return b
}
