package ride

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// notice is how long before they leave those on standby are called, in
// minutes.
const notice = 60

// early is how long before its window an operation may be called, in minutes.
const early = 12 * 60

// call asks when the operation was called, and then whom of the ranked list
// comes.
func (p *page) call() tea.Cmd {
	span := p.s.Span()
	base := min(max(p.now, span.From.Minute()), span.To.Minute())
	at := base
	if p.roll != nil && !p.roll.Called.IsZero() {
		at = p.roll.Called
	}
	when := clockField("calledAt", at.OfDay(), false)
	ahead := kit.NewNumber("notice", notice, 0, 12*60, model.Say("ride.call.minutes"))
	ahead.Hint = model.Say("ride.call.notice.hint")
	f := kit.NewForm(p.h.Dialogs(), model.Say("ride.call.title", "block", p.s.Block.Title), when, ahead)
	f.SaveLabel = "ride.call.go"
	kit.Open(p.h.Dialogs(), f, func(*kit.Form) tea.Cmd {
		p.fresh()
		if p.s == nil {
			return p.h.Tell(kit.Warn, model.Say("ride.gone"))
		}
		d := newCalling(p, nearest(base, when.Value()), ahead.Value())
		kit.OpenOr(p.h.Dialogs(), d, p.called, func() tea.Cmd { return p.tell(kit.Info, model.Say("ride.call.dropped")) })
		return nil
	})
	return nil
}

// called keeps who comes: the time of the call, those who come as there, the
// others as excused with the call that was made, and cars and hosts for those
// who come.
func (p *page) called(c calls) tea.Cmd {
	p.fresh()
	if p.s == nil {
		return p.h.Tell(kit.Warn, model.Say("ride.gone"))
	}
	next, roll := p.s.Clone(), p.draft()
	roll.Called = c.at
	come := 0
	// Cars go by rank: those without one get the next free seat.
	seated := next.Clone()
	seated.Ride.Standby = false
	seated.Ride.Riders = slices.DeleteFunc(seated.Ride.Riders, func(r model.Rider) bool { return c.answers[r.Person] != comes })
	for i, r := range next.Ride.Riders {
		m, _ := roll.Of(r.Person)
		m.Person = r.Person
		if m.Note == p.env.T("ride.note.unreached") {
			m.Note = ""
		}
		switch c.answers[r.Person] {
		case comes:
			come++
			m.State = model.Here
			p.carFor(&seated, r.Person)
			at := slices.IndexFunc(seated.Ride.Riders, func(o model.Rider) bool { return o.Person == r.Person })
			next.Ride.Riders[i] = seated.Ride.Riders[at]
		case unreached, declines:
			m.State = model.Excused
			answer := model.NoAnswer
			if c.answers[r.Person] == declines {
				answer = model.Reached
			} else if m.Note == "" {
				m.Note = p.env.T("ride.note.unreached") // a mark has no state for it
			}
			if !slices.ContainsFunc(m.Calls, func(k model.Call) bool { return k.At == c.at && k.Answer == answer }) {
				m.Calls = append(slices.Clone(m.Calls), model.Call{At: c.at, Answer: answer})
			}
		case open:
			m.State = ""
		}
		roll = roll.With(m)
	}
	rec, err := model.NewRoll(roll)
	if err != nil {
		return p.refuse(err)
	}
	return p.keep(model.Say("ride.act.call", "block", next.Block.Title, "clock", c.at.Clock(), "n", come), next, rec)
}

// carFor gives a rider who has no car the next one with a free seat, and on
// patrol a host.
func (p *page) carFor(s *model.Session, id model.ID) {
	for i := range s.Ride.Riders {
		r := &s.Ride.Riders[i]
		if r.Person != id {
			continue
		}
		if r.Car == "" {
			r.Car = p.nextCar(s)
		}
		if r.Host.IsZero() && s.Block.RideKind == model.PatrolRide {
			r.Host = p.nextHost(s, id)
		}
	}
}
