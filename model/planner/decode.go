package planner

import (
	"cmp"
	"fmt"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
)

// sessions is the plan as records: those that differ from the desk. It panics
// when a session of the desk, with other things of the desk, cannot be: that is
// a mistake in the program.
func (t *task) sessions(plan grid.Plan) []*model.Session {
	var out []*model.Session
	cars := t.assign(plan)
	for i, it := range t.items {
		if !it.class.mine || it.lock == grid.Frozen || it.stuck && plan[i].Start < 0 {
			continue
		}
		next := t.session(it, plan[i])
		next.Cars = cars[i]
		if it.s.Placed() && !next.Placed() {
			next.Cars = nil
		}
		s, err := model.NewSession(next)
		if err != nil {
			panic(fmt.Sprintf("planner: a session that cannot be: %v", err))
		}
		if !alike(s, it.s) {
			out = append(out, s)
		}
	}
	return out
}

// session is an item's session as the choice has it, but for its vehicles.
func (t *task) session(it *item, c grid.Choice) model.Session {
	s := it.s.Clone()
	if c.Start < 0 {
		s.Start, s.Place, s.Staff = 0, it.tray(), nil
		return s
	}
	w := &it.modes[c.Mode]
	s.Start = t.wall(it.class, c.Start)
	s.Place = model.ID{}
	if c.Place >= 0 {
		p := t.places[c.Place]
		s.Place = p.ID
		if s.Block.Place != "" && p.Kind != s.Block.Place && p.ID != it.s.Place { // out of the rain
			s.Block.Place = p.Kind
		}
	}
	s.Block.Length, s.Block.Fire = w.block.Length, w.block.Fire
	var staff []model.Part
	for k, q := range c.People {
		if q < 0 || k >= len(w.parts) {
			continue
		}
		for _, r := range w.parts[k] {
			staff = append(staff, model.Part{Staff: t.people[q].ID, Role: r})
		}
	}
	s.Staff = ranked(staff, it.s.Staff)
	if s.Ride != nil {
		t.ride(it, &s)
	}
	return s
}

// tray is the place a session in the tray keeps: one its block does not ask for.
func (it *item) tray() model.ID {
	if it.s.Block.Place == "" || !it.s.Placed() {
		return it.s.Place
	}
	return model.ID{}
}

// ranked is the parts in the order of the roles, or as they were when they are
// the same.
func ranked(staff, was []model.Part) []model.Part {
	if len(staff) == len(was) && !slices.ContainsFunc(staff, func(p model.Part) bool { return !slices.Contains(was, p) }) {
		return slices.Clone(was)
	}
	slices.SortStableFunc(staff, func(a, b model.Part) int {
		return cmp.Compare(slices.Index(model.Roles, a.Role), slices.Index(model.Roles, b.Role))
	})
	return staff
}

// ride gives the ride its riders, and the debriefing that the rules ask for
// after an operation.
func (t *task) ride(it *item, s *model.Session) {
	s.Ride.Riders = slices.Clone(it.gets)
	if _, _, off := t.value("swat-debrief"); !off && s.Block.RideKind == model.SWATRide && s.Ride.Debrief == 0 &&
		s.Ride.Brief+debrief < s.Block.Length {
		s.Ride.Debrief = debrief
	}
}

// debrief is the quarters after an operation for which nothing says how many.
const debrief = 2

// alike reports whether two states of a session are the same plan.
func alike(a, b *model.Session) bool {
	if a.Start != b.Start || a.Place != b.Place || a.Block.Length != b.Block.Length || a.Block.Place != b.Block.Place || !sameRelays(&a.Block, &b.Block) ||
		!slices.Equal(a.Staff, b.Staff) || !slices.Equal(a.Cars, b.Cars) {
		return false
	}
	if a.Ride == nil || b.Ride == nil {
		return a.Ride == b.Ride
	}
	return a.Ride.Debrief == b.Ride.Debrief && slices.Equal(a.Ride.Riders, b.Ride.Riders)
}

// assign is the vehicles of each block: those it had, where they are free, else
// any of the kind that is. Those that are to stay come first, then by time.
func (t *task) assign(plan grid.Plan) [][]model.ID {
	out := make([][]model.ID, len(plan))
	var order []int
	for i, c := range plan {
		if c.Start >= 0 {
			order = append(order, i)
		} else {
			out[i] = t.items[i].s.Cars
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		frozen := func(i int) bool { return t.items[i].lock == grid.Frozen }
		return cmp.Or(first(frozen(a), frozen(b)), cmp.Compare(plan[a].Start, plan[b].Start))
	})
	busy := map[model.ID][]int{} // blocks
	overlaps := func(a, b int) bool {
		x, y := plan[a], plan[b]
		return x.Start < y.Start+t.p.Blocks[b].Modes[y.Mode].Len && y.Start < x.Start+t.p.Blocks[a].Modes[x.Mode].Len
	}
	free := func(id model.ID, i int) bool {
		return !slices.ContainsFunc(busy[id], func(o int) bool { return overlaps(o, i) }) &&
			!t.outAt(t.desk.Vehicles.Get(id), plan[i].Start)
	}
	// What is named at stations and by those who stay is taken before anything is
	// chosen.
	for _, i := range order {
		it := t.items[i]
		for _, id := range it.stands() {
			busy[id] = append(busy[id], i)
		}
		if it.lock == grid.Frozen {
			out[i] = it.s.Cars
			for _, id := range it.s.Cars {
				busy[id] = append(busy[id], i)
			}
		}
	}
	for _, i := range order {
		if it := t.items[i]; it.lock != grid.Frozen {
			out[i] = t.cars(it, func(id model.ID) bool { return free(id, i) })
			for _, id := range out[i] {
				busy[id] = append(busy[id], i)
			}
		}
	}
	return out
}

// cars is vehicles for the item out of those that are free.
func (t *task) cars(it *item, free func(model.ID) bool) []model.ID {
	var out []model.ID
	for _, k := range model.VehicleKinds {
		n := t.drives(it, it.s, k)
		for _, id := range it.stands() {
			if t.isKind(id, k) {
				n--
				if slices.Contains(it.s.Cars, id) {
					out = append(out, id)
				}
			}
		}
		for _, id := range it.s.Cars {
			if n > 0 && t.isKind(id, k) && !slices.Contains(out, id) && free(id) {
				out = append(out, id)
				n--
			}
		}
		for c := range t.desk.Vehicles.All {
			if n > 0 && c.Kind == k && !slices.Contains(out, c.ID) && free(c.ID) {
				out = append(out, c.ID)
				n--
			}
		}
	}
	if len(out) == len(it.s.Cars) && !slices.ContainsFunc(out, func(id model.ID) bool { return !slices.Contains(it.s.Cars, id) }) {
		return it.s.Cars
	}
	return out
}

// stands are the vehicles at the stations of the item's circuit.
func (it *item) stands() []model.ID {
	var out []model.ID
	if it.s.Circuit != nil {
		for _, p := range it.s.Circuit.Stations {
			if !p.Vehicle.IsZero() && !slices.Contains(out, p.Vehicle) {
				out = append(out, p.Vehicle)
			}
		}
	}
	return out
}

// outAt reports whether the vehicle is out on the duty day of a slot.
func (t *task) outAt(c *model.Vehicle, slot int32) bool {
	return c == nil || t.outOn(c, int(slot)/model.Day)
}
