package ride

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// evenings is how many other evenings are offered for a ride called off.
const evenings = 8

// again offers another ride for the riders of one that was called off: on the
// next evenings at which the rules allow it, at the same hour, or in the tray.
func (p *page) again() tea.Cmd {
	next := p.s.Clone()
	next.ID, next.Again, next.Off, next.Pinned = p.h.NewID(), p.s.ID, nil, false
	next.Ride.Command = 0 // it was for that operation
	var opts []kit.Option[model.Quarter]
	for _, at := range p.legal(next) {
		there := next.Clone()
		there.Start = at
		within(p.h.Board(), &there)
		note := p.env.T("ride.again.days", "n", int(at.Date()-p.c.First)+1)
		if n, of := len(there.Ride.Riders), len(next.Ride.Riders); n < of {
			note += " · " + p.env.T("ride.again.some", "n", n, "of", of)
		}
		opts = append(opts, kit.Option[model.Quarter]{Value: at, Label: p.env.Lang.When(at), Note: note})
	}
	opts = append(opts, kit.Option[model.Quarter]{Label: p.env.T("ride.again.tray")})
	title := model.Say("ride.again.title", "n", len(p.s.Ride.Riders))
	kit.Open(p.h.Dialogs(), kit.NewChoose(p.env, title, opts, 0), func(at model.Quarter) tea.Cmd {
		p.fresh()
		if p.s == nil {
			return nil
		}
		next := next.Clone()
		next.Start = at
		if at.IsZero() { // in the tray as many as it would take at its hour
			next.Start = p.s.Start
		}
		of := len(next.Ride.Riders)
		why := within(p.h.Board(), &next)
		next.Start = at
		act := model.Say("ride.act.again", "block", next.Block.Title, "at", at)
		if at.IsZero() {
			act = model.Say("ride.act.again.tray", "block", next.Block.Title)
		}
		rec, err := model.NewSession(next)
		if err != nil {
			return p.refuse(err)
		}
		p.id = rec.ID
		cmd := p.commit(model.Change{Act: act, Puts: []model.Put{p.desk.Put(rec)}})
		if n := len(rec.Ride.Riders); n < of {
			return tea.Batch(cmd, p.tell(kit.Warn, model.Say("ride.again.fewer", "n", n, "of", of, "why", why)))
		}
		return cmd
	})
	return nil
}

// end is the moment from which on there is nothing to ride along for: the
// graduation, or without one the last day.
func (p *page) end() model.Quarter {
	for _, s := range p.desk.SessionsOf(p.c.ID) {
		if s.Block.Ends && s.Placed() && s.Off == nil {
			return s.Start
		}
	}
	return p.c.Last.At(0)
}

// legal are the next evenings before the end on which the ride could run at
// its hour, with at least one of its riders.
func (p *page) legal(s model.Session) []model.Quarter {
	if !p.s.Placed() {
		return nil
	}
	var out []model.Quarter
	end, riders := p.end(), s.Ride.Riders
	from := max(p.s.Start.Date().Days(1), p.now.Date(), p.c.First)
	for day := from; day <= p.c.Last && len(out) < evenings; day++ {
		at := day.At(p.s.Start.OfDay())
		if at >= end {
			break
		}
		s = s.Clone()
		s.Start, s.Ride.Riders = at, riders
		within(p.h.Board(), &s)
		if at.Minute() > p.now && (len(s.Ride.Riders) > 0 || len(riders) == 0) && p.h.Board().Starts(&s, at, at+1)[0] {
			out = append(out, at)
		}
	}
	return out
}
