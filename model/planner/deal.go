package planner

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// deal gives the rides that have no riders theirs: everybody once before
// anybody twice, those with a waiver first, a ride from one squad as far as can
// be. Riders already named stay.
func (t *task) deal() {
	for v := range t.planned {
		var rides []*item
		for _, it := range v.items {
			if it.s.Ride != nil && it.lock != grid.Frozen && len(it.gets) == 0 {
				rides = append(rides, it)
			}
		}
		if len(rides) > 0 {
			t.dealt(v, rides)
		}
	}
}

// A guest is an officer who may ride.
type guest struct {
	seat   model.Seat
	rides  int
	waived bool
	unsure bool
}

func (t *task) guests(v *class) []guest {
	had := map[model.ID]int{}
	for _, it := range v.items {
		if it.s.Ride != nil && !it.rest {
			for _, r := range it.gets {
				had[r.Person]++
			}
		}
	}
	_, _, off := t.value("waiver")
	var out []guest
	for _, s := range v.c.Holders() {
		g := guest{seat: s, rides: had[s.Person], unsure: unsure(s.Stage), waived: off}
		if p := t.desk.People.Get(s.Person); p != nil {
			g.waived = g.waived || p.Papers.Waived(v.c.First)
		}
		out = append(out, g)
	}
	return out
}

// unsure reports whether it is not yet certain that somebody comes.
func unsure(s model.Stage) bool {
	switch s {
	case model.Nominated, model.PapersIn, model.InVetting, model.Suspended, model.VisaSought:
		return true
	}
	return false
}

// dealt shares the riders out: patrol takes its few, operations the rest
// evenly; all evenly when there are more seats than officers who wait.
func (t *task) dealt(v *class, rides []*item) {
	list := t.guests(v)
	slices.SortStableFunc(rides, func(a, b *item) int {
		return cmp.Compare(a.s.Block.RideKind, b.s.Block.RideKind) // patrol first
	})
	caps, patrol, cars := make([]int, len(rides)), 0, 0
	for i, it := range rides {
		caps[i] = t.seats(it, len(list))
		if it.s.Block.RideKind == model.PatrolRide {
			patrol, cars = patrol+1, cars+caps[i]
		}
	}
	waiting := 0
	for _, g := range list {
		if g.rides == 0 {
			waiting++
		}
	}
	shares := evenly(caps, max(waiting, len(rides)))
	if rest := waiting - cars; rest >= len(rides)-patrol {
		shares = append(slices.Clone(caps[:patrol]), evenly(caps[patrol:], rest)...)
	}
	for i, it := range rides {
		for _, g := range t.choose(list, it, shares[i]) {
			it.gets = append(it.gets, model.Rider{Person: list[g].seat.Person})
			list[g].rides++
		}
	}
}

// evenly shares n out over what has room for so many each.
func evenly(caps []int, n int) []int {
	out := make([]int, len(caps))
	for given := true; given && n > 0; {
		given = false
		for i := range caps {
			if n > 0 && out[i] < caps[i] {
				out[i]++
				n--
				given = true
			}
		}
	}
	return out
}

// seats is how many may ride.
func (t *task) seats(it *item, all int) int {
	r, n := it.s.Ride, all
	least := func(id string, most int) {
		if _, _, off := t.value(id); !off {
			n = min(n, most)
		}
	}
	if r.Seats > 0 {
		n = min(n, r.Seats)
	}
	if it.s.Block.RideKind == model.PatrolRide {
		most, _, _ := t.value("rides-a-shift")
		least("rides-a-shift", most)
		if t.onlyLate(it) {
			late, _, _ := t.value("rides-a-late-shift")
			least("rides-a-late-shift", late)
		}
		if cars := t.carSeats(it); cars > 0 {
			least("ride-seats", cars)
		}
		return n
	}
	if !r.Standby {
		least("swat-seats", t.carSeats(it))
	}
	return n
}

// onlyLate reports whether the ride can be on the late shift only.
func (t *task) onlyLate(it *item) bool {
	if it.lock != grid.Free {
		return t.asks.Late(it.s.Start)
	}
	for i := range t.starts(it, &it.s.Block).All {
		if !t.asks.Late(t.wall(it.class, i)) {
			return false
		}
	}
	return true
}

// carSeats is the seats of as many vehicles as the ride needs, those with the
// fewest: which ones it gets is not yet known.
func (t *task) carSeats(it *item) int {
	sum := 0
	for _, n := range it.needs {
		if it.s.Block.RideKind == model.SWATRide && n.Kind != model.Armoured {
			continue
		}
		var seats []int
		for c := range t.desk.Vehicles.All {
			if c.Kind == n.Kind {
				seats = append(seats, c.Seats)
			}
		}
		slices.Sort(seats)
		for _, s := range seats[:min(n.Count, len(seats))] {
			sum += s
		}
	}
	return sum
}

// choose is the n whose turn it is, by index: of one squad, the one with most
// in waiting, and of others only when that does not fill the ride.
func (t *task) choose(list []guest, it *item, n int) []int {
	if n <= 0 {
		return nil
	}
	order := make([]int, len(list))
	waiting := map[model.Squad]int{}
	for i := range list {
		order[i] = i
		if g := &list[i]; g.rides == 0 && g.waived && !g.unsure {
			waiting[g.seat.Squad]++
		}
	}
	best := model.Squad(0)
	for q := range model.Squad(model.MaxSquads + 1) {
		if waiting[q] > waiting[best] {
			best = q
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &list[i], &list[j]
		return cmp.Or(
			cmp.Compare(a.rides, b.rides), first(a.waived, b.waived), first(!a.unsure, !b.unsure),
			first(a.seat.Arrives == 0, b.seat.Arrives == 0),
			first(a.seat.Squad == best, b.seat.Squad == best), cmp.Compare(a.seat.Squad, b.seat.Squad),
		)
	})
	out := order[:min(n, len(order))]
	if it.s.Block.RideKind == model.PatrolRide { // nobody again while others wait
		for i, g := range out {
			if i > 0 && list[g].rides > list[out[0]].rides {
				return out[:i]
			}
		}
	}
	return out
}

// first puts the true before the false.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// ready is the first moment, on the class's wall clock, at which all riders are
// there and have a waiver that carries a date; and all who are to practise,
// where that matters to the unit, or is what is to be mended.
func (t *task) ready(it *item) model.Quarter {
	at := model.Quarter(0)
	if _, hard, off := t.value("late-arrival"); !off && (hard || t.mends) && practises(&it.s.Block) && it.s.Again.IsZero() {
		for _, q := range it.squads() {
			for _, s := range it.class.c.Holders() {
				if s.Squad == q && s.Arrives.Date() <= it.class.c.Last {
					at = max(at, s.Arrives)
				}
			}
		}
	}
	_, hard, off := t.value("waiver")
	for _, r := range it.gets {
		if s, ok := it.class.c.Seat(r.Person); ok {
			at = max(at, s.Arrives)
		}
		p := t.desk.People.Get(r.Person)
		if p != nil && hard && !off && p.Papers.Witness != "" && !p.Papers.Waiver.IsZero() {
			at = max(at, p.Papers.Waiver.At(0))
		}
	}
	return at
}

// late reports whether a ride that begins then is on the late shift.
func (t *task) late(it *item, start model.Quarter) bool {
	return it.s.Ride != nil && it.s.Block.RideKind == model.PatrolRide && t.asks.Late(start)
}

// practises reports whether the block is one that nobody should miss: practice,
// or anything dangerous.
func practises(b *model.Block) bool { return b.Taught() && (b.Skilled() || rules.Hazardous(b)) }
