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
		opts = append(opts, kit.Option[model.Quarter]{
			Value: at, Label: p.env.Lang.When(at),
			Note: p.env.T("ride.again.days", "n", int(at.Date()-p.c.First)+1),
		})
	}
	opts = append(opts, kit.Option[model.Quarter]{Label: p.env.T("ride.again.tray")})
	title := model.Say("ride.again.title", "n", len(p.s.Ride.Riders))
	kit.Open(p.h.Dialogs(), kit.NewChoose(p.env, title, opts, 0), func(at model.Quarter) tea.Cmd {
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
		return p.commit(model.Change{Act: act, Puts: []model.Put{p.desk.Put(rec)}})
	})
	return nil
}

// legal are the next evenings on which the ride could run at its hour.
func (p *page) legal(s model.Session) []model.Quarter {
	if !p.s.Placed() {
		return nil
	}
	var out []model.Quarter
	from := max(p.s.Start.Date().Days(1), p.now.Date(), p.c.First)
	for day := from; day <= p.c.Last && len(out) < evenings; day++ {
		at := day.At(p.s.Start.OfDay())
		s.Start = at
		if at.Minute() > p.now && p.h.Board().Starts(&s, at, at+1)[0] {
			out = append(out, at)
		}
	}
	return out
}
