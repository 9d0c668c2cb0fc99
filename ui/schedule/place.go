package schedule

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A site is a place a session could be at, and what speaks against it.
type site struct {
	place *model.Place
	size  string
	state string
	rank  int // least is best
}

// pickPlace offers the places of the right kind first, the free ones before
// those that are let, shut or taken, with why.
func (t *Tab) pickPlace() tea.Cmd {
	s := t.own()
	list := t.sites(s)
	opts := []kit.Option[model.ID]{}
	start := 0
	for i, p := range list {
		note := p.size
		if p.state != "" {
			if note != "" {
				note += " · "
			}
			note += p.state
		}
		mark := "  "
		switch {
		case p.rank >= 100:
			mark = "✗ "
		case p.rank < 50:
			mark = "✓ "
		}
		opts = append(opts, kit.Option[model.ID]{Value: p.place.ID, Label: mark + p.place.Name, Note: note})
		if p.place.ID == s.Place {
			start = i
		}
	}
	opts = append(opts, kit.Option[model.ID]{Label: "  " + t.env.T("schedule.place.none")})
	title := model.Say("schedule.place.title", "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, start), func(id model.ID) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		if now.Place == id {
			return nil
		}
		next := now.Clone()
		next.Place = id
		if id.IsZero() {
			return t.keep(model.Say("schedule.act.no-place", "block", next.Block.Title), next)
		}
		return t.keep(model.Say("schedule.act.place-at", "block", next.Block.Title, "place", id), next)
	})
	return nil
}

// sites is every place, the best for the session first.
func (t *Tab) sites(s *model.Session) []site {
	var out []site
	for p := range t.host.Desk().Places.All {
		v := site{place: p}
		if s.Block.Place != "" && p.Kind != s.Block.Place {
			v.rank = 50
			v.size = t.env.T("word.place." + string(p.Kind))
		}
		size, small := t.sizeNote(s, p)
		if size != "" {
			if v.size != "" {
				v.size += ", "
			}
			v.size += size
		}
		if small {
			v.rank += 100
		}
		state, taken := t.placeState(s, p)
		v.state = state
		if taken {
			v.rank += 200
		}
		out = append(out, v)
	}
	slices.SortStableFunc(out, func(a, b site) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.place.Name, b.place.Name))
	})
	return out
}

// sizeNote says how many the place holds, and whether that is too few.
func (t *Tab) sizeNote(s *model.Session, p *model.Place) (note string, small bool) {
	if s.Block.LiveFire() && p.Lanes > 0 {
		return t.env.T("schedule.place.lanes", "n", p.Lanes, "line", s.Engaged(t.cohort)), s.Engaged(t.cohort) > p.Lanes
	}
	if p.Capacity > 0 {
		return t.env.T("schedule.place.holds", "n", p.Capacity), s.Officers(t.cohort) > p.Capacity
	}
	return "", false
}

// placeState says whether the place can be had at the session's time.
func (t *Tab) placeState(s *model.Session, p *model.Place) (note string, taken bool) {
	if !s.Placed() {
		return "", false
	}
	span := s.Span()
	for _, b := range p.Bookings {
		if !b.Overlaps(span) {
			continue
		}
		switch {
		case b.Closed:
			return t.env.T("schedule.hatch.closed", "by", b.By), true
		case b.By == "":
			return t.env.T("schedule.hatch.taken"), true
		}
		return t.env.T("schedule.hatch.let", "by", b.By), true
	}
	if !p.OpenAt(span) {
		return t.env.T("schedule.hatch.shut"), true
	}
	for o := range t.host.Desk().Sessions.All {
		if o.ID != s.ID && o.Off == nil && o.Place == p.ID && o.Placed() && o.Span().Overlaps(span) && !p.Shared {
			return t.env.T("schedule.busy", "block", o.Block.Title, "hours", t.env.Lang.Hours(o.Span())), true
		}
	}
	return t.env.T("schedule.free"), false
}

// pickCars chooses the vehicles: those of the kinds the block asks for first.
func (t *Tab) pickCars() tea.Cmd {
	s := t.own()
	asked := map[model.VehicleKind]int{}
	for _, v := range s.Block.Vehicles {
		asked[v.Kind] += v.Count
	}
	if s.Ride != nil {
		kind := model.Armoured
		if s.Block.RideKind == model.PatrolRide {
			kind = model.Patrol
		}
		asked[kind]++
	}
	var opts []kit.Option[model.ID]
	rank := map[model.ID]int{}
	for v := range t.host.Desk().Vehicles.All {
		note := t.env.T("word.vehicle." + string(v.Kind))
		if v.Seats > 0 {
			note += ", " + t.env.T("schedule.cars.seats", "n", v.Seats)
		}
		state, taken := t.carState(s, v)
		if state != "" {
			note += " · " + state
		}
		rank[v.ID] = 2*boolInt(asked[v.Kind] == 0) + boolInt(taken)
		on := slices.Contains(s.Cars, v.ID)
		if on {
			rank[v.ID] = -1
		}
		opts = append(opts, kit.Option[model.ID]{Value: v.ID, Label: v.Name, Note: note, On: on})
	}
	if len(opts) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.cars.none"))
	}
	slices.SortStableFunc(opts, func(a, b kit.Option[model.ID]) int {
		return cmp.Or(cmp.Compare(rank[a.Value], rank[b.Value]), cmp.Compare(a.Label, b.Label))
	})
	title := model.Say("schedule.cars.title", "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChooseMany(t.env, title, opts), func(list []model.ID) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		next := now.Clone()
		next.Cars = list
		if slices.Equal(next.Cars, now.Cars) {
			return nil
		}
		return t.keep(model.Say("schedule.act.cars", "block", next.Block.Title), next)
	})
	return nil
}

func (t *Tab) carState(s *model.Session, v *model.Vehicle) (note string, taken bool) {
	if !s.Placed() {
		return "", false
	}
	for _, out := range v.Out {
		if out.Overlaps(s.Span()) {
			return t.env.T("field.out"), true
		}
	}
	for o := range t.host.Desk().Sessions.All {
		if o.ID != s.ID && o.Off == nil && o.Placed() && slices.Contains(o.Cars, v.ID) && o.Span().Overlaps(s.Span()) {
			return t.env.T("schedule.busy", "block", o.Block.Title, "hours", t.env.Lang.Hours(o.Span())), true
		}
	}
	return t.env.T("schedule.free"), false
}
