package progress

import (
	"cmp"
	"slices"

	"muster/model"
)

// Ridden is one ride somebody had, or is to have.
type Ridden struct {
	Session *model.Session
	Minutes int  // on the road, without briefing and debriefing; 0: not yet
	Over    bool // they rode
}

// rode counts a ride for its riders.
func (c *Class) rode(p *plan, s *model.Session) {
	roll := p.desk.Rolls.Get(s.ID)
	over := Over(s, c.Now)
	for _, r := range s.Ride.Riders {
		o := c.Find(r.Person)
		if o == nil {
			continue
		}
		minutes, rode := RodeFor(s, roll, r.Person)
		switch {
		case over && rode:
			o.Rides = append(o.Rides, Ridden{s, minutes, true})
			o.took(&s.Block)
		case !over && !s.Ride.Standby:
			o.Rides = append(o.Rides, Ridden{Session: s})
		}
	}
}

// Road is the minutes between which a ride is out, without its briefing and
// debriefing: by the roll where it tells, else by the plan. A roll's Begun and
// Ended are those of the whole session, as of any other; an operation that
// those on standby were called to begins with the call.
func Road(s *model.Session, roll *model.Roll) (from, to model.Minute) {
	span := s.Span()
	from, to = span.From.Minute(), span.To.Minute()
	if roll != nil && !roll.Begun.IsZero() {
		from = roll.Begun
	}
	if roll != nil && !roll.Ended.IsZero() {
		to = roll.Ended
	}
	from += quarters(s.Ride.Brief)
	if roll != nil && !roll.Called.IsZero() {
		from = roll.Called
	}
	return from, max(to-quarters(s.Ride.Debrief), from)
}

// quarters is so many quarters in minutes.
func quarters(n int) model.Minute { return model.Minute(n * 24 * 60 / model.Day) }

// RodeFor is how many minutes somebody was on the road. Nobody rode who is
// marked as away, nor on standby when no operation came or they were not
// marked as there.
func RodeFor(s *model.Session, roll *model.Roll, person model.ID) (minutes int, rode bool) {
	mark, marked := roll.Of(person)
	if marked && !mark.State.There() || s.Ride.Standby && (!marked || roll.Called.IsZero()) {
		return 0, false
	}
	from, to := Road(s, roll)
	if mark.State == model.Late {
		from = max(from, mark.At)
	}
	if !mark.Left.IsZero() {
		to = min(to, mark.Left)
	}
	return max(int(to-from), 0), true
}

// A Candidate is somebody who might take a seat on a ride.
type Candidate struct {
	Person  *model.Person
	Seat    model.Seat
	Rides   int            // had, or to be had, other than this one
	Minutes int            // on the road so far
	Tongue  bool           // speaks a language of the hosts
	Waived  bool           // waiver signed and witnessed by the day
	Busy    *model.Session // what they are in at that time, or nil
	Aboard  bool           // has a seat on this ride
}

// Fair is everybody who might take a seat on the ride, the fairest choice
// first: those who can, then who has never ridden, then who rode least often
// and shortest, then who speaks a language of the hosts, then by seat.
func Fair(d *model.Desk, c *model.Cohort, ride *model.Session, now model.Minute) []Candidate {
	class := Of(d, c, now)
	plan := newPlan(d, c)
	tongues := hostTongues(d, ride)
	var out []Candidate
	for _, o := range class.Officers {
		p := d.People.Get(o.Seat.Person)
		if p == nil || o.Seat.Stage.Out() {
			continue
		}
		k := Candidate{
			Person: p, Seat: o.Seat, Waived: p.Papers.Waived(rideDay(ride, now)), Aboard: ride.Ride.Rides(p.ID),
			Tongue: len(tongues) == 0 || slices.ContainsFunc(p.Speaks, func(l string) bool { return tongues[l] }),
			Busy:   plan.busy(ride, o.Seat),
		}
		for _, r := range o.Rides {
			if r.Session.ID != ride.ID {
				k.Rides++
				k.Minutes += r.Minutes
			}
		}
		out = append(out, k)
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(
			order(a.able(), b.able()), cmp.Compare(min(a.Rides, 1), min(b.Rides, 1)), cmp.Compare(a.Rides, b.Rides),
			cmp.Compare(a.Minutes, b.Minutes), order(a.Tongue, b.Tongue), cmp.Compare(a.Seat.No, b.Seat.No),
		)
	})
	return out
}

func (k Candidate) able() bool { return k.Waived && k.Busy == nil }

// order puts the true before the false.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func rideDay(s *model.Session, now model.Minute) model.Date {
	if s.Placed() {
		return s.Start.Date()
	}
	return now.Date()
}

// hostTongues are the languages of those who take visitors along.
func hostTongues(d *model.Desk, ride *model.Session) map[string]bool {
	out := map[string]bool{}
	add := func(id model.ID) {
		if s := d.Staff.Get(id); s != nil {
			for _, l := range s.Speaks {
				out[l] = true
			}
		}
	}
	for _, id := range ride.In(model.Host) {
		add(id)
	}
	for _, r := range ride.Ride.Riders {
		add(r.Host)
	}
	return out
}

// busy is what else the officer is in while the ride lasts.
func (p *plan) busy(ride *model.Session, seat model.Seat) *model.Session {
	if !ride.Placed() {
		return nil
	}
	for _, s := range p.sessions {
		if s.ID == ride.ID || !s.Placed() || s.Off != nil || s.Block.Rest || !s.Span().Overlaps(ride.Span()) {
			continue
		}
		if s.Ride != nil && s.Ride.Standby {
			continue
		}
		if p.takes(s, seat.Person) {
			return s
		}
	}
	return nil
}
