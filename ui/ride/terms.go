package ride

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// approve notes the day the host agency approved visiting officers: today, or
// another that is typed.
func (p *page) approve() tea.Cmd {
	return p.askDay("approved", p.s.Ride.Approved, "ride.act.approved", func(r *model.Ride, d model.Date) { r.Approved = d })
}

// command notes the day the commander approved observers on an operation.
func (p *page) command() tea.Cmd {
	return p.askDay("command", p.s.Ride.Command, "ride.act.command", func(r *model.Ride, d model.Date) { r.Command = d })
}

func (p *page) askDay(field string, was model.Date, act string, set func(*model.Ride, model.Date)) tea.Cmd {
	offer := was
	if offer.IsZero() {
		offer = p.h.Today()
	}
	day := kit.NewDate(field, offer, p.h.Today(), true)
	day.Hint = model.Say("ride.approval.hint")
	f := kit.NewForm(p.h.Dialogs(), model.Say("ride.approval.title", "block", p.s.Block.Title), day)
	kit.Open(p.h.Dialogs(), f, func(*kit.Form) tea.Cmd {
		if day.Value() == was {
			return p.tell(kit.Info, model.Say("ride.nothing"))
		}
		say := model.Say(act, "date", day.Value())
		if day.Value().IsZero() {
			say = model.Say(act + ".none")
		}
		return p.change(say, func(r *model.Ride) { set(r, day.Value()) })
	})
	return nil
}

// editTerms is the ride's briefing and debriefing, its seats, its host agency,
// the approvals, and whether it is on standby.
func (p *page) editTerms() tea.Cmd {
	s, near := p.s, p.c.First
	agencies := []kit.Option[model.ID]{{Label: p.env.T("ride.terms.no-agency")}}
	for a := range p.desk.Agencies.All {
		agencies = append(agencies, kit.Option[model.ID]{Value: a.ID, Label: a.Label()})
	}
	r := s.Ride
	brief := kit.NewLength("brief", r.Brief, 0, model.Day)
	debrief := kit.NewLength("debrief", r.Debrief, 0, model.Day)
	seats := seatField(r.Seats)
	host := kit.NewChoice("host", r.Host, agencies)
	host.Label = model.Say("ride.terms.agency")
	approved := kit.NewDate("approved", r.Approved, near, true)
	command := kit.NewDate("command", r.Command, near, true)
	command.Hidden = func() bool { return s.Block.RideKind != model.SWATRide }
	standby := kit.NewToggle("standby", r.Standby)
	standby.Hint = model.Say("ride.terms.standby.hint")
	f := kit.NewForm(p.h.Dialogs(), model.Say("ride.terms.title", "block", s.Block.Title),
		brief, debrief, seats, host, approved, command, standby)
	apply := func(r *model.Ride) {
		r.Brief, r.Debrief, r.Seats = brief.Value(), debrief.Value(), seats.Value()
		r.Host, r.Approved, r.Command, r.Standby = host.Value(), approved.Value(), command.Value(), standby.Value()
	}
	f.Check = func() error {
		next := s.Clone()
		apply(next.Ride)
		_, err := model.NewSession(next)
		return err
	}
	kit.Open(p.h.Dialogs(), f, func(f *kit.Form) tea.Cmd {
		if !f.Dirty() {
			return p.tell(kit.Info, model.Say("ride.nothing"))
		}
		return p.change(model.Say("ride.act.terms", "block", s.Block.Title), apply)
	})
	return nil
}

// seatField is how many seats are offered; "–" is those of the vehicles.
func seatField(n int) *kit.ValueField[int] {
	const most = 60
	f := kit.NewValue("seats", n,
		func(_ *kit.Env, name, typed string) (int, *model.Problem) {
			if typed = strings.TrimSpace(typed); typed == "" || typed == "–" || typed == "-" {
				return 0, nil
			}
			v, err := strconv.Atoi(typed)
			if err != nil || v < 0 || v > most {
				return 0, model.Wrong(name, "kit.number.range", "low", 1, "high", most)
			}
			return v, nil
		},
		func(_ *kit.Env, v int) string {
			if v == 0 {
				return "–"
			}
			return strconv.Itoa(v)
		})
	f.Width, f.Hint = 8, model.Say("ride.terms.seats.hint")
	return f
}
