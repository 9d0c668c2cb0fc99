package schedule

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// editDetails opens what only blocks of its kind have: the ride with its
// riders, or the relays on the line.
func (t *Tab) editDetails() tea.Cmd {
	s := t.own()
	if s.Ride == nil {
		return t.editRelays(s)
	}
	opts := []kit.Option[int]{
		{Value: 0, Label: t.env.T("schedule.ride.riders"), Note: t.env.T("schedule.card.riders", "n", len(s.Ride.Riders), "seats", t.seats(s))},
		{Value: 1, Label: t.env.T("schedule.ride.cars"), Off: riderless(s)},
		{Value: 2, Label: t.env.T("schedule.ride.terms"), Note: t.rideTerms(s)},
		{Value: 3, Label: t.env.T("schedule.ride.vehicles"), Note: t.env.Lang.Number(len(s.Cars))},
	}
	title := model.Say("schedule.ride.title", "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, 0), func(i int) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil || now.Ride == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		switch i {
		case 0:
			return t.pickRiders(now)
		case 1:
			return t.editHosts(now)
		case 2:
			return t.editTerms(now)
		}
		return t.pickCars()
	})
	return nil
}

func riderless(s *model.Session) model.Message {
	if len(s.Ride.Riders) == 0 {
		return model.Say("schedule.ride.riderless")
	}
	return model.Message{}
}

// rideTerms says which approvals are there.
func (t *Tab) rideTerms(s *model.Session) string {
	mark := func(d model.Date) string {
		if d.IsZero() {
			return "–"
		}
		return "✓"
	}
	text := t.env.T("schedule.ride.agency", "mark", mark(s.Ride.Approved))
	if s.Block.RideKind == model.SWATRide {
		text += "  " + t.env.T("schedule.ride.command", "mark", mark(s.Ride.Command))
	}
	return text
}

// pickRiders chooses who rides: those who have not ridden yet first. Riders
// keep their rank, new ones follow.
func (t *Tab) pickRiders(s *model.Session) tea.Cmd {
	d := t.host.Desk()
	ridden := map[model.ID]int{}
	for _, o := range t.sessions {
		if o.Ride != nil && o.ID != s.ID && o.Block.RideKind == s.Block.RideKind {
			for _, r := range o.Ride.Riders {
				ridden[r.Person]++
			}
		}
	}
	seats := t.cohort.Holders()
	if len(seats) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.ride.nobody"))
	}
	slices.SortStableFunc(seats, func(a, b model.Seat) int {
		return cmp.Or(cmp.Compare(boolInt(!s.Ride.Rides(a.Person)), boolInt(!s.Ride.Rides(b.Person))),
			cmp.Compare(ridden[a.Person], ridden[b.Person]), cmp.Compare(a.Squad, b.Squad), cmp.Compare(a.No, b.No))
	})
	opts := make([]kit.Option[model.ID], len(seats))
	for i, seat := range seats {
		name := "?"
		if p := d.People.Get(seat.Person); p != nil {
			name = p.Name()
		}
		note := t.env.T("schedule.ride.ridden", "n", ridden[seat.Person])
		if q := seat.Squad.String(); q != "" {
			note = q + " · " + note
		}
		opts[i] = kit.Option[model.ID]{Value: seat.Person, Label: name, Note: note, On: s.Ride.Rides(seat.Person)}
	}
	title := model.Say("schedule.ride.who", "block", s.Block.Title, "seats", t.seats(s))
	kit.Open(t.host.Dialogs(), kit.NewChooseMany(t.env, title, opts), func(list []model.ID) tea.Cmd {
		return t.changeRide(s.ID, func(r *model.Ride) { r.Riders = ranked(r.Riders, list) })
	})
	return nil
}

// ranked is the riders chosen: who was on the ride stays where they were.
func ranked(riders []model.Rider, chosen []model.ID) []model.Rider {
	out := slices.DeleteFunc(slices.Clone(riders), func(r model.Rider) bool { return !slices.Contains(chosen, r.Person) })
	for _, id := range chosen {
		if !slices.ContainsFunc(out, func(r model.Rider) bool { return r.Person == id }) {
			out = append(out, model.Rider{Person: id})
		}
	}
	return out
}

// changeRide commits the session with its ride changed.
func (t *Tab) changeRide(id model.ID, change func(*model.Ride)) tea.Cmd {
	now := t.host.Desk().Sessions.Get(id)
	if now == nil || now.Ride == nil {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	next := now.Clone()
	change(next.Ride)
	return t.keep(model.Say("schedule.act.ride", "block", next.Block.Title), next)
}

// editHosts says for each rider the car or sector and who takes them along.
func (t *Tab) editHosts(s *model.Session) tea.Cmd {
	d := t.host.Desk()
	hosts := []kit.Option[model.ID]{{Label: t.env.T("schedule.ride.no-host")}}
	day := s.Start.Date()
	for x := range d.Staff.All {
		label := x.Name()
		if !x.Qualified(model.SkillRideHost, day) {
			continue
		}
		hosts = append(hosts, kit.Option[model.ID]{Value: x.ID, Label: label})
	}
	var fields []kit.Field
	cars := make([]*kit.ValueField[string], len(s.Ride.Riders))
	takes := make([]*kit.ChoiceField[model.ID], len(s.Ride.Riders))
	for i, r := range s.Ride.Riders {
		fields = append(fields, kit.NewHeading(model.Say("schedule.ride.rider", "n", i+1, "person", r.Person)))
		cars[i] = kit.NewText("car", r.Car).Limit(model.MaxShort)
		takes[i] = kit.NewChoice("host", r.Host, hosts)
		fields = append(fields, cars[i], takes[i])
	}
	f := kit.NewForm(t.host.Dialogs(), model.Say("schedule.ride.cars"), fields...)
	kit.Open(t.host.Dialogs(), f, func(*kit.Form) tea.Cmd {
		return t.changeRide(s.ID, func(r *model.Ride) {
			for i := range s.Ride.Riders {
				for j := range r.Riders {
					if r.Riders[j].Person == s.Ride.Riders[i].Person {
						r.Riders[j].Car, r.Riders[j].Host = cars[i].Value(), takes[i].Value()
					}
				}
			}
		})
	})
	return nil
}

// editTerms is the ride's briefing and debriefing, its seats, its host agency
// and the approvals.
func (t *Tab) editTerms(s *model.Session) tea.Cmd {
	near := t.cohort.First
	agencies := []kit.Option[model.ID]{{Label: t.env.T("schedule.ride.no-agency")}}
	for a := range t.host.Desk().Agencies.All {
		agencies = append(agencies, kit.Option[model.ID]{Value: a.ID, Label: a.Label()})
	}
	r := s.Ride
	brief := kit.NewLength("brief", r.Brief, 0, model.Day)
	debrief := kit.NewLength("debrief", r.Debrief, 0, model.Day)
	seats := numberOrNone("seats", r.Seats, 60)
	seats.Hint = model.Say("schedule.ride.seats.hint")
	host := kit.NewChoice("host", r.Host, agencies)
	approved := kit.NewDate("approved", r.Approved, near, true)
	command := kit.NewDate("command", r.Command, near, true)
	command.Hidden = func() bool { return s.Block.RideKind != model.SWATRide }
	standby := kit.NewToggle("standby", r.Standby)
	standby.Hint = model.Say("schedule.ride.standby.hint")
	f := kit.NewForm(t.host.Dialogs(), model.Say("schedule.ride.title", "block", s.Block.Title),
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
	kit.Open(t.host.Dialogs(), f, func(*kit.Form) tea.Cmd { return t.changeRide(s.ID, apply) })
	return nil
}

// aboutRide is a ride in short: how it runs, its riders, its approvals.
func (t *Tab) aboutRide(s *model.Session) []string {
	r := s.Ride
	out := []string{
		t.env.T("word.ride." + string(s.Block.RideKind)),
		t.env.T("schedule.detail.ride", "brief", t.env.Lang.Length(r.Brief),
			"observe", t.env.Lang.Length(s.Block.Length-r.Brief-r.Debrief), "debrief", t.env.Lang.Length(r.Debrief)),
		t.env.T("schedule.detail.riders", "n", len(r.Riders), "seats", t.seats(s)),
		t.rideTerms(s),
	}
	if r.Standby {
		out = append(out, t.env.T("field.standby"))
	}
	return out
}
