package ride

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// editCar asks in which car or sector a rider goes, and with whom.
func (p *page) editCar() tea.Cmd {
	if why := p.whyRider(); !why.IsZero() {
		return p.tell(kit.Warn, why)
	}
	id, _ := p.riders.CurrentKey()
	i := slices.IndexFunc(p.s.Ride.Riders, func(r model.Rider) bool { return r.Person == id })
	if i < 0 {
		return nil
	}
	was := p.s.Ride.Riders[i]
	name := kit.NewText("car", was.Car).Limit(model.MaxShort)
	if was.Car == "" {
		name.Set(p.env, p.nextCar(p.s))
	}
	name.Hint = p.carHint()
	host := kit.NewChoice("host", was.Host, p.hosts(was.Host))
	f := kit.NewForm(p.h.Dialogs(), model.Say("ride.car.title", "person", id), name, host)
	kit.Open(p.h.Dialogs(), f, func(*kit.Form) tea.Cmd {
		return p.change(model.Say("ride.act.car", "person", id), func(r *model.Ride) {
			for i := range r.Riders {
				if r.Riders[i].Person == id {
					r.Riders[i].Car, r.Riders[i].Host = name.Value(), host.Value()
				}
			}
		})
	})
	return nil
}

// carHint lists the vehicles with the seats that are free.
func (p *page) carHint() model.Message {
	var names []string
	for _, v := range p.cars() {
		names = append(names, v.label())
	}
	if len(names) == 0 {
		return model.Say("ride.car.hint.none")
	}
	return model.Say("ride.car.hint", "cars", names)
}

// hosts are those who may take visitors along on the day: those named for the
// ride first, then by name. One who may not stays offered while they have the
// rider.
func (p *page) hosts(now model.ID) []kit.Option[model.ID] {
	var list []*model.Staff
	for x := range p.desk.Staff.All {
		if x.ID == now || slices.Contains(p.s.In(model.Host), x.ID) || x.Qualified(model.SkillRideHost, p.day()) {
			list = append(list, x)
		}
	}
	named := func(x *model.Staff) int {
		if slices.Contains(p.s.In(model.Host), x.ID) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b *model.Staff) int {
		return cmp.Or(cmp.Compare(named(a), named(b)), cmp.Compare(kit.Fold(a.Name()), kit.Fold(b.Name())))
	})
	nobody := p.env.T("ride.car.no-host")
	if all := p.leader(); all != "" {
		nobody = p.env.T("ride.car.all", "host", all)
	}
	out := []kit.Option[model.ID]{{Label: nobody}}
	for _, x := range list {
		out = append(out, kit.Option[model.ID]{Value: x.ID, Label: x.Name(), Note: p.tongues(x)})
	}
	return out
}

// tongues are the languages somebody speaks, as words.
func (p *page) tongues(x *model.Staff) string {
	words := make([]string, 0, len(x.Speaks))
	for _, l := range x.Speaks {
		if p.env.Lang.Has("word.lang." + l) {
			l = p.env.T("word.lang." + l)
		}
		words = append(words, l)
	}
	return p.env.Lang.List(words)
}

// change commits the ride with its details changed.
func (p *page) change(act model.Message, edit func(*model.Ride)) tea.Cmd {
	p.fresh()
	if p.s == nil {
		return p.h.Tell(kit.Warn, model.Say("ride.gone"))
	}
	next := p.s.Clone()
	edit(next.Ride)
	return p.keep(act, next)
}

// pickCars chooses the vehicles: those that carry visitors on such a ride
// first, then those with seats.
func (p *page) pickCars() tea.Cmd {
	kind := model.Armoured
	if p.s.Block.RideKind == model.PatrolRide {
		kind = model.Patrol
	}
	rank := map[model.ID]int{}
	var opts []kit.Option[model.ID]
	for v := range p.desk.Vehicles.All {
		on := slices.Contains(p.s.Cars, v.ID)
		if v.Seats == 0 && !on {
			continue
		}
		note := p.env.T("word.vehicle."+string(v.Kind)) + " · " + p.env.T("ride.cars.seats", "n", v.Seats)
		if with := p.usedBy(v); with != nil {
			note += " · " + p.env.T("ride.cars.busy", "block", with.Block.Title)
			rank[v.ID]++
		}
		if v.Kind != kind {
			rank[v.ID] += 2
		}
		opts = append(opts, kit.Option[model.ID]{Value: v.ID, Label: v.Name, Note: note, On: on})
	}
	if len(opts) == 0 {
		return p.tell(kit.Warn, model.Say("ride.cars.none"))
	}
	slices.SortStableFunc(opts, func(a, b kit.Option[model.ID]) int {
		return cmp.Or(cmp.Compare(rank[a.Value], rank[b.Value]), cmp.Compare(a.Label, b.Label))
	})
	kit.Open(p.h.Dialogs(), kit.NewChooseMany(p.env, model.Say("ride.cars.title"), opts), func(list []model.ID) tea.Cmd {
		p.fresh()
		if p.s == nil || slices.Equal(list, p.s.Cars) {
			return nil
		}
		next := p.s.Clone()
		next.Cars = list
		return p.keep(model.Say("ride.act.cars", "n", len(list), "block", next.Block.Title), next)
	})
	return nil
}

// usedBy is what else has the vehicle while the ride lasts.
func (p *page) usedBy(v *model.Vehicle) *model.Session {
	if !p.s.Placed() {
		return nil
	}
	for o := range p.desk.Sessions.All {
		if o.ID != p.id && o.Off == nil && o.Placed() && slices.Contains(o.Cars, v.ID) && o.Span().Overlaps(p.s.Span()) {
			return o
		}
	}
	return nil
}
