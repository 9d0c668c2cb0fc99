package progress

import (
	"cmp"
	"slices"

	"muster/model"
)

// Missing is an officer marked as missing and not known to be anywhere since.
type Missing struct {
	Session *model.Session // the first they were missed at
	Since   model.Minute
	Mark    model.Mark // on its roll, with the calls that were made from later ones too
}

// AllMissing is everybody of a cohort who is missing at the moment on its wall
// clock, in the order they were missed; sessions is the cohort's. Somebody
// found, on a later roll as anything but missing, out of the country or at home
// is not; whatever becomes of their seat, nobody is found by it. A session that
// was called off or taken back to the tray after its roll was called still
// tells.
func AllMissing(d *model.Desk, c *model.Cohort, sessions []*model.Session, now model.Minute) []Missing {
	var held []*model.Session // those on whose roll somebody is missing
	for _, s := range sessions {
		if roll := d.Rolls.Get(s.ID); roll != nil && slices.ContainsFunc(roll.Marks, model.Mark.Lost) {
			held = append(held, s)
		}
	}
	model.SortSessions(held)
	var out []Missing
	for _, s := range held {
		for _, m := range d.Rolls.Get(s.ID).Marks {
			since := m.Since(s)
			if since.IsZero() {
				since = now
			}
			if !m.Lost() || seen(d, c, sessions, s, m, since, now) {
				continue
			}
			i := slices.IndexFunc(out, func(o Missing) bool { return o.Mark.Person == m.Person })
			if i < 0 {
				out = append(out, Missing{s, since, m})
				continue
			}
			out[i].Mark.Calls = slices.Concat(out[i].Mark.Calls, m.Calls)
		}
	}
	slices.SortStableFunc(out, func(a, b Missing) int { return cmp.Compare(a.Since, b.Since) })
	return out
}

// seen reports whether somebody missing from a session since then is known to
// be somewhere: found, from whichever roll they were missed on; on a later roll,
// out of the country, at home. A roll called ahead of its time clears nobody.
func seen(d *model.Desk, c *model.Cohort, sessions []*model.Session, from *model.Session, lost model.Mark, since, now model.Minute) bool {
	if seat, ok := c.Seat(lost.Person); ok && (!seat.Departed.IsZero() || !seat.Home.IsZero()) {
		return true
	}
	after := from.Start.Minute()
	if !from.Placed() {
		after = since
	}
	return slices.ContainsFunc(sessions, func(s *model.Session) bool {
		if m, ok := d.Rolls.Get(s.ID).Of(lost.Person); ok && !m.Found.IsZero() && m.Found >= since {
			return true
		}
		if s.Start.Minute() <= after || s.Start.Minute() > now || s.Off != nil {
			return false
		}
		m, ok := d.Rolls.Get(s.ID).Of(lost.Person)
		return ok && !m.Lost()
	})
}
